"""Pour a flow into columns: straight page bottoms, balanced ends, no hyphen where the eye leaves the column.

In: a `Flow` and the columns of each page (top and bottom in grid lines). Out: `Poured`: which rows stand in which column.
A column that would end short (for a widow's or an orphan's sake) is mended by setting one of its paragraphs a line longer
or shorter, which the breaker does within its tolerances; what was spent on it is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digest_studio.layout.flow import Chunk, Flow
from digest_studio.text.setting import Request

MOST_TRIALS = 10  # paragraphs tried to mend one column: beyond that the gain is rare and the time is not

Resetter = Callable[[Chunk, Request], Chunk]


@dataclass(frozen=True, slots=True)
class ColumnArea:
    """A column's room on a page: grid lines `top` (first) to `bottom` (first not its own); `x` and `width` in points."""

    x: float
    width: float
    top: int
    bottom: int

    @property
    def room(self) -> int:
        return max(0, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class FilledColumn:
    """Rows `start` to `stop` of the flow in a column, `used` lines of it."""

    area: ColumnArea
    start: int
    stop: int
    used: int


@dataclass(frozen=True, slots=True)
class Poured:
    """The flow as it ended up (some paragraphs set anew), its columns page by page, and rows that found no place."""

    flow: Flow
    pages: tuple[tuple[FilledColumn, ...], ...]
    left_over: int
    short: int
    reset: int


def pour(flow: Flow, pages: Sequence[Sequence[ColumnArea]], reset: Resetter) -> Poured:
    """Fill the pages' columns with the flow, the last page balanced. `left_over` counts grid lines without a place."""
    start, resets = 0, 0
    done: list[tuple[FilledColumn, ...]] = []
    for number, areas in enumerate(pages):
        if number == len(pages) - 1:
            balanced, flow, tried = _balanced(flow, start, areas, reset)
            resets += tried
            done.append(balanced)
            start = balanced[-1].stop if balanced else start
            break
        columns: list[FilledColumn] = []
        for n, area in enumerate(areas):
            if columns and start < len(flow) and flow.forced[start] == "page":
                columns.append(FilledColumn(area, start, start, 0))
                continue
            flow, filled, tried = _settle(flow, start, area, reset, last=n == len(areas) - 1)
            resets += tried
            columns.append(filled)
            start = filled.stop
        done.append(tuple(columns))
    left = flow.depth(start, len(flow)) if start < len(flow) else 0
    short = sum(c.area.room - c.used for page in done[:-1] for c in page if c.used)
    return Poured(flow, tuple(done), left, short, resets)


def _settle(flow: Flow, start: int, area: ColumnArea, reset: Resetter, last: bool) -> tuple[Flow, FilledColumn, int]:
    """Fill one column to its foot; where that fails, or a hyphen ends it, set one of its paragraphs anew."""
    stop, used = flow.fill(start, area.room)
    filled = FilledColumn(area, start, stop, used)
    if stop >= len(flow) or flow.forced[stop] or stop == start:
        return flow, filled, 0
    if used == area.room and not flow.rows[stop - 1].hyphenated:
        return flow, filled, 0
    for trial in _trials(flow, start, stop, used, area.room, reset):
        new_stop, new_used = trial.fill(start, area.room)
        if new_stop < len(trial) and new_used == area.room and not trial.rows[new_stop - 1].hyphenated:
            return trial, FilledColumn(area, start, new_stop, new_used), 1
    return flow, filled, 0


def _trials(flow: Flow, start: int, stop: int, used: int, room: int, reset: Resetter) -> list[Flow]:
    """Other settings of the paragraphs that begin in the column, the gentlest first: longest paragraphs, one line."""
    last = min(flow.chunk_of[min(stop, len(flow) - 1)], len(flow.chunks) - 1)
    numbers = [n for n in range(flow.chunk_of[start], last + 1) if flow.chunks[n].recipe and flow.first_row[n] >= start]
    trials: list[Flow] = []
    if used == room:
        number = flow.chunk_of[stop - 1]
        line = stop - 1 - flow.first_row[number]
        if flow.first_row[number] >= start and flow.chunks[number].recipe:
            trials += _variants(flow, number, (Request(unhyphenated=frozenset((line,))),), reset)
    numbers.sort(key=lambda n: -len(flow.chunks[n].rows))
    for number in numbers[:MOST_TRIALS // 2]:
        trials += _variants(flow, number, (Request(looseness=1), Request(looseness=-1)), reset)
    return trials


def _variants(flow: Flow, number: int, requests: Sequence[Request], reset: Resetter) -> list[Flow]:
    chunk = flow.chunks[number]
    found = []
    for request in requests:
        new = reset(chunk, request)
        wished = len(chunk.rows) + request.looseness
        if len(new.rows) == wished and new.rows != chunk.rows:
            found.append(flow.replaced(number, new))
    return found


def _balanced(
    flow: Flow, start: int, areas: Sequence[ColumnArea], reset: Resetter,
) -> tuple[tuple[FilledColumn, ...], Flow, int]:
    """The last page: the least depth that holds the rest, its columns even to within a line where breaks allow it.

    Where even the whole page does not hold it, the page is filled like any other and the rest is left over.
    """
    need = flow.depth(start, len(flow))
    deepest = max((a.bottom for a in areas), default=0)
    depth = max(min((a.top for a in areas), default=0), (need + sum(a.top for a in areas)) // max(1, len(areas)))
    while depth <= deepest:
        filled = _fill_to(flow, start, areas, [depth] * len(areas))
        if filled[-1].stop == len(flow):
            return _evened(flow, start, areas, depth, filled), flow, 0
        depth += 1
    columns: list[FilledColumn] = []
    resets = 0
    for area in areas:
        flow, column, tried = _settle(flow, start, area, reset, last=False)
        resets += tried
        columns.append(column)
        start = column.stop
    return tuple(columns), flow, resets


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
