"""Edits: pure functions from an issue to the next one, each with the words that undo shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from digest_studio.base.values import dataclass
from digest_studio.model.issue import AdEntry, Article, ArticleEntry, Issue, OutlineEntry, Section
from digest_studio.model.label import Label
from digest_studio.model.wording import field_names
from digest_studio.source.markdown import parse_body
from digest_studio.source.nodes import shown

Edit = tuple[str, Issue]
"""What was done, in a few words, and the issue after it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the outline: the `position`-th (from 0) entry of a section, or of the outline itself (`section` None)."""

    section: str | None
    position: int


def place_of(issue: Issue, article: str) -> Place | None:
    """Where an article stands; None for one in the pool."""
    for section, entries in _lists(issue).items():
        for position, entry in enumerate(entries):
            if isinstance(entry, ArticleEntry) and entry.article == article:
                return Place(section, position)
    return None


def place_article(issue: Issue, article: str, target: Place) -> Edit:
    """Puts an article to `target`, counted without the article: from where it stands, or from the pool."""
    origin = place_of(issue, article)
    if origin:
        return f"Move {_title(issue, article)}", move_entry(issue, origin, target)[1]
    return f"Place {_title(issue, article)}", _inserted(issue, ArticleEntry(article), target)


def place_ad(issue: Issue, ad: str, target: Place) -> Edit:
    """Puts one more appearance of a booked advertisement to `target`."""
    return f"Place the advertisement {ad}", _inserted(issue, AdEntry(ad), target)


def move_entry(issue: Issue, origin: Place, target: Place) -> Edit:
    """Moves what stands at `origin` to `target`, counted without it."""
    entry = _lists(issue)[origin.section][origin.position]
    label = {ArticleEntry: "Move an article", AdEntry: "Move an advertisement", Section: "Move a section"}.get(
        type(entry), "Move the contents"
    )
    return label, _inserted(_removed(issue, origin), entry, target)


def take_out(issue: Issue, origin: Place) -> Edit:
    """Takes an article or advertisement out of the outline; it stays in the pool."""
    return "Take out of the outline", _removed(issue, origin)


def set_article(issue: Issue, article: str, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of an article's front matter, named as in `Article`."""
    changed = replace(issue.articles[article], **changes)
    title = " ".join(issue.articles[article].title.split())
    return Label("Change {fields} of “{article}”", fields=field_names(changes), article=title), _with_article(issue, changed)


def replace_body(issue: Issue, article: str, markdown: str, body_line: int | None = None) -> Edit:
    """Gives an article another body, as Markdown. What is wrong in it, `parse_body` says.

    `body_line` is the line of its file in which the body begins, if that is not as it was read.
    """
    old = issue.articles[article]
    label = Label("Edit “{article}”", article=" ".join(old.title.split()))
    if markdown == old.markdown:
        return label, issue
    first = old.body_line if body_line is None else body_line
    body, _ = parse_body(markdown, old.source.file if old.source else f"articles/{article}.md", first)
    return label, _with_article(issue, replace(old, body=body, markdown=markdown, body_line=first))


def _title(issue: Issue, article: str) -> str:
    return f"“{shown(issue.articles[article].title, 40)}”"


def _with_article(issue: Issue, article: Article) -> Issue:
    return replace(issue, articles={**issue.articles, article.id: article})


def _lists(issue: Issue) -> dict[str | None, tuple[OutlineEntry, ...]]:
    """The outline's own entries under None, each section's items under its name."""
    return {None: issue.outline, **{entry.name: entry.items for entry in issue.outline if isinstance(entry, Section)}}


def _removed(issue: Issue, place: Place) -> Issue:
    entries = _lists(issue)[place.section]
    return _with_entries(issue, place.section, entries[: place.position] + entries[place.position + 1 :])


def _inserted(issue: Issue, entry: OutlineEntry, place: Place) -> Issue:
    if place.section is not None and not isinstance(entry, ArticleEntry | AdEntry):
        raise ValueError("a section holds articles and advertisements only")
    entries = _lists(issue)[place.section]
    return _with_entries(issue, place.section, (*entries[: place.position], entry, *entries[place.position :]))


def _with_entries(issue: Issue, section: str | None, entries: tuple[OutlineEntry, ...]) -> Issue:
    if section is None:
        return replace(issue, outline=entries)
    items = tuple(entry for entry in entries if isinstance(entry, ArticleEntry | AdEntry))
    outline = tuple(
        replace(entry, items=items) if isinstance(entry, Section) and entry.name == section else entry for entry in issue.outline
    )
    return replace(issue, outline=outline)
