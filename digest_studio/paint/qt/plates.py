"""A page's plates: the page painted once for each ink, as the press would print it. For one thread.

A plate is grey: white is no ink, black all of it. What overprints leaves alone the plates on which it has none (OPM 1); all else
knocks out. Photographs go to their inks as for the press; PDF pages are separated (`assets.separation`). Those that cannot be are
drawn for the screen first: then their inks are about what a printer gets and no more.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from digest_studio.assets.inks import in_inks
from digest_studio.assets.inkspaces import NoInks
from digest_studio.assets.pdfboxes import MalformedPdf
from digest_studio.assets.separation import OfTheScreen, Separated, separated
from digest_studio.assets.viewing import PLATES
from digest_studio.base.colour import Colour
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page, walk
from digest_studio.display.items import PlacedPdf
from digest_studio.paint.qt.decode import DECODING_ERRORS, as_authored
from digest_studio.paint.qt.painter import PaintResources, paint_page
from digest_studio.paint.qt.pdfium import drawn, drawn_plates
from digest_studio.paint.qt.pictures import Artwork, Wanted
from digest_studio.paint.qt.piece import Piece
from digest_studio.paint.qt.text import Colours, Fonts

if TYPE_CHECKING:
    from digest_studio.assets.outputs import OutputProfile

PICTURES_BYTES = 96 * 2**20
"""Pictures kept in their inks."""
SEPARATED_BYTES = 48 * 2**20
"""PDF pages kept as their plates, which wait to be drawn in another size."""


class Plates:
    """Paints pages for the output of `output`."""

    def __init__(self, output: OutputProfile) -> None:
        self.output = output
        self._pictures = _InkedPictures(output)
        fonts = Fonts()
        self._plates = [
            PaintResources(_OfPlate(self._pictures.get, number), ink_of(number), fonts) for number in range(len(PLATES))
        ]

    def painted(self, piece: Piece) -> Image.Image:
        """The piece in mode CMYK, 255 being full ink."""
        return Image.merge("CMYK", [_painted(piece, resources) for resources in self._plates])

    def about(self, page: Page) -> frozenset[str]:
        """The digests of PDFs on a page whose inks, as they were painted, are only about right."""
        placed = (item for item, _, _ in walk(page.items) if isinstance(item, PlacedPdf))
        return frozenset(item.digest for item in placed if self._pictures.pages.is_about(item.digest, item.page, item.convert))


def ink_of(plate: int) -> Colours:
    """How much ink of a colour is on a plate, as a grey; None where it has none and overprints."""

    def grey(colour: Colour) -> QColor | None:
        ink = colour.cmyk[plate]
        return None if colour.overprint and ink == 0 else QColor.fromRgbF(1 - ink, 1 - ink, 1 - ink)

    return grey


def _painted(piece: Piece, resources: PaintResources) -> Image.Image:
    canvas = QImage(piece.width, piece.height, QImage.Format.Format_RGB32)
    canvas.fill(0xFFFFFFFF)
    painter = QPainter(canvas)
    page, scale, sheet = piece.page, piece.scale, piece.sheet
    painter.translate(-piece.x - sheet.x * scale, -piece.y - sheet.y * scale)
    exposed = QRectF(piece.x / scale + sheet.x, piece.y / scale + sheet.y, piece.width / scale, piece.height / scale)
    beyond = sheet != Rect(0.0, 0.0, page.width, page.height)
    paint_page(painter, page, scale, resources=resources, bleed=beyond, exposed=exposed)
    painter.end()
    grey = canvas.convertToFormat(QImage.Format.Format_Grayscale8)
    size = piece.width, piece.height
    return ImageChops.invert(Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine(), 1))


_Plates = tuple[QImage, ...]
"""A picture's plates; none if it cannot be read."""


class _OfPlate:
    """The pictures' part on one plate."""

    def __init__(self, pictures: Callable[[Wanted], _Plates], plate: int) -> None:
        self._pictures = pictures
        self._plate = plate

    def get(self, wanted: Wanted) -> QImage | None:
        plates = self._pictures(wanted)
        return plates[self._plate] if plates else QImage()


class _InkedPictures:
    """Pictures in their inks, those used last."""

    def __init__(self, output: OutputProfile) -> None:
        self._output = output
        self.pages = _SeparatedPages(output)
        self._kept: OrderedDict[Hashable, _Plates] = OrderedDict()
        self._bytes = 0

    def get(self, wanted: Wanted) -> _Plates:
        plates = self._kept.get(wanted)
        if plates is None:
            plates = self._kept[wanted] = self._made(wanted)
            self._bytes += _size(plates)
            while self._bytes > PICTURES_BYTES and len(self._kept) > 1:
                self._bytes -= _size(self._kept.popitem(last=False)[1])
        self._kept.move_to_end(wanted)
        return plates

    def _made(self, wanted: Wanted) -> _Plates:
        if isinstance(wanted, Artwork):
            plates = self.pages.get(wanted)
            if plates is not None:
                return _ready(drawn_plates(plates, wanted.bounded()))
            return self._plates_of(*_drawn(drawn(wanted.bounded())))
        try:
            return self._plates_of(*as_authored(wanted.image.path, wanted.width, wanted.height))
        except DECODING_ERRORS:
            return ()

    def _plates_of(self, picture: Image.Image | None, profile: bytes | None) -> _Plates:
        if picture is None:
            return ()
        opacity = picture.getchannel("A") if picture.mode in ("LA", "RGBA") else None
        inks = in_inks(picture.convert(picture.mode[:-1]) if opacity else picture, profile, self._output)
        if inks.mode == "L":
            none = _plate(Image.new("L", inks.size, 255), opacity)
            return none, none, none, _plate(inks, opacity)
        return tuple(_plate(ImageChops.invert(band), opacity) for band in inks.split())


class _SeparatedPages:
    """PDF pages as their plates, those used last. Each is separated once, whatever its size."""

    def __init__(self, output: OutputProfile) -> None:
        self._output = output
        self._kept: OrderedDict[Hashable, Separated | None] = OrderedDict()
        self._about: set[Hashable] = set()

    def get(self, wanted: Artwork) -> Separated | None:
        """The plates of a page; None if it is to be drawn in colours of the screen."""
        key = wanted.digest, wanted.page, wanted.convert
        if key not in self._kept:
            self._kept[key] = self._separated(wanted, key)
            while sum(len(each.pdf) for each in self._kept.values() if each) > SEPARATED_BYTES and len(self._kept) > 1:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def is_about(self, digest: str, page: int, convert: bool) -> bool:
        """Whether the page is drawn in colours of the screen though it has others."""
        return (digest, page, convert) in self._about

    def _separated(self, wanted: Artwork, key: Hashable) -> Separated | None:
        try:
            return separated(Path(wanted.path), wanted.page, self._output, converted=wanted.convert)
        except OfTheScreen as of:
            if not of.purely:
                self._about.add(key)
        except (OSError, MalformedPdf, NoInks):
            self._about.add(key)
        return None


def _drawn(page: QImage) -> tuple[Image.Image | None, None]:
    """A page that PDFium drew, in the screen's colours; None if there is none."""
    if page.isNull():
        return None, None
    straight = page.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (straight.width(), straight.height()), bytes(straight.constBits())), None


def _ready(plates: tuple[QImage, ...]) -> _Plates:
    return tuple(plate.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied) for plate in plates)


def _plate(grey: Image.Image, opacity: Image.Image | None) -> QImage:
    width, height = grey.size
    if opacity is None:
        return QImage(grey.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()
    pixels = Image.merge("RGBA", (grey, grey, grey, opacity)).tobytes()
    picture = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _size(plates: _Plates) -> int:
    return sum(plate.sizeInBytes() for plate in plates)
