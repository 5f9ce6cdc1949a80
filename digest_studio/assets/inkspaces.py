"""Colour spaces of a PDF as the inks of an output: how much cyan, magenta, yellow and black a colour is, and what it overprints.

Colours of the screen and inks of another printing condition go through littleCMS; process inks stay as they are; spot colours are
printed by their alternate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

from digest_studio.assets.icc import profile_components
from digest_studio.assets.inks import colours_in_inks, foreign
from digest_studio.assets.limits import MAX_PDF_NESTING, MAX_PROFILE_BYTES
from digest_studio.assets.pdfboxes import entry, items
from digest_studio.assets.pdffunctions import floats, function_of
from digest_studio.assets.pdfspaces import SCREEN, space_family
from digest_studio.base.values import dataclass

if TYPE_CHECKING:
    from digest_studio.assets.outputs import OutputProfile

Parts = tuple[float, ...]
"""The parts of a colour in its own space, or its inks: cyan, magenta, yellow, black, from 0 to 1."""
Left = tuple[bool, bool, bool, bool]

NEUTRAL = 0.004
"""By so much red, green and blue may differ in a colour that is grey: half a step of 8 bits, rounded by the file."""
MOST_STEPS = 20_000_000
"""Steps that the tint transforms of a page may take in all: some seconds."""
_STEPS = (256, 33, 25, 11, 6, 4, 3, 3)
"""Along each axis of a table of a space of one, two, three… parts."""

_PROCESS = ("/Cyan", "/Magenta", "/Yellow", "/Black")
_NONE_LEFT: Left = (False,) * 4


class NoInks(ValueError):
    """Colours of which we cannot say which inks they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """A colour space. `mix` makes inks of colours; `ranges`: the bounds of each part; `initial`: the colour that it begins with.
    `left`: plates on which what overprints changes nothing; with `direct` also those of which a colour has none (OPM 1).
    `linear`: inks are sums of the parts. `highest`: of an Indexed space, its last colour."""

    mix: Callable[[Sequence[Parts]], list[Parts]]
    ranges: tuple[tuple[float, float], ...]
    initial: Parts
    left: Left = _NONE_LEFT
    direct: bool = False
    linear: bool = False
    highest: int | None = None
    family: str = ""
    profile: bytes | None = None
    cost: int = 1

    @property
    def count(self) -> int:
        return len(self.ranges)

    def inks(self, colour: Parts) -> Parts:
        """The inks of one colour. Raises NoInks."""
        return self.of_many([colour])[0]

    def of_many(self, colours: Sequence[Parts]) -> list[Parts]:
        """The inks of colours, whose parts are brought into their ranges. Raises NoInks."""
        return self.mix([_within(colour, self.ranges) for colour in colours])

    def grid(self) -> tuple[int, list[Parts]]:
        """Inks of colours all over the space, the first part going fastest, and how many steps each part has."""
        if self.count > len(_STEPS):
            raise NoInks("a space has too many parts")
        steps = 2 if self.linear else _STEPS[self.count - 1]
        axes = [[low + step * (high - low) / (steps - 1) for step in range(steps)] for low, high in self.ranges]
        return steps, self.mix([colour[::-1] for colour in product(*reversed(axes))])


class Spaces:
    """The spaces of one file. `neutral`: a grey of the screen becomes black ink alone, as where it is converted for the press."""

    def __init__(self, output: OutputProfile, neutral: bool) -> None:
        self._output = output
        self._neutral = neutral
        self._known: dict[object, Space] = {}
        self._left = MOST_STEPS
        self.grey = self._grey()
        self.cmyk = Space(_as_they_are, ((0.0, 1.0),) * 4, (0.0, 0.0, 0.0, 1.0), direct=True, linear=True, family="CMYK")
        self.rgb = self._of_screen("RGB", None, ((0.0, 1.0),) * 3)

    def of(self, space: Any, depth: int = 0) -> Space:
        """A space as it stands in a file. Raises NoInks, and what reading damaged files raises."""
        if depth > MAX_PDF_NESTING:
            raise NoInks("a space is nested too deeply")
        key = space.objgen if space.objgen != (0, 0) else space.unparse()
        if key not in self._known:
            self._known[key] = self._found(space, depth)
        return self._known[key]

    def _found(self, space: Any, depth: int) -> Space:
        parts = items(space)
        name = str(parts[0]) if parts else ""
        if name in ("/Indexed", "/I"):
            return self._indexed(parts, depth)
        if name in ("/Separation", "/DeviceN"):
            return self._of_inks(parts, depth)
        family = space_family(space)
        profile = _profile(parts[1]) if name == "/ICCBased" else None
        if family == "Gray":
            return self.grey
        if family == "CMYK":
            return self._of_press(profile) if name == "/ICCBased" else self.cmyk
        if family not in SCREEN:
            raise NoInks(f"a space is of an unknown family, {family}")
        ranges = ((0.0, 1.0),) * 3
        if family == "Lab":
            own = floats(entry(parts[1], "/Range")) or (-100.0, 100.0, -100.0, 100.0)
            ranges = ((0.0, 100.0), (own[0], own[1]), (own[2], own[3]))
        return self._of_screen(family, profile, ranges)

    def _grey(self) -> Space:
        def mix(colours: Sequence[Parts]) -> list[Parts]:
            return [(0.0, 0.0, 0.0, 1 - grey) for (grey,) in colours]

        return Space(mix, ((0.0, 1.0),), (0.0,), linear=True, family="Gray")

    def _of_press(self, profile: bytes | None) -> Space:
        """Inks with a profile: ours, or those of another printing condition."""
        ranges, initial = ((0.0, 1.0),) * 4, (0.0, 0.0, 0.0, 1.0)
        if not foreign(profile, self._output):
            return Space(_as_they_are, ranges, initial, linear=True, family="CMYK")

        def mix(colours: Sequence[Parts]) -> list[Parts]:
            data = bytes(round(255 * part) for colour in colours for part in colour)
            return colours_in_inks(data, "CMYK", profile, self._output)

        return Space(mix, ranges, initial, family="CMYK", profile=profile)

    def _of_screen(self, family: str, profile: bytes | None, ranges: tuple[tuple[float, float], ...]) -> Space:
        mode = "LAB" if family == "Lab" else "RGB"
        profile = profile if profile is not None and profile_components(profile) == 3 else None

        def mix(colours: Sequence[Parts]) -> list[Parts]:
            mixed = colours_in_inks(b"".join(_bytes(colour, mode) for colour in colours), mode, profile, self._output)
            if not self._neutral:
                return mixed
            return [_black(colour, mode) or inks for colour, inks in zip(colours, mixed, strict=True)]

        return Space(mix, ranges, (0.0,) * 3, family=family, profile=profile)

    def _indexed(self, parts: tuple[Any, ...], depth: int) -> Space:
        base, highest = self.of(parts[1], depth + 1), min(max(int(parts[2]), 0), 255)
        data = parts[3].read_bytes() if getattr(parts[3], "_type_name", "") == "stream" else bytes(parts[3])
        data = data[: (highest + 1) * base.count].ljust((highest + 1) * base.count, b"\0")
        rows = [data[at : at + base.count] for at in range(0, len(data), base.count)]
        table = base.mix([
            tuple(low + value / 255 * (high - low) for value, (low, high) in zip(row, base.ranges, strict=True)) for row in rows
        ])

        def mix(colours: Sequence[Parts]) -> list[Parts]:
            return [table[min(max(int(number), 0), highest)] for (number,) in colours]

        return Space(mix, ((0.0, float(highest)),), (0.0,), base.left, highest=highest, family=base.family)

    def _of_inks(self, parts: tuple[Any, ...], depth: int) -> Space:
        """Process inks on their plates alone; spot colours by their alternate, on all."""
        names = [str(name) for name in items(parts[1]) or (parts[1],)]
        ranges, full = ((0.0, 1.0),) * len(names), (1.0,) * len(names)
        if names == ["/All"] or set(names) <= {*_PROCESS, "/None"}:
            plates = [[plate for plate in range(4) if name in ("/All", _PROCESS[plate])] for name in names]
            used = {plate for each in plates for plate in each}
            left: Any = tuple(plate not in used for plate in range(4))

            def mix(colours: Sequence[Parts]) -> list[Parts]:
                return [tuple(min(1.0, sum(t for t, on in zip(tints, plates, strict=True) if n in on)) for n in range(4))
                        for tints in colours]  # fmt: skip

            return Space(mix, ranges, full, left, linear=True, family="Separation")
        return self._spot(parts, depth, ranges, full)

    def _spot(self, parts: tuple[Any, ...], depth: int, ranges: tuple[tuple[float, float], ...], full: Parts) -> Space:
        alternate, transform = self.of(parts[2], depth + 1), function_of(parts[3])
        if len(transform.domain) != len(ranges):
            raise NoInks("a spot colour's transform does not fit it")
        cost = transform.cost + alternate.cost

        def mix(colours: Sequence[Parts]) -> list[Parts]:
            self._left -= cost * len(colours)
            if self._left < 0:
                raise NoInks("its spot colours take too long to be mixed")
            return alternate.mix([_within(transform.call(tints), alternate.ranges) for tints in colours])

        return Space(mix, ranges, full, family="Separation", cost=cost)


def _as_they_are(colours: Sequence[Parts]) -> list[Parts]:
    return list(colours)


def _profile(stream: Any) -> bytes | None:
    data = stream.read_bytes()
    return data if isinstance(data, bytes) and len(data) <= MAX_PROFILE_BYTES else None


def _within(colour: Parts, ranges: tuple[tuple[float, float], ...]) -> Parts:
    if len(colour) < len(ranges):
        raise NoInks("a colour has too few parts")
    return tuple(min(max(part, low), high) for part, (low, high) in zip(colour, ranges, strict=False))


def _bytes(colour: Parts, mode: str) -> bytes:
    """A colour of the screen as a pixel of Pillow's, whose a and b have signs."""
    if mode == "RGB":
        return bytes(round(255 * part) for part in colour)
    lightness, a, b = colour
    return bytes((round(lightness * 2.55), *(min(max(round(part) + 128, 0), 255) ^ 128 for part in (a, b))))


def _black(colour: Parts, mode: str) -> Parts | None:
    """A neutral colour in black ink alone; None for others."""
    first, second, third = colour
    if mode == "LAB":
        return (0.0, 0.0, 0.0, 1 - first / 100) if abs(second) < 0.5 and abs(third) < 0.5 else None
    return (0.0, 0.0, 0.0, 1 - first) if max(colour) - min(colour) <= NEUTRAL else None
