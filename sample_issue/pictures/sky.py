"""The true sky: a star catalogue, the constellations' figures, and where things stand for an observer at a time.

Angles are degrees, right ascensions too; directions are unit vectors in the horizon frame x north, y west, z up.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import astronomy as ae
import numpy as np

AU_KM = 149_597_870.7
MOON_RADIUS_KM = 1737.4
DATA = Path("package")  # the unpacked npm package d3-celestial; make_pictures.py sets it
PLANETS = (ae.Body.Mercury, ae.Body.Venus, ae.Body.Mars, ae.Body.Jupiter, ae.Body.Saturn)
TINTS = {
    ae.Body.Mercury: (1.0, 0.93, 0.82),
    ae.Body.Venus: (1.0, 0.98, 0.92),
    ae.Body.Mars: (1.0, 0.62, 0.36),
    ae.Body.Jupiter: (1.0, 0.95, 0.84),
    ae.Body.Saturn: (1.0, 0.91, 0.72),
}

ASSY = ae.Observer(43.22, 77.87, 2750)
VARNA = ae.Observer(43.20, 27.92, 30)
CAP_CORSE = ae.Observer(43.00, 9.40, 120)
FISTERRA = ae.Observer(42.88, -9.27, 140)
PEAKS_ISLAND = ae.Observer(43.66, -70.19, 10)
SAPPORO = ae.Observer(43.06, 141.35, 100)
VLADIVOSTOK = ae.Observer(43.12, 131.89, 5)


@dataclass(frozen=True)
class Stars:
    """Parallel arrays: J2000 unit vectors (n, 3), magnitudes, colours B−V and Hipparcos numbers."""

    vectors: np.ndarray
    magnitude: np.ndarray
    colour: np.ndarray
    hip: np.ndarray


def vector(ra: np.ndarray | float, dec: np.ndarray | float) -> np.ndarray:
    """Unit vectors of right ascensions and declinations in degrees."""
    a, d = np.radians(ra), np.radians(dec)
    return np.stack([np.cos(d) * np.cos(a), np.cos(d) * np.sin(a), np.sin(d)], axis=-1)


def _read(name: str) -> dict:
    return json.loads((DATA / "data" / name).read_text(encoding="utf-8"))


@cache
def stars(limit: int = 8) -> Stars:
    """All stars to magnitude 6 or 8 (the catalogue's two files)."""
    rows = [
        (f["geometry"]["coordinates"], f["properties"]["mag"], f["properties"]["bv"], f["id"])
        for f in _read(f"stars.{limit}.json")["features"]
    ]
    lonlat = np.array([r[0] for r in rows], float)
    bv = np.array([float(r[2] or 0.6) for r in rows])
    return Stars(vector(lonlat[:, 0], lonlat[:, 1]), np.array([float(r[1]) for r in rows]), bv, np.array([r[3] for r in rows]))


@cache
def star_names() -> dict[str, dict]:
    return _read("starnames.json")


@cache
def figures() -> list[tuple[str, list[np.ndarray]]]:
    """Constellation by constellation, its lines as J2000 vectors."""
    return [
        (f["id"], [vector(*np.array(line, float).T) for line in f["geometry"]["coordinates"]])
        for f in _read("constellations.lines.json")["features"]
    ]


@cache
def constellation_labels() -> list[tuple[str, str, np.ndarray, int]]:
    """Short name, Latin name, J2000 vector of the label and rank (1 the greatest)."""
    return [
        (f["id"], f["properties"]["name"], vector(*f["geometry"]["coordinates"]), int(f["properties"]["rank"]))
        for f in _read("constellations.json")["features"]
    ]


def time(month: int, day: int, hour: int = 0, minute: int = 0, year: int = 2027) -> ae.Time:
    """A time in UT."""
    return ae.Time.Make(year, month, day, hour, minute, 0)


def matrix(rotation: ae.RotationMatrix) -> np.ndarray:
    """The 3×3 matrix that applies an Astronomy Engine rotation to column vectors."""
    return np.array(rotation.rot).T


def to_horizon(when: ae.Time, observer: ae.Observer) -> np.ndarray:
    """The matrix from J2000 vectors to the horizon frame."""
    return matrix(ae.Rotation_EQJ_HOR(when, observer))


def body_direction(body: ae.Body, when: ae.Time, observer: ae.Observer) -> np.ndarray:
    """Where a body is seen, with parallax and refraction."""
    equator = ae.Equator(body, when, observer, True, True)
    horizon = ae.Horizon(when, observer, equator.ra, equator.dec, ae.Refraction.Normal)
    return direction(horizon.azimuth, horizon.altitude)


def body_j2000(body: ae.Body, when: ae.Time) -> np.ndarray:
    """A body's geocentric direction in the catalogue's frame."""
    v = ae.GeoVector(body, when, True)
    u = np.array([v.x, v.y, v.z])
    return u / np.linalg.norm(u)


def direction(azimuth: np.ndarray | float, altitude: np.ndarray | float) -> np.ndarray:
    """The unit vector of an azimuth (from north through east) and altitude in degrees."""
    a, h = np.radians(azimuth), np.radians(altitude)
    return np.stack([np.cos(h) * np.cos(a), -np.cos(h) * np.sin(a), np.sin(h)], axis=-1)


def star_colour(bv: np.ndarray) -> np.ndarray:
    """Linear RGB of stars of colour index B−V, a little more saturated than truth, as cameras have it."""
    knots = np.array([-0.35, 0.0, 0.4, 0.7, 1.1, 1.6, 2.2])
    red = np.interp(bv, knots, [0.62, 0.76, 0.95, 1.0, 1.0, 1.0, 1.0])
    green = np.interp(bv, knots, [0.76, 0.86, 0.97, 0.93, 0.80, 0.64, 0.52])
    blue = np.interp(bv, knots, [1.0, 1.0, 0.98, 0.80, 0.56, 0.36, 0.26])
    return np.stack([red, green, blue], axis=-1)


def galactic(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Galactic longitude and latitude in degrees of J2000 vectors."""
    g = vectors @ np.array(ae.Rotation_EQJ_GAL().rot)
    return np.degrees(np.arctan2(g[..., 1], g[..., 0])) % 360, np.degrees(np.arcsin(np.clip(g[..., 2], -1, 1)))


@dataclass(frozen=True)
class Camera:
    """A pinhole camera: where it looks, its horizontal field of view and the picture's size in pixels."""

    azimuth: float
    altitude: float
    field: float
    size: tuple[int, int]

    @property
    def focal(self) -> float:
        """The focal length in pixels."""
        return self.size[0] / 2 / math.tan(math.radians(self.field / 2))

    @property
    def axes(self) -> np.ndarray:
        """Rows: right, up, forward."""
        forward = direction(self.azimuth, self.altitude)
        right = direction(self.azimuth + 90, 0.0)
        return np.stack([right, np.cross(right, forward), forward])

    def rays(self) -> np.ndarray:
        """The horizon-frame direction of every pixel, (height, width, 3)."""
        w, h = self.size
        x = (np.arange(w) + 0.5 - w / 2) / self.focal
        y = (h / 2 - np.arange(h) - 0.5) / self.focal
        plane = np.stack([*np.meshgrid(x, y), np.ones((h, w))], axis=-1)
        plane /= np.linalg.norm(plane, axis=-1, keepdims=True)
        return plane @ self.axes

    def project(self, vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Pixel x and y of directions, and which of them lie before the camera."""
        local = np.atleast_2d(vectors) @ self.axes.T
        ahead = local[:, 2] > 0.05
        depth = np.where(ahead, local[:, 2], 1.0)
        return (self.size[0] / 2 + self.focal * local[:, 0] / depth, self.size[1] / 2 - self.focal * local[:, 1] / depth, ahead)
