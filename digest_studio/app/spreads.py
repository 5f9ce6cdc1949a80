"""The edition with facing pages side by side: a proof, or for a printer who asks for it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from digest_studio.app.press import ForPress
    from digest_studio.app.session import Made
    from digest_studio.base.progress import Progress
    from digest_studio.display.document import Document

SIZE_RULE = "pdf-size"
"""What reading back says of pages of several sizes: here the cover is half as wide as the others."""


def export_spreads(
    made: Made, target: Path, pages: Collection[int] | None = None, progress: Progress | None = None, *,
    marks: bool = False, stamp: str = "", small: bool = False,
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """Write the spreads of all pages, or of those with the numbers `pages`, to `target` as a proof with its links.

    `stamp` and `small` as of any proof (`app.proof`).
    """
    from digest_studio.app.proof import proof_fingerprint, write_proof

    document = _spreads(made, pages)
    if marks:
        document = _marked(made, document, proof_fingerprint(made))
    return write_proof(made, document, target, progress, stamp=stamp, small=small, marks=marks)


def spreads_for_press(
    ready: ForPress, target: Path, pages: Collection[int] | None = None, progress: Progress | None = None, *,
    marks: bool | None = None,
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """Write the spreads as PDF/X-4; with marks, if there is no word about them, if issue or theme ask for them."""
    from digest_studio.app.press import read_sheets_again, usual_marks, write_for_press

    made = ready.made
    assert ready.output is not None
    marks = usual_marks(made) if marks is None else marks
    document = _spreads(made, pages)
    if marks:
        document = _marked(made, document, ready.output.description)
    problems = write_for_press(ready, document, marks, target, progress)
    found = read_sheets_again(ready, target, document, problems)
    return (*problems, *(problem for problem in found if problem.rule != SIZE_RULE))


def _spreads(made: Made, pages: Collection[int] | None) -> Document:
    from digest_studio.app.selection import select_pages
    from digest_studio.display.sheets import reader_spreads

    document = made.document if pages is None else select_pages(made.document, pages)
    return document._replace(pages=tuple(reader_spreads(document.pages)))


def _marked(made: Made, document: Document, state: str) -> Document:
    """The document with a printer's marks around each spread, below which stands `state`: output condition or fingerprint."""
    from digest_studio.app.slug import line_setter, said_of
    from digest_studio.display.marks import with_marks
    from digest_studio.display.sheets import spread_cuts

    about, line, single = said_of(made, state), line_setter(made), made.theme.width
    return document._replace(pages=tuple(
        with_marks(page, line(f"{about}  {page.label}", single - 60.0), spread_cuts(page, single)) for page in document.pages
    ))
