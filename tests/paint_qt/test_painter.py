"""How a page is painted: where, how large, what of it, and what stands in for pictures that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document, Page
from digest_studio.display.items import FontRef, Frame, Group, ImageRef, Item, Link, PlacedImage, TextLine, rectangle
from digest_studio.paint.qt.kept import Kept
from digest_studio.paint.qt.painter import PaintResources, paint_page
from digest_studio.paint.qt.pictures import DirectPictures, Wanted
from digest_studio.paint.qt.text import LARGEST_CACHED
from tests.paint.material import BOLD, FONTS, RED, SERIF, run
from tests.paint_qt.comparing import as_pillow

GREY = 0xFF808080
PHOTO = PlacedImage(ImageRef("/nowhere/harbour.jpg", "0", 400, 300), Rect(10, 10, 40, 30))


class NothingYet:
    """Pictures that are still to come."""

    def __init__(self) -> None:
        self.asked: list[Wanted] = []

    def get(self, wanted: Wanted) -> QImage | None:
        self.asked.append(wanted)
        return None


class OnePicture:
    """A picture there in one size, whatever is asked for."""

    def __init__(self, picture: QImage) -> None:
        self.picture = picture

    def get(self, wanted: Wanted) -> QImage | None:
        return self.picture


def page(*items: Item) -> Page:
    return Page(1, "1", "1", True, 100, 80, 10, items)


def painted(
    made: Page, scale: float = 1, *, bleed: bool = False, ratio: float = 1, exposed: QRectF | None = None,
    resources: PaintResources | None = None,
) -> Image.Image:  # fmt: skip
    """The page with its trim's corner at (10, 10) points on a grey canvas."""
    canvas = QImage(round(120 * scale * ratio), round(100 * scale * ratio), QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(GREY)
    painter = QPainter(canvas)
    painter.translate(10 * scale, 10 * scale)
    paint_page(painter, made, scale, resources=resources or PaintResources(DirectPictures()), bleed=bleed, exposed=exposed)
    painter.end()
    return as_pillow(canvas)


def test_the_page_ends_at_the_trim() -> None:
    picture = painted(page(rectangle(Rect(-10, -10, 120, 100), RED)))
    assert (picture.getpixel((9, 9)), picture.getpixel((10, 10))) == ((128, 128, 128), (255, 0, 0))


def test_with_bleed_it_goes_to_the_bleeds_end() -> None:
    picture = painted(page(rectangle(Rect(-10, -10, 120, 100), RED)), bleed=True)
    assert (picture.getpixel((0, 0)), picture.getpixel((119, 99))) == ((255, 0, 0), (255, 0, 0))


def test_the_paper_is_white() -> None:
    assert painted(page()).getpixel((60, 50)) == (255, 255, 255)


def test_links_anchors_and_frames_are_not_painted() -> None:
    marked = page(Link(Rect(0, 0, 50, 50), "https://example.org", True), Frame("article:a", Rect(0, 0, 50, 50)))
    assert painted(marked).tobytes() == painted(page()).tobytes()


def test_the_painter_is_left_as_it_was() -> None:
    canvas = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    painter.scale(2, 2)
    before = painter.transform(), painter.opacity(), painter.hasClipping(), painter.renderHints()
    group = Group((rectangle(Rect(0, 0, 9, 9), RED, opacity=0.5), TextLine(0, 9, (run("a"),))), 3, 3, 90, Rect(0, 0, 5, 5))
    paint_page(painter, page(group), 1.5, resources=PaintResources(DirectPictures()))
    assert (painter.transform(), painter.opacity(), painter.hasClipping(), painter.renderHints()) == before
    painter.end()


@pytest.mark.parametrize("size", [8.0, LARGEST_CACHED - 1, LARGEST_CACHED + 1, 90.0])
def test_type_is_painted_at_every_size(size: float) -> None:
    """QPainter.drawGlyphRun alone paints nothing from 64 pixels on."""
    word = run("In", size, BOLD)._replace(colour=RED)
    inked = ImageChops.difference(painted(page(TextLine(2, 75, (word,)))), painted(page())).convert("L").point(bool).getbbox()
    assert inked is not None
    assert inked[3] - inked[1] > 0.6 * size


def test_a_glyph_looks_alike_on_both_sides_of_the_limit() -> None:
    """From the cache and as a path: the same place, the same weight."""
    line = page(TextLine(2, 75, (run("Sea", 40, BOLD),)))
    cached, filled = painted(line, 1.57), painted(line, 1.58)
    ink = [sum(255 - grey for grey in picture.convert("L").tobytes()) for picture in (cached, filled)]
    assert abs(ink[0] / ink[1] - 1) < 0.02
    assert cached.convert("L").point(lambda v: v < 80 and 255).getbbox() == pytest.approx(
        filled.convert("L").point(lambda v: v < 80 and 255).getbbox(), abs=2
    )


def test_on_a_screen_of_two_pixels_a_unit_everything_is_twice_as_sharp(page_of_everything: Document) -> None:
    everything = page_of_everything.pages[0]
    apart = ImageChops.difference(sharp(everything, 2, 1), sharp(everything, 1, 2))
    assert all(most <= 1 for _, most in apart.getextrema())  # type: ignore[misc, union-attr]


def sharp(made: Page, scale: float, ratio: float) -> Image.Image:
    size = (round(made.width * scale * ratio), round(made.height * scale * ratio))
    canvas = QImage(*size, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    painter = QPainter(canvas)
    paint_page(painter, made, scale, resources=PaintResources(DirectPictures()))
    painter.end()
    return as_pillow(canvas)


def test_what_is_in_view_is_painted_all_of_it(page_of_everything: Document) -> None:
    """What lies outside may be missing, but no glyph or photograph that reaches into view, turned groups included."""
    everything = page_of_everything.pages[0]
    resources = PaintResources(DirectPictures())
    whole = view(everything, resources, None)
    for left in range(0, 600, 150):
        for top in range(0, 840, 120):
            part = view(everything, resources, QRectF(left, top, 150, 120))
            box = (left, top, min(left + 150, whole.width), min(top + 120, whole.height))
            assert part.crop(box).tobytes() == whole.crop(box).tobytes(), box


def test_a_group_of_many_lines_outside_the_view_is_asked_once_for_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when an article's page gets another folio: its body stays as it is."""
    body = tuple(TextLine(10, 10 + 4 * n, (run("Every wind", size=4),)) for n in range(10))
    made = page(Group(body, dx=5.0, dy=0.0), TextLine(10, 75, (run("17", size=4),)))
    resources = PaintResources(NothingYet())
    drawn: list[float] = []
    draw = resources.lines.draw
    monkeypatch.setattr(resources.lines, "draw", lambda painter, line, *rest: (drawn.append(line.y), draw(painter, line, *rest)))
    painted(made, resources=resources, exposed=QRectF(0, 72, 100, 8))
    assert drawn == [75]
    drawn.clear()
    painted(made, resources=resources, exposed=QRectF(0, 45, 100, 30))
    assert drawn == [*(line.y for line in body), 75]


def view(made: Page, resources: PaintResources, exposed: QRectF | None) -> Image.Image:
    canvas = QImage(round(made.width), round(made.height), QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    paint_page(painter, made, 1, resources=resources, exposed=exposed)
    painter.end()
    return as_pillow(canvas)


def test_a_photograph_is_asked_for_whole_at_the_device_s_resolution() -> None:
    pictures = NothingYet()
    cropped = PHOTO._replace(crop=(0.5, 0, 1, 1))
    painted(page(cropped), 2, ratio=1.5, resources=PaintResources(pictures))
    (wanted,) = pictures.asked
    assert (wanted.width, wanted.height) == (240, 90)


def test_a_photograph_to_come_is_a_light_grey_box() -> None:
    picture = painted(page(PHOTO), resources=PaintResources(NothingYet()))
    assert (picture.getpixel((20, 20)), picture.getpixel((59, 49)), picture.getpixel((61, 30))) == (
        (235, 235, 235), (235, 235, 235), (255, 255, 255),
    )  # fmt: skip


def test_a_photograph_that_cannot_be_read_is_a_crossed_box() -> None:
    picture = painted(page(PHOTO))
    red, green, _ = picture.getpixel((40, 35))  # type: ignore[misc]
    assert red > green + 50
    assert picture.getpixel((30, 25))[0] == picture.getpixel((30, 25))[1]  # type: ignore[index]


def test_a_picture_of_another_size_fills_the_box_all_the_same() -> None:
    small = QImage(8, 6, QImage.Format.Format_RGB32)
    small.fill(0xFF0000FF)
    picture = painted(page(PHOTO), 2, resources=PaintResources(OnePicture(small)))
    assert picture.getpixel((42, 42)) == (0, 0, 255)
    assert picture.getpixel((118, 98)) == (0, 0, 255)
    assert picture.getpixel((122, 70)) == (255, 255, 255)


def test_a_picture_of_just_the_size_is_copied_pixel_by_pixel() -> None:
    checks = Image.new("L", (40, 30))
    checks.putdata([255 * ((x + y) % 2) for y in range(30) for x in range(40)])
    exact = QImage(checks.convert("RGBX").tobytes(), 40, 30, 160, QImage.Format.Format_RGBX8888).copy()
    shifted = PHOTO._replace(box=PHOTO.box.moved(0.3, 0.4))
    picture = painted(page(shifted), resources=PaintResources(OnePicture(exact)))
    assert picture.crop((20, 20, 60, 50)).convert("L").tobytes() == checks.tobytes()


def test_the_font_meant_of_a_collection_is_used(tmp_path: Path) -> None:
    """Glyph numbers of the second font of the file; the first would show other letters."""
    collection = TTCollection()
    collection.fonts = [TTFont(FONTS / f"{name}.ttf") for name in ("NotoSansMath-Regular", SERIF)]
    path = tmp_path / "both.ttc"
    collection.save(path)
    alone = run("Quay", 40)
    within = alone._replace(font=FontRef("quay", str(path), 1))
    assert painted(page(TextLine(2, 60, (within,)))).tobytes() == painted(page(TextLine(2, 60, (alone,)))).tobytes()


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"no font")
    line = TextLine(2, 60, (run("Quay", 40)._replace(font=FontRef("broken", str(path))),))
    with pytest.raises(ValueError, match=r"broken\.ttf"):
        PaintResources(DirectPictures()).lines.prepared(line)


class TestKept:
    def test_what_was_made_of_an_item_is_made_once(self) -> None:
        made: list[str] = []
        kept = Kept[str, int](lambda item: made.append(item) or len(made), limit=10)  # type: ignore[func-returns-value]
        item = "".join(("a", "line"))
        assert [kept.get(item), kept.get(item)] == [1, 1]

    def test_the_items_used_last_are_kept(self) -> None:
        made: list[list[int]] = []
        kept = Kept[list[int], None](made.append, limit=2)
        first, second, third = [1], [2], [3]
        for item in (first, second, first, third, first):
            kept.get(item)
        assert made == [first, second, third]
        kept.get(second)
        assert made == [first, second, third, second]
        assert len(kept) == 2
