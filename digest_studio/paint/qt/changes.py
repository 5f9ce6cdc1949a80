"""Where two pages differ, so that of a painted page only that is painted anew: a folio, the lines after a typed letter.

In: both pages. Out: boxes in points from the trim's corner that hold everything painted in which they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from digest_studio.display.document import Page
from digest_studio.display.items import Anchor, Frame, Group, Item, Link, TextLine
from digest_studio.paint.qt.extent import Extents, group_transform


def changed_boxes(before: Page, after: Page, extents: Extents) -> Iterator[QRectF]:
    """The boxes of two pages of one size; none where they look the same."""
    return _changed(before.items, after.items, extents)


def _changed(before: Sequence[Item], after: Sequence[Item], extents: Extents) -> Iterator[QRectF]:
    """What one row of items covers and the other does not. What both begin and end with is the same; what lies between is
    compared in pairs, or, where one row is longer, all taken to differ: the order in which items are painted counts."""
    if before is after:
        return
    first, shorter = 0, min(len(before), len(after))
    while first < shorter and _same(before[first], after[first]):
        first += 1
    last = 0
    while last < shorter - first and _same(before[-1 - last], after[-1 - last]):
        last += 1
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if len(old) != len(new):
        yield from (box for item in (*old, *new) for box in extents.boxes(item))
        return
    for one, other in zip(old, new, strict=True):
        if isinstance(one, Group) and isinstance(other, Group) and one[1:] == other[1:]:
            inside = group_transform(one)
            yield from (inside.mapRect(box) for box in _changed(one.items, other.items, extents))
        elif not _same(one, other):
            yield from extents.boxes(one)
            yield from extents.boxes(other)


def _same(one: Item, other: Item) -> bool:
    """Whether two items look the same. What lines mean to a reader of the PDF, their tags, cannot be seen."""
    if one is other:
        return True
    match one, other:
        case Group(), Group():
            alike = one[1:] == other[1:] and len(one.items) == len(other.items)
            return alike and all(map(_same, one.items, other.items))
        case TextLine(), TextLine():
            return (one.x, one.y) == (other.x, other.y) and one.runs == other.runs
        case (Link() | Anchor() | Frame()), (Link() | Anchor() | Frame()):
            return True
    return type(one) is type(other) and one == other
