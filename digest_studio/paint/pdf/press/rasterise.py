"""A page of a PDF as one picture in inks: the last resort for what cannot be converted as it is drawn."""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

from digest_studio.assets.inks import in_inks
from digest_studio.assets.limits import MAX_DECODED_PIXELS
from digest_studio.assets.outputs import OutputProfile
from digest_studio.assets.pdfboxes import PageBoxes
from digest_studio.base.say import say
from digest_studio.paint.pdf.press.convert import JPEG_QUALITY
from digest_studio.paint.pdf.press.functions import Unconvertible

PPI = 400.0
"""Pixels per inch: a page that is one picture wants more than a photograph, since its text is in it."""
LEAST_PPI = 150.0


class Raster(NamedTuple):
    """A picture of a page's MediaBox, not turned by /Rotate, as JPEG with inverted inks. `ppi`: pixels per printed inch."""

    data: bytes
    width: int
    height: int
    ppi: int


def rasterise(path: Path, page: int, boxes: PageBoxes, output: OutputProfile, enlarged: float = 1.0) -> Raster:
    """Draw page `page` (from 1) of the file at `path`, so that it is fine enough when it is placed `enlarged` times as large.
    Raises Unconvertible, OSError."""
    import pypdfium2

    x0, y0, x1, y1 = boxes.media
    most = (MAX_DECODED_PIXELS / ((x1 - x0) * (y1 - y0))) ** 0.5 * 72
    ppi = min(PPI * enlarged, most)
    if ppi < LEAST_PPI * enlarged:
        raise Unconvertible(say("the page is too large to be made a picture"))
    try:
        with pypdfium2.PdfDocument(path) as document:
            drawn = document[page - 1]
            drawn.set_cropbox(*boxes.media)
            drawn.set_rotation(0)
            drawn.close()
            drawn = document[page - 1]  # a new page is shown by its new box
            shown = drawn.render(scale=ppi / 72, may_draw_forms=False, draw_annots=False).to_pil().convert("RGB")
            drawn.close()
    except pypdfium2.PdfiumError as error:
        raise Unconvertible(say("the page cannot be drawn")) from error
    file = io.BytesIO()
    in_inks(shown, None, output).save(file, "JPEG", quality=JPEG_QUALITY)
    return Raster(file.getvalue(), shown.width, shown.height, int(ppi / enlarged))
