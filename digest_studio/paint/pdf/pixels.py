"""Images that PDF cannot take as they are (TIFF, WebP, transparency, 16 bits): decoded, and written losslessly.

Rows are compressed in bands with the TIFF predictor (each component less its left neighbour), so that only the decoded
picture itself stands in memory.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image, ImageChops, UnidentifiedImageError

from digest_studio.assets.limits import MAX_DECODED_PIXELS
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.images import colour_space, image_entries
from digest_studio.paint.pdf.objects import Indirect, Raw

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_BAND_PIXELS = 1 << 20
_ORIENTATION = 0x0112
_DECODING_ERRORS = (
    UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, EOFError, LookupError, TypeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises over damaged files, beside OSError and ValueError."""

_COMPONENTS = {"L": 1, "RGB": 3, "CMYK": 4}


class Pixels(Indirect):
    """A decoded picture (mode L, RGB or CMYK) as an image XObject."""

    def __init__(self, picture: Image.Image, space: bytes, mask: int | None = None) -> None:
        self._picture = picture
        self._space = space
        self._mask = mask

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        width, height = self._picture.size
        length = Raw(b"")
        entries = image_entries(width, height, 8, self._space) + (
            b"/Filter/FlateDecode/DecodeParms<</Predictor 2/Colors %d/Columns %d>>" % (len(self._picture.getbands()), width)
        )
        if self._mask is not None:
            entries += b"/SMask %d 0 R" % self._mask
        yield b"<<%b/Length %d 0 R>>\nstream\n" % (entries, file.add(length))
        written = 0
        for piece in _compressed_bands(self._picture):
            written += len(piece)
            yield piece
        length.data = b"%d" % written
        yield b"\nendstream"


def _compressed_bands(picture: Image.Image) -> Iterator[bytes]:
    width, height = picture.size
    rows = max(1, _BAND_PIXELS // width)
    compressor = zlib.compressobj(6)
    for top in range(0, height, rows):
        band = picture.crop((0, top, width, min(top + rows, height)))
        left_neighbours = Image.new(band.mode, band.size, 0)
        left_neighbours.paste(band, (1, 0))
        yield compressor.compress(ImageChops.subtract_modulo(band, left_neighbours).tobytes())
    yield compressor.flush()


def decoded(data: bytes, file: PdfFile) -> tuple[Indirect, int]:
    """The picture in `data` as an object to be written now, and the Exif orientation that is still to be applied.

    Raises OSError and ValueError if it cannot be decoded, or is larger than we decode.
    """
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
        if picture.width * picture.height > MAX_DECODED_PIXELS:
            raise ValueError(f"{picture.width} × {picture.height} pixels are more than can be decoded")
        picture.load()
    except _DECODING_ERRORS as error:
        raise ValueError("it is damaged, or no JPEG, PNG, TIFF or WebP") from error
    orientation = picture.getexif().get(_ORIENTATION, 1)
    icc = picture.info.get("icc_profile")
    colours, alpha = _separated(picture)
    mask = file.add_now(Pixels(alpha, b"/DeviceGray")) if alpha is not None else None
    return Pixels(colours, colour_space(_COMPONENTS[colours.mode], icc, file), mask), orientation


def _separated(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The picture in a mode that PDF knows, and its transparency apart."""
    if "transparency" in picture.info and picture.mode in ("1", "L", "P", "RGB"):
        picture = picture.convert("RGBA")
    if picture.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        straight = {"La": "LA", "PA": "RGBA", "RGBa": "RGBA"}.get(picture.mode, picture.mode)
        picture = picture if picture.mode == straight else picture.convert(straight)
        return picture.convert("L" if straight == "LA" else "RGB"), picture.getchannel("A")
    if picture.mode in _COMPONENTS:
        return picture, None
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L"), None
    if picture.mode == "1":
        return picture.convert("L"), None
    if picture.mode in ("P", "YCbCr", "RGBX", "HSV"):
        return picture.convert("RGB"), None
    raise ValueError(f"pictures of kind {picture.mode} are not known")
