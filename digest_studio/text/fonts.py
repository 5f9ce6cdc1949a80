"""The font files that a theme may name, opened when they are first needed.

In: a folder of TrueType files; a font's name is its file's, without the suffix. Out: `FontRef`s for the page, metrics, and
opened fonts for the shaper. HarfBuzz is imported only when a font is opened.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest_studio.display.items import FontRef

if TYPE_CHECKING:
    import uharfbuzz

FALLBACKS = ("NotoSans-Regular", "NotoSansSymbols2-Regular", "NotoSansMath-Regular")
_UNSEEN = ("Cf", "Cc", "Zs", "Zl", "Zp")
SUFFIXES = (".ttf", ".otf")


class FontMetrics(NamedTuple):
    """Heights above the baseline as fractions of an em (the descent too is positive)."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


def is_visible(char: str) -> bool:
    """Whether a font must have a glyph for it: not for spaces and marks of layout, which HarfBuzz makes itself."""
    if char.isascii():
        return char > " "
    return unicodedata.category(char) not in _UNSEEN and char != "\u034f" and not "\ufe00" <= char <= "\ufe0f"


class OpenFont:
    """A font file opened for shaping. `hb` is HarfBuzz's font in units of the em (`upem` to one em)."""

    def __init__(self, ref: FontRef) -> None:
        import uharfbuzz

        self.ref = ref
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(ref.path), ref.face)
        self.upem: int = face.upem
        self.hb: uharfbuzz.Font = uharfbuzz.Font(face)
        self._present: dict[str, bool] = {}
        self._shown: set[str] = set()

    def has(self, char: str) -> bool:
        """Whether the font has a glyph of its own for the character."""
        found = self._present.get(char)
        if found is None:
            found = self._present[char] = self.hb.get_nominal_glyph(ord(char)) is not None
        return found

    def lacking(self, text: str) -> set[str]:
        """The visible characters of `text` that the font has no glyph for."""
        new = set(text) - self._shown
        lacking = {char for char in new if is_visible(char) and not self.has(char)}
        self._shown |= new - lacking
        return lacking

    def metrics(self) -> FontMetrics:
        """Typographic heights; those of `H` and `x` where the font does not say."""
        from uharfbuzz import OTMetricsTag

        extents = self.hb.get_font_extents("ltr")
        cap = self.hb.get_metric_position_with_fallback(OTMetricsTag.CAP_HEIGHT)
        ex = self.hb.get_metric_position_with_fallback(OTMetricsTag.X_HEIGHT)
        em = self.upem
        return FontMetrics(extents.ascender / em, -extents.descender / em, cap / em, ex / em)


class FontLibrary:
    """The fonts of a folder by name. `fallbacks` are tried, in their order, for characters that a style's fonts lack.

    `own` is a folder of the user's; a bundled font's name is not to be taken.
    """

    def __init__(self, directory: Path, fallbacks: tuple[str, ...] | None = None, own: Path | None = None) -> None:
        paths = [p for folder in (own, directory) if folder and folder.is_dir() for p in sorted(folder.iterdir())]
        self._refs = {path.stem: FontRef(path.stem, str(path)) for path in paths if path.suffix.lower() in SUFFIXES}
        wished = FALLBACKS if fallbacks is None else fallbacks
        self.fallbacks = tuple(name for name in wished if name in self._refs)
        self._open: dict[str, OpenFont] = {}
        self._metrics: dict[str, FontMetrics] = {}

    def names(self) -> tuple[str, ...]:
        return tuple(self._refs)

    def has(self, name: str) -> bool:
        return name in self._refs

    def ref(self, name: str) -> FontRef:
        """The file of the font `name`; KeyError if there is none (the theme is checked when it is read)."""
        return self._refs[name]

    def metrics(self, name: str) -> FontMetrics:
        found = self._metrics.get(name)
        if found is None:
            found = self._metrics[name] = self.open(name).metrics()
        return found

    def open(self, name: str) -> OpenFont:
        """The font, opened once."""
        font = self._open.get(name)
        if font is None:
            font = self._open[name] = OpenFont(self._refs[name])
        return font
