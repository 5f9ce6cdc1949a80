"""Files replaced whole: whoever reads, or crashes, sees the old bytes or the new ones.

Temporary files stand beside their targets (a rename works only inside one file system) and carry the writer's process
number, so that the next writer can tell a crashed one's leftovers from a living one's work.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_SUFFIX = "studio-tmp"
_LEFTOVER = re.compile(rf"\..+\.([0-9]+)\.{_SUFFIX}")


def write_files(files: Mapping[Path, bytes]) -> None:
    """Replaces or makes each file, in their order; folders are made as needed.

    All bytes are on disk before the first file is replaced: a full disk changes nothing. Raises OSError.
    """
    targets = {Path(os.path.realpath(path)): data for path, data in files.items()}
    for folder in dict.fromkeys(target.parent for target in targets):
        folder.mkdir(parents=True, exist_ok=True)
        remove_leftovers(folder)
    staged: list[tuple[Path, Path]] = []
    try:
        for target, data in targets.items():
            temporary = _temporary(target)
            staged.append((temporary, target))
            _stage(temporary, data, _mode(target))
        for temporary, target in staged:
            temporary.replace(target)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    _sync_folders(target.parent for target in targets)


def remove_leftovers(folder: Path) -> None:
    """Removes what a crashed writer left in `folder`."""
    for path in folder.iterdir():
        match = _LEFTOVER.fullmatch(path.name)
        if match and not _alive(int(match[1])):
            path.unlink(missing_ok=True)


def _temporary(target: Path) -> Path:
    return target.with_name(f".{target.name[:200]}.{os.getpid()}.{_SUFFIX}")


def _mode(target: Path) -> int | None:
    """The permissions of the file to be replaced; None for a new one, which gets what the user's umask says."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        return None


def _stage(temporary: Path, data: bytes, mode: int | None) -> None:
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _alive(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _sync_folders(folders: Iterable[Path]) -> None:
    """Puts the renames themselves on disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    for folder in dict.fromkeys(folders):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
