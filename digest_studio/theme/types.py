"""A theme: everything a designer decides once. Read from theme.yaml (load.py); lengths in mm where a field says so.

Vertical measures of templates are grid lines (whole baselines); horizontal ones are columns of the grid, first and last,
counted from 1. Type sizes and leading are points, as everywhere in print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from digest_studio.base.colour import Colour
from digest_studio.base.geometry import mm
from digest_studio.base.values import dataclass
from digest_studio.text.styles import Align, Hyphens, Justify
from digest_studio.theme.names import ColourName, Columns, FontName, StyleName
from digest_studio.theme.special import SpecialPages
from digest_studio.theme.weights import Fitting, Planning


@dataclass(frozen=True, slots=True)
class PageFormat:
    """The trimmed page and its bleed, in mm."""

    width: float
    height: float
    bleed: float = 3.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins in mm."""

    inside: float
    outside: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of equal width with `gutter` mm between; baselines every `baseline` points.

    `hang` is the height in points from a frame's top to its first baseline: the cap height of the text, so that
    pictures align with the capitals of the line beside them.
    """

    columns: int
    gutter: float
    baseline: float
    hang: float
    row: int = 6


Face = Literal["regular", "italic", "bold", "bold-italic"]


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The font files (names in resources/fonts, without suffix) of a family's four faces."""

    regular: str
    italic: str = ""
    bold: str = ""
    bold_italic: str = ""

    def face(self, name: Face) -> str:
        """The font's name for a face; the nearest one where the family lacks it."""
        wished = {"regular": self.regular, "italic": self.italic, "bold": self.bold, "bold-italic": self.bold_italic}[name]
        return wished or self.regular


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A named type style. `size` must be on the theme's scale; `leading`, `indent`, `left` and `right` in points.

    `before` and `after` are grid lines kept free. `case` upper sets capitals; small capitals are a feature ("smcp", "c2sc").
    """

    font: FontName
    size: float
    leading: float
    face: Face = "regular"
    colour: ColourName = "ink"
    align: Align = "start"
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    hyphenate: bool = False
    balance: bool = False
    case: Literal["none", "upper"] = "none"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a photograph on an article's page.

    `at`: `top` stands over the head (over the columns where there is no head), `head` under the head, `foot` at the
    columns' foot. Slots of one edge stack in their order, each over its own `columns`. `lines` is the least and the most height;
    within it the photo's own shape decides, then the fit. `page` counts the article's pages from 1, 0 is every page after
    the slots with a number. `bleed`: `none`, `sides` (runs off the trim where it touches the type area's edge: left, right and,
    when first at the top, the top) or `page` (covers the whole page). `caption`: below the picture, or beside it in
    `caption_columns` at its foot.
    """

    columns: Columns
    lines: tuple[int, int]
    at: Literal["top", "head", "foot"] = "top"
    page: int = 1
    bleed: Literal["none", "sides", "page"] = "none"
    caption: Literal["below", "beside", "none"] = "below"
    caption_columns: Columns | None = None
    source: Literal["photo", "author"] = "photo"


@dataclass(frozen=True, slots=True)
class Head:
    """Kicker, title, standfirst and byline over `columns` on the article's page `page`.

    `titles` are type styles, the largest first: the first one in which the title takes at most `title_lines` lines is used,
    else the last. `rule` draws the accent rule over the kicker. `above`: grid lines left free over the head where it
    stands first on the page.
    """

    columns: Columns
    titles: tuple[StyleName, ...]
    title_lines: int = 3
    page: int = 1
    standfirst_columns: Columns | None = None
    rule: bool = False
    above: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """How an article of a family may be laid out; the name is `family/variant`.

    `columns` are the text columns as (first, last) of the grid. `photos` is how many photographs the slots take, least and
    most. `pages` the least and most pages (most 0: no limit). `spread`: starts on a left-hand page and its first two pages
    face each other. `starts`: on a page of its own, or after the article before it.
    """

    columns: tuple[Columns, ...]
    head: Head
    photos: tuple[int, int] = (0, 0)
    pages: tuple[int, int] = (1, 0)
    slots: tuple[Slot, ...] = ()
    body: StyleName = "body"
    drop_cap: int = 0
    spread: bool = False
    starts: Literal["page", "after"] = "page"
    items: bool = False
    end_mark: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class PressSettings:
    profile: str = "coated-fogra39"
    marks: bool = False
    preflight: str = "magazine"
    intent: Literal["relative", "perceptual"] = "relative"


@dataclass(frozen=True, slots=True)
class Theme:
    """A whole theme, checked. `special` is the design of cover, contents, dividers and furniture (special.py).

    The colour `section`, and those that a theme writes as `section` (`followers`), change from section to section where
    `section_colours` has any (`in_section`). `ad_sizes` are mm, width and height; `ad_rule` is the colour of the hairline
    over an advertisement of part of a page ("": none).
    """

    name: str
    page: PageFormat
    margins: Margins
    grid: Grid
    scale: tuple[float, ...]
    colours: Mapping[str, Colour]
    fonts: Mapping[str, FontFamily]
    styles: Mapping[str, TypeStyle]
    templates: Mapping[str, Template]
    ad_sizes: Mapping[str, tuple[float, float]]
    special: SpecialPages
    section_colours: tuple[ColourName, ...] = ()
    followers: tuple[ColourName, ...] = ()
    ad_rule: ColourName = ""
    hyphens: Hyphens = Hyphens()
    justify: Justify = Justify()
    press: PressSettings = PressSettings()
    fill: float = 0.6
    fitting: Fitting = Fitting()
    planning: Planning = Planning()
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """The trimmed page's width in points."""
        return mm(self.page.width)

    @property
    def height(self) -> float:
        return mm(self.page.height)

    @property
    def measure(self) -> float:
        """The type area's width in points."""
        return mm(self.page.width - self.margins.inside - self.margins.outside)

    @property
    def lines(self) -> int:
        """How many baselines the type area holds."""
        depth = mm(self.page.height - self.margins.top - self.margins.bottom)
        return int((depth - self.grid.hang) / self.grid.baseline + 1e-6) + 1

    def in_section(self, number: int | None) -> Theme:
        """The theme as a section sees it: the colour `section` is that of the issue's `number`-th section (from 0).

        Outside sections (None), and in themes without section colours, it is the theme itself.
        """
        if number is None or not self.section_colours:
            return self
        colour = self.colours[self.section_colours[number % len(self.section_colours)]]
        changed = dict.fromkeys(("section", *self.followers), colour)
        return replace(self, colours={**self.colours, **changed})

    def left(self, right_hand: bool) -> float:
        """The type area's left edge on a right-hand or left-hand page, from the trim."""
        return mm(self.margins.inside if right_hand else self.margins.outside)

    @property
    def top(self) -> float:
        return mm(self.margins.top)

    def column(self, first: int, last: int) -> tuple[float, float]:
        """Left edge (from the type area's) and width of the columns `first` to `last`, in points."""
        gutter = mm(self.grid.gutter)
        unit = (self.measure - gutter * (self.grid.columns - 1)) / self.grid.columns
        return (first - 1) * (unit + gutter), (last - first + 1) * unit + (last - first) * gutter

    def baseline(self, line: float) -> float:
        """The y of grid line `line`'s baseline (from 0), from the type area's top."""
        return self.grid.hang + line * self.grid.baseline

    def frame(self, columns: Columns, line: float, lines: float) -> tuple[float, float, float, float]:
        """x, y, width, height (from the type area's corner) of a frame: from the cap height of grid line `line` to the
        baseline of its last of `lines` lines."""
        x, width = self.column(*columns)
        return x, line * self.grid.baseline, width, (lines - 1) * self.grid.baseline + self.grid.hang
