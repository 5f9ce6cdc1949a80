"""A WebP's header, read without decoding (WebP container specification)."""

from __future__ import annotations

from collections.abc import Iterator

from digest_studio.assets.header import Header
from digest_studio.assets.jpeg import exif_orientation
from digest_studio.assets.limits import MAX_PROFILE_BYTES
from digest_studio.base.say import say

_ALPHA_FLAG = 0x10
_CHUNKS_MAX = 1000


class MalformedWebp(ValueError):
    """The bytes are no WebP, or end before the picture does."""


def read_header(data: bytes) -> Header:
    """The header of the WebP file `data`, which must be all of it. Raises MalformedWebp."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise MalformedWebp(say("no WebP header at the beginning"))
    if int.from_bytes(data[4:8], "little") + 8 > len(data):
        raise MalformedWebp(say("the file ends early"))
    pictures, orientation, icc = [], 1, None
    for kind, content in _chunks(data):
        if kind == b"ICCP" and len(content) <= MAX_PROFILE_BYTES:
            icc = content
        elif kind == b"EXIF":
            orientation = exif_orientation(content.removeprefix(b"Exif\0\0"))
        else:
            pictures.append(_picture(kind, content))
    found = next(filter(None, pictures), None)
    if found is None:
        raise MalformedWebp(say("no picture in it"))
    width, height, alpha = found
    return Header(width, height, "RGBA" if alpha else "RGB", alpha=alpha, orientation=orientation, icc=icc)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 12
    for _ in range(_CHUNKS_MAX):
        if position >= len(data):
            return
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        yield data[position : position + 4], data[position + 8 : position + 8 + length]
        position += 8 + length + length % 2


def _picture(kind: bytes, content: bytes) -> tuple[int, int, bool] | None:
    """Width, height and whether there is transparency, if the chunk tells. The extended header comes first, and counts."""
    if kind == b"VP8X" and len(content) >= 10:
        width, height = int.from_bytes(content[4:7], "little") + 1, int.from_bytes(content[7:10], "little") + 1
        return width, height, bool(content[0] & _ALPHA_FLAG)
    if kind == b"VP8 " and content[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(content[6:8], "little") & 0x3FFF, int.from_bytes(content[8:10], "little") & 0x3FFF, False
    if kind == b"VP8L" and content[:1] == b"\x2f":
        bits = int.from_bytes(content[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bool(bits >> 28 & 1)
    return None
