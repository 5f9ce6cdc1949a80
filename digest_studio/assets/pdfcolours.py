"""Which colours a page of a PDF is painted in: the families of its colour spaces, forms and patterns included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest_studio.assets.limits import MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import MalformedPdf, entry, inherited, items
from digest_studio.assets.pdfopen import open_pdf, page_object

if TYPE_CHECKING:
    from pikepdf import Object

_RGB = frozenset(("/DeviceRGB", "/CalRGB", "/RGB"))
_PROCESS_INKS = frozenset(("/Cyan", "/Magenta", "/Yellow", "/Black", "/All", "/None"))
_OPERATORS = "rg RG cs CS BI ID EI"


def colours_used(path: Path, page: int) -> frozenset[str]:
    """`RGB`, `Lab`, and the names of spot colours that page `page` (from 1) uses. Raises OSError and MalformedPdf."""
    import pikepdf

    with open_pdf(path) as pdf:
        found = page_object(pdf, page)
        try:
            return frozenset(_Look().page(found))
        except (pikepdf.PdfError, RuntimeError, ValueError, RecursionError) as error:
            raise MalformedPdf(f"its colours cannot be read: {error}") from error


class _Look:
    """One look through a page; each object is seen once."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def page(self, page: Object) -> Iterator[str]:
        yield from self._content(page, inherited(page, "/Resources"))
        yield from self._space(entry(page.get("/Group"), "/CS"), 0)

    def _content(self, stream: Object, resources: Any, depth: int = 0) -> Iterator[str]:
        """The colours of what is drawn by a page, a form or a pattern."""
        import pikepdf

        for instruction in pikepdf.parse_content_stream(stream, _OPERATORS):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                space = instruction.iimage.obj.get("/ColorSpace")
                yield from self._space(space, depth)
            elif str(instruction.operator) in ("rg", "RG") or str(next(iter(instruction.operands), "")) in _RGB:
                yield "RGB"
        yield from self._resources(resources, depth + 1)

    def _resources(self, resources: Any, depth: int) -> Iterator[str]:
        if depth > MAX_PDF_NESTING:
            return
        for space in self._values(resources, "/ColorSpace"):
            yield from self._space(space, depth)
        for shading in self._values(resources, "/Shading"):
            yield from self._space(entry(shading, "/ColorSpace"), depth)
        for pattern in self._values(resources, "/Pattern"):
            yield from self._space(entry(entry(pattern, "/Shading"), "/ColorSpace"), depth)
            if getattr(pattern, "_type_name", "") == "stream":
                yield from self._content(pattern, entry(pattern, "/Resources"), depth)
        for drawn in self._values(resources, "/XObject"):
            if entry(drawn, "/Subtype") == "/Image":
                yield from self._space(entry(drawn, "/ColorSpace"), depth)
            elif entry(drawn, "/Subtype") == "/Form":
                yield from self._space(entry(entry(drawn, "/Group"), "/CS"), depth)
                yield from self._content(drawn, entry(drawn, "/Resources"), depth)

    def _values(self, resources: Any, kind: str) -> Iterator[Any]:
        """The resources of one kind that were not met before."""
        named = entry(resources, kind)
        if named is None:
            return
        for value in named.values():
            identity = value.objgen if hasattr(value, "objgen") else (0, 0)
            if identity == (0, 0) or identity not in self._seen:
                self._seen.add(identity)
                yield value

    def _space(self, space: Any, depth: int) -> Iterator[str]:
        """What a colour space, or the one that it stands on, adds."""
        if space is None or depth > MAX_PDF_NESTING:
            return
        parts = items(space)
        family = str(parts[0]) if parts else str(space) if getattr(space, "_type_name", "") == "name" else ""
        if family in _RGB:
            yield "RGB"
        elif family == "/Lab":
            yield "Lab"
        elif family == "/ICCBased" and len(parts) > 1:
            components = entry(parts[1], "/N")
            if components is not None and int(components) == 3:
                yield "RGB"
        elif family in ("/Indexed", "/I", "/Pattern") and len(parts) > 1:
            yield from self._space(parts[1], depth + 1)
        elif family in ("/Separation", "/DeviceN") and len(parts) > 2:
            names = items(parts[1]) or (parts[1],)
            yield from (str(name)[1:] for name in names if str(name) not in _PROCESS_INKS)
            yield from self._space(parts[2], depth + 1)
