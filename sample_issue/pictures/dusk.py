"""The smaller photographs of the briefing, each from the true sky of its place and hour."""

from __future__ import annotations

import astronomy as ae
import numpy as np
from land import Lighting, mountains, render, water
from nightscape import Air, Night, background, over, photograph
from paint import blur, develop, fractal, smoothstep
from PIL import Image
from props import birches, dome, hill, lighthouse, person, shape
from scenes import SMALL, size_of, with_moon
from sky import (
    ASSY,
    CAP_CORSE,
    FISTERRA,
    SAPPORO,
    Camera,
    body_direction,
    direction,
    time,
)


def moon_mercury(scale: float) -> Image.Image:
    """The young Moon over Mercury in the dusk at Cap Corse, 8 February."""
    size = size_of(SMALL, scale)
    camera, when = Camera(248, 8.6, 34, size), time(2, 8, 17, 12)
    air = Air(
        zenith=(0.030, 0.060, 0.135),
        horizon=(0.20, 0.17, 0.15),
        band=10,
        glow=(0.85, 0.33, 0.07),
        glow_azimuth=252,
        glow_width=42,
        glow_height=4.2,
        airglow=(0, 0, 0),
    )
    sky = photograph(Night(camera, CAP_CORSE, when, air, star_gain=4, faint=0, milky_way=0, glow=3))
    sky = with_moon(sky, camera, when, CAP_CORSE, 15 * scale, 2.2, 0.2, 0.05)
    sea, wet = water(camera, lambda d: background(air, d), 30.0, 0.10, 15)
    sky = over(sky, sea * 0.8, wet)
    rock = hill(size, [(0, 0.70), (0.12, 0.745), (0.25, 0.80), (0.36, 0.91), (0.5, 1.03), (1, 1.05)], 16 * scale, 16)
    sky = over(sky, np.array([0.010, 0.010, 0.014]) * np.ones((*sky.shape[:2], 3)), rock)
    tower = shape(
        size,
        [
            (size[0] * 0.075, size[1] * 0.74),
            (size[0] * 0.080, size[1] * 0.60),
            (size[0] * 0.118, size[1] * 0.60),
            (size[0] * 0.124, size[1] * 0.76),
        ],
    )
    sky = over(sky, np.array([0.012, 0.012, 0.016]) * np.ones((*sky.shape[:2], 3)), tower)
    return develop(sky, 1.1, 0.010, 0.2, saturation=1.1)


def halo(scale: float) -> Image.Image:
    """The halo of 22° round the Moon above birches at Sapporo, 19 January."""
    size = size_of(SMALL, scale)
    when = time(1, 19, 10, 30)
    at = body_direction(ae.Body.Moon, when, SAPPORO)
    azimuth, altitude = np.degrees(np.arctan2(-at[1], at[0])), np.degrees(np.arcsin(at[2]))
    camera = Camera(azimuth + 1, altitude - 5, 84, size)
    rays = camera.rays()
    air = Air(zenith=(0.020, 0.027, 0.042), horizon=(0.040, 0.045, 0.052), band=14, airglow=(0, 0, 0))
    angle = np.degrees(np.arccos(np.clip(rays @ at, -1, 1)))
    veil = 1 + 0.35 * fractal(rays * 9, 6, 3, 0.6)
    ring = np.where(angle < 21.6, np.exp(-(((angle - 21.6) / 0.35) ** 2)), np.exp(-((angle - 21.6) / 5.0)))
    red = np.where(angle < 21.4, np.exp(-(((angle - 21.4) / 0.4) ** 2)), np.exp(-((angle - 21.4) / 1.2)))
    sky = photograph(Night(camera, SAPPORO, when, air, star_gain=0.9, faint=0, milky_way=0, glow=1.6))
    inside = 1 - 0.20 * (1 - smoothstep(21.0, 22.0, angle))
    sky = (
        sky * inside[..., None]
        + 0.055 * (ring * veil)[..., None] * np.array([0.85, 0.95, 1.05])
        + 0.03 * red[..., None] * np.array([1, 0.42, 0.2])
    )
    sky = sky + (0.13 * np.exp(-angle / 4.5) * veil)[..., None] * np.array([1.0, 0.97, 0.88])
    sky = with_moon(sky, camera, when, SAPPORO, 9 * scale, 4.0, 1.4)
    trees = birches(size, 21, 13, size[1] * 0.62)
    return develop(over(sky, np.full((*sky.shape[:2], 3), 0.004), trees), 1.5, 0.011, 0.3)


def dome_dusk(scale: float) -> Image.Image:
    """The Assy dome at opening time, January dusk."""
    size = size_of(SMALL, scale)
    camera, when = Camera(228, 14, 50, size), time(1, 20, 12, 45)
    air = Air(
        zenith=(0.018, 0.040, 0.110),
        horizon=(0.17, 0.15, 0.19),
        band=13,
        glow=(0.42, 0.17, 0.09),
        glow_azimuth=240,
        glow_width=50,
        glow_height=5,
        airglow=(0, 0, 0),
    )
    sky = photograph(Night(camera, ASSY, when, air, star_gain=2.4, faint=0.05, milky_way=0, glow=2.0))
    land = mountains(52, 26, 1.8, 3.6, 2.5, 6, 1300)
    sky = over(
        sky,
        *render(
            land,
            camera,
            Lighting(
                direction(240, 8), np.array([0.12, 0.06, 0.07]), np.array([0.030, 0.042, 0.085]), np.array([0.13, 0.11, 0.15]), 40
            ),
            2.56,
        ),
    )
    ground = hill(size, [(0, 0.86), (0.5, 0.84), (1, 0.88)], 8 * scale, 24)
    texture = 1 + 0.25 * fractal(
        np.stack(np.meshgrid(np.arange(size[0]) / size[0] * 6, np.arange(size[1]) / size[1] * 24), -1), 5, 2
    )
    sky = over(sky, texture[..., None] * np.array([0.045, 0.060, 0.115]), ground)
    built = dome(
        size,
        size[0] * 0.60,
        size[1] * 0.862,
        size[0] * 0.165,
        np.array([-0.75, 0.35, 0.35]),
        np.array([0.26, 0.15, 0.15]),
        np.array([0.055, 0.075, 0.15]),
        -14,
        (0.75, 0.07, 0.02),
    )
    light = built[0] * (built[0][..., :1] > built[0][..., 2:] * 3) * built[1][..., None]
    sky = over(sky, *built) + 0.25 * blur(light, 12 * scale) + 0.25 * blur(light, 50 * scale)
    sky = over(
        sky,
        np.array([0.010, 0.012, 0.022]) * np.ones((*sky.shape[:2], 3)),
        person(size, size[0] * 0.33, size[1] * 0.875, size[1] * 0.17),
    )
    return develop(sky, 1.45, 0.010, 0.22, saturation=1.1)


def lighthouse_beam(scale: float) -> Image.Image:
    """The Fisterra light and its beam under the rising Lion, 3 February."""
    size = size_of(SMALL, scale)
    camera, when = Camera(92, 18, 62, size), time(2, 3, 22, 0)
    air = Air(zenith=(0.0040, 0.0075, 0.0160), horizon=(0.026, 0.034, 0.044), band=10)
    sky = photograph(Night(camera, FISTERRA, when, air, star_gain=2.0, milky_way=0.5, glow=1.8))
    rock = hill(size, [(0, 0.80), (0.2, 0.77), (0.4, 0.78), (0.6, 0.84), (0.8, 0.93), (1, 0.99)], 18 * scale, 41)
    sea, wet = water(camera, lambda d: background(air, d), 60.0, 0.10, 15)
    sky = over(sky, sea * 0.7, wet)
    tower, lamp = lighthouse(size, size[0] * 0.30, size[1] * 0.785, size[1] * 0.44)
    px, py = np.meshgrid(np.arange(size[0]) + 0.5, np.arange(size[1]) + 0.5)
    for bearing, strength in ((-7.0, 0.15), (176.0, 0.08)):
        t = np.radians(bearing)
        along, side = (
            (px - lamp[0]) * np.cos(t) + (py - lamp[1]) * np.sin(t),
            -(px - lamp[0]) * np.sin(t) + (py - lamp[1]) * np.cos(t),
        )
        width = 3 * scale + np.clip(along, 0, None) * 0.045
        beam = (
            np.exp(-((side / width) ** 2))
            * (along > 0)
            * np.exp(-along / (size[0] * 0.75))
            * (0.85 + 0.25 * fractal(np.stack([px, py], -1) / 90 / scale, 4, 5))
        )
        sky = sky + strength * beam[..., None] * np.array([1.0, 0.90, 0.66])
    black = np.array([0.006, 0.007, 0.010]) * np.ones((*sky.shape[:2], 3))
    sky = over(over(sky, black, rock), black, tower)
    light = shape(size, discs=((lamp[0], lamp[1], 5 * scale),))[..., None] * np.array([1.0, 0.86, 0.55]) * 8
    return develop(sky + light + 1.2 * blur(light, 8 * scale) + 1.6 * blur(light, 40 * scale), 1.7, 0.012, 0.28, saturation=1.15)
