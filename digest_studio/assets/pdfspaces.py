"""Colour spaces and fonts of a PDF in a word: which family they are of, and what they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digest_studio.assets.limits import MAX_PDF_NESTING
from digest_studio.assets.pdfboxes import entry, items

CALIBRATED_RGB = "RGB with a profile"
SCREEN = ("RGB", CALIBRATED_RGB, "Lab")
"""Families of colours that no press has."""

_DEVICE = {
    "/DeviceRGB": "RGB", "/RGB": "RGB", "/CalRGB": CALIBRATED_RGB, "/DeviceCMYK": "CMYK", "/CMYK": "CMYK", "/DeviceGray": "Gray",
    "/G": "Gray", "/CalGray": "Gray", "/Lab": "Lab", "/Pattern": "Pattern",
}  # fmt: skip
_BY_COMPONENTS = {1: "Gray", 3: CALIBRATED_RGB, 4: "CMYK"}
_PROCESS_INKS = frozenset(("/Cyan", "/Magenta", "/Yellow", "/Black", "/All", "/None"))
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def space_family(space: Any) -> str:
    """`RGB`, `RGB with a profile`, `CMYK`, `Gray`, `Lab`, `Separation`, `DeviceN` or `Pattern`; "" for what is none."""
    for _ in range(MAX_PDF_NESTING):
        parts = items(space)
        name = str(parts[0]) if parts else str(space) if getattr(space, "_type_name", "") == "name" else ""
        if name == "/ICCBased" and len(parts) > 1:
            components = entry(parts[1], "/N")
            return _BY_COMPONENTS.get(int(components), "") if components is not None else ""
        if name in ("/Indexed", "/I") and len(parts) > 1:
            space = parts[1]
            continue
        return _DEVICE.get(name, name[1:])
    return ""


def painted_as(space: Any, depth: int = 0) -> Iterator[str]:
    """What a colour space asks of a press: its family; of spot colours their names and what they are shown as."""
    if space is None or depth > MAX_PDF_NESTING:
        return
    parts = items(space)
    name = str(parts[0]) if parts else ""
    if name in ("/Separation", "/DeviceN") and len(parts) > 2:
        inks = items(parts[1]) or (parts[1],)
        yield from (str(ink)[1:] for ink in inks if str(ink) not in _PROCESS_INKS)
        yield from painted_as(parts[2], depth + 1)
    elif name in ("/Indexed", "/I", "/Pattern") and len(parts) > 1:
        yield from painted_as(parts[1], depth + 1)
    elif family := space_family(space):
        yield family


def is_embedded(font: Any) -> bool:
    """Whether a font brings its outlines along; a Type 3 font is nothing else."""
    if entry(font, "/Subtype") == "/Type3":
        return True
    descendants = items(entry(font, "/DescendantFonts"))
    descriptor = entry(descendants[0] if descendants else font, "/FontDescriptor")
    return any(entry(descriptor, file) is not None for file in _EMBEDDED)
