"""The soft shadow under a spread, out of pieces that are painted once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QPixmap, QRadialGradient

REACH = 14
"""Pixels over which the shadow fades."""
DROP = 3
"""Pixels by which it lies lower than the page."""
DARKEST = 80
"""Alpha at the page's edge, of 255."""
TILE = 64
"""Pixels of an edge that are painted once and repeated."""
_FALL = ((0.0, 1.0), (0.25, 0.56), (0.5, 0.25), (0.75, 0.06), (1.0, 0.0))  # (1 - t)²


def paint_shadow(painter: QPainter, box: QRectF) -> None:
    """Paint the shadow around `box`, in pixels."""
    low = box.toAlignedRect().translated(0, DROP)
    left, top, right, bottom = low.left(), low.top(), low.left() + low.width(), low.top() + low.height()
    painter.fillRect(QRect(left, bottom - DROP, low.width(), DROP), QColor(0, 0, 0, DARKEST))
    edges = _edges()
    painter.drawTiledPixmap(QRect(left, top - REACH, low.width(), REACH), edges["top"])
    painter.drawTiledPixmap(QRect(left, bottom, low.width(), REACH), edges["bottom"])
    painter.drawTiledPixmap(QRect(left - REACH, top, REACH, low.height()), edges["left"])
    painter.drawTiledPixmap(QRect(right, top, REACH, low.height()), edges["right"])
    for x, y, part in (
        (left - REACH, top - REACH, QRect(0, 0, REACH, REACH)), (right, top - REACH, QRect(REACH, 0, REACH, REACH)),
        (left - REACH, bottom, QRect(0, REACH, REACH, REACH)), (right, bottom, QRect(REACH, REACH, REACH, REACH)),
    ):  # fmt: skip
        painter.drawPixmap(QPoint(x, y), edges["corners"], part)


@lru_cache(maxsize=1)
def _edges() -> dict[str, QPixmap]:
    """The shadow's sides, to be repeated along an edge, and its four corners as one round spot."""
    across, down = QSize(TILE, REACH), QSize(REACH, TILE)
    return {
        "top": _filled(across, QLinearGradient(0, REACH, 0, 0)),
        "bottom": _filled(across, QLinearGradient(0, 0, 0, REACH)),
        "left": _filled(down, QLinearGradient(REACH, 0, 0, 0)),
        "right": _filled(down, QLinearGradient(0, 0, REACH, 0)),
        "corners": _filled(QSize(2 * REACH, 2 * REACH), QRadialGradient(REACH, REACH, REACH)),
    }


def _filled(size: QSize, gradient: QGradient) -> QPixmap:
    for at, strength in _FALL:
        gradient.setColorAt(at, QColor(0, 0, 0, round(DARKEST * strength)))
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QBrush(gradient))
    painter.end()
    return picture
