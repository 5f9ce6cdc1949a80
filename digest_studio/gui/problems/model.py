"""The problems as a model: a head for each severity, the problems of that severity below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.gui.words import said

translate = QCoreApplication.translate

PROBLEM = Qt.ItemDataRole.UserRole + 1
"""The Diagnostic of a row."""
SEVERITY = Qt.ItemDataRole.UserRole + 2
ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class ProblemModel(QStandardItemModel):
    """Built anew when the problems are others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Diagnostic, ...] = ()

    def show(self, problems: tuple[Diagnostic, ...]) -> bool:
        """Show these problems; whether anything changed."""
        if problems == self._shown:
            return False
        self._shown = problems
        self.clear()
        for severity in ORDER:
            of_it = [problem for problem in problems if problem.severity is severity]
            if of_it:
                head = _plain(f"{_title(severity)}  {len(of_it)}")
                head.setSelectable(False)
                head.setData(severity, SEVERITY)
                head.appendRows([_row(problem) for problem in of_it])
                self.appendRow(head)
        return True


def place_words(problem: Diagnostic) -> str:
    """Where it is, for people: the file with its line, and the page."""
    page = translate("Problems", "page {number}").format(number=problem.page) if problem.page else ""
    return " · ".join(part for part in (str(problem.source or ""), page) if part)


def _row(problem: Diagnostic) -> QStandardItem:
    item = _plain(said(problem.message))
    item.setData(problem, PROBLEM)
    words = [said(problem.message), said(problem.remedy), place_words(problem)]
    item.setToolTip("\n".join(part for part in words if part))
    severity = {
        Severity.ERROR: translate("Problems", "Error"),
        Severity.WARNING: translate("Problems", "Warning"),
        Severity.INFO: translate("Problems", "Note"),
    }[problem.severity]
    item.setData(". ".join(part for part in (severity, *words) if part), Qt.ItemDataRole.AccessibleTextRole)
    return item


def _plain(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item


def _title(severity: Severity) -> str:
    return {
        Severity.ERROR: translate("Problems", "Errors"),
        Severity.WARNING: translate("Problems", "Warnings"),
        Severity.INFO: translate("Problems", "Notes"),
    }[severity]
