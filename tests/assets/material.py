"""Files for the assets' tests: honest ones, and hostile ones made by hand."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pikepdf
from PIL import Image

from digest_studio.assets.survey import Survey, survey
from digest_studio.base.diagnostics import Diagnostic


def looked_into(path: Path) -> Survey:
    """A survey of one image."""
    return survey(path.parent, [path.name], [])


def only_problem(found: Survey) -> Diagnostic:
    (problem,) = found.problems
    return problem


def picture(path: Path, mode: str = "RGB", size: tuple[int, int] = (40, 30), **options: object) -> Path:
    noise = Image.effect_noise((size[0], size[1]), 80).convert(mode)
    if "A" in mode:
        noise.putalpha(128)
    noise.save(path, **options)
    return path


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, colour: int = 2, bits: int = 8, rows: bytes = b"") -> bytes:
    """A PNG that claims any size."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")


def jpeg(width: int, height: int, frame: int = 0xC0, components: int = 3, bits: int = 8, before: bytes = b"") -> bytes:
    """A JPEG that claims any size; no decoder would find a picture in it."""
    parts = b"".join(bytes((i + 1, 0x11, 0)) for i in range(components))
    head = struct.pack(">BHHB", bits, height, width, components) + parts
    return b"\xff\xd8" + before + segment(frame, head) + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34\xff\xd9"


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def tiff(*entries: tuple[int, int, int, int]) -> bytes:
    """A little-endian TIFF of nothing but a directory: (tag, kind, number of values, value or offset)."""
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
    return b"II*\0" + struct.pack("<I", 8) + directory


def pdf(path: Path, pages: int = 1, **page_entries: object) -> Path:
    made = pikepdf.new()
    for _ in range(pages):
        page = made.add_blank_page(page_size=(220, 320)).obj
        for key, value in page_entries.items():
            page[f"/{key}"] = value
    made.save(path)
    return path
