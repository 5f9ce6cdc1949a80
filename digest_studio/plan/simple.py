"""The simple planner: the outline's order, sides obeyed by moving advertisements within their section, blanks at the end.

In: units. Out: the row of units as it will be printed, blanks included, and a note for everything that it did. A searching
planner takes the same units and returns the same row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.say import Said, say
from digest_studio.model.issue import AdEntry, Issue
from digest_studio.plan.units import Unit, position_words


class Order(NamedTuple):
    """Units in the order of their pages, from page 1, with what was done and what could not be met."""

    units: tuple[Unit, ...]
    notes: tuple[str, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def page_count(self) -> int:
        return sum(u.pages for u in self.units)


def order_units(issue: Issue, units: Sequence[Unit], notes: list[str]) -> Order:
    """Give every unit its place: positions, sides, then the page multiple."""
    problems: list[Diagnostic] = []
    row = _with_inside_front(issue, list(units), notes, problems)
    row = _move_ads(row, _first_right(issue), notes)
    row = _open_spreads(row, _first_right(issue), notes)
    problems += _unmet_sides(row, _first_right(issue))
    row = _close(issue, row, notes, problems)
    return Order(tuple(row), tuple(notes), tuple(problems))


def _first_right(issue: Issue) -> bool:
    return issue.first_page % 2 == 1


def starts(row: Sequence[Unit], first: int = 1) -> list[int]:
    """Each unit's first page; the row's first unit stands on page `first`."""
    return list(accumulate((unit.pages for unit in row[:-1]), initial=first)) if row else []


def is_right(page: int, first_right: bool) -> bool:
    """Whether physical page `page` is a right-hand page."""
    return (page % 2 == 1) == first_right


def _unmet(row: Sequence[Unit], first_right: bool, first: int = 1) -> list[int]:
    """The indices of the units in a row from page `first` on that stand on the wrong side."""
    pages = starts(row, first)
    return [n for n, u in enumerate(row) if u.starts_right is not None and is_right(pages[n], first_right) != u.starts_right]


def _move_ads(row: list[Unit], first_right: bool, notes: list[str]) -> list[Unit]:
    """Move advertisements within their sections as long as fewer sides are wrong, by the smallest move that helps.

    A section is as long as before when its parts change places, so each is mended for itself.
    """
    done: list[Unit] = []
    page = 1
    for _, part in groupby(row, key=lambda unit: unit.section):
        mended = _mend_section(list(part), page, first_right, notes)
        page += sum(unit.pages for unit in mended)
        done += mended
    return done


def _mend_section(part: list[Unit], page: int, first_right: bool, notes: list[str]) -> list[Unit]:
    """A section's units, from page `page` on, with its advertisements moved to where sides are right."""
    while unmet := _unmet(part, first_right, page):
        moves = [
            (len(_unmet(_moved(part, n, target), first_right, page)), abs(target - n), n, target)
            for n, unit in enumerate(part) if unit.movable
            for target, other in enumerate(part) if target != n and other.kind in ("article", "ad")
        ]
        best = min(moves, default=None)
        if best is None or best[0] >= len(unmet):
            break
        reason = _reason(part, unmet[0])
        part = _moved(part, *best[2:])
        target = best[3]
        notes.append(say("page {page}: advertisement {ad} moved {where} {why}", page=starts(part, page)[target],
                         ad=part[target].id, where=_beside(part, target), why=reason))
    return part


def _moved(row: Sequence[Unit], origin: int, target: int) -> list[Unit]:
    moved = list(row)
    moved.insert(target, moved.pop(origin))
    return moved


def _beside(row: Sequence[Unit], at: int) -> Said:
    if at and row[at - 1].kind in ("article", "ad"):
        return say("after {other}", other=row[at - 1].id)
    return say("before {other}", other=row[at + 1].id)


def _reason(row: Sequence[Unit], n: int) -> Said:
    unit = row[n]
    if unit.kind == "ad":
        return say("to stand on a right-hand page" if unit.starts_right else "to stand on a left-hand page")
    return say("so that {other} starts on a right-hand page" if unit.starts_right
               else "so that {other} starts on a left-hand page", other=unit.id)


def _open_spreads(row: list[Unit], first_right: bool, notes: list[str]) -> list[Unit]:
    """A spread that no move could bring to its side gets a blank page before it: it must not be torn."""
    while True:
        torn = [n for n in _unmet(row, first_right) if row[n].must]
        if not torn:
            return row
        n = torn[0]
        notes.append(say("page {page}: left blank so that {other} opens on facing pages", page=starts(row)[n], other=row[n].id))
        row = [*row[:n], Unit("blank", 1, section=row[n].section), *row[n:]]


def _unmet_sides(row: Sequence[Unit], first_right: bool) -> list[Diagnostic]:
    pages = starts(row)
    found = []
    for n in _unmet(row, first_right):
        unit = row[n]
        found.append(Diagnostic(
            "side",
            say("{what} asks for a right-hand page and stands on page {page}" if unit.starts_right
                else "{what} asks for a left-hand page and stands on page {page}", what=_called(unit), page=pages[n]),
            say("move it past an article with an odd number of pages, or allow any side"), Severity.WARNING, unit.source,
            page=pages[n], ad=unit.id if unit.kind == "ad" else None, limit="right" if unit.starts_right else "left",
        ))
    return found


def _called(unit: Unit) -> str:
    match unit.kind:
        case "ad":
            return say("advertisement {ad}", ad=unit.id)
        case "divider":
            return say("the divider of {section}", section=unit.id)
        case "cover":
            return say("cover")
        case _:
            return unit.id or unit.kind


def _with_inside_front(issue: Issue, row: list[Unit], notes: list[str], problems: list[Diagnostic]) -> list[Unit]:
    """Advertisements booked inside the front cover stand on page 2, behind the cover."""
    for ad in _booked(issue, "inside-front-cover"):
        if not row or row[0].kind != "cover":
            problems.append(_no_room(issue, ad, say("the issue has no cover to stand behind")))
            continue
        row.insert(1, Unit("ad", 1, ad))
        notes.append(say("page 2: advertisement {ad} inside the front cover", ad=ad))
    return row


def _close(issue: Issue, row: list[Unit], notes: list[str], problems: list[Diagnostic]) -> list[Unit]:
    """Blanks up to the page multiple (or the wished page count), then inside back cover and back cover."""
    tail = [Unit("ad", 1, ad) for position in ("inside-back-cover", "back-cover") for ad in _booked(issue, position)]
    count = sum(u.pages for u in row) + len(tail)
    goal = max(issue.pages or 0, count)
    goal += -goal % issue.page_multiple
    if issue.pages and goal != issue.pages:
        problems.append(Diagnostic(
            "page-count", say("the issue takes {count} pages and is wished to have {wished}", count=count, wished=issue.pages),
            say("set pages: {count} or auto, or take articles out", count=goal), value=goal, limit=issue.pages,
        ))
    blanks = goal - count
    if blanks:
        first = sum(u.pages for u in row) + 1
        notes.append(say(
            "page {first} is left blank to make {count} pages, a multiple of {multiple}" if blanks == 1
            else "pages {first} to {last} are left blank to make {count} pages, a multiple of {multiple}",
            first=first, last=first + blanks - 1, count=goal, multiple=issue.page_multiple,
        ))
    return [*row, *(Unit("blank", 1) for _ in range(blanks)), *tail]


def _booked(issue: Issue, position: str) -> list[str]:
    """The advertisements in the outline that ask for `position`, each as often as it is booked."""
    entries = (e.ad for e, _ in issue.entries() if isinstance(e, AdEntry) and e.ad in issue.ads)
    return [ad for ad in entries if issue.ads[ad].position == position]


def _no_room(issue: Issue, ad: str, why: Said) -> Diagnostic:
    message = say("advertisement {ad} cannot stand {where}: {why}", ad=ad, where=position_words(issue.ads[ad]), why=why)
    return Diagnostic("ad-position", message, say("set position: any"), source=issue.ads[ad].source, ad=ad)
