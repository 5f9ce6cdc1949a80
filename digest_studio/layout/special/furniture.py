"""Folio and running foot: what every page but covers, dividers and advertisements carries at its foot."""

from __future__ import annotations

from digest_studio.base.geometry import mm
from digest_studio.display.items import ARTIFACT, Item
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.special.sheet import Sheet
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.issue import Issue
from digest_studio.theme.special import Outer


def furniture(ctx: Context, issue: Issue, folio: str, right_hand: bool) -> tuple[Item, ...]:
    """The page's number, and the publication with its period, in the trim's coordinates; all of it an artifact."""
    design = ctx.theme.special.furniture
    sheet = Sheet(ctx, right_hand)
    y = ctx.theme.height - mm(design.baseline)
    number = set_text(ctx, design.folio_style, folio, ctx.theme.measure)
    words = design.separator.join(part for part in (issue.publication, issue.period) if part)
    running = set_text(ctx, design.running_style, words, ctx.theme.measure - mm(design.gap))
    shift = mm(design.gap) if design.running == design.folio else 0.0
    items: list[Item] = []
    if design.rule:
        x, width = sheet.span((1, ctx.theme.grid.columns))
        items.append(sheet.hairline(x, y - mm(design.rule_above), width, design.rule))
    items += _at_margin(sheet, number, design.folio, 0.0, y)
    items += _at_margin(sheet, running, design.running, shift, y)
    return tuple(items)


def _at_margin(sheet: Sheet, text: SetText, side: Outer, shift: float, y: float) -> tuple[Item, ...]:
    """The line `shift` points from the outer or inner margin."""
    left, measure = sheet.span((1, sheet.theme.grid.columns))
    width = max((line.width for line in text.setting.lines), default=0.0)
    at_right = sheet.right_hand == (side == "outside")
    x = left + measure - shift - width if at_right else left + shift
    return place_lines(text, x, y, ARTIFACT)
