"""A writer killed at any moment leaves every file as it was or as it became, and the next save clears up after it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from digest_studio.model.write import save
from tests.model.folder import contents, make_folder, read

ROOT = Path(__file__).parents[2]

SAVE = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from digest_studio.model import edits
from digest_studio.model.read import read_issue
from digest_studio.model.write import save

calls = 0

def counted(name):
    real = getattr(os, name)
    def call(*arguments, **words):
        global calls
        calls += 1
        if calls == stop:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **words)
    setattr(os, name, call)

folder, stop = Path(sys.argv[1]), int(sys.argv[2])
result = read_issue(folder)
issue = result.issue
for name in ("boats", "tide"):
    _, issue = edits.set_article(issue, name, {"kicker": "New"})
    _, issue = edits.replace_body(issue, name, issue.articles[name].markdown + "\\nMore.\\n" * 100)
issue = replace(issue, tagline="New")
for name in ("open", "fsync", "rename", "replace", "fchmod", "close", "unlink", "mkdir"):
    counted(name)
save(result, issue)
print(calls)
"""


def run_save(folder: Path, stop: int) -> subprocess.CompletedProcess[str]:
    """Saves in a process of its own that kills itself at the `stop`-th call of the system's file functions."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", SAVE, str(folder), str(stop)], env=environment, capture_output=True, text=True, check=False
    )


def check(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> set[str]:
    """Every file is whole; the names of those that are new."""
    found = {name: data for name, data in contents(folder).items() if not name.endswith(".studio-tmp")}
    assert set(found) == set(old)
    assert [name for name, data in found.items() if data not in (old[name], new[name])] == []
    return {name for name, data in found.items() if data != old[name]}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes], int]:
    """The folder before, the folder after, and how many calls the save makes."""
    folder = make_folder(tmp_path_factory.mktemp("whole"))
    old = contents(folder)
    done = run_save(folder, 0)
    assert done.returncode == 0, done.stderr
    new = contents(folder)
    assert len([name for name in old if old[name] != new[name]]) == 3
    return old, new, int(json.loads(done.stdout))


def test_killed_at_every_call(tmp_path: Path, states: tuple[dict[str, bytes], dict[str, bytes], int]) -> None:
    old, new, calls = states
    assert calls > 15
    reached = set()
    for stop in range(1, calls + 1):
        folder = make_folder(tmp_path / str(stop))
        assert run_save(folder, stop).returncode == -signal.SIGKILL
        reached.add(len(check(folder, old, new)))
    assert reached == {0, 1, 2, 3}


def test_killed_at_any_moment(tmp_path: Path, states: tuple[dict[str, bytes], dict[str, bytes], int]) -> None:
    old, new, _ = states
    folder = make_folder(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for moment in range(12):
        process = subprocess.Popen([sys.executable, "-c", SAVE, str(folder), "0"], env=environment, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 0.12 + moment * 0.01
        while process.poll() is None and time.monotonic() < deadline:
            os.sched_yield()
        process.kill()
        process.wait()
        if check(folder, old, new):
            make_folder(folder)


def test_the_next_save_clears_up(tmp_path: Path, states: tuple[dict[str, bytes], dict[str, bytes], int]) -> None:
    _, _, calls = states
    folder = make_folder(tmp_path)
    run_save(folder, calls // 2)
    assert any(name.endswith(".studio-tmp") for name in contents(folder))
    done = run_save(folder, 0)
    assert done.returncode == 0, done.stderr
    assert not any(name.endswith(".studio-tmp") for name in contents(folder))
    result, issue = read(folder)
    assert issue.tagline == "New" and save(result, issue).written == ()
