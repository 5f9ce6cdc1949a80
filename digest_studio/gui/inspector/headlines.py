"""The cover's lines: articles by their titles, and free text, in order of rank."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.form import button_row, tool
from digest_studio.model.alter import set_cover
from digest_studio.model.issue import Headline, Issue


class Headlines(QWidget):
    """A list of lines. Free text is edited in its row."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._lines: tuple[Headline, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Headlines"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setStyleSheet("QListWidget::item { padding: 3px 4px; }")
        self.list.itemChanged.connect(self._edited)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self._article = tool(self, "newspaper", self.tr("Announce an article"), self._choose)
        self._text = tool(self, "text", self.tr("Add a line of text"), self._add_text)
        self._up = tool(self, "arrow-up", self.tr("Higher rank"), lambda: self._move(-1))
        self._down = tool(self, "arrow-down", self.tr("Lower rank"), lambda: self._move(1))
        self._remove = tool(self, "trash-2", self.tr("Take away"), self._take_away)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addWidget(button_row(self, self._article, self._text, self._up, self._down, self._remove))

    def refresh(self, issue: Issue) -> None:
        self._lines = issue.cover.headlines if issue.cover else ()
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for line in self._lines:
            article = issue.articles.get(line.article or "")
            item = QListWidgetItem(" ".join(article.title.split()) if article else line.text or line.article or "")
            if line.article is None:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(self.tr("A double click edits the line"))
            else:
                item.setToolTip(self.tr("The title of the article {name}").format(name=line.article))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._lines) - 1))
        self.list.blockSignals(False)
        rows = max(3, len(self._lines))
        self.list.setFixedHeight(min(rows, 7) * (self.fontMetrics().lineSpacing() + 7) + 2 * self.list.frameWidth())
        self._enable()

    def put(self, lines: tuple[Headline, ...]) -> None:
        """Make these the cover's lines."""
        issue = self._controller.issue
        if issue is not None and lines != self._lines:
            self._controller.apply(set_cover(issue, {"headlines": lines}))

    def _enable(self) -> None:
        row = self.list.currentRow()
        self._remove.setEnabled(row >= 0)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < len(self._lines) - 1)

    def _choose(self) -> None:
        issue = self._controller.issue
        if issue is None:
            return
        menu = QMenu(self)
        announced = {line.article for line in self._lines}
        for article in issue.articles.values():
            if article.id not in announced and article.id in issue.placed():
                more = (*self._lines, Headline(article.id))
                menu.addAction(" ".join(article.title.split()), partial(self.put, more))
        menu.popup(self._article.mapToGlobal(QPoint(0, self._article.height())))

    def _add_text(self) -> None:
        self.put((*self._lines, Headline(text=self.tr("A line for the cover"))))
        item = self.list.item(self.list.count() - 1)
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def _edited(self, item: QListWidgetItem) -> None:
        row, text = self.list.row(item), item.text().strip()
        if text:
            self.put((*self._lines[:row], Headline(text=text), *self._lines[row + 1 :]))

    def _move(self, by: int) -> None:
        row, lines = self.list.currentRow(), list(self._lines)
        lines.insert(row + by, lines.pop(row))
        self.put(tuple(lines))
        self.list.setCurrentRow(row + by)

    def delete(self) -> None:
        """What the menu's Delete does here."""
        self._take_away()

    def _take_away(self) -> None:
        row = self.list.currentRow()
        self.put((*self._lines[:row], *self._lines[row + 1 :]))
