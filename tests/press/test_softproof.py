"""How inks look on the screen, held against littleCMS; and where there are too many of them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from digest_studio.assets.inks import OVER, in_inks, over_limit, viewed
from digest_studio.assets.viewing import Viewing
from tests.press.material import output

RELATIVE, ABSOLUTE = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Intent.ABSOLUTE_COLORIMETRIC
COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION
INKS = st.tuples(*[st.integers(0, 255)] * 4)


def patch(*inks: float) -> Image.Image:
    """A flat patch of so much ink in per cent."""
    return Image.new("CMYK", (8, 8), tuple(round(2.55 * each) for each in inks))


def seen(inks: Image.Image, viewing: Viewing) -> tuple[int, ...]:
    """The middle of a patch as it is shown."""
    found = viewed(inks, output(), viewing).getpixel((4, 4))
    assert isinstance(found, tuple)
    return found


def by_littlecms(inks: Image.Image, intent: ImageCms.Intent, flags: int = 0) -> tuple[int, ...]:
    """littleCMS's own answer, without a table in between."""
    source = ImageCms.ImageCmsProfile(BytesIO(output().data))
    exact = ImageCms.Flags.NOOPTIMIZE | ImageCms.Flags.NOCACHE | flags
    made = ImageCms.profileToProfile(inks, source, ImageCms.createProfile("sRGB"), intent, "RGB", flags=exact)
    assert made is not None
    found = made.getpixel((4, 4))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(("viewing", "intent", "flags"), [
    (Viewing(), RELATIVE, COMPENSATED), (Viewing(paper=True), ABSOLUTE, 0),
])  # fmt: skip
@given(inks=INKS)
def test_a_patch_looks_as_littlecms_says(viewing: Viewing, intent: ImageCms.Intent, flags: int, inks: tuple[int, ...]) -> None:
    flat = Image.new("CMYK", (8, 8), inks)
    expected = by_littlecms(flat, intent, flags)
    assert max(abs(one - other) for one, other in zip(seen(flat, viewing), expected, strict=True)) <= 2


def test_paper_is_white_or_the_papers_own() -> None:
    assert seen(patch(0, 0, 0, 0), Viewing()) == (255, 255, 255)
    red, green, blue = seen(patch(0, 0, 0, 0), Viewing(paper=True))
    assert 230 < red < green < blue < 250  # coated paper with brightener


def test_a_plate_alone_is_grey_as_on_film() -> None:
    inks = patch(20, 40, 60, 80)
    for plate, percent in zip("CMYK", (20, 40, 60, 80), strict=True):
        grey = 255 - round(2.55 * percent)
        assert seen(inks, Viewing(plate)) == (grey, grey, grey)


def test_several_plates_are_seen_in_their_inks() -> None:
    inks = patch(20, 40, 60, 80)
    assert seen(inks, Viewing("CY")) == seen(patch(20, 0, 60, 0), Viewing())
    assert seen(inks, Viewing("")) == (255, 255, 255)


def test_only_too_much_ink_is_marked() -> None:
    assert seen(patch(100, 100, 100, 100), Viewing(over=True)) == OVER
    red, green, blue = seen(patch(100, 100, 0, 0), Viewing(over=True))
    assert red == green == blue


@given(inks=INKS, limit=st.integers(50, 390))
def test_the_limit_is_of_all_inks_together(inks: tuple[int, ...], limit: int) -> None:
    total = sum(inks) / 2.55
    marked = over_limit(Image.new("CMYK", (2, 2), inks), limit).getpixel((0, 0))
    if total <= limit:
        assert marked == 0
    if total > limit + 1.5:
        assert marked == 255


def test_photographs_brought_into_the_profile_keep_its_limit() -> None:
    steps = [15 * step for step in range(18)]
    cube = Image.frombytes("RGB", (18, 18 * 18), bytes(v for r in steps for g in steps for b in steps for v in (r, g, b)))
    inks = in_inks(cube, None, output())
    assert over_limit(inks, output().ink_limit).getextrema() == (0, 0)
    assert over_limit(inks, replace(output(), ink_limit=250.0).ink_limit).getextrema() == (0, 255)
