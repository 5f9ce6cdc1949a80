"""The pictures of a file for the press: converted by all processors while the pages are painted, each part and size once.

What is ready waits on disk (`store`), so that memory holds only the pictures that are being worked on.
"""

from __future__ import annotations

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from math import ceil, floor
from pathlib import Path
from queue import PriorityQueue
from tempfile import TemporaryDirectory

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.processors import processors
from digest_studio.base.progress import Progress
from digest_studio.base.say import say
from digest_studio.display.items import PlacedImage
from digest_studio.paint.pdf.edition import Press
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.images import Crop, Images, Picture, image_entries
from digest_studio.paint.pdf.objects import Indirect, Stream
from digest_studio.paint.pdf.pending import wait_for
from digest_studio.paint.pdf.press.store import Entry, find, forget_oldest, keep

MOST_PPI = 300.0
"""Pixels per inch that a screen of 150 lines needs; more only make the file larger."""

VERSION = 4
"""To be raised when the same picture comes out differently: what was converted before counts no more."""


_SPACES = {1: b"/DeviceGray", 4: b"/DeviceCMYK"}


_Wanted = tuple[Path, Crop, tuple[int, int] | None]
"""A picture's file, the part of it, and the pixels to resample that to."""


class PressImages(Images):
    """The pictures of one file, each part and size of a content once."""

    def __init__(self, file: PdfFile, mark: bytes, press: Press) -> None:
        super().__init__(file, mark)
        self._press = press
        self._temporary: TemporaryDirectory[str] | None = None
        self._folder = self._cache_folder()
        self._style = f"{VERSION} {press.output.digest} {press.output.perceptual}"
        self._pool = ThreadPoolExecutor(processors(), "press")
        self._under_way: list[Future[Entry]] = []
        self._waiting: PriorityQueue[tuple[int, int, Future[Entry], _Wanted]] = PriorityQueue()

    def _cache_folder(self) -> Path:
        if self._press.cache is not None:
            try:
                self._press.cache.mkdir(parents=True, exist_ok=True)
            except OSError:
                pass  # a full or locked home: then without
            else:
                return self._press.cache
        self._temporary = TemporaryDirectory(prefix="digest-studio-", ignore_cleanup_errors=True)
        return Path(self._temporary.name)

    def resource(self, item: PlacedImage, page: int) -> tuple[str, Crop]:
        """The name of the part that `item` shows, at the size at which it does, and that part."""
        crop, size = part(item)
        key = f"{item.image.digest}{crop}{size}"
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = f"Im{len(self._names) + 1}"
            path = Path(item.image.path)
            future: Future[Entry] = Future()
            self._waiting.put((-_pixels(item, crop, size), len(self._under_way), future, (path, crop, size)))
            self._under_way.append(future)
            self._pool.submit(self._convert_largest)
            self.pictures.append(_Pressed(path, page, self._mark, future, self._press.ink_mean))
            self._file.add(self.pictures[-1], name)
        return name, crop

    def _convert_largest(self) -> None:
        """Convert the largest picture of those that wait: in the end no processor has long to wait for another."""
        _, _, future, wanted = self._waiting.get()
        try:
            future.set_result(self._converted(*wanted))
        except BaseException as error:  # for whoever needs the picture
            future.set_exception(error)

    def _converted(self, path: Path, crop: Crop, size: tuple[int, int] | None) -> Entry:
        """The converted part of the picture at `path`, made now or before. Raises OSError and ValueError."""
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        key = hashlib.sha256(f"{self._style} {content} {crop} {size}".encode("ascii")).hexdigest()
        found = find(self._folder, key)
        if found is not None:
            return found
        from digest_studio.paint.pdf.press.convert import Wish, convert

        made = convert(Wish(path, crop, size, self._press.output))
        return keep(self._folder, key, made.header, made.data, made.mask)

    def size(self) -> int:
        """Reckoned from those that are converted."""
        done = [future.result().header for future in self._under_way if future.done() and future.exception() is None]
        return sum(header.size + header.mask_size for header in done) * len(self._under_way) // len(done) if done else 0

    def prepare(self, progress: Progress) -> None:
        wait_for(self._under_way, progress)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._temporary is not None:
            self._temporary.cleanup()
        else:
            forget_oldest(self._folder)


def part(item: PlacedImage) -> tuple[Crop, tuple[int, int] | None]:
    """Which part of the picture is needed, and the pixels to resample it to (None: its own, then on whole pixels)."""
    width, height = item.image.width, item.image.height
    x0, y0, x1, y1 = item.crop
    inches = item.box.width / 72, item.box.height / 72
    most = (inches[0] * MOST_PPI, inches[1] * MOST_PPI)
    if (x1 - x0) * width > most[0] + 0.5 and (y1 - y0) * height > most[1] + 0.5:
        return item.crop, (max(1, floor(most[0])), max(1, floor(most[1])))
    left, top, right, bottom = floor(x0 * width), floor(y0 * height), ceil(x1 * width), ceil(y1 * height)
    return (left / width, top / height, right / width, bottom / height), None


def _pixels(item: PlacedImage, crop: Crop, size: tuple[int, int] | None) -> int:
    """How many pixels there are to convert."""
    if size:
        return size[0] * size[1]
    return round((crop[2] - crop[0]) * item.image.width * (crop[3] - crop[1]) * item.image.height)


class _Pressed(Picture):
    """A converted picture, to be there when it is written."""

    def __init__(self, path: Path, page: int, mark: bytes, future: Future[Entry], ink_mean: float) -> None:
        super().__init__(path, page, mark)
        self._future = future
        self._ink_mean = ink_mean

    def _load(self, file: PdfFile) -> tuple[Indirect, int]:
        entry = self._future.result()
        header = entry.header
        data, mask = entry.data()
        entries = image_entries(header.width, header.height, header.bits, _SPACES[header.components])
        entries += b"/Filter/%b" % header.filter.encode("ascii")
        if header.inverted:
            entries += b"/Decode[1 0 1 0 1 0 1 0]"
        if mask:
            opacity = image_entries(header.width, header.height, 8, b"/DeviceGray") + b"/Filter/FlateDecode"
            entries += b"/SMask %d 0 R" % file.add_now(Stream(opacity, mask))
        if header.ink > self._ink_mean:
            self.problem = self._too_much_ink(header.ink)
        return Stream(entries, data), 1

    def _too_much_ink(self, value: float) -> Diagnostic:
        return Diagnostic(
            "ink", say("the picture takes {value:.0f} % of ink, as a mean over 15 mm", value=value),
            say("save it as RGB, so that it can be converted for this press, or ask for it in the press's own CMYK"),
            severity=Severity.WARNING, source=Source(str(self.path)), page=self._page, value=value, limit=self._ink_mean,
        )  # fmt: skip
