"""Fonts fed with glyph ids: Type 0, Identity-H, subset by HarfBuzz, with an exact ToUnicode map.

One character code (CID) stands for one pair of glyph and text, so that a glyph that means a hyphen in one place and a
soft hyphen in another, or a ligature, is extracted as what it stands for. CIDToGIDMap leads from codes to glyphs.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence

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

    def __init__(self, ref: FontRef, resource: str) -> None:
        super().__init__()
        self.resource = resource
        self._face = hb.Face(hb.Blob.from_file_path(ref.path), ref.index)
        self._font = hb.Font(self._face)
        self._per_em = 1000 / self._face.upem
        self._pairs: list[tuple[int, str]] = [(0, "")]
        self.outlines_are_cff = "CFF " in self._face.table_tags

    def __missing__(self, pair: tuple[int, str]) -> tuple[str, float]:
        code = len(self._pairs)
        self._pairs.append(pair)
        entry = self[pair] = (f"{code:04X}", self._advance(pair[0]))
        return entry

    def _advance(self, glyph: int) -> float:
        return float(self._font.get_glyph_h_advance(glyph) * self._per_em)

    def addObjects(self, file: PdfFile) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font's objects to `file` and enter it among the pages' fonts."""
        base = name(f"{self._subset_tag()}+{self._postscript_name()}")
        program, new_glyphs = self._subset()
        descriptor = file.add(Raw(self._descriptor(base, file.add(deflated(program, b"/Length1 %d" % len(program))))))
        glyph_map = b"".join(new_glyphs[glyph].to_bytes(2, "big") for glyph, _ in self._pairs)
        descendant = Raw(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/FontDescriptor %d 0 R/DW 1000/W[0[%b]]/CIDToGIDMap %d 0 R>>"
            % (base, descriptor, self._widths(), file.add(deflated(glyph_map)))
        )
        font = Raw(
            b"<</Type/Font/Subtype/Type0/BaseFont%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (base, file.add(descendant), file.add(deflated(to_unicode(self._pairs))))
        )
        file.idToObject["BasicFonts"].dict[self.resource] = reference(file.add(font))

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font program of the glyphs in use, and their new ids by the old ones."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _ in self._pairs})
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
        if self._face.has_var_data:
            wanted.pin_all_axes_to_default(self._face)
        dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        dropped.update({int.from_bytes(tag.ljust(4).encode("ascii"), "big") for tag in _UNNEEDED})
        plan = hb.SubsetPlan(self._face, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)

    def _descriptor(self, base: bytes, program: int) -> bytes:
        box = struct.unpack_from(">4h", self._face.reference_table("head").data, 36)
        extents = self._font.get_font_extents("ltr")
        capital = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        slant = self._font.get_style_value(hb.StyleTag.SLANT_ANGLE)
        scaled = [round(value * self._per_em) for value in (*box, extents.ascender, extents.descender, capital)]
        return (
            b"<</Type/FontDescriptor/FontName%b/Flags %d/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d"
            b"/ItalicAngle %d/StemV %d/FontFile2 %d 0 R>>"
        ) % (base, _SYMBOLIC | (_ITALIC if slant else 0), *scaled, round(slant), self._stem_width(), program)

    def _stem_width(self) -> int:
        """StemV, which no font file states, from the weight class: 80 at regular, 140 at bold."""
        weight = float(self._font.get_style_value(hb.StyleTag.WEIGHT))
        return max(20, round(80 + (weight - 400) * 0.2))

    def _widths(self) -> bytes:
        return b" ".join(b"%.10g" % round(self._advance(glyph), 3) for glyph, _ in self._pairs)

    def _postscript_name(self) -> str:
        stated = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        return "".join(c for c in stated if c.isascii() and c.isprintable() and c != " ")

    def _subset_tag(self) -> str:
        """Six capitals that depend on the subset alone (9.6.4)."""
        digest = hashlib.sha256(repr(sorted(self._pairs)).encode("utf-8")).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6])


def to_unicode(pairs: Sequence[tuple[int, str]]) -> bytes:
    """The CMap from codes, which are the pairs' places, to their text (9.10.3)."""
    entries = [(code, text) for code, (_, text) in enumerate(pairs) if code]
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
            place = (ref.path, ref.index)
            font = self._by_place.get(place)
            if font is None:
                font = self._by_place[place] = GlyphFont(ref, f"F{len(self._by_place) + 1}")
                self._file.delayedFonts.append(font)
            self._by_ref[ref] = font
        return font
