"""`--changed-since OLD.pdf`: which pages look different, said page by page."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from digest_studio.app.editions import EDITIONS, LookedOver, Wishes
from digest_studio.app.session import Made
from digest_studio.cli.progress import progress_bar

if TYPE_CHECKING:
    from digest_studio.app.changed import Changes, PageChange


class NotComparable(Exception):
    """Why the pages of the earlier PDF cannot be compared with those of the issue."""


def changes_since(old: Path, made: Made, looked_over: LookedOver, options: Namespace) -> Changes:
    """Write the whole issue to a temporary file, as `old` was written, and compare. Raises OSError and NotComparable."""
    from digest_studio.app.changed import find_changes
    from digest_studio.assets.pdfboxes import MalformedPdf
    from digest_studio.assets.pdflook import look_into_finished

    try:
        finished = look_into_finished(old)
        if finished.for_press != (options.edition == "print"):
            kind, edition = ("edition print", "print") if finished.for_press else ("a proof", "proof")
            raise NotComparable(f"{old} is {kind}, whose colours differ: compare it with --edition {edition}")
        if options.edition == "proof":
            looked_over = EDITIONS["proof"](made, Wishes(small=bool(finished.picture_ppi)))
        assert looked_over.write is not None
        with TemporaryDirectory(prefix="digest-studio-") as folder:
            new = Path(folder) / "new.pdf"
            with progress_bar("Writing all pages", options.quiet) as progress:
                looked_over.write(new, None, progress)
            with progress_bar("Comparing the pages", options.quiet) as progress:
                return find_changes(made.document, new, old, made.theme.left(True) - made.theme.left(False), progress)
    except MalformedPdf as error:
        raise NotComparable(f"{old} cannot be compared: {error}") from error


def changed_pages(made: Made, looked_over: LookedOver, pages: frozenset[int] | None, options: Namespace) -> frozenset[int]:
    """Which of `pages` (None: all) look different from the earlier PDF, after saying what became of each.

    For the press a page with another folio is another page; a proof need not be read for that. Raises OSError and NotComparable.
    """
    old = options.changed_since
    changes = changes_since(old, made, looked_over, options)
    for line in change_lines(changes, old):
        print(line)
    found = changes.to_export(folios=options.edition == "print")
    wanted = found if pages is None else found & pages
    if not wanted:
        print(f"no page is to be exported: {'none of these looks' if found else 'none looks'} different from {old}")
    return wanted


def change_lines(changes: Changes, old: Path) -> Iterator[str]:
    """What became of the pages, in their order; what looks as it did under the same number is not named."""
    waiting: list[PageChange] = []
    for page in changes.pages:
        if waiting and not _goes_on(waiting[-1], page):
            yield _moved_line(waiting)
            waiting = []
        if page.kind in ("moved", "folio"):
            waiting.append(page)
        elif page.kind == "new":
            yield f"page {page.number}: new"
        elif page.kind == "changed":
            before = f" (page {page.before} before)" if page.before != page.number else ""
            yield f"page {page.number}: {max(0.1, 100 * page.part):.1f} % looks different{before}"
    if waiting:
        yield _moved_line(waiting)
    if changes.gone:
        yield f"{pages_named(changes.gone)} of {old.name}: gone"


def _goes_on(one: PageChange, other: PageChange) -> bool:
    """Whether the next page moved as the last one did."""
    return one.kind == other.kind and other.before is not None and one.before == other.before - 1


def _moved_line(pages: list[PageChange]) -> str:
    here, there = pages_named(page.number for page in pages), pages_named(page.before or 0 for page in pages)
    return f"{here}: {there} before, " + ("with another folio" if pages[0].kind == "folio" else "as it was")


def pages_named(numbers: Iterable[int]) -> str:
    """`page 3`, `pages 3, 5-9`."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    named = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ranges)
    return f"page{'s' if len(ranges) > 1 or ranges[0][0] != ranges[0][1] else ''} {named}"
