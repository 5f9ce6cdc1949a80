"""Pictures that are prepared in other threads: waiting for them, and telling how many are there."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future, wait
from typing import Any

from digest_studio.base.progress import Progress

_TELL_EVERY = 0.1
"""Seconds after which who waits for the pictures may give up."""


def wait_for(futures: Collection[Future[Any]], progress: Progress) -> None:
    """Return when all are done; `progress` hears of it, and may give up by raising."""
    waiting = set(futures)
    while waiting:
        _, waiting = wait(waiting, _TELL_EVERY)
        progress(len(futures) - len(waiting), len(futures))
