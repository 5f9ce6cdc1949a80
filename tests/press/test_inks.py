"""Colours on the plates, as Ghostscript separates them."""

from __future__ import annotations

from pathlib import Path

from digest_studio.base.colour import BLACK, Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.items import PlacedPdf, TextLine, rectangle
from tests.paint.material import BLEED, document, line, page, run
from tests.press.material import needs, plates, pressed

TEAL = Colour((0.95, 0.52, 0.38, 0.42), (0.04, 0.25, 0.32), "teal")
UNDER = rectangle(Rect(40, 40, 300, 200), Colour((1.0, 0.0, 0.0, 0.0), (0.0, 0.6, 0.9), "cyan"))


def at(x: float, y: float) -> tuple[int, int]:
    """The pixel of a point of the page at 72 ppi."""
    return round(x + BLEED), round(y + BLEED)


@needs("gs")
def test_a_themes_colour_is_on_the_plates_as_it_was_authored(tmp_path: Path) -> None:
    pdf, _ = pressed(document(rectangle(Rect(40, 40, 300, 200), TEAL)), tmp_path)
    inks = [plate.getpixel(at(100, 100)) for plate in plates(pdf, tmp_path).values()]
    assert [round(ink / 2.55) for ink in inks] == [95, 52, 38, 42]


@needs("gs")
def test_black_text_is_on_the_black_plate_alone_and_knocks_nothing_out(tmp_path: Path) -> None:
    pdf, _ = pressed(document(UNDER, line("Harbour", 60, 160, size=60)), tmp_path)
    found = plates(pdf, tmp_path)
    area = (*at(50, 50), *at(330, 230))
    assert found["Black"].crop(area).getextrema() == (0, 255)
    assert found["Cyan"].crop(area).getextrema() == (255, 255)  # no hole under the letters
    assert found["Magenta"].getextrema() == found["Yellow"].getextrema() == (0, 0)


@needs("gs")
def test_other_colours_knock_out_also_after_black_text(tmp_path: Path) -> None:
    red = Colour((0.0, 1.0, 1.0, 0.0), (1.0, 0.0, 0.0), "red")
    items = (UNDER, line("Black", 60, 80, size=20), rectangle(Rect(60, 100, 100, 100), red))
    pdf, _ = pressed(document(*items), tmp_path)
    assert plates(pdf, tmp_path)["Cyan"].getpixel(at(110, 150)) == 0


@needs("gs")
def test_a_white_advertisement_covers_what_black_text_stood_before_it(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    art = tmp_path / "ad.pdf"
    canvas = Canvas(str(art), pagesize=(100, 100))
    canvas.setFillColorCMYK(0, 0, 0, 0)
    canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
    canvas.save()
    box = Rect(60, 100, 100, 100)
    items = (UNDER, line("Black", 60, 80, size=20), PlacedPdf(str(art), "ad", 1, box, box))
    pdf, problems = pressed(document(*items), tmp_path)
    assert problems == ()
    assert plates(pdf, tmp_path)["Cyan"].getpixel(at(110, 150)) == 0


@needs("gs")
def test_an_advertisements_own_overprint_is_kept(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    for name, overprints in (("over", True), ("out", False)):
        canvas = Canvas(str(tmp_path / f"{name}.pdf"), pagesize=(100, 100))
        canvas.setFillColorCMYK(1, 0, 0, 0)
        canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
        canvas.setFillOverprint(overprints)
        canvas.setOverprintMask(overprints)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        canvas.rect(30, 30, 40, 40, stroke=0, fill=1)
        canvas.save()
        box = Rect(100, 100, 100, 100)
        (tmp_path / name).mkdir()
        items = (line("Black", 60, 80, size=20), PlacedPdf(str(tmp_path / f"{name}.pdf"), name, 1, box, box))
        pdf, _ = pressed(document(*items), tmp_path / name)
        found = plates(pdf, tmp_path / name)
        assert found["Black"].getpixel(at(150, 150)) == 255
        assert found["Cyan"].getpixel(at(150, 150)) == (255 if overprints else 0)


@needs("gs")
def test_text_in_grey_does_not_overprint(tmp_path: Path) -> None:
    grey = Colour((0.0, 0.0, 0.0, 0.68), (0.4, 0.4, 0.4), "quiet")
    pdf, _ = pressed(document(UNDER, TextLine(60, 160, (run("Harbour", 60, colour=grey),))), tmp_path)
    assert plates(pdf, tmp_path)["Cyan"].crop((*at(50, 50), *at(330, 230))).getextrema()[0] == 0


@needs("gs")
def test_marks_print_in_every_ink_and_stand_outside_the_bleed(tmp_path: Path) -> None:
    from digest_studio.display.marks import with_marks
    from digest_studio.paint.pdf.edition import SLUG

    pdf, _ = pressed(document(with_marks(page(rectangle(Rect(-50, -50, 800, 1000), TEAL)))), tmp_path, marks=True)
    found = plates(pdf, tmp_path, 288)
    sides = found["Black"].size
    crop_mark = (round((SLUG + BLEED - 1) * 4), 0, round((SLUG + BLEED + 1) * 4), round((SLUG - 4) * 4))
    assert all(plate.crop(crop_mark).getextrema()[1] > 200 for plate in found.values())
    assert found["Cyan"].getpixel((round((SLUG - 1) * 4), sides[1] // 3)) == 0  # the page ends at its bleed
    assert found["Cyan"].getpixel((round((SLUG + 1) * 4), sides[1] // 3)) > 200


def test_black_is_black_ink_alone() -> None:
    assert BLACK.cmyk == (0.0, 0.0, 0.0, 1.0)
    assert BLACK.overprint
