"""A sheet of small pictures to choose from: first those that nothing shows yet, then the issue's others."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from digest_studio.app.studio.staging import unused_pictures, used_files
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.pictures import paint_thumbnail
from digest_studio.gui.style import RHYTHM, icon

COLUMNS, ROWS = 3, 3
PICTURE = QSize(96, 72)
_Index = QModelIndex | QPersistentModelIndex


def pictures_to_choose(controller: Controller) -> list[str]:
    """The names of the images that there are: the pool's, then those in use."""
    issue, folder = controller.issue, controller.folder
    if issue is None or folder is None:
        return []
    used = sorted(name for name in used_files(issue) if not name.lower().endswith(".pdf"))
    return [*unused_pictures(folder, issue, controller.loose), *used]


class Chooser(QFrame):
    """A popup; `chosen` tells the picture's name within the issue, `file_wanted` that it is none of these."""

    chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, controller: Controller, names: list[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pictures"))
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        cell = QSize(PICTURE.width() + 2 * RHYTHM, PICTURE.height() + 2 * RHYTHM + self.fontMetrics().height())
        self.list.setItemDelegate(_Cell(controller, cell, self.list))
        for name in names:
            item = QListWidgetItem(name)
            item.setToolTip(name)
            self.list.addItem(item)
        self.list.setFixedSize(COLUMNS * cell.width() + 24, min(ROWS, -(-len(names) // COLUMNS)) * cell.height() + RHYTHM)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        other = QPushButton(icon("file-image"), self.tr("Another File …"), self)
        other.clicked.connect(self._want_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        layout.addWidget(self.list)
        layout.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        controller.painting.pictures.ready.connect(self._repaint)  # type: ignore[attr-defined]

    def pop_up(self, at: QPoint) -> None:
        """Show it at a place of the screen, within its edges."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(at.x(), room.right() - self.width())
        top = at.y() if at.y() + self.height() <= room.bottom() else max(room.top(), room.bottom() - self.height())
        self.move(max(room.left(), left), top)
        self.show()
        self.list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(item.text())

    def _want_file(self) -> None:
        self.close()
        self.file_wanted.emit()

    def _repaint(self, wanted: object) -> None:
        self.list.viewport().update()


class _Cell(QStyledItemDelegate):
    """A picture over its file's name."""

    def __init__(self, controller: Controller, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._size = size

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        painter.save()
        if selected:
            painter.fillRect(rect, option.palette.highlight())
        box = QRectF(rect.left() + RHYTHM, rect.top() + RHYTHM, PICTURE.width(), PICTURE.height())
        paint_thumbnail(painter, self._controller, str(index.data()), box)
        painter.setPen((option.palette.highlightedText() if selected else option.palette.text()).color())
        words = rect.adjusted(RHYTHM, 0, -RHYTHM, -RHYTHM // 2)
        name = option.fontMetrics.elidedText(str(index.data()).rpartition("/")[2], Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), name)
        painter.restore()
