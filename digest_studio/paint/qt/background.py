"""Pictures made in a thread of their own, the newest wish first, while the window goes on painting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from digest_studio.paint.qt.pictures import CACHE_BYTES, PictureCache, Wanted, load

MAX_WAITING = 64
"""Wishes that wait. Older ones are let go: what is still in view is asked for again at the next paint."""


class BackgroundPictures(QObject):
    """Pictures for a window. `get` never waits: it answers with what there is, and `ready` tells when there is more.

    `ready` carries what was wanted and is emitted in the thread that this object lives in. To be stopped before the program
    ends.
    """

    ready = Signal(object)
    _made = Signal(object, QImage)

    def __init__(self, parent: QObject | None = None, limit: int = CACHE_BYTES) -> None:
        super().__init__(parent)
        self._cache = PictureCache(limit)
        self._waiting: dict[Wanted, None] = {}
        self._in_work: Wanted | None = None
        self._stopped = False
        self._changed = threading.Condition()
        self._made.connect(self._take)
        self._worker = threading.Thread(target=self._work, name="pictures", daemon=True)
        self._worker.start()

    def get(self, wanted: Wanted) -> QImage | None:
        """The picture; until it is there, the same in another size, or None. A null image if it cannot be read."""
        picture = self._cache.get(wanted)
        if picture is not None:
            return picture
        with self._changed:
            self._waiting.pop(wanted, None)
            if wanted != self._in_work:
                self._waiting[wanted] = None
                while len(self._waiting) > MAX_WAITING:
                    del self._waiting[next(iter(self._waiting))]
                self._changed.notify()
        return self._cache.other_size(wanted)

    def cancel_waiting(self) -> None:
        """Let go of all wishes, as when the zoom changes: what is in view will be asked for anew."""
        with self._changed:
            self._waiting.clear()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Begin no picture meanwhile: for wishes that belong together, of which the last shall come first."""
        with self._changed:
            yield

    def forget_unreadable(self) -> None:
        """Try again what could not be read, as when files have changed."""
        self._cache.forget_unreadable()

    def stop(self) -> None:
        """End the thread, after the picture that it is making."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        self._worker.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._in_work = None
                self._changed.wait_for(lambda: self._stopped or self._waiting)
                if self._stopped:
                    return
                self._in_work, _ = self._waiting.popitem()
                wanted = self._in_work
            self._made.emit(wanted, load(wanted))

    def _take(self, wanted: Wanted, picture: QImage) -> None:
        self._cache.put(wanted, picture)
        self.ready.emit(wanted)
