"""Artwork as it arrives: checked by itself, and a report for its advertiser that says what to send again."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest_studio.app.booking import UNKNOWN, Booked, booked_in, trimmed_size
from digest_studio.base.diagnostics import Diagnostic, Severity, has_errors
from digest_studio.preflight.artwork import check_artwork
from digest_studio.preflight.profile import MAGAZINE, Limits

if TYPE_CHECKING:
    from digest_studio.model.issue import Ad, Issue

SUFFIX = ".report.txt"
"""What a report's name ends in, after that of its artwork."""
WIDTH = 78
"""Characters of a line: mail programs break longer ones."""

_HOW = """\
Please send one page as PDF/X-4 (or PDF/X-1a) in CMYK with all fonts embedded, at 300 pixels per inch, with a TrimBox {size}
and {bleed}, without marks, passwords, comments or forms."""


class Arrived(NamedTuple):
    """A file with its trimmed size in mm (None: it cannot be told), and what its advertiser should know."""

    name: str
    size: tuple[float, float] | None
    problems: tuple[Diagnostic, ...]
    booked: Booked = UNKNOWN

    @property
    def fit(self) -> bool:
        """Whether it can be printed as it is."""
        return not has_errors(self.problems)


def arrived(
    path: Path, place: tuple[float, float] | None = None, bleed: float = 3.0, limits: Limits = MAGAZINE.limits, number: int = 1,
) -> Arrived:
    """Look at the artwork at `path` (its page `number`) as the Ghent Workgroup's MagazineAds has it. `place`: the booked size,
    trimmed, in points; `bleed` in mm. Raises OSError if it cannot be read."""
    return Arrived(path.name, trimmed_size(path, number), check_artwork(path, place, bleed, limits, number), Booked(place, bleed))


def report_text(art: Arrived) -> str:
    """The report as plain text for a letter to the advertiser, one page long."""
    return "\n".join(_lines(art)) + "\n"


def _lines(art: Arrived) -> Iterator[str]:
    yield f"Advertisement: {art.name}"
    if art.size:
        yield f"Trimmed size:  {art.size[0]:g} × {art.size[1]:g} mm"
    if art.booked.size:
        yield f"Booked size:   {art.booked}"
    yield "Checked as MagazineAds (Ghent Workgroup 2022)"
    yield ""
    errors = [problem for problem in art.problems if problem.severity is Severity.ERROR]
    others = [problem for problem in art.problems if problem.severity is not Severity.ERROR]
    if not art.problems:
        yield "Nothing is wrong with it. Thank you."
        return
    if errors:
        yield "It cannot be printed as it is. Please mend, and send it again:"
        yield from _listed(errors)
    else:
        yield "It can be printed."
    if others:
        yield ""
        yield "It would come out better with:" if errors else "It would come out still better with:"
        yield from _listed(others)
    yield ""
    size = f"of {art.booked.in_mm}" if art.booked.size else "in the booked size"
    how = _HOW.format(size=size, bleed=art.booked.with_bleed)
    yield from textwrap.wrap(" ".join(how.split()), WIDTH)


MOST = 25
"""Problems that fit on the page; more have the same causes."""


def _listed(problems: Sequence[Diagnostic]) -> Iterator[str]:
    for number, problem in enumerate(problems[:MOST], 1):
        said = problem.message[:1].upper() + problem.message[1:]
        yield from textwrap.wrap(
            f"{said}.", WIDTH, initial_indent=f"{number:3}. ", subsequent_indent="     ", break_long_words=True
        )
        if problem.remedy and not problem.remedy.startswith("ask "):  # that is for us: the advertiser is asked at the end
            yield from textwrap.wrap(f"→ {problem.remedy}", WIDTH, initial_indent="     ", subsequent_indent="       ")
    if len(problems) > MOST:
        yield f"     and {len(problems) - MOST} more of these kinds."


def report_name(artwork: str) -> str:
    """The name of the report that lies beside `artwork`."""
    return f"{artwork}{SUFFIX}"


def keep_report(path: Path, place: Booked = UNKNOWN, number: int = 1) -> Arrived:
    """Look at the artwork at `path` (its page `number`) for its place, and write its report beside it. Raises OSError."""
    art = arrived(path, place.size, place.bleed, number=number)
    path.with_name(report_name(path.name)).write_text(report_text(art), "utf-8")
    return art


def renew_report(folder: Path, issue: Issue, ad: Ad) -> None:
    """Write the report beside the artwork of `ad` anew if one is there that is for another place. Raises OSError."""
    path = folder / ad.file
    report = path.with_name(report_name(path.name))
    if report.is_symlink() or not report.is_file():
        return
    place = booked_in(issue, ad)
    if f" {place}\n" not in report.read_text("utf-8", "replace"):
        keep_report(path, place, ad.pages[0])
