"""One photograph -> the pixels that go to the plate: upright, cropped, at most 300 ppi, sharpened, in the output's inks.

Colours go from the picture's own profile (sRGB if it has none, or none that fits) through littleCMS to the output profile.
Grey stays grey, which is black ink; CMYK of the same output, or of none that it names, keeps its numbers.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from pathlib import Path
from tempfile import TemporaryFile

from PIL import Image, ImageChops, ImageFilter, ImageOps, UnidentifiedImageError

from digest_studio.assets.inks import foreign, in_inks
from digest_studio.assets.jpeg import read_header
from digest_studio.assets.limits import MAX_IMAGE_BYTES, decoded_pixels
from digest_studio.assets.outputs import OutputProfile
from digest_studio.base.values import dataclass
from digest_studio.paint.pdf.images import FULL, Crop
from digest_studio.paint.pdf.press.store import Header

JPEG_QUALITY = 92
FEW_COLOURS = 1024
"""Drawings and signatures have fewer; they are kept without loss."""

_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_DRAFT = 2.0
"""A JPEG is decoded at a half, a quarter or an eighth if that is still this many times what is wanted, each way."""

_SHARPENED = ImageFilter.Kernel((3, 3), (-1, -2, -1, -2, 30, -2, -1, -2, -1))
"""Gives back the edges that resampling to the printed size softens: each pixel moves away from the mean of its neighbours by
two thirds of its distance."""

_SMALLER = Image.Resampling.HAMMING
"""How pictures are made smaller. Sharpened, it keeps as much detail as Lanczos's kernel, in half of its time."""

_INK_SQUARE = 177
"""Pixels of 15 mm at 300 ppi: over such squares the Ghent Workgroup takes the mean of the ink."""

_DECODING_ERRORS = (
    UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, EOFError, LookupError, TypeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises over damaged files, beside OSError and ValueError."""

_MODES = {
    "1": "L", "L": "L", "LA": "LA", "La": "LA", "I": "I", "I;16": "I", "I;16B": "I", "I;16L": "I", "CMYK": "CMYK", "LAB": "LAB",
    "RGB": "RGB", "RGBA": "RGBA", "RGBa": "RGBA", "RGBX": "RGB", "P": "RGBA", "PA": "RGBA", "YCbCr": "RGB",
}  # fmt: skip
"""Pillow's modes, and the one that we work in."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made of the file at `path`: its part `crop`, resampled to `size` pixels (None: its own pixels)."""

    path: Path
    crop: Crop
    size: tuple[int, int] | None
    output: OutputProfile


@dataclass(frozen=True, slots=True)
class Converted:
    header: Header
    data: bytes
    mask: bytes = b""


def convert(wish: Wish) -> Converted:
    """The picture in the output's inks. Raises OSError and ValueError if it cannot be read."""
    kept = _as_it_is(wish)
    if kept is not None:
        return kept
    picture = _opened(wish)
    ImageOps.exif_transpose(picture, in_place=True)
    if picture.mode == "1":
        return _bilevel(picture, wish)
    profile = picture.info.get("icc_profile")
    shown = _cut(_working(picture), wish)
    del picture  # it may be large
    mask = b""
    if shown.mode in ("LA", "RGBA"):
        opacity = shown.getchannel("A")
        shown = shown.convert(shown.mode[:-1])
        if opacity.getextrema() != (255, 255):
            mask = zlib.compress(opacity.tobytes(), 6)
    inks = in_inks(shown, profile, wish.output)
    return _packed(inks, mask, converted=inks is not shown)


def _as_it_is(wish: Wish) -> Converted | None:
    """A whole grey or CMYK JPEG that needs nothing done to it, byte for byte; None for any other picture."""
    with wish.path.open("rb") as file:
        if wish.size or wish.crop != FULL or file.read(2) != b"\xff\xd8" or wish.path.stat().st_size > MAX_IMAGE_BYTES:
            return None
        file.seek(0)
        data = file.read()
    header = read_header(data)
    if not header.printable or header.orientation != 1 or header.components not in (1, 4):
        return None
    if header.components == 4 and foreign(header.icc, wish.output):
        return None
    most = 0.0
    if header.components == 4:
        most = round(ink(_opened(wish)), 1)
    inverted = header.components == 4 and header.adobe_transform is not None
    size = (header.width, header.height)
    return Converted(Header(*size, header.components, "DCTDecode", len(data), inverted=inverted, ink=most), data)


def _opened(wish: Wish) -> Image.Image:
    if wish.path.stat().st_size > MAX_IMAGE_BYTES:
        raise ValueError("it is too large")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(wish.path, formats=_FORMATS) as picture:
            if wish.size:
                x0, y0, x1, y1 = wish.crop
                whole = max(wish.size[0] / (x1 - x0), wish.size[1] / (y1 - y0)) * _DRAFT
                scale = whole / max(1, *picture.size)
                picture.draft(None, (max(1, int(picture.width * scale)), max(1, int(picture.height * scale))))
            elif picture.format != "JPEG" and picture.width * picture.height > decoded_pixels(str(picture.format)):
                raise ValueError(f"{picture.width} × {picture.height} pixels are more than can be decoded")
            picture.load()
    except _DECODING_ERRORS as error:
        raise ValueError("it is damaged, or no JPEG, PNG, TIFF or WebP") from error
    if picture.mode == "CMYK" and picture.format == "JPEG" and "adobe" not in picture.info:
        return _turned(picture)
    return picture


def _turned(picture: Image.Image) -> Image.Image:
    """The inks of a CMYK JPEG without Adobe's mark: Pillow takes every one for Adobe's, in which 0 is full ink."""
    turned = ImageChops.invert(picture)
    turned.info = picture.info
    return turned


def _working(picture: Image.Image) -> Image.Image:
    """The picture in a mode of `_MODES`, 8 bits a component."""
    mode = _MODES.get(picture.mode)
    if mode is None:
        raise ValueError(f"pictures of kind {picture.mode} are not known")
    if mode == "I":
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in picture.info and mode in ("L", "RGB"):
        mode += "A"
    return picture if picture.mode == mode else picture.convert(mode)


def _cut(picture: Image.Image, wish: Wish) -> Image.Image:
    """The part that is wished, at the size that is wished."""
    width, height = picture.size
    x0, y0, x1, y1 = wish.crop
    box = (x0 * width, y0 * height, x1 * width, y1 * height)
    if wish.size is None:
        return picture if wish.crop == FULL else picture.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
    premultiplied = {"LA": "La", "RGBA": "RGBa"}.get(picture.mode)
    resampled = (picture.convert(premultiplied) if premultiplied else picture).resize(wish.size, _SMALLER, box)
    if premultiplied:
        return resampled.convert(picture.mode)
    return resampled if picture.mode == "LAB" else resampled.filter(_SHARPENED)


def ink(picture: Image.Image) -> float:
    """The most ink of a CMYK picture in per cent, as a mean over squares of 15 mm at 300 ppi."""
    squares = (max(1, picture.width // _INK_SQUARE), max(1, picture.height // _INK_SQUARE))
    means = picture.resize(squares, Image.Resampling.BOX)
    cyan, magenta, yellow, black = (band.tobytes() for band in means.split())
    return max(map(sum, zip(cyan, magenta, yellow, black, strict=True))) / 2.55


def _packed(picture: Image.Image, mask: bytes, converted: bool) -> Converted:
    """The picture's data: photographs as JPEG, drawings without loss. The profile limits the ink of what it `converted`."""
    components = len(picture.getbands())
    most = ink(picture) if components == 4 and not converted else 0.0
    lossless = picture.getcolors(FEW_COLOURS) is not None
    data = zlib.compress(picture.tobytes(), 6) if lossless else _encoded(picture)
    header = Header(
        *picture.size, components, "FlateDecode" if lossless else "DCTDecode", len(data), len(mask),
        inverted=components == 4 and not lossless, ink=round(most, 1),
    )  # fmt: skip
    return Converted(header, data, mask)


def _encoded(picture: Image.Image) -> bytes:
    """The picture as JPEG. Into a file of the system's, Pillow encodes without keeping other threads from working."""
    with TemporaryFile() as file:
        picture.save(file, "JPEG", quality=JPEG_QUALITY)
        file.seek(0)
        return file.read()


def _bilevel(picture: Image.Image, wish: Wish) -> Converted:
    """Line art, whose every pixel counts: a plate has 2400 an inch."""
    x0, y0, x1, y1 = wish.crop
    width, height = picture.size
    cut = picture.crop((round(x0 * width), round(y0 * height), round(x1 * width), round(y1 * height)))
    data = zlib.compress(cut.tobytes(), 6)
    return Converted(Header(*cut.size, 1, "FlateDecode", len(data), bits=1), data)
