"""Pages in the PDF: boxes, labels, shapes, groups."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.base.colour import BLACK, Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.items import Close, CurveTo, Group, LineTo, Move, Shape, rectangle, rule
from digest_studio.paint.pdf.navigation import label_ranges
from tests.paint.material import BLEED, HEIGHT, RED, WIDTH, colour_at, document, page, pixels, written

BLUE = Colour((1, 1, 0, 0), (0.0, 0.0, 1.0))


def test_boxes(tmp_path: Path) -> None:
    """The trim lies inside the bleed by 3 mm; nothing lies outside the bleed."""
    with pikepdf.open(written(document(page()), tmp_path)) as pdf:
        made = pdf.pages[0]
        whole = [0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED]
        for box in (made.MediaBox, made.CropBox, made.BleedBox):
            assert [float(side) for side in box] == whole
        assert [float(side) for side in made.TrimBox] == [BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT]


def test_pages_may_differ_in_size(tmp_path: Path) -> None:
    small = page(number=2)._replace(width=300.0, height=400.0, bleed=0.0)
    pdf = pypdf.PdfReader(written(document(page(), small), tmp_path))
    assert [float(p.trimbox.width) for p in pdf.pages] == [WIDTH, 300]


def test_each_page_has_its_label(tmp_path: Path) -> None:
    labels = ["Cover", "i", "2", "3", "4", "A-9", "A-10", "007", "", "Ω", "12"]
    pages = [page(number=i + 1, label=label) for i, label in enumerate(labels)]
    pages[8] = pages[8]._replace(label="")
    assert pypdf.PdfReader(written(document(*pages), tmp_path)).page_labels == labels


LABELS = st.one_of(st.from_regex(r"[A-Za-zÄ-]{0,2}[0-9]{0,4}", fullmatch=True), st.integers(0, 30).map(str))


@given(st.lists(LABELS, min_size=1, max_size=30))
def test_ranges_of_labels_give_back_the_labels(labels: list[str]) -> None:
    ranges = list(label_ranges(labels))
    ends = [start for start, _, _ in ranges[1:]] + [len(labels)]
    said = [
        prefix + (str(first + i - start) if first else "")
        for (start, prefix, first), end in zip(ranges, ends, strict=True)
        for i in range(start, end)
    ]
    assert said == labels


def test_counting_pages_need_one_range() -> None:
    assert list(label_ranges([str(n) for n in range(1, 45)])) == [(0, "", 1)]
    assert list(label_ranges(["cover", "cover", "3", "4"])) == [(0, "cover", 0), (2, "", 3)]


def test_a_rectangle_lies_where_it_was_put_and_bleeds(tmp_path: Path) -> None:
    picture = pixels(written(document(rectangle(Rect(-BLEED, -BLEED, 100, 50), RED)), tmp_path))
    assert picture.size == (WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
    assert [colour_at(picture, x, y) for x, y in ((-8, -8), (90, 40), (93, 40), (90, 43))] == ["red", "red", "white", "white"]


def test_paths_are_filled_and_stroked(tmp_path: Path) -> None:
    square = (Move(100, 100), LineTo(200, 100), CurveTo(200, 130, 200, 170, 200, 200), LineTo(100, 200), Close())
    both = Shape(square, fill=RED, stroke=BLUE, line_width=8)
    picture = pixels(written(document(both, rule(300, 300, 400, 300, 6, BLACK)), tmp_path))
    assert colour_at(picture, 150, 150) == "red"
    assert colour_at(picture, 100, 150) == colour_at(picture, 203, 150) == "blue"
    assert colour_at(picture, 350, 300) == "black"


def test_winding_is_nonzero(tmp_path: Path) -> None:
    inner = (Move(120, 120), LineTo(180, 120), LineTo(180, 180), LineTo(120, 180), Close())
    outer = (Move(100, 100), LineTo(200, 100), LineTo(200, 200), LineTo(100, 200), Close())
    picture = pixels(written(document(Shape((*outer, *inner), fill=RED)), tmp_path))
    assert colour_at(picture, 150, 150) == "red"


def test_opacity_is_for_its_shape_alone(tmp_path: Path) -> None:
    picture = pixels(
        written(document(rectangle(Rect(0, 0, 100, 100), BLACK, opacity=0.3), rectangle(Rect(200, 0, 100, 100), BLACK)), tmp_path)
    )
    assert picture.getpixel((58, 58)) == pytest.approx((178, 178, 178), abs=2)
    assert picture.getpixel((258, 58)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("turn", "seen"),
    [(0, (350, 310)), (90, (310, 250)), (180, (250, 290)), (270, (290, 350))],
)
def test_groups_turn_counter_clockwise_about_their_origin(tmp_path: Path, turn: int, seen: tuple[float, float]) -> None:
    """A bar lying right of and below the group's origin (300, 300)."""
    bar = rectangle(Rect(0, 0, 100, 20), RED)
    picture = pixels(written(document(Group((bar,), 300, 300, turn)), tmp_path))
    others = {(350, 310), (310, 250), (250, 290), (290, 350)} - {seen}
    assert colour_at(picture, *seen) == "red"
    assert {colour_at(picture, x, y) for x, y in others} == {"white"}


def test_groups_within_groups(tmp_path: Path) -> None:
    """Shifted 10 right within a group turned left: 10 up. Turned left again: upside down."""
    bar = rectangle(Rect(0, 0, 40, 20), RED)
    inner = Group((bar,), 10, 0, 90)
    picture = pixels(written(document(Group((inner,), 300, 300, 90)), tmp_path))
    assert colour_at(picture, 280, 280) == "red"
    assert colour_at(picture, 320, 300) == colour_at(picture, 280, 305) == "white"


def test_a_groups_clip_is_in_its_own_coordinates(tmp_path: Path) -> None:
    bar = rectangle(Rect(0, 0, 100, 100), RED)
    clipped = Group((bar,), 200, 200, clip=Rect(0, 0, 50, 100))
    turned = Group((bar,), 200, 500, 90, clip=Rect(0, 0, 50, 100))
    picture = pixels(written(document(clipped, turned, rectangle(Rect(0, 0, 5, 5), BLUE)), tmp_path))
    assert [colour_at(picture, x, 250) for x in (225, 275)] == ["red", "white"]
    assert [colour_at(picture, 250, y) for y in (475, 425)] == ["red", "white"]
    assert colour_at(picture, 2, 2) == "blue"


def test_shapes_without_paint_leave_no_trace(tmp_path: Path) -> None:
    nothing = Shape((Move(0, 0), LineTo(10, 10)))
    with pikepdf.open(written(document(nothing), tmp_path)) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == b""
