"""What a survey finds out about PDFs, and how it takes oddities."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from digest_studio.assets.survey import survey
from digest_studio.base.diagnostics import Severity
from digest_studio.base.geometry import Rect
from tests.assets.material import pdf, picture


def test_boxes_are_measured_from_the_top_left_as_shown(tmp_path: Path) -> None:
    boxes = {"MediaBox": [-10, 5, 210, 325], "TrimBox": [0, 15, 190, 310], "BleedBox": [-5, 10, 195, 315]}
    pdf(tmp_path / "ad.pdf", **{key: Array(box) for key, box in boxes.items()})
    facts = survey(tmp_path, [], [("ad.pdf", 1)]).pdfs["ad.pdf", 1]
    assert facts.media == Rect(0, 0, 220, 320)
    assert facts.trim == Rect(10, 15, 190, 295)
    assert facts.bleed == Rect(5, 10, 200, 305)
    assert (facts.page, facts.pages, facts.rotate) == (1, 1, 0)


@pytest.mark.parametrize(
    ("rotate", "trim"),
    [(90, Rect(20, 10, 270, 180)), (180, Rect(30, 20, 180, 270)), (270, Rect(30, 30, 270, 180)), (450, Rect(20, 10, 270, 180))],
)
def test_boxes_of_a_turned_page(tmp_path: Path, rotate: int, trim: Rect) -> None:
    """The trim lies 10 from the left, 30 from the right, 20 from below, 30 from above, before turning."""
    pdf(tmp_path / "ad.pdf", TrimBox=Array([10, 20, 190, 290]), Rotate=rotate)
    facts = survey(tmp_path, [], [("ad.pdf", 1)]).pdfs["ad.pdf", 1]
    assert facts.trim == trim
    assert (facts.media.width, facts.media.height) == ((220, 320) if rotate == 180 else (320, 220))


def test_boxes_have_their_defaults(tmp_path: Path) -> None:
    """The crop box stands in for trim and bleed; boxes that lie outside or make no sense do not count."""
    pdf(tmp_path / "crop.pdf", CropBox=Array([10, 10, 210, 310]))
    pdf(tmp_path / "outside.pdf", TrimBox=Array([500, 500, 600, 600]), BleedBox=String("?"))
    pdf(tmp_path / "wide.pdf", TrimBox=Array([10, 10, 210, 310]), BleedBox=Array([-50, -50, 400, 400]))
    facts = survey(tmp_path, [], [(f"{name}.pdf", 1) for name in ("crop", "outside", "wide")]).pdfs
    assert facts["crop.pdf", 1].trim == facts["crop.pdf", 1].bleed == Rect(10, 10, 200, 300)
    assert facts["outside.pdf", 1].trim == facts["outside.pdf", 1].bleed == Rect(0, 0, 220, 320)
    assert facts["wide.pdf", 1].bleed == Rect(0, 0, 220, 320)


def test_pages_are_counted_from_one(tmp_path: Path) -> None:
    pdf(tmp_path / "ads.pdf", pages=2)
    found = survey(tmp_path, [], [("ads.pdf", page) for page in (0, 1, 2, 3)])
    assert sorted(found.pdfs) == [("ads.pdf", 1), ("ads.pdf", 2)]
    assert [(p.rule, p.value, p.limit) for p in found.problems] == [("pdf-page", 0, 2), ("pdf-page", 3, 2)]
    assert "it has 2 pages" in found.problems[1].message


def test_a_file_is_opened_once_for_all_its_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf(tmp_path / "ads.pdf", pages=3)
    opened: list[object] = []
    original = pikepdf.open
    monkeypatch.setattr(pikepdf, "open", lambda *args, **options: opened.append(args) or original(*args, **options))
    survey(tmp_path, [], [("ads.pdf", page) for page in (1, 2, 3, 1)])
    assert len(opened) == 1


@pytest.mark.parametrize(("unit", "times"), [(1, 1), (2.5, 2.5), (0, 1), (-3, 1), (Name.Two, 1), (10**9, 1)])
def test_a_page_may_have_larger_units(tmp_path: Path, unit: object, times: float) -> None:
    pdf(tmp_path / "ad.pdf", UserUnit=unit, TrimBox=Array([10, 10, 210, 310]))
    facts = survey(tmp_path, [], [("ad.pdf", 1)]).pdfs["ad.pdf", 1]
    assert (facts.trim.x, facts.trim.width, facts.trim.height) == (10 * times, 200 * times, 300 * times)


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_pdf_is_refused(tmp_path: Path, user: str) -> None:
    with pikepdf.open(pdf(tmp_path / "plain.pdf")) as plain:
        plain.save(tmp_path / "ad.pdf", encryption=pikepdf.Encryption(owner="owner", user=user))
    (problem,) = survey(tmp_path, [], [("ad.pdf", 1)]).problems
    assert (problem.rule, problem.severity) == ("encrypted-pdf", Severity.ERROR)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "broken-pdf"),
        (b"%PDF-1.7\n", "broken-pdf"),
        (b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj trailer <</Root 1 0 R>>", "broken-pdf"),
        (b"no PDF at all", "broken-pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "broken-pdf"),
    ],
)
def test_a_broken_pdf_is_refused(tmp_path: Path, data: bytes, rule: str) -> None:
    (tmp_path / "ad.pdf").write_bytes(data)
    (problem,) = survey(tmp_path, [], [("ad.pdf", 1)]).problems
    assert problem.rule == rule
    assert problem.remedy


def test_a_truncated_pdf_is_used_as_far_as_it_goes_or_refused(tmp_path: Path) -> None:
    whole = pdf(tmp_path / "whole.pdf", pages=3).read_bytes()
    for length in range(0, len(whole), 37):
        (tmp_path / "ad.pdf").write_bytes(whole[:length])
        found = survey(tmp_path, [], [("ad.pdf", 1)])
        assert found.pdfs or found.problems[0].rule in ("broken-pdf", "pdf-page")


def test_an_image_named_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "ad.pdf").write_bytes(picture(tmp_path / "a.jpg").read_bytes())
    (problem,) = survey(tmp_path, [], [("ad.pdf", 1)]).problems
    assert problem.rule == "wrong-format"
    assert "JPEG" in problem.message


def test_opening_at_a_page_is_nothing_to_mention(tmp_path: Path) -> None:
    path = pdf(tmp_path / "ad.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        opened.Root.OpenAction = Array([opened.pages[0].obj, Name.Fit])
        opened.save()
    assert survey(tmp_path, [], [("ad.pdf", 1)]).problems == ()


def test_what_paper_has_no_place_for_is_mentioned(tmp_path: Path) -> None:
    comment = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
    path = pdf(tmp_path / "ad.pdf", Annots=Array([comment]))
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        layer = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
        opened.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        opened.save()
    found = survey(tmp_path, [], [("ad.pdf", 1)])
    assert ("ad.pdf", 1) in found.pdfs
    assert [problem.rule for problem in found.problems] == ["pdf-script", "pdf-layers", "pdf-annotations"]
    assert {problem.severity for problem in found.problems} == {Severity.WARNING}
