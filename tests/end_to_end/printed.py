"""What a PDF says, read by pdfium: words, glyphs, links, bookmarks, labels, pictures. Lengths in points, y downwards from
the trim's top left corner.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from pypdfium2 import raw


@dataclass(frozen=True)
class Glyph:
    """A character: where its origin stands, the size and font it is set in, the angle of its line in degrees."""

    text: str
    x: float
    y: float
    size: float
    font: str
    angle: float


@dataclass(frozen=True)
class Picture:
    """An image as it is seen, and how many pixels its file has."""

    left: float
    top: float
    right: float
    bottom: float
    pixels: tuple[int, int]


@dataclass(frozen=True)
class LinkArea:
    """A link: its box (left, top, right, bottom) and the page (from 0) or the address to which it leads."""

    page: int
    box: tuple[float, float, float, float]
    target: int | None
    address: str
    text: str


@dataclass(frozen=True)
class Mark:
    """A bookmark: title, page from 0, depth."""

    title: str
    page: int
    level: int


class Printed:
    """A PDF, opened for looking."""

    def __init__(self, path: Path) -> None:
        self.document = pdfium.PdfDocument(path)
        self.reader = PdfReader(path)

    def __len__(self) -> int:
        return len(self.document)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page in the order of its content. pdfium writes a hyphen that ends a line as U+FFFE or U+0002."""
        pages = []
        for page in self.document:
            text = page.get_textpage().get_text_range()
            pages.append(text.replace("\r\n", "\n").replace("\ufffe", "\u00ad").replace("\x02", "\u00ad"))
        return pages

    @cached_property
    def labels(self) -> list[str]:
        return [self.document.get_page_label(n) for n in range(len(self))]

    @cached_property
    def bookmarks(self) -> list[Mark]:
        marks = []
        for item in self.document.get_toc():
            destination = item.get_dest()
            marks.append(Mark(item.get_title(), destination.get_index() if destination else -1, item.level))
        return marks

    def trim(self, number: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a page's trim, as the PDF counts."""
        box = self.document[number].get_trimbox()
        return box[0], box[1], box[2], box[3]

    @cached_property
    def links(self) -> list[LinkArea]:
        """Every link, with the words that stand in its area."""
        numbers = {page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages) if page.indirect_reference}
        found = []
        for n, page in enumerate(self.reader.pages):
            textpage = self.document[n].get_textpage()
            left, _, _, top = self.trim(n)
            for reference in page.get("/Annots", []):
                annotation = reference.get_object()
                if annotation.get("/Subtype") != "/Link":
                    continue
                x0, y0, x1, y1 = (float(v) for v in annotation["/Rect"])
                text = textpage.get_text_bounded(left=x0, bottom=y0, right=x1, top=y1)
                action = annotation.get("/A", {})
                target = None
                if "/Dest" in annotation:
                    place = annotation["/Dest"][0]
                    target = numbers[place.idnum if isinstance(place, IndirectObject) else place]
                found.append(LinkArea(n, (x0 - left, top - y1, x1 - left, top - y0), target, str(action.get("/URI", "")), text))
        return found

    def glyphs(self, number: int) -> Iterator[Glyph]:
        """The characters of a page in the order of its content, without spaces that pdfium made up."""
        left, _, _, top = self.trim(number)
        textpage = self.document[number].get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        matrix = raw.FS_MATRIX()
        flags = ctypes.c_int()
        name = ctypes.create_string_buffer(256)
        for n in range(textpage.count_chars()):
            if raw.FPDFText_IsGenerated(textpage, n):
                continue
            raw.FPDFText_GetCharOrigin(textpage, n, x, y)
            raw.FPDFText_GetMatrix(textpage, n, matrix)
            length = raw.FPDFText_GetFontInfo(textpage, n, name, 256, flags)
            size = raw.FPDFText_GetFontSize(textpage, n) * math.hypot(matrix.c, matrix.d)
            yield Glyph(
                chr(raw.FPDFText_GetUnicode(textpage, n)), x.value - left, top - y.value, size,
                name.raw[: max(0, length - 1)].decode("utf-8", "replace"), math.degrees(math.atan2(matrix.b, matrix.a)),
            )

    def texts_below(self, number: int, part: float) -> list[str]:
        """The pieces of text under the given part of a page's height."""
        _, bottom, _, top = self.trim(number)
        textpage = self.document[number].get_textpage()
        areas = [textpage.get_rect(n) for n in range(textpage.count_rects())]
        low = [area for area in areas if top - area[1] > part * (top - bottom)]
        return [textpage.get_text_bounded(*area) for area in low]

    def pictures(self, number: int) -> Iterator[Picture]:
        """A page's images, cut by their clip paths."""
        left, _, _, top = self.trim(number)
        for item in self.document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            x0, y0, x1, y1 = item.get_bounds()
            for cx0, cy0, cx1, cy1 in clips(item):
                x0, y0, x1, y1 = max(x0, cx0), max(y0, cy0), min(x1, cx1), min(y1, cy1)
            yield Picture(x0 - left, top - y1, x1 - left, top - y0, item.get_px_size())


def clips(item: pdfium.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """The bounding boxes of an object's clip paths."""
    path = raw.FPDFPageObj_GetClipPath(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(max(0, raw.FPDFClipPath_CountPaths(path))):
        points = []
        for k in range(raw.FPDFClipPath_CountPathSegments(path, n)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, n, k), x, y)
            points.append((x.value, y.value))
        if points:
            yield min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)
