"""The inks under the mouse, read off the pages' proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent

from digest_studio.display.document import Page, walk
from digest_studio.display.items import PlacedPdf

if TYPE_CHECKING:
    from digest_studio.gui.pages.view import PagesView


class Inks(NamedTuple):
    """Per cent of each ink; `about`: they are read off a PDF page that could not be separated, and are only about right."""

    cyan: float
    magenta: float
    yellow: float
    black: float
    about: bool = False

    @property
    def total(self) -> float:
        return self.cyan + self.magenta + self.yellow + self.black


def only_about_right(page: Page, x: float, y: float, about: frozenset[str]) -> bool:
    """Whether one of the PDFs with the digests `about` lies at a point of the page (from its trim's corner)."""
    placed = ((item, dx, dy) for item, dx, dy in walk(page.items) if isinstance(item, PlacedPdf))
    boxes = (item.clip.moved(dx, dy) for item, dx, dy in placed if item.digest in about)
    return any(box.x <= x < box.right and box.y <= y < box.bottom for box in boxes)


class InkReader(QObject):
    """Follows the mouse over a view while it shows proofs."""

    read = Signal(object)
    """The inks (Inks) under the mouse, or None where there are none to be read."""

    def __init__(self, view: PagesView) -> None:
        super().__init__(view)
        self._view = view
        self._at: QPointF | None = None
        self._told: Inks | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._at = event.position()
            self.again()
        elif event.type() == QEvent.Type.Leave:
            self._at = None
            self.again()
        return False

    def again(self) -> None:
        """Read where the mouse is: what lies there may have changed."""
        inks = self._view.inks_at(self._at) if self._at is not None else None
        if inks != self._told:
            self._told = inks
            self.read.emit(inks)
