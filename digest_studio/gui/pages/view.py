"""The pages view: paints what is in view, out of tiles where it can, and turns clicks into selections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QInputDialog, QWidget

from digest_studio.app.session import Made
from digest_studio.gui.asides import changed_pages
from digest_studio.gui.controller import Controller
from digest_studio.gui.pages.board import Lying, Spread, arrange
from digest_studio.gui.pages.canvas import Canvas
from digest_studio.gui.pages.inks import InkReader, Inks, only_about_right
from digest_studio.gui.pages.marks import boxes
from digest_studio.gui.pages.overlays import Overlay, OverlayPainter, paint_selection
from digest_studio.gui.pages.pointer import Pointer
from digest_studio.gui.pages.preview import PreviewSign
from digest_studio.gui.pages.shadow import paint_shadow
from digest_studio.gui.pages.tiles import Raster, Tiles
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.gui.style import PASTEBOARD, is_dark

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from digest_studio.assets.viewing import Viewing
    from digest_studio.base.geometry import Rect
    from digest_studio.paint.qt.background import BackgroundPictures
    from digest_studio.paint.qt.proofs import BackgroundProofs, Proof

BUDGET = 0.010
"""Seconds of painting in one frame; what is not done then is done in the next, and the window stays alive."""
AT_ONCE = 0.030
"""The same when new pages come: everything else that they bring waits for them, and would come between two frames."""
SHARP_MS = 90
"""After the last step of a zoom until pages are painted anew; until then they are shown enlarged or reduced."""
AHEAD_MS = 60
"""After the last painting until a page near those in view is painted ahead."""
NEXT_MS = 8
"""Between two of them: the window stays alive, and all are there before a hand has carried an article to its place."""
AHEAD = 3
"""Spreads that are painted ahead, on either side: an article that is moved brings its neighbours into view."""
AROUND = 6
"""Pixels around a page that a selection's outline may reach."""
SPINE = QColor(0, 0, 0, 26)


class PagesView(Canvas):
    """The issue's spreads. Other panes may show one too: each has its own place and zoom."""

    clicked = Signal(int, float, float)
    """A page's number and the point on it (from its trim's corner) that was clicked."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self._tiles = Tiles(controller.painting)
        self._overlays: frozenset[Overlay] = frozenset()
        self._seen: list[int] = []
        self._budget = BUDGET
        self._dropping: Selection | None = None
        self._own_selection: Selection | None = None
        self._sign = PreviewSign(self.viewport())
        self._back: int | None = None
        self._sharp = self._single_shot(SHARP_MS)
        self._again = self._single_shot(0)
        self._ahead = self._single_shot(AHEAD_MS, self._paint_ahead)
        self._pointer = Pointer(self)
        self._proofs: BackgroundProofs | None = None
        self._viewing: Viewing | None = None
        self.inks = InkReader(self)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Pages"))
        self.zoom_changed.connect(self._zooming)
        controller.pages_first.shown.connect(self._take)
        controller.asides.preview_changed.connect(self._preview)
        controller.closed.connect(self._forget)
        controller.selection_changed.connect(self._selected)
        controller.page_requested.connect(self.show_page)
        pictures = cast("BackgroundPictures", controller.painting.pictures)
        pictures.ready.connect(self._picture_came)
        if controller.made is not None:
            self._take(controller.made, frozenset())

    # What is shown

    def set_overlays(self, overlays: frozenset[Overlay]) -> None:
        self._overlays = overlays
        self.viewport().update()

    def prove(self, proofs: BackgroundProofs | None, viewing: Viewing | None) -> None:
        """Show the pages' inks as `viewing` says, as far as their proofs are made; None: the screen's colours."""
        if proofs is not None and viewing != self._viewing:
            proofs.cancel_waiting()
        self._proofs, self._viewing = proofs, viewing
        self.viewport().setMouseTracking(viewing is not None)
        self.inks.again()
        self.viewport().update()

    def inks_at(self, at: QPointF) -> Inks | None:
        """The inks at a place of the viewport; None where no proof is shown."""
        x, y = self.to_board(at)
        lying = self.board.at(x, y)
        if lying is None or self._viewing is None:
            return None
        ratio, raster = self.devicePixelRatioF(), self._raster(lying)
        pixel = at.toPoint() * ratio - self._corner(lying)
        for part in raster.parts(QRect(pixel, pixel)):
            proof = self._proof(raster, part) if part.contains(pixel) else None
            if proof is not None:
                about = only_about_right(lying.page, x - lying.trim.x, y - lying.trim.y, proof.about)
                return Inks(*proof.ink_at(pixel.x(), pixel.y()), about)
        return None

    def ask_for_page(self) -> None:
        """Let the user type a page's number."""
        if self.page_count:
            title, text = self.tr("Go to Page"), self.tr("Page:")
            number, accepted = QInputDialog.getInt(self, title, text, self.current_page, 1, self.page_count)
            if accepted:
                self.show_page(number)

    def select_here(self, selection: Selection) -> None:
        """Select what was clicked: it is in view, and nothing is to be scrolled."""
        self._own_selection = selection
        self.controller.select(selection)

    def mark_drop(self, selection: Selection | None) -> None:
        """Outline what something would be dropped on."""
        self._dropping = selection
        self.viewport().update()

    def _take(self, made: Made, changed: frozenset[int]) -> None:
        if self.controller.asides.shown is not None:
            return  # something is tried: these pages come when that is over
        before = self.board.page_count, self.board.bounds
        self.set_board(arrange(made.document.pages))
        if not self.isVisible() or before != (self.board.page_count, self.board.bounds):
            self.viewport().update()
            return
        region = self._region_of(changed)
        if not region.isEmpty():
            self._budget = AT_ONCE
            self.viewport().repaint(region)  # before anything else that the new pages cause
            self._budget = BUDGET

    def _preview(self, tried: Made | None, words: str) -> None:
        """Show pages that are only tried in the place of the issue's own; None: these again, from where they were."""
        made = self.controller.made
        shown = tried or made
        if shown is None:
            return
        self.set_board(arrange(shown.document.pages))
        self._sign.say(words)
        bar = self.verticalScrollBar()
        if tried is None and self._back is not None:
            self.glides[Qt.Orientation.Vertical].stop()
            bar.setValue(self._back)
        if tried is None:
            self._back = None
        elif self._back is None:
            changed = changed_pages(made, tried)
            if not any(self.board.spread_of(number) in self._seen for number in changed):
                self._back = bar.value()
                own = self._place_of(self.controller.selection)
                number = own[0] if own and own[0] in changed else min(changed, default=0)
                self.show_page(min(number, self.page_count), glide=False)
        self.viewport().update()

    def _region_of(self, numbers: frozenset[int]) -> QRegion:
        """Where these pages are seen, with what is drawn around them."""
        _, top = self.to_board(QPointF(0, 0))
        _, bottom = self.to_board(QPointF(0, self.viewport().height()))
        seen = (lying for lying in self.board.within(top, bottom) if lying.page.number in numbers)
        region = QRegion()
        for lying in seen:
            region += self._sheet(lying).toAlignedRect().adjusted(-AROUND, -AROUND, AROUND, AROUND)
        return region.intersected(self.viewport().rect())

    def _forget(self) -> None:
        self._seen = []
        self._tiles.clear()
        self.board = arrange(())
        self._update_bars()
        self.viewport().update()

    def _selected(self, selection: Selection) -> None:
        self.viewport().update()
        if selection in (self._own_selection, NOTHING):
            self._own_selection = None
            return
        place = self._place_of(selection)
        if place is not None and self.isVisible():
            self.show_box(*place)

    def _place_of(self, selection: Selection) -> tuple[int, Rect] | None:
        """The first page on which the selection stands, and where; on its own page if it has one."""
        for spread in self.board.spreads:
            for lying in spread.pages:
                if selection.page in (None, lying.page.number) and (found := boxes(lying.page, selection)):
                    return lying.page.number, found[0]
        return None

    def _zooming(self, *_: object) -> None:
        """Wait until the zoom rests; what was to be proved at the last one is wanted no more."""
        self._sharp.start()
        if self._proofs is not None:
            self._proofs.cancel_waiting()

    def _picture_came(self, wanted: object) -> None:
        if self._tiles.picture_came(wanted):  # type: ignore[arg-type]
            self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        view = QRectF(self.viewport().rect())
        _, top = self.to_board(view.topLeft())
        _, bottom = self.to_board(view.bottomLeft())
        for bare in self._beside_pages(event.region(), top, bottom):  # type: ignore[attr-defined]
            painter.fillRect(bare, PASTEBOARD[is_dark()])
        deadline = perf_counter() + self._budget
        whole = True
        self._seen = list(dict.fromkeys(self._spread_index(lying) for lying in self.board.within(top, bottom)))
        self._prove_first(self.board.spread_at((top + bottom) / 2))
        for index in self._seen:
            whole &= self._paint_spread(painter, self.board.spreads[index], deadline, event.region())
        painter.end()
        self._ahead.start(AHEAD_MS) if whole else self._again.start()

    def _beside_pages(self, region: QRegion, top: float, bottom: float) -> QRegion:
        """What of a region no page covers, but for a pixel at their edges."""
        for lying in self.board.within(top, bottom):
            region = region.subtracted(QRegion(self._sheet(lying).toAlignedRect().adjusted(1, 1, -1, -1)))
        return region

    def _paint_ahead(self) -> None:
        """Paint one page in view or near that is not painted as a whole yet, the nearest, and come back for the next."""
        if not self._seen or self._sharp.isActive():
            return
        beside = [index for n in range(1, AHEAD + 1) for index in (self._seen[-1] + n, self._seen[0] - n)]
        for raster, part in self._whole_pages([*self._seen, *beside]):
            if self._tiles.current(raster, part) is None:
                self._tiles.paint(raster, part)
                self._ahead.start(NEXT_MS)
                return
        for raster, part in self._whole_pages(beside):
            if self._proofs is None or not self._proofs.has_time_for(raster.piece(part)):
                return
            self._proof(raster, part)  # one at a time: that it is ready paints, and brings us here again

    def _prove_first(self, spread: int) -> None:
        """Have the pages of a spread proved before all others."""
        if self._proofs is not None:
            pages = list(self._whole_pages([spread]))
            self._proofs.prefer([raster.piece(part) for raster, part in pages])
            self._proofs.make_room(round(self.viewport().width() * self.viewport().height() * self.devicePixelRatioF() ** 2))
            for raster, part in pages:
                self._proof(raster, part)

    def _whole_pages(self, spreads: Iterable[int]) -> Iterator[tuple[Raster, QRect]]:
        """The pages of these spreads that are one tile each."""
        for spread in (self.board.spreads[index] for index in spreads if 0 <= index < len(self.board.spreads)):
            for raster in map(self._raster, spread.pages):
                parts = list(raster.parts(QRect(0, 0, *raster.size)))
                if len(parts) == 1:
                    yield raster, parts[0]

    def _paint_spread(self, painter: QPainter, spread: Spread, deadline: float, region: QRegion) -> bool:
        """Paint a spread; whether everything of it was painted as it is now."""
        sheets = [self._sheet(lying) for lying in spread.pages]
        area = sheets[0].united(sheets[-1])
        paint_shadow(painter, area)
        whole = True
        touched = [lying for lying, sheet in zip(spread.pages, sheets, strict=True) if region.intersects(sheet.toAlignedRect())]
        for lying in touched:
            whole &= self._paint_sheet(painter, lying, deadline)
        if len(spread.pages) == 2:
            x = round(self.to_view(0, 0).x())
            painter.fillRect(QRectF(x, area.top(), 1, area.height()), SPINE)
        for lying in touched:
            self._paint_overlays(painter, lying)
            self._paint_marks(painter, lying)
        return whole

    def _paint_sheet(self, painter: QPainter, lying: Lying, deadline: float) -> bool:
        ratio = self.devicePixelRatioF()
        raster = self._raster(lying)
        corner = self._corner(lying)
        view = QRect(0, 0, round(self.viewport().width() * ratio), round(self.viewport().height() * ratio))
        exposed = view.translated(-corner)
        if not exposed.intersects(QRect(0, 0, *raster.size)):
            return True
        missing: list[QRect] = []
        painted: list[tuple[QRect, QPixmap]] = []
        for part in raster.parts(exposed):
            if proof := self._proof(raster, part):
                painted.append((part, proof.pixels))
                continue
            seen = part.intersected(exposed)
            tile = self._tiles.current(raster, part, seen)
            if tile is None and self._may_paint(lying.page.number, deadline):
                tile = self._tiles.paint(raster, part, seen if self._budget == AT_ONCE else None)
            if tile is None:
                missing.append(part)
            else:
                painted.append((tile.painted, tile.pixels))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(corner)
        for part in missing:
            painter.fillRect(part, QColor("white"))
        if missing:
            self._paint_stale(painter, raster)
        for part, pixels in painted:
            painter.drawPixmap(part.topLeft(), pixels)
        painter.restore()
        return not missing or self._sharp.isActive()

    def _proof(self, raster: Raster, part: QRect) -> Proof | None:
        """The proof of a part, if it is wanted and there; while the zoom moves, none is asked for."""
        if self._viewing is None or self._proofs is None:
            return None
        return self._proofs.get(raster.piece(part), self._viewing, ask=not self._sharp.isActive())

    def _may_paint(self, number: int, deadline: float) -> bool:
        """Whether to paint now: there is time, and the zoom rests or there is nothing to show meanwhile."""
        if self._sharp.isActive() and self._tiles.stale(number):
            return False
        return perf_counter() < deadline

    def _paint_stale(self, painter: QPainter, raster: Raster) -> None:
        """What there is of the page, at this scale."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for tile in self._tiles.stale(raster.page.number):
            factor = raster.scale / tile.raster.scale
            x = (tile.part.x() / tile.raster.scale + tile.raster.sheet.x - raster.sheet.x) * raster.scale
            y = (tile.part.y() / tile.raster.scale + tile.raster.sheet.y - raster.sheet.y) * raster.scale
            target = QRectF(x, y, tile.part.width() * factor, tile.part.height() * factor)
            painter.drawPixmap(target, tile.pixels, QRectF(tile.pixels.rect()))

    def _paint_overlays(self, painter: QPainter, lying: Lying) -> None:
        made = self.controller.made
        if not self._overlays or made is None:
            return
        overlay = OverlayPainter(painter, lying, self.to_view(lying.trim.x, lying.trim.y), self.scale)
        if Overlay.COLUMNS in self._overlays:
            overlay.columns(made.theme)
        if Overlay.BASELINES in self._overlays:
            overlay.baselines(made.theme)
        if Overlay.TRIM in self._overlays:
            overlay.trim()
        if Overlay.FRAMES in self._overlays:
            overlay.frames(made.issue)
        if Overlay.ORDER in self._overlays:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            overlay.order()

    def _paint_marks(self, painter: QPainter, lying: Lying) -> None:
        for selection in (self.controller.selection, self._dropping):
            if selection is not None and selection != NOTHING:
                found = (box.moved(lying.trim.x, lying.trim.y) for box in boxes(lying.page, selection))
                paint_selection(painter, (self.box_in_view(box) for box in found))

    def _raster(self, lying: Lying) -> Raster:
        return Raster(lying.page, self.scale * self.devicePixelRatioF(), self._shown_part(lying))

    def _sheet(self, lying: Lying) -> QRectF:
        """The painted part of a page, in the viewport."""
        return self.box_in_view(self._shown_part(lying).moved(lying.trim.x, lying.trim.y))

    def _corner(self, lying: Lying) -> QPoint:
        """The painted part's upper left corner, in device pixels of the viewport."""
        box, ratio = self._sheet(lying), self.devicePixelRatioF()
        return QPoint(round(box.left() * ratio), round(box.top() * ratio))

    def _shown_part(self, lying: Lying) -> Rect:
        """The part of a page that is painted, from its trim's corner: with the bleed when that is shown."""
        box = lying.sheet if Overlay.TRIM in self._overlays else lying.trim
        return box.moved(-lying.trim.x, -lying.trim.y)

    def _spread_index(self, lying: Lying) -> int:
        return self.board.spread_of(lying.page.number) or 0

    def _single_shot(self, milliseconds: int, done: Callable[[], object] | None = None) -> QTimer:
        """A timer that, once, does something; by default paints again."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(done or self.viewport().update)
        return timer
