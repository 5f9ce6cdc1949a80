"""Pages and the document they make: all that an edition needs besides paint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest_studio.display.items import Group, Item


class Page(NamedTuple):
    """A finished page. `number` counts from 1; `folio` is what is printed (None: none); `label` the PDF page label."""

    number: int
    folio: str | None
    label: str
    right_hand: bool
    width: float
    height: float
    bleed: float
    items: tuple[Item, ...]


class Bookmark(NamedTuple):
    """An entry of the PDF's outline: a title and the anchor where the thing stands."""

    title: str
    anchor: str
    children: tuple[Bookmark, ...] = ()


class Document(NamedTuple):
    """All pages with the document's information. `date` is ISO 8601 (the issue's, never the clock's);
    `info` is what else the document's information says, by key."""

    pages: tuple[Page, ...]
    title: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    info: Mapping[str, str] = {}


def walk(items: tuple[Item, ...], dx: float = 0.0, dy: float = 0.0) -> Iterator[tuple[Item, float, float]]:
    """Every item that is not a group, in paint order, with the offset of unturned groups summed up.

    Items of turned groups come with the offset of the group's origin; their own coordinates are still turned.
    """
    for item in items:
        if isinstance(item, Group):
            yield from walk(item.items, dx + item.dx, dy + item.dy)
        else:
            yield item, dx, dy
