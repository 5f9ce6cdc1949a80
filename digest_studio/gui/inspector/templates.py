"""The choice of a template by its little picture: auto first, then each family with its variants."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from digest_studio.gui.inspector.fields import Bound
from digest_studio.gui.inspector.sketches import CELL, Sketches
from digest_studio.gui.style import ACCENT, RHYTHM, icon
from digest_studio.model.issue import Issue
from digest_studio.theme.types import Template, Theme

AUTO = "auto"
_NAME = Qt.ItemDataRole.UserRole
_ROWS = 5
"""Rows of pictures that are seen without scrolling."""


class TemplatePicker(QListWidget):
    """One picture a template; the one that the article asks for is marked."""

    def __init__(self, bound: Bound, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bound = bound
        self._theme: Theme | None = None
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setIconSize(CELL)
        self.setGridSize(CELL + QSize(4, RHYTHM))
        self.setItemDelegate(_Marked(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Template"))
        self.itemClicked.connect(self._take)
        self.itemActivated.connect(self._take)

    def show_theme(self, theme: Theme) -> None:
        """The templates of this theme."""
        if theme is self._theme:
            return
        self._theme = theme
        self.clear()
        self._add(AUTO, self._auto_picture(), self.tr("Automatic: the planner chooses by length and photographs"))
        sketches = Sketches.of(theme, self.devicePixelRatioF())
        for family, templates in _families(theme.templates).items():
            if len(templates) > 1:
                picture = sketches.family(family, list(templates.values()))
                self._add(family, picture, self.tr("{family}: any that suits").format(family=family))
            for name, template in templates.items():
                tip = f"{name}\n{template.note}" if template.note else name
                self._add(name, sketches.template(name), tip)
        if self._bound.controller.issue is not None:
            self.refresh(self._bound.controller.issue)
        self.updateGeometry()

    def refresh(self, issue: Issue) -> None:
        wished = self._bound.read(issue)
        for row in range(self.count()):
            if self.item(row).data(_NAME) == wished:
                if row != self.currentRow():
                    self.setCurrentRow(row)
                    self.scrollToItem(self.item(row))
                return
        self.setCurrentRow(-1)

    def sizeHint(self) -> QSize:  # noqa: N802
        cell = self.gridSize()
        across = max(1, (max(self.width(), 240) - 2 * self.frameWidth() - 12) // cell.width())
        rows = min(_ROWS, -(-self.count() // across)) or 1
        return QSize(200, rows * cell.height() + 2 * self.frameWidth() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.updateGeometry()
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def _add(self, name: str, picture: QIcon, tip: str) -> None:
        item = QListWidgetItem(picture, "")
        item.setData(_NAME, name)
        item.setToolTip(tip)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tip)
        self.addItem(item)

    def _auto_picture(self) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixels = QPixmap(CELL * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.drawPixmap((CELL.width() - 18) // 2, 4, icon("sparkles").pixmap(QSize(18, 18)))
        painter.setPen(self.palette().text().color())
        painter.setFont(self.font())
        painter.drawText(0, 22, CELL.width(), 20, Qt.AlignmentFlag.AlignCenter, self.tr("auto"))
        painter.end()
        return QIcon(pixels)

    def _take(self, item: QListWidgetItem) -> None:
        self._bound.put(item.data(_NAME))
        self._bound.controller.settle()


class _Marked(QStyledItemDelegate):
    """A picture in its cell; the chosen one in a frame."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        cell: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(cell).adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(ACCENT, 2))
            painter.setBrush(QColor(ACCENT.red(), ACCENT.green(), ACCENT.blue(), 30))
            painter.drawRoundedRect(frame, 3, 3)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(option.palette.mid().color(), 1))
            painter.drawRoundedRect(frame, 3, 3)
        picture: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        picture.paint(painter, QRect(cell.center() - QPoint(CELL.width() // 2, CELL.height() // 2), CELL))
        painter.restore()


def _families(templates: Mapping[str, Template]) -> dict[str, dict[str, Template]]:
    found: dict[str, dict[str, Template]] = {}
    for name, template in templates.items():
        found.setdefault(name.split("/")[0], {})[name] = template
    return found
