"""Affine transformations as PDF writes them: (a, b, c, d, e, f) takes (x, y) to (ax + cy + e, bx + dy + f)."""

from __future__ import annotations

from digest_studio.base.geometry import Rect
from digest_studio.base.values import dataclass
from digest_studio.display.items import Group

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

_COSINE_SINE = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}


def compose(first: Matrix, then: Matrix) -> Matrix:
    """The transformation that does `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def turned_about(x: float, y: float, degrees: int) -> Matrix:
    """The origin moved to (x, y) and the axes turned counter-clockwise."""
    cosine, sine = _COSINE_SINE[degrees % 360]
    return (cosine, sine, -sine, cosine, x, y)


@dataclass(frozen=True, slots=True)
class Place:
    """Where items stand: their origin (y upwards) in the user space in force, and what leads from that to the page."""

    x: float
    y: float
    to_page: Matrix = IDENTITY

    def turn(self, group: Group) -> Matrix:
        """What sets up a turned group's user space."""
        return turned_about(self.x + group.dx, self.y - group.dy, group.turn)

    def inside(self, group: Group) -> Place:
        """The place of a group's items. A turned group has a user space of its own (`turn`)."""
        if group.turn % 360 == 0:
            return Place(self.x + group.dx, self.y - group.dy, self.to_page)
        return Place(0, 0, compose(self.turn(group), self.to_page))

    def box(self, rect: Rect) -> tuple[float, float, float, float]:
        """Left, bottom, width, height in the user space in force."""
        return (self.x + rect.x, self.y - rect.bottom, rect.width, rect.height)

    def page_point(self, x: float, y: float) -> tuple[float, float]:
        return apply(self.to_page, self.x + x, self.y - y)

    def page_box(self, rect: Rect) -> tuple[float, float, float, float]:
        """Left, bottom, right, top on the page."""
        x0, y0 = self.page_point(rect.x, rect.y)
        x1, y1 = self.page_point(rect.right, rect.bottom)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
