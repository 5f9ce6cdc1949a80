"""Transformations of a PDF's content: (a, b, c, d, e, f) takes (x, y) to (ax + cy + e, bx + dy + f)."""

from __future__ import annotations

from math import sqrt
from typing import Any

from digest_studio.assets.pdfboxes import Box, entry

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def form_box(form: Any, to_page: Matrix) -> Box | None:
    """Where a form's BBox lies; None for what has none."""
    bounds = entry(form, "/BBox")
    if bounds is None or len(bounds) != 4:
        return None
    a, b, c, d, e, f = times(matrix(entry(form, "/Matrix")), to_page)
    x0, y0, x1, y1 = (float(side) for side in bounds)
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    return (min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points))


def matrix(values: Any) -> Matrix:
    if values is None or len(values) != 6:
        return IDENTITY
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The transformation that does `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def scale(of: Matrix) -> float:
    """How many times larger areas' sides become."""
    a, b, c, d, _, _ = of
    return sqrt(abs(a * d - b * c))
