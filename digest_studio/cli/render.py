"""`render`: the pages as PNG. What paints them is handed in, so that no other command comes near Qt."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeAlias

from digest_studio.app.session import Progress
from digest_studio.base.diagnostics import has_errors
from digest_studio.cli.commands import made_or_told, tell_problems
from digest_studio.cli.page_range import BadRange, page_range
from digest_studio.cli.progress import progress_bar
from digest_studio.cli.status import DONE, FOUND, NOTHING_DONE, refuse
from digest_studio.display.document import Document

Renderer: TypeAlias = Callable[[Document, Collection[int] | None, float, Path, Progress | None], tuple[Path, ...]]
"""Writes the pages with these numbers (None: all) at so many dots per inch into a folder; the files written."""

LEAST_DPI, MOST_DPI = 10, 1200

NO_QT = """\
pages as PNG need Qt, which cannot be loaded: {reason}
On Debian and Ubuntu: apt-get install libegl1 libgl1 libfontconfig1 libxkbcommon0 libdbus-1-3"""


def render(options: Namespace, renderer: Renderer) -> int:
    """Write the pages as PNG and name the files."""
    if not LEAST_DPI <= options.dpi <= MOST_DPI:
        return refuse(f"--dpi is {options.dpi:g}; it may be {LEAST_DPI} to {MOST_DPI}")
    made = made_or_told(options)
    if made is None:
        return NOTHING_DONE
    try:
        pages = page_range(options.pages, len(made.plan.pages)) if options.pages else None
    except BadRange as error:
        return refuse(str(error))
    try:
        with progress_bar("Painting the pages", options.quiet) as progress:
            files = renderer(made.document, pages, options.dpi, options.output, progress)
    except ImportError as error:
        return refuse(NO_QT.format(reason=error))
    tell_problems(made.problems, options.quiet)
    print("\n".join(map(str, files)))
    return FOUND if has_errors(made.problems) else DONE
