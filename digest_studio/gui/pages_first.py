"""What a change brings, in the order in which it is looked at: its pages, then what the panes say of it.

While pages are awaited that come first, panes are not told of the change, nor is anything else done that hangs on that: rows
that move, fields, the undo button. It follows when the pages are shown, or a moment later if they are not there by then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from digest_studio.app.session import Made
    from digest_studio.gui.controller import Controller
    from digest_studio.model.issue import Issue

PAGES_FIRST_MS = 50
"""How long everything else waits for the pages."""


class PagesFirst(QObject):
    """Belongs to the controller, which tells of changes and pages through it."""

    shown = Signal(object, object)
    """As the controller's `made_changed`, before anybody else is told: for those who show the pages."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAGES_FIRST_MS)
        self._timer.timeout.connect(self.go_on)

    def wait(self) -> None:
        """Let the pages of what is done next come first."""
        self.go_on()
        self._timer.start()

    def then(self, do: Callable[[], object]) -> None:
        """Do something after the pages that are awaited; at once if none are."""
        if self._timer.isActive():
            self._waiting.append(do)
        else:
            do()

    @Slot()
    def go_on(self) -> None:
        """Do what waits, in its order; nothing is awaited any more."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()

    def tell(self, issue: Issue) -> None:
        """Tell the panes of a change."""
        self.then(lambda: self._controller.issue_changed.emit(issue))
        self.then(self._controller.history_changed.emit)

    def show(self, made: Made, changed: frozenset[int], *, newest: bool) -> None:
        """Show pages, then tell the panes. `newest`: they are those of the last change."""
        self.shown.emit(made, changed)
        if newest:
            self.go_on()
        self._controller.made_changed.emit(made, changed)
