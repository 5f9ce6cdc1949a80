"""The pictures of a file that is to be small: each part that is shown, at few pixels per inch, as JPEG.

They are made by all processors while the pages are painted. What is smaller as it is stays as it is.
"""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from digest_studio.assets.icc import profile_components
from digest_studio.assets.limits import MAX_IMAGE_BYTES, decoded_pixels
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.processors import processors
from digest_studio.base.progress import Progress
from digest_studio.base.say import say
from digest_studio.display.items import PlacedImage
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.images import FULL, Crop, Images, Picture, colour_space, image_entries, load
from digest_studio.paint.pdf.objects import Indirect, Stream
from digest_studio.paint.pdf.pending import wait_for
from digest_studio.paint.pdf.pixels import ALPHA, DECODING_ERRORS, FORMATS, WRITTEN_AS, converted, is_transparent

JPEG_QUALITY = 75

_FEW_COLOURS = 256
_WORTH = 1.5
"""Drawings and signatures have few colours. JPEG blurs them, so they may take this many times what it would need."""

_SMALL_PROFILE = 20_000
"""Bytes of a profile that goes along; the pictures of a larger one are converted to sRGB."""

_DRAFT = 2.0
"""A JPEG is decoded at a half, a quarter or an eighth if that is still this many times what is wanted, each way."""

_COMPONENTS = {"L": 1, "RGB": 3, "CMYK": 4}

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Shrunk:
    """A small picture: pixels and mode (L, RGB or CMYK), its data under a filter, its profile, its opacity (deflated)."""

    size: Size
    mode: str
    filter: bytes
    data: bytes
    icc: bytes | None
    mask: bytes


class SmallImages(Images):
    """The pictures of one file, each part and size of a content once."""

    def __init__(self, file: PdfFile, mark: bytes, ppi: float) -> None:
        super().__init__(file, mark)
        self._ppi = ppi
        self._pool = ThreadPoolExecutor(processors(), "small")
        self._under_way: list[Future[_Shrunk]] = []
        self._contents: dict[str, Path] = {}

    def resource(self, item: PlacedImage, page: int) -> tuple[str, Crop]:
        crop, size = _part(item, self._ppi)
        key = f"{item.image.digest}{crop}{size}"
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = f"Im{len(self._names) + 1}"
            path = self._contents.setdefault(item.image.digest, Path(item.image.path))
            future = self._pool.submit(_shrunk, path, crop, size)
            self._under_way.append(future)
            self.pictures.append(_Small(path, page, self._mark, crop, future))
            self._file.add(self.pictures[-1], name)
        return name, crop

    def prepare(self, progress: Progress) -> None:
        wait_for(self._under_way, progress)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        return (*super().problems, *self._saved())

    def _saved(self) -> Iterator[Diagnostic]:
        """How much smaller the pictures became."""
        sound = [picture for picture in self.pictures if isinstance(picture, _Small) and not picture.problem]
        after = sum(picture.written for picture in sound)
        before = sum(path.stat().st_size for path in self._contents.values() if path.is_file())
        if sound:
            yield Diagnostic(
                "small-pictures",
                say("the photographs take {after} MB instead of {before} MB", after=_mb(after), before=_mb(before)),
                severity=Severity.INFO, value=_mb(after), limit=_mb(before),
            )  # fmt: skip


class _Small(Picture):
    """A small picture, to be there when it is written. `written` is how many bytes it takes."""

    def __init__(self, path: Path, page: int, mark: bytes, crop: Crop, future: Future[_Shrunk]) -> None:
        super().__init__(path, page, mark)
        self._crop = crop
        self._future = future
        self.written = 0

    def _load(self, file: PdfFile) -> tuple[Indirect, int]:
        made = self._future.result()
        self.written = len(made.data) + len(made.mask)
        whole = self.path.stat().st_size
        if self._crop == FULL and whole < self.written:
            self.written = whole
            return load(self.path, file)
        entries = image_entries(*made.size, 8, colour_space(_COMPONENTS[made.mode], made.icc, file)) + b"/Filter" + made.filter
        if made.mode == "CMYK" and made.filter == b"/DCTDecode":
            entries += b"/Decode[1 0 1 0 1 0 1 0]"  # Pillow writes Adobe's inverted inks
        if made.mask:
            opacity = image_entries(*made.size, 8, b"/DeviceGray") + b"/Filter/FlateDecode"
            entries += b"/SMask %d 0 R" % file.add_now(Stream(opacity, made.mask))
        return Stream(entries, made.data), 1


def _part(item: PlacedImage, ppi: float) -> tuple[Crop, Size | None]:
    """The part of the picture that is shown, and the pixels to resample it to (None: its own, then on whole pixels)."""
    width, height = item.image.width, item.image.height
    x0, y0, x1, y1 = item.crop
    most = (item.box.width / 72 * ppi, item.box.height / 72 * ppi)
    if (x1 - x0) * width > most[0] + 0.5 and (y1 - y0) * height > most[1] + 0.5:
        return item.crop, (max(1, round(most[0])), max(1, round(most[1])))
    left, top, right, bottom = floor(x0 * width), floor(y0 * height), ceil(x1 * width), ceil(y1 * height)
    return (left / width, top / height, right / width, bottom / height), None


def _shrunk(path: Path, crop: Crop, size: Size | None) -> _Shrunk:
    """The part `crop` of the picture at `path`, upright, at `size`. Raises OSError and ValueError if it cannot be read."""
    picture = _opened(path, crop, size)
    ImageOps.exif_transpose(picture, in_place=True)
    mode = WRITTEN_AS.get(picture.mode)
    if mode is None:
        raise ValueError(f"pictures of kind {picture.mode} are not known")
    icc = picture.info.get("icc_profile")
    mask = b""
    if is_transparent(picture):
        mask = zlib.compress(_cut(converted(picture, ALPHA), crop, size).tobytes(), 6)
    shown = _cut(converted(picture, mode), crop, size)
    if icc and len(icc) > _SMALL_PROFILE:
        shown, icc = _in_srgb(shown, icc), None
    output = io.BytesIO()
    shown.save(output, "JPEG", quality=JPEG_QUALITY, optimize=True)
    data = output.getvalue()
    if shown.getcolors(_FEW_COLOURS) is not None:
        lossless = zlib.compress(shown.tobytes(), 9)
        if len(lossless) <= _WORTH * len(data):
            return _Shrunk(shown.size, shown.mode, b"/FlateDecode", lossless, icc, mask)
    return _Shrunk(shown.size, shown.mode, b"/DCTDecode", data, icc, mask)


def _opened(path: Path, crop: Crop, size: Size | None) -> Image.Image:
    if path.stat().st_size > MAX_IMAGE_BYTES:
        raise ValueError("it is too large")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=FORMATS) as picture:
            if size:
                x0, y0, x1, y1 = crop
                scale = max(size[0] / (x1 - x0), size[1] / (y1 - y0)) * _DRAFT / max(picture.size)
                picture.draft(None, (max(1, int(picture.width * scale)), max(1, int(picture.height * scale))))
            if picture.width * picture.height > decoded_pixels(str(picture.format)):
                raise ValueError(f"{picture.width} × {picture.height} pixels are more than can be decoded")
            picture.load()
    except DECODING_ERRORS as error:
        raise ValueError("it is damaged, or no JPEG, PNG, TIFF or WebP") from error
    return picture


def _cut(picture: Image.Image, crop: Crop, size: Size | None) -> Image.Image:
    width, height = picture.size
    box = (crop[0] * width, crop[1] * height, crop[2] * width, crop[3] * height)
    if size is None:
        return picture.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
    return picture.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0)


def _in_srgb(picture: Image.Image, icc: bytes) -> Image.Image:
    """The picture by its profile in sRGB; as it is if the profile is not for it, or is damaged."""
    if profile_components(icc) != len(picture.getbands()):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        made = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except ImageCms.PyCMSError:
        return picture
    return made or picture


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}"
