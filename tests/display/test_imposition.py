"""The order of pages on sheets, proven by folding: what `impose` says is put on paper, folded and read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.display.imposition import Cell, Side, deepest, impose, padded, pages_of_sheet, signature_sizes
from tests.folded import reading_order


def sheets(sides: list[Side]) -> list[tuple[Side, Side]]:
    """Front and back of each sheet, in the order of the stack."""
    pairs = list(zip(sides[::2], sides[1::2], strict=True))
    assert all(front.front and not back.front and front.sheet == back.sheet for front, back in pairs)
    return pairs


def folded(stack: list[tuple[Side, Side]]) -> list[Cell]:
    """The cells of sheets that lie in each other, in the order in which a reader turns them."""
    return reading_order([(seen(front), seen(back)) for front, back in stack])


def seen(side: Side) -> dict[tuple[int, bool], Cell]:
    return {(cell.row, cell.right): cell for cell in side.cells}


@st.composite
def books(draw: st.DrawFn) -> tuple[int, tuple[int, ...], bool]:
    """How many pages stand on a side, the signatures, whether they are gathered."""
    up = draw(st.sampled_from((2, 4)))
    sheet = pages_of_sheet(up)
    largest = sheet * draw(st.integers(1, 9))
    return up, signature_sizes(sheet * draw(st.integers(1, 40)), largest, up), draw(st.booleans())


@given(books())
def test_folded_sheets_are_read_from_the_first_page_to_the_last(book: tuple[int, tuple[int, ...], bool]) -> None:
    up, signatures, gathered = book
    stack = sheets(list(impose(up, signatures, gathered)))
    read: list[Cell] = []
    if gathered:
        for number in range(1, len(signatures) + 1):
            read += folded([pair for pair in stack if pair[0].signature == number])
    else:
        read = folded(stack)
    assert [cell.position for cell in read] == list(range(1, sum(signatures) + 1))


@given(books())
def test_every_page_stands_on_a_sheet_once_and_facing_pages_add_up(book: tuple[int, tuple[int, ...], bool]) -> None:
    up, signatures, gathered = book
    sides = list(impose(up, signatures, gathered))
    assert sorted(cell.position for side in sides for cell in side.cells) == list(range(1, sum(signatures) + 1))
    assert [side.sheet for side in sides[::2]] == list(range(1, len(sides) // 2 + 1))
    first = 1
    for number, size in enumerate(signatures, 1):
        own = [side for side in sides if side.signature == number]
        assert sum(len(side.cells) for side in own) == size
        last = first + size - 1
        total = first + last if gathered else sum(signatures) + 1
        for side in own:
            for row in range(up // 2):
                assert sum(cell.position for cell in side.cells if cell.row == row) == total
        first = last + 1


@given(books())
def test_odd_pages_stand_right_of_the_spine_once_the_sheet_is_turned_upright(book: tuple[int, tuple[int, ...], bool]) -> None:
    for side in impose(*book):
        for cell in side.cells:
            assert cell.right_hand == (cell.position % 2 == 1)
            assert cell.turned == (cell.row == 1)


@given(books())
def test_depth_counts_the_leaves_around_a_page(book: tuple[int, tuple[int, ...], bool]) -> None:
    up, signatures, gathered = book
    sides = tuple(impose(up, signatures, gathered))
    cells = sorted(cell for side in sides for cell in side.cells)
    outer = [cell.depth for cell in cells if cell.position in (1, len(cells))]
    assert outer == [0, 0]
    assert deepest(signatures, gathered) == max(cell.depth for cell in cells)
    for one, following in pairwise(cells):  # both sides of a leaf lie equally deep, the next leaf one deeper or higher
        assert abs(one.depth - following.depth) <= (0 if one.position % 2 == 1 else 1)


def test_the_first_sheet_of_a_saddle_stitched_book_of_eight_pages() -> None:
    two_up = list(impose(2, (8,)))
    assert [[cell.position for cell in side.cells] for side in two_up] == [[8, 1], [2, 7], [6, 3], [4, 5]]
    (front, back) = impose(4, (8,))
    assert {(c.row, c.right): c.position for c in front.cells} == {(1, False): 5, (1, True): 4, (0, False): 8, (0, True): 1}
    assert {(c.row, c.right): c.position for c in back.cells} == {(1, False): 3, (1, True): 6, (0, False): 2, (0, True): 7}


def test_gathered_signatures_stand_behind_each_other() -> None:
    fronts = [side for side in impose(2, (8, 4), gathered=True) if side.front]
    assert [[cell.position for cell in side.cells] for side in fronts] == [[8, 1], [6, 3], [12, 9]]


@pytest.mark.parametrize(("pages", "largest", "up", "sizes"), [
    (44, 16, 2, (16, 16, 8, 4)), (48, 16, 4, (16, 16, 16)), (24, 16, 4, (16, 8)), (44, 12, 2, (12, 12, 12, 4, 4)),
    (8, 32, 2, (8,)), (0, 16, 2, ()),
])
def test_signatures_are_the_largest_first(pages: int, largest: int, up: int, sizes: tuple[int, ...]) -> None:
    assert signature_sizes(pages, largest, up) == sizes


@pytest.mark.parametrize(("pages", "up", "book"), [
    (4, 2, (1, 2, 3, 4)), (6, 2, (1, 2, 3, 4, 5, None, None, 6)), (10, 4, (*range(1, 10), *[None] * 6, 10)),
    (5, 4, (1, 2, 3, 4, 5, None, None, None)), (1, 2, (1, None, None, None)), (0, 2, ()),
])
def test_blanks_stand_before_the_back_cover(pages: int, up: int, book: tuple[int | None, ...]) -> None:
    assert padded(pages, up) == book
