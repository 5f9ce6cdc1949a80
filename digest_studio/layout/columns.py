"""Pour a flow into columns: straight page bottoms, balanced ends, no hyphen where the eye leaves the column.

In: a `Flow` and the columns of each page (top and bottom in grid lines). Out: `Poured`: which rows stand in which column.
A column that would end short (for a widow's or an orphan's sake) is mended by setting one of its paragraphs a line longer
or shorter, which the breaker does within its tolerances; what was spent on it is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from digest_studio.layout.flow import Chunk, Flow
from digest_studio.text.setting import Request

MOST_TRIED = 4  # paragraphs tried to mend one column: beyond that the gain is rare and the time is not

Resetter = Callable[[Chunk, Request], Chunk]


class ColumnArea(NamedTuple):
    """A column's room on a page: grid lines `top` (first) to `bottom` (first not its own); `x` and `width` in points.

    `over_ad`: it is an advertisement below that ends it. `under_picture`: it begins right below a picture of the page's.
    """

    x: float
    width: float
    top: int
    bottom: int
    over_ad: bool = False
    under_picture: bool = False

    @property
    def room(self) -> int:
        return max(0, self.bottom - self.top)


class FilledColumn(NamedTuple):
    """Rows `start` to `stop` of the flow in a column, `used` lines of it."""

    area: ColumnArea
    start: int
    stop: int
    used: int


class Poured(NamedTuple):
    """The flow as it ended up (some paragraphs set anew), its columns page by page, and rows that found no place."""

    flow: Flow
    pages: tuple[tuple[FilledColumn, ...], ...]
    left_over: int
    reset: int


def pour(flow: Flow, pages: Sequence[Sequence[ColumnArea]], reset: Resetter) -> Poured:
    """Fill the pages' columns with the flow, the last page balanced. `left_over` counts grid lines without a place."""
    start, resets = 0, 0
    done: list[tuple[FilledColumn, ...]] = []
    for number, areas in enumerate(pages):
        if number == len(pages) - 1:
            flow, balanced, tried = _level(flow, start, areas, reset)
            resets += tried
            done.append(balanced)
            start = balanced[-1].stop if balanced else start
            break
        columns: list[FilledColumn] = []
        for area in areas:
            if columns and start < len(flow) and flow.forced[start] == "page":
                columns.append(FilledColumn(area, start, start, 0))
                continue
            flow, filled, tried = _settle(flow, start, area, reset)
            resets += tried
            columns.append(filled)
            start = filled.stop
        done.append(tuple(columns))
    left = flow.depth(start, len(flow)) if start < len(flow) else 0
    return Poured(flow, tuple(done), left, resets)


def _settle(flow: Flow, start: int, area: ColumnArea, reset: Resetter) -> tuple[Flow, FilledColumn, int]:
    """Fill one column to its foot; where that fails, or a hyphen ends it, set one of its paragraphs anew."""
    stop, used = flow.fill(start, area.room)
    filled = FilledColumn(area, start, stop, used)
    if stop >= len(flow) or flow.forced[stop] or stop == start:
        return flow, filled, 0
    if used == area.room and not flow.rows[stop - 1].hyphenated:
        return flow, filled, 0
    for trial in _trials(flow, start, [stop], reset):
        new_stop, new_used = trial.fill(start, area.room)
        if new_stop < len(trial) and new_used == area.room and not trial.rows[new_stop - 1].hyphenated:
            return trial, FilledColumn(area, start, new_stop, new_used), 1
    return flow, filled, 0


def _trials(flow: Flow, start: int, stops: Sequence[int], reset: Resetter) -> Iterator[Flow]:
    """Other settings of the paragraphs that begin in the columns that end before the rows `stops`, one at a time: without
    the hyphen at a column's foot; the longest paragraphs a line longer or shorter, where a line shows least."""
    for stop in stops:
        number = flow.chunk_of[stop - 1]
        line = stop - 1 - flow.first_row[number]
        if flow.rows[stop - 1].hyphenated and flow.first_row[number] >= start and flow.chunks[number].recipe:
            yield from _variant(flow, number, Request(unhyphenated=frozenset((line,))), reset)
    last = flow.chunk_of[min(stops[-1], len(flow) - 1)]
    numbers = [n for n in range(flow.chunk_of[start], last + 1) if flow.chunks[n].recipe and flow.first_row[n] >= start]
    numbers.sort(key=lambda n: -len(flow.chunks[n].rows))
    for number in numbers[:MOST_TRIED]:
        yield from _variant(flow, number, Request(looseness=1), reset)
        yield from _variant(flow, number, Request(looseness=-1), reset)


def _variant(flow: Flow, number: int, request: Request, reset: Resetter) -> Iterator[Flow]:
    """The flow with one paragraph set as asked, if the breaker could do it."""
    chunk = flow.chunks[number]
    new = reset(chunk, request)
    if len(new.rows) == len(chunk.rows) + request.looseness and new.rows != chunk.rows:
        yield flow.replaced(number, new)


def tightened(flow: Flow, lines: int, reset: Resetter) -> Flow:
    """The flow with up to `lines` lines fewer: as many paragraphs, the longest first, each set a line shorter where the breaker
    can do so within its tolerances."""
    numbers = sorted((n for n, chunk in enumerate(flow.chunks) if chunk.recipe), key=lambda n: -len(flow.chunks[n].rows))
    for number in numbers:
        if lines <= 0:
            break
        for shorter in _variant(flow, number, Request(looseness=-1), reset):
            flow = shorter
            lines -= 1
    return flow


def _level(
    flow: Flow, start: int, areas: Sequence[ColumnArea], reset: Resetter,
) -> tuple[Flow, tuple[FilledColumn, ...], int]:
    """The last page balanced; where widows and orphans keep its columns from being even, or one ends in a hyphen, with a
    paragraph set anew."""
    if not areas:
        return flow, (), 0
    balanced = _balanced(flow, start, areas)
    best = (_flaws(flow, balanced), flow, balanced, 0)
    if not best[0] or start >= len(flow) or balanced[-1].stop < len(flow):
        return flow, balanced, 0
    for trial in _trials(flow, start, [c.stop for c in balanced], reset):
        levelled = _balanced(trial, start, areas)
        flaws = _flaws(trial, levelled)
        if levelled[-1].stop == len(trial) and flaws < best[0]:
            best = (flaws, trial, levelled, 1)
            if not flaws:
                break
    return best[1:]


def _flaws(flow: Flow, columns: Sequence[FilledColumn]) -> int:
    """What is wrong with a last page: lines by which its columns are uneven, hyphens at columns' feet."""
    hyphens = sum(flow.rows[c.stop - 1].hyphenated for c in columns[:-1] if c.stop > c.start)
    return uneven_end(flow, columns) * 2 + hyphens


def uneven_end(flow: Flow, columns: Sequence[FilledColumn]) -> int:
    """The lines by which columns of the page on which the text ends are shorter than its lowest, beyond one each: a line is
    left over where the lines cannot be divided evenly. A column over an advertisement need not go on beside it."""
    deepest = max((c.area.bottom for c in columns), default=0)
    level = [c for c in columns if c.area.bottom == deepest or c.area.over_ad]
    lowest = max((c.area.top + c.used for c in level if c.used), default=0)
    return sum(max(0, min(lowest, c.area.bottom) - c.area.top - c.used - 1) for c in level if not may_end(flow, c))


def may_end(flow: Flow, column: FilledColumn) -> bool:
    """Whether a column is not too short wherever it ends: the author asks for a new column or page there, or an item of a
    briefing, which is a whole of its own, follows."""
    stop = column.stop
    return stop < len(flow) and (bool(flow.forced[stop]) or flow.chunks[flow.chunk_of[stop]].item)


def _balanced(flow: Flow, start: int, areas: Sequence[ColumnArea]) -> tuple[FilledColumn, ...]:
    """The last page: the least depth that holds the rest, its columns even to within a line where breaks allow it.

    Columns beside a picture at the page's foot go down to the foot with it; beside an advertisement only when those over it are
    full. Where even the whole page does not hold the
    rest, the page is full and what is over is left.
    """
    need = flow.depth(start, len(flow))
    deepest = max((a.bottom for a in areas), default=0)
    if any(a.bottom < deepest and not a.over_ad for a in areas):
        filled = _fill_to(flow, start, areas, [deepest] * len(areas))
        if all(c.used for c in filled):
            return filled
    depth = max(min((a.top for a in areas), default=0), (need + sum(a.top for a in areas)) // max(1, len(areas)))
    for bottom in range(depth, deepest + 1):
        filled = _fill_to(flow, start, areas, [bottom] * len(areas))
        if filled[-1].stop == len(flow):
            return _evened(flow, start, areas, bottom, filled)
    return _fill_to(flow, start, areas, [deepest] * len(areas))


def _fill_to(flow: Flow, start: int, areas: Sequence[ColumnArea], depths: Sequence[int]) -> tuple[FilledColumn, ...]:
    columns: list[FilledColumn] = []
    for area, depth in zip(areas, depths, strict=True):
        if columns and start < len(flow) and flow.forced[start] == "page":
            columns.append(FilledColumn(area, start, start, 0))
            continue
        stop, used = flow.fill(start, min(area.bottom, depth) - area.top)
        columns.append(FilledColumn(area, start, stop, used))
        start = stop
    return tuple(columns)


def _evened(
    flow: Flow, start: int, areas: Sequence[ColumnArea], depth: int, filled: tuple[FilledColumn, ...],
) -> tuple[FilledColumn, ...]:
    """As many of the later columns a line shorter as still hold everything: 11, 10, 10 instead of 11, 11, 9."""
    for shorter in range(len(areas) - 1, 0, -1):
        depths = [depth] * (len(areas) - shorter) + [depth - 1] * shorter
        trial = _fill_to(flow, start, areas, depths)
        if trial[-1].stop == len(flow):
            return trial
    return filled
