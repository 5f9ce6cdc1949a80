"""What is to be set: runs of text in a character style, a paragraph's rules, a measure. All values; nothing is shaped yet."""

from __future__ import annotations

from typing import Literal, NamedTuple

from digest_studio.base.colour import BLACK, Colour
from digest_studio.base.diagnostics import Source
from digest_studio.base.values import dataclass

Align = Literal["justify", "start", "end", "centre"]
START_OF_LINES = -1


class CharStyle(NamedTuple):
    """How characters look. `fonts` are names in the font library, the wished one first; the library's fallbacks follow.

    `features` are OpenType tags ("onum", "smcp", "-liga"); `tracking` is in thousandths of an em; `rise` in points.
    """

    fonts: tuple[str, ...]
    size: float
    colour: Colour = BLACK
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    rise: float = 0.0


class Run(NamedTuple):
    """Text in one style. "\\n" is a forced line break. `link` is a URL or an anchor's name ("article:…")."""

    text: str
    style: CharStyle
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Hyphens:
    """When words may be divided: letters a word needs, letters before and after the hyphen, hyphens in a row at most."""

    min_word: int = 5
    before: int = 2
    after: int = 3
    ladder: int = 2


@dataclass(frozen=True, slots=True)
class Justify:
    """How far a justified line may give. Word spaces as fractions of the font's own; the rest per letter.

    `space_*`: comfortable word spaces; `tracking`: ± fraction of an em between letters; `width`: ± glyph scaling.
    """

    space_min: float = 0.80
    space_max: float = 1.33
    tracking: float = 0.01
    width: float = 0.02


class ParagraphStyle(NamedTuple):
    """The rules of a paragraph. Lengths in points. `indent` is the first line's; `hyphens` None forbids division.

    `balance` makes lines of even length (titles) and forbids breaks after articles and prepositions; `optical` hangs
    punctuation outside the measure.
    """

    leading: float
    align: Align = "start"
    indent: float = 0.0
    hyphens: Hyphens | None = None
    justify: Justify = Justify()
    optical: bool = True
    balance: bool = False


class Paragraph(NamedTuple):
    """One paragraph to be set. `source` says where its text was written, for diagnostics."""

    runs: tuple[Run, ...]
    style: ParagraphStyle
    language: str
    source: Source | None = None


class Measure(NamedTuple):
    """The width of lines. `first` gives (offset, width) of the first lines (beside a drop cap); `width` all others."""

    width: float
    first: tuple[tuple[float, float], ...] = ()
