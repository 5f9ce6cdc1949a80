"""A page of another PDF with its colours of the screen made inks, vectors and transparency kept: an advertisement in RGB.

In: an open file, a page of it, the output. The page's content, forms, patterns, gradients and pictures are changed in memory,
alone; the file stays. Neutral colours of lines, areas and text become black ink alone, so that small text stays in register;
pictures go through littleCMS like photographs. What cannot be converted raises Unconvertible: then nothing is to be used.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from PIL import Image

from digest_studio.assets.inks import in_inks
from digest_studio.assets.inkspaces import NoInks, Space, Spaces
from digest_studio.assets.limits import MAX_DECODED_PIXELS, MAX_PDF_CONTENT_BYTES, MAX_PDF_INSTRUCTIONS, MAX_PDF_NESTING
from digest_studio.assets.outputs import OutputProfile
from digest_studio.assets.pdfboxes import entry, inherited, items
from digest_studio.assets.pdfspaces import SCREEN, space_family
from digest_studio.base.say import say
from digest_studio.paint.pdf.press.convert import FEW_COLOURS, JPEG_QUALITY
from digest_studio.paint.pdf.press.functions import Unconvertible, curve, domain

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

Inks = tuple[float, ...]
Mixer = Callable[[Inks], Inks]
"""From the parts of a colour in its own space to cyan, magenta, yellow, black."""

STEPS = 256
"""Samples of a converted gradient."""

BLACK: Inks = (0.0, 0.0, 0.0, 1.0)


def recolour(pdf: Pdf, page: Object, output: OutputProfile) -> None:
    """Convert all that `page` is painted with. Raises Unconvertible."""
    import pikepdf

    try:
        _Recolouring(pdf, output).page(page)
    except (pikepdf.PdfError, RuntimeError, TypeError, ArithmeticError, LookupError, OSError, RecursionError, NoInks) as error:
        raise Unconvertible(say("its content cannot be followed: {reason}", reason=error)) from error


class _Recolouring:
    """One page. Each form, pattern, picture and gradient is converted once."""

    def __init__(self, pdf: Pdf, output: OutputProfile) -> None:
        self._pdf = pdf
        self._output = output
        self._done: set[tuple[int, int]] = set()
        self._left = MAX_PDF_INSTRUCTIONS
        self._names = 0
        self._spaces = Spaces(output, neutral=True)
        self._mixers: dict[Space, Mixer] = {}

    def page(self, page: Object) -> None:
        resources = inherited(page, "/Resources")
        if resources is None:
            return
        page.Resources = resources
        self._group(page)
        page.Contents = self._pdf.make_stream(self._content(page, resources, 0))

    def _first(self, thing: Any) -> bool:
        """Whether an object was not met before."""
        if thing.objgen != (0, 0):
            if thing.objgen in self._done:
                return False
            self._done.add(thing.objgen)
        return True

    def _group(self, holder: Any) -> None:
        group = entry(holder, "/Group")
        if group is not None and entry(group, "/CS") is not None and space_family(group.CS) not in ("CMYK", "Gray"):
            group.CS = _name("/DeviceCMYK")

    def _content(self, stream: Object, resources: Any, depth: int) -> bytes:
        """The content of a page, a form or a pattern in inks."""
        import pikepdf

        if depth > MAX_PDF_NESTING:
            raise Unconvertible(say("its forms are nested too deeply"))
        rewriting = _Rewriting(self, resources)
        made: list[Any] = []
        for instruction in pikepdf.parse_content_stream(stream):
            self._left -= 1
            if self._left < 0:
                raise Unconvertible(say("its page has more than {most:,} instructions", most=MAX_PDF_INSTRUCTIONS))
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                made.append(self._inline(instruction, resources))
            else:
                made += rewriting.step(instruction)
        self._used(resources, depth + 1)
        data = pikepdf.unparse_content_stream(made)
        if len(data) > MAX_PDF_CONTENT_BYTES:
            raise Unconvertible(say("its page's content has {size} MB", size=len(data) >> 20))
        return data

    def _used(self, resources: Any, depth: int) -> None:
        """Convert what the resources name: it may be painted."""
        for drawn in _values(resources, "/XObject"):
            if entry(drawn, "/Subtype") == "/Image":
                self._picture(drawn)
            elif entry(drawn, "/Subtype") == "/Form":
                self._form(drawn, resources, depth)
        for pattern in _values(resources, "/Pattern"):
            if entry(pattern, "/Shading") is not None:
                self._shading(pattern.Shading)
            elif getattr(pattern, "_type_name", "") == "stream":
                self._form(pattern, resources, depth)
        for shading in _values(resources, "/Shading"):
            self._shading(shading)
        for state in _values(resources, "/ExtGState"):
            form = entry(entry(state, "/SMask"), "/G")
            if form is not None:
                self._form(form, resources, depth)

    def _form(self, form: Any, resources: Any, depth: int) -> None:
        if self._first(form):
            self._group(form)
            own = entry(form, "/Resources")
            form.write(self._content(form, resources if own is None else own, depth))

    # Colours

    def mixer(self, space: Any) -> Mixer | None:
        """How colours of a space become inks; None for a space that may stay."""
        if space_family(space) not in SCREEN:
            return None
        found = self._spaces.of(space)
        if found not in self._mixers:
            self._mixers[found] = lru_cache(maxsize=4096)(partial(_mixed, found))
        return self._mixers[found]

    # Pictures

    def _picture(self, image: Any) -> None:
        if not self._first(image) or entry(image, "/ImageMask") or self.mixer(entry(image, "/ColorSpace")) is None:
            return
        import pikepdf

        if int(image.Width) * int(image.Height) > MAX_DECODED_PIXELS:
            raise Unconvertible(say("a picture in it has too many pixels"))
        decode = _numbers(items(entry(image, "/Decode")))
        if decode not in ((), (0.0, 1.0) * (len(decode) // 2)) and space_family(image.ColorSpace) == "RGB":
            raise Unconvertible(say("a picture in it is inverted"))
        if entry(entry(image, "/SMask"), "/Matte") is not None:
            raise Unconvertible(say("a picture in it is mixed with its background"))
        if getattr(entry(image, "/Mask"), "_type_name", "") == "array":
            raise Unconvertible(say("a picture in it is cut out by a colour"))
        try:
            shown = pikepdf.PdfImage(image).as_pil_image()
        except (pikepdf.models.image.UnsupportedImageTypeError, NotImplementedError, ValueError) as error:
            raise Unconvertible(say("a picture in it cannot be decoded")) from error
        data, entries = self._packed(shown, entry(image, "/ColorSpace"))
        for key in ("/Decode", "/DecodeParms", "/Intent"):
            if key in image:
                del image[key]
        image.write(data, filter=entries.pop("/Filter"))
        for key, value in entries.items():
            image[key] = value

    def _packed(self, shown: Image.Image, space: Any) -> tuple[bytes, dict[str, Any]]:
        """A picture's data in inks, and what its dictionary says of them."""
        import pikepdf

        parts = items(space)
        profile = parts[1].read_bytes() if parts and str(parts[0]) == "/ICCBased" else None
        working = shown if shown.mode in ("RGB", "LAB") else shown.convert("RGB")
        made = in_inks(working, profile, self._output)
        entries: dict[str, Any] = {"/ColorSpace": _name("/DeviceCMYK"), "/BitsPerComponent": 8}
        if made.getcolors(FEW_COLOURS) is not None:
            return zlib.compress(made.tobytes(), 6), {**entries, "/Filter": _name("/FlateDecode")}
        file = io.BytesIO()
        made.save(file, "JPEG", quality=JPEG_QUALITY)
        inverted = pikepdf.Array([1, 0, 1, 0, 1, 0, 1, 0])
        return file.getvalue(), {**entries, "/Filter": _name("/DCTDecode"), "/Decode": inverted}

    def _inline(self, instruction: Any, resources: Any) -> Any:
        """A picture within the content: as it is, or as one of the resources, in inks."""
        import pikepdf

        image = instruction.iimage
        space = image.obj.get("/ColorSpace", image.obj.get("/CS"))
        known = entry(entry(resources, "/ColorSpace"), str(space)) if getattr(space, "_type_name", "") == "name" else None
        if self.mixer(space if known is None else known) is None:
            return instruction
        shown = image.as_pil_image()
        data, entries = self._packed(shown, space if known is None else known)
        stream = self._pdf.make_stream(b"")
        stream.write(data, filter=entries.pop("/Filter"))
        kind = {"/Type": _name("/XObject"), "/Subtype": _name("/Image"), "/Width": shown.width, "/Height": shown.height}
        for key, value in {**kind, **entries}.items():
            stream[key] = value
        self._done.add(stream.objgen)
        return pikepdf.ContentStreamInstruction([_name(self.add(resources, "/XObject", stream))], pikepdf.Operator("Do"))

    def add(self, resources: Any, kind: str, thing: Any) -> str:
        """Put something among the resources; its name there."""
        import pikepdf

        if entry(resources, kind) is None:
            resources[kind] = pikepdf.Dictionary()
        while True:
            self._names += 1
            name = f"/DsInk{self._names}"
            if name not in resources[kind]:
                resources[kind][name] = thing
                return name

    # Gradients

    def _shading(self, shading: Any) -> None:
        if not self._first(shading):
            return
        mixer = self.mixer(entry(shading, "/ColorSpace"))
        if mixer is None:
            return
        function = entry(shading, "/Function")
        if function is None or int(shading.ShadingType) == 1:
            raise Unconvertible(say("a gradient in it is a mesh"))
        import pikepdf

        value = curve(function)
        low, high = domain(function)
        inks = [mixer(value(low + step / (STEPS - 1) * (high - low))) for step in range(STEPS)]
        sampled = self._pdf.make_stream(bytes(round(255 * min(max(part, 0.0), 1.0)) for row in inks for part in row))
        sampled.FunctionType, sampled.BitsPerSample = 0, 8
        sampled.Domain, sampled.Range = pikepdf.Array([low, high]), pikepdf.Array([0, 1] * 4)
        sampled.Size = pikepdf.Array([STEPS])
        shading.Function, shading.ColorSpace = sampled, _name("/DeviceCMYK")
        if entry(shading, "/Background") is not None:
            shading.Background = pikepdf.Array(mixer(tuple(float(part) for part in shading.Background)))


class _Rewriting:
    """One content stream: which space its colours are in, for areas and for lines."""

    def __init__(self, recolouring: _Recolouring, resources: Any) -> None:
        self._recolouring = recolouring
        self._resources = resources
        self._spaces: dict[bool, Mixer | None] = {False: None, True: None}
        self._saved: list[dict[bool, Mixer | None]] = []

    def step(self, instruction: Any) -> list[Any]:
        """What takes the instruction's place."""
        operator, operands = str(instruction.operator), instruction.operands
        lines = operator.isupper()
        match operator:
            case "q":
                self._saved.append(dict(self._spaces))
            case "Q":
                self._spaces = self._saved.pop() if self._saved else self._spaces
            case "g" | "G" | "k" | "K":
                self._spaces[lines] = None
            case "rg" | "RG":
                self._spaces[lines] = None
                return [_painted(_numbers(operands), self._recolouring.mixer(_name("/DeviceRGB")), lines)]
            case "cs" | "CS":
                return self._space(instruction, lines)
            case "sc" | "SC" | "scn" | "SCN":
                return self._colour(instruction, lines)
        return [instruction]

    def _space(self, instruction: Any, lines: bool) -> list[Any]:
        import pikepdf

        name = instruction.operands[0]
        space = entry(entry(self._resources, "/ColorSpace"), str(name))
        space = name if space is None else space
        parts = items(space)
        if parts and str(parts[0]) == "/Pattern" and len(parts) > 1 and (mixer := self._recolouring.mixer(parts[1])):
            self._spaces[lines] = mixer
            under = pikepdf.Array([_name("/Pattern"), _name("/DeviceCMYK")])
            named = _name(self._recolouring.add(self._resources, "/ColorSpace", under))
            return [pikepdf.ContentStreamInstruction([named], instruction.operator)]
        mixer = self._recolouring.mixer(space)
        self._spaces[lines] = mixer
        return [instruction] if mixer is None else [_painted(BLACK, None, lines)]

    def _colour(self, instruction: Any, lines: bool) -> list[Any]:
        import pikepdf

        mixer, operands = self._spaces[lines], list(instruction.operands)
        if mixer is None:
            return [instruction]
        if operands and getattr(operands[-1], "_type_name", "") == "name":  # a pattern, of one colour perhaps
            inks = mixer(_numbers(operands[:-1])) if len(operands) > 1 else ()
            return [pikepdf.ContentStreamInstruction([*map(_short, inks), operands[-1]], instruction.operator)]
        return [_painted(_numbers(operands), mixer, lines)]


def _painted(colour: Inks, mixer: Mixer | None, lines: bool) -> Any:
    """The instruction that sets a colour, in inks."""
    import pikepdf

    inks = mixer(colour) if mixer else colour
    return pikepdf.ContentStreamInstruction([_short(part) for part in inks], pikepdf.Operator("K" if lines else "k"))


def _mixed(space: Space, colour: Inks) -> Inks:
    """A colour of a space in inks, to four digits."""
    return tuple(round(ink, 4) for ink in space.inks(colour))


def _numbers(operands: Any) -> Inks:
    return tuple(float(part) for part in operands)


def _short(part: float) -> Any:
    from decimal import Decimal

    return Decimal(f"{part:.4f}").normalize() + 0


def _values(resources: Any, kind: str) -> list[Any]:
    named = entry(resources, kind)
    return list(named.values()) if named is not None else []


def _name(text: str) -> Any:
    import pikepdf

    return pikepdf.Name(text)
