"""The editions that can be written: command line and studio offer and write what stands here. A new one is a line in `EDITIONS`.

Nothing heavy is imported before an edition is looked over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from digest_studio.app.folding import SheetWishes
from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic, has_errors
from digest_studio.base.progress import Progress

Write = Callable[[Path, Collection[int] | None, Progress | None], tuple[Diagnostic, ...]]
"""Writes the file: to where, which pages by their numbers (None: all), who hears how far it is. What went wrong doing so."""


class Wishes(NamedTuple):
    """What an edition may be asked for. `profile`: the press's output profile, by name or file, instead of the issue's.
    `sheets`: how pages lie on sheets, where several stand on each; printer's marks. `stamp`: a word across the proof's pages.
    `small`: a proof for e-mail. `preflight`: the limits to hold it to, by name or file, instead of the issue's.
    """

    profile: str | None = None
    sheets: SheetWishes = SheetWishes()
    stamp: str = ""
    small: bool = False
    preflight: str | None = None


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


def proof(made: Made, wishes: Wishes) -> LookedOver:
    """For reading and correcting; errors are marked on its pages."""
    from digest_studio.app.proof import export_proof

    return LookedOver(made.problems, partial(export_proof, made, stamp=wishes.stamp, small=wishes.small))


def for_print(made: Made, wishes: Wishes) -> LookedOver:
    """For the press: a printer would send errors back."""
    from digest_studio.app.press import export_for_press, look_over

    ready = look_over(made, wishes.profile, wishes.preflight)
    write = partial(export_for_press, ready, marks=wishes.sheets.marks) if ready.output else None
    return LookedOver(ready.problems, write, strict=True)


def spreads(made: Made, wishes: Wishes) -> LookedOver:
    """Pages side by side as a reader sees them: a proof, unless the press's colours or profile are wanted."""
    from digest_studio.app.spreads import export_spreads, spreads_for_press

    colours, marks = wishes.sheets.colours or ("press" if wishes.profile else "proof"), wishes.sheets.marks
    if colours == "proof":
        write: Write = partial(export_spreads, made, marks=bool(marks), stamp=wishes.stamp, small=wishes.small)
        return LookedOver(made.problems, write)
    from digest_studio.app.press import look_over

    ready = look_over(made, wishes.profile, wishes.preflight)
    return LookedOver(ready.problems, partial(spreads_for_press, ready, marks=marks) if ready.output else None, strict=True)


def booklet(made: Made, wishes: Wishes) -> LookedOver:
    """Sheets to be printed on both sides and folded: for the press, unless the proof's colours are wanted."""
    from digest_studio.app.booklet import booklet_for_press, export_booklet
    from digest_studio.app.folding import folding_problems

    folding, marks = wishes.sheets.folding, wishes.sheets.marks
    problems = tuple(folding_problems(made, folding))
    foldable = not has_errors(problems)
    if wishes.sheets.colours == "proof":
        write = partial(export_booklet, made, folding, marks=bool(marks)) if foldable else None
        return LookedOver((*made.problems, *problems), write)
    from digest_studio.app.press import look_over

    ready = look_over(made, wishes.profile, wishes.preflight)
    foldable = foldable and ready.output is not None
    write = partial(booklet_for_press, ready, folding, marks=marks is not False) if foldable else None
    return LookedOver((*ready.problems, *ready.preflight.weighed(problems)), write, strict=True)


EDITIONS: Mapping[str, LookOver] = MappingProxyType({
    "proof": proof,
    "print": for_print,
    "spreads": spreads,
    "booklet": booklet,
})  # fmt: skip
"""By name, in the order in which they are offered."""
