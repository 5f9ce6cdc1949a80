"""The Orion nebula, painted about the catalogue's stars."""

from __future__ import annotations

import numpy as np
from paint import develop, fractal, lens, smoothstep, splat
from PIL import Image
from scenes import WIDE, size_of
from sky import star_colour, stars, vector


def orion_nebula(scale: float) -> Image.Image:
    """Messier 42 and 43 with the stars of the catalogue in their places, north up, 1.6 degrees wide."""
    w, h = size_of(WIDE, scale)
    unit = w / 1.6
    light = _gas(w, h, unit) * 1.25 + lens(_stars(w, h, unit, scale), 1.15 * scale, 1.5)
    return develop(light, 1.35, 0.011, 0.2, saturation=1.25)


def _gas(w: int, h: int, unit: float) -> np.ndarray:
    """The glowing gas, the dust before it, and the blue veil to the north; `unit` is pixels per degree."""
    px, py = np.meshgrid(np.arange(w) + 0.5, np.arange(h) + 0.5)
    east, north = (w / 2 - px) / unit, (h / 2 - py) / unit + 0.03  # degrees from 83.82, −5.35
    p = np.stack([east, north], -1)
    warp = np.stack([fractal(p * 3.2, 5, 2, 0.55), fractal(p * 3.2, 5, 9, 0.55)], -1)
    q = p + 0.085 * warp
    e, n = q[..., 0], q[..., 1] + 0.04
    core = np.exp(-(np.hypot(e / 0.075, n / 0.060) ** 1.1))
    body = np.exp(-(np.hypot((e - 0.02) / 0.22, (n + 0.10) / 0.19) ** 1.7))
    r1 = np.hypot(e + 0.02, (n + 0.13) * 1.05)
    arc = np.exp(-(((r1 - 0.27 - 0.03 * warp[..., 0]) / 0.060) ** 2))
    angle = np.arctan2(n + 0.13, e + 0.02)
    wings = arc * (smoothstep(-2.9, -1.9, angle) * (1 - smoothstep(1.0, 1.9, angle)) * 0.75 + 0.25)
    curtain = np.exp(-(np.hypot(e / 0.62, (n + 0.12) / 0.50) ** 1.6))
    filaments = 0.62 + 0.9 * fractal(q * 9 + 5, 7, 31, 0.6)
    fine = 0.75 + 0.6 * np.abs(fractal(q * 16, 6, 44, 0.6))
    dust = smoothstep(0.05, 0.45, fractal(q * 5.5 + 2, 6, 57, 0.58))
    bay = np.exp(-(np.hypot((e - 0.075) / 0.060, (n - 0.060) / 0.045) ** 1.6)) * 0.92
    lane = np.exp(-(((n - 0.115 - 0.35 * (e - 0.02) ** 2 - 0.03 * warp[..., 1]) / 0.022) ** 2)) * 0.8 * np.exp(-((e / 0.25) ** 2))
    clear = np.clip(1 - 0.75 * dust, 0.1, 1) * (1 - bay) * (1 - lane)
    red = np.array([0.95, 0.24, 0.30])
    rose = np.array([1.0, 0.46, 0.46])
    white = np.array([1.0, 0.90, 0.86])
    teal = np.array([0.50, 0.72, 0.95])
    light = (0.060 * curtain * np.clip(filaments, 0.05, 2) * clear)[..., None] * red
    light = light + (0.34 * wings * np.clip(filaments, 0, 2) * np.clip(clear + 0.2, 0, 1))[..., None] * rose
    light = light + (0.42 * body * np.clip(filaments, 0.1, 2) * fine * clear)[..., None] * (0.55 * rose + 0.45 * teal)
    light = light + (1.9 * core * fine * (1 - bay))[..., None] * white
    north43 = np.hypot((e - 0.02) / 0.060, (n - 0.185) / 0.055)
    m43 = np.exp(-(north43**2.0)) * (1 - 0.8 * smoothstep(0.2, 0.9, -(e - 0.035) / 0.05))
    light = light + (0.30 * m43 * np.clip(filaments, 0.2, 2))[..., None] * rose
    runner = np.exp(-(np.hypot((e + 0.01) / 0.26, (n - 0.56) / 0.13) ** 1.8))
    light = light + (0.10 * runner * np.clip(filaments, 0, 2) * (1 - 0.7 * dust))[..., None] * np.array([0.42, 0.62, 1.0])
    return light + np.array([0.0045, 0.0050, 0.0085]) * (1 + 0.5 * warp[..., :1])


def _stars(w: int, h: int, unit: float, scale: float) -> np.ndarray:
    """The catalogue's stars, fainter ones invented, and the Trapezium."""
    catalogue = stars(8)
    centre = vector(83.82, -5.38)
    right = -vector(173.82, 0.0)
    up = np.cross(right, centre)
    depth = catalogue.vectors @ centre
    ok = depth > 0.999
    sx, sy = w / 2 + np.degrees(catalogue.vectors[ok] @ right) * unit, h / 2 - np.degrees(catalogue.vectors[ok] @ up) * unit
    flux = 10 ** (-0.4 * (catalogue.magnitude[ok] - 6.2) * 0.72)
    points = splat((h, w), sx, sy, flux[:, None] * star_colour(catalogue.colour[ok]) * 42 * scale**2)
    rng = np.random.default_rng(4)
    count = 2600
    faint = 10 ** (-0.4 * rng.triangular(8.2, 13.6, 13.6, count) * 0.80 + 0.4 * 6.2 * 0.80)
    points += splat(
        (h, w),
        rng.random(count) * w,
        rng.random(count) * h,
        faint[:, None] * star_colour(rng.normal(0.7, 0.5, count)) * 60 * scale**2,
    )
    trapezium = np.array([(0.0, 0.0, 5.1), (-0.0030, 0.0022, 6.7), (0.0026, 0.0022, 7.9), (-0.0036, -0.0004, 6.7)])
    tx, ty = w / 2 - trapezium[:, 0] * unit, h / 2 - (trapezium[:, 1] + 0.010 - 0.02) * unit
    points += splat(
        (h, w), tx, ty, (10 ** (-0.4 * (trapezium[:, 2] - 6.2) * 0.7))[:, None] * np.array([0.8, 0.9, 1.0]) * 30 * scale**2
    )
    return points
