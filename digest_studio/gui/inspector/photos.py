"""An article's photographs in its form."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.choose import (
    IMAGES,
    ask_for_files,
    bring_photos,
    choose_picture,
)
from digest_studio.gui.inspector.dropping import PictureRows
from digest_studio.gui.inspector.form import button_row, tool
from digest_studio.gui.inspector.pictures import paint_thumbnail
from digest_studio.gui.selection import Selection
from digest_studio.gui.style import RHYTHM
from digest_studio.model.alter import add_photos, move_photo, remove_photo
from digest_studio.model.issue import Issue, Photo

THUMBNAIL = QSize(60, 44)
_PHOTO = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class PhotoList(QWidget):
    """An article's photographs in order of weight: dragged to another place, taken away, added; a double click opens one."""

    def __init__(self, controller: Controller, article: str) -> None:
        super().__init__()
        self._controller = controller
        self._article = article
        self._photos: tuple[Photo, ...] = ()
        self.list = PictureRows(self, self.tr("Drop photographs here"))
        self.list.setItemDelegate(_PhotoRow(controller, self.list))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.setAccessibleName(self.tr("Photographs"))
        self.list.itemDoubleClicked.connect(lambda item: self._open(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self._open(self.list.row(item)))
        self.list.model().rowsMoved.connect(self._moved)
        self.list.files_dropped.connect(self.bring_in)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self._add = tool(self, "plus", self.tr("Add"), self._choose, words=True)
        self._crop = tool(self, "crop", self.tr("Crop and caption"), lambda: self._open(self.list.currentRow()))
        self._up = tool(self, "arrow-up", self.tr("More weight"), lambda: self._move(-1))
        self._down = tool(self, "arrow-down", self.tr("Less weight"), lambda: self._move(1))
        self._remove = tool(self, "trash-2", self.tr("Take away"), self._take_away)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addWidget(button_row(self, self._add, self._crop, self._up, self._down, self._remove))
        controller.painting.pictures.ready.connect(self._repaint)  # type: ignore[attr-defined]

    def refresh(self, issue: Issue) -> None:
        photos = issue.articles[self._article].photos
        if photos != self._photos or self.list.count() != len(photos):
            self._photos = photos
            row = self.list.currentRow()
            self.list.clear()
            for number, photo in enumerate(photos, 1):
                item = QListWidgetItem(photo.caption or photo.file)
                item.setData(_PHOTO, photo)
                item.setToolTip(photo.file)
                said = self.tr("Photograph {number}: {name}").format(number=number, name=photo.caption or photo.file)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.list.addItem(item)
            self.list.setCurrentRow(min(row, len(photos) - 1))
            rows = min(max(len(photos), 1), 5)
            self.list.setFixedHeight(rows * (THUMBNAIL.height() + RHYTHM) + 2 * self.list.frameWidth())
        self._enable()

    def _enable(self) -> None:
        row = self.list.currentRow()
        for button, can in ((self._crop, row >= 0), (self._remove, row >= 0), (self._up, row > 0),
                            (self._down, 0 <= row < len(self._photos) - 1)):  # fmt: skip
            button.setEnabled(can)

    def _open(self, row: int) -> None:
        if row >= 0:
            self._controller.select(Selection("photo", self._article, row))

    def _move(self, by: int) -> None:
        issue, row = self._controller.issue, self.list.currentRow()
        if issue is not None and 0 <= row + by < len(self._photos):
            self._controller.apply(move_photo(issue, self._article, row, row + by))
            self.list.setCurrentRow(row + by)

    def _moved(self, _parent: Any, start: int, _end: int, _to: Any, row: int) -> None:
        """A row was dragged; `row` is counted before it left its place. The rows are made anew when the drop has ended."""
        QTimer.singleShot(0, partial(self._apply_move, start, row - (row > start)))

    def _apply_move(self, start: int, target: int) -> None:
        issue = self._controller.issue
        if issue is not None and target != start:
            self._photos = ()
            self._controller.apply(move_photo(issue, self._article, start, target))
            self.list.setCurrentRow(target)

    def delete(self) -> None:
        """What the menu's Delete does here."""
        self._take_away()

    def _take_away(self) -> None:
        issue, row = self._controller.issue, self.list.currentRow()
        if issue is not None and row >= 0:
            self._controller.apply(remove_photo(issue, self._article, row))

    def _choose(self) -> None:
        below = self._add.mapToGlobal(QPoint(0, self._add.height()))
        choose_picture(self._controller, self, below, lambda name: self.add((name,)), self._choose_files)

    def add(self, names: tuple[str, ...], number: int | None = None) -> None:
        """Pictures of the issue, by their names, become photographs of the article: before its `number`-th, or its last."""
        issue = self._controller.issue
        if names and issue is not None:
            self._controller.apply(add_photos(issue, self._article, tuple(Photo(name) for name in names), number))

    def _choose_files(self) -> None:
        self.bring_in(ask_for_files(self._controller, self, f"{self.tr('Pictures')} ({IMAGES})", several=True))

    def bring_in(self, paths: list[Path], number: int | None = None) -> None:
        """Files become photographs of the article."""
        bring_photos(self._controller, self._article, paths, number)

    def _repaint(self, wanted: object) -> None:
        self.list.viewport().update()


class _PhotoRow(QStyledItemDelegate):
    """A thumbnail, the caption in two lines, the number."""

    def __init__(self, controller: Controller, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(0, THUMBNAIL.height() + RHYTHM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        photo: Photo = index.data(_PHOTO)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, option.palette.highlight())
        box = QRectF(rect.left() + 4, rect.top() + 4, THUMBNAIL.width(), THUMBNAIL.height())
        paint_thumbnail(painter, self._controller, photo.file, box, photo.crop)
        painter.setPen((option.palette.highlightedText() if selected else option.palette.text()).color())
        words = rect.adjusted(THUMBNAIL.width() + 2 * RHYTHM, 4, -4, -4)
        text = " ".join(str(index.data()).split())
        lines = option.fontMetrics
        shown = lines.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width() * 1.8))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(words, flags, shown)
        painter.restore()
