"""Several pages side by side: the spreads that a reader sees, and the sides of the sheets that a printer folds.

Each is a `Page` of groups, a group for each page that stands there: moved, turned, and cut at the spine, so that nothing of a
page shows on the one that faces it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Page
from digest_studio.display.imposition import Cell, Side
from digest_studio.display.items import Group
from digest_studio.display.marks import Cuts

HEAD_TRIM = mm(3.0)
"""The least that is cut off between heads that stand against each other."""


def reader_spreads(pages: Sequence[Page]) -> Iterator[Page]:
    """Left- and right-hand pages that follow each other as one page twice as wide; those without a neighbour alone."""
    waiting: Page | None = None
    for page in pages:
        if waiting is not None and page.right_hand and page.number == waiting.number + 1:
            yield _spread(waiting, page)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = None if page.right_hand else page
        if page.right_hand:
            yield page
    if waiting is not None:
        yield waiting


def _spread(left: Page, right: Page) -> Page:
    bleed, width, height = left.bleed, left.width, left.height
    over = height + 2 * bleed
    return Page(
        left.number, None, f"{left.label}–{right.label}", False, 2 * width, height, bleed,
        (
            Group(left.items, clip=Rect(-bleed, -bleed, width + bleed, over), page=left.number),
            Group(right.items, dx=width, clip=Rect(0.0, -bleed, width + bleed, over), page=right.number),
        ),
    )  # fmt: skip


class Imposition(NamedTuple):
    """How pages lie on sheets, in points. `book` has each place's page, None for a blank; `sheets` is how many there are.

    `creep` is how far the innermost pages move towards the spine, `deepest` how many leaves lie around them. Nothing of a page is
    kept further than `bleed` outside its trim.
    """

    book: tuple[Page | None, ...]
    width: float
    height: float
    bleed: float
    rows: int
    creep: float
    deepest: int
    marks: bool

    @property
    def head(self) -> float:
        """Between a page's head and the fold above it, where pages stand head to head."""
        if self.rows == 1:
            return 0.0
        return max(self.bleed, HEAD_TRIM) if self.marks else self.bleed

    def top(self, row: int) -> float:
        """Where the pages of a row begin, from the top of the sheet."""
        return self.height + 2 * self.head if row == 0 and self.rows > 1 else 0.0

    def shift(self, depth: int) -> float:
        """How far pages of this depth move towards the spine."""
        return self.creep * depth / self.deepest if self.deepest else 0.0


def sheet_side(imposition: Imposition, side: Side) -> Page:
    """One side of a sheet as a page: its trim holds all pages of the outermost sheet, the heads' trim included. Its number is the
    lowest of its pages'."""
    groups = tuple(
        group for cell in side.cells if (group := _cell(imposition, cell, imposition.book[cell.position - 1])) is not None
    )
    height = imposition.rows * imposition.height + 2 * imposition.head
    number = min((group.page for group in groups), default=len(imposition.book))
    label = f"{side.sheet}{'A' if side.front else 'B'}"
    return Page(number, None, label, True, 2 * imposition.width, height, imposition.bleed, groups)


def _cell(imposition: Imposition, cell: Cell, page: Page | None) -> Group | None:
    """The page moved to its place, turned, and cut at the spine and at the bleed's other edges. Nothing for a blank."""
    if page is None:
        return None
    width, height, bleed = imposition.width, imposition.height, imposition.bleed
    shift = imposition.shift(cell.depth)
    left, top = (width - shift if cell.right else shift), imposition.top(cell.row)
    kept = Rect(shift if cell.right_hand else -bleed, -bleed, width - shift + bleed, height + 2 * bleed)
    if cell.turned:
        return Group(page.items, left + width, top + height, turn=180, clip=kept, page=page.number)
    return Group(page.items, left, top, clip=kept, page=page.number)


def sheet_cuts(imposition: Imposition, side: Side) -> Cuts:
    """Where this sheet is cut and folded. Inner sheets stand out by the creep and are cut nearer to their spine."""
    across = {cell.row: imposition.shift(cell.depth) for cell in side.cells}
    upper = imposition.rows - 1
    whole = 2 * imposition.width
    edges = [y for row in across for y in (imposition.top(row), imposition.top(row) + imposition.height)]
    head = imposition.height + imposition.head if imposition.rows > 1 else None
    return Cuts(
        top=(across[upper], whole - across[upper]), bottom=(across[0], whole - across[0]), sides=tuple(sorted(edges)),
        spine=imposition.width, head=head,
    )  # fmt: skip


def spread_cuts(page: Page, single: float) -> Cuts:
    """Where a reader's spread is cut and folded; one as wide as a `single` page is not."""
    spine = single if page.width > single else None
    return Cuts(top=(0.0, page.width), bottom=(0.0, page.width), sides=(0.0, page.height), spine=spine)
