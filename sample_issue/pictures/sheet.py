"""Drawings: a sheet in millimetres, y down, drawn as vectors by ReportLab and turned into a picture at 300 ppi."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
FONTS = Path("fonts")  # Source Sans 3 and Source Serif 4 as TrueType; make_pictures.py sets it
FACES = {
    "sans": "SourceSans3-Regular",
    "sans-it": "SourceSans3-It",
    "sans-bold": "SourceSans3-Semibold",
    "serif": "SourceSerif4-Regular",
    "serif-it": "SourceSerif4-It",
    "serif-bold": "SourceSerif4-Semibold",
    "display": "SourceSerif4Display-Semibold",
    "display-it": "SourceSerif4Display-It",
    "display-light": "SourceSerif4Display-Light",
    "sans-light": "SourceSans3-Light",
}

INK = "#0b4152"  # the magazine's teal
DEEP = "#06222c"
PALE = "#edf2f3"
MIST = "#c9d8dc"
MID = "#6f95a0"
SAFFRON = "#f2a71b"
RUST = "#c4541d"
PAPER = "#ffffff"
QUIET = "#5d6b70"

Points = Sequence[tuple[float, float]]


def fonts() -> None:
    """Register the faces once."""
    for name, file in FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{file}.ttf")))


def colour(value: str, alpha: float = 1.0) -> Color:
    c = HexColor(value)
    return Color(c.red, c.green, c.blue, alpha)


class Sheet:
    """One drawing of `width` × `height` mm."""

    def __init__(self, width: float, height: float, ground: str = PAPER) -> None:
        fonts()
        self.width, self.height = width, height
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(width * MM, height * MM), invariant=1)
        self.canvas.setLineCap(1)
        self.canvas.setLineJoin(1)
        self.rect(0, 0, width, height, ground)

    def _y(self, y: float) -> float:
        return (self.height - y) * MM

    def _path(self, points: Points, close: bool) -> object:
        path = self.canvas.beginPath()
        for n, (x, y) in enumerate(points):
            (path.lineTo if n else path.moveTo)(x * MM, self._y(y))
        if close:
            path.close()
        return path

    def rect(self, x: float, y: float, width: float, height: float, fill: str, alpha: float = 1.0) -> None:
        self.canvas.setFillColor(colour(fill, alpha))
        self.canvas.rect(x * MM, self._y(y + height), width * MM, height * MM, stroke=0, fill=1)

    def line(
        self,
        points: Points,
        stroke: str = INK,
        width: float = 0.2,
        alpha: float = 1.0,
        dash: Sequence[float] = (),
        close: bool = False,
    ) -> None:
        """A polyline; width and dashes in mm."""
        if len(points) < 2:
            return
        self.canvas.setStrokeColor(colour(stroke, alpha))
        self.canvas.setLineWidth(width * MM)
        self.canvas.setDash([d * MM for d in dash])
        self.canvas.drawPath(self._path(points, close), stroke=1, fill=0)

    def area(self, points: Points, fill: str, alpha: float = 1.0) -> None:
        self.canvas.setFillColor(colour(fill, alpha))
        self.canvas.drawPath(self._path(points, True), stroke=0, fill=1)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None = INK,
        alpha: float = 1.0,
        stroke: str | None = None,
        width: float = 0.2,
        dash: Sequence[float] = (),
    ) -> None:
        if fill:
            self.canvas.setFillColor(colour(fill, alpha))
        if stroke:
            self.canvas.setStrokeColor(colour(stroke))
            self.canvas.setLineWidth(width * MM)
            self.canvas.setDash([d * MM for d in dash])
        self.canvas.circle(x * MM, self._y(y), radius * MM, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 7,
        face: str = "sans",
        fill: str = INK,
        at: str = "start",
        angle: float = 0.0,
        tracking: float = 0.0,
        alpha: float = 1.0,
        halo: str | None = None,
    ) -> None:
        """One line with its baseline at y; size in points; `at` start, middle or end; `angle` turns it anticlockwise."""
        c = self.canvas
        width = pdfmetrics.stringWidth(words, face, size) + tracking * max(len(words) - 1, 0)
        shift = {"start": 0.0, "middle": -width / 2, "end": -width}[at]
        for mode in ([1] if halo else []) + [0]:
            c.saveState()
            c.translate(x * MM, self._y(y))
            c.rotate(angle)
            t = c.beginText(shift, 0)
            t.setFont(face, size)
            t.setCharSpace(tracking)
            if mode == 1:
                c.setStrokeColor(colour(halo or PAPER))
                c.setLineWidth(size * 0.26)
                c.setDash([])
                t.setTextRenderMode(1)
            else:
                c.setFillColor(colour(fill, alpha))
            t.textOut(words)
            c.drawText(t)
            c.restoreState()

    def around(
        self,
        cx: float,
        cy: float,
        radius: float,
        middle: float,
        words: str,
        size: float,
        face: str,
        fill: str,
        tracking: float = 0.0,
        outward: bool = False,
    ) -> None:
        """Words along a circle, their middle at `middle` degrees clockwise from the top; feet inwards, or outwards below."""
        step = [(pdfmetrics.stringWidth(ch, face, size) + tracking) / MM / radius for ch in words]
        sign = -1 if outward else 1
        angle = math.radians(middle) - sign * sum(step) / 2
        for ch, wide in zip(words, step, strict=True):
            a = angle + sign * wide / 2
            self.text(
                cx + radius * math.sin(a),
                cy - radius * math.cos(a),
                ch,
                size,
                face,
                fill,
                "middle",
                -math.degrees(a) + (180 if outward else 0),
            )
            angle += sign * wide

    def picture(self, image: Image.Image, x: float, y: float, width: float, height: float) -> None:
        self.canvas.setFillAlpha(1)
        self.canvas.drawImage(ImageReader(image), x * MM, self._y(y + height), width * MM, height * MM, mask="auto")

    def clip_disc(self, x: float, y: float, radius: float) -> None:
        """Draw only inside a circle until `unclip`."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.circle(x * MM, self._y(y), radius * MM)
        self.canvas.clipPath(path, stroke=0, fill=0)

    def unclip(self) -> None:
        self.canvas.restoreState()

    def image(self, ppi: float = 300) -> Image.Image:
        """The finished drawing."""
        self.canvas.showPage()
        self.canvas.save()
        page = pypdfium2.PdfDocument(self._file.getvalue())[0]
        return page.render(scale=ppi / 72).to_pil().convert("RGB")
