"""What the painter's tests paint: shaped text, photographs, documents; and how they look at the PDF."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import uharfbuzz as hb
from PIL import Image

from digest_studio.base.colour import BLACK, Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document, Page
from digest_studio.display.items import FontRef, GlyphRun, ImageRef, Item, PlacedImage, TextLine
from digest_studio.paint.pdf.writer import write

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SERIF, BOLD, MATHS = "SourceSerif4-Regular", "SourceSerif4-Bold", "NotoSansMath-Regular"
WIDTH, HEIGHT, BLEED = 595.0, 842.0, 8.5
PHOTO_BOX = Rect(100, 100, 160, 120)
RED = Colour((0, 1, 1, 0), (1.0, 0.0, 0.0))


@cache
def font(name: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / f"{name}.ttf"))))


def run(
    text: str, size: float = 10, name: str = SERIF, *, features: dict[str, bool] | None = None, tracking: float = 0,
    scale: float = 1, colour: Colour = BLACK, rise: Sequence[float] = (),
) -> GlyphRun:  # fmt: skip
    """`text` shaped, each glyph with the text of its cluster."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font(name), buffer, features or {})
    infos, per_unit = buffer.glyph_infos, size * scale / font(name).face.upem
    starts = [info.cluster for info in infos] + [len(text)]
    pen, xs, texts = 0.0, [], []
    for i, position in enumerate(buffer.glyph_positions):
        xs.append(pen + position.x_offset * per_unit)
        texts.append(text[starts[i] : starts[i + 1]])
        pen += position.x_advance * per_unit + tracking
    return GlyphRun(
        FontRef(name, str(FONTS / f"{name}.ttf")), size, tuple(info.codepoint for info in infos), tuple(xs), tuple(texts),
        colour, advance=pen, scale=scale, ys=tuple(rise),
    )  # fmt: skip


def line(text: str, x: float = 50, y: float = 100, size: float = 10, name: str = SERIF) -> TextLine:
    return TextLine(x, y, (run(text, size, name),))


def page(*items: Item, number: int = 1, label: str | None = None) -> Page:
    return Page(number, str(number), label or str(number), number % 2 == 1, WIDTH, HEIGHT, BLEED, items)


def document(*pages: Page | Item, title: str = "Digest", **more: object) -> Document:
    """A document of pages, or of one page with items."""
    made = tuple(p for p in pages if isinstance(p, Page))
    loose = tuple(item for item in pages if not isinstance(item, Page))
    return Document(made or (page(*loose),), title, "en", **more)  # type: ignore[arg-type]


def written(made: Document, folder: Path) -> Path:
    """The PDF of `made`, written without problems."""
    target = folder / "out.pdf"
    assert write(made, target) == ()
    return target


def photo(path: Path, size: tuple[int, int] = (64, 48), colours: Image.Image | None = None, **options: object) -> Path:
    """A photograph whose left half is red and right half blue, saved as its suffix says."""
    picture = colours or two_halves(size)
    picture.save(path, **options)
    return path


def two_halves(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", size, (220, 30, 30))
    picture.paste((30, 30, 220), (size[0] // 2, 0, *size))
    return picture.convert(mode)


def placed(path: Path, box: Rect = PHOTO_BOX, **more: object) -> PlacedImage:
    with Image.open(path) as picture:
        width, height = picture.size
    return PlacedImage(ImageRef(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), width, height), box, **more)  # type: ignore[arg-type]


def text_of(pdf: Path, index: int = 0) -> str:
    """The page's text as PDFium finds it."""
    with pypdfium2.PdfDocument(pdf) as opened:
        text = opened[index].get_textpage()
        found = text.get_text_bounded()
        text.close()
    return found.replace("\r\n", "\n")


def pixels(pdf: Path, index: int = 0, scale: float = 1) -> Image.Image:
    """The page with its bleed, one pixel a point."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return opened[index].render(scale=scale).to_pil().convert("RGB")


def colour_at(picture: Image.Image, x: float, y: float) -> str:
    """What colour a point of the page (from the trim's corner) has: red, blue, green, black, white or other."""
    red, green, blue = picture.getpixel((round(x + BLEED), round(y + BLEED)))  # type: ignore[misc]
    names = {(1, 0, 0): "red", (0, 0, 1): "blue", (0, 1, 0): "green", (0, 0, 0): "black", (1, 1, 1): "white"}
    return names.get((red // 128, green // 128, blue // 128), "other")


def jpeg_bytes(**options: object) -> bytes:
    output = io.BytesIO()
    two_halves().save(output, "JPEG", **options)
    return output.getvalue()
