"""Lists of articles with their page numbers, as contents and dividers print them: set once, poured into columns.

In: lines (a section, an article, its title, its folio) and a size to set them in. Out: `Entry`s, columns of them, items.
Entries are as far apart as their setting says, so that the white between them is even; only a column's first stands on
the grid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import floor
from typing import NamedTuple, Protocol, TypeVar

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Item, Link, Tag
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.special.sheet import Sheet, one_line
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.issue import Issue, Section
from digest_studio.theme.names import Columns, StyleName

ROUNDING = 0.01
"""Grid lines by which sums of depths may differ as they are added up."""


MOST_ENTRIES, MOST_POURED, MOST_COUNTS = 10_000, 100, 500
"""Lines, lists in columns, and lists of which something was counted, that are remembered: while a title is typed, each letter
makes others."""

Value = TypeVar("Value")


class ListedArticle(Protocol):
    """What a line of the contents knows; the plan's ContentsLine is one. `section` "" is outside sections."""

    @property
    def section(self) -> str: ...

    @property
    def article(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def folio(self) -> str | None: ...


class Entry(NamedTuple):
    """An article's line, figure and title set to `width` points.

    `depth`: grid lines from its first to its last baseline, both counted; `step`: to the next entry. `lead`: more of them
    over an entry that opens a section below another; `name`: more for the section's name where that stands over it.
    """

    article: str
    section: str
    opens: bool
    figure: SetText
    title: SetText
    width: float
    depth: float
    step: float
    lead: float = 0.0
    name: float = 0.0


class Placed(NamedTuple):
    """An entry on grid line `line`; `opens`: its section's name is printed with it (again at a column's top)."""

    entry: Entry
    line: float
    opens: bool


Column = tuple[Placed, ...]


class EntrySetting(NamedTuple):
    """How entries are set: styles, the titles' width in points, the least grid lines between two, lead and name as Entry's."""

    figure: StyleName
    title: StyleName
    width: float
    gap: float
    lead: float = 0.0
    name: float = 0.0


def remembered(memory: dict[object, Value], key: object, make: Callable[[], Value], most: int) -> Value:
    """What was made under a key, made at the first time; the memory begins anew when it holds `most`."""
    try:
        return memory[key]
    except KeyError:
        if len(memory) >= most:
            memory.clear()
        made = memory[key] = make()
        return made


def by_section(ctx: Context, issue: Issue) -> Mapping[str, Context]:
    """The context in every section's own colour, by the section's name."""
    names = [entry.name for entry in issue.outline if isinstance(entry, Section)]
    return {name: replace(ctx, theme=ctx.theme.in_section(number)) for number, name in enumerate(names)}


def set_entries(
    ctx: Context, coloured: Mapping[str, Context], lines: Iterable[ListedArticle], setting: EntrySetting
) -> tuple[Entry, ...]:
    """The lines set in their sections' colours (`by_section`), from which columns are poured."""
    entries: list[Entry] = []
    section: str | None = None
    for line in lines:
        inner = coloured.get(line.section, ctx)
        opens = line.section != section
        key = (line.section, line.article, line.title, line.folio, opens, setting, inner.theme.colours["section"])
        entries.append(remembered(ctx.entries, key, partial(_entry, inner, line, opens, setting), MOST_ENTRIES))
        section = line.section
    return tuple(entries)


def _entry(ctx: Context, line: ListedArticle, opens: bool, setting: EntrySetting) -> Entry:
    grid = ctx.theme.grid.baseline
    tall = Sheet(ctx, True).cap_height(ctx.theme.styles[setting.figure])
    text = set_text(ctx, setting.title, one_line(line.title), setting.width)
    number = set_text(ctx, setting.figure, line.folio or "", setting.width)
    leading = text.style.leading
    count = len(text.setting.lines)
    depth = (count - 1) * leading / grid + 1
    step = max(count * leading, tall) / grid + setting.gap
    lead = setting.lead if opens else 0.0
    return Entry(line.article, line.section, opens, number, text, setting.width, depth, step, lead, setting.name)


def pour(entries: Sequence[Entry], rooms: Sequence[int], *, whole: bool = False) -> tuple[Column, ...] | None:
    """The entries in columns of `rooms` grid lines each, or None if they do not fit. `whole`: no section is divided."""
    columns: list[Column] = []
    rest = list(entries)
    for room in rooms:
        column = _column(rest, room, whole)
        columns.append(column)
        rest = rest[len(column):]
    return None if rest else tuple(columns)


def _column(entries: Sequence[Entry], room: int, whole: bool) -> Column:
    placed: list[Placed] = []
    line = 0.0
    for number, entry in enumerate(entries):
        opens = bool(entry.section) and (entry.opens or not placed)
        first = line + (entry.lead if placed else 0.0) + (entry.name if opens else 0.0)
        kept = _kept(entries, number, whole) if entry.opens and placed else entries[number:number + 1]
        if first + sum(e.step for e in kept[:-1]) + kept[-1].depth > room:
            return _without_widow(placed, entries[number:])
        placed.append(Placed(entry, first, opens))
        line = first + entry.step
    return tuple(placed)


def _without_widow(placed: list[Placed], rest: Sequence[Entry]) -> Column:
    """The column less its last entry, if the next column would begin with no more than its section's very last."""
    alone = not rest[0].opens and (len(rest) == 1 or rest[1].opens)
    if alone and len(placed) > 1 and not placed[-1].entry.opens:
        return tuple(placed[:-1])
    return tuple(placed)


def _kept(entries: Sequence[Entry], number: int, whole: bool) -> Sequence[Entry]:
    """What must stand in one column with the entry that opens a section: the section, or two of its entries."""
    end = number + 1
    while end < len(entries) and not entries[end].opens:
        end += 1
    return entries[number:end if whole else min(end, number + 2)]


def balanced_again(
    ctx: Context, entries: Sequence[Entry], rooms: Sequence[int], longest_over: float,
) -> tuple[Column, ...] | None:
    """`balanced`, remembered: an article that moves among others of as many lines leaves the columns as they were."""
    shapes = tuple((e.opens, bool(e.section), e.depth, e.step, e.lead, e.name) for e in entries)
    places = remembered(ctx.poured, (shapes, tuple(rooms), longest_over),
                        lambda: _places(balanced(entries, rooms, longest_over)), MOST_POURED)
    if places is None:
        return None
    rest = iter(entries)
    return tuple(tuple(Placed(next(rest), *place) for place in column) for column in places)


def _places(columns: tuple[Column, ...] | None) -> tuple[tuple[tuple[float, bool], ...], ...] | None:
    """On which line each entry of each column stands, and whether it opens its section."""
    if columns is None:
        return None
    return tuple(tuple((placed.line, placed.opens) for placed in column) for column in columns)


def balanced(entries: Sequence[Entry], rooms: Sequence[int], longest_over: float) -> tuple[Column, ...] | None:
    """The entries poured so that the longest column is as short as can be; sections undivided where that makes it at most
    `longest_over` times longer. None if they do not fit at all."""
    if not entries:
        return ((),) * len(rooms)
    most = max(rooms)
    shortest = _shortest(lambda limit: pour(entries, _at_most(limit, rooms)), _least(entries, rooms), most)
    if shortest is None:
        return None
    most = min(most, floor(longest_over * shortest[0]))
    undivided = _shortest(lambda limit: pour(entries, _at_most(limit, rooms), whole=True), shortest[0], most)
    return (undivided or shortest)[1]


def _at_most(limit: int, rooms: Sequence[int]) -> list[int]:
    return [min(room, limit) for room in rooms]


def _least(entries: Sequence[Entry], rooms: Sequence[int]) -> int:
    """A limit below which the entries' depths are too much for the columns; more than all rooms have if they do not fit.

    Where columns must not break, and what stands over sections, is not counted, so the least that serves may be more.
    """
    spare = max(entry.step - entry.depth for entry in entries)
    needed = sum(entry.step for entry in entries) - len(rooms) * spare - ROUNDING
    most = max(rooms)
    return next((limit for limit in range(1, most + 1) if sum(_at_most(limit, rooms)) >= needed), most + 1)


def _shortest(
    attempt: Callable[[int], tuple[Column, ...] | None], least: int, most: int,
) -> tuple[int, tuple[Column, ...]] | None:
    """The least limit from `least` to `most` with which the attempt succeeds, and what came of it."""
    found = attempt(most) if least <= most else None
    if found is None:
        return None
    low, high = least, most
    while low < high:
        middle = (low + high) // 2
        made = attempt(middle)
        if made is None:
            low = middle + 1
        else:
            high, found = middle, made
    return high, found


def last_line(column: Column) -> float:
    """The grid line after the column's last baseline, from the column's first."""
    return column[-1].line + column[-1].entry.depth if column else 0.0


def entry_items(sheet: Sheet, placed: Placed, top: float, figures: Columns, titles: Columns) -> tuple[Item, ...]:
    """Figure and title on their common baseline, and the link over both; `top` is the column's first grid line."""
    entry = placed.entry
    y = sheet.baseline(top + placed.line)
    left, width = sheet.span(figures)
    x, measure = sheet.span(titles)
    number = entry.figure
    start = left + width - entry.width if number.style.align == "end" else left
    tag = Tag("TOCI", f"contents:{entry.article}")
    cap = sheet.cap_height(number.style)
    over = (len(entry.title.setting.lines) - 1) * entry.title.style.leading + 0.3 * entry.title.style.size
    return (
        *place_lines(number, start, y, tag),
        *place_lines(entry.title, x, y, tag),
        Link(Rect(left, y - cap, x + measure - left, cap + over), f"article:{entry.article}", contents=_words(entry.title)),
    )


def _words(text: SetText) -> str:
    """The set text as a reader says it, for the link's description."""
    lines = ("".join("".join(run.text) for run in line.runs) for line in text.setting.lines)
    return " ".join(line.strip() for line in lines).replace("\u00ad ", "")
