"""What every image format's header comes down to."""

from __future__ import annotations

from digest_studio.base.values import dataclass


@dataclass(frozen=True, slots=True)
class Header:
    """A picture as stored: `mode` is Pillow's name for the kind of pixels, `orientation` Exif's, 1 to 8."""

    width: int
    height: int
    mode: str
    bits: int = 8
    alpha: bool = False
    orientation: int = 1
    icc: bytes | None = None
