"""Painted parts of pages, kept within a bound of memory: a page that was painted is only copied when it is shown again.

A page at one scale is one tile, or, where that were too large, a raster of tiles. A tile knows the pictures that it still
waits for; when one comes, the tile is painted again. A page that looks much like a painted one, as it was before or on another
number, becomes a copy of that in which only the difference is painted.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap, QRegion

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.items import Frame, Group
from digest_studio.paint.qt.changes import changed_boxes
from digest_studio.paint.qt.painter import PaintResources, paint_page
from digest_studio.paint.qt.pictures import Photo, Pictures, Wanted
from digest_studio.paint.qt.piece import Piece

WHOLE_PIXELS = 4_000_000
"""A page of at most as many device pixels is one tile: A4 up to 200 dpi."""
TILE = 1024
"""Device pixels: width and height of the tiles of larger pages."""
LIMIT_BYTES = 160 << 20
"""About forty pages at 100 dpi."""
SPARE = 0.125
"""Of the limit: for tiles whose page shows something else now. What they show may have gone to another page."""
MOST_CHANGED = 0.5
"""Of a tile: where more than this differs, all of it is painted."""
LITTLE = 0.4
"""Of a tile: where no more than this is seen, that can be painted alone."""
AROUND = 2
"""Device pixels around what differs that are painted too, for edges between pixels."""


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


    def piece(self, part: QRect) -> Piece:
        """One of the tiles, as who makes proofs knows it."""
        return Piece(self.page, self.scale, self.sheet, part.x(), part.y(), part.width(), part.height())


Key = tuple[int, float, Rect, int, int]
"""Page number, scale, sheet, and the tile's corner."""


@dataclass(slots=True)
class Tile:
    """A painted part. It is current while it shows `page` itself and awaits no picture that has come. `painted`: what of the
    part is in `pixels`; of a page that is hardly in view that may be little."""

    page: Page
    raster: Raster
    part: QRect
    pixels: QPixmap
    painted: QRect
    awaits: set[Wanted] = field(default_factory=set)
    current: bool = True


class Tiles:
    """Paints tiles and keeps the last ones used."""

    def __init__(self, painting: PaintResources, limit: int = LIMIT_BYTES) -> None:
        self._noted = _Noting(painting.pictures)
        self._resources = PaintResources(self._noted)
        self._resources.lines, self._resources.paths = painting.lines, painting.paths
        self._resources.extents = painting.extents
        self._limit = limit
        self._bytes = 0
        self._tiles: OrderedDict[Key, Tile] = OrderedDict()
        self._of_page: dict[int, set[Key]] = {}
        self._of_body: dict[int, set[Key]] = {}
        self._spare: deque[Tile] = deque()
        self._spare_bytes = 0

    def current(self, raster: Raster, part: QRect, seen: QRect | None = None) -> Tile | None:
        """The tile, if it shows the page as it is, and is painted: all of it, or what is `seen`."""
        key = _key(raster, part)
        tile = self._tiles.get(key)
        if tile is None or tile.page is not raster.page or not tile.current or not tile.painted.contains(seen or part):
            return None
        self._tiles.move_to_end(key)
        return tile

    def paint(self, raster: Raster, part: QRect, seen: QRect | None = None) -> Tile:
        """Paint the tile and keep it. Where there is no time for more, only what is `seen`, if that is little."""
        self._noted.awaited = set()
        painted = part if seen is None or _area(seen) > LITTLE * _area(part) else seen
        pixels = self._copied(raster, part) if painted == part else None
        if pixels is None:
            pixels = QPixmap(painted.size())
            self._paint_on(pixels, raster, painted, QRect(0, 0, painted.width(), painted.height()))
        tile = Tile(raster.page, raster, part, pixels, painted, self._noted.awaited)
        self._put(_key(raster, part), tile)
        return tile

    def _copied(self, raster: Raster, part: QRect) -> QPixmap | None:
        """A copy of a tile that shows most of it, with the difference painted; None if there is none."""
        for tile in self._alike(raster, part):
            changed = self._difference(tile, raster)
            if changed is not None:
                pixels = QPixmap(tile.pixels)
                self._noted.awaited = set(tile.awaits)
                if not changed.isEmpty():
                    self._paint_on(pixels, raster, part, changed)
                return pixels
        return None

    def _difference(self, tile: Tile, raster: Raster) -> QRegion | None:
        """Where in a tile's pixels a page is not what the tile shows; None if that is too much, as of other things."""
        if _shown(tile.page) != _shown(raster.page):
            return None
        width, height = tile.part.width(), tile.part.height()
        left = MOST_CHANGED * width * height
        changed = QRegion()
        for box in changed_boxes(tile.page, raster.page, self._resources.extents):
            pixels = _pixels(raster, tile.part, box).intersected(QRect(0, 0, width, height))
            left -= pixels.width() * pixels.height()
            if left < 0:
                return None
            changed += pixels
        return changed

    def _alike(self, raster: Raster, part: QRect) -> Iterator[Tile]:
        """Tiles of pages with the same body, and of the page as it was, at this scale and place."""
        body, own = _body(raster.page), _key(raster, part)
        found = [self._tiles[key] for key in self._of_body.get(body, ())]
        found += [tile for tile in self._spare if _body(tile.page) == body]
        if own in self._tiles:
            found.append(self._tiles[own])
        whole = (tile for tile in found if tile.current and tile.painted == tile.part)
        yield from (tile for tile in whole if _key(tile.raster, tile.part)[1:] == own[1:])

    def _paint_on(self, pixels: QPixmap, raster: Raster, part: QRect, where: QRect | QRegion) -> None:
        """Paint what of the page lies in `where`, in the tile's pixels."""
        painter = QPainter(pixels)
        painter.setClipRegion(where)
        painter.translate(-part.x() - raster.sheet.x * raster.scale, -part.y() - raster.sheet.y * raster.scale)
        box, scale, sheet = QRegion(where).boundingRect().translated(part.topLeft()), raster.scale, raster.sheet
        seen = QRectF(box.x() / scale + sheet.x, box.y() / scale + sheet.y, box.width() / scale, box.height() / scale)
        whole = Rect(0.0, 0.0, raster.page.width, raster.page.height)
        paint_page(painter, raster.page, scale, resources=self._resources, bleed=sheet != whole, exposed=seen)
        painter.end()

    def stale(self, number: int) -> list[Tile]:
        """Whatever there is of a page: at other scales, or as it was before; what was used last comes last."""
        keys = self._of_page.get(number, ())
        return [tile for key, tile in self._tiles.items() if key in keys and tile.painted == tile.part] if keys else []

    def picture_came(self, wanted: Wanted) -> frozenset[int]:
        """The numbers of the pages whose tiles are to be painted again, now that a picture is there."""
        touched = {tile.page.number for tile in self._tiles.values() if wanted in tile.awaits}
        for tile in (*self._tiles.values(), *self._spare):
            if wanted in tile.awaits:
                tile.current = False
        return frozenset(touched)

    @property
    def bytes(self) -> int:
        """What the tiles take."""
        return self._bytes + self._spare_bytes

    def clear(self) -> None:
        self._tiles.clear()
        self._of_page.clear()
        self._of_body.clear()
        self._spare.clear()
        self._bytes = self._spare_bytes = 0

    def _put(self, key: Key, tile: Tile) -> None:
        if (before := self._drop(key)) is not None and _body(before.page) != _body(tile.page):
            self._set_aside(before)
        self._tiles[key] = tile
        self._of_page.setdefault(key[0], set()).add(key)
        self._of_body.setdefault(_body(tile.page), set()).add(key)
        self._bytes += _size(tile)
        while self.bytes > self._limit and len(self._tiles) > 1:
            self._drop(next(iter(self._tiles)))

    def _set_aside(self, tile: Tile) -> None:
        self._spare.append(tile)
        self._spare_bytes += _size(tile)
        while self._spare_bytes > SPARE * self._limit:
            self._spare_bytes -= _size(self._spare.popleft())

    def _drop(self, key: Key) -> Tile | None:
        tile = self._tiles.pop(key, None)
        if tile is not None:
            self._bytes -= _size(tile)
            self._of_page[key[0]].discard(key)
            keys = self._of_body[body := _body(tile.page)]
            keys.discard(key)
            if not keys:
                del self._of_body[body]
        return tile


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


def _body(page: Page) -> int:
    """What is the same for pages that show one page of an article, as long as one of them is held."""
    return next((id(item.items) for item in page.items if isinstance(item, Group)), id(page))


def _shown(page: Page) -> list[str]:
    """The names of the things in a page's body."""
    body = next((item.items for item in page.items if isinstance(item, Group)), ())
    return [item.name for item in body if isinstance(item, Frame)]


def _pixels(raster: Raster, part: QRect, box: QRectF) -> QRect:
    """A box of the page, in the pixels of a tile."""
    scale, sheet = raster.scale, raster.sheet
    box = QRectF((box.x() - sheet.x) * scale, (box.y() - sheet.y) * scale, box.width() * scale, box.height() * scale)
    return box.toAlignedRect().adjusted(-AROUND, -AROUND, AROUND, AROUND).translated(-part.topLeft())


def _key(raster: Raster, part: QRect) -> Key:
    return raster.page.number, raster.scale, raster.sheet, part.x(), part.y()


def _size(tile: Tile) -> int:
    return _area(tile.painted) * 4


def _area(box: QRect) -> int:
    return box.width() * box.height()
