"""What a printer's preflight asks of the file: PDF/X-4 (ISO 15930-7), read by qpdf and pikepdf."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
from PIL import ImageCms

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Anchor, Link
from tests.paint.material import BLEED, HEIGHT, WIDTH, document, line, photo, placed, written
from tests.press.material import ISO_COATED, needs, pressed, told_by


def sample(folder: Path) -> Path:
    items = (line("Text"), Link(Rect(50, 90, 30, 20), "https://example.org", external=True), Anchor("there", 0, 0))
    target, problems = pressed(document(*items, placed(photo(folder / "a.jpg")), date="2024-04-05"), folder)
    assert problems == ()
    return target


def test_the_output_intent_names_the_condition_and_holds_its_profile(tmp_path: Path) -> None:
    with pikepdf.open(sample(tmp_path)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        assert str(intent.RegistryName) == "http://www.color.org"
        profile = intent.DestOutputProfile.read_bytes()
        assert int(intent.DestOutputProfile.N) == 4
    assert profile == ISO_COATED.read_bytes()
    assert ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space.strip() == "CMYK"


def test_metadata_says_pdf_x_4_and_agrees_with_the_information(tmp_path: Path) -> None:
    target = sample(tmp_path)
    with pikepdf.open(target) as pdf:
        assert pdf.pdf_version == "1.6"
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert "/Filter" not in pdf.Root.Metadata
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4<" in xmp
        assert "<xmpMM:RenditionClass>default<" in xmp
        assert "<xmpMM:VersionID>1<" in xmp
        assert re.search(r"<xmpMM:DocumentID>uuid:[0-9a-f-]{36}<", xmp)
        assert "<xmp:CreateDate>2024-04-05T00:00:00Z<" in xmp
        assert "<xmp:MetadataDate>2024-04-05T00:00:00Z<" in xmp
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20240405000000Z"
        assert pdf.docinfo.Trapped == "/False"
        assert len(pdf.trailer.ID) == 2


def test_an_undated_issue_has_dates_all_the_same(tmp_path: Path) -> None:
    target, _ = pressed(document(line("Text")), tmp_path)
    with pikepdf.open(target) as pdf:
        assert "/CreationDate" in pdf.docinfo
        assert "<xmp:ModifyDate>" in pdf.Root.Metadata.read_bytes().decode()


def test_boxes_nest_and_nothing_stands_on_the_page_for_readers(tmp_path: Path) -> None:
    with pikepdf.open(sample(tmp_path)) as pdf:
        page = pdf.pages[0].obj
        assert list(map(float, page.TrimBox)) == [BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT]
        assert list(page.MediaBox) == list(page.CropBox) == list(page.BleedBox)
        assert page.Group.CS == "/DeviceCMYK"
        assert not {"/Annots", "/Trans", "/UserUnit"} & set(page.keys())
        assert not {"/Outlines", "/OpenAction", "/AcroForm"} & set(pdf.Root.keys())


def test_marks_make_the_sheet_larger_than_the_bleed(tmp_path: Path) -> None:
    target, _ = pressed(document(line("Text")), tmp_path, marks=True)
    with pikepdf.open(target) as pdf:
        page = pdf.pages[0].obj
        media, bleed, trim = (list(map(float, page[box])) for box in ("/MediaBox", "/BleedBox", "/TrimBox"))
    assert all(bleed[i] - media[i] == 36 and media[i + 2] - bleed[i + 2] == 36 for i in (0, 1))
    assert all(round(trim[i] - bleed[i], 3) == BLEED for i in (0, 1))


def test_nothing_in_it_is_rgb(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    picture = placed(photo(broken))
    broken.write_bytes(broken.read_bytes()[:200])  # its place is marked, in ink as well
    target, problems = pressed(document(line("Text"), picture), tmp_path)
    assert [problem.rule for problem in problems] == ["broken-image"]
    with pikepdf.open(target) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
                assert not re.search(rb"\b(rg|RG)\b", thing.read_bytes())
        assert not re.search(rb"\b(rg|RG)\b", pdf.pages[0].Contents.read_bytes())
    assert b"/DeviceRGB" not in target.read_bytes()


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    made = document(line("Text"), placed(photo(tmp_path / "a.jpg", (900, 700))))
    first, _ = pressed(made, tmp_path, "first.pdf")
    again, _ = pressed(made, tmp_path, "again.pdf")  # from what was kept
    for kept in (tmp_path / "cache").iterdir():
        kept.unlink()
    anew, _ = pressed(made, tmp_path, "anew.pdf")
    assert first.read_bytes() == again.read_bytes() == anew.read_bytes()


def test_a_proof_says_nothing_of_all_this(tmp_path: Path) -> None:
    data = written(document(line("Text")), tmp_path).read_bytes()
    assert not [word for word in (b"OutputIntent", b"GTS_PDFX", b"DeviceCMYK", b"/OPM") if word in data]


@needs("qpdf")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in told_by("qpdf", "--check", sample(tmp_path))


@needs("pdffonts")
def test_every_font_is_embedded_and_none_is_of_type_3(tmp_path: Path) -> None:
    rows = told_by("pdffonts", sample(tmp_path)).splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes +yes +yes\b", row) and "Type 3" not in row for row in rows)


@needs("mutool")
def test_mutool_sees_the_same_page(tmp_path: Path) -> None:
    assert "Text" in told_by("mutool", "draw", "-q", "-F", "txt", sample(tmp_path))
