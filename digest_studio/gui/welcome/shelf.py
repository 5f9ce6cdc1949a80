"""The shelf of recent issues: covers as they would lie on a table, with publication, period and folder under them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from digest_studio.gui.pages.shadow import paint_shadow
from digest_studio.gui.settings import Settings
from digest_studio.gui.style import ACCENT, RHYTHM
from digest_studio.gui.welcome.previews import Preview, Previews

COVER = 220
"""Height of a cover, in pixels."""
CELL = QSize(200, COVER + 9 * RHYTHM)

Index = QModelIndex | QPersistentModelIndex
FOLDER, PREVIEW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class RecentIssues(QAbstractListModel):
    """The folders that were opened last."""

    def __init__(self, settings: Settings, previews: Previews) -> None:
        super().__init__()
        self._settings = settings
        self._previews = previews
        self._folders: tuple[Path, ...] = ()
        previews.ready.connect(self._came)

    def refresh(self) -> None:
        self.beginResetModel()
        self._folders = self._settings.recent
        self.endResetModel()

    def forget(self, folder: Path) -> None:
        self._settings.forget_recent(folder)
        self.refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._folders)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        folder = self._folders[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                preview = self._previews.cover(folder)
                return f"{preview.publication}, {preview.period}" if preview and preview.publication else folder.name
            case Qt.ItemDataRole.ToolTipRole:
                return str(folder) if folder.is_dir() else self.tr("{folder} is not there any more").format(folder=folder)
        if role == FOLDER:
            return folder
        return self._previews.cover(folder) if role == PREVIEW else None

    def _came(self, key: object) -> None:
        if key in self._folders:
            index = self.index(self._folders.index(key))
            self.dataChanged.emit(index, index)


class Shelf(QListView):
    """Recent issues; activating one opens it."""

    chosen = Signal(object)

    def __init__(self, model: RecentIssues, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = model
        self.setModel(model)
        self.setItemDelegate(_CoverDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSpacing(RHYTHM)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Recent issues"))
        self.clicked.connect(lambda index: self.chosen.emit(index.data(FOLDER)))
        self.activated.connect(lambda index: self.chosen.emit(index.data(FOLDER)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def _menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        folder: Path = index.data(FOLDER)
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self.chosen.emit(folder))
        menu.addAction(self.tr("Show in Folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        menu.addAction(self.tr("Remove from This List"), lambda: self._recent.forget(folder))
        menu.popup(self.viewport().mapToGlobal(at))


class _CoverDelegate(QStyledItemDelegate):
    """Paints a cover with its shadow, and two quiet lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, state, palette = QRectF(option.rect), option.state, option.palette
        preview: Preview | None = index.data(PREVIEW)
        folder: Path = index.data(FOLDER)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if not folder.is_dir():
            painter.setOpacity(0.4)
        cover = self._cover_box(box, preview)
        paint_shadow(painter, cover)
        if preview is not None and not preview.picture.isNull():
            painter.drawImage(cover, preview.picture)
        else:
            painter.fillRect(cover, palette.color(QPalette.ColorRole.Base))
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.setPen(ACCENT)
            painter.drawRect(cover.adjusted(-2.5, -2.5, 2.5, 2.5))
        self._captions(painter, palette, QRectF(box.left(), cover.bottom() + 2 * RHYTHM, box.width(), 5 * RHYTHM), index)
        painter.restore()

    def _cover_box(self, box: QRectF, preview: Preview | None) -> QRectF:
        ratio = 1 / 2**0.5
        if preview is not None and not preview.picture.isNull():
            ratio = preview.picture.width() / preview.picture.height()
        corner = QPointF(box.center().x() - COVER * ratio / 2, box.top() + 2 * RHYTHM)
        return QRectF(corner.x(), corner.y(), COVER * ratio, COVER)

    def _captions(self, painter: QPainter, palette: QPalette, box: QRectF, index: Index) -> None:
        preview: Preview | None = index.data(PREVIEW)
        folder: Path = index.data(FOLDER)
        first = preview.publication if preview and preview.publication else folder.name
        second = preview.period if preview and preview.period else str(folder.parent)
        height = QFontMetricsF(painter.font()).height()
        roles = (QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText)
        for row, (text, role) in enumerate(zip((first, second), roles, strict=True)):
            line = QRectF(box.left(), box.top() + row * (height + 2), box.width(), height)
            shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
            painter.setPen(palette.color(role))
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, shown)
