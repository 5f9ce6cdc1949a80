"""The pane below the pages: everything that is wrong, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QStackedLayout, QTreeView, QVBoxLayout, QWidget

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.controller import Controller
from digest_studio.gui.problems.model import PROBLEM, ProblemModel
from digest_studio.gui.problems.places import goal_of
from digest_studio.gui.problems.rows import ProblemRow
from digest_studio.gui.style import icon


class ProblemsPane(QWidget):
    """A list by severity, live. A click or Enter leads to the place of a problem."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.model = ProblemModel(self)
        self.view = _List(self)
        self.view.setModel(self.model)
        self.view.clicked.connect(self._go_to)
        self.view.entered_row.connect(self._go_to)
        self._well = _AllWell(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._well)
        self._stack.addWidget(self.view)
        self.setFocusProxy(self.view)
        controller.problems_changed.connect(self._show)
        controller.closed.connect(lambda: self._show(()))
        self._show(controller.problems)

    def _show(self, problems: tuple[Diagnostic, ...]) -> None:
        current = self.view.currentIndex().data(PROBLEM)
        if self.model.show(problems):
            self.view.expandAll()
            self._keep_current(current)
        self._well.set_made(self._controller.made is not None)
        self._stack.setCurrentWidget(self.view if problems else self._well)

    def _keep_current(self, problem: Diagnostic | None) -> None:
        """The same problem stays the current one, if it is still there."""
        for head in range(self.model.rowCount()):
            parent = self.model.index(head, 0)
            for row in range(self.model.rowCount(parent)):
                index = self.model.index(row, 0, parent)
                if problem is not None and index.data(PROBLEM) == problem:
                    self.view.setCurrentIndex(index)
                    return

    def _go_to(self, index: QModelIndex) -> None:
        problem, issue = index.data(PROBLEM), self._controller.issue
        if not isinstance(problem, Diagnostic) or issue is None:
            return
        controller = self._controller
        goal = goal_of(problem, issue, {name: controller.body_line(name) for name in issue.articles})
        match goal.to:
            case "choice":
                from digest_studio.gui.editor.conflicts import choose

                choose(controller, goal.file, self)
            case "page":
                controller.select(goal.selection)
                controller.go_to_page(goal.selection.page or 1)
            case "text":
                controller.edit(goal.selection)
            case "fields":
                controller.select(goal.selection)
                if goal.selection.kind != "article":
                    controller.edit_requested.emit(goal.selection)


class _List(QTreeView):
    """The tree, in which Enter is a click."""

    entered_row = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ProblemRow(self))
        self.setAccessibleName(self.tr("Problems"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _AllWell(QWidget):
    """Nothing is wrong, or nothing is known yet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QLabel(self)
        self._image.setPixmap(icon("circle-check").pixmap(24, 24))
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.setSpacing(8)
        for label in (self._image, self._said):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch()

    def set_made(self, made: bool) -> None:
        self._image.setVisible(made)
        self._said.setText(
            self.tr("All is well: nothing is missing, everything fits, every picture is fine enough for print.")
            if made
            else self.tr("What is wrong with the issue is listed here as soon as its pages are made.")
        )
