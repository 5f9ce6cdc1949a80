"""The file under ReportLab's document: numbered objects, streamed to disk instead of gathered in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc

from digest_studio.paint.pdf.objects import Indirect, text_string

PDF_VERSION = (1, 6)
"""PDF/X-4 asks for 1.6; nothing newer is used."""

_HEADER = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % PDF_VERSION
_SIGNED = 65536
"""Bytes of each piece that go into the file's ID: all but the inside of photos, whose length and beginning tell enough."""


class PdfFile(pdfdoc.PDFDocument):  # type: ignore[misc]
    """ReportLab's document: registry of objects, catalogue, page tree, delayed fonts, cross-references and trailer.

    What differs: `save` writes each object through to an open file, and the ID comes from the content alone.
    """

    def __init__(self, language: str) -> None:
        super().__init__(dummyoutline=1, compression=0, invariant=1, pdfVersion=PDF_VERSION)
        self._catalog.Lang = text_string(language)
        self._catalog.PageMode = None
        self._catalog.Outlines = None
        self._signature = hashlib.sha256(b"digest studio")
        self._position = 0
        self._output: BinaryIO

    def add(self, item: Indirect, internal_name: str | None = None) -> int:
        """Register `item` (again: no harm); its object number."""
        return self.number_of(self.Reference(item, internal_name).name)

    def number_of(self, internal_name: str) -> int:
        return int(self.idToObjectNumberAndVersion[internal_name][0])

    @property
    def pages_number(self) -> int:
        """The object number of the page tree's root."""
        return self.number_of(self.Reference(self.Pages).name)

    @property
    def digest(self) -> str:
        """Hex digest of what was written so far."""
        return self._signature.hexdigest()[:32]

    def add_now(self, item: Indirect) -> int:
        """Register `item` and write it at once, so that nothing of it need be kept; its object number.

        For use inside `Indirect.pieces` before the first piece.
        """
        number = self.add(item)
        self._write_object(number)
        return number

    def save(self, output: BinaryIO, progress: Callable[[int, int], None] | None = None) -> None:
        """Write the whole file. Objects may add others while they are written. `progress` hears of objects done and known."""
        self._output = output
        for font in self.delayedFonts:
            font.addObjects(self)
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        self._write(_HEADER)
        current = 1
        while current in self.numberToId:
            if self.numberToId[current] not in self.idToOffset:
                self._write_object(current)
                if progress:
                    progress(current, len(self.numberToId))
            current += 1
        order = [self.numberToId[n] for n in range(1, current)]
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, order)
        start = self._position
        self._write(table.format(self))
        identity = f"[<{self.digest}><{self.digest}>]".encode("ascii")
        trailer = pdfdoc.PDFTrailer(start, Size=current, Root=root, Info=info, ID=identity)
        self._write(trailer.format(self))

    def _write_object(self, object_number: int) -> None:
        key = self.numberToId[object_number]
        item = self.idToObject[key]
        pieces = item.pieces(self) if isinstance(item, Indirect) else iter((pdfdoc.format(item, self, toplevel=1),))
        first = next(pieces)
        self.idToOffset[key] = self._position
        self._write(b"%d 0 obj\n" % object_number)
        self._write(first)
        for piece in pieces:
            self._write(piece)
        self._write(b"\nendobj\n")

    def _write(self, data: bytes) -> None:
        self._output.write(data)
        self._position += len(data)
        self._signature.update(data[:_SIGNED])
