"""What decides how the next thing is painted on each of four plates: paint, and whether it overprints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from digest_studio.assets.inkspaces import Left, Parts, Space

Four = tuple[bytes, bytes, bytes, bytes]
"""Instructions for each plate."""

NOTHING_LEFT: Left = (False,) * 4


class Paint(NamedTuple):
    """What areas or lines are painted in: the instructions that set it on each plate; the plates that it leaves alone where it
    overprints, and those where it does so only with OPM 1."""

    code: Four
    left: Left = NOTHING_LEFT
    without: Left = NOTHING_LEFT


class State(NamedTuple):
    """The part of the graphics state that decides on plates: for areas and for lines, paint, space, and whether it overprints.
    While a pattern is painted with, the space is that of the colour that comes with it, None if none does."""

    paints: tuple[Paint, Paint]
    spaces: tuple[Space | None, Space | None]
    over: tuple[bool, bool] = (False, False)
    opm: int = 0

    def left(self, line: bool) -> Left:
        """The plates that are left alone."""
        paint = self.paints[line]
        if not self.over[line]:
            return NOTHING_LEFT
        return tuple(a or (b and self.opm == 1) for a, b in zip(paint.left, paint.without, strict=True))  # type: ignore[return-value]

    def with_paint(self, line: bool, paint: Paint, space: Space | None) -> State:
        """Another paint for areas or for lines, of another space."""
        if line:
            return self._replace(paints=(self.paints[0], paint), spaces=(self.spaces[0], space))
        return self._replace(paints=(paint, self.paints[1]), spaces=(space, self.spaces[1]))


def in_grey(inks: Parts, line: bool) -> Four:
    """The instructions that set a colour of these inks."""
    operator = b"G" if line else b"g"
    return tuple(b"%.4f %b" % (1 - ink, operator) for ink in inks)  # type: ignore[return-value]


def in_pattern(name: bytes, line: bool) -> bytes:
    """The instructions that set a pattern."""
    return b"/Pattern CS %b SCN" % name if line else b"/Pattern cs %b scn" % name


def joined(codes: Iterable[Four]) -> Four:
    """Instructions after one another."""
    return tuple(b" ".join(plate) for plate in zip(*codes, strict=True))  # type: ignore[return-value]
