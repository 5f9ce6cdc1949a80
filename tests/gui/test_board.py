"""Where pages lie: reader's spreads on one spine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest_studio.display.document import Page
from digest_studio.gui.pages.board import GAP, MARGIN, arrange

WIDTH, HEIGHT, BLEED = 595.0, 842.0, 8.5


def page(number: int, *, right_hand: bool | None = None, width: float = WIDTH) -> Page:
    right = number % 2 == 1 if right_hand is None else right_hand
    return Page(number, str(number), str(number), right, width, HEIGHT, BLEED, ())


def pages(count: int) -> list[Page]:
    return [page(number) for number in range(1, count + 1)]


def numbers(count: int) -> list[list[int]]:
    return [[lying.page.number for lying in spread.pages] for spread in arrange(pages(count)).spreads]


def test_the_cover_lies_alone_and_facing_pages_lie_together() -> None:
    assert numbers(6) == [[1], [2, 3], [4, 5], [6]]


def test_an_issue_that_begins_on_the_left_begins_with_a_spread() -> None:
    board = arrange([page(1, right_hand=False), page(2, right_hand=True)])
    assert len(board.spreads) == 1


def test_two_right_hand_pages_in_a_row_never_face_each_other() -> None:
    board = arrange([page(1, right_hand=True), page(2, right_hand=True), page(3, right_hand=False)])
    assert [len(spread.pages) for spread in board.spreads] == [1, 1, 1]


def test_every_spine_stands_on_one_line() -> None:
    for spread in arrange(pages(9)).spreads:
        for lying in spread.pages:
            assert (lying.trim.x if lying.page.right_hand else lying.trim.right) == 0.0


def test_bleed_is_kept_outside_and_never_between_facing_pages() -> None:
    (cover,), (left, right) = (spread.pages for spread in arrange(pages(3)).spreads)
    assert (cover.sheet.x, cover.sheet.right) == (-BLEED, WIDTH + BLEED)
    assert (left.sheet.x, left.sheet.right) == (-WIDTH - BLEED, 0.0)
    assert (right.sheet.x, right.sheet.right) == (0.0, WIDTH + BLEED)
    assert right.sheet.y == right.trim.y - BLEED
    assert GAP > 2 * BLEED


@given(count=st.integers(1, 60), share=st.floats(0, 1), across=st.floats(0, 0.999))
def test_a_point_on_a_page_finds_that_page(count: int, share: float, across: float) -> None:
    board = arrange(pages(count))
    wanted = board.lying(1 + round(share * (count - 1)))
    assert wanted is not None
    trim = wanted.trim
    assert board.at(trim.x + across * trim.width, trim.y + across * trim.height) is wanted
    assert board.at(trim.x + across * trim.width, trim.bottom + GAP / 2) is None


@given(count=st.integers(1, 80), top=st.floats(-500, 40_000), depth=st.floats(1, 4000))
def test_what_is_in_view_is_found_and_little_else(count: int, top: float, depth: float) -> None:
    board = arrange(pages(count))
    found = {lying.page.number for lying in board.within(top, top + depth)}
    everything = [lying for spread in board.spreads for lying in spread.pages]
    touched = {each.page.number for each in everything if each.trim.y <= top + depth and each.trim.bottom >= top}
    assert touched <= found
    assert len(found - touched) <= 4


@given(count=st.integers(1, 60))
def test_everything_lies_within_the_bounds_with_a_margin(count: int) -> None:
    board = arrange(pages(count))
    for spread in board.spreads:
        assert board.bounds.x + MARGIN <= spread.box.x
        assert spread.box.right <= board.bounds.right - MARGIN
    assert board.spreads[-1].box.bottom == board.bounds.bottom - MARGIN


def test_nothing_lies_on_an_empty_board() -> None:
    board = arrange(())
    assert not list(board.within(0, 1000))
    assert board.at(0, 0) is None
    assert board.lying(1) is None
