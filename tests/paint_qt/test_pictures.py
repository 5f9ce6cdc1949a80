"""Pictures on the screen: every kind of file in the colours and the position that the PDF gives it; kept, bounded, replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColorSpace, QImage
from pytestqt.qtbot import QtBot

from digest_studio.assets.images import look_into_image
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.items import ImageRef, Item, PlacedImage, rectangle
from digest_studio.paint.qt.background import MAX_WAITING, BackgroundPictures
from digest_studio.paint.qt.pictures import MAX_ARTWORK_PIXELS, Artwork, DirectPictures, Photo, PictureCache
from tests.paint.material import document
from tests.paint_qt.comparing import screen_and_print
from tests.paint_qt.everything import TEAL, advertisement, detailed

ADOBE_RGB = QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb).iccProfile().data()


def cmyk_without_adobes_mark(path: Path) -> None:
    """A CMYK JPEG as other programs than Adobe's write it: no marker, and therefore not inverted."""
    detailed().convert("CMYK").save(path, quality=95)
    data = path.read_bytes()
    at = data.index(b"\xff\xee\x00\x0eAdobe")
    path.write_bytes(data[:at] + data[at + 16 :])


def with_orientation(value: int) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        exif = Image.Exif()
        exif[0x0112] = value
        detailed().save(path, exif=exif, quality=95)

    return write


def claiming(side: int) -> bytes:
    """A TIFF of ten pixels a side whose head claims more."""
    file = BytesIO()
    Image.new("CMYK", (10, 10)).save(file, "TIFF")
    data = file.getvalue()
    for tag in (b"\x00\x01", b"\x01\x01"):  # width and length
        head = tag + b"\x04\x00\x01\x00\x00\x00"
        data = data.replace(head + (10).to_bytes(4, "little"), head + side.to_bytes(4, "little"))
    return data


def half_transparent(path: Path) -> None:
    picture = detailed().convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    picture.save(path)


def sixteen_bits(path: Path) -> None:
    detailed().convert("L").convert("I").point(lambda grey: grey * 257).convert("I;16").save(path)


KINDS: dict[str, Callable[[Path], None]] = {
    "rgb.jpg": lambda path: detailed().save(path, quality=95),
    "progressive.jpg": lambda path: detailed().save(path, quality=95, progressive=True),
    "grey.jpg": lambda path: detailed().convert("L").save(path, quality=95),
    "adobe-rgb.jpg": lambda path: detailed().save(path, quality=95, icc_profile=ADOBE_RGB),
    "cmyk.jpg": lambda path: detailed().convert("CMYK").save(path, quality=95),
    "cmyk-plain.jpg": cmyk_without_adobes_mark,
    **{f"orientation-{n}.jpg": with_orientation(n) for n in range(2, 9)},
    "rgb.png": lambda path: detailed().save(path),
    "adobe-rgb.png": lambda path: detailed().save(path, icc_profile=ADOBE_RGB),
    "palette.png": lambda path: detailed().quantize(64).save(path),
    "transparent.png": half_transparent,
    "sixteen-bits.png": sixteen_bits,
    "black-and-white.png": lambda path: detailed().convert("1", dither=Image.Dither.NONE).save(path),
    "rgb.tif": lambda path: detailed().save(path, compression="tiff_lzw"),
    "cmyk.tif": lambda path: detailed().convert("CMYK").save(path),
    "lossless.webp": lambda path: detailed().save(path, lossless=True),
    "transparent.webp": half_transparent,
}


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_looks_on_screen_as_in_the_pdf(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    KINDS[name](path)
    made = document(small_page(rectangle(Rect(0, 0, 70, 60), TEAL), PlacedImage(looked_up(path), Rect(12, 12, 96, 72))))
    found = screen_and_print(made, made.pages[0], tmp_path)
    assert found.none_to_be_seen, found


def small_page(*items: Item) -> Page:
    return Page(1, "1", "1", True, 120, 100, 0, items)


def looked_up(path: Path) -> ImageRef:
    facts, _ = look_into_image(path)
    return ImageRef(facts.path, facts.digest, facts.width, facts.height)


@pytest.fixture
def harbour(tmp_path: Path) -> ImageRef:
    """A photograph of 480 by 360 pixels."""
    path = tmp_path / "harbour.png"
    detailed().save(path)
    return looked_up(path)


TRIM = Rect(0, 0, 1, 1)


def ad(path: Path, width: int, height: int, window: Rect = TRIM) -> Artwork:
    return Artwork(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), 1, window, width, height)


def test_a_picture_has_the_size_wanted(harbour: ImageRef) -> None:
    picture = DirectPictures().get(Photo.of_size(harbour, 240.2, 180.1))
    assert picture is not None
    assert (picture.width(), picture.height(), picture.format()) == (240, 180, QImage.Format.Format_RGB32)


def test_a_picture_is_never_made_larger_than_it_is(harbour: ImageRef) -> None:
    assert Photo.of_size(harbour, 9600, 7200) == Photo(harbour, 480, 360)


def test_an_advertisement_is_drawn_turned_as_its_file_says_without_what_lies_outside_the_window(tmp_path: Path) -> None:
    path = advertisement(tmp_path / "ad.pdf", rotate=90)
    whole = DirectPictures().get(ad(path, 170, 120, Rect(-10 / 150, -10 / 100, 170 / 150, 120 / 100)))
    assert whole is not None
    assert (colour(whole, 5, 5), colour(whole, 165, 115), colour(whole, 165, 5)) == ("#ff0000", "#009900", "#e6f2ff")


def colour(picture: QImage, x: int, y: int) -> str:
    return picture.pixelColor(x, y).name()


def test_a_huge_advertisement_is_drawn_smaller_and_can_be_enlarged(tmp_path: Path) -> None:
    wanted = ad(advertisement(tmp_path / "ad.pdf"), 15_000, 10_000)
    bounded = wanted.bounded()
    assert bounded.width * bounded.height <= MAX_ARTWORK_PIXELS
    assert abs(bounded.width / bounded.height - 1.5) < 0.001
    assert bounded.bounded() == bounded


DAMAGED = [
    b"", b"no picture", b"\xff\xd8\xff\xe0\0\x10JFIF", b"\x89PNG\r\n\x1a\n" + bytes(40), b"II*\0" + bytes(9), claiming(20_000),
]  # fmt: skip


@pytest.mark.parametrize("content", DAMAGED)
def test_what_is_no_picture_is_a_null_image(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(content)
    picture = DirectPictures().get(Photo(ImageRef(str(path), "broken", 40, 30), 40, 30))
    assert picture is not None
    assert picture.isNull()


def test_what_is_no_pdf_is_a_null_image(tmp_path: Path) -> None:
    path = tmp_path / "ad.pdf"
    path.write_bytes(b"%PDF-1.4 and then nothing")
    picture = DirectPictures().get(ad(path, 40, 30))
    assert picture is not None
    assert picture.isNull()


class TestCache:
    def test_the_pictures_used_last_are_kept_within_the_limit(self, harbour: ImageRef) -> None:
        cache = PictureCache(limit=3 * 4 * 100)
        first, second, third, fourth = (Photo(harbour, width, 10) for width in (7, 8, 9, 10))
        for wanted in (first, second, third):
            cache.put(wanted, pixels(wanted))
        assert cache.get(first) is not None
        cache.put(fourth, pixels(fourth))
        assert cache.get(second) is None
        assert all(cache.get(wanted) is not None for wanted in (first, third, fourth))

    def test_one_picture_is_kept_however_large(self, harbour: ImageRef) -> None:
        cache = PictureCache(limit=10)
        cache.put(Photo(harbour, 20, 20), pixels(Photo(harbour, 20, 20)))
        assert cache.get(Photo(harbour, 20, 20)) is not None

    def test_another_size_stands_in_the_largest_first(self, harbour: ImageRef) -> None:
        cache = PictureCache()
        for width in (40, 160, 80):
            cache.put(Photo(harbour, width, 30), pixels(Photo(harbour, width, 30)))
        stand_in = cache.other_size(Photo(harbour, 320, 240))
        assert stand_in is not None
        assert stand_in.width() == 160


def pixels(wanted: Photo) -> QImage:
    return QImage(wanted.width, wanted.height, QImage.Format.Format_RGB32)


@pytest.fixture
def background() -> Iterator[BackgroundPictures]:
    pictures = BackgroundPictures()
    yield pictures
    pictures.stop()


class TestBackground:
    def test_a_picture_is_not_waited_for_but_announced(
        self, background: BackgroundPictures, harbour: ImageRef, qtbot: QtBot
    ) -> None:
        wanted = Photo(harbour, 240, 180)
        with qtbot.waitSignal(background.ready) as announced:
            assert background.get(wanted) is None
        assert announced.args == [wanted]
        picture = background.get(wanted)
        assert picture is not None
        assert picture.width() == 240

    def test_until_a_size_is_there_another_is_shown(
        self, background: BackgroundPictures, harbour: ImageRef, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(background.ready):
            background.get(Photo(harbour, 120, 90))
        with qtbot.waitSignal(background.ready):
            stand_in = background.get(Photo(harbour, 240, 180))
        assert stand_in is not None
        assert stand_in.width() == 120

    def test_the_newest_wish_is_fulfilled_first_and_old_ones_are_let_go(
        self, background: BackgroundPictures, harbour: ImageRef, qtbot: QtBot
    ) -> None:
        made: list[Photo] = []
        background.ready.connect(made.append)
        wishes = [Photo(harbour, 10 + n, 10) for n in range(MAX_WAITING + 20)]
        with background.held():
            for wanted in wishes:
                background.get(wanted)
        qtbot.waitUntil(lambda: len(made) == MAX_WAITING)
        assert made == wishes[:-MAX_WAITING - 1 : -1]

    def test_wishes_can_be_taken_back(self, background: BackgroundPictures, harbour: ImageRef, qtbot: QtBot) -> None:
        made: list[Photo] = []
        background.ready.connect(made.append)
        with background.held():
            background.get(Photo(harbour, 20, 15))
            background.cancel_waiting()
        with qtbot.waitSignal(background.ready):
            background.get(Photo(harbour, 40, 30))
        assert made == [Photo(harbour, 40, 30)]

    def test_a_file_that_was_put_right_is_read_again(self, background: BackgroundPictures, tmp_path: Path, qtbot: QtBot) -> None:
        path = tmp_path / "late.png"
        wanted = Photo(ImageRef(str(path), "late", 480, 360), 48, 36)
        with qtbot.waitSignal(background.ready):
            background.get(wanted)
        broken = background.get(wanted)
        assert broken is not None
        assert broken.isNull()
        detailed().save(path)
        background.forget_unreadable()
        with qtbot.waitSignal(background.ready):
            background.get(wanted)
        picture = background.get(wanted)
        assert picture is not None
        assert not picture.isNull()
