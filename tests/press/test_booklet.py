"""The booklet as a printer gets it: written, read back side by side, folded, and read in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from digest_studio.app.booklet import booklet_for_press, export_booklet
from digest_studio.app.folding import Folding, folding_problems, signatures_of
from digest_studio.app.press import ForPress
from digest_studio.app.session import Made, Opened, make, open_issue
from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Page
from digest_studio.display.items import Item, Link, rectangle
from digest_studio.paint.pdf.edition import SLUG
from tests.end_to_end.printed import Glyph, Printed
from tests.folded import reading_order
from tests.paint.material import line, photo, placed
from tests.press.material import needs, output, told_by

WIDTH, HEIGHT, BLEED = mm(210), mm(297), mm(3)
CYAN = Colour((1.0, 0.0, 0.0, 0.0), (0.0, 0.6, 0.9))
WHOLE = Rect(-BLEED, -BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def small(original_issue: Path) -> Made:
    """The small issue, laid out."""
    opened = open_issue(original_issue)
    assert isinstance(opened, Opened)
    return make(opened)


def book(made: Made, pages: int, *items: Item) -> Made:
    """An issue of as many pages, each with its number in the middle, 100 points below the trim's top."""
    numbered = tuple(
        Page(n, str(n), str(n), n % 2 == 1, WIDTH, HEIGHT, BLEED, (*items, line(f"({n})", WIDTH / 2, 100.0)))
        for n in range(1, pages + 1)
    )
    return replace(made, document=made.document._replace(pages=numbered, bookmarks=()))


def booklet(made: Made, folder: Path, name: str = "booklet.pdf", *, office: bool = False, **folding: object) -> Path:
    target, folded = folder / name, Folding(**folding)  # type: ignore[arg-type]
    told = export_booklet(made, folded, target) if office else booklet_for_press(for_press(made), folded, target)
    assert told == ()
    return target


def for_press(made: Made) -> ForPress:
    return ForPress(made, output(), ())


def numbers_by_place(pdf: Printed, side: int, up: int) -> dict[tuple[int, bool], int | None]:
    """Which page's number stands in which quarter or half of a side; None is a blank."""
    left, bottom, right, top = pdf.trim(side)
    text = pdf.document[side].get_textpage()
    found: dict[tuple[int, bool], int | None] = {}
    for row in range(up // 2):
        low, high = (bottom, (bottom + top) / 2 if up == 4 else top) if row == 0 else ((bottom + top) / 2, top)
        for is_right in (False, True):
            x0, x1 = ((left + right) / 2, right) if is_right else (left, (left + right) / 2)
            number = re.search(r"\((\d+)\)", text.get_text_bounded(left=x0, bottom=low, right=x1, top=high))
            found[row, is_right] = int(number[1]) if number else None
    return found


def read(pdf: Printed, up: int, sides: range | None = None) -> list[int | None]:
    """The numbers on sheets laid into each other, in reading order."""
    places = [numbers_by_place(pdf, side, up) for side in sides or range(len(pdf))]
    return reading_order(list(zip(places[::2], places[1::2], strict=True)))


@pytest.mark.parametrize("up", [2, 4])
def test_saddle_stitched_sheets_are_read_from_the_first_page_to_the_last(small: Made, tmp_path: Path, up: int) -> None:
    pdf = Printed(booklet(book(small, 48), tmp_path, up=up, signature=16, paper=0.1))
    assert len(pdf) == 48 // up
    assert read(pdf, up) == list(range(1, 49))


@pytest.mark.parametrize("up", [2, 4])
def test_gathered_signatures_are_read_one_after_the_other(small: Made, tmp_path: Path, up: int) -> None:
    pdf = Printed(booklet(book(small, 40), tmp_path, up=up, signature=16, gathered=True))
    starts, order = 0, []
    for size in (16, 16, 8):
        order += read(pdf, up, range(starts, starts + size // up))
        starts += size // up
    assert order == list(range(1, 41))


def test_pages_of_the_upper_row_stand_head_to_head_with_the_lower_ones(small: Made, tmp_path: Path) -> None:
    pdf = Printed(booklet(book(small, 16), tmp_path, up=4))
    for side in range(len(pdf)):
        _, bottom, _, top = pdf.trim(side)
        trimmed = 2 * mm(3)
        assert top - bottom == pytest.approx(2 * HEIGHT + trimmed, abs=0.01)
        upper = [glyph for glyph in digits(pdf, side) if glyph.y < HEIGHT]
        lower = [glyph for glyph in digits(pdf, side) if glyph.y > HEIGHT]
        assert {round(abs(glyph.angle)) for glyph in upper} == {180}
        assert {round(glyph.angle) for glyph in lower} == {0}
        assert {round(glyph.y, 1) for glyph in upper} == {round(HEIGHT - 100, 1)}
        assert {round(glyph.y, 1) for glyph in lower} == {round(HEIGHT + trimmed + 100, 1)}


def digits(pdf: Printed, side: int) -> list[Glyph]:
    """The pages' numbers, not those in the slug."""
    _, bottom, _, top = pdf.trim(side)
    return [glyph for glyph in pdf.glyphs(side) if glyph.text.isdigit() and glyph.y < top - bottom]


def test_every_sheet_shows_what_the_proof_shows_on_its_pages(small: Made, tmp_path: Path) -> None:
    """The whole small issue: the words of each half of a sheet are the words of a page, in order of the folded pages."""
    from digest_studio.paint.pdf.writer import write

    write(small.document, tmp_path / "proof.pdf")
    proof = [Counter(text.split()) for text in Printed(tmp_path / "proof.pdf").texts]
    pdf = Printed(booklet(small, tmp_path, office=True))
    halves = []
    for side in range(len(pdf)):
        text = pdf.document[side].get_textpage()
        left = text.get_text_bounded(left=0, bottom=0, right=WIDTH, top=HEIGHT)
        right = text.get_text_bounded(left=WIDTH, bottom=0, right=2 * WIDTH, top=HEIGHT)
        halves.append({(0, False): words(left), (0, True): words(right)})
    assert reading_order(list(zip(halves[::2], halves[1::2], strict=True))) == proof


def words(text: str) -> Counter[str]:
    return Counter(text.replace("\ufffe", "\u00ad").replace("\x02", "\u00ad").split())


def test_pages_look_on_the_sheet_as_they_look_alone(small: Made, tmp_path: Path) -> None:
    """Pictures, areas and advertisements included, head down where the row is."""
    from digest_studio.paint.pdf.writer import write

    write(small.document, tmp_path / "proof.pdf")
    scale = 150 / WIDTH
    with pypdfium2.PdfDocument(tmp_path / "proof.pdf") as pdf:
        trimmed = (page.render(scale=scale, crop=(BLEED * scale,) * 4).to_pil() for page in pdf)
        alone = dict(enumerate(trimmed, 1))
    with pypdfium2.PdfDocument(booklet(small, tmp_path, office=True, up=4)) as pdf:
        sides = [pdf[number].render(scale=scale).to_pil() for number in range(len(pdf))]
    found = []
    for side in sides:
        width, height = side.width // 2, side.height // 2
        for x in (0, width):
            found.append(looks_like(side.crop((x, height, x + width, side.height)), alone))
            found.append(looks_like(side.crop((x, 0, x + width, height)).rotate(180), alone))
    assert sorted(number for number in found if number) == sorted(alone)


def looks_like(part: Image.Image, pages: dict[int, Image.Image]) -> int | None:
    """Which page it is, but for the rounding of edges to pixels; None if it is blank."""
    inside = (2, 2, part.width - 2, part.height - 2)  # not what of its neighbours is rounded to its first pixels
    if part.crop(inside).convert("L").getextrema() == (255, 255):
        return None
    off = {n: max(ImageStat.Stat(ImageChops.difference(part, page.resize(part.size))).mean) for n, page in pages.items()}
    nearest = min(off, key=lambda n: off[n])
    assert off[nearest] < 12
    return nearest


def test_pages_that_do_not_fill_sheets_leave_blanks_before_the_back_cover(small: Made, tmp_path: Path) -> None:
    odd = book(small, 44)
    assert read(Printed(booklet(odd, tmp_path, up=4)), 4) == [*range(1, 44), *[None] * 4, 44]
    (told,) = folding_problems(odd, Folding(up=4))
    assert (told.rule, told.severity, told.page) == ("booklet-blanks", "warning", 44)
    assert "blank pages before the back cover: 4" in told.message
    assert "48" in told.remedy
    assert not list(folding_problems(odd, Folding(up=2)))


def test_a_cover_on_other_paper_is_a_sheet_of_its_own_around_a_booklet_without_it(small: Made, tmp_path: Path) -> None:
    made, folding = book(small, 44), Folding(up=4, cover_apart=True)
    inside, cover = tmp_path / "inside.pdf", tmp_path / "cover.pdf"
    assert booklet_for_press(for_press(made), folding, inside, range(3, 43)) == ()
    assert booklet_for_press(for_press(made), folding, cover, {1, 2, 43, 44}) == ()
    assert read(Printed(inside), 4) == list(range(3, 43))
    assert read(Printed(cover), 2) == [1, 2, 43, 44]
    assert not list(folding_problems(made, folding))  # forty pages fill five sheets of eight


def test_what_larger_signatures_would_cost_is_told(small: Made) -> None:
    (told,) = folding_problems(book(small, 44), Folding(signature=16))
    assert (told.rule, told.severity) == ("booklet-signatures", "info")
    assert "16+16+8+4" in told.message
    assert "48 pages" in told.remedy
    assert signatures_of(44, Folding()) == (44,)
    assert signatures_of(44, Folding(gathered=True)) == (16, 16, 8, 4)


def test_an_issue_that_begins_on_the_left_cannot_be_folded(small: Made) -> None:
    made = book(small, 8)
    pages = tuple(page._replace(right_hand=not page.right_hand) for page in made.document.pages)
    (told,) = folding_problems(replace(made, document=made.document._replace(pages=pages)), Folding())
    assert (told.rule, told.severity) == ("booklet-first-page", "error")


def test_creep_moves_inner_pages_towards_the_spine_and_their_crop_marks_with_them(small: Made, tmp_path: Path) -> None:
    pdf = Printed(booklet(book(small, 16), tmp_path, creep=6.0))  # four sheets: 0, 2, 4 and 6 mm
    for side in range(len(pdf)):
        shift = mm(2.0) * (side // 2)
        middles = sorted(glyph.x for glyph in pdf.glyphs(side) if glyph.text == "(" and glyph.y < HEIGHT)
        assert middles == pytest.approx([WIDTH / 2 + shift, 1.5 * WIDTH - shift], abs=0.01)
        assert crop_marks(pdf, side) == pytest.approx([shift, 2 * WIDTH - shift], abs=0.01)


def crop_marks(pdf: Printed, side: int) -> list[float]:
    """From the trim's left, the vertical lines above the bleed that are as long as a crop mark."""
    left, _, _, top = pdf.trim(side)
    found = []
    for item in pdf.document[side].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        x0, y0, x1, y1 = item.get_bounds()
        if y0 > top + BLEED and x1 - x0 < 1 and y1 - y0 == pytest.approx(mm(6), abs=0.6):
            found.append((x0 + x1) / 2 - left)
    return sorted(found)


def test_paper_gives_the_creep_that_its_thickness_makes(small: Made, tmp_path: Path) -> None:
    thick = booklet(book(small, 16), tmp_path, "thick.pdf", paper=0.5)  # three leaves around the innermost
    moved = booklet(book(small, 16), tmp_path, "moved.pdf", creep=1.5)
    assert thick.read_bytes() == moved.read_bytes()
    (told,) = folding_problems(book(small, 72), Folding(paper=1.0))
    assert (told.rule, told.value) == ("booklet-creep", 17)


@pytest.mark.parametrize("up", [2, 4])
def test_a_picture_that_bleeds_is_cut_at_the_spine(small: Made, tmp_path: Path, up: int) -> None:
    made = book(small, 8)
    pages = list(made.document.pages)
    pages[0] = pages[0]._replace(items=(rectangle(WHOLE, CYAN),))
    made = replace(made, document=made.document._replace(pages=tuple(pages)))
    with pypdfium2.PdfDocument(booklet(made, tmp_path, up=up, creep=4.0)) as pdf:
        sheet = pdf[0].render(scale=1).to_pil().convert("RGB")
    edge = SLUG + BLEED
    y = sheet.height - edge - HEIGHT / 2
    assert inked(sheet.getpixel((round(edge + WIDTH) + 1, round(y))))  # page 1 stands right of the spine, at the bottom
    assert not inked(sheet.getpixel((round(edge + WIDTH) - 2, round(y))))
    assert inked(sheet.getpixel((round(edge + 2 * WIDTH + BLEED) - 1, round(y))))
    assert not inked(sheet.getpixel((round(edge + 2 * WIDTH + BLEED) + 1, round(y))))


def inked(pixel: tuple[int, ...]) -> bool:
    return min(pixel) < 200


def test_the_sheet_is_pdf_x_4_with_room_for_marks(small: Made, tmp_path: Path) -> None:
    link = Link(Rect(50, 90, 30, 20), "https://example.org", external=True)
    with pikepdf.open(booklet(book(small, 16, link), tmp_path, creep=2.0)) as pdf:
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFX"
        assert "/Outlines" not in pdf.Root
        for page in pdf.pages:
            media, bleed, trim = (list(map(float, page.obj[box])) for box in ("/MediaBox", "/BleedBox", "/TrimBox"))
            assert media == list(map(float, page.obj.CropBox))
            assert trim[2] - trim[0] == pytest.approx(2 * WIDTH, abs=0.01)
            assert trim[3] - trim[1] == pytest.approx(HEIGHT, abs=0.01)
            assert [round(trim[i] - bleed[i], 2) for i in range(4)] == [round(x * BLEED, 2) for x in (1, 1, -1, -1)]
            assert [round(bleed[i] - media[i], 2) for i in range(4)] == [SLUG, SLUG, -SLUG, -SLUG]
            assert "/Annots" not in page.obj
            assert not re.search(rb"\b(rg|RG)\b", page.Contents.read_bytes())


def test_the_slug_says_which_sheet_it_is(small: Made, tmp_path: Path) -> None:
    pdf = Printed(booklet(book(small, 40), tmp_path, signature=16, gathered=True))
    said = pdf.texts_below(3, 1.0)[0]
    assert "sheet 2/10 back: 4, 13" in said
    assert "signature 1/3" in said
    assert small.issue.publication in said
    assert pdf.labels[:4] == ["1A", "1B", "2A", "2B"]


def test_an_office_printer_gets_two_pages_that_fill_a_sheet(small: Made, tmp_path: Path) -> None:
    with pikepdf.open(booklet(book(small, 8), tmp_path, office=True)) as pdf:
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            assert [float(v) for v in page.obj.MediaBox] == pytest.approx([0, 0, 2 * WIDTH, HEIGHT], abs=0.01)
            assert page.obj.MediaBox == page.obj.TrimBox
        assert "/OutputIntents" not in pdf.Root
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
    with pikepdf.open(booklet(book(small, 8), tmp_path, office=True, up=4)) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"


def test_some_pages_are_the_sheets_on_which_they_stand(small: Made, tmp_path: Path) -> None:
    target = tmp_path / "some.pdf"
    assert booklet_for_press(for_press(book(small, 16)), Folding(), target, {5, 16}) == ()
    pdf = Printed(target)
    assert pdf.labels == ["1A", "1B", "3A", "3B"]
    assert numbers_by_place(pdf, 2, 2) == {(0, False): 12, (0, True): 5}


def test_fonts_and_pictures_are_there_once_and_the_bytes_are_the_same(small: Made, tmp_path: Path) -> None:
    made = book(small, 16, placed(photo(tmp_path / "a.jpg", (600, 450))))
    first = booklet(made, tmp_path, "first.pdf", paper=0.1)
    assert booklet(made, tmp_path, "again.pdf", paper=0.1).read_bytes() == first.read_bytes()
    with pikepdf.open(first) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert len([thing for thing in streams if thing.get("/Subtype") == "/Image"]) == 1
        embedded = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing]
        fonts = [str(font.BaseFont)[8:] for font in embedded]
        assert len(fonts) == len(set(fonts)) == 2  # the pages', the slug's


def test_a_broken_picture_is_told_with_the_page_that_it_stands_on(small: Made, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    picture = placed(photo(broken))
    broken.write_bytes(broken.read_bytes()[:200])
    made = book(small, 8)
    pages = list(made.document.pages)
    pages[5] = pages[5]._replace(items=(picture,))
    made = replace(made, document=made.document._replace(pages=tuple(pages)))
    (told,) = booklet_for_press(for_press(made), Folding(), tmp_path / "booklet.pdf")
    assert (told.rule, told.page) == ("broken-image", 6)


def test_an_issue_without_pages_is_told_to_be_no_booklet(small: Made, tmp_path: Path) -> None:
    (told,) = booklet_for_press(for_press(book(small, 0)), Folding(), tmp_path / "booklet.pdf")
    assert told.rule == "broken-pdf"


@needs("qpdf")
def test_qpdf_finds_no_fault(small: Made, tmp_path: Path) -> None:
    target = booklet(book(small, 16, placed(photo(tmp_path / "a.jpg", (600, 450)))), tmp_path, up=4, paper=0.1)
    assert "No syntax or stream encoding errors" in told_by("qpdf", "--check", target)


@needs("gs")
def test_ghostscript_prints_black_folios_on_the_black_plate_alone(small: Made, tmp_path: Path) -> None:
    from tests.press.material import plates

    target = booklet(book(small, 8), tmp_path, up=4)
    found = plates(target, tmp_path)
    edge = round(SLUG + BLEED)
    inside = (edge, edge, found["Black"].width - edge, found["Black"].height - edge)
    assert found["Black"].crop(inside).getextrema()[1] > 100
    assert all(found[ink].crop(inside).getextrema()[1] == 0 for ink in ("Cyan", "Magenta", "Yellow"))


@needs("mutool")
def test_mutool_sees_the_same_numbers(small: Made, tmp_path: Path) -> None:
    seen = told_by("mutool", "draw", "-q", "-F", "txt", booklet(book(small, 8), tmp_path), "1-4")
    assert sorted(int(number) for number in re.findall(r"\((\d+)\)", seen)) == list(range(1, 9))
