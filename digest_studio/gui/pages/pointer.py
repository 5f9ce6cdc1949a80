"""The mouse over the pages: clicks select, a second one edits, the middle button or the space bar drags the board."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent

from digest_studio.app.studio.staging import Target
from digest_studio.gui.pages.marks import same_thing, under
from digest_studio.gui.selection import NOTHING, Selection

if TYPE_CHECKING:
    from digest_studio.gui.pages.view import PagesView

PAUSE = 0.06
"""Seconds after the last movement from which a hand counts as still: letting go then is no flick."""


class Pointer(QObject):
    """Sees what happens on a view's viewport."""

    def __init__(self, view: PagesView) -> None:
        super().__init__(view)
        self._view = view
        self._panning: QPointF | None = None
        self._moved_at = 0.0
        self._speed = QPointF()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        match event:
            case QDragEnterEvent() | QDragMoveEvent():
                return self._dragged(event)
            case QDropEvent():
                return self._dropped(event)
            case QMouseEvent():
                return self._mouse(event)
        if event.type() == QEvent.Type.DragLeave:
            self._view.mark_drop(None)
        return False

    def selections_at(self, at: QPointF) -> tuple[Selection, ...]:
        """What lies at a place of the viewport, the topmost first."""
        x, y = self._view.to_board(at)
        lying = self._view.board.at(x, y)
        return under(lying.page, x - lying.trim.x, y - lying.trim.y) if lying else ()

    # Mouse

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.MiddleButton:
                self._begin_panning(event.position())
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._click(event)
            case QEvent.Type.MouseButtonDblClick if event.button() == Qt.MouseButton.LeftButton:
                self._edit(event)
            case QEvent.Type.MouseMove if self._panning is not None:
                self._pan(event.position())
            case QEvent.Type.MouseButtonRelease if self._panning is not None:
                self._end_panning()
            case _:
                return False
        return True

    def _click(self, event: QMouseEvent) -> None:
        """Select the topmost thing; with Alt, what lies below the selected one."""
        found = self.selections_at(event.position())
        if not found:
            self._view.select_here(NOTHING)
            return
        chosen = found[0]
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            current = next((n for n, each in enumerate(found) if same_thing(each, self._view.controller.selection)), -1)
            chosen = found[(current + 1) % len(found)]
        page, point = self._point(event.position())
        self._view.select_here(replace(chosen, at=point))
        self._view.clicked.emit(page, *point)

    def _edit(self, event: QMouseEvent) -> None:
        found = self.selections_at(event.position())
        if found:
            _, point = self._point(event.position())
            self._view.controller.edit(replace(found[0], at=point))

    def _point(self, at: QPointF) -> tuple[int, tuple[float, float]]:
        """The page that lies at a place of the viewport, and the point on it."""
        x, y = self._view.to_board(at)
        lying = self._view.board.at(x, y)
        assert lying is not None
        return lying.page.number, (x - lying.trim.x, y - lying.trim.y)

    def _begin_panning(self, at: QPointF) -> None:
        self._panning = at
        self._speed = QPointF()
        self._moved_at = perf_counter()
        for glide in self._view.glides.values():
            glide.stop()
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _pan(self, at: QPointF) -> None:
        assert self._panning is not None
        step = self._panning - at
        now = perf_counter()
        self._speed = step / max(now - self._moved_at, 1e-3)
        self._moved_at, self._panning = now, at
        horizontal, vertical = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        horizontal.setValue(horizontal.value() + round(step.x()))
        vertical.setValue(vertical.value() + round(step.y()))

    def _end_panning(self) -> None:
        self._panning = None
        self._view.viewport().unsetCursor()
        if perf_counter() - self._moved_at < PAUSE:
            self._view.glides[Qt.Orientation.Horizontal].flick(self._speed.x())
            self._view.glides[Qt.Orientation.Vertical].flick(self._speed.y())

    # Files dropped from the desktop

    def _dragged(self, event: QDragEnterEvent | QDragMoveEvent) -> bool:
        if not event.mimeData().hasUrls() or self._view.controller.read_only:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._view.mark_drop(self._article_at(event.position()))
        return True

    def _dropped(self, event: QDropEvent) -> bool:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        article = self._article_at(event.position())
        self._view.mark_drop(None)
        if not files:
            return False
        target = Target("article", article.id) if article else Target()
        self._view.controller.bring_in(files, target)
        event.acceptProposedAction()
        return True

    def _article_at(self, at: QPointF) -> Selection | None:
        return next((each for each in self.selections_at(at) if each.kind == "article"), None)
