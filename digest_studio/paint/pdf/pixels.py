"""Images that PDF cannot take as they are (TIFF, WebP, transparency, 16 bits): decoded, and written losslessly.

Rows are converted and compressed in bands with the TIFF predictor (each component less its left neighbour), so that only
the decoded picture itself stands in memory.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops, UnidentifiedImageError

from digest_studio.assets.limits import decoded_pixels
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.images import colour_space, image_entries
from digest_studio.paint.pdf.objects import Indirect, Raw

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_BAND_PIXELS = 1 << 20
ORIENTATION = 0x0112
_COMPONENTS = {"L": 1, "RGB": 3, "CMYK": 4}
ALPHA = "A"

WRITTEN_AS = {
    "1": "L", "L": "L", "LA": "L", "La": "L", "I": "L", "I;16": "L", "I;16B": "L", "I;16L": "L", "CMYK": "CMYK",
    "RGB": "RGB", "RGBA": "RGB", "RGBa": "RGB", "RGBX": "RGB", "P": "RGB", "PA": "RGB", "YCbCr": "RGB",
}  # fmt: skip
"""Pillow's modes, and the mode they are written in."""

_STRAIGHT = {"La": "LA", "RGBa": "RGBA", "P": "RGBA", "PA": "RGBA"}
"""Modes whose colours are multiplied by their opacity, or stand in a palette with it."""

DECODING_ERRORS = (
    UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, EOFError, LookupError, TypeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises over damaged files, beside OSError and ValueError."""


def decoded(path: Path, file: PdfFile) -> tuple[Indirect, int]:
    """The picture at `path` as an object to be written now, and the Exif orientation that is still to be applied.

    Raises OSError and ValueError if it cannot be decoded, or is larger than we decode.
    """
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > decoded_pixels(str(picture.format)):
                raise ValueError(f"{picture.width} × {picture.height} pixels are more than can be decoded")
            picture.load()
    except DECODING_ERRORS as error:
        raise ValueError("it is damaged, or no JPEG, PNG, TIFF or WebP") from error
    mode = WRITTEN_AS.get(picture.mode)
    if mode is None:
        raise ValueError(f"pictures of kind {picture.mode} are not known")
    mask = file.add_now(Pixels(picture, ALPHA, b"/DeviceGray")) if is_transparent(picture) else None
    space = colour_space(_COMPONENTS[mode], picture.info.get("icc_profile"), file)
    return Pixels(picture, mode, space, mask), picture.getexif().get(ORIENTATION, 1)


def is_transparent(picture: Image.Image) -> bool:
    """Whether the picture has opacity of its own."""
    return picture.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in picture.info


class Pixels(Indirect):
    """A decoded picture, written in mode L, RGB or CMYK, or its opacity (A), as an image XObject."""

    def __init__(self, picture: Image.Image, mode: str, space: bytes, mask: int | None = None) -> None:
        self._picture = picture
        self._mode = mode
        self._space = space
        self._mask = mask

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        width, height = self._picture.size
        length = Raw(b"")
        entries = image_entries(width, height, 8, self._space) + (
            b"/Filter/FlateDecode/DecodeParms<</Predictor 2/Colors %d/Columns %d>>" % (_COMPONENTS.get(self._mode, 1), width)
        )
        if self._mask is not None:
            entries += b"/SMask %d 0 R" % self._mask
        yield b"<<%b/Length %d 0 R>>\nstream\n" % (entries, file.add(length))
        written = 0
        for piece in self._compressed_bands():
            written += len(piece)
            yield piece
        length.data = b"%d" % written
        yield b"\nendstream"

    def _compressed_bands(self) -> Iterator[bytes]:
        width, height = self._picture.size
        rows = max(1, _BAND_PIXELS // width)
        compressor = zlib.compressobj(6)
        for top in range(0, height, rows):
            band = converted(self._picture.crop((0, top, width, min(top + rows, height))), self._mode)
            left_neighbours = Image.new(band.mode, band.size, 0)
            left_neighbours.paste(band, (1, 0))
            yield compressor.compress(ImageChops.subtract_modulo(band, left_neighbours).tobytes())
        yield compressor.flush()


def converted(band: Image.Image, mode: str) -> Image.Image:
    """Some rows of a picture, or all, in one of the modes of `WRITTEN_AS`; its opacity for `ALPHA`."""
    if band.mode in _STRAIGHT:
        band = band.convert(_STRAIGHT[band.mode])
    if mode == ALPHA:
        return band.convert("RGBA").getchannel("A")
    if band.mode.startswith("I"):
        band = band.convert("I").point(lambda value: value * (1 / 257))
    return band if band.mode == mode else band.convert(mode)
