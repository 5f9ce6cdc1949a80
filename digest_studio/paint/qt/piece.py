"""What of a page is painted, in device pixels."""

from __future__ import annotations

from typing import NamedTuple

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page


class Piece(NamedTuple):
    """A part of a page in device pixels. `scale`: device pixels a point; `sheet`: the painted part of the page, in points from
    its trim's corner; the piece begins `x`, `y` pixels from the sheet's corner."""

    page: Page
    scale: float
    sheet: Rect
    x: int
    y: int
    width: int
    height: int
