"""The row of units as it will be printed: booked advertisements, the order of least cost, blanks.

In: the outline's units. Out: the row, blanks included, a note for all that the planner did, and a problem for each rule that
cannot be kept (words.py says them).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import Said, say
from digest_studio.model.issue import AdEntry, Issue
from digest_studio.plan.search import BLANK, Found, Rules, search
from digest_studio.plan.units import Unit, position_words
from digest_studio.plan.words import moves, unmet_sides
from digest_studio.theme.weights import Planning


class Order(NamedTuple):
    """Units in the order of their pages, from page 1, with what was done and what could not be met."""

    units: tuple[Unit, ...]
    notes: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    cost: float = 0.0

    @property
    def page_count(self) -> int:
        return sum(u.pages for u in self.units)


class Arranged(NamedTuple):
    """The row of least cost, not yet put into words."""

    outline: tuple[Unit, ...]
    found: Found
    rules: Rules
    tail: tuple[Unit, ...]
    notes: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


def order_units(issue: Issue, units: Sequence[Unit], weights: Planning) -> Order:
    """Give every unit its place: booked positions, then the order of least cost, then the end."""
    return order_of(issue, arrange(issue, units, weights))


def arrange(issue: Issue, units: Sequence[Unit], weights: Planning) -> Arranged:
    """The units behind what is booked for the beginning, in the order of least cost."""
    notes: list[str] = []
    problems: list[Diagnostic] = []
    row = _with_inside_front(issue, list(units), notes, problems)
    tail = [Unit("ad", 1, ad) for position in ("inside-back-cover", "back-cover") for ad in _booked(issue, position)]
    rules = rules_of(issue, weights, len(tail))
    return Arranged(tuple(row), search(row, rules), rules, tuple(tail), tuple(notes), tuple(problems))


def order_of(issue: Issue, arranged: Arranged) -> Order:
    """The whole row, with what was done and what cannot be met."""
    outline, found, rules, tail, *_ = arranged
    notes = [*arranged.notes, *moves(outline, found.row, rules)]
    problems = [*arranged.problems, *unmet_sides(outline, found.row, rules)]
    closed = _closed(issue, found, tail, notes, problems)
    return Order(closed, tuple(notes), tuple(problems), found.cost)


def rules_of(issue: Issue, weights: Planning, tail: int) -> Rules:
    """What the issue asks of an order; `tail`: pages of advertisements booked at its end."""
    facing = {ad.id: frozenset(ad.not_facing) for ad in issue.ads.values() if ad.not_facing}
    return Rules(issue.first_page % 2 == 1, issue.page_multiple, issue.pages or 0, tail, facing, weights)


def _with_inside_front(issue: Issue, row: list[Unit], notes: list[str], problems: list[Diagnostic]) -> list[Unit]:
    """Advertisements booked inside the front cover stand on page 2, behind the cover."""
    for ad in _booked(issue, "inside-front-cover"):
        if not row or row[0].kind != "cover":
            problems.append(_no_room(issue, ad, say("the issue has no cover to stand behind")))
            continue
        row.insert(1, Unit("ad", 1, ad))
        notes.append(say("page 2: advertisement {ad} inside the front cover", ad=ad))
    return row


def _closed(
    issue: Issue, found: Found, tail: Sequence[Unit], notes: list[str], problems: list[Diagnostic],
) -> tuple[Unit, ...]:
    """The row with its blank pages and what is booked for its end."""
    used = sum(unit.pages for unit in found.row)
    count = used + found.blanks + len(tail)
    if issue.pages and count != issue.pages:
        problems.append(Diagnostic(
            "page-count",
            say("the issue takes {count} pages and is wished to have {wished}", count=used + len(tail), wished=issue.pages),
            say("set pages: {count} or auto, or take articles out", count=count), value=count, limit=issue.pages,
        ))
    if found.blanks:
        notes.append(say(
            "page {first} is left blank to make {count} pages, a multiple of {multiple}" if found.blanks == 1
            else "pages {first} to {last} are left blank to make {count} pages, a multiple of {multiple}",
            first=used + 1, last=used + found.blanks, count=count, multiple=issue.page_multiple,
        ))
    return (*found.row, *(BLANK for _ in range(found.blanks)), *tail)


def _booked(issue: Issue, position: str) -> list[str]:
    """The advertisements in the outline that ask for `position`, each as often as it is booked."""
    entries = (e.ad for e, _ in issue.entries() if isinstance(e, AdEntry) and e.ad in issue.ads)
    return [ad for ad in entries if issue.ads[ad].position == position]


def _no_room(issue: Issue, ad: str, why: Said) -> Diagnostic:
    message = say("advertisement {ad} cannot stand {where}: {why}", ad=ad, where=position_words(issue.ads[ad]), why=why)
    return Diagnostic("ad-position", message, say("set position: any"), source=issue.ads[ad].source, ad=ad)
