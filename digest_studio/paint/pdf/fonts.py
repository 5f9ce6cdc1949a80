"""Fonts fed with glyph ids: Type 0, Identity-H, subset by HarfBuzz, with an exact ToUnicode map.

One character code (CID) stands for one pair of glyph and text, so that a glyph that means a hyphen in one place and a
soft hyphen in another, or a ligature, is extracted as what it stands for. CIDToGIDMap leads from codes to glyphs.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence

import uharfbuzz as hb

from digest_studio.display.items import FontRef
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.objects import Raw, deflated, name, reference

_UNNEEDED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "MATH", "OS/2", "STAT", "cmap", "gasp", "kern", "meta", "name", "post")
"""Tables that nothing reads in a PDF's TrueType font (ISO 32000-1, 9.9)."""

_SYMBOLIC, _ITALIC = 4, 64
_CMAP_CHUNK = 100
"""Entries of one bfchar section; more are not allowed (Adobe technical note 5411)."""


class GlyphFont(dict[tuple[int, str], tuple[str, float]]):
    """A font of the file: maps (glyph, text) to its code in hex and its advance in thousandths of an em.

    Asking for a pair takes it into the subset. Follows ReportLab's protocol for fonts whose objects are made at save.
    """

    exact = True
    """Whether every pair has a code of its own."""

    _flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING

    def __init__(self, face: hb.Face, resource: str) -> None:
        super().__init__()
        self.resource = resource
        self._face = face
        self._font = hb.Font(face)
        self._per_em = 1000 / face.upem
        self._pairs: list[tuple[int, str]] = [(0, "")]

    def __missing__(self, pair: tuple[int, str]) -> tuple[str, float]:
        code = self._code(*pair)
        entry = self[pair] = (f"{code:04X}", self._advance(pair[0]))
        return entry

    def says(self, glyph: int, text: str) -> bool:
        """Whether the pair's code is extracted as `text`."""
        return True

    def addObjects(self, file: PdfFile) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font's objects to `file` and enter it among the pages' fonts."""
        base = name(f"{self._subset_tag()}+{self._postscript_name()}")
        program, glyph_map = self._program(file)
        descriptor = file.add(Raw(self._descriptor(base, program)))
        descendant = Raw(
            b"<</Type/Font%b/BaseFont%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/FontDescriptor %d 0 R/DW 1000/W[%b]>>" % (glyph_map, base, descriptor, self._widths())
        )
        unicode_map = file.add(deflated(to_unicode([(code, text) for code, _, text in self._codes() if code])))
        font = Raw(
            b"<</Type/Font/Subtype/Type0/BaseFont%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (base, file.add(descendant), unicode_map)
        )
        file.idToObject["BasicFonts"].dict[self.resource] = reference(file.add(font))

    def _code(self, glyph: int, text: str) -> int:
        """A code for the pair, which is new."""
        self._pairs.append((glyph, text))
        return len(self._pairs) - 1

    def _codes(self) -> list[tuple[int, int, str]]:
        """All (code, glyph, text), by code."""
        return [(code, glyph, text) for code, (glyph, text) in enumerate(self._pairs)]

    def _program(self, file: PdfFile) -> tuple[bytes, bytes]:
        """Entries of the descriptor and of the descendant font that lead to the outlines."""
        subset, new_glyphs = self._subset(_UNNEEDED)
        data = bytes(subset.blob.data)
        glyph_map = b"".join(new_glyphs[glyph].to_bytes(2, "big") for _, glyph, _ in self._codes())
        embedded, mapped = file.add(deflated(data, b"/Length1 %d" % len(data))), file.add(deflated(glyph_map))
        return b"/FontFile2 %d 0 R" % embedded, b"/Subtype/CIDFontType2/CIDToGIDMap %d 0 R" % mapped

    def _subset(self, unneeded: Iterable[str] = ()) -> tuple[hb.Face, dict[int, int]]:
        """The font with only the glyphs in use, and their new ids by the old ones."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for _, glyph, _ in self._codes()})
        wanted.flags = self._flags
        if self._face.has_var_data:
            wanted.pin_all_axes_to_default(self._face)
        dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        dropped.update({int.from_bytes(tag.ljust(4).encode("ascii"), "big") for tag in unneeded})
        plan = hb.SubsetPlan(self._face, wanted)
        return plan.execute(), dict(plan.old_to_new_glyph_mapping)

    def _descriptor(self, base: bytes, program: bytes) -> bytes:
        box = struct.unpack_from(">4h", self._face.reference_table("head").data, 36)
        extents = self._font.get_font_extents("ltr")
        capital = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        slant = self._font.get_style_value(hb.StyleTag.SLANT_ANGLE)
        scaled = [round(value * self._per_em) for value in (*box, extents.ascender, extents.descender, capital)]
        return (
            b"<</Type/FontDescriptor/FontName%b/Flags %d/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d"
            b"/ItalicAngle %d/StemV %d%b>>"
        ) % (base, _SYMBOLIC | (_ITALIC if slant else 0), *scaled, round(slant), self._stem_width(), program)

    def _advance(self, glyph: int) -> float:
        return float(self._font.get_glyph_h_advance(glyph) * self._per_em)

    def _stem_width(self) -> int:
        """StemV, which no font file states, from the weight class: 80 at regular, 140 at bold."""
        weight = float(self._font.get_style_value(hb.StyleTag.WEIGHT))
        return max(20, round(80 + (weight - 400) * 0.2))

    def _widths(self) -> bytes:
        """The advances of all codes, each stretch of consecutive codes in one array (9.7.4.3)."""
        parts, expected = [], -1
        for code, glyph, _ in self._codes():
            if code != expected:
                parts.append(b"%b%d[" % (b"" if expected < 0 else b"]", code))
            parts.append(b"%.10g " % round(self._advance(glyph), 3))
            expected = code + 1
        return b"".join([*parts, b"]"])

    def _postscript_name(self) -> str:
        stated = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        return "".join(c for c in stated if c.isascii() and c.isprintable() and c != " ")

    def _subset_tag(self) -> str:
        """Six capitals that depend on the subset alone (9.6.4)."""
        digest = hashlib.sha256(repr(self._codes()).encode("utf-8", "replace")).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6])


class CffFont(GlyphFont):
    """A font with PostScript outlines. PDF gives these no map from codes to glyphs: the code is the glyph's id.

    So a glyph is extracted as the first text it stood for; where it stands for another, page code has to say so.
    """

    exact = False
    _flags = (
        GlyphFont._flags
        | hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.DESUBROUTINIZE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        | hb.SubsetFlags.DOWNGRADE_CFF2
    )

    def __init__(self, face: hb.Face, resource: str) -> None:
        super().__init__(face, resource)
        self._texts = {0: ""}

    def says(self, glyph: int, text: str) -> bool:
        return self._texts.setdefault(glyph, text) == text

    def _code(self, glyph: int, text: str) -> int:
        self._texts.setdefault(glyph, text)
        return glyph

    def _codes(self) -> list[tuple[int, int, str]]:
        return [(glyph, glyph, text) for glyph, text in sorted(self._texts.items())]

    def _program(self, file: PdfFile) -> tuple[bytes, bytes]:
        subset, _ = self._subset()
        data = bytes(subset.reference_table("CFF ").data)
        embedded = file.add(deflated(data, b"/Subtype/CIDFontType0C"))
        return b"/FontFile3 %d 0 R" % embedded, b"/Subtype/CIDFontType0"


def to_unicode(entries: Sequence[tuple[int, str]]) -> bytes:
    """The CMap from codes to their text (9.10.3)."""
    parts = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
    ]
    for start in range(0, len(entries), _CMAP_CHUNK):
        chunk = entries[start : start + _CMAP_CHUNK]
        parts.append(f"{len(chunk)} beginbfchar\n")
        parts += [f"<{code:04X}><{text.encode('utf-16-be', 'replace').hex().upper()}>\n" for code, text in chunk]
        parts.append("endbfchar\n")
    parts.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return "".join(parts).encode("ascii")


class Fonts:
    """The fonts of one file, each font file once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._by_place: dict[tuple[str, int], GlyphFont] = {}
        self._by_ref: dict[FontRef, GlyphFont] = {}

    def get(self, ref: FontRef) -> GlyphFont:
        font = self._by_ref.get(ref)
        if font is None:
            place = (ref.path, ref.face)
            font = self._by_place.get(place)
            if font is None:
                face = hb.Face(hb.Blob.from_file_path(ref.path), ref.face)
                kind = CffFont if {"CFF ", "CFF2"} & set(face.table_tags) else GlyphFont
                font = self._by_place[place] = kind(face, f"F{len(self._by_place) + 1}")
                self._file.delayedFonts.append(font)
            self._by_ref[ref] = font
        return font
