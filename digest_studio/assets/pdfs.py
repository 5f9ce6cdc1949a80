"""One page of a PDF file looked into: its facts, or why it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.assets.facts import PdfFacts
from digest_studio.assets.images import whole_digest
from digest_studio.assets.limits import MAX_PDF_BYTES, MAX_PDF_PAGES
from digest_studio.assets.pdfboxes import MalformedPdf, entry, items, page_boxes
from digest_studio.assets.pdfopen import EncryptedPdf, NoSuchPage, open_pdf, page_count, page_object
from digest_studio.assets.problems import Problem
from digest_studio.assets.signatures import image_format, is_pdf

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_ASK = "ask the advertiser for it as PDF/X"


def look_into_pdf(path: Path, pages: tuple[int, ...]) -> tuple[dict[int, PdfFacts], list[Problem], list[Problem]]:
    """Facts of each of `pages` (from 1), errors of pages without facts, and what is odd about the others.

    Raises Problem when the file cannot be used, OSError when it cannot be read.
    """
    size = path.stat().st_size
    if not path.is_file():
        raise Problem("broken-pdf", "it is no file", "name a PDF file")
    if size > MAX_PDF_BYTES:
        raise Problem(
            "pdf-too-large", f"the file has {size >> 20} MB", f"PDFs may have {MAX_PDF_BYTES >> 20} MB: {_ASK}, smaller",
            value=size, limit=MAX_PDF_BYTES,
        )  # fmt: skip
    with path.open("rb") as file:
        head = file.read(1024)
    if not is_pdf(head):
        raise _no_pdf(head)
    try:
        with open_pdf(path) as pdf:
            return _pages_facts(pdf, path, pages)
    except EncryptedPdf as error:
        raise Problem("encrypted-pdf", "the PDF is protected by a password", "ask the advertiser for it without") from error
    except MalformedPdf as error:
        raise Problem("broken-pdf", f"the PDF cannot be used: {error}", _ASK) from error


def _no_pdf(head: bytes) -> Problem:
    if not head:
        return Problem("broken-pdf", "the file is empty", "copy it here again")
    kind = image_format(head)
    if kind is not None:
        return Problem("wrong-format", f"the file is a {kind}, no PDF", "give it the suffix of an image")
    return Problem("broken-pdf", "the file is no PDF: it begins with other bytes", "copy it here again")


def _pages_facts(pdf: Pdf, path: Path, pages: tuple[int, ...]) -> tuple[dict[int, PdfFacts], list[Problem], list[Problem]]:
    count = page_count(pdf)
    if count > MAX_PDF_PAGES:
        raise Problem(
            "pdf-too-large", f"the PDF has {count} pages", f"{MAX_PDF_PAGES} are allowed: ask for the advertisement alone",
            value=count, limit=MAX_PDF_PAGES,
        )  # fmt: skip
    digest = whole_digest(path)
    facts, errors, oddities = {}, [], list(_left_behind(pdf))
    for page in pages:
        try:
            dictionary = page_object(pdf, page)
            boxes = page_boxes(dictionary)
        except NoSuchPage as error:
            errors.append(Problem("pdf-page", f"there is no page {page}: {error}", "name one of them", value=page, limit=count))
        except MalformedPdf as error:
            errors.append(Problem("broken-pdf", f"page {page} cannot be placed: {error}", _ASK))
        else:
            media, trim, bleed = (boxes.shown(box) for box in (boxes.media, boxes.trim, boxes.bleed))
            facts[page] = PdfFacts(str(path), digest, page, count, media, trim, bleed, boxes.rotate)
            oddities += _annotations(dictionary, page)
    return facts, errors, oddities


def _left_behind(pdf: Pdf) -> Iterator[Problem]:
    """What the file has that paper has no place for."""
    root = pdf.Root
    scripts = entry(entry(root, "/Names"), "/JavaScript")
    if _acts(entry(root, "/OpenAction")) or entry(root, "/AA") is not None or scripts is not None:
        yield Problem("pdf-script", "the PDF has scripts or actions; they are left out", "")
    if items(entry(entry(entry(root, "/OCProperties"), "/D"), "/OFF")):
        yield Problem("pdf-layers", "the PDF has hidden layers, which would be printed", "ask for it without layers")


def _acts(action: object) -> bool:
    """Whether it is an action, and does more than go to a page."""
    return entry(action, "/S") not in (None, "/GoTo")


def _annotations(page: Object, number: int) -> Iterator[Problem]:
    if any(entry(a, "/Subtype") not in ("/Link", "/Popup", None) for a in items(page.get("/Annots"))):
        message = f"page {number} has comments or form fields; they are not printed"
        yield Problem("pdf-annotations", message, "ask for it flattened")
