"""A folder is open for changes in one studio at a time; the locks of the dead bar nobody."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from digest_studio.app.studio.desk import Desk, ReadOnly, open_desk
from digest_studio.app.studio.lock import Holder, Lock, take_lock
from digest_studio.model.edits import set_article


def written(folder: Path, **values: object) -> Path:
    """A lock as another studio would have written it."""
    path = folder / "lock"
    since = "2024-03-12T10:41:00"
    known = {"pid": os.getpid(), "host": platform.node(), "user": "anna", "since": since, "started": "", "token": "x"}
    path.write_text(json.dumps(known | values), "utf-8")
    return path


def dead_process() -> int:
    """The number of a process that is over."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_second_studio_reads_only_and_says_who_writes(issue_folder: Path) -> None:
    first, second = open_desk(issue_folder), open_desk(issue_folder)
    assert isinstance(first, Desk) and isinstance(second, Desk)
    assert first.why_read_only is None
    assert second.holder is not None and second.holder.pid == os.getpid()
    assert second.why_read_only is not None and platform.node() in second.why_read_only
    with pytest.raises(ReadOnly):
        second.apply(set_article(second.issue, "winds", {"title": "Mine"}))
    first.close()
    third = open_desk(issue_folder)
    assert isinstance(third, Desk) and third.why_read_only is None


def test_a_holder_is_told_in_words(tmp_path: Path) -> None:
    written(tmp_path, host="desk-7")
    assert str(take_lock(tmp_path)) == "anna on desk-7, since 2024-03-12 10:41"


def test_the_lock_of_a_dead_studio_is_taken_over(tmp_path: Path) -> None:
    written(tmp_path, pid=dead_process())
    assert isinstance(take_lock(tmp_path), Lock)


def test_a_later_process_with_the_number_of_a_dead_studio_is_not_it(tmp_path: Path) -> None:
    written(tmp_path, started="the-boot-before:17")
    if Path("/proc/self/stat").exists():
        assert isinstance(take_lock(tmp_path), Lock)


def test_a_lock_of_another_machine_is_believed_until_forced(tmp_path: Path) -> None:
    written(tmp_path, pid=dead_process(), host="desk-7")
    assert isinstance(take_lock(tmp_path), Holder)
    assert isinstance(take_lock(tmp_path, by_force=True), Lock)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"pid": "1"}', "\0" * 100, "[" * 100_000, '{"pid": -1}'])
def test_a_lock_that_nobody_wrote_bars_nobody(tmp_path: Path, text: str) -> None:
    (tmp_path / "lock").write_text(text, "utf-8")
    assert isinstance(take_lock(tmp_path), Lock)


def test_a_lock_that_was_taken_from_us_is_not_released(tmp_path: Path) -> None:
    ours = take_lock(tmp_path)
    assert isinstance(ours, Lock)
    theirs = take_lock(tmp_path, by_force=True)
    ours.release()
    assert isinstance(take_lock(tmp_path), Holder)
    assert isinstance(theirs, Lock)
    theirs.release()
    assert list(tmp_path.iterdir()) == []


def test_of_many_that_want_a_dead_studios_lock_one_gets_it(tmp_path: Path) -> None:
    pid = dead_process()
    for _ in range(20):
        written(tmp_path, pid=pid)
        with ThreadPoolExecutor(8) as pool:
            locks = list(pool.map(lambda _: take_lock(tmp_path), range(8)))
        (got,) = [lock for lock in locks if isinstance(lock, Lock)]
        got.release()


def test_a_folder_that_cannot_be_written_is_opened_to_read(issue_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("digest_studio.app.studio.desk.hidden_folder", refuse)
    desk = open_desk(issue_folder)
    assert isinstance(desk, Desk)
    assert desk.why_read_only == "the folder cannot be written: Permission denied"
