"""`export --edition print` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Run
from tests.press.material import ISO_COATED


@pytest.fixture
def export(run: Run, tmp_path: Path) -> Run:
    """`export --edition print`, with a cache of its own."""

    def process(*arguments: str | Path, **environment: str):  # type: ignore[no-untyped-def]
        return run("export", *arguments, "--edition", "print", XDG_CACHE_HOME=str(tmp_path / "cache"), **environment)

    return process


def test_preflight_errors_keep_the_file_from_being_written(export: Run, issue_folder: Path) -> None:
    done = export(issue_folder)
    assert done.returncode == 2
    assert "advertisement lamps is in RGB" in done.stderr
    assert "--force" in done.stderr
    assert done.stdout == ""
    assert not list(issue_folder.parent.glob("*.pdf"))


def test_force_writes_it_and_still_says_what_is_wrong(export: Run, issue_folder: Path, tmp_path: Path) -> None:
    done = export(issue_folder, "--force")
    assert done.returncode == 1
    target = issue_folder.parent / "harbour-print.pdf"
    assert done.stdout.strip() == str(target)
    with pikepdf.open(target) as pdf:
        assert "/OutputIntents" in pdf.Root
        assert len(pdf.pages) % 4 == 0
    first = target.read_bytes()
    assert list((tmp_path / "cache/digest-studio/press").iterdir())
    assert export(issue_folder, "--force").returncode == 1
    assert target.read_bytes() == first


def test_check_says_the_same(run: Run, issue_folder: Path) -> None:
    for_press = json.loads(run("check", issue_folder, "--edition", "print", "--json").stdout)
    for_reading = json.loads(run("check", issue_folder, "--edition", "proof", "--json").stdout)
    (found,) = [p for p in for_press["problems"] if p["rule"] == "ad-colour" and p["ad"] == "lamps"]
    assert found["line"] > 0
    assert not [p for p in for_reading["problems"] if p["rule"] == "ad-colour"]


def test_an_image_ad_is_converted_if_that_is_allowed(run: Run, issue_folder: Path) -> None:
    outline = issue_folder / "issue.yaml"
    allowed = outline.read_text("utf-8").replace("advertiser: Lamps Ltd,", "advertiser: Lamps Ltd, convert: true,")
    outline.write_text(allowed, "utf-8")
    found = json.loads(run("check", issue_folder, "--edition", "print", "--json").stdout)["problems"]
    assert not [p for p in found if p["rule"] == "ad-colour" and p["ad"] == "lamps"]


def test_the_profile_may_be_the_printers_own(export: Run, issue_folder: Path, tmp_path: Path) -> None:
    (issue_folder / "press.icc").write_bytes(ISO_COATED.read_bytes())
    target = tmp_path / "own.pdf"
    assert export(issue_folder, "--force", "--profile", "press.icc", "-o", target).returncode == 1
    with pikepdf.open(target) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == ("FOGRA39", "ISO Coated v2 300% (basICColor)")


@pytest.mark.parametrize("name", ["missing.icc", "uncoated-fogra99", "../outside.icc"])
def test_without_a_profile_nothing_is_written_even_by_force(export: Run, issue_folder: Path, name: str) -> None:
    done = export(issue_folder, "--force", "--profile", name)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not list(issue_folder.parent.glob("*.pdf"))


def test_marks_are_there_when_the_issue_asks_for_them(export: Run, issue_folder: Path, tmp_path: Path) -> None:
    outline = issue_folder / "issue.yaml"
    outline.write_text(outline.read_text("utf-8") + "press: {marks: true}\n", "utf-8")
    target = tmp_path / "marks.pdf"
    assert export(issue_folder, "--force", "--pages", "1", "-o", target).returncode == 1
    with pikepdf.open(target) as pdf:
        assert float(pdf.pages[0].obj.BleedBox[0]) == 36
        fonts = pdf.pages[0].obj.Resources.Font
        assert any("Sans" in str(font.BaseFont) or "Serif" in str(font.BaseFont) for font in fonts.values())
