"""Opening PDFs that others made: qpdf with limits. pikepdf is imported here, when the first PDF is met."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.assets.limits import MAX_PDF_BYTES, MAX_PDF_NESTING, MAX_PDF_STREAM_BYTES
from digest_studio.assets.pdfboxes import MalformedPdf
from digest_studio.base.say import say, say_count

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MAX_WARNINGS = 200
_MAX_CONTAINER = 200_000


class EncryptedPdf(MalformedPdf):
    """The file is encrypted, with a password or with restrictions."""


class NoSuchPage(MalformedPdf):
    """The file has fewer pages."""


def open_pdf(path: Path, most_bytes: int = MAX_PDF_BYTES) -> Pdf:
    """The PDF at `path`, to be closed by the caller. Raises OSError, EncryptedPdf and MalformedPdf."""
    import pikepdf
    import pikepdf.settings

    if path.stat().st_size > most_bytes:
        raise MalformedPdf(say("it is larger than {size} MB", size=most_bytes >> 20))
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what it has to say of damaged files is said in our words
    pikepdf.settings.set_qpdf_limits(
        parser_max_nesting=MAX_PDF_NESTING,
        parser_max_container_size=_MAX_CONTAINER,
        doc_max_warnings=_MAX_WARNINGS,
        flate_max_memory=MAX_PDF_STREAM_BYTES,
        run_length_max_memory=MAX_PDF_STREAM_BYTES,
        png_max_memory=MAX_PDF_STREAM_BYTES,
        tiff_max_memory=MAX_PDF_STREAM_BYTES,
    )
    try:
        pdf = pikepdf.open(path, suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise EncryptedPdf(say("it is encrypted")) from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise MalformedPdf(say("it is damaged, or no PDF")) from error
    if pdf.is_encrypted:
        pdf.close()
        raise EncryptedPdf(say("it is encrypted"))
    return pdf


def page_object(pdf: Pdf, page: int) -> Object:
    """The dictionary of page `page`, counted from 1. Raises NoSuchPage and MalformedPdf."""
    count = page_count(pdf)
    if not 1 <= page <= count:
        raise NoSuchPage(say_count("it has {count} page", "it has {count} pages", count=count))
    return pdf.pages[page - 1].obj


def page_count(pdf: Pdf) -> int:
    """How many pages the PDF has. Raises MalformedPdf if its page tree is damaged."""
    try:
        return len(pdf.pages)
    except (RuntimeError, ValueError) as error:  # pikepdf's errors among them
        raise MalformedPdf(say("its pages cannot be listed")) from error
