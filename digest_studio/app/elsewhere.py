"""A second process that makes a value while this one goes on: two processors for one command.

A fork starts with everything that this process has, so any pure function can be called in it; what it returns comes back
through a pipe. Where there is no fork, or where it fails, the function is simply called here.
Only for a process without threads of its own: a command, never the studio.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

from digest_studio.base.processors import processors

T = TypeVar("T")


def worthwhile() -> bool:
    """Whether a second process can work while this one does."""
    return hasattr(os, "fork") and processors() > 1


class Elsewhere(Generic[T]):
    """The value of `work()`, being made by a second process from now on; `result` waits for it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        source, sink = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(source)
            _send(work, sink)
        os.close(sink)
        self._source = source

    def result(self) -> T:
        """The value. If the second process could not make it, it is made here: then what went wrong is seen here, too."""
        with os.fdopen(self._source, "rb") as stream:
            answer = stream.read()
        if os.waitpid(self._child, 0)[1] != 0:
            return self._work()
        value: T = pickle.loads(answer)  # noqa: S301 - our own words through our own pipe, nothing from an issue's folder
        return value


def _send(work: Callable[[], object], sink: int) -> None:
    """In the second process: make the value, send it, and be gone without this program's clean-up."""
    status = 1
    try:
        answer = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(sink, "wb") as stream:
            stream.write(answer)
        status = 0
    finally:
        os._exit(status)
