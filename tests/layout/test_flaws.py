"""What a reader would see amiss in poured columns, counted."""

from __future__ import annotations

from digest_studio.layout.columns import ColumnArea, pour
from digest_studio.layout.flaws import Flaws, flaws
from digest_studio.layout.flow import Chunk, Flow, Row
from digest_studio.text.setting import Request


def paragraph(lines: int, **more: object) -> Chunk:
    """A paragraph of so many lines that keeps two lines together at either end."""
    rows = tuple(Row(1, (), breakable=n == 0 or (n >= 2 and lines - n >= 2)) for n in range(lines))
    return Chunk(rows)._replace(**more)


def heading() -> Chunk:
    return Chunk((Row(1, ()),), keep=True, kind="heading")


def figure(lines: int = 6, **more: object) -> Chunk:
    return Chunk((Row(lines, ()),), kind="figure")._replace(**more)


def columns(*depths: int) -> list[ColumnArea]:
    return [ColumnArea(0.0, 100.0, 0, depth) for depth in depths]


def rigid(chunk: Chunk, request: Request) -> Chunk:
    """A paragraph that cannot be set in another way."""
    return chunk


def found(chunks: list[Chunk], *pages: list[ColumnArea]) -> Flaws:
    return flaws(pour(Flow(chunks), pages, rigid))


def test_even_columns_have_no_flaw() -> None:
    assert found([paragraph(30)], columns(10, 10), columns(10)) == Flaws(0, 0)


def test_a_column_that_ends_over_its_page_s_foot_is_uneven_by_the_lines_that_lack() -> None:
    assert found([paragraph(9), paragraph(3), paragraph(20)], columns(10, 10), columns(30)).uneven == 1
    assert found([paragraph(6), figure(8), paragraph(20)], columns(10, 10), columns(30)).uneven == 4


def test_on_the_last_page_one_line_of_difference_is_none() -> None:
    assert found([paragraph(11)], columns(20, 20)).uneven == 0
    assert found([paragraph(4), figure(9)], columns(20, 20)).uneven == 4  # 4 lines beside 9: a line is always allowed


def test_a_column_that_its_author_ends_is_not_uneven() -> None:
    assert found([paragraph(4), paragraph(9, forced="column")], columns(20, 20)).uneven == 0
    assert found([paragraph(4), paragraph(9, forced="page")], columns(20), columns(20)).uneven == 0


def test_a_column_of_a_briefing_may_end_between_two_items() -> None:
    def items(mark: bool) -> list[Chunk]:
        return [paragraph(4), figure(8, keep=True, item=mark), paragraph(12)]

    assert found(items(mark=True), columns(10, 10), columns(30)).uneven == 0
    assert found(items(mark=False), columns(10, 10), columns(30)).uneven == 6


def test_a_heading_wants_three_lines_of_its_text_under_it_where_the_text_goes_on_in_the_next_column() -> None:
    def with_above(lines: int) -> Flaws:
        return found([paragraph(lines), heading(), paragraph(12)], columns(20), columns(20))

    assert with_above(17).misplaced == 1  # two lines under it
    assert with_above(16).misplaced == 0


def test_a_heading_over_the_text_s_last_lines_is_well_placed() -> None:
    assert found([paragraph(10), heading(), paragraph(1)], columns(20)).misplaced == 0


def test_a_line_or_two_between_a_figure_and_its_column_s_end_are_stranded() -> None:
    assert found([paragraph(2), figure(), paragraph(12)], columns(20)).misplaced == 1
    assert found([paragraph(3), figure(), paragraph(11)], columns(20)).misplaced == 0
    assert found([figure(), paragraph(12)], columns(20)).misplaced == 0
    assert found([paragraph(12), figure(), paragraph(12)], columns(20), columns(20)).misplaced == 1
    assert found([paragraph(12), figure(8), paragraph(12)], columns(20), columns(20)).misplaced == 0


def test_a_figure_right_below_a_picture_of_the_page_is_badly_placed() -> None:
    under = [ColumnArea(0.0, 100.0, 10, 40, under_picture=True)]
    assert found([figure(), paragraph(12)], under).misplaced == 1
    assert found([paragraph(4), figure(), paragraph(12)], under).misplaced == 0


def test_a_pinned_picture_stands_on_the_page_of_the_text_before_it() -> None:
    def on_the_next(kind: str) -> Flaws:
        return found([paragraph(18), figure(8, kind=kind), paragraph(6)], columns(20), columns(20))

    assert on_the_next("pinned").misplaced == 1
    assert on_the_next("figure").misplaced == 0
