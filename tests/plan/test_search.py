"""The order of least cost, held against every order that there is; and what it does for an issue's rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest_studio.plan.search import BLANK, Rules, is_right, search
from digest_studio.plan.units import Unit, Variant
from digest_studio.theme.weights import Planning

W = Planning()


def article(name: str, *costs: float, pages: int = 1, section: str = "S") -> Unit:
    """An article that may take `pages` pages for nothing, or more of them at these costs."""
    variants = tuple(Variant(pages + n, cost) for n, cost in enumerate((0.0, *costs)))
    return Unit("article", pages, name, section, variants=variants)


def advertisement(name: str, side: bool | None = True, section: str = "S", movable: bool = True) -> Unit:
    return Unit("ad", 1, name, section, side, movable=movable)


# --- the oracle: every order, by brute force


def orders(section: list[Unit]) -> Iterator[tuple[list[Unit], float]]:
    """Every order of a section's units in which those that may not move keep theirs, with what the moves cost."""
    still = [u for u in section if not u.movable]
    moving = [u for u in section if u.movable]
    gaps = {u.id: sum(not v.movable for v in section[:section.index(u)]) for u in moving}
    dividers = sum(u.kind == "divider" for u in still)
    for order in permutations(moving):
        for places in product(range(dividers, len(still) + 1), repeat=len(order)):
            if list(places) != sorted(places):
                continue
            row = []
            for gap in range(len(still) + 1):
                row += [u for u, place in zip(order, places, strict=True) if place == gap]
                row += still[gap:gap + 1]
            distances = [abs(place - gaps[u.id]) for u, place in zip(order, places, strict=True)]
            yield row, sum(W.move + W.step * d for d in distances if d)


def price(row: tuple[Unit, ...], rules: Rules) -> float:
    """What a row with its lengths chosen costs: the rules, written down once more in the plainest way."""
    page, cost, left = 1, 0.0, ""
    for unit in row:
        right = is_right(page, rules.first_right)
        if unit.must and unit.starts_right != right:
            cost, page, left, right = cost + W.gap, page + 1, "", not right
        elif unit.starts_right not in (None, right):
            cost += W.divider if unit.kind == "divider" else W.side
        if unit.kind == "article" and unit.pages % 2 == 0 and right and unit.starts_right is None:
            cost += W.turn
        if unit.kind == "ad" and left and (unit.id in rules.facing.get(left, ()) or left in rules.facing.get(unit.id, ())):
            cost += W.facing
        page += unit.pages
        left = unit.id if unit.kind == "ad" and not is_right(page - 1, rules.first_right) else ""
    count = page - 1 + rules.tail
    blanks = -count % rules.multiple
    if rules.wished and rules.wished % rules.multiple == 0 and count <= rules.wished:
        blanks = rules.wished - count
    return cost + blanks * W.blank + (abs(count + blanks - rules.wished) * W.length if rules.wished else 0.0)


def least(units: list[Unit], rules: Rules) -> float:
    """The cost of the cheapest of all orders and lengths."""
    sections = [list(orders(list(part))) for _, part in groupby(units, key=lambda u: u.section)]
    best = float("inf")
    for chosen in product(*sections):
        row = [unit for part, _ in chosen for unit in part]
        moved = sum(cost for _, cost in chosen)
        for lengths in product(*(u.variants or (Variant(u.pages, 0.0, u.starts_right, u.must),) for u in row)):
            taken = tuple(u.as_variant(v) for u, v in zip(row, lengths, strict=True))
            best = min(best, moved + sum(v.cost for v in lengths) + price(taken, rules))
    return best


names = st.uuids().map(str)
costs = st.lists(st.integers(1, 400).map(float), max_size=1)
a_unit = st.one_of(
    st.builds(lambda name, more, pages, section: article(name, *more, pages=pages, section=section),
              names, costs, st.integers(1, 3), st.sampled_from("AB")),
    st.builds(advertisement, names, st.sampled_from((True, False, None)), st.sampled_from("AB"), st.booleans()),
    st.builds(lambda name, section: Unit("article", 2, name, section, False, must=True), names, st.sampled_from("AB")),
)
issues = st.lists(a_unit, max_size=6).map(
    lambda row: [Unit("cover", 1, starts_right=True), *sorted(row, key=lambda u: u.section)]
)


@st.composite
def whole_issues(draw: st.DrawFn) -> tuple[list[Unit], Rules]:
    row = draw(issues)
    if draw(st.booleans()):
        more = draw(st.integers(1, 400))
        row.insert(1, Unit("contents", 2, variants=(Variant(2), Variant(draw(st.sampled_from((1, 3))), float(more)))))
    if draw(st.booleans()) and any(u.section == "A" for u in row):
        first = next(n for n, unit in enumerate(row) if unit.section == "A")
        row.insert(first, Unit("divider", 1, "A", "A", draw(st.sampled_from((True, False, None)))))
    ads = [u.id for u in row if u.kind == "ad"]
    facing = {ads[0]: frozenset(ads[1:])} if len(ads) > 1 and draw(st.booleans()) else {}
    multiple = draw(st.sampled_from((1, 2, 4, 8)))
    return row, Rules(draw(st.booleans()), multiple, draw(st.sampled_from((0, 0, 8, 12))), draw(st.integers(0, 2)), facing, W)


@settings(max_examples=150, deadline=None)
@given(whole_issues())
def test_no_order_is_cheaper(case: tuple[list[Unit], Rules]) -> None:
    units, rules = case
    found = search(units, rules)
    assert found.cost == pytest.approx(least(units, rules))
    moved = sum(_distance(units, found.row, u) for u in units if u.movable)
    chosen = {(u.kind, u.id): next((v.cost for v in u.variants if v.pages == f.pages), 0.0)
              for u in units for f in found.row if f.id == u.id and f.kind == u.kind}
    row = tuple(u for u in found.row if u != BLANK)
    assert found.cost == pytest.approx(price(row, rules) + moved + sum(chosen.values()))


def _distance(units: list[Unit], row: tuple[Unit, ...], ad: Unit) -> float:
    """What the move of an advertisement cost."""
    def gap(of: list[Unit]) -> int:
        section = [u for u in of if u.section == ad.section and u != BLANK]
        return sum(not u.movable for u in section[:[u.id for u in section].index(ad.id)])

    distance = abs(gap(list(row)) - gap(units))
    return W.move + W.step * distance if distance else 0.0


# --- what that means for an issue

COVER = Unit("cover", 1, starts_right=True)


def lengths(units: list[Unit], rules: Rules) -> dict[str, int]:
    return {u.id: u.pages for u in search(units, rules).row if u.kind == "article"}


def test_the_articles_that_grow_cheapest_fill_the_pages_that_would_be_blank() -> None:
    row = [COVER, article("a", 90.0), article("b", 60.0), article("c", 200.0), article("d", 70.0), article("e", 300.0)]
    assert lengths(row, Rules(multiple=4, weights=Planning(turn=0.0))) == {"a": 1, "b": 2, "c": 1, "d": 2, "e": 1}


def test_an_article_that_may_not_grow_leaves_blanks() -> None:
    found = search([COVER, article("a"), article("b")], Rules(multiple=4, weights=W))
    assert (found.blanks, found.cost) == (1, W.blank)


def test_an_article_grows_rather_than_put_a_fixed_advertisement_on_the_wrong_side() -> None:
    row = [COVER, article("a", 100.0), advertisement("bank", movable=False), article("b")]
    assert lengths([*row], Rules(weights=W)) == {"a": 1, "b": 1}
    moved = [COVER, article("z"), article("a", 100.0), advertisement("bank", movable=False), article("b")]
    assert lengths(moved, Rules(weights=W)) == {"z": 1, "a": 2, "b": 1}


def test_the_contents_takes_a_page_more_or_less_where_that_saves_blank_pages() -> None:
    contents = Unit("contents", 1, variants=(Variant(1), Variant(2, 150.0)))
    for articles, blanks, pages in ((1, 0, 2), (2, 0, 1), (0, 1, 2)):
        found = search([COVER, contents, *(article(f"a{n}") for n in range(articles))], Rules(multiple=4, weights=W))
        assert (found.blanks, found.row[1].pages) == (blanks, pages)


def test_an_article_of_two_pages_lies_open_at_once_where_an_advertisement_can_make_it_so() -> None:
    row = [COVER, article("a"), article("b", pages=2), advertisement("bank", None)]
    assert [u.id for u in search(row, Rules(weights=W)).row] == ["", "a", "bank", "b"]
