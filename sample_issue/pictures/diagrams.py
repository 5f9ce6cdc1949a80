"""Diagrams: the Moon's months, orbits and oppositions, tide and daylight curves, the eclipse's path, Algol."""

from __future__ import annotations

import calendar
import math

import astronomy as ae
import numpy as np
import tides
from bodies import mars, moon, moon_diameter, sun_on_moon
from paint import develop
from PIL import Image
from sheet import DEEP, INK, MID, MIST, PALE, PAPER, QUIET, RUST, SAFFRON, Sheet
from sky import AU_KM, time

WIDTH = 172.0
QUARTERS = ("New", "First quarter", "Full", "Last quarter")


def _cutout(body: tuple[np.ndarray, np.ndarray], exposure: float = 1.0) -> Image.Image:
    """A painted body as a picture with a clear ground."""
    colour, mask = body
    image = develop(colour, exposure, 0, 0, saturation=1.1).convert("RGBA")
    image.putalpha(Image.fromarray((mask * 255).astype(np.uint8)))
    return image


EVENTS = {
    1: {
        3: "Perihelion",
        4: "Quadrantids",
        9: "Young Moon",
        11: "Mars turns back",
        14: "Saturn",
        17: "Venus, Antares",
        18: "Pleiades",
        23: "Jupiter",
        24: "Regulus, Mars",
        28: "Spica",
        31: "Antares",
    },
    2: {
        3: "Mercury east",
        6: "Ring eclipse",
        8: "Mercury",
        10: "Saturn",
        11: "Jupiter opposite",
        14: "Pleiades",
        18: "Mercury conj.",
        19: "Mars opposite",
        20: "Penumbral eclipse",
        24: "Spica",
        28: "Antares",
    },
    3: {
        4: "Venus",
        9: "Young Moon",
        10: "Saturn",
        13: "Pleiades",
        17: "Mercury west",
        19: "Jupiter, Mars",
        20: "Equinox 20:25",
        24: "Spica",
        27: "Antares",
        31: "Mars, Jupiter",
    },
}


def moon_month(number: int) -> Image.Image:
    """A wall calendar: every day's Moon at 20:00 UT, each at its true relative size, with quarters and events."""
    days = calendar.monthrange(2027, number)[1]
    first = calendar.weekday(2027, number, 1)
    weeks = (first + days + 6) // 7
    s = Sheet(WIDTH, 142, DEEP)
    quarters = {}
    quarter = ae.SearchMoonQuarter(time(number, 1))
    while quarter.time.Utc().month == number:
        moment = quarter.time.AddDays(0.5 / 1440).Utc()
        quarters[moment.day] = f"{QUARTERS[quarter.quarter]} {moment:%H:%M}"
        quarter = ae.NextMoonQuarter(quarter)
    pitch, row = (WIDTH - 12) / 7, (142 - 14) / weeks
    for n, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")):
        s.text(6 + pitch * n + 1.6, 8.4, name, 7.5, "sans", SAFFRON if n == 6 else MIST)
    for week in range(weeks):
        s.line([(6, 11 + row * week), (WIDTH - 6, 11 + row * week)], "#2c6473", 0.2)
    for day in range(1, days + 1):
        week, column = divmod(first + day - 1, 7)
        x, y = 6 + pitch * column, 11 + row * week
        when = time(number, day, 20)
        width = min(15.5, row * 0.56) * moon_diameter(when) / 33.5 * 190 / 184
        cx, cy = x + pitch * 0.60, y + row * 0.43
        s.picture(_cutout(moon(190, 92, sun_on_moon(when), 0.030), 1.05), cx - width / 2, cy - width / 2, width, width)
        s.text(x + 1.6, y + 5.6, str(day), 13, "serif", SAFFRON if column == 6 else PAPER)
        foot = y + row - 2.2
        if day in EVENTS[number]:
            s.text(x + 1.6, foot, EVENTS[number][day], 6.6, "sans-bold", SAFFRON)
            foot -= 2.9
        if day in quarters:
            s.text(x + 1.6, foot, quarters[day], 6.6, "sans", MIST)
    return s.image()


def orbits_and_disks() -> Image.Image:
    """Left: the planets on 19 February seen from the north. Right: the disk of Mars at nine oppositions."""
    s = Sheet(WIDTH, 104, PALE)
    _orbits(s, 51, 57, 42)
    _oppositions(s)
    return s.image()


def _orbits(s: Sheet, cx: float, cy: float, radius: float) -> None:
    when = time(2, 19, 15, 44)
    scale = radius / 5.55
    s.disc(cx, cy, radius + 2, PAPER)
    turn = None
    names = {
        ae.Body.Mercury: "Mercury",
        ae.Body.Venus: "Venus",
        ae.Body.Earth: "Earth",
        ae.Body.Mars: "Mars",
        ae.Body.Jupiter: "Jupiter",
    }
    spots = {}
    for body, name in names.items():
        rows = []
        period = ae.PlanetOrbitalPeriod(body)
        for k in range(241):
            e = ae.Ecliptic(ae.HelioVector(body, when.AddDays(-period * k / 240)))
            rows.append((e.elon, e.vec.Length() * math.cos(math.radians(e.elat))))
        if turn is None:
            earth = ae.Ecliptic(ae.HelioVector(ae.Body.Earth, when)).elon
            turn = 90 - earth
        points = [
            (cx + scale * r * math.cos(math.radians(lon + turn)), cy - scale * r * math.sin(math.radians(lon + turn)))
            for lon, r in rows
        ]
        s.line(points, MIST if body is not ae.Body.Earth else MID, 0.22)
        for k in range(80):
            s.line(points[k : k + 2], INK if body is not ae.Body.Mars else RUST, 0.5, max(0.0, 0.8 - k / 90))
        spots[name] = points[0]
    s.line([(cx, cy), (spots["Jupiter"][0], spots["Jupiter"][1] - 1)], SAFFRON, 0.25, 1, (1.2, 0.9))
    s.disc(cx, cy, 1.5, SAFFRON)
    for name, (x, y) in spots.items():
        s.disc(x, y, 1.6 if name == "Jupiter" else 0.95, RUST if name == "Mars" else INK, stroke=PAPER, width=0.3)
    s.text(cx + 2.4, cy + 3.2, "Sun", 6.5, "sans", QUIET, halo=PAPER)
    s.text(spots["Earth"][0] + 2.0, spots["Earth"][1] + 0.4, "Earth", 7, "sans-bold", INK, halo=PAPER)
    s.text(spots["Mars"][0] + 2.0, spots["Mars"][1] - 0.4, "Mars", 7, "sans-bold", RUST, halo=PAPER)
    s.text(spots["Jupiter"][0] + 2.8, spots["Jupiter"][1] + 4, "Jupiter", 7, "sans-bold", INK, halo=PAPER)
    s.text(spots["Venus"][0] - 1.6, spots["Venus"][1] + 2.4, "Venus", 6.5, "sans", QUIET, "end", halo=PAPER)
    s.text(8, 9, "19 February 2027", 11, "display", INK)


def _oppositions(s: Sheet) -> None:
    rows, when = [], time(1, 1, year=2018)
    while len(rows) < 9:
        when = ae.SearchRelativeLongitude(ae.Body.Mars, 0.0, when)
        near = min(ae.GeoVector(ae.Body.Mars, when.AddDays(d / 2), True).Length() for d in range(-30, 31))
        rows.append((when.Utc(), near, math.degrees(2 * math.asin(3396.2 / (near * AU_KM))) * 3600))
        when = when.AddDays(300)
    disk = _cutout(mars(300, 146), 1.15)
    s.text(109, 9, "Mars at opposition", 11, "display", INK)
    s.text(109, 13.2, "Diameter in seconds of arc; millions of kilometres", 6.8, "sans", QUIET)
    for n, (day, near, width) in enumerate(rows):
        column, row = n % 3, n // 3
        x, y = 118 + column * 20.5, 30 + row * 28
        size = width * 0.66 * 300 / 292
        if day.year == 2027:
            s.disc(x, y, width * 0.33 + 1.7, None, stroke=SAFFRON, width=0.5)
        s.picture(disk, x - size / 2, y - size / 2, size, size)
        s.text(x, y + 12.2, f"{day.day} {day:%b %Y}", 7, "sans-bold", INK, "middle")
        s.text(x, y + 15.4, f"{width:.1f}″   {near * AU_KM / 1e6:.0f}", 6.8, "sans", QUIET, "middle")


def tide_curve() -> Image.Image:
    """Three weeks of the tide at Portland in January, Eastern Standard Time."""
    s = Sheet(WIDTH, 84, PALE)
    left, right, top, bottom = 13.0, 163.0, 22.0, 72.0
    start, days = time(1, 12, 5), 21

    def x(day: float) -> float:
        return left + (right - left) * day / days

    def y(level: float) -> float:
        return bottom - (bottom - top) * (level + 1) / 5

    mean = tides.station()["mean_level"]
    span = tides.station()["mean_range"] / 2
    s.rect(left, y(mean + span), right - left, y(mean - span) - y(mean + span), "#dbe6e9")
    for level in range(-1, 5):
        s.line([(left, y(level)), (right, y(level))], PAPER if level else MID, 0.25)
        s.text(left - 1.6, y(level) + 0.9, str(level).replace("-", "−"), 7, "sans", QUIET, "end")
    s.text(left - 7.6, top - 4, "metres", 6.8, "sans-it", QUIET)
    curve = [(x(k / 96), y(tides.height(start.AddDays(k / 96)))) for k in range(days * 96 + 1)]
    zero = y(mean)
    s.area([(left, zero), *curve, (right, zero)], INK, 0.14)
    s.line(curve, INK, 0.42)
    for day in range(days + 1):
        date = start.AddDays(day).Utc()
        s.line([(x(day), bottom), (x(day), bottom + 1.2)], MID, 0.2)
        if day < days:
            s.text(x(day + 0.5), bottom + 4.2, str(date.day), 7.5, "sans-bold" if date.day in (22, 23) else "sans", INK, "middle")
            s.text(x(day + 0.5), bottom + 7.4, "MTWTFSS"[date.weekday()], 6, "sans", MID, "middle")
    for when, words in (
        (time(1, 15, 20, 35), "First quarter"),
        (time(1, 22, 12, 18), "Full"),
        (time(1, 29, 10, 56), "Last quarter"),
    ):
        at = x(when.ut - start.ut)
        s.picture(_cutout(moon(190, 92, sun_on_moon(when), 0.03), 1.0), at - 3.4, 6.2, 6.8, 6.8)
        s.text(at, 16.2, words, 6.8, "sans", QUIET, "middle")
    high, low = time(1, 23, 16, 13), time(1, 23, 22, 38)
    s.disc(x(high.ut - start.ut), y(tides.height(high)), 0.9, SAFFRON)
    s.disc(x(low.ut - start.ut), y(tides.height(low)), 0.9, SAFFRON)
    edge = x(low.ut - start.ut) + 1.8
    s.line([(x(high.ut - start.ut), y(3.5)), (edge, y(3.5)), (edge, y(-0.54)), (x(low.ut - start.ut), y(-0.54))], SAFFRON, 0.4)
    s.text(edge + 1.4, top + 0.4, "23 January: 4.04 m in one ebb", 8, "sans-bold", RUST, halo=PALE)
    s.text(left, bottom + 10.8, "January and the first day of February, Eastern Standard Time", 6.5, "sans-it", QUIET)
    return s.image()


def equinox() -> Image.Image:
    """Sunrise along the eastern horizon, and the length of the day, at 43° north."""
    s = Sheet(WIDTH, 104, PALE)
    here = ae.Observer(43.0, 0.0, 0.0)
    days = [time(1, 1).AddDays(k) for k in range(91)]
    rises = [ae.SearchRiseSet(ae.Body.Sun, here, ae.Direction.Rise, d, 1) for d in days]
    sets = [ae.SearchRiseSet(ae.Body.Sun, here, ae.Direction.Set, r, 1) for r in rises]
    azimuths = []
    for r in rises:
        e = ae.Equator(ae.Body.Sun, r, here, True, True)
        azimuths.append(ae.Horizon(r, here, e.ra, e.dec, ae.Refraction.Normal).azimuth)
    _sunrises(s, days, azimuths)
    _day_length(s, days, [(b.ut - a.ut) * 24 for a, b in zip(rises, sets, strict=True)])
    return s.image()


def _sunrises(s: Sheet, days: list[ae.Time], azimuths: list[float]) -> None:
    def x(azimuth: float) -> float:
        return 12 + (azimuth - 76) * 148 / 52

    horizon = 38.0
    glow = np.linspace(0, 1, 200)[:, None, None] ** 3 * 0.26
    dawn = np.array([237, 242, 243]) * (1 - glow) + np.array([242, 167, 27]) * glow
    s.picture(Image.fromarray(np.repeat(dawn, 4, 1).astype(np.uint8)), 0, 0, WIDTH, horizon + 2)
    hills = [
        (
            x0,
            horizon
            + 0.6 * math.sin(x0 / 7)
            + 0.5 * math.sin(x0 / 3.1 + 1)
            - 1.4 * math.exp(-(((x0 - 128) / 14) ** 2))
            - 2.0 * math.exp(-(((x0 - 30) / 11) ** 2)),
        )
        for x0 in np.arange(0, WIDTH + 1, 0.8)
    ]
    marks = {0: "1 Jan", 14: "15", 31: "1 Feb", 45: "15", 59: "1 Mar", 73: "15", 78: "20 Mar", 90: "31"}
    for n, words in marks.items():
        px = x(azimuths[n])
        py = horizon - 3.2
        s.disc(px, py, 2.7, SAFFRON if n == 78 else "#f7c868", stroke=PALE, width=0.3)
        s.line([(px, py - 3.6), (px, py - 6.4)], MID, 0.2)
        s.text(px, py - 7.6, words, 7.5 if len(words) > 2 else 6.8, "sans-bold" if n == 78 else "sans", INK, "middle")
    s.area([*hills, (WIDTH, 47.0), (0, 47.0)], INK)
    for azimuth in range(80, 126, 10):
        s.line([(x(azimuth), 41.2), (x(azimuth), 42.6)], MIST, 0.25)
        s.text(
            x(azimuth),
            45.4,
            "East" if azimuth == 90 else f"{azimuth}°",
            7,
            "sans-bold" if azimuth == 90 else "sans",
            PAPER,
            "middle",
        )
    s.text(8, 9, "Sunrise on the skyline", 11, "display", INK)


def _day_length(s: Sheet, days: list[ae.Time], hours: list[float]) -> None:
    left, right, top, bottom = 14.0, 164.0, 58.0, 95.0

    def x(day: float) -> float:
        return left + (right - left) * day / 90

    def y(hour: float) -> float:
        return bottom - (bottom - top) * (hour - 8.8) / 4.2

    s.text(8, 54, "The length of the day", 11, "display", INK)
    for hour in (9, 10, 11, 12, 13):
        s.line([(left, y(hour)), (right, y(hour))], MIST if hour != 12 else MID, 0.2 if hour != 12 else 0.3)
        s.text(left - 1.6, y(hour) + 0.9, f"{hour} h", 7, "sans", QUIET, "end")
    for n, words in ((0, "1 January"), (31, "1 February"), (59, "1 March")):
        s.line([(x(n), top), (x(n), bottom + 1)], MIST, 0.2)
        s.text(x(n) + 1, bottom + 4.4, words, 7, "sans", QUIET)
    curve = [(x(k), y(h)) for k, h in enumerate(hours)]
    s.area([(x(0), y(8.8)), *curve, (x(90), y(8.8))], SAFFRON, 0.16)
    s.line(curve, INK, 0.6)
    crossing = next(k for k, h in enumerate(hours) if h >= 12)
    exact = crossing - (hours[crossing] - 12) / (hours[crossing] - hours[crossing - 1])
    s.disc(x(exact), y(12), 1.2, PALE, stroke=INK, width=0.45)
    s.text(x(exact) - 2.6, y(12) - 2.2, "17–18 March: twelve hours", 8, "sans-bold", INK, "end", halo=PALE)
    s.disc(x(78), y(hours[78]), 1.3, SAFFRON, stroke=PALE, width=0.3)
    s.line([(x(78), y(hours[78])), (x(78), bottom)], SAFFRON, 0.3, 1, (1, 0.8))
    s.text(x(78) + 1.8, bottom - 2, "equinox, 20 March:", 7, "sans", INK, halo=PALE)
    s.text(x(78) + 1.8, bottom - 2 + 3.2 - 0.0, "12 h 8 min", 7, "sans", INK, halo=PALE)
    s.text(x(1.5), y(hours[0]) - 6, "9 h 4 min", 7, "sans", INK)
    s.text(x(90), y(hours[90]) - 2.4, "12 h 40 min", 7, "sans", INK, "end", halo=PALE)


def algol_curve() -> Image.Image:
    """Algol's brightness over one period, from a simple model of the two disks, with the pair drawn small."""
    s = Sheet(WIDTH, 88, PALE)
    left, right, top, bottom = 15.0, 161.0, 34.0, 76.0
    phases = np.linspace(-0.28, 0.78, 700)
    magnitudes = np.array([_algol(float(p)) for p in phases])

    def x(phase: float) -> float:
        return left + (right - left) * (phase + 0.28) / 1.06

    def y(magnitude: float) -> float:
        return top + (bottom - top) * (magnitude - 2.0) / 1.6

    for magnitude in (2.0, 2.5, 3.0, 3.5):
        s.line([(left, y(magnitude)), (right, y(magnitude))], MIST, 0.2)
        s.text(left - 1.6, y(magnitude) + 0.9, f"{magnitude:.1f}", 7, "sans", QUIET, "end")
    for star, magnitude in (("γ And", 2.10), ("ε Per", 2.89), ("α Tri", 3.42)):
        s.line([(right - 12, y(magnitude)), (right, y(magnitude))], SAFFRON, 0.3)
        s.text(right, y(magnitude) - 1.0, star, 7, "sans", INK, "end", halo=PALE)
    s.line([(x(p), y(m)) for p, m in zip(phases, magnitudes, strict=True)], INK, 0.65)
    period = 68.816
    for hour in range(-18, 54, 6):
        p = hour / period
        s.line([(x(p), bottom), (x(p), bottom + 1.2)], MID, 0.2)
        s.text(x(p), bottom + 4.4, f"{hour} h".replace("-", "−") if hour % 12 == 0 else "", 7, "sans", QUIET, "middle")
    s.text(left - 8, top - 6, "magnitude", 6.8, "sans-it", QUIET)
    s.text(8, 9, "One turn of β Persei", 11, "display", INK)
    for p in (-0.2, -0.035, 0.0, 0.035, 0.25, 0.5, 0.7):
        _pair(s, x(p), 22.0, p)
        s.line([(x(p), 27.6), (x(p), y(_algol(p)) - 1.2)], MIST, 0.18, 1, (0.7, 0.7))
    s.line([(x(-0.0705), y(3.62)), (x(0.0705), y(3.62))], SAFFRON, 0.5)
    s.text(x(0.085), y(3.62) + 0.4, "9 h 40 min of eclipse", 7, "sans-bold", RUST, halo=PALE)
    s.text(x(0.5), y(2.32), "the dim star is hidden", 7, "sans", QUIET, "middle", halo=PALE)
    return s.image()


SEPARATION, HOT, COOL, TILT = 4.75, 1.0, 1.25, math.cos(math.radians(98.7))  # in radii of the hot star; after Baron et al. 2012


def _algol(phase: float) -> float:
    """The magnitude at a phase (0: the deep minimum): uniform disks, a third light, and the faint star's warm side."""
    a = 2 * math.pi * phase
    distance = SEPARATION * math.hypot(math.sin(a), math.cos(a) * TILT)
    hidden = _overlap(distance, HOT, COOL)
    hot, cool, third = 0.925, 0.035 + 0.015 * (1 - math.cos(a)) / 2, 0.04
    light = (
        third
        + hot * (1 - (hidden / (math.pi * HOT**2) if math.cos(a) > 0 else 0))
        + cool * (1 - (hidden / (math.pi * COOL**2) if math.cos(a) < 0 else 0))
    )
    return 2.10 - 2.5 * math.log10(light / 1.0)


def _overlap(d: float, r: float, q: float) -> float:
    if d >= r + q:
        return 0.0
    if d <= abs(r - q):
        return math.pi * min(r, q) ** 2
    a, b = math.acos((d * d + r * r - q * q) / (2 * d * r)), math.acos((d * d + q * q - r * r) / (2 * d * q))
    return r * r * (a - math.sin(2 * a) / 2) + q * q * (b - math.sin(2 * b) / 2)


def _pair(s: Sheet, x: float, y: float, phase: float) -> None:
    unit, a = 1.9, 2 * math.pi * phase
    dx, dy = SEPARATION * math.sin(a) * unit, SEPARATION * math.cos(a) * TILT * unit
    hot = (x - dx * 0.2, y - dy * 0.2, HOT * unit, "#9fc6d2", INK)
    cool = (x + dx * 0.8, y + dy * 0.8, COOL * unit, "#d9752f", RUST)
    for px, py, r, fill, edge in (hot, cool) if math.cos(a) > 0 else (cool, hot):
        s.disc(px, py, r, fill, stroke=edge, width=0.2)
