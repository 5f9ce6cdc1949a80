"""Close views: disks of planets and Moon, the ring eclipse, the penumbra, a nebula, the eyepiece, and the editor."""

from __future__ import annotations

import math

import astronomy as ae
import numpy as np
import sheet
from bodies import jupiter, mars, moon, moon_diameter, place, saturn, sphere, sun_on_moon, venus
from eclipse import EARTH_KM, SUN_KM
from land import water
from nightscape import Air, Night, background, over, photograph
from paint import blur, develop, fractal, lens, smoothstep, splat
from PIL import Image, ImageDraw, ImageFont
from props import shape, stroke
from scenes import SMALL, WIDE, size_of, with_moon
from sky import AU_KM, FISTERRA, MOON_RADIUS_KM, Camera, body_direction, star_colour, stars, time, vector

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
        picture = place(picture, (colour * 1.25, mask), w / 2 + (-7 if side == 0 else 7) * scale, h / 2 - 30 * scale, 1.0, 0.03, 30 * scale)
    image = develop(picture, 1.05, 0.010, 0.0, saturation=1.2)
    return _write(image, [(w * 0.10, h - 66 * scale, "22 January", 34 * scale, "sans", "la"), (w * 0.90, h - 66 * scale, "18 July", 34 * scale, "sans", "ra")])


def penumbra(scale: float) -> Image.Image:
    """The Moon's way through the penumbra on 20 February, east to the left."""
    w, h = size_of((2200, 1420), scale)
    unit = 0.1085 * scale                       # pixels per km
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
        colour = colour * (0.02 + 0.98 * share**1.25)[..., None] * (np.array([1, 1, 1]) - (1 - share)[..., None] * np.array([0.0, 0.09, 0.20])) * 1.25
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
        for k in range(0, steps):
            if k % 2 and radius_km == outer:
                continue
            a0, a1 = 2 * math.pi * k / steps, 2 * math.pi * (k + 1) / steps
            draw.line([(cx + r * math.cos(a0), cy + r * math.sin(a0)), (cx + r * math.cos(a1), cy + r * math.sin(a1))], fill=tone, width=max(1, round(wide * scale)))
    labels += [(cx, cy + 40 * scale, "Umbra", 54 * scale, "display", "mm"), (cx, cy + 96 * scale, "the Sun wholly hidden", 32 * scale, "serif-it", "mm"),
               (w - 90 * scale, cy + 70 * scale, "Penumbra", 54 * scale, "display", "rm"), (w - 90 * scale, cy + 126 * scale, "the Sun hidden in part", 32 * scale, "serif-it", "rm")]
    return _write(image, labels)


def _shadow(when: ae.Time) -> tuple[float, float, float, float]:
    """The Moon east and (ecliptic) north of the shadow's axis, and the radii of umbra and penumbra there, in km (Danjon's enlargement)."""
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
    return float(offset @ east), float(offset @ north), radius - along * (SUN_KM - EARTH_KM) / far, radius + along * (SUN_KM + EARTH_KM) / far


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
    boat = [(bx - 120 * k, by - 26 * k), (bx - 95 * k, by - 8 * k), (bx - 60 * k, by + 4 * k), (bx + 60 * k, by + 5 * k), (bx + 100 * k, by - 8 * k), (bx + 128 * k, by - 32 * k), (bx + 92 * k, by - 17 * k), (bx - 88 * k, by - 15 * k)]
    crew = [[(bx + o * k - 7 * k, by - 10 * k), (bx + o * k - 6 * k, by - 42 * k), (bx + o * k + 6 * k, by - 42 * k), (bx + o * k + 8 * k, by - 10 * k)] for o in (-52, -8, 44)]
    heads = tuple((bx + o * k, by - 49 * k, 6 * k) for o in (-52, -8, 44))
    pole = [(bx + 10 * k, by - 40 * k), (bx + 13 * k, by - 40 * k), (bx + 60 * k, by - 120 * k), (bx + 58 * k, by - 121 * k)]
    dark = shape(size, boat, *crew, pole, discs=heads)
    return develop(over(sky, np.full((*sky.shape[:2], 3), 0.010), dark), 1.05, 0.011, 0.25, saturation=1.15)


def orion_nebula(scale: float) -> Image.Image:
    """Messier 42 and 43 with the stars of the catalogue in their places, north up, 1.6 degrees wide."""
    size = size_of(WIDE, scale)
    w, h = size
    unit = w / 1.6
    px, py = np.meshgrid(np.arange(w) + 0.5, np.arange(h) + 0.5)
    east, north = (w / 2 - px) / unit, (h / 2 - py) / unit + 0.03          # degrees from 83.82, −5.35
    p = np.stack([east, north], -1)
    warp = np.stack([fractal(p * 3.2, 5, 2, 0.55), fractal(p * 3.2, 5, 9, 0.55)], -1)
    q = p + 0.085 * warp
    e, n = q[..., 0], q[..., 1] + 0.04
    core = np.exp(-np.hypot(e / 0.075, n / 0.060) ** 1.1)
    body = np.exp(-(np.hypot((e - 0.02) / 0.22, (n + 0.10) / 0.19) ** 1.7))
    r1 = np.hypot(e + 0.02, (n + 0.13) * 1.05)
    arc = np.exp(-(((r1 - 0.27 - 0.03 * warp[..., 0]) / 0.060) ** 2))
    angle = np.arctan2(n + 0.13, e + 0.02)
    wings = arc * (smoothstep(-2.9, -1.9, angle) * (1 - smoothstep(1.0, 1.9, angle)) * 0.75 + 0.25)
    curtain = np.exp(-np.hypot(e / 0.62, (n + 0.12) / 0.50) ** 1.6)
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
    light = light + (0.30 * np.exp(-(north43**2.0)) * np.clip(filaments, 0.2, 2) * (1 - 0.8 * smoothstep(0.2, 0.9, -(e - 0.035) / 0.05)))[..., None] * rose
    runner = np.exp(-(np.hypot((e + 0.01) / 0.26, (n - 0.56) / 0.13) ** 1.8))
    light = light + (0.10 * runner * np.clip(filaments, 0, 2) * (1 - 0.7 * dust))[..., None] * np.array([0.42, 0.62, 1.0])
    light = light + np.array([0.0045, 0.0050, 0.0085]) * (1 + 0.5 * warp[..., :1])
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
    points += splat((h, w), rng.random(count) * w, rng.random(count) * h, faint[:, None] * star_colour(rng.normal(0.7, 0.5, count)) * 60 * scale**2)
    trapezium = np.array([(0.0, 0.0, 5.1), (-0.0030, 0.0022, 6.7), (0.0026, 0.0022, 7.9), (-0.0036, -0.0004, 6.7)])
    tx, ty = w / 2 - trapezium[:, 0] * unit, h / 2 - (trapezium[:, 1] + 0.010 - 0.02) * unit
    points += splat((h, w), tx, ty, (10 ** (-0.4 * (trapezium[:, 2] - 6.2) * 0.7))[:, None] * np.array([0.8, 0.9, 1.0]) * 30 * scale**2)
    return develop(light * 1.25 + lens(points, 1.15 * scale, 1.5), 1.35, 0.011, 0.2, saturation=1.25)


def eyepiece_jupiter(scale: float) -> Image.Image:
    """Jupiter and its four moons on 11 February, 00:00 UT, north up, as in a telescope."""
    w, h = size_of(SMALL, scale)
    when = time(2, 11)
    unit = 1.75 * scale                         # pixels an arcsecond
    geo = ae.GeoVector(ae.Body.Jupiter, when, True)
    to = np.array([geo.x, geo.y, geo.z])
    distance = np.linalg.norm(to)
    forward = to / distance
    up = np.array([0, 0, 1.0]) - forward * forward[2]
    up /= np.linalg.norm(up)
    west = np.cross(forward, up)
    system = ae.JupiterMoons(when.AddDays(-distance / 173.1446))
    px, py = np.meshgrid(np.arange(w) + 0.5, np.arange(h) + 0.5)
    view = np.clip((h * 0.485 - np.hypot(px - w / 2, py - h / 2)) / (6 * scale), 0, 1)
    picture = np.zeros((h, w, 3)) + np.array([0.006, 0.008, 0.013]) * view[..., None]
    radius = 98.47 / distance * unit
    colour, mask = jupiter(int(radius * 2.2) + 4, radius)
    picture = place(picture, (colour * 1.6, mask), w / 2, h / 2, 1.0, 0.35, 26 * scale)
    x, y = [], []
    for m in (system.io, system.europa, system.ganymede, system.callisto):
        offset = np.array([m.x, m.y, m.z])
        x.append(w / 2 + math.degrees(offset @ west / distance) * 3600 * unit)
        y.append(h / 2 - math.degrees(offset @ up / distance) * 3600 * unit)
    points = splat((h, w), np.array(x), np.array(y), np.array([[1, 0.93, 0.8], [1, 0.97, 0.92], [1, 0.95, 0.88], [0.75, 0.74, 0.72]]) * 26 * scale**2)
    rng = np.random.default_rng(2)
    points += splat((h, w), rng.random(60) * w, rng.random(60) * h, (rng.random(60) ** 4)[:, None] * np.array([1.0, 0.95, 0.9]) * 2.2)
    return develop((picture + lens(points, 1.25 * scale, 2.2)) * (0.04 + 0.96 * view[..., None]), 1.5, 0.012, 0.0, saturation=1.25)


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
    return develop(with_moon(photograph(night), camera, when, FISTERRA, radius, 1.5, 0.10, 0.030), 1.35, 0.012, 0.25, saturation=1.15)


def editor(scale: float) -> Image.Image:
    """The editor in profile at the eyepiece, lit by a red lamp from below."""
    size = size_of((1000, 1200), scale)
    w, h = size
    rng = np.random.default_rng(3)
    y = np.linspace(0, 1, h)[:, None, None]
    sky = np.array([0.010, 0.020, 0.042]) * (1 - y) + np.array([0.030, 0.040, 0.058]) * y * np.ones((h, w, 1))
    spots = splat((h, w), rng.random(260) * w, rng.random(260) * h * 0.95, (rng.random(260) ** 5)[:, None] * star_colour(rng.normal(0.5, 0.5, 260)) * 60 * scale**2)
    sky = sky + blur(spots, 3.2 * scale) + 0.5 * blur(spots, 9 * scale)
    k = scale

    def smooth(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * k, yy * k) for x, yy in _spline(points, closed=True)]

    face = smooth([(470, 318), (452, 352), (446, 392), (449, 420), (437, 440), (412, 488), (404, 506), (418, 520), (437, 524), (436, 540), (424, 556), (430, 572), (440, 580), (432, 592),
                   (430, 606), (442, 624), (440, 646), (450, 676), (484, 700), (530, 706), (562, 690), (590, 760), (700, 760), (760, 600), (770, 430), (720, 320), (600, 260), (520, 270)])
    hat = smooth([(452, 372), (440, 340), (450, 300), (470, 240), (520, 190), (600, 165), (690, 180), (752, 235), (785, 320), (792, 410), (770, 440), (700, 405), (600, 370), (520, 356)])
    brim = smooth([(442, 384), (436, 352), (450, 330), (520, 336), (620, 352), (720, 388), (796, 430), (800, 476), (776, 492), (700, 444), (600, 408), (510, 392)])
    hair = smooth([(700, 430), (790, 470), (812, 560), (800, 660), (780, 760), (700, 780), (640, 740), (640, 640), (668, 540)])
    scarf = smooth([(470, 700), (540, 680), (640, 690), (770, 690), (826, 740), (840, 820), (760, 872), (600, 880), (500, 850), (456, 790), (452, 738)])
    coat = smooth([(480, 830), (400, 900), (330, 1010), (290, 1130), (270, 1260), (1040, 1260), (1040, 1000), (960, 880), (830, 800), (640, 830)])
    tube = [(-10 * k, 560 * k), (150 * k, 470 * k), (214 * k, 574 * k), (-10 * k, 720 * k)]
    focuser = [(170 * k, 500 * k), (262 * k, 452 * k), (296 * k, 508 * k), (206 * k, 560 * k)]
    eyepiece = [(254 * k, 448 * k), (352 * k, 396 * k), (392 * k, 462 * k), (294 * k, 516 * k)]
    cup = [(346 * k, 388 * k), (396 * k, 362 * k), (436 * k, 430 * k), (388 * k, 470 * k)]
    layers = ((tube, 0.5), (focuser, 0.7), (eyepiece, 0.8), (cup, 0.3), (coat, 0.35), (hair, 0.30), (face, 1.0), (scarf, 0.75), (hat, 0.62), (brim, 0.72))
    knit = 1 + 0.35 * np.sin((np.arange(w)[None, :] * 0.92 + np.arange(h)[:, None] * 0.30) / (5.5 * k)) * np.sin((np.arange(h)[:, None] - 0.35 * np.arange(w)[None, :]) / (4.2 * k))
    px, py = np.meshgrid(np.arange(w) / k, np.arange(h) / k)
    lamp = np.exp(-np.hypot(px - 330, py - 700) / 420)
    for polygon, tone in layers:
        mask = shape(size, polygon)
        soft = blur(mask, 46 * k)
        height = blur(mask, 20 * k) * 1.4 + soft
        gy, gx = np.gradient(height)
        facing = np.clip((gx * 0.86 - gy * 0.52) * 60 * k, 0, 1.0)
        texture = knit if polygon in (hat, brim, scarf) else 1 + 0.06 * fractal(np.stack([px, py], -1) / 60, 4, 3)
        red = (0.05 + 1.25 * facing) * tone * lamp * texture
        cold = np.clip((-gx * 0.8 - gy * 0.2) * 40 * k, 0, 1) * 0.030 * tone
        colour = red[..., None] * np.array([1.0, 0.085, 0.030]) * 0.9 + cold[..., None] * np.array([0.55, 0.8, 1.2]) + 0.0022
        sky = over(sky, colour, mask)
    lash = stroke(size, [(452 * k, 436 * k), (478 * k, 446 * k), (500 * k, 440 * k)], 5 * k)
    brow = stroke(size, [(456 * k, 408 * k), (486 * k, 398 * k), (520 * k, 404 * k)], 7 * k)
    sky = sky * (1 - 0.7 * np.maximum(lash, brow * 0.7))[..., None]
    return develop(sky, 1.9, 0.016, 0.25, saturation=1.1)


def _spline(points: list[tuple[float, float]], closed: bool = False, steps: int = 14) -> list[tuple[float, float]]:
    """A Catmull-Rom curve through points."""
    p = np.array(points, float)
    p = np.concatenate([p[-1:], p, p[:2]]) if closed else np.concatenate([p[:1], p, p[-1:]])
    result = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False):
        for t in np.linspace(0, 1, steps, endpoint=False):
            result.append(tuple(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)))
    return [(float(x), float(y)) for x, y in result]


def signature() -> Image.Image:
    """The editor's name in ink, on a clear ground."""
    strokes = [[(6, 4), (22, -40), (44, -104), (52, -112), (56, -96), (60, -40), (70, 2), (84, -6), (94, -40), (92, -10), (100, 2), (112, -14), (122, -40), (146, -38), (124, -2), (140, 8), (134, 40), (116, 54), (112, 40), (136, 8),
                (162, -22), (186, -38), (166, -42), (154, -18), (166, 2), (184, -22), (190, -40), (186, -6), (198, 2), (214, -18), (236, -38), (216, -42), (204, -18), (214, 2), (234, -20), (254, -104), (258, -110), (244, -40), (242, -4), (254, 2),
                (270, -18), (292, -38), (272, -42), (260, -18), (272, 2), (290, -22), (296, -40), (292, -4), (306, 4), (340, -16), (392, -34), (420, -26), (380, 6), (250, 34), (120, 40), (96, 30)],
               [(8, -34), (40, -42), (92, -48)], [(96, -62), (98, -60)]]
    size = (1000, 440)
    ink = np.zeros((size[1], size[0]))
    for line in strokes:
        curve = [(60 + x * 2.05, 280 + y * 2.05) for x, y in _spline(line, steps=20)]
        for (x0, y0), (x1, y1) in zip(curve, curve[1:], strict=False):
            fall = max(y1 - y0, 0) / (math.hypot(x1 - x0, y1 - y0) + 1e-6)
            left, top = int(min(x0, x1) - 14), int(min(y0, y1) - 14)
            box = (int(abs(x1 - x0)) + 28, int(abs(y1 - y0)) + 28)
            mark = shape(box, discs=tuple((x0 + (x1 - x0) * t - left, y0 + (y1 - y0) * t - top, 2.0 + 2.5 * fall) for t in np.linspace(0, 1, 4)))
            region = ink[max(top, 0) : top + box[1], max(left, 0) : left + box[0]]
            np.maximum(region, mark[: region.shape[0], : region.shape[1]], out=region)
    rgb = np.broadcast_to(np.array([11, 45, 66], np.uint8), (*ink.shape, 3))
    return Image.fromarray(np.dstack([rgb, (ink * 255).astype(np.uint8)]), "RGBA").crop(Image.fromarray((ink * 255).astype(np.uint8)).getbbox())
