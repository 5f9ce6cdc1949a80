"""Light on a grid: noise, point-spread, film. Pictures are linear-light float arrays (height, width, 3) until `develop`."""

from __future__ import annotations

import numpy as np
from numba import njit, prange
from PIL import Image
from scipy import ndimage


def smoothstep(low: float, high: float, x: np.ndarray) -> np.ndarray:
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


@njit(cache=True)
def _corner(x: int, y: int, z: int, seed: int) -> float:
    h = (x * 374761393 + y * 668265263 + z * 1440662683 + seed * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1103515245) & 0xFFFFFFFF
    h = ((h ^ (h >> 16)) * 69069) & 0xFFFFFFFF
    h ^= h >> 15
    return h / 2147483648.0 - 1.0


@njit(cache=True, parallel=True)
def _fractal(points: np.ndarray, octaves: int, seed: int, gain: float) -> np.ndarray:
    result = np.zeros(points.shape[0])
    norm = 0.0
    for octave in range(octaves):
        norm += gain**octave
    for n in prange(points.shape[0]):
        total, size, scale = 0.0, 1.0, 1.0
        for octave in range(octaves):
            shift = 17.3 * octave
            px, py, pz = points[n, 0] * scale + shift, points[n, 1] * scale + shift, points[n, 2] * scale + shift
            ix, iy, iz = int(np.floor(px)), int(np.floor(py)), int(np.floor(pz))
            fx, fy, fz = px - ix, py - iy, pz - iz
            fx, fy, fz = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy), fz * fz * (3 - 2 * fz)
            value = 0.0
            for dz in range(2):
                wz = fz if dz else 1 - fz
                if wz == 0:
                    continue
                for dy in range(2):
                    wy = fy if dy else 1 - fy
                    low = _corner(ix, iy + dy, iz + dz, seed + octave)
                    high = _corner(ix + 1, iy + dy, iz + dz, seed + octave)
                    value += wz * wy * (low + (high - low) * fx)
            total += size * value
            size *= gain
            scale *= 2.0
        result[n] = total / norm
    return result


def fractal(points: np.ndarray, octaves: int, seed: int, gain: float = 0.5) -> np.ndarray:
    """Fractal noise, about −1…1, at points (…, 2 or 3) of lattices of spacing 1, 1/2, 1/4 …"""
    flat = points.reshape(-1, points.shape[-1])
    if flat.shape[1] == 2:
        flat = np.concatenate([flat, np.zeros((len(flat), 1))], axis=1)
    return _fractal(np.ascontiguousarray(flat, dtype=np.float64), octaves, seed, gain).reshape(points.shape[:-1])


def blur(image: np.ndarray, sigma: float) -> np.ndarray:
    """Gaussian blur of a picture; wide ones on a smaller copy."""
    if sigma <= 6:
        return ndimage.gaussian_filter(image, (sigma, sigma, 0)[: image.ndim], mode="nearest", truncate=3)
    step = int(sigma // 3)
    h, w = image.shape[:2]
    pad = [(0, -h % step), (0, -w % step), (0, 0)][: image.ndim]
    padded = np.pad(image, pad, mode="edge")
    small = padded.reshape(padded.shape[0] // step, step, padded.shape[1] // step, step, *image.shape[2:]).mean((1, 3))
    small = ndimage.gaussian_filter(small, (sigma / step, sigma / step, 0)[: image.ndim], mode="nearest")
    zoom = (padded.shape[0] / small.shape[0], padded.shape[1] / small.shape[1], 1)[: image.ndim]
    return ndimage.zoom(small, zoom, order=1)[:h, :w]


def splat(shape: tuple[int, int], x: np.ndarray, y: np.ndarray, light: np.ndarray) -> np.ndarray:
    """Point sources, each spread over its four nearest pixels."""
    h, w = shape
    image = np.zeros((h, w, 3))
    x, y = x - 0.5, y - 0.5
    ix, iy = np.floor(x).astype(int), np.floor(y).astype(int)
    for dx in (0, 1):
        for dy in (0, 1):
            weight = np.abs(1 - dx - (x - ix)) * np.abs(1 - dy - (y - iy))
            ok = (ix + dx >= 0) & (ix + dx < w) & (iy + dy >= 0) & (iy + dy < h)
            np.add.at(image, (iy[ok] + dy, ix[ok] + dx), light[ok] * weight[ok, None])
    return image


def lens(points: np.ndarray, scale: float = 1.0, glow: float = 1.0) -> np.ndarray:
    """What a good lens makes of point sources: a core, a skirt and a faint wide glow. `scale` is for larger pictures."""
    return 0.90 * blur(points, 0.8 * scale) + glow * (
        0.075 * blur(points, 2.2 * scale) + 0.02 * blur(points, 7 * scale) + 0.006 * blur(points, 26 * scale)
    )


def develop(
    image: np.ndarray, exposure: float = 1.0, grain: float = 0.012, vignette: float = 0.25, seed: int = 1, saturation: float = 1.0
) -> Image.Image:
    """Linear light to a photograph: shoulder, vignette, grain, sRGB."""
    h, w = image.shape[:2]
    y, x = np.mgrid[0:h, 0:w]
    radius = ((x - w / 2) ** 2 + (y - h / 2) ** 2) / ((w / 2) ** 2 + (h / 2) ** 2)
    light = np.clip(image * exposure * (1 - vignette * radius)[..., None], 0, None)
    light = 1 - np.exp(-light)
    grey = light.mean(-1, keepdims=True)
    light = np.clip(grey + (light - grey) * saturation, 0, 1)
    code = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    code = code + 0.10 * np.sin(2 * np.pi * (code - 0.5)) / 2 * (code > 0.0) * smoothstep(0.02, 0.2, code)
    rng = np.random.default_rng(seed)
    noise = ndimage.gaussian_filter(rng.normal(size=(h, w, 3)), (0.6, 0.6, 0)) * 1.6
    noise = 0.65 * noise.mean(-1, keepdims=True) + 0.35 * noise
    code = code + noise * grain * (1.1 - code)
    return Image.fromarray((np.clip(code, 0, 1) * 255 + 0.5).astype(np.uint8))
