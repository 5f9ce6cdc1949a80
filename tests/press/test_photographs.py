"""Photographs on their way to the plates: colour, size, orientation, opacity, and what is left as it is."""

from __future__ import annotations

import io
import re
import zlib
from functools import partial
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw

from digest_studio.base.geometry import Rect
from digest_studio.base.progress import Stages
from digest_studio.display.items import PlacedImage
from digest_studio.paint.pdf.edition import Press, print_edition
from digest_studio.paint.pdf.writer import write_edition
from tests.paint.material import document, jpeg_bytes, photo, placed
from tests.press.material import ISO_COATED, needs, output, plates, pressed, told_by

INCH = Rect(100, 100, 72, 72)
"""So that pixels are pixels per inch."""


def image_of(pdf: Path) -> tuple[pikepdf.Object, Image.Image]:
    """The page's only picture: its dictionary, and its pixels as ink (255 is all of it)."""
    with pikepdf.open(pdf) as opened:
        (found,) = opened.pages[0].obj.Resources.XObject.values()
        filters, data = str(found.Filter), found.read_raw_bytes()
        size, decode = (int(found.Width), int(found.Height)), found.get("/Decode")
        mode = {"/DeviceCMYK": "CMYK", "/DeviceGray": "L"}[str(found.ColorSpace)]
        entries = pikepdf.Dictionary({key: value for key, value in found.items() if key in ("/BitsPerComponent", "/Decode")})
        mask = found.get("/SMask")
        if mask is not None:
            entries["/Mask"] = pikepdf.String(zlib.decompress(mask.read_raw_bytes()))
        assert (decode is not None) == (filters == "/DCTDecode" and mode == "CMYK")
    if filters == "/DCTDecode":
        return entries, Image.open(io.BytesIO(data))
    return entries, Image.frombytes(mode if entries.BitsPerComponent == 8 else "1", size, zlib.decompress(data))


def shown(path: Path, folder: Path, box: Rect = INCH, **more: object) -> tuple[pikepdf.Object, Image.Image]:
    pdf, problems = pressed(document(placed(path, box, **more)), folder)
    assert problems == ()
    return image_of(pdf)


def noise(size: tuple[int, int]) -> Image.Image:
    """Something like a photograph: many colours, nothing sharp."""
    gradient = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (gradient, gradient.transpose(Image.Transpose.ROTATE_180), Image.radial_gradient("L").resize(size)))


def by_littlecms(colour: tuple[int, int, int], source: ImageCms.ImageCmsProfile | None = None) -> tuple[int, ...]:
    """What the output profile makes of a colour: relative colorimetric, black point compensated."""
    made = ImageCms.profileToProfile(
        Image.new("RGB", (1, 1), colour), source or ImageCms.createProfile("sRGB"), str(ISO_COATED),
        ImageCms.Intent.RELATIVE_COLORIMETRIC, "CMYK", flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    assert made is not None
    return made.getpixel((0, 0))  # type: ignore[return-value]


@needs("gs")
@pytest.mark.parametrize("colour", [(200, 40, 30), (20, 90, 160), (128, 128, 128), (0, 0, 0), (255, 255, 255)])
def test_a_patch_has_the_inks_that_littlecms_gives_it(tmp_path: Path, colour: tuple[int, int, int]) -> None:
    patch = photo(tmp_path / "patch.jpg", colours=Image.new("RGB", (96, 96), colour), quality=95)
    pdf, _ = pressed(document(placed(patch, Rect(0, 0, 144, 144))), tmp_path)
    inks = [plate.getpixel((70, 70)) for plate in plates(pdf, tmp_path).values()]
    assert all(abs(ink - right) <= 3 for ink, right in zip(inks, by_littlecms(colour), strict=True)), (inks, by_littlecms(colour))


def test_a_pictures_own_profile_counts(tmp_path: Path) -> None:
    icc = _swapped_srgb()
    patch = photo(tmp_path / "p.png", colours=Image.new("RGB", (96, 96), (200, 40, 30)), icc_profile=icc)
    _, picture = shown(patch, tmp_path)
    own = by_littlecms((200, 40, 30), ImageCms.ImageCmsProfile(io.BytesIO(icc)))
    assert picture.getpixel((5, 5)) == pytest.approx(own, abs=1)
    assert by_littlecms((200, 40, 30)) != pytest.approx(own, abs=20)


def _swapped_srgb() -> bytes:
    """A profile in which red and blue have changed places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {bytes(data[at : at + 4]): at + 4 for at in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12)}
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    data[red : red + 8], data[blue : blue + 8] = data[blue : blue + 8], data[red : red + 8]
    return bytes(data)


def test_a_damaged_profile_is_as_good_as_none(tmp_path: Path) -> None:
    icc = bytearray(_swapped_srgb())
    icc[300:] = bytes(len(icc) - 300)
    patch = photo(tmp_path / "p.png", colours=Image.new("RGB", (96, 96), (200, 40, 30)), icc_profile=bytes(icc))
    _, picture = shown(patch, tmp_path)
    assert picture.getpixel((5, 5)) == by_littlecms((200, 40, 30))


def test_no_more_than_300_pixels_an_inch_are_kept(tmp_path: Path) -> None:
    large = photo(tmp_path / "large.jpg", colours=noise((1000, 1000)))
    assert shown(large, tmp_path)[1].size == (300, 300)
    small = photo(tmp_path / "small.jpg", colours=noise((280, 280)))
    assert shown(small, tmp_path)[1].size == (280, 280)


def test_only_the_part_that_is_seen_is_kept(tmp_path: Path) -> None:
    halves = photo(tmp_path / "halves.png", (1200, 800))  # red, then blue
    _, left = shown(halves, tmp_path, crop=(0.0, 0.0, 0.5, 1.0))
    assert left.size == (300, 300)
    assert left.getpixel((0, 150)) == left.getpixel((290, 150)) == by_littlecms((220, 30, 30))  # red to the edge
    _, few = shown(photo(tmp_path / "few.png", (120, 80)), tmp_path, crop=(0.25, 0.1, 0.5, 0.95))
    assert few.size == (30, 68)


@needs("pdfimages")
def test_pdfimages_sees_cmyk_at_the_printed_resolution(tmp_path: Path) -> None:
    picture = placed(photo(tmp_path / "large.jpg", colours=noise((1600, 1200))), Rect(50, 50, 160, 120))
    pdf, _ = pressed(document(picture), tmp_path)
    row = told_by("pdfimages", "-list", pdf).splitlines()[2].split()
    assert row[5] == "cmyk"
    assert row[12:14] == ["300", "300"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_obeyed(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = Image.new("RGB", (640, 640), (255, 255, 255))
    ImageDraw.Draw(stored).rectangle((0, 0, 200, 300), fill=(200, 0, 0))
    path = photo(tmp_path / "turned.jpg", colours=stored, exif=exif)
    with Image.open(path) as opened:
        from PIL import ImageOps

        upright = ImageOps.exif_transpose(opened).convert("L").resize((300, 300))
    _, picture = shown(path, tmp_path)
    red = picture.getchannel("M") if picture.mode == "CMYK" else picture
    difference = ImageChops.difference(red.point(lambda v: 255 * (v > 128)), upright.point(lambda v: 255 * (v < 150)))
    assert difference.resize((10, 10), Image.Resampling.BOX).getextrema()[1] < 60


def test_opacity_is_kept(tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (900, 900), (0, 0, 0, 0))
    ImageDraw.Draw(drawing).rectangle((0, 0, 450, 900), fill=(200, 0, 0, 255))
    path = tmp_path / "drawing.png"
    drawing.save(path)
    entries, picture = shown(path, tmp_path)
    mask = Image.frombytes("L", picture.size, bytes(entries["/Mask"]))
    assert (mask.getpixel((10, 10)), mask.getpixel((290, 10))) == (255, 0)
    assert picture.getpixel((140, 10)) == pytest.approx(by_littlecms((200, 0, 0)), abs=2)


def test_full_opacity_is_none(tmp_path: Path) -> None:
    path = tmp_path / "opaque.png"
    noise((200, 200)).convert("RGBA").save(path)
    assert "/Mask" not in shown(path, tmp_path)[0]


def test_grey_is_black_ink_and_sixteen_bits_are_eight(tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    Image.new("I;16", (200, 200), 0x8000).save(path)
    _, picture = shown(path, tmp_path)
    assert (picture.mode, picture.getpixel((50, 50))) == ("L", 127)


def test_line_art_keeps_every_pixel(tmp_path: Path) -> None:
    path = tmp_path / "line.png"
    drawing = Image.new("1", (1201, 900), 1)
    ImageDraw.Draw(drawing).line((0, 0, 1200, 899), fill=0)
    drawing.save(path)
    entries, picture = shown(path, tmp_path)
    assert int(entries.BitsPerComponent) == 1
    assert picture.tobytes() == drawing.tobytes()


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_cmyk_jpegs_that_fit_go_through_untouched(tmp_path: Path, mode: str) -> None:
    path = photo(tmp_path / "fits.jpg", colours=noise((250, 250)).convert(mode))
    pdf, _ = pressed(document(placed(path, INCH)), tmp_path)
    assert path.read_bytes() in pdf.read_bytes()


def test_cmyk_keeps_its_numbers_when_it_is_made_smaller(tmp_path: Path) -> None:
    path = photo(tmp_path / "inks.tif", colours=Image.new("CMYK", (900, 900), (10, 200, 30, 40)))
    assert shown(path, tmp_path)[1].getpixel((9, 9)) == (10, 200, 30, 40)


def test_a_cmyk_jpeg_without_adobes_mark_is_no_negative(tmp_path: Path) -> None:
    path = tmp_path / "inks.jpg"
    Image.new("CMYK", (900, 900), (245, 55, 225, 215)).save(path, quality=95)  # written upside down, and said so by a mark
    data = path.read_bytes()
    at = data.index(b"\xff\xee\x00\x0eAdobe")
    path.write_bytes(data[:at] + data[at + 16 :])
    found = shown(path, tmp_path)[1].getpixel((9, 9))
    assert found == pytest.approx((10, 200, 30, 40), abs=2)


def test_cmyk_of_the_same_output_is_not_converted(tmp_path: Path) -> None:
    path = tmp_path / "same.jpg"
    noise((250, 250)).convert("CMYK").save(path, icc_profile=ISO_COATED.read_bytes())
    pdf, _ = pressed(document(placed(path, INCH)), tmp_path)
    with pikepdf.open(pdf) as opened:
        (found,) = opened.pages[0].obj.Resources.XObject.values()
        assert found.ColorSpace == "/DeviceCMYK"  # the output intent says it already
        assert found.read_raw_bytes() == path.read_bytes()


def test_cmyk_of_another_output_is_converted(tmp_path: Path) -> None:
    path = tmp_path / "other.jpg"
    other = ISO_COATED.read_bytes().replace(b"ISO Coated v2 300% (basICColor)", b"Another press, another paper xx")
    Image.new("CMYK", (250, 250), (180, 20, 90, 30)).save(path, quality=95, icc_profile=other)
    pdf, _ = pressed(document(placed(path, INCH)), tmp_path)
    assert path.read_bytes() not in pdf.read_bytes()
    made = ImageCms.profileToProfile(
        Image.open(path), ImageCms.ImageCmsProfile(io.BytesIO(other)), str(ISO_COATED), ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    assert made is not None
    assert image_of(pdf)[1].getpixel((9, 9)) == made.getpixel((9, 9))


def test_lab_is_converted(tmp_path: Path) -> None:
    lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    path = tmp_path / "lab.tif"
    made = ImageCms.applyTransform(Image.new("RGB", (900, 900), (200, 40, 30)), lab)
    assert made is not None
    made.save(path)
    assert shown(path, tmp_path)[1].getpixel((9, 9)) == pytest.approx(by_littlecms((200, 40, 30)), abs=4)


def test_too_much_ink_is_said(tmp_path: Path) -> None:
    path = photo(tmp_path / "heavy.tif", colours=Image.new("CMYK", (250, 250), (255, 255, 255, 128)))
    _, (problem,) = pressed(document(placed(path, INCH)), tmp_path)
    assert (problem.rule, problem.page, problem.value) == ("ink", 1, pytest.approx(350.2, abs=0.1))


def test_converted_photographs_stay_under_the_profiles_ink(tmp_path: Path) -> None:
    from digest_studio.assets.inks import in_inks
    from tests.press.material import output

    levels = range(0, 256, 17)
    cube = Image.frombytes("RGB", (64, 64), bytes(part for r in levels for g in levels for b in levels for part in (r, g, b)))
    inks = in_inks(cube, None, output()).tobytes()
    assert max(sum(inks[i : i + 4]) for i in range(0, len(inks), 4)) / 2.55 <= 300.5


def test_nothing_is_converted_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from digest_studio.paint.pdf.press import convert

    path = photo(tmp_path / "a.jpg", colours=noise((700, 500)))
    made = document(placed(path, INCH), placed(path, INCH.moved(100, 0)), placed(path, Rect(0, 300, 36, 36)))
    pdf, _ = pressed(made, tmp_path)
    with pikepdf.open(pdf) as opened:
        assert len(opened.pages[0].obj.Resources.XObject) == 2  # one for each size
    monkeypatch.setattr(convert, "convert", lambda wish: pytest.fail(f"{wish.path} converted again"))
    pressed(made, tmp_path)


def test_another_picture_under_the_old_name_is_converted(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.png", colours=Image.new("RGB", (90, 90), (200, 0, 0)))
    old = placed(path, INCH)
    first = shown(path, tmp_path)[1].getpixel((0, 0))
    photo(path, colours=Image.new("RGB", (90, 90), (0, 0, 200)))
    pdf, _ = pressed(document(PlacedImage(old.image, INCH)), tmp_path)  # even if its facts were not looked up again
    assert image_of(pdf)[1].getpixel((0, 0)) != first


@pytest.mark.parametrize("damage", [b"", b"{}\n", b'{"width": 1}\n', b"\x80\x04."])
def test_a_damaged_store_is_made_good(tmp_path: Path, damage: bytes) -> None:
    made = document(placed(photo(tmp_path / "a.jpg", colours=noise((90, 90))), INCH))
    first, _ = pressed(made, tmp_path, "first.pdf")
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(damage)
    again, problems = pressed(made, tmp_path, "again.pdf")
    assert problems == ()
    assert again.read_bytes() == first.read_bytes()


def test_the_store_forgets_what_was_not_used_for_longest(tmp_path: Path) -> None:
    import os

    from digest_studio.paint.pdf.press.store import Header, find, forget_oldest, keep

    header = Header(1, 1, 1, "FlateDecode", 1000)
    for age, key in enumerate(("new", "old", "oldest")):
        os.utime(keep(tmp_path, key, header, bytes(1000), b"").path, (10_000 - age, 10_000 - age))
    forget_oldest(tmp_path, 2500)
    assert find(tmp_path, "new")
    assert find(tmp_path, "old")
    assert find(tmp_path, "oldest") is None


def test_pictures_that_are_gone_or_broken_are_marked(tmp_path: Path) -> None:
    gone, broken = placed(photo(tmp_path / "gone.jpg")), placed(photo(tmp_path / "broken.png"), INCH)
    (tmp_path / "gone.jpg").unlink()
    (tmp_path / "broken.png").write_bytes(jpeg_bytes()[:300])
    pdf, problems = pressed(document(gone, broken), tmp_path)
    assert sorted(problem.rule for problem in problems) == ["broken-image", "missing-file"]
    with pikepdf.open(pdf) as opened:
        assert re.search(rb"\bDo\b", opened.pages[0].Contents.read_bytes())


def test_who_listens_hears_of_each_photograph_converted_before_the_file_is_written(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    stages = Stages(*(partial(hear, told, stage) for stage in ("painting", "converting", "writing")))
    items = [placed(photo(tmp_path / f"{name}.jpg"), INCH) for name in "abc"]
    write_edition(document(*items), tmp_path / "x.pdf", print_edition(Press(output(), tmp_path / "cache"), marks=False), stages)
    converted = [(done, known) for stage, done, known in told if stage == "converting"]
    assert converted[-1][0] == converted[-1][1]
    assert [stage for stage, _ in groupby(told, key=lambda step: step[0])] == ["painting", "converting", "writing"]


def hear(told: list[tuple[str, int, int]], stage: str, done: int, known: int) -> None:
    told.append((stage, done, known))
