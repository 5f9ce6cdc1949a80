"""Charts of the sky: the whole sky of each month, the planets' paths through Leo, the way to Algol."""

from __future__ import annotations

import math

import astronomy as ae
import numpy as np
from PIL import Image
from sheet import DEEP, INK, MID, MIST, PALE, PAPER, QUIET, RUST, SAFFRON, Points, Sheet
from nightscape import Night, galaxy
from reportlab.pdfbase import pdfmetrics
from sky import (Camera, PLANETS, body_direction, body_j2000, constellation_labels, figures, star_names, stars,
                 time, to_horizon, vector)

SKY_WIDTH, SKY_HEIGHT = 216.0, 168.0            # the head of a page with its bleed
MONTHS = {1: ("January", "22:00 on the 1st, 21:00 on the 15th, 20:00 on the 31st"),
          2: ("February", "22:00 on the 1st, 21:00 on the 15th, 20:10 on the 28th"),
          3: ("March", "22:00 on the 1st, 21:00 on the 15th, 20:00 on the 31st")}
NAMED = {"Sirius", "Canopus", "Arcturus", "Vega", "Capella", "Rigel", "Procyon", "Betelgeuse", "Aldebaran", "Spica", "Pollux", "Castor",
         "Deneb", "Regulus", "Algol", "Polaris", "Mizar", "Alphard", "Denebola", "Mira", "Alcyone"}
SYMBOLS = {ae.Body.Mercury: "Mercury", ae.Body.Venus: "Venus", ae.Body.Mars: "Mars", ae.Body.Jupiter: "Jupiter", ae.Body.Saturn: "Saturn"}
OBSERVER = ae.Observer(43.0, 0.0, 0.0)


def star_radius(magnitude: float, largest: float = 1.25) -> float:
    """The radius in mm of a star's dot."""
    return max(0.13, largest * 10 ** (-0.135 * (magnitude + 1.0)))


class Dome:
    """The whole sky as a disc, stereographic from the nadir: zenith in the middle, north up, east left."""

    def __init__(self, when: ae.Time, cx: float, cy: float, radius: float) -> None:
        self.when, self.turn = when, to_horizon(when, OBSERVER)
        self.cx, self.cy, self.radius = cx, cy, radius

    def place(self, j2000: np.ndarray) -> np.ndarray:
        return self.spot(np.atleast_2d(j2000) @ self.turn.T)

    def spot(self, local: np.ndarray) -> np.ndarray:
        """x, y on the sheet and the sine of the altitude of horizon-frame directions."""
        local = np.atleast_2d(local)
        k = self.radius / (1 + np.clip(local[:, 2], -0.94, 1))
        return np.stack([self.cx - k * -local[:, 1] * 1.0, self.cy - k * local[:, 0], local[:, 2]], axis=1)


def _flat(rows: np.ndarray) -> Points:
    return [(float(x), float(y)) for x, y in rows[:, :2]]


def month(number: int) -> Image.Image:
    """The all-sky map for the middle of a month at 21 hours local mean time, 43° north."""
    when = time(number, 15, 21)
    s = Sheet(SKY_WIDTH, SKY_HEIGHT, DEEP)
    cx, cy, radius = SKY_WIDTH / 2, 87.5, 73.0
    dome = Dome(when, cx, cy, radius)
    s.disc(cx, cy, radius, "#0b3341")
    s.clip_disc(cx, cy, radius)
    s.picture(_milky_way(dome), cx - radius, cy - radius, 2 * radius, 2 * radius)
    _grid(s, dome, when)
    for _, lines in figures():
        for line in lines:
            s.line(_flat(dome.place(line)), "#7fb0bd", 0.16, 0.75)
    _stars(s, dome)
    taken = _planets(s, dome, when)
    _labels(s, dome, taken)
    s.unclip()
    s.disc(cx, cy, radius, None, stroke=SAFFRON, width=0.35)
    for angle, word in ((0, "NORTH"), (90, "WEST"), (180, "SOUTH"), (270, "EAST")):
        s.around(cx, cy, radius + (2.2 if angle != 180 else 4.2), angle, word, 7.5, "sans-bold", MIST, 1.6, angle == 180)
    for angle in (45, 135, 225, 315):
        s.around(cx, cy, radius + (4.2 if 90 < angle < 270 else 2.2), angle, {45: "NW", 135: "SW", 225: "SE", 315: "NE"}[angle], 6.5, "sans", MID, 1, 90 < angle < 270)
    _legend(s, number)
    return s.image()


def _grid(s: Sheet, dome: Dome, when: ae.Time) -> None:
    ra = np.arange(0, 361, 2.0)
    s.line(_flat(dome.place(vector(ra, np.zeros_like(ra)))), "#4e8594", 0.14, 0.6, (0.8, 0.8))
    eps = math.radians(23.4393)
    lon = np.radians(ra)
    ecliptic = np.stack([np.cos(lon), np.sin(lon) * math.cos(eps), np.sin(lon) * math.sin(eps)], -1)
    s.line(_flat(dome.place(ecliptic)), SAFFRON, 0.2, 0.75, (1.6, 0.9))
    for altitude in (30, 60):
        s.disc(dome.cx, dome.cy, dome.radius * math.cos(math.radians(altitude)) / (1 + math.sin(math.radians(altitude))), None, stroke="#2c6473", width=0.12)


def _stars(s: Sheet, dome: Dome) -> None:
    catalogue = stars(6)
    spots = dome.place(catalogue.vectors)
    order = np.argsort(-catalogue.magnitude)
    for n in order:
        m = catalogue.magnitude[n]
        if m > 5.3 or spots[n, 2] < 0:
            continue
        r = star_radius(m)
        x, y = spots[n, 0], spots[n, 1]
        if m < 3.5:
            s.disc(x, y, r + 0.22, "#0b3341")
        bv = catalogue.colour[n]
        s.disc(x, y, r, "#ffffff" if bv < 0.5 else "#fff1d6" if bv < 1.15 else "#ffd3a1", 1.0 if m < 4.5 else 0.8)


def _milky_way(dome: Dome) -> Image.Image:
    """The Milky Way's glow over the map's disc, as a see-through picture."""
    n = 900
    axis = (np.arange(n) + 0.5) / n * 2 - 1
    x, y = np.meshgrid(axis, axis)
    r2 = np.clip(x * x + y * y, 0, 1)
    z = (1 - r2) / (1 + r2)
    local = np.stack([-y * (1 + z), x * (1 + z), z], -1)
    light = galaxy(local @ np.diag([1, 1, 1.0]), Night(Camera(0, 45, 90, (90, 90)), OBSERVER, dome.when))[..., 1]
    light = np.clip(light / 0.019, 0, 1) ** 0.8
    alpha = light * (x * x + y * y < 1)
    rgb = np.broadcast_to(np.array([116, 172, 186], np.uint8), (n, n, 3))
    return Image.fromarray(np.dstack([rgb, (alpha * 118).astype(np.uint8)]), "RGBA")


Box = tuple[float, float, float, float]


def _free(box: Box, taken: list[Box]) -> float:
    """How much of the boxes in `taken` a box covers, in square mm."""
    return sum(max(0, min(box[2], t[2]) - max(box[0], t[0])) * max(0, min(box[3], t[3]) - max(box[1], t[1])) for t in taken)


def _label(s: Sheet, taken: list[Box], x: float, y: float, gap: float, words: str, size: float, face: str, fill: str) -> None:
    """A name beside its star, on the side where it covers least."""
    width, height = pdfmetrics.stringWidth(words, face, size) / 2.8346, size * 0.30
    choices = [(x + gap, y + height / 2, "start"), (x - gap, y + height / 2, "end"), (x, y - gap - 0.3, "middle"), (x, y + gap + height, "middle")]
    boxes = [(cx - {"start": 0, "end": width, "middle": width / 2}[at], cy - height - 0.3, cx + {"start": width, "end": 0, "middle": width / 2}[at], cy + 0.5) for cx, cy, at in choices]
    costs = [_free(box, taken) + n * 0.12 for n, box in enumerate(boxes)]
    best = costs.index(min(costs))
    taken.append(boxes[best])
    s.text(choices[best][0], choices[best][1], words, size, face, fill, choices[best][2])


def _labels(s: Sheet, dome: Dome, taken: list[Box]) -> None:
    names, catalogue = star_names(), stars(6)
    spots = dome.place(catalogue.vectors)
    bright = [n for n in range(len(spots)) if catalogue.magnitude[n] < 3.3 and spots[n, 2] > 0]
    taken += [(spots[n, 0] - 0.7, spots[n, 1] - 0.7, spots[n, 0] + 0.7, spots[n, 1] + 0.7) for n in bright]
    for n in bright:
        name = names.get(str(catalogue.hip[n]), {}).get("name", "")
        if name in NAMED and spots[n, 2] > 0.06:
            _label(s, taken, spots[n, 0], spots[n, 1], star_radius(catalogue.magnitude[n]) + 0.9, name, 6.2, "serif-it", "#e6f1f3")
    for _, name, at, rank in constellation_labels():
        spot = dome.place(at)[0]
        if spot[2] < 0.16 or rank > 2:
            continue
        words, size = name.upper(), 5.6 if rank == 1 else 5.0
        width = (pdfmetrics.stringWidth(words, "sans", size) + 0.9 * len(words)) / 2.8346
        tries = [(spot[0] + dx, spot[1] + dy) for dx in (0, -5, 5) for dy in (0, 3, -3, 6, -6)]
        boxes = [(x - width / 2, y - 1.8, x + width / 2, y + 0.4) for x, y in tries]
        costs = [_free(box, taken) + n * 0.05 for n, box in enumerate(boxes)]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        s.text(tries[best][0], tries[best][1], words, size, "sans", "#9ccbd6", "middle", tracking=0.9, alpha=0.95)


def _planets(s: Sheet, dome: Dome, when: ae.Time) -> list[Box]:
    """Draws the planets that are up; the places that they and their names take."""
    taken: list[Box] = []
    up = [(b, dome.spot(body_direction(b, when, OBSERVER))[0]) for b in PLANETS]
    up = [(b, spot) for b, spot in up if spot[2] > 0.03]
    for _, spot in up:
        taken.append((spot[0] - 1.8, spot[1] - 1.8, spot[0] + 1.8, spot[1] + 1.8))
    for body, spot in up:
        size = {ae.Body.Jupiter: 1.55, ae.Body.Mars: 1.25, ae.Body.Venus: 1.6}.get(body, 1.05)
        s.disc(spot[0], spot[1], size + 0.4, "#0b3341")
        s.disc(spot[0], spot[1], size, "#ee7f4b" if body is ae.Body.Mars else SAFFRON)
    for body, spot in up:
        _label(s, taken, spot[0], spot[1], 2.4, SYMBOLS[body], 8, "sans-bold", SAFFRON)
    return taken


def _legend(s: Sheet, number: int) -> None:
    name, hours = MONTHS[number]
    s.text(11, 21, name, 23, "display", PAPER)
    s.text(11, 26.5, "the whole sky at 43° north", 8, "serif-it", MIST)
    first, second, third = hours.split(", ")
    for n, words in enumerate((first, second, third)):
        s.text(SKY_WIDTH - 11, 17 + 4.2 * n, words, 8, "sans", MIST, "end")
    s.text(SKY_WIDTH - 11, 30.4, "local mean time", 7, "sans-it", MID, "end")
    x, y = 11.0, 158.0
    for m in (-1, 0, 1, 2, 3, 4, 5):
        s.disc(x, y, star_radius(m), PAPER)
        s.text(x, y + 5, str(m).replace("-", "−"), 6, "sans", MID, "middle")
        x += 4.2
    s.text(11, y - 3.6, "Magnitudes", 6.5, "sans", MIST)
    s.line([(SKY_WIDTH - 40, 155.6), (SKY_WIDTH - 33, 155.6)], SAFFRON, 0.25, 0.9, (1.6, 0.9))
    s.text(SKY_WIDTH - 31, 156.4, "ecliptic", 6.5, "sans", MIST)
    s.line([(SKY_WIDTH - 40, 160.0), (SKY_WIDTH - 33, 160.0)], "#4e8594", 0.25, 1, (0.8, 0.8))
    s.text(SKY_WIDTH - 31, 160.8, "celestial equator", 6.5, "sans", MIST)


class Window:
    """A flat map about a centre (gnomonic), north up, east left; `span` degrees over the sheet's width."""

    def __init__(self, ra: float, dec: float, span: float, width: float, height: float) -> None:
        self.forward = vector(ra, dec)
        self.right = -vector(ra + 90, 0.0)
        self.up = np.cross(self.right, self.forward)
        self.scale = width / (2 * math.tan(math.radians(span / 2)))
        self.cx, self.cy = width / 2, height / 2

    def place(self, vectors: np.ndarray) -> np.ndarray:
        v = np.atleast_2d(vectors)
        depth = np.clip(v @ self.forward, 0.05, None)
        return np.stack([self.cx + self.scale * (v @ self.right) / depth, self.cy - self.scale * (v @ self.up) / depth, v @ self.forward], axis=1)


def _window_stars(s: Sheet, window: Window, limit: float, largest: float, margin: float) -> None:
    for _, lines in figures():
        for line in lines:
            spots = window.place(line)
            if (spots[:, 2] > 0.5).all():
                s.line(_flat(spots), MID, 0.18, 0.7)
    catalogue = stars(8)
    spots = window.place(catalogue.vectors)
    for n in np.argsort(-catalogue.magnitude):
        if catalogue.magnitude[n] <= limit and spots[n, 2] > 0.5 and margin < spots[n, 0] < s.width - margin and margin < spots[n, 1] < s.height - margin:
            r = star_radius(catalogue.magnitude[n], largest)
            s.disc(spots[n, 0], spots[n, 1], r + 0.2, PALE)
            s.disc(spots[n, 0], spots[n, 1], r, INK)


def _graticule(s: Sheet, window: Window, hours: range, declinations: range, left: float, bottom: float) -> None:
    for h in hours:
        rows = window.place(vector(np.full(80, h * 15.0), np.linspace(declinations[0] - 10, declinations[-1] + 12, 80)))
        s.line(_flat(rows), MIST, 0.15)
        x = float(np.interp(bottom, rows[::-1, 1], rows[::-1, 0]))
        if 4 < x < s.width - 4:
            s.text(x, bottom, f"{h} h", 6.5, "sans", QUIET, "middle", halo=PALE)
    for d in declinations:
        ras = np.linspace(hours[0] * 15 - 25, hours[-1] * 15 + 25, 120)
        rows = window.place(vector(ras, np.full(120, float(d))))
        s.line(_flat(rows), MIST, 0.15)
        order = np.argsort(rows[:, 0])
        y = float(np.interp(left, rows[order, 0], rows[order, 1]))
        if 4 < y < s.height - 6:
            s.text(left, y + 0.9, f"{'+' if d > 0 else '−' if d < 0 else ''}{abs(d)}°", 6.5, "sans", QUIET, "start", halo=PALE)


def leo_paths() -> Image.Image:
    """Mars and Jupiter through Leo, 1 January to 15 April 2027."""
    s = Sheet(172, 150, PALE)
    window = Window(150.0, 15.6, 40.0, s.width, s.height)
    _graticule(s, window, range(8, 13), range(-5, 36, 5), 2.5, 147.5)
    eps = math.radians(23.4393)
    lon = np.radians(np.linspace(100, 200, 120))
    s.line(_flat(window.place(np.stack([np.cos(lon), np.sin(lon) * math.cos(eps), np.sin(lon) * math.sin(eps)], -1))), SAFFRON, 0.25, 1, (2, 1))
    _window_stars(s, window, 6.0, 1.7, 0)
    for name, ra, dec, dx, dy, at in (("Regulus", 152.093, 11.967, 2.4, 3.4, "start"), ("Denebola", 177.265, 14.572, 2.2, -1.4, "start"), ("Algieba", 154.993, 19.842, -2.0, -1.2, "end")):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0] + dx, spot[1] + dy, name, 8, "serif-it", INK, at, halo=PALE)
    for name, ra, dec in (("LEO", 162.5, 22.6), ("CANCER", 133, 23.2), ("HYDRA", 140.5, 3.4), ("SEXTANS", 155.5, 1.2), ("LEO MINOR", 155, 31.2)):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0], spot[1], name, 8, "sans", MID, "middle", tracking=2.4)
    dates = {ae.Body.Mars: {1: (2.2, 2.8, "start"), 11: (-2.2, 0.8, "end"), 31: (0.6, -2.4, "end"), 71: (0, -2.6, "middle"), 91: (0, -2.8, "middle"), 101: (2.2, 3.4, "start")},
             ae.Body.Jupiter: {1: (-1.2, 4.2, "middle"), 71: (0, -2.6, "middle"), 101: (2.4, 1.6, "start")}}
    titles = {ae.Body.Mars: (49, -1.0, -6.4, "end", "19 February"), ae.Body.Jupiter: (41, 4.5, 9.5, "start", "11 February")}
    for body, tone in ((ae.Body.Mars, RUST), (ae.Body.Jupiter, INK)):
        days = [time(1, 1).AddDays(d) for d in np.arange(0, 105, 1.0)]
        rows = window.place(np.array([body_j2000(body, t) for t in days]))
        s.line(_flat(rows), PALE, 1.4)
        s.line(_flat(rows), tone, 0.5)
        for n in range(0, 105, 10):
            s.disc(rows[n, 0], rows[n, 1], 0.9, PALE, stroke=tone, width=0.4)
        for n, (dx, dy, at) in dates[body].items():
            t = days[n - 1].Utc()
            s.text(rows[n - 1, 0] + dx, rows[n - 1, 1] + dy, f"{t.day} {t.strftime('%b')}", 7, "sans", tone, at, halo=PALE)
        peak, dx, dy, at, day = titles[body]
        s.disc(rows[peak, 0], rows[peak, 1], 2.5 if body is ae.Body.Jupiter else 2.1, tone, stroke=PALE, width=0.5)
        s.disc(rows[peak, 0], rows[peak, 1], 3.5 if body is ae.Body.Jupiter else 3.1, None, stroke=SAFFRON, width=0.45)
        s.text(rows[peak, 0] + dx, rows[peak, 1] + dy, SYMBOLS[body], 13, "display", tone, at, halo=PALE)
        s.text(rows[peak, 0] + dx, rows[peak, 1] + dy + 3.4, day, 7, "sans", tone, at, halo=PALE)
    moon = window.place(body_j2000(ae.Body.Moon, time(2, 20, 23, 13)))[0]
    radius = window.scale * math.tan(math.radians(0.273)) * 1.0
    s.disc(moon[0], moon[1], max(radius, 1.0), PAPER, stroke=INK, width=0.25)
    s.text(moon[0] - 2.4, moon[1] + 3.8, "Moon, 20 Feb, 23:13 UT", 6.8, "sans", QUIET, "end", halo=PALE)
    s.text(24, 128, "Ecliptic, the yearly path of the Sun", 6.5, "sans-it", QUIET, halo=PALE)
    return s.image(330)


def algol_finder() -> Image.Image:
    """Perseus and Andromeda with magnitudes to compare Algol by."""
    s = Sheet(112, 92, PALE)
    window = Window(40.0, 41.5, 50.0, s.width, s.height)
    _graticule(s, window, range(0, 6), range(20, 66, 10), 2.0, 89.8)
    _window_stars(s, window, 5.2, 1.45, 0)
    for name, ra, dec in (("PERSEUS", 56, 43.5), ("ANDROMEDA", 22, 40.5), ("TRIANGULUM", 32.6, 30.2), ("ARIES", 37, 23.4), ("TAURUS", 60, 27.5)):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0], spot[1], name, 6.5, "sans", MID, "middle", tracking=1.8)
    for name, magnitude, ra, dec, dx, dy, at in (("γ And", "2.1", 30.975, 42.33, 0, -2.4, "middle"), ("ε Per", "2.9", 59.463, 40.010, -2, 1, "end"), ("α Tri", "3.4", 28.270, 29.579, 2, 2.6, "start"),
                                                 ("δ Per", "3.0", 55.731, 47.788, -2, 1, "end"), ("α Per", "1.8", 51.081, 49.861, 2.2, -1, "start"), ("κ Per", "3.8", 47.374, 44.857, 2, 0.4, "start")):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0] + dx, spot[1] + dy, f"{name}  {magnitude}", 6.8, "sans", INK, at, halo=PALE)
    spot = window.place(vector(47.042, 40.956))[0]
    s.disc(spot[0], spot[1], 2.9, None, stroke=SAFFRON, width=0.55)
    s.text(spot[0] + 3.8, spot[1] + 3.2, "Algol", 11, "display", INK, halo=PALE)
    s.text(spot[0] + 3.8, spot[1] + 6.4, "2.1 … 3.4", 6.8, "sans", RUST, halo=PALE)
    spot = window.place(vector(56.87, 24.1))[0]
    s.text(spot[0] + 2.2, spot[1] + 3, "Pleiades", 6.8, "serif-it", INK, halo=PALE)
    return s.image(470)


