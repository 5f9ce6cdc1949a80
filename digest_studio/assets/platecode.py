"""The content of a PDF's page, form or pattern written anew for each of four plates."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from digest_studio.assets.inkspaces import NoInks, Parts, Space
from digest_studio.assets.pdfboxes import entry, items
from digest_studio.assets.plateparts import Plates
from digest_studio.assets.platestate import NOTHING_LEFT, Four, Paint, State, in_grey, in_pattern

if TYPE_CHECKING:
    from digest_studio.assets.separation import Separating

FORM_COST = 30
"""Instructions that it costs to begin with a form, a pattern, a picture within the content."""
_MOST_SAVED = 10_000
_DEFAULTS = {
    "/DeviceGray": "/DefaultGray", "/DeviceRGB": "/DefaultRGB", "/DeviceCMYK": "/DefaultCMYK",
    "/G": "/DefaultGray", "/RGB": "/DefaultRGB", "/CMYK": "/DefaultCMYK", "g": "/DefaultGray", "rg": "/DefaultRGB",
    "k": "/DefaultCMYK",
}  # fmt: skip
"""What may stand among the resources in the place of a device's space."""


class Resources:
    """What content names on each plate. Fonts and states keep their names; all else gets new ones, the same everywhere: a form
    may be painted with a pattern that is set outside of it."""

    def __init__(self, named: Any) -> None:
        from pikepdf import Dictionary

        self.plates: Plates = tuple(Dictionary() for _ in range(4))
        self._names: dict[tuple[object, ...], bytes] = {}
        for kind in ("/Font", "/ExtGState", "/Properties"):
            if (known := entry(named, kind)) is not None:
                for each in self.plates:
                    each[kind] = copy.copy(known)

    def name(self, kind: str, things: Plates) -> bytes:
        """The name of something that is an object on each plate."""
        from pikepdf import Dictionary

        key = (kind, *(thing.objgen for thing in things))
        if key not in self._names:
            name = self._names[key] = b"/Ds%d" % things[0].objgen[0]
            for resources, thing in zip(self.plates, things, strict=True):
                if entry(resources, kind) is None:
                    resources[kind] = Dictionary()
                resources[kind][name.decode("ascii")] = thing
        return self._names[key]


class Writing:
    """One content stream, written for the four plates at once: what is the same on all, once."""

    def __init__(self, separating: Separating, named: Any, state: State, resources: Resources, depth: int) -> None:
        self._separating = separating
        self._named = named
        self._resources = resources
        self._state = state
        self._depth = depth
        self._saved: list[State] = []
        self._same: list[Any] = []
        self._pieces: list[bytes | Four] = []

    def finished(self) -> Four:
        self._flush()
        plates = zip(*[(piece,) * 4 if isinstance(piece, bytes) else piece for piece in self._pieces], strict=True)
        return tuple(b"\n".join(plate) for plate in plates) if self._pieces else (b"",) * 4  # type: ignore[return-value]

    def put(self, code: Four) -> None:
        """Instructions that differ from plate to plate."""
        self._flush()
        self._pieces.append(code)

    def _flush(self) -> None:
        import pikepdf

        if self._same:
            self._pieces.append(pikepdf.unparse_content_stream(self._same))
            self._same = []

    def step(self, instruction: Any) -> None:
        operator = str(instruction.operator)
        changed = _STEPS.get(operator)
        if changed is None or not changed(self, operator, list(instruction.operands)):
            self._same.append(instruction)

    def _resource(self, kind: str, name: Any) -> Any:
        return entry(entry(self._named, kind), str(name))

    # State

    def _save(self, _: str, __: list[Any]) -> bool:
        if len(self._saved) < _MOST_SAVED:
            self._saved.append(self._state)
        return False

    def _restore(self, _: str, __: list[Any]) -> bool:
        if self._saved:
            self._state = self._saved.pop()
        return False

    def _external(self, _: str, operands: list[Any]) -> bool:
        """A graphics state: where what overprints changes, colours are set anew."""
        given = self._resource("/ExtGState", operands[0])
        line = entry(given, "/OP")
        area = entry(given, "/op") if entry(given, "/op") is not None else line
        over = (self._state.over[0] if area is None else bool(area), self._state.over[1] if line is None else bool(line))
        opm = entry(given, "/OPM")
        self._change(self._state._replace(over=over, opm=self._state.opm if opm is None else int(opm)))
        return False

    def _change(self, state: State) -> None:
        before, self._state = self._state, state
        for line in (False, True):
            if before.left(line) != state.left(line):
                self.put(self._setting(line))

    def _setting(self, line: bool) -> Four:
        """What sets the colour of areas or lines: on plates that are left alone, a pattern of nothing."""
        left = self._state.left(line)
        code = self._state.paints[line].code
        if not any(left):
            return code
        nothing = in_pattern(self._resources.name("/Pattern", (self._separating.parts.nothing,) * 4), line)
        return tuple(nothing if alone else own for own, alone in zip(code, left, strict=True))  # type: ignore[return-value]

    # Colours

    def _set(self, line: bool, paint: Paint, space: Space | None) -> None:
        self._state = self._state.with_paint(line, paint, space)
        self.put(self._setting(line))

    def _colour(self, line: bool, space: Space, colour: Parts) -> None:
        inks = space.inks(colour)
        without: Any = tuple(ink == 0 for ink in inks) if space.direct else NOTHING_LEFT
        self._set(line, Paint(in_grey(inks, line), space.left, without), space)

    def _device(self, operator: str, operands: list[Any]) -> bool:
        spaces, kind = self._separating.spaces, operator.lower()
        default = self._resource("/ColorSpace", _DEFAULTS[kind])
        own = {"g": spaces.grey, "rg": spaces.rgb, "k": spaces.cmyk}[kind]
        self._colour(operator.isupper(), own if default is None else spaces.of(default), _numbers(operands))
        return True

    def _space(self, operator: str, operands: list[Any]) -> bool:
        line, space = operator == "CS", self._found_space(operands[0])
        parts = items(space)
        if str(parts[0] if parts else space) == "/Pattern":
            under = self._separating.spaces.of(parts[1]) if len(parts) > 1 else None
            self._state = self._state.with_paint(line, self._state.paints[line], under)
        else:
            known = self._separating.spaces.of(space)
            self._colour(line, known, known.initial)
        return True

    def _found_space(self, name: Any) -> Any:
        """The space that a name stands for: one of the resources, or of the device unless they have another for it."""
        found = self._resource("/ColorSpace", name)
        if found is None and str(name) in _DEFAULTS:
            found = self._resource("/ColorSpace", _DEFAULTS[str(name)])
        return name if found is None else found

    def _parts_of_colour(self, operator: str, operands: list[Any]) -> bool:
        line = operator.isupper()
        if operands and getattr(operands[-1], "_type_name", "") == "name":
            self._pattern(line, operands)
            return True
        space = self._state.spaces[line]
        if space is None:
            raise NoInks("a colour is of no space")
        self._colour(line, space, _numbers(operands))
        return True

    def _pattern(self, line: bool, operands: list[Any]) -> None:
        """A pattern; one without colours in that which comes with it."""
        pattern = self._resource("/Pattern", operands[-1])
        if pattern is None:
            raise NoInks("a pattern is missing")
        plates, left = self._separating.pattern(pattern, self._named, self._depth)
        name = self._resources.name("/Pattern", plates)
        under = self._state.spaces[line]
        if len(operands) == 1 or under is None:
            code: Any = (in_pattern(name, line),) * 4
        else:
            space = self._resources.name("/ColorSpace", (self._separating.parts.under_pattern,) * 4)
            left, words = under.left, (b"CS", b"SCN") if line else (b"cs", b"scn")
            inks = under.inks(_numbers(operands[:-1]))
            code = tuple(b" ".join((space, words[0], b"%.4f" % (1 - ink), name, words[1])) for ink in inks)
        self._set(line, Paint(code, left), under)

    def _shading(self, _: str, operands: list[Any]) -> bool:
        shading = self._resource("/Shading", operands[0])
        if shading is not None:
            plates, left = self._separating.parts.shading(shading)
            self._painted(self._resources.name("/Shading", plates) + b" sh", left)
        return True

    def _painted(self, code: bytes, left: Sequence[bool]) -> None:
        """What paints by itself, without a colour of the state."""
        over = self._state.over[0]
        self.put(tuple(b"" if over and alone else code for alone in left))  # type: ignore[arg-type]

    # Forms, pictures and letters

    def _do(self, _: str, operands: list[Any]) -> bool:
        drawn = self._resource("/XObject", operands[0])
        kind = entry(drawn, "/Subtype")
        if kind == "/Image":
            self._image(drawn)
        elif kind == "/Form":
            plates = self._separating.form(drawn, self._named, self._state, self._depth)
            if plates is not None:
                self._painted(self._resources.name("/XObject", plates) + b" Do", NOTHING_LEFT)
        return True

    def _image(self, image: Any) -> None:
        if entry(image, "/ImageMask"):
            plates: Plates = (image,) * 4
            left = NOTHING_LEFT
        else:
            plates, left = self._separating.parts.picture(image)
        self._painted(self._resources.name("/XObject", plates) + b" Do", left)

    def inline(self, instruction: Any) -> None:
        """A picture within the content becomes one of the resources."""
        picture = instruction.iimage
        if picture.obj.get("/ImageMask", picture.obj.get("/IM", False)):
            self._same.append(instruction)
            return
        space = picture.obj.get("/ColorSpace", picture.obj.get("/CS"))
        if getattr(space, "_type_name", "") == "name":
            space = self._found_space(space)
        self._separating.spend(FORM_COST)
        self._image(self._separating.parts.inline(picture, space))

    def _font(self, _: str, operands: list[Any]) -> bool:
        font = self._resource("/Font", operands[0])
        plates = self._separating.font(font, self._named, self._state, self._depth)
        size = b"%f" % float(operands[1])
        if plates is not None:
            self.put((b"%b %b Tf" % (self._resources.name("/Font", plates), size),) * 4)
        return plates is not None


_STEPS = {
    "q": Writing._save, "Q": Writing._restore, "gs": Writing._external, "cs": Writing._space, "CS": Writing._space,
    **dict.fromkeys(("g", "G", "k", "K", "rg", "RG"), Writing._device),
    **dict.fromkeys(("sc", "SC", "scn", "SCN"), Writing._parts_of_colour),
    "sh": Writing._shading, "Do": Writing._do, "Tf": Writing._font,
}  # fmt: skip


def _numbers(operands: Sequence[Any]) -> Parts:
    return tuple(float(part) for part in operands)
