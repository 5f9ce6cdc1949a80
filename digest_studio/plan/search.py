"""The order of least cost: how long each article is, where advertisements stand, how many pages are blank.

In: the outline's units with their variants, and the rules. Out: the row of least cost over every length of every article,
every place of every movable advertisement in its section, and blanks where a spread would be torn; articles never change
their order. It is dynamic programming over the row: two beginnings that use the same units and leave the same page, with the
same advertisement on the left of the open spread, can be continued alike, so only the cheaper one is kept. Exact, and as long
as the row is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from math import lcm
from typing import Any, NamedTuple

from digest_studio.plan.units import Unit, Variant
from digest_studio.theme.weights import Planning

MOST_MOVED = 7
"""Advertisements of one section that may move; further ones stay where the outline has them."""

BLANK = Unit("blank", 1)


class Rules(NamedTuple):
    """What an order is judged by. `wished`: the pages that the issue ought to have, 0 for as many as it takes; `tail`: the pages
    of booked advertisements behind the row; `facing`: the advertisements that one must not face."""

    first_right: bool = True
    multiple: int = 1
    wished: int = 0
    tail: int = 0
    facing: Mapping[str, frozenset[str]] = {}
    weights: Planning = Planning()

    @property
    def period(self) -> int:
        """Pages after which a row goes on as if it had just begun; 0 where each page counts."""
        return 0 if self.wished else lcm(2, self.multiple)


class Found(NamedTuple):
    """The row of least cost, blanks at its end not included, and its cost."""

    row: tuple[Unit, ...]
    cost: float
    blanks: int


_State = tuple[int, int, int, str]
"""How a beginning can be continued: units of the section used that keep their order, a bit for each movable one used, the next
page, the advertisement on the left of the open spread. (Tuples, as `_Way`: the search makes them by the thousand.)"""

_Way = tuple[float, Unit | None, Variant | None, bool, Any]
"""The cheapest beginning that leads to a state: its cost, its last unit in which variant, whether a blank stands before it, and
the way before that."""

_START: _Way = (0.0, None, None, False, None)


def search(units: Sequence[Unit], rules: Rules) -> Found:
    """The order of least cost."""
    ways: dict[tuple[int, str], _Way] = {(1, ""): _START}
    for _, section in groupby(units, key=lambda unit: unit.section):
        ways = _through(list(section), ways, rules)
    ends = ((way[0] + cost, blanks, way) for (page, _), way in ways.items() for blanks, cost in (_end(page, rules),))
    cost, blanks, way = min(ends, key=lambda end: end[0])
    return Found(tuple(_row(way)), cost, blanks)


def _row(way: _Way) -> list[Unit]:
    row: list[Unit] = []
    _, unit, variant, blank, before = way
    while unit is not None:
        row.append(unit if variant is None else unit.as_variant(variant))
        if blank:
            row.append(BLANK)
        _, unit, variant, blank, before = before
    return row[::-1]


def _end(page: int, rules: Rules) -> tuple[int, float]:
    """The blank pages behind a row that leaves `page` (modulo the period) free, and what the end costs."""
    count = page - 1 + rules.tail
    blanks = -count % rules.multiple
    if not rules.wished:
        return blanks, blanks * rules.weights.blank
    if rules.wished % rules.multiple == 0 and count <= rules.wished:
        blanks = rules.wished - count
    return blanks, blanks * rules.weights.blank + abs(count + blanks - rules.wished) * rules.weights.length


def _through(section: list[Unit], ways: dict[tuple[int, str], _Way], rules: Rules) -> dict[tuple[int, str], _Way]:
    """Each way continued through a section: its units, one more in each round, until all are used."""
    movable = [n for n, unit in enumerate(section) if unit.movable][:MOST_MOVED]
    fixed = [section[n] for n in range(len(section)) if n not in movable]
    moving = [(1 << k, section[n], n - k) for k, n in enumerate(movable)]  # the fixed units before it: all but the movable ones
    opening = sum(unit.kind == "divider" for unit in fixed)
    move, step = rules.weights.move, rules.weights.step
    layer: dict[_State, _Way] = {(0, 0, page, left): way for (page, left), way in ways.items()}
    for _ in section:
        following: dict[_State, _Way] = {}
        for (used, moved, page, left), way in layer.items():
            if used < len(fixed):
                _add(following, (used + 1, moved, page, left), way, fixed[used], rules, 0.0)
            if used >= opening:  # nothing stands before the section's divider
                for bit, unit, gap in moving:
                    if not moved & bit:
                        price = move + step * abs(used - gap) if used != gap else 0.0
                        _add(following, (used, moved | bit, page, left), way, unit, rules, price)
        layer = following
    done: dict[tuple[int, str], _Way] = {}
    for (_, _, page, left), way in layer.items():
        known = done.get((page, left))
        if known is None or way[0] < known[0]:
            done[page, left] = way
    return done


def _add(following: dict[_State, _Way], state: _State, way: _Way, unit: Unit, rules: Rules, price: float) -> None:
    """The way with the unit, in each of its variants, if that is the cheapest to its state."""
    used, moved, page, left = state
    right = is_right(page, rules.first_right)
    period, weights = rules.period, rules.weights
    for variant in unit.variants or (None,):
        pages, cost, starts_right, must = variant[:4] if variant else (unit.pages, 0.0, unit.starts_right, unit.must)
        blank = False
        following_page = page + pages
        if starts_right is not None and starts_right != right:
            if must:  # a spread would be torn
                blank = True
                following_page += 1
                cost += weights.gap
            else:
                cost += weights.divider if unit.kind == "divider" else weights.side
        elif right and unit.kind == "article" and pages % 2 == 0:
            cost += weights.turn
        if left and unit.kind == "ad" and not blank and _must_not(left, unit.id, rules):
            cost += weights.facing
        on_left = unit.id if rules.facing and unit.kind == "ad" and not is_right(following_page - 1, rules.first_right) else ""
        reached = (used, moved, (following_page - 1) % period + 1 if period else following_page, on_left)
        total = way[0] + price + cost
        known = following.get(reached)
        if known is None or total < known[0]:
            following[reached] = (total, unit, variant, blank, way)


def _must_not(left: str, right: str, rules: Rules) -> bool:
    return right in rules.facing.get(left, ()) or left in rules.facing.get(right, ())


def is_right(page: int, first_right: bool) -> bool:
    """Whether physical page `page` is a right-hand page."""
    return (page % 2 == 1) == first_right
