"""The edition for reading and correcting. It says of which state of the issue it is, so that one copy is told from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.progress import Progress

if TYPE_CHECKING:
    from digest_studio.display.document import Document
    from digest_studio.display.items import GlyphRun

SMALL_PPI = 150.0
"""Pixels per inch of photographs in a proof that is to be sent by e-mail."""

LONGEST_STAMP = 60
"""Characters; with more, a stamp is too small to be seen."""

_WIDE = 10_000.0  # points: what is set here stays on one line


def export_proof(
    made: Made, target: Path, pages: Collection[int] | None = None, progress: Progress | None = None, *, stamp: str = "",
    small: bool = False,
) -> tuple[Diagnostic, ...]:
    """Write the proof of all pages, or of those with the numbers `pages`, to `target`; what went wrong doing so.

    `target` is replaced when the new file is complete; until then, and if the work fails, it stays as it was. `stamp` is
    written across every page; `small` makes a file for e-mail, with photographs of `SMALL_PPI`.
    """
    from digest_studio.app.selection import select_pages

    document = made.document if pages is None else select_pages(made.document, pages)
    return write_proof(made, document, target, progress, stamp=stamp, small=small)


def write_proof(
    made: Made, document: Document, target: Path, progress: Progress | None, *, stamp: str = "", small: bool = False,
    marks: bool = False,
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """Write `document`, pages or spreads of the issue, as a proof. `marks`: there are some around its pages, which take the place
    of the name in the margin."""
    from dataclasses import replace

    from digest_studio.paint.pdf.edition import screen_edition
    from digest_studio.paint.pdf.over import over
    from digest_studio.paint.pdf.writer import write_edition

    mark = proof_fingerprint(made)
    more = {"Fingerprint": mark, "PicturePpi": f"{SMALL_PPI:g}" if small else ""}
    document = document._replace(info={**document.info, **more})
    name = "" if marks else proof_name(made, mark)
    edition = over(screen_edition(marks, links=True), _line(made, name), _line(made, stamp))
    return write_edition(document, target, replace(edition, picture_ppi=SMALL_PPI) if small else edition, progress)


def proof_name(made: Made, mark: str) -> str:
    """What stands in the margin: `Proof`, publication and period, the fingerprint."""
    said = ("Proof", made.issue.publication, made.issue.period, mark)
    return " · ".join(" ".join(part.split()) for part in said if part.strip())


def proof_fingerprint(made: Made) -> str:
    """The fingerprint of what the issue's folder holds: the same from the command line and from the studio, which may know
    more pictures than are shown, and did not look for those that agree in length and ends."""
    from digest_studio.assets.images import whole_digest
    from digest_studio.model.fingerprint import fingerprint
    from digest_studio.preflight.pictures import pictures

    shown = {(picture.file, picture.page) for picture in pictures(made.issue)}
    images = {name: facts for name, facts in made.images.items() if (name, 0) in shown}
    count = Counter(facts.digest for facts in images.values())
    digests = {
        name: whole_digest(Path(facts.path)) if count[facts.digest] > 1 else facts.digest for name, facts in images.items()
    }
    digests |= {f"{name} {page}": facts.digest for (name, page), facts in made.pdfs.items() if (name, page) in shown}
    return fingerprint(made.issue, digests)


def stamp_mistake(text: str) -> str:
    """What is wrong with a stamp's text, and what would be right; "" if nothing is."""
    if not text.strip() or not text.isprintable():
        return "a stamp is one line of text: --stamp DRAFT"
    if len(text) > LONGEST_STAMP:
        return f"a stamp of {len(text)} characters is too small to be seen; {LONGEST_STAMP} are the most"
    return ""


def _line(made: Made, text: str) -> tuple[GlyphRun, ...]:
    from digest_studio.app.slug import line_setter

    return tuple(run for line in line_setter(made)(text, _WIDE) for run in line.runs) if text else ()
