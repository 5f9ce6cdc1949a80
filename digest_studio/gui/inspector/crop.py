"""A photograph with its crop and its focus: the frame is dragged by its edges and corners, or as a whole, the focus as a dot.

In: the picture's facts, crop and focus as fractions. Out: new ones, at every movement; nothing is kept here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digest_studio.assets.facts import ImageFacts
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.pictures import Crop, pixels_of
from digest_studio.gui.style import ACCENT

Point = tuple[float, float]

WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)
DIGITS = 3
"""Of fractions: finer than a pixel of the pane, and short in the file."""
SMALLEST = 0.05
"""Of a side: a crop that is smaller was no wish."""
GRIP = 10
"""Pixels around an edge or a corner in which it is taken."""
DOT = 9
TALLEST = 320
STEP = 0.01
"""Of a side, for an arrow key."""

_CURSORS = {
    "l": Qt.CursorShape.SizeHorCursor, "r": Qt.CursorShape.SizeHorCursor, "t": Qt.CursorShape.SizeVerCursor,
    "b": Qt.CursorShape.SizeVerCursor, "lt": Qt.CursorShape.SizeFDiagCursor, "rb": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor, "lb": Qt.CursorShape.SizeBDiagCursor, "focus": Qt.CursorShape.CrossCursor,
    "move": Qt.CursorShape.SizeAllCursor,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Framed:
    """Crop and focus, as the issue has them: None is the whole picture, and the crop's middle."""

    crop: Crop | None = None
    focus: Point | None = None

    @property
    def area(self) -> Crop:
        return self.crop or WHOLE

    @property
    def point(self) -> Point:
        left, top, right, bottom = self.area
        return self.focus or ((left + right) / 2, (top + bottom) / 2)


def dragged(framed: Framed, part: str, dx: float, dy: float) -> Framed:
    """After `part` (the letters of the edges, "move" or "focus") went by (dx, dy), fractions of the picture.

    The frame stays in the picture, and the focus in the frame.
    """
    left, top, right, bottom = framed.area
    if part == "focus":
        x, y = framed.point
        return Framed(framed.crop, _inside((x + dx, y + dy), framed.area))
    if part == "move":
        dx, dy = min(max(dx, -left), 1 - right), min(max(dy, -top), 1 - bottom)
        moved = framed.focus and (framed.focus[0] + dx, framed.focus[1] + dy)
        area = (left + dx, top + dy, right + dx, bottom + dy)
        return _rounded(area, moved)
    if "l" in part:
        left = min(max(0.0, left + dx), right - SMALLEST)
    if "r" in part:
        right = max(min(1.0, right + dx), left + SMALLEST)
    if "t" in part:
        top = min(max(0.0, top + dy), bottom - SMALLEST)
    if "b" in part:
        bottom = max(min(1.0, bottom + dy), top + SMALLEST)
    return _rounded((left, top, right, bottom), framed.focus)


def _rounded(area: Crop, focus: Point | None) -> Framed:
    left, top, right, bottom = (round(value, DIGITS) for value in area)
    crop = (left, top, right, bottom)
    return Framed(None if crop == WHOLE else crop, focus and _inside(focus, crop))


def _inside(point: Point, area: Crop) -> Point:
    x, y = point
    return round(min(max(x, area[0]), area[2]), DIGITS), round(min(max(y, area[1]), area[3]), DIGITS)


class CropEditor(QWidget):
    """The picture with frame and dot. Arrow keys move the focus, with Shift the frame, with Ctrl its lower right corner."""

    changed = Signal(object)
    """Framed, at every movement."""
    finished = Signal()
    """A drag is over."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._facts: ImageFacts | None = None
        self._framed = Framed()
        self._seen: Crop | None = None
        self._taken: tuple[str, QPointF, Framed] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Crop and focus"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the focus point, with Shift the crop, with Control the crop's lower right corner")
        )
        controller.painting.pictures.ready.connect(self._picture_came)  # type: ignore[attr-defined]

    def show_photo(self, facts: ImageFacts | None, framed: Framed, seen: Crop | None) -> None:
        """The picture, its frame, and the part that is seen where it is printed (None: on no page)."""
        if facts != self._facts:
            self._facts = facts
            self.updateGeometry()
        self._framed, self._seen = framed, seen
        self.update()

    # Geometry

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if self._facts is None:
            return 120
        return min(TALLEST, round((width - 2) * self._facts.height / self._facts.width) + 2)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def picture_box(self) -> QRectF:
        """Where the picture lies, in pixels."""
        if self._facts is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fit = min(room.width() / self._facts.width, room.height() / self._facts.height)
        width, height = self._facts.width * fit, self._facts.height * fit
        return QRectF(room.center().x() - width / 2, room.top(), width, height)

    def place_of(self, x: float, y: float) -> QPointF:
        """Fractions of the picture -> pixels."""
        box = self.picture_box()
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

    def _frame(self, crop: Crop) -> QRectF:
        return QRectF(self.place_of(crop[0], crop[1]), self.place_of(crop[2], crop[3]))

    def _part_at(self, at: QPointF) -> str:
        """What is taken by the hand there; "" for nothing."""
        if self._facts is None or not self.isEnabled():
            return ""
        dot = self.place_of(*self._framed.point)
        if (at - dot).manhattanLength() <= DOT + 3:
            return "focus"
        frame = self._frame(self._framed.area)
        if not frame.adjusted(-GRIP, -GRIP, GRIP, GRIP).contains(at):
            return ""
        across = "l" if abs(at.x() - frame.left()) <= GRIP else "r" if abs(at.x() - frame.right()) <= GRIP else ""
        down = "t" if abs(at.y() - frame.top()) <= GRIP else "b" if abs(at.y() - frame.bottom()) <= GRIP else ""
        return across + down or "move"

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        part = self._part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and part:
            self._taken = (part, event.position(), self._framed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._taken is None:
            part = self._part_at(event.position())
            self.setCursor(_CURSORS.get(part, Qt.CursorShape.ArrowCursor))
            return
        part, start, framed = self._taken
        box = self.picture_box()
        way = event.position() - start
        self._change(dragged(framed, part, way.x() / box.width(), way.y() / box.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._taken is not None:
            self._taken = None
            self.finished.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The focus goes there."""
        box = self.picture_box()
        if self._facts is not None and box.contains(event.position()):
            at = event.position() - box.topLeft()
            point = _inside((at.x() / box.width(), at.y() / box.height()), self._framed.area)
            self._change(Framed(self._framed.crop, point))
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {
            Qt.Key.Key_Left: (-STEP, 0.0), Qt.Key.Key_Right: (STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -STEP), Qt.Key.Key_Down: (0.0, STEP),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._taken is not None:
            self._change(self._taken[2])
            self._taken = None
            return
        if step is None or self._facts is None:
            super().keyPressEvent(event)
            return
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        part = "move" if event.modifiers() & shift else "rb" if event.modifiers() & control else "focus"
        self._change(dragged(self._framed, part, *step))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.finished.emit()

    def _change(self, framed: Framed) -> None:
        if framed != self._framed:
            self._framed = framed
            self.update()
            self.changed.emit(framed)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._facts is None:
            painter.fillRect(self.rect(), self.palette().midlight())
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("The picture is missing"))
            return
        box, ratio = self.picture_box(), self.devicePixelRatioF()
        picture = pixels_of(self._controller, self._facts, box.width() * ratio, box.height() * ratio)
        if picture is None or picture.isNull():
            painter.fillRect(box, self.palette().midlight())
        else:
            painter.drawImage(box, picture)
        self._paint_shade(painter, box)
        self._paint_frame(painter)

    def _paint_shade(self, painter: QPainter, box: QRectF) -> None:
        """What is cut off is dark; what the page does not show of the rest is dimmed."""
        frame = self._frame(self._framed.area)
        for inner, outer, shade in ((frame, box, 150), (self._frame(self._seen or self._framed.area), frame, 70)):
            path = QPainterPath()
            path.addRect(outer)
            path.addRect(inner.intersected(outer))
            painter.fillPath(path, QColor(20, 20, 22, shade))

    def _paint_frame(self, painter: QPainter) -> None:
        frame = self._frame(self._framed.area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._seen is not None:
            painter.setPen(QPen(QColor(255, 255, 255, 190), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._frame(self._seen))
        painter.setPen(QPen(QColor(255, 255, 255), 3))
        painter.drawRect(frame.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(ACCENT, 1.5))
        painter.drawRect(frame.adjusted(1, 1, -1, -1))
        for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
            grip = QRectF(corner.x() - 4, corner.y() - 4, 8, 8).intersected(QRectF(self.rect()))
            painter.fillRect(grip, QColor(255, 255, 255))
            painter.drawRect(grip)
        dot = self.place_of(*self._framed.point)
        filled = self._framed.focus is not None
        painter.setPen(QPen(QColor(255, 255, 255), 4))
        painter.drawEllipse(dot, DOT, DOT)
        painter.setPen(QPen(ACCENT, 2))
        painter.drawEllipse(dot, DOT, DOT)
        painter.setBrush(ACCENT if filled else QColor(255, 255, 255))
        painter.drawEllipse(dot, 2.5, 2.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ACCENT, 1, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _picture_came(self, wanted: object) -> None:
        self.update()
