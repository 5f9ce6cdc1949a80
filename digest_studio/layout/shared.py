"""Advertisements of part of a page: where they stand together, and what they leave to an article's end.

In: a theme, the sizes of one page's advertisements by name. Out: boxes in points from the type area's top left corner, and
the grid lines that they take of each of the grid's columns. They stack from the foot upwards and from the right to the left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from digest_studio.base.geometry import Rect, mm
from digest_studio.layout.skyline import GAP
from digest_studio.theme.types import Slot, Template, Theme

NEAR = mm(0.5)
"""An edge that is off the grid by so little counts as on it."""
EXACT = 1e-6
TOUCHING = 1.0
"""Points from the trim within which a thing is meant to run off the page."""
SAME_SHAPE = 0.01
"""Artwork whose proportion differs from its place's by so little is stretched into it."""


def ad_boxes(theme: Theme, sizes: Sequence[str]) -> tuple[Rect, ...] | None:
    """Where the advertisements of these sizes stand on one page, in the order of `sizes`; None if they do not fit on one.

    Each is as large as the theme says. The largest stands lowest, each as low as what is below lets it and as far to the right;
    its foot is on a baseline, its right edge is a column's. Those of one size follow each other as they are read.
    """
    taken = [0] * theme.grid.columns
    boxes: list[tuple[str, Rect]] = []
    for size in sorted(sizes, key=lambda size: -theme.ad_sizes[size][0] * theme.ad_sizes[size][1]):
        box = min(_places(theme, size, taken), key=lambda place: (-place.bottom, -place.x), default=None)
        if box is None:
            return None
        boxes.append((size, box))
        _take(theme, box, taken)
    in_order = {size: iter(sorted((box for _, box in group), key=lambda box: (box.y, box.x)))
                for size, group in groupby(boxes, key=lambda pair: pair[0])}
    return tuple(next(in_order[size]) for size in sizes)


def reaches_trim(theme: Theme) -> bool:
    """Whether an advertisement of part of a page can touch the trim: only where the type area does, in which it stands."""
    foot = theme.height - theme.top - theme.baseline(theme.lines - 1)
    return min(mm(theme.margins.inside), mm(theme.margins.outside), theme.top, foot) < TOUCHING


def lines_taken(theme: Theme, sizes: Sequence[str]) -> tuple[int, ...] | None:
    """How many grid lines, counted from the foot, each of the grid's columns loses to these advertisements and the gap above
    them; None if they do not fit on one page."""
    boxes = ad_boxes(theme, sizes)
    if boxes is None:
        return None
    taken = [0] * theme.grid.columns
    for box in boxes:
        _take(theme, box, taken)
    return tuple(taken)


def room_left(theme: Theme, taken: Sequence[int], start: int = 0) -> Rect:
    """The smallest box around what is left of the type area under grid line `start`, in points from its corner."""
    free = [column for column, lines in enumerate(taken, 1) if theme.lines - lines > start]
    top = start * theme.grid.baseline
    if not free:
        return Rect(0.0, top, theme.measure, 0.0)
    x, width = theme.column(free[0], free[-1])
    return Rect(x, top, width, theme.baseline(theme.lines - min(taken) - 1) - top)


def left_white(template: Template, taken: Sequence[int], lines: int) -> float:
    """The part of a page of `lines` grid lines that stays white because the template's text columns stand half under an
    advertisement: beside it they are too narrow for text."""
    white = 0
    for first, last in template.columns:
        under = taken[first - 1:last]
        white += sum(max(under) - each for each in under)
    return white / (lines * len(taken))


def narrowed(theme: Theme, template: Template, taken: Sequence[int]) -> Template | None:
    """The template in the columns that advertisements as high as the type area leave at the left: its head narrower, its slots
    narrower and lower, those that stood under an advertisement left out. None if there are none, or nothing is left of it."""
    last = next((column for column, lines in enumerate(taken) if lines >= theme.lines), len(taken))
    columns = tuple(pair for pair in template.columns if pair[1] <= last)
    if last == len(taken) or not columns or template.head.columns[0] > last or any(s.bleed == "page" for s in template.slots):
        return None
    head, standfirst = template.head, template.head.standfirst_columns
    head = replace(head, columns=(head.columns[0], min(head.columns[1], last)),
                   standfirst_columns=(standfirst[0], min(standfirst[1], last)) if standfirst and standfirst[0] <= last else None)
    slots = tuple(_narrowed_slot(theme, slot, last) for slot in template.slots if slot.columns[0] <= last)
    return replace(template, columns=columns, head=head, slots=slots)


def _narrowed_slot(theme: Theme, slot: Slot, last: int) -> Slot:
    """The slot up to the column `last`, its heights in proportion."""
    first, right = slot.columns
    if right > last:
        scale = theme.column(first, last)[1] / theme.column(first, right)[1]
        least, most = (max(1, round(lines * scale)) for lines in slot.lines)
        slot = replace(slot, columns=(first, last), lines=(least, most), bleed="none")
    if slot.caption_columns and slot.caption_columns[1] > last:
        slot = replace(slot, caption="below", caption_columns=None)
    return slot


def art_in(box: Rect, width: float, height: float) -> Rect:
    """Where artwork of this size stands in an advertisement's box: it fills it if it has its proportion to within
    `SAME_SHAPE`; else it is as large as it can be in the middle of it."""
    if abs(width / height / (box.width / box.height) - 1) <= SAME_SHAPE:
        return box
    scale = min(box.width / width, box.height / height)
    width, height = width * scale, height * scale
    return Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def rule_above(theme: Theme, box: Rect) -> float | None:
    """The y of the rule between an advertisement and what stands over it; None where it begins at the type area's top.
    Coordinates are the type area's."""
    grid = theme.grid
    return box.y - ((GAP + 1) * grid.baseline - grid.hang) / 2 if box.y >= grid.baseline else None


def _places(theme: Theme, size: str, taken: Sequence[int]) -> Iterator[Rect]:
    """Every place that an advertisement may have on what is `taken`, its right edge on a column's."""
    width, height = (mm(length) for length in theme.ad_sizes[size])
    for last in range(theme.grid.columns, 0, -1):
        x, unit = theme.column(last, last)
        left = x + unit - width
        if left < -EXACT:
            return
        level = max(taken[column - 1] for column in _under(theme, left, left + width))
        top = theme.baseline(theme.lines - 1 - level) - height
        if level < theme.lines and top > -EXACT:
            yield Rect(max(0.0, left), max(0.0, top), width, height)


def _take(theme: Theme, box: Rect, taken: list[int]) -> None:
    """Take what the box and the gap above it need, down to the foot."""
    line = int((box.y + NEAR) / theme.grid.baseline)
    for column in _under(theme, box.x, box.right):
        taken[column - 1] = max(taken[column - 1], min(theme.lines, theme.lines - line + GAP))


def _under(theme: Theme, left: float, right: float) -> list[int]:
    """The grid's columns that have something of the stretch from `left` to `right`, or are nearer to it than half a gutter."""
    near = mm(theme.grid.gutter) / 2
    columns = range(1, theme.grid.columns + 1)
    edges = ((column, *theme.column(column, column)) for column in columns)
    return [column for column, x, unit in edges if left < x + unit + near and x - near < right]
