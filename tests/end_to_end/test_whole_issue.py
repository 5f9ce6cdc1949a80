"""From folders to PDFs: what was written stands in the PDF, once, where the PDF says it does, and as the theme wants it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.end_to_end import geometry, reading
from tests.end_to_end.printed import Printed

SAMPLE = ROOT / "sample_issue"


@pytest.fixture(scope="module", params=["harbour", "quarterly", "sample_issue"])
def exported(
    request: pytest.FixtureRequest, original_issue: Path, run: Run, tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, Path]:
    """An issue's folder and its PDF: the small issue's in both themes, and the one's that comes with the program."""
    folder = SAMPLE if request.param == "sample_issue" else original_issue
    if request.param == "quarterly":
        folder = Path(shutil.copytree(original_issue, tmp_path_factory.mktemp("quarterly") / "harbour"))
        with (folder / "issue.yaml").open("a", encoding="utf-8") as issue:
            issue.write("theme: quarterly\n")
    pdf = tmp_path_factory.mktemp("pdf") / "digest.pdf"
    done = run("export", folder, "--edition", "proof", "-o", pdf)
    assert done.returncode == 0, done.stderr
    return folder, pdf


def test_every_word_stands_once_and_every_number_is_right(exported: tuple[Path, Path]) -> None:
    assert reading.failures(*exported) == []


def test_sizes_baselines_and_edges_are_the_themes(exported: tuple[Path, Path]) -> None:
    assert geometry.failures(*exported) == []


def test_the_plan_is_what_the_pdf_shows(exported: tuple[Path, Path], run: Run) -> None:
    folder, pdf = exported
    plan = json.loads(run("plan", folder, "--json").stdout)
    printed = Printed(pdf)
    starts = reading.article_starts(reading.read(folder), printed)
    assert plan["page_count"] == len(printed) == sum(plan["signatures"])
    assert {line["article"]: line["page"] for line in plan["contents"]}.items() <= {a: p + 1 for a, p in starts.items()}.items()
    for page in plan["pages"]:
        assert page["folio"] in (None, printed.labels[page["number"] - 1])


def test_the_same_folder_gives_the_same_bytes(original_issue: Path, run: Run, tmp_path: Path) -> None:
    files = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.pdf"
        assert run("export", original_issue, "--edition", "proof", "-o", target, PYTHONHASHSEED=seed).returncode == 0
        files.append(target.read_bytes())
    assert files[0] == files[1]
