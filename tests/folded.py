"""Paper: sheets as they come from a press, folded and read. Knows nothing of how pages were put on them.

A side is what one sees of it: by row (0 the lower one) and whether it is right of the spine, whatever stands there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
Seen = Mapping[tuple[int, bool], T]
Leaf = tuple[T, T]
"""What is read first, and what stands on the other side."""


def reading_order(sheets: Sequence[tuple[Seen[T], Seen[T]]]) -> list[T]:
    """What is read of sheets (front, back) that lie in each other, the outermost first, when they are folded."""
    right: list[Leaf[T]] = []
    left: list[Leaf[T]] = []
    for front, back in sheets:  # the left half is folded behind everything
        right_leaves, left_leaves = _halves(front, back)
        right += right_leaves
        left += left_leaves
    return [page for leaf in [*right, *((behind, before) for before, behind in reversed(left))] for page in leaf]


def _halves(front: Seen[T], back: Seen[T]) -> tuple[list[Leaf[T]], list[Leaf[T]]]:
    """The leaves right and left of the spine, from the front on, after the upper half is folded behind the lower one. What is
    right on the front is left on the back: sheets are turned over sideways."""
    right, left = [(front[0, True], back[0, False])], [(front[0, False], back[0, True])]
    if (1, True) in front:  # folded behind: now its back is in front
        right.append((back[1, False], front[1, True]))
        left.append((back[1, True], front[1, False]))
    return right, left
