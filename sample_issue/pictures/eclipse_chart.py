"""The annular eclipse of 6 February on the globe."""

from __future__ import annotations

import numpy as np
from eclipse import PATH_TIMES, Globe, central_line, coverage, globe, land_rings, limits
from PIL import Image
from sheet import INK, MIST, PALE, QUIET, RUST, SAFFRON, Sheet
from sky import time


def eclipse_path() -> Image.Image:
    """The annular eclipse of 6 February: the band of the ring on the globe, and how much is covered elsewhere."""
    width, height = 172.0, 127.6
    s = Sheet(width, height, PALE)
    view = globe(width, height)
    s.picture(coverage(view, 300), 0, 0, width, height)
    for ring in land_rings(view):
        s.area(ring, "#0b4152", 0.16)
        s.line(ring, INK, 0.14, 0.55, close=True)
    _grid(s, view)
    north, south = limits()
    band = [view.spot(*p) for p in north] + [view.spot(*p) for p in reversed(south)]
    s.area([(x, y) for x, y, _ in band], SAFFRON, 0.9)
    line = [view.spot(*p)[:2] for p in central_line()]
    s.line(line, RUST, 0.35)
    for hour, minute, dx, dy, at in PATH_TIMES:
        point = central_line(time(2, 6, hour, minute))
        x, y, _ = view.spot(*point[0])
        s.disc(x, y, 0.8, RUST)
        s.text(x + dx, y + dy, f"{hour}:{minute:02d}", 7.5, "sans-bold", INK, at, halo=PALE)
    for name, lat, lon, dx, dy, at in (
        ("Quellón", -43.12, -73.62, -3.2, -2.2, "end"),
        ("Esquel", -42.91, -71.32, 0.8, 4.6, "start"),
        ("Mar del Plata", -38.0, -57.55, 5.6, 3.4, "start"),
        ("Punta del Este", -34.95, -54.95, 4.6, 0.6, "start"),
        ("Buenos Aires", -34.6, -58.4, -1.6, -0.6, "end"),
        ("Santiago", -33.45, -70.66, -1.6, 0.8, "end"),
        ("Rio de Janeiro", -22.9, -43.2, -1.6, 0, "end"),
        ("Abidjan", 5.32, -4.02, -1.2, -1.6, "end"),
        ("Accra", 5.6, -0.19, -0.6, -2.0, "middle"),
        ("Lagos", 6.45, 3.4, 1.2, -2.0, "start"),
        ("Dakar", 14.7, -17.4, 1.4, 0.6, "start"),
        ("Cape Town", -33.9, 18.4, -1.4, 0.9, "end"),
    ):
        x, y, seen = view.spot(lat, lon)
        if seen > 0:
            s.disc(x, y, 0.55, INK)
            s.text(x + dx, y + dy, name, 7, "serif-it", INK, at, halo=PALE)
    x, y, _ = view.spot(-43, -35)
    s.text(x, y - 1.4, "the other forty-third parallel", 7, "sans-it", RUST, "middle", angle=view.angle(-43, -35), halo=PALE)
    s.text(8, 12.5, "6 February 2027", 17, "display", INK, halo=PALE)
    s.text(8, 17.2, "greatest eclipse 15:59:33 UT, 31.3° S 48.5° W", 7.5, "serif-it", QUIET, halo=PALE)
    s.rect(126, 112.4, 41, 10, PALE, 0.85)
    for n, words in enumerate(("0", "20", "40", "60", "80")):
        s.rect(128 + n * 6.4, 117.8, 6.4, 2.6, MIST)
        s.rect(128 + n * 6.4, 117.8, 6.4, 2.6, INK, 0.06 + 0.11 * n)
        s.text(128 + n * 6.4, 117, words, 6, "sans", QUIET, "middle")
    s.text(160, 117, "93 %", 6, "sans", QUIET, "middle")
    s.text(128, 114.6, "of the Sun’s diameter covered", 6, "sans-it", QUIET)
    return s.image()


def _grid(s: Sheet, view: Globe) -> None:
    """Parallels and meridians every ten degrees, and 43° south."""
    for lat in range(-60, 61, 10):
        for part in view.lines([(lat, lon) for lon in np.arange(-150, 80, 1.0)]):
            s.line(part, INK, 0.10 if lat else 0.2, 0.35 if lat else 0.6)
    for lon in range(-140, 61, 10):
        for part in view.lines([(lat, lon) for lat in np.arange(-80, 60, 1.0)]):
            s.line(part, INK, 0.10, 0.35)
    for part in view.lines([(-43.0, lon) for lon in np.arange(-150, 80, 0.5)]):
        s.line(part, RUST, 0.4, 1, (1.6, 0.9))
