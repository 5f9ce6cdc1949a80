"""The text view: an article's Markdown, what it comes to on the page beside, find and replace below."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.controller import Controller
from digest_studio.gui.editor.beside import PageBeside
from digest_studio.gui.editor.find import Hit
from digest_studio.gui.editor.findbar import FindBar
from digest_studio.gui.editor.text import MarkdownEdit, index_of, units
from digest_studio.gui.empty import EmptyPane
from digest_studio.gui.fit import fit_words
from digest_studio.gui.inspector.choose import bring_photos
from digest_studio.gui.inspector.form import quiet, tool
from digest_studio.gui.selection import Selection
from digest_studio.gui.style import ERROR, RHYTHM
from digest_studio.model.edits import replace_body
from digest_studio.model.issue import ArticleEntry, Issue

PAUSE_MS = 1500
"""Without a key, after which the next one begins a step of its own."""
_WORD = re.compile(r"\w[\w'’-]*")


class TextView(QWidget):
    """Shows the article that is selected, or whose photograph is, until another one is."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.article = ""
        self.edit = MarkdownEdit(self)
        self.beside = PageBeside(controller, self)
        self.find_bar = FindBar(controller, self)
        self._titles = QComboBox(self)
        self.counted = quiet("", self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(controller.settle)
        self._build()
        self._connect()
        if controller.issue is not None:
            self._refresh(controller.issue)
        self._select(controller.selection)
        self._edit(controller.selection)
        self._stand()

    # What others ask for

    def show_article(self, article: str) -> None:
        """Show another article's text."""
        issue = self._controller.issue
        if issue is None or article not in issue.articles or article == self.article:
            return
        self._controller.settle()
        self.article = article
        self.edit.show_text(issue.articles[article].markdown)
        self.edit.go_to(0)
        self._stack.setCurrentIndex(1)
        self._titles.setCurrentIndex(self._titles.findData(article))
        self._mark_problems(self._controller.problems)
        self._count()
        self._follow()

    def find_text(self) -> None:
        """Open find and replace, with what is selected."""
        chosen = self.edit.textCursor().selectedText()
        self.find_bar.open("" if "\u2029" in chosen else chosen)

    # Building

    def _build(self) -> None:
        self._titles.setAccessibleName(self.tr("Article"))
        self._titles.setToolTip(self.tr("The article whose text is shown"))
        self._titles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._titles.setMinimumContentsLength(10)
        self.counted.setWordWrap(False)
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * RHYTHM, RHYTHM, 2 * RHYTHM, RHYTHM)
        bar.setSpacing(2 * RHYTHM)
        bar.addWidget(self._titles, 1)
        bar.addWidget(self.counted)
        bar.addWidget(tool(self, "search", self.tr("Find and replace"), self.find_text))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(True)
        split.addWidget(self.edit)
        split.addWidget(self.beside)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([600, 420])
        pane = QWidget(self)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(split, 1)
        layout.addWidget(self.find_bar)
        self._stack = QStackedLayout(self)
        empty = self.tr("An article's text stands here. Select an article in the outline or on a page, or double-click its text.")
        self._stack.addWidget(EmptyPane(empty, self))
        self._stack.addWidget(pane)
        self.setFocusProxy(self.edit)
        replacing = QAction(self.tr("Find and Replace …"), self)
        replacing.setShortcut(QKeySequence("Ctrl+H"))
        replacing.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        replacing.triggered.connect(self.find_text)
        self.addAction(replacing)

    def _connect(self) -> None:
        controller = self._controller
        controller.issue_changed.connect(self._refresh)
        controller.selection_changed.connect(self._select)
        controller.edit_requested.connect(self._edit)
        controller.made_changed.connect(self._take)
        controller.problems_changed.connect(self._mark_problems)
        controller.standing_changed.connect(self._stand)
        controller.closed.connect(self._close)
        self.edit.edited.connect(self._typed)
        self.edit.left.connect(controller.settle)
        self.edit.pictures_dropped.connect(self._illustrate)
        self.edit.cursorPositionChanged.connect(self._follow)
        self._titles.activated.connect(self._choose)
        self.find_bar.hit_wanted.connect(self._show_hit)
        self.find_bar.closed.connect(self.edit.setFocus)
        self.beside.position_wanted.connect(self._go_to)

    # The issue

    def _typed(self, text: str) -> None:
        issue = self._controller.issue
        if issue is not None and self.article in issue.articles:
            edit = replace_body(issue, self.article, text, self._controller.body_line(self.article))
            self._controller.apply(edit, ("text", self.article))
            self._pause.start()
            self._count()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """While other views are in front, this one follows nothing."""
        super().showEvent(event)
        if self._controller.issue is not None:
            self._refresh(self._controller.issue)

    def _illustrate(self, pictures: list[Path]) -> None:
        """Pictures that were dropped on the text, or pasted into it, become its article's photographs."""
        if self.article and not self._controller.read_only:
            bring_photos(self._controller, self.article, pictures)

    def _refresh(self, issue: Issue) -> None:
        if not self.isVisible():
            return
        self._list_titles(issue)
        article = issue.articles.get(self.article)
        if article is None:
            self.article = ""
            self._stack.setCurrentIndex(0)
            return
        self.edit.show_text(article.markdown)
        self._count()

    def _list_titles(self, issue: Issue) -> None:
        placed = [e.article for e, _ in issue.entries() if isinstance(e, ArticleEntry) and e.article in issue.articles]
        names = [*placed, *(name for name in issue.articles if name not in placed)]
        wanted = [(" ".join(issue.articles[name].title.split()), name) for name in names]
        known = [(self._titles.itemText(n), self._titles.itemData(n)) for n in range(self._titles.count())]
        if wanted != known:
            self._titles.clear()
            for title, name in wanted:
                self._titles.addItem(title, name)
            self._titles.setCurrentIndex(self._titles.findData(self.article))

    def _select(self, selection: Selection) -> None:
        if selection.article:
            self.show_article(selection.article)

    def _choose(self, index: int) -> None:
        self._controller.select(Selection("article", self._titles.itemData(index)))

    def _edit(self, selection: Selection) -> None:
        """A double click, or a problem: to the line or the point that is told along."""
        if selection.kind != "article":
            return
        self.show_article(selection.id)
        if selection.line is not None:
            self.edit.go_to_line(selection.line - self._controller.body_line(selection.id))
        elif selection.at is not None and selection.page is not None:
            self.beside.follow(self.article, 0)
            position = self.beside.position_at(selection.page, *selection.at)
            if position is not None:
                self._go_to(position)

    def _stand(self) -> None:
        self.edit.setReadOnly(bool(self._controller.read_only))

    def _close(self) -> None:
        self.article = ""
        self.find_bar.hide()
        self._titles.clear()
        self._stack.setCurrentIndex(0)

    # Problems, counts, places

    def _mark_problems(self, problems: tuple[Diagnostic, ...]) -> None:
        issue = self._controller.issue
        article = issue.articles.get(self.article) if issue else None
        if article is None:
            return
        file = article.source.file if article.source else f"articles/{article.id}.md"
        first, told = self._controller.body_line(article.id), dict[int, list[Diagnostic]]()
        for problem in problems:
            if problem.source and problem.source.file == file and problem.source.line >= first:
                told.setdefault(problem.source.line - first, []).append(problem)
        self.edit.set_problems(told)

    def _take(self, made: Made, changed: frozenset[int]) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        words = self.tr("%n word(s)", "", len(_WORD.findall(self.edit.text())))
        made = self._controller.made
        fit = fit_words(made, self.article) if made else ""
        self.counted.setText(" · ".join(part for part in (words, fit) if part))
        layout = made.plan.articles.get(self.article) if made else None
        over = layout is not None and layout.lines_over > 0
        self.counted.setStyleSheet(f"color: {ERROR.name()};" if over else "")

    def _follow(self) -> None:
        position = index_of(self.edit.text(), self.edit.textCursor().position())
        self.find_bar.set_place(self.article, position)
        self.beside.follow(self.article, position)

    def _go_to(self, position: int) -> None:
        self.edit.go_to(units(self.edit.text()[:position]))
        self.edit.setFocus()

    def _show_hit(self, hit: Hit) -> None:
        self._controller.select(Selection("article", hit.article))
        self.show_article(hit.article)
        text = self.edit.text()
        self.edit.go_to(units(text[: hit.start]), units(hit.found))
