"""Edits of what the inspector shows: photographs wherever they stand, and the fields of the issue itself.

Each is pure and returns an `Edit`. Fields are named as in the dataclasses of issue.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from digest_studio.base.values import dataclass
from digest_studio.model.arrange import section_place
from digest_studio.model.edits import Edit, replace_body
from digest_studio.model.issue import (
    Article,
    Author,
    ContentsEntry,
    Cover,
    Divider,
    Imprint,
    Issue,
    Masthead,
    Photo,
    Section,
)
from digest_studio.model.label import Label
from digest_studio.model.wording import field_names, quoted

_PIN = re.compile(r"^( {0,3}!\[[^\]\n]*\]\(photo:)([1-9][0-9]{0,3})(\)[ \t]*)$", re.MULTILINE)
"""A photograph's pin, which is a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class PhotoAt:
    """Where a photograph stands: `id` is the article's id or the section's name, `number` counts an article's from 0."""

    owner: Literal["article", "author", "cover", "contents", "divider"]
    id: str = ""
    number: int = 0


def photo_at(issue: Issue, at: PhotoAt) -> Photo | None:
    """The photograph that stands there. Raises KeyError for an owner that is not there."""
    match at.owner:
        case "article":
            photos = issue.articles[at.id].photos
            return photos[at.number] if at.number < len(photos) else None
        case "author":
            author = issue.articles[at.id].author
            return author.photo if author else None
        case "cover":
            return issue.cover.photo if issue.cover else None
        case "contents":
            return next((entry.photo for entry in issue.outline if isinstance(entry, ContentsEntry)), None)
        case "divider":
            section = issue.outline[section_place(issue, at.id).position]
            return section.divider.photo if isinstance(section, Section) and section.divider else None


def set_photo(issue: Issue, at: PhotoAt, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of a photograph: crop, focus, caption, alt and so on."""
    photo = photo_at(issue, at)
    if photo is None:
        raise KeyError(at)
    return Label("Change {fields} of {photo}", fields=field_names(changes), photo=photo.file), put_photo(
        issue, at, replace(photo, **changes)
    )[1]


def put_photo(issue: Issue, at: PhotoAt, photo: Photo | None) -> Edit:
    """Puts another photograph there, or takes it away (not for an article's own: `add_photo`, `remove_photo`)."""
    label = Label("Take the photograph away") if photo is None else Label("Put {photo} there", photo=photo.file)
    match at.owner:
        case "article":
            if photo is None:
                return remove_photo(issue, at.id, at.number)
            photos = issue.articles[at.id].photos
            return label, _with_photos(issue, at.id, (*photos[: at.number], photo, *photos[at.number + 1 :]))
        case "author":
            author = issue.articles[at.id].author or Author()
            return label, _with_article(issue, replace(issue.articles[at.id], author=replace(author, photo=photo)))
        case "cover":
            return label, replace(issue, cover=replace(issue.cover or Cover(), photo=photo))
        case "contents":
            outline = tuple(replace(entry, photo=photo) if isinstance(entry, ContentsEntry) else entry for entry in issue.outline)
            return label, replace(issue, outline=outline)
        case "divider":
            position = section_place(issue, at.id).position
            section = issue.outline[position]
            assert isinstance(section, Section)
            changed = replace(section, divider=replace(section.divider or Divider(), photo=photo))
            return label, replace(issue, outline=(*issue.outline[:position], changed, *issue.outline[position + 1 :]))


def add_photos(issue: Issue, article: str, photos: tuple[Photo, ...], number: int | None = None) -> Edit:
    """Gives an article more photographs, before its `number`-th (from 0) or as its last. Pins keep their photographs."""
    known = issue.articles[article].photos
    at = len(known) if number is None else min(number, len(known))
    title = quoted(issue.articles[article].title)
    label = Label("Add {count} photographs to {article}", count=len(photos), article=title)
    if len(photos) == 1:
        label = Label("Add {photo} to {article}", photo=photos[0].file, article=title)
    made = _renumbered(issue, article, lambda n: n if n < at else n + len(photos))
    return label, _with_photos(made, article, (*known[:at], *photos, *known[at:]))


def remove_photo(issue: Issue, article: str, number: int) -> Edit:
    """Takes an article's `number`-th photograph (from 0) away, and its pin with it."""
    known = issue.articles[article].photos
    label = Label("Take {photo} away from {article}", photo=known[number].file, article=quoted(issue.articles[article].title))
    made = _renumbered(issue, article, lambda n: None if n == number else n - (n > number))
    return label, _with_photos(made, article, known[:number] + known[number + 1 :])


def move_photo(issue: Issue, article: str, number: int, target: int) -> Edit:
    """Gives an article's photograph another place in the order of weight: `target` is counted without it."""
    known = issue.articles[article].photos
    order = [n for n in range(len(known)) if n != number]
    order.insert(target, number)
    label = Label("Move {photo} in {article}", photo=known[number].file, article=quoted(issue.articles[article].title))
    made = _renumbered(issue, article, lambda n: order.index(n) if n < len(known) else n)
    return label, _with_photos(made, article, tuple(known[n] for n in order))


def set_author(issue: Issue, article: str, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of an article's author."""
    author = replace(issue.articles[article].author or Author(), **changes)
    label = Label(
        "Change the author's {fields} of {article}", fields=field_names(changes), article=quoted(issue.articles[article].title)
    )
    return label, _with_article(issue, replace(issue.articles[article], author=author))


def set_issue(issue: Issue, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of the issue: publication, period, date, language, theme and so on."""
    return Label("Change {fields} of the issue", fields=field_names(changes)), replace(issue, **changes)


def set_cover(issue: Issue, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of the cover."""
    return Label("Change {fields} of the cover", fields=field_names(changes)), replace(
        issue, cover=replace(issue.cover or Cover(), **changes)
    )


def set_masthead(issue: Issue, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of the masthead."""
    return Label("Change {fields} of the masthead", fields=field_names(changes)), replace(
        issue, masthead=replace(issue.masthead or Masthead(), **changes)
    )


def set_imprint(issue: Issue, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of the imprint."""
    return Label("Change {fields} of the imprint", fields=field_names(changes)), replace(
        issue, imprint=replace(issue.imprint or Imprint(), **changes)
    )


def set_press(issue: Issue, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of what is asked of the press; None: as the theme says."""
    return Label("Change {fields} of the press", fields=field_names(changes)), replace(
        issue, press=replace(issue.press, **changes)
    )


def _renumbered(issue: Issue, article: str, number: Callable[[int], int | None]) -> Issue:
    """The article's pins with other numbers, by the photographs' old places from 0; None: the pin goes."""

    def pin(match: re.Match[str]) -> str:
        new = number(int(match[2]) - 1)
        return "" if new is None else f"{match[1]}{new + 1}{match[3]}"

    return replace_body(issue, article, _PIN.sub(pin, issue.articles[article].markdown))[1]


def _with_photos(issue: Issue, article: str, photos: tuple[Photo, ...]) -> Issue:
    return _with_article(issue, replace(issue.articles[article], photos=photos))


def _with_article(issue: Issue, article: Article) -> Issue:
    return replace(issue, articles={**issue.articles, article.id: article})
