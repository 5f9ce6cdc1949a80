"""The design of the pages that are not articles: cover, contents, dividers, furniture. All of it data of a theme.

Columns are (first, last) of the grid, from 1; vertical measures are grid lines unless a field says mm. Styles and colours
are names in the theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from digest_studio.theme.names import ColourName, Columns, StyleName

Outer = Literal["outside", "inside"]


@dataclass(frozen=True, slots=True)
class Panel:
    """A field of one colour under text that stands on a photograph. `opacity` 1 is solid; under 0.75 text is not safe.

    `left` and `right`: the panel runs off the trim on that side; otherwise it ends `inset` mm outside its text.
    """

    fill: ColourName = "brand"
    opacity: float = 1.0
    left: bool = True
    right: bool = True
    inset: float = 6.0


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """A masthead across the top, a photograph, headlines on a panel at the foot.

    `masthead_lines`: where the masthead's panel ends, as a grid line; the photograph starts at the trim's top (`under`:
    page) or there (`under`: masthead). `wordmarks`, `headlines`: styles, see Head.titles; the first headline is set in
    `lead_styles` over `lead_columns`, the others in `headline_styles` over `headline_columns`: beside it, or under it where
    both share columns. `foot`: grid lines from the last headline's baseline to the type area's foot. `plain` is the
    colour where no photograph is.
    """

    masthead: Panel = Panel()
    masthead_lines: int = 12
    under: Literal["page", "masthead"] = "page"
    wordmark_columns: Columns = (1, 12)
    wordmarks: tuple[StyleName, ...] = ("wordmark",)
    strap: Literal["above", "below"] = "above"
    panel: Panel = Panel()
    panel_above: float = 2.0
    lead_columns: Columns = (1, 7)
    lead_styles: tuple[StyleName, ...] = ("cover-headline-1",)
    lead_lines: int = 4
    headline_columns: Columns = (8, 12)
    headline_styles: tuple[StyleName, ...] = ("cover-headline-2",)
    headline_lines: int = 3
    gap: float = 1.0
    foot: float = 0.0
    rule: ColourName = "accent"
    separator: str = ""
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

    `lists` are columns of (figures, titles); more articles than fit on `list_lines` are set in `small_title`.
    """

    panel: Panel = Panel()
    panel_above: float = 3.0
    titles: tuple[StyleName, ...] = ("divider-title",)
    title_columns: Columns = (1, 12)
    title_lines: int = 2
    lists: tuple[tuple[Columns, Columns], ...] = (((1, 1), (2, 6)), ((7, 7), (8, 12)))
    figure: StyleName = "divider-figure"
    item: StyleName = "divider-item"
    small_figure: StyleName = "divider-figure-small"
    small_item: StyleName = "divider-item-small"
    list_lines: int = 24
    list_gap: float = 0.5
    list_above: float = 2.0
    foot: float = 0.0
    rule: ColourName = "accent"
    plain: ColourName = "brand"


@dataclass(frozen=True, slots=True)
class FurnitureDesign:
    """Folio and running foot. `baseline`: mm from the trim's foot; `gap`: mm between folio and running foot.

    `folio` and `running`: at which margin each stands; on one side the folio is the outer one. `rule`: colour of a
    hairline over the type area's width, `rule_above` mm over the baseline; "" for none.
    """

    baseline: float = 12.0
    gap: float = 4.0
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
