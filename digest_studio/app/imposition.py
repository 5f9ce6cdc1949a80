"""The editions with several pages on a sheet: `spreads` as a reader sees them, `booklet` for the press or an office printer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.app.folding import Folding, SheetWishes, creep, signatures_of
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import mm

if TYPE_CHECKING:
    from digest_studio.app.session import Made
    from digest_studio.assets.outputs import OutputProfile
    from digest_studio.base.progress import Progress
    from digest_studio.display.document import Page
    from digest_studio.display.imposition import Side
    from digest_studio.display.sheets import Imposition
    from digest_studio.paint.pdf.edition import Edition


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
        creep=creep(folding, signatures), deepest=deepest(signatures, folding.gathered), marks=marks,
    )  # fmt: skip


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
