"""The installed program: a wheel that finds its fonts, themes and sample issue."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.end_to_end.printed import Printed

OWN = ("digest_studio", "resources", "sample_issue", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "ARCHITECTURE.md")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel, built from a copy of the sources, is unpacked, as an installer does."""
    source = tmp_path_factory.mktemp("source")
    for name in OWN:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    script = "from hatchling.build import build_wheel; print(build_wheel('dist'))"
    subprocess.run([sys.executable, "-c", script], cwd=source, check=True, capture_output=True)
    (wheel,) = (source / "dist").glob("*.whl")
    site = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(site)
    return site


def test_the_wheel_exports_its_own_sample(installed: Path, run: Run, tmp_path: Path) -> None:
    sample = installed / "digest_studio/_data/sample_issue"
    done = run("export", sample, "--edition", "proof", "-o", tmp_path / "sample.pdf", cwd=tmp_path, PYTHONPATH=str(installed))
    assert done.returncode == 0, done.stderr
    assert len(Printed(tmp_path / "sample.pdf")) >= 24


def test_the_wheel_holds_licences_and_the_command(installed: Path) -> None:
    record = next(installed.glob("*.dist-info/RECORD")).read_text("utf-8")
    files = [line.split(",")[0] for line in record.splitlines()]
    assert any(name.endswith("licenses/LICENSE") for name in files)
    assert any("resources/fonts/OFL" in name for name in files)
    entry = next(installed.glob("*.dist-info/entry_points.txt")).read_text("utf-8")
    assert "digest-studio = digest_studio.__main__:program" in entry
    assert not any("__pycache__" in name or name.startswith("tests/") for name in files)
