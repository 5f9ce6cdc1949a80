"""How far a long work is, told while it is done; whoever listens may raise an exception to give the work up."""

from __future__ import annotations

from collections.abc import Callable

from digest_studio.base.values import dataclass

Progress = Callable[[int, int], None]
"""Called with how many steps of the work are done, and how many are known."""


@dataclass(frozen=True, slots=True)
class Stages:
    """Progress of a file with a listener for each stage: pages painted, photographs converted, parts of the file written.

    Where a plain `Progress` is asked for, it hears of the writing.
    """

    painting: Progress
    converting: Progress
    writing: Progress

    def __call__(self, done: int, known: int) -> None:
        self.writing(done, known)
