"""Close views: disks of planets and Moon, the ring eclipse, the penumbra, a nebula, the eyepiece, and the editor."""

from __future__ import annotations

import math

import astronomy as ae
import numpy as np
import sheet
from bodies import jupiter, mars, moon, moon_diameter, place, saturn, sphere, venus
from eclipse import EARTH_KM, SUN_KM
from land import water
from nightscape import Air, Night, background, over, photograph
from paint import blur, develop, fractal, lens, smoothstep, splat
from PIL import Image, ImageDraw, ImageFont
from props import shape
from scenes import SMALL, size_of, with_moon
from sky import AU_KM, FISTERRA, MOON_RADIUS_KM, Camera, body_direction, time

ACCRA = ae.Observer(5.55, -0.20, 10)


def _write(image: Image.Image, labels: list[tuple[float, float, str, float, str, str]], tone: str = sheet.MIST) -> Image.Image:
    """Words on a painted picture: x, y in pixels, text, size in pixels, face, anchor."""
    draw = ImageDraw.Draw(image)
    for x, y, words, size, face, anchor in labels:
        font = ImageFont.truetype(str(sheet.FONTS / f"{sheet.FACES[face]}.ttf"), round(size))
        draw.text((x, y), words, fill=tone, font=font, anchor=anchor)
    return image


def disks(scale: float) -> Image.Image:
    """Jupiter, Saturn, Venus and Mars on 20 February at one scale."""
    w, h = size_of((2400, 1840), scale)
    unit = 23.5 * scale
    when = time(2, 20)
    picture = np.zeros((h, w, 3)) + np.array([0.0012, 0.0022, 0.0032])
    labels = []
    opening = 8.1
    items = ((jupiter, 98.47, 0.275, ()), (saturn, 83.0, 0.655, (opening,)), (mars, 4.68, 0.640, ()), (venus, 8.34, 0.845, ()))
    bodies = (ae.Body.Jupiter, ae.Body.Saturn, ae.Body.Mars, ae.Body.Venus)
    heights = (0.385, 0.765, 0.235, 0.235)
    for (painter, at_one_au, x, extra), body, y in zip(items, bodies, heights, strict=True):
        distance = ae.GeoVector(body, when, True).Length()
        arc = at_one_au / distance
        radius = arc * unit
        if painter is venus:
            extra = (ae.Illumination(body, when).phase_fraction,)
        square = int(radius * (4.8 if painter is saturn else 2.1)) + 6
        picture = place(picture, painter(square, radius, *extra), x * w, y * h, 1.0, 0.05, 30 * scale)
        below = y * h + radius + 46 * scale
        labels.append((x * w, below, f"{body.name}  {2 * arc:.0f}″", 44 * scale, "sans", "ma"))
    image = develop(picture, 1.15, 0.008, 0.0, saturation=1.35)
    bar = 10 * unit
    x0, y0 = 70 * scale, h - 74 * scale
    ImageDraw.Draw(image).line([(x0, y0), (x0 + bar, y0)], fill=sheet.SAFFRON, width=max(1, round(4 * scale)))
    return _write(image, [*labels, (x0, y0 + 12 * scale, "ten seconds of arc", 34 * scale, "sans-it", "la")])


def perigee(scale: float) -> Image.Image:
    """Half of January's full Moon beside half of July's, at one scale."""
    w, h = size_of((1730, 1490), scale)
    picture = np.zeros((h, w, 3)) + 0.0015
    near, far = moon_diameter(time(1, 22, 12, 18)), moon_diameter(time(7, 18, 15, 46))
    for width, side in ((near, 0), (far, 1)):
        radius = 663 * scale * width / near
        colour, mask = moon(int(radius * 2.1), radius, (0.03, 0.04, 1.0), 0)
        half = np.arange(mask.shape[1]) < mask.shape[1] / 2
        mask = mask * (half if side == 0 else ~half)
        picture = place(
            picture, (colour * 1.25, mask), w / 2 + (-7 if side == 0 else 7) * scale, h / 2 - 30 * scale, 1.0, 0.03, 30 * scale
        )
    image = develop(picture, 1.05, 0.010, 0.0, saturation=1.2)
    return _write(
        image,
        [
            (w * 0.10, h - 66 * scale, "22 January", 34 * scale, "sans", "la"),
            (w * 0.90, h - 66 * scale, "18 July", 34 * scale, "sans", "ra"),
        ],
    )


def penumbra(scale: float) -> Image.Image:
    """The Moon's way through the penumbra on 20 February, east to the left."""
    w, h = size_of((2200, 1420), scale)
    unit = 0.1085 * scale  # pixels per km
    cx, cy = w * 0.5, 225 * scale
    picture = np.zeros((h, w, 3)) + np.array([0.0020, 0.0034, 0.0062])
    labels = []
    peak = ae.SearchLunarEclipse(time(1, 1)).peak
    for minutes in (-120, -60, 0, 60, 120):
        when = peak.AddDays(minutes / 1440)
        east, north, inner, outer = _shadow(when)
        x, y, radius = cx - east * unit, cy - north * unit, MOON_RADIUS_KM * unit
        square = int(radius * 2.1) + 4
        normal, _ = sphere(square, radius)
        away = np.hypot(east - normal[..., 0] * MOON_RADIUS_KM, north + normal[..., 1] * MOON_RADIUS_KM)
        share = _visible(away, (outer + inner) / 2, (outer - inner) / 2)
        colour, mask = moon(square, radius, (0.02, 0.03, 1.0), 0)
        colour = (
            colour
            * (0.02 + 0.98 * share**1.25)[..., None]
            * (np.array([1, 1, 1]) - (1 - share)[..., None] * np.array([0.0, 0.09, 0.20]))
            * 1.25
        )
        picture = place(picture, (colour, mask), x, y, 1.0, 0.02, 20 * scale)
        clock = when.AddDays(0.5 / 1440).Utc()
        labels.append((x, y + radius + 26 * scale, f"{clock:%H:%M}", 36 * scale, "sans-bold" if minutes == 0 else "sans", "ma"))
    y, x = np.mgrid[0:h, 0:w] + 0.5
    reach = np.hypot(x - cx, y - cy) / unit
    dark = 1 - 0.7 * (1 - smoothstep(inner * 0.985, inner * 1.015, reach))
    lit = picture.max(-1) > 0.01
    picture = np.where(lit[..., None], picture, picture * dark[..., None])
    image = develop(picture, 1.1, 0.009, 0.12, saturation=1.25)
    draw = ImageDraw.Draw(image)
    for radius_km, tone, wide in ((inner, "#c4541d", 4), (outer, sheet.SAFFRON, 3)):
        r = radius_km * unit
        steps = 220
        for k in range(steps):
            if k % 2 and radius_km == outer:
                continue
            a0, a1 = 2 * math.pi * k / steps, 2 * math.pi * (k + 1) / steps
            draw.line(
                [(cx + r * math.cos(a0), cy + r * math.sin(a0)), (cx + r * math.cos(a1), cy + r * math.sin(a1))],
                fill=tone,
                width=max(1, round(wide * scale)),
            )
    labels += [
        (cx, cy + 40 * scale, "Umbra", 54 * scale, "display", "mm"),
        (cx, cy + 96 * scale, "the Sun wholly hidden", 32 * scale, "serif-it", "mm"),
        (w - 90 * scale, cy + 70 * scale, "Penumbra", 54 * scale, "display", "rm"),
        (w - 90 * scale, cy + 126 * scale, "the Sun hidden in part", 32 * scale, "serif-it", "rm"),
    ]
    return _write(image, labels)


def _shadow(when: ae.Time) -> tuple[float, float, float, float]:
    """The Moon east and (ecliptic) north of the shadow's axis, and the radii of umbra and penumbra there: km, enlarged by 1 %."""
    m, s = (ae.RotateVector(ae.Rotation_EQJ_EQD(when), ae.GeoVector(b, when, True)) for b in (ae.Body.Moon, ae.Body.Sun))
    moon_v, sun_v = np.array([m.x, m.y, m.z]) * AU_KM, np.array([s.x, s.y, s.z]) * AU_KM
    axis = -sun_v / np.linalg.norm(sun_v)
    along = moon_v @ axis
    offset = moon_v - along * axis
    tilt = math.radians(23.4365)
    pole = np.array([0, -math.sin(tilt), math.cos(tilt)])
    north = pole - axis * (axis @ pole)
    north /= np.linalg.norm(north)
    east = np.cross(north, axis)
    far = np.linalg.norm(sun_v)
    radius = EARTH_KM * 1.01
    return (
        float(offset @ east),
        float(offset @ north),
        radius - along * (SUN_KM - EARTH_KM) / far,
        radius + along * (SUN_KM + EARTH_KM) / far,
    )


def _visible(away: np.ndarray, earth: float, sun: float) -> np.ndarray:
    """The share of the Sun's disk (radius `sun`) not covered by the Earth's (radius `earth`) at a distance, all in km there."""
    d = np.clip(away, earth - sun + 1e-6, earth + sun - 1e-6)
    a = np.arccos(np.clip((d * d + earth**2 - sun**2) / (2 * d * earth), -1, 1))
    b = np.arccos(np.clip((d * d + sun**2 - earth**2) / (2 * d * sun), -1, 1))
    hidden = (earth**2 * (a - np.sin(2 * a) / 2) + sun**2 * (b - np.sin(2 * b) / 2)) / (math.pi * sun**2)
    return np.where(away >= earth + sun, 1.0, np.where(away <= earth - sun, 0.0, 1 - hidden))


def ring(scale: float) -> Image.Image:
    """The ring over the sea at Accra, 6 February, 17:52."""
    size = size_of((1760, 1455), scale)
    when = time(2, 6, 17, 52)
    sun = body_direction(ae.Body.Sun, when, ACCRA)
    azimuth, altitude = math.degrees(math.atan2(-sun[1], sun[0])), math.degrees(math.asin(sun[2]))
    camera = Camera(azimuth + 0.6, altitude * 0.47, 6.8, size)
    air = Air(zenith=(0.50, 0.20, 0.075), horizon=(0.36, 0.125, 0.048), band=1.6, airglow=(0, 0, 0))
    rays = camera.rays()
    sky = background(air, rays)
    away = np.degrees(np.arccos(np.clip(rays @ sun, -1, 1)))
    sky = sky + (0.30 * np.exp(-away / 0.9) + 0.16 * np.exp(-away / 3.2))[..., None] * np.array([1.0, 0.50, 0.14])
    haze = fractal(np.stack(np.meshgrid(np.arange(size[0]) / size[0] * 3, np.arange(size[1]) / size[1] * 16), -1), 5, 6)
    sky = sky * (1 + 0.10 * haze)[..., None]
    x, y, _ = camera.project(sun)
    radius = math.tan(math.radians(0.2702)) * camera.focal
    flat = 0.93
    py, px = np.mgrid[0 : size[1], 0 : size[0]] + 0.5
    outer = np.hypot(px - x[0], (py - y[0]) / flat)
    inner = np.hypot(px - x[0] - radius * 0.012, (py - y[0] + radius * 0.010) / flat)
    bright = np.clip(radius - outer + 0.5, 0, 1) * np.clip(inner - radius * 0.928 + 0.5, 0, 1)
    light = bright[..., None] * np.array([1.0, 0.74, 0.34]) * 9
    sky = sky + light + 0.35 * blur(light, 7 * scale) + 0.25 * blur(light, 40 * scale)
    sea, wet = water(camera, lambda d: background(air, d), 7.0, 0.055, 9, sun, np.array([1.0, 0.52, 0.16]) * 6)
    sky = over(sky, sea * 0.75, wet)
    horizon = size[1] / 2 + camera.focal * math.tan(math.radians(camera.altitude))
    bx, by, k = size[0] * 0.27, horizon + 62 * scale, 1.5 * scale
    boat = [
        (bx - 120 * k, by - 26 * k),
        (bx - 95 * k, by - 8 * k),
        (bx - 60 * k, by + 4 * k),
        (bx + 60 * k, by + 5 * k),
        (bx + 100 * k, by - 8 * k),
        (bx + 128 * k, by - 32 * k),
        (bx + 92 * k, by - 17 * k),
        (bx - 88 * k, by - 15 * k),
    ]
    crew = [
        [
            (bx + o * k - 7 * k, by - 10 * k),
            (bx + o * k - 6 * k, by - 42 * k),
            (bx + o * k + 6 * k, by - 42 * k),
            (bx + o * k + 8 * k, by - 10 * k),
        ]
        for o in (-52, -8, 44)
    ]
    heads = tuple((bx + o * k, by - 49 * k, 6 * k) for o in (-52, -8, 44))
    pole = [(bx + 10 * k, by - 40 * k), (bx + 13 * k, by - 40 * k), (bx + 60 * k, by - 120 * k), (bx + 58 * k, by - 121 * k)]
    dark = shape(size, boat, *crew, pole, discs=heads)
    return develop(over(sky, np.full((*sky.shape[:2], 3), 0.010), dark), 1.05, 0.011, 0.25, saturation=1.15)


def jupiter_and_moons(scale: float) -> Image.Image:
    """Jupiter and its four moons on 10 February, 21:00 UT, north up."""
    w, h = size_of(SMALL, scale)
    when = time(2, 10, 21)
    unit = 1.08 * scale  # pixels an arcsecond
    geo = ae.GeoVector(ae.Body.Jupiter, when, True)
    to = np.array([geo.x, geo.y, geo.z])
    distance = np.linalg.norm(to)
    forward = to / distance
    up = np.array([0, 0, 1.0]) - forward * forward[2]
    up /= np.linalg.norm(up)
    west = np.cross(forward, up)
    system = ae.JupiterMoons(when.AddDays(-distance / 173.1446))
    picture = np.zeros((h, w, 3)) + np.array([0.006, 0.008, 0.013])
    radius = 98.47 / distance * unit
    colour, mask = jupiter(int(radius * 2.2) + 4, radius)
    picture = place(picture, (colour * 1.6, mask), w / 2, h / 2, 1.0, 0.35, 26 * scale)
    x, y = [], []
    for m in (system.io, system.europa, system.ganymede, system.callisto):
        offset = np.array([m.x, m.y, m.z])
        x.append(w / 2 + math.degrees(offset @ west / distance) * 3600 * unit)
        y.append(h / 2 - math.degrees(offset @ up / distance) * 3600 * unit)
    points = splat(
        (h, w),
        np.array(x),
        np.array(y),
        np.array([[1, 0.93, 0.8], [1, 0.97, 0.92], [1, 0.95, 0.88], [0.75, 0.74, 0.72]]) * 26 * scale**2,
    )
    rng = np.random.default_rng(2)
    points += splat(
        (h, w), rng.random(60) * w, rng.random(60) * h, (rng.random(60) ** 4)[:, None] * np.array([1.0, 0.95, 0.9]) * 2.2
    )
    return develop(picture + lens(points, 1.25 * scale, 2.2), 1.6, 0.012, 0.2, saturation=1.25)


def moon_pleiades(scale: float) -> Image.Image:
    """The crescent with earthshine at the Pleiades, Fisterra, 13 March, 22:20 UT."""
    size = size_of(SMALL, scale)
    when = time(3, 13, 22, 20)
    at = body_direction(ae.Body.Moon, when, FISTERRA)
    target = body_direction(ae.Body.Moon, when, FISTERRA)
    azimuth, altitude = math.degrees(math.atan2(-at[1], at[0])), math.degrees(math.asin(target[2]))
    camera = Camera(azimuth - 0.45, altitude - 0.25, 3.6, size)
    air = Air(zenith=(0.005, 0.008, 0.016), horizon=(0.012, 0.015, 0.022), airglow=(0, 0, 0))
    night = Night(camera, FISTERRA, when, air, star_gain=40, faint=3.0, milky_way=0, glow=1.6)
    radius = math.tan(math.radians(moon_diameter(when) / 120)) * camera.focal
    return develop(
        with_moon(photograph(night), camera, when, FISTERRA, radius, 1.5, 0.10, 0.030), 1.35, 0.012, 0.25, saturation=1.15
    )
