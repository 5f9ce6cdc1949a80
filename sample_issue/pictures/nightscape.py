"""A photograph of the true sky: stars, planets, Milky Way, twilight, through a camera at a place and time."""

from __future__ import annotations

from dataclasses import dataclass, field

import astronomy as ae
import numpy as np
from paint import fractal, lens, smoothstep, splat
from sky import PLANETS, TINTS, Camera, body_direction, galactic, star_colour, stars, to_horizon


@dataclass(frozen=True)
class Air:
    """The sky's own light, linear: at the zenith and at the horizon, and a glow round an azimuth low down (dusk, a town)."""

    zenith: tuple[float, float, float] = (0.0035, 0.0058, 0.0125)
    horizon: tuple[float, float, float] = (0.012, 0.019, 0.030)
    glow: tuple[float, float, float] = (0.0, 0.0, 0.0)
    glow_azimuth: float = 90.0
    glow_width: float = 45.0
    glow_height: float = 8.0
    band: float = 9.0
    airglow: tuple[float, float, float] = (0.004, 0.009, 0.004)


@dataclass(frozen=True)
class Night:
    """What is photographed: a camera, an observer and a time, the air, and how strongly stars and Milky Way record."""

    camera: Camera
    observer: ae.Observer
    when: ae.Time
    air: Air = field(default_factory=Air)
    star_gain: float = 1.0
    faint: float = 1.0
    milky_way: float = 1.0
    planets: bool = True
    glow: float = 1.0
    seed: int = 3


def background(air: Air, rays: np.ndarray) -> np.ndarray:
    """The sky without stars in the directions `rays`."""
    altitude = np.degrees(np.arcsin(np.clip(rays[..., 2], -1, 1)))
    azimuth = np.degrees(np.arctan2(-rays[..., 1], rays[..., 0]))
    low = np.exp(-np.clip(altitude, 0, None) / air.band)[..., None]
    light = np.array(air.zenith) * (1 - low) + np.array(air.horizon) * low
    ring = np.exp(-(((altitude - 9) / 9) ** 2))[..., None]
    light = light + np.array(air.airglow) * ring * (1 + 0.3 * fractal(rays * 7, 3, 88)[..., None])
    away = (azimuth - air.glow_azimuth + 180) % 360 - 180
    fall = np.exp(-((away / air.glow_width) ** 2)) * np.exp(-np.clip(altitude, 0, None) / air.glow_height)
    return light + np.array(air.glow) * fall[..., None]


def galaxy(rays: np.ndarray, night: Night) -> np.ndarray:
    """The Milky Way's light: a disk with its clouds and dark rift, brighter towards Sagittarius."""
    j2000 = rays @ to_horizon(night.when, night.observer)
    lon, lat = galactic(j2000)
    towards = np.cos(np.radians(lon))
    warped = lat + 2.5 * fractal(j2000 * 5, 3, 11)
    width = 7.5 + 3.0 * np.clip(towards, 0, 1)
    disk = np.exp(-(np.abs(warped / width) ** 1.4))
    strength = (
        0.42
        + 0.58 * smoothstep(-0.3, 1, towards)
        + 0.22 * np.exp(-(((lon - 80) / 18) ** 2))
        + 0.12 * np.exp(-(((lon - 135) / 22) ** 2))
    )
    clouds = 0.72 + 0.75 * fractal(j2000 * 11, 6, 21, 0.58)
    dust = smoothstep(0.02, 0.5, fractal(j2000 * 8 + 3.1, 6, 37, 0.6)) * np.exp(-(((warped - 1.0) / 5.0) ** 2))
    light = disk * strength * np.clip(clouds, 0.1, None) * (1 - 0.75 * dust)
    tint = np.array([0.98, 0.92, 0.94]) * (0.6 + 0.4 * disk)[..., None] + np.array([-0.10, 0.0, 0.22]) * (1 - disk)[..., None]
    return 0.050 * light[..., None] * tint


def extinction(altitude: np.ndarray, strength: float = 0.22) -> np.ndarray:
    """The share of light that comes through the air at an altitude in degrees (Kasten and Young's air mass)."""
    h = np.clip(altitude, 0.1, 90)
    mass = 1 / (np.sin(np.radians(h)) + 0.50572 * (h + 6.07995) ** -1.6364)
    return 10 ** (-0.4 * strength * (mass - 1)) * (altitude > -0.5)


def _faint_stars(night: Night) -> tuple[np.ndarray, np.ndarray]:
    """Invented stars between magnitudes 8 and 11, denser along the Milky Way, as J2000 vectors."""
    rng = np.random.default_rng(night.seed)
    count = int(260_000 * night.faint)
    v = rng.normal(size=(count, 3))
    v /= np.linalg.norm(v, axis=1, keepdims=True)
    _, lat = galactic(v)
    v = v[rng.random(count) < 0.16 + 0.84 * np.exp(-np.abs(lat) / 13)]
    return v, 11 + np.log10(np.clip(rng.random(len(v)), 1e-2, 1)) / 0.45


def points(night: Night, limit: float = 12.0) -> np.ndarray:
    """Stars and planets as point sources on the camera's grid."""
    catalogue = stars(8)
    faint, faint_magnitude = _faint_stars(night)
    vectors = np.concatenate([catalogue.vectors, faint]) @ to_horizon(night.when, night.observer).T
    magnitude = np.concatenate([catalogue.magnitude, faint_magnitude])
    colour = np.concatenate([star_colour(catalogue.colour), star_colour(np.random.default_rng(9).normal(0.6, 0.4, len(faint)))])
    if night.planets:
        seen = [(body_direction(b, night.when, night.observer), ae.Illumination(b, night.when).mag, TINTS[b]) for b in PLANETS]
        vectors = np.concatenate([vectors, [s[0] for s in seen]])
        magnitude = np.concatenate([magnitude, [s[1] for s in seen]])
        colour = np.concatenate([colour, [s[2] for s in seen]])
    x, y, ahead = night.camera.project(vectors)
    altitude = np.degrees(np.arcsin(np.clip(vectors[:, 2], -1, 1)))
    w, h = night.camera.size
    ok = ahead & (magnitude < limit) & (x > -40) & (x < w + 40) & (y > -40) & (y < h + 40) & (altitude > -1)
    flux = 10 ** (-0.4 * (magnitude - 4.0) * 0.88) * extinction(altitude)
    reddened = colour * np.array([1.0, 0.94, 0.84]) ** (1.6 * np.exp(-np.clip(altitude, 0, 90) / 6))[:, None]
    return splat((h, w), x[ok], y[ok], (flux[:, None] * reddened)[ok])


def photograph(night: Night) -> np.ndarray:
    """The sky alone, linear light; the land is laid over it by the scene."""
    scale = night.camera.size[0] / 2031 if night.camera.size[0] >= night.camera.size[1] else night.camera.size[1] / 2500
    rays = night.camera.rays()
    altitude = np.degrees(np.arcsin(np.clip(rays[..., 2], -1, 1)))
    sky = background(night.air, rays)
    if night.milky_way:
        coarse = galaxy(rays[::2, ::2], night) * extinction(altitude[::2, ::2], 0.3)[..., None]
        sky = sky + night.milky_way * np.repeat(np.repeat(coarse, 2, 0), 2, 1)[: sky.shape[0], : sky.shape[1]]
    return sky + lens(points(night) * night.star_gain * 2.2 * scale**2, scale, night.glow)


def over(under: np.ndarray, colour: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """`colour` laid over a picture where `mask` is 1."""
    return under * (1 - mask[..., None]) + colour * mask[..., None]
