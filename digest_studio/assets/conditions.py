"""Printing conditions by the names of the ICC's registry of characterisation data, told from what a profile says of itself.

A profile that is made from registered data names them in its `targ` tag ("ICCHDAT FOGRA47"); of older ones the description is
known, or has the name in it.
"""

from __future__ import annotations

import re

from digest_studio.assets.icc import profile_name, profile_tag

_REGISTERED = re.compile(r"(?<![A-Z])(FOGRA|IFRA|CGATS TR|CRPC)[ -]?(\d{1,3})(?=\b|[LS])", re.IGNORECASE)
_WRITTEN = {"FOGRA": "FOGRA{}", "IFRA": "IFRA{}", "CGATS TR": "CGATS TR {:0>3}", "CRPC": "CGATS21-2-CRPC{}"}

_DESCRIBED = (
    ("ISO Coated v2", "FOGRA39"), ("PSO Coated v3", "FOGRA51"), ("PSO Uncoated v3", "FOGRA52"),
    ("PSO Uncoated ISO12647", "FOGRA47"), ("ISO Uncoated Yellowish", "FOGRA30"), ("ISO Uncoated", "FOGRA29"),
    ("ISO Web Coated", "FOGRA28"), ("PSO LWC Improved", "FOGRA45"), ("PSO LWC Standard", "FOGRA46"), ("SC Paper", "FOGRA40"),
    ("PSO MFC Paper", "FOGRA41"), ("PSO SNP Paper", "FOGRA42"), ("ISOnewspaper26", "IFRA26"), ("WAN-IFRAnewspaper26", "IFRA26"),
    ("GRACoL 2006", "CGATS TR 006"), ("GRACoL2006", "CGATS TR 006"), ("SWOP 2006 Grade 3", "CGATS TR 003"),
    ("SWOP2006_Coated3", "CGATS TR 003"), ("SWOP 2006 Grade 5", "CGATS TR 005"), ("SWOP2006_Coated5", "CGATS TR 005"),
    ("U.S. Web Coated (SWOP) v2", "CGATS TR 001"), ("Japan Color 2001 Coated", "JC200103"),
    ("Japan Color 2001 Uncoated", "JC200104"),
)  # fmt: skip
"""Parts of well-known profiles' descriptions, the longer before the shorter, and what the profiles were made from."""


def registered_condition(profile: bytes) -> str | None:
    """The condition's name in the registry; None if the profile does not say it."""
    target = profile_tag(profile, b"targ")
    if target[:4] == b"text" and target[8:16] == b"ICCHDAT ":
        named = target[16:80].split(b"\0")[0].decode("latin-1").strip()
        if named:
            return named
    description = profile_name(profile) or ""
    found = _REGISTERED.search(description)
    if found:
        return _WRITTEN[found[1].upper()].format(found[2])
    return next((name for words, name in _DESCRIBED if words.casefold() in description.casefold()), None)
