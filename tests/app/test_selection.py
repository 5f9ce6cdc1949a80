"""Some pages of a document: what leads to a page left out is left out too."""

from __future__ import annotations

from digest_studio.app.selection import select_pages
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Bookmark, Document, Page, walk
from digest_studio.display.items import Anchor, Group, Item, Link

BOX = Rect(0, 0, 10, 10)


def page(number: int, *items: Item) -> Page:
    return Page(number, str(number), str(number), number % 2 == 1, 100, 100, 9, items)


DOCUMENT = Document(
    (
        page(1, Link(BOX, "a"), Group((Link(BOX, "b"), Link(BOX, "https://x.example", external=True)), 5, 5)),
        page(2, Anchor("a", 0, 0)),
        page(3, Group((Anchor("b", 0, 0),), 1, 1)),
    ),
    title="T", language="en", bookmarks=(Bookmark("A", "a", (Bookmark("B", "b"),)),),
)


def targets(document: Document) -> list[str]:
    return [item.target for p in document.pages for item, _, _ in walk(p.items) if isinstance(item, Link)]


def test_all_pages_are_the_document() -> None:
    assert select_pages(DOCUMENT, {1, 2, 3}) == DOCUMENT


def test_links_to_pages_left_out_go_and_addresses_stay() -> None:
    chosen = select_pages(DOCUMENT, {1, 3})
    assert [p.number for p in chosen.pages] == [1, 3]
    assert targets(chosen) == ["b", "https://x.example"]


def test_a_bookmark_whose_page_is_left_out_leaves_its_children() -> None:
    assert select_pages(DOCUMENT, {3}).bookmarks == (Bookmark("B", "b"),)
    assert select_pages(DOCUMENT, {2}).bookmarks == (Bookmark("A", "a"),)
