"""The editor: her portrait at the eyepiece and her name in ink."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from nightscape import over
from paint import blur, develop, fractal, splat
from PIL import Image
from props import shape, stroke
from scenes import size_of
from sky import star_colour


def editor(scale: float) -> Image.Image:
    """The editor in profile at the eyepiece, lit by a red lamp from below."""
    size = size_of((1000, 1200), scale)
    w, h = size
    rng = np.random.default_rng(3)
    y = np.linspace(0, 1, h)[:, None, None]
    sky = np.array([0.010, 0.020, 0.042]) * (1 - y) + np.array([0.030, 0.040, 0.058]) * y * np.ones((h, w, 1))
    spots = splat(
        (h, w),
        rng.random(260) * w,
        rng.random(260) * h * 0.95,
        (rng.random(260) ** 5)[:, None] * star_colour(rng.normal(0.5, 0.5, 260)) * 60 * scale**2,
    )
    sky = sky + blur(spots, 3.2 * scale) + 0.5 * blur(spots, 9 * scale)
    k = scale

    def smooth(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * k, yy * k) for x, yy in _spline(points, closed=True)]

    face = smooth(
        [
            (470, 318),
            (452, 352),
            (446, 392),
            (449, 420),
            (437, 440),
            (412, 488),
            (404, 506),
            (418, 520),
            (437, 524),
            (436, 540),
            (424, 556),
            (430, 572),
            (440, 580),
            (432, 592),
            (430, 606),
            (442, 624),
            (440, 646),
            (450, 676),
            (484, 700),
            (530, 706),
            (562, 690),
            (590, 760),
            (700, 760),
            (760, 600),
            (770, 430),
            (720, 320),
            (600, 260),
            (520, 270),
        ]
    )
    hat = smooth(
        [
            (452, 372),
            (440, 340),
            (450, 300),
            (470, 240),
            (520, 190),
            (600, 165),
            (690, 180),
            (752, 235),
            (785, 320),
            (792, 410),
            (770, 440),
            (700, 405),
            (600, 370),
            (520, 356),
        ]
    )
    brim = smooth(
        [
            (442, 384),
            (436, 352),
            (450, 330),
            (520, 336),
            (620, 352),
            (720, 388),
            (796, 430),
            (800, 476),
            (776, 492),
            (700, 444),
            (600, 408),
            (510, 392),
        ]
    )
    hair = smooth([(700, 430), (790, 470), (812, 560), (800, 660), (780, 760), (700, 780), (640, 740), (640, 640), (668, 540)])
    scarf = smooth(
        [
            (470, 700),
            (540, 680),
            (640, 690),
            (770, 690),
            (826, 740),
            (840, 820),
            (760, 872),
            (600, 880),
            (500, 850),
            (456, 790),
            (452, 738),
        ]
    )
    coat = smooth(
        [
            (480, 830),
            (400, 900),
            (330, 1010),
            (290, 1130),
            (270, 1260),
            (1040, 1260),
            (1040, 1000),
            (960, 880),
            (830, 800),
            (640, 830),
        ]
    )
    tube = [(-10 * k, 560 * k), (150 * k, 470 * k), (214 * k, 574 * k), (-10 * k, 720 * k)]
    focuser = [(170 * k, 500 * k), (262 * k, 452 * k), (296 * k, 508 * k), (206 * k, 560 * k)]
    eyepiece = [(254 * k, 448 * k), (352 * k, 396 * k), (392 * k, 462 * k), (294 * k, 516 * k)]
    cup = [(346 * k, 388 * k), (396 * k, 362 * k), (436 * k, 430 * k), (388 * k, 470 * k)]
    layers = (
        (tube, 0.5),
        (focuser, 0.7),
        (eyepiece, 0.8),
        (cup, 0.3),
        (coat, 0.35),
        (hair, 0.30),
        (face, 1.0),
        (scarf, 0.75),
        (hat, 0.62),
        (brim, 0.72),
    )
    knit = 1 + 0.35 * np.sin((np.arange(w)[None, :] * 0.92 + np.arange(h)[:, None] * 0.30) / (5.5 * k)) * np.sin(
        (np.arange(h)[:, None] - 0.35 * np.arange(w)[None, :]) / (4.2 * k)
    )
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
            x, y = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
            result.append((float(x), float(y)))
    return result


def signature() -> Image.Image:
    """The editor's name in ink, on a clear ground."""
    strokes = [
        [
            (6, 4),
            (22, -40),
            (44, -104),
            (52, -112),
            (56, -96),
            (60, -40),
            (70, 2),
            (84, -6),
            (94, -40),
            (92, -10),
            (100, 2),
            (112, -14),
            (122, -40),
            (146, -38),
            (124, -2),
            (140, 8),
            (134, 40),
            (116, 54),
            (112, 40),
            (136, 8),
            (162, -22),
            (186, -38),
            (166, -42),
            (154, -18),
            (166, 2),
            (184, -22),
            (190, -40),
            (186, -6),
            (198, 2),
            (214, -18),
            (236, -38),
            (216, -42),
            (204, -18),
            (214, 2),
            (234, -20),
            (254, -104),
            (258, -110),
            (244, -40),
            (242, -4),
            (254, 2),
            (270, -18),
            (292, -38),
            (272, -42),
            (260, -18),
            (272, 2),
            (290, -22),
            (296, -40),
            (292, -4),
            (306, 4),
            (340, -16),
            (392, -34),
            (420, -26),
            (380, 6),
            (250, 34),
            (120, 40),
            (96, 30),
        ],
        [(8, -34), (40, -42), (92, -48)],
        [(96, -62), (98, -60)],
    ]
    size = (1000, 440)
    ink = np.zeros((size[1], size[0]))
    for line in strokes:
        curve = [(60 + x * 2.05, 280 + y * 2.05) for x, y in _spline(line, steps=20)]
        for (x0, y0), (x1, y1) in pairwise(curve):
            fall = max(y1 - y0, 0) / (math.hypot(x1 - x0, y1 - y0) + 1e-6)
            left, top = int(min(x0, x1) - 14), int(min(y0, y1) - 14)
            box = (int(abs(x1 - x0)) + 28, int(abs(y1 - y0)) + 28)
            mark = shape(
                box,
                discs=tuple(
                    (x0 + (x1 - x0) * t - left, y0 + (y1 - y0) * t - top, 2.0 + 2.5 * fall) for t in np.linspace(0, 1, 4)
                ),
            )
            region = ink[max(top, 0) : top + box[1], max(left, 0) : left + box[0]]
            np.maximum(region, mark[: region.shape[0], : region.shape[1]], out=region)
    rgb = np.broadcast_to(np.array([11, 45, 66], np.uint8), (*ink.shape, 3))
    return Image.fromarray(np.dstack([rgb, (ink * 255).astype(np.uint8)]), "RGBA").crop(
        Image.fromarray((ink * 255).astype(np.uint8)).getbbox()
    )
