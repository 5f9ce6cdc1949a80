"""Photographs on an article's pages: their heights within the allowed crops, their captions and credits.

In: a photo, its facts, a width. Out: heights in grid lines, and the items of a figure from its frame's top left corner.
"""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Anchor, Frame, Item, Tag
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.picture import WHOLE, figure_tag, placed, shape_ratio
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.body import Span
from digest_studio.model.issue import Photo

SHARP = 225  # pixels per inch under which preflight warns: a photo does not grow beyond it to fill a page
MOST_LOST = 0.42  # of a photo's area that an automatic crop may cut away


class Heights(NamedTuple):
    """A figure's picture height in grid lines: the least and most that its crop allows, and its own shape's."""

    least: int
    wish: int
    most: int

    def at(self, fit: float) -> int:
        """The height for a fit from -1 (least) over 0 (its own shape) to 1 (most)."""
        reach = self.most - self.wish if fit > 0 else self.wish - self.least
        return self.wish + round(fit * reach)


class Caption(NamedTuple):
    """A caption set to a width, and the grid lines it takes below its picture."""

    text: SetText | None
    lines: int


def heights(ctx: Context, photo: Photo, width: float, allowed: tuple[int, int]) -> Heights:
    """The heights for `photo` at `width` points, within `allowed` grid lines.

    A photo with a shape of its own (`original`, `3:2`) keeps it to the nearest grid line.
    """
    low, high = allowed
    ratio = shape_ratio(photo, ctx.images.get(photo.file))
    fixed = photo.shape != "auto"
    wish = _clamp(_lines_for(ctx, width / ratio), low, high)
    if fixed:
        return Heights(wish, wish, wish)
    least = max(low, _lines_for(ctx, width / ratio * (1 - MOST_LOST)))
    most = min(high, _lines_for(ctx, width / ratio / (1 - MOST_LOST)), _sharp_lines(ctx, photo))
    return Heights(min(least, wish), wish, max(most, wish))


def _sharp_lines(ctx: Context, photo: Photo) -> int:
    """The grid lines up to which a picture that is cropped at its sides prints at `SHARP` pixels per inch."""
    facts = ctx.images.get(photo.file)
    if facts is None:
        return ctx.theme.lines
    _, top, _, bottom = photo.crop or WHOLE
    grid = ctx.theme.grid
    return floor(((bottom - top) * facts.height / SHARP * 72 - grid.hang) / grid.baseline) + 1


def _lines_for(ctx: Context, height: float) -> int:
    """The grid lines of a frame that comes nearest to `height` points."""
    grid = ctx.theme.grid
    return max(1, round((height - grid.hang) / grid.baseline) + 1)


def _clamp(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


def set_caption(ctx: Context, photo: Photo, width: float, language: str) -> Caption:
    """The caption with the credit at its end; nothing where both are empty."""
    if not photo.caption and not photo.credit:
        return Caption(None, 0)
    spans: list[Span] = []
    if photo.caption:
        spans.append(Span(photo.caption + ("  " if photo.credit else "")))
    if photo.credit:
        spans.append(Span(photo.credit, emphasis=True))
    text = set_text(ctx, "caption", spans, width, language=language, source=photo.source)
    grid = ctx.theme.grid
    deep = grid.baseline + (len(text.setting.lines) - 1) * text.style.leading
    return Caption(text, ceil(deep / grid.baseline - 0.3))


def figure_items(ctx: Context, photo: Photo, box: Rect, caption: Caption, name: str, language: str) -> tuple[Item, ...]:
    """The picture in `box` and its caption hanging one baseline below."""
    items: list[Item] = [Anchor(name, box.x, box.y), placed(ctx, photo, box, figure_tag(photo, name)), Frame(name, box)]
    items += caption_items(ctx, caption, box.x, box.bottom + ctx.theme.grid.baseline, name, language)
    return tuple(items)


def caption_items(ctx: Context, caption: Caption, x: float, baseline: float, name: str, language: str) -> tuple[Item, ...]:
    """The caption's lines from the left edge `x`, the first on `baseline` (points)."""
    if caption.text is None:
        return ()
    return place_lines(caption.text, x, baseline, Tag("Caption", f"{name}:caption", language))
