"""Charts of the sky: the whole sky of each month, the planets' paths through Leo, the way to Algol."""

from __future__ import annotations

import math

import astronomy as ae
import numpy as np
from nightscape import Night, galaxy
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from sheet import DEEP, MID, MIST, PAPER, SAFFRON, Points, Sheet
from sky import (
    PLANETS,
    Camera,
    body_direction,
    constellation_labels,
    figures,
    star_names,
    stars,
    time,
    to_horizon,
    vector,
)

SKY_WIDTH, SKY_HEIGHT = 216.0, 160.0  # the head of a page with its bleed
MONTHS = {
    1: ("January", "22:00 on the 1st, 21:00 on the 15th, 20:00 on the 31st"),
    2: ("February", "22:00 on the 1st, 21:00 on the 15th, 20:10 on the 28th"),
    3: ("March", "22:00 on the 1st, 21:00 on the 15th, 20:00 on the 31st"),
}
NAMED = {
    "Sirius",
    "Canopus",
    "Arcturus",
    "Vega",
    "Capella",
    "Rigel",
    "Procyon",
    "Betelgeuse",
    "Aldebaran",
    "Spica",
    "Pollux",
    "Castor",
    "Deneb",
    "Regulus",
    "Algol",
    "Polaris",
    "Mizar",
    "Alphard",
    "Denebola",
    "Mira",
    "Alcyone",
}
SYMBOLS = {
    ae.Body.Mercury: "Mercury",
    ae.Body.Venus: "Venus",
    ae.Body.Mars: "Mars",
    ae.Body.Jupiter: "Jupiter",
    ae.Body.Saturn: "Saturn",
}
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


def flat(rows: np.ndarray) -> Points:
    """Rows of x, y … as points of a line."""
    return [(float(x), float(y)) for x, y in rows[:, :2]]


def month(number: int) -> Image.Image:
    """The all-sky map for the middle of a month at 21 hours local mean time, 43° north."""
    when = time(number, 15, 21)
    s = Sheet(SKY_WIDTH, SKY_HEIGHT, DEEP)
    cx, cy, radius = SKY_WIDTH / 2, 82.6, 65.5
    dome = Dome(when, cx, cy, radius)
    s.disc(cx, cy, radius, "#0b3341")
    s.clip_disc(cx, cy, radius)
    s.picture(_milky_way(dome), cx - radius, cy - radius, 2 * radius, 2 * radius)
    _grid(s, dome, when)
    for _, lines in figures():
        for line in lines:
            s.line(flat(dome.place(line)), "#7fb0bd", 0.16, 0.75)
    _stars(s, dome)
    taken = _planets(s, dome, when)
    _labels(s, dome, taken)
    s.unclip()
    s.disc(cx, cy, radius, None, stroke=SAFFRON, width=0.35)
    for angle, word in ((0, "NORTH"), (90, "WEST"), (180, "SOUTH"), (270, "EAST")):
        s.around(cx, cy, radius + (2.2 if angle != 180 else 4.2), angle, word, 7.5, "sans-bold", MIST, 1.6, angle == 180)
    for angle in (45, 135, 225, 315):
        s.around(
            cx,
            cy,
            radius + (4.2 if 90 < angle < 270 else 2.2),
            angle,
            {45: "NW", 135: "SW", 225: "SE", 315: "NE"}[angle],
            6.5,
            "sans",
            MID,
            1,
            90 < angle < 270,
        )
    _legend(s, number)
    return s.image()


def _grid(s: Sheet, dome: Dome, when: ae.Time) -> None:
    ra = np.arange(0, 361, 2.0)
    s.line(flat(dome.place(vector(ra, np.zeros_like(ra)))), "#4e8594", 0.14, 0.6, (0.8, 0.8))
    eps = math.radians(23.4393)
    lon = np.radians(ra)
    ecliptic = np.stack([np.cos(lon), np.sin(lon) * math.cos(eps), np.sin(lon) * math.sin(eps)], -1)
    s.line(flat(dome.place(ecliptic)), SAFFRON, 0.2, 0.75, (1.6, 0.9))
    for altitude in (30, 60):
        s.disc(
            dome.cx,
            dome.cy,
            dome.radius * math.cos(math.radians(altitude)) / (1 + math.sin(math.radians(altitude))),
            None,
            stroke="#2c6473",
            width=0.12,
        )


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
    choices = [
        (x + gap, y + height / 2, "start"),
        (x - gap, y + height / 2, "end"),
        (x, y - gap - 0.3, "middle"),
        (x, y + gap + height, "middle"),
    ]
    boxes = [
        (
            cx - {"start": 0, "end": width, "middle": width / 2}[at],
            cy - height - 0.3,
            cx + {"start": width, "end": 0, "middle": width / 2}[at],
            cy + 0.5,
        )
        for cx, cy, at in choices
    ]
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
            _label(
                s, taken, spots[n, 0], spots[n, 1], star_radius(catalogue.magnitude[n]) + 0.9, name, 6.2, "serif-it", "#e6f1f3"
            )
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
    s.text(11, 24, name, 23, "display", PAPER)
    s.text(11, 29.5, "the whole sky at 43° north", 8, "serif-it", MIST)
    first, second, third = hours.split(", ")
    for n, words in enumerate((first, second, third)):
        s.text(SKY_WIDTH - 11, 20 + 4.2 * n, words, 8, "sans", MIST, "end")
    s.text(SKY_WIDTH - 11, 33.4, "local mean time", 7, "sans-it", MID, "end")
    x, y = 11.0, SKY_HEIGHT - 16.0
    for m in (-1, 0, 1, 2, 3, 4, 5):
        s.disc(x, y, star_radius(m), PAPER)
        s.text(x, y + 5, str(m).replace("-", "−"), 6, "sans", MID, "middle")
        x += 4.2
    s.text(11, y - 3.6, "Magnitudes", 6.5, "sans", MIST)
    s.line([(SKY_WIDTH - 40, 141.6), (SKY_WIDTH - 33, 141.6)], SAFFRON, 0.25, 0.9, (1.6, 0.9))
    s.text(SKY_WIDTH - 31, 142.4, "ecliptic", 6.5, "sans", MIST)
    s.line([(SKY_WIDTH - 40, 146.0), (SKY_WIDTH - 33, 146.0)], "#4e8594", 0.25, 1, (0.8, 0.8))
    s.text(SKY_WIDTH - 31, 146.8, "celestial equator", 6.5, "sans", MIST)
