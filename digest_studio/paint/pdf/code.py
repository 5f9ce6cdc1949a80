"""Page code: graphics and text operators, saying only what changes (ISO 32000-1, chapters 8 and 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from digest_studio.display.items import Close, CurveTo, GlyphRun, LineTo, Move, Segment
from digest_studio.paint.pdf.fonts import GlyphFont
from digest_studio.paint.pdf.objects import number, text_string
from digest_studio.paint.pdf.transform import Matrix

OVERPRINT, KNOCK_OUT = "GsOver", "GsKnock"
"""The names of the graphics states with overprinting on and off."""


@dataclass(slots=True)
class _State:
    """What the graphics state holds of what we set; "" is not known."""

    fill: str = ""
    stroke: str = ""
    width: str = ""
    font: str = ""
    overprint: bool = False


class PageCode:
    """The code of one page (or form) in the making. Coordinates are the PDF's: y grows upwards."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._state = _State()
        self._saved: list[_State] = []

    def data(self) -> bytes:
        return "\n".join(self._parts).encode("ascii")

    def save(self) -> None:
        self._parts.append("q")
        self._saved.append(replace(self._state))

    def restore(self) -> None:
        self._parts.append("Q")
        self._state = self._saved.pop()

    def transform(self, matrix: Matrix) -> None:
        self._parts.append(" ".join(map(_fine, matrix)) + " cm")

    def clip(self, left: float, bottom: float, width: float, height: float) -> None:
        box = " ".join(map(number, (left, bottom, width, height)))
        self._parts.append(f"{box} re W n")

    def external_state(self, resource: str) -> None:
        self._parts.append(f"/{resource} gs")

    def overprint(self, on: bool) -> None:
        if on != self._state.overprint:
            self._state.overprint = on
            self.external_state(OVERPRINT if on else KNOCK_OUT)

    def start_afresh(self) -> None:
        """The values that a page of its own begins with (8.4.1), for what would otherwise inherit ours."""
        self._parts.append("0 g 0 G 1 w 0 J 0 j 10 M [] 0 d")
        self._state = _State(fill="0 g", stroke="0 G", width="1 w", overprint=self._state.overprint)

    def paint_object(self, resource: str) -> None:
        self._parts.append(f"/{resource} Do")

    def begin_artifact(self, kind: str) -> None:
        """What follows is no part of the text (14.8.2.2)."""
        self._parts.append(f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC")

    def end_artifact(self) -> None:
        self._parts.append("EMC")

    def fill_colour(self, operator: str) -> None:
        if operator != self._state.fill:
            self._state.fill = operator
            self._parts.append(operator)

    def stroke_colour(self, operator: str) -> None:
        if operator != self._state.stroke:
            self._state.stroke = operator
            self._parts.append(operator)

    def line_width(self, width: float) -> None:
        operator = f"{number(width)} w"
        if operator != self._state.width:
            self._state.width = operator
            self._parts.append(operator)

    def path(self, segments: tuple[Segment, ...], origin: tuple[float, float], paint: str) -> None:
        """A path whose y grows downwards from `origin`, painted by the operator `paint`."""
        ox, oy = origin
        parts = self._parts
        for segment in segments:
            match segment:
                case Move(x, y):
                    parts.append(f"{number(ox + x)} {number(oy - y)} m")
                case LineTo(x, y):
                    parts.append(f"{number(ox + x)} {number(oy - y)} l")
                case CurveTo(x1, y1, x2, y2, x, y):
                    points = (ox + x1, oy - y1, ox + x2, oy - y2, ox + x, oy - y)
                    parts.append(" ".join(map(number, points)) + " c")
                case Close():
                    parts.append("h")
        parts.append(paint)

    def begin_text(self) -> None:
        self._parts.append("BT")

    def end_text(self) -> None:
        self._parts.append("ET")

    def glyphs(self, font: GlyphFont, run: GlyphRun, x: float, y: float) -> None:
        """The glyphs of `run` from the point (x, y), between `begin_text` and `end_text`.

        No code can stand for no text at all (readers then show the code), so clusters of several glyphs have theirs stated.
        """
        operator = f"/{font.resource} {number(run.size)} Tf"
        if operator != self._state.font:
            self._state.font = operator
            self._parts.append(operator)
        if font.exact and "" not in run.text:
            self._levels(font, run, (0, len(run.glyphs)), (x, y))
            return
        for start, end, says_itself in _stretches(font, run):
            if says_itself:
                self._levels(font, run, (start, end), (x, y))
            else:
                actual = text_string(run.text[start]).decode("ascii")
                self._parts.append(f"/Span<</ActualText{actual}>>BDC")
                self._levels(font, run, (start, end), (x, y))
                self._parts.append("EMC")

    def _levels(self, font: GlyphFont, run: GlyphRun, part: tuple[int, int], origin: tuple[float, float]) -> None:
        """Glyphs `part` of `run`, each stretch of one level by itself."""
        x, y = origin
        if not any(run.ys):
            self._show(font, run, part, origin)
            return
        start = part[0]
        for end in range(start + 1, part[1] + 1):
            if end == part[1] or run.ys[end] != run.ys[start]:
                self._show(font, run, (start, end), (x, y + run.ys[start]))
                start = end

    def _show(self, font: GlyphFont, run: GlyphRun, part: tuple[int, int], origin: tuple[float, float]) -> None:
        """Glyphs `part` of `run`, which stand on one level.

        Positions are given by the font's advances and, where those do not lead there, by adjustments in thousandths of
        the size. Each glyph is off by half of a thousandth at most: the whole way is rounded, not every step.
        """
        start, end = part
        per_unit = 1000 / (run.size * run.scale)
        x0 = run.xs[start]
        entries = [font[pair] for pair in zip(run.glyphs[start:end], run.text[start:end], strict=True)]
        natural = accumulate([advance for _, advance in entries], initial=x0 * per_unit)
        ways = [round(pen - x * per_unit) for x, pen in zip(run.xs[start:end], natural, strict=False)]
        shown = "".join([
            code if way == before else f">{way - before}<{code}"
            for (code, _), way, before in zip(entries, ways, [0, *ways], strict=False)
        ])
        x, y = origin
        self._parts.append(f"{_fine(run.scale)} 0 0 1 {number(x + x0)} {number(y)} Tm[<{shown}>]TJ")


def _stretches(font: GlyphFont, run: GlyphRun) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each cluster whose codes do not say its text, and of the stretches between, whose codes do."""
    text = run.text
    start = end = 0
    while end < len(text):
        first, end = end, end + 1
        while end < len(text) and not text[end]:
            end += 1
        if end - first > 1 or not font.says(run.glyphs[first], text[first]):
            if start < first:
                yield start, first, True
            yield first, end, False
            start = end
    if start < end:
        yield start, end, True


def _fine(value: float) -> str:
    """A matrix's number: finer than a coordinate, since it is multiplied."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
