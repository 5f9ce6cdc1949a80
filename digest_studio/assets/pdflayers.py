"""Layers of a PDF (optional content; ISO 32000-1, 8.11): what is hidden is taken out of a page, and the rest is made plain.

Paper has no layers, and a page that is placed in another file has no list of them to be hidden by. The open file changes in
memory alone. Layers are as the file's default configuration has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from digest_studio.assets.limits import MAX_PDF_CONTENT_BYTES, MAX_PDF_INSTRUCTIONS, MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import MalformedPdf, entry, inherited, items
from digest_studio.base.say import say

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Object, Pdf

    Instruction = ContentStreamInstruction | ContentStreamInlineImage

Identity = tuple[int, int]
"""Number and generation of an object."""

_PATH_PAINTERS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
_OTHER_PAINTERS = frozenset(("sh", "Do", "Tj", "TJ", "INLINE IMAGE"))


def hidden_layers(pdf: Pdf) -> frozenset[Identity]:
    """The layers that are off when the file is opened."""
    properties = entry(pdf.Root, "/OCProperties")
    default = entry(properties, "/D")
    if entry(default, "/BaseState") == "/OFF":
        return _identities(entry(properties, "/OCGs")) - _identities(entry(default, "/ON"))
    return _identities(entry(default, "/OFF"))


def _identities(array: Any) -> frozenset[Identity]:
    return frozenset(layer.objgen for layer in items(array) if hasattr(layer, "objgen"))


def make_plain(pdf: Pdf, page: Object) -> None:
    """Take hidden layers out of the content of `page`, and the marks of all layers. Raises MalformedPdf.

    Nothing happens to a file without layers.
    """
    import pikepdf

    if entry(pdf.Root, "/OCProperties") is None:
        return
    try:
        changed = _Plain(hidden_layers(pdf)).content(page, inherited(page, "/Resources"), 0)
        if changed is not None:
            page.Contents = pdf.make_stream(changed)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, RecursionError) as error:
        reason = str(error).rpartition(": ")[2]  # qpdf says the file's name and a place in it first
        raise MalformedPdf(say("its layers cannot be told apart: {reason}", reason=reason)) from error


class _Plain:
    """One page, made plain; each form once."""

    def __init__(self, hidden: frozenset[Identity]) -> None:
        self._hidden = hidden
        self._seen: set[Identity] = set()
        self._left = MAX_PDF_INSTRUCTIONS

    def content(self, stream: Object, resources: Any, depth: int) -> bytes | None:
        """The content without hidden parts and layers' marks, None if it has none. Forms and patterns change in place."""
        import pikepdf

        if depth > MAX_PDF_NESTING:
            raise MalformedPdf(say("its forms are nested too deeply"))
        gone = frozenset(self._forms(resources, depth))
        layers = {name: layer for name, layer in _named(resources, "/Properties") if _is_layer(layer)}
        if not gone and not layers:
            return None
        _measure(stream)
        kept = list(self._kept(pikepdf.parse_content_stream(stream), layers, gone))
        return pikepdf.unparse_content_stream(kept)

    def _forms(self, resources: Any, depth: int) -> Iterator[str]:
        """Make forms and patterns plain; the names of pictures and forms that are hidden themselves."""
        for kind in ("/XObject", "/Pattern"):
            for name, drawn in _named(resources, kind):
                if getattr(drawn, "_type_name", "") != "stream":
                    continue
                if not self._is_visible(entry(drawn, "/OC"), 0):
                    yield name
                elif entry(drawn, "/Subtype") != "/Image" and drawn.objgen not in self._seen:
                    self._seen.add(drawn.objgen)
                    own = entry(drawn, "/Resources")
                    changed = self.content(drawn, resources if own is None else own, depth + 1)
                    if changed is not None:
                        drawn.write(changed)

    def _kept(
        self, instructions: Iterable[Instruction], layers: dict[str, Any], gone: frozenset[str]
    ) -> Iterator[Instruction | tuple[list[Any], Any]]:
        """The instructions that remain. What only changes the state of painting does so in a hidden layer, too."""
        marks: list[tuple[bool, bool]] = []  # marked content around: of a layer? hidden?
        for instruction in instructions:
            self._spend()
            operator, operands = str(instruction.operator), instruction.operands
            if operator in ("BDC", "BMC"):
                layer = layers.get(str(operands[-1])) if operator == "BDC" and str(operands[0]) == "/OC" else None
                marks.append((layer is not None, layer is not None and not self._is_visible(layer, 0)))
                if layer is not None:
                    continue
            elif operator == "EMC" and marks:
                if marks.pop()[0]:
                    continue
            elif any(hidden for _, hidden in marks):
                yield from _unpainted(instruction, operator)
                continue
            if operator != "Do" or str(operands[0]) not in gone:
                yield instruction

    def _spend(self) -> None:
        """Count a step of the work, which a small file can make endless."""
        self._left -= 1
        if self._left < 0:
            raise MalformedPdf(say("its page has more than {most:,} instructions", most=MAX_PDF_INSTRUCTIONS))

    def _is_visible(self, layer: Any, depth: int) -> bool:
        """Whether content of a layer, or of a membership of several, is seen."""
        self._spend()
        if layer is None or depth > MAX_PDF_NESTING:
            return True
        if entry(layer, "/Type") != "/OCMD":
            return getattr(layer, "objgen", (0, 0)) not in self._hidden
        expression = items(entry(layer, "/VE"))
        if expression:
            return self._holds(expression, depth + 1)
        groups = entry(layer, "/OCGs")
        seen = [self._is_visible(group, depth + 1) for group in items(groups) or ((groups,) if groups is not None else ())]
        if not seen:
            return True
        match str(entry(layer, "/P")):
            case "/AllOn":
                return all(seen)
            case "/AnyOff":
                return not all(seen)
            case "/AllOff":
                return not any(seen)
            case _:
                return any(seen)

    def _holds(self, expression: tuple[Any, ...], depth: int) -> bool:
        """What a visibility expression comes to (8.11.2.2)."""
        self._spend()
        parts = ((part, items(part)) for part in expression[1:])
        values = (self._holds(inner, depth + 1) if inner else self._is_visible(part, depth) for part, inner in parts)
        if depth > MAX_PDF_NESTING:
            return True
        match str(expression[0]):
            case "/And":
                return all(values)
            case "/Not":
                return not all(values)
            case _:
                return any(values)


def _unpainted(instruction: Instruction, operator: str) -> Iterator[Instruction | tuple[list[Any], Any]]:
    """What is left of an instruction in a hidden layer."""
    import pikepdf

    if operator in _PATH_PAINTERS:
        yield [], pikepdf.Operator("n")
    elif operator in ("'", '"'):
        yield [], pikepdf.Operator("T*")
    elif operator not in _OTHER_PAINTERS:
        yield instruction


def _is_layer(properties: Any) -> bool:
    return str(entry(properties, "/Type")) in ("/OCG", "/OCMD")


def _named(resources: Any, kind: str) -> list[tuple[str, Any]]:
    named = entry(resources, kind)
    return list(named.items()) if getattr(named, "_type_name", "") == "dictionary" else []


def _measure(stream: Object) -> None:
    """Raise MalformedPdf if the content is more than is gone through."""
    parts: tuple[Any, ...] = (stream,)
    if getattr(stream, "_type_name", "") == "dictionary":
        contents = stream.get("/Contents")
        parts = items(contents) or (contents,)
    size = sum(len(part.read_bytes()) for part in parts if getattr(part, "_type_name", "") == "stream")
    if size > MAX_PDF_CONTENT_BYTES:
        raise MalformedPdf(say("its page's content has {size} MB", size=size >> 20))
