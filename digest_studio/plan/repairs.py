"""Repairs for an article that does not fit: each tried by composing it, with its price.

In: an article with lines over. Out: repairs that leave no line over, the cheapest first: another template, a photograph lower, a
page more, a sentence less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import replace
from typing import Any, NamedTuple

from digest_studio.base.say import Said, say
from digest_studio.layout.choose import choices
from digest_studio.layout.context import Context
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.edits import replace_body, set_article
from digest_studio.model.issue import Article, Issue

FLATTER = ("16:9", "2:1", "5:2", "3:1")
"""Shapes that a photograph is tried in, each lower than the one before."""
MOST_CUTS = 8
"""Runs of sentences that are tried to be left out, the shortest first."""
CUT_PRICE = 1.5
"""What a word less costs: no planner may spend it."""
_NOT_PLAIN = re.compile(r"\s*(#|[-*+>]|\d+\.|!\[|:::|```|\|)")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+[”’»\"')]*(?:\s+|$)")


class Repair(NamedTuple):
    """A change that makes an article fit. `changes`: fields of the article to set, as `model.edits.set_article` takes them, or
    `markdown`: its text without a sentence. `pages` and `template` are what it then takes."""

    kind: str
    what: Said
    cost: float
    pages: int
    template: str
    changes: Mapping[str, Any] = {}
    markdown: str | None = None

    def applied(self, issue: Issue, article: str) -> Issue:
        """The issue with the repair made."""
        if self.markdown is not None:
            return replace_body(issue, article, self.markdown)[1]
        return set_article(issue, article, self.changes)[1]


def repairs(issue: Issue, ctx: Context, layout: ArticleLayout) -> tuple[Repair, ...]:
    """Every kind of repair that leaves no line over, at its cheapest. What is tried is not remembered."""
    article = issue.articles[layout.article]
    ctx = replace(ctx, layouts=copy(ctx.layouts))
    now = {name: cost for name, cost in layout.cost.items() if name != "over"}
    base = sum(now.values())
    found = [*_templates(issue, ctx, article, base), *_photographs(issue, ctx, article, base), *_pages(issue, ctx, article, base),
             *_cuts(issue, ctx, article, layout, base)]
    return tuple(sorted(found, key=lambda repair: repair.cost))


def _composed(issue: Issue, ctx: Context, article: str) -> ArticleLayout | None:
    """The article laid out; None if it still does not fit."""
    layout = choices(ctx, issue.articles[article]).cheapest()
    return layout if not layout.lines_over else None


def _tried(
    issue: Issue, ctx: Context, article: Article, changes: Mapping[str, Any], base: float,
) -> tuple[float, ArticleLayout] | None:
    """The price and layout of the article with fields changed; None if it still does not fit."""
    layout = _composed(set_article(issue, article.id, changes)[1], ctx, article.id)
    return (layout.price - base, layout) if layout else None


def _templates(issue: Issue, ctx: Context, article: Article, base: float) -> Iterator[Repair]:
    """The cheapest other template of the article's family, on as many pages as it is allowed."""
    family = "news" if article.template == "auto" else article.template.split("/")[0]
    best: Repair | None = None
    for name in ctx.theme.templates:
        if name.split("/")[0] != family or name == article.template:
            continue
        changes = {"template": name}
        made = _tried(issue, ctx, article, changes, base)
        if made and (best is None or made[0] < best.cost):
            cost, layout = made
            best = Repair("template", say("template {template}", template=name), round(cost, 1), len(layout.pages), name, changes)
    if best is not None:
        yield best


def _photographs(issue: Issue, ctx: Context, article: Article, base: float) -> Iterator[Repair]:
    """The photograph that has to become least flat."""
    for shape in FLATTER:
        for number, photo in enumerate(article.photos, 1):
            if photo.shape == shape:
                continue
            photos = (*article.photos[:number - 1], replace(photo, shape=shape), *article.photos[number:])
            changes = {"photos": photos}
            made = _tried(issue, ctx, article, changes, base)
            if made:
                cost, layout = made
                yield Repair("photo", say("photo {number} flatter, {shape}", number=number, shape=shape), round(cost, 1),
                             len(layout.pages), layout.template, changes)
                return


def _pages(issue: Issue, ctx: Context, article: Article, base: float) -> Iterator[Repair]:
    """As many pages as it needs, for an article whose author has said how many."""
    if article.pages:
        changes = {"pages": None}
        made = _tried(issue, ctx, article, changes, base)
        if made:
            cost, layout = made
            count = len(layout.pages)
            yield Repair("pages", say("{pages} pages", pages=count), round(cost, 1), count, layout.template, changes)


def _cuts(issue: Issue, ctx: Context, article: Article, layout: ArticleLayout, base: float) -> Iterator[Repair]:
    """A sentence that would make it fit if it were left out: of about as many words as are over, not an opening one."""
    words = len(article.markdown.split())
    needed = max(4, round(layout.lines_over * _words_of_a_line(layout, words)))
    runs = sorted(_runs(article.markdown, needed), key=lambda run: (len(run[1].split()), run[0]))
    for start, text in runs[:MOST_CUTS]:
        rest = (article.markdown[:start] + article.markdown[start + len(text):]).rstrip(" ")
        shorter = _composed(replace_body(issue, article.id, rest)[1], ctx, article.id)
        if shorter:
            count = len(text.split())
            cost = max(0.0, shorter.price - base) + CUT_PRICE * count
            said = say("cut about {count} words, for example: “{text}”", count=needed, text=_shortened(text))
            yield Repair("cut", said, round(cost, 1), len(shorter.pages), shorter.template, markdown=rest)
            return


def _words_of_a_line(layout: ArticleLayout, words: int) -> float:
    """How many words a line of the article's text holds on average."""
    lines = sum(page.lines for page in layout.pages) + layout.lines_over
    return words / max(1, lines)


def _runs(markdown: str, words: int) -> Iterator[tuple[int, str]]:
    """The offset and text of the shortest runs of sentences with at least so many words: within a plain paragraph but not from
    its first sentence on, or whole paragraphs; never of the first one."""
    offset, first = 0, True
    for paragraph in re.split(r"(\n\s*\n)", markdown):
        if paragraph.strip() and not _NOT_PLAIN.match(paragraph):
            if not first:
                sentences = list(_SENTENCE.finditer(paragraph))[1:]
                for n, start in enumerate(sentences):
                    end = next((m.end() for m in sentences[n:] if len(paragraph[start.start():m.end()].split()) >= words), None)
                    if end is not None:
                        yield offset + start.start(), paragraph[start.start():end]
                if len(paragraph.split()) >= words:
                    yield offset, paragraph
            first = False
        offset += len(paragraph)


def _shortened(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= 90 else f"{words[:87].rsplit(' ', 1)[0]} …"
