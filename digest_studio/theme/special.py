"""The design of the pages that are not articles: cover, contents, dividers, furniture. All of it data of a theme.

Columns are (first, last) of the grid, from 1; vertical measures are grid lines unless a field says mm. Styles and colours
are names in the theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from digest_studio.base.values import dataclass
from digest_studio.theme.names import ColourName, Columns, StyleName

Outer = Literal["outside", "inside"]


@dataclass(frozen=True, slots=True)
class Panel:
    """A field of one colour under text. `opacity` 1 is solid; under 0.75 text on a photograph is not safe.

    It runs off the trim on the sides where `bleeds` is true (left, right), else it ends `inset` mm outside its text.
    `above` and `below`: grid lines from its edge to the first capitals, and from the last baseline to its other edge;
    a panel at the foot of a page runs off the trim there.
    """

    fill: ColourName = "brand"
    opacity: float = 1.0
    bleeds: tuple[bool, bool] = (True, True)
    inset: float = 6.0
    above: float = 2.0
    below: float = 2.0


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """A masthead across the top, a photograph, headlines on a panel at the foot.

    The wordmark's first baseline is grid line `wordmark_line`; `wordmarks` are styles, see Head.titles. `strap` is the line of
    tagline and period: `above` at grid line `strap_line`, `below` so many lines under the wordmark. The photograph starts
    at the trim's top (`under`: page) or under the masthead's panel (`under`: masthead). The first headline is set in
    `lead_styles` over `lead_columns`, the others in `headline_styles` over `headline_columns`, `gap` grid lines apart: beside the
    first, or under it where columns are shared; `separator` is the colour of the hairlines between them. `foot`: grid lines
    from the last baseline to the type area's foot. `rule`: a short rule over the first headline, `plain` the colour where no
    photograph is; "" for none.
    """

    masthead: Panel = Panel()
    under: Literal["page", "masthead"] = "page"
    wordmark_columns: Columns = (1, 12)
    wordmarks: tuple[StyleName, ...] = ("wordmark",)
    wordmark_line: float = 5.0
    strap: Literal["above", "below"] = "above"
    strap_line: float = 0.0
    strap_rule: ColourName = ""
    panel: Panel = Panel()
    lead_columns: Columns = (1, 7)
    lead_styles: tuple[StyleName, ...] = ("cover-headline-1",)
    lead_lines: int = 4
    headline_columns: Columns = (8, 12)
    headline_styles: tuple[StyleName, ...] = ("cover-headline-2",)
    headline_lines: int = 4
    gap: float = 1.0
    separator: ColourName = ""
    foot: float = 0.0
    rule: ColourName = "accent"
    plain: ColourName = "brand"


@dataclass(frozen=True, slots=True)
class ContentsColumn:
    """One column of the contents: where its sections' names, its figures and its titles stand.

    With `sections` to the left of the titles a name stands beside its first title; over them, above it.
    """

    figures: Columns
    titles: Columns
    sections: Columns


@dataclass(frozen=True, slots=True)
class ContentsSetting:
    """One size at which the contents may be set. `gap` and `section_gap`: least grid lines between titles and sections."""

    columns: tuple[ContentsColumn, ...]
    figure: StyleName = "contents-figure"
    title: StyleName = "contents-title"
    section: StyleName = "contents-section"
    gap: float = 0.5
    section_gap: float = 1.5


@dataclass(frozen=True, slots=True)
class ContentsDesign:
    """`settings`, the roomiest first: the first with which the list takes `most_pages` is used, else the last.

    `words` are the page's heading by language. `head_lines`: where the list starts. `masthead`: columns of its blocks (who,
    how to reach them, imprint); `photo_lines` least and most height of the photograph between list and masthead.
    """

    settings: tuple[ContentsSetting, ...]
    words: Mapping[str, str] = field(default_factory=lambda: {"en": "Contents"})
    heading: StyleName = "contents-heading"
    heading_columns: Columns = (1, 12)
    heading_line: int = 3
    head_lines: int = 8
    most_pages: int = 2
    rule: ColourName = "hairline"
    rule_width: float = 0.5
    accent: ColourName = "accent"
    masthead: tuple[Columns, ...] = ((1, 4), (5, 8), (9, 12))
    masthead_name: StyleName = "masthead-name"
    masthead_text: StyleName = "masthead-text"
    masthead_gap: int = 3
    photo_columns: Columns = (1, 12)
    photo_lines: tuple[int, int] = (10, 34)
    photo_bleed: bool = True


@dataclass(frozen=True, slots=True)
class DividerDesign:
    """A photograph over the whole page; low on it a panel with the section's name and its articles.

    `titles`: see Head.titles. `lists` are columns of (figures, titles); articles that would take more than `list_lines` grid
    lines are set small. `list_above`: grid lines between name and list. `rule`: a short rule over the name; `plain`: the
    colour where no photograph is.
    """

    panel: Panel = Panel()
    titles: tuple[StyleName, ...] = ("divider-title",)
    title_columns: Columns = (1, 12)
    title_lines: int = 2
    lists: tuple[tuple[Columns, Columns], ...] = (((1, 1), (2, 6)), ((7, 7), (8, 12)))
    figure: StyleName = "divider-figure"
    item: StyleName = "divider-item"
    small_figure: StyleName = "divider-figure-small"
    small_item: StyleName = "divider-item-small"
    small_lists: tuple[tuple[Columns, Columns], ...] = (((1, 1), (2, 6)), ((7, 7), (8, 12)))
    list_lines: int = 24
    list_gap: float = 0.5
    list_above: float = 2.0
    foot: float = 0.0
    rule: ColourName = "accent"
    plain: ColourName = "brand"


@dataclass(frozen=True, slots=True)
class FurnitureDesign:
    """Folio and running foot. `baseline`: mm from the trim's foot.

    `folio` and `running`: at which margin each stands; on one side the folio is the outer one and the running foot starts
    `gap` mm from the margin. `rule`: colour of a
    hairline over the type area's width, `rule_above` mm over the baseline; "" for none.
    """

    baseline: float = 12.0
    gap: float = 8.0
    folio: Outer = "outside"
    running: Outer = "outside"
    folio_style: StyleName = "folio"
    running_style: StyleName = "running-foot"
    separator: str = "  ·  "
    rule: ColourName = ""
    rule_above: float = 5.0


@dataclass(frozen=True, slots=True)
class SpecialPages:
    """The four designs of a theme."""

    cover: CoverDesign
    contents: ContentsDesign
    divider: DividerDesign
    furniture: FurnitureDesign
