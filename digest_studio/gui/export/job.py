"""The export as work in a thread of its own: told how far it is, and given up when asked to."""

from __future__ import annotations

import logging
import threading
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from digest_studio.app.editions import Write
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.progress import Stages
from digest_studio.gui.export.pace import Stage

log = logging.getLogger(__name__)

TELL_EVERY = 0.05
"""Seconds between two reports of progress: the writer counts objects by the thousand."""


class Cancelled(Exception):
    """The user gave the export up."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: its size in bytes, the seconds it took, what could not be painted."""

    target: Path
    size: int
    seconds: float
    problems: tuple[Diagnostic, ...]


class ExportJob(QObject):
    """One export. Exactly one of `done`, `failed` and `cancelled` is emitted, in the thread that the job lives in."""

    progressed = Signal(str, int, int)
    """A stage (pace.Stage), and how many of its known steps are done."""
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    _ended = Signal(object)

    def __init__(self, write: Write, target: Path, pages: Collection[int] | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write, self._target, self._pages = write, target, pages
        self._given_up = threading.Event()
        self._told: tuple[str, float] = ("", 0.0)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Give up at the next step; the target stays as it was."""
        self._given_up.set()

    def _run(self) -> None:
        began = monotonic()
        stages = Stages(partial(self._step, "painting"), partial(self._step, "converting"), partial(self._step, "writing"))
        try:
            problems = self._write(self._target, self._pages, stages)
            size = self._target.stat().st_size
            self._ended.emit(Exported(self._target, size, monotonic() - began, problems))
        except Cancelled as error:
            self._ended.emit(error)
        except OSError as error:
            self._ended.emit(error.strerror or str(error))
        except Exception as error:
            log.exception("export of %s", self._target)
            self._ended.emit(f"{type(error).__name__}: {error}")

    def _step(self, stage: Stage, done: int, known: int) -> None:
        """Called by the writer, on the job's thread."""
        if self._given_up.is_set():
            raise Cancelled
        now = monotonic()
        if stage != self._told[0] or done == known or now - self._told[1] >= TELL_EVERY:
            self._told = stage, now
            self.progressed.emit(stage, done, known)

    def _end(self, outcome: object) -> None:
        if isinstance(outcome, Exported):
            self.done.emit(outcome)
        elif isinstance(outcome, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(str(outcome))
