"""A whole issue's edition for the press, looked at by tools that others wrote. Each sees all pages."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.conftest import Run
from tests.press.material import needs, told_by

PPI = 72


@pytest.fixture(scope="module")
def issue_pdf(run: Run, original_issue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("print")
    done = run(
        "export", original_issue, "--edition", "print", "--force", "-q", "-o", folder / "issue.pdf",
        XDG_CACHE_HOME=str(folder / "cache"),
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return folder / "issue.pdf"


def pages(pdf: Path) -> int:
    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


@needs("qpdf")
def test_qpdf_finds_the_file_sound(issue_pdf: Path) -> None:
    said = told_by("qpdf", "--check", issue_pdf)
    assert "No syntax or stream encoding errors" in said
    assert "not encrypted" in said
    assert "PDF Version: 1.6" in said


@needs("gs")
def test_ghostscript_draws_every_page_and_complains_of_nothing(issue_pdf: Path) -> None:
    strictly = ("-dSAFER", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING")
    said = told_by("gs", *strictly, "-sDEVICE=nullpage", issue_pdf)
    assert said.count("\nPage ") == pages(issue_pdf)
    assert not re.search(r"\*\*\*\*|error|warning|substitut", said, re.IGNORECASE)


@needs("gs")
def test_ghostscript_finds_inks_of_the_press_and_no_others(issue_pdf: Path, tmp_path: Path) -> None:
    told_by("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{PPI}", "-o", tmp_path / "%02d.tif", issue_pdf)
    plates = {path.name for path in tmp_path.glob("*(*).tif")}
    assert plates == {
        f"{number + 1:02d}({ink}).tif" for number in range(pages(issue_pdf)) for ink in ("Cyan", "Magenta", "Yellow", "Black")
    }


@needs("gs")
def test_running_text_is_on_the_black_plate_alone(issue_pdf: Path, tmp_path: Path) -> None:
    """Without its pictures, areas and coloured words, an issue is black."""
    with pikepdf.open(issue_pdf) as pdf:
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(only_black_text(page))
        pdf.save(tmp_path / "text.pdf")
    quietly = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE")
    told_by("gs", *quietly, "-sDEVICE=tiffsep", f"-r{PPI}", "-o", tmp_path / "%02d.tif", tmp_path / "text.pdf")
    darkest: Counter[str] = Counter()
    for path in tmp_path.glob("*(*).tif"):
        with Image.open(path) as plate:
            ink = path.stem.partition("(")[2].rstrip(")")
            darkest[ink] = max(darkest[ink], 255 - plate.convert("L").getextrema()[0])
    assert darkest["Black"] > 200
    assert darkest["Cyan"] == darkest["Magenta"] == darkest["Yellow"] == 0


def only_black_text(page: pikepdf.Page) -> bytes:
    """The page's content without what is not text in black, the graphics states kept."""
    kept, black = [], False
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "k":
            black = [float(part) for part in instruction.operands] == [0, 0, 0, 1]
        painting = operator in ("f", "F", "f*", "S", "s", "B", "b", "B*", "b*", "Do", "sh")
        if not painting and (black or operator not in ("Tj", "TJ")):
            kept.append(instruction)
        elif painting and operator not in ("Do", "sh"):
            kept.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")))
    return pikepdf.unparse_content_stream(kept)


@needs("mutool")
def test_mutool_sees_text_and_areas_in_device_colours_of_the_press(issue_pdf: Path) -> None:
    trace = told_by("mutool", "trace", issue_pdf)
    spaces = Counter(re.findall(r'<(?:fill|stroke)_\w+ [^>]*colorspace="([^"]*)"', trace))
    assert set(spaces) <= {"DeviceCMYK", "DeviceGray", "DeviceRGB"}
    ads_in_rgb = sum(spaces[name] for name in ("DeviceRGB", "DeviceGray"))
    assert spaces["DeviceCMYK"] > 20 * ads_in_rgb  # forced through: an advertisement that preflight objects to
    words = re.findall(r'<fill_text [^>]*colorspace="DeviceCMYK" color="([^"]*)"', trace)
    assert Counter(words).most_common(1)[0][0].split() == ["0", "0", "0", "1"]


@needs("mutool")
def test_mutool_reads_every_page(issue_pdf: Path, run: Run, original_issue: Path, tmp_path: Path) -> None:
    said = told_by("mutool", "draw", "-q", "-F", "txt", issue_pdf)
    assert run("export", original_issue, "--edition", "proof", "-q", "-o", tmp_path / "proof.pdf").returncode in (0, 1)
    proof = told_by("mutool", "draw", "-q", "-F", "txt", tmp_path / "proof.pdf")
    assert said.split() == proof.split()


@needs("pdffonts")
def test_pdffonts_finds_every_font_of_ours_embedded_and_none_of_type_3(issue_pdf: Path) -> None:
    rows = [row for row in told_by("pdffonts", issue_pdf).splitlines()[2:] if "Source" in row]
    assert rows
    assert all(re.search(r"CID TrueType .*\byes +yes +yes\b|CID Type 0C .*\byes +yes +yes\b", row) for row in rows)


@needs("pdfimages")
def test_pdfimages_finds_pictures_in_ink_at_the_right_resolution(issue_pdf: Path) -> None:
    rows = [row.split() for row in told_by("pdfimages", "-list", issue_pdf).splitlines()[2:]]
    assert rows
    for row in rows:
        kind, colour, horizontal = row[2], row[5], float(row[12])
        assert colour in ("cmyk", "gray")
        if kind == "image" and row[7] == "8":
            assert horizontal <= 301


@needs("pdftotext")
def test_pdftotext_reads_every_page_without_complaint(issue_pdf: Path) -> None:
    done = subprocess.run(["pdftotext", "-layout", issue_pdf, "-"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.count("\f") == pages(issue_pdf)
