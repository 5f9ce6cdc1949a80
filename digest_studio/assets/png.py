"""A PNG's chunks, read without decoding (PNG specification, third edition)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from digest_studio.assets.header import Header
from digest_studio.assets.jpeg import exif_orientation
from digest_studio.assets.limits import MAX_PROFILE_BYTES
from digest_studio.base.say import say
from digest_studio.base.values import dataclass

_BLOCK = 1 << 16
SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
_MODES = {GREY: "L", RGB: "RGB", PALETTE: "P", GREY_ALPHA: "LA", RGB_ALPHA: "RGBA"}
_COMPONENTS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGB_ALPHA: 4}


class MalformedPng(ValueError):
    """The bytes are no PNG, or end before the picture begins."""


@dataclass(frozen=True, slots=True)
class PngHeader:
    """What stands before the picture. `transparent`: an alpha channel or a transparent colour."""

    width: int
    height: int
    bits: int
    colour: int
    interlaced: bool
    palette: bytes = b""
    transparent: bool = False
    icc: bytes | None = None
    orientation: int = 1

    @property
    def components(self) -> int:
        return _COMPONENTS[self.colour]

    @property
    def plain(self) -> bool:
        """Whether PDF can take its compressed rows as they are."""
        return not (self.interlaced or self.transparent or self.bits == 16)

    @property
    def common(self) -> Header:
        mode = "1" if self.colour == GREY and self.bits == 1 else _MODES[self.colour]
        return Header(self.width, self.height, mode, self.bits, self.transparent, self.orientation, self.icc)


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that lie whole in `data`, as (type, content)."""
    position = len(SIGNATURE)
    while position + 12 <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        end = position + 8 + length
        if end + 4 > len(data):
            return
        yield data[position + 4 : position + 8], data[position + 8 : end]
        position = end + 4


def read_header(data: bytes) -> PngHeader:
    """The header in `data`, which is the file's beginning or all of it."""
    if data[:8] != SIGNATURE or data[12:16] != b"IHDR" or len(data) < 33:
        raise MalformedPng(say("no PNG header at the beginning"))
    width, height, bits, colour, _, _, interlace = struct.unpack_from(">IIBBBBB", data, 16)
    if colour not in _COMPONENTS:
        raise MalformedPng(say("colour type {colour}", colour=colour))
    palette, transparent, icc, orientation = b"", colour in (GREY_ALPHA, RGB_ALPHA), None, 1
    for kind, content in chunks(data):
        if kind == b"PLTE":
            palette = content
        elif kind == b"tRNS":
            transparent = True
        elif kind == b"iCCP":
            icc = _profile(content)
        elif kind == b"eXIf":
            orientation = exif_orientation(content)
        elif kind == b"IDAT":
            break
    return PngHeader(width, height, bits, colour, interlace != 0, palette, transparent, icc, orientation)


def picture_data(data: bytes, header: PngHeader) -> bytes:
    """The compressed rows of a picture that is not interlaced. Raises MalformedPng if they are damaged or not all there."""
    compressed = b"".join(content for kind, content in chunks(data) if kind == b"IDAT")
    row = 1 + (header.width * header.components * header.bits + 7) // 8
    if not _holds(compressed, row * header.height):
        raise MalformedPng(say("its rows are damaged"))
    return compressed


def _holds(compressed: bytes, size: int) -> bool:
    """Whether `compressed` is sound and expands to `size` bytes, of which a little is in memory at a time."""
    inflater, found = zlib.decompressobj(), 0
    try:
        for start in range(0, len(compressed), _BLOCK):
            waiting = compressed[start : start + _BLOCK]
            while waiting and found <= size:
                found += len(inflater.decompress(waiting, 16 * _BLOCK))
                waiting = inflater.unconsumed_tail
    except zlib.error:
        return False
    return inflater.eof and found == size


def _profile(chunk: bytes) -> bytes | None:
    """The profile of an iCCP chunk; None if it is damaged or too large."""
    compressed = chunk[chunk.find(b"\0") + 2 :]
    try:
        profile = zlib.decompressobj().decompress(compressed, MAX_PROFILE_BYTES + 1)
    except zlib.error:
        return None
    return profile if 0 < len(profile) <= MAX_PROFILE_BYTES else None
