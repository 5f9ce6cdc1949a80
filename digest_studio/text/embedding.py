"""Whether a font's maker lets it be embedded in documents (OpenType, OS/2 table, fsType)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from digest_studio.base.say import NOTHING, Said, say

_FS_TYPE = 8
"""Where the field stands in the table."""
_RESTRICTED, _PREVIEW, _EDITABLE = 0x0002, 0x0004, 0x0008
_NO_SUBSETTING, _BITMAPS_ONLY = 0x0100, 0x0200


@lru_cache(maxsize=256)
def may_be_embedded(path: Path, face: int = 0) -> Said:
    """Why the font may not be embedded as a subset of its outlines; "" if it may. A font that says nothing may.

    The least restrictive of several permissions counts, as the specification has it.
    """
    import uharfbuzz

    table = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), face).reference_table("OS/2").data
    kind = int.from_bytes(table[_FS_TYPE : _FS_TYPE + 2], "big")
    if kind & _RESTRICTED and not kind & (_PREVIEW | _EDITABLE):
        return say("its licence is restricted")
    if kind & _NO_SUBSETTING:
        return say("it may only be embedded whole")
    if kind & _BITMAPS_ONLY:
        return say("only its bitmaps may be embedded")
    return NOTHING
