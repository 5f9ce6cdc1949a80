"""One image file looked into: its facts, or why it cannot be used. Headers are read, no picture is decoded."""

from __future__ import annotations

import hashlib
from io import FileIO
from pathlib import Path

from digest_studio.assets import jpeg, png, tiff, webp
from digest_studio.assets.facts import ImageFacts
from digest_studio.assets.header import Header
from digest_studio.assets.icc import profile_name
from digest_studio.assets.limits import (
    MAX_HEADER_BYTES,
    MAX_IMAGE_BYTES,
    MAX_IMAGE_SIDE,
    MAX_PIXELS,
    decoded_pixels,
)
from digest_studio.assets.problems import Problem
from digest_studio.assets.signatures import image_format, suffix_format, unusable
from digest_studio.base.say import reason, say

_HEAD = _TAIL = 64 * 1024
"""Bytes read at either end: headers with a profile and a thumbnail fit, and the marks that a file ends with."""

_BLOCK = 1 << 20

_SWAPPING = (5, 6, 7, 8)
"""Orientations that lie on their side."""

_RESAVE = say("open it in an image editor and save it again as JPEG or PNG")


def look_into_image(path: Path) -> tuple[ImageFacts, Problem | None]:
    """The image's facts, and what is odd about it. Raises Problem when it cannot be used, OSError when it cannot be read."""
    size = path.stat().st_size
    if not path.is_file():
        raise Problem("broken-image", say("it is no file"), say("name an image file"))
    if size == 0:
        raise Problem("broken-image", say("the file is empty"), say("copy it here again"))
    if size > MAX_IMAGE_BYTES:
        raise Problem(
            "image-too-large", say("the file has {size} MB", size=size >> 20),
            say("images may have {most} MB: save it smaller", most=MAX_IMAGE_BYTES >> 20),
            value=size, limit=MAX_IMAGE_BYTES,
        )  # fmt: skip
    with path.open("rb", buffering=0) as file:
        head = file.read(_HEAD)
        kind = image_format(head)
        if kind is None:
            raise unusable(head, path)
        try:
            header, digest = _READERS[kind](file, size, head)
        except ValueError as error:
            raise Problem(
                "broken-image", say("the {kind} cannot be read: {reason}", kind=kind, reason=reason(error)), _RESAVE
            ) from error
    _check_size(header, kind)
    width, height = (header.height, header.width) if header.orientation in _SWAPPING else (header.width, header.height)
    profile = (profile_name(header.icc) or "unnamed") if header.icc else None
    facts = ImageFacts(
        str(path), digest, kind, width, height, header.mode, header.orientation, profile, header.bits, header.alpha
    )
    return facts, _mislabelled(path, kind)


def _check_size(header: Header, kind: str) -> None:
    width, height = header.width, header.height
    decoded = kind in ("TIFF", "WEBP") or (kind == "PNG" and (header.alpha or header.bits == 16))
    limit = decoded_pixels(kind) if decoded else MAX_PIXELS
    if not (width and height):
        raise Problem("broken-image", say("it is {width} × {height} pixels large", width=width, height=height), _RESAVE)
    if max(width, height) > MAX_IMAGE_SIDE or width * height > limit:
        raise Problem(
            "image-too-large", say("it has {width} × {height} pixels", width=width, height=height),
            say("a {kind} may have {most} pixels a side and {millions} million in all: save it smaller",
                kind=kind, most=MAX_IMAGE_SIDE, millions=limit // 10**6),
            value=width * height, limit=limit,
        )  # fmt: skip


def _mislabelled(path: Path, kind: str) -> Problem | None:
    if suffix_format(path) == kind:
        return None
    suffix = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif", "WEBP": ".webp"}[kind]
    return Problem(
        "wrong-format",
        say("the file is a {kind}, which its name does not say", kind=kind),
        say("rename it to {stem}{suffix}", stem=path.stem, suffix=suffix),
    )


def fingerprint(size: int, head: bytes, tail: bytes) -> str:
    """A digest of a compressed image from its length and its ends. Files that agree in it are compared in the survey."""
    return hashlib.sha256(b"%d " % size + head + tail).hexdigest()


def whole_digest(path: Path) -> str:
    """A digest of all of the file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _tail(file: FileIO, size: int, head: bytes) -> bytes:
    file.seek(max(len(head), size - _TAIL))
    return file.read(_TAIL)


def _jpeg(file: FileIO, size: int, head: bytes) -> tuple[Header, str]:
    try:
        header = jpeg.read_header(head)
    except jpeg.MoreNeeded:
        file.seek(0)
        header = jpeg.read_header(file.read(MAX_HEADER_BYTES))
    if not header.printable:
        raise ValueError(say("its kind of JPEG is not known to PDF readers"))
    tail = _tail(file, size, head)
    if jpeg.END_MARKER not in (tail or head[header.scan_offset :]) and not _ends(file, header.scan_offset):
        raise ValueError(say("the file ends before the picture does"))
    return header.common, fingerprint(size, head, tail)


def _ends(file: FileIO, scan_offset: int) -> bool:
    """Whether the picture's end mark stands anywhere behind its beginning: something may follow it."""
    file.seek(scan_offset)
    last = b""
    while block := file.read(_BLOCK):
        if jpeg.END_MARKER in last + block:
            return True
        last = block[-1:]
    return False


def _png(file: FileIO, size: int, head: bytes) -> tuple[Header, str]:
    header = png.read_header(head)
    tail = _tail(file, size, head)
    if b"IEND" not in (tail or head):
        raise ValueError(say("the file ends before the picture does"))
    return header.common, fingerprint(size, head, tail)


def _tiff(file: FileIO, size: int, head: bytes) -> tuple[Header, str]:
    header = tiff.read_header(file, size)
    file.seek(0)
    return header, hashlib.file_digest(file, "sha256").hexdigest()  # often uncompressed: its ends say little of it


def _webp(file: FileIO, size: int, head: bytes) -> tuple[Header, str]:
    file.seek(0)
    return webp.read_header(file.read(size)), fingerprint(size, head, _tail(file, size, head))


_READERS = {"JPEG": _jpeg, "PNG": _png, "TIFF": _tiff, "WEBP": _webp}
