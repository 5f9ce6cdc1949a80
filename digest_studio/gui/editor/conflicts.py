"""Files that changed here and outside: a choice with the difference before one's eyes, never a silent loss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from digest_studio.app.studio.outside import Conflict
from digest_studio.gui.controller import Controller
from digest_studio.gui.style import RHYTHM

MINE, THEIRS = QColor(194, 65, 59, 40), QColor(46, 139, 87, 48)
"""Behind lines that are only here, and only outside."""
MY_WORDS, THEIR_WORDS = QColor(194, 65, 59, 110), QColor(46, 139, 87, 120)
"""Behind the words in them that differ."""
GAP = QColor()
"""Marks the line between two places of a file."""

Piece = tuple[str, QColor | None]
"""Text, and what is behind it."""

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def choose(controller: Controller, file: str, parent: QWidget | None) -> ConflictChoice | None:
    """Show the choice for one file, if there is still one to make; after it those for the other files."""
    conflict = next((each for each in controller.conflicts if each.file == file), None)
    if conflict is None:
        return None
    dialog = ConflictChoice(controller, conflict, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: choose_first(controller, parent))
    dialog.open()
    return dialog


def choose_first(controller: Controller, parent: QWidget | None) -> ConflictChoice | None:
    """Show the choice for the first file of which there is one to make."""
    conflicts = controller.conflicts
    return choose(controller, conflicts[0].file, parent) if conflicts else None


class ConflictChoice(QDialog):
    """One file, mine and theirs, line by line."""

    def __init__(self, controller: Controller, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._conflict = conflict
        self.setWindowTitle(self.tr("Changed in Two Places"))
        self.resize(760, 560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(2 * RHYTHM)
        heading = QLabel(f"<b>{conflict.file}</b>", self)
        said = QLabel(self._what_happened(), self)
        said.setWordWrap(True)
        layout.addWidget(heading)
        layout.addWidget(said)
        layout.addWidget(self._diff(), 1)
        layout.addWidget(self._buttons())

    def _what_happened(self) -> str:
        if self._conflict.data is None:
            return self.tr("Another program deleted this file, which was changed here. Red lines would be lost.")
        return self.tr(
            "Another program changed this file, and so did you. Red lines stand only here, green ones only outside. "
            "Whichever you keep, the other can be had back: what is taken from outside is a step that can be undone."
        )

    def _diff(self) -> QWidget:
        view = QPlainTextEdit(self)
        view.setReadOnly(True)
        view.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        view.setAccessibleName(self.tr("Difference between here and outside"))
        cursor = view.textCursor()
        quiet = QTextCharFormat()
        quiet.setForeground(view.palette().placeholderText())
        for line in compared(self._conflict.diff()):
            for text, colour in line:
                shape = QTextCharFormat(quiet if colour is GAP else QTextCharFormat())
                if colour is not None and colour is not GAP:
                    shape.setBackground(colour)
                cursor.insertText(text, shape)
            cursor.insertText("\n", QTextCharFormat())
        view.moveCursor(QTextCursor.MoveOperation.Start)
        return view

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(self)
        self.mine = box.addButton(self.tr("Keep &Mine"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.theirs = box.addButton(self.tr("Take &Theirs"), QDialogButtonBox.ButtonRole.AcceptRole)
        later = box.addButton(self.tr("Decide &Later"), QDialogButtonBox.ButtonRole.RejectRole)
        self.mine.setToolTip(self.tr("Saving writes over what is outside now"))
        self.theirs.setToolTip(self.tr("What is here is replaced, as a step that can be undone"))
        self.mine.clicked.connect(lambda: self._decide("mine"))
        self.theirs.clicked.connect(lambda: self._decide("theirs"))
        later.clicked.connect(self.reject)
        later.setDefault(True)
        return box

    def _decide(self, choice: Literal["mine", "theirs"]) -> None:
        if any(each.file == self._conflict.file for each in self._controller.conflicts):
            self._controller.resolve(self._conflict.file, choice)
        self.accept()


def compared(diff: Sequence[str]) -> Iterator[Sequence[Piece]]:
    """The lines of a unified diff; where as many lines went as came, each with the words that differ."""
    lines = [line.rstrip("\n") for line in diff if not line.startswith(("---", "+++"))]
    for sign, gone, come in _runs(lines):
        if sign == " ":
            yield from ([(line, GAP if line.startswith("@@") else None)] for line in gone)
        elif len(gone) == len(come):
            pairs = [_words(one, other) for one, other in zip(gone, come, strict=True)]
            yield from (mine for mine, _ in pairs)
            yield from (theirs for _, theirs in pairs)
        else:
            yield from ([(line, MINE)] for line in gone)
            yield from ([(line, THEIRS)] for line in come)


def _runs(lines: Sequence[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Lines that stay (" "), and what went with what came in its place ("±")."""
    gone: list[str] = []
    come: list[str] = []
    for line in lines:
        if line.startswith("-") and not come:
            gone.append(line)
        elif line.startswith("+"):
            come.append(line)
        else:
            if gone or come:
                yield "±", gone, come
            gone, come = ([line], []) if line.startswith("-") else ([], [])
            if not line.startswith("-"):
                yield " ", [line], []
    if gone or come:
        yield "±", gone, come


def _words(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Two lines word by word."""
    mine, theirs = _WORDS.findall(one[1:]), _WORDS.findall(other[1:])
    ours: list[Piece] = [(one[:1], MINE)]
    others: list[Piece] = [(other[:1], THEIRS)]
    for same, i1, i2, j1, j2 in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        ours.append(("".join(mine[i1:i2]), MINE if same == "equal" else MY_WORDS))
        others.append(("".join(theirs[j1:j2]), THEIRS if same == "equal" else THEIR_WORDS))
    return ours, others
