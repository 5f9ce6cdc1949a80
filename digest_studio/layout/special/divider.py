"""A section's divider: a photograph over the whole page, the section's name very large and low, and its articles.

In: the section and its articles' lines. Out: the page's items. Text stands on the theme's panel, so it is legible on any
photograph; without one the page is the theme's plain colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest_studio.display.items import Frame, Item, Tag, rectangle
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.picture import figure_tag, placed
from digest_studio.layout.special.listing import (
    Column,
    EntrySetting,
    ListedArticle,
    balanced,
    by_section,
    entry_items,
    last_line,
    set_entries,
)
from digest_studio.layout.special.sheet import Sheet, fitting
from digest_studio.layout.style import place_lines
from digest_studio.model.issue import Issue, Section
from digest_studio.theme.names import Columns, StyleName


class _List(NamedTuple):
    """The section's articles in columns, and where those stand."""

    columns: tuple[Column, ...]
    places: tuple[tuple[Columns, Columns], ...]

    @property
    def lines(self) -> float:
        """Grid lines from the first to the last baseline, both counted."""
        return max(map(last_line, self.columns), default=0.0)


def divider(
    ctx: Context, issue: Issue, section: Section, lines: Sequence[ListedArticle], right_hand: bool
) -> tuple[Item, ...]:
    """The divider's items, in paint order. `lines` are the section's articles; what finds no place stays to the contents."""
    ctx = by_section(ctx, issue).get(section.name, ctx)
    design = ctx.theme.special.divider
    grid = ctx.theme.grid.baseline
    sheet = Sheet(ctx, right_hand)
    title = _title(ctx, section)
    listed = _listed(ctx, lines, title)
    foot = ctx.theme.lines - 1 - design.foot
    first = foot - max(listed.lines - 1, 0.0)
    last = sheet.baseline(foot)
    if listed.lines:
        last = sheet.baseline(first - design.list_above) - sheet.cap_height(ctx.theme.styles[design.figure])
    baseline = last - (len(title.setting.lines) - 1) * title.style.leading
    top = baseline - sheet.cap_height(title.style)
    name = f"divider:{section.name}"
    items: list[Item] = [*_background(ctx, sheet, section, name)]
    items.append(sheet.panel(design.panel, design.title_columns, top - design.panel.above * grid, sheet.whole.bottom))
    if design.rule:
        items.append(sheet.short_rule(design.title_columns, top - grid, design.rule))
    items += place_lines(title, sheet.span(design.title_columns)[0], baseline, Tag("H1", name))
    for column, (figures, titles) in zip(listed.columns, listed.places, strict=False):
        for entry in column:
            items += entry_items(sheet, entry, first, figures, titles)
    return (*items, Frame(name, sheet.trim))


def left_out(ctx: Context, section: Section, lines: Sequence[ListedArticle]) -> int:
    """How many of a very long section's articles its divider cannot list, in the smallest setting and on the whole page."""
    return len(lines) - sum(map(len, _listed(ctx, lines, _title(ctx, section)).columns))


def _title(ctx: Context, section: Section) -> SetText:
    design = ctx.theme.special.divider
    return fitting(ctx, design.titles, section.name, ctx.theme.column(*design.title_columns)[1], design.title_lines)


def _background(ctx: Context, sheet: Sheet, section: Section, name: str) -> tuple[Item, ...]:
    """The photograph off all sides, or the plain colour."""
    photo = section.divider.photo if section.divider else None
    if photo:
        return (placed(ctx, photo, sheet.whole, figure_tag(photo, name)), Frame(f"{name}:photo", sheet.whole))
    plain = ctx.theme.special.divider.plain
    return (rectangle(sheet.whole, ctx.theme.colours[plain]),) if plain else ()


def _listed(ctx: Context, lines: Sequence[ListedArticle], title: SetText) -> _List:
    """The articles in the larger setting if that keeps to the theme's lines, else small, else as many as the page holds."""
    design = ctx.theme.special.divider
    large = _poured(ctx, lines, design.lists, design.figure, design.item, design.list_lines)
    if large is not None:
        return large
    most = ctx.theme.lines - Sheet(ctx, True).lines(title.depth) - round(design.list_above + design.panel.above)
    count = len(lines)
    while (small := _poured(ctx, lines[:count], design.small_lists, design.small_figure, design.small_item, most)) is None:
        count -= 1
    return small


def _poured(
    ctx: Context, lines: Sequence[ListedArticle], places: tuple[tuple[Columns, Columns], ...], figure: StyleName, item: StyleName,
    room: int,
) -> _List | None:
    design = ctx.theme.special.divider
    width = min(ctx.theme.column(*titles)[1] for _, titles in places)
    entries = set_entries(ctx, {}, lines, EntrySetting(figure, item, width, design.list_gap))
    columns = balanced(entries, [room] * len(places), 1.0)
    return None if columns is None else _List(columns, places)
