"""Where the thumbnails lie: spreads in rows, as many beside each other as there is room for. Pure; lengths in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.gui.pages.board import arrange
from digest_studio.plan.slots import Slot

GAP = 28.0
"""Between two spreads beside each other: room for the marks of two slots."""
LABELS = 32.0
"""Below a page: its colour, its folio, and the title that begins on it."""
MARGIN = 24.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A page's thumbnail."""

    page: Page
    box: Rect


@dataclass(frozen=True, slots=True)
class Sheet:
    """All thumbnails, from the first page; `width` and `height` hold them with the margin around."""

    cells: tuple[Cell, ...]
    width: float
    height: float
    labels: float = LABELS
    gap: float = GAP

    def cell(self, number: int) -> Cell | None:
        """The thumbnail of a page by its physical number."""
        return self.cells[number - 1] if 1 <= number <= len(self.cells) else None

    def at(self, x: float, y: float) -> Cell | None:
        """The page under a point; a page's labels are part of it."""
        return next((cell for cell in self.cells if _holds(cell.box, x, y, self.labels)), None)

    def slot_at(self, x: float, y: float) -> Slot | None:
        """The slot nearest to a point: before a page in its left half and left of it, after it in its right."""
        row = [cell for cell in self.cells if cell.box.y - self.gap / 2 <= y < cell.box.bottom + self.labels]
        if not row:
            return None
        cell = min(row, key=lambda each: max(each.box.x - x, x - each.box.right, 0.0))
        return Slot(cell.page.number, after=x >= cell.box.x + cell.box.width / 2)

    def within(self, top: float, bottom: float) -> tuple[Cell, ...]:
        """The pages of which something lies between two heights."""
        return tuple(cell for cell in self.cells if cell.box.bottom + self.labels >= top and cell.box.y - self.gap <= bottom)


def lay_out(pages: Sequence[Page], width: float, page_height: float, labels: float = LABELS, gap: float = GAP) -> Sheet:
    """Thumbnails of a height, in rows no wider than `width`; a cover stands at its spread's right, as when one reads.
    Full rows stand in the middle."""
    if not pages:
        return Sheet((), width, 0.0, labels, gap)
    tallest = max(page.height for page in pages)
    scale = page_height / tallest
    spread_width = 2 * scale * max(page.width for page in pages)
    across = max(1, int((width - 2 * MARGIN + gap) // (spread_width + gap)))
    spreads = arrange(pages).spreads
    used = across * (spread_width + gap) - gap
    left = (width - used) / 2 if len(spreads) >= across else MARGIN
    cells: list[Cell] = []
    for number, spread in enumerate(spreads):
        spine = left + (number % across) * (spread_width + gap) + spread_width / 2
        top = MARGIN + (number // across) * (page_height + labels + gap / 2)
        for lying in spread.pages:
            page = lying.page
            x = spine if page.right_hand else spine - page.width * scale
            cells.append(Cell(page, Rect(x, top, page.width * scale, page.height * scale)))
    return Sheet(tuple(cells), width, cells[-1].box.y + page_height + labels + MARGIN, labels, gap)


def fitted(pages: Sequence[Page], width: float, height: float, labels: float, gap: float) -> Sheet:
    """The largest thumbnails with which everything goes into `width` × `height`."""
    low, high = 1.0, height
    for _ in range(24):
        middle = (low + high) / 2
        sheet = lay_out(pages, width, middle, labels, gap)
        fits = sheet.height <= height and all(cell.box.right <= width for cell in sheet.cells)
        low, high = (middle, high) if fits else (low, middle)
    return lay_out(pages, width, low, labels, gap)


def _holds(box: Rect, x: float, y: float, below: float) -> bool:
    return box.x <= x < box.right and box.y <= y < box.bottom + below
