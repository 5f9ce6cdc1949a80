"""Converted pictures on disk, each under a name that says what it was made of: nothing is converted twice.

An entry is a line of JSON, then the data of the picture and of its opacity. It is written beside its place and renamed; one
that is damaged is as good as none. The folder is kept under a size by forgetting what was not used for longest.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

from digest_studio.base.values import dataclass

MOST_BYTES = 2 << 30
"""The photographs of some fifty issues."""

_SUFFIX = ".pressed"


@dataclass(frozen=True, slots=True)
class Header:
    """What a converted picture is: pixels, components (1 grey, 4 CMYK), bits of each, how its data are packed.

    `filter` is DCTDecode or FlateDecode; `size` and `mask_size` are bytes of data (mask: 8 bits, packed; 0: opaque).
    `ink` is the most ink in per cent, as a mean over any square of 15 mm.
    """

    width: int
    height: int
    components: int
    filter: str
    size: int
    mask_size: int = 0
    bits: int = 8
    inverted: bool = False
    ink: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A converted picture in a file, its data from the byte `start` on."""

    header: Header
    path: Path
    start: int

    def data(self) -> tuple[bytes, bytes]:
        """The picture's data and its mask's. Raises OSError, and ValueError if the file is cut short."""
        with self.path.open("rb") as file:
            file.seek(self.start)
            data, mask = file.read(self.header.size), file.read(self.header.mask_size)
        if len(data) != self.header.size or len(mask) != self.header.mask_size:
            raise ValueError("what was converted is damaged")
        return data, mask


def find(folder: Path, key: str) -> Entry | None:
    """The entry `key` if there is a whole one, marked as used."""
    path = folder / f"{key}{_SUFFIX}"
    try:
        with path.open("rb") as file:
            line = file.readline(4096)
        header = Header(**json.loads(line))
        if path.stat().st_size != len(line) + header.size + header.mask_size:
            return None
        os.utime(path)
    except (OSError, ValueError, TypeError):
        return None
    return Entry(header, path, len(line))


def keep(folder: Path, key: str, header: Header, data: bytes, mask: bytes) -> Entry:
    """Write the entry `key`. Raises OSError."""
    path = folder / f"{key}{_SUFFIX}"
    line = json.dumps(asdict(header)).encode("ascii") + b"\n"
    temporary = folder / f".{key}.{os.urandom(4).hex()}.part"
    try:
        with temporary.open("wb") as file:
            file.writelines((line, data, mask))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return Entry(header, path, len(line))


def forget_oldest(folder: Path, most: int = MOST_BYTES) -> None:
    """Drop the entries that were not used for longest, until the others take `most` bytes at most."""
    total = 0
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name.endswith(_SUFFIX)]
        found = [(entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in entries]
        for _, size, path in sorted(found, reverse=True):
            total += size
            if total > most:
                Path(path).unlink(missing_ok=True)
    except OSError:
        return  # someone else is at it
