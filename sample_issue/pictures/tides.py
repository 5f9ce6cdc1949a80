"""The tide at Portland, Maine, from NOAA's harmonic constants, after Schureman's Manual of Harmonic Analysis (1940)."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

import astronomy as ae

# Each constituent: multiples of T (the mean Sun's hour angle), s, h, p and p1, a constant in degrees, and its node factor.
ARGUMENTS = {
    "M2": (2, -2, 2, 0, 0, 0, "M2"),
    "S2": (2, 0, 0, 0, 0, 0, ""),
    "N2": (2, -3, 2, 1, 0, 0, "M2"),
    "K1": (1, 0, 1, 0, 0, -90, "K1"),
    "O1": (1, -2, 1, 0, 0, 90, "O1"),
    "M4": (4, -4, 4, 0, 0, 0, "M2 M2"),
    "M6": (6, -6, 6, 0, 0, 0, "M2 M2 M2"),
    "MN4": (4, -5, 4, 1, 0, 0, "M2 M2"),
    "NU2": (2, -3, 4, -1, 0, 0, "M2"),
    "MU2": (2, -4, 4, 0, 0, 0, "M2"),
    "2N2": (2, -4, 2, 2, 0, 0, "M2"),
    "OO1": (1, 2, 1, 0, 0, -90, "OO1"),
    "LAM2": (2, -1, 0, 1, 0, 180, "M2"),
    "S1": (1, 0, 0, 0, 0, 0, ""),
    "J1": (1, 1, 1, -1, 0, -90, "J1"),
    "SSA": (0, 0, 2, 0, 0, 0, ""),
    "SA": (0, 0, 1, 0, 0, 0, ""),
    "RHO": (1, -3, 3, -1, 0, 90, "O1"),
    "Q1": (1, -3, 1, 1, 0, 90, "O1"),
    "T2": (2, 0, -1, 0, 1, 0, ""),
    "R2": (2, 0, 1, 0, -1, 180, ""),
    "P1": (1, 0, -1, 0, 0, 90, ""),
    "L2": (2, -1, 2, -1, 0, 180, "L2"),
    "K2": (2, 0, 2, 0, 0, 0, "K2"),
    "MS4": (4, -2, 2, 0, 0, 0, "M2"),
    "MK3": (3, -2, 3, 0, 0, -90, "M2 K1"),
    "2SM2": (2, 2, -2, 0, 0, 0, "M2"),
    "2MK3": (3, -4, 3, 0, 0, 90, "M2 M2 K1"),
}


@cache
def station() -> dict:
    return json.loads((Path(__file__).parent / "portland.json").read_text(encoding="utf-8"))


def _nodes(n: float, p: float) -> dict[str, tuple[float, float]]:
    """Factor and phase (degrees) of each node factor for the Moon's node and perigee in radians."""
    c, s = math.cos(n), math.sin(n)
    x = 1 - 0.2505 * math.cos(2 * p) - 0.1102 * math.cos(2 * p - n) - 0.0156 * math.cos(2 * p - 2 * n) - 0.037 * c
    y = -0.2505 * math.sin(2 * p) - 0.1102 * math.sin(2 * p - n) - 0.0156 * math.sin(2 * p - 2 * n) - 0.037 * s
    return {
        "": (1, 0),
        "M2": (1 - 0.037 * c, -2.1 * s),
        "K1": (1.006 + 0.115 * c, -8.9 * s),
        "O1": (1.009 + 0.187 * c, 10.8 * s),
        "J1": (1.013 + 0.168 * c, -12.9 * s),
        "OO1": (1.10 + 0.64 * c, -36.7 * s),
        "K2": (1.024 + 0.286 * c, -17.7 * s),
        "L2": (math.hypot(x, y), math.degrees(math.atan2(y, x))),
    }


def height(when: ae.Time) -> float:
    """Metres above mean lower low water."""
    t = when.ut / 36525
    hour = (when.ut + 0.5) % 1 * 24
    s = 218.3164477 + 481267.88123421 * t
    h = 280.46646 + 36000.76983 * t
    p = 83.3532465 + 4069.0137287 * t
    n = 125.04452 - 1934.136261 * t
    p1 = 282.93735 + 1.71946 * t
    nodes = _nodes(math.radians(n), math.radians(p))
    level = station()["mean_level"]
    for name, (amplitude, phase) in station()["constituents"].items():
        if name not in ARGUMENTS:
            continue
        a, b, c, d, e, constant, factors = ARGUMENTS[name]
        f, u = 1.0, 0.0
        for factor in factors.split(" "):
            f, u = f * nodes[factor][0], u + nodes[factor][1]
        angle = a * (15 * hour + 180) + b * s + c * h + d * p + e * p1 + constant + u - phase
        level += f * amplitude * math.cos(math.radians(angle))
    return level


def extremes(start: ae.Time, days: float) -> list[tuple[ae.Time, float]]:
    """High and low waters, to the minute."""
    step = 1 / 1440
    levels = [height(start.AddDays(k * step)) for k in range(int(days * 1440))]
    return [
        (start.AddDays(k * step), levels[k])
        for k in range(1, len(levels) - 1)
        if (levels[k] - levels[k - 1]) * (levels[k + 1] - levels[k]) <= 0
    ]
