"""Files are replaced whole, keep their permissions, and leave nothing behind."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from digest_studio.source.atomic import remove_leftovers, write_files


def test_files_are_made_and_replaced(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "deep" / "new.md"
    old.write_bytes(b"before")
    old.chmod(0o640)
    write_files({old: b"after", new: b"new"})
    assert (old.read_bytes(), new.read_bytes()) == (b"after", b"new")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["deep", "new.md", "old.md"]


def test_a_link_stays_a_link_to_the_file_that_changes(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"before")
    (tmp_path / "link.md").symlink_to("real.md")
    write_files({tmp_path / "link.md": b"after"})
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"after"


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "1.md", tmp_path / "2.md"
    first.write_bytes(b"before")
    synced: list[int] = []

    def full(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_files({first: b"after", second: b"after"})
    assert first.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["1.md"]


def test_leftovers_of_the_dead_are_removed_and_of_the_living_kept(tmp_path: Path) -> None:
    dead = os.fork()
    if not dead:
        os._exit(0)
    os.waitpid(dead, 0)
    names = [f".a.md.{dead}.studio-tmp", f".a.md.{os.getppid()}.studio-tmp", ".hidden", "a.studio-tmp"]
    for name in names:
        (tmp_path / name).touch()
    remove_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
