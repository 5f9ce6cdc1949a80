"""What a proof carries beside its pages: its name below the bleed, a stamp across them; and small pictures on wish."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document
from digest_studio.display.items import GlyphRun
from digest_studio.paint.pdf.edition import PROOF
from digest_studio.paint.pdf.over import STRIP, over
from digest_studio.paint.pdf.writer import write_edition
from tests.paint.material import BLEED, HEIGHT, WIDTH, document, line, page, photo, pixels, placed, run, text_of

Runs = tuple[GlyphRun, ...]
NAME, DRAFT = (run("Proof · Harbour Review · 0123456789", 7),), (run("DRAFT", 7),)
SMALL = replace(PROOF, picture_ppi=150.0)


def proof(made: Document, folder: Path, name: Runs = NAME, stamp: Runs = ()) -> Path:
    target = folder / "proof.pdf"
    assert write_edition(made, target, over(PROOF, name, stamp), None) == ()
    return target


def darkest(picture: Image.Image, box: tuple[float, float, float, float]) -> int:
    """The darkest grey in a part of the page (left, top, right, bottom, from the trim's corner)."""
    left, top, right, bottom = box
    part = picture.convert("L").crop((round(left + BLEED), round(top + BLEED), round(right + BLEED), round(bottom + BLEED)))
    return part.getextrema()[0]  # type: ignore[return-value]


def test_the_name_stands_in_a_strip_of_its_own_below_the_bleed(tmp_path: Path) -> None:
    pdf = proof(document(page(line("Text"))), tmp_path)
    with pikepdf.open(pdf) as opened:
        made = opened.pages[0]
        boxes = {key: [float(side) for side in made.obj[key]] for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")}
    assert boxes["/MediaBox"] == boxes["/CropBox"] == [0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED + STRIP]
    assert boxes["/BleedBox"] == [0, STRIP, WIDTH + 2 * BLEED, STRIP + HEIGHT + 2 * BLEED]
    assert boxes["/TrimBox"] == [BLEED, BLEED + STRIP, BLEED + WIDTH, BLEED + STRIP + HEIGHT]
    picture = pixels(pdf)
    assert darkest(picture, (0, HEIGHT + BLEED, WIDTH, HEIGHT + BLEED + STRIP)) < 140
    assert darkest(picture, (0, HEIGHT - 200, WIDTH, HEIGHT + BLEED)) == 255


def test_name_and_stamp_are_no_words_of_the_page(tmp_path: Path) -> None:
    pdf = proof(document(page(line("Only this")), page(line("And that"), number=2)), tmp_path, stamp=DRAFT)
    assert [text_of(pdf, 0), text_of(pdf, 1)] == ["Only this", "And that"]


def test_all_pages_share_one_form_marked_as_an_artifact(tmp_path: Path) -> None:
    pdf = proof(document(*(page(line("x"), number=n) for n in range(1, 9))), tmp_path, stamp=DRAFT)
    with pikepdf.open(pdf) as opened:
        forms = [{key: form.objgen for key, form in p.obj.Resources.XObject.items()} for p in opened.pages]
        assert all(found == forms[0] for found in forms)
        assert set(forms[0]) == {"/Footer", "/Watermark"}
        operators = [(str(op), [str(v) for v in args]) for args, op in pikepdf.parse_content_stream(opened.pages[3])]
    marked = [args for op, args in operators if op == "BDC"]
    assert [args[0] for args in marked] == ["/Artifact", "/Artifact"]
    assert sum(op == "BDC" for op, _ in operators) == sum(op == "EMC" for op, _ in operators)


@pytest.mark.parametrize("text", ["A", "DRAFT", "Not for publication before the chairman has seen it"])
def test_a_stamp_reaches_across_the_page_and_stays_on_it(tmp_path: Path, text: str) -> None:
    picture = pixels(proof(document(page()), tmp_path, (), (run(text, 7),)))
    left, top, right, bottom = picture.convert("L").point(lambda v: 255 - v).getbbox() or (0, 0, 0, 0)
    assert picture.size == (WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
    assert BLEED < left < right < BLEED + WIDTH
    assert abs((left + right) / 2 - picture.width / 2) < 40
    assert abs((top + bottom) / 2 - picture.height / 2) < 40
    assert bottom - top > 0.08 * HEIGHT
    assert picture.convert("L").getextrema()[0] > 200  # light: what it covers can be read


def test_what_is_under_a_stamp_can_be_read(tmp_path: Path) -> None:
    words = [line("under the stamp " * 5, y=y) for y in range(40, 800, 12)]
    plain, stamped = (pixels(proof(document(page(*words)), tmp_path, (), stamp), scale=2) for stamp in ((), DRAFT))
    assert plain.convert("L").getextrema()[0] < 20
    assert stamped.convert("L").getextrema()[0] < 90


def test_small_pictures_have_150_ppi_where_they_stand(tmp_path: Path) -> None:
    large = photo(tmp_path / "large.jpg", (2400, 1800), Image.effect_noise((2400, 1800), 60), quality=95)
    few = photo(tmp_path / "few.jpg", (90, 60), Image.effect_noise((90, 60), 60), quality=30)
    drawing = photo(tmp_path / "drawing.png", (1600, 1200))
    items = [placed(large, Rect(50, 50, 240, 180)), placed(few, Rect(300, 50, 90, 60)), placed(drawing, Rect(50, 300, 240, 180))]
    target = tmp_path / "small.pdf"
    (told,) = write_edition(document(page(*items)), target, SMALL, None)
    assert told.rule == "small-pictures"
    with pypdfium2.PdfDocument(target) as opened:
        sizes = [item.get_px_size() for item in opened[0].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
    assert sizes == [(500, 375), (90, 60), (500, 375)]
    with pikepdf.open(target) as opened:
        images = opened.pages[0].obj.Resources.XObject
        assert [str(images[name].Filter) for name in ("/Im1", "/Im2", "/Im3")] == ["/DCTDecode", "/DCTDecode", "/FlateDecode"]
        assert images.Im2.read_raw_bytes() == few.read_bytes()
    assert target.stat().st_size < large.stat().st_size / 4


def test_a_small_picture_shows_what_the_large_one_shows(tmp_path: Path) -> None:
    """Crop, orientation, opacity and a CMYK picture's colours stay."""
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = photo(tmp_path / "turned.jpg", (900, 600), exif=exif)
    clear = Image.new("RGBA", (800, 600), (220, 30, 30, 255))
    clear.paste((0, 0, 0, 0), (400, 0, 800, 600))
    clear.save(tmp_path / "clear.png")
    inks = Image.new("CMYK", (800, 600), (0, 255, 255, 0))
    inks.save(tmp_path / "inks.jpg", quality=95)
    turned_item = placed(turned, Rect(50, 50, 100, 150))
    size = turned_item.image._replace(width=600, height=900)
    items = (
        turned_item._replace(image=size, crop=(0.0, 0.25, 1.0, 0.75)),
        placed(tmp_path / "clear.png", Rect(300, 50, 100, 75)), placed(tmp_path / "inks.jpg", Rect(300, 300, 100, 75)),
    )
    made, small, plain = document(page(*items)), tmp_path / "small.pdf", tmp_path / "plain.pdf"
    write_edition(made, small, SMALL, None)
    write_edition(made, plain, PROOF, None)
    one, other = pixels(small), pixels(plain)
    for x in range(60, 400, 20):
        for y in range(60, 380, 15):
            assert max(abs(a - b) for a, b in zip(one.getpixel((x, y)), other.getpixel((x, y)), strict=True)) < 24, (x, y)  # type: ignore[arg-type]


def test_a_broken_picture_has_its_mark_in_a_small_file_too(tmp_path: Path) -> None:
    broken = photo(tmp_path / "broken.jpg", (400, 300))
    item = placed(broken)
    broken.write_bytes(broken.read_bytes()[:300])
    told = write_edition(document(page(item)), tmp_path / "small.pdf", SMALL, None)
    assert [p.rule for p in told] == ["broken-image"]
