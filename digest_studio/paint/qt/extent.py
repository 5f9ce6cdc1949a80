"""What display items may ink, so that what lies outside the view is left out, and of a painted page only what differs is painted.

In: items. Out: boxes in points, in the units of what the items lie in, generous rather than tight.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Anchor, Frame, Group, Item, Link, PlacedImage, PlacedPdf, Segment, Shape, TextLine
from digest_studio.paint.qt.kept import Kept
from digest_studio.paint.qt.text import Lines

MITER_LIMIT = 10.0
"""PDF's default (ISO 32000-1, table 52)."""
KEPT_EXTENTS = 2_000
MANY = 8
"""Of fewer items, asking each costs no more than asking for all."""
BEYOND = 1.0
"""Points by which edges that are brought to whole pixels may reach over."""

Paths = Kept[tuple[Segment, ...], QPainterPath]


class Extents:
    """The boxes of groups of many items, each found once: a page that stands elsewhere shows the same group."""

    def __init__(self, lines: Lines, paths: Paths) -> None:
        self._lines, self._paths = lines, paths
        self._kept: Kept[tuple[Item, ...], QRectF] = Kept(self._united, KEPT_EXTENTS)

    def boxes(self, item: Item) -> Iterator[QRectF]:
        """What an item may ink."""
        match item:
            case TextLine():
                yield self._lines.box(item)
            case Shape():
                over = item.line_width * MITER_LIMIT / 2 if item.stroke is not None else 0.0
                yield self._paths.get(item.path).controlPointRect().adjusted(-over, -over, over, over)
            case PlacedImage():
                yield qrect(item.box)
            case PlacedPdf():
                yield qrect(item.clip)
            case Group():
                inside = group_transform(item)
                yield from (inside.mapRect(box) for each in item.items for box in self.boxes(each))
            case Link() | Anchor() | Frame():
                return

    def in_view(self, items: tuple[Item, ...], exposed: QRectF | None) -> bool:
        """Whether a group's items may be in view; few items are not asked."""
        return exposed is None or len(items) < MANY or exposed.intersects(self._kept.get(items))

    def _united(self, items: tuple[Item, ...]) -> QRectF:
        whole = QRectF()
        for item in items:
            for box in self.boxes(item):
                whole = whole.united(box)
        return whole.adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND)


def group_transform(group: Group) -> QTransform:
    """From a group's own units to those of what it lies in."""
    inside = QTransform.fromTranslate(group.dx, group.dy)
    inside.rotate(-(group.turn % 360))  # Qt turns clockwise
    return inside


def qrect(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
