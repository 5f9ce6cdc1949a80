"""Where pages lie on sheets: within their half, not on each other, right way up, moved by the creep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Page
from digest_studio.display.hit import placed_frames
from digest_studio.display.imposition import deepest, impose, padded, signature_sizes
from digest_studio.display.items import Frame, rectangle
from digest_studio.display.marks import with_marks
from digest_studio.display.sheets import HEAD_TRIM, Imposition, reader_spreads, sheet_cuts, sheet_side, spread_cuts

WIDTH, HEIGHT = 420.0, 600.0
TRIM = Rect(0.0, 0.0, WIDTH, HEIGHT)


def pages(count: int, bleed: float = 9.0, first: int = 1) -> tuple[Page, ...]:
    """Pages that are one frame, as large as their bleed."""
    return tuple(
        Page(n, str(n), str(n), n % 2 == 1, WIDTH, HEIGHT, bleed, (Frame(f"page:{n}", TRIM.expanded(bleed)), rectangle(TRIM)))
        for n in range(first, first + count)
    )


@st.composite
def impositions(draw: st.DrawFn) -> tuple[Imposition, int, tuple[int, ...], bool]:
    """A book of whole sheets, how many pages stand on a side, its signatures, whether they are gathered."""
    up, count, gathered = draw(st.sampled_from((2, 4))), draw(st.integers(1, 60)), draw(st.booleans())
    marks, bleed = draw(st.booleans()), draw(st.sampled_from((0.0, mm(3), mm(5))))
    made = pages(count, bleed)
    book = tuple(made[number - 1] if number else None for number in padded(count, up))
    signatures = signature_sizes(len(book), 2 * up * draw(st.integers(1, 4)), up)
    creep = draw(st.floats(0, mm(10)))
    return Imposition(book, WIDTH, HEIGHT, bleed, up // 2, creep, deepest(signatures, gathered), marks), up, signatures, gathered


@given(impositions())
def test_every_page_lies_in_its_own_part_of_the_sheet(drawn: tuple[Imposition, int, tuple[int, ...], bool]) -> None:
    imposition, up, signatures, gathered = drawn
    seen = []
    for side in impose(up, signatures, gathered):
        sheet = sheet_side(imposition, side)
        frames = placed_frames(sheet)
        seen += [frame.name for frame in frames]
        within = Rect(0.0, 0.0, sheet.width, sheet.height).expanded(imposition.bleed + 0.001)
        for frame in frames:
            box = frame.box
            assert within.x <= box.x and box.right <= within.right and within.y <= box.y and box.bottom <= within.bottom
            assert box.right <= WIDTH + 0.001 or box.x >= WIDTH - 0.001
        for n, one in enumerate(frames):
            assert not any(overlap(one.box, other.box) for other in frames[n + 1 :])
    assert sorted(seen) == sorted(f"page:{page.number}" for page in imposition.book if page)


def overlap(a: Rect, b: Rect) -> bool:
    close = 0.001
    return min(a.right, b.right) - max(a.x, b.x) > close and min(a.bottom, b.bottom) - max(a.y, b.y) > close


@given(impositions())
def test_the_knife_cuts_each_page_where_its_trim_lies(drawn: tuple[Imposition, int, tuple[int, ...], bool]) -> None:
    imposition, up, signatures, gathered = drawn
    for side in impose(up, signatures, gathered):
        cuts = sheet_cuts(imposition, side)
        cells = {page.number: cell for cell in side.cells if (page := imposition.book[cell.position - 1])}
        for frame in placed_frames(sheet_side(imposition, side)):
            cell = cells[int(frame.name.removeprefix("page:"))]
            trim = frame.box.right - imposition.bleed if cell.right else frame.box.x + imposition.bleed
            marked = (cuts.bottom if cell.row == 0 else cuts.top)[cell.right]
            assert trim == pytest.approx(marked, abs=0.001)
            edges = (frame.box.y + imposition.bleed, frame.box.bottom - imposition.bleed)
            assert all(min(abs(edge - y) for y in cuts.sides) < 0.001 for edge in edges)


def test_heads_have_room_for_the_knife_even_without_bleed() -> None:
    bare = Imposition(pages(8, 0.0), WIDTH, HEIGHT, 0.0, 2, 0.0, 1, marks=True)
    (front, _) = impose(4, (8,))
    assert sheet_side(bare, front).height == pytest.approx(2 * HEIGHT + 2 * HEAD_TRIM)
    office = bare._replace(marks=False)
    assert sheet_side(office, front).height == 2 * HEIGHT


@pytest.mark.parametrize(("numbers", "labels"), [
    (range(1, 9), ["1", "2–3", "4–5", "6–7", "8"]),
    (range(2, 6), ["2–3", "4–5"]),
    ((3, 4, 6, 7, 9), ["3", "4", "6–7", "9"]),
    ((2,), ["2"]),
    ((), []),
])
def test_spreads_are_pages_that_follow_each_other(numbers: range | tuple[int, ...], labels: list[str]) -> None:
    chosen = [page for page in pages(10) if page.number in numbers]
    assert [page.label for page in reader_spreads(chosen)] == labels


def test_a_spread_is_cut_around_and_folded_in_the_middle() -> None:
    (spread,) = reader_spreads(pages(2, first=2))
    left, right = placed_frames(spread)
    assert (left.box.right, right.box.x) == (WIDTH, WIDTH)
    assert (left.box.x, right.box.right) == (-9.0, 2 * WIDTH + 9.0)
    assert spread_cuts(spread, WIDTH).spine == WIDTH
    assert spread_cuts(pages(1)[0], WIDTH).spine is None


def test_marks_stand_outside_the_bleed() -> None:
    book = pages(8)
    imposition = Imposition(book, WIDTH, HEIGHT, 9.0, 2, mm(4), 1, marks=True)
    for side in impose(4, (8,)):
        sheet = sheet_side(imposition, side)
        marked = with_marks(sheet, (), sheet_cuts(imposition, side))
        outside = Rect(0.0, 0.0, sheet.width, sheet.height).expanded(9.0)
        for mark in marked.items[1:-1]:
            box = bounds(mark)
            assert box.right < outside.x or box.x > outside.right or box.bottom < outside.y or box.y > outside.bottom


def bounds(mark: object) -> Rect:
    points = [(segment.x, segment.y) for segment in mark.path if hasattr(segment, "x")]  # type: ignore[attr-defined]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
