"""The soft shadow under a spread: gradients around its edges, which cost no more than what is seen of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QRadialGradient

REACH = 14.0
"""Pixels over which the shadow fades."""
DROP = 3.0
"""Pixels by which it lies lower than the page."""
DARKEST = 80
"""Alpha at the page's edge, of 255."""
_FALL = ((0.0, 1.0), (0.25, 0.56), (0.5, 0.25), (0.75, 0.06), (1.0, 0.0))  # (1 - t)²


def paint_shadow(painter: QPainter, box: QRectF) -> None:
    """Paint the shadow around `box`, in pixels."""
    painter.setPen(Qt.PenStyle.NoPen)
    low = box.translated(0, DROP)
    left, top, right, bottom = low.left(), low.top(), low.right(), low.bottom()
    painter.fillRect(QRectF(left, bottom - DROP, low.width(), DROP), QColor(0, 0, 0, DARKEST))
    for area, start, end in (
        (QRectF(left, bottom, low.width(), REACH), QPointF(0, bottom), QPointF(0, bottom + REACH)),
        (QRectF(left, top - REACH, low.width(), REACH), QPointF(0, top), QPointF(0, top - REACH)),
        (QRectF(left - REACH, top, REACH, low.height()), QPointF(left, 0), QPointF(left - REACH, 0)),
        (QRectF(right, top, REACH, low.height()), QPointF(right, 0), QPointF(right + REACH, 0)),
    ):
        painter.fillRect(area, _fading(QLinearGradient(start, end)))
    for x, y, dx, dy in ((left, top, -1, -1), (right, top, 0, -1), (left, bottom, -1, 0), (right, bottom, 0, 0)):
        area = QRectF(x + dx * REACH, y + dy * REACH, REACH, REACH)
        painter.fillRect(area, _fading(QRadialGradient(QPointF(x, y), REACH)))


def _fading(gradient: QGradient) -> QBrush:
    for at, strength in _FALL:
        gradient.setColorAt(at, QColor(0, 0, 0, round(DARKEST * strength)))
    return QBrush(gradient)
