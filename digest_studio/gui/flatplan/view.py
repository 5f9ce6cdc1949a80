"""The flat plan as one works in it: choosing, dragging from page to page, and what the planner says to it."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from digest_studio.app.session import Made
from digest_studio.app.studio.staging import Target
from digest_studio.gui.controller import Controller
from digest_studio.gui.flatplan import words
from digest_studio.gui.flatplan.carrying import Carrying
from digest_studio.gui.flatplan.painting import paint_note, paint_slot
from digest_studio.gui.flatplan.sheet import Cell
from digest_studio.gui.flatplan.thumbs import BUDGET, Thumbs
from digest_studio.gui.outline import moving
from digest_studio.gui.outline.drag import card
from digest_studio.gui.outline.rows import all_rows, rows_of
from digest_studio.gui.outline.things import FORMAT, Thing, encoded
from digest_studio.gui.selection import Selection
from digest_studio.gui.words import said
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Issue
from digest_studio.plan.result import Plan
from digest_studio.plan.slots import Slot

AUTOSCROLL = 32
"""Pixels from the edge within which a drag scrolls, and by which it scrolls at most at once."""


class FlatPlanView(Thumbs):
    """Thumbnails that can be chosen and carried about."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self._pressed: tuple[QPoint, Cell] | None = None
        self._carrying: Carrying | None = None
        self._aim: Slot | None = None
        self._pointer = QPointF()
        self._planned_for: Issue | None = None
        self._dropped: tuple[Plan, object, tuple[Thing, ...]] | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(30)
        self._scroller.timeout.connect(self._scroll_on)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Flat plan"))
        self.setAccessibleDescription(self.tr("All spreads; arrow keys go from page to page, Alt and arrows move what is chosen"))
        controller.made_changed.connect(lambda made, _: self._tell_outcome(made))
        controller.closed.connect(self._end_drag)
        controller.asides.planned.connect(self._take_plan)

    # Painting

    def _paint_over(self, painter: QPainter, seen: tuple[Cell, ...]) -> bool:
        """The marks of all slots in view, while something is carried; whether all are known."""
        if self._carrying is None:
            return True
        known, deadline = True, perf_counter() + BUDGET
        for cell in seen:
            for slot in (Slot(cell.page.number, after=False), Slot(cell.page.number, after=True)):
                found = self._carrying.verdict(slot) if slot == self._aim or perf_counter() < deadline else None
                known &= found is not None
                paint_slot(painter, cell.box, slot, self._carrying.colour(found), aimed=slot == self._aim)
        return known

    def _paint_note(self, painter: QPainter) -> None:
        """What a drop here would do."""
        if self._carrying is not None and self._aim is not None:
            found = self._carrying.verdict(self._aim)
            made = self._carrying.made
            lines = words.prospect(found, made.issue, len(made.plan.pages))
            paint_note(painter, self._pointer, QRectF(self.viewport().rect()), lines, self._carrying.colour(found))

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        cell = self._cell_at(event.position().toPoint())
        self._pressed = (event.position().toPoint(), cell) if cell and event.button() == Qt.MouseButton.LeftButton else None
        if cell is not None:
            self._choose(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        start, cell = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._start_drag(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self._controller.go_to_page(cell.page.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys, current = Qt.Key, self._page_of(self._controller.selection) or 0
        ways: dict[int, moving.Way] = {keys.Key_Left: "up", keys.Key_Up: "up", keys.Key_Right: "down", keys.Key_Down: "down"}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self._nudge(ways[event.key()])
            return
        step = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_Up: -self._across(), keys.Key_Down: self._across()}.get(
            Qt.Key(event.key())
        )
        if step is not None:
            cell = self._sheet.cell(max(1, min(current + step, len(self._sheet.cells))))
            if cell is not None:
                self._choose(cell)
                self._show(cell)
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and current:
            self._controller.go_to_page(current)
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: Cell) -> None:
        caption = self._captions.get(cell.page.number)
        thing = caption.thing if caption else None
        number = cell.page.number
        if thing is not None:
            self._controller.select(Selection(thing.kind, thing.id, page=number))  # type: ignore[arg-type]
        else:
            self._controller.select(Selection("cover" if number == 1 else "page", page=number))

    def _nudge(self, way: moving.Way) -> None:
        issue, made = self._controller.issue, self._controller.made
        caption = self._captions.get(self._page_of(self._controller.selection) or 0)
        if issue is None or made is None or caption is None or caption.thing is None:
            return
        self._apply(moving.nudged(issue, (caption.thing,), way), (caption.thing,))

    # Dragging

    def _start_drag(self, cell: Cell) -> None:
        issue, made = self._controller.issue, self._controller.made
        caption = self._captions.get(cell.page.number)
        if issue is None or made is None or caption is None or caption.thing is None or self._controller.read_only:
            return
        data = QMimeData()
        data.setData(FORMAT, encoded(issue, [caption.thing]))
        drag = QDrag(self)
        drag.setMimeData(data)
        rows = [row for row in all_rows(rows_of(issue, made, (), ())) if row.thing == caption.thing]
        drag.setPixmap(card(self._controller, rows, self.devicePixelRatioF()) if rows else QPixmap())
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.MoveAction)
        self._end_drag()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        made = self._controller.made
        self._carrying = Carrying.of(made, event.mimeData()) if made is not None and not self._controller.read_only else None
        if self._carrying is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self._pointer = event.position()
        aim = self._sheet.slot_at(self._pointer.x(), self._pointer.y() + self.verticalScrollBar().value())
        if aim != self._aim:
            self._aim = aim
            self._ask_for_plan()
        self._scroller.start()
        self.viewport().update()
        if self._carrying is None or self._carrying.place(self._aim) is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction if self._carrying.things else Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        carrying, place = self._carrying, self._carrying.place(self._aim) if self._carrying else None
        self._end_drag()
        issue = self._controller.issue
        if carrying is None or place is None or issue is None:
            return
        if issue.outline != carrying.made.issue.outline:
            self._controller.message.emit(self.tr("The pages are just being made: drop it again"), False)
            return
        event.accept()
        if not carrying.things:
            files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            self._controller.bring_in(files, Target(place=place))
            return
        self._apply(moving.dropped(issue, carrying.things, place), carrying.things)

    def _apply(self, edit: Edit | str, things: tuple[Thing, ...]) -> None:
        """Take an edit; what it moved is told when its pages are made. Say why there is none."""
        made = self._controller.made
        if isinstance(edit, str):
            if edit:
                self._controller.message.emit(said(edit), False)
        elif made is not None:
            self._dropped = (made.plan, edit[1], things)
            self._controller.apply(edit)

    def _ask_for_plan(self) -> None:
        """Let the drop be planned behind the door: what is said at once is foretold from lengths, and that is what would come."""
        self._planned_for = None
        issue = self._carrying.issue_at(self._aim) if self._carrying is not None and self._aim is not None else None
        if issue is not None and self._carrying is not None and self._carrying.made.issue is self._controller.issue:
            self._planned_for = issue
            self._controller.asides.ask_plan(issue)

    def _take_plan(self, issue: Issue, plan: Plan) -> None:
        if self._carrying is not None and self._aim is not None and issue is self._planned_for:
            self._carrying.settle(self._aim, plan)
            self.viewport().update()

    def _end_drag(self) -> None:
        self._scroller.stop()
        self._aim = None
        self._carrying = None
        self.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while a drag rests near the edge."""
        y, room = self._pointer.y(), self.viewport().height()
        by = -min(AUTOSCROLL, AUTOSCROLL - y) if y < AUTOSCROLL else max(0.0, y - room + AUTOSCROLL)
        if by and self._aim is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(by))

    def _tell_outcome(self, made: Made) -> None:
        """After a drop: what moved, in one line."""
        if self._dropped is not None and made.issue is self._dropped[1]:
            before, _, things = self._dropped
            self._dropped = None
            self._controller.message.emit(words.outcome(before, made.plan, made.issue, things), True)
