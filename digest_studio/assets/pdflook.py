"""How the pages of a finished PDF look: drawn by PDFium within their trim, with their words. What a proof carries over its
pages (its name, a stamp) is left out. For PDFs of ours, and for what claims to be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_ulong, c_ushort, sizeof
from pathlib import Path
from typing import Any, NamedTuple

from digest_studio.assets.limits import MAX_FINISHED_BYTES, MAX_FINISHED_SIDE, MAX_PDF_PAGES
from digest_studio.assets.pdfboxes import MalformedPdf
from digest_studio.assets.pdfopen import open_pdf, page_count
from digest_studio.base.say import say

PPI = 96.0

_SEEN = 40
"""Of 255: by how much a pixel differs in some colour where a change is seen. A changed comma differs by more, another encoder's
photograph by less."""

_MOST_WORDS = 20_000


class Finished(NamedTuple):
    """A finished PDF: how many pages it has, whether it is for the press, the pixels per inch of a small proof's photographs."""

    pages: int
    for_press: bool
    picture_ppi: str


class Look(NamedTuple):
    """A page, counted from 1, as it looks: its trim in pixels of `PPI`, three bytes each (red, green, blue), and its words."""

    number: int
    size: tuple[int, int]
    pixels: bytes
    words: tuple[str, ...]


def look_into_finished(path: Path) -> Finished:
    """What the PDF is. Raises OSError, EncryptedPdf and MalformedPdf."""
    with open_pdf(path, MAX_FINISHED_BYTES) as pdf:
        pages = page_count(pdf)
        if pages > MAX_PDF_PAGES:
            raise MalformedPdf(say("it has {pages} pages, {limit} are the most", pages=pages, limit=MAX_PDF_PAGES))
        try:
            for_press = "/OutputIntents" in pdf.Root
            said = pdf.trailer.Info.get("/PicturePpi", "") if "/Info" in pdf.trailer else ""
        except (AttributeError, TypeError, ValueError, RuntimeError) as error:
            raise MalformedPdf(say("it is damaged, or no PDF")) from error
        return Finished(pages, for_press, str(said)[:10])


def looks(path: Path, wanted: Iterable[tuple[int, float]]) -> Iterator[Look | None]:
    """How pages look: those `wanted`, by their numbers and how far each is moved to the right (points); None for a page that the
    file has not. Raises OSError and MalformedPdf.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        try:
            for number, shift in wanted:
                if number > len(document):
                    yield None
                    continue
                page = document[number - 1]
                yield _look(page, number, shift)
                page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise MalformedPdf(say("it is damaged, or no PDF")) from error


def changed_part(one: Look, other: Look, apart_from: Sequence[tuple[float, float]] = ()) -> float:
    """Which part of a page looks different, from 0 to 1. `apart_from`: bands of it that do not count, their upper and lower edges
    in points from the trim's top."""
    from PIL import Image, ImageChops

    if one.size != other.size:
        return 1.0
    if one.pixels == other.pixels:
        return 0.0
    both = (Image.frombytes("RGB", look.size, look.pixels) for look in (one, other))
    red, green, blue = ImageChops.difference(*both).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    for upper, lower in apart_from:
        most.paste(0, (0, int(upper * PPI / 72), most.width, int(lower * PPI / 72) + 1))
    return sum(most.histogram()[_SEEN:]) / (most.width * most.height)


def _look(page: Any, number: int, shift: float) -> Look:
    from pypdfium2 import raw

    left, bottom, right, top = page.get_trimbox()
    shown_left, _, _, shown_top = page.get_cropbox()
    if not (0 < right - left <= MAX_FINISHED_SIDE and 0 < top - bottom <= MAX_FINISHED_SIDE):
        raise MalformedPdf(say("its page {number} has a size that no page of an issue has", number=number))
    words = _words(page, (left, bottom, right, top))
    _without_lines_over(page)
    scale = PPI / 72
    size = round((right - left) * scale), round((top - bottom) * scale)
    matrix = raw.FS_MATRIX(scale, 0, 0, scale, (shown_left - left + shift) * scale, (top - shown_top) * scale)
    return Look(number, size, _drawn(page, matrix, size), words)


def _words(page: Any, box: tuple[float, float, float, float]) -> tuple[str, ...]:
    """The words within the trim; what a printer's marks say stands outside."""
    textpage = page.get_textpage()
    text = textpage.get_text_bounded(*box)
    textpage.close()
    return tuple(text.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS])


def _without_lines_over(page: Any) -> None:
    """Take the forms from the page that are marked as artifacts of a kind: its proof's name and stamp."""
    from pypdfium2 import raw

    for n in reversed(range(raw.FPDFPage_CountObjects(page))):
        item = raw.FPDFPage_GetObject(page, n)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM and _is_line_over(item):
            raw.FPDFPage_RemoveObject(page, item)
            raw.FPDFPageObj_Destroy(item)


def _is_line_over(item: Any) -> bool:
    from pypdfium2 import raw

    name, length = (c_ushort * 32)(), c_ulong()
    for n in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, n)
        raw.FPDFPageObjMark_GetName(mark, name, sizeof(name), byref(length))
        named = bytes(name)[: max(0, length.value - 2)].decode("utf-16-le", "replace")
        if named == "Artifact" and raw.FPDFPageObjMark_GetParamValueType(mark, b"Subtype") == raw.FPDF_OBJECT_NAME:
            return True
    return False


def _drawn(page: Any, matrix: Any, size: tuple[int, int]) -> bytes:
    """The page's content on white, annotations left out."""
    import pypdfium2
    from PIL import Image
    from pypdfium2 import raw

    width, height = size
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    everything = raw.FS_RECTF(0, 0, width, height)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, byref(matrix), byref(everything), 0)
    made = Image.frombytes("RGB", size, bytes(bitmap.buffer), "raw", "BGRX", bitmap.stride)
    bitmap.close()
    return made.tobytes()
