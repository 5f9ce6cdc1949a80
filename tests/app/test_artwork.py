"""Artwork as it arrives: what its advertiser is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from digest_studio.app.artwork import arrived, keep_report, report_text
from digest_studio.app.booking import booked
from digest_studio.app.resources import resources
from digest_studio.base.colour import WHITE
from digest_studio.base.geometry import mm
from digest_studio.display.items import TextLine
from digest_studio.model.issue import Ad, AdSize
from digest_studio.preflight.finished import read_back
from digest_studio.theme.load import load_theme
from tests.paint.material import HEIGHT, WIDTH, document, run
from tests.press.material import pressed
from tests.small_issue import picture, vector_ad

A4 = (595.276, 841.89)


def screen_ad(path: Path, pages: int = 1) -> Path:
    """As offices send them: RGB, a font that is not embedded, A5, no bleed."""
    canvas = Canvas(str(path), pagesize=(420, 595))
    for _ in range(pages):
        canvas.setFillColorRGB(0.2, 0.4, 0.9)
        canvas.drawString(60, 300, "Ropes of every kind")
        canvas.showPage()
    canvas.save()
    return path


def test_a_sound_one_is_thanked_for(tmp_path: Path) -> None:
    vector_ad(tmp_path / "ropes.pdf")
    art = arrived(tmp_path / "ropes.pdf", A4)
    assert (art.fit, art.size, art.problems) == (True, (210, 297), ())
    assert "Nothing is wrong" in report_text(art)


def test_a_screen_pdf_is_told_everything_at_once(tmp_path: Path) -> None:
    art = arrived(screen_ad(tmp_path / "ropes.pdf", pages=2), A4)
    assert {p.rule for p in art.problems} == {"ad-pages", "ad-size", "bleed", "ad-colour", "ad-font"}
    text = report_text(art)
    assert "cannot be printed as it is" in text
    lacking = ("RGB is used", "Helvetica, which is not embedded", "0 mm of bleed", "148 × 210 mm", "210 × 297 mm are", "2 pages")
    for said in lacking:
        assert said in " ".join(text.split())
    assert "PDF/X-4" in text
    assert max(map(len, text.splitlines())) <= 78
    assert "the advertiser" not in text  # it is who reads this


def test_limits_of_advertisements_are_stricter_than_the_issues(tmp_path: Path) -> None:
    """White text of 8.5 pt will do in the issue, not in what comes from outside."""
    white = TextLine(50, 100, (run("Ropes", 8.5, colour=WHITE),))
    ad, _ = pressed(document(white, title="Ropes"), tmp_path)
    assert not [p for p in read_back(ad) if p.rule == "fine-print"]
    (problem,) = arrived(ad, (WIDTH, HEIGHT)).problems
    assert (problem.rule, problem.value, problem.limit) == ("fine-print", 8.5, 9)


@pytest.mark.parametrize(("pixels", "severity", "limit"), [((1200, 1700), "error", 150), ((2551, 3579), "warning", 450)])
def test_pictures_are_measured_at_the_booked_size_with_bleed(
    tmp_path: Path, pixels: tuple[int, int], severity: str, limit: int
) -> None:
    picture(tmp_path / "lamps.jpg", pixels, "#f2c14e")
    with Image.open(tmp_path / "lamps.jpg") as image:
        image.convert("CMYK").save(tmp_path / "lamps.jpg")
    found = [p for p in arrived(tmp_path / "lamps.jpg", A4).problems if p.rule == "image-resolution"]
    assert [(p.severity, p.limit) for p in found] == [(severity, limit)]


def test_pictures_in_colours_of_the_screen(tmp_path: Path) -> None:
    picture(tmp_path / "lamps.jpg", (5102, 7158), "#f2c14e")
    (problem,) = arrived(tmp_path / "lamps.jpg", A4).problems
    assert (problem.rule, problem.value) == ("ad-colour", "RGB")


@pytest.mark.parametrize(("size", "margin", "bleed"), [
    ("full-page", 18, 3), ("spread", 18, 3), ("half-page", 18, 0), ("quarter-page", 18, 0), ("half-page", 0, 3),
])
def test_only_places_that_touch_the_trim_ask_for_bleed(size: AdSize, margin: float, bleed: float) -> None:
    theme, _ = load_theme("secretariat", resources())
    assert theme is not None
    theme = replace(theme, margins=replace(theme.margins, outside=margin))
    place = booked(theme, Ad("a", "a.pdf", size=size))
    assert place.bleed == bleed
    assert place.size == tuple(mm(side) for side in theme.ad_sizes[size])


@pytest.mark.parametrize(("height", "booked_as"), [(1436, ()), (1800, ("172 × 152", "172 × 122"))])
def test_pictures_of_another_shape_are_told_in_millimetres(tmp_path: Path, height: int, booked_as: tuple[str, ...]) -> None:
    Image.new("L", (2031, height)).save(tmp_path / "half.png")
    found = [p for p in arrived(tmp_path / "half.png", (mm(172), mm(121.6)), 0).problems if p.rule == "ad-size"]
    assert [(p.value, p.limit) for p in found] == ([booked_as] if booked_as else [])
    assert all("172 × 152 mm, and 172 × 122 mm are booked" in p.message and "without bleed" in p.remedy for p in found)


def test_a_page_that_is_one_picture_needs_more_pixels_for_its_text(tmp_path: Path) -> None:
    Image.new("CMYK", (1240, 1754), (90, 0, 0, 0)).save(tmp_path / "a.jpg", quality=80)  # 300 ppi on A5 with bleed
    canvas = Canvas(str(tmp_path / "raster.pdf"), pagesize=(298, 421))
    canvas.drawImage(str(tmp_path / "a.jpg"), 0, 0, 298, 421)
    canvas.save()
    found = [p for p in arrived(tmp_path / "raster.pdf").problems if p.rule == "image-resolution"]
    assert [(p.severity, p.value, p.limit) for p in found] == [("warning", 299, 450)]


@pytest.mark.parametrize(("data", "rule"), [
    (b"", "broken"), (b"%PDF-1.4 and then nothing", "broken-pdf"), (b"GIF89a....", "wrong-format"),
])
def test_files_that_are_none(tmp_path: Path, data: bytes, rule: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    art = arrived(tmp_path / "a.pdf")
    assert not art.fit
    assert art.problems[0].rule.startswith(rule)
    assert "cannot be printed" in report_text(art)


def test_locked_files_are_sent_back(tmp_path: Path) -> None:
    vector_ad(tmp_path / "open.pdf")
    with pikepdf.open(tmp_path / "open.pdf") as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    assert [p.rule for p in arrived(tmp_path / "locked.pdf").problems] == ["encrypted-pdf"]


def test_the_report_lies_beside_the_artwork(tmp_path: Path) -> None:
    keep_report(screen_ad(tmp_path / "ropes.pdf"))
    assert (tmp_path / "ropes.pdf.report.txt").read_text("utf-8").startswith("Advertisement: ropes.pdf\n")


HEAVY = (240, 240, 240, 140)  # 337 %


def test_pictures_with_more_ink_than_dries_are_sent_back(tmp_path: Path) -> None:
    Image.new("CMYK", (1300, 1300), HEAVY).save(tmp_path / "heavy.jpg", quality=90)
    found = [p for p in arrived(tmp_path / "heavy.jpg").problems if p.rule == "ink"]
    assert [(p.value, p.limit) for p in found] == [(337, 305)]


@pytest.mark.parametrize(("decode", "ink"), [([1, 0] * 4, 337), (None, None)])
def test_the_ink_of_pictures_in_a_pdf_is_what_the_pdf_makes_of_them(
    tmp_path: Path, decode: list[int] | None, ink: int | None
) -> None:
    """Adobe's JPEGs hold the inks the other way round; a PDF turns them only where it says so."""
    Image.new("CMYK", (800, 800), HEAVY).save(tmp_path / "heavy.jpg", quality=90)
    with pikepdf.new() as pdf:
        image = pdf.make_stream(b"")
        image.write((tmp_path / "heavy.jpg").read_bytes(), filter=pikepdf.Name.DCTDecode)
        image.Subtype, image.Width, image.Height, image.BitsPerComponent = pikepdf.Name.Image, 800, 800, 8
        image.ColorSpace = pikepdf.Name.DeviceCMYK
        if decode:
            image.Decode = pikepdf.Array(decode)
        page = pdf.add_blank_page(page_size=(400, 400))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        page.obj.Contents = pdf.make_stream(b"q 190 0 0 190 50 50 cm /Im Do Q")
        pdf.save(tmp_path / "a.pdf")
    assert [p.value for p in arrived(tmp_path / "a.pdf").problems if p.rule == "ink"] == ([ink] if ink else [])
