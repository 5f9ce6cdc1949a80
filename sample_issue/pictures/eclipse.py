"""The annular eclipse of 6 February 2027, from the positions of the Sun and the Moon, and the globe to draw it on."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import astronomy as ae
import numpy as np
from PIL import Image
from scipy import ndimage
from sky import AU_KM, MOON_RADIUS_KM, time

ATLAS = Path("package")  # the unpacked npm package world-atlas; make_pictures.py sets it
EARTH_KM, FLATTENING, SUN_KM = 6378.137, 1 / 298.257223563, 695_700.0
PATH_TIMES = (
    (14, 40, 0, -2.2, "middle"),
    (15, 0, -2.0, -3.6, "end"),
    (15, 20, -2.4, -2.4, "end"),
    (15, 40, 3.2, 3.6, "start"),
    (16, 0, 2.0, 1.6, "start"),
    (16, 20, 2.0, 1.4, "start"),
    (16, 40, 2.0, 1.2, "start"),
    (17, 0, 2.0, 1.2, "start"),
    (17, 20, 2.0, 1.4, "start"),
    (17, 40, 2.0, 2.4, "start"),
)


def _bodies(when: ae.Time) -> tuple[np.ndarray, np.ndarray]:
    """Moon and Sun in km in the true equator of date."""
    turn = ae.Rotation_EQJ_EQD(when)
    moon, sun = (ae.RotateVector(turn, ae.GeoVector(b, when, True)) for b in (ae.Body.Moon, ae.Body.Sun))
    return np.array([moon.x, moon.y, moon.z]) * AU_KM, np.array([sun.x, sun.y, sun.z]) * AU_KM


def _ground(point: np.ndarray, along: np.ndarray, when: ae.Time) -> tuple[float, float] | None:
    """Latitude and longitude where a line meets the ellipsoid first."""
    q = np.array([1, 1, 1 / (1 - FLATTENING)])
    p, e = point * q, along * q
    a, b, c = e @ e, 2 * p @ e, p @ p - EARTH_KM**2
    root = b * b - 4 * a * c
    if root < 0:
        return None
    x = point + (-b - math.sqrt(root)) / (2 * a) * along
    lon = math.degrees(math.atan2(x[1], x[0])) - 15 * ae.SiderealTime(when)
    lat = math.degrees(math.atan(x[2] / math.hypot(x[0], x[1]) / (1 - FLATTENING) ** 2))
    return lat, (lon + 180) % 360 - 180


def central_line(only: ae.Time | None = None) -> list[tuple[float, float]]:
    """The axis of the shadow on the ground: the whole track, or at one time."""
    times = [only] if only else [time(2, 6, 14, 6).AddDays(k / 1440) for k in range(228)]
    spots = []
    for when in times:
        moon, sun = _bodies(when)
        spot = _ground(moon, (moon - sun) / np.linalg.norm(moon - sun), when)
        if spot:
            spots.append(spot)
    return spots


@cache
def limits() -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """The northern and southern edges of the band: the line nearest to each side of the antumbra's cone."""
    north, south = [], []
    for k in range(226):
        when = time(2, 6, 14, 7).AddDays(k / 1440)
        moon, sun = _bodies(when)
        axis = (moon - sun) / np.linalg.norm(moon - sun)
        later = _bodies(when.AddDays(1 / 1440))
        drift = (later[0] - later[1]) / np.linalg.norm(later[0] - later[1])
        across = np.cross(axis, _plane(later[0], drift) - _plane(moon, axis))
        across /= np.linalg.norm(across)
        distance = np.linalg.norm(moon - sun)
        spread = (SUN_KM - MOON_RADIUS_KM) / distance
        depth = math.sqrt(max(np.linalg.norm(moon) ** 2 - EARTH_KM**2, 0))
        radius = spread * (depth - EARTH_KM * 0.2) - MOON_RADIUS_KM
        for side, into in ((1, north), (-1, south)):
            spot = _ground(moon + side * across * radius, axis, when)
            if spot:
                into.append(spot)
    return (north, south) if north[len(north) // 2][0] > south[len(south) // 2][0] else (south, north)


def _plane(moon: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """Where the axis pierces the plane through the Earth's middle."""
    return moon - axis * (moon @ axis)


@cache
def _greatest() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The greatest share of the Sun's diameter covered, on a grid of latitudes and longitudes, the Sun above the horizon."""
    lats, lons = np.arange(-90, 91, 1.0), np.arange(-180, 181, 1.0)
    lat, lon = np.meshgrid(np.radians(lats), lons, indexing="ij")
    best = np.zeros(lat.shape)
    for k in range(0, 360, 2):
        when = time(2, 6, 12, 57).AddDays(k / 1440)
        moon, sun = _bodies(when)
        theta = np.radians(lon + 15 * ae.SiderealTime(when))
        place = EARTH_KM * np.stack([np.cos(lat) * np.cos(theta), np.cos(lat) * np.sin(theta), np.sin(lat)], -1)
        to_moon, to_sun = moon - place, sun - place
        dm, ds = np.linalg.norm(to_moon, axis=-1), np.linalg.norm(to_sun, axis=-1)
        gap = np.arccos(np.clip((to_moon * to_sun).sum(-1) / dm / ds, -1, 1))
        rm, rs = np.arcsin(MOON_RADIUS_KM / dm), np.arcsin(SUN_KM / ds)
        share = np.minimum(np.clip((rm + rs - gap) / (2 * rs), 0, None), rm / rs)
        up = (to_sun * place).sum(-1) / ds / EARTH_KM > -0.012
        best = np.where(up, np.maximum(best, share), best)
    return lats, lons, ndimage.gaussian_filter(best, 0.8)


@dataclass(frozen=True)
class Globe:
    """The Earth seen from far away above (lat, lon), `radius` mm large, its middle at (cx, cy)."""

    lat: float
    lon: float
    radius: float
    cx: float
    cy: float
    width: float
    height: float

    def spot(self, lat: float, lon: float) -> tuple[float, float, float]:
        """x and y on the sheet; the third is positive on the side that is seen."""
        a, b, c = math.radians(lat), math.radians(lon - self.lon), math.radians(self.lat)
        x, y = math.cos(a) * math.sin(b), math.cos(c) * math.sin(a) - math.sin(c) * math.cos(a) * math.cos(b)
        z = math.sin(c) * math.sin(a) + math.cos(c) * math.cos(a) * math.cos(b)
        if z < 0:
            scale = 1 / max(math.hypot(x, y), 1e-9)
            x, y = x * scale, y * scale
        return self.cx + self.radius * x, self.cy - self.radius * y, z

    def lines(self, points: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
        """The parts of a line that are on the side that is seen."""
        parts: list[list[tuple[float, float]]] = [[]]
        for p in points:
            x, y, z = self.spot(*p)
            if z > 0:
                parts[-1].append((x, y))
            elif parts[-1]:
                parts.append([])
        return [p for p in parts if len(p) > 1]

    def angle(self, lat: float, lon: float) -> float:
        """How a parallel runs there, degrees anticlockwise."""
        x0, y0, _ = self.spot(lat, lon - 1)
        x1, y1, _ = self.spot(lat, lon + 1)
        return math.degrees(math.atan2(y0 - y1, x1 - x0))


def globe(width: float, height: float) -> Globe:
    return Globe(-19.0, -38.0, 112.0, width * 0.50, height * 0.485, width, height)


def coverage(view: Globe, ppi: float) -> Image.Image:
    """The sea as a tint that deepens with the share of the Sun that is covered; clear beyond the globe."""
    w, h = round(view.width / 25.4 * ppi / 2), round(view.height / 25.4 * ppi / 2)
    x = ((np.arange(w) + 0.5) / w * view.width - view.cx) / view.radius
    y = (view.cy - (np.arange(h) + 0.5) / h * view.height) / view.radius
    x, y = np.meshgrid(x, y)
    r2 = x * x + y * y
    z = np.sqrt(np.clip(1 - r2, 0, None))
    c = math.radians(view.lat)
    lat = np.degrees(np.arcsin(np.clip(y * math.cos(c) + z * math.sin(c), -1, 1)))
    lon = view.lon + np.degrees(np.arctan2(x, z * math.cos(c) - y * math.sin(c)))
    share = ndimage.map_coordinates(_greatest()[2], [lat + 90, (lon + 180) % 360], order=1)
    step = np.floor(share / 0.2)
    tone = np.where(share > 0.001, 0.10 + 0.095 * step, 0.04)
    paper, ink = np.array([237, 242, 243.0]), np.array([11, 65, 82.0])
    rgb = paper * (1 - tone[..., None]) + ink * tone[..., None]
    inside = np.clip((1 - np.sqrt(r2)) * view.radius * ppi / 50.8 + 0.5, 0, 1)
    rgb = rgb * inside[..., None] + paper * (1 - inside[..., None])
    return Image.fromarray(rgb.astype(np.uint8))


def land_rings(view: Globe) -> list[list[tuple[float, float]]]:
    """The coasts (Natural Earth, 1:50 million) on the globe."""
    topology = json.loads((ATLAS / "land-50m.json").read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        points = np.cumsum(np.array(arc), axis=0) * [sx, sy] + [tx, ty]
        arcs.append(points)
    rings = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = np.concatenate([arcs[a] if a >= 0 else arcs[~a][::-1] for a in ring])
                spots = [view.spot(lat, lon) for lon, lat in points]
                if any(z > 0.02 for _, _, z in spots):
                    rings.append([(x, y) for x, y, _ in spots])
    return rings
