"""The program's door: `digest-studio …`, `python -m digest_studio …`. Puts the parts together and imports them late."""

from __future__ import annotations

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

    return run(sys.argv[1:] if arguments is None else arguments, render)


def render(
    document: Document, pages: Collection[int] | None, dpi: float, folder: Path, progress: Progress | None
) -> tuple[Path, ...]:
    """The pages as PNG, painted by Qt. Raises ImportError where Qt cannot be loaded."""
    from digest_studio.paint.qt.render import render_pages

    return render_pages(document, pages, dpi, folder, progress)


if __name__ == "__main__":
    sys.exit(main())
