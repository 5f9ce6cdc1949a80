"""As much of an ICC profile as tells whether it fits an image (ICC.1:2010, 7.2)."""

from __future__ import annotations

from digest_studio.assets.limits import MAX_PROFILE_BYTES

_SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
_HEADER = 128


def profile_components(profile: bytes) -> int | None:
    """How many components the profile's colours have; None if it is damaged, too large or of another kind."""
    if not _HEADER < len(profile) <= MAX_PROFILE_BYTES or profile[36:40] != b"acsp":
        return None
    return _SPACES.get(profile[16:20])


def profile_tag(profile: bytes, name: bytes) -> bytes:
    """The data of the tag with the four-letter `name`; none if there is no such tag."""
    count = int.from_bytes(profile[_HEADER : _HEADER + 4], "big")
    for entry in range(_HEADER + 4, min(_HEADER + 4 + 12 * count, len(profile) - 11), 12):
        if profile[entry : entry + 4] == name:
            start = int.from_bytes(profile[entry + 4 : entry + 8], "big")
            return profile[start : start + int.from_bytes(profile[entry + 8 : entry + 12], "big")]
    return b""


def profile_name(profile: bytes) -> str | None:
    """The profile's description, None if there is none to be read."""
    return _description(profile_tag(profile, b"desc"))


def _description(tag: bytes) -> str | None:
    """The text of a `desc` (version 2) or `mluc` (version 4) tag."""
    if tag[:4] == b"desc":
        length = int.from_bytes(tag[8:12], "big")
        text = tag[12 : 12 + length].split(b"\0")[0].decode("latin-1")
    elif tag[:4] == b"mluc" and len(tag) >= 28:
        length, start = int.from_bytes(tag[20:24], "big"), int.from_bytes(tag[24:28], "big")
        text = tag[start : start + length].decode("utf-16-be", "replace")
    else:
        return None
    return text.strip("\0 ") or None
