"""Which fonts a page of a PDF sets text in without bringing them along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest_studio.assets.limits import MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import MalformedPdf, entry, inherited, items
from digest_studio.assets.pdfopen import open_pdf, page_object

if TYPE_CHECKING:
    from pikepdf import Object

_OPERATORS = "q Q Tf Tj TJ ' \""
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_lacking(path: Path, page: int) -> frozenset[str]:
    """Names of fonts that page `page` (from 1) sets text in and that are not embedded. Raises OSError and MalformedPdf.

    A font that is only named among the resources does no harm.
    """
    import pikepdf

    with open_pdf(path) as pdf:
        found = page_object(pdf, page)
        try:
            drawn = _drawn(found, inherited(found, "/Resources"), set(), 0)
            return frozenset(name for stream, resources in drawn for name in _lacking(stream, resources))
        except (pikepdf.PdfError, RuntimeError, ValueError, RecursionError) as error:
            raise MalformedPdf(f"its fonts cannot be read: {error}") from error


def _drawn(stream: Object, resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[tuple[Object, Any]]:
    """A page's content and that of the forms and patterns that it may draw, each with its resources."""
    yield stream, resources
    if depth > MAX_PDF_NESTING:
        return
    for kind in ("/XObject", "/Pattern"):
        named = entry(resources, kind)
        for drawn in named.values() if named is not None else ():
            content = getattr(drawn, "_type_name", "") == "stream" and entry(drawn, "/Subtype") != "/Image"
            if content and drawn.objgen not in seen:
                seen.add(drawn.objgen)
                yield from _drawn(drawn, entry(drawn, "/Resources"), seen, depth + 1)


def _lacking(stream: Object, resources: Any) -> Iterator[str]:
    """The fonts in which the content shows text, as far as they are not embedded."""
    import pikepdf

    fonts, font, saved = entry(resources, "/Font"), "", []
    for instruction in pikepdf.parse_content_stream(stream, _OPERATORS):
        match str(instruction.operator):
            case "q":
                saved.append(font)
            case "Q":
                font = saved.pop() if saved else ""
            case "Tf":
                font = str(instruction.operands[0])
            case _:
                found = entry(fonts, font) if font else None
                if found is not None and not _embedded(found):
                    yield str(found.get("/BaseFont", font))[1:]


def _embedded(font: Any) -> bool:
    if entry(font, "/Subtype") == "/Type3":
        return True
    descendants = items(entry(font, "/DescendantFonts"))
    descriptor = entry(descendants[0] if descendants else font, "/FontDescriptor")
    return any(entry(descriptor, file) is not None for file in _EMBEDDED)
