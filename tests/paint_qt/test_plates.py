"""A page's plates: what is on which, and the same as Ghostscript finds in the PDF for the press."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from digest_studio.assets.inks import in_inks
from digest_studio.base.colour import BLACK, Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document, Page
from digest_studio.display.items import Group, Item, TextLine, rectangle
from digest_studio.paint.qt.piece import Piece
from digest_studio.paint.qt.plates import Plates
from tests.paint import material
from tests.paint.material import run
from tests.press.material import needs, output, plates, pressed

TEAL = Colour((0.9, 0.3, 0.4, 0.2), (0.0, 0.4, 0.4), "teal")
SEEN_THROUGH = Colour((0.0, 0.6, 0.0, 0.0), (1.0, 0.5, 0.7), "pink", overprint=True)
BOX = Rect(20, 20, 60, 40)
RED = (220, 30, 30)


def page(*items: Item) -> Page:
    return Page(1, "1", "1", True, 100, 80, 0, items)


def inked(*items: Item, scale: float = 1) -> dict[str, Image.Image]:
    """The page's plates, 255 being full ink."""
    piece = Piece(page(*items), scale, Rect(0, 0, 100, 80), 0, 0, round(100 * scale), round(80 * scale))
    return dict(zip("CMYK", Plates(output()).painted(piece).split(), strict=True))


def percents(found: dict[str, Image.Image], x: int = 50, y: int = 40) -> list[int]:
    return [round(found[plate].getpixel((x, y)) / 2.55) for plate in "CMYK"]  # type: ignore[operator]


def saved(folder: Path, picture: Image.Image, name: str) -> Path:
    target = folder / name
    picture.save(target)
    return target


def test_a_colour_is_on_the_plates_that_the_theme_says() -> None:
    assert percents(inked(rectangle(BOX, TEAL))) == [90, 30, 40, 20]


def test_black_text_is_on_the_black_plate_alone_and_knocks_nothing_out() -> None:
    text = TextLine(22, 55, (run("press", 24),))
    found, without = inked(rectangle(BOX, TEAL), text), inked(rectangle(BOX, TEAL))
    for plate in "CMY":
        assert found[plate].tobytes() == without[plate].tobytes()
    assert found["K"].getextrema()[1] == 255
    alone = inked(text)
    assert [alone[plate].getextrema() for plate in "CMY"] == [(0, 0)] * 3


def test_what_does_not_overprint_knocks_out() -> None:
    knocking = Colour(BLACK.cmyk, BLACK.rgb, "black")
    assert percents(inked(rectangle(BOX, TEAL), rectangle(BOX, knocking))) == [0, 0, 0, 100]


def test_what_overprints_leaves_the_inks_that_it_has_not() -> None:
    assert percents(inked(rectangle(BOX, TEAL), rectangle(BOX, SEEN_THROUGH))) == [90, 60, 40, 20]


def test_half_of_the_opacity_is_half_of_the_ink() -> None:
    assert percents(inked(rectangle(BOX, TEAL, opacity=0.5))) == [45, 15, 20, 10]


def test_a_photograph_has_the_inks_that_it_gets_for_the_press(tmp_path: Path) -> None:
    photo = saved(tmp_path, Image.new("RGB", (120, 80), RED), "red.png")
    expected = in_inks(Image.new("RGB", (1, 1), RED), None, output()).getpixel((0, 0))
    assert percents(inked(material.placed(photo, BOX))) == [round(ink / 2.55) for ink in expected]  # type: ignore[union-attr]


@pytest.mark.parametrize(("mode", "colour"), [("L", 100), ("LA", (100, 255)), ("1", 0)])
def test_a_grey_picture_is_black_ink(tmp_path: Path, mode: str, colour: object) -> None:
    photo = saved(tmp_path, Image.new(mode, (120, 80), colour), "grey.png")  # type: ignore[arg-type]
    black = {"1": 100}.get(mode, round(155 / 2.55))
    assert percents(inked(rectangle(BOX, TEAL), material.placed(photo, BOX))) == [0, 0, 0, black]


@pytest.mark.parametrize("name", ["inks.jpg", "inks.tif"])
def test_a_picture_in_inks_keeps_its_numbers(tmp_path: Path, name: str) -> None:
    photo = saved(tmp_path, Image.new("CMYK", (120, 80), (26, 128, 204, 51)), name)
    for found, percent in zip(percents(inked(material.placed(photo, BOX))), (10, 50, 80, 20), strict=True):
        assert found == pytest.approx(percent, abs=1)


def test_what_is_seen_through_a_picture_stays(tmp_path: Path) -> None:
    photo = saved(tmp_path, Image.new("RGBA", (120, 80), (*RED, 0)), "clear.png")
    assert percents(inked(rectangle(BOX, TEAL), material.placed(photo, BOX))) == [90, 30, 40, 20]


def test_a_picture_that_cannot_be_read_is_marked(tmp_path: Path) -> None:
    photo = saved(tmp_path, Image.new("RGB", (120, 80), RED), "gone.png")
    item = material.placed(photo, BOX)
    photo.unlink()
    assert 0 < percents(inked(item), 30, 41)[3] < 100


def test_a_piece_is_cut_out_of_the_page() -> None:
    items = (rectangle(BOX, TEAL), Group((rectangle(BOX, BLACK),), dx=10, dy=30))
    whole = Plates(output()).painted(Piece(page(*items), 2, Rect(0, 0, 100, 80), 0, 0, 200, 160))
    part = Plates(output()).painted(Piece(page(*items), 2, Rect(0, 0, 100, 80), 50, 70, 101, 53))
    assert ImageChops.difference(whole.crop((50, 70, 151, 123)), part).getbbox() is None


@needs("gs")
def test_the_plates_are_those_that_ghostscript_separates(tmp_path: Path) -> None:
    gradient = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn).resize((300, 200)) for turn in (0, 90, 180)])
    photo = material.placed(saved(tmp_path, gradient, "gradient.png"), Rect(10, 10, 40, 30))
    text = TextLine(12, 60, (run("Ink on paper", 14),))
    items = (photo, rectangle(Rect(55, 10, 40, 60), TEAL), rectangle(Rect(60, 15, 20, 20), SEEN_THROUGH), text)
    target, problems = pressed(Document((page(*items),), "Ink", "en"), tmp_path)
    assert problems == ()
    printed, seen = plates(target, tmp_path, 144), inked(*items, scale=2)
    for ink, plate in zip(("Cyan", "Magenta", "Yellow", "Black"), "CMYK", strict=True):
        assert printed[ink].size == seen[plate].size
        small = [each.resize((50, 40), Image.Resampling.BOX) for each in (printed[ink], seen[plate])]
        apart = ImageChops.difference(*small)
        assert ImageStat.Stat(apart).mean[0] < 2, ink
        assert max(apart.crop((0, 0, 50, 22)).tobytes()) < 16, ink  # above the letters, whose edges depend on who draws them
