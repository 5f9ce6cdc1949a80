"""Photographs of what moves: meteors from their radiant, and the stars about the pole."""

from __future__ import annotations

import numpy as np
from land import Lighting, mountains, render
from nightscape import Air, Night, background, over, photograph, points
from paint import blur, develop, smoothstep
from PIL import Image
from props import birches, dome, hill, stroke
from scenes import MOONLIGHT, STARLIGHT, WIDE, size_of
from sky import (
    ASSY,
    VARNA,
    Camera,
    direction,
    time,
    to_horizon,
)


def quadrantids(scale: float) -> Image.Image:
    """An hour's meteors from the Quadrantid radiant over a snowy valley near Varna, 4 January."""
    size = size_of(WIDE, scale)
    camera, when = Camera(40, 41, 98, size), time(1, 4, 3, 25)
    air = Air(
        zenith=(0.0040, 0.0075, 0.016),
        horizon=(0.028, 0.033, 0.036),
        band=12,
        glow=(0.05, 0.032, 0.018),
        glow_azimuth=110,
        glow_width=40,
    )
    sky = photograph(Night(camera, VARNA, when, air, star_gain=1.9, milky_way=0.8, glow=1.8))
    d = np.radians(49.7)
    radiant = to_horizon(when, VARNA) @ np.array(
        [np.cos(d) * np.cos(np.radians(230)), np.cos(d) * np.sin(np.radians(230)), np.sin(d)]
    )
    rng = np.random.default_rng(8)
    for _ in range(46):
        axis = rng.normal(size=3)
        axis -= radiant * (axis @ radiant)
        axis /= np.linalg.norm(axis)
        start = np.radians(rng.uniform(9, 62))
        length = np.radians(rng.uniform(3, 13)) * np.sin(start) * 1.5
        angles = start + length * np.linspace(0, 1, 40)
        path = np.cos(angles)[:, None] * radiant + np.sin(angles)[:, None] * axis
        if path[:, 2].min() < 0.12:
            continue
        x, y, ahead = camera.project(path)
        if not ahead.all():
            continue
        sky = sky + _meteor(size, x, y, 0.5 + 1.7 * rng.random() ** 3, scale)
    land = mountains(61, 24, 0.55, 2.2, 0.0, 7, 1400)
    sky = over(
        sky,
        *render(
            land,
            camera,
            Lighting(direction(120, 6), STARLIGHT * 1.3, STARLIGHT * 1.0, np.array([0.022, 0.028, 0.034]), 18),
            0.055,
            snow_slope=1.3,
        ),
    )
    trees = birches(size, 4, 7, size[1] * 0.30)
    return develop(over(sky, np.full((*sky.shape[:2], 3), 0.0025), trees), 3.1, 0.013, 0.3, saturation=1.2)


def _meteor(size: tuple[int, int], x: np.ndarray, y: np.ndarray, power: float, scale: float) -> np.ndarray:
    """A trail that brightens, bursts and stops; green at first, white at the end."""
    light = np.zeros((size[1], size[0], 3))
    count = len(x) - 1
    for n in range(count):
        t = n / count
        width = scale * (0.8 + 1.9 * np.exp(-(((t - 0.72) / 0.2) ** 2))) * power**0.5
        strength = power * (t**1.3) * (1 - smoothstep(0.86, 1.0, np.array(t))) * 2.2
        x0, x1 = sorted((x[n], x[n + 1]))
        y0, y1 = sorted((y[n], y[n + 1]))
        left, top = int(max(x0 - 8, 0)), int(max(y0 - 8, 0))
        right, low = int(min(x1 + 8, size[0])), int(min(y1 + 8, size[1]))
        if right <= left or low <= top:
            continue
        mark = stroke((right - left, low - top), [(x[n] - left, y[n] - top), (x[n + 1] - left, y[n + 1] - top)], width)
        tint = np.array([0.45, 1.0, 0.62]) * (1 - t) + np.array([1.0, 0.97, 0.90]) * t
        light[top:low, left:right] = np.maximum(light[top:low, left:right], mark[..., None] * tint * strength)
    return 0.8 * blur(light, 0.7 * scale) + 0.25 * blur(light, 3 * scale)


def star_trails(scale: float) -> Image.Image:
    """Three hours about the pole above the Assy dome, 9 March: every star drawn along its true arc."""
    size = size_of((2551, 1701), scale)
    w, h = size
    camera = Camera(2, 35, 84, size)
    rays = camera.rays()
    air = Air(zenith=(0.006, 0.012, 0.026), horizon=(0.034, 0.042, 0.050), band=12, airglow=(0.002, 0.006, 0.003))
    light = np.zeros((h, w, 3))
    steps = 260
    for n in range(steps):
        when = time(3, 9, 15, 0).AddDays(n / (steps - 1) * 3 / 24)
        light += points(Night(camera, ASSY, when, star_gain=1, faint=0.0), 5.6)
    light = 0.85 * blur(light, 0.75 * scale) + 0.2 * blur(light, 2.6 * scale)
    sky = background(air, rays) + light * 4.2 / steps * 20 * scale
    land = mountains(29, 26, 1.2, 2.6, 2.6, 6, 1400)
    sky = over(
        sky,
        *render(
            land,
            camera,
            Lighting(direction(250, 18), MOONLIGHT * 0.5, STARLIGHT * 1.2, np.array([0.028, 0.036, 0.046]), 40),
            2.68,
        ),
    )
    ground = hill(size, [(0, 0.93), (0.3, 0.90), (0.6, 0.885), (1, 0.93)], 10 * scale, 14)
    sky = over(sky, np.array([0.010, 0.013, 0.020]) * np.ones((h, w, 3)), ground)
    built = dome(size, w * 0.56, h * 0.905, w * 0.095, np.array([-0.7, 0.45, 0.55]), MOONLIGHT * 0.85, STARLIGHT * 1.6, 12)
    sky = over(sky, *built)
    return develop(sky, 1.5, 0.011, 0.3, saturation=1.25)
