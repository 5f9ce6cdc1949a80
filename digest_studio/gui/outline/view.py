"""The outline's tree: choosing, dragging with an insertion mark, and the same by keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QByteArray, QItemSelectionModel, QLineF, QMimeData, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.outline import moving
from digest_studio.gui.outline.delegate import RowDelegate, mark_of
from digest_studio.gui.outline.drag import card, paint_mark, paint_onto, paint_reason
from digest_studio.gui.outline.model import ROW, OutlineModel
from digest_studio.gui.outline.rows import Row
from digest_studio.gui.outline.things import FORMAT, KINDS, Thing, decoded
from digest_studio.gui.pages_first import PAGES_FIRST_MS
from digest_studio.gui.style import RHYTHM, icon
from digest_studio.gui.words import said
from digest_studio.model.edits import Edit

OPEN_MS = 600
"""How long one hovers over a folded section until it opens."""
INDENT = 18
EDGE = 0.25
"""Of a row that can be dropped onto: this part at its top and bottom means before and behind it."""


class Aim(NamedTuple):
    """Where a drop would go: before the `row`-th row below `parent`, or, with row -1, onto it."""

    row: int
    parent: QModelIndex


class OutlineView(QTreeView):
    """A tree of the outline and the pool."""

    chosen = Signal(object)
    """The thing that was chosen last (Thing), or None."""
    wanted = Signal(object)
    """The row (Row) that is to be edited."""

    def __init__(self, controller: Controller, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._model = model
        self._delegate = RowDelegate(self)
        self._aim: Aim | None = None
        self._why_not = ""
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoScroll(True)
        self.setAutoScrollMargin(4 * RHYTHM)
        self.setAutoExpandDelay(OPEN_MS)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Outline"))
        self.expandAll()
        model.rowsInserted.connect(self._open_new)
        self._held_back = QTimer(self)
        self._held_back.setSingleShot(True)
        self._held_back.setInterval(PAGES_FIRST_MS)
        self._held_back.timeout.connect(self._paint_rows)
        controller.made_changed.connect(lambda *_: self._paint_rows())
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self._double_clicked)

    def set_colours(self, colours: dict[str, QColor]) -> None:
        """The sections' colours."""
        if colours != self._delegate.colours:
            self._delegate.colours = colours
            self.viewport().update()

    # What is chosen

    def things(self) -> tuple[Thing, ...]:
        """What is chosen and can be carried, from the top."""
        return self._model.things(self.selectedIndexes())

    def show_thing(self, thing: Thing | None) -> None:
        """Choose a thing that was chosen elsewhere, and bring it into view."""
        index = self._model.index_of(thing) if thing else QModelIndex()
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        elif not index.isValid():
            self.selectionModel().clear()

    def _tell(self) -> None:
        """Only what is chosen counts: the row at the keyboard's mark is not when the pane merely got the focus."""
        index = self.currentIndex()
        row = self._model.row(index) if self.selectionModel().isSelected(index) else None
        self.chosen.emit(row.thing if row else None)

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.wanted.emit(row)

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for n in range(first, last + 1):
                self.expand(self._model.index(n, 0))

    # Edits

    def move(self, way: moving.Way) -> None:  # type: ignore[override]
        """Move what is chosen by one place."""
        issue = self._controller.issue
        if issue is not None:
            self.take(moving.nudged(issue, self.things(), way))

    def cut(self) -> None:
        """Mark what is chosen, to be moved to where it is pasted."""
        things = self.things()
        if things:
            QGuiApplication.clipboard().setMimeData(self._model.mimeData(self.selectedIndexes()))
            self._set_cut(frozenset(things))

    def copy(self) -> None:
        """Take advertisements that are to appear once more; anything else stands in an issue once."""
        issue = self._controller.issue
        ads = [Thing("ad", thing.id, -1) for thing in self.things() if thing.kind == "ad"]
        if issue is not None and ads:
            from digest_studio.gui.outline.things import encoded

            data = QMimeData()
            data.setData(FORMAT, QByteArray(encoded(issue, ads)))
            QGuiApplication.clipboard().setMimeData(data)
            self._set_cut(frozenset())
        elif self.things():
            self._say(self.tr("Only advertisements may appear more than once"))

    def paste(self) -> None:
        """Put what was cut or copied behind the chosen row, or into the chosen section or the pool."""
        data = QGuiApplication.clipboard().mimeData()
        index = self.currentIndex()
        if data is None or not (data.hasFormat(FORMAT) or data.hasUrls()):
            return
        row = self._model.row(index)
        head = row is None or row.thing.kind in ("section", "pool", "hint")
        holds_section = self._carries_section(data)
        if head and not (holds_section and row is not None and row.thing.kind == "section"):
            self._drop(data, Aim(-1, index))
        else:
            if holds_section and index.parent().isValid():
                index = index.parent()
            self._drop(data, Aim(index.row() + 1, index.parent()))
        self._set_cut(frozenset())

    def delete(self) -> None:
        """Take what is chosen out of the outline, to the pool."""
        issue = self._controller.issue
        if issue is not None and self.things():
            self.take(moving.taken_out(issue, self.things()))

    def take(self, edit: Edit | str) -> None:
        """Apply an edit and keep what it moved chosen; say why there is none."""
        if isinstance(edit, str):
            if edit:
                self._say(said(edit))
            return
        things = self.things()
        self._hold_rows_back()
        self._controller.apply(edit)
        self._controller.message.emit(said(edit[0]), True)
        self.choose(things)

    def choose(self, things: tuple[Thing, ...]) -> None:
        """Choose things, and bring the first into view."""
        indices = [index for thing in things if (index := self._model.index_of(thing)).isValid()]
        if not indices:
            return
        selection = self.selectionModel()
        selection.setCurrentIndex(indices[0], QItemSelectionModel.SelectionFlag.ClearAndSelect)
        for index in indices[1:]:
            selection.select(index, QItemSelectionModel.SelectionFlag.Select)
        self.scrollTo(indices[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys = QKeySequence.StandardKey
        for key, done in ((keys.Cut, self.cut), (keys.Copy, self.copy), (keys.Paste, self.paste), (keys.Delete, self.delete)):
            if event.matches(key):
                done()
                return
        if event.key() == Qt.Key.Key_Escape and self._delegate.cut:
            self._set_cut(frozenset())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (row := self._model.row(self.currentIndex())):
            if row.first is not None:
                self._controller.go_to_page(row.first)
            return
        super().keyPressEvent(event)

    def _set_cut(self, things: frozenset[object]) -> None:
        self._delegate.cut = things
        self.viewport().update()

    def _say(self, text: str) -> None:
        self._controller.message.emit(text, False)

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Carry what is chosen; Esc gives up, which Qt sees to."""
        data = self._model.mimeData(self.selectedIndexes())
        rows = [row for thing in self.things() if (row := self._model.row(self._model.index_of(thing)))]
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(card(self._controller, rows, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(actions | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._set_aim(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self._controller.read_only or not any(event.mimeData().hasFormat(each) for each in self._model.mimeTypes()):
            event.ignore()
            return
        super().dragEnterEvent(event)
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        super().dragMoveEvent(event)  # scrolls near the edges, and opens what one hovers over
        aim = self.aim_at(event.position().toPoint(), event.mimeData())
        made = self._model.edit_of_drop(event.mimeData(), aim.row, aim.parent)
        self._why_not = said(made) if isinstance(made, str) else ""
        self._set_aim(aim)
        if self._why_not or isinstance(made, str):
            event.ignore()
        else:
            event.setDropAction(_action(event))
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        super().dragLeaveEvent(event)
        self._set_aim(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        aim = self.aim_at(event.position().toPoint(), event.mimeData())
        self._hold_rows_back()
        self._set_aim(None)
        if event.mimeData().hasFormat(FORMAT):
            self._controller.pages_first.wait()
        if self._drop(event.mimeData(), aim):
            event.setDropAction(_action(event))
            event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)

    def _drop(self, data: QMimeData, aim: Aim) -> bool:
        issue = self._controller.issue
        things = decoded(issue, bytes(data.data(FORMAT).data())) if issue and data.hasFormat(FORMAT) else ()
        done = self._model.dropMimeData(data, Qt.DropAction.MoveAction, aim.row, 0, aim.parent)
        if done:
            self._controller.pages_first.then(lambda: self.choose(things))
        return done

    def aim_at(self, at: QPoint, data: QMimeData) -> Aim:
        """Where a drop at a point of the viewport would go."""
        index = self.indexAt(at)
        row = self._model.row(index)
        if row is None:
            return Aim(-1, QModelIndex()) if not data.hasFormat(FORMAT) else Aim(self._entries(), QModelIndex())
        box = self.visualRect(index)
        part = (at.y() - box.top()) / max(1, box.height())
        if row.thing.kind == "pool" or row.place is None:
            pool = index if row.thing.kind == "pool" else index.parent()
            onto = row.thing.kind == "article" and self._carries_pictures(data)
            return Aim(-1, index if onto else pool)
        if self._carries_section(data):
            top = index.parent() if index.parent().isValid() else index
            behind = top != index or part > 0.5
            return Aim(top.row() + (1 if behind else 0), QModelIndex())
        if row.thing.kind == "section":
            if part < EDGE:
                return Aim(index.row(), QModelIndex())
            return Aim(0 if self.isExpanded(index) and row.children else -1, index)
        if row.thing.kind == "article" and self._carries_pictures(data):
            return Aim(-1, index)
        return Aim(index.row() + (1 if part > 0.5 else 0), index.parent())

    def _entries(self) -> int:
        """The rows of the outline itself, the pool's left out."""
        rows = (self._model.row(self._model.index(n, 0)) for n in range(self._model.rowCount()))
        return sum(row is not None and row.thing.kind in KINDS for row in rows)

    def _carries_section(self, data: QMimeData) -> bool:
        return any(thing.kind in ("section", "contents") for thing in self._carried(data))

    def _carries_pictures(self, data: QMimeData) -> bool:
        if not data.hasFormat(FORMAT):
            return data.hasUrls()
        return any(thing.kind == "picture" for thing in self._carried(data))

    def _carried(self, data: QMimeData) -> tuple[Thing, ...]:
        issue = self._controller.issue
        return decoded(issue, bytes(data.data(FORMAT).data())) if issue and data.hasFormat(FORMAT) else ()

    def _set_aim(self, aim: Aim | None) -> None:
        if aim is None:
            self._why_not = ""
        self._aim = aim
        self.viewport().update()

    # Painting

    def _hold_rows_back(self) -> None:
        self.viewport().setUpdatesEnabled(False)
        self._held_back.start()

    def _paint_rows(self) -> None:
        self._held_back.stop()
        self.viewport().setUpdatesEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._aim is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, index = self.viewport().rect(), self._aim.parent
        if self._why_not:
            paint_reason(painter, room, self._why_not, self.palette())
        elif self._aim.row < 0:
            paint_onto(painter, self.visualRect(index) if index.isValid() else room)
        else:
            y, left = self._mark_at(self._aim)
            paint_mark(painter, QLineF(left, y, room.width() - RHYTHM, y), self.palette())

    def _mark_at(self, aim: Aim) -> tuple[float, float]:
        """The height of the mark, and its left end."""
        count = self._model.rowCount(aim.parent)
        left = float(INDENT * (2 if aim.parent.isValid() else 1)) - 6
        if aim.row < count:
            return float(self.visualRect(self._model.index(aim.row, 0, aim.parent)).top()) + 1, left
        last = self._model.index(count - 1, 0, aim.parent)
        while self.isExpanded(last) and self._model.rowCount(last):
            last = self._model.index(self._model.rowCount(last) - 1, 0, last)
        return float(self.visualRect(last).bottom()) - 1, left

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override]  # noqa: N802
        """The section's colour at the edge, and a chevron for what can be folded."""
        row: Row = index.data(ROW)
        selected = self.selectionModel().isSelected(index)
        if selected:
            painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Highlight))
        colour = mark_of(row, self._delegate.colours)
        if colour is not None:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colour)
        if self._model.rowCount(index):
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            box = QRect(rect.right() - 13, rect.center().y() - 6, 12, 12)
            mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
            icon(name).paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)

    def drawRow(self, painter: QPainter, option: object, index: QModelIndex) -> None:  # type: ignore[override]  # noqa: N802
        if self.selectionModel().isSelected(index):
            painter.fillRect(option.rect, self.palette().color(QPalette.ColorRole.Highlight))  # type: ignore[attr-defined]
        super().drawRow(painter, option, index)  # type: ignore[arg-type]
        row: Row = index.data(ROW)
        if row.thing == Thing("pool", "articles"):
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())  # type: ignore[attr-defined]


def _action(event: QDropEvent) -> Qt.DropAction:
    """What the source is told: it moves things itself, and files are copied."""
    return Qt.DropAction.MoveAction if event.mimeData().hasFormat(FORMAT) else Qt.DropAction.CopyAction
