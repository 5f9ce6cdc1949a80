"""The cover as a file of its own: printers print it on another paper. It is the outer leaf, two pages at either end."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

LEAST_PAGES = 8
"""With fewer there is a cover and nothing in it."""


def cover_pages(count: int) -> frozenset[int]:
    """The numbers of the cover's pages, of an issue of `count` pages."""
    return frozenset((1, 2, count - 1, count))


def cover_file(target: Path) -> Path:
    """Where the cover goes: beside the inside, `my-issue-print.pdf` and `my-issue-print-cover.pdf`."""
    return target.with_name(f"{target.stem}-cover{target.suffix}")


def split_cover(target: Path, pages: Collection[int] | None, count: int) -> tuple[tuple[Path, frozenset[int]], ...]:
    """The files with the numbers of their pages, of all pages or of `pages`: inside, then cover; none that would be empty."""
    wanted = frozenset(range(1, count + 1) if pages is None else pages)
    cover = cover_pages(count)
    files = ((target, wanted - cover), (cover_file(target), wanted & cover))
    return tuple((path, numbers) for path, numbers in files if numbers)
