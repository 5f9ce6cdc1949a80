"""A page on which every kind of display item stands: text of all sizes, shapes, photographs, foreign pages, groups."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw

from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document
from digest_studio.display.items import (
    Close,
    CurveTo,
    Group,
    Item,
    LineTo,
    Move,
    PlacedImage,
    PlacedPdf,
    Shape,
    TextLine,
    rectangle,
    rule,
)  # fmt: skip
from tests.paint.material import BLEED, BOLD, WIDTH, document, line, placed, run

TEAL = Colour((0.8, 0.2, 0.4, 0.3), (0.05, 0.35, 0.42))
OCHRE = Colour((0.1, 0.35, 0.9, 0), (0.85, 0.62, 0.1))
WORDS = "Captains file affidavits off the coast; five waffles, a fjord and thirty-two kilometres of quiet water. "


def document_in(folder: Path) -> Document:
    """The document of one page; its pictures are written to `folder`."""
    return document(*background(), *text(), *shapes(), *pictures(folder), *foreign_pages(folder), *groups(folder))


def background() -> list[Item]:
    return [rectangle(Rect(-BLEED, -BLEED, WIDTH + 2 * BLEED, 90), TEAL)]


def text() -> list[Item]:
    """A headline too large for glyph caches, lines set wider and narrower, raised figures, two colours in a line."""
    headline = run("Sea & fjord", 54, BOLD)._replace(colour=OCHRE)
    lines = [TextLine(40, 66, (headline,))]
    for n, scale in enumerate((1, 1.0154, 0.9869, 1.02, 0.98, 1, 1.0033)):
        lines.append(TextLine(40, 120.3 + 12.37 * n, (run(WORDS, 9.5, scale=scale),)))
    raised = run("Note 12", 9.5, rise=(0, 0, 0, 0, 0, 3.4, 3.4))
    lines.append(TextLine(40, 210, (raised, run("in ochre", 9.5, BOLD, colour=OCHRE)._replace(x=60))))
    return [*lines, line("FOLIO 17 · tiny type", 40, 222, 5.5)]


def shapes() -> list[Item]:
    """Rules thick and thin, a mitred corner, a ring, curves, what is transparent over something else."""
    mitre = (Move(40, 280), LineTo(70, 240), LineTo(100, 280))
    ring = (*circle(150, 260, 24), *reversed_circle(150, 260, 12))
    return [
        rule(40, 230, 250, 230, 0.25, TEAL), rule(40, 233, 250, 233, 2, TEAL),
        Shape(mitre, stroke=TEAL, line_width=6), Shape(ring, fill=OCHRE, stroke=TEAL, line_width=1),
        rectangle(Rect(120, 240, 100, 20), TEAL, opacity=0.4),
    ]  # fmt: skip


def pictures(folder: Path) -> list[Item]:
    """A photograph whole, and a part of it."""
    path = detailed_photo(folder / "harbour.jpg", quality=92)
    return [
        placed(path, Rect(300, 232.3, 120.7, 90.2)),
        placed(path, Rect(430, 232.3, 90, 90.2), crop=(0.25, 0.1, 0.75, 0.768)),
        bleeding_photo(path),
    ]  # fmt: skip


def bleeding_photo(path: Path) -> PlacedImage:
    return placed(path, Rect(540, 232.3, WIDTH - 540 + BLEED, 120), crop=(0.4, 0, 0.8, 0.9))


def foreign_pages(folder: Path) -> list[Item]:
    """An advertisement turned by its file, with bleed, its MediaBox away from the origin; and a part of it, larger."""
    path = advertisement(folder / "ad.pdf")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    whole, part = Rect(40, 300, 150, 100), Rect(210, 340, 300, 200)
    return [
        PlacedPdf(str(path), digest, 1, whole, whole.expanded(6)),
        PlacedPdf(str(path), digest, 1, part, Rect(260, 350, 110, 70)),
    ]  # fmt: skip


def groups(folder: Path) -> list[Item]:
    """Groups shifted, turned each way, cut, and within each other."""
    path = detailed_photo(folder / "quay.png")
    inside: tuple[Item, ...] = (
        rectangle(Rect(-5, -10, 90, 44), OCHRE, opacity=0.5),
        line("turned about here", 0, 0, 9),
        placed(path, Rect(0, 5, 36.3, 25.1), crop=(0, 0, 0.5, 0.5)),
    )
    turned = [Group(inside, 100 + 110 * n, 500, turn) for n, turn in enumerate((0, 90, 180, 270))]
    cut = Group((*inside, line("cut off", 40, 20, 30)), 60, 620, clip=Rect(-2, -8, 78, 28))
    nested = Group((Group((Group(inside, 0, 30, 90),), 20, -40, 270), *inside), 260, 640, clip=Rect(-40, -60, 200, 200))
    return [*turned, cut, nested]


def circle(x: float, y: float, r: float) -> tuple[Move | CurveTo | Close, ...]:
    """A circle of four Béziers, clockwise."""
    k = 0.5523 * r
    return (
        Move(x + r, y), CurveTo(x + r, y + k, x + k, y + r, x, y + r), CurveTo(x - k, y + r, x - r, y + k, x - r, y),
        CurveTo(x - r, y - k, x - k, y - r, x, y - r), CurveTo(x + k, y - r, x + r, y - k, x + r, y), Close(),
    )  # fmt: skip


def reversed_circle(x: float, y: float, r: float) -> tuple[Move | CurveTo | Close, ...]:
    k = 0.5523 * r
    return (
        Move(x + r, y), CurveTo(x + r, y - k, x + k, y - r, x, y - r), CurveTo(x - k, y - r, x - r, y - k, x - r, y),
        CurveTo(x - r, y + k, x - k, y + r, x, y + r), CurveTo(x + k, y + r, x + r, y + k, x + r, y), Close(),
    )  # fmt: skip


def detailed(size: tuple[int, int] = (480, 360)) -> Image.Image:
    """A picture with edges and colours everywhere: windows lit in a dark town, a bright sky."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for n in range(0, size[0], 24):
        for m in range(size[1] // 3, size[1], 24):
            draw.rectangle((n, m, n + 22, m + 22), fill=((n * 7) % 200, (m * 5) % 160, (n + m) % 220))
            draw.rectangle((n + 6, m + 6, n + 14, m + 16), fill=(250, 230, 150))
    return picture


def detailed_photo(path: Path, **options: object) -> Path:
    detailed().save(path, **options)
    return path


def advertisement(path: Path, rotate: int = 90) -> Path:
    """A page of 120 by 170 points whose trim is 100 by 150, turned when shown, with coloured corners and type."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    content = (
        b"0.9 0.95 1 rg 50 50 120 170 re f 1 0 0 rg 50 50 30 30 re f 0 0.6 0 rg 140 190 30 30 re f 0 0 0.8 RG 3 w"
        b" 65 65 90 140 re S 0 g BT /F 20 Tf 66 120 Td (Regatta) Tj ET"
    )
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page, MediaBox=[50, 50, 170, 220], TrimBox=[60, 60, 160, 210], CropBox=[60, 60, 160, 210],
        Rotate=rotate, Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)), Contents=pdf.make_stream(content),
    )  # fmt: skip
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    pdf.save(path, static_id=True)
    return path
