"""A template as a little picture: its slots, its head and its columns, drawn from the theme's own data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from digest_studio.theme.types import Slot, Template, Theme

CELL = QSize(54, 40)
"""Pixels of a picture: room for two pages side by side."""
_PHOTO, _TITLE, _TEXT = QColor("#8fa3ad"), QColor("#3c3f43"), QColor("#c3c5c7")
_HEAD_LINES = 7
"""Grid lines of a head on average: kicker, title, standfirst, byline."""


class Sketches:
    """The pictures of one theme's templates, each drawn once for a screen's `ratio` of pixels."""

    _last: ClassVar[Sketches | None] = None

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._drawn: dict[str, QIcon] = {}

    @classmethod
    def of(cls, theme: Theme, ratio: float) -> Sketches:
        """Those of the theme; the last one's are kept."""
        last = cls._last
        if last is None or last._theme is not theme or last._ratio != ratio:
            cls._last = last = cls(theme, ratio)
        return last

    def template(self, name: str) -> QIcon:
        """The template's first page, or its first two where they differ."""
        if name not in self._drawn:
            template = self._theme.templates[name]
            two = template.spread or template.pages[0] > 1 or any(slot.page == 2 for slot in template.slots)
            pixels = _canvas(self._ratio)
            painter = _painter(pixels)
            for page, sheet in enumerate(_sheets(self._theme, 2 if two else 1), 1):
                _Sketch(painter, self._theme, template, sheet).paint(page)
            painter.end()
            self._drawn[name] = QIcon(pixels)
        return self._drawn[name]

    def family(self, name: str, members: Sequence[Template]) -> QIcon:
        """A family: two of its templates, one lying over the other."""
        if name not in self._drawn:
            pixels = _canvas(self._ratio)
            painter = _painter(pixels)
            (sheet,) = _sheets(self._theme, 1)
            for template, shift in zip(reversed(members[:2]), (7.0, -7.0), strict=False):
                _Sketch(painter, self._theme, template, sheet.translated(shift, 0)).paint(1)
            painter.end()
            self._drawn[name] = QIcon(pixels)
        return self._drawn[name]


def _canvas(ratio: float) -> QPixmap:
    pixels = QPixmap(CELL * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    return pixels


def _painter(pixels: QPixmap) -> QPainter:
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _sheets(theme: Theme, count: int) -> list[QRectF]:
    height = CELL.height() - 4.0
    width = height * theme.width / theme.height
    left = (CELL.width() - count * width) / 2
    return [QRectF(left + n * width, 2.0, width, height) for n in range(count)]


class _Sketch:
    """One page. Lines are grid lines from the type area's top; `_tops` how deep each grid column is filled so far."""

    def __init__(self, painter: QPainter, theme: Theme, template: Template, sheet: QRectF) -> None:
        self._painter, self._theme, self._template, self._sheet = painter, theme, template, sheet
        self._tops = [0.0] * theme.grid.columns
        self._feet = [float(theme.lines)] * theme.grid.columns

    def paint(self, page: int) -> None:
        painter = self._painter
        painter.setPen(QPen(QColor(0, 0, 0, 70), 0.75))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRect(self._sheet)
        painter.setPen(Qt.PenStyle.NoPen)
        slots = [slot for slot in self._template.slots if slot.page in (page, 0)]
        for slot in slots:
            if slot.at == "top":
                self._slot(slot)
        if self._template.head.page == page:
            self._head()
        for slot in slots:
            if slot.at != "top":
                self._slot(slot)
        for first, last in self._template.columns:
            self._column(first, last)

    def _slot(self, slot: Slot) -> None:
        first, last = slot.columns
        columns = range(first - 1, last)
        lines = sum(slot.lines) / 2
        if slot.bleed == "page":
            self._painter.fillRect(self._sheet, _PHOTO)
            return
        if slot.at == "foot":
            bottom = min(self._feet[n] for n in columns)
            top = bottom - lines
            self._fill(self._feet, columns, top - 1)
        else:
            top = max(self._tops[n] for n in columns)
            bottom = top + lines
            self._fill(self._tops, columns, bottom + 1)
        box = self._box(first, last, top, bottom)
        if slot.bleed == "sides":
            left = self._sheet.left() if first == 1 else box.left()
            right = self._sheet.right() if last == self._theme.grid.columns else box.right()
            upper = self._sheet.top() if top == 0 else box.top()
            box = QRectF(left, upper, right - left, box.bottom() - upper)
        self._painter.fillRect(box, _PHOTO)

    def _head(self) -> None:
        head = self._template.head
        columns = range(head.columns[0] - 1, head.columns[1])
        top = max(self._tops[n] for n in columns) + head.above
        big = self._box(*head.columns, top, top + 2.6)
        self._painter.fillRect(QRectF(big.left(), big.top(), big.width() * 0.85, big.height()), _TITLE)
        under = self._box(*(head.standfirst_columns or head.columns), top + 4, top + 5)
        self._painter.fillRect(QRectF(under.left(), under.top(), under.width() * 0.7, max(1.0, under.height())), _TITLE)
        self._fill(self._tops, columns, top + _HEAD_LINES)

    def _column(self, first: int, last: int) -> None:
        columns = range(first - 1, last)
        top, bottom = max(self._tops[n] for n in columns), min(self._feet[n] for n in columns)
        box = self._box(first, last, top, bottom)
        self._painter.setPen(QPen(_TEXT, 0.8))
        y = box.top() + 1
        while y < box.bottom():
            self._painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            y += 2.2
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _fill(self, edges: list[float], columns: range, line: float) -> None:
        for n in columns:
            edges[n] = line

    def _box(self, first: int, last: int, top: float, bottom: float) -> QRectF:
        """Grid columns and lines -> pixels of the sheet."""
        theme, sheet = self._theme, self._sheet
        scale = sheet.width() / theme.width
        x, width = theme.column(first, last)
        left = sheet.left() + (theme.left(True) + x) * scale
        upper = sheet.top() + (theme.top + top * theme.grid.baseline) * scale
        return QRectF(left, upper, width * scale, (bottom - top) * theme.grid.baseline * scale)
