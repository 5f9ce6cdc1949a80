"""Markdown in colours, and the lines with problems underlined. One line at a time; quotations say so by their first sign."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from digest_studio.base.diagnostics import Severity
from digest_studio.gui.style import ACCENT, ERROR, NOTE, WARNING

HEADING = re.compile(r"^(#{2,3})\s+.*$")
QUOTE = re.compile(r"^\s*>")
MARKER = re.compile(r"^\s*(?:>\s*)?(\[![a-z]+\])(.*)$")
LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_])")
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]*)\)|<https?://[^>]+>")
PIN = re.compile(r"^\s*!\[[^\]]*\]\(photo:\d+\)\s*$")
ATTRIBUTION = re.compile(r"^\s*>\s*—.*$")

_COLOURS = {Severity.ERROR: ERROR, Severity.WARNING: WARNING, Severity.INFO: NOTE}


class MarkdownHighlighter(QSyntaxHighlighter):
    """`set_problems` gives the lines (from 0) that are underlined."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._problems: dict[int, Severity] = {}
        palette = QGuiApplication.palette()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        link = palette.color(QPalette.ColorRole.Link)
        self._quiet = _format(quiet)
        self._heading = _format(None, bold=True, larger=1.15)
        self._strong = _format(None, bold=True)
        self._emphasis = _format(None, italic=True)
        self._link = _format(link)
        self._marker = _format(ACCENT if palette.color(QPalette.ColorRole.Base).lightness() > 128 else link, bold=True)

    def set_problems(self, problems: dict[int, Severity]) -> None:
        """Underline these lines; only those that changed are painted anew."""
        before, self._problems = self._problems, problems
        for line in {line for line in before.keys() | problems.keys() if before.get(line) != problems.get(line)}:
            block = self.document().findBlockByNumber(line)
            if block.isValid():
                self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        if HEADING.match(text):
            self.setFormat(0, len(text), self._heading)
            self.setFormat(0, len(text) - len(text.lstrip("#")), self._quiet)
        elif PIN.match(text):
            self.setFormat(0, len(text), self._marker)
        else:
            self._inline(text)
        severity = self._problems.get(self.currentBlock().blockNumber())
        if severity is not None:
            self._underline(len(text), _COLOURS[severity])

    def _inline(self, text: str) -> None:
        for pattern, shape in ((STRONG, self._strong), (EMPHASIS, self._emphasis)):
            for match in pattern.finditer(text):
                self._add(match.start(2), match.end(2), shape)
                self.setFormat(match.start(1), len(match[1]), self._quiet)
                self.setFormat(match.end(2), len(match[1]), self._quiet)
        for match in LINK.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), self._link)
        for pattern in (QUOTE, LIST):
            if sign := pattern.match(text):
                self.setFormat(0, sign.end(), self._marker)
        if marker := MARKER.match(text):
            self.setFormat(marker.start(1), len(marker[1]), self._marker)
            self._add(marker.start(2), marker.end(2), self._strong)
        if ATTRIBUTION.match(text):
            self.setFormat(text.index("—"), len(text), self._quiet)

    def _add(self, start: int, end: int, shape: QTextCharFormat) -> None:
        """Lay a format over what is there: strong in emphasis is both."""
        for at in range(start, end):
            merged = QTextCharFormat(self.format(at))
            merged.merge(shape)
            self.setFormat(at, 1, merged)

    def _underline(self, length: int, colour: QColor) -> None:
        for at in range(length):
            shape = QTextCharFormat(self.format(at))
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            shape.setUnderlineColor(colour)
            self.setFormat(at, 1, shape)


def _format(colour: QColor | None, *, bold: bool = False, italic: bool = False, larger: float = 1.0) -> QTextCharFormat:
    shape = QTextCharFormat()
    if colour is not None:
        shape.setForeground(colour)
    if bold:
        shape.setFontWeight(QFont.Weight.Bold)
    if italic:
        shape.setFontItalic(True)
    if larger != 1.0:
        shape.setFontPointSize(QGuiApplication.font().pointSizeF() * larger)
    return shape
