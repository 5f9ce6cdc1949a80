"""Lengths and rectangles. Points inside, millimetres for people; y grows downwards from the trim's top left corner."""

from __future__ import annotations

from digest_studio.base.values import dataclass

PT_PER_MM = 72 / 25.4


def mm(value: float) -> float:
    """Millimetres as points."""
    return value * PT_PER_MM


def to_mm(points: float, digits: int = 2) -> float:
    """Points as millimetres, rounded for people."""
    return round(points / PT_PER_MM, digits)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def expanded(self, by: float) -> Rect:
        """The rectangle grown by `by` points on every side (shrunk if negative)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def scaled(self, by: float) -> Rect:
        """The rectangle drawn `by` times as large about the origin."""
        return Rect(self.x * by, self.y * by, self.width * by, self.height * by)

    def in_mm(self) -> tuple[float, float, float, float]:
        """(x, y, width, height) in millimetres, as `plan --json` and `check --json` print boxes."""
        return (to_mm(self.x), to_mm(self.y), to_mm(self.width), to_mm(self.height))
