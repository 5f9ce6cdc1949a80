"""Advertisements of part of a page in the PDF: their art fills their box and nothing else, as another library sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from digest_studio.app.resources import resources
from digest_studio.assets.survey import survey
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Document, walk
from digest_studio.display.hit import hit
from digest_studio.display.items import Shape
from digest_studio.layout.context import Context
from digest_studio.layout.shared import ad_boxes
from digest_studio.model.issue import Ad, AdEntry, Issue
from digest_studio.paint.pdf.writer import write
from digest_studio.plan.compose import compose
from digest_studio.plan.result import Placement, Plan, PlannedPage
from digest_studio.preflight.ads import ads
from digest_studio.preflight.bleeds import bleeds
from digest_studio.preflight.checks import preflight
from digest_studio.preflight.pages import on_ads
from digest_studio.text.engine import Typesetter
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.hyphenate import Hyphenator
from digest_studio.theme.load import load_theme

GREEN, RED, WHITE = (0, 128, 0), (255, 0, 0), (255, 255, 255)
BLEED = 3.0
HALF = (172.0, 121.6)


def artwork(path: Path, width: float, height: float) -> Path:
    """A PDF of so many mm, green within its TrimBox, red in 3 mm of bleed around it."""
    over, wide, high = mm(BLEED), mm(width), mm(height)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(wide + 2 * over, high + 2 * over))
        page.trimbox = [over, over, over + wide, over + high]
        page.bleedbox = page.mediabox
        code = f"1 0 0 rg 0 0 2000 2000 re f 0 .502 0 rg {over:.3f} {over:.3f} {wide:.3f} {high:.3f} re f"
        page.Contents = pdf.make_stream(code.encode())
        pdf.save(path)
    return path


def picture(path: Path, width: float, height: float, bleed: float = 0.0, ppi: int = 100) -> Path:
    """An image of so many mm, green, with red bleed inside its edges."""
    size = [round((side + 2 * bleed) / 25.4 * ppi) for side in (width, height)]
    image = Image.new("RGB", size, RED)
    edge = bleed / 25.4 * ppi
    ImageDraw.Draw(image).rectangle((edge - 1, edge - 1, size[0] - edge, size[1] - edge), fill=GREEN)
    image.save(path)
    return path


class Desk:
    """One page that carries advertisements and nothing else, in the theme secretariat."""

    def __init__(self, folder: Path, *booked: Ad) -> None:
        self.folder = folder
        theme, problems = load_theme("secretariat", resources())
        assert theme is not None, problems
        self.theme = theme
        self.issue = Issue(str(folder), "P", "Q", tuple(AdEntry(ad.id) for ad in booked), {}, {ad.id: ad for ad in booked})
        files = [ad.file for ad in booked]
        facts = survey(folder, [f for f in files if not f.endswith(".pdf")], [(f, 1) for f in files if f.endswith(".pdf")])
        setter = Typesetter(FontLibrary(resources() / "fonts"), Hyphenator(resources() / "hyphenation", {}))
        self.context = Context(theme, setter, facts.images, facts.pdfs)
        boxes = ad_boxes(theme, [ad.size for ad in booked]) or ()
        placed = tuple(Placement("ad", box.moved(theme.left(True), theme.top), ad.id, size=ad.size)
                       for ad, box in zip(booked, boxes, strict=True))
        self.boxes = [item.box for item in placed]
        self.plan = Plan((PlannedPage(1, "1", "1", True, placed),), (), {})

    def document(self) -> Document:
        return compose(self.issue, self.context, self.plan)

    def printed(self) -> Image.Image:
        """The page without its bleed, two pixels a point."""
        target = self.folder / "page.pdf"
        assert write(self.document(), target) == ()
        with pypdfium2.PdfDocument(target) as pdf:
            shown = pdf[0].render(scale=2).to_pil().convert("RGB")
        edge = round(2 * mm(self.theme.page.bleed))
        return shown.crop((edge, edge, shown.width - edge, shown.height - edge))

    def told(self) -> list[Diagnostic]:
        found = preflight(self.issue, self.plan, self.document(), images=self.context.images)
        return [problem for problem in found if problem.rule in ("ad-size", "image-resolution")]


def corners(box: Rect, off: float) -> Iterator[tuple[float, float]]:
    """Points `off` from the corners on both axes, inwards; less than 0: outwards."""
    yield from ((x, y) for x in (box.x + off, box.right - off) for y in (box.y + off, box.bottom - off))


def sides(box: Rect, off: float) -> Iterator[tuple[float, float]]:
    """Points `off` from the middle of each side, inwards."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    yield from ((box.x + off, y), (box.right - off, y), (x, box.y + off), (x, box.bottom - off))


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(one, other, strict=True))


def assert_filled(shown: Image.Image, box: Rect) -> None:
    for inside in (*corners(box, 1), *sides(box, 1)):
        assert near(shown.getpixel((2 * inside[0], 2 * inside[1])), GREEN), inside
    for outside in (*corners(box, -1.5), *sides(box, -1.5)):
        assert near(shown.getpixel((2 * outside[0], 2 * outside[1])), WHITE), outside


@pytest.mark.parametrize("size", ["half-page", "half-page-vertical", "third-page", "quarter-page"])
def test_a_pdf_fills_its_box_and_its_bleed_is_cut(tmp_path: Path, size: str) -> None:
    theme, _ = load_theme("secretariat", resources())
    assert theme is not None
    artwork(tmp_path / "a.pdf", *theme.ad_sizes[size])
    desk = Desk(tmp_path, Ad("a", "a.pdf", size=size))

    assert_filled(desk.printed(), desk.boxes[0])
    assert desk.told() == []


def test_art_drawn_smaller_in_the_same_proportion_is_scaled_into_the_box(tmp_path: Path) -> None:
    artwork(tmp_path / "a.pdf", HALF[0] / 2, HALF[1] / 2)
    desk = Desk(tmp_path, Ad("a", "a.pdf", size="half-page"))

    assert_filled(desk.printed(), desk.boxes[0])
    assert desk.told() == []


def test_an_image_fills_its_box_too(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", *HALF, bleed=BLEED, ppi=250)
    desk = Desk(tmp_path, Ad("a", "a.png", size="half-page", bleed=BLEED))

    assert_filled(desk.printed(), desk.boxes[0])
    assert desk.told() == []


def test_a_pdf_of_another_shape_stands_in_the_middle_and_the_message_names_both_sizes(tmp_path: Path) -> None:
    artwork(tmp_path / "a.pdf", 100, 121.6)
    desk = Desk(tmp_path, Ad("a", "a.pdf", size="half-page"))
    (box,) = desk.boxes

    middle = Rect(box.x + mm(36), box.y, mm(100), box.height)
    assert_filled(desk.printed(), middle)
    (problem,) = desk.told()
    assert problem.severity == "warning"
    assert "100 × 121.6 mm" in problem.message
    assert "172 × 121.6 mm" in problem.message
    assert "172 × 121.6 mm" in problem.remedy
    assert (problem.page, problem.ad, problem.box) == (1, "a", box)


def test_an_image_of_another_shape_stands_in_the_middle_and_is_told(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 121.6, 121.6, ppi=300)
    desk = Desk(tmp_path, Ad("a", "a.png", size="half-page"))
    (box,) = desk.boxes

    assert_filled(desk.printed(), Rect(box.x + (box.width - box.height) / 2, box.y, box.height, box.height))
    (problem,) = desk.told()
    assert "121.6 × 121.6 mm large in the middle of its place of 172 × 121.6 mm" in problem.message
    assert (problem.value, problem.limit) == ("121.6 × 121.6", "172 × 121.6")


def test_an_image_is_as_fine_as_its_box_needs(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", *HALF, ppi=100)
    desk = Desk(tmp_path, Ad("a", "a.png", size="half-page"))

    (problem,) = desk.told()
    assert (problem.rule, problem.severity, problem.ad, problem.value) == ("image-resolution", "error", "a", 99)


@pytest.mark.parametrize(("share", "ppi"), [(1.0, 300), (0.5, 150)])
def test_pictures_in_a_pdf_are_as_fine_as_they_are_in_the_box(tmp_path: Path, share: float, ppi: int) -> None:
    pixels = [round(side * share / 25.4 * 300) for side in HALF]
    Image.new("CMYK", pixels, (0, 90, 90, 0)).save(tmp_path / "a.pdf", resolution=300)
    desk = Desk(tmp_path, Ad("a", "a.pdf", size="half-page"))

    found = [problem for problem in ads(desk.issue, desk.document(), {}) if problem.rule == "image-resolution"]
    assert [problem.value for problem in found] == ([pytest.approx(ppi, abs=1)])


def test_a_pdf_scaled_into_its_box_is_told_for_the_press(tmp_path: Path) -> None:
    artwork(tmp_path / "a.pdf", HALF[0] / 2, HALF[1] / 2)
    desk = Desk(tmp_path, Ad("a", "a.pdf", size="half-page"))

    (problem,) = [found for found in ads(desk.issue, desk.document(), {}) if found.rule == "ad-size"]
    assert "86 × 61 mm" in problem.message
    assert problem.value == 200


def test_nothing_needs_bleed_within_the_type_area(tmp_path: Path) -> None:
    artwork(tmp_path / "a.pdf", *HALF)
    desk = Desk(tmp_path, Ad("a", "a.pdf", size="half-page"))

    assert [found for found in ads(desk.issue, desk.document(), {}) if found.rule == "bleed"] == []
    assert list(bleeds(desk.document())) == []


def test_a_missing_file_marks_the_box(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Ad("a", "none.pdf", size="quarter-page"))
    (box,) = desk.boxes

    assert desk.printed().getpixel((2 * box.x + 20, 2 * box.y + 8)) != WHITE
    assert list(on_ads(desk.document())) == []  # its name there is our own word


def test_each_is_found_by_its_own_box(tmp_path: Path) -> None:
    for name in "ab":
        artwork(tmp_path / f"{name}.pdf", *HALF)
    desk = Desk(tmp_path, Ad("a", "a.pdf", size="half-page"), Ad("b", "b.pdf", size="half-page"))
    (page,) = desk.document().pages
    for ad, box in zip("ab", desk.boxes, strict=True):
        assert [frame.name for frame in hit(page, box.x + 5, box.y + 5)] == [f"ad:{ad}"]
        assert hit(page, box.x + 5, box.y + 5)[0].box == box


def test_a_hairline_stands_over_what_does_not_begin_at_the_top(tmp_path: Path) -> None:
    for name in "ab":
        artwork(tmp_path / f"{name}.pdf", *HALF)
    desk = Desk(tmp_path, Ad("a", "a.pdf", size="half-page"), Ad("b", "b.pdf", size="half-page"))
    (page,) = desk.document().pages
    (rule,) = [item for item, _, _ in walk(page.items) if isinstance(item, Shape)]

    upper, lower = desk.boxes
    assert [tuple(point) for point in rule.path] == [
        pytest.approx((x, (upper.bottom + lower.y) / 2), abs=0.3) for x in (lower.x, lower.right)
    ]
