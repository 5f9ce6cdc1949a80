"""What is painted while something is dragged: a card at the pointer, where it would go, or why it may not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QPalette, QPen, QPixmap

from digest_studio.gui.controller import Controller
from digest_studio.gui.outline.rows import Row
from digest_studio.gui.outline.wording import Wording, tr
from digest_studio.gui.style import ACCENT, RHYTHM
from digest_studio.paint.qt.painter import paint_page

WIDTH, HEIGHT, PAGE = 248, 72, 56
"""Pixels: the card, and the height of the page on it."""


def card(controller: Controller, rows: Sequence[Row], ratio: float) -> QPixmap:
    """The picture of what is carried, for a screen of `ratio` device pixels a pixel."""
    behind = min(2, len(rows) - 1)
    pixels = QPixmap(round((WIDTH + 8 * behind + 2) * ratio), round((HEIGHT + 8 * behind + 2) * ratio))
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(QGuiApplication.font())
    for n in range(behind, -1, -1):
        _sheet(painter, QRectF(1 + 8 * n, 1 + 8 * n, WIDTH, HEIGHT))
    left = _page(painter, controller, rows[0])
    _words(painter, rows, left)
    painter.end()
    return pixels


def _sheet(painter: QPainter, box: QRectF) -> None:
    palette = QGuiApplication.palette()
    painter.setPen(QPen(ACCENT, 1.5))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 4, 4)


def _page(painter: QPainter, controller: Controller, row: Row) -> float:
    """The first page of what is carried; where the words begin."""
    made = controller.made
    if made is None or row.first is None or row.first > len(made.document.pages):
        return 14.0
    page = made.document.pages[row.first - 1]
    scale = PAGE / page.height
    painter.save()
    painter.translate(9, 9)
    paint_page(painter, page, scale, resources=controller.painting)
    painter.restore()
    painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.Mid))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(9, 9, page.width * scale, PAGE))
    return 9 + page.width * scale + 10


def _words(painter: QPainter, rows: Sequence[Row], left: float) -> None:
    palette, wording = QGuiApplication.palette(), Wording()
    bold = QFont(painter.font())
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(bold)
    room = WIDTH - left - 8
    painter.setFont(bold)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    title = metrics.elidedText(wording.title(rows[0]), Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(left, 14 + metrics.ascent()), title)
    pages = sum(row.pages or sum(child.pages for child in row.children) for row in rows)
    parts = [tr("%n page(s)", pages)] if pages else []
    if len(rows) > 1:
        parts.append(tr("and %n more", len(rows) - 1))
    plain = QFont(bold)
    plain.setWeight(QFont.Weight.Normal)
    painter.setFont(plain)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(QPointF(left, 18 + metrics.height() + metrics.ascent()), " · ".join(parts))


def paint_mark(painter: QPainter, line: QLineF, palette: QPalette) -> None:
    """The insertion mark: a line between two rows, with a ring at its beginning."""
    painter.setPen(QPen(ACCENT, 2))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawLine(line.p1() + QPointF(8, 0), line.p2())
    painter.drawEllipse(line.p1() + QPointF(4, 0), 3.5, 3.5)


def paint_onto(painter: QPainter, row: QRect) -> None:
    """A frame around the row, or all rows, onto which something would be dropped."""
    box = QRectF(row)
    box.setLeft(2)
    painter.setPen(QPen(ACCENT, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -3, -1), 4, 4)


def paint_reason(painter: QPainter, pane: QRect, why_not: str, palette: QPalette) -> None:
    """Why nothing may be dropped here, at the foot of the pane."""
    room = pane.adjusted(RHYTHM, RHYTHM, -RHYTHM, -RHYTHM)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    text = painter.boundingRect(room.adjusted(8, 8, -8, -8), flags, why_not)
    box = QRect(room.left(), room.bottom() - text.height() - 16, room.width(), text.height() + 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.ToolTipBase))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(palette.color(QPalette.ColorRole.ToolTipText))
    painter.drawText(box.adjusted(8, 8, -8, -8), flags, why_not)
