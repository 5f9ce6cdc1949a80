"""Where pictures and head stand on an article's pages, and what room they leave to the text columns.

Each of the grid's columns has a skyline: how many grid lines are taken from the top and from the foot. A slot stands on the
highest of the skylines it spans, and raises them. In: template, heights. Out: frames and column areas.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest_studio.layout.columns import ColumnArea
from digest_studio.theme.types import Slot, Template, Theme

GAP = 1  # grid lines between a picture (with its caption) and what follows
LEAST_COLUMN = 4  # grid lines of text without which no column stands over an advertisement


class Standing(NamedTuple):
    """A slot's picture on its page: the first grid line, its height, and the lines that its caption takes below."""

    slot: Slot
    line: int
    lines: int
    caption: int


class PageFrame(NamedTuple):
    """An article's page before the text: pictures, the head's grid line (None: no head here), the text columns.

    `clash`: head and pictures do not leave the advertisements their room, so there are no columns.
    """

    standing: tuple[Standing | None, ...]
    head: int | None
    columns: tuple[ColumnArea, ...]
    clash: bool = False


class Block(NamedTuple):
    """A slot that is used, with the height of its picture and of the caption below it."""

    slot: Slot
    lines: int
    caption: int


class Others(NamedTuple):
    """What else stands on the page: the first grid line that the article before leaves free, and the lines that advertisements
    take of each of the grid's columns, from the foot (empty: there are none)."""

    start: int = 0
    taken: tuple[int, ...] = ()


ALONE = Others()


def frame_page(
    theme: Theme, template: Template, number: int, blocks: Sequence[Block], head_lines: int, others: Others = ALONE,
) -> PageFrame:
    """Stack the page's slots and head and say what room the columns have."""
    top = [others.start] * (theme.grid.columns + 1)
    foot = [0, *(others.taken or [0] * theme.grid.columns)]
    standing: dict[int, Standing] = {}
    head_line: int | None = None
    for at in ("top", "head", "foot"):
        if at == "head" and number == template.head.page:
            head_line = _stand_head(template, top, head_lines)
        for n, block in enumerate(blocks):
            if block.slot.at == at:
                standing[n] = _stand(theme, block, top, foot)
    areas = []
    for first, last in template.columns:
        x, width = theme.column(first, last)
        upper = max(top[first:last + 1])
        if head_line is not None:
            upper = max(upper, head_line + head_lines + GAP)
        under = max(others.taken[first - 1:last], default=0)
        below = any(s.slot.columns[0] <= last and s.slot.columns[1] >= first and _end(s) == upper for s in standing.values())
        areas.append(ColumnArea(x, width, upper, theme.lines - max(foot[first:last + 1]), under > 0, below))
    clash = any(others.taken) and _clash(theme, top, foot, others)
    if others.taken:
        areas = [area for area in areas if area.room >= LEAST_COLUMN]
    if clash or any(b.slot.bleed == "page" for b in blocks):
        areas = []
    return PageFrame(tuple(standing.get(n) for n in range(len(blocks))), head_line, tuple(areas), clash)


def _clash(theme: Theme, top: Sequence[int], foot: Sequence[int], others: Others) -> bool:
    """Whether something that stands at the top reaches into what stands at the foot, or there is no room for that at all."""
    room = [theme.lines - lines for lines in foot]
    return any(
        room[column] < 0 or (top[column] > others.start and top[column] - GAP > room[column])
        for column in range(1, theme.grid.columns + 1)
    )


def _stand_head(template: Template, top: list[int], lines: int) -> int:
    first, last = template.head.columns
    line = max(top[first:last + 1])
    if line == 0:
        line += template.head.above
    for column in range(first, last + 1):
        top[column] = line + lines + GAP
    return line


def _stand(theme: Theme, block: Block, top: list[int], foot: list[int]) -> Standing:
    """Stand one slot on its edge's skyline, and raise that."""
    slot = block.slot
    span = _span(slot)
    deep = block.lines + block.caption + GAP
    if slot.bleed == "page":
        for column in range(1, theme.grid.columns + 1):
            top[column] = theme.lines
        return Standing(slot, 0, theme.lines, 0)
    if slot.at == "foot":
        line = theme.lines - max(foot[c] for c in span) - block.lines - block.caption
        for column in span:
            foot[column] = theme.lines - line + GAP
        return Standing(slot, line, block.lines, block.caption)
    line = max(top[c] for c in span)
    for column in span:
        top[column] = line + deep
    return Standing(slot, line, block.lines, block.caption)


def _end(standing: Standing) -> int:
    """The first grid line that is free below a picture and its caption."""
    return standing.line + standing.lines + standing.caption + GAP


def _span(slot: Slot) -> range:
    """The grid columns over which a slot raises the skyline (its picture's; a caption beside it is no higher)."""
    return range(slot.columns[0], slot.columns[1] + 1)
