"""`export --edition spreads` and `booklet` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Run


def test_help_explains_both_editions_and_their_options(run: Run) -> None:
    text = run("export", "--help").stdout
    assert all(word in text for word in ("spreads ", "booklet ", "--signature", "--up", "--creep", "--paper", "--gathered"))


@pytest.mark.parametrize(("arguments", "said"), [
    (["--edition", "booklet", "--signature", "10"], "8 would be right"),
    (["--edition", "booklet", "--up", "3"], "choose from 2, 4"),
    (["--edition", "print", "--creep", "1"], "--creep is for --edition booklet"),
    (["--edition", "proof", "--colours", "press"], "--colours is for --edition spreads or booklet"),
])
def test_a_wrong_call_says_what_would_be_right(run: Run, issue_folder: Path, arguments: list[str], said: str) -> None:
    done = run("export", issue_folder, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not list(issue_folder.parent.glob("*.pdf"))


def test_a_booklet_for_the_press_is_as_strict_as_print(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    refused = run("export", issue_folder, "--edition", "booklet", **cache)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    target = issue_folder.parent / "harbour-booklet.pdf"
    assert not target.exists()
    done = run("export", issue_folder, "--edition", "booklet", "--force", "--up", "4", "--paper", "0.1", **cache)
    assert done.returncode == 1
    assert Path(done.stdout.strip()) == target
    with pikepdf.open(target) as pdf:
        assert "/OutputIntents" in pdf.Root


def test_for_the_office_a_booklet_is_written_as_a_proof_is(run: Run, issue_folder: Path) -> None:
    done = run("export", issue_folder, "--edition", "booklet", "--colours", "proof")
    assert done.returncode == 0, done.stderr
    with pikepdf.open(issue_folder.parent / "harbour-booklet.pdf") as pdf:
        assert "/OutputIntents" not in pdf.Root
        sides = len(pdf.pages)
    pages = json.loads(run("plan", issue_folder, "--json").stdout)["page_count"]
    assert sides == pages // 2


def test_the_cover_may_be_a_file_of_its_own(run: Run, issue_folder: Path) -> None:
    done = run("export", issue_folder, "--edition", "booklet", "--colours", "proof", "--split-cover")
    assert done.returncode == 0, done.stderr
    inside, cover = map(Path, done.stdout.split())
    with pikepdf.open(cover) as pdf:
        assert len(pdf.pages) == 2
    with pikepdf.open(inside) as pdf:
        pages = json.loads(run("plan", issue_folder, "--json").stdout)["page_count"]
        assert len(pdf.pages) == (pages - 4) // 2


def test_spreads_are_written_beside_the_folder(run: Run, issue_folder: Path) -> None:
    done = run("export", issue_folder, "--edition", "spreads")
    assert done.returncode == 0, done.stderr
    with pikepdf.open(issue_folder.parent / "harbour-spreads.pdf") as pdf:
        assert len({float(page.obj.TrimBox[2]) for page in pdf.pages}) == 2  # single and double


def test_an_issue_that_begins_with_a_left_hand_page_is_no_booklet(run: Run, issue_folder: Path) -> None:
    outline = issue_folder / "issue.yaml"
    outline.write_text(outline.read_text("utf-8") + "first-page: 2\n", "utf-8")
    done = run("export", issue_folder, "--edition", "booklet", "--colours", "proof", "--force")
    assert done.returncode == 2
    assert "begins with a right-hand page" in done.stderr
    assert not list(issue_folder.parent.glob("*.pdf"))
    problems = json.loads(run("check", issue_folder, "--edition", "booklet", "--json").stdout)["problems"]
    assert "booklet-first-page" in {problem["rule"] for problem in problems}
