"""Which format a file is in, by its first bytes; and what to do about those that cannot be printed."""

from __future__ import annotations

from pathlib import Path

from digest_studio.assets import png, tiff
from digest_studio.assets.problems import Problem
from digest_studio.base.say import Said, say

_SUFFIXES = {
    ".jpg": "JPEG", ".jpeg": "JPEG", ".jpe": "JPEG", ".jfif": "JPEG",
    ".png": "PNG", ".tif": "TIFF", ".tiff": "TIFF", ".webp": "WEBP", ".pdf": "PDF",
}  # fmt: skip

_AS_JPEG = say("export it as JPEG")
_AS_PDF = say("export it as PDF and book it as an advertisement, or as PNG at 300 ppi or more")
_AS_PNG = say("save it as PNG, or the photograph it came from as JPEG")


def image_format(head: bytes) -> str | None:
    """JPEG, PNG, TIFF or WEBP; None for anything else."""
    if head[:3] == b"\xff\xd8\xff":
        return "JPEG"
    if head[:8] == png.SIGNATURE:
        return "PNG"
    if head[:4] in tiff.SIGNATURES:
        return "TIFF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    return None


def is_pdf(head: bytes) -> bool:
    """Whether it is a PDF, whose mark may stand anywhere in the first kilobyte."""
    return b"%PDF-" in head[:1024]


def suffix_format(path: Path) -> str | None:
    """The format that the file's name claims."""
    return _SUFFIXES.get(path.suffix.lower())


def unusable(head: bytes, path: Path) -> Problem:
    """Why a file that is no image we know cannot be used."""
    other = _other_format(head)
    if other is not None:
        kind, remedy = other
        return Problem("wrong-format", say("the file is {kind}, which cannot be printed as an image", kind=kind), remedy)
    claimed = suffix_format(path)
    if claimed in ("JPEG", "PNG", "TIFF", "WEBP"):
        return Problem(
            "broken-image",
            say("the file is no {claimed}: it begins with other bytes", claimed=claimed),
            say("copy it here again"),
        )
    return Problem("wrong-format", say("the file is no image that we know"), say("save it as JPEG, PNG, TIFF or WebP"))


def _other_format(head: bytes) -> tuple[Said, Said] | None:
    if is_pdf(head):
        return say("a PDF"), say("name it *.pdf and book it as an advertisement")
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return say("a GIF"), _AS_PNG
    if head[4:8] == b"ftyp":
        return say("HEIC or AVIF"), _AS_JPEG
    if b"<svg" in head[:4096].lower():
        return say("an SVG drawing"), _AS_PDF
    for signature, kind, remedy in (
        (b"8BPS", say("a Photoshop document"), _AS_JPEG),
        (b"BM", say("a BMP"), _AS_PNG),
        (b"%!PS", say("PostScript"), _AS_PDF),
        (b"\0\0\0\x0cjP  ", say("JPEG 2000"), _AS_JPEG),
        (b"\0\0\0\x0cJXL ", say("JPEG XL"), _AS_JPEG),
        (b"\xff\x0a", say("JPEG XL"), _AS_JPEG),
        (b"II+\0", say("a BigTIFF"), say("save it as TIFF")),
        (b"MM\0+", say("a BigTIFF"), say("save it as TIFF")),
    ):
        if head.startswith(signature):
            return kind, remedy
    return None
