"""A printer's marks around a page, as display items: crop and bleed marks, registration marks, colour bar, page information.

All stand outside the bleed. Crop marks are as thin as presses hold; registration marks and crop marks print in every ink.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Page
from digest_studio.display.items import Close, CurveTo, Group, Item, Move, Shape, TextLine, rectangle, rule

ALL_INKS = Colour((1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0), "all inks")

GAP = mm(1.0)
"""From the bleed to the nearest mark."""

_LENGTH = mm(6.0)
_THIN = 0.25
_RADIUS = mm(1.6)
_PATCH = mm(5.0)
_CIRCLE = 0.5523  # how far a Bézier's handles reach to draw a quarter of a circle, in radii

_BAR = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 1, 0),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5), (0.5, 0.4, 0.4, 0),
)  # fmt: skip
"""Solids, overprints of two and three, halves, and the three-colour grey that shows a cast."""


def with_marks(page: Page, information: tuple[TextLine, ...] = ()) -> Page:
    """The page cut at its bleed, with marks around it. `information` (origin: 0, 0) is set below the bleed, at the left."""
    bleed = page.bleed
    outside = Rect(0.0, 0.0, page.width, page.height).expanded(bleed)
    marks = (*_corners(page), *_registration(page, outside), *_colour_bar(outside))
    said = Group(information, dx=mm(12.0), dy=outside.bottom + GAP + mm(5.5))
    return page._replace(items=(Group(page.items, clip=outside), *marks, said))


def _corners(page: Page) -> Iterator[Item]:
    """Crop marks at the trim's corners and, shorter, bleed marks at the bleed's."""
    near = page.bleed + GAP
    for at, length in ((0.0, _LENGTH), (page.bleed, _LENGTH / 2)) if page.bleed else ((0.0, _LENGTH),):
        for x in (-at, page.width + at):
            yield rule(x, -near - length, x, -near, _THIN, ALL_INKS)
            yield rule(x, page.height + near, x, page.height + near + length, _THIN, ALL_INKS)
        for y in (-at, page.height + at):
            yield rule(-near - length, y, -near, y, _THIN, ALL_INKS)
            yield rule(page.width + near, y, page.width + near + length, y, _THIN, ALL_INKS)


def _registration(page: Page, outside: Rect) -> Iterator[Item]:
    """A cross in a circle at the middle of each side."""
    away = GAP + mm(3.0)
    middle, centre = page.width / 2, page.height / 2
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
