"""Paints the outline's rows: a title with its page, below it status, length and how it fits. Lengths in pixels."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from digest_studio.base.diagnostics import Severity
from digest_studio.gui.colours import ADVERTISEMENT, STATUS
from digest_studio.gui.outline.model import ROW
from digest_studio.gui.outline.rows import Row
from digest_studio.gui.outline.wording import Wording
from digest_studio.gui.style import ERROR, WARNING, paint_icon

TALL, HEAD, PICTURE = 44, 32, 28
"""Heights: of an article or advertisement, of a section or another head of one line, of a picture."""
PAGE = 56
"""Width of the column of page numbers; the widest is a section's, `100–118`."""
EDGE, GAP = 8, 8
MARK = 8
"""Width of the mark of a status."""

_IMAGES = {"contents": "list", "picture": "image", "hint": "info", "ad": "megaphone"}


class RowDelegate(QStyledItemDelegate):
    """Colours come from the palette; `colours` gives each section's mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: dict[str, QColor] = {}
        self.cut: frozenset[object] = frozenset()
        """The things that wait to be pasted elsewhere: shown pale."""
        self._wording = Wording()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        row: Row = index.data(ROW)
        line = QFontMetricsF(option.font).height()
        if row.thing.kind in ("article", "ad", "contents") or self._wording.hint(row):
            return QSize(160, max(TALL, round(2 * line + 10)))
        return QSize(160, max(PICTURE if row.thing.kind == "picture" else HEAD, round(line + 10)))

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """The name to be changed; pages that are made meanwhile do not overwrite what is being typed."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _RowPainter(painter, option, row, self._wording, pale=row.thing in self.cut).paint()
        painter.restore()


class _Font(NamedTuple):
    """A font and its measures."""

    font: QFont
    metrics: QFontMetricsF


class _Fonts(NamedTuple):
    """For titles, for heads, and for second lines."""

    normal: _Font
    heading: _Font
    small: _Font


@lru_cache(maxsize=8)
def _fonts(described: str) -> _Fonts:
    """The fonts of rows in the view's font, which is described as QFont does; all rows share them."""
    normal, heading, small = QFont(), QFont(), QFont()
    for font, weight in ((normal, QFont.Weight.Normal), (heading, QFont.Weight.DemiBold), (small, None)):
        font.fromString(described)
        if weight is not None:
            font.setWeight(weight)
    small.setPointSizeF(normal.pointSizeF() * 0.88)
    return _Fonts(*(_Font(font, QFontMetricsF(font)) for font in (normal, heading, small)))


class _RowPainter:
    """One row. Baselines are set so that the two lines stand in the row's middle."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, wording: Wording, *, pale: bool) -> None:
        self._painter = painter
        self._row = row
        self._wording = wording
        self._box = QRectF(option.rect).adjusted(0, 0, -EDGE, 0)
        self._fonts = _fonts(option.font.toString())
        palette, state = option.palette, option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        self._ink = palette.color(role.HighlightedText if selected else role.Text)
        self._quiet = QColor(self._ink) if selected else palette.color(role.PlaceholderText)
        if selected:
            self._quiet.setAlphaF(0.8)
        self._selected = selected
        if pale:
            painter.setOpacity(0.4)

    def paint(self) -> None:
        row = self._row
        heading = row.thing.kind in ("section", "pool", "hint")
        title = self._fonts.heading if heading else self._fonts.normal
        detail = self._wording.detail(row)
        line, small = title.metrics, self._fonts.small.metrics
        depth = line.height() + (small.height() + 1 if detail else 0)
        top = self._box.top() + (self._box.height() - depth) / 2
        baseline = top + line.ascent()
        left = self._image(baseline - line.capHeight() / 2)
        right = self._page(baseline)
        ink = self._quiet if row.thing.kind in ("pool", "hint") else self._ink
        self._text(self._wording.title(row), left, right, baseline, title, ink)
        if detail:
            self._second_line(detail, left, top + line.height() + 1 + small.ascent())

    def _image(self, middle: float) -> float:
        """A mark of the row's kind before its title; where the title begins."""
        left = self._box.left() + 2
        image = _IMAGES.get(self._row.thing.kind)
        if image is None:
            return left
        paint_icon(self._painter, image, QRectF(left, middle - 7, 14, 14), self._quiet)
        return left + 14 + 6

    def _page(self, baseline: float) -> float:
        """The row's page at the right; where the title must end."""
        row = self._row
        said = f"{len(row.children)}" if row.thing.kind == "pool" and row.children else row.folio
        if not said:
            return self._box.right()
        ink = self._quiet if row.thing.kind in ("pool", "section") else self._ink
        plain = self._fonts.normal
        width = plain.metrics.horizontalAdvance(said)
        self._draw(said, self._box.right() - width, baseline, plain, ink)
        return self._box.right() - max(width, 16) - GAP

    def _second_line(self, detail: str, left: float, baseline: float) -> None:
        row, right = self._row, self._box.right()
        right = self._badge(baseline, right)
        if row.status:
            middle = baseline - self._fonts.small.metrics.xHeight() / 2
            self._status(QPointF(left + MARK / 2, middle))
            left += MARK + 6
        self._text(detail, left, right, baseline, self._fonts.small, self._quiet)

    def _status(self, centre: QPointF) -> None:
        """A ring for a draft, half filled when edited, a disc when approved."""
        painter, colour = self._painter, self._ink if self._selected else STATUS[self._row.status]  # type: ignore[index]
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = MARK / 2 - 0.5
        painter.drawEllipse(centre, radius, radius)
        painter.setBrush(colour)
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        if self._row.status == "approved":
            painter.drawEllipse(centre, radius, radius)
        elif self._row.status == "edited":
            painter.drawPie(around, 90 * 16, 180 * 16)

    def _badge(self, baseline: float, right: float) -> float:
        """How the article fits, at the right: quiet where it does, a coloured label where it does not."""
        row = self._row
        said = self._wording.badge(row)
        if row.thing.kind == "ad" and row.worst in (Severity.ERROR, Severity.WARNING):
            return self._alarm(ERROR if row.worst is Severity.ERROR else WARNING, baseline, right)
        if not said or row.fit is None:
            return right
        metrics = self._fonts.small.metrics
        width = metrics.horizontalAdvance(said)
        if not row.fit.over and not row.fit.empty:
            if row.worst in (Severity.ERROR, Severity.WARNING):
                return self._alarm(ERROR if row.worst is Severity.ERROR else WARNING, baseline, right)
            paint_icon(self._painter, "check", QRectF(right - 13, baseline - metrics.xHeight() / 2 - 6.5, 13, 13), self._quiet)
            return right - 13 - GAP
        colour = ERROR if row.fit.over else WARNING
        box = QRectF(right - width - 12, baseline - metrics.ascent() - 1, width + 12, metrics.height() + 2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._draw(said, box.left() + 6, baseline, self._fonts.small, QColor(Qt.GlobalColor.white))
        return box.left() - GAP

    def _alarm(self, colour: QColor, baseline: float, right: float) -> float:
        middle = baseline - self._fonts.small.metrics.xHeight() / 2
        box = QRectF(right - 14, middle - 7, 14, 14)
        paint_icon(self._painter, "triangle-alert", box, self._ink if self._selected else colour)
        return right - 14 - GAP

    def _text(self, text: str, left: float, right: float, baseline: float, font: _Font, ink: QColor) -> None:
        shown = font.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, right - left))
        self._draw(shown, left, baseline, font, ink)

    def _draw(self, text: str, x: float, baseline: float, font: _Font, ink: QColor) -> None:
        self._painter.setFont(font.font)
        self._painter.setPen(ink)
        self._painter.drawText(QPointF(round(x), round(baseline)), text)


def mark_of(row: Row, colours: dict[str, QColor]) -> QColor | None:
    """The colour at a row's left edge: its section's, so that the outline and the flat plan can be read together."""
    if row.thing.kind == "section":
        return colours.get(row.title)
    if row.place is not None and row.place.section is not None:
        return colours.get(row.place.section)
    return ADVERTISEMENT if row.thing.kind == "ad" and row.place is not None else None
