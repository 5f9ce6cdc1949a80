"""The advertisements: PDFs drawn in ink colours (CMYK, TrimBox; of whole pages with 3 mm bleed) and one CMYK picture. The firms
are invented."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import sheet
from paint import blur, develop, fractal
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import CMYKColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from sheet import MM, fonts
from sky import ASSY, direction, stars, time, to_horizon

BLEED, WIDTH, HEIGHT = 3.0, 210.0, 297.0
NIGHT = CMYKColor(0.60, 0.50, 0.40, 1.0)
CREAM = CMYKColor(0.0, 0.04, 0.14, 0.0)
EMBER = CMYKColor(0.0, 0.88, 0.92, 0.0)
NIGHT_SKY = CMYKColor(0.96, 0.74, 0.36, 0.50)


def _canvas(path: Path, title: str) -> Canvas:
    page = ((WIDTH + 2 * BLEED) * MM, (HEIGHT + 2 * BLEED) * MM)
    trim = (BLEED * MM, BLEED * MM, (BLEED + WIDTH) * MM, (BLEED + HEIGHT) * MM)
    c = Canvas(str(path), pagesize=page, trimBox=trim, bleedBox=(0, 0, *page), invariant=1)
    c.setTitle(title)
    fonts()
    c.translate(BLEED * MM, BLEED * MM)
    return c


def _words(
    c: Canvas, x: float, y: float, words: str, size: float, face: str, fill: CMYKColor, at: str = "start", tracking: float = 0.0
) -> None:
    """One line; x and y in mm from the trim's lower left."""
    width = pdfmetrics.stringWidth(words, face, size) + tracking * max(len(words) - 1, 0)
    t = c.beginText(x * MM - {"start": 0, "middle": width / 2, "end": width}[at], y * MM)
    t.setFont(face, size)
    t.setCharSpace(tracking)
    t.setFillColor(fill)
    t.textOut(words)
    c.drawText(t)


def torches(path: Path) -> None:
    """Ember & Sons: a small lamp, a large dark, a modest claim."""
    c = _canvas(path, "Ember & Sons: Be seen less.")
    c.setFillColor(NIGHT)
    c.rect(-BLEED * MM, -BLEED * MM, (WIDTH + 2 * BLEED) * MM, (HEIGHT + 2 * BLEED) * MM, stroke=0, fill=1)
    _beam(c, 62, 66, 52, 17.0, 190)
    _torch(c, 62, 66, 52)
    _words(c, 20, 252, "Be seen", 92, "display", CREAM)
    _words(c, 20, 221, "less.", 92, "display", EMBER)
    lines = ("The No. 4 gives three lumens of deep red light.", "We tried four. It seemed excessive.")
    for n, words in enumerate(lines):
        _words(c, 20, 203 - n * 7.4, words, 15, "serif-it", CREAM)
    facts = (
        ("3 lm", "enough for a star atlas,", "not for a conversation"),
        ("620 nm", "your night vision", "will not notice"),
        ("9 weeks", "on one battery, or one", "winter of cloud"),
    )
    for n, (figure, one, two) in enumerate(facts):
        x = 96 + n * 33.5
        c.setStrokeColor(EMBER)
        c.setLineWidth(0.8)
        c.line(x * MM, 50 * MM, (x + 28) * MM, 50 * MM)
        _words(c, x, 41.5, figure, 19, "display", CREAM)
        _words(c, x, 36.4, one, 7.6, "sans", CMYKColor(0, 0, 0, 0.25))
        _words(c, x, 32.6, two, 7.6, "sans", CMYKColor(0, 0, 0, 0.25))
    _words(c, 96, 19.4, "EMBER & SONS", 12, "sans-bold", CREAM, tracking=2.6)
    _words(
        c,
        96,
        14.2,
        "Makers of inadequate lamps since 1908. Dunkeld · ember-lamps.example",
        8,
        "sans",
        CMYKColor(0, 0, 0, 0.35),
    )
    c.showPage()
    c.save()


def _beam(c: Canvas, x: float, y: float, angle: float, spread: float, reach: float) -> None:
    """A cone of red that dies away: rings of ink, each a little darker."""
    steps = 90
    for n in range(steps, 0, -1):
        share = n / steps
        r = reach * share
        strength = (1 - share) ** 1.9
        c.setFillColor(CMYKColor(0.60 * (1 - strength), 0.50 + 0.42 * strength, 0.40 + 0.52 * strength, 1.0 - 0.93 * strength))
        p = c.beginPath()
        p.moveTo(x * MM, y * MM)
        for k in range(31):
            a = math.radians(angle - spread + 2 * spread * k / 30)
            p.lineTo((x + r * math.cos(a)) * MM, (y + r * math.sin(a)) * MM)
        p.close()
        c.drawPath(p, stroke=0, fill=1)


def _torch(c: Canvas, x: float, y: float, angle: float) -> None:
    """The lamp itself, brass and black, its mouth at (x, y)."""
    c.saveState()
    c.translate(x * MM, y * MM)
    c.rotate(angle)
    bands = 44
    for left, right, half, base in (
        (-14, 0, 10.5, (0.0, 0.22, 0.62, 0.10)),
        (-22, -14, 8.2, (0.0, 0.22, 0.62, 0.22)),
        (-78, -22, 7.0, (0.30, 0.25, 0.22, 0.82)),
        (-84, -78, 7.6, (0.0, 0.22, 0.62, 0.16)),
    ):
        for n in range(bands):
            lit = math.exp(-(((n / bands - 0.30) / 0.16) ** 2)) + 0.35 * math.exp(-(((n / bands - 0.86) / 0.07) ** 2))
            k = min(1.0, max(0.0, base[3] + 0.62 * (1 - lit) - 0.34))
            c.setFillColor(CMYKColor(base[0] * (1 - lit), base[1] * (1 - 0.4 * lit), base[2] * (1 - 0.4 * lit), k))
            top = half - 2 * half * n / bands
            c.rect(
                left * MM,
                (top - 2 * half / bands - 0.05) * MM,
                (right - left) * MM,
                (2 * half / bands + 0.08) * MM,
                stroke=0,
                fill=1,
            )
    c.setStrokeColor(CMYKColor(0.4, 0.35, 0.3, 1.0))
    c.setLineWidth(0.5)
    for n in range(16):
        c.line((-74 + n * 3.0) * MM, -6.8 * MM, (-72 + n * 3.0) * MM, 6.8 * MM)
    c.setFillColor(EMBER)
    c.ellipse(-1.6 * MM, -10.5 * MM, 1.6 * MM, 10.5 * MM, stroke=0, fill=1)
    c.setFillColor(CMYKColor(0, 0.55, 0.62, 0))
    c.ellipse(-0.7 * MM, -6 * MM, 0.9 * MM, 6 * MM, stroke=0, fill=1)
    c.restoreState()


def night_train(path: Path) -> None:
    """The Meridian Sleeper: a railway poster under true star trails."""
    c = _canvas(path, "The Meridian Sleeper")
    steps = 70
    for n in range(steps):
        t = n / (steps - 1)
        c.setFillColor(CMYKColor(1.0 - 0.22 * t, 0.78 - 0.22 * t, 0.38 - 0.10 * t, 0.62 - 0.56 * t))
        top = HEIGHT + BLEED - (HEIGHT + 2 * BLEED) * 0.80 * t
        c.rect(-BLEED * MM, -BLEED * MM, (WIDTH + 2 * BLEED) * MM, (top + BLEED) * MM, stroke=0, fill=1)
    _trails(c, 105, 150, 3.05)
    _range(c, 92, 34, 5, CMYKColor(0.92, 0.62, 0.38, 0.30))
    _range(c, 76, 22, 9, CMYKColor(0.95, 0.70, 0.45, 0.55))
    _range(c, 60, 12, 2, CMYKColor(0.90, 0.75, 0.55, 0.82))
    _train(c)
    _words(c, 105, 268, "MERIDIAN SLEEPER", 44, "display", CREAM, "middle", 2.2)
    c.setStrokeColor(CMYKColor(0, 0.36, 0.92, 0))
    c.setLineWidth(1.2)
    c.line(75 * MM, 260 * MM, 135 * MM, 260 * MM)
    _words(c, 105, 249.5, "Eleven nights along the forty-third parallel.", 17, "display-it", CREAM, "middle")
    _words(c, 105, 241.5, "One ceiling.", 17, "display-it", CREAM, "middle")
    _words(
        c,
        105,
        19.5,
        "Glass-roofed berths from the Caspian to the Pacific. Blinds are fitted in every car; none has yet been drawn.",
        9,
        "sans",
        CREAM,
        "middle",
    )
    _words(c, 105, 13.2, "meridian-sleeper.example", 9, "sans-bold", CMYKColor(0, 0.36, 0.92, 0), "middle", 1.0)
    c.showPage()
    c.save()


def _trails(c: Canvas, x: float, y: float, scale: float) -> None:
    """Two hours of the brighter stars about the pole, every arc where it would be at 43° north in March."""
    catalogue = stars(6)
    local = catalogue.vectors @ to_horizon(time(3, 9, 16), ASSY).T
    pole = direction(0.0, 43.2)
    side = np.cross(pole, np.array([0, 0, 1.0]))
    side /= np.linalg.norm(side)
    up = np.cross(side, pole)
    away = np.degrees(np.arccos(np.clip(local @ pole, -1, 1)))
    angle = np.degrees(np.arctan2(local @ up, local @ side))
    c.saveState()
    clip = c.beginPath()
    clip.rect(-BLEED * MM, 60 * MM, (WIDTH + 2 * BLEED) * MM, (HEIGHT + BLEED - 60) * MM)
    c.clipPath(clip, stroke=0, fill=0)
    c.setLineCap(1)
    for n in np.argsort(-catalogue.magnitude):
        if catalogue.magnitude[n] > 5.0 or away[n] > 74:
            continue
        r = away[n] * scale
        bright = max(0.0, min(1.0, (5.2 - catalogue.magnitude[n]) / 4.5))
        warm = catalogue.colour[n] > 0.9
        tone = CMYKColor(
            0.62 * (1 - bright),
            0.40 * (1 - bright) + (0.16 if warm else 0.03),
            0.18 * (1 - bright) + (0.45 if warm else 0.08),
            0.22 * (1 - bright),
        )
        c.setLineWidth(0.35 + 1.5 * bright**1.5)
        for part in range(6):
            start = float(angle[n]) + 5.0 * part
            height = y + r * math.sin(math.radians(start + 2.5))
            if height > 236:  # the title's place
                continue
            c.setStrokeColor(_between(tone, NIGHT_SKY, min(1.0, (236 - height) / 26)))
            c.arc((x - r) * MM, (y - r) * MM, (x + r) * MM, (y + r) * MM, start, 5.2)
    c.restoreState()


def _between(full: CMYKColor, none: CMYKColor, share: float) -> CMYKColor:
    """Inks `share` of the way from one tone to another."""
    a, b = (np.array([k.cyan, k.magenta, k.yellow, k.black]) for k in (none, full))
    return CMYKColor(*(float(v) for v in a + (b - a) * share))


def _range(c: Canvas, base: float, relief: float, seed: int, fill: CMYKColor) -> None:
    xs = np.arange(-BLEED, WIDTH + BLEED + 1, 1.2)
    ridge = base + relief * fractal(np.stack([xs / 42, np.full(len(xs), seed * 1.7)], -1), 3, seed, 0.42)
    p = c.beginPath()
    p.moveTo(-BLEED * MM, -BLEED * MM)
    for x, y in zip(xs, ridge, strict=True):
        p.lineTo(float(x) * MM, float(y) * MM)
    p.lineTo((WIDTH + BLEED) * MM, -BLEED * MM)
    p.close()
    c.setFillColor(fill)
    c.drawPath(p, stroke=0, fill=1)


def _train(c: Canvas) -> None:
    """Cars running off to the right, windows lit, roofs of glass."""
    dark, gold = CMYKColor(0.7, 0.6, 0.5, 0.95), CMYKColor(0, 0.30, 0.85, 0)
    c.setFillColor(CMYKColor(0.7, 0.6, 0.5, 1.0))
    c.rect(-BLEED * MM, -BLEED * MM, (WIDTH + 2 * BLEED) * MM, 37.5 * MM, stroke=0, fill=1)
    c.setStrokeColor(CMYKColor(0.3, 0.25, 0.2, 0.55))
    c.setLineWidth(0.7)
    c.line(-BLEED * MM, 36.0 * MM, (WIDTH + BLEED) * MM, 36.0 * MM)
    for n in range(4):
        x = -26 + n * 62.0
        c.setFillColor(dark)
        c.roundRect(x * MM, 38.6 * MM, 59 * MM, 16.5 * MM, 1.6 * MM, stroke=0, fill=1)
        c.setFillColor(CMYKColor(0.35, 0.12, 0.10, 0.20))
        p = c.beginPath()
        p.moveTo((x + 3) * MM, 54.6 * MM)
        p.curveTo((x + 5) * MM, 60.5 * MM, (x + 10) * MM, 61 * MM, (x + 14) * MM, 61 * MM)
        p.lineTo((x + 45) * MM, 61 * MM)
        p.curveTo((x + 49) * MM, 61 * MM, (x + 54) * MM, 60.5 * MM, (x + 56) * MM, 54.6 * MM)
        p.close()
        c.drawPath(p, stroke=0, fill=1)
        c.setStrokeColor(dark)
        c.setLineWidth(0.9)
        for k in range(1, 8):
            c.line((x + 3 + k * 6.6) * MM, 54.6 * MM, (x + 4.5 + k * 6.3) * MM, 61 * MM)
        for k in range(6):
            dimmed = (n * 6 + k) % 7 == 3
            c.setFillColor(CMYKColor(0, 0.30, 0.70, 0.38) if dimmed else gold)
            c.roundRect((x + 4.6 + k * 8.7) * MM, 45.4 * MM, 6.1 * MM, 5.6 * MM, 0.9 * MM, stroke=0, fill=1)
        c.setFillColor(gold)
        c.rect((x + 1.5) * MM, 42.4 * MM, 56 * MM, 0.55 * MM, stroke=0, fill=1)
        for k in (8, 15, 44, 51):
            c.setFillColor(CMYKColor(0.5, 0.45, 0.4, 0.85))
            c.circle((x + k) * MM, 38.3 * MM, 2.3 * MM, stroke=0, fill=1)
    c.setStrokeColor(CREAM)
    c.setLineWidth(0.5)


def cirrus(path: Path) -> None:
    """Cirrus Mutual, a third of a page: the stars of a February evening, and what usually stands before them. No bleed: it stands
    in the type area."""
    width, height = 172.0, 75.7
    page = (width * MM, height * MM)
    c = Canvas(str(path), pagesize=page, trimBox=(0, 0, *page), invariant=1)
    c.setTitle("Cirrus Mutual: Covered.")
    fonts()
    steps = 60
    for n in range(steps):
        t = n / (steps - 1)
        c.setFillColor(CMYKColor(1.0 - 0.12 * t, 0.78 - 0.24 * t, 0.38 - 0.10 * t, 0.66 - 0.46 * t))
        c.rect(0, 0, page[0], height * (1 - 0.86 * t) * MM, stroke=0, fill=1)
    _winter_stars(c, width, height)
    for n, (base, rise, size, tone) in enumerate((
        (35, 13, 8, CMYKColor(0.80, 0.52, 0.30, 0.36)),
        (30, 10, 8, CMYKColor(0.62, 0.36, 0.22, 0.22)),
        (25, 8, 7, CMYKColor(0.38, 0.20, 0.12, 0.08)),
        (20, 3, 6, CMYKColor(0.12, 0.05, 0.05, 0.0)),
    )):  # fmt: skip
        _clouds(c, width, base, rise, size, tone, n)
    _words(c, 10, 53, "Covered.", 52, "display", CREAM)
    _words(c, 10.6, 44.5, "Insurance for nights that come to nothing.", 13.5, "display-it", CREAM)
    c.setFillOverprint(True)
    c.setOverprintMask(1)
    black = CMYKColor(0, 0, 0, 1)
    _words(c, 10.6, 11.6, "CIRRUS MUTUAL", 12, "sans-bold", black, tracking=2.4)
    _words(c, 10.6, 6.2, "11,204 claims last winter, all of them granted, most of them in Scotland.", 9, "sans", black)
    _words(c, width - 10.6, 11.6, "cirrus-mutual.example", 9, "sans-bold", black, "end")
    _words(c, width - 10.6, 6.2, "Fog by arrangement.", 9, "sans-it", black, "end")
    c.showPage()
    c.save()


def _winter_stars(c: Canvas, width: float, height: float) -> None:
    """Orion and what is round him, where he stands over Assy in February, as far as the clouds let him."""
    catalogue = stars(6)
    local = catalogue.vectors @ to_horizon(time(2, 10, 15), ASSY).T
    centre = local[list(catalogue.hip).index(26311)]  # the middle of the belt
    across = np.cross(np.array([0, 0, 1.0]), centre)
    across /= np.linalg.norm(across)
    up = np.cross(centre, across)
    for n in np.flatnonzero(local @ centre > 0.5):
        depth = local[n] @ centre
        x, y = width - 38 - 84 * (local[n] @ across) / depth, 58 + 84 * (local[n] @ up) / depth
        bright = max(0.0, (6.2 - catalogue.magnitude[n]) / 6.2)
        if not (2 < x < width - 2 and 2 < y < height - 2) or (x < 100 and 42 < y < 68):  # the words' place
            continue
        warm = catalogue.colour[n] > 0.9
        c.setFillColor(CMYKColor(0.10 * (1 - bright), 0.16 if warm else 0.03, 0.42 if warm else 0.06, 0.45 * (1 - bright)))
        c.circle(x * MM, y * MM, (0.14 + 0.80 * bright**2.2) * MM, stroke=0, fill=1)


def _clouds(c: Canvas, width: float, base: float, rise: float, size: float, tone: CMYKColor, seed: int) -> None:
    """A bank of cloud up to about `base` mm, lit from above: its heads, a lighter rim over them."""
    xs = np.arange(-size, width + size, size * 0.82)
    heads = base - size + rise * fractal(np.stack([xs / 46, np.full(len(xs), 3.1 + 2.7 * seed)], -1), 3, 20 + seed, 0.5)
    radii = size * (0.72 + 0.34 * fractal(np.stack([xs / 7, np.full(len(xs), 1.3 * seed)], -1), 2, 40 + seed))
    rim = _between(tone, CMYKColor(0.04, 0.02, 0.04, 0.0), 0.42)
    for fill, drop in ((rim, 0.0), (tone, 0.9)):
        c.setFillColor(fill)
        for x, y, r in zip(xs, heads, radii, strict=True):
            c.circle(float(x) * MM, (float(y) - drop) * MM, float(abs(r)) * MM, stroke=0, fill=1)
        p = c.beginPath()
        p.moveTo(-size * MM, 0)
        for x, y in zip(xs, heads, strict=True):
            p.lineTo(float(x) * MM, (float(y) - drop) * MM)
        p.lineTo((width + size) * MM, 0)
        p.close()
        c.drawPath(p, stroke=0, fill=1)


def curtains(path: Path, scale: float = 1.0) -> None:
    """Nyx & Daughters: velvet, a gap of street light, and the price of darkness. A CMYK JPEG with 3 mm of bleed."""
    w, h = round(2551 * scale), round(3579 * scale)
    x, y = np.meshgrid(np.arange(w) / w, np.arange(h) / h)
    gap = 0.735 + 0.010 * np.sin(y * 5.2 + 0.6) + 0.004 * np.sin(y * 17)
    half = -0.002 + 0.022 * np.clip(y - 0.30, 0, 1) ** 1.3
    side = np.where(x < gap, gap - half - x, x - gap - half)
    phase = (
        np.where(x < gap, 0.0, 2.1)
        + side * 52
        + 2.2 * fractal(np.stack([x * 2.2, y * 0.8], -1), 4, 7)
        + 0.6 * np.sin(y * 3 + np.where(x < gap, 0, 1.4))
    )
    fold = 0.5 + 0.5 * np.sin(phase) * (0.82 + 0.18 * np.sin(phase * 0.37 + 1))
    nap = fractal(np.stack([x * 420, y * 60], -1), 3, 9)
    sheen = fold**2.4 * (0.55 + 0.25 * fractal(np.stack([x * 3, y * 1.2], -1), 4, 3))
    cloth = (0.010 + 0.085 * sheen * (1 + 0.22 * nap))[..., None] * np.array([0.42, 0.62, 1.0])
    street = np.clip(1 - np.clip(side, 0, None) / 0.06, 0, 1) ** 2.2 * (0.25 + 0.75 * y)
    cloth = cloth + (0.20 * street * (0.25 + fold))[..., None] * np.array([1.0, 0.62, 0.22])
    opening = np.clip(-side * w / 3 + 0.5, 0, 1)
    glow = np.array([1.0, 0.66, 0.24]) * (0.7 + 0.9 * np.exp(-(((y - 0.66) / 0.12) ** 2)))[..., None]
    picture = cloth * (1 - opening[..., None]) + glow * opening[..., None]
    spill = glow * opening[..., None]
    picture = picture + 0.25 * blur(spill, 60 * scale) + 0.12 * blur(spill, 12 * scale)
    picture = picture * (1 - 0.35 * np.exp(-(((y - 0.20) / 0.16) ** 2)))[..., None]
    image = develop(picture, 1.3, 0.008, 0.2)
    draw = ImageDraw.Draw(image)

    def put(px: float, py: float, words: str, points: float, face: str, fill: str, anchor: str = "lm") -> None:
        font = ImageFont.truetype(str(sheet.FONTS / f"{sheet.FACES[face]}.ttf"), round(points * 300 / 72 * scale))
        draw.text((px * w, py * h), words, fill=fill, font=font, anchor=anchor)

    put(0.10, 0.130, "We sell the dark", 60, "display-light", "#f3ead8")
    put(0.10, 0.198, "by the metre.", 60, "display-light", "#f3ead8")
    put(0.104, 0.262, "Blackout velvet in four shades of midnight.", 17, "display-it", "#cdbf9f")
    put(0.104, 0.868, "NYX & DAUGHTERS", 17, "sans-bold", "#f3ead8")
    put(0.104, 0.896, "Drapers to observatories, night nurses and other people who go to bed at breakfast.", 9, "sans", "#cdbf9f")
    put(0.104, 0.916, "The street lamp is not included.   nyx-daughters.example", 9, "sans-it", "#cdbf9f")
    to_ink(image).save(path, quality=84, dpi=(300, 300))


def to_ink(image: Image.Image) -> Image.Image:
    """Separates RGB into inks with grey replaced by black; at most 290 per cent of ink."""
    rgb = np.asarray(image, float) / 255
    cmy = 1 - rgb
    grey = cmy.min(-1, keepdims=True)
    black = grey**1.5 * 0.98
    colours = np.clip((cmy - black * 0.86) / (1 - black * 0.86 + 1e-6), 0, 1)
    colours = colours * np.array([1.0, 0.95, 0.98])
    total = colours.sum(-1, keepdims=True) + black
    colours = np.where(
        total > 2.9, colours * np.clip((2.9 - black) / np.maximum(colours.sum(-1, keepdims=True), 1e-6), 0, 1), colours
    )
    inks = np.concatenate([colours, black], -1)
    return Image.fromarray((np.clip(inks, 0, 1) * 255 + 0.5).astype(np.uint8), "CMYK")
