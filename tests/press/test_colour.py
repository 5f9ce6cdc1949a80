"""Colours of photographs, read back from the PDF and compared with what littleCMS makes of them without any shortcut."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from digest_studio.assets.outputs import BUNDLED, OutputProfile, load_output
from digest_studio.base.geometry import Rect
from digest_studio.paint.pdf.edition import Press, print_edition
from digest_studio.paint.pdf.writer import write_edition
from tests.paint.material import document, photo, placed
from tests.press.material import PROFILES
from tests.press.test_photographs import image_of

PRIMARIES = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 255, 255), (255, 0, 255), (255, 255, 0), (255, 255, 255), (0, 0, 0)]
GREYS = [(v, v, v) for v in (16, 48, 80, 112, 128, 160, 192, 224, 240)]
TONES = [
    (224, 172, 138), (141, 85, 54), (92, 58, 44), (135, 178, 216), (60, 105, 160), (74, 110, 52), (150, 170, 90), (196, 164, 96),
    (180, 40, 45), (230, 140, 60), (60, 40, 70), (25, 32, 28), (245, 240, 228),
]  # fmt: skip
"""Skin, sky, leaves, sand, fruit, night, paper."""
STEEP = {"uncoated-fogra47": 4}
"""Levels by which a saturated colour may be wrong where a profile's tables are steep."""
COLOURS = PRIMARIES + GREYS + TONES
PATCH = 20


def chart(colours: list[tuple[int, int, int]] = COLOURS) -> Image.Image:
    """A row of patches."""
    row = Image.new("RGB", (len(colours), 1))
    row.putdata(colours)
    return row.resize((len(colours) * PATCH, PATCH), Image.Resampling.NEAREST)


def output(name: str) -> OutputProfile:
    found = load_output(name, PROFILES, Path)
    assert isinstance(found, OutputProfile)
    return found


def printed(path: Path, folder: Path, to: OutputProfile, ppi: float = 300) -> Image.Image:
    """The picture that lies in the PDF for the press, where `path` is placed so large that it has `ppi`."""
    with Image.open(path) as picture:
        box = Rect(20, 20, picture.width / ppi * 72, picture.height / ppi * 72)
    target = folder / "print.pdf"
    assert write_edition(document(placed(path, box)), target, print_edition(Press(to)), None) == ()
    return image_of(target)[1]


def by_littlecms(picture: Image.Image, source: bytes | None, to: OutputProfile) -> Image.Image:
    """The picture in the output's inks, each pixel by itself."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(source)) if source else ImageCms.createProfile("sRGB")
    intent = ImageCms.Intent.PERCEPTUAL if to.perceptual else ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE
    target = ImageCms.ImageCmsProfile(io.BytesIO(to.data))
    made = ImageCms.profileToProfile(picture, profile, target, intent, "CMYK", flags=flags)
    assert made is not None
    return made


def patches(picture: Image.Image) -> list[tuple[int, ...]]:
    """The middle of each patch."""
    side = picture.width / len(COLOURS)
    return [picture.getpixel((int((i + 0.5) * side), picture.height // 2)) for i in range(len(COLOURS))]  # type: ignore[misc]


def assert_within(found: list[tuple[int, ...]], right: list[tuple[int, ...]], levels: int) -> None:
    compared = zip(COLOURS, found, right, strict=True)
    assert not [each for each in compared if max(abs(a - b) for a, b in zip(*each[1:], strict=True)) > levels]


def adobe_rgb() -> bytes:
    """A profile with the primaries, the white and the gamma of Adobe RGB (1998), which are public."""
    primaries = {b"rXYZ": (0.60974, 0.31111, 0.01947), b"gXYZ": (0.20528, 0.62567, 0.06087), b"bXYZ": (0.14919, 0.06322, 0.74457)}
    tags = {name: b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in xyz) for name, xyz in primaries.items()}
    tags[b"wtpt"] = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)  # D50
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 563) + b"\0\0"  # 2.2, in 256ths
    tags |= {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    tags[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", 10) + b"Adobe-ish\0" + bytes(78)
    tags[b"cprt"] = b"text\0\0\0\0none\0\0\0\0"
    table, data = b"", b""
    for name, value in tags.items():
        table += name + struct.pack(">II", 132 + 12 * len(tags) + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    header = struct.pack(">I", 132 + len(table) + len(data)) + b"lcms\x02\x10\0\0mntrRGB XYZ " + bytes(12) + b"acsp"
    header += bytes(68 - len(header)) + struct.pack(">3i", 63190, 65536, 54061)
    return header + bytes(128 - len(header)) + struct.pack(">I", len(tags)) + table + data


@pytest.mark.parametrize("perceptual", [False, True], ids=["relative", "perceptual"])
@pytest.mark.parametrize("name", BUNDLED)
def test_patches_in_srgb(name: str, perceptual: bool, tmp_path: Path) -> None:
    to = replace(output(name), perceptual=perceptual)
    path = photo(tmp_path / "chart.png", colours=chart())
    assert_within(patches(printed(path, tmp_path, to)), patches(by_littlecms(chart(), None, to)), STEEP.get(name, 1))


@pytest.mark.parametrize("name", BUNDLED)
def test_patches_in_adobe_rgb(name: str, tmp_path: Path) -> None:
    to = output(name)
    path = photo(tmp_path / "chart.png", colours=chart(), icc_profile=adobe_rgb())
    right = patches(by_littlecms(chart(), adobe_rgb(), to))
    assert right != patches(by_littlecms(chart(), None, to))
    assert_within(patches(printed(path, tmp_path, to)), right, STEEP.get(name, 1))


def test_patches_that_are_made_smaller_and_sharpened_keep_their_colours(tmp_path: Path) -> None:
    to = output("coated-fogra39")
    path = photo(tmp_path / "chart.png", colours=chart().resize((len(COLOURS) * 60, 60), Image.Resampling.NEAREST))
    made = printed(path, tmp_path, to, ppi=900)
    assert made.width == len(COLOURS) * PATCH
    assert_within(patches(made), patches(by_littlecms(chart(), None, to)), 1)


def test_a_photographs_tones_survive_jpeg(tmp_path: Path) -> None:
    to = output("coated-fogra39")
    size = (len(TONES) * 64, 64)
    whole = Image.new("RGB", size)
    for i, tone in enumerate(TONES):
        whole.paste(tone, (i * 64, 0, i * 64 + 64, 64))
    bands = [Image.blend(band, Image.effect_noise(size, 60), 0.1) for band in whole.split()]
    path = photo(tmp_path / "tones.jpg", colours=Image.merge("RGB", bands), quality=95)
    with Image.open(path) as opened:
        right = by_littlecms(opened.convert("RGB"), None, to)
    made = printed(path, tmp_path, to)
    assert made.format == "JPEG"
    for i in range(len(TONES)):
        tile = (i * 64 + 8, 8, i * 64 + 56, 56)
        one, other = (p.crop(tile).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) for p in (made, right))
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 1  # type: ignore[arg-type]


def test_greys_in_grey_are_black_ink_by_their_numbers(tmp_path: Path) -> None:
    path = photo(tmp_path / "greys.png", colours=chart().convert("L"))
    made = printed(path, tmp_path, output("coated-fogra39"))
    assert made.mode == "L"
    assert patches(made) == patches(chart().convert("L"))


@pytest.mark.parametrize("perceptual", [False, True], ids=["relative", "perceptual"])
@pytest.mark.parametrize("name", BUNDLED)
def test_no_colour_takes_more_ink_than_the_paper_bears(name: str, perceptual: bool, tmp_path: Path) -> None:
    to = replace(output(name), perceptual=perceptual)
    steps = [15 * step for step in range(18)]
    cube = Image.new("RGB", (18 * 18, 18))
    cube.putdata([(red, green, blue) for red in steps for green in steps for blue in steps])
    made = printed(photo(tmp_path / "cube.png", colours=cube), tmp_path, to, ppi=72)
    assert made.mode == "CMYK"
    assert max(map(sum, zip(*(band.tobytes() for band in made.split()), strict=True))) / 2.55 <= to.ink_limit + 4


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_palettes_and_deflated_rows_are_colours_like_others(suffix: str, tmp_path: Path) -> None:
    to = output("coated-fogra39")
    path = photo(tmp_path / f"chart.{suffix}", colours=chart().quantize(64))
    assert_within(patches(printed(path, tmp_path, to)), patches(by_littlecms(chart(), None, to)), 1)
