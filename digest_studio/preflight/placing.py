"""Where things are seen on a finished page: boxes turned, moved and clipped as their groups say, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from math import inf
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document, Page
from digest_studio.display.hit import placed_frames
from digest_studio.display.items import Close, CurveTo, Frame, Group, Item, PlacedImage, PlacedPdf, Shape, TextLine

ASCENT, DESCENT = 0.75, 0.22
"""How far letters rise over the baseline and hang under it, as fractions of the size: enough for capitals and tails."""

Painted = TextLine | PlacedImage | PlacedPdf | Shape
Placing = Callable[[Rect], Rect]


class Seen(NamedTuple):
    """Something that is painted, its box on the page in points from the trim, and the page. `turned`: it stands upright."""

    item: Painted
    box: Rect
    page: Page
    turned: bool = False


class Owner(NamedTuple):
    """The article or advertisement that a place belongs to."""

    article: str | None = None
    ad: str | None = None


def seen(document: Document) -> tuple[Seen, ...]:
    """Everything that is painted, in the order of the pages and of painting; kept for one document, as every rule asks."""
    return _seen_in(_Same(document))


class _Same:
    """A document, compared by being the same object: comparing its pages would take longer than looking at them."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document


@lru_cache(maxsize=1)
def _seen_in(same: _Same) -> tuple[Seen, ...]:
    return tuple(at for page in same.document.pages for at in seen_on(page))


def seen_on(page: Page) -> Iterator[Seen]:
    """Everything that is painted on `page`; what its group cuts away altogether is left out."""
    return _seen(page.items, page, (_there, False), None)


def owner(page: Page, box: Rect) -> Owner:
    """Whose the place `box` is: that of the smallest frame of an article or advertisement which holds its middle."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    frames = [frame for frame in placed_frames(page) if _owner(frame) and _holds(frame.box, x, y)]
    nearest = min(frames, key=lambda frame: frame.box.width * frame.box.height, default=None)
    return (_owner(nearest) or Owner()) if nearest else Owner()


def framed(problem: Diagnostic, document: Document) -> Diagnostic:
    """The problem with the place of its advertisement, if it is one's and names no place on its page."""
    if problem.box is not None or problem.ad is None or problem.page is None:
        return problem
    page = next((page for page in document.pages if page.number == problem.page), None)
    frames = placed_frames(page) if page else ()
    place = next((frame.box for frame in frames if frame.name == f"ad:{problem.ad}"), None)
    return replace(problem, box=place) if place else problem


def inside(group: Group, place: Placing) -> Placing:
    """Where the boxes of a group's items are on the page; turned counter-clockwise, y downwards."""

    def placed(box: Rect) -> Rect:
        match group.turn % 360:
            case 90:
                box = Rect(box.y, -box.right, box.height, box.width)
            case 180:
                box = Rect(-box.right, -box.bottom, box.width, box.height)
            case 270:
                box = Rect(-box.bottom, box.x, box.height, box.width)
        return place(box.moved(group.dx, group.dy))

    return placed


def cut(box: Rect, clip: Rect | None) -> Rect:
    """The part of `box` within `clip`."""
    if clip is None:
        return box
    x0, y0 = max(box.x, clip.x), max(box.y, clip.y)
    return Rect(x0, y0, max(0.0, min(box.right, clip.right) - x0), max(0.0, min(box.bottom, clip.bottom) - y0))


def apart(a: Rect, b: Rect) -> bool:
    """Whether two boxes have nothing in common but, at most, edges."""
    return a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


def _there(box: Rect) -> Rect:
    return box


def _seen(items: tuple[Item, ...], page: Page, way: tuple[Placing, bool], clip: Rect | None) -> Iterator[Seen]:
    place, turned = way
    for item in items:
        if isinstance(item, Group):
            within = inside(item, place)
            inner = within(item.clip) if item.clip else None
            yield from _seen(item.items, page, (within, turned != (item.turn % 180 != 0)), cut(inner, clip) if inner else clip)
        elif isinstance(item, TextLine | PlacedImage | PlacedPdf | Shape) and (bounds := _bounds(item)) is not None:
            box = place(bounds)
            if clip is None or not apart(box, clip):
                yield Seen(item, cut(box, clip), page, turned)


def _bounds(item: Painted) -> Rect | None:
    match item:
        case TextLine():
            return _text_box(item)
        case PlacedImage(box=box):
            return box
        case PlacedPdf(clip=clip):
            return clip
        case Shape():
            return _shape_box(item) if item.path else None


def _text_box(line: TextLine) -> Rect | None:
    """The line from its first glyph to its last, spaces at its ends left out."""
    left, right, size = inf, -inf, 0.0
    for run in line.runs:
        text, first, last = run.text, 0, len(run.text) - 1
        while first <= last and not text[first].strip():
            first += 1
        if first > last:
            continue
        while not text[last].strip():
            last -= 1
        end = run.xs[last + 1] if last + 1 < len(run.xs) else run.advance
        start = line.x + run.x
        left, right, size = min(left, start + run.xs[first]), max(right, start + end), max(size, run.size)
    if not size:
        return None
    return Rect(left, line.y - ASCENT * size, right - left, (ASCENT + DESCENT) * size)


def _shape_box(shape: Shape) -> Rect:
    points = [point for segment in shape.path if not isinstance(segment, Close) for point in _points(segment)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _points(segment: Item | tuple[float, ...]) -> Iterator[tuple[float, float]]:
    if isinstance(segment, CurveTo):
        yield from ((segment.x1, segment.y1), (segment.x2, segment.y2))
    yield (segment[-2], segment[-1])  # type: ignore[misc]


def _owner(frame: Frame) -> Owner | None:
    kind, _, name = frame.name.partition(":")
    return {"article": Owner(article=name), "ad": Owner(ad=name)}.get(kind)


def _holds(box: Rect, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom
