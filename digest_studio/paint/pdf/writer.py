"""A display document -> a PDF file, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.progress import Progress, Stages
from digest_studio.display.document import Document
from digest_studio.paint.pdf.edition import PROOF, Edition
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.metadata import add_metadata
from digest_studio.paint.pdf.navigation import (
    Destinations,
    add_outline,
    annotations_entry,
    dead_link,
    destination,
    link_annotation,
    page_labels,
)
from digest_studio.paint.pdf.objects import Raw, numbers, reference
from digest_studio.paint.pdf.painter import PaintedPage, Painter, Resources
from digest_studio.paint.pdf.pdfpages import PdfPages

_WRITE_BUFFER = 1 << 20
_REST = 1 << 22
"""Bytes that pages and fonts hardly ever take together."""


def write(document: Document, target: Path, progress: Progress | None = None) -> tuple[Diagnostic, ...]:
    """Write `document` as a proof to `target`: screen colours, bleed kept, links and bookmarks.

    A temporary file beside `target` is written and renamed, so that `target` is the old file or the new one. The same
    document gives the same bytes. Returns what could not be painted, each place marked. Raises OSError if it cannot write.
    """
    return write_edition(document, target, PROOF, progress)


def write_edition(document: Document, target: Path, edition: Edition, progress: Progress | None) -> tuple[Diagnostic, ...]:
    """The same for any edition. With `Stages` as `progress`, photographs are all converted before the writing begins."""
    stages = progress if isinstance(progress, Stages) else None
    file = PdfFile(document.language)
    with PdfPages(file, edition.press) as pdfs, ExitStack() as closing:
        resources = Resources(file, pdfs, edition)
        closing.callback(resources.images.close)
        problems = _add_pages(document, edition, resources, stages and stages.painting)
        if stages:
            resources.images.prepare(stages.converting)
        file.Catalog.PageLabels = page_labels([page.label for page in document.pages])
        duplex = b"/Duplex/DuplexFlip%bEdge" % edition.duplex.encode("ascii") if edition.duplex else b""
        file.Catalog.ViewerPreferences = b"<</DisplayDocTitle true%b>>" % duplex
        add_metadata(document, file, for_press=edition.press is not None)
        if edition.press:
            from digest_studio.paint.pdf.press.intent import add_output_intent

            add_output_intent(edition.press.output, file)
        with replacing(target, resources.images.size() + _REST) as output:
            file.save(output, progress)
        return (*problems, *resources.images.problems, *pdfs.problems)


def _add_pages(document: Document, edition: Edition, resources: Resources, progress: Progress | None) -> list[Diagnostic]:
    """Add the pages with all that belongs to them, and the bookmarks. Returns what could not be linked."""
    file = resources.file
    places = [Raw(b"") for _ in document.pages]
    page_numbers = [file.add(place) for place in places]
    painted = list(_painted(document, edition, resources, progress))
    destinations: dict[str, bytes] = {}
    for page_number, page in zip(page_numbers, painted, strict=True):
        for anchor, point in page.anchors.items():
            destinations.setdefault(anchor, destination(page_number, point))
    problems: list[Diagnostic] = []
    for place, page in zip(places, painted, strict=True):
        annotations, dead = _links(page, destinations, file) if edition.links else ([], [])
        problems += dead
        place.data = _page_dictionary(page, edition, annotations, file)
        file.Pages.addPage(place)
    if edition.links:
        add_outline(document.bookmarks, destinations, file)
    return problems


def _painted(document: Document, edition: Edition, resources: Resources, progress: Progress | None) -> Iterator[PaintedPage]:
    for done, page in enumerate(document.pages, 1):
        yield Painter(page, edition, resources).paint()
        if progress:
            progress(done, len(document.pages))


def _links(page: PaintedPage, destinations: Destinations, file: PdfFile) -> tuple[list[int], list[Diagnostic]]:
    """The object numbers of the page's links, and the links that lead nowhere."""
    annotations, dead = [], []
    for link, box, number in page.links:
        annotation = link_annotation(link, box, destinations)
        if annotation is None:
            dead.append(dead_link(link, number))
        else:
            annotations.append(file.add(annotation))
    return annotations, dead


def _page_dictionary(page: PaintedPage, edition: Edition, annotations: list[int], file: PdfFile) -> bytes:
    sheet = page.sheet
    resources = b"/Font " + reference(file.number_of("BasicFonts"))
    for kind, names in ((b"/XObject", page.objects), (b"/ExtGState", page.states)):
        if names:
            entries = b"".join(f"/{name} {file.number_of(name)} 0 R".encode("ascii") for name in names)
            resources += b"%b<<%b>>" % (kind, entries)
    return b"".join((
        b"<</Type/Page/Parent ",
        reference(file.pages_number),
        b"/MediaBox[%b]/CropBox[%b]" % (numbers(sheet.media), numbers(sheet.media)),
        b"/BleedBox[%b]/TrimBox[%b]" % (numbers(sheet.bleed), numbers(sheet.trim)),
        b"/Group<</S/Transparency/CS%b>>" % edition.colours.blend_space,
        b"/Resources<<%b>>/Contents %d 0 R" % (resources, page.code),
        annotations_entry(annotations),
        b">>",
    ))  # fmt: skip


@contextmanager
def replacing(target: Path, size: int = 0) -> Iterator[BinaryIO]:
    """A file to write that becomes `target` when all went well, and vanishes when not. `size`: more bytes
    than it is likely to have; the disk gives them room in one go, which is faster than finding it when the file is renamed.

    It is not forced to the disk: a PDF can be made again, and waiting for that costs more than all its pages.
    """
    target = Path(os.path.realpath(target))
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb", buffering=_WRITE_BUFFER) as output:
            if size and hasattr(os, "posix_fallocate"):
                with suppress(OSError):  # not on this disk, or no room: writing will tell
                    os.posix_fallocate(handle, 0, size)
            yield output
            output.truncate()
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
