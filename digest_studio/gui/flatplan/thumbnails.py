"""Thumbnails of pages: painted once for each size, a few in each frame, and on their way when pages change places."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter

from PySide6.QtCore import QEasingCurve, QObject, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter

from digest_studio.base.geometry import Rect
from digest_studio.gui.flatplan.sheet import Cell
from digest_studio.gui.pages.tiles import Raster, Tiles
from digest_studio.paint.qt.painter import PaintResources

LIMIT_BYTES = 96 << 20
GLIDE_MS = 180


class Thumbnails:
    """Paints pages small."""

    def __init__(self, painting: PaintResources) -> None:
        self.tiles = Tiles(painting, LIMIT_BYTES)

    def paint(self, painter: QPainter, cell: Cell, area: QRectF, ratio: float, deadline: float) -> bool:
        """Paint the page of a cell into `area`; whether that is the page as it will be. After `deadline` (of perf_counter)
        nothing is painted anew: what there is of the page is shown instead."""
        page = cell.page
        raster = Raster(page, cell.box.height * ratio / page.height, Rect(0.0, 0.0, page.width, page.height))
        part = QRect(0, 0, *raster.size)
        tile = self.tiles.current(raster, part)
        if tile is None and perf_counter() < deadline:
            tile = self.tiles.paint(raster, part)
        shown = tile or next(reversed(self.tiles.stale(page.number)), None)
        if shown is None:
            painter.fillRect(area, Qt.GlobalColor.white)
        else:
            painter.drawPixmap(area, shown.pixels, QRectF(shown.pixels.rect()))
        return tile is not None


class Glide(QVariantAnimation):
    """Pages on their way to their new places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._from: Mapping[int, Rect] = {}
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(GLIDE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.finished.connect(self.forget)

    def begin(self, places: Mapping[int, Rect]) -> None:
        """Let pages, by their numbers, come from where they were."""
        self.stop()
        self._from = places
        if places:
            self.start()

    def forget(self) -> None:
        self._from = {}

    def box(self, cell: Cell) -> Rect:
        """Where a page is now."""
        start, end = self._from.get(cell.page.number), cell.box
        if start is None:
            return end
        t = float(self.currentValue() or 0.0)
        return Rect(start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t, end.width, end.height)
