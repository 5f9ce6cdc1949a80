"""What preflight says of an edition before it is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QFrame, QLabel, QTreeView, QVBoxLayout, QWidget

from digest_studio.app.editions import LookedOver
from digest_studio.base.diagnostics import Severity
from digest_studio.gui.problems.model import ProblemModel
from digest_studio.gui.problems.rows import ProblemRow
from digest_studio.gui.style import RHYTHM


class Verdict(QWidget):
    """A sentence, the list of problems, and, where errors would stop the edition, the user's word against them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self._problems = ProblemModel(self)
        self._list = QTreeView(self)
        self._list.setModel(self._problems)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        self._list.setItemDelegate(ProblemRow(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setFrameShape(QFrame.Shape.StyledPanel)
        self._list.setMinimumHeight(96)
        self._list.setAccessibleName(self.tr("What preflight says"))
        self.all_the_same = QCheckBox(self.tr("Export all the same"), self)
        self.all_the_same.setToolTip(self.tr("The file is written in spite of the errors; a printer may send it back"))
        self.all_the_same.toggled.connect(lambda _: self.changed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        layout.addWidget(self.said)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.all_the_same)
        self.wait()

    def wait(self) -> None:
        """Nothing is known yet."""
        self.said.setText(self.tr("Preflight is looking the pages over …"))
        self._list.setEnabled(False)
        self.all_the_same.setEnabled(False)

    def show_words(self, words: str) -> None:
        """There is nothing to look over."""
        self._problems.show(())
        self.said.setText(words)
        self._list.hide()
        self.all_the_same.hide()

    def show_found(self, found: LookedOver) -> None:
        if self._problems.show(found.problems):
            self._list.expandAll()
        self._list.setEnabled(True)
        self._list.setVisible(bool(found.problems))
        self.all_the_same.setEnabled(True)
        self.all_the_same.setVisible(found.stopped and found.write is not None)
        if not found.stopped:
            self.all_the_same.setChecked(False)
        self.said.setText(self._sentence(found))

    def _sentence(self, found: LookedOver) -> str:
        if found.write is None:
            return self.tr("Preflight: it cannot be written; see below.")
        errors = sum(problem.severity is Severity.ERROR for problem in found.problems)
        warnings = sum(problem.severity is Severity.WARNING for problem in found.problems)
        counted = [self.tr("%n error(s)", "", errors)] if errors else []
        if warnings:
            counted.append(self.tr("%n warning(s)", "", warnings))
        if found.stopped:
            text = self.tr("Preflight: {counted}. A printer would send this back.")
        elif errors:
            text = self.tr("Preflight: {counted}. What is wrong is marked on the pages.")
        elif warnings:
            text = self.tr("Preflight: no errors, {counted}.")
        else:
            text = self.tr("Preflight: all is well.")
        return text.format(counted=", ".join(counted))
