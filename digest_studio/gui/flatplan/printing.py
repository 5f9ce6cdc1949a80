"""The flat plan on one sheet of paper: as a PDF, or to a printer. Thumbnails are pictures, words are type.

The window goes on meanwhile: a page is painted at a time, and pages whose photographs are still being decoded wait for them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPixmap

from digest_studio import __version__
from digest_studio.app.session import Made
from digest_studio.base.geometry import Rect
from digest_studio.gui.controller import Controller
from digest_studio.gui.flatplan.captions import Caption, Colouring, captions, legend
from digest_studio.gui.flatplan.painting import paint_labels
from digest_studio.gui.flatplan.sheet import Sheet, fitted
from digest_studio.gui.flatplan.words import tr
from digest_studio.gui.pages.tiles import Raster, Tiles

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from digest_studio.paint.qt.background import BackgroundPictures

DPI = 300
"""Of the thumbnails."""
MARGIN_MM = 10.0
PATIENCE_MS = 500
"""Until a photograph is asked for again: too many wishes of other views may have pushed ours out."""
LIMIT_BYTES = 512 << 20
INK, QUIET, EDGE = QColor("#161718"), QColor("#55585b"), QColor("#b4b4b2")


class Sheeter(QObject):
    """Draws the flat plan of what is made now on a paged device. `finished` tells whether it was written."""

    progressed = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, controller: Controller, made: Made, colouring: Colouring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made = made
        self._captions = captions(made, colouring)
        self._legend = legend(made, colouring)
        self._tiles = Tiles(controller.painting, LIMIT_BYTES)
        self._pictures = cast("BackgroundPictures", controller.painting.pictures)
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def start(self, device: QPagedPaintDevice) -> None:
        """Draw on `device`, which is set up already."""
        self._device = device
        area = device.pageLayout().paintRectPixels(device.logicalDpiX())
        self._area = QRectF(0, 0, area.width(), area.height())
        self._unit = device.logicalDpiX() / 72
        head = 40 * self._unit
        self._sheet: Sheet = fitted(
            self._made.document.pages, self._area.width(), self._area.height() - head, 16 * self._unit, 12 * self._unit
        )
        self._head = head
        self._at = 0
        self._pictures.ready.connect(self._picture_came)
        self._timer.start(0)

    def _step(self) -> None:
        """Paint the next page, and again as long as it waits for photographs; draw the sheet when all are there."""
        cells = self._sheet.cells
        if self._at < len(cells):
            tile = self._tiles.paint(*self._raster(self._at))
            if tile.awaits:
                self._timer.start(PATIENCE_MS)
                return
            self._at += 1
            self.progressed.emit(self._at, len(cells))
            self._timer.start(0)
            return
        self._pictures.ready.disconnect(self._picture_came)
        self.finished.emit(self._draw())

    def _picture_came(self, wanted: object) -> None:
        if self._at < len(self._sheet.cells) and self._tiles.picture_came(wanted):  # type: ignore[arg-type]
            self._timer.start(0)

    def _raster(self, number: int) -> tuple[Raster, QRect]:
        cell = self._sheet.cells[number]
        scale = cell.box.height / cell.page.height * DPI / (72 * self._unit)
        raster = Raster(cell.page, scale, Rect(0, 0, cell.page.width, cell.page.height))
        return raster, QRect(0, 0, *raster.size)

    def _draw(self) -> bool:
        painter = QPainter()
        if not painter.begin(self._device):
            return False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._draw_head(painter)
        painter.translate(0, self._head)
        font = self._font(6)
        for number, cell in enumerate(self._sheet.cells):
            tile = self._tiles.current(*self._raster(number))
            area = QRectF(cell.box.x, cell.box.y, cell.box.width, cell.box.height)
            if tile is not None:
                pixels: QPixmap = tile.pixels
                painter.drawImage(area, pixels.toImage(), QRectF(pixels.rect()))
            painter.setPen(EDGE)
            painter.drawRect(area)
            caption: Caption | None = self._captions.get(cell.page.number)
            if caption is not None:
                paint_labels(painter, cell.box, caption, font, INK, QUIET)
        return painter.end()

    def _draw_head(self, painter: QPainter) -> None:
        """What it is the plan of, and what the colours mean."""
        issue, unit = self._made.issue, self._unit
        title = self._font(13)
        title.setWeight(QFont.Weight.DemiBold)
        painter.setFont(title)
        painter.setPen(INK)
        left = self._sheet.cells[0].box.x if self._sheet.cells else 0.0
        left = min([left, *(cell.box.x for cell in self._sheet.cells)])
        painter.drawText(QPointF(left, 14 * unit), f"{issue.publication} — {issue.period}")
        plain = self._font(7)
        painter.setFont(plain)
        painter.setPen(QUIET)
        painter.drawText(QPointF(left, 28 * unit), tr("Flat plan, %n page(s)", len(self._made.plan.pages)))
        metrics = QFontMetricsF(plain)
        right = max((cell.box.right for cell in self._sheet.cells), default=self._area.width())
        for name, colour in reversed(self._legend):
            right -= metrics.horizontalAdvance(name)
            painter.setPen(QUIET)
            painter.drawText(QPointF(right, 28 * unit), name)
            right -= 10 * unit
            painter.fillRect(QRectF(right, 28 * unit - 5.5 * unit, 6 * unit, 6 * unit), colour)
            right -= 8 * unit

    def _font(self, points: float) -> QFont:
        font = QFont()
        font.setPixelSize(max(1, round(points * self._unit)))
        return font


def pdf_device(path: Path, title: str) -> QPdfWriter:
    """A PDF of one A3 page, landscape."""
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator(f"Digest Studio {__version__}")
    writer.setResolution(DPI)
    writer.setPageLayout(a3_landscape())
    return writer


def a3_landscape() -> QPageLayout:
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A3), QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter
    )
