"""The editions with several pages on a sheet: `spreads` as a reader sees them, `booklet` for the press or an office printer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import mm, to_mm
from digest_studio.base.say import say

if TYPE_CHECKING:
    from digest_studio.app.session import Made
    from digest_studio.assets.outputs import OutputProfile
    from digest_studio.base.progress import Progress
    from digest_studio.display.document import Page
    from digest_studio.display.imposition import Side
    from digest_studio.display.sheets import Imposition
    from digest_studio.paint.pdf.edition import Edition

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
    or, `paper`, how thick a leaf is, from which that follows.
    """

    up: int = 2
    signature: int | None = None
    gathered: bool = False
    creep: float | None = None
    paper: float | None = None


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


def folding_problems(made: Made, folding: Folding) -> Iterator[Diagnostic]:
    """What speaks against folding this issue so; an error if it cannot be folded."""
    pages = made.document.pages
    if pages and not pages[0].right_hand:
        message = say("a booklet begins with a right-hand page, but this issue begins with page {first}",
                      first=made.issue.first_page)
        yield Diagnostic("booklet-first-page", message, say("give first-page an odd number"), page=1)
    signatures = signatures_of(len(pages), folding)
    blanks = sum(signatures) - len(pages)
    if blanks:
        yield Diagnostic(
            "booklet-blanks",
            say("{count} pages do not fill sheets of {sheet}: {blanks} blank pages stand after the last page" if len(pages) % 2
                else "{count} pages do not fill sheets of {sheet}: {blanks} blank pages stand before the back cover",
                count=len(pages), sheet=2 * folding.up, blanks=blanks),
            say("page-multiple: {sheet} plans {count} pages", sheet=2 * folding.up, count=sum(signatures)), Severity.WARNING,
            page=len(pages), value=len(pages), limit=2 * folding.up,
        )  # fmt: skip
    if len(set(signatures)) > 1:
        sizes = "+".join(map(str, signatures))
        even = -(-sum(signatures) // signatures[0])
        yield Diagnostic(
            "booklet-signatures", say("the signatures have {sizes} pages", sizes=sizes),
            say("{count} pages, {signatures} signatures of {size}, may cost less",
                count=even * signatures[0], signatures=even, size=signatures[0]), Severity.INFO,
        )  # fmt: skip
    creep = to_mm(_creep(folding, signatures))
    gutter = made.theme.margins.inside
    if creep > max(0.0, gutter - LEAST_GUTTER):
        yield Diagnostic(
            "booklet-creep",
            say("the innermost pages move {creep:g} mm towards the fold, from which type is {gutter:g} mm away",
                creep=creep, gutter=gutter),
            say("take thinner paper, gather signatures (--gathered), or give the theme a wider inner margin"), Severity.WARNING,
            value=creep, limit=gutter - LEAST_GUTTER,
        )  # fmt: skip


def export_spreads(
    made: Made, output: OutputProfile | None, wishes: SheetWishes, target: Path, pages: Collection[int] | None = None,
    progress: Progress | None = None,
) -> tuple[Diagnostic, ...]:
    """Write the reader's spreads to `target`: in the inks of `output`, or as a proof with its links if there is none.

    For the press there are marks if issue or theme ask for them.
    """
    from digest_studio.app.press import usual_marks
    from digest_studio.app.selection import select_pages
    from digest_studio.display.sheets import reader_spreads, spread_cuts
    from digest_studio.paint.pdf.writer import write_edition

    document = made.document if pages is None else select_pages(made.document, pages)
    marks = (output is not None and usual_marks(made)) if wishes.marks is None else wishes.marks
    spreads = list(reader_spreads(document.pages))
    if marks:
        from digest_studio.app.slug import line_setter
        from digest_studio.display.marks import with_marks

        said, line, single = _about(made, output), line_setter(made), made.theme.width
        spreads = [
            with_marks(page, line(f"{said}  {page.label}", single - 60.0), spread_cuts(page, single)) for page in spreads
        ]
    return write_edition(document._replace(pages=tuple(spreads)), target, _edition(output, marks, links=True), progress)


def export_booklet(
    made: Made, output: OutputProfile | None, wishes: SheetWishes, target: Path, pages: Collection[int] | None = None,
    progress: Progress | None = None,
) -> tuple[Diagnostic, ...]:
    """Write the sides of the booklet's sheets to `target`, all or those of the sheets on which `pages` stand.

    In the inks of `output` with bleed and marks for the press; without it for an office printer: two pages exactly fill a sheet.
    """
    from digest_studio.paint.pdf.writer import write_edition

    marks = output is not None if wishes.marks is None else wishes.marks
    document = made.document._replace(pages=tuple(_sheets(made, output, wishes.folding, marks, pages)), bookmarks=())
    return write_edition(document, target, _edition(output, marks, links=False), progress)


def _sheets(
    made: Made, output: OutputProfile | None, folding: Folding, marks: bool, wanted: Collection[int] | None,
) -> Iterator[Page]:
    """The sides of the sheets that carry `wanted` pages, with marks if they are asked for."""
    from digest_studio.display.imposition import impose
    from digest_studio.display.sheets import sheet_side

    signatures = signatures_of(len(made.document.pages), folding)
    sides = tuple(impose(folding.up, signatures, folding.gathered))
    imposition = _imposition(made, folding, signatures, bleed=output is not None or marks, marks=marks)
    mark = _marker(made, output, imposition, len(sides) // 2, len(signatures)) if marks else None
    numbers = {side.sheet: set[int]() for side in sides}
    for side in sides:
        numbers[side.sheet].update(page.number for page in _pages_on(imposition, side) if page)
    for side in sides:
        if wanted is None or numbers[side.sheet].intersection(wanted):
            sheet = sheet_side(imposition, side)
            yield mark(side, sheet) if mark else sheet


def _imposition(made: Made, folding: Folding, signatures: tuple[int, ...], bleed: bool, marks: bool) -> Imposition:
    from digest_studio.display.imposition import deepest, padded
    from digest_studio.display.sheets import Imposition

    pages = made.document.pages
    book = tuple(pages[number - 1] if number else None for number in padded(len(pages), folding.up))
    theme = made.theme
    return Imposition(
        book, theme.width, theme.height, mm(theme.page.bleed) if bleed else 0.0, rows=folding.up // 2,
        creep=_creep(folding, signatures), deepest=deepest(signatures, folding.gathered), marks=marks,
    )  # fmt: skip


def _creep(folding: Folding, signatures: tuple[int, ...]) -> float:
    """How far the innermost pages move, in points."""
    from digest_studio.display.imposition import deepest

    if folding.paper is None:
        return mm(folding.creep or 0.0)
    return mm(folding.paper * deepest(signatures, folding.gathered))


def _marker(
    made: Made, output: OutputProfile | None, imposition: Imposition, sheets: int, signatures: int,
) -> Callable[[Side, Page], Page]:
    """What puts marks around a side of a sheet, and says below which one it is."""
    from digest_studio.app.slug import line_setter
    from digest_studio.display.marks import with_marks
    from digest_studio.display.sheets import sheet_cuts

    about, line = _about(made, output), line_setter(made)

    def marked(side: Side, sheet: Page) -> Page:
        pages = ", ".join(str(page.number) if page else "blank" for page in _pages_on(imposition, side))
        said = f"{about}  sheet {side.sheet}/{sheets} {'front' if side.front else 'back'}: {pages}"
        if signatures > 1:
            said += f"  signature {side.signature}/{signatures}"
        return with_marks(sheet, line(said, imposition.width - 60.0), sheet_cuts(imposition, side))

    return marked


def _pages_on(imposition: Imposition, side: Side) -> tuple[Page | None, ...]:
    return tuple(imposition.book[cell.position - 1] for cell in side.cells)


def _about(made: Made, output: OutputProfile | None) -> str:
    said = f"{made.issue.publication}  {made.issue.period}"
    return f"{said}  {output.description}" if output else said


def _edition(output: OutputProfile | None, marks: bool, links: bool) -> Edition:
    from digest_studio.app.press import pictures_folder
    from digest_studio.paint.pdf.edition import Press, print_edition, screen_edition

    if output is None:
        return screen_edition(marks, links)
    return print_edition(Press(output, pictures_folder()), marks)
