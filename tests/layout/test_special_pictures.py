"""Which part of a photograph is seen in its box, how finely it prints, and what marks a missing one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from digest_studio.assets.facts import ImageFacts
from digest_studio.base.geometry import Rect
from digest_studio.display.items import ImageRef
from digest_studio.layout.picture import WHOLE, Crop, crop_for, effective_ppi, figure_tag, shape_ratio
from digest_studio.model.issue import Photo

FACTS = ImageFacts("/photos/a.jpg", "a", "JPEG", 3000, 2000, "RGB")
pixels = st.integers(10, 20_000)
fractions = st.floats(0, 1)
spans = st.tuples(st.floats(0, 0.9), st.floats(0.02, 1)).map(lambda span: (span[0], min(span[0] + span[1], 1.0)))
crops = st.tuples(spans, spans).map(lambda both: (both[0][0], both[1][0], both[0][1], both[1][1]))


def test_a_picture_of_the_box_s_own_shape_is_shown_whole() -> None:
    assert crop_for(3000, 2000, 1.5) == approx(WHOLE)


def test_a_wider_box_cuts_above_and_below_and_a_narrower_one_at_the_sides() -> None:
    assert crop_for(3000, 2000, 3.0) == approx((0, 0.25, 1, 0.75))
    assert crop_for(3000, 2000, 0.75) == approx((0.25, 0, 0.75, 1))


def test_the_focus_stays_in_the_middle_until_the_edge_is_reached() -> None:
    assert crop_for(2000, 2000, 2.0, focus=(0.5, 0.4)) == approx((0, 0.15, 1, 0.65))
    assert crop_for(2000, 2000, 2.0, focus=(0.5, 0.05)) == approx((0, 0, 1, 0.5))


def test_nothing_outside_the_author_s_crop_is_shown() -> None:
    assert crop_for(2000, 2000, 1.0, crop=(0.5, 0, 1, 0.5)) == approx((0.5, 0, 1, 0.5))
    assert crop_for(2000, 2000, 2.0, crop=(0.5, 0, 1, 0.5)) == approx((0.5, 0.125, 1, 0.375))


@given(pixels, pixels, st.floats(0.1, 10), st.tuples(fractions, fractions), crops)
def test_what_is_shown_has_the_box_s_shape_lies_in_the_crop_and_is_as_large_as_can_be(
    width: int, height: int, ratio: float, focus: tuple[float, float], crop: Crop
) -> None:
    left, top, right, bottom = crop
    x0, y0, x1, y1 = crop_for(width, height, ratio, focus, crop)
    assert (x1 - x0) * width / ((y1 - y0) * height) == approx(ratio)
    assert left <= x0 + 1e-9 and x1 <= right + 1e-9 and top <= y0 + 1e-9 and y1 <= bottom + 1e-9
    assert x1 - x0 == approx(right - left) or y1 - y0 == approx(bottom - top)
    if x0 > left + 1e-9 and x1 < right - 1e-9:
        assert (x0 + x1) / 2 == approx(focus[0]), "the focus is in the middle wherever the edges let it"


def test_resolution_is_that_of_the_part_that_is_shown() -> None:
    image = ImageRef("/photos/a.jpg", "a", 3000, 2000)
    assert effective_ppi(image, WHOLE, Rect(0, 0, 720, 480)) == approx(300)
    assert effective_ppi(image, (0, 0, 0.5, 0.5), Rect(0, 0, 720, 480)) == approx(150)


def test_a_photo_s_shape_is_its_author_s_wish_else_what_may_be_seen_of_it() -> None:
    assert shape_ratio(Photo("a.jpg", shape="4:3"), FACTS) == approx(4 / 3)
    assert shape_ratio(Photo("a.jpg"), FACTS) == approx(1.5)
    assert shape_ratio(Photo("a.jpg", crop=(0, 0, 0.5, 1)), FACTS) == approx(0.75)
    assert shape_ratio(Photo("gone.jpg"), None) == approx(1.5)


def test_decoration_is_no_figure() -> None:
    assert figure_tag(Photo("a.jpg", alt="")).role == "Artifact"
    assert figure_tag(Photo("a.jpg", alt="A bridge")).alt == "A bridge"
    assert figure_tag(Photo("a.jpg", caption="The bridge")).alt == "The bridge"
