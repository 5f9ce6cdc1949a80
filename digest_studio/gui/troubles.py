"""A list of what is wrong with a folder: where, what, the remedy; a file can be opened in the user's editor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.gui.style import icon
from digest_studio.gui.words import sentence

IMAGES = {Severity.ERROR: "circle-x", Severity.WARNING: "triangle-alert", Severity.INFO: "info"}
_FILE = Qt.ItemDataRole.UserRole
_PADDING = 8
"""Pixels beside and above a text, together: gui/style.py gives half of them to each side, and a little more above."""


class TroubleList(QTreeWidget):
    """Diagnostics in rows. Enter, a double click or the context menu opens the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Place"), self.tr("Problem"), self.tr("Remedy")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.header().sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.setAccessibleName(self.tr("Problems of the folder"))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.open_file = QAction(icon("external-link"), self.tr("Open in Editor"), self)
        self.open_file.triggered.connect(self._open_current)
        self.addAction(self.open_file)
        self.itemActivated.connect(lambda *_: self._open_current())
        self.currentItemChanged.connect(lambda *_: self._enable())

    def show_problems(self, folder: Path, problems: Sequence[Diagnostic]) -> None:
        self.clear()
        for problem in problems:
            place = str(problem.source) if problem.source else ""
            row = QTreeWidgetItem(self, [place, sentence(problem.message), sentence(problem.remedy)])
            row.setIcon(0, icon(IMAGES[problem.severity]))
            for column in range(3):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignTop)
            if problem.source is not None:
                row.setData(0, _FILE, str(folder / problem.source.file))
            for column in (1, 2):
                row.setToolTip(column, row.text(column))
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)
        self._enable()

    def _enable(self) -> None:
        current = self.currentItem()
        self.open_file.setEnabled(current is not None and bool(current.data(0, _FILE)))

    def _open_current(self) -> None:
        current = self.currentItem()
        if current is not None and current.data(0, _FILE):
            QDesktopServices.openUrl(QUrl.fromLocalFile(current.data(0, _FILE)))


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their texts need in the columns' widths."""

    def __init__(self, view: QTreeWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        if index.column() == 0:
            return hint
        room = QRect(0, 0, self._view.columnWidth(index.column()) - 2 * _PADDING, 1 << 20)
        text = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(hint.width(), max(hint.height(), text.height() + 2 * _PADDING))
