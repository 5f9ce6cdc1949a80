"""The report's file, of an issue or of any PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from digest_studio import __version__
from digest_studio.app.report.contents import THUMB_WIDTH, Subject, fill
from digest_studio.app.report.sheets import Setter, Sheets
from digest_studio.app.report.thumbnails import thumbnails
from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.display.document import Document
from digest_studio.plan.result import PlannedPage

MOST = 2_000
"""Problems that are printed."""


def report_issue(made: Made, problems: Iterable[Diagnostic], target: Path, facts: Mapping[str, str]) -> None:
    """Write the report on an issue that is laid out to `target`. `facts`: what else its head says. Raises OSError."""
    from digest_studio.app.session import export

    found = tuple(problems)[:MOST]
    issue, theme = made.issue, made.theme
    numbers = sorted({p.page for p in found if p.page})
    size = f"{theme.page.width:g} × {theme.page.height:g} mm, {theme.page.bleed:g} mm bleed"
    said = {**facts, "Pages": f"{len(made.plan.pages)}", "Size": size}
    subject = Subject(f"{issue.publication}, {issue.period}", tuple(said.items()), {0: "The whole issue", **_names(made)})
    with TemporaryDirectory(prefix="digest-studio-", ignore_cleanup_errors=True) as folder:
        pages = Path(folder) / "pages.pdf"
        if numbers:
            export(made, pages, frozenset(numbers))
        _write(subject, found, (pages, numbers), target, issue.language)


def report_file(pdf: Path, problems: Iterable[Diagnostic], target: Path, facts: Mapping[str, str]) -> None:
    """Write the report on any PDF to `target`. Raises OSError."""
    found = tuple(problems)[:MOST]
    numbers = sorted({p.page for p in found if p.page})
    subject = Subject(pdf.name, tuple(facts.items()), {0: "The file"})
    _write(subject, found, (pdf, range(1, max(numbers, default=0) + 1)), target, "en")


def _write(
    subject: Subject, problems: tuple[Diagnostic, ...], drawn_from: tuple[Path, Iterable[int]], target: Path, language: str,
) -> None:
    """Draw the pages that have problems (those of a PDF have `numbers`, in order) and write it all."""
    from digest_studio.paint.pdf.writer import write

    pdf, numbers = drawn_from
    indices = {index: number for index, number in enumerate(numbers) if any(p.page == number for p in problems)}
    with TemporaryDirectory(prefix="digest-studio-", ignore_cleanup_errors=True) as folder:
        pictures = thumbnails(pdf, indices, Path(folder), THUMB_WIDTH) if indices else {}
        sheets = Sheets(Setter(language), f"{subject.title}  ·  Digest Studio {__version__}")
        fill(sheets, subject, problems, {indices[index]: picture for index, picture in pictures.items()})
        write(Document(sheets.pages(), f"Preflight: {subject.title}", language), target)


def _names(made: Made) -> dict[int, str]:
    """How the report calls each page: its number, its folio where that is another, what stands on it."""
    return {page.number: _name(made, page) for page in made.plan.pages}


def _name(made: Made, page: PlannedPage) -> str:
    said = f"Page {page.number}"
    if page.folio not in (None, str(page.number)):
        said += f" (folio {page.folio})"
    things = []
    for item in page.items:
        if item.kind == "article" and item.id in made.issue.articles:
            things.append(" ".join(made.issue.articles[item.id].title.split()))
        elif item.kind == "ad":
            things.append(f"advertisement {item.id}")
        elif item.kind != "blank":
            things.append({"divider": item.section or item.id}.get(item.kind, item.kind))
    return f"{said}  ·  {'; '.join(things)}" if things else said


