"""An issue opened, laid out and exported. Each function reads as the order of its work; none prints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest_studio.app.elsewhere import Elsewhere
from digest_studio.app.resources import own_resources, resources
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.values import dataclass

if TYPE_CHECKING:  # a refusal, or `new`, needs none of these
    from digest_studio.assets.facts import ImageFacts, PdfFacts
    from digest_studio.display.document import Document
    from digest_studio.layout.context import Context
    from digest_studio.model.issue import Issue
    from digest_studio.plan.result import Plan
    from digest_studio.theme.types import Theme

Progress = Callable[[int, int], None]
"""Called with how many steps of the work are done, and how many there are."""


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """An issue that can be laid out, what layout needs to know, and what was found wrong on the way.

    `artwork`: the pages of PDFs that nobody has looked into yet; only composing needs to know them.
    """

    issue: Issue
    context: Context
    problems: tuple[Diagnostic, ...]
    artwork: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A folder of which nothing can be made, and why."""

    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """An issue laid out: its flat plan, its finished pages, and everything that is wrong with them, in page order.

    `theme`, `images` (by path within the folder; those missing or broken are not in it) and `pdfs` (by path and page) are what
    it was laid out with; `context` remembers what was set, for whoever asks on.
    """

    issue: Issue
    plan: Plan
    document: Document
    problems: tuple[Diagnostic, ...]
    theme: Theme
    images: Mapping[str, ImageFacts]
    pdfs: Mapping[tuple[str, int], PdfFacts] = field(default_factory=dict)
    context: Context | None = field(default=None, compare=False, repr=False)


def open_issue(folder: Path, meanwhile: Callable[[], None] | None = None) -> Opened | Refused:
    """Read the folder and its theme, and look into its pictures once.

    With `meanwhile`, a second process reads and looks while this one calls that: imports what it will need. PDFs are then left
    to `make`.
    """
    if meanwhile is None:
        found = look_into(folder)
    else:
        looking = Elsewhere(partial(look_into, folder))
        meanwhile()
        found = looking.result()
    from digest_studio.layout.context import Context
    from digest_studio.text.engine import Typesetter
    from digest_studio.text.fonts import FontLibrary
    from digest_studio.text.hyphenate import Hyphenator

    issue = found.issue
    if issue is None or found.theme is None:
        return Refused(found.problems)
    fonts = FontLibrary(resources() / "fonts", own=own_resources() / "fonts")
    setter = Typesetter(fonts, Hyphenator(resources() / "hyphenation", issue.hyphenation))
    context = Context(found.theme, setter, found.images, {}, issue.language, typographic=issue.typography == "language")
    opened = Opened(issue, context, found.problems, found.artwork)
    return opened if meanwhile else with_artwork(opened)


def with_artwork(opened: Opened) -> Opened:
    """The issue with its PDFs looked into."""
    if not opened.artwork:
        return opened
    from digest_studio.assets.survey import survey

    found = survey(Path(opened.issue.folder), (), opened.artwork)
    context = replace(opened.context, pdfs=found.pdfs)
    return Opened(opened.issue, context, (*opened.problems, *found.problems))


@dataclass(frozen=True, slots=True)
class Looked:
    """What is in a folder: the issue and its theme (None where they cannot be had), the facts of its images, and the pages of
    PDFs that are still to be looked into."""

    problems: tuple[Diagnostic, ...]
    issue: Issue | None = None
    theme: Theme | None = None
    images: Mapping[str, ImageFacts] = field(default_factory=dict)
    artwork: tuple[tuple[str, int], ...] = ()


def look_into(folder: Path) -> Looked:
    """Read the folder and its theme, and look into its images; not yet into PDFs, whose library the writer needs, too."""
    from digest_studio.assets.survey import survey
    from digest_studio.model.read import read_issue
    from digest_studio.preflight.pictures import pictures
    from digest_studio.theme.load import load_theme

    read = read_issue(folder)
    if read.issue is None or any(p.fatal for p in read.problems):
        return Looked(tuple(read.problems))
    theme, theme_problems = load_theme(read.issue.theme, resources(), read.issue.theme_overrides, own_resources())
    problems = (*read.problems, *theme_problems)
    if theme is None:
        return Looked(problems, read.issue)
    missing = {p.value for p in read.problems if p.rule == "missing-file"}  # told where they are named
    shown = tuple(p for p in pictures(read.issue) if p.file not in missing)
    facts = survey(folder, [p.file for p in shown if not p.page], ())
    artwork = tuple((p.file, p.page) for p in shown if p.page)
    return Looked((*problems, *facts.problems), read.issue, theme, facts.images, artwork)


def ready_to_lay_out() -> None:
    """Import what laying out needs."""
    import digest_studio.app.ahead
    import digest_studio.plan
    import digest_studio.preflight.checks  # noqa: F401


def ready_to_write() -> None:
    """Import what the proof's PDF needs."""
    import digest_studio.app.proof
    import digest_studio.app.slug
    import digest_studio.model.fingerprint
    import digest_studio.paint.pdf.over
    import digest_studio.paint.pdf.writer  # noqa: F401


def ready_for_press() -> None:
    """Import what looking an issue over for the press, writing its PDF and reading that back need."""
    import digest_studio.app.press
    import digest_studio.paint.pdf.press.images
    import digest_studio.paint.pdf.writer
    import digest_studio.preflight.finished
    import digest_studio.preflight.press
    import digest_studio.preflight.profiles  # noqa: F401


def make(opened: Opened, progress: Progress | None = None, together: bool = False) -> Made:
    """Plan the issue, compose its pages and check them. `together`: a second process may lay out half of the articles."""
    looked: list[Opened] = []
    if together:
        from digest_studio.app.ahead import lay_out_ahead

        if lay_out_ahead(opened.issue, opened.context, lambda: looked.append(with_artwork(opened)), progress):
            progress = None
    opened = looked[0] if looked else with_artwork(opened)
    return checked(lay_out(opened, progress), opened.problems)


def lay_out(opened: Opened, progress: Progress | None = None) -> Made:
    """Plan the issue and compose its pages; only what planning found is among the problems."""
    from digest_studio.plan import compose, plan_issue

    plan = plan_issue(opened.issue, opened.context, progress)
    document = compose(opened.issue, opened.context, plan)
    ctx = opened.context
    return Made(opened.issue, plan, document, plan.problems, ctx.theme, ctx.images, ctx.pdfs, ctx)


def checked(made: Made, known: tuple[Diagnostic, ...]) -> Made:
    """The same with everything that is wrong: `known`, what planning found, and what preflight finds."""
    from digest_studio.preflight.checks import preflight

    return replace(made, problems=preflight(made.issue, made.plan, made.document, known, made.images))


def export(
    made: Made, target: Path, pages: Collection[int] | None = None, progress: Progress | None = None,
) -> tuple[Diagnostic, ...]:
    """Write the PDF of all pages, or of those with the numbers `pages`, to `target`; what went wrong doing so.

    `target` is replaced when the new file is complete; until then, and if the work fails, it stays as it was.
    """
    from digest_studio.app.selection import select_pages
    from digest_studio.paint.pdf.writer import write

    document = made.document if pages is None else select_pages(made.document, pages)
    return write(document, target, progress=progress)
