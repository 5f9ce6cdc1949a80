"""How a problem looks in its row: the icon, what is wrong and what would be right, where."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.gui.problems.model import PROBLEM, SEVERITY, place_words
from digest_studio.gui.style import ERROR, NOTE, RHYTHM, WARNING, paint_icon
from digest_studio.gui.words import sentence

IMAGES = {Severity.ERROR: "circle-x", Severity.WARNING: "triangle-alert", Severity.INFO: "info"}
COLOURS = {Severity.ERROR: ERROR, Severity.WARNING: WARNING, Severity.INFO: NOTE}
_IMAGE = 16
_Index = QModelIndex | QPersistentModelIndex


class ProblemRow(QStyledItemDelegate):
    """Two lines for a problem: what is wrong; what would be right, and where. One line for a head."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        lines = 1 if index.data(PROBLEM) is None else 2
        return QSize(0, lines * option.fontMetrics.height() + RHYTHM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        problem = index.data(PROBLEM)
        if not isinstance(problem, Diagnostic):
            self._paint_head(painter, option, index)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        rect: QRect = option.rect
        painter.save()
        if selected:
            painter.fillRect(rect, palette.highlight())
        text = palette.highlightedText().color() if selected else palette.text().color()
        quiet = text if selected else palette.placeholderText().color()
        box = rect.adjusted(RHYTHM, RHYTHM // 2, -RHYTHM, -RHYTHM // 2)
        image = QRectF(box.left(), box.top() + 1, _IMAGE, _IMAGE)
        paint_icon(painter, IMAGES[problem.severity], image, text if selected else COLOURS[problem.severity])
        box.adjust(_IMAGE + RHYTHM, 0, 0, 0)
        metrics: QFontMetrics = option.fontMetrics
        painter.setFont(option.font)
        where = metrics.elidedText(place_words(problem), Qt.TextElideMode.ElideLeft, box.width() // 2)
        painter.setPen(quiet)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, where)
        painter.setPen(text)
        first = QRect(box.left(), box.top(), box.width(), metrics.height())
        painter.drawText(first, 0, metrics.elidedText(sentence(problem.message), Qt.TextElideMode.ElideRight, box.width()))
        painter.setPen(quiet)
        room = box.width() - metrics.horizontalAdvance(where) - 2 * RHYTHM
        second = QRect(box.left(), box.top() + metrics.height(), room, metrics.height())
        painter.drawText(second, 0, metrics.elidedText(sentence(problem.remedy), Qt.TextElideMode.ElideRight, room))
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        severity: Severity = index.data(SEVERITY)
        painter.save()
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(option.palette.text().color())
        box = option.rect.adjusted(RHYTHM, 0, -RHYTHM, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.fillRect(QRect(0, box.top() + 3, 3, box.height() - 6), COLOURS[severity])
        painter.restore()
