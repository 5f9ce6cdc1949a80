"""`render`: pages as PNG, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Run
from tests.qt import without_qt

pytestmark = pytest.mark.skipif(bool(without_qt()), reason=without_qt())


def test_pages_become_files_whose_names_are_printed(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    done = run("render", issue_folder, "--pages", "1-2", "--dpi", "72", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(tmp_path / "out" / f"page-00{n}.png") for n in (1, 2)]
    with Image.open(tmp_path / "out" / "page-001.png") as page:
        assert page.size == (595, 842)


@pytest.mark.parametrize(("arguments", "said"), [
    (["--pages", "900"], "900"), (["--dpi", "0"], "10 to 1200"), (["--dpi", "nan"], "10 to 1200"), (["--dpi", "many"], "many"),
])  # fmt: skip
def test_a_wrong_call_writes_nothing(run: Run, issue_folder: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run("render", issue_folder, "-o", tmp_path / "out", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_where_the_files_go_must_be_said(run: Run, issue_folder: Path) -> None:
    done = run("render", issue_folder)
    assert done.returncode == 2
    assert "-o" in done.stderr


def test_without_qt_it_says_what_is_missing(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')")
    done = run("render", issue_folder, "-o", tmp_path / "out", PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2]}")
    assert done.returncode == 2
    assert "libEGL.so.1" in done.stderr
    assert "libegl1" in done.stderr
