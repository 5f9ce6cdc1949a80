"""Pages as they will look printed, made in a thread of their own, the newest wish first, while the window goes on painting."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PIL import Image, ImageCms
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from digest_studio.assets.inks import viewed
from digest_studio.assets.viewing import Viewing
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.values import dataclass
from digest_studio.paint.qt.piece import Piece
from digest_studio.paint.qt.plates import Plates

if TYPE_CHECKING:
    from digest_studio.assets.outputs import OutputProfile
    from digest_studio.base.geometry import Rect

Load = Callable[[], "OutputProfile | Diagnostic"]

LIMIT_BYTES = 192 << 20
"""Proofs that are kept: twenty-four pages at 100 dpi."""
IN_VIEW = 3
"""Times the pixels of a window: pieces that it shows a part of have not more."""
MAX_WAITING = 12
"""Pieces that wait. Older ones are let go: what is still in view is asked for again at the next paint."""
BYTES_A_PIXEL = 8
"""Of the picture for the screen, and of the inks that it shows."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece as it looks by `viewing`, and its inks. `about`: digests of PDFs on its page whose inks are only about right."""

    piece: Piece
    viewing: Viewing
    pixels: QPixmap
    inks: Image.Image
    about: frozenset[str] = frozenset()

    def ink_at(self, x: int, y: int) -> tuple[float, float, float, float]:
        """Per cent of each ink at a pixel of the sheet."""
        inks = self.inks.getpixel((x - self.piece.x, y - self.piece.y))
        assert isinstance(inks, tuple)
        cyan, magenta, yellow, black = (ink / 2.55 for ink in inks)
        return cyan, magenta, yellow, black


Place = tuple[int, float, "Rect", int, int]


class BackgroundProofs(QObject):
    """Proofs for a window. `get` never waits. To be stopped before the program ends."""

    ready = Signal()
    """There is a proof more."""
    output_changed = Signal(object)
    """The output profile that proofs are made for now, or the Diagnostic that says why there is none."""
    _made = Signal(object, object, QImage, object, int)
    _loaded = Signal(object, int)

    def __init__(self, parent: QObject | None = None, limit: int = LIMIT_BYTES) -> None:
        super().__init__(parent)
        self._limit = limit
        self._bytes = 0
        self._proofs: OrderedDict[Place, Proof] = OrderedDict()
        self._waiting: OrderedDict[Place, tuple[Piece, Viewing, Image.Image | None]] = OrderedDict()
        self._preferred: frozenset[Place] = frozenset()
        self._in_work: tuple[Piece, Viewing] | None = None
        self._load: Load | None = None
        self._plates: Plates | None = None
        self._age = 0
        self._stopped = False
        self._changed = threading.Condition()
        self._made.connect(self._take)
        self._loaded.connect(self._take_output)
        self._worker = threading.Thread(target=self._work, name="proofs", daemon=True)
        self._worker.start()

    def prove_for(self, load: Load) -> None:
        """Make proofs for the output profile that `load` gives; it is called in the background."""
        with self._changed:
            self._load = load
            self._age += 1
            self._waiting.clear()
            self._changed.notify()
        self._forget()

    def get(self, piece: Piece, viewing: Viewing, *, ask: bool = True) -> Proof | None:
        """The piece's proof; it is asked for, unless not `ask`. Until it is there, the same looked at in another way, or None."""
        place = _place(piece)
        proof = self._proofs.get(place)
        if proof is not None and proof.piece.page is not piece.page:
            proof = None
        if proof is not None:
            self._proofs.move_to_end(place)
            if proof.viewing == viewing:
                return proof
        if not ask:
            return proof
        with self._changed:
            if self._in_work is None or self._in_work[0].page is not piece.page or self._in_work != (piece, viewing):
                self._waiting[place] = (piece, viewing, proof.inks if proof else None)
                self._waiting.move_to_end(place)
                while len(self._waiting) > MAX_WAITING:
                    self._waiting.popitem(last=False)
                self._changed.notify()
        return proof

    def prefer(self, pieces: Iterable[Piece]) -> None:
        """Make these before all others."""
        with self._changed:
            self._preferred = frozenset(map(_place, pieces))

    def has_time_for(self, piece: Piece) -> bool:
        """Whether nothing else is being made, and the piece would drive nothing out."""
        with self._changed:
            busy = bool(self._in_work or self._waiting or self._load)
        return not busy and self._bytes + _size(piece) <= self._limit

    def make_room(self, pixels: int) -> None:
        """Keep at least what a window of so many pixels shows: what is driven out while it is in view would be made for ever."""
        self._limit = max(self._limit, IN_VIEW * BYTES_A_PIXEL * pixels)

    def cancel_waiting(self) -> None:
        """Let go of all wishes, as when the zoom changes: what is in view will be asked for anew."""
        with self._changed:
            self._waiting.clear()

    def stop(self) -> None:
        """End the thread, after the proof that it is making."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        self._worker.join()

    # The thread

    def _work(self) -> None:
        while True:
            with self._changed:
                self._in_work = None
                self._changed.wait_for(lambda: self._stopped or self._load or (self._waiting and self._plates))
                if self._stopped:
                    return
                load, self._load = self._load, None
                age = self._age
                if load is None:
                    piece, viewing, inks = self._waiting.pop(self._next())
                    self._in_work = piece, viewing
            if load is not None:
                self._set_out(load, age)
            else:
                self._prove(piece, viewing, inks, age)

    def _next(self) -> Place:
        """Of what waits, what is preferred, else the newest."""
        newest_first = list(reversed(self._waiting))
        return next((place for place in newest_first if place in self._preferred), newest_first[0])

    def _set_out(self, load: Load, age: int) -> None:
        found = load()
        self._plates = None if isinstance(found, Diagnostic) else Plates(found)
        self._loaded.emit(found, age)

    def _prove(self, piece: Piece, viewing: Viewing, inks: Image.Image | None, age: int) -> None:
        assert self._plates is not None
        try:
            inks = inks or self._plates.painted(piece)
            picture = _picture(viewed(inks, self._plates.output, viewing))
        except ImageCms.PyCMSError:  # a profile that is damaged where `load` did not look: it shows no colour
            self._plates = None
            return
        self._made.emit(piece, viewing, picture, (inks, self._plates.about(piece.page)), age)

    # What it made

    def _take(self, piece: Piece, viewing: Viewing, picture: QImage, found: tuple[Image.Image, frozenset[str]], age: int) -> None:
        if age != self._age:
            return
        place = _place(piece)
        self._drop(place)
        self._proofs[place] = Proof(piece, viewing, QPixmap.fromImage(picture), *found)
        self._bytes += _size(piece)
        while self._bytes > self._limit and len(self._proofs) > 1:
            self._drop(next(iter(self._proofs)))
        self.ready.emit()

    def _take_output(self, found: OutputProfile | Diagnostic, age: int) -> None:
        if age == self._age:
            self.output_changed.emit(found)

    def _drop(self, place: Place) -> None:
        proof = self._proofs.pop(place, None)
        if proof is not None:
            self._bytes -= _size(proof.piece)

    def _forget(self) -> None:
        self._proofs.clear()
        self._bytes = 0


def _picture(shown: Image.Image) -> QImage:
    width, height = shown.size
    return QImage(shown.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def _place(piece: Piece) -> Place:
    return piece.page.number, piece.scale, piece.sheet, piece.x, piece.y


def _size(piece: Piece) -> int:
    return piece.width * piece.height * BYTES_A_PIXEL
