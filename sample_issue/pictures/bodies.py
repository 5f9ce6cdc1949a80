"""Moon and planets as disks: albedo maps painted on spheres and lit by the Sun of the date. Linear light, north up."""

from __future__ import annotations

import math

import astronomy as ae
import numpy as np
from paint import blur, fractal, smoothstep
from sky import AU_KM, MOON_RADIUS_KM

# The seas of the Moon: selenographic latitude, longitude (east positive), half height, half width in degrees, depth.
MARIA = (
    (34, -16, 17, 20, 1.0),
    (27, 17, 11, 12, 1.0),
    (9, 30, 13, 15, 1.0),
    (17, 59, 7, 10, 1.1),
    (-6, 51, 13, 10, 0.9),
    (-15, 35, 6, 6, 0.9),
    (-20, -15, 11, 13, 0.85),
    (-24, -39, 7, 7, 1.0),
    (22, -55, 20, 17, 0.95),
    (2, -50, 15, 14, 0.9),
    (40, -60, 16, 12, 0.9),
    (56, -15, 4.5, 22, 0.7),
    (57, 18, 4.5, 20, 0.7),
    (13, 4, 5, 5, 0.7),
    (-10, -23, 6, 8, 0.8),
    (7, -31, 7, 9, 0.6),
    (-12, -40, 8, 9, 0.7),
    (44, -32, 5, 6, 0.9),
    (11, -9, 4, 4, 0.6),
    (2, 2, 3, 4, 0.5),
    (51.6, -9.3, 1.6, 1.7, 1.0),
    (-5.5, -68, 2.8, 2.4, 1.0),
    (14, 88, 7, 5, 0.6),
    (-2, 86, 8, 5, 0.5),
    (26, 30, 5, 5, 0.3),
    (38, 31, 4, 6, 0.6),
    (47, 38, 3, 8, 0.4),
    (-40, 92, 14, 9, 0.5),
)
# Bright craters: latitude, longitude, radius of the floor in degrees, reach of the rays in degrees, brightness.
BRIGHT = (
    (-43.3, -11.2, 1.6, 55, 0.55),
    (9.6, -20.1, 1.8, 16, 0.42),
    (8.1, -38.0, 0.8, 11, 0.42),
    (23.7, -47.5, 0.9, 8, 0.75),
    (16.1, 46.8, 0.7, 8, 0.45),
    (-8.9, 61.0, 2.2, 10, 0.2),
    (-32.5, 54.2, 1.4, 16, 0.30),
    (50.2, 43.0, 1.0, 9, 0.3),
    (31.8, 29.9, 0.8, 5, 0.2),
    (55.7, -69.0, 1.0, 12, 0.35),
    (61.7, 49.6, 0.9, 14, 0.3),
    (-20.4, 63.9, 1.0, 9, 0.25),
    (-11.5, -27.1, 0.7, 6, 0.2),
    (-66.8, -39.0, 1.0, 9, 0.2),
    (4.3, 46.3, 0.6, 4, 0.2),
    (-2.0, 47.5, 0.7, 9, 0.28),
)


def sphere(size: int, radius: float) -> tuple[np.ndarray, np.ndarray]:
    """Surface normals (x right, y up, z to the eye) of a disk of `radius` pixels in a square, and its soft mask."""
    axis = np.arange(size) + 0.5 - size / 2
    x, y = np.meshgrid(axis / radius, -axis / radius)
    r2 = x * x + y * y
    z = np.sqrt(np.clip(1 - r2, 0, None))
    mask = np.clip((1 - np.sqrt(r2)) * radius + 0.5, 0, 1)
    return np.stack([x, y, z], -1), mask


def _distance(lat: np.ndarray, lon: np.ndarray, at: tuple[float, float]) -> np.ndarray:
    a, b = np.radians(at[0]), np.radians(lat)
    c = np.sin(a) * np.sin(b) + np.cos(a) * np.cos(b) * np.cos(np.radians(lon - at[1]))
    return np.degrees(np.arccos(np.clip(c, -1, 1)))


def moon_surface(normal: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The Moon's albedo and relief (km-like units) at its surface normals, libration left out."""
    lat, lon = np.degrees(np.arcsin(np.clip(normal[..., 1], -1, 1))), np.degrees(np.arctan2(normal[..., 0], normal[..., 2]))
    ragged = 1 + 0.5 * fractal(normal * 6, 6, 71, 0.6)
    shift_lat, shift_lon = 5.5 * fractal(normal * 4.5, 4, 72, 0.6), 5.5 * fractal(normal * 4.5, 4, 73, 0.6)
    sea = np.zeros(lat.shape)
    for la, lo, high, wide, depth in MARIA:
        own = 1.0 if wide > 3 else 0.0
        dx = ((lon + own * shift_lon - lo + 180) % 360 - 180) * np.cos(np.radians(lat)) / wide
        reach = np.hypot(dx, (lat + own * shift_lat - la) / high)
        sea = np.maximum(sea, depth * smoothstep(1.12, 0.80, reach * ragged if wide > 3 else reach))
    mottled = 1 + 0.17 * fractal(normal * 22, 6, 5, 0.62)
    albedo = (0.80 - 0.46 * sea * (0.85 + 0.45 * fractal(normal * 7, 5, 33, 0.6))) * mottled
    relief = 0.5 * fractal(normal * 18, 5, 8, 0.6) * (1 - 0.85 * sea)
    _craters(normal, lat, lon, sea, albedo, relief)
    for la, lo, size, rays, bright in BRIGHT:
        d = _distance(lat, lon, (la, lo))
        bearing = np.arctan2((lon - lo) * np.cos(np.radians(la)), lat - la)
        streak = fractal(np.stack([np.cos(bearing), np.sin(bearing)], -1) * 6 + la, 4, int(abs(lo)) + 3, 0.7)
        streak = np.clip(0.25 + 1.5 * streak, 0, 1.4)
        albedo += bright * (0.9 * np.exp(-((d / (size * 2.2)) ** 2)) + 0.55 * streak * np.exp(-d / (rays * 0.42)))
        relief += size * 0.6 * (np.exp(-(((d / size - 1) / 0.25) ** 2)) - np.exp(-((d / size / 0.75) ** 4)))
    return np.clip(albedo, 0.12, 1.6), relief


def _craters(
    normal: np.ndarray, lat: np.ndarray, lon: np.ndarray, sea: np.ndarray, albedo: np.ndarray, relief: np.ndarray
) -> None:
    """Add some thousand craters, mostly small ones on the highlands, to albedo and relief in place."""
    rng = np.random.default_rng(12)
    radius = 1 / max(float(np.diff(normal[normal.shape[0] // 2, :, 0]).max()), 1e-6)
    centre = normal.shape[0] / 2
    for _ in range(2600):
        size = min(0.5 * rng.uniform(0.02, 1.0) ** -0.62, 4.2)
        la, lo = math.degrees(math.asin(rng.uniform(-1, 1))), rng.uniform(-90, 90)
        if size * radius * 0.0175 < 1.4:
            continue
        a, b = math.radians(la), math.radians(lo)
        col, row = centre + radius * math.cos(a) * math.sin(b), centre - radius * math.sin(a)
        reach = radius * math.radians(size) * 1.9 + 2
        box = np.s_[max(int(row - reach), 0) : int(row + reach), max(int(col - reach), 0) : int(col + reach)]
        d = _distance(lat[box], lon[box], (la, lo)) / size
        land = (1 - 0.85 * sea[box]) * (0.35 + 0.65 * rng.random())
        relief[box] += land * size * 0.30 * (np.exp(-(((d - 1) / 0.2) ** 2)) - 0.9 * np.exp(-((d / 0.78) ** 4)))
        albedo[box] += land * 0.035 * (np.exp(-(((d - 1) / 0.3) ** 2)) - 0.5 * np.exp(-((d / 0.7) ** 4)))


_cache: dict[int, tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]] = {}


def moon(size: int, radius: float, sun: tuple[float, float, float], earthshine: float = 0.006) -> tuple[np.ndarray, np.ndarray]:
    """The Moon lit from the direction `sun` (x right, y up, z to the eye): linear colour and mask. Full disk about 0.8."""
    key = int(size * 10000 + radius * 10)
    if key not in _cache:
        normal, mask = sphere(size, radius)
        albedo, relief = moon_surface(normal)
        _cache[key] = normal, mask, albedo, relief
    normal, mask, albedo, relief = _cache[key]
    down, right = np.gradient(relief)
    bump = np.stack([-right, down, np.zeros_like(down)], -1) * (radius / 420)
    n = normal + bump * smoothstep(0.05, 0.55, normal[..., 2])[..., None]
    n /= np.linalg.norm(n, axis=-1, keepdims=True)
    s = np.array(sun) / np.linalg.norm(sun)
    incidence, emission = np.clip(n @ s, 0, None), np.clip(normal[..., 2], 0.05, 1)
    smooth = smoothstep(-0.02, 0.06, normal @ s)
    lunar_lambert = incidence / (incidence + emission) * 1.55 * 0.75 + 0.25 * incidence
    light = albedo * lunar_lambert * smooth * 0.80
    tone = np.array([1.0, 0.965, 0.90])
    return light[..., None] * tone + (albedo * earthshine)[..., None] * np.array([0.75, 0.9, 1.15]), mask


def sun_on_moon(when: ae.Time, up: np.ndarray | None = None) -> tuple[float, float, float]:
    """Where the Sun stands as seen from the Moon: x to the right, y to celestial north, z to us."""
    m, s = ae.GeoVector(ae.Body.Moon, when, True), ae.GeoVector(ae.Body.Sun, when, True)
    moon_v, sun_v = np.array([m.x, m.y, m.z]), np.array([s.x, s.y, s.z])
    to_us = -moon_v / np.linalg.norm(moon_v)
    north = np.array([0, 0, 1.0]) if up is None else up
    y = north - to_us * (north @ to_us)
    y /= np.linalg.norm(y)
    x = np.cross(y, to_us)
    to_sun = sun_v - moon_v
    to_sun /= np.linalg.norm(to_sun)
    return float(to_sun @ x), float(to_sun @ y), float(to_sun @ to_us)


def moon_diameter(when: ae.Time) -> float:
    """The Moon's apparent diameter from the Earth's middle, in minutes of arc."""
    return 2 * math.degrees(math.asin(MOON_RADIUS_KM / (ae.GeoVector(ae.Body.Moon, when, True).Length() * AU_KM))) * 60


def jupiter(size: int, radius: float) -> tuple[np.ndarray, np.ndarray]:
    """Jupiter with belts, festoons and the Red Spot; flattened by a fifteenth."""
    normal, mask = _flattened(size, radius, 0.935)
    lat, lon = np.degrees(np.arcsin(np.clip(normal[..., 1], -1, 1))), np.degrees(np.arctan2(normal[..., 0], normal[..., 2]))
    spot = np.hypot((lon - 22) / 9.0, (lat + 22) / 5.2)
    swirl = np.stack([lon / 34, lat / 6.5], -1)
    warp = fractal(swirl, 5, 4, 0.6)
    wave = lat + 2.6 * warp * (1 + 0.3 * np.sin(np.radians(lat * 9))) - 4.5 * np.exp(-(spot**2) / 2.5) * np.sign(lat + 22)
    knots = [-90, -62, -52, -46, -40, -34, -30, -22, -19, -9, -6.5, -2, 2, 6, 8, 16, 19, 26, 29, 33, 38, 44, 50, 62, 90]
    level = [
        0.34,
        0.46,
        0.52,
        0.66,
        0.58,
        0.80,
        0.88,
        0.86,
        0.46,
        0.40,
        0.80,
        0.93,
        0.95,
        0.88,
        0.36,
        0.42,
        0.86,
        0.90,
        0.64,
        0.84,
        0.62,
        0.70,
        0.52,
        0.46,
        0.34,
    ]
    bright = np.interp(wave, knots, level) + 0.09 * fractal(swirl * np.array([2.2, 1.6]) + 3, 6, 9, 0.65)
    brown = np.clip((0.92 - bright) * 1.5, 0, 1)
    colour = bright[..., None] * (np.array([1.0, 0.95, 0.86]) - brown[..., None] * np.array([0.0, 0.20, 0.38]))
    red = np.exp(-(spot**4))[..., None]
    colour = colour * (1 - red) + red * np.array([0.80, 0.42, 0.26]) * (0.9 + 0.2 * warp[..., None])
    ring = (np.exp(-(((spot - 1.35) / 0.28) ** 2)) * 0.5)[..., None]
    colour = colour * (1 - ring) + ring * np.array([0.93, 0.88, 0.78])
    return colour * _limb(normal, 0.75)[..., None] * 0.85, mask


def mars(size: int, radius: float, tilt: float = 20.0, turn: float = 70.0) -> tuple[np.ndarray, np.ndarray]:
    """Mars with its dark markings and the northern cap; `tilt` is the latitude in the middle of the disk."""
    normal, mask = _flattened(size, radius, 0.995)
    t = math.radians(tilt)
    y = normal[..., 1] * math.cos(t) + normal[..., 2] * math.sin(t)
    z = normal[..., 2] * math.cos(t) - normal[..., 1] * math.sin(t)
    ground = np.stack([normal[..., 0], y, z], -1)
    lat, lon = np.degrees(np.arcsin(np.clip(y, -1, 1))), np.degrees(np.arctan2(ground[..., 0], z))
    rough = fractal(ground * 4, 6, 14, 0.6)
    syrtis = (
        np.exp(-(((lon - 8 - 6 * rough * 2) / (5 + np.clip(-lat + 12, 0, 40) * 0.42)) ** 4))
        * smoothstep(24, 12, lat + 10 * rough)
        * smoothstep(-22, -8, lat)
    )
    south = smoothstep(-4, -18, lat + 18 * rough) * smoothstep(-62, -40, lat + 10 * rough)
    north = smoothstep(34, 46, lat + 14 * rough) * smoothstep(72, 60, lat) * 0.55
    dark = np.clip(np.maximum(np.maximum(syrtis, south * 0.85), north), 0, 1) * (0.85 + 0.3 * rough)
    base = np.array([0.86, 0.47, 0.22]) * (1 + 0.18 * rough)[..., None]
    colour = base * (1 - 0.62 * dark)[..., None] + dark[..., None] * np.array([0.03, 0.04, 0.06])
    cap = smoothstep(76, 80, lat + 5 * rough)[..., None]
    hellas = np.exp(-(np.hypot((lon + 28) / 12, (lat + 40) / 9) ** 4))[..., None] * 0.6
    colour = colour * (1 - cap) + cap * np.array([0.98, 0.97, 0.95])
    colour = colour * (1 - hellas) + hellas * np.array([0.93, 0.70, 0.48])
    haze = smoothstep(0.35, 0.05, normal[..., 2])[..., None] * 0.25
    return (colour * (1 - haze) + haze * np.array([0.8, 0.8, 0.85])) * _limb(normal, 0.45)[..., None] * 0.9, mask


def venus(size: int, radius: float, lit: float) -> tuple[np.ndarray, np.ndarray]:
    """Venus with the share `lit` of its disk in sunlight, from the left."""
    normal, mask = sphere(size, radius)
    angle = math.acos(2 * lit - 1)
    sun = np.array([-math.sin(angle), 0.12, math.cos(angle)])
    veil = 1 + 0.05 * fractal(np.stack([normal[..., 0] * 1.5, normal[..., 1] * 4], -1), 4, 2)
    light = np.clip(normal @ (sun / np.linalg.norm(sun)), 0, None) ** 0.8 * veil
    return light[..., None] * np.array([1.0, 0.96, 0.86]) * 0.95, mask


def saturn(size: int, radius: float, opening: float) -> tuple[np.ndarray, np.ndarray]:
    """Saturn and its ring seen from `opening` degrees off the ring's plane; `radius` is the globe's."""
    normal, disk = _flattened(size, radius, 0.905)
    lat = np.degrees(np.arcsin(np.clip(normal[..., 1] + math.sin(math.radians(opening)) * 0.3 * normal[..., 2], -1, 1)))
    bright = np.interp(
        lat,
        [-90, -60, -40, -25, -12, 0, 10, 20, 32, 45, 65, 90],
        [0.5, 0.62, 0.7, 0.62, 0.78, 0.92, 0.88, 0.72, 0.80, 0.66, 0.6, 0.45],
    )
    globe = bright[..., None] * np.array([1.0, 0.88, 0.66]) * _limb(normal, 0.7)[..., None]
    axis = (np.arange(size) + 0.5 - size / 2) / radius
    x, y = np.meshgrid(axis, -axis)
    reach = np.hypot(x, y / math.sin(math.radians(opening)))
    band = np.interp(
        reach,
        [1.24, 1.26, 1.52, 1.54, 1.94, 1.96, 2.02, 2.04, 2.20, 2.22, 2.26, 2.28],
        [0, 0.10, 0.22, 0.75, 0.9, 0.06, 0.06, 0.62, 0.55, 0.3, 0.45, 0],
    )
    ring = band[..., None] * np.array([1.0, 0.92, 0.76]) * 0.85
    front = (y < 0) & (band > 0.01)
    behind = ring * (1 - disk[..., None]) + globe * disk[..., None]
    shade = np.exp(-(((y + 0.07) / 0.05) ** 2)) * disk * 0.45
    picture = np.where(front[..., None], ring * 0.9 + behind * 0.1, behind * (1 - shade)[..., None])
    return picture, np.clip(np.maximum(disk, smoothstep(0.0, 0.3, band)), 0, 1)


def _flattened(size: int, radius: float, ratio: float) -> tuple[np.ndarray, np.ndarray]:
    axis = np.arange(size) + 0.5 - size / 2
    x, y = np.meshgrid(axis / radius, -axis / radius / ratio)
    r2 = x * x + y * y
    return np.stack([x, y, np.sqrt(np.clip(1 - r2, 0, None))], -1), np.clip((1 - np.sqrt(r2)) * radius + 0.5, 0, 1)


def _limb(normal: np.ndarray, depth: float) -> np.ndarray:
    return (1 - depth) + depth * np.clip(normal[..., 2], 0, 1) ** 0.6


def place(
    picture: np.ndarray,
    body: tuple[np.ndarray, np.ndarray],
    x: float,
    y: float,
    gain: float = 1.0,
    halo: float = 0.0,
    halo_width: float = 60.0,
) -> np.ndarray:
    """The body's square laid into the picture about (x, y), with a glow round it. Whole pixels."""
    colour, mask = body
    size = mask.shape[0]
    x0, y0 = round(x - size / 2), round(y - size / 2)
    h, w = picture.shape[:2]
    xs, ys = slice(max(x0, 0), min(x0 + size, w)), slice(max(y0, 0), min(y0 + size, h))
    if xs.start >= xs.stop or ys.start >= ys.stop:
        return picture
    part = np.s_[ys.start - y0 : ys.stop - y0, xs.start - x0 : xs.stop - x0]
    light = np.zeros_like(picture)
    light[ys, xs] = colour[part] * mask[part][..., None] * gain
    cover = np.zeros((h, w))
    cover[ys, xs] = mask[part]
    result = picture * (1 - cover[..., None]) + light
    if halo:
        result = result + halo * (0.5 * blur(light, halo_width / 3) + 0.5 * blur(light, halo_width))
    return result
