"""Work by a second process on what is not to be trusted: all its values, its errors, and its end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from digest_studio.app.guarded import Lost, streamed
from digest_studio.assets.pdfboxes import MalformedPdf
from digest_studio.base.say import say

PATIENCE, MEMORY = 30.0, 1 << 30

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no second process here")


def values(count: int, size: int = 10) -> Iterator[tuple[int, bytes]]:
    for n in range(count):
        yield n, bytes([n % 256]) * size


def test_all_values_come_in_order_however_large() -> None:
    for size in (0, 10, 1 << 20):
        assert list(streamed(lambda size=size: values(5, size), PATIENCE, MEMORY)) == list(values(5, size))
    assert list(streamed(lambda: values(0), PATIENCE, MEMORY)) == []


def test_what_goes_wrong_there_is_raised_here_after_what_went_right() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise MalformedPdf(say("page {n} is broken", n=2))

    found = streamed(broken, PATIENCE, MEMORY)
    assert next(found) == 1
    with pytest.raises(MalformedPdf, match="page 2 is broken"):
        next(found)


@needs_fork
def test_who_takes_too_long_is_ended() -> None:
    def endless() -> Iterator[int]:
        yield os.getpid()
        while True:
            time.monotonic()

    found = streamed(endless, 0.2, MEMORY)
    child = next(found)
    with pytest.raises(Lost):
        next(found)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@needs_fork
def test_who_dies_is_missed() -> None:
    def dies() -> Iterator[int]:
        yield 1
        os._exit(3)

    with pytest.raises(Lost):
        list(streamed(dies, PATIENCE, MEMORY))


@needs_fork
def test_who_takes_too_much_memory_gets_none() -> None:
    def greedy() -> Iterator[int]:
        yield len(bytearray(1 << 31))

    with pytest.raises(MemoryError):
        list(streamed(greedy, PATIENCE, 1 << 28))


@needs_fork
def test_a_reader_who_leaves_ends_it() -> None:
    def endless() -> Iterator[int]:
        while True:
            yield os.getpid()

    found = streamed(endless, PATIENCE, MEMORY)
    child = next(found)
    found.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
