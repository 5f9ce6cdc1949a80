"""A progress bar on a terminal's stderr; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from digest_studio.app.session import Progress


@contextmanager
def progress_bar(what: str, quiet: bool) -> Iterator[Progress | None]:
    """A bar that says what is being done, gone when it is done; None where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(desc=what, leave=False, bar_format="{desc} {bar} {percentage:3.0f} %", file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show
