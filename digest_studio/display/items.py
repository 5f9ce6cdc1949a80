"""The items on a page. Units are points; x from the trim's left, y downwards from the trim's top; all frozen."""

from __future__ import annotations

from typing import NamedTuple

from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect


class FontRef(NamedTuple):
    """A font file: its name (unique, as in the theme), where it lies, and which face of a collection it is."""

    name: str
    path: str
    face: int = 0


class Tag(NamedTuple):
    """The structure role of an item: `P`, `H1`…`H3`, `L`, `LI`, `Caption`, `Figure`, `BlockQuote`, `TOCI`, … or `Artifact`.

    `element` tells elements of the same role apart (one paragraph over two columns is one element); `alt` is for figures.
    """

    role: str
    element: str = ""
    language: str = ""
    alt: str = ""


ARTIFACT = Tag("Artifact")


class GlyphRun(NamedTuple):
    """Glyphs of one font at one size and colour, in visual order, on a baseline.

    `x` is the run's origin from its line's origin; `xs[i]` the i-th glyph's origin from `x`, final (tracking, kerning,
    justification and `scale` are in it); `ys` raises glyphs above the baseline (empty: all zero). `text[i]` is what
    glyph i stands for ("ffi" for a ligature, "" for a later glyph of a cluster, U+00AD for a hyphen of the breaker's).
    `scale` is the glyphs' horizontal scaling, 1 being natural. `advance` is the run's whole width.
    """

    font: FontRef
    size: float
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    text: tuple[str, ...]
    colour: Colour
    x: float = 0.0
    advance: float = 0.0
    scale: float = 1.0
    ys: tuple[float, ...] = ()
    language: str = ""


class TextLine(NamedTuple):
    """One set line: its runs from left to right, on the baseline (x, y)."""

    x: float
    y: float
    runs: tuple[GlyphRun, ...]
    tag: Tag = ARTIFACT


class ImageRef(NamedTuple):
    """An image file: absolute path, digest of its content (hex), pixel size as shown (Exif orientation applied)."""

    path: str
    digest: str
    width: int
    height: int


class PlacedImage(NamedTuple):
    """The part `crop` of an image (x0, y0, x1, y1 as fractions of the shown picture) filling `box`."""

    image: ImageRef
    box: Rect
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    tag: Tag = ARTIFACT


class PlacedPdf(NamedTuple):
    """A page of a PDF, kept as vectors. `trim` is where its TrimBox lands; what lies outside `clip` is cut. `convert`: for the
    press, colours of the screen become inks."""

    path: str
    digest: str
    page: int
    trim: Rect
    clip: Rect
    tag: Tag = ARTIFACT
    convert: bool = False


class Move(NamedTuple):
    x: float
    y: float


class LineTo(NamedTuple):
    x: float
    y: float


class CurveTo(NamedTuple):
    """A cubic Bézier segment."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(NamedTuple):
    pass


Segment = Move | LineTo | CurveTo | Close


class Shape(NamedTuple):
    """A filled (nonzero winding) and/or stroked path."""

    path: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    line_width: float = 0.0
    opacity: float = 1.0
    tag: Tag = ARTIFACT


class Link(NamedTuple):
    """A region that leads to `target`: an anchor's name ("article:road-map") or a URL (`external`)."""

    box: Rect
    target: str
    external: bool = False
    contents: str = ""


class Anchor(NamedTuple):
    """A place that links, bookmarks and the contents can name."""

    name: str
    x: float
    y: float


class Frame(NamedTuple):
    """Not painted in print: a named region for overlays, hit tests and `plan --json` ("article:road-map", "photo:2", …)."""

    name: str
    box: Rect


class Group(NamedTuple):
    """Items shifted by (dx, dy), then turned by `turn` degrees counter-clockwise (0, 90, 180, 270) about (dx, dy).

    A shared group is what lets an article move to another page without being set again. `page` is the number of the page whose
    items these are, where several stand on one sheet (0: the page that is painted).
    """

    items: tuple[Item, ...]
    dx: float = 0.0
    dy: float = 0.0
    turn: int = 0
    clip: Rect | None = None
    page: int = 0


Item = TextLine | PlacedImage | PlacedPdf | Shape | Link | Anchor | Frame | Group


def rectangle(box: Rect, fill: Colour | None = None, opacity: float = 1.0, tag: Tag = ARTIFACT) -> Shape:
    """A filled rectangle."""
    return Shape(
        (Move(box.x, box.y), LineTo(box.right, box.y), LineTo(box.right, box.bottom), LineTo(box.x, box.bottom), Close()),
        fill=fill, opacity=opacity, tag=tag,
    )


def rule(x0: float, y0: float, x1: float, y1: float, width: float, colour: Colour) -> Shape:
    """A stroked straight line, `width` points thick."""
    return Shape((Move(x0, y0), LineTo(x1, y1)), stroke=colour, line_width=width)
