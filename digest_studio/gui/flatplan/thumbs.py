"""The flat plan's thumbnails in their scrolling view: what is painted, where it lies, what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.flatplan.captions import Caption, Colouring, captions
from digest_studio.gui.flatplan.painting import inks, paint_labels
from digest_studio.gui.flatplan.sheet import Cell, Sheet, lay_out
from digest_studio.gui.flatplan.thumbnails import Glide, Thumbnails
from digest_studio.gui.outline.things import Thing
from digest_studio.gui.pages.shadow import paint_shadow
from digest_studio.gui.selection import Selection
from digest_studio.gui.style import ACCENT, PASTEBOARD, is_dark
from digest_studio.plan.result import Plan

if TYPE_CHECKING:
    from digest_studio.paint.qt.background import BackgroundPictures

SMALLEST, USUAL, LARGEST = 80, 156, 420
"""Heights of a page, in pixels."""
BUDGET = 0.010
"""Seconds of painting thumbnails in one frame, and of asking the planner; the rest comes in the next."""


class Thumbs(QAbstractScrollArea):
    """All spreads at a glance."""

    resized = Signal(int)
    """The height of a page (pixels), after it was changed."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._thumbnails = Thumbnails(controller.painting)
        self._glide = Glide(self)
        self._glide.valueChanged.connect(lambda _: self.viewport().update())
        self._sheet = Sheet((), 0, 0)
        self._plan: Plan | None = None
        self._captions: dict[int, Caption] = {}
        self._colouring: Colouring = "section"
        self._page_height = USUAL
        self.animated = True
        """Whether pages glide to their new places."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.viewport().update)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        controller.made_changed.connect(lambda made, _: self._take(made))
        controller.closed.connect(self._forget)
        controller.selection_changed.connect(self._selected)
        cast("BackgroundPictures", controller.painting.pictures).ready.connect(self._picture_came)
        self._behind = controller.made is not None

    # What is shown

    @property
    def sheet(self) -> Sheet:
        """Where the thumbnails lie, in the pixels of the whole plan."""
        return self._sheet

    @property
    def page_height(self) -> int:
        return self._page_height

    def set_page_height(self, height: int) -> None:
        """Make the thumbnails larger or smaller."""
        height = max(SMALLEST, min(height, LARGEST))
        if height != self._page_height:
            self._page_height = height
            self._glide.forget()
            self._arrange()
            self.resized.emit(height)

    def set_colouring(self, colouring: Colouring) -> None:
        self._colouring = colouring
        self._caption()
        self.viewport().update()

    def _take(self, made: Made) -> None:
        """Show these pages; while nobody looks, only remember that there are some."""
        self._behind = not self.isVisible()
        if self._behind:
            return
        before = {_content(page): cell.box for page, cell in self._planned()}
        self._plan = made.plan
        self._caption()
        self._arrange()
        if self.animated and before:
            places = {cell.page.number: before.get(_content(page), cell.box) for page, cell in self._planned()}
            self._glide.begin({number: old for number, old in places.items() if old != self._sheet.cells[number - 1].box})

    def _planned(self) -> Iterator[tuple[object, Cell]]:
        """Each page as planned with its thumbnail."""
        return zip(self._plan.pages, self._sheet.cells, strict=False) if self._plan else iter(())

    def _forget(self) -> None:
        self._thumbnails.tiles.clear()
        self._captions = {}
        self._sheet, self._plan = Sheet((), 0, 0), None
        self.viewport().update()

    def _caption(self) -> None:
        made = self._controller.made
        if made is not None:
            self._captions = captions(made, self._colouring)

    def _arrange(self) -> None:
        made = self._controller.made
        if made is not None:
            self._sheet = lay_out(made.document.pages, self.viewport().width(), self._page_height)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(self._sheet.height) - room))
        bar.setPageStep(room)
        bar.setSingleStep(32)
        self.viewport().update()

    def _picture_came(self, wanted: object) -> None:
        if self._thumbnails.tiles.picture_came(wanted):  # type: ignore[arg-type]
            self.viewport().update()

    def _selected(self, selection: Selection) -> None:
        cell = self._sheet.cell(self._page_of(selection) or 0)
        if cell is not None and self.isVisible():
            self._show(cell)
        self.viewport().update()

    def _page_of(self, selection: Selection) -> int | None:
        if selection.page is not None:
            return selection.page
        return next((number for number, caption in self._captions.items() if means(selection, caption.thing)), None)

    def _show(self, cell: Cell) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if cell.box.y < bar.value():
            bar.setValue(round(cell.box.y) - 16)
        elif cell.box.bottom + self._sheet.labels > bar.value() + room:
            bar.setValue(round(cell.box.bottom + self._sheet.labels - room) + 8)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        made = self._controller.made
        if self._behind and made is not None:
            self._plan = None
            self._take(made)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._glide.forget()
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(800, 600)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), PASTEBOARD[is_dark()])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        deadline = perf_counter() + BUDGET
        seen = self._sheet.within(top, top + self.viewport().height())
        whole = sum(self._paint_cell(painter, cell, deadline) for cell in seen) == len(seen)
        whole &= self._paint_over(painter, seen)
        if not whole:
            self._again.start(0)
        painter.resetTransform()
        self._paint_note(painter)

    def _paint_cell(self, painter: QPainter, cell: Cell, deadline: float) -> bool:
        """A page with its labels; whether its thumbnail is what it will be."""
        box = self._glide.box(cell)
        area = QRectF(box.x, box.y, box.width, box.height)
        paint_shadow(painter, area)
        done = self._thumbnails.paint(painter, cell, area, self.devicePixelRatioF(), deadline)
        if not cell.page.right_hand:
            painter.fillRect(QRectF(area.right() - 0.5, area.top(), 1, area.height()), Qt.GlobalColor.lightGray)
        caption = self._captions.get(cell.page.number)
        if caption is not None:
            ink, quiet = inks(self.palette(), is_dark())
            paint_labels(painter, box, caption, self._label_font(), ink, quiet)
            if means(self._controller.selection, caption.thing):
                painter.setPen(QPen(ACCENT, 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.adjusted(-1.5, -1.5, 1.5, 1.5))
        return done

    def _label_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _paint_over(self, painter: QPainter, seen: tuple[Cell, ...]) -> bool:
        """Paint over the pages in view, in the pixels of the whole plan; whether that is finished."""
        return True

    def _paint_note(self, painter: QPainter) -> None:
        """Paint over everything, in the pixels of the viewport."""

    # What is under the pointer

    def _cell_at(self, at: QPoint) -> Cell | None:
        return self._sheet.at(at.x(), at.y() + self.verticalScrollBar().value())

    def _across(self) -> int:
        """Pages beside each other."""
        top = self._sheet.cells[-1].box.y if self._sheet.cells else 0
        first = self._sheet.cells[0].box.y if self._sheet.cells else 0
        rows = [cell for cell in self._sheet.cells if cell.box.y == (first if first == top else self._sheet.cells[2].box.y)]
        return max(1, len(rows) + (1 if rows and rows[0].page.number == 1 else 0))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_page_height(round(self._page_height * 1.1 ** (event.angleDelta().y() / 120)))
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos())
            caption = self._captions.get(cell.page.number) if cell else None
            if caption is not None:
                parts = (self.tr("Page {page}").format(page=caption.label), caption.section, caption.title)
                QToolTip.showText(event.globalPos(), "\n".join(part for part in parts if part), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)


def _content(page: object) -> object:
    """What tells a planned page from others, wherever it stands."""
    items = page.items  # type: ignore[attr-defined]
    return tuple((item.kind, item.id, item.part) for item in items if item.kind != "blank") or None


def means(selection: Selection, thing: Thing | None) -> bool:
    """Whether a selection means a thing."""
    if thing is None:
        return False
    name = selection.article if thing.kind == "article" else selection.id if selection.kind == thing.kind else None
    return name == thing.id
