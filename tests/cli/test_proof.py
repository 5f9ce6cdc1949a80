"""`export --edition proof` as a user meets it: one copy can be told from another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Run
from tests.end_to_end import geometry, reading


def mark_of(run: Run, folder: Path, target: Path, *options: str) -> str:
    done = run("export", folder, "--edition", "proof", "-o", target, *options)
    assert done.returncode in (0, 1), done.stderr
    with pikepdf.open(target) as pdf:
        return str(pdf.docinfo["/Fingerprint"])


def test_the_same_folder_has_the_same_fingerprint_wherever_it_lies(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(issue_folder, tmp_path / "elsewhere" / "another name"))
    first = mark_of(run, issue_folder, tmp_path / "a.pdf")
    assert len(first) == 10
    assert first == mark_of(run, copy, tmp_path / "b.pdf", "--pages", "1-2", "--stamp", "Draft", "--small")


@pytest.mark.parametrize("change", ["word", "order", "picture", "theme", "advertisement"])
def test_another_content_has_another_fingerprint(run: Run, issue_folder: Path, tmp_path: Path, change: str) -> None:
    before = mark_of(run, issue_folder, tmp_path / "before.pdf")
    outline = issue_folder / "issue.yaml"
    if change == "word":
        article = issue_folder / "articles" / "tides.md"
        article.write_text(article.read_text("utf-8").replace("everyone", "everybody"), "utf-8")
    elif change == "order":
        outline.write_text(outline.read_text("utf-8").replace("[winds, briefing]", "[briefing, winds]"), "utf-8")
    elif change == "picture":
        shutil.copy(issue_folder / "photos" / "shore.jpg", issue_folder / "photos" / "sea.jpg")
    elif change == "theme":
        (issue_folder / "theme.yaml").write_text("margins: {top: 21}\n", "utf-8")
    else:
        with pikepdf.open(issue_folder / "ads" / "ropes.pdf", allow_overwriting_input=True) as pdf:
            pdf.docinfo["/Title"] = "Ropes, new"
            pdf.save()
    assert mark_of(run, issue_folder, tmp_path / "after.pdf") != before


def test_name_and_stamp_are_no_part_of_what_is_read(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "proof.pdf"
    mark_of(run, issue_folder, target, "--stamp", "Для редакции")
    assert reading.failures(issue_folder, target) == []
    assert geometry.failures(issue_folder, target) == []


def test_small_says_what_was_saved(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    plain, small = tmp_path / "plain.pdf", tmp_path / "small.pdf"
    assert run("export", issue_folder, "--edition", "proof", "-o", plain).returncode == 0
    done = run("export", issue_folder, "--edition", "proof", "-o", small, "--small")
    assert done.returncode == 0
    assert "MB instead of" in done.stderr
    assert small.stat().st_size < plain.stat().st_size
    first = small.read_bytes()
    assert run("export", issue_folder, "--edition", "proof", "-o", small, "--small").returncode == 0
    assert small.read_bytes() == first


@pytest.mark.parametrize("stamp", ["", "  ", "two\nlines", "x" * 61])
def test_a_stamp_that_cannot_be_is_told(run: Run, issue_folder: Path, stamp: str) -> None:
    done = run("export", issue_folder, "--edition", "proof", "--stamp", stamp)
    assert done.returncode == 2
    assert "stamp" in done.stderr
    assert not list(issue_folder.parent.glob("*.pdf"))


@pytest.mark.parametrize("option", [["--small"], ["--stamp", "Draft"]])
def test_they_are_the_proofs_alone(run: Run, issue_folder: Path, option: list[str]) -> None:
    done = run("export", issue_folder, "--edition", "print", *option)
    assert done.returncode == 2
    assert "is for --edition proof" in done.stderr
