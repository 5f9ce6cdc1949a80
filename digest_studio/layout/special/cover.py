"""The cover: wordmark, tagline and period over one photograph, headlines on a calm panel at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Frame, Item, Link, Tag, rectangle
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.picture import figure_tag, placed
from digest_studio.layout.special.sheet import HAIRLINE, Sheet, fitting, one_line
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.issue import Issue
from digest_studio.theme.names import Columns

COVER_IS_RIGHT_HAND = True


class CoverLine(NamedTuple):
    """A headline and the anchor of what it announces, if that stands in the issue."""

    text: str
    anchor: str | None = None


def cover(ctx: Context, issue: Issue, headlines: Sequence[CoverLine]) -> tuple[Item, ...]:
    """The cover's items, in paint order. Without a photograph it is typographic, on the theme's plain colour."""
    sheet = Sheet(ctx, COVER_IS_RIGHT_HAND)
    masthead, bottom = _masthead(ctx, sheet, issue)
    return (
        Frame("cover", sheet.trim),
        *_picture(ctx, sheet, issue, bottom),
        *masthead,
        *(_headlines(ctx, sheet, headlines) if headlines else ()),
    )


def _picture(ctx: Context, sheet: Sheet, issue: Issue, masthead_bottom: float) -> tuple[Item, ...]:
    """The photograph off all sides, or off three under the masthead; the plain colour where there is none."""
    design = ctx.theme.special.cover
    box = sheet.whole
    if design.under == "masthead":
        box = Rect(box.x, masthead_bottom, box.width, box.bottom - masthead_bottom)
    photo = issue.cover.photo if issue.cover else None
    if photo:
        return (placed(ctx, photo, box, figure_tag(photo, "cover:photo")), Frame("cover:photo", box))
    return (rectangle(box, ctx.theme.colours[design.plain]),) if design.plain else ()


def _masthead(ctx: Context, sheet: Sheet, issue: Issue) -> tuple[tuple[Item, ...], float]:
    """Wordmark and strap on their panel, and the y of the panel's foot."""
    design = ctx.theme.special.cover
    grid = ctx.theme.grid.baseline
    x, width = sheet.span(design.wordmark_columns)
    wordmark = fitting(ctx, design.wordmarks, issue.publication, width, 1)
    tagline, period = _strap(ctx, issue, width)
    strap_lines = max(len(tagline.setting.lines), len(period.setting.lines))
    above = design.strap == "above"
    first = sheet.baseline(design.wordmark_line) + (max(strap_lines - 1, 0) * tagline.style.leading if above else 0.0)
    last = first + (len(wordmark.setting.lines) - 1) * wordmark.style.leading
    strap = sheet.baseline(design.strap_line) if above else last + design.strap_line * grid
    foot = last if above or not strap_lines else strap + (strap_lines - 1) * tagline.style.leading
    bottom = foot + design.masthead.below * grid
    items: list[Item] = [sheet.panel(design.masthead, design.wordmark_columns, sheet.whole.y, bottom)]
    items += place_lines(wordmark, x, first, Tag("H1", "cover:wordmark"))
    items += place_lines(tagline, x, strap, Tag("P", "cover:tagline"))
    items += place_lines(period, x, strap, Tag("P", "cover:period"))
    if design.strap_rule:
        items.append(sheet.hairline(x, strap + grid / 2, width, design.strap_rule))
    return tuple(items), bottom


def _strap(ctx: Context, issue: Issue, width: float) -> tuple[SetText, SetText]:
    """Tagline from the left and period from the right, which share the width without touching."""
    period = set_text(ctx, "period", issue.period, width)
    taken = max((line.width for line in period.setting.lines), default=0.0)
    room = max(width - taken - 2 * period.style.size, width / 3)
    return set_text(ctx, "tagline", issue.tagline, room), period


class _Placed(NamedTuple):
    """A headline set, and the y of its first baseline below the top of the first capitals."""

    text: SetText
    line: CoverLine
    columns: Columns
    baseline: float

    @property
    def last(self) -> float:
        return self.baseline + (len(self.text.setting.lines) - 1) * self.text.style.leading


def _headlines(ctx: Context, sheet: Sheet, headlines: Sequence[CoverLine]) -> tuple[Item, ...]:
    """The panel at the foot with its headlines: one leads, the others follow beside it or under it."""
    design = ctx.theme.special.cover
    grid = ctx.theme.grid.baseline
    block = _rank(ctx, sheet, headlines)
    foot = sheet.baseline(ctx.theme.lines - 1 - design.foot)
    top = foot - max(line.last for line in block)
    first, last = (f(columns[n] for columns in {line.columns for line in block}) for n, f in ((0, min), (1, max)))
    items: list[Item] = [sheet.panel(design.panel, (first, last), top - design.panel.above * grid, _panel_foot(sheet, foot))]
    if design.rule:
        items.append(sheet.short_rule(block[0].columns, top - grid, design.rule))
    for number, line in enumerate(block):
        x, width = sheet.span(line.columns)
        y = top + line.baseline
        items += place_lines(line.text, x, y, Tag("P", f"cover:headline:{number}"))
        if line.line.anchor:
            cap = sheet.cap_height(line.text.style)
            depth = line.last - line.baseline + cap + 0.3 * line.text.style.size
            items.append(Link(Rect(x, y - cap, width, depth), line.line.anchor, contents=line.line.text))
        if design.separator and number > 1:
            between = y - sheet.cap_height(line.text.style) - grid * design.gap / 2
            items.append(sheet.hairline(x, between, width, design.separator))
    return tuple(items)


def _panel_foot(sheet: Sheet, last_baseline: float) -> float:
    """Where the panel ends: off the trim, or so many lines under the last baseline where it bleeds on no side."""
    panel = sheet.theme.special.cover.panel
    if any(panel.bleeds):
        return sheet.whole.bottom
    return last_baseline + panel.below * sheet.theme.grid.baseline + HAIRLINE


def _rank(ctx: Context, sheet: Sheet, headlines: Sequence[CoverLine]) -> list[_Placed]:
    """Every headline set at its rank, from the top of the first capitals downwards."""
    design = ctx.theme.special.cover
    grid = ctx.theme.grid.baseline
    beside = design.headline_columns[0] > design.lead_columns[1] or design.headline_columns[1] < design.lead_columns[0]
    lead = fitting(ctx, design.lead_styles, one_line(headlines[0].text), sheet.span(design.lead_columns)[1], design.lead_lines)
    block = [_Placed(lead, headlines[0], design.lead_columns, sheet.cap_height(lead.style))]
    y = 0.0 if beside else block[0].last + grid * design.gap
    for line in headlines[1:]:
        width = sheet.span(design.headline_columns)[1]
        text = fitting(ctx, design.headline_styles, one_line(line.text), width, design.headline_lines)
        block.append(_Placed(text, line, design.headline_columns, y + sheet.cap_height(text.style)))
        y = block[-1].last + grid * design.gap
    return block
