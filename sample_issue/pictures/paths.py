"""Flat charts: the planets' paths through Leo, and the way to Algol."""

from __future__ import annotations

import math

import astronomy as ae
import numpy as np
from charts import SYMBOLS, flat, star_radius
from PIL import Image
from sheet import INK, MID, MIST, PALE, PAPER, QUIET, RUST, SAFFRON, Sheet
from sky import (
    body_j2000,
    figures,
    stars,
    time,
    vector,
)


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
        return np.stack(
            [self.cx + self.scale * (v @ self.right) / depth, self.cy - self.scale * (v @ self.up) / depth, v @ self.forward],
            axis=1,
        )


def _window_stars(s: Sheet, window: Window, limit: float, largest: float, margin: float) -> None:
    for _, lines in figures():
        for line in lines:
            spots = window.place(line)
            if (spots[:, 2] > 0.5).all():
                s.line(flat(spots), MID, 0.18, 0.7)
    catalogue = stars(8)
    spots = window.place(catalogue.vectors)
    for n in np.argsort(-catalogue.magnitude):
        if (
            catalogue.magnitude[n] <= limit
            and spots[n, 2] > 0.5
            and margin < spots[n, 0] < s.width - margin
            and margin < spots[n, 1] < s.height - margin
        ):
            r = star_radius(catalogue.magnitude[n], largest)
            s.disc(spots[n, 0], spots[n, 1], r + 0.2, PALE)
            s.disc(spots[n, 0], spots[n, 1], r, INK)


def _graticule(s: Sheet, window: Window, hours: range, declinations: range, left: float, bottom: float) -> None:
    for h in hours:
        rows = window.place(vector(np.full(80, h * 15.0), np.linspace(declinations[0] - 10, declinations[-1] + 12, 80)))
        s.line(flat(rows), MIST, 0.15)
        x = float(np.interp(bottom, rows[::-1, 1], rows[::-1, 0]))
        if 4 < x < s.width - 4:
            s.text(x, bottom, f"{h} h", 6.5, "sans", QUIET, "middle", halo=PALE)
    for d in declinations:
        ras = np.linspace(hours[0] * 15 - 25, hours[-1] * 15 + 25, 120)
        rows = window.place(vector(ras, np.full(120, float(d))))
        s.line(flat(rows), MIST, 0.15)
        order = np.argsort(rows[:, 0])
        y = float(np.interp(left, rows[order, 0], rows[order, 1]))
        if 4 < y < s.height - 6:
            s.text(left, y + 0.9, f"{'+' if d > 0 else '−' if d < 0 else ''}{abs(d)}°", 6.5, "sans", QUIET, "start", halo=PALE)


def leo_paths() -> Image.Image:
    """Mars and Jupiter through Leo, 1 January to 15 April 2027."""
    s = Sheet(172, 150, PALE)
    window = Window(149.5, 15.6, 36.0, s.width, s.height)
    _graticule(s, window, range(8, 13), range(-5, 36, 5), 2.5, 147.5)
    eps = math.radians(23.4393)
    lon = np.radians(np.linspace(100, 200, 120))
    s.line(
        flat(window.place(np.stack([np.cos(lon), np.sin(lon) * math.cos(eps), np.sin(lon) * math.sin(eps)], -1))),
        SAFFRON,
        0.25,
        1,
        (2, 1),
    )
    _window_stars(s, window, 6.0, 1.7, 0)
    for name, ra, dec, dx, dy, at in (
        ("Regulus", 152.093, 11.967, 2.4, 3.4, "start"),
        ("Denebola", 177.265, 14.572, 2.2, -1.4, "start"),
        ("Algieba", 154.993, 19.842, -2.0, -1.2, "end"),
    ):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0] + dx, spot[1] + dy, name, 8, "serif-it", INK, at, halo=PALE)
    for name, ra, dec in (
        ("LEO", 162.5, 22.6),
        ("CANCER", 133, 23.2),
        ("HYDRA", 140.5, 3.4),
        ("SEXTANS", 155.5, 1.2),
        ("LEO MINOR", 155, 31.2),
    ):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0], spot[1], name, 8, "sans", MID, "middle", tracking=2.4)
    dates = {
        ae.Body.Mars: {
            1: (2.2, 2.8, "start"),
            11: (-2.2, 0.8, "end"),
            31: (0.6, -2.4, "end"),
            71: (0, -2.6, "middle"),
            91: (0, -2.8, "middle"),
            101: (2.2, 3.4, "start"),
        },
        ae.Body.Jupiter: {1: (-1.2, 4.2, "middle"), 71: (0, -2.6, "middle"), 101: (2.4, 1.6, "start")},
    }
    titles = {ae.Body.Mars: (49, -1.0, -6.4, "end", "19 February"), ae.Body.Jupiter: (41, 4.5, 9.5, "start", "11 February")}
    for body, tone in ((ae.Body.Mars, RUST), (ae.Body.Jupiter, INK)):
        days = [time(1, 1).AddDays(d) for d in np.arange(0, 105, 1.0)]
        rows = window.place(np.array([body_j2000(body, t) for t in days]))
        s.line(flat(rows), PALE, 1.4)
        s.line(flat(rows), tone, 0.5)
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
    _graticule(s, window, range(6), range(20, 66, 10), 2.0, 89.8)
    _window_stars(s, window, 5.2, 1.45, 0)
    for name, ra, dec in (
        ("PERSEUS", 56, 43.5),
        ("ANDROMEDA", 22, 40.5),
        ("TRIANGULUM", 32.6, 30.2),
        ("ARIES", 37, 23.4),
        ("TAURUS", 60, 27.5),
    ):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0], spot[1], name, 6.5, "sans", MID, "middle", tracking=1.8)
    for name, magnitude, ra, dec, dx, dy, at in (
        ("γ And", "2.1", 30.975, 42.33, 0, -2.4, "middle"),
        ("ε Per", "2.9", 59.463, 40.010, -2, 1, "end"),
        ("α Tri", "3.4", 28.270, 29.579, 2, 2.6, "start"),
        ("δ Per", "3.0", 55.731, 47.788, -2, 1, "end"),
        ("α Per", "1.8", 51.081, 49.861, 2.2, -1, "start"),
        ("κ Per", "3.8", 47.374, 44.857, 2, 0.4, "start"),
    ):
        spot = window.place(vector(ra, dec))[0]
        s.text(spot[0] + dx, spot[1] + dy, f"{name}  {magnitude}", 6.8, "sans", INK, at, halo=PALE)
    spot = window.place(vector(47.042, 40.956))[0]
    s.disc(spot[0], spot[1], 2.9, None, stroke=SAFFRON, width=0.55)
    s.text(spot[0] + 3.8, spot[1] + 3.2, "Algol", 11, "display", INK, halo=PALE)
    s.text(spot[0] + 3.8, spot[1] + 6.4, "2.1 … 3.4", 6.8, "sans", RUST, halo=PALE)
    spot = window.place(vector(56.87, 24.1))[0]
    s.text(spot[0] + 2.2, spot[1] + 3, "Pleiades", 6.8, "serif-it", INK, halo=PALE)
    return s.image(470)
