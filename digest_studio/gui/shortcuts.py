"""A list of all shortcuts, made from the menus themselves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QMainWindow, QMenu, QTreeWidget, QTreeWidgetItem, QVBoxLayout


class ShortcutList(QDialog):
    """Not modal: it may stay open while one tries."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        tree = QTreeWidget(self)
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(self.windowTitle())
        for menu in window.menuBar().actions():
            rows = [(_plain(each.text()), _keys(each)) for each in _actions_below(menu) if not each.shortcut().isEmpty()]
            head = QTreeWidgetItem(tree, [_plain(menu.text())])
            for row in rows:
                QTreeWidgetItem(head, row)
            head.setHidden(not rows)
        tree.expandAll()
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(tree)
        self.resize(440, 640)


def _actions_below(action: QAction) -> Iterator[QAction]:
    menu = action.menu()
    if not isinstance(menu, QMenu):
        yield action
        return
    for each in menu.actions():
        yield from _actions_below(each)


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix(" …")


def _keys(action: QAction) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return ", ".join(dict.fromkeys(each.toString(shown) for each in action.shortcuts()))
