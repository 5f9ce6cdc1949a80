"""Pictures -> the inks of an output profile -> how these look: littleCMS's ways between profiles, for press and screen.

Pillow's CMYK is 0 for no ink and 255 for full ink. Conversions run without Python's lock, so threads share the processors.
"""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageCms, ImageMath

from digest_studio.assets.icc import profile_components, profile_name
from digest_studio.assets.viewing import PLATES, Viewing
from digest_studio.base.processors import processors

if TYPE_CHECKING:
    from digest_studio.assets.outputs import OutputProfile

CONVERSION = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC
"""How littleCMS converts: through a table that is half as fine again as it would take, which takes no more time. One value in two
thousand then is wrong by more than a 255th, instead of one in two hundred."""

EXACT = ImageCms.Flags.NOOPTIMIZE
"""Each colour by itself, through no table: saturated tints, at the edge of what a screen shows, would be wrong by up to a 15th.
It takes twice the time where every pixel is another colour, and hardly any where neighbours are alike."""

OVER = (226, 38, 28)
"""sRGB: where there is more ink than the paper takes. Eyes that see no red see it darker than the pale page."""

_ROUNDING = 1.0
"""Per cent of ink that may come of rounding: a profile's tables keep to its limit by as much."""

_STRIP_PIXELS = 100_000
"""A strip is not smaller: threads cost something too."""

_FADED = 0.55
"""How far colours are brought to white where only too much ink is to be seen."""


def in_inks(picture: Image.Image, profile: bytes | None, output: OutputProfile) -> Image.Image:
    """A picture in mode L, RGB, LAB or CMYK as grey or in the inks of `output`."""
    if picture.mode == "L" or (picture.mode == "CMYK" and not foreign(profile, output)):
        return picture
    if picture.mode != "LAB" and (profile is None or profile_components(profile) != len(picture.getbands())):
        profile = None
    try:
        transform = _transform(profile, picture.mode, output)
    except ImageCms.PyCMSError:  # a damaged profile is as good as none
        transform = _transform(None, picture.mode, output)
    made = ImageCms.applyTransform(picture, transform)
    assert made is not None
    return made


def colours_in_inks(colours: bytes, mode: str, profile: bytes | None, output: OutputProfile) -> list[tuple[float, ...]]:
    """Single colours as `in_inks` brings them, each ink from 0 to 1. `colours`: bytes of pixels in mode RGB, LAB or CMYK."""
    pixels = Image.frombytes(mode, (len(colours) // len(mode), 1), colours)
    try:
        made = _nameless(profile, mode, output).apply(pixels).tobytes()
    except (ImageCms.PyCMSError, OSError):  # a damaged profile is as good as none
        made = _nameless(None, mode, output).apply(pixels).tobytes()
    return [tuple(ink / 255 for ink in made[at : at + 4]) for at in range(0, len(made), 4)]


class _Nameless(ImageCms.ImageCmsProfile):
    """A profile that is not written into what is made by it: for a single colour that would take most of the time."""

    def __init__(self) -> None:
        pass

    def tobytes(self) -> bytes:
        return b""


@lru_cache(maxsize=8)
def _nameless(profile: bytes | None, mode: str, output: OutputProfile) -> ImageCms.ImageCmsTransform:
    made = _transform.__wrapped__(profile, mode, output)
    made.output_profile = _Nameless()
    return made


def foreign(profile: bytes | None, output: OutputProfile) -> bool:
    """Whether a CMYK picture's profile is a usable one of another printing condition."""
    if profile is None or profile_components(profile) != 4 or profile == output.data:
        return False
    return profile_name(profile) != output.description


@lru_cache(maxsize=32)
def _transform(profile: bytes | None, mode: str, output: OutputProfile) -> ImageCms.ImageCmsTransform:
    """littleCMS's way from the profile (None: sRGB, or Lab) to the output. Raises PyCMSError over damaged profiles."""
    if profile is not None:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    elif mode == "CMYK":
        source = ImageCms.ImageCmsProfile(io.BytesIO(output.data))
    else:
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))
    target = ImageCms.ImageCmsProfile(io.BytesIO(output.data))
    intent = ImageCms.Intent.PERCEPTUAL if output.perceptual else ImageCms.Intent.RELATIVE_COLORIMETRIC
    return ImageCms.buildTransform(source, target, mode, "CMYK", intent, CONVERSION)


def viewed(inks: Image.Image, output: OutputProfile, viewing: Viewing) -> Image.Image:
    """How CMYK pixels look printed by `output`, in sRGB.

    A plate alone is grey, as on film; several are in their inks. Raises PyCMSError over damaged profiles.
    """
    if viewing.over:
        return _warned(inks, output)
    if len(viewing.plates) == 1:
        return ImageChops.invert(inks.getchannel(PLATES.index(viewing.plates))).convert("RGB")
    if viewing.plates != PLATES:
        none = Image.new("L", inks.size, 0)
        bands = zip(PLATES, inks.split(), strict=True)
        inks = Image.merge("CMYK", [band if plate in viewing.plates else none for plate, band in bands])
    return _shown(inks, _to_screen(output, viewing.paper))


def _shown(inks: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    """The inks on the screen, cut in strips that all processors share."""
    strips = max(1, min(processors(), inks.height * inks.width // _STRIP_PIXELS))
    edges = [inks.height * number // strips for number in range(strips + 1)]
    shown = Image.new("RGB", inks.size)

    def show(top: int, bottom: int) -> None:
        strip = ImageCms.applyTransform(inks.crop((0, top, inks.width, bottom)), transform)
        assert strip is not None
        shown.paste(strip, (0, top))

    with ThreadPoolExecutor(strips, "inks") as pool:
        list(pool.map(show, edges[:-1], edges[1:]))
    return shown


@lru_cache(maxsize=8)
def _to_screen(output: OutputProfile, paper: bool) -> ImageCms.ImageCmsTransform:
    """littleCMS's way from the output's inks to the screen."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(output.data))
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    if paper:
        return ImageCms.buildTransform(source, screen, "CMYK", "RGB", ImageCms.Intent.ABSOLUTE_COLORIMETRIC, EXACT)
    compensated = ImageCms.Flags.BLACKPOINTCOMPENSATION | EXACT
    return ImageCms.buildTransform(source, screen, "CMYK", "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC, compensated)


def _warned(inks: Image.Image, output: OutputProfile) -> Image.Image:
    """The page pale and grey, in OVER where it has more ink than the limit."""
    shown = _shown(inks, _to_screen(output, paper=False))
    pale = shown.convert("L").point(lambda value: value + (255 - value) * _FADED).convert("RGB")
    pale.paste(OVER, mask=over_limit(inks, output.ink_limit))
    return pale


def over_limit(inks: Image.Image, limit: float) -> Image.Image:
    """A mask (mode L) of the CMYK pixels whose inks are more than `limit` per cent in all."""
    most = round((limit + _ROUNDING) * 2.55)
    bands = dict(zip(PLATES, inks.split(), strict=True))
    made = ImageMath.lambda_eval(lambda of: of["convert"]((of["C"] + of["M"] + of["Y"] + of["K"] > most) * 255, "L"), **bands)
    assert isinstance(made, Image.Image)
    return made
