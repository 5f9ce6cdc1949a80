"""What others change in the folder while the studio has it open.

In: the folder as last read or saved. Out: the files whose bytes on disk are others by now, each once it has come to rest: a
file counts as changed when two looks in a row find it alike, so that nobody's half-written file is taken. Our own savings are
no findings, because the folder as last saved has their bytes. Looks are made by the caller's timer, on any one thread.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from digest_studio.app.studio.texts import article_of_file
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.values import dataclass
from digest_studio.model.read import ARTICLES, HYPHENATION, ISSUE, THEME, ReadResult
from digest_studio.model.values import is_language
from digest_studio.source.paths import MAX_ARTICLE_BYTES, MAX_YAML_BYTES, find_file, read_text

SETTLED_SECONDS = 2.0
"""Younger files are read at every look: a file system may give two savings within this time the same stamp (FAT: 2 s)."""

Stamp = tuple[int, int, int]
"""Time of the last change in nanoseconds, bytes, inode."""


@dataclass(frozen=True, slots=True, eq=False)
class OutsideFile:
    """A text as it is on disk now: its bytes, None when it is gone; or why it cannot be read."""

    name: str
    data: bytes | None
    problem: Diagnostic | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """What differs from `read`, and which pictures are others than at the look before. `unsettled`: look again soon."""

    read: ReadResult
    files: tuple[OutsideFile, ...] = ()
    pictures: frozenset[str] = frozenset()
    unsettled: bool = False


class Watch:
    """Looks at one folder; remembers what it saw."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, Stamp | None] = {}
        self._as_read: dict[str, tuple[Stamp, bytes]] = {}
        self._pictures: dict[str, Stamp | None] = {}
        self._moving: dict[str, Stamp | None] = {}

    def look(self, read: ReadResult, pictures: Iterable[str] = ()) -> Findings:
        """Compares the folder with `read`, and `pictures` (names within the folder) with the last look."""
        files = []
        unsettled = False
        for name in dict.fromkeys((*self._names(), *read.files)):
            stamp = _stamp(self._folder / name)
            known = read.files.get(name)
            if stamp is None and known is None:
                continue
            if stamp is not None and known is not None and self._as_read.get(name) == (stamp, known.data):
                continue
            if name not in self._seen or self._seen[name] != stamp:
                self._seen[name] = stamp
                unsettled = unsettled or known is None or not self._is_as_read(name, stamp, known.data)
            elif found := self._compared(name, stamp, known.data if known else None):
                files.append(found)
        changed, moving = self._changed_pictures(pictures)
        return Findings(read, tuple(sorted(files, key=_order)), changed, unsettled or moving)

    def _names(self) -> Iterator[str]:
        """The texts of the folder as it is now."""
        yield from (ISSUE, THEME)
        for place, suffix in ((ARTICLES, ".md"), (HYPHENATION, ".txt")):
            try:
                entries = [entry.name for entry in os.scandir(self._folder / place)]
            except OSError:
                continue
            for entry in entries:
                name = f"{place}/{entry}"
                if entry.endswith(suffix) and (article_of_file(name) or (suffix == ".txt" and is_language(entry[:-4]))):
                    yield name

    def _compared(self, name: str, stamp: Stamp | None, known: bytes | None) -> OutsideFile | None:
        """The file as it is now, if it is not as it was read."""
        if stamp is None:
            return OutsideFile(name, None)
        found = self._read(name)
        if isinstance(found, Diagnostic):
            return OutsideFile(name, None, found)
        self._remember(name, stamp, found)
        return None if found == known else OutsideFile(name, found)

    def _is_as_read(self, name: str, stamp: Stamp | None, known: bytes) -> bool:
        found = self._read(name) if stamp else None
        if stamp is None or found != known:
            return False
        self._remember(name, stamp, known)
        return True

    def _remember(self, name: str, stamp: Stamp, data: bytes) -> None:
        """Keeps what was read under a stamp, if the stamp is old enough to tell it from what may be written next."""
        if time.time() - stamp[0] / 1e9 > SETTLED_SECONDS and _stamp(self._folder / name) == stamp:
            self._as_read[name] = (stamp, data)

    def _read(self, name: str) -> bytes | Diagnostic:
        limit = MAX_YAML_BYTES if not name.startswith(f"{ARTICLES}/") else MAX_ARTICLE_BYTES
        found = read_text(self._folder, name, limit)
        return found if isinstance(found, Diagnostic) else found.data

    def _changed_pictures(self, names: Iterable[str]) -> tuple[frozenset[str], bool]:
        """The pictures that came to rest with another stamp than before, and whether one is still changing."""
        changed, moving = set(), False
        for name in names:
            stamp = _stamp(self._folder / name)
            if name not in self._pictures:
                self._pictures[name] = stamp
            elif stamp == self._pictures[name]:
                self._moving.pop(name, None)
            elif name in self._moving and self._moving[name] == stamp:
                del self._moving[name]
                self._pictures[name] = stamp
                if stamp is None or not isinstance(find_file(self._folder, name), Diagnostic):
                    changed.add(name)
            else:
                self._moving[name] = stamp
                moving = True
        return frozenset(changed), moving


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _order(file: OutsideFile) -> tuple[bool, str]:
    """The outline last: it may name articles that came with it."""
    return file.name == ISSUE, file.name
