"""`--pages 4-9,12`: which pages."""

from __future__ import annotations

from digest_studio.app import page_range as pages
from digest_studio.app.page_range import BadRange

__all__ = ["BadRange", "page_range"]


def page_range(text: str, count: int) -> frozenset[int]:
    """The page numbers that `text` names; what is wrong with it is told with the option's name."""
    try:
        return pages.page_range(text, count)
    except BadRange as error:
        raise BadRange(f"--pages {text}: {error}") from None
