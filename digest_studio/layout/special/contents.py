"""The contents: figures in their own column, titles, quiet sections; photograph and masthead at the last page's foot.

In: the issue and a line for every article (the plan's). Out: one page's items or more. How many pages it takes depends on
the titles alone, so the plan may ask before it knows a single page number; it may also ask for another number of pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import ceil
from typing import NamedTuple

from digest_studio.base.geometry import Rect
from digest_studio.display.items import ARTIFACT, Frame, Item, Tag
from digest_studio.layout.context import Context
from digest_studio.layout.picture import figure_tag, placed
from digest_studio.layout.special.listing import (
    MOST_ENTRIES,
    Column,
    Entry,
    EntrySetting,
    ListedArticle,
    Placed,
    balanced_again,
    by_section,
    entry_items,
    last_line,
    remembered,
    set_entries,
)
from digest_studio.layout.special.masthead import Masthead, masthead_items, set_masthead
from digest_studio.layout.special.sheet import Sheet
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.issue import ContentsEntry, Issue, Photo
from digest_studio.theme.special import ContentsColumn, ContentsSetting

PHOTO_GAP = 2
"""Grid lines free over the photograph."""
UNDIVIDED_OVER = 1.5
"""How much longer than the evenest division a page may be so that no section is divided; several columns stay even."""
LEAST_FILL = 0.55
"""How much of several pages a list must take; otherwise it is set smaller, on fewer."""
LEAST_AIRY = 0.25
"""How much of its pages a list must take where a planner wants more of them."""
MOST_LISTS = 150
"""Contents that are remembered: while a title is typed, each letter makes others."""
SECTION_RULE = 0.75
"""Grid lines between a section's hairline and the figure under it."""


class _List(NamedTuple):
    """What is to be set: the lines, and the context in each section's colour."""

    ctx: Context
    coloured: Mapping[str, Context]
    lines: Sequence[ListedArticle]


class Length(NamedTuple):
    """The number of a setting among the theme's, how many pages the list takes in it, and what part of their room it fills."""

    setting: int
    pages: int
    fill: float


class _Arrangement(NamedTuple):
    """The list in one setting: every page's columns."""

    setting: ContentsSetting
    pages: tuple[tuple[Column, ...], ...]

    @property
    def lines(self) -> float:
        """Grid lines that the longest column of each page takes, over all pages."""
        return sum(max(map(last_line, columns)) for columns in self.pages)


def contents_pages(ctx: Context, issue: Issue, lines: Sequence[ListedArticle]) -> int:
    """How many pages the contents takes; the lines' folios do not matter."""
    return _chosen(_List(ctx, {}, lines), set_masthead(ctx, issue), _photo_of(issue)).pages


def contents_lengths(ctx: Context, issue: Issue, lines: Sequence[ListedArticle]) -> tuple[Length, ...]:
    """The lengths that the contents may have: the one that it takes by itself, then others of no more pages than the theme
    allows, each in the roomiest setting that serves."""
    listed, masthead, photo = _List(ctx, {}, lines), set_masthead(ctx, issue), _photo_of(issue)
    own = _chosen(listed, masthead, photo)
    counts = (count for count in range(1, ctx.theme.special.contents.most_pages + 1) if count != own.pages)
    others = (_chosen(listed, masthead, photo, count) for count in counts)
    return own, *(each for each in others if each.pages and (each.pages < own.pages or each.fill >= LEAST_AIRY))


def contents(
    ctx: Context, issue: Issue, lines: Sequence[ListedArticle], photo: Photo | None = None, right_hand: bool = False,
    count: int = 0,
) -> tuple[tuple[Item, ...], ...]:
    """Each page's items. `right_hand` is the first page's side; the following pages alternate. `count`: how many pages, one of
    `contents_lengths`; 0 for as many as it takes by itself."""
    masthead = set_masthead(ctx, issue)
    coloured = by_section(ctx, issue)
    arrangement = _arrangement(_List(ctx, coloured, lines), masthead, photo, count)
    pages = []
    for number, columns in enumerate(arrangement.pages):
        sheet = Sheet(ctx, right_hand == (number % 2 == 0))
        items = list(_heading(ctx, sheet)) if number == 0 else []
        for column, place in zip(columns, arrangement.setting.columns, strict=True):
            items += _column_items(coloured, sheet, column, place, arrangement.setting)
        if number == len(arrangement.pages) - 1:
            items += _foot(ctx, sheet, max(map(last_line, columns), default=0.0), masthead, photo)
        pages.append((*items, Frame("contents", sheet.trim)))
    return tuple(pages)


def _photo_of(issue: Issue) -> Photo | None:
    return next((entry.photo for entry in issue.outline if isinstance(entry, ContentsEntry)), None)


def _chosen(listed: _List, masthead: Masthead, photo: Photo | None, count: int = 0) -> Length:
    """How the list is set on `count` pages (no page where it is not), or by itself, remembered: page numbers do not change it,
    and each plan asks twice."""
    known = listed.ctx.lists
    key = (count, masthead.lines, photo is None, *((line.section, line.title) for line in listed.lines))
    if key not in known:
        if len(known) >= MOST_LISTS:
            known.clear()
        known[key] = _roomiest(listed, masthead, photo, count) if count else _choose(listed, masthead, photo)
    return Length(*known[key])


def _roomiest(listed: _List, masthead: Masthead, photo: Photo | None, count: int) -> Length:
    """The roomiest setting in which the list fits on `count` pages and stands on each; of no page if there is none."""
    if count == (own := _chosen(listed, masthead, photo)).pages:
        return own
    rooms = _rooms(listed.ctx, count, masthead, photo)
    for number, setting in enumerate(listed.ctx.theme.special.contents.settings):
        found = _poured(listed.ctx, _entries(listed, setting), setting, rooms)
        if found and all(page[0] for page in found.pages):
            return Length(number, count, found.lines / sum(rooms))
    return Length(0, 0, 0.0)


def _choose(listed: _List, masthead: Masthead, photo: Photo | None) -> Length:
    """The roomiest setting in which the list fits on the wished number of pages and fills what it takes.

    A list that would leave several pages thin is tried in smaller settings on fewer; one that fits in none goes on in the
    smallest, on more pages.
    """
    design = listed.ctx.theme.special.contents
    thin: Length | None = None
    for number, setting in enumerate(design.settings):
        entries = _entries(listed, setting)
        for pages in range(1, design.most_pages + 1):
            rooms = _rooms(listed.ctx, pages, masthead, photo)
            if found := _poured(listed.ctx, entries, setting, rooms):
                length = Length(number, pages, found.lines / sum(rooms))
                if pages == 1 or length.fill >= LEAST_FILL:
                    return length
                thin = thin or length
                break
    if thin:
        return thin
    pages = design.most_pages + 1
    while not _poured(listed.ctx, entries, design.settings[-1], _rooms(listed.ctx, pages, masthead, photo)):
        pages += 1
    return Length(len(design.settings) - 1, pages, 1.0)


def _arrangement(listed: _List, masthead: Masthead, photo: Photo | None, count: int) -> _Arrangement:
    """The list poured as chosen."""
    choice = _chosen(listed, masthead, photo, count)
    setting = listed.ctx.theme.special.contents.settings[choice.setting]
    found = _poured(listed.ctx, _entries(listed, setting), setting, _rooms(listed.ctx, choice.pages, masthead, photo))
    assert found is not None, "it was chosen because it fits"
    return found


def _rooms(ctx: Context, pages: int, masthead: Masthead, photo: Photo | None) -> list[int]:
    """Grid lines that each page has for the list."""
    design = ctx.theme.special.contents
    room = ctx.theme.lines - design.head_lines
    reserved = _foot_lines(ctx, masthead)
    reserved += design.photo_lines[0] + PHOTO_GAP if photo else 0
    return [room] * (pages - 1) + [room - reserved]


def _entries(listed: _List, setting: ContentsSetting) -> tuple[Entry, ...]:
    """The list's lines set for a setting's columns, however many pages those stand on."""
    ctx = listed.ctx
    width = min(ctx.theme.column(*place.titles)[1] for place in setting.columns)
    name = 0.0
    if not _beside(setting.columns[0]):
        name = Sheet(ctx, True).cap_height(ctx.theme.styles[setting.figure]) / ctx.theme.grid.baseline + SECTION_RULE
    how = EntrySetting(setting.figure, setting.title, width, setting.gap, setting.section_gap, name)
    return set_entries(ctx, listed.coloured, listed.lines, how)


def _poured(
    ctx: Context, entries: Sequence[Entry], setting: ContentsSetting, rooms: Sequence[int]
) -> _Arrangement | None:
    """The list on pages of `rooms` grid lines, or None."""
    count = len(setting.columns)
    longest_over = UNDIVIDED_OVER if count == 1 else 1.0
    each = [room for room in rooms for _ in range(count)]
    columns = balanced_again(ctx, entries, each, longest_over) if max(rooms) > 0 else None
    if columns is None:
        return None
    return _Arrangement(setting, tuple(columns[n:n + count] for n in range(0, len(columns), count)))


def _beside(place: ContentsColumn) -> bool:
    """Whether sections' names stand beside their first titles, not over them."""
    return place.sections[1] < place.figures[0] or place.sections[0] > place.titles[1]


def contents_word(ctx: Context) -> str:
    """What the contents is called in the issue's language."""
    words = ctx.theme.special.contents.words
    return words.get(ctx.language.partition("-")[0]) or words.get("en") or "Contents"


def _heading(ctx: Context, sheet: Sheet) -> tuple[Item, ...]:
    """The word over the list, in the issue's language."""
    design = ctx.theme.special.contents
    word = contents_word(ctx)
    x, width = sheet.span(design.heading_columns)
    text = set_text(ctx, design.heading, word, width)
    rule = (sheet.short_rule(design.heading_columns, sheet.cap_top(0) + 2, design.accent),) if design.accent else ()
    return (*rule, *place_lines(text, x, sheet.baseline(design.heading_line), Tag("H1", "contents:heading")))


def _column_items(
    coloured: Mapping[str, Context], sheet: Sheet, column: Column, place: ContentsColumn, setting: ContentsSetting
) -> tuple[Item, ...]:
    """A column's entries; over each section a hairline, its name beside or above its first title."""
    top = sheet.theme.special.contents.head_lines
    items: list[Item] = []
    for placing in column:
        if placing.entry.opens or placing.opens:
            items += _opening(coloured, sheet, placing, place, setting)
        key = (id(placing.entry), placing.line, sheet.right_hand, place.figures, place.titles)
        make = partial(_held, sheet, placing, top, place)
        items += remembered(sheet.ctx.entries, key, make, MOST_ENTRIES)[1]
    return tuple(items)


def _held(sheet: Sheet, placing: Placed, top: float, place: ContentsColumn) -> tuple[Entry, tuple[Item, ...]]:
    """An entry's items, and the entry itself: as long as it is held, no other has its identity."""
    return placing.entry, entry_items(sheet, placing, top, place.figures, place.titles)


def _opening(
    coloured: Mapping[str, Context], sheet: Sheet, placing: Placed, place: ContentsColumn, setting: ContentsSetting
) -> Iterator[Item]:
    """What stands over or beside an entry that opens its section: a hairline and its name."""
    theme, entry = sheet.theme, placing.entry
    x, width = sheet.across(place.sections, place.figures, place.titles)
    above = placing.opens and not _beside(place)
    y = sheet.baseline(theme.special.contents.head_lines + placing.line) - (entry.name * theme.grid.baseline if above else 0)
    tallest = theme.styles[setting.section] if above else entry.figure.style
    rise = sheet.cap_height(tallest) + SECTION_RULE * theme.grid.baseline
    yield sheet.hairline(x, y - rise, width, theme.special.contents.rule)
    if placing.opens:
        left, measure = sheet.span(place.sections)
        name = set_text(coloured.get(entry.section, sheet.ctx), setting.section, entry.section, measure)
        tag = Tag("H2", f"contents:section:{entry.section}") if entry.opens else ARTIFACT
        yield from place_lines(name, left, y, tag)


def _foot_lines(ctx: Context, masthead: Masthead) -> int:
    """Grid lines that the masthead takes with the gap over it."""
    return masthead.lines + ctx.theme.special.contents.masthead_gap if masthead.lines else 0


def _foot(ctx: Context, sheet: Sheet, end: float, masthead: Masthead, photo: Photo | None) -> tuple[Item, ...]:
    """The photograph between the list's `end` (in grid lines from its first) and the masthead at the page's foot."""
    design = ctx.theme.special.contents
    grid = ctx.theme.grid.baseline
    first = ctx.theme.lines - masthead.lines
    items: list[Item] = []
    if masthead.lines:
        x, width = sheet.across(*design.masthead)
        if not photo:
            items.append(sheet.hairline(x, sheet.baseline(first) - ctx.theme.grid.hang - 0.75 * grid, width, design.rule))
        items += masthead_items(sheet, masthead, first)
    if photo:
        bottom = ctx.theme.lines - _foot_lines(ctx, masthead)
        lines = min(bottom - ceil(design.head_lines + end + PHOTO_GAP), design.photo_lines[1])
        x, width = sheet.span(design.photo_columns)
        y = sheet.cap_top(bottom - lines)
        left, right = (sheet.whole.x, sheet.whole.right) if design.photo_bleed else (x, x + width)
        box = Rect(left, y, right - left, sheet.baseline(bottom - 1) - y)
        items += [placed(ctx, photo, box, figure_tag(photo, "contents:photo")), Frame("contents:photo", box)]
    return tuple(items)
