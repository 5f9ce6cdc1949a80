"""The photographs: each function paints one from the true sky of its place and hour. `scale` 1 is print size."""

from __future__ import annotations

import astronomy as ae
import numpy as np
from bodies import moon, place, sun_on_moon
from land import Lighting, mountains, render, water
from nightscape import Air, Night, background, over, photograph
from paint import blur, develop, fractal, smoothstep
from PIL import Image
from props import dome, hill, lighthouse, person, shape, tent
from sky import (
    ASSY,
    CAP_CORSE,
    PEAKS_ISLAND,
    VLADIVOSTOK,
    Camera,
    body_direction,
    direction,
    time,
    to_horizon,
)

PAGE = (2551, 3579)
WIDE = (2031, 1354)
SMALL = (1240, 827)
MOONLIGHT = np.array([0.135, 0.150, 0.185])
STARLIGHT = np.array([0.010, 0.015, 0.026])


def size_of(full: tuple[int, int], scale: float) -> tuple[int, int]:
    return round(full[0] * scale), round(full[1] * scale)


def _sun_in_view(when: ae.Time, observer: ae.Observer) -> tuple[float, float, float]:
    """Where the Sun stands as seen from the Moon, in the frame of a level camera pointed at the Moon."""
    zenith = np.linalg.inv(to_horizon(when, observer)) @ np.array([0, 0, 1.0])
    return sun_on_moon(when, zenith)


def with_moon(
    picture: np.ndarray,
    camera: Camera,
    when: ae.Time,
    observer: ae.Observer,
    radius: float,
    gain: float,
    halo: float,
    earthshine: float = 0.006,
    tint: tuple[float, float, float] = (1, 1, 1),
) -> np.ndarray:
    """The Moon where it is, `radius` pixels large, with the light that it scatters."""
    x, y, _ = camera.project(body_direction(ae.Body.Moon, when, observer))
    colour, mask = moon(int(radius * 2.2) + 4, radius, _sun_in_view(when, observer), earthshine)
    disk = place(np.zeros_like(picture), (colour * np.array(tint), mask), float(x[0]), float(y[0]), gain, halo, radius * 6)
    behind = place(np.zeros_like(picture), (np.ones_like(colour), mask), float(x[0]), float(y[0]))
    veil = np.minimum(picture, blur(picture, 12))  # the air's light lies before the Moon, the stars behind it
    return picture * (1 - behind) + veil * behind + disk


def cover(scale: float) -> Image.Image:
    """Jupiter, Regulus and Mars over the Assy plateau, 10 February."""
    size = size_of(PAGE, scale)
    camera, when = Camera(92, 12.6, 50, size), time(2, 10, 14, 58)
    air = Air(
        zenith=(0.0030, 0.0068, 0.0170),
        horizon=(0.020, 0.046, 0.070),
        band=13,
        airglow=(0.002, 0.008, 0.006),
        glow=(0.055, 0.030, 0.012),
        glow_azimuth=66,
        glow_width=30,
        glow_height=5,
    )
    sky = photograph(Night(camera, ASSY, when, air, star_gain=2.1, glow=1.8, milky_way=0.5))
    land = mountains(23, 34, 1.45, 4.4, 2.5, 5.5, 2300)
    lighting = Lighting(direction(215, 24), MOONLIGHT * 1.15, STARLIGHT * 1.3, np.array([0.020, 0.042, 0.064]), 55)
    sky = over(sky, *render(land, camera, lighting, 2.62, snow_slope=1.5))
    ground = hill(size, [(0, 0.745), (0.3, 0.725), (0.62, 0.694), (0.80, 0.688), (1, 0.705)], 16 * scale, 4)
    snow = 0.010 + 0.012 * fractal(
        np.stack(np.meshgrid(np.arange(size[0]) / size[0] * 8, np.arange(size[1]) / size[1] * 30), -1), 5, 9
    )
    fade = np.clip(1.15 - (np.arange(size[1]) / size[1] - 0.70) * 6.5, 0.12, 1)[:, None]
    sky = over(sky, (snow * fade)[..., None] * np.array([0.75, 0.95, 1.35]), ground)
    built = dome(
        size, size[0] * 0.735, size[1] * 0.696, size[0] * 0.050, np.array([0.75, 0.45, 0.35]), MOONLIGHT * 1.2, STARLIGHT, -28
    )
    return develop(over(sky, *built), 2.15, 0.010, 0.30, saturation=1.2)


def divider_january(scale: float) -> Image.Image:
    """Orion over the range, 18 January, under a gibbous Moon."""
    size = size_of(PAGE, scale)
    camera, when = Camera(133, 14.0, 52, size), time(1, 14, 13, 50)
    air = Air(zenith=(0.004, 0.009, 0.022), horizon=(0.030, 0.055, 0.085), band=15, airglow=(0.001, 0.004, 0.004))
    sky = photograph(Night(camera, ASSY, when, air, star_gain=2.6, glow=2.2, milky_way=1.6))
    land = mountains(19, 30, 2.4, 3.6, 2.3, 6, 2300)
    sky = over(
        sky,
        *render(
            land,
            camera,
            Lighting(direction(232, 26), MOONLIGHT * 1.9, STARLIGHT * 1.8, np.array([0.030, 0.052, 0.080]), 60),
            2.46,
            snow_slope=1.5,
        ),
    )
    return develop(sky, 2.3, 0.010, 0.30, saturation=1.15)


def divider_february(scale: float) -> Image.Image:
    """The full Moon rising behind a ridge with the dome on it, a long lens, 20 February."""
    size = size_of(PAGE, scale)
    w, h = size
    y = np.linspace(0, 1, h)[:, None, None]
    sky = np.array([0.040, 0.055, 0.115]) * (1 - y) + np.array([0.20, 0.115, 0.085]) * y**1.6 * np.ones((h, w, 1))
    sky = sky + np.array([0.05, 0.018, 0.03]) * np.exp(-(((y - 0.62) / 0.16) ** 2))
    radius = w * 0.315
    colour, mask = moon(int(radius * 2.1), radius, (0.05, 0.02, 1.0), 0.0)
    rows = np.linspace(0, 1, colour.shape[0])[:, None, None]
    colour = colour * (np.array([1.0, 0.90, 0.70]) * (1 - rows) + np.array([1.0, 0.66, 0.38]) * rows) * 1.25
    shade = np.array([0.030, 0.036, 0.064])
    sky = place(sky, (colour + shade, mask), w * 0.50, h * 0.405, 1.0, 0.10, 240 * scale)
    far = hill(size, [(0, 0.65), (0.2, 0.625), (0.45, 0.602), (0.60, 0.578), (0.72, 0.582), (1, 0.64)], 34 * scale, 12)
    tone = np.array([0.016, 0.015, 0.024]) + np.array([0.05, 0.030, 0.030]) * np.exp(-np.abs(y - 0.61) * 14) * 0.25
    sky = over(sky, tone * np.ones((h, w, 1)), far)
    built = dome(
        size,
        w * 0.625,
        h * 0.584,
        w * 0.055,
        np.array([-0.2, 0.35, -0.9]),
        np.array([0.2, 0.12, 0.07]),
        np.array([0.012, 0.011, 0.018]),
        28,
        (0.5, 0.05, 0.02),
    )
    sky = over(sky, built[0], built[1])
    sky = over(sky, np.array([0.004, 0.004, 0.006]) * np.ones((h, w, 3)), person(size, w * 0.742, h * 0.586, w * 0.040, 1.0))
    near = hill(size, [(0, 0.70), (0.25, 0.675), (0.5, 0.70), (0.75, 0.675), (1, 0.655)], 52 * scale, 33)
    sky = over(sky, np.array([0.0065, 0.0070, 0.0115]) * np.ones((h, w, 3)), near)
    return develop(sky, 1.35, 0.012, 0.25, saturation=1.1)


def divider_march(scale: float) -> Image.Image:
    """Venus and the old Moon over a mountain lake before sunrise, 4 March."""
    size = size_of(PAGE, scale)
    camera, when = Camera(131, 6.8, 44, size), time(3, 4, 5, 2)
    air = Air(
        zenith=(0.016, 0.040, 0.095),
        horizon=(0.16, 0.17, 0.17),
        band=13,
        glow=(0.75, 0.30, 0.075),
        glow_azimuth=104,
        glow_width=44,
        glow_height=5.5,
        airglow=(0, 0, 0),
    )
    night = Night(camera, CAP_CORSE, when, air, star_gain=2.2, faint=0.15, milky_way=0, glow=3.4)
    sky = with_moon(photograph(night), camera, when, CAP_CORSE, 30 * scale, 1.9, 0.20, 0.045)
    glint = body_direction(ae.Body.Venus, when, CAP_CORSE)
    lake, wet = water(camera, lambda d: background(air, d), 6.0, 0.020, 5, glint, np.array([0.9, 0.85, 0.75]) * 0.55)
    sky = over(sky, lake * 0.92, wet)
    land = mountains(41, 30, 1.5, 6.5, -0.2, 6, 1500)
    colour, mask = render(
        land,
        camera,
        Lighting(
            direction(100, 4), np.array([0.10, 0.05, 0.03]), np.array([0.010, 0.017, 0.032]), np.array([0.15, 0.135, 0.14]), 30
        ),
        0.006,
    )
    horizon = size[1] / 2 + camera.focal * np.tan(np.radians(camera.altitude))
    mask = mask * (np.arange(size[1])[:, None] < horizon - 2)
    sky = over(sky, colour, mask)
    mirror = int(horizon) - 2
    depth = size[1] - mirror
    flipped_colour, flipped = colour[mirror - depth : mirror][::-1], mask[mirror - depth : mirror][::-1]
    ripple = (
        3 * scale * fractal(np.stack([np.arange(depth) * 0.11 / scale, np.zeros(depth)], -1), 3, 2) * np.linspace(0.3, 3, depth)
    ).astype(int)
    flipped = np.stack([np.roll(row, k) for row, k in zip(flipped, ripple, strict=True)])
    sky[mirror:] = over(sky[mirror:], flipped_colour * 0.55, blur(flipped, 2.5 * scale) * 0.85)
    return develop(sky, 1.25, 0.010, 0.22, saturation=1.12)


def contents(scale: float) -> Image.Image:
    """The winter Milky Way over a frozen lake with a tent, 9 January."""
    size = size_of((2100, 1400), scale)
    camera, when = Camera(172, 24, 84, size), time(1, 9, 16, 20)
    air = Air(zenith=(0.0030, 0.0055, 0.0120), horizon=(0.020, 0.030, 0.038), band=10, airglow=(0.003, 0.011, 0.005))
    night = Night(camera, ASSY, when, air, star_gain=1.5, milky_way=2.1, glow=1.5)
    sky = photograph(night)
    ice, wet = water(camera, lambda d: background(air, d), 3.0, 0.05, 8)
    pattern = fractal(
        np.stack(np.meshgrid(np.arange(size[0]) / size[0] * 30, 900 / (np.arange(size[1]) - size[1] * 0.70 + 260)), -1), 5, 3
    )
    sky = over(sky, ice * 1.1 + (0.018 + 0.016 * pattern)[..., None] * np.array([0.8, 0.95, 1.2]), wet)
    land = mountains(15, 26, 1.9, 3.6, -0.05, 6, 1500)
    sky = over(
        sky,
        *render(
            land,
            camera,
            Lighting(direction(300, 20), STARLIGHT * 1.4, STARLIGHT * 1.1, np.array([0.018, 0.026, 0.034]), 40),
            0.012,
        ),
    )
    x, ground = size[0] * 0.30, size[1] * 0.865
    warm, mask = tent(size, x, ground, size[0] * 0.085)
    pool = np.zeros((size[1], size[0], 3))
    pool[:] = warm * mask[..., None]
    sky = over(sky, warm * 0.8, mask) + 0.16 * blur(pool, 60 * scale) + 0.20 * blur(pool, 14 * scale)
    sky = over(sky, np.full((*sky.shape[:2], 3), 0.003), person(size, size[0] * 0.375, ground + 4 * scale, size[0] * 0.040, 1.0))
    return develop(sky, 2.4, 0.012, 0.3, saturation=1.2)


def lamps_over_sea(scale: float) -> Image.Image:
    """Moon, Mars, Regulus and Jupiter over Casco Bay at mid-eclipse, 20 February."""
    size = size_of(PAGE, scale)
    camera, when = Camera(87.5, 14, 33, size), time(2, 20, 23, 13)
    air = Air(zenith=(0.012, 0.021, 0.046), horizon=(0.060, 0.062, 0.082), band=10, airglow=(0, 0, 0))
    sky = photograph(Night(camera, PEAKS_ISLAND, when, air, star_gain=4.0, faint=0.3, milky_way=0, glow=3.2))
    rng = fractal(np.stack(np.meshgrid(np.arange(size[0]) / size[0] * 5, np.arange(size[1]) / size[1] * 26), -1), 6, 21)
    cloud = smoothstep(0.12, 0.55, rng) * np.exp(-(((np.arange(size[1]) / size[1] - 0.66) / 0.04) ** 2))[:, None]
    sky = sky * (1 - 0.45 * cloud[..., None]) + cloud[..., None] * np.array([0.040, 0.036, 0.044])
    sky = with_moon(sky, camera, when, PEAKS_ISLAND, 40 * scale, 1.9, 0.55, tint=(1.0, 0.90, 0.70))
    glint = body_direction(ae.Body.Moon, when, PEAKS_ISLAND)
    sea, wet = water(camera, lambda d: background(air, d), 14.0, 0.13, 5, glint, np.array([1.0, 0.86, 0.62]) * 34)
    sky = over(sky, sea * 0.75, wet)
    rock = hill(
        size, [(0, 1.02), (0.42, 1.02), (0.55, 0.95), (0.66, 0.865), (0.76, 0.822), (0.88, 0.805), (1, 0.805)], 26 * scale, 6
    )
    sky = over(sky, np.array([0.006, 0.007, 0.010]) * np.ones((*sky.shape[:2], 3)), rock)
    tower, lamp = lighthouse(size, size[0] * 0.865, size[1] * 0.815, size[1] * 0.27)
    sky = over(sky, np.array([0.007, 0.008, 0.012]) * np.ones((*sky.shape[:2], 3)), tower)
    light = np.zeros_like(sky)
    light += shape(size, discs=((lamp[0], lamp[1], 9 * scale),))[..., None] * np.array([1.0, 0.55, 0.16]) * 6
    sky = sky + light + 0.9 * blur(light, 12 * scale) + 1.8 * blur(light, 70 * scale)
    return develop(sky, 2.1, 0.012, 0.25, saturation=1.2)


def zodiacal(scale: float) -> Image.Image:
    """The zodiacal light in the west from Assy, 5 March."""
    size = size_of(WIDE, scale)
    camera, when = Camera(268, 27, 88, size), time(3, 5, 14, 30)
    air = Air(
        zenith=(0.0035, 0.0060, 0.0130),
        horizon=(0.016, 0.022, 0.030),
        band=9,
        glow=(0.035, 0.026, 0.020),
        glow_azimuth=263,
        glow_width=35,
        glow_height=3.5,
        airglow=(0.003, 0.009, 0.004),
    )
    sky = photograph(Night(camera, ASSY, when, air, star_gain=1.6, milky_way=1.5, glow=1.6))
    rays = camera.rays()
    e = rays @ to_horizon(when, ASSY)
    eps = np.radians(23.44)
    lon = np.degrees(np.arctan2(e[..., 1] * np.cos(eps) + e[..., 2] * np.sin(eps), e[..., 0]))
    lat = np.degrees(np.arcsin(np.clip(e[..., 2] * np.cos(eps) - e[..., 1] * np.sin(eps), -1, 1)))
    sun = ae.SunPosition(when).elon
    away = np.clip((lon - sun + 180) % 360 - 180, 8, None)
    cone = (
        (away / 30) ** -1.9
        * np.exp(-(np.abs(lat / (5.0 + 9.0 * np.exp(-away / 45) + 4)) ** 1.5))
        * (1 - 0.25 * smoothstep(60, 100, away))
    )
    altitude = np.degrees(np.arcsin(np.clip(rays[..., 2], -1, 1)))
    sky = sky + 0.105 * (cone * (1 - np.exp(-np.clip(altitude + 1, 0, None) / 5)))[..., None] * np.array([1.0, 0.94, 0.84])
    land = mountains(77, 28, 1.3, 3.0, 2.4, 6, 1400)
    sky = over(
        sky,
        *render(
            land,
            camera,
            Lighting(direction(265, 12), STARLIGHT * 0.9, STARLIGHT * 0.9, np.array([0.020, 0.024, 0.030]), 30),
            2.47,
        ),
    )
    sky = over(sky, np.full((*sky.shape[:2], 3), 0.002), person(size, size[0] * 0.66, size[1] * 0.93, size[1] * 0.105, 1))
    return develop(sky, 2.3, 0.013, 0.3, saturation=1.15)


def ice_orion(scale: float) -> Image.Image:
    """Orion over the frozen bay at Vladivostok, with the fishermen's tents, 5 February."""
    size = size_of(WIDE, scale)
    camera, when = Camera(176, 24, 76, size), time(2, 5, 11, 55)
    air = Air(
        zenith=(0.0050, 0.0090, 0.020),
        horizon=(0.045, 0.045, 0.050),
        band=11,
        glow=(0.12, 0.066, 0.026),
        glow_azimuth=215,
        glow_width=26,
        glow_height=4,
    )
    sky = photograph(Night(camera, VLADIVOSTOK, when, air, star_gain=2.2, milky_way=0.9, glow=2.0))
    ice, wet = water(camera, lambda d: background(air, d), 5.0, 0.045, 4)
    rows = np.arange(size[1]) - size[1] / 2 - camera.focal * np.tan(np.radians(camera.altitude))
    reach = 5.0 * camera.focal / np.clip(rows, 2, None)
    across = (np.arange(size[0]) - size[0] / 2)[None, :] / camera.focal * reach[:, None]
    plane = np.stack([across, np.broadcast_to(reach[:, None], across.shape)], -1)
    cracks = np.exp(-np.abs(fractal(plane / 16, 5, 11)) * 38) * 0.03 * np.exp(-reach / 240)[:, None]
    frost = 0.030 + 0.022 * fractal(plane / 6, 5, 12)
    sky = over(sky, ice * 0.8 + (frost + cracks)[..., None] * np.array([0.8, 0.95, 1.15]), wet)
    land = mountains(91, 26, 0.55, 6.0, -0.02, 7, 1400)
    sky = over(
        sky,
        *render(
            land,
            camera,
            Lighting(direction(200, 10), STARLIGHT, STARLIGHT * 0.7, np.array([0.030, 0.032, 0.040]), 22),
            0.005,
            snow_slope=0.4,
        ),
    )
    rng = np.random.default_rng(5)
    for x, y in ((0.16, 0.945), (0.30, 0.905), (0.39, 0.925), (0.57, 0.900), (0.64, 0.893), (0.80, 0.91), (0.71, 0.888)):
        width = size[0] * 0.055 * ((y - 0.86) / 0.085) + 4 * scale
        warm, mask = tent(size, x * size[0], y * size[1], width, (0.9, 0.36 + 0.1 * rng.random(), 0.09))
        light = warm * mask[..., None]
        spill = np.roll(light[::-1], round((2 * y - 1) * size[1]), axis=0)
        sky = over(sky, warm * 0.85, mask) + 0.20 * blur(light, 26 * scale) + 0.10 * blur(spill, 9 * scale)
    sky = over(sky, np.full((*sky.shape[:2], 3), 0.003), person(size, size[0] * 0.235, size[1] * 0.962, size[1] * 0.085))
    return develop(sky, 2.7, 0.012, 0.28, saturation=1.15)
