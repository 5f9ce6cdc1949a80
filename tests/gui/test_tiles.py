"""Painted pages are used again: what is copied looks as if it were painted, and only the difference is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageChops
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPixmap, QRegion

from digest_studio.app.session import Made
from digest_studio.app.studio.workshop import Request, Workshop
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.gui.pages.tiles import Raster, Tiles
from digest_studio.model.edits import Place, move_entry, place_of, replace_body
from digest_studio.model.issue import Issue
from digest_studio.model.read import read_issue
from digest_studio.paint.qt.painter import PaintResources
from digest_studio.paint.qt.pictures import DirectPictures
from tests.paint_qt.comparing import as_pillow

pytestmark = pytest.mark.usefixtures("qapp")


class Watched(Tiles):
    """Tiles that note which part of each page they paint."""

    def __init__(self) -> None:
        super().__init__(PaintResources(DirectPictures()))
        self.painted: dict[int, float] = {}

    def _paint_on(self, pixels: QPixmap, raster: Raster, part: QRect, where: QRect | QRegion) -> None:
        box = QRegion(where).boundingRect()
        self.painted[raster.page.number] = box.width() * box.height() / (part.width() * part.height())
        super()._paint_on(pixels, raster, part, where)

    def shown(self, page: Page, scale: float = 0.9) -> QImage:
        raster = Raster(page, scale, Rect(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.height + 2 * page.bleed))
        part = next(raster.parts(QRect(0, 0, *raster.size)))
        return (self.current(raster, part) or self.paint(raster, part)).pixels.toImage()


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def issue(issue_folder: Path) -> Issue:
    found = read_issue(issue_folder).issue
    assert found is not None
    return found


def made(workshop: Workshop, issue: Issue) -> Made:
    laid_out = workshop.make(Request(issue))
    assert isinstance(laid_out, Made)
    return laid_out


def edits(issue: Issue) -> Iterator[Issue]:
    """A letter typed and taken back, an article moved to and fro, a title, another section first, another season."""
    text = issue.articles["tides"].markdown
    yield replace_body(issue, "tides", text + " x")[1]
    yield issue
    start = place_of(issue, "tides")
    assert start is not None
    moved = move_entry(issue, start, Place("Air", 1))[1]
    yield moved
    yield replace(moved, articles={**moved.articles, "winds": replace(moved.articles["winds"], title="Winds")})
    yield replace(issue, outline=tuple(reversed(issue.outline)))
    yield replace(issue, period="Summer")


def test_what_is_copied_looks_as_if_it_were_painted(workshop: Workshop, issue: Issue) -> None:
    tiles = Watched()
    for each in (issue, *edits(issue)):
        for page in made(workshop, each).document.pages:
            difference = ImageChops.difference(as_pillow(tiles.shown(page)), as_pillow(Watched().shown(page)))
            assert all(most <= 1 for _, most in difference.getextrema()), f"page {page.number}"  # 1: a resampled photo's rounding


def test_of_a_page_whose_number_changes_only_the_number_is_painted(workshop: Workshop, issue: Issue) -> None:
    tiles = Watched()
    before = made(workshop, issue)
    for page in before.document.pages:
        tiles.shown(page)
    assert set(tiles.painted.values()) == {1.0}
    tiles.painted.clear()
    after = made(workshop, replace(issue, first_page=3))
    assert all(page not in before.document.pages for page in after.document.pages if page.folio)
    for page in after.document.pages:
        tiles.shown(page)
    articles = {line.number for line in after.plan.pages if line.items and all(item.kind == "article" for item in line.items)}
    assert articles and all(tiles.painted[number] < 0.05 for number in articles)


def test_an_article_on_other_pages_of_the_same_side_is_not_painted_again(workshop: Workshop, issue: Issue) -> None:
    tiles = Watched()
    before = made(workshop, issue)
    for page in before.document.pages:
        tiles.shown(page)
    where = {(item.id, item.part): line for line in before.plan.pages for item in line.items}
    tiles.painted.clear()
    after = made(workshop, replace(issue, outline=tuple(reversed(issue.outline))))
    for page in after.document.pages:
        tiles.shown(page)
    stays = [
        line.number for line in after.plan.pages for item in line.items
        if item.kind == "article" and line.right_hand == where[item.id, item.part].right_hand and len(line.items) == 1
    ]
    assert stays and all(tiles.painted.get(number, 0.0) < 0.05 for number in stays)


def test_a_typed_letter_paints_the_lines_after_it(workshop: Workshop, issue: Issue) -> None:
    tiles = Watched()
    for page in made(workshop, issue).document.pages:
        tiles.shown(page)
    tiles.painted.clear()
    text = issue.articles["tides"].markdown
    changed = text[:200] + text[200:].replace("e", "c", 1)  # in its first paragraphs, about as wide
    for page in made(workshop, replace_body(issue, "tides", changed)[1]).document.pages:
        tiles.shown(page)
    assert tiles.painted and all(part < 0.5 for part in tiles.painted.values()), tiles.painted


def test_of_a_page_that_is_hardly_in_view_only_what_is_seen_is_painted_until_there_is_time(
    workshop: Workshop, issue: Issue
) -> None:
    tiles = Watched()
    page = made(workshop, issue).document.pages[3]
    raster = Raster(page, 0.9, Rect(0, 0, page.width, page.height))
    part = next(raster.parts(QRect(0, 0, *raster.size)))
    top = QRect(0, 0, part.width(), part.height() // 5)
    little = tiles.paint(raster, part, top)
    assert (little.painted, little.pixels.size()) == (top, top.size())
    assert tiles.bytes == top.width() * top.height() * 4
    assert tiles.current(raster, part, top) is little
    assert tiles.current(raster, part, top.adjusted(0, 0, 0, 1)) is tiles.current(raster, part) is None
    assert tiles.stale(page.number) == [], "it shows too little to stand for the page"
    whole = tiles.paint(raster, part, part)
    assert tiles.current(raster, part, top) is whole and whole.painted == part
    assert whole.pixels.copy(top).toImage() == little.pixels.toImage()
