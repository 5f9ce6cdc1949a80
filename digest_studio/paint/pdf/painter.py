"""One display page -> its page code, resources, links and anchors: one exhaustive match over the items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, assert_never

from digest_studio.base.colour import Colour
from digest_studio.display.document import Page
from digest_studio.display.items import Anchor, Frame, Group, Item, Link, PlacedImage, PlacedPdf, Shape, TextLine
from digest_studio.paint.pdf.code import KNOCK_OUT, OVERPRINT, PageCode
from digest_studio.paint.pdf.edition import Edition, Sheet
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.fonts import Fonts
from digest_studio.paint.pdf.images import Images, unit_form
from digest_studio.paint.pdf.objects import Raw, deflated, number
from digest_studio.paint.pdf.pdfpages import PdfPages, placement
from digest_studio.paint.pdf.transform import Place, compose

if TYPE_CHECKING:
    from digest_studio.paint.pdf.over import Over

_COMPRESSION = 4
"""Deflate level of page code: half the time of level 6, a seventh larger."""

_PAINTING = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): ""}
"""The operator that fills and strokes a path (8.5.3)."""

_OVERPRINTING = {
    OVERPRINT: b"<</Type/ExtGState/op true/OP true/OPM 1>>",
    KNOCK_OUT: b"<</Type/ExtGState/op false/OP false/OPM 0>>",
}
"""Only with OPM 1 does an ink of 0 % leave what lies under it (11.7.4.5)."""


class Resources:
    """What the pages of one file share: fonts, images, foreign pages, graphics states."""

    def __init__(self, file: PdfFile, pdfs: PdfPages, edition: Edition) -> None:
        self.file = file
        self.fonts = Fonts(file)
        self.images = _images(file, edition)
        self.pdfs = pdfs
        self._mark = edition.colours.mark
        self._colours = edition.colours
        self._states: dict[str, str] = {}

    def opacity(self, value: float) -> str:
        """The name of a graphics state in which everything is painted with opacity `value`."""
        key = number(value)
        name = self._states.get(key)
        if name is None:
            name = self._states[key] = f"Gs{len(self._states) + 1}"
            self.file.add(Raw(f"<</Type/ExtGState/ca {key}/CA {key}>>".encode("ascii")), name)
        return name

    def overprinting(self) -> tuple[str, ...]:
        """The names of the graphics states that turn overprinting on and off."""
        for name, state in _OVERPRINTING.items():
            if name not in self.file.idToObject:
                self.file.add(Raw(state), name)
        return tuple(_OVERPRINTING)

    def over(self, line: Over) -> str:
        """The name of the form that paints a line over every page."""
        if line.kind not in self.file.idToObject:
            from digest_studio.paint.pdf.over import form

            self.file.add(form(line, self._colours), line.kind)
        return line.kind

    def mark(self) -> str:
        """The name of a form that marks the place of what could not be painted."""
        if "Mark" not in self.file.idToObject:
            self.file.add(unit_form(self._mark), "Mark")
        return "Mark"


def _images(file: PdfFile, edition: Edition) -> Images:
    if edition.picture_ppi:
        from digest_studio.paint.pdf.small import SmallImages

        return SmallImages(file, edition.colours.mark, edition.picture_ppi)
    if edition.press is None:
        return Images(file, edition.colours.mark)
    from digest_studio.paint.pdf.press.images import PressImages  # threads and colour only where they are needed

    return PressImages(file, edition.colours.mark, edition.press)


class PaintedLink(NamedTuple):
    """A link, its box, and the number of the page that it belongs to (not the sheet's, where several stand on one)."""

    link: Link
    box: tuple[float, float, float, float]
    page: int


@dataclass(slots=True)
class PaintedPage:
    """The object number of a page's code, the names of the resources it uses, and what lies on it for readers.

    Boxes (left, bottom, right, top) and points are in the page's default user space, y upwards.
    """

    page: Page
    sheet: Sheet
    code: int = 0
    objects: dict[str, None] = field(default_factory=dict)
    states: dict[str, None] = field(default_factory=dict)
    links: list[PaintedLink] = field(default_factory=list)
    anchors: dict[str, tuple[float, float]] = field(default_factory=dict)


class Painter:
    """Paints one page. What an edition makes different is asked of the edition."""

    def __init__(self, page: Page, edition: Edition, resources: Resources) -> None:
        self._colours = edition.colours
        self._over = edition.over
        self._for_press = edition.press is not None
        self._resources = resources
        self._code = PageCode()
        self._painted = PaintedPage(page, edition.sheet(page))
        self._number = page.number

    def paint(self) -> PaintedPage:
        painted = self._painted
        self._items(painted.page.items, Place(*painted.sheet.origin))
        for line in self._over:
            self._line_over(line)
        painted.code = self._resources.file.add(deflated(self._code.data(), level=_COMPRESSION))
        return painted

    def _items(self, items: tuple[Item, ...], place: Place) -> None:
        for item in items:
            match item:
                case TextLine():
                    self._text_line(item, place)
                case PlacedImage():
                    self._image(item, place)
                case PlacedPdf():
                    self._pdf(item, place)
                case Shape():
                    self._shape(item, place)
                case Group():
                    self._group(item, place)
                case Link():
                    self._painted.links.append(PaintedLink(item, place.page_box(item.box), self._number))
                case Anchor(name, x, y):
                    self._painted.anchors.setdefault(name, place.page_point(x, y))
                case Frame():
                    pass
                case _:
                    assert_never(item)

    def _group(self, group: Group, place: Place) -> None:
        outer = self._number
        self._number = group.page or outer
        self._group_items(group, place)
        self._number = outer

    def _group_items(self, group: Group, place: Place) -> None:
        inside = place.inside(group)
        turned = group.turn % 360 != 0
        if not turned and group.clip is None:
            self._items(group.items, inside)
            return
        self._code.save()
        if turned:
            self._code.transform(place.turn(group))
        if group.clip is not None:
            self._code.clip(*inside.box(group.clip))
        self._items(group.items, inside)
        self._code.restore()

    def _text_line(self, line: TextLine, place: Place) -> None:
        code, fonts = self._code, self._resources.fonts
        x, y = place.x + line.x, place.y - line.y
        code.begin_text()
        for run in line.runs:
            if run.glyphs:
                self._overprint(run.colour)
                code.fill_colour(self._colours.fill(run.colour))
                code.glyphs(fonts.get(run.font), run, x + run.x, y)
        code.end_text()

    def _shape(self, shape: Shape, place: Place) -> None:
        paint = _PAINTING[shape.fill is not None, shape.stroke is not None]
        if not paint or not shape.path:
            return
        code = self._code
        if shape.opacity < 1:
            name = self._resources.opacity(shape.opacity)
            self._painted.states[name] = None
            code.save()
            code.external_state(name)
        self._overprint(shape.fill, shape.stroke)
        if shape.fill is not None:
            code.fill_colour(self._colours.fill(shape.fill))
        if shape.stroke is not None:
            code.stroke_colour(self._colours.stroke(shape.stroke))
            code.line_width(shape.line_width)
        code.path(shape.path, (place.x, place.y), paint)
        if shape.opacity < 1:
            code.restore()

    def _overprint(self, *colours: Colour | None) -> None:
        """Let what is painted next overprint if all its colours do; nothing where colours never do."""
        on = all(self._colours.overprints(colour) for colour in colours if colour is not None)
        if on and colours:
            self._painted.states.update(dict.fromkeys(self._resources.overprinting()))
        self._code.overprint(on and bool(colours))

    def _image(self, item: PlacedImage, place: Place) -> None:
        x0, y0, x1, y1 = item.crop
        left, bottom, width, height = place.box(item.box)
        name, (u0, v0, u1, v1) = self._resources.images.resource(item, self._number)
        self._overprint()
        self._code.save()
        if item.crop != (u0, v0, u1, v1):
            self._code.clip(left, bottom, width, height)
        full_width, full_height = width / (x1 - x0), height / (y1 - y0)
        there = (left + (u0 - x0) * full_width, bottom - (v1 - y1) * full_height)
        self._object(name, ((u1 - u0) * full_width, (v1 - v0) * full_height, *there))
        self._code.restore()

    def _pdf(self, item: PlacedPdf, place: Place) -> None:
        found = self._resources.pdfs.resource(item, self._number)
        clip = place.box(item.clip)
        self._overprint()
        self._code.save()
        if found is None:
            self._object(self._resources.mark(), (clip[2], clip[3], clip[0], clip[1]))
        else:
            name, boxes = found
            self._code.clip(*clip)
            if self._for_press:
                self._code.start_afresh()
            self._code.transform(placement(boxes, place.box(item.trim)))
            self._painted.objects[name] = None
            self._code.paint_object(name)
        self._code.restore()

    def _line_over(self, line: Over) -> None:
        code, painted = self._code, self._painted
        name = self._resources.over(line)
        code.begin_artifact(line.kind)
        code.save()
        code.transform(compose(line.place(painted.page), (1, 0, 0, 1, *painted.sheet.origin)))
        if line.opacity < 1:
            state = self._resources.opacity(line.opacity)
            painted.states[state] = None
            code.external_state(state)
        painted.objects[name] = None
        code.paint_object(name)
        code.restore()
        code.end_artifact()

    def _object(self, name: str, fit: tuple[float, float, float, float]) -> None:
        """Paint the unit square of XObject `name` as (width, height, left, bottom)."""
        width, height, left, bottom = fit
        self._code.transform((width, 0, 0, height, left, bottom))
        self._painted.objects[name] = None
        self._code.paint_object(name)
