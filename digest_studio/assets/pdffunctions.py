"""Functions of a PDF (ISO 32000-1, 7.10), of any number of parameters: sampled, exponential, stitched, programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from digest_studio.assets.limits import MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import entry, items
from digest_studio.assets.pdfprogram import program
from digest_studio.base.say import say

if TYPE_CHECKING:
    from pikepdf import Object

Values = tuple[float, ...]

MOST_SAMPLES = 4_000_000
"""Numbers in a sampled function: four inks of four others at 31 steps each."""
_MOST_PARAMETERS = 8
_MOST_RESULTS = 32


class Function(NamedTuple):
    """A function: `domain` has a pair of bounds for each parameter; to call it once costs about `cost` steps."""

    call: Callable[[Sequence[float]], Values]
    domain: tuple[tuple[float, float], ...]
    cost: int


class Uncomputable(ValueError):
    """No function that we compute; the message says why."""


def function_of(function: Any, depth: int = 0) -> Function:
    """The function, or an array of functions, whose results stand in a row. Raises Uncomputable, BrokenProgram, and what
    pikepdf raises of damage."""
    if depth > MAX_PDF_NESTING:
        raise Uncomputable(say("a gradient is nested too deeply"))
    if parts := items(function):
        if len(parts) > _MOST_RESULTS:
            raise Uncomputable(say("a gradient cannot be computed"))
        made = [function_of(part, depth + 1) for part in parts]
        return Function(lambda at: tuple(part.call(at)[0] for part in made), made[0].domain, sum(part.cost for part in made))
    domain = pairs(entry(function, "/Domain"))
    if not 1 <= len(domain) <= _MOST_PARAMETERS:
        raise Uncomputable(say("a gradient cannot be computed"))
    call, cost = _made(function, domain, depth)
    ranges = pairs(entry(function, "/Range"))
    return Function(lambda at: _bounded(call(_bounded(at, domain)), ranges), domain, cost)


def _made(function: Object, domain: tuple[tuple[float, float], ...], depth: int) -> tuple[Callable[[Values], Values], int]:
    match int(entry(function, "/FunctionType")):
        case 0:
            return _sampled(function, domain), 2 ** len(domain)
        case 2:
            return _exponential(function), 1
        case 3:
            return _stitched(function, domain[0], depth)
        case 4:
            run, length = program(function.read_bytes())
            return run, length
    raise Uncomputable(say("a gradient cannot be computed"))


def _exponential(function: Object) -> Callable[[Values], Values]:
    start, end = floats(entry(function, "/C0")) or (0.0,), floats(entry(function, "/C1")) or (1.0,)
    power = float(entry(function, "/N"))
    return lambda at: tuple(a + max(at[0], 0.0) ** power * (b - a) for a, b in zip(start, end, strict=True))


def _stitched(function: Object, domain: tuple[float, float], depth: int) -> tuple[Callable[[Values], Values], int]:
    low, high = domain
    parts = [function_of(part, depth + 1) for part in items(entry(function, "/Functions"))]
    bounds = (low, *floats(entry(function, "/Bounds")), high)
    encode = pairs(entry(function, "/Encode"))
    if not len(parts) == len(bounds) - 1 == len(encode):
        raise Uncomputable(say("a gradient cannot be computed"))

    def value(at: Values) -> Values:
        x = at[0]
        which = max((n for n in range(len(parts)) if x >= bounds[n]), default=0)
        a, b, (e0, e1) = bounds[which], bounds[which + 1], encode[which]
        return parts[which].call((e0 if b == a else e0 + (x - a) / (b - a) * (e1 - e0),))

    return value, len(parts) + max((part.cost for part in parts), default=0)


def _sampled(function: Object, domain: tuple[tuple[float, float], ...]) -> Callable[[Values], Values]:
    """Between samples along every axis: linear."""
    sizes, bits = [int(size) for size in items(entry(function, "/Size"))], int(entry(function, "/BitsPerSample"))
    ranges = pairs(entry(function, "/Range"))
    results, count = len(ranges), prod(sizes)
    fits = len(sizes) == len(domain) and min(sizes) >= 1 and 1 <= results <= _MOST_RESULTS
    if not fits or count * results > MOST_SAMPLES:
        raise Uncomputable(say("a gradient has samples of another kind"))
    samples = _samples(function.read_bytes(), bits, count * results)
    encode = pairs(entry(function, "/Encode")) or tuple((0.0, size - 1.0) for size in sizes)
    decode, most = pairs(entry(function, "/Decode")) or ranges, 2.0**bits - 1
    strides = [prod(sizes[:axis]) for axis in range(len(sizes))]

    def value(at: Values) -> Values:
        axes: list[tuple[tuple[int, float], ...]] = []  # for each axis, the samples before and after with their parts
        for x, (low, high), (e0, e1), size in zip(at, domain, encode, sizes, strict=True):
            place = min(max(e0 + (x - low) / ((high - low) or 1.0) * (e1 - e0), 0.0), size - 1.0)
            first = min(int(place), max(size - 2, 0))
            axes.append(((first, 1 - place + first), (min(first + 1, size - 1), place - first)))
        total = [0.0] * results
        for corner in product(*axes):
            part = prod(weight for _, weight in corner)
            if part:
                row = results * sum(index * stride for (index, _), stride in zip(corner, strides, strict=True))
                for n in range(results):
                    total[n] += part * samples[row + n]
        return tuple(low + each / most * (high - low) for each, (low, high) in zip(total, decode, strict=True))

    return value


def _samples(data: bytes, bits: int, count: int) -> Sequence[int]:
    """The numbers of so many bits each, the highest first, one after another."""
    if bits not in (1, 2, 4, 8, 12, 16, 24, 32) or len(data) * 8 < bits * count:
        raise Uncomputable(say("a gradient's samples are cut short"))
    if bits == 8:
        return data
    if bits % 8 == 0:
        step = bits // 8
        return [int.from_bytes(data[at : at + step], "big") for at in range(0, step * count, step)]
    mask, found = (1 << bits) - 1, []
    for n in range(count):
        first, last = n * bits // 8, -(-(n + 1) * bits // 8)
        found.append(int.from_bytes(data[first:last], "big") >> (last * 8 - (n + 1) * bits) & mask)
    return found


def _bounded(values: Sequence[float], bounds: Sequence[tuple[float, float]]) -> Values:
    """The values, each between its bounds if there are any."""
    if not bounds:
        return tuple(values)
    return tuple(min(max(value, low), high) for value, (low, high) in zip(values, bounds, strict=True))


def pairs(array: Any) -> tuple[tuple[float, float], ...]:
    """The numbers of an array, two by two."""
    found = floats(array)
    return tuple(zip(found[::2], found[1::2], strict=True))


def floats(array: Any) -> Values:
    """The numbers of an array."""
    return tuple(float(value) for value in items(array))
