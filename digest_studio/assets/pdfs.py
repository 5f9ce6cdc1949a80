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
from digest_studio.base.say import NOTHING, reason, say

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_ASK = say("ask the advertiser for it as PDF/X")


def look_into_pdf(path: Path, pages: tuple[int, ...]) -> tuple[dict[int, PdfFacts], list[Problem], list[Problem]]:
    """Facts of each of `pages` (from 1), errors of pages without facts, and what is odd about the others.

    Raises Problem when the file cannot be used, OSError when it cannot be read.
    """
    size = path.stat().st_size
    if not path.is_file():
        raise Problem("broken-pdf", say("it is no file"), say("name a PDF file"))
    if size > MAX_PDF_BYTES:
        raise Problem(
            "pdf-too-large", say("the file has {size} MB", size=size >> 20),
            say("PDFs may have {most} MB: ask the advertiser for it as PDF/X, smaller", most=MAX_PDF_BYTES >> 20),
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
        raise Problem(
            "encrypted-pdf", say("the PDF is protected by a password"), say("ask the advertiser for it without")
        ) from error
    except MalformedPdf as error:
        raise Problem("broken-pdf", say("the PDF cannot be used: {reason}", reason=reason(error)), _ASK) from error


def _no_pdf(head: bytes) -> Problem:
    if not head:
        return Problem("broken-pdf", say("the file is empty"), say("copy it here again"))
    kind = image_format(head)
    if kind is not None:
        return Problem("wrong-format", say("the file is a {kind}, no PDF", kind=kind), say("give it the suffix of an image"))
    return Problem("broken-pdf", say("the file is no PDF: it begins with other bytes"), say("copy it here again"))


def _pages_facts(pdf: Pdf, path: Path, pages: tuple[int, ...]) -> tuple[dict[int, PdfFacts], list[Problem], list[Problem]]:
    count = page_count(pdf)
    if count > MAX_PDF_PAGES:
        raise Problem(
            "pdf-too-large", say("the PDF has {count} pages", count=count),
            say("{most} are allowed: ask for the advertisement alone", most=MAX_PDF_PAGES),
            value=count, limit=MAX_PDF_PAGES,
        )  # fmt: skip
    digest = whole_digest(path)
    facts, errors, oddities = {}, [], list(_left_behind(pdf))
    for page in pages:
        try:
            dictionary = page_object(pdf, page)
            boxes = page_boxes(dictionary)
        except NoSuchPage as error:
            errors.append(
                Problem(
                    "pdf-page",
                    say("there is no page {page}: {reason}", page=page, reason=reason(error)),
                    say("name one of them"),
                    value=page,
                    limit=count,
                )
            )
        except MalformedPdf as error:
            errors.append(
                Problem("broken-pdf", say("page {page} cannot be placed: {reason}", page=page, reason=reason(error)), _ASK)
            )
        else:
            media, trim, bleed = (boxes.shown(box).scaled(boxes.unit) for box in (boxes.media, boxes.trim, boxes.bleed))
            facts[page] = PdfFacts(str(path), digest, page, count, media, trim, bleed, boxes.rotate)
            oddities += _annotations(dictionary, page)
    return facts, errors, oddities


def _left_behind(pdf: Pdf) -> Iterator[Problem]:
    """What the file has that paper has no place for."""
    root = pdf.Root
    scripts = entry(entry(root, "/Names"), "/JavaScript")
    if _acts(entry(root, "/OpenAction")) or entry(root, "/AA") is not None or scripts is not None:
        yield Problem("pdf-script", say("the PDF has scripts or actions; they are left out"), NOTHING)
    if items(entry(entry(entry(root, "/OCProperties"), "/D"), "/OFF")):
        yield Problem("pdf-layers", say("the PDF has hidden layers; they are left out"), NOTHING)


def _acts(action: object) -> bool:
    """Whether it is an action, and does more than go to a page."""
    return entry(action, "/S") not in (None, "/GoTo")


def _annotations(page: Object, number: int) -> Iterator[Problem]:
    if any(entry(a, "/Subtype") not in ("/Link", "/Popup", None) for a in items(page.get("/Annots"))):
        message = say("page {number} has comments or form fields; they are not printed", number=number)
        yield Problem("pdf-annotations", message, say("ask for it flattened"))
