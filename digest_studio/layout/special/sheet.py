"""A page as the special pages see it: the grid in points from the trim's top left corner, panels, short rules.

In: the context and the page's side. Out: positions and items in the trim's coordinates.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from digest_studio.base.geometry import Rect, mm
from digest_studio.display.items import Item, rectangle, rule
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.style import set_text
from digest_studio.theme.names import ColourName, Columns, StyleName
from digest_studio.theme.special import Panel
from digest_studio.theme.types import Theme, TypeStyle

HAIRLINE = 0.5
"""Thickness of hairlines, in points."""
ACCENT_RULE = 2.0
"""Thickness of the short accent rule, in points."""


class Sheet(NamedTuple):
    """One page of a theme, on its side of the spread."""

    ctx: Context
    right_hand: bool

    @property
    def theme(self) -> Theme:
        return self.ctx.theme

    @property
    def whole(self) -> Rect:
        """The page with its bleed."""
        return Rect(0, 0, self.theme.width, self.theme.height).expanded(mm(self.theme.page.bleed))

    @property
    def trim(self) -> Rect:
        return Rect(0, 0, self.theme.width, self.theme.height)

    def span(self, columns: Columns) -> tuple[float, float]:
        """Left edge and width of columns."""
        x, width = self.theme.column(*columns)
        return self.theme.left(self.right_hand) + x, width

    def across(self, *groups: Columns) -> tuple[float, float]:
        """Left edge and width from the first to the last of several columns."""
        return self.span((min(first for first, _ in groups), max(last for _, last in groups)))

    def baseline(self, line: float) -> float:
        """The y of grid line `line`."""
        return self.theme.top + self.theme.baseline(line)

    def cap_top(self, line: float) -> float:
        """The y of the text's cap height on grid line `line`: where frames start."""
        return self.theme.top + line * self.theme.grid.baseline

    def cap_height(self, style: TypeStyle) -> float:
        """The height of the style's capitals in points."""
        font = self.theme.fonts[style.font].face(style.face)
        return self.ctx.setter.library.metrics(font).cap_height * style.size

    def lines(self, depth: float) -> int:
        """How many grid lines hold `depth` points."""
        return ceil(depth / self.theme.grid.baseline - 1e-6)

    def panel(self, panel: Panel, columns: Columns, top: float, bottom: float) -> Item:
        """The field under text in `columns`, between two y; on the sides where it bleeds it runs off the trim."""
        x, width = self.span(columns)
        left = self.whole.x if panel.bleeds[0] else x - mm(panel.inset)
        right = self.whole.right if panel.bleeds[1] else x + width + mm(panel.inset)
        return rectangle(Rect(left, top, right - left, bottom - top), self.theme.colours[panel.fill], panel.opacity)

    def hairline(self, x: float, y: float, width: float, colour: ColourName) -> Item:
        return rule(x, y, x + width, y, HAIRLINE, self.theme.colours[colour])

    def short_rule(self, columns: Columns, bottom: float, colour: ColourName) -> Item:
        """A thick rule over the first of `columns`, standing on the y `bottom`."""
        x, width = self.span((columns[0], columns[0]))
        return rule(x, bottom - ACCENT_RULE / 2, x + width, bottom - ACCENT_RULE / 2, ACCENT_RULE, self.theme.colours[colour])


def fitting(ctx: Context, styles: Sequence[StyleName], text: str, width: float, most_lines: int) -> SetText:
    """Text in the first of `styles` in which it takes at most `most_lines` lines none of which is too long, else in the last."""
    for name in styles[:-1]:
        found = set_text(ctx, name, text, width)
        if len(found.setting.lines) <= most_lines and not any(line.overfull > 0.01 for line in found.setting.lines):
            return found
    return set_text(ctx, styles[-1], text, width)


def one_line(text: str) -> str:
    """A title without its forced line breaks."""
    return " ".join(text.split())
