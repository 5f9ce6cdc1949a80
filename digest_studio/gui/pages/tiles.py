"""Painted parts of pages, kept within a bound of memory: a page that was painted is only copied when it is shown again.

A page at one scale is one tile, or, where that were too large, a raster of tiles. A tile knows the pictures that it still
waits for; when one comes, the tile is painted again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.paint.qt.painter import PaintResources, paint_page
from digest_studio.paint.qt.pictures import Photo, Pictures, Wanted

WHOLE_PIXELS = 4_000_000
"""A page of at most as many device pixels is one tile: A4 up to 200 dpi."""
TILE = 1024
"""Device pixels: width and height of the tiles of larger pages."""
LIMIT_BYTES = 160 << 20
"""About forty pages at 100 dpi."""



@dataclass(frozen=True, slots=True)
class Raster:
    """How a sheet is cut into tiles. `scale`: device pixels a point; `sheet`: the painted part, from the trim's corner."""

    page: Page
    scale: float
    sheet: Rect

    @property
    def size(self) -> tuple[int, int]:
        """Of the whole sheet, in device pixels."""
        return max(1, round(self.sheet.width * self.scale)), max(1, round(self.sheet.height * self.scale))

    def parts(self, exposed: QRect) -> Iterator[QRect]:
        """The tiles that `exposed` touches, in device pixels from the sheet's corner."""
        width, height = self.size
        if width * height <= WHOLE_PIXELS:
            yield QRect(0, 0, width, height)
            return
        seen = exposed.intersected(QRect(0, 0, width, height))
        for top in range(seen.top() // TILE * TILE, seen.bottom() + 1, TILE):
            for left in range(seen.left() // TILE * TILE, seen.right() + 1, TILE):
                yield QRect(left, top, min(TILE, width - left), min(TILE, height - top))


Key = tuple[int, float, Rect, int, int]
"""Page number, scale, sheet, and the tile's corner."""


@dataclass(slots=True)
class Tile:
    """A painted part. It is current while it shows `page` itself and awaits no picture that has come."""

    page: Page
    raster: Raster
    part: QRect
    pixels: QPixmap
    awaits: set[Wanted] = field(default_factory=set)
    current: bool = True


class Tiles:
    """Paints tiles and keeps the last ones used."""

    def __init__(self, painting: PaintResources, limit: int = LIMIT_BYTES) -> None:
        self._noted = _Noting(painting.pictures)
        self._resources = PaintResources(self._noted)
        self._resources.lines, self._resources.paths = painting.lines, painting.paths
        self._limit = limit
        self._bytes = 0
        self._tiles: OrderedDict[Key, Tile] = OrderedDict()
        self._of_page: dict[int, set[Key]] = {}

    def current(self, raster: Raster, part: QRect) -> Tile | None:
        """The tile, if it is painted and shows the page as it is."""
        key = _key(raster, part)
        tile = self._tiles.get(key)
        if tile is None or tile.page is not raster.page or not tile.current:
            return None
        self._tiles.move_to_end(key)
        return tile

    def paint(self, raster: Raster, part: QRect) -> Tile:
        """Paint the tile and keep it."""
        pixels = QPixmap(part.size())
        painter = QPainter(pixels)
        painter.translate(-part.x() - raster.sheet.x * raster.scale, -part.y() - raster.sheet.y * raster.scale)
        scale, sheet = raster.scale, raster.sheet
        seen = QRectF(part.x() / scale + sheet.x, part.y() / scale + sheet.y, part.width() / scale, part.height() / scale)
        whole = Rect(0.0, 0.0, raster.page.width, raster.page.height)
        self._noted.awaited = set()
        paint_page(painter, raster.page, scale, resources=self._resources, bleed=sheet != whole, exposed=seen)
        painter.end()
        tile = Tile(raster.page, raster, part, pixels, self._noted.awaited)
        self._put(_key(raster, part), tile)
        return tile

    def stale(self, number: int) -> list[Tile]:
        """Whatever there is of a page: at other scales, or as it was before; what was used last comes last."""
        keys = self._of_page.get(number, ())
        return [tile for key, tile in self._tiles.items() if key in keys] if keys else []

    def picture_came(self, wanted: Wanted) -> frozenset[int]:
        """The numbers of the pages whose tiles are to be painted again, now that a picture is there."""
        touched = {tile.page.number for tile in self._tiles.values() if wanted in tile.awaits}
        for tile in self._tiles.values():
            if wanted in tile.awaits:
                tile.current = False
        return frozenset(touched)

    @property
    def bytes(self) -> int:
        """What the tiles take."""
        return self._bytes

    def clear(self) -> None:
        self._tiles.clear()
        self._of_page.clear()
        self._bytes = 0

    def _put(self, key: Key, tile: Tile) -> None:
        self._drop(key)
        self._tiles[key] = tile
        self._of_page.setdefault(key[0], set()).add(key)
        self._bytes += _size(tile)
        while self._bytes > self._limit and len(self._tiles) > 1:
            self._drop(next(iter(self._tiles)))

    def _drop(self, key: Key) -> None:
        tile = self._tiles.pop(key, None)
        if tile is not None:
            self._bytes -= _size(tile)
            self._of_page[key[0]].discard(key)


class _Noting:
    """Pictures from another source, noting which are not there yet in their final size."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self.awaited: set[Wanted] = set()

    def get(self, wanted: Wanted) -> QImage | None:
        picture = self._pictures.get(wanted)
        final = picture is not None and (picture.isNull() or (picture.width(), picture.height()) == _final_size(wanted))
        if not final:
            self.awaited.add(wanted)
        return picture


def _final_size(wanted: Wanted) -> tuple[int, int]:
    shown = wanted if isinstance(wanted, Photo) else wanted.bounded()
    return shown.width, shown.height


def _key(raster: Raster, part: QRect) -> Key:
    return raster.page.number, raster.scale, raster.sheet, part.x(), part.y()


def _size(tile: Tile) -> int:
    return tile.part.width() * tile.part.height() * 4
