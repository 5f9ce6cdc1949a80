"""What a reader would see amiss in poured columns: columns that end unevenly, headings and pictures badly placed.

In: a flow as it was poured. Out: `Flaws`, counted. What each costs is the theme's (`theme.weights.Fitting`); the setter of
columns mends what it can before they are counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest_studio.layout.columns import FilledColumn, Poured, may_end, uneven_end
from digest_studio.layout.flow import Flow

LEAST_BESIDE = 3
"""Lines of text under a heading at a column's foot, or between a figure and a column's end, that do not look stranded."""


class Flaws(NamedTuple):
    """`uneven`: lines by which columns end higher than they ought to; `misplaced`: headings and figures badly placed."""

    uneven: int
    misplaced: int


def flaws(poured: Poured) -> Flaws:
    """The flaws of everything that found a place."""
    return Flaws(sum(_uneven(poured.flow, page) for page in poured.pages), sum(_misplaced(poured)))


def _uneven(flow: Flow, columns: Sequence[FilledColumn]) -> int:
    """The lines by which a page's columns end too high: over its foot, or where the text ends, over the lowest of them."""
    if not columns or columns[0].start >= len(flow):
        return 0
    if columns[-1].stop >= len(flow):
        return uneven_end(flow, columns)
    return sum(c.area.room - c.used for c in columns if not may_end(flow, c))


def _misplaced(poured: Poured) -> Iterator[bool]:
    """For every heading and figure that stands in a column: whether it is badly placed there."""
    flow = poured.flow
    marked = [flow.first_row[n] for n, chunk in enumerate(flow.chunks) if chunk.kind]
    if not marked:
        return
    for page in poured.pages:
        for column in page:
            for row in marked[bisect_left(marked, column.start):bisect_left(marked, column.stop)]:
                kind = flow.chunks[flow.chunk_of[row]].kind
                yield _stranded_heading(flow, column, row) if kind == "heading" else _badly_stands(flow, column, row, page)


def _stranded_heading(flow: Flow, column: FilledColumn, row: int) -> bool:
    """Whether a heading has too little text under it in its column, though the text goes on in the next."""
    under = _next(flow, row)
    goes_on = column.stop < len(flow) and not may_end(flow, column)
    return goes_on and flow.depth(under, column.stop) < LEAST_BESIDE


def _badly_stands(flow: Flow, column: FilledColumn, row: int, page: Sequence[FilledColumn]) -> bool:
    """Whether a figure leaves a few lines alone between itself and its column's head or foot, stands right below another picture,
    or (one that its author put between two paragraphs) is on another page than the text before it."""
    above, below = flow.depth(column.start, row), flow.depth(_next(flow, row), column.stop)
    if 0 < above < LEAST_BESIDE or 0 < below < LEAST_BESIDE:
        return True
    heads = row == column.start
    turned = flow.chunks[flow.chunk_of[row]].kind == "pinned" and row == page[0].start > 0
    return heads and (column.area.under_picture or turned)


def _next(flow: Flow, row: int) -> int:
    """The row after the chunk that begins with `row`."""
    return row + len(flow.chunks[flow.chunk_of[row]].rows)
