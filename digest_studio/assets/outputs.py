"""Output profiles: the printing conditions that an issue can be made for, bundled by name or brought as a file.

In: what `press: profile:` says. Out: an `OutputProfile`, or the diagnostic that says why there is none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from digest_studio.assets.icc import profile_components, profile_name
from digest_studio.assets.limits import MAX_PROFILE_BYTES
from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.values import dataclass

GHENT_INK_LIMIT = 320.0
"""Per cent of ink on one spot, all four together, where the profile's own limit is not known (Ghent Workgroup 2022)."""


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
}

_REGISTERED = re.compile(r"\b(?:FOGRA|CGATS TR ?|IFRA)\s?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutputProfile:
    """A CMYK output profile and the printing condition that it stands for.

    `identifier` is the condition's name in the ICC registry of characterisation data if `registered`, else a name for people.
    `ink_limit` is the most ink on one spot in per cent.
    """

    data: bytes
    description: str
    identifier: str
    info: str
    ink_limit: float
    registered: bool = True

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
        known = f"bundled: {', '.join(BUNDLED)}; or name an .icc file in the folder"
        return _refused(name, f"there is no output profile {name}", known)
    found = find(name)
    if isinstance(found, Diagnostic):
        return _refused(name, found.message, found.remedy)
    try:
        with found.open("rb") as file:
            data = file.read(MAX_PROFILE_BYTES + 1)
    except OSError as error:
        return _refused(name, f"the profile cannot be read: {error.strerror}", "check its permissions")
    return _brought(name, data)


def _brought(name: str, data: bytes) -> OutputProfile | Diagnostic:
    """A profile from the issue's folder, once it is seen to be one for a CMYK press."""
    remedy = "ask the printer for the CMYK output profile of the press and paper"
    components = profile_components(data)
    if components is None or int.from_bytes(data[:4], "big") > len(data):
        return _refused(name, "the file is no ICC profile, is cut short, or has more than 4 MB", remedy)
    if data[12:16] != b"prtr" or components != 4:
        kind = data[12:16].decode("latin-1").strip(), data[16:20].decode("latin-1").strip()
        return _refused(name, f"the profile is of class {kind[0]} for {kind[1]}, not an output profile (prtr) for CMYK", remedy)
    description = profile_name(data) or Path(name).stem
    registered = _REGISTERED.search(description)
    identifier = registered.group().upper() if registered else description
    return OutputProfile(data, description, identifier, description, GHENT_INK_LIMIT, registered=registered is not None)


def _refused(name: str, message: str, remedy: str) -> Diagnostic:
    return Diagnostic("press-profile", message, remedy, source=Source(name) if Path(name).suffix else None, value=name)
