"""Some pages of a finished document, as a document: links and bookmarks that lead to a page left out are left out too."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from digest_studio.display.document import Bookmark, Document, walk
from digest_studio.display.items import Anchor, Group, Item, Link


def select_pages(document: Document, numbers: Collection[int]) -> Document:
    """The pages of `document` with these physical numbers, in order."""
    pages = tuple(p for p in document.pages if p.number in numbers)
    anchors = {item.name for page in pages for item, _, _ in walk(page.items) if isinstance(item, Anchor)}
    kept = tuple(page._replace(items=tuple(without_dead_links(page.items, anchors))) for page in pages)
    return document._replace(pages=kept, bookmarks=tuple(living(document.bookmarks, anchors)))


def without_dead_links(items: tuple[Item, ...], anchors: Collection[str]) -> Iterator[Item]:
    """The items without links to anchors that are not there."""
    for item in items:
        if isinstance(item, Group):
            yield item._replace(items=tuple(without_dead_links(item.items, anchors)))
        elif not isinstance(item, Link) or item.external or item.target in anchors:
            yield item


def living(bookmarks: tuple[Bookmark, ...], anchors: Collection[str]) -> Iterator[Bookmark]:
    """Bookmarks whose place is there; where it is not, their living children take their place."""
    for bookmark in bookmarks:
        children = tuple(living(bookmark.children, anchors))
        if bookmark.anchor in anchors:
            yield bookmark._replace(children=children)
        else:
            yield from children
