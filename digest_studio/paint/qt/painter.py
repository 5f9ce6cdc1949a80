"""One display page painted with QPainter: one exhaustive match over the items.

What a page means is the same as in paint/pdf, and a test compares both: shapes are filled by the nonzero rule, strokes have
butt ends and mitres (limit 10), text stands exactly where layout put it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import assert_never

from PySide6.QtCore import QLineF, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from digest_studio.base.colour import WHITE, Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.items import (
    Anchor,
    Close,
    CurveTo,
    Frame,
    Group,
    Item,
    LineTo,
    Link,
    Move,
    PlacedImage,
    PlacedPdf,
    Segment,
    Shape,
    TextLine,
)
from digest_studio.paint.qt.extent import MITER_LIMIT, Extents, group_transform, qrect
from digest_studio.paint.qt.kept import Kept
from digest_studio.paint.qt.pictures import Artwork, Photo, Pictures, Wanted
from digest_studio.paint.qt.text import KEPT_LINES, Colours, Fonts, Lines, screen_colour

KEPT_PATHS = 10_000

_AWAITED = QColor(235, 235, 235)
_BROKEN_FILL, _BROKEN_LINE = QColor.fromRgbF(0.92, 0.92, 0.92), QColor.fromRgbF(0.85, 0.1, 0.1)
_BROKEN_WIDTH = 0.02
"""Of the box: the mark in the place of a picture that cannot be read, as in paint/pdf."""

_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform


class PaintResources:
    """What the pages painted in one thread share: lines of text and paths made ready, and pictures.

    `colours` says what a colour is painted in; pictures are in such colours already.
    """

    def __init__(self, pictures: Pictures, colours: Colours = screen_colour, fonts: Fonts | None = None) -> None:
        self.pictures = pictures
        self.colours = colours
        self.lines = Lines(KEPT_LINES, colours, fonts)
        self.paths: Kept[tuple[Segment, ...], QPainterPath] = Kept(outline, KEPT_PATHS)
        self.extents = Extents(self.lines, self.paths)


def paint_page(
    painter: QPainter,
    page: Page,
    scale: float,
    *,
    resources: PaintResources,
    bleed: bool = False,
    exposed: QRectF | None = None,
) -> None:
    """Paint `page` with its trim's top left corner at the painter's origin; `scale` is the painter's units a point.

    Paints the paper, and what lies on it up to the trim, or with `bleed` to the end of the bleed. `exposed` is the part that
    is in view, in points of the page (None: all of it): what lies outside may be left out. Pictures that are not there yet
    are marked by a grey box; they have been asked for.
    """
    beyond = page.bleed if bleed else 0.0
    sheet = Rect(0.0, 0.0, page.width, page.height).expanded(beyond)
    with _kept_state(painter):
        painter.setRenderHints(_HINTS)
        painter.scale(scale, scale)
        painter.setClipRect(qrect(sheet), Qt.ClipOperation.IntersectClip)
        painter.fillRect(qrect(sheet), screen_colour(WHITE))
        _PagePainter(painter, resources).items(page.items, exposed)


class _PagePainter:
    """Paints the items of one page. The painter's unit is a point."""

    def __init__(self, painter: QPainter, resources: PaintResources) -> None:
        self._painter = painter
        self._resources = resources
        device = painter.deviceTransform()
        self._scale = abs(device.determinant()) ** 0.5  # device pixels a point

    def items(self, items: tuple[Item, ...], exposed: QRectF | None) -> None:
        lines = self._resources.lines
        for item in items:
            match item:
                case TextLine():
                    lines.draw(self._painter, item, self._scale, exposed)
                case Shape():
                    self._shape(item)
                case Group():
                    self._group(item, exposed)
                case PlacedImage():
                    if _in_view(item.box, exposed):
                        self._photo(item)
                case PlacedPdf():
                    if _in_view(item.clip, exposed):
                        self._artwork(item)
                case Link() | Anchor() | Frame():
                    pass
                case _:
                    assert_never(item)

    def _group(self, group: Group, exposed: QRectF | None) -> None:
        if not group.turn and group.clip is None:
            self._moved(group, exposed)
            return
        inside = group_transform(group)
        if exposed is not None:
            exposed = inside.inverted()[0].mapRect(exposed)
        with _kept_state(self._painter):
            self._painter.setTransform(inside, True)
            if group.clip is not None:
                self._painter.setClipRect(qrect(group.clip), Qt.ClipOperation.IntersectClip)
            self.items(group.items, exposed)

    def _moved(self, group: Group, exposed: QRectF | None) -> None:
        """A group that only stands elsewhere: every line of an article is one, for which no painter need be moved."""
        if len(group.items) == 1 and isinstance(line := group.items[0], TextLine):
            there = line._replace(x=line.x + group.dx, y=line.y + group.dy)
            self._resources.lines.draw(self._painter, there, self._scale, exposed)
            return
        exposed = exposed.translated(-group.dx, -group.dy) if exposed is not None else None
        if not self._resources.extents.in_view(group.items, exposed):
            return
        before = self._painter.worldTransform()
        self._painter.translate(group.dx, group.dy)
        self.items(group.items, exposed)
        self._painter.setWorldTransform(before)

    def _shape(self, shape: Shape) -> None:
        painter = self._painter
        path = self._resources.paths.get(shape.path)
        painter.setOpacity(shape.opacity)
        if (fill := self._colour(shape.fill)) is not None:
            painter.fillPath(path, fill)
        if (stroke := self._colour(shape.stroke)) is not None:
            pen = QPen(stroke, shape.line_width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.SvgMiterJoin)
            pen.setMiterLimit(MITER_LIMIT)
            painter.strokePath(path, pen)
        painter.setOpacity(1.0)

    def _colour(self, colour: Colour | None) -> QColor | None:
        """What is painted in the place of a colour, if anything is."""
        return None if colour is None else self._resources.colours(colour)

    def _photo(self, item: PlacedImage) -> None:
        x0, y0, x1, y1 = item.crop
        width, height = self._device_size(item.box)
        wanted = Photo.of_size(item.image, width / (x1 - x0), height / (y1 - y0))
        picture = self._picture(wanted, item.box)
        if picture is not None:
            w, h = picture.width(), picture.height()
            self._picture_at(item.box, picture, QRectF(x0 * w, y0 * h, (x1 - x0) * w, (y1 - y0) * h))

    def _artwork(self, item: PlacedPdf) -> None:
        clip, trim = item.clip, item.trim
        window = Rect(
            (clip.x - trim.x) / trim.width, (clip.y - trim.y) / trim.height,
            clip.width / trim.width, clip.height / trim.height,
        )  # fmt: skip
        width, height = map(round, self._device_size(clip))
        wanted = Artwork(item.path, item.digest, item.page, window, width, height, item.convert)
        picture = self._picture(wanted, clip)
        if picture is not None:
            self._picture_at(clip, picture, QRectF(picture.rect()))

    def _picture(self, wanted: Wanted, box: Rect) -> QImage | None:
        """The picture as far as it is there; where it is not, its place is marked."""
        picture = self._resources.pictures.get(wanted)
        if picture is None:
            self._painter.fillRect(qrect(box), _AWAITED)
        elif picture.isNull():
            self._mark_broken(qrect(box))
            return None
        return picture

    def _picture_at(self, box: Rect, picture: QImage, part: QRectF) -> None:
        """Paint `part` of `picture` into `box`, whose edges are brought to whole pixels.

        A picture of just the size needed is copied pixel by pixel; resampling would soften it.
        """
        painter = self._painter
        if not self._upright():
            painter.drawImage(qrect(box), picture, part)
            return
        pixels = self._whole_pixels(box)
        with _kept_state(painter):
            painter.setWorldTransform(painter.deviceTransform().inverted()[0] * painter.worldTransform())  # units are pixels
            if abs(part.width() - pixels.width()) < 1 and abs(part.height() - pixels.height()) < 1:
                painter.drawImage(pixels.topLeft(), picture, QRect(QPoint(round(part.x()), round(part.y())), pixels.size()))
            else:
                painter.drawImage(QRectF(pixels), picture, part)

    def _upright(self) -> bool:
        device = self._painter.deviceTransform()
        return device.m12() == device.m21() == 0 and device.m11() > 0 and device.m22() > 0

    def _whole_pixels(self, box: Rect) -> QRect:
        """`box` on the device, its edges at the nearest whole pixels; at least a pixel wide and high."""
        device = self._painter.deviceTransform().mapRect(qrect(box))
        left, top = round(device.left()), round(device.top())
        return QRect(left, top, max(1, round(device.right()) - left), max(1, round(device.bottom()) - top))

    def _device_size(self, box: Rect) -> tuple[float, float]:
        """Width and height of `box` in device pixels, along its own axes."""
        if self._upright():
            pixels = self._whole_pixels(box)
            return pixels.width(), pixels.height()
        return max(1.0, box.width * self._scale), max(1.0, box.height * self._scale)

    def _mark_broken(self, box: QRectF) -> None:
        """A crossed box."""
        painter = self._painter
        with _kept_state(painter):
            painter.fillRect(box, _BROKEN_FILL)
            painter.translate(box.topLeft())
            painter.scale(box.width(), box.height())
            pen = QPen(_BROKEN_LINE, _BROKEN_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.SvgMiterJoin)
            painter.setPen(pen)
            painter.drawRect(QRectF(0, 0, 1, 1))
            painter.drawLines([QLineF(0, 0, 1, 1), QLineF(0, 1, 1, 0)])


def outline(segments: tuple[Segment, ...]) -> QPainterPath:
    """The path of a shape, filled by the nonzero winding rule."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for segment in segments:
        match segment:
            case Move(x, y):
                path.moveTo(x, y)
            case LineTo(x, y):
                path.lineTo(x, y)
            case CurveTo(x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case Close():
                path.closeSubpath()
            case _:
                assert_never(segment)
    return path


@contextmanager
def _kept_state(painter: QPainter) -> Iterator[None]:
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _in_view(box: Rect, exposed: QRectF | None) -> bool:
    return exposed is None or exposed.intersects(qrect(box))
