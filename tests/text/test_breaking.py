"""The breaker against all ways to break a short paragraph, and against itself: the sweep and the thorough search."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest_studio.text import breaking
from digest_studio.text.breaking import WITHOUT_LIMIT, Limits, Wishes, broken, exact, fast
from digest_studio.text.section import ADDRESS, AUTHORS_HYPHEN, DASH, HYPHEN, SPACE, WHOLE, Candidate

LIMITS = Limits(stretch=0.33, shrink=0.2, runt=19.3, ladder=2)
SPACE_WIDTH, LETTER, GLUE = 2.5, 5.0, 0.2  # points; glue: what a letter may give

# No sum of words, spaces and what they give: at exactly that width rounding would decide whether a line can be set.
WIDTHS = st.integers(20, 120).map(lambda width: width + 0.01234567)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Candidate]:
    """Words of 1 to 9 letters, some with a place to be divided or with a hyphen, dash or address in them."""
    made: list[Candidate] = []
    x = glue = space = 0.0
    for number in range(draw(st.integers(2, 7))):
        letters = draw(st.integers(1, 9))
        kind = draw(st.sampled_from([SPACE, SPACE, HYPHEN, AUTHORS_HYPHEN, DASH, ADDRESS]))
        if kind != SPACE and letters > 2:
            cut = draw(st.integers(1, letters - 1))
            at, at_glue = x + cut * LETTER, glue + cut * GLUE
            hyphen = 3.0 if kind == HYPHEN else 0.0
            made.append((at + space + hyphen, at_glue, space, at + space, at_glue, space, kind, number, cut))
        x += letters * LETTER
        glue += letters * GLUE
        made.append((x + space, glue, space, x + space + SPACE_WIDTH, glue, space + SPACE_WIDTH, SPACE, number, WHOLE))
        space += SPACE_WIDTH
    return made


def line_ratio(start: Candidate | None, end: Candidate, width: float, indent: float, last: bool) -> float:
    """The ratio of one line, written out anew from the definition in breaking.py."""
    x, glue, space = (start[3], start[4], start[5]) if start else (-indent, 0.0, 0.0)
    slack = width - (end[0] - x)
    glue, space = end[1] - glue, end[2] - space
    if last and slack >= 0:
        return 0.0
    if slack < 0:
        give = 0.2 * space + glue
        return slack / give if give else -1e30
    give = 0.33 * space + glue
    if slack <= give:
        return slack / give if give else 0.0
    return (slack - glue) / (0.33 * space) if space else WITHOUT_LIMIT


def cost_of(way: tuple[int, ...], cands: list[Candidate], width: float, indent: float, tolerance: float) -> float | None:
    """The demerits of one way to break; None if a line cannot be set like that."""
    total, before, hyphens = 0.0, 1, 0
    for first, end in pairwise((-1, *way)):
        cand, last = cands[end], end == len(cands) - 1
        start = cands[first] if first >= 0 else None
        r = line_ratio(start, cand, width, indent, last)
        if not -1 <= r <= tolerance:
            return None
        fitness = 0 if r < -0.5 else 1 if r <= 0.5 else 2 if r <= 1 else 3
        total += (breaking.LINE_DEMERITS + 100 * abs(min(r, breaking.WORST_RATIO)) ** 3) ** 2
        total += {
            SPACE: 0, HYPHEN: breaking.HYPHEN_DEMERITS, AUTHORS_HYPHEN: breaking.AUTHORS_HYPHEN_DEMERITS,
            DASH: breaking.DASH_DEMERITS, ADDRESS: breaking.ADDRESS_DEMERITS,
        }[cand[6]]
        hyphened = cand[6] in (HYPHEN, AUTHORS_HYPHEN)
        if abs(fitness - before) > 1:
            total += breaking.FITNESS_DEMERITS
        if hyphens and hyphened:
            total += breaking.LADDER_DEMERITS
        elif hyphens and last:
            total += breaking.LAST_HYPHEN_DEMERITS
        hyphens = hyphens + 1 if hyphened else 0
        if last and cand[0] - (start[3] if start else -indent) < LIMITS.runt:
            total += breaking.RUNT_DEMERITS
        before = fitness
    return total


def every_way(cands: list[Candidate]) -> list[tuple[int, ...]]:
    inner = range(len(cands) - 1)
    return [(*chosen, len(cands) - 1) for count in range(len(cands)) for chosen in combinations(inner, count)]


def row_of_hyphens(way: tuple[int, ...], cands: list[Candidate]) -> int:
    longest = row = 0
    for end in way:
        row = row + 1 if cands[end][6] in (HYPHEN, AUTHORS_HYPHEN) else 0
        longest = max(longest, row)
    return longest


@settings(max_examples=300, deadline=None)
@given(paragraphs(), WIDTHS, st.sampled_from([0.0, 7.00123]), st.sampled_from([1.0, 1.5, 4.0]))
def test_the_sweep_finds_what_trying_everything_finds(
    cands: list[Candidate], width: float, indent: float, tolerance: float,
) -> None:
    costs = [cost for way in every_way(cands) if (cost := cost_of(way, cands, width, indent, tolerance)) is not None]
    found = fast(cands, width, indent, LIMITS, tolerance)
    if found is None:
        assert not costs
    else:
        assert found.demerits == pytest.approx(min(costs))
        assert cost_of(found.ends, cands, width, indent, tolerance) == pytest.approx(found.demerits)


@settings(max_examples=300, deadline=None)
@given(
    paragraphs(), WIDTHS, WIDTHS, st.sampled_from([1.0, 1.5, 4.0]),
    st.frozensets(st.integers(0, 4), max_size=2),
)
def test_the_thorough_search_obeys_every_wish_at_the_least_cost(
    cands: list[Candidate], first: float, width: float, tolerance: float, unhyphenated: frozenset[int],
) -> None:
    """Hyphens running, lines that must not end in one, a first line of another width: for each number of lines the best."""
    ways: dict[int, float] = {}
    for way in every_way(cands):
        if row_of_hyphens(way, cands) > LIMITS.ladder:
            continue
        if any(cands[end][6] in (HYPHEN, AUTHORS_HYPHEN) and line in unhyphenated for line, end in enumerate(way)):
            continue
        cost = cost_of_uneven(way, cands, first, width, tolerance)
        if cost is not None:
            ways[len(way)] = min(cost, ways.get(len(way), cost))
    wishes = Wishes(lambda line: first if line == 0 else width, 0.0, unhyphenated)
    found = {node.line: node.demerits for node in exact(cands, wishes, LIMITS, tolerance)}
    assert found == pytest.approx(ways)


def cost_of_uneven(way: tuple[int, ...], cands: list[Candidate], first: float, width: float, tolerance: float) -> float | None:
    """`cost_of` with a first line of another width: the indent makes up the difference."""
    runt_same = cost_of(way, cands, width, width - first, tolerance)
    if runt_same is None or len(way) > 1:
        return runt_same
    # The only line is the last one; its length does not count the difference.
    counted = cands[way[0]][0] + (width - first) < LIMITS.runt
    really = cands[way[0]][0] < LIMITS.runt
    return runt_same + (really - counted) * breaking.RUNT_DEMERITS


@settings(max_examples=200, deadline=None)
@given(paragraphs(), st.floats(4, 60))
def test_there_is_always_an_answer(cands: list[Candidate], width: float) -> None:
    found = fast(cands, width, 0.0, LIMITS, WITHOUT_LIMIT)
    assert found is not None
    assert found.ends[-1] == len(cands) - 1
    assert list(found.ends) == sorted(set(found.ends))
    nodes = exact(cands, Wishes(lambda _: width, numbered=False, even=True), LIMITS, WITHOUT_LIMIT)
    assert broken(nodes[0]).ends[-1] == len(cands) - 1


@settings(max_examples=200, deadline=None)
@given(paragraphs(), st.floats(25, 120))
def test_a_line_is_too_long_only_where_no_shorter_one_can_be(cands: list[Candidate], width: float) -> None:
    found = fast(cands, width, 0.0, LIMITS, WITHOUT_LIMIT)
    assert found is not None
    for first, end in pairwise((-1, *found.ends)):
        r = line_ratio(cands[first] if first >= 0 else None, cands[end], width, 0.0, end == len(cands) - 1)
        if r < -1:
            assert end == first + 1
