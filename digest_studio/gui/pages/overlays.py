"""What can be drawn over the pages to see how they are made: never printed, thin at every zoom."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Page
from digest_studio.display.hit import placed_frames, reading_order
from digest_studio.gui.pages.board import Lying
from digest_studio.gui.pages.marks import title_of
from digest_studio.gui.style import ACCENT
from digest_studio.model.issue import Issue
from digest_studio.theme.types import Theme


class Overlay(Enum):
    """The overlays; the values are kept in the settings."""

    TRIM = "trim"
    COLUMNS = "columns"
    BASELINES = "baselines"
    FRAMES = "frames"
    ORDER = "order"


TRIM, BLEED = QColor(20, 160, 190), QColor(214, 64, 58)
COLUMN, MARGIN = QColor(150, 90, 200, 26), QColor(150, 90, 200, 150)
BASELINE = QColor(60, 140, 230, 90)
FRAME = QColor(31, 122, 140, 200)
ORDER = QColor(196, 84, 20, 230)

LABEL = 11
"""Pixels of the names' type."""
CLEAR = 3.0
"""Pixels between what is selected and its outline, so that it touches no letter."""
FINEST = 3.0
"""Pixels between baselines under which they would only be a tint, and are left out."""


class OverlayPainter:
    """Draws overlays of one page. The painter's unit is a pixel; `scale` pixels make a point."""

    def __init__(self, painter: QPainter, lying: Lying, corner: QPointF, scale: float) -> None:
        self._painter = painter
        self._lying = lying
        self._corner = corner
        self._scale = scale

    @property
    def _page(self) -> Page:
        return self._lying.page

    def trim(self) -> None:
        """The trim, and the end of the bleed around it."""
        self._outline(Rect(0, 0, self._page.width, self._page.height), TRIM)
        sheet, trim = self._lying.sheet, self._lying.trim
        self._outline(sheet.moved(-trim.x, -trim.y), BLEED)

    def columns(self, theme: Theme) -> None:
        """The columns, and the type area around them."""
        left, top = theme.left(self._page.right_hand), theme.top
        depth = mm(theme.page.height - theme.margins.top - theme.margins.bottom)
        for number in range(1, theme.grid.columns + 1):
            x, width = theme.column(number, number)
            self._painter.fillRect(self._box(Rect(left + x, top, width, depth)), COLUMN)
        self._outline(Rect(left, top, theme.measure, depth), MARGIN)

    def baselines(self, theme: Theme) -> None:
        """The grid on which all body text stands."""
        if theme.grid.baseline * self._scale < FINEST:
            return
        left = theme.left(self._page.right_hand)
        self._painter.setPen(_pen(BASELINE))
        ends = (self._point(left, 0).x(), self._point(left + theme.measure, 0).x())
        heights = (self._point(0, theme.top + theme.baseline(line)).y() for line in range(theme.lines))
        self._painter.drawLines([QLineF(ends[0], y, ends[1], y) for y in map(_crisp, heights)])

    def frames(self, issue: Issue) -> None:
        """Every frame, with the name of what stands in it."""
        for frame in placed_frames(self._page):
            self._outline(frame.box, FRAME)
            title = title_of(frame.name, issue)
            if title:
                self._label(title, self._box(frame.box), FRAME)

    def order(self) -> None:
        """The order in which a reader meets the frames."""
        centres = [_entry(self._box(frame.box)) for frame in reading_order(self._page)]
        painter = self._painter
        painter.setPen(_pen(ORDER, 1.5))
        for one, other in pairwise(centres):
            painter.drawLine(one, other)
        for number, centre in enumerate(centres, 1):
            painter.setBrush(ORDER)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(centre, LABEL, LABEL)
            painter.setPen(Qt.GlobalColor.white)
            painter.setFont(_font(painter, bold=True))
            painter.drawText(QRectF(centre.x() - 16, centre.y() - 16, 32, 32), Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _label(self, text: str, box: QRectF, colour: QColor) -> None:
        painter = self._painter
        font = _font(painter)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width() - 8))
        if not shown:
            return
        flag = QRectF(box.left(), box.top(), metrics.horizontalAdvance(shown) + 8, metrics.height() + 2)
        painter.fillRect(flag, colour)
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(font)
        painter.drawText(flag.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)

    def _outline(self, box: Rect, colour: QColor) -> None:
        self._painter.setPen(_pen(colour))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(crisp_rect(self._box(box)))

    def _box(self, box: Rect) -> QRectF:
        corner = self._point(box.x, box.y)
        return QRectF(corner.x(), corner.y(), box.width * self._scale, box.height * self._scale)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self._corner.x() + x * self._scale, self._corner.y() + y * self._scale)


def paint_selection(painter: QPainter, boxes: Iterator[QRectF]) -> None:
    """Outline what is selected, with a light edge so that it is seen on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        edge = QPainterPath()
        edge.addRect(crisp_rect(box.adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR)))
        painter.setPen(_pen(QColor(255, 255, 255, 170), 4))
        painter.drawPath(edge)
        painter.setPen(_pen(ACCENT, 2))
        painter.drawPath(edge)


def crisp_rect(box: QRectF) -> QRectF:
    """The box with its edges in the middle of pixels, for sharp lines."""
    left, top = _crisp(box.left()), _crisp(box.top())
    return QRectF(left, top, _crisp(box.right()) - left, _crisp(box.bottom()) - top)


def _crisp(value: float) -> float:
    return round(value - 0.5) + 0.5


def _entry(box: QRectF) -> QPointF:
    """Where a reader enters a frame: near its upper left corner."""
    return QPointF(box.left() + min(24.0, box.width() / 2), box.top() + min(24.0, box.height() / 2))


def _pen(colour: QColor, width: float = 1.0) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _font(painter: QPainter, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(LABEL)
    font.setBold(bold)
    return font
