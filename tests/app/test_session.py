"""Opening, laying out and exporting, called as the studio will call them."""

from __future__ import annotations

from pathlib import Path

from digest_studio.app.resources import resources, sample_issue
from digest_studio.app.session import Opened, Refused, export, make, open_issue
from digest_studio.base.diagnostics import has_errors


def test_resources_and_sample_are_found() -> None:
    assert (resources() / "themes/secretariat/theme.yaml").is_file()
    assert (sample_issue() / "issue.yaml").is_file()


def test_a_sound_folder_opens_without_a_problem(original_issue: Path) -> None:
    opened = open_issue(original_issue)
    assert isinstance(opened, Opened)
    assert opened.problems == ()
    assert {"photos/sea.jpg", "photos/keeper.jpg", "photos/sign.png", "ads/lamps.jpg"} <= set(opened.context.images)
    assert ("ads/ropes.pdf", 1) in opened.context.pdfs


def test_a_folder_that_is_no_issue_is_refused_with_reasons(tmp_path: Path) -> None:
    refused = open_issue(tmp_path)
    assert isinstance(refused, Refused)
    assert has_errors(refused.problems)


def test_an_unknown_theme_is_refused(issue_folder: Path) -> None:
    issue = issue_folder / "issue.yaml"
    issue.write_text(issue.read_text("utf-8") + "theme: secretary\n", "utf-8")
    refused = open_issue(issue_folder)
    assert isinstance(refused, Refused)
    assert "secretariat" in " ".join(map(str, refused.problems))


def test_export_reports_its_progress_to_the_end(original_issue: Path, tmp_path: Path) -> None:
    opened = open_issue(original_issue)
    assert isinstance(opened, Opened)
    laid_out: list[tuple[int, int]] = []
    written: list[tuple[int, int]] = []
    made = make(opened, lambda done, total: laid_out.append((done, total)))
    export(made, tmp_path / "x.pdf", progress=lambda done, total: written.append((done, total)))
    assert laid_out == [(n, 5) for n in range(1, 6)]
    assert written == sorted(written)
    assert written[-1][0] == written[-1][1]
