"""What several rooms' tests share: a small issue of every form, and the command line as another process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import small_issue
from tests.qt import without_qt

pytest_plugins = ["pytestqt.plugin"] if not without_qt() else []

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def original_issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small issue, made once; not to be changed."""
    return small_issue.write(tmp_path_factory.mktemp("original") / "harbour")


@pytest.fixture
def issue_folder(original_issue: Path, tmp_path: Path) -> Path:
    """A small issue of one's own, to be changed at will."""
    return Path(shutil.copytree(original_issue, tmp_path / "harbour"))


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs `digest-studio …` as a process of its own, in `cwd` if given."""

    def process(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "digest_studio", *map(str, arguments)]
        variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment}
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False, env=variables)

    return process
