"""How far an export is as a whole, and how long it may still take, from what its stages tell.

Pure: time comes in as seconds. What an edition took the last time is what the next one is reckoned by.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Stage = Literal["painting", "converting", "writing"]
STAGES: tuple[Stage, ...] = ("painting", "converting", "writing")


class Pace(NamedTuple):
    """Seconds a page for each stage."""

    painting: float
    converting: float
    writing: float

    def of(self, pages: int) -> float:
        """Seconds for so many pages."""
        return pages * sum(self)


FOR_PRESS = Pace(0.005, 0.12, 0.01)
"""Of an edition for the press with a photograph on each page, before any export has shown how fast this machine is."""
PLAIN = Pace(0.004, 0.0, 0.006)
"""The same of an edition whose photographs go in as they are."""

_TRUST = 4.0
"""What was measured in a quarter of a stage counts more than any guess."""


class Standing(NamedTuple):
    """How far the whole is, from 0 to 1, and about how many seconds are left."""

    part: float
    left: float


class Course:
    """One export of `pages` pages, begun at the time `began`."""

    def __init__(self, pace: Pace, pages: int, began: float) -> None:
        self._seconds = [max(pages * each, 1e-3) for each in pace]
        self._stage = 0
        self._since = self._last = began
        self._took = [0.0, 0.0, 0.0]
        self._pages = max(1, pages)

    def step(self, stage: Stage, done: int, known: int, now: float) -> Standing:
        """Take in that `done` of `known` steps of a stage are done. Stages come in order; one may be left out."""
        number = STAGES.index(stage)
        if number != self._stage:
            self._stage, self._since = number, self._last
        self._last = now
        self._took[number] = spent = now - self._since
        part = done / max(known, 1)
        seconds = list(self._seconds)
        if part:
            trust = min(1.0, _TRUST * part)
            seconds[number] = (1 - trust) * seconds[number] + trust * spent / part
        here = sum(seconds[:number]) + part * seconds[number]
        return Standing(min(1.0, here / sum(seconds)), (1 - part) * seconds[number] + sum(seconds[number + 1 :]))

    def pace(self) -> Pace:
        """What it took, when it is done."""
        return Pace(*(spent / self._pages for spent in self._took))
