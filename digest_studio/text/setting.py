"""What came out of setting: lines with their glyph runs, and how well they are set."""

from __future__ import annotations

from typing import NamedTuple

from digest_studio.base.diagnostics import Source
from digest_studio.display.items import GlyphRun


class LinkSpan(NamedTuple):
    """The part of a line that belongs to a link: x from `start` to `end` in points from the line's origin."""

    start: float
    end: float
    target: str


class Line(NamedTuple):
    """A set line. Runs start at the measure's left edge (hanging punctuation may lie left of 0 or right of the width).

    `width` is the set width without hanging parts; `word_space` the justified space's width in em (0: no space);
    `hyphenated` says that the breaker divided a word at its end; `overfull` the points by which it is too long.
    """

    runs: tuple[GlyphRun, ...]
    width: float
    hyphenated: bool = False
    word_space: float = 0.0
    overfull: float = 0.0
    links: tuple[LinkSpan, ...] = ()


class MissingGlyph(NamedTuple):
    """A character that no font of the library has."""

    character: str
    source: Source | None


class Setting(NamedTuple):
    """A paragraph set to a measure. `demerits` compares settings of the same paragraph and measure (less is better)."""

    lines: tuple[Line, ...]
    demerits: float


class Request(NamedTuple):
    """What layout asks of a paragraph beside its natural setting.

    `looseness`: so many lines more (+) or fewer (-) than the optimum, if that is possible within the tolerances;
    `unhyphenated`: line numbers (from 0) that must not end in a hyphen.
    """

    looseness: int = 0
    unhyphenated: frozenset[int] = frozenset()
