"""What people have put into the landscape: a dome, a lighthouse, a tent, people, birches. Linear colour with a soft mask."""

from __future__ import annotations

import math

import numpy as np
from paint import fractal, smoothstep
from PIL import Image, ImageDraw

Layer = tuple[np.ndarray, np.ndarray]
SAMPLES = 3


def shape(
    size: tuple[int, int], *polygons: list[tuple[float, float]], discs: tuple[tuple[float, float, float], ...] = ()
) -> np.ndarray:
    """An anti-aliased mask of polygons and discs (x, y, radius) in pixels."""
    w, h = size
    image = Image.new("L", (w * SAMPLES, h * SAMPLES), 0)
    draw = ImageDraw.Draw(image)
    for polygon in polygons:
        draw.polygon([(x * SAMPLES, y * SAMPLES) for x, y in polygon], fill=255)
    for x, y, r in discs:
        draw.ellipse([(x - r) * SAMPLES, (y - r) * SAMPLES, (x + r) * SAMPLES, (y + r) * SAMPLES], fill=255)
    return np.asarray(image.resize((w, h), Image.Resampling.BOX)) / 255.0


def stroke(size: tuple[int, int], points: list[tuple[float, float]], width: float) -> np.ndarray:
    w, h = size
    image = Image.new("L", (w * SAMPLES, h * SAMPLES), 0)
    ImageDraw.Draw(image).line(
        [(x * SAMPLES, y * SAMPLES) for x, y in points], fill=255, width=max(1, round(width * SAMPLES)), joint="curve"
    )
    return np.asarray(image.resize((w, h), Image.Resampling.BOX)) / 255.0


def dome(
    size: tuple[int, int],
    x: float,
    ground: float,
    radius: float,
    light: np.ndarray,
    colour: np.ndarray,
    ambient: np.ndarray,
    turn: float = 25.0,
    inside: tuple[float, float, float] = (0.55, 0.05, 0.015),
) -> Layer:
    """A dome on its drum, the slit `turn` degrees to the right of us with a lamp inside. `light` is x right, y up, z to us."""
    w, h = size
    px, py = np.meshgrid(np.arange(w) + 0.5, np.arange(h) + 0.5)
    drum = radius * 0.75
    spring = ground - drum
    nx, ny = (px - x) / radius, (spring - py) / radius
    nz = np.sqrt(np.clip(1 - nx**2 - np.clip(ny, 0, None) ** 2, 0, None))
    globe = np.stack([nx, np.clip(ny, 0, None), nz], -1)
    cap = shape(size, [(x + radius * math.cos(a), spring - radius * math.sin(a)) for a in np.linspace(0, math.pi, 90)])
    wall = shape(
        size, [(x - radius * 0.94, spring), (x + radius * 0.94, spring), (x + radius * 0.94, ground), (x - radius * 0.94, ground)]
    )
    rim = shape(
        size,
        [
            (x - radius * 1.03, spring - radius * 0.05),
            (x + radius * 1.03, spring - radius * 0.05),
            (x + radius * 1.03, spring + radius * 0.05),
            (x - radius * 1.03, spring + radius * 0.05),
        ],
    )
    t = math.radians(turn)
    along = globe[..., 0] * math.cos(t) - globe[..., 2] * math.sin(t)
    facing = globe[..., 0] * math.sin(t) + globe[..., 2] * math.cos(t)
    slit = (1 - smoothstep(0.15, 0.17, np.abs(along))) * (facing > -0.35) * smoothstep(0.10, 0.13, ny) * cap
    edge = np.exp(-(((np.abs(along) - 0.19) / 0.02) ** 2)) * (facing > -0.35) * (ny > 0.05)
    ribs = 1 - 0.10 * np.exp(-((((np.degrees(np.arctan2(globe[..., 0], globe[..., 2])) + 400) % 20 - 10) / 0.9) ** 2))
    lit = np.clip(globe @ light, 0, None)
    tone = 0.62 * ribs * (1 + 0.04 * fractal(np.stack([nx, ny], -1) * 9, 3, 4))
    surface = tone[..., None] * (lit[..., None] * colour + ambient * (0.6 + 0.4 * globe[..., 1:2])) * (1 + 0.5 * edge[..., None])
    drum_normal = np.stack([nx, np.zeros_like(nx), np.sqrt(np.clip(1 - nx**2, 0, None))], -1)
    wall_light = 0.5 * (np.clip(drum_normal @ light, 0, None)[..., None] * colour + ambient * 0.7)
    picture = np.where(wall[..., None] > 0.5, wall_light, surface)
    picture = picture * (1 - rim[..., None] * 0.45)
    glow = np.array(inside) * (0.35 + 0.9 * np.exp(-np.clip(ny - 0.1, 0, None) * 2.2))[..., None]
    picture = picture * (1 - slit[..., None]) + glow * slit[..., None]
    door = shape(
        size,
        [
            (x - radius * 0.50, ground - drum * 0.66),
            (x - radius * 0.22, ground - drum * 0.66),
            (x - radius * 0.22, ground),
            (x - radius * 0.50, ground),
        ],
    )
    picture = picture * (1 - 0.55 * door[..., None])
    return picture, np.maximum(np.maximum(cap, wall), rim)


def lighthouse(size: tuple[int, int], x: float, ground: float, height: float) -> tuple[np.ndarray, tuple[float, float]]:
    """A tower's mask and the place of its lamp."""
    b, t = height * 0.085, height * 0.055
    top = ground - height * 0.82
    lamp = (x, top - height * 0.075)
    parts = [
        [(x - b, ground), (x + b, ground), (x + t, top), (x - t, top)],
        [(x - t * 1.55, top), (x + t * 1.55, top), (x + t * 1.55, top - height * 0.018), (x - t * 1.55, top - height * 0.018)],
        [
            (x - t * 0.82, top - height * 0.115),
            (x + t * 0.82, top - height * 0.115),
            (x + t * 0.25, top - height * 0.165),
            (x - t * 0.25, top - height * 0.165),
        ],
        [
            (x - t * 0.08, top - height * 0.16),
            (x + t * 0.08, top - height * 0.16),
            (x + t * 0.05, top - height * 0.22),
            (x - t * 0.05, top - height * 0.22),
        ],
        [
            (x - b * 4.6, ground + height * 0.10),
            (x - b * 0.8, ground + height * 0.05),
            (x - b * 0.8, ground - height * 0.17),
            (x - b * 2.7, ground - height * 0.27),
            (x - b * 4.6, ground - height * 0.17),
        ],
    ]
    bars = [
        [
            (x + t * k - t * 0.05, top),
            (x + t * k + t * 0.05, top),
            (x + t * k + t * 0.05, top - height * 0.12),
            (x + t * k - t * 0.05, top - height * 0.12),
        ]
        for k in (-0.75, -0.25, 0.25, 0.75)
    ]
    return shape(size, *parts, *bars), lamp


def person(size: tuple[int, int], x: float, ground: float, height: float, look: float = 0.0) -> np.ndarray:
    """A standing figure in a coat; `look` leans the head back."""
    h = height
    body = [
        (x - 0.10 * h, ground),
        (x - 0.02 * h, ground),
        (x, ground - 0.36 * h),
        (x + 0.02 * h, ground),
        (x + 0.10 * h, ground),
        (x + 0.13 * h, ground - 0.42 * h),
        (x + 0.155 * h, ground - 0.68 * h),
        (x + 0.10 * h, ground - 0.83 * h),
        (x + 0.02 * h, ground - 0.86 * h),
        (x - 0.06 * h, ground - 0.85 * h),
        (x - 0.13 * h, ground - 0.80 * h),
        (x - 0.16 * h, ground - 0.60 * h),
        (x - 0.14 * h, ground - 0.40 * h),
    ]
    head = (x - look * 0.05 * h, ground - 0.925 * h, 0.072 * h)
    hat = (x - look * 0.07 * h, ground - 0.965 * h, 0.055 * h)
    return shape(size, body, discs=(head, hat))


def tent(
    size: tuple[int, int], x: float, ground: float, width: float, warm: tuple[float, float, float] = (0.9, 0.42, 0.10)
) -> Layer:
    """A lit tent."""
    h = width * 0.62
    outline = [
        (x - width / 2, ground),
        (x - width * 0.30, ground - h * 0.72),
        (x - width * 0.02, ground - h),
        (x + width * 0.28, ground - h * 0.75),
        (x + width / 2, ground),
    ]
    mask = shape(size, outline)
    px, py = np.meshgrid(np.arange(size[0]) + 0.5, np.arange(size[1]) + 0.5)
    lamp = np.exp(-(np.hypot((px - x) / width, (py - ground + h * 0.35) / width * 1.3) ** 2) * 5)
    seams = 1 - 0.35 * np.exp(-((np.abs(px - x - (ground - py) * 0.04) / (width * 0.012)) ** 2))
    for side in (-0.24, 0.23):
        seams = seams * (1 - 0.25 * np.exp(-(((px - x - side * width * (1 - 0.0 * py)) / (width * 0.010)) ** 2)))
    return (lamp * seams)[..., None] * np.array(warm) * 1.3 + 0.01, mask


def birches(size: tuple[int, int], seed: int, count: int, tallest: float) -> np.ndarray:
    """Bare trees from the lower edge upwards."""
    rng = np.random.default_rng(seed)
    w, h = size
    image = Image.new("L", (w * 2, h * 2), 0)
    draw = ImageDraw.Draw(image)

    def branch(x: float, y: float, angle: float, length: float, width: float, depth: int) -> None:
        steps = 5
        for _ in range(steps):
            nx, ny = x + math.cos(angle) * length / steps, y - math.sin(angle) * length / steps
            draw.line([(x * 2, y * 2), (nx * 2, ny * 2)], fill=255, width=max(1, round(width * 2)))
            x, y, width = nx, ny, width * 0.90
            angle += rng.normal(0, 0.06) + (math.pi / 2 - angle) * 0.04
            if depth and width > 0.35:
                for side in (-1, 1):
                    if rng.random() < 0.62:
                        branch(
                            x,
                            y,
                            angle + side * rng.uniform(0.35, 0.85),
                            length * rng.uniform(0.30, 0.52),
                            width * 0.55,
                            depth - 1,
                        )
        if depth:
            branch(x, y, angle, length * 0.55, width * 0.9, depth - 1)

    for _ in range(count):
        top = tallest * rng.uniform(0.55, 1.0)
        branch(rng.uniform(-0.02, 1.02) * w, h + 5, math.pi / 2 + rng.normal(0, 0.05), top * 0.62, top * 0.020, 4)
    return np.asarray(image.resize((w, h), Image.Resampling.BOX)) / 255.0


def hill(size: tuple[int, int], heights: list[tuple[float, float]], rough: float, seed: int) -> np.ndarray:
    """The mask of a near hill: control points (x, y) in shares of the picture, and roughness in pixels."""
    w, h = size
    x = np.arange(w) + 0.5
    xs, ys = zip(*heights, strict=True)
    line = np.interp(x / w, xs, ys) * h
    line = np.convolve(np.pad(line, 200, mode="edge"), np.hanning(401) / np.hanning(401).sum(), mode="valid")[:w]
    line = line + rough * fractal(np.stack([x / w * 14, np.full(w, 0.5)], -1), 7, seed, 0.55)
    y = np.arange(h)[:, None] + 0.5
    return np.clip(y - line[None, :] + 0.5, 0, 1)
