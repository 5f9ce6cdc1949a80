"""The editions that can be written: command line and studio offer and write what stands here. A new one is a line in `EDITIONS`.

Nothing heavy is imported before an edition is looked over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic, has_errors
from digest_studio.base.progress import Progress

Write = Callable[[Path, Collection[int] | None, Progress | None], tuple[Diagnostic, ...]]
"""Writes the file: to where, which pages by their numbers (None: all), who hears how far it is. What went wrong doing so."""


class Wishes(NamedTuple):
    """What an edition may be asked for. `profile`: print's output profile, by name or file, instead of the issue's."""

    profile: str | None = None


class LookedOver(NamedTuple):
    """What preflight says of an issue for an edition, in page order, and how its file is written (None: it cannot be).

    `strict`: an error among the problems stops it, unless the user wants the file all the same.
    """

    problems: tuple[Diagnostic, ...]
    write: Write | None
    strict: bool = False

    @property
    def stopped(self) -> bool:
        """Whether nothing is to be written without the user's word, or at all."""
        return self.write is None or (self.strict and has_errors(self.problems))


LookOver = Callable[[Made, Wishes], LookedOver]


def proof(made: Made, _wishes: Wishes) -> LookedOver:
    """For reading and correcting; errors are marked on its pages."""
    from digest_studio.app.session import export

    return LookedOver(made.problems, partial(export, made))


def for_print(made: Made, wishes: Wishes) -> LookedOver:
    """For the press: a printer would send errors back."""
    from digest_studio.app.press import export_for_press, look_over

    ready = look_over(made, wishes.profile)
    return LookedOver(ready.problems, partial(export_for_press, ready) if ready.output else None, strict=True)


EDITIONS: Mapping[str, LookOver] = MappingProxyType({
    "proof": proof,
    "print": for_print,
})  # fmt: skip
"""By name, in the order in which they are offered."""
