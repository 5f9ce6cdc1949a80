"""Images in the PDF: data untouched where PDF knows them, pixels unchanged where it does not."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms, ImageOps

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Group, ImageRef, PlacedImage
from digest_studio.paint.pdf.writer import write
from tests.paint.material import colour_at, document, page, photo, pixels, placed, two_halves, written

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]


@pytest.mark.parametrize(
    "options", [{"quality": 90}, {"progressive": True}, {"icc_profile": SRGB}, {"subsampling": 0, "comment": b"x"}]
)
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_jpeg_data_are_untouched(tmp_path: Path, mode: str, options: dict[str, object]) -> None:
    source = photo(tmp_path / "photo.jpg", colours=two_halves(mode=mode), **options)
    with pikepdf.open(written(document(placed(source)), tmp_path)) as pdf:
        (image,) = images(pdf)
        assert image.read_raw_bytes() == source.read_bytes()
        assert image.Filter == "/DCTDecode"
        assert (image.Width, image.Height) == (64, 48)


def test_a_photo_stands_in_its_box(tmp_path: Path) -> None:
    picture = pixels(written(document(placed(photo(tmp_path / "a.jpg"), Rect(100, 100, 160, 120))), tmp_path))
    assert [colour_at(picture, x, 160) for x in (97, 103, 175, 185, 257, 263)] == ["white", "red", "red", "blue", "blue", "white"]
    assert [colour_at(picture, 140, y) for y in (97, 103, 217, 223)] == ["white", "red", "red", "white"]


def test_cropping_shows_a_part_and_keeps_the_data(tmp_path: Path) -> None:
    """The right three quarters of red | blue: red ends a third into the box."""
    source = photo(tmp_path / "a.jpg")
    pdf_path = written(document(placed(source, Rect(100, 100, 150, 120), crop=(0.25, 0.5, 1.0, 1.0))), tmp_path)
    picture = pixels(pdf_path)
    assert [colour_at(picture, x, 160) for x in (97, 103, 147, 153, 247, 253)] == ["white", "red", "red", "blue", "blue", "white"]
    assert [colour_at(picture, 120, y) for y in (97, 103, 217, 223)] == ["white", "red", "red", "white"]
    with pikepdf.open(pdf_path) as pdf:
        assert images(pdf)[0].read_raw_bytes() == source.read_bytes()


def test_cropping_from_above(tmp_path: Path) -> None:
    stripes = Image.new("RGB", (40, 40), (220, 30, 30))
    stripes.paste((30, 30, 220), (0, 10, 40, 40))
    source = photo(tmp_path / "a.png", colours=stripes)
    picture = pixels(written(document(placed(source, Rect(100, 100, 100, 100), crop=(0, 0, 1, 0.5))), tmp_path))
    assert [colour_at(picture, 150, y) for y in (105, 147, 153, 195)] == ["red", "red", "blue", "blue"]


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied(tmp_path: Path, orientation: int, name: str) -> None:
    """The four corners of the shown picture have the colours that Pillow gives them."""
    corners = Image.new("RGB", (60, 40), (255, 255, 255))
    for box, colour in (((0, 0, 30, 20), (220, 30, 30)), ((30, 0, 60, 20), (30, 30, 220)), ((0, 20, 30, 40), (30, 160, 30))):
        corners.paste(colour, box)
    exif = Image.Exif()
    exif[0x0112] = orientation
    source = photo(tmp_path / name, colours=corners, exif=exif)
    with Image.open(source) as opened:
        opened.load()
        shown = ImageOps.exif_transpose(opened).resize((120, 120))
    ref = ImageRef(str(source), "aa", *shown.size)
    pdf_path = written(document(PlacedImage(ref, Rect(100, 100, 120, 120))), tmp_path)
    picture = pixels(pdf_path)
    for x, y in ((30, 30), (90, 30), (30, 90), (90, 90)):
        expected, found = shown.getpixel((x, y)), picture.getpixel((round(100 + x + 8.5), round(100 + y + 8.5)))
        assert found == pytest.approx(expected, abs=25), (x, y)
    if name == "a.jpg":
        with pikepdf.open(pdf_path) as pdf:
            assert images(pdf)[0].read_raw_bytes() == source.read_bytes(), "the data are not touched"


def test_cmyk_from_photoshop_is_not_inverted(tmp_path: Path) -> None:
    """Pillow writes CMYK as Adobe does: inverted, with a marker."""
    cyan = Image.new("CMYK", (20, 20), (255, 0, 0, 0))
    pdf_path = written(document(placed(photo(tmp_path / "a.jpg", colours=cyan, quality=95))), tmp_path)
    red, green, blue = pixels(pdf_path).getpixel((180, 160))  # type: ignore[misc]
    assert red < 60 and green > 120 and blue > 180
    with pikepdf.open(pdf_path) as pdf:
        assert images(pdf)[0].ColorSpace == "/DeviceCMYK"


@pytest.mark.parametrize("marked", [True, False])
def test_rgb_that_is_no_ycbcr(tmp_path: Path, marked: bool) -> None:
    """Said by Adobe's marker, or by the components' names alone."""
    source = photo(tmp_path / "a.jpg", keep_rgb=True)
    data = source.read_bytes()
    at = data.index(b"\xff\xee")
    if not marked:
        source.write_bytes(data[:at] + data[at + 16 :])
    picture = pixels(written(document(placed(source)), tmp_path))
    assert (colour_at(picture, 120, 160), colour_at(picture, 240, 160)) == ("red", "blue")


def test_embedded_profiles_are_kept_once(tmp_path: Path) -> None:
    sources = [photo(tmp_path / name, (20 + i, 20), icc_profile=SRGB) for i, name in enumerate(["a.jpg", "b.jpg", "c.png"])]
    pdf_path = written(document(*(placed(source, Rect(100, 100 * i, 50, 50)) for i, source in enumerate(sources))), tmp_path)
    with pikepdf.open(pdf_path) as pdf:
        spaces = [image.ColorSpace for image in images(pdf)]
        assert [str(space[0]) for space in spaces] == ["/ICCBased"] * 3
        assert len({space[1].objgen for space in spaces}) == 1
        assert spaces[0][1].read_bytes() == SRGB
        assert spaces[0][1].N == 3


def test_a_profile_that_does_not_fit_is_left_out(tmp_path: Path) -> None:
    source = photo(tmp_path / "a.jpg", colours=two_halves(mode="L"), icc_profile=SRGB)
    with pikepdf.open(written(document(placed(source)), tmp_path)) as pdf:
        assert images(pdf)[0].ColorSpace == "/DeviceGray"


def test_the_same_picture_twice_is_kept_once(tmp_path: Path) -> None:
    source = placed(photo(tmp_path / "a.jpg"))
    again = PlacedImage(source.image, Rect(300, 300, 50, 50))
    with pikepdf.open(written(document(page(source, again), page(source, number=2)), tmp_path)) as pdf:
        assert len(images(pdf)) == 1


LOSSLESS = {
    "rgb": ("a.png", "RGB", {}),
    "grey": ("a.png", "L", {}),
    "black and white": ("a.png", "1", {}),
    "palette": ("a.png", "P", {}),
    "wide": ("a.png", "I;16", {}),
    "plain tiff": ("a.tif", "RGB", {}),
    "cmyk tiff": ("a.tif", "CMYK", {}),
    "packed tiff": ("a.tif", "RGB", {"compression": "tiff_lzw"}),
    "fax": ("a.tif", "1", {"compression": "group4"}),
    "webp": ("a.webp", "RGB", {"lossless": True}),
}


@pytest.mark.parametrize("kind", LOSSLESS)
def test_other_formats_keep_their_pixels(tmp_path: Path, kind: str) -> None:
    name, mode, options = LOSSLESS[kind]
    drawing = (
        gradient().convert(mode)
        if mode != "I;16"
        else gradient().convert("L").convert("I").point(lambda v: v * 257).convert("I;16")
    )
    source = photo(tmp_path / name, colours=drawing, **options)
    with pikepdf.open(written(document(placed(source)), tmp_path)) as pdf:
        (image,) = images(pdf)
        seen = pikepdf.PdfImage(image).as_pil_image()
    expected = gradient().convert("L") if mode == "I;16" else drawing
    through = "RGB" if mode == "P" else "L" if mode == "1" else expected.mode
    assert seen.convert(through).tobytes() == expected.convert(through).tobytes()


def test_plain_png_rows_are_untouched(tmp_path: Path) -> None:
    source = photo(tmp_path / "a.png", colours=gradient())
    with pikepdf.open(written(document(placed(source)), tmp_path)) as pdf:
        assert images(pdf)[0].read_raw_bytes() in source.read_bytes()


def test_an_interlaced_png(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(interlaced_png())
    picture = pixels(written(document(placed(source)), tmp_path))
    assert colour_at(picture, 120, 150) == "red"


@pytest.mark.parametrize(
    ("name", "mode"), [("a.png", "RGBA"), ("a.png", "LA"), ("a.webp", "RGBA"), ("a.tif", "RGBA"), ("a.png", "PA")]
)
def test_transparency_shows_what_lies_below(tmp_path: Path, name: str, mode: str) -> None:
    """Left half opaque, right half clear, over a red photo."""
    logo = Image.new("LA" if mode == "LA" else "RGBA", (40, 40), 0)
    logo.paste((0, 255) if mode == "LA" else (0, 0, 0, 255), (0, 0, 20, 40))
    below = photo(tmp_path / "below.jpg", colours=Image.new("RGB", (8, 8), (220, 30, 30)))
    above = photo(tmp_path / name, colours=logo.convert("P") if mode == "PA" else logo)
    box = Rect(100, 100, 100, 100)
    picture = pixels(written(document(placed(below, box), placed(above, box)), tmp_path))
    assert (colour_at(picture, 125, 150), colour_at(picture, 175, 150)) == ("black", "red")


def test_a_turned_photo(tmp_path: Path) -> None:
    picture = pixels(written(document(Group((placed(photo(tmp_path / "a.jpg"), Rect(0, 0, 160, 120)),), 200, 400, 90)), tmp_path))
    assert (colour_at(picture, 260, 380), colour_at(picture, 260, 260)) == ("red", "blue")


def test_what_cannot_be_read_is_marked_on_the_page_and_reported(tmp_path: Path) -> None:
    source = photo(tmp_path / "a.tif", (200, 200))
    item = placed(source, Rect(100, 100, 100, 100))
    source.write_bytes(source.read_bytes()[:5000])
    gone = PlacedImage(ImageRef(str(tmp_path / "gone.jpg"), "bb", 10, 10), Rect(300, 100, 100, 100))
    problems = write(document(page(), page(item, gone, number=2)), tmp_path / "out.pdf")
    assert [(p.rule, p.page) for p in problems] == [("broken-image", 2), ("missing-file", 2)]
    picture = pixels(tmp_path / "out.pdf", 1)
    for left in (100, 300):
        assert picture.getpixel((left + 58, 120)) == pytest.approx((235, 235, 235), abs=6)
        assert colour_at(picture, left + 50, 150) == "red", "the middle of the cross"


def test_a_damaged_png_is_marked(tmp_path: Path) -> None:
    source = photo(tmp_path / "a.png", colours=gradient())
    item = placed(source)
    data = bytearray(source.read_bytes())
    middle = data.index(b"IDAT") + 40
    data[middle : middle + 8] = b"\xff" * 8
    source.write_bytes(bytes(data))
    (problem,) = write(document(item), tmp_path / "out.pdf")
    assert problem.rule == "broken-image"


def gradient() -> Image.Image:
    """57 × 33 pixels of many colours; an odd width, so that rows of bits end within a byte."""
    return Image.merge("RGB", [Image.linear_gradient("L").rotate(90 * i).resize((57, 33)) for i in range(3)])


def interlaced_png() -> bytes:
    """A red PNG of one pixel in seven passes, made by hand: Pillow does not write them."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 1)
    output = io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header))
    output.seek(0, io.SEEK_END)
    output.write(chunk(b"IDAT", zlib.compress(b"\0\xdc\x1e\x1e")) + chunk(b"IEND", b""))
    return output.getvalue()
