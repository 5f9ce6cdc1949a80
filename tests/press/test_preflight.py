"""What a printer would send back, said before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from digest_studio.assets.pdfcontent import content
from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.items import Group, TextLine, rectangle, rule
from digest_studio.preflight.bleeds import bleeds
from digest_studio.preflight.inks import fine_print, inks
from tests.paint.material import BLEED, HEIGHT, WIDTH, document, photo, placed, run
from tests.press.material import output

INK = Colour((0.0, 0.0, 0.0, 0.5), (0.5, 0.5, 0.5), "grey")
WHOLE = Rect(-BLEED, -BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)


def test_a_colour_with_more_ink_than_the_paper_takes(tmp_path: Path) -> None:
    heavy = Colour((0.9, 0.9, 0.9, 0.9), (0.0, 0.0, 0.0), "heavy")
    (problem,) = inks(document(rectangle(WHOLE, INK), rectangle(WHOLE, heavy), rectangle(WHOLE, heavy)), output())
    assert (problem.rule, problem.page, problem.value, problem.limit) == ("ink", 1, 360, 300)
    assert "heavy" in problem.message


def test_black_text_of_four_inks() -> None:
    rich = Colour((0.7, 0.6, 0.6, 1.0), (0.0, 0.0, 0.0), "rich")
    (problem,) = inks(document(TextLine(50, 50, (run("Rich", colour=rich),))), output())
    assert (problem.rule, problem.limit) == ("rich-black-text", 280)
    assert not list(inks(document(rectangle(WHOLE, rich)), output()))  # an area may be


def test_white_that_overprints() -> None:
    white = Colour((0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0), "paper", overprint=True)
    (problem,) = inks(document(TextLine(50, 50, (run("Gone", colour=white),))), output())
    assert problem.rule == "white-overprint"


def test_white_and_many_coloured_text_has_a_least_size() -> None:
    white, teal = Colour((0, 0, 0, 0), (1, 1, 1), "paper"), Colour((0.9, 0.5, 0.0, 0.0), (0, 0.2, 0.4), "teal")
    small = [TextLine(50, 50 + i, (run("Small", 7, colour=colour),)) for i, colour in enumerate((white, teal, teal, INK))]
    large = TextLine(50, 90, (run("Large", 8, colour=white),))
    found = list(fine_print(document(*small, large)))
    assert [(p.rule, p.value, p.limit) for p in found] == [("fine-print", 7, 8), ("fine-print", 7, 8)]
    assert [p.message.partition("in ")[2][:7] for p in found] == ["white (", "2 inks "]
    assert found[0].box is not None
    assert abs(found[0].box.bottom - 50) < 2


def test_lines_thinner_than_a_quarter_of_a_point_are_hairlines_strokes_and_bars_alike() -> None:
    thin, bar = rule(0, 20, 90, 20, 0.2, INK), rectangle(Rect(10, 40, 100, 0.1), INK)
    sound = rule(0, 30, 90, 30, 0.25, INK), rectangle(Rect(10, 60, 100, 0.25), INK)
    found = list(fine_print(document(thin, bar, *sound)))
    assert [(p.rule, p.value, p.limit, p.severity) for p in found] == [
        ("hairline", 0.2, 0.25, "error"), ("hairline", 0.1, 0.25, "error"),
    ]


def test_small_black_text_has_to_overprint() -> None:
    black = Colour((0, 0, 0, 1), (0, 0, 0), "ink")
    lines = [TextLine(50, 50, (run("Small", size, colour=replace(black, overprint=over)),))
             for size, over in ((9, True), (9, False), (12, False))]
    (problem,) = fine_print(document(*lines))
    assert (problem.rule, problem.value, problem.limit) == ("black-knockout", 9, 12)


@pytest.mark.parametrize("box", [
    WHOLE, Rect(20, 20, 100, 100), Rect(-BLEED, 50, 200, 100), Rect(-BLEED + 0.1, -BLEED, 90, 90), Rect(2, 2, 90, 90),
])
def test_areas_that_run_off_or_keep_away(box: Rect) -> None:
    assert not list(bleeds(document(rectangle(box, INK))))


@pytest.mark.parametrize(("box", "lacking"), [
    (Rect(0, 0, WIDTH, HEIGHT), 3), (Rect(0, 50, 100, 100), 3), (Rect(-BLEED, -4.25, 100, 100), 1.5),
    (Rect(400, 50, WIDTH - 400, 90), 3),
])
def test_areas_and_pictures_that_end_at_the_trim(tmp_path: Path, box: Rect, lacking: float) -> None:
    for item in (rectangle(box, INK), placed(photo(tmp_path / "a.jpg"), box)):
        (problem,) = bleeds(document(item))
        assert problem.rule == "bleed"
        assert f"lacks {lacking:g} mm" in problem.message


def test_groups_count_as_they_are_seen() -> None:
    moved = Group((rectangle(Rect(0, 0, 100, 100), INK),), dx=-BLEED, dy=100)
    clipped = Group((rectangle(WHOLE, INK),), clip=Rect(0, 0, WIDTH, HEIGHT))
    turned = Group((rectangle(Rect(0, 0, 100, 50), INK),), dx=0, dy=200, turn=90)  # stands upright from 0 to 50
    assert not list(bleeds(document(moved)))
    assert [len(list(bleeds(document(item)))) for item in (clipped, turned)] == [1, 1]


def drawn(path: Path, colour: str) -> Path:
    canvas = Canvas(str(path), pagesize=(200, 200))
    match colour:
        case "rgb":
            canvas.setFillColorRGB(1, 0, 0)
        case "cmyk":
            canvas.setFillColorCMYK(0, 1, 1, 0)
        case "grey":
            canvas.setFillGray(0.5)
        case "form":
            canvas.beginForm("logo")
            canvas.setStrokeColorRGB(0, 0, 1)
            canvas.rect(0, 0, 20, 20)
            canvas.endForm()
            canvas.doForm("logo")
        case "image":
            canvas.drawImage(str(photo(path.with_suffix(".jpg"))), 0, 0)
        case "spot":
            from reportlab.lib.colors import CMYKColorSep

            canvas.setFillColor(CMYKColorSep(0, 1, 0, 0, spotName="PANTONE 185 C"))
    canvas.setLineWidth(2)
    canvas.rect(10, 10, 50, 50, fill=colour not in ("form", "image"), stroke=0)
    canvas.save()
    return path


def colours_used(path: Path) -> set[str]:
    return set(content(path, 1).colours) - {"CMYK", "Gray"}


@pytest.mark.parametrize(("colour", "used"), [
    ("rgb", {"RGB"}), ("form", {"RGB"}), ("image", {"RGB"}), ("spot", {"PANTONE 185 C"}), ("cmyk", set()), ("grey", set()),
])
def test_colours_of_a_pdf_are_found_wherever_they_are(tmp_path: Path, colour: str, used: set[str]) -> None:
    assert colours_used(drawn(tmp_path / "ad.pdf", colour)) == used


def test_fonts_that_set_text_have_to_be_embedded(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    from tests.paint.material import FONTS, SERIF

    registerFont(TTFont("Embedded", str(FONTS / f"{SERIF}.ttf")))
    for name, font, lacking in (("bare", "Helvetica", {"Helvetica"}), ("whole", "Embedded", set())):
        canvas = Canvas(str(tmp_path / f"{name}.pdf"))  # ReportLab names Helvetica in every file
        canvas.setFont(font, 20)
        canvas.drawString(50, 50, "Ropes")
        canvas.save()
        fonts = content(tmp_path / f"{name}.pdf", 1).fonts
        assert {f.name for f in fonts if not f.embedded} == lacking


def test_colours_of_inline_images_are_found(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "ad.pdf"), pagesize=(200, 200))
    canvas.drawInlineImage(str(photo(tmp_path / "a.png")), 0, 0)
    canvas.save()
    assert colours_used(tmp_path / "ad.pdf") == {"RGB"}
