"""What layout, preflight and painters need to know of an image or a PDF, looked up once."""

from __future__ import annotations

from digest_studio.base.geometry import Rect
from digest_studio.base.values import dataclass


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """An image file, looked into: pixel size as shown (Exif orientation applied) and how its data are kept.

    `format` is JPEG, PNG, TIFF or WEBP; `mode` Pillow's; `orientation` Exif's (1–8); `icc` names the embedded profile.
    """

    path: str
    digest: str
    format: str
    width: int
    height: int
    mode: str
    orientation: int = 1
    icc: str | None = None
    bits: int = 8
    alpha: bool = False


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """One page of a PDF, looked into: boxes in points as shown (after /Rotate), y downwards from the MediaBox's top left."""

    path: str
    digest: str
    page: int
    pages: int
    media: Rect
    trim: Rect
    bleed: Rect
    rotate: int = 0
