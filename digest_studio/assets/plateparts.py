"""Pictures, gradients and colour spaces of a PDF as grey ones, one for each plate: white is no ink, black all of it.

Most things keep their data and get another space, in which a reader computes the grey itself: a table, or a function of samples.
Pictures of three and four parts are decoded here, since readers would be slow at that.
"""

from __future__ import annotations

import copy
import io
import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops

from digest_studio.assets import jpeg
from digest_studio.assets.inks import in_inks
from digest_studio.assets.inkspaces import Left, NoInks, Parts, Space, Spaces
from digest_studio.assets.limits import MAX_DECODED_PIXELS
from digest_studio.assets.pdfboxes import entry, items
from digest_studio.assets.pdffunctions import floats, function_of
from digest_studio.assets.pdfspaces import CALIBRATED_RGB

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

    from digest_studio.assets.outputs import OutputProfile

Plates = tuple[Any, ...]
"""Something on each of the four plates."""

STEPS = 256
"""Samples of a gradient."""
MOST_COST = 20_000_000
"""Steps that the functions of all gradients may take: some seconds."""
_MODES = {"RGB": "RGB", CALIBRATED_RGB: "RGB", "CMYK": "CMYK"}
_SLOW = 4
"""Times that a pixel costs more whose grey a reader computes."""
_JPEG_QUALITY = 95


class PlateParts:
    """What one page is painted with, each thing once. All raise NoInks where it cannot be told which inks something has."""

    def __init__(self, pdf: Pdf, spaces: Spaces, output: OutputProfile) -> None:
        self._pdf = pdf
        self._spaces = spaces
        self._output = output
        self._made: dict[object, tuple[Plates, Left]] = {}
        self._pixels = MAX_DECODED_PIXELS
        self._cost = MOST_COST

    @cached_property
    def nothing(self) -> Any:
        """A pattern that paints nothing."""
        from pikepdf import Array, Dictionary

        kind = {"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/XStep": 1000, "/YStep": 1000}
        return self._pdf.make_stream(b"", Dictionary({**kind, "/BBox": Array([0, 0, 1000, 1000]), "/Resources": Dictionary()}))

    @cached_property
    def under_pattern(self) -> Any:
        """The space of patterns that get a grey."""
        from pikepdf import Array, Name

        return self._pdf.make_indirect(Array([Name.Pattern, Name.DeviceGray]))

    def picture(self, image: Any) -> tuple[Plates, Left]:
        """A picture on each plate; and what it leaves alone if it overprints."""
        if image.objgen not in self._made:
            space = self._space_of(image)
            self._made[image.objgen] = self._picture(image, space), space.left
        return self._made[image.objgen]

    def inline(self, picture: Any, space: Any) -> Any:
        """A picture that stands within the content, in `space`, as one that stands by itself."""
        from pikepdf import Array, Name

        made = self._pdf.make_stream(picture.read_raw_bytes())
        if picture.filters:
            made.Filter = Array([Name(name) for name in picture.filters])
            made.DecodeParms = Array([parameters or None for parameters in picture.decode_parms or [None] * len(picture.filters)])
        made.Type, made.Subtype, made.ColorSpace = Name.XObject, Name.Image, space
        made.Width, made.Height, made.BitsPerComponent = picture.width, picture.height, picture.bits_per_component
        for long, short in (("/Decode", "/D"), ("/Interpolate", "/I")):
            if (value := picture.obj.get(long, picture.obj.get(short))) is not None:
                made[long] = value
        return made

    def shading(self, shading: Any) -> tuple[Plates, Left]:
        """A gradient on each plate; and what it leaves alone if it overprints."""
        key = shading.objgen if shading.objgen != (0, 0) else shading.unparse()
        if key not in self._made:
            space = self._spaces.of(shading.ColorSpace)
            self._made[key] = self._shading(shading, space), space.left
        return self._made[key]

    # Spaces

    def _space(self, space: Space) -> Plates:
        """A space for each plate in which the same numbers are greys."""
        if space not in self._made:
            self._made[space] = self._greys(space), space.left
        return self._made[space][0]

    def _greys(self, space: Space) -> Plates:
        from pikepdf import Array, Name, String

        grey = Name.DeviceGray
        if space.highest is not None:
            colours = space.mix([(float(number),) for number in range(space.highest + 1)])
            return tuple(Array([Name.Indexed, grey, space.highest, String(data)]) for data in _on_plates(colours))
        steps, colours = space.grid()
        names = Array([Name(f"/Part{n}") for n in range(space.count)])
        functions = self._sampled(colours, space.ranges, steps)
        return tuple(self._pdf.make_indirect(Array([Name.DeviceN, names, grey, function])) for function in functions)

    def _sampled(self, colours: Sequence[Parts], domain: Sequence[tuple[float, float]], steps: int) -> Plates:
        """Functions of samples that give a colour's grey."""
        from pikepdf import Array

        def function(data: bytes) -> Object:
            made = self._pdf.make_stream(data)
            made.FunctionType, made.BitsPerSample = 0, 8
            made.Domain, made.Range = Array([bound for pair in domain for bound in pair]), Array([0, 1])
            made.Size = Array([steps] * len(domain))
            return made

        return tuple(function(data) for data in _on_plates(colours))

    # Gradients

    def _shading(self, shading: Any, space: Space) -> Plates:
        from pikepdf import Array, Name

        function, background = entry(shading, "/Function"), floats(entry(shading, "/Background"))
        made = tuple(copy.copy(shading) for _ in range(4))
        if function is None or int(shading.ShadingType) == 1:
            for each, grey in zip(made, self._space(space), strict=True):
                each.ColorSpace = grey
        else:
            curve = function_of(function)
            self._cost -= curve.cost * STEPS
            if self._cost < 0:
                raise NoInks("its gradients take too long to be computed")
            (low, high), *_ = curve.domain
            colours = space.of_many([curve.call((low + step / (STEPS - 1) * (high - low),)) for step in range(STEPS)])
            for each, sampled in zip(made, self._sampled(colours, curve.domain[:1], STEPS), strict=True):
                each.Function, each.ColorSpace = sampled, Name.DeviceGray
            if background:
                for each, ink in zip(made, space.inks(background), strict=True):
                    each.Background = Array([round(1 - ink, 4)])
        return tuple(self._pdf.make_indirect(each) for each in made)

    # Pictures

    def _space_of(self, image: Any) -> Space:
        space = entry(image, "/ColorSpace")
        if space is not None:
            return self._spaces.of(space)
        mode = _opened(image, "JPEG2000").mode if _filters(image)[-1:] == ["/JPXDecode"] else ""
        known = {"L": self._spaces.grey, "RGB": self._spaces.rgb, "CMYK": self._spaces.cmyk}
        if mode not in known:
            raise NoInks("a picture says nothing of its colours")
        return known[mode]

    def _picture(self, image: Any, space: Space) -> Plates:
        keyed = getattr(entry(image, "/Mask"), "_type_name", "") == "array"
        encoded = _filters(image)[-1:] in (["/DCTDecode"], ["/DCT"], ["/JPXDecode"])
        whole = encoded or int(entry(image, "/BitsPerComponent") or 8) == 8
        pixels = int(image.Width) * int(image.Height)
        if space.family in _MODES and space.highest is None and whole and not keyed:
            self._spend(pixels)
            return self._decoded(image, space)
        if _filters(image)[-1:] == ["/JPXDecode"]:
            raise NoInks("a picture's colours are known to its decoder alone")
        self._spend(pixels * (_SLOW if space.count > 1 else 1))
        if entry(entry(image, "/SMask"), "/Matte") is not None:
            raise NoInks("a picture is mixed with its background")
        made = tuple(copy.copy(image) for _ in range(4))
        for each, grey in zip(made, self._space(space), strict=True):
            each.ColorSpace = grey
        return tuple(self._pdf.make_indirect(each) for each in made)

    def _spend(self, pixels: int) -> None:
        self._pixels -= pixels
        if self._pixels < 0:
            raise NoInks("its pictures have too many pixels")

    def _decoded(self, image: Any, space: Space) -> Plates:
        """A picture in inks or colours of the screen, its pixels' inks on each plate."""
        raw = _raw(image, _MODES[space.family])
        decode = floats(entry(image, "/Decode"))
        if decode not in ((), (0.0, 1.0) * space.count):
            raw = _stretched(raw, decode)
        inks = raw if space.linear else in_inks(raw, space.profile, self._output)
        lossy = "/DCTDecode" in _filters(image)
        matte = floats(entry(entry(image, "/SMask"), "/Matte"))
        if matte and not space.linear:
            raise NoInks("a picture is mixed with its background")
        made = tuple(self._plane(image, ImageChops.invert(band), lossy) for band in inks.split())
        if matte:
            for each, ink in zip(made, space.inks(matte), strict=True):
                each.SMask = self._with_matte(image.SMask, round(1 - ink, 4))
        return made

    def _plane(self, image: Any, grey: Image.Image, lossy: bool) -> Object:
        from pikepdf import Name

        made = self._pdf.make_stream(b"")
        if lossy:
            file = io.BytesIO()
            grey.save(file, "JPEG", quality=_JPEG_QUALITY)
            made.write(file.getvalue(), filter=Name.DCTDecode)
        else:
            made.write(zlib.compress(grey.tobytes(), 1), filter=Name.FlateDecode)
        made.Type, made.Subtype, made.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
        made.Width, made.Height, made.BitsPerComponent = grey.width, grey.height, 8
        for key in ("/SMask", "/Mask", "/Interpolate"):
            if key in image:
                made[key] = image[key]
        return made

    def _with_matte(self, mask: Any, grey: float) -> Any:
        from pikepdf import Array

        made = self._pdf.make_indirect(copy.copy(mask))
        made.Matte = Array([grey])
        return made


def _on_plates(colours: Sequence[Parts]) -> list[bytes]:
    """Colours' greys on each plate, a byte each."""
    return [bytes(255 - round(255 * ink) for ink in plate) for plate in zip(*colours, strict=True)]


def _filters(stream: Any) -> list[str]:
    found = entry(stream, "/Filter")
    return [str(each) for each in items(found) or ((found,) if found is not None else ())]


def _raw(image: Any, mode: str) -> Image.Image:
    """The numbers in the file, 255 for the highest, as a picture of this mode."""
    size, last = (int(image.Width), int(image.Height)), _filters(image)[-1:]
    if last in (["/DCTDecode"], ["/DCT"]):
        made = _opened(image, "JPEG")
    elif last == ["/JPXDecode"]:
        made = _opened(image, "JPEG2000")
    else:
        made = Image.frombytes(mode, size, image.read_bytes()[: size[0] * size[1] * len(mode)])
    if made.mode != mode or made.size != size:
        raise NoInks("a picture is another than its dictionary says")
    return made


def _opened(image: Any, kind: str) -> Image.Image:
    """A picture by its own decoder, with the numbers that it has for a PDF."""
    data = image.read_raw_bytes()
    if len(_filters(image)) > 1:
        raw = copy.copy(image)
        raw.write(data, filter=image.Filter[:-1], decode_parms=_parameters(image)[:-1])
        data = raw.read_bytes()
    with Image.open(io.BytesIO(data), formats=(kind,)) as opened:
        if opened.width * opened.height > MAX_DECODED_PIXELS:
            raise NoInks("a picture has too many pixels")
        opened.load()
        if opened.mode == "CMYK" and kind == "JPEG" and jpeg.read_header(data).adobe_transform is not None:
            return ImageChops.invert(opened)  # Pillow takes Adobe's files for negatives
        return opened.copy()


def _parameters(image: Any) -> Any:
    from pikepdf import Array

    found = entry(image, "/DecodeParms")
    return found if items(found) else Array([None] * len(_filters(image)))


def _stretched(picture: Image.Image, decode: Parts) -> Image.Image:
    """The picture with each part from `low` to `high` (pairs of `decode`) in the place of 0 to 1."""
    bands = picture.split()
    if len(decode) != 2 * len(bands):
        raise NoInks("a picture's Decode does not fit it")
    ends = zip(decode[::2], decode[1::2], strict=True)
    tables = [[min(max(round(255 * low + value * (high - low)), 0), 255) for value in range(256)] for low, high in ends]
    return Image.merge(picture.mode, [band.point(table) for band, table in zip(bands, tables, strict=True)])
