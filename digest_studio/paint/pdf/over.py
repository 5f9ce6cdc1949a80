"""What a proof carries over its pages: its name in a strip under the bleed, and a stamp from corner to corner.

Both are painted as outlines, each in one form that all pages share: nobody finds them among the page's words, and they cost
as much for a page as for a thousand. Marked as artifacts: `Footer` and `Watermark` (ISO 32000-1, table 330).
"""

from __future__ import annotations

from math import atan2, cos, hypot, sin

import uharfbuzz as hb

from digest_studio.base.colour import Colour
from digest_studio.base.values import dataclass
from digest_studio.display.document import Page
from digest_studio.display.items import GlyphRun
from digest_studio.paint.pdf.edition import ColourSpace, Edition, Sheet, bleed_sheet
from digest_studio.paint.pdf.objects import Stream, deflated, number, numbers
from digest_studio.paint.pdf.transform import Matrix, compose

NAME, STAMP = "Footer", "Watermark"
"""What kind of artifact it is."""

STRIP = 12.0
"""Points under the bleed that hold the name."""

_DARK = Colour((0.0, 0.0, 0.0, 0.65), (0.35, 0.35, 0.35), "dark grey")
_GREY = Colour((0.0, 0.0, 0.0, 0.45), (0.55, 0.55, 0.55), "grey")
"""Seen on white and on black."""

_BASELINE = 8.0  # points from the bleed down to the name's baseline
_STAMP_OPACITY = 0.33
_STAMP_LENGTH = 0.7  # of the page's diagonal
_STAMP_SIZE = 0.3  # of the page's width, at most
_MIDDLE = 0.35  # ems from the baseline to the middle of capitals


@dataclass(frozen=True, slots=True)
class Over:
    """A set line that is painted over every page, after all else: what kind of artifact, the line's runs, how much it covers.

    It is painted in one colour, whatever colours the runs have.
    """

    kind: str
    runs: tuple[GlyphRun, ...]
    opacity: float = 1.0

    @property
    def colour(self) -> Colour:
        return _DARK if self.kind == NAME else _GREY

    @property
    def width(self) -> float:
        return max(run.x + run.advance for run in self.runs)

    def place(self, page: Page) -> Matrix:
        """From the line's origin to the page's trim, whose top left corner is (0, 0); y upwards on both sides."""
        if self.kind == NAME:
            scale = min(1.0, page.width / self.width)
            return (scale, 0.0, 0.0, scale, 0.0, -page.height - page.bleed - _BASELINE)
        size = max(run.size for run in self.runs)
        scale = min(_STAMP_LENGTH * hypot(page.width, page.height) / self.width, _STAMP_SIZE * page.width / size)
        angle = atan2(page.height, page.width)
        across, up = scale * cos(angle), scale * sin(angle)
        turned: Matrix = (across, up, -up, across, page.width / 2, -page.height / 2)
        return compose((1.0, 0.0, 0.0, 1.0, -self.width / 2, -_MIDDLE * size), turned)


def named_sheet(page: Page) -> Sheet:
    """A sheet just as large as the page with its bleed, and a strip below for the proof's name."""
    plain = bleed_sheet(page)
    left, _, right, top = plain.media
    bleed, trim = ((a, b + STRIP, c, d + STRIP) for a, b, c, d in (plain.bleed, plain.trim))
    return Sheet((left, 0.0, right, top + STRIP), bleed, trim, (plain.origin[0], plain.origin[1] + STRIP))


def over(edition: Edition, name: tuple[GlyphRun, ...] = (), stamp: tuple[GlyphRun, ...] = ()) -> Edition:
    """The edition with the set lines `name` and `stamp` over its pages."""
    from dataclasses import replace

    lines = (*((Over(STAMP, stamp, _STAMP_OPACITY),) if stamp else ()), *((Over(NAME, name),) if name else ()))
    return replace(edition, over=lines, sheet=named_sheet if name else edition.sheet)


def form(line: Over, colours: ColourSpace) -> Stream:
    """The line's outlines as a form, one unit a point, its origin at the baseline's beginning.

    It is a group: where glyphs lie on each other, they cover no more.
    """
    size = max(run.size for run in line.runs)
    parts = [colours.fill(line.colour)]
    for run in line.runs:
        parts += _outlines(run)
    box = numbers((-size, -size, line.width + size, 2 * size))
    group = b"/Group<</S/Transparency/CS%b>>" % colours.blend_space
    entries = b"/Type/XObject/Subtype/Form/Resources<<>>/BBox[%b]%b" % (box, group)
    return deflated("\n".join(parts).encode("ascii"), entries)


def _outlines(run: GlyphRun) -> list[str]:
    """Code that fills the glyphs of a run, in the font's own units."""
    face = hb.Face(hb.Blob.from_file_path(run.font.path), run.font.face)
    pen = _Pen(hb.Font(face))
    unit = run.size / face.upem
    parts = ["q", f"{unit * run.scale:.7f} 0 0 {unit:.7f} {number(run.x)} 0 cm"]
    here = level = 0
    for n, (glyph, x) in enumerate(zip(run.glyphs, run.xs, strict=True)):
        raised = round(run.ys[n] / unit) if run.ys else 0
        there = round(x / (unit * run.scale))
        outline = pen.outline(glyph)
        if outline:
            parts.append(f"1 0 0 1 {there - here} {raised - level} cm\n{outline}f")
            here, level = there, raised
    return [*parts, "Q"]


class _Pen:
    """Writes a font's glyphs as paths, each once."""

    def __init__(self, font: hb.Font) -> None:
        self._font = font
        self._known: dict[int, str] = {}
        self._parts: list[str] = []
        write = self._parts.append
        self._draw = hb.DrawFuncs()
        self._draw.set_move_to_func(lambda x, y, _: write(f"{x:g} {y:g} m\n"))
        self._draw.set_line_to_func(lambda x, y, _: write(f"{x:g} {y:g} l\n"))
        self._draw.set_cubic_to_func(lambda a, b, c, d, x, y, _: write(f"{a:g} {b:g} {c:g} {d:g} {x:g} {y:g} c\n"))
        self._draw.set_close_path_func(lambda _: write("h\n"))

    def outline(self, glyph: int) -> str:
        known = self._known.get(glyph)
        if known is None:
            self._parts.clear()
            self._font.draw_glyph(glyph, self._draw, None)
            known = self._known[glyph] = "".join(self._parts)
        return known
