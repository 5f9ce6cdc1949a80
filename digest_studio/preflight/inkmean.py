"""How much ink pictures in CMYK take, as a mean over squares of 15 mm (Ghent Workgroup 2022).

Pictures are decoded for it: only those of an advertisement that arrives."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest_studio.assets.jpeg import read_header
from digest_studio.assets.limits import MAX_DECODED_PIXELS
from digest_studio.assets.pdfboxes import entry, inherited, items
from digest_studio.assets.pdfspaces import space_family

if TYPE_CHECKING:
    from pikepdf import Object
    from PIL.Image import Image

SQUARE_MM = 15.0
MOST_PICTURES = 30
"""Pictures of one page that are decoded."""

_DECODING_ERRORS = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, NotImplementedError, struct.error, zlib.error,
)  # fmt: skip


def most_ink(picture: Image, ppi: float) -> float:
    """The most ink of a CMYK picture, printed at `ppi` pixels per inch, in per cent as a mean over a square."""
    from PIL.Image import Resampling

    side = max(1.0, SQUARE_MM / 25.4 * ppi)
    squares = (max(1, round(picture.width / side)), max(1, round(picture.height / side)))
    bands = (band.tobytes() for band in picture.resize(squares, Resampling.BOX).split())
    return max(map(sum, zip(*bands, strict=True))) / 2.55


def ink_of_file(path: Path, ppi: float) -> float | None:
    """The same of a picture's file; None if it is not in CMYK, or cannot be decoded."""
    from PIL import Image

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            if picture.mode != "CMYK" or picture.width * picture.height > MAX_DECODED_PIXELS:
                return None
            whole = picture.width
            picture.draft(None, (max(1, picture.width // 4), max(1, picture.height // 4)))
            picture.load()
            return most_ink(picture, ppi * picture.width / whole)
    except (*_DECODING_ERRORS, Image.DecompressionBombError):
        return None


def ink_of_page(page: Object, ppi_of: dict[int, float]) -> Iterator[tuple[int, float]]:
    """Of each CMYK picture of an open PDF's page, by its object's number. `ppi_of`: the pictures that are painted."""
    import pikepdf
    from PIL import Image, ImageChops

    left = MOST_PICTURES
    for image in _images(inherited(page, "/Resources"), set(), 0):
        number = image.objgen[0]
        if number not in ppi_of or space_family(entry(image, "/ColorSpace")) != "CMYK":
            continue
        left -= 1
        if left < 0:
            return
        try:
            if int(image.Width) * int(image.Height) <= MAX_DECODED_PIXELS:
                picture = pikepdf.PdfImage(image).as_pil_image()
                if picture.mode == "CMYK":
                    yield number, most_ink(ImageChops.invert(picture) if _upside_down(image) else picture, ppi_of[number])
        except (*_DECODING_ERRORS, RuntimeError, Image.DecompressionBombError, pikepdf.PdfError):
            continue


def _upside_down(image: Any) -> bool:
    """Whether Pillow's inks are the paper's: it turns those of Adobe's JPEGs, which a PDF does only where it says so (Decode)."""
    decode = items(entry(image, "/Decode"))
    turned = bool(decode) and float(decode[0]) == 1
    filters = items(entry(image, "/Filter")) or (entry(image, "/Filter"),)
    adobe = str(filters[-1]) == "/DCTDecode" and read_header(image.read_raw_bytes()).adobe_transform is not None
    return turned != adobe


def _images(resources: Any, met: set[tuple[int, int]], depth: int) -> Iterator[Any]:
    named = entry(resources, "/XObject")
    if named is None or depth > 20:
        return
    for drawn in named.values():
        if drawn.objgen in met:
            continue
        met.add(drawn.objgen)
        if entry(drawn, "/Subtype") == "/Image":
            yield drawn
        elif entry(drawn, "/Subtype") == "/Form":
            yield from _images(entry(drawn, "/Resources"), met, depth + 1)
