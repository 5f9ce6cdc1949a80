"""Document information and the XMP packet that agrees with it (ISO 32000-1, 14.3). Dates are the issue's."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import reportlab

from digest_studio import __version__
from digest_studio.display.document import Document
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.objects import Indirect, Raw, name, reference, stream_pieces, text_string

_CREATOR = f"Digest Studio {__version__}"
_PRODUCER = f"ReportLab {reportlab.__version__}"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"{more}>
<dc:format>application/pdf</dc:format>
{properties}
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_UNDATED = "2000-01-01"
"""The date in a file for the press, which must have one, of an issue that has none."""

_PRESS_SCHEMA = ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"'
_PRESS_PROPERTIES = """<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>"""


class Xmp(Indirect):
    """The metadata stream, uncompressed so that any tool can read it. Its identity comes from what stands before it."""

    def __init__(self, properties: str, for_press: bool) -> None:
        self._properties = f"{properties}\n{_PRESS_PROPERTIES}" if for_press else properties
        self._more = _PRESS_SCHEMA if for_press else ""

    def pieces(self, file: PdfFile) -> Iterator[bytes]:
        packet = _PACKET.format(more=self._more, properties=self._properties, identity=uuid.UUID(file.digest))
        yield from stream_pieces(b"/Type/Metadata/Subtype/XML", packet.encode("utf-8"))


def add_metadata(document: Document, file: PdfFile, for_press: bool = False) -> None:
    """Fill the information dictionary and the metadata stream of `file`; `for_press` with what PDF/X-4 asks for."""
    keywords = ", ".join(document.keywords)
    created = _date(document.date or (_UNDATED if for_press else ""))
    info = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Keywords": keywords,
        "Creator": _CREATOR,
        "Producer": _PRODUCER,
    }
    entries = {key: text_string(value) for key, value in {**document.info, **info}.items() if value}
    if created:
        stamp = created.strftime("(D:%Y%m%d%H%M%SZ)").encode("ascii")
        entries |= {"CreationDate": stamp, "ModDate": stamp}
    file.info = Raw(b"<<%b/Trapped/False>>" % b"".join(name(key) + value for key, value in entries.items()))
    file.Catalog.Metadata = reference(file.add(Xmp("\n".join(_properties(document, keywords, created)), for_press)))


def _date(text: str) -> datetime | None:
    """The issue's date in UTC; a day alone begins at midnight."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _properties(document: Document, keywords: str, created: datetime | None) -> Iterator[str]:
    yield f"<dc:title>{_alternatives(document.title)}</dc:title>"
    if document.author:
        yield f"<dc:creator><rdf:Seq><rdf:li>{_xml(document.author)}</rdf:li></rdf:Seq></dc:creator>"
    if document.subject:
        yield f"<dc:description>{_alternatives(document.subject)}</dc:description>"
    if document.keywords:
        words = "".join(f"<rdf:li>{_xml(word)}</rdf:li>" for word in document.keywords)
        yield f"<dc:subject><rdf:Bag>{words}</rdf:Bag></dc:subject>"
        yield f"<pdf:Keywords>{_xml(keywords)}</pdf:Keywords>"
    if document.language:
        yield f"<dc:language><rdf:Bag><rdf:li>{_xml(document.language)}</rdf:li></rdf:Bag></dc:language>"
    yield f"<xmp:CreatorTool>{_xml(_CREATOR)}</xmp:CreatorTool>"
    yield f"<pdf:Producer>{_xml(_PRODUCER)}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>"
    if created:
        stamp = created.strftime("%Y-%m-%dT%H:%M:%SZ")
        yield "".join(f"<xmp:{key}>{stamp}</xmp:{key}>" for key in ("CreateDate", "ModifyDate", "MetadataDate"))


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_xml(text)}</rdf:li></rdf:Alt>'


def _xml(text: str) -> str:
    """Text of an element. (The standard library's escaping would import half of `urllib`.)"""
    sound = "".join(c if _is_xml(c) else "\ufffd" for c in text)
    return sound.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_xml(c: str) -> bool:
    """Whether XML may hold the character (XML 1.0, 2.2)."""
    return " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" or c in "\t\n\r"
