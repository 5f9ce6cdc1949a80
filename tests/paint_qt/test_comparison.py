"""The screen shows what the press gets: pages painted by Qt against the exported PDF drawn by PDFium."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image

from digest_studio.app.resources import sample_issue
from digest_studio.app.selection import select_pages
from digest_studio.app.session import Opened, make, open_issue
from digest_studio.display.document import Document, Page, walk
from digest_studio.display.items import Item, PlacedImage, PlacedPdf, TextLine
from tests.paint_qt.comparing import DPI, difference, in_print, on_screen, screen_and_print

PIXEL = 72 / DPI
Kind = TypeVar("Kind", TextLine, PlacedImage, PlacedPdf)
BODY = (8.0, 11.0)
"""Points of a size that is running text's."""


@pytest.fixture(scope="module")
def sample() -> Document:
    """The sample issue's pages."""
    opened = open_issue(sample_issue())
    assert isinstance(opened, Opened)
    return make(opened).document


def test_a_page_of_everything_is_the_same_on_screen_and_in_print(page_of_everything: Document, tmp_path: Path) -> None:
    found = screen_and_print(page_of_everything, page_of_everything.pages[0], tmp_path)
    assert found.none_to_be_seen, found


def test_telling_pages_of_the_sample_issue_are_the_same_on_screen_and_in_print(sample: Document, tmp_path: Path) -> None:
    some = select_pages(sample, telling_pages(sample))
    shown = {page.number: screen_and_print(some, page, tmp_path) for page in some.pages}
    assert {number: seen for number, seen in shown.items() if not seen.none_to_be_seen} == {}


def telling_pages(made: Document) -> set[int]:
    """The numbers of the cover, the contents, the page with most type, the one with most photographs, and an advertisement."""
    pages = made.pages[2:]
    fullest = max(pages, key=lambda page: sum(len(run.glyphs) for line in found(page, TextLine) for run in line.runs))
    pictured = max(pages, key=lambda page: len(found(page, PlacedImage)))
    advertisements = [page for page in pages if found(page, PlacedPdf)][:1]
    return {page.number for page in (*made.pages[:2], fullest, pictured, *advertisements)}


@pytest.fixture(scope="module")
def printed(page_of_everything: Document, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The page of everything, as it comes from the PDF."""
    return in_print(page_of_everything, page_of_everything.pages[0], tmp_path_factory.mktemp("printed"))


def line_lower(item: Item) -> Item:
    return item._replace(y=item.y + 0.5) if isinstance(item, TextLine) else item


def line_to_the_right(item: Item) -> Item:
    return item._replace(x=item.x + 0.5) if isinstance(item, TextLine) else item


def wrong_glyph(item: Item) -> Item:
    """The first "n" becomes an "e"."""
    if not isinstance(item, TextLine):
        return item
    run = item.runs[0]
    at, other = run.text.index("n"), run.text.index("e")
    glyphs = (*run.glyphs[:at], run.glyphs[other], *run.glyphs[at + 1 :])
    return item._replace(runs=(run._replace(glyphs=glyphs), *item.runs[1:]))


def photo_moved(item: Item) -> Item:
    return item._replace(box=item.box.moved(PIXEL, 0)) if isinstance(item, PlacedImage) else item


@pytest.mark.parametrize(
    ("kind", "change"),
    [(TextLine, line_lower), (TextLine, line_to_the_right), (TextLine, wrong_glyph), (PlacedImage, photo_moved)],
)
def test_one_thing_out_of_place_is_noticed(
    page_of_everything: Document, printed: Image.Image, kind: type[Item], change: Callable[[Item], Item]
) -> None:
    page = page_of_everything.pages[0]
    changed = with_one_changed(page, kind, change)
    assert not difference(on_screen(changed), printed).none_to_be_seen


def with_one_changed(page: Page, kind: type[Item], change: Callable[[Item], Item]) -> Page:
    """The page with the first body line, or else the first item of that kind, changed."""
    items = list(page.items)
    at = next(n for n, item in enumerate(items) if isinstance(item, kind) and is_plain(item))
    items[at] = change(items[at])
    return page._replace(items=tuple(items))


def is_plain(item: Item) -> bool:
    return not isinstance(item, TextLine) or BODY[0] <= item.runs[0].size <= BODY[1]


def found(page: Page, kind: type[Kind]) -> list[Kind]:
    return [item for item, _, _ in walk(page.items) if isinstance(item, kind)]
