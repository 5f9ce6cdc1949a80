"""What PDFium draws for us: pages of other PDFs, and CMYK pixels as colours of the screen.

PDFium is not made for several threads; one lock guards every call.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

from digest_studio.assets.pdfboxes import MalformedPdf, PageBoxes, page_boxes
from digest_studio.assets.pdfopen import open_pdf, page_object

if TYPE_CHECKING:
    from digest_studio.assets.separation import Separated
    from digest_studio.paint.qt.pictures import Artwork

_lock = threading.Lock()


def drawn(wanted: Artwork) -> QImage:
    """The page's part at the size wanted, transparent where nothing is drawn; a null image if it cannot be read."""
    import pypdfium2

    try:
        with open_pdf(Path(wanted.path)) as pdf:
            boxes = page_boxes(page_object(pdf, wanted.page))
        with _lock, _opened(Path(wanted.path)) as document:
            return _draw(document, wanted.page - 1, boxes, wanted)
    except (OSError, MalformedPdf, pypdfium2.PdfiumError):
        return QImage()


def drawn_plates(plates: Separated, wanted: Artwork) -> tuple[QImage, ...]:
    """The page's part on each of its plates, in grey at the size wanted, transparent where nothing is drawn; none if they cannot
    be read."""
    import pypdfium2

    try:
        with _lock, _opened(plates.pdf) as document:
            return tuple(_draw(document, plate, plates.boxes, wanted) for plate in range(len(document)))
    except pypdfium2.PdfiumError:
        return ()


def _draw(document: Any, index: int, boxes: PageBoxes, wanted: Artwork) -> QImage:
    """Draw a page with the MediaBox as what is shown: bleed and all, as paint/pdf places it. Annotations stay behind."""
    from pypdfium2 import raw

    page = document[index]
    page.set_cropbox(*boxes.media)
    page.close()
    page = document[index]  # a new page is shown by its new box
    trim, window = boxes.shown(boxes.trim), wanted.window
    across, down = wanted.width / (window.width * trim.width), wanted.height / (window.height * trim.height)
    left, top = trim.x + window.x * trim.width, trim.y + window.y * trim.height
    matrix = raw.FS_MATRIX(across, 0, 0, down, -left * across, -top * down)
    everything = raw.FS_RECTF(0, 0, wanted.width, wanted.height)
    return _bitmap(page, matrix, everything, (wanted.width, wanted.height))


def shown_cmyk(pixels: bytes, width: int, height: int, icc: bytes | None) -> QImage:
    """CMYK pixels (0: no ink, 255: full) as PDFium shows them: by the profile `icc`, or as DeviceCMYK if that is None."""
    from pypdfium2 import raw

    with _lock, _opened(_pixels_as_pdf(pixels, width, height, icc)) as document:
        return _bitmap(document[0], raw.FS_MATRIX(1, 0, 0, 1, 0, 0), raw.FS_RECTF(0, 0, width, height), (width, height))


@contextmanager
def _opened(source: Path | bytes) -> Iterator[Any]:
    import pypdfium2

    document = pypdfium2.PdfDocument(source)
    try:
        yield document
    finally:
        document.close()


def _bitmap(page: Any, matrix: Any, clip: Any, size: tuple[int, int]) -> QImage:
    """The page under `matrix` (from points, y downwards, to pixels)."""
    import pypdfium2
    from pypdfium2 import raw

    width, height = size
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRA)
    bitmap.fill_rect((255, 255, 255, 0), 0, 0, width, height)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, byref(matrix), byref(clip), 0)
    pixels = bytes(bitmap.buffer)
    image = QImage(pixels, width, height, bitmap.stride, QImage.Format.Format_ARGB32).copy()
    bitmap.close()
    return image


def _pixels_as_pdf(pixels: bytes, width: int, height: int, icc: bytes | None) -> bytes:
    """A PDF of one page, a point for a pixel."""
    paint = b"%d 0 0 %d 0 0 cm /I Do" % (width, height)
    space = b"[/ICCBased 6 0 R]" if icc else b"/DeviceCMYK"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>" % (width, height),
        b"<</Length %d>>stream\n%b\nendstream" % (len(paint), paint),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%b/Length %d>>stream\n%b\nendstream"
        % (width, height, space, len(pixels), pixels),
    ]
    if icc:
        bodies.append(b"<</N 4/Length %d>>stream\n%b\nendstream" % (len(icc), icc))
    parts, offsets, position = [b"%PDF-1.4\n"], [], 9
    for number, body in enumerate(bodies, 1):
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        offsets.append(position)
        position += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(bodies) + 1
    parts.append(
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF"
        % (count, table, count, position)
    )
    return b"".join(parts)
