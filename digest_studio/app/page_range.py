"""`4-9,12`: which pages of an issue."""

from __future__ import annotations

import re


class BadRange(ValueError):
    """What is wrong with a page range, in the user's words."""


def page_range(text: str, count: int) -> frozenset[int]:
    """The page numbers that `text` names, of an issue of `count` pages: `4`, `4-9`, `12-` (to the end), joined by commas."""
    pages: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d+)\s*(?:(-)\s*(\d*))?\s*", part)
        if not match:
            raise BadRange(f"{part.strip() or 'an empty part'} is not a page or a range of pages; write 4-9,12")
        first = int(match[1])
        last = int(match[3] or count) if match[2] else first
        if not 1 <= first <= last:
            raise BadRange(f"{part.strip()} counts backwards or from 0; pages are counted from 1")
        if last > count:
            raise BadRange(f"there is no page {last}; the issue has {count}")
        pages.update(range(first, last + 1))
    return frozenset(pages)
