"""A progress bar on a terminal's stderr; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from digest_studio.app.session import Progress, silent


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress]:
    """A bar that shows what is being done, gone when the work is done."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from tqdm import tqdm

    with tqdm(leave=False, bar_format="{desc} {bar} {n_fmt}/{total_fmt}", file=sys.stderr) as bar:

        def show(what: str, done: int, total: int) -> None:
            bar.set_description_str(what, refresh=False)
            bar.total = total
            bar.n = done
            bar.refresh()

        yield show
