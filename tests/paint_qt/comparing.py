"""Screen and print compared: a page painted by Qt and the same page of the exported PDF drawn by PDFium.

Both are drawn large and averaged down to 150 dpi, so that what remains are differences that an eye could see, not those of two
rasterisers' pixel grids: Qt puts baselines on whole pixels, PDFium whole glyphs. Qt's page is drawn at three times the final
resolution, where text still comes from its glyph cache as on a screen, PDFium's at six times.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw
from PySide6.QtGui import QImage, QPainter

from digest_studio.display.document import Document, Page
from digest_studio.paint.pdf.writer import write
from digest_studio.paint.qt.painter import PaintResources, paint_page
from digest_studio.paint.qt.pictures import DirectPictures

DPI = 150
TILE = 24
SCREEN_TIMES, PRINT_TIMES = 3, 6
WORST, MEAN = 9.0, 3.5
"""Of 255: what two pictures of one page may differ by, in the worst tile and on the average."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two pictures are apart, of 255; `place` is the worst tile's centre in points of the page."""

    worst: float
    mean: float
    place: tuple[float, float]

    @property
    def none_to_be_seen(self) -> bool:
        return self.worst <= WORST and self.mean <= MEAN


def screen_and_print(document: Document, page: Page, folder: Path) -> Difference:
    """How the page on the screen differs from the page in the PDF."""
    return difference(on_screen(page), in_print(document, page, folder), page.bleed)


def pixels(page: Page, times: int = 1) -> tuple[int, int]:
    """The size of the page with its bleed at `times` the resolution compared."""
    per_point = DPI / 72
    return (
        ceil((page.width + 2 * page.bleed) * per_point) * times,
        ceil((page.height + 2 * page.bleed) * per_point) * times,
    )  # fmt: skip


def on_screen(page: Page) -> Image.Image:
    """The page with its bleed as Qt paints it."""
    width, height = pixels(page, SCREEN_TIMES)
    canvas = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    painter.scale(width / (page.width + 2 * page.bleed), height / (page.height + 2 * page.bleed))
    painter.translate(page.bleed, page.bleed)
    paint_page(painter, page, 1.0, resources=PaintResources(DirectPictures()), bleed=True)
    painter.end()
    return as_pillow(canvas).reduce(SCREEN_TIMES)


def in_print(document: Document, page: Page, folder: Path) -> Image.Image:
    """The page with its bleed as PDFium draws it from the exported file."""
    target = folder / "proof.pdf"
    assert not write(document, target)
    pdf = pypdfium2.PdfDocument(target)
    try:
        at = [one.number for one in document.pages].index(page.number)
        return drawn_by_pdfium(pdf, at, pixels(page, PRINT_TIMES)).reduce(PRINT_TIMES)
    finally:
        pdf.close()


def drawn_by_pdfium(pdf: Any, index: int, size: tuple[int, int]) -> Image.Image:
    bitmap = pypdfium2.PdfBitmap.new_native(*size, raw.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    raw.FPDF_RenderPageBitmap(bitmap, pdf[index], 0, 0, *size, 0, 0)
    picture = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return picture


def as_pillow(image: QImage) -> Image.Image:
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine(), 1)


def difference(a: Image.Image, b: Image.Image, bleed: float = 0.0) -> Difference:
    """The difference of two pictures at DPI; colours count by the channel that differs most."""
    apart = ImageChops.difference(a, b)
    channels = [channel.convert("F") for channel in apart.split()]
    tiles = [channel.reduce(TILE) for channel in channels]
    worst = max(tiles, key=lambda tile: tile.getextrema()[1])
    peak = worst.getextrema()[1]
    row, column = next((y, x) for y in range(worst.height) for x in range(worst.width) if worst.getpixel((x, y)) == peak)
    place = tuple((n + 0.5) * TILE * 72 / DPI - bleed for n in (column, row))
    mean = max(channel.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) for channel in channels)
    return Difference(peak, mean, place)
