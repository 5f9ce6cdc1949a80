"""The edition whose sheets are folded: for the press, or for an office printer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest_studio.app.folding import Folding, creep, folded_together, signatures_of
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import mm

if TYPE_CHECKING:
    from digest_studio.app.press import ForPress
    from digest_studio.app.session import Made
    from digest_studio.base.progress import Progress
    from digest_studio.display.document import Document, Page
    from digest_studio.display.imposition import Side
    from digest_studio.display.sheets import Imposition


def export_booklet(
    made: Made, folding: Folding, target: Path, pages: Collection[int] | None = None, progress: Progress | None = None, *,
    marks: bool = False,
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """Write the sides of the booklet's sheets to `target` in screen colours, all or those of the sheets on which `pages` stand.

    Without marks there is no bleed: the pages exactly fill an office printer's paper.
    """
    from digest_studio.paint.pdf.edition import screen_edition
    from digest_studio.paint.pdf.writer import write_edition

    booklet = _booklet(made, folding, pages, bleed=marks, marks=marks)
    upright = 2 * booklet.imposition.width <= booklet.imposition.rows * booklet.imposition.height
    edition = screen_edition(marks, links=False, duplex="Long" if upright else "Short")
    return write_edition(_document(made, booklet, pages, ""), target, edition, progress)


def booklet_for_press(
    ready: ForPress, folding: Folding, target: Path, pages: Collection[int] | None = None, progress: Progress | None = None, *,
    marks: bool = True,
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """Write the sides of the booklet's sheets to `target` as PDF/X-4, all or those of the sheets on which `pages` stand."""
    from digest_studio.app.press import read_sheets_again, write_for_press

    assert ready.output is not None
    booklet = _booklet(ready.made, folding, pages, bleed=True, marks=marks)
    document = _document(ready.made, booklet, pages, ready.output.description)
    problems = write_for_press(ready, document, marks, target, progress)
    return (*problems, *read_sheets_again(ready, target, document, problems))


class _Booklet(NamedTuple):
    """How pages lie on sheets, and the sides of all of these."""

    imposition: Imposition
    sides: tuple[Side, ...]


def _booklet(made: Made, folding: Folding, wanted: Collection[int] | None, bleed: bool, marks: bool) -> _Booklet:
    """The booklet that is folded of the issue, or of its cover or inside alone."""
    from digest_studio.display.imposition import deepest, impose, padded
    from digest_studio.display.sheets import Imposition

    pages, folding = folded_together(made, folding, wanted)
    theme, signatures = made.theme, signatures_of(len(pages), folding)
    imposition = Imposition(
        tuple(pages[number - 1] if number else None for number in padded(len(pages), folding.up)),
        theme.width, theme.height, mm(theme.page.bleed) if bleed else 0.0, rows=folding.up // 2,
        creep=creep(folding, signatures), deepest=deepest(signatures, folding.gathered), marks=marks,
    )  # fmt: skip
    return _Booklet(imposition, tuple(impose(folding.up, signatures, folding.gathered)))


def _document(made: Made, booklet: _Booklet, wanted: Collection[int] | None, condition: str) -> Document:
    """The sides of the sheets that carry `wanted` pages, with marks if they are asked for."""
    from digest_studio.display.sheets import sheet_side

    imposition, sides = booklet
    on_sheet = {side.sheet: set[int]() for side in sides}
    for side in sides:
        on_sheet[side.sheet].update(page.number for page in _pages_on(imposition, side) if page)
    kept = (side for side in sides if wanted is None or on_sheet[side.sheet].intersection(wanted))
    finish = _marker(made, sides, condition) if imposition.marks else sheet_side
    return made.document._replace(pages=tuple(finish(imposition, side) for side in kept), bookmarks=())


def _marker(
    made: Made, sides: Sequence[Side], condition: str,
) -> Callable[[Imposition, Side], Page]:
    """What makes a side of a sheet with marks around it, and says below which one it is."""
    from digest_studio.app.slug import line_setter, said_of
    from digest_studio.display.marks import with_marks
    from digest_studio.display.sheets import sheet_cuts, sheet_side

    about, line = said_of(made, condition), line_setter(made)
    sheets, signatures = (sides[-1].sheet, sides[-1].signature) if sides else (0, 0)

    def marked(imposition: Imposition, side: Side) -> Page:
        pages = ", ".join(str(page.number) if page else "blank" for page in _pages_on(imposition, side))
        said = f"{about}  sheet {side.sheet}/{sheets} {'front' if side.front else 'back'}: {pages}"
        if signatures > 1:
            said += f"  signature {side.signature}/{signatures}"
        return with_marks(sheet_side(imposition, side), line(said, imposition.width - 60.0), sheet_cuts(imposition, side))

    return marked


def _pages_on(imposition: Imposition, side: Side) -> tuple[Page | None, ...]:
    return tuple(imposition.book[cell.position - 1] for cell in side.cells)
