"""`check` of an issue for the press, of finished PDFs and of advertisements; the reports that it writes."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import Run
from tests.small_issue import vector_ad


@pytest.fixture
def screen_ad(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "screen.pdf"), pagesize=(420, 595))
    canvas.setFillColorRGB(0.2, 0.4, 0.9)
    canvas.drawString(60, 300, "Ropes of every kind")
    canvas.save()
    return tmp_path / "screen.pdf"


def words(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in opened).split())


def test_the_report_names_and_shows_what_is_wrong(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    done = run("check", issue_folder, "--edition", "print", "--report", report)
    assert done.returncode == 1
    text = words(report)
    assert "Harbour Review, Spring 2025" in text
    assert "Not ready for the press" in text
    assert "advertisement lamps is in RGB" in text.replace("Advertisement", "advertisement")
    with pikepdf.open(report) as pdf:
        pictures = [x for page in pdf.pages for x in page.obj.Resources.get("/XObject", {}).values() if x.Subtype == "/Image"]
        assert pictures
        assert all(picture.Width < 700 for picture in pictures)  # small pictures, a small file
    assert report.stat().st_size < 2_000_000


def test_an_issue_without_fault_is_told_so(run: Run, tmp_path: Path) -> None:
    vector_ad(tmp_path / "ropes.pdf")
    assert run("check", tmp_path / "ropes.pdf", "--ad", "--report", tmp_path / "report.pdf").returncode == 0
    assert "Ready for the press: nothing is wrong" in words(tmp_path / "report.pdf")


def test_a_finished_pdf_is_read_back_from_the_command_line(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    proof, report = tmp_path / "proof.pdf", tmp_path / "report.pdf"
    run("export", issue_folder, "--edition", "proof", "-o", proof)
    done = run("check", proof, "--json", "--report", report)
    assert done.returncode == 1
    found = json.loads(done.stdout)["problems"]
    assert {"pdf-x", "pdf-intent", "pdf-annotation", "pdf-blend", "pdf-colour"} <= {p["rule"] for p in found}
    assert "PDF/X-4" in words(report)


def test_a_letter_to_the_advertiser(run: Run, screen_ad: Path, tmp_path: Path) -> None:
    done = run("check", screen_ad, "--ad", "--report", tmp_path / "letter.txt")
    assert done.returncode == 1
    assert "screen.pdf: RGB is used" in done.stdout
    assert "Please mend, and send it again" in (tmp_path / "letter.txt").read_text("utf-8")


def test_an_advertisement_is_held_against_the_size_that_is_booked(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    vector_ad(tmp_path / "ropes.pdf")  # a full page
    assert run("check", tmp_path / "ropes.pdf", "--ad", "--size", "full-page", "--for", issue_folder).returncode == 0
    done = run("check", tmp_path / "ropes.pdf", "--size", "half-page", "--report", tmp_path / "letter.txt")
    assert "it is drawn for 210 × 297 mm, and 172 × 122 mm are booked" in done.stdout
    assert "Booked size:   172 × 121.6 mm, no bleed\n" in (tmp_path / "letter.txt").read_text("utf-8")
    outline = issue_folder / "issue.yaml"
    text = outline.read_text("utf-8")
    outline.write_text(text.replace("alt: Ropes, size: full-page", "alt: Ropes, size: third-page"), "utf-8")
    assert "172 × 76 mm are booked" in run("check", issue_folder / "ads" / "ropes.pdf", "--ad").stdout


def test_the_limits_may_be_another_profiles(run: Run, issue_folder: Path) -> None:
    def limits(*more: str) -> set[float]:
        found = json.loads(run("check", issue_folder, "--edition", "print", "--json", *more).stdout)["problems"]
        return {p["limit"] for p in found if p["rule"] == "fine-print"}

    assert not limits()
    (issue_folder / "large.yaml").write_text("limits: {smallest-text: 30}\n", "utf-8")
    assert limits("--preflight", "large.yaml") == {30}
    assert not limits("--preflight", "newspaper")
    (issue_folder / "house.yaml").write_text("limits: {smallest-text: 40}\n", "utf-8")
    outline = issue_folder / "issue.yaml"
    outline.write_text(outline.read_text("utf-8") + "press: {preflight: house.yaml}\n", "utf-8")
    assert limits() == {40}


def test_a_profile_that_is_wrong_stops_the_press(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    (issue_folder / "house.yaml").write_text("rules:\n  bled: off\n", "utf-8")
    done = run("export", issue_folder, "--edition", "print", "--preflight", "house.yaml", "-o", tmp_path / "a.pdf")
    assert done.returncode == 2
    assert "house.yaml:2: there is no rule `bled` (did you mean `bleed`?)" in done.stderr


@pytest.mark.parametrize("name", ["missing.pdf", "folder-that-is-not"])
def test_files_that_are_not_there(run: Run, tmp_path: Path, name: str) -> None:
    done = run("check", tmp_path / name)
    assert done.returncode == 2
    assert name in done.stderr


def test_a_report_that_cannot_be_written(run: Run, screen_ad: Path, issue_folder: Path, tmp_path: Path) -> None:
    for what in (screen_ad, issue_folder):
        done = run("check", what, "--report", tmp_path / "no" / "report.pdf")
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_limits_of_the_press_are_not_the_proofs(run: Run, issue_folder: Path) -> None:
    done = run("check", issue_folder, "--edition", "proof", "--preflight", "newspaper")
    assert done.returncode == 2
    assert "--edition print" in done.stderr


def test_the_ink_of_pictures_is_held_to_the_profile_too(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    """An advertiser's picture in CMYK keeps its numbers; newsprint takes less of them."""
    Image.new("CMYK", (2551, 3579), (200, 200, 200, 100)).save(issue_folder / "ads" / "lamps.jpg", dpi=(300, 300))

    def told(*more: str) -> str:
        wish = ("export", issue_folder, "--edition", "print", "--force", "-o", tmp_path / "a.pdf")
        return run(*wish, *more, XDG_CACHE_HOME=str(tmp_path)).stderr

    assert "of ink, as a mean" not in told()
    assert "of ink, as a mean" in told("--preflight", "newspaper")
