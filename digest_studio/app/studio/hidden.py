"""The folder `.studio` within an issue, and careful reading in it: an issue comes from anywhere, and so does what lies there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

HIDDEN = ".studio"

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def hidden_folder(folder: Path) -> Path:
    """The issue's `.studio`, made if need be. Raises OSError: it cannot be written, or is a link to somewhere else."""
    hidden = folder / HIDDEN
    make_folder(hidden)
    if not os.access(hidden, os.W_OK | os.X_OK):
        raise PermissionError(13, "it cannot be written", str(hidden))
    return hidden


def make_folder(path: Path) -> None:
    """Makes a folder if it is not there. Raises OSError for a link and for anything else of that name."""
    path.mkdir(exist_ok=True)
    if not stat.S_ISDIR(path.lstat().st_mode):
        raise NotADirectoryError(20, "it is a link, not a folder", str(path))


def read_bounded(path: Path, limit: int) -> bytes | None:
    """A plain file's first `limit` bytes; None when there is no plain file of that name."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_LINK | _BINARY)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read(limit) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None


def open_new(path: Path) -> int:
    """A descriptor of a new file to be written. Raises FileExistsError when there is anything of that name."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0), 0o644)
