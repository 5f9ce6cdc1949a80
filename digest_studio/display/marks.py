"""A printer's marks around a page or sheet, as display items: crop, bleed, fold and registration marks, colour bar, what it is.

All stand outside the bleed. Crop marks are as thin as presses hold; registration marks and crop marks print in every ink.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Page
from digest_studio.display.items import Close, CurveTo, Group, Item, Move, Shape, TextLine, rectangle, rule

ALL_INKS = Colour((1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0), "all inks")

GAP = mm(1.0)
"""From the bleed to the nearest mark."""

_LENGTH = mm(6.0)
_DASH = mm(1.2)
_THIN = 0.25
_RADIUS = mm(1.6)
_PATCH = mm(5.0)
_CIRCLE = 0.5523  # how far a Bézier's handles reach to draw a quarter of a circle, in radii

_BAR = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 1, 0),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5), (0.5, 0.4, 0.4, 0),
)  # fmt: skip
"""Solids, overprints of two and three, halves, and the three-colour grey that shows a cast."""


class Cuts(NamedTuple):
    """Where a sheet is cut and folded, from its trim's top left corner: x of what is marked at its top and bottom, y of what is
    marked at its sides. `spine` and `head` are folds, from top to bottom and from side to side."""

    top: tuple[float, ...]
    bottom: tuple[float, ...]
    sides: tuple[float, ...]
    spine: float | None = None
    head: float | None = None


def with_marks(page: Page, information: tuple[TextLine, ...] = (), cuts: Cuts | None = None) -> Page:
    """The page cut at its bleed, with marks around it. `information` (origin: 0, 0) is set below the bleed, at the left.

    Without `cuts` it is cut at its trim and not folded.
    """
    cuts = cuts or Cuts((0.0, page.width), (0.0, page.width), (0.0, page.height))
    outside = Rect(0.0, 0.0, page.width, page.height).expanded(page.bleed)
    marks = (*_crop(page, cuts), *_bleed(page), *_folds(page, cuts), *_registration(page, outside, cuts), *_colour_bar(outside))
    said = Group(information, dx=mm(12.0), dy=outside.bottom + GAP + mm(5.5))
    return page._replace(items=(Group(page.items, clip=outside), *marks, said))


def _crop(page: Page, cuts: Cuts) -> Iterator[Item]:
    near = page.bleed + GAP
    for x in cuts.top:
        yield _mark(x, -near, 0, -_LENGTH)
    for x in cuts.bottom:
        yield _mark(x, page.height + near, 0, _LENGTH)
    for y in cuts.sides:
        yield _mark(-near, y, -_LENGTH, 0)
        yield _mark(page.width + near, y, _LENGTH, 0)


def _bleed(page: Page) -> Iterator[Item]:
    """Marks half as long at the corners of the bleed."""
    near, length = page.bleed + GAP, _LENGTH / 2
    if not page.bleed:
        return
    for x in (-page.bleed, page.width + page.bleed):
        yield _mark(x, -near, 0, -length)
        yield _mark(x, page.height + near, 0, length)
    for y in (-page.bleed, page.height + page.bleed):
        yield _mark(-near, y, -length, 0)
        yield _mark(page.width + near, y, length, 0)


def _folds(page: Page, cuts: Cuts) -> Iterator[Item]:
    """Dashes where the sheet is folded."""
    near = page.bleed + GAP
    for away in (near, near + 2 * _DASH, near + 4 * _DASH):
        if cuts.spine is not None:
            yield _mark(cuts.spine, -away, 0, -_DASH)
            yield _mark(cuts.spine, page.height + away, 0, _DASH)
        if cuts.head is not None:
            yield _mark(-away, cuts.head, -_DASH, 0)
            yield _mark(page.width + away, cuts.head, _DASH, 0)


def _mark(x: float, y: float, dx: float, dy: float) -> Shape:
    """A thin line from (x, y) on by (dx, dy)."""
    return rule(x, y, x + dx, y + dy, _THIN, ALL_INKS)


def _registration(page: Page, outside: Rect, cuts: Cuts) -> Iterator[Item]:
    """A cross in a circle at the middle of each side, or at three quarters of it where it is folded in the middle."""
    away = GAP + mm(3.0)
    middle = page.width * (0.5 if cuts.spine is None else 0.75)
    centre = page.height * (0.5 if cuts.head is None else 0.75)
    above_and_below = ((middle, outside.y - away), (middle, outside.bottom + away))
    for x, y in (*above_and_below, (outside.x - away, centre), (outside.right + away, centre)):
        yield rule(x - 1.6 * _RADIUS, y, x + 1.6 * _RADIUS, y, _THIN, ALL_INKS)
        yield rule(x, y - 1.6 * _RADIUS, x, y + 1.6 * _RADIUS, _THIN, ALL_INKS)
        yield _circle(x, y, _RADIUS)


def _circle(x: float, y: float, radius: float) -> Shape:
    k = radius * _CIRCLE
    return Shape(
        (
            Move(x + radius, y), CurveTo(x + radius, y + k, x + k, y + radius, x, y + radius),
            CurveTo(x - k, y + radius, x - radius, y + k, x - radius, y),
            CurveTo(x - radius, y - k, x - k, y - radius, x, y - radius),
            CurveTo(x + k, y - radius, x + radius, y - k, x + radius, y), Close(),
        ),
        stroke=ALL_INKS, line_width=_THIN,
    )  # fmt: skip


def _colour_bar(outside: Rect) -> Iterator[Item]:
    """Patches above the bleed, at the left of the registration mark where they all find room."""
    room = outside.width / 2 - mm(20.0)
    patch = min(_PATCH, room / len(_BAR))
    for i, cmyk in enumerate(_BAR):
        c, m, y, k = cmyk
        screen = ((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k))
        box = Rect(outside.x + mm(12.0) + i * patch, outside.y - GAP - patch, patch, patch)
        yield rectangle(box, Colour((float(c), float(m), float(y), float(k)), screen))
