"""An article's head: kicker, title, standfirst and byline, stacked so that what follows is on the grid again.

In: an article and its template's `Head`. Out: items from the head's top left corner, and its height in grid lines.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Anchor, Group, Item, Tag, rectangle
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.body import Span
from digest_studio.model.issue import Article
from digest_studio.theme.types import Head

RULE_DEPTH = 2.0  # points, the accent rule over the kicker
KICKER_GAP = 0.8  # grid lines between the kicker's baseline and the title's capitals
STANDFIRST_GAP = 0.6  # em of the title between its last baseline and the standfirst's capitals, at least a grid line


class SetHead(NamedTuple):
    """The head's items, and its height in grid lines."""

    items: tuple[Item, ...]
    lines: int


def set_head(ctx: Context, article: Article, head: Head) -> SetHead:
    """Set the head over its columns; the title in the first of its styles that keeps it within `title_lines`."""
    theme = ctx.theme
    language = article.language or ctx.language
    left, width = theme.column(*head.columns)
    stack = _Stack(ctx, article.id, language)
    if head.rule:
        unit = theme.column(1, 1)[1]
        stack.items.append(rectangle(Rect(0.0, 0.0, unit, RULE_DEPTH), theme.colours["accent"]))
        stack.depth = theme.grid.baseline
    if article.kicker:
        text = set_text(ctx, "kicker", article.kicker, width, language=language, source=article.source)
        stack.add(text, "P", "kicker", 0.0)
        stack.depth += KICKER_GAP * theme.grid.baseline
    title = _title(ctx, article, head, width, language)
    stack.items.append(Anchor(f"article:{article.id}", 0.0, stack.depth))
    stack.add(title, "H1", "title", 0.0)
    if article.standfirst:
        columns = head.standfirst_columns or head.columns
        x, measure = theme.column(*columns)
        text = set_text(ctx, "standfirst", article.standfirst, measure, language=language, source=article.source)
        stack.add(text, "P", "standfirst", max(theme.grid.baseline, STANDFIRST_GAP * title.style.size), x - left)
    if article.byline:
        stack.to_grid()
        text = set_text(ctx, "byline", article.byline, width, language=language, source=article.source)
        stack.add(text, "P", "byline", theme.grid.baseline - theme.grid.hang)
    stack.to_grid()
    lines = round((stack.depth - theme.grid.hang) / theme.grid.baseline) + 1
    return SetHead((Group(tuple(stack.items), left, 0.0),), lines)


def _title(ctx: Context, article: Article, head: Head, width: float, language: str) -> SetText:
    """The title in the largest style that takes few enough lines."""
    for name in head.titles:
        title = set_text(ctx, name, (Span(article.title.strip()),), width, language=language, source=article.source)
        if len(title.setting.lines) <= head.title_lines and not any(line.overfull > 0.5 for line in title.setting.lines):
            break
    return title


class _Stack:
    """Set texts one below the other; `depth` is the last baseline in points from the head's top."""

    def __init__(self, ctx: Context, article: str, language: str) -> None:
        self.ctx, self.article, self.language = ctx, article, language
        self.items: list[Item] = []
        self.depth = 0.0

    def add(self, text: SetText, role: str, part: str, gap: float, x: float = 0.0) -> None:
        """Put `text` so that its capitals begin `gap` points below what is above."""
        metrics = self.ctx.setter.library.metrics(self.ctx.theme.fonts[text.style.font].face(text.style.face))
        first = self.depth + gap + metrics.cap_height * text.style.size
        tag = Tag(role, f"{self.article}:{part}", self.language)
        self.items += place_lines(text, x, first, tag)
        self.depth = first + (len(text.setting.lines) - 1) * text.style.leading

    def to_grid(self) -> None:
        """Down to the next baseline of the grid."""
        grid = self.ctx.theme.grid
        self.depth = grid.hang + ceil((self.depth - grid.hang) / grid.baseline - 0.05) * grid.baseline
