"""The order in which pages stand on a printer's sheets, so that the folded sheets give them in reading order. Numbers alone.

A sheet is printed on both sides and turned over from left to right. Two-up it has one row of two pages and is folded once, at
the spine. Four-up it has two rows, head to head: the upper half is folded behind the lower one, then the sheet at the spine.
Sheets of a signature lie in each other; signatures lie in each other (saddle stitch) or one behind the other (gathered).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

TWO_UP, FOUR_UP = 2, 4


class Cell(NamedTuple):
    """One page's place on a side of a sheet, as one looks at that side.

    `position` counts in reading order from 1. `row` 0 is the lower one, whose pages stand upright; pages of row 1 are turned by
    180 degrees. `depth` is how many leaves lie around the page's own when everything is folded.
    """

    position: int
    row: int
    right: bool
    depth: int

    @property
    def turned(self) -> bool:
        return self.row == 1

    @property
    def right_hand(self) -> bool:
        """Whether the page is a right-hand one: the side of the spine on which it stands when it is upright."""
        return self.right != self.turned


class Side(NamedTuple):
    """One side of a sheet. `sheet` and `signature` count from 1, the outermost and the first."""

    sheet: int
    signature: int
    front: bool
    cells: tuple[Cell, ...]


def pages_of_sheet(up: int) -> int:
    """Pages on both sides of a sheet."""
    return 2 * up


def signature_sizes(pages: int, largest: int, up: int) -> tuple[int, ...]:
    """The pages of each signature, the largest first: `largest`, then its halves as long as they are whole sheets.

    `pages` and `largest` are multiples of a sheet's pages. 44 pages in signatures of 16 are 16, 16, 8 and 4.
    """
    sheet = pages_of_sheet(up)
    sizes: list[int] = []
    size = largest
    while pages:
        sizes += [size] * (pages // size)
        pages %= size
        size = size // 2 if size // 2 % sheet == 0 else sheet
    return tuple(sizes)


def padded(pages: int, up: int) -> tuple[int | None, ...]:
    """Each place of a book of whole sheets with the page (from 1) that stands there; None is a blank.

    Blanks stand before the back cover; after the last page where that is a right-hand one.
    """
    numbers, blanks = range(1, pages + 1), (None,) * (-pages % pages_of_sheet(up))
    return (*numbers, *blanks) if pages % 2 else (*numbers[:-1], *blanks, *numbers[-1:])


def impose(up: int, signatures: tuple[int, ...], gathered: bool = False) -> Iterator[Side]:
    """The sides of all sheets, front before back: in saddle stitch the outermost sheet first.

    `signatures` are the pages of each, multiples of a sheet's. Where they are not gathered, they lie in each other, the first
    around the others.
    """
    sheets = [size // pages_of_sheet(up) for size in signatures]
    signature_of = [number for number, count in enumerate(sheets, 1) for _ in range(count)]
    sections = _sections(signatures, gathered)
    sheet = start = 0
    for size in sections:
        for leaf in range(0, size // 4, up // 2):
            for front, cells in ((True, _front), (False, _back)):
                yield Side(sheet + 1, signature_of[sheet], front, tuple(cells(start, size, leaf, up)))
            sheet += 1
        start += size


def deepest(signatures: tuple[int, ...], gathered: bool = False) -> int:
    """How many leaves lie around the innermost one."""
    return max(0, max(_sections(signatures, gathered), default=0) // 4 - 1)


def _sections(signatures: tuple[int, ...], gathered: bool) -> tuple[int, ...]:
    """The pages of each stack of sheets that lie in each other."""
    return signatures if gathered else (sum(signatures),)


def _front(start: int, size: int, leaf: int, up: int) -> Iterator[Cell]:
    """Four-up, of a book of eight pages: 8 and 1, above them 5 and 4 head down."""
    first, last = start + 2 * leaf + 1, start + size - 2 * leaf
    yield Cell(last, 0, False, leaf)
    yield Cell(first, 0, True, leaf)
    if up == FOUR_UP:
        yield Cell(last - 3, 1, False, leaf + 1)
        yield Cell(first + 3, 1, True, leaf + 1)


def _back(start: int, size: int, leaf: int, up: int) -> Iterator[Cell]:
    """Four-up, of a book of eight pages: 2 and 7, above them 3 and 6 head down."""
    first, last = start + 2 * leaf + 1, start + size - 2 * leaf
    yield Cell(first + 1, 0, False, leaf)
    yield Cell(last - 1, 0, True, leaf)
    if up == FOUR_UP:
        yield Cell(first + 2, 1, False, leaf + 1)
        yield Cell(last - 2, 1, True, leaf + 1)
