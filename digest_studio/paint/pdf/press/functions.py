"""Functions of one number in a PDF (ISO 32000-1, 7.10), as far as gradients use them: sampled, exponential, stitched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from digest_studio.assets.limits import MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import entry, items
from digest_studio.base.say import say

if TYPE_CHECKING:
    from pikepdf import Object

Curve = Callable[[float], tuple[float, ...]]


class Unconvertible(ValueError):
    """What a page is painted with cannot be converted; the message says what."""


def curve(function: Any, depth: int = 0) -> Curve:
    """The function, or an array of functions with one result each. Raises Unconvertible for other kinds."""
    if depth > MAX_PDF_NESTING:
        raise Unconvertible(say("a gradient is nested too deeply"))
    if getattr(function, "_type_name", "") == "array":
        parts = [curve(part, depth + 1) for part in function]
        return lambda x: tuple(part(x)[0] for part in parts)
    match int(entry(function, "/FunctionType")):
        case 0:
            return _sampled(function)
        case 2:
            return _exponential(function)
        case 3:
            return _stitched(function, depth)
    raise Unconvertible(say("a gradient is a program"))


def domain(function: Any) -> tuple[float, float]:
    """From which number to which the function goes."""
    first = function[0] if getattr(function, "_type_name", "") == "array" else function
    low, high = _floats(entry(first, "/Domain"))[:2] or (0.0, 1.0)
    return low, high


def _exponential(function: Object) -> Curve:
    start, end = _floats(entry(function, "/C0")) or (0.0,), _floats(entry(function, "/C1")) or (1.0,)
    power = float(entry(function, "/N"))
    return lambda x: tuple(a + max(x, 0.0) ** power * (b - a) for a, b in zip(start, end, strict=True))


def _stitched(function: Object, depth: int) -> Curve:
    low, high = domain(function)
    parts = [curve(part, depth + 1) for part in items(entry(function, "/Functions"))]
    bounds = (low, *_floats(entry(function, "/Bounds")), high)
    encode = _floats(entry(function, "/Encode"))

    def value(x: float) -> tuple[float, ...]:
        x = min(max(x, low), high)
        which = max((n for n in range(len(parts)) if x >= bounds[n]), default=0)
        a, b, e0, e1 = bounds[which], bounds[which + 1], encode[2 * which], encode[2 * which + 1]
        return parts[which](e0 if b == a else e0 + (x - a) / (b - a) * (e1 - e0))

    return value


def _sampled(function: Object) -> Curve:
    sizes, bits = items(entry(function, "/Size")), int(entry(function, "/BitsPerSample"))
    if len(sizes) != 1 or bits != 8:
        raise Unconvertible(say("a gradient has samples of another kind"))
    low, high = domain(function)
    ranges = _floats(entry(function, "/Range"))
    count, results = int(sizes[0]), len(ranges) // 2
    encode = _floats(entry(function, "/Encode")) or (0.0, float(count - 1))
    decode = _floats(entry(function, "/Decode")) or ranges
    data = function.read_bytes()
    if count < 1 or len(data) < count * results:
        raise Unconvertible(say("a gradient's samples are cut short"))

    def at(index: int) -> tuple[float, ...]:
        row = data[index * results : (index + 1) * results]
        return tuple(decode[2 * n] + value / 255 * (decode[2 * n + 1] - decode[2 * n]) for n, value in enumerate(row))

    def value(x: float) -> tuple[float, ...]:
        place = encode[0] + (min(max(x, low), high) - low) / ((high - low) or 1.0) * (encode[1] - encode[0])
        place = min(max(place, 0.0), count - 1.0)
        first = int(place)
        a, b = at(first), at(min(first + 1, count - 1))
        return tuple(p + (place - first) * (q - p) for p, q in zip(a, b, strict=True))

    return value


def _floats(array: Any) -> tuple[float, ...]:
    return tuple(float(value) for value in items(array))
