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
from typing import NamedTuple

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


class _State(NamedTuple):
    """How a beginning can be continued: units of the section used (those that keep their order; a bit for each movable one),
    the next page, the advertisement on the left of the open spread."""

    used: int
    moved: int
    page: int
    left: str


class _Way(NamedTuple):
    """The cheapest beginning that leads to a state: its cost, its last units, and the way before them."""

    cost: float
    units: tuple[Unit, ...]
    before: _Way | None


def search(units: Sequence[Unit], rules: Rules) -> Found:
    """The order of least cost."""
    ways: dict[tuple[int, str], _Way] = {(1, ""): _Way(0.0, (), None)}
    for _, section in groupby(units, key=lambda unit: unit.section):
        ways = _through(list(section), ways, rules)
    best: Found | None = None
    for (page, _), way in ways.items():
        blanks, cost = _end(page, rules)
        if best is None or way.cost + cost < best.cost:
            best = Found(tuple(_row(way)), way.cost + cost, blanks)
    assert best is not None
    return best


def _row(way: _Way | None) -> list[Unit]:
    parts = []
    while way is not None:
        parts.append(way.units)
        way = way.before
    return [unit for part in reversed(parts) for unit in part]


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
    fixed = [n for n in range(len(section)) if n not in movable]
    before = [sum(n < m for n in fixed) for m in movable]  # fixed units before each movable one
    opening = sum(section[n].kind == "divider" for n in fixed)
    layer = {_State(0, 0, page, left): way for (page, left), way in ways.items()}
    for _ in section:
        following: dict[_State, _Way] = {}
        for state, way in layer.items():
            if state.used < len(fixed):
                _add(following, state._replace(used=state.used + 1), way, section[fixed[state.used]], rules)
            if state.used < opening:
                continue  # nothing stands before the section's divider
            for number, place in enumerate(movable):
                if not state.moved >> number & 1:
                    distance = abs(state.used - before[number])
                    price = rules.weights.move + rules.weights.step * distance if distance else 0.0
                    _add(following, state._replace(moved=state.moved | 1 << number), way, section[place], rules, price)
        layer = following
    done: dict[tuple[int, str], _Way] = {}
    for state, way in layer.items():
        key = (state.page, state.left)
        if key not in done or way.cost < done[key].cost:
            done[key] = way
    return done


def _add(
    following: dict[_State, _Way], state: _State, way: _Way, unit: Unit, rules: Rules, price: float = 0.0,
) -> None:
    """The way with the unit, in each of its variants, if that is the cheapest to its state."""
    for variant in unit.variants or (Variant(unit.pages, 0.0, unit.starts_right, unit.must, unit.members),):
        page, units, cost = _placed(unit, variant, state.page, rules)
        if state.left and units[0].kind == "ad" and _must_not(state.left, unit.id, rules):
            cost += rules.weights.facing
        left = ""
        if rules.facing and unit.kind == "ad" and not is_right(page - 1, rules.first_right):
            left = unit.id
        total = way.cost + price + cost
        reached = _State(state.used, state.moved, _wrapped(page, rules), left)
        known = following.get(reached)
        if known is None or total < known.cost:
            following[reached] = _Way(total, units, way)


def _must_not(left: str, right: str, rules: Rules) -> bool:
    return right in rules.facing.get(left, ()) or left in rules.facing.get(right, ())


def _placed(unit: Unit, variant: Variant, page: int, rules: Rules) -> tuple[int, tuple[Unit, ...], float]:
    """The variant on the next page, or behind a blank where a spread would be torn: the page after it, the units, the cost."""
    taken, weights = unit.as_variant(variant), rules.weights
    right = is_right(page, rules.first_right)
    if variant.starts_right is None or right == variant.starts_right:
        turn = weights.turn if right and unit.kind == "article" and variant.pages % 2 == 0 else 0.0
        return page + variant.pages, (taken,), variant.cost + turn
    if variant.must:
        return page + variant.pages + 1, (BLANK, taken), variant.cost + weights.gap
    return page + variant.pages, (taken,), variant.cost + (weights.divider if unit.kind == "divider" else weights.side)


def is_right(page: int, first_right: bool) -> bool:
    """Whether physical page `page` is a right-hand page."""
    return (page % 2 == 1) == first_right


def _wrapped(page: int, rules: Rules) -> int:
    return (page - 1) % rules.period + 1 if rules.period else page
