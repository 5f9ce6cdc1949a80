"""Names that an issue's author wrote -> files inside the folder, and their text; bounded, never outside, never a device."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass
from digest_studio.source.nodes import shown

MAX_YAML_BYTES = 1 << 20
"""issue.yaml, theme.yaml: an issue of 400 pages has 60 KB. With MAX_NODES it is read in half a second."""
MAX_ARTICLE_BYTES = 256 << 10
"""One article: 40,000 words, eighty pages. The worst Markdown of this size is parsed in four seconds, real text in 20 ms."""
MAX_LIST_BYTES = 1 << 20
"""A list of hyphenated words: 80,000 of them."""
MAX_FOLDER_BYTES = 4 << 20
"""All articles of a folder together: 600,000 words, a novel of two thousand pages."""
MAX_NAME = 1000
"""Characters of a path; file systems end at about 4,000 bytes."""

_DRIVE = re.compile(r"[A-Za-z]:")
_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text as read: `name` relative to the folder, `data` the bytes on disk, `text` without the byte order mark `bom`."""

    name: str
    text: str
    data: bytes
    bom: bool = False

    def encoded(self, text: str) -> bytes:
        """`text` as bytes for this file, with its byte order mark if it has one."""
        return (_UTF8_BOM if self.bom else b"") + text.encode("utf-8")


def find_file(folder: Path, name: str, source: Source | None = None) -> Path | Diagnostic:
    """The regular file `name` inside `folder`, or what is wrong with the name.

    Rule `unsafe-path` (fatal): it leaves the folder or is no plain file. Rule `missing-file`: there is none.
    """
    if reason := _unsafe(name):
        return _unsafe_path(name, *reason, source)
    path = folder / name
    try:
        root, real = os.path.realpath(folder), os.path.realpath(path)
        if os.path.commonpath((root, real)) != root:
            return _unsafe_path(name, say("a link leads out of the issue's folder"), say("copy the file into the folder"), source)
        mode = Path(real).stat().st_mode
    except (OSError, ValueError):
        return Diagnostic(
            "missing-file", say("there is no file {path}", path=shown(name)), _nearest(folder, name), source=source, value=name
        )
    if stat.S_ISDIR(mode):
        return Diagnostic(
            "missing-file", say("{path} is a folder", path=shown(name)), say("name a file in it"), source=source, value=name
        )
    if not stat.S_ISREG(mode):
        return _unsafe_path(name, say("it is a device, a pipe or a socket"), say("name a plain file"), source)
    return path


def read_text(folder: Path, name: str, limit: int) -> TextFile | Diagnostic:
    """The UTF-8 text `name` inside `folder`; more than `limit` bytes, another encoding or NUL bytes are a problem."""
    path = find_file(folder, name, Source(name))
    if isinstance(path, Diagnostic):
        return path
    try:
        data = _read_bounded(path, limit)
    except OSError as error:
        return _unreadable(
            name, 0, say("it cannot be read: {reason}", reason=error.strerror), say("check the file's permissions")
        )
    if data is None:
        return Diagnostic(
            "too-large",
            say("it is larger than {size:,} KB", size=limit >> 10),
            say("split it, or remove what is no text"),
            source=Source(name),
            limit=limit,
            fatal=True,
        )
    return decode_text(name, data)


def decode_text(name: str, data: bytes) -> TextFile | Diagnostic:
    """The text of `data`, read from `name`."""
    bom = data.startswith(_UTF8_BOM)
    for mark, encoding in _OTHER_MARKS.items():
        if data.startswith(mark):
            return _unreadable(name, 1, say("it is {encoding}, not UTF-8", encoding=encoding), say("save it as UTF-8"))
    if (nul := data.find(b"\0")) >= 0:
        if data.count(b"\0") > len(data) // 4:
            return _unreadable(name, 1, say("it looks like UTF-16, not UTF-8"), say("save it as UTF-8"))
        return _unreadable(
            name,
            data.count(b"\n", 0, nul) + 1,
            say("it has a NUL byte: this is no text"),
            say("restore the file, or delete the byte"),
        )
    try:
        return TextFile(name, data[3:].decode() if bom else data.decode(), data, bom)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _unreadable(
            name,
            line,
            say("the byte {byte:02X} is not UTF-8; it looks like {guess}", byte=data[error.start], guess=_guess(data)),
            say("save it as UTF-8"),
        )


_UTF8_BOM = b"\xef\xbb\xbf"
_OTHER_MARKS: Mapping[bytes, str] = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def _unsafe(name: str) -> tuple[Said, Said] | None:
    """Why a name is refused unread, and what would be right."""
    if not name or name != name.strip():
        return say("it is empty, or has a space at an end"), say("write the path of a file")
    if len(name) > MAX_NAME:
        return say("it is longer than {most:,} characters", most=MAX_NAME), say("write the path of a file")
    if "\0" in name or any(ord(character) < 32 for character in name):
        return say("it has a control character"), say("write it on one line")
    if "\\" in name:
        return say("it has a backslash"), say("write {path}", path=shown(name.replace(chr(92), "/")))
    if name.startswith(("/", "~")) or _DRIVE.match(name):
        return say("it is absolute"), say("copy the file into the issue's folder, and write its path from there")
    if "://" in name:
        return say("it is an address of the web"), say("save the file into the issue's folder, and write its path from there")
    if ".." in name.split("/"):
        return say("`..` leaves the folder"), say("copy the file into the issue's folder, and write its path from there")
    return None


def _unsafe_path(name: str, reason: Said, remedy: Said, source: Source | None) -> Diagnostic:
    return Diagnostic(
        "unsafe-path",
        say("the path {path} is refused: {reason}", path=shown(name), reason=reason),
        remedy,
        source=source,
        fatal=True,
    )


def _unreadable(name: str, line: int, message: Said, remedy: Said) -> Diagnostic:
    return Diagnostic("unreadable-text", message, remedy, source=Source(name, line), fatal=True)


def _nearest(folder: Path, name: str) -> Said:
    """A remedy for a name that is not there: the file of nearly that name, in its folder or beside it.

    Another number is another picture: photos/1.jpg is not photos/41.jpg misspelt.
    """
    from difflib import get_close_matches

    parent, _, last = name.rpartition("/")
    for place in dict.fromkeys((parent, "photos", "ads", "")):
        try:
            names = sorted(path.name for path in (folder / place).iterdir() if path.is_file())[:5000]
        except (OSError, ValueError):
            continue
        folded = {entry.casefold(): entry for entry in names}
        alike = [each for each in names if _DIGITS.findall(each) == _DIGITS.findall(last)]
        found = folded.get(last.casefold()) or next(iter(get_close_matches(last, alike, n=1, cutoff=0.75)), None)
        if found:
            return (
                say("did you mean {place}/{found}?", place=place, found=found)
                if place
                else say("did you mean {found}?", found=found)
            )
    return say("put the file there, or correct the path")


def _read_bounded(path: Path, limit: int) -> bytes | None:
    """The file's bytes, or None when there are more than `limit`. Opened so that a pipe put there meanwhile cannot block."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "not a plain file")
        if status.st_size > limit:
            return None
        data = file.read(limit + 1)
    return data if len(data) <= limit else None


def _guess(data: bytes) -> Said:
    """The likeliest old encoding: in Cyrillic words high bytes stand in rows, in Western ones alone."""
    high = [byte for byte in data[:20_000] if byte >= 0x80]
    rows = sum(len(row) for row in re.findall(rb"[\xc0-\xff]{3,}", data[:20_000]))
    return say("Windows-1251 (Cyrillic)" if rows > len(high) // 2 else "Latin-1 or Windows-1252")
