"""Pages of other PDFs as form XObjects, vectors kept: their objects are copied into our file under new numbers.

Only what the page draws with comes along. Structure, annotations, scripts, metadata and private data stay behind, and what
lies in hidden layers.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from digest_studio.assets.limits import MAX_PDF_NESTING, MAX_PDF_OBJECTS, MAX_PDF_STREAM_BYTES
from digest_studio.assets.pdfboxes import MalformedPdf, PageBoxes, inherited, page_boxes
from digest_studio.assets.pdflayers import make_plain
from digest_studio.assets.pdfopen import open_pdf, page_object
from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.geometry import Rect
from digest_studio.base.say import reason, say
from digest_studio.display.items import PlacedPdf
from digest_studio.paint.pdf.edition import Press
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.images import image_entries
from digest_studio.paint.pdf.objects import Indirect, Stream, name, numbers, stream_pieces
from digest_studio.paint.pdf.transform import Matrix

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_LEFT_BEHIND = frozenset((
    "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/Ref", "/PS", "/Measure", "/PtData",
    "/Length", "/F", "/FFilter", "/FDecodeParms", "/DL", "/OC",
))  # fmt: skip
"""Keys of streams that say nothing about what is drawn, or lead to other files."""

_FOREIGN_TYPES = frozenset(("/Page", "/Pages", "/Catalog", "/StructTreeRoot", "/StructElem", "/Annot", "/Action", "/Filespec"))
"""Dictionaries that no drawing needs; a reference to one becomes null."""

_COMPRESSION = 6


class PdfPages:
    """The foreign pages of one file. To be closed when the file is saved: streams are read as they are written."""

    def __init__(self, file: PdfFile, press: Press | None = None) -> None:
        self._file = file
        self._press = press
        self._sources: dict[tuple[str, bool], _Source] = {}
        self._placed: dict[tuple[str, int, bool], tuple[str, PageBoxes] | None] = {}
        self.problems: list[Diagnostic] = []

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for source in self._sources.values():
            source.pdf.close()

    def resource(self, item: PlacedPdf, page: int) -> tuple[str, PageBoxes] | None:
        """The page's name among resources and its boxes; None if it cannot be placed. `page` is where it is used."""
        key = (item.digest, item.page, self._converts(item))
        if key not in self._placed:
            try:
                self._placed[key] = self._copied(item, f"Pdf{len(self._placed) + 1}", page)
            except (OSError, MalformedPdf) as error:
                self._placed[key] = None
                self.problems.append(_diagnostic(item, page, error))
        return self._placed[key]

    def _converts(self, item: PlacedPdf) -> bool:
        return item.convert and self._press is not None

    def _copied(self, item: PlacedPdf, name: str, number: int) -> tuple[str, PageBoxes]:
        source = self._source(item, self._converts(item))
        page = page_object(source.pdf, item.page)
        boxes = page_boxes(page)
        make_plain(source.pdf, page)
        form = None
        if self._converts(item) and self._press is not None:
            from digest_studio.paint.pdf.press.functions import Unconvertible
            from digest_studio.paint.pdf.press.recolour import recolour

            try:
                recolour(source.pdf, page, self._press.output)
            except Unconvertible as reason:
                self._sources.pop((f"{item.digest} {item.page}", True)).pdf.close()  # half of it is converted
                form = self._as_picture(item, number, boxes, reason)
        self._file.add(form or source.form(page, boxes), name)
        return name, boxes

    def _as_picture(self, item: PlacedPdf, number: int, boxes: PageBoxes, reason: Exception) -> Indirect:
        """A page that cannot be converted as it is drawn, as a picture. Raises MalformedPdf if it cannot be that, either."""
        from digest_studio.paint.pdf.press.functions import Unconvertible
        from digest_studio.paint.pdf.press.rasterise import rasterise

        assert self._press is not None
        try:
            enlarged = item.trim.width / boxes.shown(boxes.trim).width
            raster = rasterise(Path(item.path), item.page, boxes, self._press.output, enlarged)
        except Unconvertible as error:
            raise MalformedPdf(say("it cannot be converted: {reason}", reason=error)) from reason
        self.problems.append(_made_picture(item, number, reason, raster.ppi))
        entries = image_entries(raster.width, raster.height, 8, b"/DeviceCMYK")
        entries += b"/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"
        picture = self._file.add(Stream(entries, raster.data))
        x0, y0, x1, y1 = boxes.media
        code = b"q %b cm /Im Do Q" % numbers((x1 - x0, 0, 0, y1 - y0, x0, y0))
        box = b"/Type/XObject/Subtype/Form/BBox[%b]" % numbers(boxes.media)
        return Stream(box + b"/Resources<</XObject<</Im %d 0 R>>>>" % picture, code)

    def _source(self, item: PlacedPdf, convert: bool) -> _Source:
        """The file that `item` is of. What is converted changes in memory, so a converted page has a file of its own."""
        key = (f"{item.digest} {item.page}" if convert else item.digest, convert)
        if key not in self._sources:
            self._sources[key] = _Source(open_pdf(Path(item.path)), self._file)
        return self._sources[key]


def placement(boxes: PageBoxes, target: tuple[float, float, float, float]) -> Matrix:
    """What takes the page's user space to where its TrimBox fills `target` (left, bottom, width, height), turned as shown."""
    x0, y0, x1, y1 = boxes.trim
    left, bottom, width, height = target
    upright = boxes.rotate in (0, 180)
    across, along = width / (x1 - x0 if upright else y1 - y0), height / (y1 - y0 if upright else x1 - x0)
    match boxes.rotate:
        case 90:
            return (0, -along, across, 0, left - y0 * across, bottom + x1 * along)
        case 180:
            return (-across, 0, 0, -along, left + x1 * across, bottom + y1 * along)
        case 270:
            return (0, along, -across, 0, left + y1 * across, bottom - x0 * along)
        case _:
            return (across, 0, 0, along, left - x0 * across, bottom - y0 * along)


class _Copied(Indirect):
    """An object of a foreign file in ours: written out beforehand, but for a stream's data, read when they are written."""

    def __init__(self) -> None:
        self.value = b"null"
        self.stream: Object | None = None

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        if self.stream is None:
            yield self.value
        else:
            yield from stream_pieces(self.value, self.stream.read_raw_bytes())


class _Source:
    """A foreign file and those of its objects that are copied already."""

    def __init__(self, pdf: Pdf, file: PdfFile) -> None:
        self.pdf = pdf
        self._file = file
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: list[tuple[Object, _Copied]] = []

    def form(self, page: Object, boxes: PageBoxes) -> Indirect:
        """The page as a form in its own user space. Raises MalformedPdf."""
        import pikepdf

        try:
            entries = b"/Type/XObject/Subtype/Form/BBox[%b]" % numbers(boxes.media)
            resources, group = inherited(page, "/Resources"), page.get("/Group")
            entries += b"/Resources " + (self._written(resources) if resources is not None else b"<<>>")
            if isinstance(group, pikepdf.Dictionary) and group.get("/S") == "/Transparency":
                entries += b"/Group " + self._written(group)
            form = self._content(page.get("/Contents"), entries)
            self._copy_waiting()
        except (pikepdf.PdfError, RuntimeError, ValueError, RecursionError) as error:
            raise MalformedPdf(f"its page cannot be copied: {error}") from error
        return form

    def _content(self, contents: Object | None, entries: bytes) -> Indirect:
        """The form with the page's content: untouched if it is one stream, else joined."""
        import pikepdf

        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
        if len(streams) == 1:
            form = _Copied()
            form.stream = streams[0]
            form.value = entries + self._entries(streams[0])
            return form
        size, joined = 0, zlib.compressobj(_COMPRESSION)
        packed = []
        for stream in streams:
            data = stream.read_bytes()
            size += len(data)
            if size > MAX_PDF_STREAM_BYTES:
                raise MalformedPdf("its content is too large")
            packed += [joined.compress(data), joined.compress(b"\n")]
        return Stream(entries + b"/Filter/FlateDecode", b"".join([*packed, joined.flush()]))

    def _copy_waiting(self) -> None:
        """Write out what was referred to, until nothing new is."""
        while self._waiting:
            original, copied = self._waiting.pop()
            if original._type_name == "stream":
                copied.value = self._entries(original)
                copied.stream = original
            else:
                copied.value = self._written(original, top=True)

    def _entries(self, stream: Object) -> bytes:
        """The inside of a stream's dictionary."""
        return b"".join(_key(key) + b" " + self._written(value, 1) for key, value in stream.items() if key not in _LEFT_BEHIND)

    def _written(self, value: Any, depth: int = 0, top: bool = False) -> bytes:
        """`value` as it stands in our file: references renumbered, what they lead to put on the list of what to copy."""
        match value:
            case None:
                return b"null"
            case bool():
                return b"true" if value else b"false"
            case int():
                return b"%d" % value
            case Decimal() | float():
                return format(value, "f").encode("ascii")
        return self._written_object(value, depth, top)

    def _written_object(self, value: Object, depth: int, top: bool) -> bytes:
        kind = value._type_name
        if kind in ("array", "dictionary", "stream") and value.is_indirect and not top:
            return self._referred(value)
        if depth > MAX_PDF_NESTING:
            raise MalformedPdf("its objects are nested too deeply")
        if kind == "array":
            return b"[" + b" ".join(self._written(part, depth + 1) for part in value) + b"]"
        if kind == "dictionary":
            if str(value.get("/Type")) in _FOREIGN_TYPES:
                return b"null"
            return b"<<" + b"".join(_key(key) + b" " + self._written(part, depth + 1) for key, part in value.items()) + b">>"
        if kind in ("name", "string"):
            return value.unparse()
        return b"null"

    def _referred(self, value: Object) -> bytes:
        number = self._numbers.get(value.objgen)
        if number is None:
            if len(self._numbers) >= MAX_PDF_OBJECTS:
                raise MalformedPdf("its page draws on too many objects")
            copied = _Copied()
            number = self._numbers[value.objgen] = self._file.add(copied)
            self._waiting.append((value, copied))
        return b"%d 0 R" % number


def _key(text: str) -> bytes:
    """A dictionary's key as a name; pikepdf gives bytes that are no UTF-8 as surrogates."""
    return name(text[1:].encode("utf-8", "surrogateescape"))


def _made_picture(item: PlacedPdf, page: int, reason: Exception, ppi: int) -> Diagnostic:
    return Diagnostic(
        "ad-colour",
        say("page {number} of the PDF is printed as a picture of {ppi} pixels per inch: {reason}", number=item.page, ppi=ppi,
            reason=reason),
        say("ask for it as PDF/X in CMYK: its text will be sharper"),
        Severity.WARNING,
        source=Source(item.path),
        page=page,
        box=Rect(item.clip.x, item.clip.y, item.clip.width, item.clip.height),
    )


def _diagnostic(item: PlacedPdf, page: int, error: Exception) -> Diagnostic:
    return Diagnostic(
        "broken-pdf",
        say("page {number} of the PDF cannot be placed: {reason}", number=item.page, reason=reason(error)),
        say("ask for it as PDF/X, or as an image"),
        source=Source(item.path),
        page=page,
        box=Rect(item.clip.x, item.clip.y, item.clip.width, item.clip.height),
    )
