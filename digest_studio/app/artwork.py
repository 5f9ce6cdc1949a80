"""Artwork as it arrives: checked by itself, and a report for its advertiser that says what to send again."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic, Severity, has_errors
from digest_studio.base.geometry import to_mm
from digest_studio.preflight.artwork import check_artwork
from digest_studio.preflight.profile import MAGAZINE, Limits

SUFFIX = ".report.txt"
"""What a report's name ends in, after that of its artwork."""
WIDTH = 78
"""Characters of a line: mail programs break longer ones."""

_HOW = """\
Please send one page as PDF/X-4 (or PDF/X-1a) in CMYK with all fonts embedded, at 300 pixels per inch, with a TrimBox in the
booked size and 3 mm of bleed on every side, without marks, passwords, comments or forms."""


class Arrived(NamedTuple):
    """A file with its trimmed size in mm (None: it cannot be told), and what its advertiser should know."""

    name: str
    size: tuple[float, float] | None
    problems: tuple[Diagnostic, ...]

    @property
    def fit(self) -> bool:
        """Whether it can be printed as it is."""
        return not has_errors(self.problems)


def arrived(
    path: Path, place: tuple[float, float] | None = None, bleed: float = 3.0, limits: Limits = MAGAZINE.limits,
) -> Arrived:
    """Look at the artwork at `path` as the Ghent Workgroup's MagazineAds has it. `place`: the booked size, trimmed, in points;
    `bleed` in mm. Raises OSError if it cannot be read."""
    return Arrived(path.name, _size(path), check_artwork(path, place, bleed, limits))


def _size(path: Path) -> tuple[float, float] | None:
    """The trimmed size of a PDF's first page in mm."""
    from digest_studio.assets.pdfboxes import MalformedPdf, page_boxes
    from digest_studio.assets.pdfopen import open_pdf, page_object

    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            return None
    try:
        with open_pdf(path) as pdf:
            boxes = page_boxes(page_object(pdf, 1))
    except MalformedPdf:
        return None
    width, height = boxes.trimmed
    return to_mm(width, 1), to_mm(height, 1)


def report_text(art: Arrived) -> str:
    """The report as plain text for a letter to the advertiser, one page long."""
    return "\n".join(_lines(art)) + "\n"


def _lines(art: Arrived) -> Iterator[str]:
    yield f"Advertisement: {art.name}"
    if art.size:
        yield f"Trimmed size:  {art.size[0]:g} × {art.size[1]:g} mm"
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
    yield from textwrap.wrap(" ".join(_HOW.split()), WIDTH)


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


def keep_report(path: Path) -> Arrived:
    """Look at the artwork at `path` and write its report beside it. Raises OSError."""
    art = arrived(path)
    path.with_name(report_name(path.name)).write_text(report_text(art), "utf-8")
    return art
