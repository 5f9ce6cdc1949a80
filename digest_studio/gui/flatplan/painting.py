"""The flat plan as it is painted, on screen and on paper alike: a page's labels, the slots while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from digest_studio.base.geometry import Rect
from digest_studio.gui.flatplan.captions import Caption
from digest_studio.gui.style import ACCENT, ERROR, WARNING
from digest_studio.plan.slots import Slot, Verdict

BAR = 4.0
"""Height of the colour below a page, on screen."""
REASON_WIDTH = 280.0
NEUTRAL, REFUSED = QColor(128, 128, 128, 160), ERROR


def paint_labels(painter: QPainter, box: Rect, caption: Caption, font: QFont, ink: QColor, quiet: QColor) -> None:
    """The colour, the folio and the title below a page. `font` sets the size of everything."""
    metrics = QFontMetricsF(font)
    unit = metrics.height() / 14
    top = box.bottom + 3 * unit
    if caption.colour is not None:
        painter.fillRect(QRectF(box.x + unit, top, box.width - 2 * unit, BAR * unit), caption.colour)
    folio = QFont(font)
    folio.setWeight(QFont.Weight.DemiBold)
    room = box.width - 4 * unit
    baseline = top + BAR * unit + 3 * unit + metrics.ascent()
    painter.setFont(folio)
    painter.setPen(ink)
    painter.drawText(QPointF(box.x + 2 * unit, baseline), caption.label)
    used = QFontMetricsF(folio).horizontalAdvance(caption.label) + 6 * unit
    title = metrics.elidedText(caption.title, Qt.TextElideMode.ElideRight, max(0.0, room - used))
    painter.setFont(font)
    painter.setPen(quiet)
    painter.drawText(QPointF(box.x + 2 * unit + used, baseline), title)


def paint_slot(painter: QPainter, box: Rect, slot: Slot, colour: QColor, *, aimed: bool) -> None:
    """The mark of a slot at its page's edge; broken where a drop is refused, strong where the pointer is."""
    x = box.right - 2 if slot.after else box.x + 2
    pen = QPen(colour, 6 if aimed else 3)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if colour == REFUSED:
        pen.setWidthF(3 if aimed else 1.5)
        pen.setDashPattern([1, 1] if aimed else [2, 2])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, box.y), QPointF(x, box.bottom))


def colour_of(verdict: Verdict | None, pages: int) -> QColor:
    """How a slot is marked: accent where a drop is welcome, amber where it costs something (wishes of others, or more than
    the `pages` that the issue has), red where a rule forbids it, grey where nothing would change or nothing is known yet."""
    if verdict is None or verdict.stays:
        return NEUTRAL
    if not verdict.allowed:
        return REFUSED
    return WARNING if verdict.warnings or verdict.pages > pages else ACCENT


def paint_note(painter: QPainter, near: QPointF, room: QRectF, lines: tuple[str, ...], colour: QColor) -> None:
    """A card of a few lines beside a point, within `room`; its edge has the colour of what it says."""
    palette_font = QFont(painter.font())
    metrics = QFontMetricsF(palette_font)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    text = "\n".join(lines)
    inner = metrics.boundingRect(QRectF(0, 0, REASON_WIDTH - 28, 1000), flags, text)
    box = QRectF(near.x() + 16, near.y() + 92, inner.width() + 32, inner.height() + 16)
    if box.bottom() > room.bottom():
        box.moveBottom(near.y() - 12)
    box.moveLeft(max(room.left() + 4, min(box.left(), room.right() - box.width() - 4)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(24, 25, 27, 240))
    painter.drawRoundedRect(box, 4, 4)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(box.left(), box.top(), 6, box.height()), 3, 3)
    painter.setPen(QColor("#f2f2f1"))
    painter.drawText(box.adjusted(18, 8, -10, -8), flags, text)


def inks(palette: QPalette, dark: bool) -> tuple[QColor, QColor]:
    """The colours of words on the pasteboard."""
    return (QColor("#f2f2f1"), QColor("#b9bbbd")) if dark else (QColor("#161718"), QColor("#202224"))
