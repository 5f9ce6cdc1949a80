"""The boxes of a PDF's page, inherited values and defaults resolved (ISO 32000-1, 7.7.3.4 and 14.11.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digest_studio.assets.limits import MAX_PDF_SIDE, MIN_PDF_SIDE
from digest_studio.base.geometry import Rect
from digest_studio.base.say import say
from digest_studio.base.values import dataclass

if TYPE_CHECKING:
    from pikepdf import Object

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in the page's user space, y upwards."""

_MAX_ANCESTORS = 50

MOST_UNIT = 75_000.0
"""Points of a unit that a reader knows: so a page may measure 381 km."""


class MalformedPdf(ValueError):
    """The file is no PDF that we can place; the message says why."""


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """A page's boxes as stored, and how many degrees clockwise it is turned to be shown (0, 90, 180, 270).

    `unit`: points of a unit of its user space (UserUnit), in which all boxes are.
    """

    media: Box
    trim: Box
    bleed: Box
    rotate: int
    unit: float = 1.0

    @property
    def trimmed(self) -> tuple[float, float]:
        """Width and height of the trimmed page as shown, in points."""
        trim = self.shown(self.trim)
        return trim.width * self.unit, trim.height * self.unit

    def shown(self, box: Box) -> Rect:
        """`box` as shown, in units of the page: y downwards from the top left corner of the MediaBox."""
        x0, y0, x1, y1 = self.media
        left, bottom, right, top = box[0] - x0, box[1] - y0, box[2] - x0, box[3] - y0
        width, height = x1 - x0, y1 - y0
        match self.rotate:
            case 90:
                return Rect(bottom, left, top - bottom, right - left)
            case 180:
                return Rect(width - right, bottom, right - left, top - bottom)
            case 270:
                return Rect(height - top, width - right, top - bottom, right - left)
            case _:
                return Rect(left, height - top, right - left, top - bottom)


def page_boxes(page: Object) -> PageBoxes:
    """The boxes of the page dictionary `page`. Raises MalformedPdf if they make no sense.

    CropBox defaults to MediaBox, BleedBox and TrimBox to CropBox; all end at the MediaBox.
    """
    media = _box(inherited(page, "/MediaBox"))
    if media is None:
        raise MalformedPdf(say("the page has no MediaBox"))
    if not all(MIN_PDF_SIDE <= side <= MAX_PDF_SIDE for side in (media[2] - media[0], media[3] - media[1])):
        raise MalformedPdf(
            say("the page is {width:g} × {height:g} points large", width=media[2] - media[0], height=media[3] - media[1])
        )
    crop = _within(_box(inherited(page, "/CropBox")), media) or media
    trim = _within(_box(page.get("/TrimBox")), media) or crop
    bleed = _within(_box(page.get("/BleedBox")), media) or (crop if page.get("/TrimBox") is None else trim)
    return PageBoxes(media, trim, bleed, _rotation(inherited(page, "/Rotate")), _unit(page.get("/UserUnit")))


def inherited(page: Object, key: str) -> Any:
    """The value of `key` on the page or the nearest of its ancestors that has it."""
    node: Any = page
    for _ in range(_MAX_ANCESTORS):
        value = entry(node, key)
        if value is not None:
            return value
        node = entry(node, "/Parent")
    return None


def entry(dictionary: Any, key: str) -> Any:
    """The value of `key`; None if there is none, or if what should be a dictionary is something else."""
    return dictionary.get(key) if getattr(dictionary, "_type_name", "") in ("dictionary", "stream") else None


def items(array: Any) -> tuple[Any, ...]:
    """The items of an array; none if what should be one is something else."""
    return tuple(array) if getattr(array, "_type_name", "") == "array" else ()


def _box(value: Object | None) -> Box | None:
    try:
        x0, y0, x1, y1 = (float(side) for side in value)  # type: ignore[union-attr]
    except (TypeError, ValueError):
        return None
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if all(abs(side) < 1e6 for side in box) else None


def _within(box: Box | None, outer: Box) -> Box | None:
    """The part of `box` inside `outer`; None if there is next to none."""
    if box is None:
        return None
    x0, y0, x1, y1 = max(box[0], outer[0]), max(box[1], outer[1]), min(box[2], outer[2]), min(box[3], outer[3])
    return (x0, y0, x1, y1) if x1 - x0 >= MIN_PDF_SIDE and y1 - y0 >= MIN_PDF_SIDE else None


def _unit(value: Any) -> float:
    try:
        unit = float(value)
    except (TypeError, ValueError):
        return 1.0
    return unit if 0 < unit <= MOST_UNIT else 1.0


def _rotation(value: object) -> int:
    try:
        degrees = int(value)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        return 0
    return degrees % 360 if degrees % 90 == 0 else 0
