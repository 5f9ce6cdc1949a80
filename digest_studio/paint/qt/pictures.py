"""Photographs and foreign PDF pages at the sizes in which they are shown: what is wanted, and who has it.

A photograph is wanted whole, at the size at which the part that is shown has the device's resolution: then a crop can be
dragged without decoding anything anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Protocol

from PySide6.QtGui import QImage

from digest_studio.base.geometry import Rect
from digest_studio.base.values import dataclass
from digest_studio.display.items import ImageRef

CACHE_BYTES = 256 * 2**20
"""Pixels kept ready: some 70 full pages at 100 dpi, or ten at 300."""

MAX_ARTWORK_PIXELS = 24_000_000
"""A PDF page drawn larger (A4 at 490 dpi) is enlarged from this size: 96 MB."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A whole image at (width, height) pixels."""

    image: ImageRef
    width: int
    height: int

    @classmethod
    def of_size(cls, image: ImageRef, width: float, height: float) -> Photo:
        """The image at that size, but not larger than it is."""
        return cls(image, max(1, min(round(width), image.width)), max(1, min(round(height), image.height)))

    @property
    def subject(self) -> Hashable:
        return self.image.digest


@dataclass(frozen=True, slots=True)
class Artwork:
    """The part `window` of page `page` (from 1) of a PDF at (width, height) pixels; x, y from the trim's corner, trim = 1.
    `convert`: for the press, colours of the screen become inks."""

    path: str
    digest: str
    page: int
    window: Rect
    width: int
    height: int
    convert: bool = False

    @property
    def subject(self) -> Hashable:
        return (self.digest, self.page, self.window)

    def bounded(self) -> Artwork:
        """The same at a size that we draw."""
        excess = (self.width * self.height / MAX_ARTWORK_PIXELS) ** 0.5
        if excess <= 1:
            return self
        width, height = int(self.width / excess), int(self.height / excess)
        return Artwork(self.path, self.digest, self.page, self.window, width, height, self.convert)


Wanted = Photo | Artwork


class Pictures(Protocol):
    """Who has pictures."""

    def get(self, wanted: Wanted) -> QImage | None:
        """The picture, or the same in another size until it is there; None if there is nothing yet; null if unreadable."""


class PictureCache:
    """Pictures kept up to `limit` bytes, those used last. The newest is kept whatever its size."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._bytes = 0
        self._pictures: OrderedDict[Wanted, QImage] = OrderedDict()
        self._sizes: dict[Hashable, list[Wanted]] = {}

    def get(self, wanted: Wanted) -> QImage | None:
        picture = self._pictures.get(wanted)
        if picture is not None:
            self._pictures.move_to_end(wanted)
        return picture

    def other_size(self, wanted: Wanted) -> QImage | None:
        """The largest picture of the same subject."""
        sizes = self._sizes.get(wanted.subject)
        if not sizes:
            return None
        return self._pictures[max(sizes, key=lambda one: one.width * one.height)]

    def put(self, wanted: Wanted, picture: QImage) -> None:
        self._drop(wanted)
        self._pictures[wanted] = picture
        self._sizes.setdefault(wanted.subject, []).append(wanted)
        self._bytes += picture.sizeInBytes()
        while self._bytes > self._limit and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))

    def forget_unreadable(self) -> None:
        """Let go of what could not be read, so that it is tried again."""
        for wanted in [wanted for wanted, picture in self._pictures.items() if picture.isNull()]:
            self._drop(wanted)

    def _drop(self, wanted: Wanted) -> None:
        picture = self._pictures.pop(wanted, None)
        if picture is None:
            return
        self._bytes -= picture.sizeInBytes()
        sizes = self._sizes[wanted.subject]
        sizes.remove(wanted)
        if not sizes:
            del self._sizes[wanted.subject]


class DirectPictures:
    """Makes each picture when it is asked for: for files of pages and for tests."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._cache = PictureCache(limit)

    def get(self, wanted: Wanted) -> QImage | None:
        picture = self._cache.get(wanted)
        if picture is None:
            picture = load(wanted)
            self._cache.put(wanted, picture)
        return picture


def load(wanted: Wanted) -> QImage:
    """Make the picture; a null image if its file cannot be read."""
    from digest_studio.paint.qt.decode import decoded
    from digest_studio.paint.qt.pdfium import drawn

    match wanted:
        case Photo(image, width, height):
            return decoded(image.path, width, height)
        case Artwork():
            return drawn(wanted.bounded())
