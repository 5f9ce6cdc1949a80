"""Words in one font and style as glyphs with their places. HarfBuzz shapes each word once; the rest is remembered.

In: the text of a word (no spaces). Out: `Word`: glyph ids, the text each glyph stands for, and its place in points from
the word's start. Kerning between a word and the space beside it is asked for by the clusters that meet (`Strike.gap`).
Only left-to-right runs are shaped so far; direction, script and language are always said, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from digest_studio.text.fonts import FontLibrary, OpenFont
from digest_studio.text.hyphenate import SOFT_HYPHEN
from digest_studio.text.styles import CharStyle

HYPHEN = "\u2010"
REPLACEMENT = "\ufffd"
WIDEST_LIGATURE_TRACKING = 10.0  # thousandths of an em; beyond it ligatures would look closer than their neighbours
MOST_WORDS = 50_000  # remembered for each strike (about 1 kB each)


@dataclass(frozen=True, slots=True)
class StrikeKey:
    """What the look of a word depends on, beside its letters. `tracking`, `width`: the justification's limits."""

    font: str
    size: float
    features: tuple[str, ...]
    set_tracking: float
    language: str
    script: str
    tracking: float
    width: float


@dataclass(slots=True)
class Word:
    """A shaped word; all lengths in points.

    `xs[i]`: glyph i's place with natural letter spacing; `glue[i]`: how far it moves when the line's letters give all they may
    (tracking and glyph width). `width`, `stretch`: the same for the word's end. `clusters[i]`: offset in `text` of glyph
    i's characters. `first`, `last`: the text of the outer clusters.
    """

    text: str
    glyphs: list[int]
    texts: list[str]
    xs: list[float]
    glue: list[float]
    ys: tuple[float, ...]
    width: float
    stretch: float
    clusters: list[int]

    @property
    def first(self) -> str:
        return self.texts[0]

    @property
    def last(self) -> str:
        return self.text[self.clusters[-1] :]

    def place(self, offset: int) -> tuple[float, float] | None:
        """(x, glue) where the character at `offset` begins; None inside a cluster."""
        if offset < len(self.clusters) and self.clusters[offset] == offset:
            return self.xs[offset], self.glue[offset]
        if offset in self.clusters:
            i = self.clusters.index(offset)
            return self.xs[i], self.glue[i]
        return None


class Strike:
    """A font at a size with its features, in one language and script: shapes words and remembers them."""

    def __init__(self, key: StrikeKey, font: OpenFont) -> None:
        import uharfbuzz

        self.key = key
        self.font = font
        self.size = key.size
        self.scale = key.size / font.upem
        self.set_tracking = key.set_tracking * key.size / 1000
        self._buffer: Any = uharfbuzz.Buffer
        self._shape = uharfbuzz.shape
        self._features = _features(key)
        self._words: dict[str, Word] = {}
        self._gaps: dict[str, tuple[float, float]] = {}
        self._hyphens: dict[str, float] = {}
        self.hyphen = HYPHEN if font.has(HYPHEN) else "-"
        glyphs, advances, *_ = self._glyphs(" ")
        self.space_glyph = glyphs[0]
        self.space = advances[0] * self.scale + self.set_tracking

    def word(self, text: str) -> Word:
        """The glyphs of a word without spaces and soft hyphens."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= MOST_WORDS:
                self._words.clear()
            found = self._words[text] = self._set(text)
        return found

    def before_hyphen(self, text: str) -> Word:
        """The first part of a divided word with its hyphen (which stands for U+00AD)."""
        word = self.word(text + self.hyphen)
        if word.texts[-1] == self.hyphen:
            return replace(word, texts=[*word.texts[:-1], SOFT_HYPHEN])
        return word

    def hyphen_width(self, last: str) -> float:
        """The hyphen's width after the character `last`, kerning included."""
        found = self._hyphens.get(last)
        if found is None:
            found = self._hyphens[last] = self.word(last + self.hyphen).width - self.word(last).width + self.set_tracking
        return found

    def gap(self, last: str, first: str) -> tuple[float, float]:
        """What to add (before, after) a space between the clusters `last` and `first`: kerning, letterspacing; in points."""
        key = f"{last} {first}"
        found = self._gaps.get(key)
        if found is None:
            _, advances, clusters, *_ = self._glyphs(key)
            at = clusters.index(len(last))
            alone = sum(self._glyphs(last)[1])
            space = self.space - self.set_tracking
            found = ((sum(advances[:at]) - alone) * self.scale + self.set_tracking, advances[at] * self.scale - space)
            self._gaps[key] = found
        return found

    def _glyphs(self, text: str) -> tuple[list[int], list[int], list[int], list[int], list[int]]:
        """Glyph ids, advances, clusters, x and y offsets, in units of the em."""
        key = self.key
        buffer = self._buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = key.script
        buffer.language = key.language
        self._shape(self.font.hb, buffer, self._features)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        return (
            [g.codepoint for g in infos], [p.x_advance for p in positions], [g.cluster for g in infos],
            [p.x_offset for p in positions], [p.y_offset for p in positions],
        )

    def _set(self, text: str) -> Word:
        missing = [i for i, char in enumerate(text) if not self.font.has(char) and is_visible(char)]
        glyphs, advances, clusters, dxs, dys = self._glyphs(_replaced(text, missing) if missing else text)
        scale, spacing = self.scale, self.set_tracking
        step, widen = self.key.tracking * self.size, self.key.width
        xs, glue, texts = [], [], []
        x = 0.0
        letters = -1
        before = -1
        last = len(clusters) - 1
        for i, cluster in enumerate(clusters):
            if cluster != before:
                letters += 1
                end = i + 1
                while end <= last and clusters[end] == cluster:
                    end += 1
                texts.append(text[cluster : clusters[end] if end <= last else None])
                before = cluster
            else:
                texts.append("")
            at = x + letters * spacing
            xs.append(at + dxs[i] * scale if dxs[i] else at)
            glue.append(widen * x + letters * step)
            x += advances[i] * scale
        letters = max(letters, 0)
        ys = tuple(dy * scale for dy in dys) if any(dys) else ()
        return Word(text, glyphs, texts, xs, glue, ys, x + letters * spacing, widen * x + letters * step, clusters)


def _replaced(text: str, missing: list[int]) -> str:
    chars = list(text)
    for i in missing:
        chars[i] = REPLACEMENT
    return "".join(chars)


def is_visible(char: str) -> bool:
    """Whether a font must have a glyph for it: not for spaces and marks of layout, which HarfBuzz makes itself."""
    return char.isprintable() and not char.isspace() and char not in "\ufe0e\ufe0f"


def _features(key: StrikeKey) -> dict[str, bool]:
    features = {tag.lstrip("+-"): not tag.startswith("-") for tag in key.features}
    if key.set_tracking > WIDEST_LIGATURE_TRACKING:
        features.setdefault("liga", False)
        features.setdefault("clig", False)
    return features


class Strikes:
    """All strikes of a font library, made when first asked for."""

    def __init__(self, library: FontLibrary) -> None:
        self.library = library
        self._made: dict[StrikeKey, Strike] = {}

    def strike(self, font: str, style: CharStyle, language: str, script: str, glue: tuple[float, float]) -> Strike:
        key = StrikeKey(font, style.size, style.features, style.tracking, language, script, *glue)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Strike(key, self.library.open(font))
        return found
