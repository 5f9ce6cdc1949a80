"""A scrolled pasteboard: zoom, fitting and scrolling, and where the board's points lie in the window. Paints nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from digest_studio.base.geometry import Rect
from digest_studio.gui.pages.board import GAP, MARGIN, Board, arrange
from digest_studio.gui.pages.glide import Glide

SMALLEST, LARGEST = 0.1, 8.0
STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
WHEEL = 1.0015
"""The zoom's factor for one unit of a wheel's turn, of which a notch has 120: a notch is a fifth."""
LINE = 48
"""Pixels that an arrow key scrolls."""
SLIVER = 12
"""Pixels of pasteboard left around a page or spread that is fitted into the window."""

SPREAD, PAGE, WIDTH, FREE = "spread", "page", "width", ""


class Canvas(QAbstractScrollArea):
    """Shows a board. `zoom` 1 is the printed size, as far as the screen knows its resolution."""

    zoom_changed = Signal(float, str)
    """The zoom, and how it follows the window: SPREAD, PAGE, WIDTH or FREE."""
    page_changed = Signal(int)
    """The physical page in the middle of the window; also when there are more or fewer pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board: Board = arrange(())
        self._zoom = 1.0
        self._fit = SPREAD
        self._page = 1
        self._told_of = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.glides = {
            Qt.Orientation.Vertical: Glide(self.verticalScrollBar(), self),
            Qt.Orientation.Horizontal: Glide(self.horizontalScrollBar(), self),
        }

    # Where things lie

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def fit(self) -> str:
        return self._fit

    @property
    def scale(self) -> float:
        """Logical pixels of the window to a point of the page."""
        return self._zoom * self.logicalDpiX() / 72.0

    @property
    def page_count(self) -> int:
        return self.board.page_count

    @property
    def current_page(self) -> int:
        """The physical page that is shown, or the left one of those that are."""
        return self._page

    def to_view(self, x: float, y: float) -> QPointF:
        """Where a point of the board lies in the viewport."""
        origin, bounds, scale = self._origin(), self.board.bounds, self.scale
        return QPointF(origin.x() + (x - bounds.x) * scale, origin.y() + (y - bounds.y) * scale)

    def to_board(self, at: QPointF) -> tuple[float, float]:
        """The board's point under a place in the viewport."""
        origin, bounds, scale = self._origin(), self.board.bounds, self.scale
        return (at.x() - origin.x()) / scale + bounds.x, (at.y() - origin.y()) / scale + bounds.y

    def box_in_view(self, box: Rect) -> QRectF:
        corner = self.to_view(box.x, box.y)
        return QRectF(corner.x(), corner.y(), box.width * self.scale, box.height * self.scale)

    def _origin(self) -> QPointF:
        """Where the board's bounds begin in the viewport."""
        bounds, scale, view = self.board.bounds, self.scale, self.viewport()
        spare_x, spare_y = view.width() - bounds.width * scale, view.height() - bounds.height * scale
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        x = -across.value() if across.maximum() else spare_x / 2
        y = -down.value() if down.maximum() else spare_y / 2
        return QPointF(x, y)

    # The board

    def set_board(self, board: Board) -> None:
        """Show another board, from the same place on."""
        first = not self.board.spreads
        sizes = self.board.largest
        self.board = board
        if first or board.largest != sizes:
            self._refit()
        self._update_bars()
        if first and board.spreads:
            self.show_page(board.spreads[0].pages[0].page.number, glide=False)
        self._note_page()

    # Zoom

    def set_fit(self, fit: str, zoom: float = 1.0) -> None:
        """Follow the window as `fit` says; FREE: have this zoom."""
        if fit not in (SPREAD, PAGE, WIDTH):
            self.zoom_to(zoom)
            return
        self._fit = fit
        page = self._page
        self._refit()
        self._update_bars()
        self.show_page(page, glide=False)
        self._zoomed()

    def fit_spread(self) -> None:
        self.set_fit(SPREAD)

    def fit_page(self) -> None:
        self.set_fit(PAGE)

    def fit_width(self) -> None:
        self.set_fit(WIDTH)

    def actual_size(self) -> None:
        self.zoom_to(1.0)

    def zoom_in(self) -> None:
        self.zoom_to(next((step for step in STEPS if step > self._zoom * 1.01), LARGEST))

    def zoom_out(self) -> None:
        self.zoom_to(next((step for step in reversed(STEPS) if step < self._zoom * 0.99), SMALLEST))

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so that what is at the place `at` of the viewport (its middle) stays there."""
        place = at if at is not None else QPointF(self.viewport().rect().center())
        x, y = self.to_board(place)
        self._stop_gliding()
        self._fit = FREE
        self._zoom = max(SMALLEST, min(LARGEST, zoom))
        self._update_bars()
        off = self.to_view(x, y) - place
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(off.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(off.y()))
        self._zoomed()

    def _zoomed(self) -> None:
        self.viewport().update()
        self.zoom_changed.emit(self._zoom, self._fit)
        self._note_page()

    def _refit(self) -> None:
        """The zoom that the window's size asks for."""
        spread = self.board.largest
        if self._fit == FREE or not spread[0]:
            return
        wide, high = self._room()
        single = max(each.trim.width for spread_ in self.board.spreads for each in spread_.pages)
        width = single if self._fit == PAGE else spread[0]
        heights = [] if self._fit == WIDTH else [high / spread[1]]
        pixels = min([wide / width, *heights])
        self._zoom = max(SMALLEST, min(LARGEST, pixels * 72.0 / self.logicalDpiX()))

    def _room(self) -> tuple[float, float]:
        """The viewport without the pasteboard that is left around a fitted page; whether bars show does not change it."""
        size = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        return max(1.0, size.width() - bar - 2 * SLIVER), max(1.0, size.height() - 2 * SLIVER)

    # Scrolling

    def show_page(self, number: int, *, glide: bool = True) -> None:
        """Bring a page to the window: in the middle if it fits, else its head."""
        lying = self.board.lying(number)
        if lying is None:
            return
        self._show_box(lying.trim, glide=glide)

    def show_box(self, number: int, box: Rect, *, glide: bool = True) -> None:
        """Bring a box of a page (points from its trim's corner) into the window, unless it is there."""
        lying = self.board.lying(number)
        if lying is None:
            return
        placed = box.moved(lying.trim.x, lying.trim.y)
        if not QRectF(self.viewport().rect()).contains(self.box_in_view(placed)):
            self._show_box(placed if self._fit == FREE else lying.trim, glide=glide)

    def next_spread(self) -> None:
        self._turn(1)

    def previous_spread(self) -> None:
        self._turn(-1)

    def first_page(self) -> None:
        self._show_spread(0)

    def last_page(self) -> None:
        self._show_spread(len(self.board.spreads) - 1)

    def _turn(self, by: int) -> None:
        self._show_spread((self.board.spread_of(self._page) or 0) + by)

    def _show_spread(self, index: int) -> None:
        if self.board.spreads:
            index = max(0, min(len(self.board.spreads) - 1, index))
            self.show_page(self.board.spreads[index].pages[0].page.number)

    def _show_box(self, box: Rect, *, glide: bool) -> None:
        view, bounds, scale = self.viewport(), self.board.bounds, self.scale
        targets = {
            Qt.Orientation.Vertical: _start((box.y - bounds.y) * scale, box.height * scale, view.height()),
            Qt.Orientation.Horizontal: _start((box.x - bounds.x) * scale, box.width * scale, view.width()),
        }
        if self._fit in (SPREAD, WIDTH):
            targets[Qt.Orientation.Horizontal] = (bounds.width * scale - view.width()) / 2
        for orientation, value in targets.items():
            if glide:
                self.glides[orientation].to(value)
            else:
                self.glides[orientation].stop()
                bar = self.verticalScrollBar() if orientation == Qt.Orientation.Vertical else self.horizontalScrollBar()
                bar.setValue(round(value))

    def _update_bars(self) -> None:
        bounds, scale, view = self.board.bounds, self.scale, self.viewport()
        fits = (bounds.width - 2 * MARGIN) * scale <= view.width()  # what hangs over is pasteboard
        for bar, length, shown in (
            (self.horizontalScrollBar(), 0.0 if fits else bounds.width * scale, view.width()),
            (self.verticalScrollBar(), bounds.height * scale, view.height()),
        ):
            bar.setRange(0, max(0, round(length - shown)))
            bar.setPageStep(shown)
            bar.setSingleStep(LINE)

    def _note_page(self) -> None:
        """See which page is in the middle of the window."""
        if not self.board.spreads:
            return
        _, y = self.to_board(QPointF(self.viewport().rect().center()))
        spread = self.board.spreads[self.board.spread_at(y)]
        number = spread.pages[0].page.number
        if number != self._page or self.page_count != self._told_of:
            self._page, self._told_of = number, self.page_count
            self.page_changed.emit(number)

    def _stop_gliding(self) -> None:
        for glide in self.glides.values():
            glide.stop()

    # Qt's events

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        self.viewport().update()
        self._note_page()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        page = self._page
        self._refit()
        self._update_bars()
        if self._fit != FREE:
            self.show_page(page, glide=False)
            self.zoom_changed.emit(self._zoom, self._fit)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turn, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._zoom * WHEEL ** (turn.y() or turn.x()), event.position())
        elif not pixels.isNull():  # a touchpad moves by pixels, and runs out by itself
            self._stop_gliding()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - pixels.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - pixels.y())
        else:
            sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            x, y = (turn.y() or turn.x(), 0) if sideways else (turn.x(), turn.y())
            self.glides[Qt.Orientation.Horizontal].by(-x)
            self.glides[Qt.Orientation.Vertical].by(-y)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self._zoom * (1.0 + event.value()), event.position())
            return True
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        vertical, horizontal = self.glides[Qt.Orientation.Vertical], self.glides[Qt.Orientation.Horizontal]
        screen = self.viewport().height() * 0.9
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Down:
                vertical.by(LINE)
            case Qt.Key.Key_Up:
                vertical.by(-LINE)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space if not shift:
                self._page_down(screen, 1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Space:
                self._page_down(screen, -1)
            case Qt.Key.Key_Home:
                self.first_page()
            case Qt.Key.Key_End:
                self.last_page()
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                way = 1 if event.key() == Qt.Key.Key_Right else -1
                if self.horizontalScrollBar().maximum():
                    horizontal.by(way * LINE)
                else:
                    self._turn(way)
            case _:
                super().keyPressEvent(event)

    def _page_down(self, screen: float, way: int) -> None:
        """A screenful on; where whole spreads are shown, a spread."""
        if self._fit in (SPREAD, PAGE):
            self._turn(way)
        else:
            self.glides[Qt.Orientation.Vertical].by(way * screen)


def _start(at: float, length: float, shown: float) -> float:
    """The scroll value that shows a length in the middle, or, where it is too long, its head."""
    return at + (length - shown) / 2 if length <= shown else at - min(MARGIN, GAP) / 2
