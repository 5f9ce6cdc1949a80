"""What PDF/X-4 asks of a file as a whole (ISO 15930-7): version, identity, metadata, output intent, nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from digest_studio.assets.icc import profile_components
from digest_studio.assets.pdfboxes import entry, items
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.say import Said, say

if TYPE_CHECKING:
    from pikepdf import Pdf

NEWEST = (1, 6)
"""The newest version of PDF that PDF/X-4 knows."""
MAX_METADATA = 1 << 20
MAX_OBJECTS = 200_000

_ASKED = {
    "dc:title": r"<dc:title", "xmp:CreateDate": r"xmp:CreateDate", "xmp:ModifyDate": r"xmp:ModifyDate",
    "xmp:MetadataDate": r"xmp:MetadataDate", "xmpMM:DocumentID": r"xmpMM:DocumentID", "xmpMM:VersionID": r"xmpMM:VersionID",
    "xmpMM:RenditionClass": r"xmpMM:RenditionClass",
}  # fmt: skip
_VERSION = re.compile(r"pdfxid:GTS_PDFXVersion(?:>|=[\"'])\s*([^<\"']*)")


def document_problems(pdf: Pdf) -> Iterator[Diagnostic]:
    """What is wrong with the file apart from its pages."""
    version = tuple(int(part) for part in pdf.pdf_version.split("."))
    if version > NEWEST:
        yield _problem("pdf-version", say("the file is PDF {version}", version=pdf.pdf_version), pdf.pdf_version, "1.6")
    if len(items(entry(pdf.trailer, "/ID"))) != 2:
        yield _problem("pdf-id", say("the file has no identity (ID)"))
    yield from _metadata(pdf)
    yield from _intent(pdf)
    yield from _acting(pdf)
    yield from _forbidden(pdf)
    if entry(pdf.Root, "/PageLabels") is None:
        message = say("the pages have no labels: the printer's numbers are not the issue's")
        yield _problem("pdf-labels", message, severity=Severity.WARNING)


def _metadata(pdf: Pdf) -> Iterator[Diagnostic]:
    stream = entry(pdf.Root, "/Metadata")
    text = ""
    if getattr(stream, "_type_name", "") == "stream":
        if entry(stream, "/Filter") is not None:
            yield _problem("pdf-metadata", say("the metadata is compressed"))
        text = stream.read_bytes()[:MAX_METADATA].decode("utf-8", "replace")
    found = _VERSION.search(text)
    said = found.group(1).strip() if found else ""
    if said != "PDF/X-4":
        message = say("the file says that it is {version}, not PDF/X-4", version=said) if said else say("the file is no PDF/X-4")
        yield _problem("pdf-x", message, said or None, "PDF/X-4")
    lacking = [key for key, pattern in _ASKED.items() if not re.search(pattern, text)]
    if lacking:
        yield _problem("pdf-metadata", say("the metadata lacks {keys}", keys=", ".join(lacking)), ", ".join(lacking))
    trapped = str(entry(pdf.trailer.get("/Info"), "/Trapped") or "")
    if trapped not in ("/True", "/False"):
        message = say("the file does not say whether it is trapped")
        yield _problem("pdf-trapped", message, trapped[1:] or None, "True, False")


def _intent(pdf: Pdf) -> Iterator[Diagnostic]:
    intents = [i for i in items(entry(pdf.Root, "/OutputIntents")) if str(entry(i, "/S")) == "/GTS_PDFX"]
    if len(intents) != 1:
        message = say("the file has no output intent for PDF/X")
        if intents:
            message = say("the file has several output intents for PDF/X")
        yield _problem("pdf-intent", message, len(intents), 1)
        return
    if not str(entry(intents[0], "/OutputConditionIdentifier") or ""):
        yield _problem("pdf-intent", say("the output intent names no printing condition"))
    profile = entry(intents[0], "/DestOutputProfile")
    if getattr(profile, "_type_name", "") != "stream":
        yield _problem("pdf-intent", say("the output intent has no profile"))
        return
    data = profile.read_bytes()
    if profile_components(data) != 4 or data[12:16] != b"prtr":
        yield _problem("pdf-intent", say("the output intent's profile is not one of a CMYK press"))


def _acting(pdf: Pdf) -> Iterator[Diagnostic]:
    root = pdf.Root
    opening = entry(root, "/OpenAction")
    acts = getattr(opening, "_type_name", "") == "dictionary" and str(entry(opening, "/S")) != "/GoTo"
    if acts or entry(root, "/AA") is not None or entry(entry(root, "/Names"), "/JavaScript") is not None:
        yield _problem("pdf-script", say("the file has scripts or actions"))
    if entry(root, "/AcroForm") is not None:
        yield _problem("pdf-annotation", say("the file has a form to be filled in"))


def _forbidden(pdf: Pdf) -> Iterator[Diagnostic]:
    """Objects that no PDF/X has, each kind once."""
    told: set[str] = set()
    for number, thing in enumerate(pdf.objects):
        if number >= MAX_OBJECTS:
            return
        for what in _kinds(thing):
            if what not in told:
                told.add(what)
                message = say("object {number} has {what}, which PDF/X-4 forbids", number=thing.objgen[0], what=what)
                yield _problem("pdf-forbidden", message, what)


def _kinds(thing: Any) -> Iterator[str]:
    kind = getattr(thing, "_type_name", "")
    if kind not in ("dictionary", "stream"):
        return
    if kind == "stream":
        filters = entry(thing, "/Filter")
        names = {str(name) for name in items(filters)} or {str(filters)}
        if "/LZWDecode" in names:
            yield "LZW"
        if "/Crypt" in names:
            yield "Crypt"
        if entry(thing, "/Subtype") == "/PS":
            yield "PostScript"
        if entry(thing, "/OPI") is not None:
            yield "OPI"
        if entry(thing, "/F") is not None:
            yield "a file outside"
    elif entry(thing, "/Type") == "/ExtGState" and (
        entry(thing, "/TR") is not None or entry(thing, "/TR2") not in (None, "/Default")
    ):
        yield "a transfer curve"


def _problem(
    rule: str, message: Said, value: float | str | None = None, limit: float | str | None = None,
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    return Diagnostic(rule, message, say("export it again as PDF/X-4"), severity, value=value, limit=limit)
