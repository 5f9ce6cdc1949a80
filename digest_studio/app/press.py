"""The edition for the press: its output profile, its preflight, its marks, its file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import active_count
from typing import TYPE_CHECKING

from digest_studio.app.elsewhere import Elsewhere, worthwhile
from digest_studio.app.resources import own_resources, resources
from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import mm
from digest_studio.base.values import dataclass
from digest_studio.preflight.profile import MAGAZINE, Profile

if TYPE_CHECKING:
    from digest_studio.assets.outputs import OutputProfile
    from digest_studio.display.document import Document

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ForPress:
    """An issue looked over for the press. Without `output` no file can be made. `problems` are all, in page order."""

    made: Made
    output: OutputProfile | None
    problems: tuple[Diagnostic, ...]
    preflight: Profile = MAGAZINE


def look_over(made: Made, profile: str | None = None, preflight: str | None = None) -> ForPress:
    """Find the output profile (`profile`, else the issue's, else the theme's) and everything that a printer would object to, by
    the preflight profile (`preflight`, else the issue's, else the theme's)."""
    from digest_studio.preflight.press import Laid, press_preflight
    from digest_studio.preflight.profiles import load_profile

    output = output_of(made, profile)
    if isinstance(output, Diagnostic):
        return ForPress(made, None, (output, *made.problems))
    wished = preflight or made.issue.press.preflight or made.theme.press.preflight
    wishes, wrong = load_profile(wished, Path(made.issue.folder), (resources(), own_resources()))
    found = press_preflight(Laid(made.issue, made.plan, made.document, made.theme, made.images), output, wishes)
    known = (problem for problem in made.problems if problem.rule != "image-resolution")  # by the press's own limits
    problems = sorted((*wrong, *wishes.weighed(known), *found), key=lambda problem: problem.page or 0)
    return ForPress(made, output, tuple(problems), wishes)


def output_of(made: Made, profile: str | None = None) -> OutputProfile | Diagnostic:
    """The output profile (`profile`, else the issue's, else the theme's), or why there is none."""
    from digest_studio.assets.outputs import load_output
    from digest_studio.source.paths import find_file

    name = profile or made.issue.press.profile or made.theme.press.profile
    output = load_output(name, resources() / "profiles", partial(find_file, Path(made.issue.folder)))
    if isinstance(output, Diagnostic):
        return output
    intent = made.issue.press.intent or made.theme.press.intent
    return replace(output, perceptual=intent == "perceptual")


def export_for_press(
    ready: ForPress, target: Path, pages: Collection[int] | None = None, progress: Progress | None = None,
    marks: bool | None = None,
) -> tuple[Diagnostic, ...]:
    """Write PDF/X-4 of all pages, or of those with the numbers `pages`, to `target`; what went wrong doing so.

    `target` is replaced when the new file is complete. `ready.output` must be there. Without a word about `marks`, there are
    some if issue or theme ask for them.
    """
    from digest_studio.app.selection import select_pages

    made, output = ready.made, ready.output
    assert output is not None
    document = made.document if pages is None else select_pages(made.document, pages)
    if marks is None:
        marks = usual_marks(made)
    if marks:
        document = _marked(made, document, output)
    problems = write_for_press(ready, document, marks, target, progress)
    return (*problems, *fresh(read_again(ready, target, document), (*ready.problems, *problems)))


def write_for_press(
    ready: ForPress, document: Document, marks: bool, target: Path, progress: Progress | None,
) -> tuple[Diagnostic, ...]:
    """Write `document` as PDF/X-4 to `target`; `marks`: its pages have some, which need room."""
    from digest_studio.paint.pdf.edition import Press, print_edition
    from digest_studio.paint.pdf.writer import write_edition

    assert ready.output is not None
    press = Press(ready.output, pictures_folder(), ready.preflight.limits.ink_mean)
    return ready.preflight.weighed(write_edition(document, target, print_edition(press, marks), progress))


def read_again(ready: ForPress, target: Path, document: Document) -> tuple[Diagnostic, ...]:
    """What a printer would object to in the file just written. A command has a second process read half of its pages."""
    from digest_studio.preflight.finished import Expected, read_back

    theme = ready.made.theme
    whole = len(document.pages) == len(ready.made.document.pages)
    multiple = ready.made.issue.page_multiple if whole else 1
    numbers = tuple(page.number for page in document.pages)
    expected = Expected((theme.width, theme.height), mm(theme.page.bleed), multiple, numbers)
    reading = partial(read_back, target, expected, _advertisers_ink(ready))
    if len(numbers) < LEAST_SHARED or not worthwhile() or active_count() > 1:  # a fork would leave the studio's threads behind
        return reading()
    half = len(numbers) // 2
    rest = Elsewhere(partial(reading, slice(half, None)))
    return tuple(dict.fromkeys((*reading(slice(0, half)), *rest.result())))


LEAST_SHARED = 16
"""Pages under which a second process costs more than it spares."""


def read_sheets_again(
    ready: ForPress, target: Path, document: Document, problems: Iterable[Diagnostic],
) -> Iterator[Diagnostic]:
    """The same of a file with several pages on a sheet, and only what is of another rule than what is told of single pages. It
    is told of the lowest page on its sheet."""
    from digest_studio.preflight.finished import Expected, read_back

    size = next(((page.width, page.height) for page in document.pages), None)
    expected = Expected(size, mm(ready.made.theme.page.bleed), numbers=tuple(page.number for page in document.pages))
    told = {_SAME.get(problem.rule, problem.rule) for problem in (*ready.problems, *problems)}
    return (problem for problem in read_back(target, expected, _advertisers_ink(ready)) if problem.rule not in told)


def _advertisers_ink(ready: ForPress) -> Profile:
    """The preflight profile with room for the ink that advertisers may take."""
    preflight = ready.preflight
    if preflight.limits.ink is None and ready.output is not None:
        most = max(ready.output.ink_limit, ADVERTISED_INK)
        preflight = replace(preflight, limits=replace(preflight.limits, ink=most))
    return preflight


ADVERTISED_INK = 305.0
"""Per cent on one spot that advertisers are allowed (`preflight.artwork`), whatever the output profile takes of ours."""


def fresh(found: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What was not told before the file was written: of another rule, or of another page and measure."""
    said = {key for problem in told for key in _keys(problem)}
    return (problem for problem in found if said.isdisjoint(_keys(problem)))


_SAME = {"ad-colour": "pdf-colour", "ad-font": "pdf-font", "ad-blend": "pdf-blend", "broken-image": "pdf-content"}
"""What is told of an advertisement is told of the page that it stands on, too."""


def _keys(problem: Diagnostic) -> tuple[tuple[object, ...], ...]:
    rule = _SAME.get(problem.rule, problem.rule)
    return ((rule, "page", problem.page), *([(rule, "value", problem.value)] if problem.value is not None else []))


def usual_marks(made: Made) -> bool:
    """Whether the issue, or else its theme, asks for a printer's marks."""
    return made.theme.press.marks if made.issue.press.marks is None else made.issue.press.marks


def pictures_folder() -> Path:
    """Where converted photographs are kept from one export to the next; it may be deleted at any time."""
    if sys.platform == "win32":
        cache = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        cache = Path.home() / "Library" / "Caches"
    else:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "digest-studio" / "press"


def _marked(made: Made, document: Document, output: OutputProfile) -> Document:
    """The document with a printer's marks around each page."""
    from digest_studio.app.slug import line_setter, said_of
    from digest_studio.display.marks import with_marks

    said, line, width = said_of(made, output.description), line_setter(made), made.theme.width / 2 - 60.0
    pages = (with_marks(page, line(f"{said}  {page.number}", width)) for page in document.pages)
    return document._replace(pages=tuple(pages))
