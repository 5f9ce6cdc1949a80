"""The simple planner: the outline's order, sides obeyed by moving advertisements within their section, blanks at the end.

In: units. Out: the row of units as it will be printed, blanks included, and a note for everything that it did. A searching
planner takes the same units and returns the same row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.model.issue import AdEntry, Issue
from digest_studio.plan.units import Unit


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
        notes.append(f"page {starts(part, page)[target]}: advertisement {part[target].id} moved {_beside(part, target)}{reason}")
    return part


def _moved(row: Sequence[Unit], origin: int, target: int) -> list[Unit]:
    moved = list(row)
    moved.insert(target, moved.pop(origin))
    return moved


def _beside(row: Sequence[Unit], at: int) -> str:
    if at and row[at - 1].kind in ("article", "ad"):
        return f"after {row[at - 1].id}"
    return f"before {row[at + 1].id}"


def _reason(row: Sequence[Unit], n: int) -> str:
    unit = row[n]
    side = "right" if unit.starts_right else "left"
    subject = "to stand" if unit.kind == "ad" else f"so that {unit.id} starts"
    return f" {subject} on a {side}-hand page"


def _open_spreads(row: list[Unit], first_right: bool, notes: list[str]) -> list[Unit]:
    """A spread that no move could bring to its side gets a blank page before it: it must not be torn."""
    while True:
        torn = [n for n in _unmet(row, first_right) if row[n].must]
        if not torn:
            return row
        n = torn[0]
        notes.append(f"page {starts(row)[n]}: left blank so that {row[n].id} opens on facing pages")
        row = [*row[:n], Unit("blank", 1, section=row[n].section), *row[n:]]


def _unmet_sides(row: Sequence[Unit], first_right: bool) -> list[Diagnostic]:
    pages = starts(row)
    found = []
    for n in _unmet(row, first_right):
        unit = row[n]
        side = "right" if unit.starts_right else "left"
        what = {"ad": f"advertisement {unit.id}", "divider": f"the divider of {unit.id}"}.get(unit.kind, unit.id or unit.kind)
        found.append(Diagnostic(
            "side", f"{what} asks for a {side}-hand page and stands on page {pages[n]}",
            "move it past an article with an odd number of pages, or allow any side", Severity.WARNING, unit.source,
            page=pages[n], ad=unit.id if unit.kind == "ad" else None, limit=side,
        ))
    return found


def _with_inside_front(issue: Issue, row: list[Unit], notes: list[str], problems: list[Diagnostic]) -> list[Unit]:
    """Advertisements booked inside the front cover stand on page 2, behind the cover."""
    for ad in _booked(issue, "inside-front-cover"):
        if not row or row[0].kind != "cover":
            problems.append(_no_room(issue, ad, "the issue has no cover to stand behind"))
            continue
        row.insert(1, Unit("ad", 1, ad))
        notes.append(f"page 2: advertisement {ad} inside the front cover")
    return row


def _close(issue: Issue, row: list[Unit], notes: list[str], problems: list[Diagnostic]) -> list[Unit]:
    """Blanks up to the page multiple (or the wished page count), then inside back cover and back cover."""
    tail = [Unit("ad", 1, ad) for position in ("inside-back-cover", "back-cover") for ad in _booked(issue, position)]
    count = sum(u.pages for u in row) + len(tail)
    goal = max(issue.pages or 0, count)
    goal += -goal % issue.page_multiple
    if issue.pages and goal != issue.pages:
        problems.append(Diagnostic(
            "page-count", f"the issue takes {count} pages and is wished to have {issue.pages}",
            f"set pages: {goal} or auto, or take articles out", value=goal, limit=issue.pages,
        ))
    blanks = goal - count
    if blanks:
        first = sum(u.pages for u in row) + 1
        which = f"page {first} is" if blanks == 1 else f"pages {first} to {first + blanks - 1} are"
        notes.append(f"{which} left blank to make {goal} pages, a multiple of {issue.page_multiple}")
    return [*row, *(Unit("blank", 1) for _ in range(blanks)), *tail]


def _booked(issue: Issue, position: str) -> list[str]:
    """The advertisements in the outline that ask for `position`, each as often as it is booked."""
    entries = (e.ad for e, _ in issue.entries() if isinstance(e, AdEntry) and e.ad in issue.ads)
    return [ad for ad in entries if issue.ads[ad].position == position]


def _no_room(issue: Issue, ad: str, why: str) -> Diagnostic:
    return Diagnostic("ad-position", f"advertisement {ad} cannot stand {issue.ads[ad].position.replace('-', ' ')}: {why}",
                      "set position: any", source=issue.ads[ad].source, ad=ad)
