"""Sheets of paper filled from the top: text in a few styles, pictures, rules; a new sheet where the room ends."""

from __future__ import annotations

from typing import NamedTuple

from digest_studio.app.resources import own_resources, resources
from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.items import ARTIFACT, Close, CurveTo, Item, Move, Shape, Tag, TextLine, rule
from digest_studio.text.engine import Typesetter
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.hyphenate import Hyphenator
from digest_studio.text.styles import CharStyle, Measure, Paragraph, ParagraphStyle, Run

WIDTH, HEIGHT = 595.276, 841.89
LEFT, RIGHT, TOP, BOTTOM = 48.0, WIDTH - 48.0, 56.0, HEIGHT - 62.0
FOOT = HEIGHT - 36.0

INK = Colour((0, 0, 0, 1), (0.10, 0.11, 0.12), "ink")
QUIET = Colour((0, 0, 0, 0.6), (0.42, 0.44, 0.46), "quiet")
LINE = Colour((0, 0, 0, 0.2), (0.80, 0.81, 0.82), "line")
PAPER = Colour((0, 0, 0, 0), (1, 1, 1), "paper")


class Style(NamedTuple):
    font: str
    size: float
    leading: float
    colour: Colour = INK
    tag: str = "P"


TITLE = Style("SourceSerif4Display-Semibold", 30, 34, tag="H1")
VERDICT = Style("SourceSans3-Semibold", 13, 17)
HEAD = Style("SourceSans3-Semibold", 11.5, 15, tag="H2")
SAID = Style("SourceSans3-Semibold", 9.5, 12)
PLAIN = Style("SourceSans3-Regular", 9.5, 12)
SMALL = Style("SourceSans3-Regular", 8.5, 11, QUIET)
BADGE = Style("SourceSans3-Bold", 7, 7, PAPER)


class Setter:
    """Sets lines of text; what it has set it remembers."""

    def __init__(self, language: str) -> None:
        library = FontLibrary(resources() / "fonts", own=own_resources() / "fonts")
        self._setter = Typesetter(library, Hyphenator(resources() / "hyphenation", {}))
        self._language = language

    def lines(self, text: str, style: Style, width: float) -> tuple[TextLine, ...]:
        """The lines of `text` in `width` points, the first one's baseline at (0, 0)."""
        shown = CharStyle((style.font,), style.size, style.colour, features=("lnum", "tnum"))
        paragraph = Paragraph((Run(text, shown),), ParagraphStyle(style.leading), self._language)
        found = self._setter.set(paragraph, Measure(width)).lines
        tag = Tag(style.tag, str(id(paragraph)))
        return tuple(TextLine(0.0, number * style.leading, line.runs, tag) for number, line in enumerate(found))


class Sheets:
    """The report's sheets in the making; `y` is where the next thing begins."""

    def __init__(self, setter: Setter, foot: str) -> None:
        self.setter = setter
        self._foot = foot
        self._done: list[tuple[Item, ...]] = []
        self._items: list[Item] = []
        self.y = TOP

    @property
    def room(self) -> float:
        return BOTTOM - self.y

    def turn(self) -> None:
        """Go on at the top of a new sheet."""
        self._done.append(tuple(self._items))
        self._items = []
        self.y = TOP

    def put(self, *items: Item) -> None:
        self._items += items

    def text(self, text: str, style: Style, x: float = LEFT, width: float = RIGHT - LEFT) -> float:
        """Set `text` from the current place down; how high it is. The place stays where it is."""
        lines = self.setter.lines(text, style, width)
        baseline = self.y + 0.78 * style.size + (style.leading - style.size) / 2
        self.put(*(line._replace(x=x, y=baseline + line.y) for line in lines))
        return len(lines) * style.leading

    def height(self, text: str, style: Style, width: float) -> float:
        return len(self.setter.lines(text, style, width)) * style.leading

    def rule(self, colour: Colour = LINE, thick: float = 0.5) -> None:
        self.put(rule(LEFT, self.y, RIGHT, self.y, thick, colour))

    def badge(self, text: str, centre: tuple[float, float], colour: Colour) -> None:
        """A number on a disc."""
        x, y = centre
        self.put(disc(x, y, 5.6, colour))
        lines = self.setter.lines(text, BADGE, 40.0)
        for line in lines[:1]:
            width = sum(run.advance for run in line.runs)
            self.put(line._replace(x=x - width / 2, y=y + 0.34 * BADGE.size, tag=ARTIFACT))

    def pages(self) -> tuple[Page, ...]:
        """The sheets, numbered at their feet."""
        sheets = [*self._done, tuple(self._items)]
        made = []
        for number, items in enumerate(sheets, 1):
            said = self.setter.lines(self._foot, SMALL, RIGHT - LEFT - 60)
            count = self.setter.lines(f"{number} / {len(sheets)}", SMALL, 60)
            width = sum(run.advance for run in count[0].runs)
            foot = (said[0]._replace(x=LEFT, y=FOOT, tag=ARTIFACT), count[0]._replace(x=RIGHT - width, y=FOOT, tag=ARTIFACT))
            made.append(Page(number, str(number), str(number), True, WIDTH, HEIGHT, 0.0, (*items, *foot)))
        return tuple(made)


def disc(x: float, y: float, radius: float, colour: Colour) -> Shape:
    k = 0.5523 * radius
    return Shape(
        (
            Move(x + radius, y), CurveTo(x + radius, y + k, x + k, y + radius, x, y + radius),
            CurveTo(x - k, y + radius, x - radius, y + k, x - radius, y),
            CurveTo(x - radius, y - k, x - k, y - radius, x, y - radius),
            CurveTo(x + k, y - radius, x + radius, y - k, x + radius, y), Close(),
        ),
        fill=colour,
    )  # fmt: skip


def framed(box: Rect, colour: Colour, thick: float) -> Shape:
    """The outline of `box`."""
    from digest_studio.display.items import rectangle

    return rectangle(box)._replace(stroke=colour, line_width=thick)
