"""What leads through the finished PDF: destinations, links, bookmarks, page labels (ISO 32000-1, 12.3, 12.4.2, 12.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.say import say
from digest_studio.display.document import Bookmark
from digest_studio.display.items import Link
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.objects import Raw, numbers, reference, references, text_string

Destinations = Mapping[str, bytes]
"""Each anchor's name with the place where it stands, as a PDF's destination."""

_SCHEMES = ("http:", "https:", "mailto:")
_COUNTED = re.compile(r"(.*?)([1-9][0-9]{0,8})\Z", re.DOTALL)
_PRINTED = 4
"""Annotation flag: shown in print too (12.5.3); readers' checkers ask for it."""


def destination(page: int, point: tuple[float, float]) -> bytes:
    """The point (y upwards) of the page whose object number is `page`, at the reader's zoom."""
    return b"[%d 0 R/XYZ %b null]" % (page, numbers(point))


def link_annotation(link: Link, box: tuple[float, float, float, float], destinations: Destinations) -> Raw | None:
    """The link as an annotation; None if there is nowhere it could lead."""
    if link.external:
        if not link.target.lower().startswith(_SCHEMES):
            return None
        leads = b"/A<</S/URI/URI%b>>" % text_string(_uri(link.target))
    elif link.target in destinations:
        leads = b"/Dest" + destinations[link.target]
    else:
        return None
    contents = b"/Contents" + text_string(link.contents) if link.contents else b""
    return Raw(b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F %d%b%b>>" % (numbers(box), _PRINTED, contents, leads))


def dead_link(link: Link, page: int) -> Diagnostic:
    if link.external:
        message, remedy = (
            say("{target} is no web or mail address, so it is no link", target=link.target),
            say("begin it with https:// or mailto:"),
        )
        return Diagnostic("link-address", message, remedy, Severity.WARNING, page=page)
    message = say("nothing in this PDF is named {target}, so it is no link", target=link.target)
    return Diagnostic("link-target", message, severity=Severity.INFO, page=page)


def _uri(target: str) -> str:
    """The address in ASCII: what is not is percent-encoded (RFC 3987, 3.1)."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in target)


def add_outline(bookmarks: Sequence[Bookmark], destinations: Destinations, file: PdfFile) -> None:
    """Give `file` an outline. Bookmarks that lead nowhere are left out unless others stand below them."""
    entries = _reachable(bookmarks, destinations)
    if not entries:
        return
    root = Raw(b"")
    number = file.add(root)
    first, last, count = _add_entries(entries, number, destinations, file)
    root.data = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, count)
    file.Catalog.Outlines = reference(number)
    file.Catalog.PageMode = b"/UseOutlines"


def _reachable(bookmarks: Sequence[Bookmark], destinations: Destinations) -> tuple[Bookmark, ...]:
    kept = []
    for bookmark in bookmarks:
        children = _reachable(bookmark.children, destinations)
        if bookmark.anchor in destinations:
            kept.append(Bookmark(bookmark.title, bookmark.anchor, children))
        elif children:
            kept.append(Bookmark(bookmark.title, children[0].anchor, children))
    return tuple(kept)


def _add_entries(bookmarks: Sequence[Bookmark], parent: int, destinations: Destinations, file: PdfFile) -> tuple[int, int, int]:
    """Object numbers of the first and the last entry, and how many entries there are on all levels."""
    entries = [Raw(b"") for _ in bookmarks]
    own = [file.add(entry) for entry in entries]
    total = len(own)
    for i, (bookmark, entry) in enumerate(zip(bookmarks, entries, strict=True)):
        parts = [b"/Title%b/Parent %d 0 R/Dest%b" % (text_string(bookmark.title), parent, destinations[bookmark.anchor])]
        if i > 0:
            parts.append(b"/Prev %d 0 R" % own[i - 1])
        if i + 1 < len(own):
            parts.append(b"/Next %d 0 R" % own[i + 1])
        if bookmark.children:
            first, last, count = _add_entries(bookmark.children, own[i], destinations, file)
            parts.append(b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, count))
            total += count
        entry.data = b"<<%b>>" % b"".join(parts)
    return own[0], own[-1], total


def page_labels(labels: Sequence[str]) -> bytes:
    """The number tree of page labels: each page's label exactly, pages that count on in one entry."""
    entries = b"".join(
        b"%d<<%b>>" % (start, (b"/P" + text_string(prefix) if prefix else b"") + (b"/S/D/St %d" % first if first else b""))
        for start, prefix, first in label_ranges(labels)
    )
    return b"<</Nums[%b]>>" % entries


def label_ranges(labels: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Where labels start anew: (index, prefix, number of the first page; 0 if there is no number in the label)."""
    expected: tuple[str, int] | None = None
    for index, label in enumerate(labels):
        counted = _COUNTED.match(label)
        prefix, value = (counted[1], int(counted[2])) if counted else (label, 0)
        if (prefix, value) != expected:
            yield index, prefix, value
        expected = (prefix, value + 1 if value else 0)


def annotations_entry(annotations: list[int]) -> bytes:
    return b"/Annots[%b]" % references(annotations) if annotations else b""
