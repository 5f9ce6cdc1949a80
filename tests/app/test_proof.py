"""A proof's fingerprint, whoever makes the proof."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from digest_studio.app.proof import export_proof, proof_fingerprint
from digest_studio.app.session import Made, make, open_issue
from digest_studio.app.studio.workshop import Request, Workshop
from digest_studio.model.read import read_issue


def opened(folder: Path) -> Made:
    found = open_issue(folder)
    made = make(found)  # type: ignore[arg-type]
    assert isinstance(made, Made)
    return made


def test_the_studio_and_the_command_line_agree(issue_folder: Path, tmp_path: Path) -> None:
    """Also where two pictures are alike, and where the studio knows pictures that are no longer shown."""
    shutil.copy(issue_folder / "photos" / "sea.jpg", issue_folder / "photos" / "shore.jpg")
    told = proof_fingerprint(opened(issue_folder))
    workshop, issue = Workshop(), read_issue(issue_folder).issue
    assert issue is not None
    without = {name: article for name, article in issue.articles.items() if name != "tides"}
    made = [workshop.make(Request(state)) for state in (issue, replace(issue, articles=without), issue)]
    first, other, again = (proof_fingerprint(state) for state in made if isinstance(state, Made))
    assert first == again == told
    assert other != told
    first_file, second_file = tmp_path / "studio.pdf", tmp_path / "command.pdf"
    export_proof(made[2], first_file)  # type: ignore[arg-type]
    export_proof(opened(issue_folder), second_file)
    assert first_file.read_bytes() == second_file.read_bytes()


def test_comments_and_spacing_do_not_count(issue_folder: Path) -> None:
    before = proof_fingerprint(opened(issue_folder))
    outline = issue_folder / "issue.yaml"
    spaced = outline.read_text("utf-8").replace("[winds, briefing]", "[ winds,  briefing ]")
    outline.write_text(f"# A remark\n\n{spaced}", "utf-8")
    assert proof_fingerprint(opened(issue_folder)) == before
