"""What a survey finds out about honest images, and how it takes oddities."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from digest_studio.assets import jpeg as jpeg_format
from digest_studio.assets.facts import ImageFacts
from digest_studio.assets.survey import survey
from digest_studio.base.diagnostics import Severity, Source
from tests.assets.material import jpeg, looked_into, only_problem, picture, segment

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

KINDS = [
    ("a.jpg", "RGB", "JPEG", 8, False),
    ("a.jpeg", "L", "JPEG", 8, False),
    ("a.jpg", "CMYK", "JPEG", 8, False),
    ("a.png", "RGB", "PNG", 8, False),
    ("a.png", "1", "PNG", 1, False),
    ("a.png", "L", "PNG", 8, False),
    ("a.png", "P", "PNG", 8, False),
    ("a.png", "RGBA", "PNG", 8, True),
    ("a.png", "LA", "PNG", 8, True),
    ("a.tif", "RGB", "TIFF", 8, False),
    ("a.tiff", "CMYK", "TIFF", 8, False),
    ("a.tif", "1", "TIFF", 1, False),
    ("a.tif", "RGBA", "TIFF", 8, True),
    ("a.tif", "LA", "TIFF", 8, True),
    ("a.webp", "RGB", "WEBP", 8, False),
    ("a.webp", "RGBA", "WEBP", 8, True),
]


@pytest.mark.parametrize(("name", "mode", "kind", "bits", "alpha"), KINDS)
def test_facts_are_what_pillow_finds(tmp_path: Path, name: str, mode: str, kind: str, bits: int, alpha: bool) -> None:
    path = picture(tmp_path / name, mode, (41, 29))
    found = looked_into(path)
    assert found.problems == ()
    facts = found.images[name]
    assert (facts.path, facts.format, facts.width, facts.height) == (str(path), kind, 41, 29)
    assert (facts.mode, facts.bits, facts.alpha, facts.orientation, facts.icc) == (mode, bits, alpha, 1, None)
    with Image.open(path) as opened:
        assert opened.mode == facts.mode
        assert opened.size == (facts.width, facts.height)


@pytest.mark.parametrize("lossless", [False, True])
def test_webp_without_an_extended_header(tmp_path: Path, lossless: bool) -> None:
    path = picture(tmp_path / "a.webp", lossless=lossless)
    assert path.read_bytes()[12:16] in (b"VP8 ", b"VP8L")
    assert looked_into(path).images["a.webp"].width == 40


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_a_picture_on_its_side_is_measured_as_shown(tmp_path: Path, name: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = looked_into(picture(tmp_path / name, size=(40, 30), exif=exif)).images[name]
    assert (facts.width, facts.height, facts.orientation) == (30, 40, 6)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_the_profile_is_named(tmp_path: Path, name: str) -> None:
    assert looked_into(picture(tmp_path / name, icc_profile=SRGB)).images[name].icc == "sRGB built-in"


def test_one_survey_finds_everything_wrong(tmp_path: Path) -> None:
    picture(tmp_path / "good.jpg")
    (tmp_path / "empty.jpg").touch()
    found = survey(tmp_path, ["missing.jpg", "good.jpg", "empty.jpg", "missing.jpg"], [("ads/missing.pdf", 1)])
    assert list(found.images) == ["good.jpg"]
    rules = [(problem.rule, problem.source) for problem in found.problems]
    assert rules == [
        ("missing-file", Source("missing.jpg")),
        ("broken-image", Source("empty.jpg")),
        ("missing-file", Source("ads/missing.pdf")),
    ]
    assert all(problem.remedy for problem in found.problems)


@pytest.mark.parametrize("name", ["photo.png", "photo", "photo.jpg.bak"])
def test_a_mislabelled_image_is_used_with_a_warning(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(picture(tmp_path / "a.jpg").read_bytes())
    found = looked_into(path)
    assert found.images[name].format == "JPEG"
    problem = only_problem(found)
    assert (problem.rule, problem.severity) == ("wrong-format", Severity.WARNING)
    assert ".jpg" in problem.remedy


def test_same_pictures_have_the_same_digest_and_others_do_not(tmp_path: Path) -> None:
    """Even if they agree in length and at both ends, where the quick look is."""
    first, same, other = (tmp_path / name for name in ("first.jpg", "same.jpg", "other.jpg"))
    data = picture(first, size=(900, 700), quality=95).read_bytes()
    assert len(data) > 300_000
    same.write_bytes(data)
    middle = len(data) // 2
    other.write_bytes(data[:middle] + b"\x55" + data[middle + 1 :])
    images = survey(tmp_path, ["first.jpg", "same.jpg", "other.jpg"], []).images
    assert images["first.jpg"].digest == images["same.jpg"].digest != images["other.jpg"].digest


def test_an_image_keeps_its_digest_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    path = picture(tmp_path / "a.jpg")
    (tmp_path / "sub" / "b.jpg").write_bytes(path.read_bytes())
    assert looked_into(path).images["a.jpg"].digest == looked_into(tmp_path / "sub" / "b.jpg").images["b.jpg"].digest


def test_a_long_header_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(640, 480, before=b"".join(segment(0xFE, b"x" * 60_000) for _ in range(20))))
    assert (looked_into(path).images["a.jpg"].width) == 640


def test_something_may_follow_the_picture(tmp_path: Path) -> None:
    """Telephones put more behind the end mark."""
    path = picture(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes() + bytes(200_000))
    assert looked_into(path).problems == ()


@given(st.binary(max_size=400))
def test_an_exif_block_of_any_bytes_gives_an_orientation(data: bytes) -> None:
    for block in (data, b"II*\0" + data, b"MM\0*" + data):
        assert 1 <= jpeg_format.exif_orientation(block) <= 8


def test_facts_can_be_compared(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.jpg")
    first, again = looked_into(path).images["a.jpg"], looked_into(path).images["a.jpg"]
    assert isinstance(first, ImageFacts)
    assert first == again
