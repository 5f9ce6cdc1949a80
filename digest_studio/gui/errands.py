"""Work with files that the window must not wait for: opening, saving, the journal, looking for changes, bringing files in.

One thread does it all, in order; each outcome is a signal in the window's thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from digest_studio.app.studio.desk import Desk, open_desk
from digest_studio.app.studio.door import Delivered, Door
from digest_studio.app.studio.saving import SaveJob
from digest_studio.app.studio.staging import Target, stage
from digest_studio.app.studio.watch import Findings, Watch

WATCH_MS = 1000
"""Between two looks at the folder; a look at one of fifty files takes a millisecond."""
JOURNAL_MS = 120
"""From an edit to its line in the journal: what a power cut may cost."""
UNSETTLED_MS = 150
"""Until the next look at a file that is being written."""


class Errands(QObject):
    """The files' door. `failed` tells of a lane whose work ended in a bug or a broken disk."""

    CLOSE, OPEN, SAVE, JOURNAL, BRING, WATCH = "close", "open", "save", "journal", "bring", "watch"

    opened = Signal(object, object)
    saved = Signal(object)
    found = Signal(object)
    brought = Signal(object, object)
    failed = Signal(str, object)

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._door = Door(self._done.emit, (self.CLOSE, self.OPEN, self.SAVE, self.JOURNAL, self.BRING, self.WATCH), "files")
        self._watched: tuple[Desk, Watch] | None = None
        self._drops: deque[Callable[[], object]] = deque()
        self._bringing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._journalled: Desk | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._write_down)

    def open(self, folder: Path, *, by_force: bool) -> None:
        self._door.put(self.OPEN, lambda _: (folder, open_desk(folder, by_force=by_force)))

    def save(self, job: SaveJob) -> None:
        self._door.put(self.SAVE, lambda _: job.run())

    def write_journal(self, desk: Desk) -> None:
        """Bring the journal up to date with the desk, a moment later: pages come first."""
        self._journalled = desk
        if not self._pause.isActive():
            self._pause.start(JOURNAL_MS)

    def _write_down(self) -> None:
        desk, self._journalled = self._journalled, None
        unsaved = desk.journalling() if desk else None
        if desk and unsaved is not None:
            self._door.put(self.JOURNAL, lambda _: desk.write_down(unsaved))

    def bring_in(self, desk: Desk, paths: tuple[Path, ...], target: Target) -> None:
        """Copy files in, one drop after the other."""
        self._drops.append(lambda: (stage(desk.folder, paths, desk.issue, target), target))
        self._next_drop()

    def watch(self, desk: Desk) -> None:
        """Look at the desk's folder from time to time."""
        self._watched = (desk, Watch(desk.folder))
        self._timer.start(WATCH_MS)

    def close(self, desk: Desk) -> None:
        """Let go of the folder, after everything that is under way."""
        self._timer.stop()
        self._pause.stop()
        self._watched = self._journalled = None
        self._drops.clear()
        self._door.put(self.CLOSE, lambda _: desk.close())

    def shut_down(self) -> None:
        self._timer.stop()
        self._door.close(finish=True)

    def _next_drop(self) -> None:
        if self._drops and not self._bringing:
            self._bringing = True
            drop = self._drops.popleft()
            self._door.put(self.BRING, lambda _: drop())

    def _look(self) -> None:
        if self._watched is not None:
            desk, watch = self._watched
            read, pictures = desk.read, desk.pictures()
            self._door.put(self.WATCH, lambda _: watch.look(read, pictures))

    def _take(self, done: Delivered) -> None:
        """Pass an outcome on."""
        if done.lane == self.BRING:
            self._bringing = False
            self._next_drop()
        if done.lane == self.WATCH and self._watched is not None:
            unsettled = isinstance(done.value, Findings) and done.value.unsettled
            self._timer.start(UNSETTLED_MS if unsettled else WATCH_MS)
        if done.failure is not None:
            self.failed.emit(done.lane, done.failure)
            return
        match done.lane, done.value:
            case (self.OPEN, (folder, desk)):
                self.opened.emit(folder, desk)
            case (self.SAVE, saved):
                self.saved.emit(saved)
            case (self.BRING, (brought, target)):
                self.brought.emit(brought, target)
            case (self.JOURNAL, (problem, *_)):
                self.failed.emit(done.lane, problem)
            case (self.WATCH, findings):
                self.found.emit(findings)
