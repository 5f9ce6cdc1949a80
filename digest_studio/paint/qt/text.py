"""Lines of text made ready for Qt: glyph runs with our positions, in points, good for every scale of the painter.

Qt's glyph cache serves a scaled painter as it serves an unscaled one (the bitmaps are equal), so a line is built once and
drawn at any zoom. Glyphs larger than the cache takes are filled as paths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont, QTransform

from digest_studio.base.colour import Colour
from digest_studio.display.items import FontRef, GlyphRun, TextLine
from digest_studio.paint.qt.kept import Kept

LARGEST_CACHED = 63.0
"""Device pixels of a glyph's size. From 64 on, drawGlyphRun paints nothing with a font that was made from a file."""

OUTLINE_SIZE = 1024
"""Pixels at which outlines are taken: FreeType rounds them to 1/64 pixel, which is then far below what can be seen."""

QUARTER_PIXEL_BIAS = 0.125
"""Device pixels. Qt floors a glyph's x to a quarter of a pixel; an eighth more makes that rounding."""

SCALE_STEPS = 200
"""Horizontal scalings are drawn in steps of 1/200, so that lines share glyph bitmaps. Positions are exact all the same."""

KEPT_LINES = 20_000
"""About 200 pages; a line takes some 2 kB."""

KEPT_FONTS = 400
_NATURAL = SCALE_STEPS

Colours = Callable[[Colour], QColor | None]
"""What a colour is painted in: its equivalent for the screen, or how much of it is on a plate; None: it is not painted at all."""

_ASCENT, _DESCENT = 1.3, 0.6
"""Of the size: how far glyphs may reach from the baseline, generously; lines that lie outside the view are left out."""


class Fonts:
    """Raw fonts of font files, one a file, size and horizontal scaling. All of one file share its data."""

    def __init__(self) -> None:
        self._files: dict[FontRef, QRawFont] = {}
        self._sized: dict[tuple[FontRef, float, int], QRawFont] = {}
        self._outlines: dict[FontRef, QRawFont] = {}
        self._paths: dict[tuple[FontRef, int], QPainterPath] = {}

    def sized(self, ref: FontRef, size: float, steps: int) -> QRawFont:
        """The font at `size` points. A scaling of its own keeps its glyph bitmaps from driving out the natural ones."""
        key = (ref, size, steps)
        font = self._sized.get(key)
        if font is None:
            if len(self._sized) >= KEPT_FONTS:
                self._sized.clear()  # lines hold the fonts that they still need
            font = self._sized[key] = self._at_size(ref, size)
        return font

    def outline(self, ref: FontRef, glyph: int) -> QPainterPath:
        """The glyph's outline at OUTLINE_SIZE, y downwards from the baseline."""
        path = self._paths.get((ref, glyph))
        if path is None:
            font = self._outlines.get(ref)
            if font is None:
                font = self._outlines[ref] = self._at_size(ref, OUTLINE_SIZE)
            path = self._paths[ref, glyph] = font.pathForGlyph(glyph)
        return path

    def _at_size(self, ref: FontRef, size: float) -> QRawFont:
        file = self._files.get(ref)
        if file is None:
            file = self._files[ref] = _load(ref)
        font = QRawFont(file)
        font.setPixelSize(size)
        return font


def _load(ref: FontRef) -> QRawFont:
    """The font of the file. Raises ValueError if Qt cannot read it."""
    font = QRawFont(_face_data(ref), 16.0, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise ValueError(f"{ref.path} is no font that can be shown")
    return font


def _face_data(ref: FontRef) -> bytes:
    """The font file; of a collection, the one font that is meant, glyph numbers kept (Qt takes the first)."""
    import uharfbuzz as hb

    blob = hb.Blob.from_file_path(ref.path)
    if ref.face == 0:
        return bytes(blob.data)
    everything = hb.SubsetInput()
    everything.keep_everything()
    return bytes(hb.subset(hb.Face(blob, ref.face), everything).blob.data)


@dataclass(slots=True)
class SetRun:
    """A run ready to be drawn. `steps` is its horizontal scaling; positions in `glyphs` are before that scaling.

    `outlines` are the glyphs as paths from the run's origin, made when they are first needed.
    """

    run: GlyphRun
    pen: QPen
    glyphs: QGlyphRun
    steps: int
    outlines: tuple[QPainterPath, ...] = ()


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to be drawn wherever it stands, and the box that it may ink, from its origin."""

    runs: tuple[SetRun, ...]
    bounds: QRectF


class Lines:
    """Draws lines, keeping what is built for them: a line that stands elsewhere, or in another article's layout of the same
    words, has the same runs. For one thread."""

    def __init__(self, limit: int = KEPT_LINES, colours: Colours | None = None, fonts: Fonts | None = None) -> None:
        self._fonts = fonts or Fonts()
        self._colours = colours or screen_colour
        self._lines: Kept[tuple[GlyphRun, ...], SetLine] = Kept(self._set, limit)
        self._pens: dict[Colour, QPen | None] = {}

    def draw(self, painter: QPainter, line: TextLine, scale: float, exposed: QRectF | None) -> None:
        """Draw `line` with a painter whose unit is a point. `scale`: device pixels a point. `exposed`: what is in view."""
        ready = self._lines.get(line.runs)
        if exposed is not None and not exposed.intersects(ready.bounds.translated(line.x, line.y)):
            return
        bias = QUARTER_PIXEL_BIAS / scale
        for part in ready.runs:
            run = part.run
            x = line.x + run.x
            if run.size * scale > LARGEST_CACHED:
                self._fill_outlines(painter, part, (x, line.y), exposed)
                continue
            painter.setPen(part.pen)
            if part.steps == _NATURAL:
                painter.drawGlyphRun(QPointF(x + bias, line.y), part.glyphs)
            else:
                stretch = part.steps / SCALE_STEPS
                painter.scale(stretch, 1.0)
                painter.drawGlyphRun(QPointF((x + bias) / stretch, line.y), part.glyphs)
                painter.scale(1.0 / stretch, 1.0)

    def prepared(self, line: TextLine) -> SetLine:
        """The line ready to be drawn, as `draw` keeps it."""
        return self._lines.get(line.runs)

    def box(self, line: TextLine) -> QRectF:
        """What a line may ink."""
        return self.prepared(line).bounds.translated(line.x, line.y)

    def _set(self, runs: tuple[GlyphRun, ...]) -> SetLine:
        pens = ((run, self._pen(run.colour)) for run in runs if run.glyphs)
        return SetLine(tuple(self._set_run(run, pen) for run, pen in pens if pen is not None), _bounds(runs))

    def _set_run(self, run: GlyphRun, pen: QPen) -> SetRun:
        steps = round(run.scale * SCALE_STEPS) or _NATURAL
        stretch = steps / SCALE_STEPS
        glyphs = QGlyphRun()
        glyphs.setRawFont(self._fonts.sized(run.font, run.size, steps))
        glyphs.setGlyphIndexes(run.glyphs)
        raised = run.ys or (0.0,) * len(run.xs)
        glyphs.setPositions([QPointF(x / stretch, -y) for x, y in zip(run.xs, raised, strict=True)])
        return SetRun(run, pen, glyphs, steps)

    def _pen(self, colour: Colour) -> QPen | None:
        if colour not in self._pens:
            shown = self._colours(colour)
            self._pens[colour] = None if shown is None else QPen(shown)
        return self._pens[colour]

    def _fill_outlines(self, painter: QPainter, part: SetRun, origin: tuple[float, float], exposed: QRectF | None) -> None:
        """Fill those outlines of the run that may be in view: when they are that large, few are."""
        part.outlines = part.outlines or tuple(self._outlines(part.run))
        x, y = origin
        size = part.run.size
        left, right = (exposed.left() - x - 2 * size, exposed.right() - x + size) if exposed is not None else (-inf, inf)
        brush = QBrush(part.pen.color())
        painter.translate(x, y)
        for outline, at in zip(part.outlines, part.run.xs, strict=True):
            if left <= at <= right:
                painter.fillPath(outline, brush)
        painter.translate(-x, -y)

    def _outlines(self, run: GlyphRun) -> Iterator[QPainterPath]:
        """The run's glyphs as paths, their origin the run's."""
        unit = run.size / OUTLINE_SIZE
        raised = run.ys or (0.0,) * len(run.xs)
        for glyph, x, y in zip(run.glyphs, run.xs, raised, strict=True):
            outline = QTransform(unit * run.scale, 0, 0, unit, x, -y).map(self._fonts.outline(run.font, glyph))
            outline.setFillRule(Qt.FillRule.WindingFill)
            yield outline


def screen_colour(colour: Colour) -> QColor:
    """The colour's equivalent for the screen."""
    return QColor.fromRgbF(*colour.rgb)


def _bounds(runs: tuple[GlyphRun, ...]) -> QRectF:
    """The box that a line's glyphs stay in, whatever they are."""
    size = max((run.size for run in runs), default=0.0)
    raised = [y for run in runs for y in run.ys]
    left = min((run.x for run in runs), default=0.0)
    right = max((run.x + max(run.advance, max(run.xs, default=0.0)) for run in runs), default=0.0)
    top = -_ASCENT * size - max(raised, default=0.0)
    bottom = _DESCENT * size - min(raised, default=0.0)
    return QRectF(left - size, top, right - left + 2 * size, bottom - top)
