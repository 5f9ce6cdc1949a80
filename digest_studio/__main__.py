"""The program's door: `digest-studio …`, `python -m digest_studio …`. Puts the parts together and imports them late."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from digest_studio.app.session import Progress
    from digest_studio.display.document import Document


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    from digest_studio.cli.program import run

    return run(sys.argv[1:] if arguments is None else arguments, render, studio)


def render(
    document: Document, pages: Collection[int] | None, dpi: float, folder: Path, progress: Progress | None
) -> tuple[Path, ...]:
    """The pages as PNG, painted by Qt. Raises ImportError where Qt cannot be loaded."""
    from digest_studio.paint.qt.render import render_pages

    return render_pages(document, pages, dpi, folder, progress)


def studio(folder: Path | None) -> int:
    """The window, on the issue in `folder` if there is one; its exit status. Raises NoWindow where none can be shown."""
    gc.enable()  # a window lives long
    from digest_studio.cli.status import NoWindow
    from digest_studio.gui.display import why_no_window

    if trouble := why_no_window():
        raise NoWindow(trouble)
    try:
        from digest_studio.gui.application import run
    except ImportError as error:
        raise NoWindow(f"Qt cannot be loaded ({error}): install PySide6-Essentials") from error
    return run(folder)


def program() -> None:
    """Run the command line as the whole of a process.

    What a command makes lives until its end: looking for garbage in it would cost a tenth of the time. And a command that
    is done is gone at once: taking apart what it made would cost a twentieth.
    """
    gc.disable()
    status = main()
    with contextlib.suppress(OSError):  # nobody reads any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    program()
