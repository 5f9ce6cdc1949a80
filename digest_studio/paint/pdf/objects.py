"""PDF values and indirect objects as bytes (ISO 32000-1, chapter 7)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from digest_studio.paint.pdf.file import PdfFile

COMPRESSION = 6
"""Deflate level of small streams: metadata, fonts, maps."""


class Indirect(pdfdoc.PDFObject):  # type: ignore[misc]
    """An indirect object that is written piece by piece, so that a photo never stands in memory twice."""

    __RefOnly__: ClassVar[int] = 1  # ReportLab: never inline, always by reference

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        """The object's bytes, without `obj` and `endobj`. New objects may be added to `file` meanwhile."""
        raise NotImplementedError

    def format(self, document: PdfFile) -> bytes:
        """ReportLab's protocol."""
        return b"".join(self.pieces(document))


class Raw(Indirect):
    """A value written out beforehand."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        yield self.data


class Stream(Indirect):
    """A stream: `entries` is the inside of its dictionary, without /Length and without the brackets."""

    def __init__(self, entries: bytes, data: bytes) -> None:
        self.entries = entries
        self.data = data

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        yield from stream_pieces(self.entries, self.data)


def deflated(data: bytes, entries: bytes = b"", level: int = COMPRESSION) -> Stream:
    """A stream of `data`, compressed."""
    return Stream(entries + b"/Filter/FlateDecode", zlib.compress(data, level))


def stream_pieces(entries: bytes, data: bytes) -> Iterator[bytes]:
    """A stream object in the pieces it is written in."""
    yield b"<<%b/Length %d>>\nstream\n" % (entries, len(data))
    yield data
    yield b"\nendstream"


def text_string(text: str) -> bytes:
    """A text string: plain where ASCII does, else UTF-16 (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return b"(" + text.encode("ascii").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"


_REGULAR = frozenset(range(0x21, 0x7F)) - frozenset(b"()<>[]{}/%#")


def name(text: str | bytes) -> bytes:
    """A name object, its slash included (7.3.5)."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    return b"/" + b"".join(bytes((c,)) if c in _REGULAR else b"#%02X" % c for c in data)


def number(value: float) -> str:
    """A coordinate, to a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: tuple[float, ...]) -> bytes:
    """Several numbers, a space between them."""
    return " ".join(map(number, values)).encode("ascii")


def reference(object_number: int) -> bytes:
    return b"%d 0 R" % object_number


def references(object_numbers: list[int]) -> bytes:
    return b" ".join(map(reference, object_numbers))
