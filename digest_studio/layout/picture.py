"""Pictures in their boxes: which part of a photograph is seen, how finely it prints, and what marks a missing one.

In: a photo as authored, the facts of its file, a box in points. Out: one display item or a few.
"""

from __future__ import annotations

import re

from digest_studio.assets.facts import ImageFacts
from digest_studio.base.geometry import Rect
from digest_studio.display.items import Group, ImageRef, Item, LineTo, Move, PlacedImage, Shape, Tag, rectangle
from digest_studio.layout.context import Context
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model.issue import Photo

Crop = tuple[float, float, float, float]

WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)
CENTRE = (0.5, 0.5)
PLACEHOLDER_RULE = 0.5
"""Thickness of a missing picture's frame and cross, in points."""
PLACEHOLDER_STYLE = "caption"
_SHAPE = re.compile(r"(\d+(?:\.\d+)?)\s*[:/]\s*(\d+(?:\.\d+)?)")


def crop_for(
    width_px: int, height_px: int, box_ratio: float, focus: tuple[float, float] | None = None, crop: Crop | None = None
) -> Crop:
    """The part of a picture that is shown in a box of `box_ratio` (width / height), as fractions of the picture.

    The largest rectangle of that ratio within `crop` (what may be seen at all), moved so that `focus` is as near its
    middle as the crop's edges allow. A focus outside the crop pulls as far as it can.
    """
    left, top, right, bottom = crop or WHOLE
    allowed_width, allowed_height = right - left, bottom - top
    unit = box_ratio * height_px / width_px  # width per height in fractions of the picture
    width = min(allowed_width, allowed_height * unit)
    height = min(allowed_height, allowed_width / unit)
    x, y = focus or (CENTRE if crop is None else ((left + right) / 2, (top + bottom) / 2))
    x0 = min(max(x - width / 2, left), right - width)
    y0 = min(max(y - height / 2, top), bottom - height)
    return x0, y0, x0 + width, y0 + height


def shape_ratio(photo: Photo, facts: ImageFacts | None) -> float:
    """The photo's own shape as width / height: the ratio its author asked for, else that of the part that may be seen.

    3:2 for a picture that is missing.
    """
    if match := _SHAPE.fullmatch(photo.shape):
        return float(match[1]) / float(match[2])
    if facts is None:
        return 1.5
    left, top, right, bottom = photo.crop or WHOLE
    return (right - left) * facts.width / ((bottom - top) * facts.height)


def image_ref(facts: ImageFacts) -> ImageRef:
    """The picture as display items name it."""
    return ImageRef(facts.path, facts.digest, facts.width, facts.height)


def effective_ppi(image: ImageRef, crop: Crop, box: Rect) -> float:
    """Pixels per inch as printed: the smaller of both directions."""
    across = (crop[2] - crop[0]) * image.width / (box.width / 72)
    down = (crop[3] - crop[1]) * image.height / (box.height / 72)
    return min(across, down)


def figure_tag(photo: Photo, element: str = "") -> Tag:
    """The structure role of a photo: a figure with its text alternative; decoration (`alt: ""`) is an artifact."""
    return Tag("Artifact") if photo.alt == "" else Tag("Figure", element, alt=photo.alt or photo.caption)


def placed(ctx: Context, photo: Photo, box: Rect, tag: Tag) -> Item:
    """The photo filling `box` (points), cut by its crop and focus; a marked place where its file is missing or broken."""
    facts = ctx.images.get(photo.file)
    if facts is None:
        return placeholder(ctx, photo.file, box, tag)
    shown = crop_for(facts.width, facts.height, box.width / box.height, photo.focus, photo.crop)
    return PlacedImage(image_ref(facts), box, shown, tag)


def placeholder(ctx: Context, name: str, box: Rect, tag: Tag) -> Group:
    """A tinted frame with a cross and the missing file's name: nobody can take it for the picture."""
    colours = ctx.theme.colours
    frame = box.expanded(-PLACEHOLDER_RULE / 2)
    cross = Shape(
        (Move(frame.x, frame.y), LineTo(frame.right, frame.y), LineTo(frame.right, frame.bottom), LineTo(frame.x, frame.bottom),
         LineTo(frame.x, frame.y), LineTo(frame.right, frame.bottom), Move(frame.right, frame.y), LineTo(frame.x, frame.bottom)),
        stroke=colours["hairline"], line_width=PLACEHOLDER_RULE,
    )
    style = ctx.theme.styles[PLACEHOLDER_STYLE]
    label = set_text(ctx, PLACEHOLDER_STYLE, name, max(box.width - 2 * style.size, style.size), language="und")
    plate = Rect(box.x + box.width / 2, box.y + box.height / 2, 0, 0)
    width = max((line.width for line in label.setting.lines), default=0.0)
    plate = Rect(plate.x - width / 2 - 4, plate.y - label.depth / 2 - 4, width + 8, label.depth + 8)
    lines = place_lines(label, plate.x + 4, plate.y + 4 + style.leading * 0.8, Tag("Artifact"))
    return Group((rectangle(box, colours["tint"], tag=tag), cross, rectangle(plate, colours["paper"]), *lines))
