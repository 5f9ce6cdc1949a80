"""The text itself: Markdown in a plain editor whose changes are the issue's, with the issue's history."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontDatabase, QHelpEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.gui.editor.highlighter import MarkdownHighlighter
from digest_studio.gui.inspector.dropping import dropped_pictures
from digest_studio.gui.inspector.fields import is_history, written
from digest_studio.gui.words import said

MEASURE = 76
"""Characters of a line, at most: longer ones are hard to read."""


class MarkdownEdit(QPlainTextEdit):
    """`edited` carries the whole text after every change by the user, `pictures_dropped` files from the desktop."""

    edited = Signal(str)
    pictures_dropped = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: dict[int, list[Diagnostic]] = {}
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { background: palette(base); }")  # the margins around the measure too
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("The article's text"))
        self.highlighter = MarkdownHighlighter(self.document())
        self.textChanged.connect(lambda: self.edited.emit(self.text()))

    def text(self) -> str:
        """What is written, no-break spaces and all."""
        return written(self.document())

    def show_text(self, text: str) -> None:
        """Show a text that came from elsewhere; what did not change stays, and the cursor in it."""
        now = self.text()
        if now == text:
            return
        start, end, put = difference(now, text)
        self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(put)
        self.blockSignals(False)
        self.viewport().update()

    def set_problems(self, told: dict[int, list[Diagnostic]]) -> None:
        """Problems by line, from 0."""
        self._told = told
        order = list(Severity)
        worst = {line: min((p.severity for p in problems), key=order.index) for line, problems in told.items()}
        self.highlighter.set_problems(worst)

    def go_to(self, position: int, length: int = 0) -> None:
        """Put the cursor there, in the middle of what is seen, and select `length` characters."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        end = min(position + length, self.document().characterCount() - 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def go_to_line(self, line: int) -> None:
        """Put the cursor to the beginning of a line, from 0."""
        block = self.document().findBlockByNumber(max(0, line))
        self.go_to(block.position() if block.isValid() else self.document().characterCount() - 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().averageCharWidth() * MEASURE, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The text keeps a readable measure in the middle of a wide pane."""
        widest = self.fontMetrics().averageCharWidth() * MEASURE
        margin = max(24, (self.width() - widest) // 2)
        self.setViewportMargins(margin, 16, min(margin, 24) if margin == 24 else margin - 12, 0)
        super().resizeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Text; and picture files, which become photographs instead of their addresses standing in the text."""
        if any(url.isLocalFile() for url in source.urls()):
            return bool(dropped_pictures(source)) and not self.isReadOnly()
        return super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        if any(url.isLocalFile() for url in source.urls()):
            self.pictures_dropped.emit(dropped_pictures(source))
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        if is_history(event):
            event.ignore()
            return False
        if isinstance(event, QHelpEvent):
            at = self.viewport().mapFromGlobal(event.globalPos())
            told = self._told.get(self.cursorForPosition(at).blockNumber(), [])
            lines = [f"{said(problem.message)}\n{said(problem.remedy)}".strip() for problem in told]
            QToolTip.showText(event.globalPos(), "\n\n".join(lines), self)
            return True
        return super().event(event)


def difference(old: str, new: str) -> tuple[int, int, str]:
    """What to replace in `old` to have `new`: from, to (in UTF-16 units, as Qt counts), and by what."""
    start = 0
    shortest = min(len(old), len(new))
    while start < shortest and old[start] == new[start]:
        start += 1
    end = 0
    while end < shortest - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return units(old[:start]), units(old[: len(old) - end]), new[start : len(new) - end]


def units(text: str) -> int:
    """How long Qt counts a text: characters beyond the basic plane are two."""
    return len(text.encode("utf-16-le")) // 2


def index_of(text: str, at: int) -> int:
    """Qt's count of a place in `text` as Python's."""
    return len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore"))
