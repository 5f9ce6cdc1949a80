"""Pins: `template` and `pages` of articles, written so that the planner has nothing left to choose; and taken away again.

Each function is pure. A wish for one template, or for a number of pages, is an editor's pin: no function overwrites it but the
one that is asked to pin that very article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

from digest_studio.base.values import dataclass
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Article, Issue
from digest_studio.model.label import Label
from digest_studio.model.wording import quoted

USUAL = "news"
"""The family that `template: auto` chooses from."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A field of an article that was written to keep a plan: its value before, and the one that was written."""

    article: str
    field: Literal["template", "pages"]
    before: str | int | None
    after: str | int | None


def keep_plan(issue: Issue, chosen: Mapping[str, tuple[str, int]]) -> tuple[Edit, tuple[Pin, ...]]:
    """Pins every article to the template and the number of pages that it has in a plan; what an editor has pinned stays."""
    written = []
    for name, (template, pages) in chosen.items():
        article = issue.articles[name]
        if not names_one(article.template) and article.template != template:
            written.append(Pin(name, "template", article.template, template))
        if article.pages is None:
            written.append(Pin(name, "pages", None, pages))
    made = _with_fields(issue, [(pin.article, pin.field, pin.after) for pin in written])
    return (Label("Keep this plan"), made), tuple(written)


def release(issue: Issue, pins: Iterable[Pin]) -> Edit:
    """Takes away the pins that still stand as they were written."""
    back = [(pin.article, pin.field, pin.before) for pin in standing(issue, pins)]
    return Label("Let the planner choose again"), _with_fields(issue, back)


def standing(issue: Issue, pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """The pins that nobody has changed since they were written."""
    return tuple(pin for pin in pins if pin.article in issue.articles
                 and getattr(issue.articles[pin.article], pin.field) == pin.after)  # fmt: skip


def merged(known: Iterable[Pin], written: Iterable[Pin]) -> tuple[Pin, ...]:
    """All pins that were written, of each field the last one."""
    return tuple({(pin.article, pin.field): pin for pin in (*known, *written)}.values())


def pin_article(issue: Issue, article: str, template: str, pages: int) -> Edit:
    """Pins one article to a template and a number of pages."""
    label = Label("Pin {article} to {choice}", article=quoted(issue.articles[article].title), choice=template)
    return label, _with_fields(issue, [(article, "template", template), (article, "pages", pages)])


def unpin_article(issue: Issue, article: str) -> Edit:
    """Leaves an article's template and length to the planner, within the family that it is pinned to."""
    free = unpinned(issue.articles[article])
    label = Label("Let the planner choose for {article}", article=quoted(free.title))
    return label, _with_fields(issue, [(article, "template", free.template), (article, "pages", None)])


def unpinned(article: Article) -> Article:
    """The article with its family for its template, and no number of pages."""
    family = article.template.partition("/")[0]
    template = ("auto" if family == USUAL else family) if names_one(article.template) else article.template
    return article if (template, None) == (article.template, article.pages) else replace(article, template=template, pages=None)


def names_one(wish: str) -> bool:
    """Whether a wish for a template names one of a family's."""
    return "/" in wish


def _with_fields(issue: Issue, values: Iterable[tuple[str, str, Any]]) -> Issue:
    """The issue with fields of articles set; the same where nothing changes."""
    articles = dict(issue.articles)
    for name, field, value in values:
        if getattr(articles[name], field) != value:
            articles[name] = replace(articles[name], **{field: value})
    return issue if all(articles[name] is issue.articles[name] for name in articles) else replace(issue, articles=articles)
