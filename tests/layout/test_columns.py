"""Rows of a flow poured into columns: nothing lost, straight bottoms, balanced ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest_studio.layout.columns import ColumnArea, Poured, pour
from digest_studio.layout.flow import Chunk, Flow, Row
from digest_studio.text.setting import Request


def paragraph(lines: int, name: str = "p", **more: object) -> Chunk:
    """A paragraph of so many lines that keeps two lines together at either end."""
    rows = tuple(Row(1, (), breakable=n == 0 or (n >= 2 and lines - n >= 2)) for n in range(lines))
    return Chunk(rows, name=name)._replace(**more)


def columns(*depths: int) -> list[ColumnArea]:
    return [ColumnArea(0.0, 100.0, 0, depth) for depth in depths]


def rigid(chunk: Chunk, request: Request) -> Chunk:
    """A paragraph that cannot be set in another way."""
    return chunk


def placed_rows(poured: Poured) -> list[int]:
    return [n for page in poured.pages for column in page for n in range(column.start, column.stop)]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=30), st.integers(12, 40), st.integers(1, 3))
def test_every_row_stands_once_and_in_order(paragraphs: list[int], depth: int, count: int) -> None:
    flow = Flow([paragraph(lines) for lines in paragraphs])
    pages = [columns(*[depth] * count) for _ in range(1 + 2 * sum(paragraphs) // (depth * count))]
    poured = pour(flow, pages, rigid)
    assert placed_rows(poured) == list(range(len(flow)))
    assert poured.left_over == 0


@given(st.lists(st.integers(1, 12), min_size=1, max_size=30), st.integers(12, 40))
def test_no_column_is_fuller_than_its_room(paragraphs: list[int], depth: int) -> None:
    poured = pour(Flow([paragraph(lines) for lines in paragraphs]), [columns(depth, depth - 5), columns(depth)], rigid)
    for page in poured.pages:
        for column in page:
            assert column.used == poured.flow.depth(column.start, column.stop) <= column.area.room


@given(st.integers(1, 100), st.integers(2, 4))
def test_the_last_page_is_balanced_to_within_a_line(lines: int, count: int) -> None:
    rows = tuple(Row(1, ()) for _ in range(lines))
    poured = pour(Flow([Chunk(rows)]), [columns(*[60] * count)], rigid)
    used = [c.used for c in poured.pages[-1]]
    assert sum(used) == lines
    assert max(used) - min(used) <= 1


def test_columns_of_unequal_tops_end_on_one_line() -> None:
    areas = [ColumnArea(0.0, 100.0, 20, 50), ColumnArea(110.0, 100.0, 0, 50)]
    poured = pour(Flow([Chunk(tuple(Row(1, ()) for _ in range(30)))]), [areas], rigid)
    left, right = poured.pages[0]
    assert (left.area.top + left.used, right.area.top + right.used) == (25, 25)


def test_a_paragraph_leaves_two_lines_at_a_columns_foot_and_two_at_the_next_head() -> None:
    poured = pour(Flow([paragraph(9), paragraph(3), paragraph(20)]), [columns(10, 10), columns(30)], rigid)
    assert [c.used for c in poured.pages[0]] == [9, 10]  # three lines cannot be divided: they go over whole


def test_a_short_column_is_filled_by_setting_a_paragraph_a_line_longer() -> None:
    def elastic(chunk: Chunk, request: Request) -> Chunk:
        longer = paragraph(len(chunk.rows) + request.looseness, chunk.name)
        return longer._replace(recipe=chunk.recipe)

    marked = object()
    first = paragraph(9, "first")._replace(recipe=marked)
    poured = pour(Flow([first, paragraph(3), paragraph(20)]), [columns(10, 10), columns(30)], elastic)
    assert [c.used for c in poured.pages[0]] == [10, 10]
    assert poured.reset == 1


def test_a_heading_is_not_left_at_a_columns_foot() -> None:
    flow = Flow([paragraph(8), paragraph(1, "head", keep=True, before=1), paragraph(6)])
    poured = pour(flow, [columns(10, 10), columns(10)], rigid)
    assert poured.pages[0][0].stop == 8


def test_free_lines_above_a_block_vanish_at_a_columns_head() -> None:
    flow = Flow([paragraph(8), paragraph(2, before=3)])
    poured = pour(flow, [columns(8, 8), columns(8)], rigid)
    assert [c.used for c in poured.pages[0]] == [8, 2]


def test_forced_breaks_are_obeyed() -> None:
    flow = Flow([paragraph(2), paragraph(2, forced="column"), paragraph(2, forced="page")])
    poured = pour(flow, [columns(10, 10, 10), columns(10, 10)], rigid)
    assert [[c.stop - c.start for c in page] for page in poured.pages] == [[2, 2, 0], [2, 0]]


def test_what_finds_no_place_is_counted_in_lines() -> None:
    poured = pour(Flow([paragraph(4) for _ in range(10)]), [columns(8, 8)], rigid)
    assert poured.left_over == 24
