"""A TIFF's first directory, read without decoding (TIFF 6.0). One file in memory is enough: offsets lead anywhere in it."""

from __future__ import annotations

import struct
from typing import BinaryIO

from digest_studio.assets.header import Header
from digest_studio.assets.limits import MAX_PROFILE_BYTES, MAX_TIFF_NUMBERS, MAX_TIFF_TAG_BYTES
from digest_studio.base.say import say

SIGNATURES = (b"II*\0", b"MM\0*")
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_SHORT, _LONG = 3, 4
_PLAIN_BYTES = (1, 2, 6, 7)

_WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC, _SAMPLES, _EXTRA, _SAMPLE_FORMAT = 256, 257, 258, 262, 277, 338, 339
_OFFSETS_AND_COUNTS = ((273, 279), (324, 325))
_ORIENTATION, _PROFILE = 274, 34675
_MODES = {0: "L", 1: "L", 2: "RGB", 3: "P", 5: "CMYK", 6: "YCbCr"}


class MalformedTiff(ValueError):
    """The bytes are no TIFF that we know, or end before the picture does."""


class _Directory:
    """A directory's entries, their values read when asked for."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        head = self._read(0, 8)
        if head[:4] not in SIGNATURES:
            raise MalformedTiff(say("no TIFF header at the beginning"))
        self._order = "<" if head[:2] == b"II" else ">"
        start = self._unpack("I", head, 4)
        count = self._unpack("H", self._read(start, 2), 0)
        table = self._read(start + 2, 12 * count)
        self._entries: dict[int, tuple[int, int, bytes]] = {}
        for at in range(0, 12 * count, 12):
            tag, kind, number = struct.unpack_from(self._order + "HHI", table, at)
            self._entries[tag] = (kind, number, table[at + 8 : at + 12])
        if sum(_SIZES.get(kind, 1) * number for kind, number, _ in self._entries.values()) > MAX_TIFF_TAG_BYTES:
            raise MalformedTiff(say("what goes with the picture is too large: layers perhaps"))
        if any(number > MAX_TIFF_NUMBERS for kind, number, _ in self._entries.values() if kind not in _PLAIN_BYTES):
            raise MalformedTiff(say("its directory is too large"))

    def _unpack(self, kind: str, data: bytes, at: int) -> int:
        return int(struct.unpack_from(self._order + kind, data, at)[0])

    def _read(self, start: int, length: int) -> bytes:
        if start + length > self._size:
            raise MalformedTiff(say("the file ends early"))
        self._file.seek(start)
        return self._file.read(length)

    def data(self, tag: int) -> bytes:
        """The value of `tag` as it stands in the file; nothing if it is not there."""
        if tag not in self._entries:
            return b""
        kind, number, inline = self._entries[tag]
        length = _SIZES.get(kind, 1) * number
        return inline[:length] if length <= 4 else self._read(self._unpack("I", inline, 0), length)

    def integers(self, tag: int) -> tuple[int, ...]:
        data = self.data(tag)
        form = {_SHORT: "H", _LONG: "I"}.get(self._entries[tag][0]) if data else None
        return struct.unpack(f"{self._order}{len(data) // struct.calcsize(form)}{form}", data) if form else ()

    def integer(self, tag: int, default: int) -> int:
        values = self.integers(tag)
        return values[0] if values else default


def read_header(file: BinaryIO, size: int) -> Header:
    """The header of the TIFF `file` of `size` bytes. Raises MalformedTiff, also if the picture is not all there."""
    directory = _Directory(file, size)
    samples, extra = directory.integer(_SAMPLES, 1), directory.integers(_EXTRA)
    mode = _MODES.get(directory.integer(_PHOTOMETRIC, 1))
    bits = directory.integer(_BITS, 1)
    if mode is None or directory.integer(_SAMPLE_FORMAT, 1) != 1 or bits not in (1, 2, 4, 8, 16):
        raise MalformedTiff(say("its kind of colours is not known"))
    for offsets, counts in _OFFSETS_AND_COUNTS:
        parts = zip(directory.integers(offsets), directory.integers(counts), strict=False)
        if any(start + length > size for start, length in parts):
            raise MalformedTiff(say("the file ends early"))
    alpha = bool(extra) and extra[0] in (1, 2) and samples in (2, 4)
    icc = directory.data(_PROFILE)
    orientation = directory.integer(_ORIENTATION, 1)
    return Header(
        width=directory.integer(_WIDTH, 0),
        height=directory.integer(_HEIGHT, 0),
        mode={"L": "LA", "RGB": "RGBA"}.get(mode, mode) if alpha else mode if bits > 1 else "1",
        bits=bits,
        alpha=alpha,
        orientation=orientation if 1 <= orientation <= 8 else 1,
        icc=icc if 0 < len(icc) <= MAX_PROFILE_BYTES else None,
    )
