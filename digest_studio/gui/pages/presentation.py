"""Presentation: spreads alone on a dark screen, trimmed, turned by keys, wheel or click. Esc leaves.

With the soft proof on, they are shown as they will be printed, and its keys do here what they do in the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.pages.board import arrange
from digest_studio.gui.pages.tiles import Raster, Tiles

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from digest_studio.gui.softproof import SoftProof

GROUND = QColor(18, 18, 19)
NOTCH = 120


class Presentation(QWidget):
    """A window of its own. Follows the issue while it is shown."""

    def __init__(
        self, controller: Controller, page: int, parent: QWidget | None = None, soft_proof: SoftProof | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(self.tr("Presentation"))
        self.setAccessibleName(self.windowTitle())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._controller = controller
        self._tiles = Tiles(controller.painting)
        self._board = arrange(())
        self._turned = 0
        self._soft_proof = soft_proof
        if soft_proof is not None:
            self.addActions(soft_proof.actions)
            soft_proof.changed.connect(self.update)
        controller.made_changed.connect(self._take)
        controller.closed.connect(self.close)
        controller.painting.pictures.ready.connect(self._picture_came)  # type: ignore[attr-defined]
        if controller.made is not None:
            self._take(controller.made, frozenset())
        self.spread = self._board.spread_of(page) or 0

    def turn(self, by: int) -> None:
        """Turn so many spreads on."""
        self.show_spread(self.spread + by)

    def show_spread(self, index: int) -> None:
        self.spread = max(0, min(len(self._board.spreads) - 1, index))
        self.update()

    def _take(self, made: Made, changed: frozenset[int]) -> None:
        self._board = arrange(made.document.pages)
        self.spread = max(0, min(len(self._board.spreads) - 1, getattr(self, "spread", 0)))
        self.update()

    def _picture_came(self, wanted: object) -> None:
        if self._tiles.picture_came(wanted):  # type: ignore[arg-type]
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), GROUND)
        if not self._board.spreads:
            return
        painter.scale(1 / self.devicePixelRatioF(), 1 / self.devicePixelRatioF())
        parts = list(self._parts(self.spread))
        self._prove_first(parts)
        whole = True
        for place, raster, part in parts:
            proof, proved = self._proof(raster, part)
            whole &= proved
            if proof is None:
                proof = (self._tiles.current(raster, part) or self._tiles.paint(raster, part)).pixels
            painter.drawPixmap(place + part.topLeft(), proof)
        if whole:
            self._prove_ahead()

    def _parts(self, index: int) -> Iterator[tuple[QPoint, Raster, QRect]]:
        """The tiles of a spread: where their page begins on the screen, their page, their part of it; in device pixels."""
        spread = self._board.spreads[index]
        wide, high = self.width() * self.devicePixelRatioF(), self.height() * self.devicePixelRatioF()
        scale = min(wide / spread.box.width, high / spread.box.height)
        corner = QPointF((wide - spread.box.width * scale) / 2, (high - spread.box.height * scale) / 2)
        for lying in spread.pages:
            raster = Raster(lying.page, scale, lying.trim.moved(-lying.trim.x, -lying.trim.y))
            place = QPointF(round(corner.x() + (lying.trim.x - spread.box.x) * scale), round(corner.y())).toPoint()
            for part in raster.parts(QRectF(0, 0, *raster.size).toRect()):
                yield place, raster, part

    # The soft proof

    def _proof(self, raster: Raster, part: QRect) -> tuple[QPixmap | None, bool]:
        """The proof of a tile, None if there is or shall be none; and whether it is as it shall be."""
        viewing = self._soft_proof.viewing if self._soft_proof is not None else None
        if self._soft_proof is None or viewing is None:
            return None, True
        proof = self._soft_proof.proofs.get(raster.piece(part), viewing)
        return (proof.pixels, proof.viewing == viewing) if proof is not None else (None, False)

    def _prove_first(self, parts: list[tuple[QPoint, Raster, QRect]]) -> None:
        if self._soft_proof is not None and self._soft_proof.viewing is not None:
            proofs = self._soft_proof.proofs
            proofs.make_room(round(self.width() * self.height() * self.devicePixelRatioF() ** 2))
            proofs.prefer(raster.piece(part) for _, raster, part in parts)

    def _prove_ahead(self) -> None:
        """Have a tile of the next spread proved, or of the one before: that it is ready brings us here again."""
        if self._soft_proof is None or self._soft_proof.viewing is None:
            return
        for index in (self.spread + 1, self.spread - 1):
            for _, raster, part in self._parts(index) if 0 <= index < len(self._board.spreads) else ():
                if not self._soft_proof.proofs.has_time_for(raster.piece(part)):
                    return
                self._proof(raster, part)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys = Qt.Key
        match event.key():
            case keys.Key_Right | keys.Key_Down | keys.Key_PageDown | keys.Key_Space | keys.Key_Return | keys.Key_N:
                self.turn(1)
            case keys.Key_Left | keys.Key_Up | keys.Key_PageUp | keys.Key_Backspace | keys.Key_P:
                self.turn(-1)
            case keys.Key_Home:
                self.show_spread(0)
            case keys.Key_End:
                self.show_spread(len(self._board.spreads) - 1)
            case keys.Key_Escape | keys.Key_F5 | keys.Key_Q:
                self.close()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.turn(-1 if event.position().x() < self.width() / 3 else 1)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= NOTCH:
            self.turn(-1 if self._turned > 0 else 1)
            self._turned -= NOTCH if self._turned > 0 else -NOTCH
