"""Preflight of an edition in the background: the newest question is answered, older ones are forgotten."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from digest_studio.app.editions import EDITIONS, LookedOver, Wishes
from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import say

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What preflight says of `made` for `edition` as it is wished."""

    edition: str
    wishes: Wishes
    made: Made
    looked_over: LookedOver

    def is_of(self, edition: str, wishes: Wishes, made: Made | None) -> bool:
        return self.edition == edition and self.wishes == wishes and self.made is made


class Looking(QObject):
    """Asked again and again; `answered` comes in the window's thread."""

    answered = Signal(object)

    _found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: tuple[str, Wishes, Made] | None = None
        self._running = False
        self._lock = threading.Lock()
        self._found.connect(self.answered, Qt.ConnectionType.QueuedConnection)

    def ask(self, edition: str, wishes: Wishes, made: Made) -> None:
        """Look the pages over for an edition; `answered` follows, unless something newer is asked."""
        with self._lock:
            self._wish = edition, wishes, made
            if self._running:
                return
            self._running = True
        threading.Thread(target=self._run, name="look-over", daemon=True).start()

    def _run(self) -> None:
        while True:
            with self._lock:
                wish, self._wish = self._wish, None
                if wish is None:
                    self._running = False
                    return
            found = _looked_over(*wish)
            with self._lock:
                if self._wish is not None:
                    continue
            try:
                self._found.emit(Answer(*wish, found))
            except RuntimeError:  # the dialog is gone
                return


def _looked_over(edition: str, wishes: Wishes, made: Made) -> LookedOver:
    try:
        return EDITIONS[edition](made, wishes)
    except Exception as error:
        log.exception("looking over for %s", edition)
        message = say("preflight ended with {kind}: {reason}", kind=type(error).__name__, reason=str(error))
        return LookedOver((Diagnostic("internal-error", message, say("please report this with the log")),), None)
