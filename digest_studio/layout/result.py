"""What layout hands to the plan: an article's pages as display items, and what it cost to make them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect
from digest_studio.display.items import Item, Tag
from digest_studio.model.issue import Photo

NOTHING: Mapping[str, float] = {}


class BleedImage(NamedTuple):
    """A photograph that runs off the trim: its box in the type area's coordinates and the sides it bleeds from.

    Where the trim is depends on the page's side, so the plan makes the placed image, and its frame by `name`.
    """

    photo: Photo
    box: Rect
    left: bool
    right: bool
    top: bool
    bottom: bool
    tag: Tag
    name: str = ""


class ArticlePage(NamedTuple):
    """One page of an article. Items in points from the type area's top left corner, `bleeds` painted before them.

    `used` is the filled fraction of the text columns, `lines` of their `room` grid lines; `end` the first free grid line below
    everything on the page; `furniture` False asks for a page without folio and running foot (a picture covers it).
    """

    items: tuple[Item, ...]
    box: Rect
    bleeds: tuple[BleedImage, ...] = ()
    used: float = 1.0
    end: int = 0
    furniture: bool = True
    lines: int = 0
    room: int = 0


class ArticleLayout(NamedTuple):
    """An article laid out in one template. `lines_over` > 0: so many lines found no place. `spent` says what gave.

    `start` > 0: its first page is the last one of the article before it, from that grid line on. `ads`: the sizes of the
    advertisements for which its last page has room.
    """

    article: str
    template: str
    pages: tuple[ArticlePage, ...]
    lines_over: int = 0
    spent: Mapping[str, float] = NOTHING
    cost: Mapping[str, float] = NOTHING
    spread: bool = False
    start: int = 0
    problems: tuple[Diagnostic, ...] = ()
    ads: tuple[str, ...] = ()

    @property
    def price(self) -> float:
        """What it costs, all parts together."""
        return sum(self.cost.values())
