"""Where pages lie: reader's spreads one below the other, every spine on x = 0. Units are points; y grows downwards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page

GAP = 40.0
"""Points between spreads, which leaves room for the bleed of both."""
MARGIN = 40.0
"""Points around everything."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A page on the board: `trim` is where its trimmed sheet lies; `paired` whether another page lies at its spine."""

    page: Page
    trim: Rect
    paired: bool

    @property
    def sheet(self) -> Rect:
        """The trim with the bleed on the sides where no other page lies."""
        bleed, trim = self.page.bleed, self.trim
        left = 0.0 if self.paired and self.page.right_hand else bleed
        right = 0.0 if self.paired and not self.page.right_hand else bleed
        return Rect(trim.x - left, trim.y - bleed, trim.width + left + right, trim.height + 2 * bleed)


@dataclass(frozen=True, slots=True)
class Spread:
    """One or two pages that a reader sees at once; `box` holds their trims."""

    pages: tuple[Lying, ...]
    box: Rect


@dataclass(frozen=True, slots=True)
class Board:
    """All spreads. `bounds` is their box with the margin around; `largest` the widest and the highest a spread is."""

    spreads: tuple[Spread, ...]
    bounds: Rect
    largest: tuple[float, float] = (0.0, 0.0)
    _tops: tuple[float, ...] = ()
    _places: dict[int, tuple[int, Lying]] = field(default_factory=dict)

    @property
    def page_count(self) -> int:
        return len(self._places)

    def within(self, top: float, bottom: float) -> Iterator[Lying]:
        """The pages that lie between two heights, from the top."""
        first = max(0, bisect_right(self._tops, top - GAP) - 1)
        for spread in self.spreads[first:]:
            if spread.box.y > bottom + GAP:
                return
            yield from spread.pages

    def lying(self, number: int) -> Lying | None:
        """Where the page with that physical number lies."""
        found = self._places.get(number)
        return found[1] if found else None

    def spread_of(self, number: int) -> int | None:
        """The index of the spread that holds the page."""
        found = self._places.get(number)
        return found[0] if found else None

    def spread_at(self, y: float) -> int:
        """The index of the spread at that height, or of the nearest one above it. An empty board has none: 0."""
        return max(0, bisect_right(self._tops, y + GAP / 2) - 1)

    def at(self, x: float, y: float) -> Lying | None:
        """The page that lies under a point."""
        for each in self.within(y, y):
            trim = each.trim
            if trim.x <= x < trim.right and trim.y <= y < trim.bottom:
                return each
        return None


def arrange(pages: Sequence[Page]) -> Board:
    """Lay the pages out: a left-hand page and the right-hand page after it face each other, others lie alone."""
    spreads: list[Spread] = []
    places: dict[int, tuple[int, Lying]] = {}
    y = 0.0
    for pair in _pairs(pages):
        lying = tuple(Lying(page, _trim(page, y), len(pair) == 2) for page in pair)
        height = max(page.height for page in pair)
        left = lying[0].trim.x
        places.update({each.page.number: (len(spreads), each) for each in lying})
        spreads.append(Spread(lying, Rect(left, y, lying[-1].trim.right - left, height)))
        y += height + GAP
    if not spreads:
        return Board((), Rect(0.0, 0.0, 0.0, 0.0))
    reach = max(max(-spread.box.x, spread.box.right) for spread in spreads)
    bounds = Rect(-reach, 0.0, 2 * reach, y - GAP).expanded(MARGIN)
    largest = (max(spread.box.width for spread in spreads), max(spread.box.height for spread in spreads))
    return Board(tuple(spreads), bounds, largest, tuple(spread.box.y for spread in spreads), places)


def _pairs(pages: Sequence[Page]) -> Iterator[tuple[Page, ...]]:
    waiting: Page | None = None
    for page in pages:
        if waiting is not None and page.right_hand:
            yield waiting, page
            waiting = None
            continue
        if waiting is not None:
            yield (waiting,)
        waiting = None if page.right_hand else page
        if page.right_hand:
            yield (page,)
    if waiting is not None:
        yield (waiting,)


def _trim(page: Page, y: float) -> Rect:
    return Rect(0.0 if page.right_hand else -page.width, y, page.width, page.height)
