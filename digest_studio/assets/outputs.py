"""Output profiles: the printing conditions that an issue can be made for, bundled by name or brought as a file.

In: what `press: profile:` says. Out: an `OutputProfile`, or the diagnostic that says why there is none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from io import BytesIO
from math import ceil
from pathlib import Path

from digest_studio.assets.conditions import registered_condition
from digest_studio.assets.icc import profile_components, profile_name
from digest_studio.assets.limits import MAX_PROFILE_BYTES
from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass

_STEPS = 17
"""Steps of red, green and blue at which a profile is asked how much ink it takes."""

_ROUND_INK = 10.0
"""Per cent; profile makers' limits are multiples of it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A bundled profile: its file, its printing condition as the ICC registry names it, its limit of total ink in per cent."""

    file: str
    identifier: str
    info: str
    ink_limit: float


BUNDLED = {
    "coated-fogra39": Condition(
        "ISOcoated_v2_300_bas.icc", "FOGRA39", "Offset on coated paper, 115 g/m², ISO 12647-2:2004/Amd 1", 300.0
    ),
    "uncoated-fogra47": Condition(
        "FOGRA47_uncoated.icc", "FOGRA47", "Offset on uncoated white paper, 115 g/m², ISO 12647-2:2004/Amd 1", 300.0
    ),
    "newsprint-ifra26": Condition(
        "IFRA26_newsprint.icc", "IFRA26", "Coldset offset on newsprint, 26 % tone value increase, ISO 12647-3:2005", 230.0
    ),
}


@dataclass(frozen=True, slots=True)
class OutputProfile:
    """A CMYK output profile and the printing condition that it stands for.

    `identifier` is the condition's name in the ICC registry of characterisation data if `registered`, else a name for people.
    `ink_limit` is the most ink on one spot in per cent. `perceptual`: colours that the press cannot print are moved together with
    their neighbours instead of being cut off.
    """

    data: bytes
    description: str
    identifier: str
    info: str
    ink_limit: float
    registered: bool = True
    perceptual: bool = False

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def load_output(name: str, bundled: Path, find: Callable[[str], Path | Diagnostic]) -> OutputProfile | Diagnostic:
    """The profile `name`: one of BUNDLED, from the folder `bundled`, or a file, which `find` finds in the issue's folder."""
    condition = BUNDLED.get(name)
    if condition:
        data = (bundled / condition.file).read_bytes()
        description = profile_name(data) or condition.identifier
        return OutputProfile(data, description, condition.identifier, condition.info, condition.ink_limit)
    if not Path(name).suffix:
        known = say("bundled: {names}; or name an .icc file in the folder", names=", ".join(BUNDLED))
        return _refused(name, say("there is no output profile {name}", name=name), known)
    found = find(name)
    if isinstance(found, Diagnostic):
        return _refused(name, found.message, found.remedy)
    try:
        with found.open("rb") as file:
            data = file.read(MAX_PROFILE_BYTES + 1)
    except OSError as error:
        return _refused(name, say("the profile cannot be read: {reason}", reason=error.strerror), say("check its permissions"))
    return _brought(name, data)


def _brought(name: str, data: bytes) -> OutputProfile | Diagnostic:
    """A profile from the issue's folder, once it is seen to be one for a CMYK press."""
    remedy = say("ask the printer for the CMYK output profile of the press and paper")
    components = profile_components(data)
    if components is None or int.from_bytes(data[:4], "big") > len(data):
        return _refused(name, say("the file is no ICC profile, is cut short, or has more than 4 MB"), remedy)
    if data[12:16] != b"prtr" or components != 4:
        kind = data[12:16].decode("latin-1").strip(), data[16:20].decode("latin-1").strip()
        return _refused(
            name,
            say("the profile is of class {kind} for {space}, not an output profile (prtr) for CMYK", kind=kind[0], space=kind[1]),
            remedy,
        )
    description = profile_name(data) or Path(name).stem
    most = most_ink(data)
    if most is None:
        return _refused(name, say("the profile is damaged: it gives no colour its inks"), remedy)
    registered = registered_condition(data)
    limit = ceil((most - 1) / _ROUND_INK) * _ROUND_INK  # a per cent too much is a table's rounding
    return OutputProfile(data, description, registered or description, description, limit, registered=registered is not None)


def most_ink(profile: bytes) -> float | None:
    """The most ink in per cent that the profile itself puts on one spot, by any intent; None if it cannot be used.

    What its maker was told as the limit of total ink is nowhere written in a profile, but its tables keep to it.
    """
    from PIL import Image, ImageCms

    steps = [255 * step // (_STEPS - 1) for step in range(_STEPS)]
    colours = bytes(value for red in steps for green in steps for blue in steps for value in (red, green, blue))
    picture = Image.frombytes("RGB", (_STEPS, _STEPS * _STEPS), colours)
    most = 0
    for intent in (ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.RELATIVE_COLORIMETRIC):
        try:
            target = ImageCms.ImageCmsProfile(BytesIO(profile))
            inks = ImageCms.profileToProfile(
                picture, ImageCms.createProfile("sRGB"), target, intent, "CMYK", flags=ImageCms.Flags.BLACKPOINTCOMPENSATION
            )
        except (ImageCms.PyCMSError, OSError):
            return None
        assert inks is not None
        most = max(most, *map(sum, zip(*(band.tobytes() for band in inks.split()), strict=True)))
    return most / 2.55


def _refused(name: str, message: Said, remedy: Said) -> Diagnostic:
    return Diagnostic("press-profile", message, remedy, source=Source(name) if Path(name).suffix else None, value=name)
