"""What stands where: frames found on a finished page, for clicks and overlays. Nothing of it is painted in print."""

from __future__ import annotations

from collections.abc import Iterator

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.items import Frame, Group, Item


def placed_frames(page: Page) -> tuple[Frame, ...]:
    """The frames of `page` in paint order, their boxes as they lie on the page: shifted, turned and clipped."""
    return tuple(_frames(page.items))


def hit(page: Page, x: float, y: float) -> tuple[Frame, ...]:
    """The frames of `page` under the point (x, y), the topmost first.

    Frames lie in each other (a photo's in its article's), so the smaller is above the larger; of frames of one size the
    one painted last.
    """
    under = [frame for frame in reversed(placed_frames(page)) if _contains(frame.box, x, y)]
    return tuple(sorted(under, key=lambda frame: frame.box.width * frame.box.height))


def reading_order(page: Page) -> tuple[Frame, ...]:
    """The frames of `page` as a reader meets them: in paint order, but each before those that lie in it."""
    frames = placed_frames(page)
    inner: dict[int | None, list[int]] = {}
    for at in range(len(frames)):
        inner.setdefault(_holder(frames, at), []).append(at)
    return tuple(frames[at] for at in _before_their_parts(inner, None))


def _frames(items: tuple[Item, ...]) -> Iterator[Frame]:
    for item in items:
        if isinstance(item, Frame):
            yield item
        elif isinstance(item, Group):
            for frame in _frames(item.items):
                box = _common(frame.box, item.clip) if item.clip else frame.box
                if box is not None:
                    yield Frame(frame.name, _turned(box, item.turn).moved(item.dx, item.dy))


def _turned(box: Rect, turn: int) -> Rect:
    """`box` turned counter-clockwise about the origin; y grows downwards."""
    match turn % 360:
        case 90:
            return Rect(box.y, -box.right, box.height, box.width)
        case 180:
            return Rect(-box.right, -box.bottom, box.width, box.height)
        case 270:
            return Rect(-box.bottom, box.x, box.height, box.width)
        case _:
            return box


def _common(a: Rect, b: Rect) -> Rect | None:
    left, top, right, bottom = max(a.x, b.x), max(a.y, b.y), min(a.right, b.right), min(a.bottom, b.bottom)
    return Rect(left, top, right - left, bottom - top) if left < right and top < bottom else None


def _contains(box: Rect, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom


def _holder(frames: tuple[Frame, ...], at: int) -> int | None:
    """The smallest frame that frame `at` lies in; of equal boxes the one painted later holds the others."""
    box = frames[at].box
    holders = [
        (other.box.width * other.box.height, n)
        for n, other in enumerate(frames)
        if n != at and _holds(other.box, box) and (other.box != box or n > at)
    ]
    return min(holders)[1] if holders else None


def _holds(outer: Rect, box: Rect, tolerance: float = 0.01) -> bool:
    grown = outer.expanded(tolerance)
    return (
        grown.x <= box.x and grown.y <= box.y and box.right <= grown.right and box.bottom <= grown.bottom
        and box.width * box.height <= outer.width * outer.height
    )  # fmt: skip


def _before_their_parts(inner: dict[int | None, list[int]], holder: int | None) -> Iterator[int]:
    for at in inner.get(holder, ()):
        yield at
        yield from _before_their_parts(inner, at)
