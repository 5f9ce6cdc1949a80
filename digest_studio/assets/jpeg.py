"""A JPEG's header, read without decoding: size, components, orientation, profile (ITU-T T.81, annex B)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from digest_studio.assets.header import Header
from digest_studio.base.say import say
from digest_studio.base.values import dataclass

_STANDALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _APP1, _APP2, _APP14 = 0xDA, 0xD9, 0xE1, 0xE2, 0xEE

_BASELINE_OR_PROGRESSIVE = frozenset((0xC0, 0xC1, 0xC2))
_MODES = {1: "L", 3: "RGB", 4: "CMYK"}

END_MARKER = b"\xff\xd9"
_ORIENTATION_TAG = 0x0112


class MalformedJpeg(ValueError):
    """The bytes are no JPEG, or end before the picture begins."""


class MoreNeeded(MalformedJpeg):
    """The header goes on behind the bytes given."""


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """What stands before the picture. `width` and `height` are as stored; `orientation` is Exif's, 1 to 8.

    `adobe_transform` is None without Adobe's marker; with it, CMYK is stored inverted. `scan_offset` is where the picture
    begins. `stored_as_rgb`: the components are named R, G, B and are no YCbCr.
    """

    width: int
    height: int
    components: int
    bits: int
    frame: int
    scan_offset: int
    orientation: int = 1
    icc: bytes | None = None
    adobe_transform: int | None = None
    stored_as_rgb: bool = False

    @property
    def printable(self) -> bool:
        """Whether PDF's DCTDecode knows it: Huffman-coded frames of 8 bits in grey, RGB or CMYK."""
        return self.frame in _BASELINE_OR_PROGRESSIVE and self.bits == 8 and self.components in _MODES

    @property
    def common(self) -> Header:
        return Header(self.width, self.height, _MODES[self.components], orientation=self.orientation, icc=self.icc)


def read_header(data: bytes) -> JpegHeader:
    """The header in `data`, which is the file's beginning or all of it.

    Raises MoreNeeded when `data` ends too early, MalformedJpeg when it is no JPEG.
    """
    if data[:2] != b"\xff\xd8":
        raise MalformedJpeg(say("no JPEG marker at the beginning"))
    frame: tuple[int, int, int, int, int, bytes] | None = None
    orientation, adobe, scan_offset = 1, None, 0
    profile: dict[int, bytes] = {}
    for marker, segment, after in _segments(data):
        if marker in _FRAMES:
            frame = _frame(marker, segment)
        elif marker == _APP1 and segment[:6] == b"Exif\0\0":
            orientation = exif_orientation(segment[6:])
        elif marker == _APP2 and segment[:12] == b"ICC_PROFILE\0" and len(segment) > 14:
            profile[segment[12]] = segment[14:]
        elif marker == _APP14 and segment[:5] == b"Adobe" and len(segment) >= 12:
            adobe = segment[11]
        scan_offset = after
    if frame is None:
        raise MalformedJpeg(say("no frame before the picture"))
    kind, bits, height, width, components, names = frame
    icc = b"".join(profile[key] for key in sorted(profile)) or None
    stored_as_rgb = adobe is None and names == b"RGB"
    return JpegHeader(width, height, components, bits, kind, scan_offset, orientation, icc, adobe, stored_as_rgb)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """The segments up to the picture's scan header: marker, content, offset behind it."""
    position, marker = 2, 0
    while marker != _SCAN:
        marker, position = _next_marker(data, position)
        if marker in _STANDALONE:
            continue
        if marker == _END:
            raise MalformedJpeg(say("the file ends before the picture begins"))
        segment, position = _segment(data, position)
        yield marker, segment, position


def _next_marker(data: bytes, position: int) -> tuple[int, int]:
    """The marker at `position`, with the offset behind it. Fill bytes may stand before it."""
    if position < len(data) and data[position] != 0xFF:
        raise MalformedJpeg(say("no marker at byte {position}", position=position))
    while position < len(data) and data[position] == 0xFF:
        position += 1
    if position >= len(data):
        raise MoreNeeded(say("the header ends early"))
    return data[position], position + 1


def _segment(data: bytes, position: int) -> tuple[bytes, int]:
    """The segment whose length stands at `position`, with the offset behind it."""
    if position + 2 > len(data):
        raise MoreNeeded(say("the header ends early"))
    length = int.from_bytes(data[position : position + 2], "big")
    if length < 2:
        raise MalformedJpeg(say("a segment of length {length} at byte {position}", length=length, position=position))
    if position + length > len(data):
        raise MoreNeeded(say("the header ends early"))
    return data[position + 2 : position + length], position + length


def _frame(marker: int, segment: bytes) -> tuple[int, int, int, int, int, bytes]:
    """(marker, bits, height, width, number of components, their names)."""
    if len(segment) < 6 or len(segment) < 6 + 3 * segment[5]:
        raise MalformedJpeg(say("a frame header that is too short"))
    bits, height, width, components = struct.unpack_from(">BHHB", segment)
    return marker, bits, height, width, components, segment[6 : 6 + 3 * components : 3]


def exif_orientation(tiff: bytes) -> int:
    """The orientation in an Exif block, 1 if there is none that makes sense (Exif 2.3, 4.6.4)."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 1
    (directory,) = struct.unpack_from(order + "I", tiff, 4)
    if directory + 2 > len(tiff):
        return 1
    (count,) = struct.unpack_from(order + "H", tiff, directory)
    for entry in range(directory + 2, min(directory + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, entry)
        if tag == _ORIENTATION_TAG and kind == 3:
            return value if 1 <= value <= 8 else 1
    return 1
