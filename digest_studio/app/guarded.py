"""Work on a file that is not to be trusted, by a second process that may be ended: with limits of time and memory.

Only for a process without threads of its own: a command, never the studio.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_LENGTH = 8
"""Bytes that say how long an answer is."""


class Lost(Exception):
    """The second process ended, or took too long, before it gave what was asked of it."""


def streamed(make: Callable[[], Iterator[T]], patience: float, memory: int) -> Iterator[T]:
    """What `make()` yields, made by a second process ahead of its reader by no more than a pipe holds.

    For work on files that are not to be trusted: the process may take `memory` bytes more than it has and `patience` seconds
    for each value, else it is ended and Lost is raised. What `make` raises is raised here. Without a fork it is simply called.
    """
    if not hasattr(os, "fork"):
        yield from make()
        return
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        _send_all(make, sink, memory)
    os.close(sink)
    try:
        while (answer := _received(source, patience)) is not None:
            value, error = pickle.loads(answer)  # noqa: S301 - our own words through our own pipe
            if error is not None:
                raise error
            yield value
    finally:
        os.close(source)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _send_all(make: Callable[[], Iterator[object]], sink: int, memory: int) -> None:
    """In the second process: send each value with its length before it, an error as the last; an empty one is the end."""
    status = 1
    try:
        _limit_memory(memory)
        with os.fdopen(sink, "wb") as stream:
            for answer in _answers(make):
                stream.write(len(answer).to_bytes(_LENGTH, "big") + answer)
                stream.flush()
            stream.write(bytes(_LENGTH))
        status = 0
    finally:
        os._exit(status)


def _answers(make: Callable[[], Iterator[object]]) -> Iterator[bytes]:
    try:
        for value in make():
            yield pickle.dumps((value, None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # raised again by the reader
        yield pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)


def _limit_memory(more: int) -> None:
    """Allow this process `more` bytes of address space than it has."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        limit = pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _received(source: int, patience: float) -> bytes | None:
    """The next answer; None at the end. Raises Lost."""
    deadline = time.monotonic() + patience
    length = int.from_bytes(_exactly(source, _LENGTH, deadline), "big")
    return _exactly(source, length, deadline) if length else None


def _exactly(source: int, count: int, deadline: float) -> bytes:
    data = bytearray()
    while len(data) < count:
        ready, _, _ = select.select([source], [], [], max(0.0, deadline - time.monotonic()))
        piece = os.read(source, count - len(data)) if ready else b""
        if not piece:
            raise Lost
        data += piece
    return bytes(data)
