"""Mountains, snow, water: a height field seen through a camera, lit by the Moon or the dusk."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit, prange
from paint import fractal, smoothstep
from scipy import ndimage
from sky import Camera, direction


@dataclass(frozen=True)
class Terrain:
    """A square of `side` km: heights in km above the eye's sea level, north up, the camera at its middle."""

    height: np.ndarray
    side: float

    def sample(self, east: np.ndarray, north: np.ndarray, field: np.ndarray | None = None) -> np.ndarray:
        """The height (or another field of the same grid) at places given in km from the middle."""
        n = self.height.shape[0]
        col = (east / self.side + 0.5) * (n - 1)
        row = (0.5 - north / self.side) * (n - 1)
        return ndimage.map_coordinates(self.height if field is None else field, [row, col], order=1, mode="nearest")


def mountains(seed: int, side: float, relief: float, valley: float, floor: float, cells: float = 5.0, n: int = 1536) -> Terrain:
    """Ridged mountains round a valley of radius `valley` km whose floor is at `floor` km; peaks reach `relief` km over it."""
    axis = np.linspace(-0.5, 0.5, n)
    x, y = np.meshgrid(axis, -axis)
    points = np.stack([x, y], -1) * cells + 31.7
    warp = np.stack([fractal(points * 0.9, 4, seed + 50), fractal(points * 0.9, 4, seed + 60)], -1)
    points = points + 0.35 * warp
    total, size, weight = np.zeros((n, n)), 1.0, np.ones((n, n))
    for octave in range(9):
        ridge = (1 - np.abs(fractal(points * 2.0**octave, 1, seed + octave))) ** 2
        total += size * ridge * weight
        weight = np.clip(ridge * 1.6, 0.15, 1)
        size *= 0.47
    total = (total - total.min()) / (total.max() - total.min())
    distance = np.hypot(x, y) * side
    rise = smoothstep(valley * 0.55, valley * 1.9, distance)
    height = floor + rise * relief * total**1.35 + (1 - rise) * 0.012 * relief * total
    return Terrain(height, side)


@njit(cache=True, parallel=True)
def _shadows(height: np.ndarray, drow: float, dcol: float, climb: float) -> np.ndarray:
    n = height.shape[0]
    lit = np.ones((n, n))
    for row in prange(n):
        for col in range(n):
            r, c, h, clear = float(row), float(col), height[row, col] + 0.004, 1.0
            for _ in range(260):
                r, c, h = r + drow, c + dcol, h + climb
                if r < 0 or c < 0 or r >= n - 1 or c >= n - 1:
                    break
                i, j = int(r), int(c)
                fr, fc = r - i, c - j
                ground = (height[i, j] * (1 - fr) + height[i + 1, j] * fr) * (1 - fc) + (
                    height[i, j + 1] * (1 - fr) + height[i + 1, j + 1] * fr
                ) * fc
                clear = min(clear, 0.5 + (h - ground) / 0.03)
                if clear <= 0:
                    clear = 0.0
                    break
            lit[row, col] = clear
    return lit


def shadows(terrain: Terrain, light: np.ndarray) -> np.ndarray:
    """1 where the light (a direction) reaches the ground, 0 in cast shadow, soft between."""
    north, west, up = light
    horizontal = np.hypot(north, west)
    cell = terrain.side / (terrain.height.shape[0] - 1)
    return _shadows(terrain.height, -north / horizontal, -west / horizontal, up / horizontal * cell)


@dataclass(frozen=True)
class Lighting:
    """A main light (direction and linear colour), the sky's ambient colour, and the haze far land fades into."""

    light: np.ndarray
    colour: np.ndarray
    ambient: np.ndarray
    haze: np.ndarray
    haze_km: float = 60.0
    rock: float = 0.12
    snow: float = 0.85


def render(
    terrain: Terrain, camera: Camera, lighting: Lighting, eye: float, near: float = 0.25, snow_slope: float = 0.75, seed: int = 5
) -> tuple[np.ndarray, np.ndarray]:
    """The land as the camera sees it from `eye` km, and its mask (0 sky … 1 land), both at the camera's size."""
    w, h = camera.size
    columns = np.arange(w) + 0.5 - w / 2
    alpha = np.arctan(columns / camera.focal)
    azimuth = np.radians(camera.azimuth) + np.arctan2(np.sin(alpha), np.cos(alpha) * np.cos(np.radians(camera.altitude)))
    far = terrain.side * 0.49
    distance = near * (far / near) ** np.linspace(0, 1, 1500)
    east, north = distance[:, None] * np.sin(azimuth), distance[:, None] * np.cos(azimuth)
    ground = terrain.sample(east, north) - distance[:, None] ** 2 / 14000
    forward, up = np.cos(np.radians(camera.altitude)), np.sin(np.radians(camera.altitude))
    ahead = distance[:, None] * np.cos(azimuth - np.radians(camera.azimuth))
    rise = ground - eye
    row = h / 2 - camera.focal * (rise * forward - ahead * up) / np.maximum(ahead * forward + rise * up, 1e-6)
    top = np.minimum.accumulate(row, axis=0)
    rows = np.arange(h) + 0.5
    index = np.empty((h, w), int)
    for c in range(w):
        index[:, c] = np.searchsorted(-top[:, c], -rows, side="left")
    land = index < len(distance)
    index = np.minimum(index, len(distance) - 1)
    cols = np.broadcast_to(np.arange(w), (h, w))
    before = np.maximum(index - 1, 0)
    share = np.clip((top[before, cols] - rows[:, None]) / np.maximum(top[before, cols] - top[index, cols], 1e-6), 0, 1)
    reach = distance[before] + share * (distance[index] - distance[before])
    colour = _shade(terrain, lighting, reach * np.sin(azimuth), reach * np.cos(azimuth), reach, snow_slope, seed)
    mask = np.clip(rows[:, None] - top[-1][None, :] + 0.5, 0, 1)
    return colour, np.where(land | (mask > 0), mask, 0.0)


def _shade(
    terrain: Terrain, lighting: Lighting, east: np.ndarray, north: np.ndarray, distance: np.ndarray, snow_slope: float, seed: int
) -> np.ndarray:
    n = terrain.height.shape[0]
    cell = terrain.side / (n - 1)
    down, right = np.gradient(terrain.height, cell)
    slope_east, slope_north = terrain.sample(east, north, right), -terrain.sample(east, north, down)
    detail = fractal(np.stack([east, north], -1) * 9, 6, seed, 0.6) * 0.16
    normal = np.stack([-slope_north + detail, slope_east + detail, np.ones_like(east)], -1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    lit = terrain.sample(east, north, shadows(terrain, lighting.light))
    steep = np.hypot(slope_east, slope_north) + 0.25 * detail * 10 * 0.3
    snow = 1 - smoothstep(snow_slope * 0.75, snow_slope * 1.25, steep)
    albedo = lighting.rock + (lighting.snow - lighting.rock) * snow
    lambert = np.clip(normal @ lighting.light, 0, None) * lit
    sky = 0.55 + 0.45 * normal[..., 2]
    colour = albedo[..., None] * (lambert[..., None] * lighting.colour + sky[..., None] * lighting.ambient)
    veil = 1 - np.exp(-distance / lighting.haze_km)
    return colour * (1 - veil[..., None]) + lighting.haze * veil[..., None]


def water(
    camera: Camera,
    sky_at: object,
    eye: float,
    wind: float,
    seed: int,
    glint: np.ndarray | None = None,
    glint_colour: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """A lake or the sea from `eye` metres: the colour at every pixel under the horizon, and the mask.

    `sky_at(directions)` gives the sky's linear colour; `wind` is the mean slope of the waves; `glint` the direction of the
    Moon or a planet with its light's colour.
    """
    rays = camera.rays()
    down = -rays[..., 2]
    mask = smoothstep(-0.0002, 0.0012, down)
    reach = eye / np.maximum(down, 1e-4)
    plane = np.stack([rays[..., 0] * reach, rays[..., 1] * reach], -1)
    rng = np.random.default_rng(seed)
    slopes = np.zeros((*down.shape, 2))
    for scale, share in ((0.9, 0.45), (4.0, 0.5), (19.0, 0.45), (90.0, 0.3)):
        resolved = np.clip(scale / (reach * reach / eye / camera.focal + 1e-6), 0, 1)
        for axis in (0, 1):
            slopes[..., axis] += share * resolved * fractal(plane / scale, 3, seed + 7 * axis + int(scale * 10))
        slopes += (share * (1 - resolved) * 0.55)[..., None] * rng.normal(size=(*down.shape, 2))
    slopes *= wind
    normal = np.concatenate([slopes, np.ones((*down.shape, 1))], -1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    mirrored = rays - 2 * (rays * normal).sum(-1, keepdims=True) * normal
    mirrored[..., 2] = np.abs(mirrored[..., 2]) + 0.004
    mirrored /= np.linalg.norm(mirrored, axis=-1, keepdims=True)
    cosine = np.clip((-rays * normal).sum(-1), 0, 1)
    fresnel = 0.02 + 0.98 * (1 - cosine) ** 5
    colour = sky_at(mirrored) * fresnel[..., None]
    if glint is not None:
        angle = np.degrees(np.arccos(np.clip(mirrored @ glint, -1, 1)))
        colour += (
            glint_colour * (np.exp(-((angle / 1.1) ** 2)) + 0.03 * np.exp(-((angle / 5) ** 2)))[..., None] * fresnel[..., None]
        )
    return colour, mask


__all__ = ["Lighting", "Terrain", "direction", "mountains", "render", "shadows", "water"]
