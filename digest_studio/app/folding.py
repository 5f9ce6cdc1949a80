"""How a booklet's sheets are folded: what may be asked for, and what speaks against it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from digest_studio.app.cover import cover_pages
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import mm, to_mm
from digest_studio.base.say import say

if TYPE_CHECKING:
    from digest_studio.app.session import Made
    from digest_studio.display.document import Page

MOST_PAPER, MOST_CREEP = 1.0, 10.0
"""Millimetres: what is thicker is no paper; what moves further is a slip of the pen."""

MOST_SIGNATURE = 512
GATHERED_SIGNATURE = 16
"""Pages of a signature where they are gathered and nobody says how large they are."""

LEAST_GUTTER = 3.0
"""Millimetres that should be left between type and fold when pages have moved towards it."""


class Folding(NamedTuple):
    """How a booklet's sheets are made. Lengths in mm.

    `up`: pages on a side, 2 or 4. `signature`: pages of the largest signature (None: the whole book is one). `gathered`:
    signatures lie one behind the other instead of in each other. `creep`: how far the innermost pages move towards the spine;
    or, `paper`, how thick a leaf is, from which that follows. `cover_apart`: the cover is a sheet of its own, on other paper, and
    what is in it a booklet without it.
    """

    up: int = 2
    signature: int | None = None
    gathered: bool = False
    creep: float | None = None
    paper: float | None = None
    cover_apart: bool = False


class SheetWishes(NamedTuple):
    """What may be asked of editions with several pages on a sheet. None: as is usual for the edition.

    `marks`: printer's marks around the sheet. `colours`: those of the press (PDF/X-4) or of the proof.
    """

    folding: Folding = Folding()
    marks: bool | None = None
    colours: Literal["press", "proof"] | None = None


def folding_mistake(folding: Folding) -> str:
    """What is wrong with the numbers of a folding, and what would be right; "" if nothing is."""
    sheet, signature = 2 * folding.up, folding.signature
    if folding.up not in (2, 4):
        return f"{folding.up} pages on a side of a sheet are not known: 2 or 4"
    if signature is not None and not (0 < signature <= MOST_SIGNATURE and signature % sheet == 0):
        near = min(MOST_SIGNATURE, max(sheet, round(signature / sheet) * sheet))
        return f"a signature of {signature} pages is not made of whole sheets, which have {sheet} pages: {near} would be right"
    if folding.creep is not None and folding.paper is not None:
        return "creep follows from the paper's thickness: give one of the two"
    if folding.creep is not None and not 0 <= folding.creep <= MOST_CREEP:
        return f"a creep of {folding.creep:g} mm is not possible: it is from 0 to {MOST_CREEP:g}"
    if folding.paper is not None and not 0 < folding.paper <= MOST_PAPER:
        return f"paper of {folding.paper:g} mm is not possible: 0.1 is usual, {MOST_PAPER:g} the most"
    return ""


def signatures_of(pages: int, folding: Folding) -> tuple[int, ...]:
    """The pages of each signature of a booklet of `pages`, blanks included."""
    from digest_studio.display.imposition import padded, signature_sizes

    whole = len(padded(pages, folding.up))
    largest = folding.signature or (GATHERED_SIGNATURE if folding.gathered else whole)
    return signature_sizes(whole, min(largest, whole), folding.up)


def creep(folding: Folding, signatures: tuple[int, ...]) -> float:
    """How far the innermost pages move, in points."""
    from digest_studio.display.imposition import deepest

    if folding.paper is None:
        return mm(folding.creep or 0.0)
    return mm(folding.paper * deepest(signatures, folding.gathered))


def folded_together(made: Made, folding: Folding, wanted: Collection[int] | None = None) -> tuple[tuple[Page, ...], Folding]:
    """The pages of the booklet on whose sheets `wanted` pages stand, and how it is folded: the whole issue. Where the cover goes
    apart, the cover alone if only its pages are wanted; else what is in it."""
    pages = made.document.pages
    if not folding.cover_apart:
        return pages, folding
    outside = cover_pages(len(pages))
    if wanted is not None and outside.issuperset(wanted):
        return tuple(page for page in pages if page.number in outside), Folding()
    return tuple(page for page in pages if page.number not in outside), folding


def folding_problems(made: Made, folding: Folding) -> Iterator[Diagnostic]:
    """What speaks against folding this issue so; an error if it cannot be folded."""
    pages, folding = folded_together(made, folding)
    if pages and not pages[0].right_hand:
        message = say("a booklet begins with a right-hand page, but this issue begins with page {first}",
                      first=made.issue.first_page)
        yield Diagnostic("booklet-first-page", message, say("give first-page an odd number"), page=1)
    signatures = signatures_of(len(pages), folding)
    blanks = sum(signatures) - len(pages)
    if blanks:
        yield Diagnostic(
            "booklet-blanks",
            say("{count} pages do not fill sheets of {sheet}; blank pages after the last page: {blanks}" if len(pages) % 2
                else "{count} pages do not fill sheets of {sheet}; blank pages before the back cover: {blanks}",
                count=len(pages), sheet=2 * folding.up, blanks=blanks),
            say("page-multiple: {sheet} plans {count} pages", sheet=2 * folding.up, count=sum(signatures)), Severity.WARNING,
            page=pages[-1].number, value=len(pages), limit=2 * folding.up,
        )  # fmt: skip
    if len(set(signatures)) > 1:
        even = -(-sum(signatures) // signatures[0])
        yield Diagnostic(
            "booklet-signatures", say("the signatures have {sizes} pages", sizes="+".join(map(str, signatures))),
            say("{count} pages, {signatures} signatures of {size}, may cost less",
                count=even * signatures[0], signatures=even, size=signatures[0]), Severity.INFO,
        )  # fmt: skip
    yield from _gutter(to_mm(creep(folding, signatures)), made.theme.margins.inside)


def _gutter(moved: float, gutter: float) -> Iterator[Diagnostic]:
    """What is wrong where pages move towards a fold from which type is `gutter` away (mm)."""
    if moved > max(0.0, gutter - LEAST_GUTTER):
        yield Diagnostic(
            "booklet-creep",
            say("the innermost pages move {creep:g} mm towards the fold, from which type is {gutter:g} mm away",
                creep=moved, gutter=gutter),
            say("take thinner paper, gather signatures (--gathered), or give the theme a wider inner margin"), Severity.WARNING,
            value=moved, limit=gutter - LEAST_GUTTER,
        )  # fmt: skip
