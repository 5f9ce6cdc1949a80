"""The autosave journal `.studio/journal`: what was not saved yet, for the start after a crash.

A file of records, each with its length and digest, appended in one write: after a kill at any moment there is a row of whole
records, and at most a torn one at the end, which is ignored. A record holds the texts of the files that a step changed (as
JSON, compressed), never objects. Written records survive the death of the program; `sync` makes them survive that of the
machine. What is read back goes through the readers of the issue's own files, with their limits.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Any

from digest_studio.app.studio.hidden import read_bounded
from digest_studio.app.studio.history import History, State
from digest_studio.app.studio.texts import changed_texts
from digest_studio.base.values import dataclass
from digest_studio.model.issue import Issue
from digest_studio.model.label import read_label, written
from digest_studio.source.atomic import write_files
from digest_studio.source.paths import TextFile

JOURNAL = "journal"
MAGIC = b"Digest Studio journal 1\n"
MAX_JOURNAL_BYTES = 64 << 20
"""A day's typing in articles of the largest size; longer journals begin anew before."""
MAX_RECORD_BYTES = 16 << 20
"""All texts of a folder at once are at most a third of it."""
COMPACT_BYTES = 4 << 20
"""From this size on a journal begins anew with one record of everything unsaved."""

_HEAD = struct.Struct(">I32s")
"""A record: the length of what follows, its SHA-256, then the compressed JSON."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: a step's label, when it was written down (ISO 8601), and the texts that it changed (None: no such file).

    `based` are the digests of those files as they were on disk, "" for none; `loose` the pictures that nothing names.
    """

    label: str
    time: str
    files: Mapping[str, str | None]
    based: Mapping[str, str] = field(default_factory=dict)
    loose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Unsaved:
    """What the journal is to hold: the history as it is, and the folder as it was last read or saved."""

    history: History
    saved: Issue
    files: Mapping[str, TextFile]


class Journal:
    """The journal of an open issue; used by one thread at a time."""

    def __init__(self, hidden: Path) -> None:
        self.path = hidden / JOURNAL
        self._file: int | None = None
        self._size = 0
        self._saved: Issue | None = None
        self._written: State | None = None

    def record(self, unsaved: Unsaved) -> None:
        """Brings the journal up to date: a record of what changed since the last, or no journal when nothing is unsaved.

        Raises OSError.
        """
        state = unsaved.history.state
        if not unsaved.history.dirty:
            self.clear()
            return
        if state is self._written and unsaved.saved is self._saved:
            return
        fresh = self._written is None or unsaved.saved is not self._saved or self._size > COMPACT_BYTES
        before = State(unsaved.saved) if fresh or self._written is None else self._written
        label = unsaved.history.undo_label or unsaved.history.steps[unsaved.history.index].label
        record = encoded(entry_of(label, before, state, unsaved.files))
        if fresh:
            self._begin(record)
        else:
            self._append(record)
        self._written, self._saved = state, unsaved.saved

    def sync(self) -> None:
        """Puts what is written on disk, so that it survives a power cut. Raises OSError."""
        if self._file is not None:
            os.fsync(self._file)

    def clear(self) -> None:
        """Nothing is unsaved: there is no journal."""
        self.close()
        self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets go of the file, which stays."""
        if self._file is not None:
            os.close(self._file)
        self._file = self._written = self._saved = None
        self._size = 0

    def _begin(self, record: bytes) -> None:
        """A journal of one record, in the place of the one before: there is always one of both."""
        self.close()
        if self.path.is_symlink():
            self.path.unlink()
        write_files({self.path: MAGIC + record})
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        self._file = os.open(self.path, flags)
        self._size = len(MAGIC) + len(record)

    def _append(self, record: bytes) -> None:
        assert self._file is not None
        if os.write(self._file, record) != len(record):
            os.ftruncate(self._file, self._size)
            raise OSError(28, "no space for the journal", str(self.path))
        self._size += len(record)


def entry_of(label: str, before: State, after: State, files: Mapping[str, TextFile]) -> Entry:
    """The record of a step. `files` are the texts on disk that the unsaved ones are based on."""
    changed = changed_texts(before.issue, after.issue)
    based = {name: digest(files[name].data) if name in files else "" for name in changed}
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Entry(label, now, changed, based, tuple(sorted(after.loose)))


def digest(data: bytes | None) -> str:
    """What tells one version of a file from another; "" for no file."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def encoded(entry: Entry) -> bytes:
    """A record's bytes."""
    values = {
        "label": written(entry.label), "time": entry.time, "files": entry.files, "based": entry.based, "loose": entry.loose,
    }  # fmt: skip
    body = zlib.compress(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
    return _HEAD.pack(len(body), hashlib.sha256(body).digest()) + body


def read_entries(hidden: Path) -> tuple[tuple[Entry, ...], bool]:
    """The journal's whole records, and whether there is a journal at all that is none of ours or is damaged before its end."""
    path = hidden / JOURNAL
    try:
        mode = path.lstat().st_mode
    except OSError:
        return (), False
    data = read_bounded(path, MAX_JOURNAL_BYTES + 1) if stat.S_ISREG(mode) else None
    if data is None or len(data) > MAX_JOURNAL_BYTES or not data.startswith(MAGIC):
        return (), not (data is not None and MAGIC.startswith(data))
    entries: list[Entry] = []
    records = _records(data)
    for body in records:
        entry = _decoded(body)
        if entry is None:
            return tuple(entries), True
        entries.append(entry)
    return tuple(entries), False


def _records(data: bytes) -> Iterator[bytes]:
    """The bodies of the records that are whole, up to the first that is not."""
    at = len(MAGIC)
    while at + _HEAD.size <= len(data):
        length, wanted = _HEAD.unpack_from(data, at)
        body = data[at + _HEAD.size : at + _HEAD.size + length]
        if len(body) < length or hashlib.sha256(body).digest() != wanted:
            return
        yield body
        at += _HEAD.size + length


def _decoded(body: bytes) -> Entry | None:
    """A record's content; None when it is not what we write."""
    try:
        inflater = zlib.decompressobj()
        text = inflater.decompress(body, MAX_RECORD_BYTES)
        if inflater.unconsumed_tail or not inflater.eof:
            return None
        return _checked(json.loads(text.decode("utf-8", "surrogatepass")))
    except (zlib.error, ValueError, RecursionError):
        return None


def _checked(values: Any) -> Entry | None:
    """The entry that `values` are, if they are one. Raises ValueError for a label that is none."""
    if not isinstance(values, dict) or set(values) != {"label", "time", "files", "based", "loose"}:
        return None
    label, time, files, based, loose = (values[key] for key in ("label", "time", "files", "based", "loose"))
    right = (
        isinstance(time, str)
        and isinstance(files, dict)
        and all(text is None or isinstance(text, str) for text in files.values())
        and isinstance(based, dict)
        and all(isinstance(each, str) for each in based.values())
        and isinstance(loose, list)
        and all(isinstance(each, str) for each in loose)
    )
    return Entry(read_label(label), time, files, based, tuple(loose)) if right else None
