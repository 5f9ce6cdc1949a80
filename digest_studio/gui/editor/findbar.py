"""Find and replace: in the article, or in the whole issue with a list of the hits."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from digest_studio.gui.controller import Controller
from digest_studio.gui.editor.find import MOST_HITS, Hit, Query, hits_in, hits_in_issue, replace_in_issue, replaced
from digest_studio.gui.flow import FlowLayout
from digest_studio.gui.inspector.form import tool
from digest_studio.gui.style import RHYTHM
from digest_studio.model.edits import replace_body
from digest_studio.model.issue import Issue

_HIT = Qt.ItemDataRole.UserRole
LINE_WIDTH = 40
"""Pixels for the number of a hit's line."""
PAUSE_MS = 120
"""After the last letter, until the whole issue is searched."""


class FindBar(QFrame):
    """`hit_wanted` carries the hit that is to be shown. The bar never takes the text's place: it stands below it."""

    hit_wanted = Signal(object)
    closed = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._article = ""
        self._hits: tuple[Hit, ...] = ()
        self._position = 0
        self.wanted = QLineEdit(self)
        self.by = QLineEdit(self)
        self.everywhere = QCheckBox(self.tr("In all articles"), self)
        self.case = QCheckBox(self.tr("Match case"), self)
        self.words = QCheckBox(self.tr("Whole words"), self)
        self.pattern = QCheckBox(self.tr("Pattern"), self)
        self.told = QLabel(self)
        self.list = QTreeWidget(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self.search)
        self._build()
        self._connect()
        self.hide()

    # What the pane says

    def open(self, text: str = "") -> None:
        """Show the bar, looking for `text` if there is any."""
        if text:
            self.wanted.setText(text)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()
        self.search()

    def set_place(self, article: str, position: int) -> None:
        """Where the cursor is: the next hit is counted from there."""
        another = article != self._article
        self._article, self._position = article, position
        if another and self.isVisible():
            self.search()

    @property
    def query(self) -> Query:
        return Query(self.wanted.text(), self.case.isChecked(), self.words.isChecked(), self.pattern.isChecked())

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self._hits

    # The work

    def search(self) -> None:
        """Find anew."""
        issue = self._controller.issue
        try:
            self._hits = self._found(issue) if issue is not None else ()
            self.told.setText(self._count_words())
        except re.error as error:
            self._hits = ()
            self.told.setText(self.tr("Not a pattern: {reason}").format(reason=error))
        self._list_hits(issue)

    def _found(self, issue: Issue) -> tuple[Hit, ...]:
        if self.everywhere.isChecked():
            return hits_in_issue(issue, self.query)
        article = issue.articles.get(self._article)
        return tuple(hits_in(article.markdown, self.query, self._article)) if article else ()

    def _count_words(self) -> str:
        if not self.wanted.text():
            return ""
        count = len(self._hits)
        if count >= MOST_HITS:
            return self.tr("More than {most} places").format(most=MOST_HITS)
        articles = len({hit.article for hit in self._hits})
        if self.everywhere.isChecked() and count:
            return self.tr("{count} places in {articles} articles").format(count=count, articles=articles)
        return self.tr("%n place(s)", "", count)

    def step(self, by: int) -> None:
        """Go to the next hit of the article (by 1), or to the one before (-1), round and round."""
        here = [hit for hit in self._hits if hit.article == self._article]
        if not here:
            if self._hits:
                self.hit_wanted.emit(self._hits[0])
            return
        if by > 0:
            found = next((hit for hit in here if hit.start >= self._position), here[0])
        else:
            found = next((hit for hit in reversed(here) if hit.end < self._position), here[-1])
        self.hit_wanted.emit(found)

    def replace_next(self) -> None:
        """Replace the hit at the cursor, or go to the next one."""
        issue = self._controller.issue
        current = next((h for h in self._hits if h.article == self._article and h.end == self._position), None)
        if issue is None or current is None:
            self.step(1)
            return
        text = issue.articles[self._article].markdown
        by, _ = replaced(current.found, self.query, self.by.text())
        self._position = current.start + len(by)
        self._controller.apply(replace_body(issue, self._article, text[: current.start] + by + text[current.end :]))
        self.search()
        self.step(1)

    def replace_all(self) -> None:
        """Replace every hit, as one step."""
        issue = self._controller.issue
        if issue is None or not self._hits:
            return
        if self.everywhere.isChecked():
            edit, count = replace_in_issue(issue, self.query, self.by.text())
        else:
            text, count = replaced(issue.articles[self._article].markdown, self.query, self.by.text())
            edit = replace_body(issue, self._article, text)
        self._controller.apply(edit)
        self._controller.message.emit(self.tr("Replaced: %n place(s)", "", count), True)
        self.search()

    # Its look

    def _build(self) -> None:
        for field, name in ((self.wanted, self.tr("Find")), (self.by, self.tr("Replace by"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setClearButtonEnabled(True)
        self.pattern.setToolTip(self.tr("A regular expression; \\1 in the replacement is its first group"))
        self._next = tool(self, "chevron-down", self.tr("Next"), lambda: self.step(1))
        self._previous = tool(self, "chevron-up", self.tr("Previous"), lambda: self.step(-1))
        self._replace = QPushButton(self.tr("Replace"), self)
        self._all = QPushButton(self.tr("Replace All"), self)
        shut = tool(self, "x", self.tr("Close"), self.shut)
        self.told.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.list.setHeaderHidden(True)
        self.list.setFixedHeight(168)
        self.list.setItemDelegate(_HitRow(self.list))
        self.list.setAccessibleName(self.tr("Places found"))
        grid = QGridLayout()
        grid.setSpacing(RHYTHM)
        ways = QHBoxLayout()
        for widget in (self._previous, self._next, self.told):
            ways.addWidget(widget)
        ways.addStretch(1)
        ways.addWidget(shut)
        deeds = QHBoxLayout()
        for button in (self._replace, self._all):
            deeds.addWidget(button)
        deeds.addStretch(1)
        options = QWidget(self)
        flow = FlowLayout(options, 2 * RHYTHM)
        for box in (self.everywhere, self.case, self.words, self.pattern):
            flow.addWidget(box)
        for field in (self.wanted, self.by):
            field.setMinimumWidth(12 * self.fontMetrics().averageCharWidth())
        grid.addWidget(self.wanted, 0, 0)
        grid.addLayout(ways, 0, 1)
        grid.addWidget(self.by, 1, 0)
        grid.addLayout(deeds, 1, 1)
        grid.addWidget(options, 2, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, RHYTHM, 2 * RHYTHM, RHYTHM)
        layout.addLayout(grid)
        layout.addWidget(self.list)
        self.list.hide()

    def _connect(self) -> None:
        self.wanted.textChanged.connect(lambda _: self._soon.start())
        self.wanted.returnPressed.connect(self._enter)
        self.by.returnPressed.connect(self.replace_next)
        for box in (self.everywhere, self.case, self.words, self.pattern):
            box.toggled.connect(lambda _: self.search())
        self._replace.clicked.connect(self.replace_next)
        self._all.clicked.connect(self.replace_all)
        self.list.itemClicked.connect(self._show_hit)
        self.list.itemActivated.connect(self._show_hit)
        self._controller.issue_changed.connect(lambda _: self._soon.start() if self.isVisible() else None)

    def _enter(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.search()
        self.step(1)

    def _list_hits(self, issue: Issue | None) -> None:
        """The preview, by article; only of the whole issue."""
        self._all.setEnabled(bool(self._hits) and not self._controller.read_only)
        self._replace.setEnabled(self._all.isEnabled())
        self.list.clear()
        self.list.setVisible(self.everywhere.isChecked() and bool(self._hits))
        if issue is None or not self.list.isVisibleTo(self):
            return
        by_article: dict[str, list[Hit]] = {}
        for hit in self._hits:
            by_article.setdefault(hit.article, []).append(hit)
        for article, hits in by_article.items():
            title = " ".join(issue.articles[article].title.split())
            head = QTreeWidgetItem([f"{title}  ({len(hits)})"])
            for hit in hits:
                row = QTreeWidgetItem([f"{hit.before}{hit.found}{hit.after}"])
                row.setToolTip(0, self.tr("Line {line}").format(line=hit.line))
                row.setData(0, _HIT, hit)
                head.addChild(row)
            self.list.addTopLevelItem(head)
            head.setExpanded(True)

    def _show_hit(self, item: QTreeWidgetItem) -> None:
        hit = item.data(0, _HIT)
        if isinstance(hit, Hit):
            self.hit_wanted.emit(hit)

    def shut(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)


class _HitRow(QStyledItemDelegate):
    """A hit in its surroundings: the found words strong, the rest quiet."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        hit = index.data(_HIT)
        if not isinstance(hit, Hit):
            super().paint(painter, option, index)
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, option.palette.highlight())
        strong = (option.palette.highlightedText() if selected else option.palette.text()).color()
        quiet = strong if selected else option.palette.placeholderText().color()
        bold = QFont(option.font)
        bold.setBold(True)
        box = QRect(option.rect)
        for text, font, colour, least in (
            (str(hit.line), option.font, quiet, LINE_WIDTH), (f"…{hit.before}", option.font, quiet, 0),
            (hit.found, bold, strong, 0), (f"{hit.after}…", option.font, quiet, 0),
        ):  # fmt: skip
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            box.setLeft(box.left() + max(least, QFontMetrics(font).horizontalAdvance(text)))
        painter.restore()
