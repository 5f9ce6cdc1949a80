"""Pictures dropped from the desktop onto a part of a form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListWidget, QWidget

from digest_studio.gui.style import ACCENT

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
_MARK = 2
"""Pixels: the insertion mark."""


def dropped_pictures(data: QMimeData) -> list[Path]:
    """The picture files that are carried."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


class PictureRows(QListWidget):
    """A list whose rows are dragged within it, and into which picture files are dropped between rows."""

    files_dropped = Signal(object, int)
    """The files (list of Path), and the number of the row before which they were dropped."""

    def __init__(self, parent: QWidget, empty: str) -> None:
        super().__init__(parent)
        self._empty = empty
        self._gap: int | None = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        if not dropped_pictures(event.mimeData()):
            super().dragMoveEvent(event)
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._mark(self.gap_at(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._mark(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        files = dropped_pictures(event.mimeData())
        self._mark(None)
        if not files:
            super().dropEvent(event)
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(files, self.gap_at(event.position().toPoint()))

    def gap_at(self, point: QPoint) -> int:
        """The number of the row before which something that is dropped at a point goes."""
        for row in range(self.count()):
            if point.y() < self.visualItemRect(self.item(row)).center().y():
                return row
        return self.count()

    def _mark(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self.count():
            painter.setPen(self.palette().placeholderText().color())
            room = self.viewport().rect().adjusted(8, 4, -8, -4)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap.value), self._empty)
        if self._gap is not None:
            painter.setPen(QPen(ACCENT, _MARK))
            painter.drawLine(0, (top := self._top_of(self._gap)), self.viewport().width(), top)

    def _top_of(self, gap: int) -> int:
        if not self.count():
            return _MARK
        rect: QRect = self.visualItemRect(self.item(min(gap, self.count() - 1)))
        return max(_MARK // 2, rect.top()) if gap < self.count() else rect.bottom()
