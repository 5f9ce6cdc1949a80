"""Words in one font and style as glyphs with their places. HarfBuzz shapes each word once; the rest is remembered.

In: the text of a word (no spaces). Out: `Word`: glyph ids, the text each glyph stands for, and its place in points from
the word's start. Kerning between a word and the space beside it is asked for by the clusters that meet (`Strike.gap`).
Only left-to-right runs are shaped so far; direction, script and language are always said, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from digest_studio.text.fonts import FontLibrary, OpenFont, is_visible
from digest_studio.text.hyphenate import SOFT_HYPHEN
from digest_studio.text.styles import CharStyle

HYPHEN = "\u2010"
REPLACEMENT = "\ufffd"
WIDEST_LIGATURE_TRACKING = 10.0  # thousandths of an em; beyond it ligatures would look closer than their neighbours
MOST_WORDS = 50_000  # remembered for each strike (about 1 kB each)


class StrikeKey(NamedTuple):
    """What the look of a word depends on, beside its letters. `tracking`, `width`: the justification's limits."""

    font: str
    size: float
    features: tuple[str, ...]
    set_tracking: float
    language: str
    script: str
    tracking: float
    width: float


class Word(NamedTuple):
    """A shaped word; all lengths in points. A space follows most words, so the lists have one more element, for it.

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
        self._new_buffer: Any = uharfbuzz.Buffer
        self._shape = uharfbuzz.shape
        self._features = _features(key)
        self._words: dict[str, Word] = {}
        self._gaps: dict[str, tuple[float, float]] = {}
        self._alone: dict[str, int] = {}
        self.joints: dict[str, tuple[float, float, bool]] = {}  # kept by section.Shaper
        self.hyphen = HYPHEN if font.has(HYPHEN) else "-"
        blank = self._buffer(" ")
        self.space_glyph: int = blank.glyph_infos[0].codepoint
        self.space: float = blank.glyph_positions[0].x_advance * self.scale + self.set_tracking

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
        return word._replace(texts=[*word.texts[:-2], SOFT_HYPHEN, " "])

    def first_part(self, word: Word, offset: int, hyphened: bool) -> tuple[float, float]:
        """Width and stretch of a word's first `offset` characters, with a hyphen or without, as if they were shaped alone."""
        before = word.place(offset - 1)
        if before is None or word.place(offset) is None:  # inside a ligature or behind a mark
            part = self.before_hyphen(word.text[:offset]) if hyphened else self.word(word.text[:offset])
            return part.width, part.stretch
        last = word.text[offset - 1]
        part = self.word(last + self.hyphen if hyphened else last)
        return before[0] + part.width, before[1] + part.stretch

    def before_last_part(self, word: Word, offset: int) -> tuple[float, float]:
        """Where the rest of a word from `offset` on begins, so that, shaped alone, it ends where the word ends."""
        place = word.place(offset)
        if place is not None:
            return place
        rest = self.word(word.text[offset:])
        return word.width - rest.width, word.stretch - rest.stretch

    def gap(self, last: str, first: str) -> tuple[float, float]:
        """What to add (before, after) a space between the clusters `last` and `first`: kerning, letterspacing; in points."""
        key = f"{last} {first}"
        found = self._gaps.get(key)
        if found is None:
            advances, clusters = self._advances(key)
            at = clusters.index(len(last))
            alone = self._alone.get(last)
            if alone is None:
                alone = self._alone[last] = sum(self._advances(last)[0])
            space = self.space - self.set_tracking
            found = ((sum(advances[:at]) - alone) * self.scale + self.set_tracking, advances[at] * self.scale - space)
            self._gaps[key] = found
        return found

    def _buffer(self, text: str) -> Any:
        """HarfBuzz's buffer with the text shaped."""
        buffer = self._new_buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = self.key.script
        buffer.language = self.key.language
        self._shape(self.font.hb, buffer, self._features)
        return buffer

    def _advances(self, text: str) -> tuple[list[int], list[int]]:
        """Advances in units of the em, and clusters."""
        buffer = self._buffer(text)
        return [p.x_advance for p in buffer.glyph_positions], [g.cluster for g in buffer.glyph_infos]

    def _set(self, text: str) -> Word:
        buffer = self._buffer(text)
        glyphs = [g.codepoint for g in buffer.glyph_infos]
        if 0 in glyphs:  # no font has them: the replacement character marks the place
            buffer = self._buffer("".join([c if self.font.has(c) or not is_visible(c) else REPLACEMENT for c in text]))
            glyphs = [g.codepoint for g in buffer.glyph_infos]
        clusters = [g.cluster for g in buffer.glyph_infos]
        positions = buffer.glyph_positions
        scale = self.scale
        xs = list(accumulate([p.x_advance * scale for p in positions], initial=0.0))
        if len(glyphs) == len(text) and clusters == list(range(len(text))):
            texts = list(text)
            letters: Sequence[int] = range(len(text))
        else:
            texts, letters = _cluster_texts(text, clusters)
        step, widen = self.key.tracking * self.size, self.key.width
        width = xs.pop()
        last = letters[-1] if letters else 0
        glue = [widen * x + step * n for x, n in zip(xs, letters, strict=True)]
        stretch = widen * width + step * last
        if self.set_tracking:
            xs = [x + self.set_tracking * n for x, n in zip(xs, letters, strict=True)]
            width += self.set_tracking * last
        ys: tuple[float, ...] = ()
        if any(p.x_offset or p.y_offset for p in positions):
            xs = [x + p.x_offset * scale for x, p in zip(xs, positions, strict=True)]
            ys = tuple([p.y_offset * scale for p in positions])
        glyphs.append(self.space_glyph)
        texts.append(" ")
        xs.append(width)
        glue.append(stretch)
        return Word(text, glyphs, texts, xs, glue, ys, width, stretch, clusters)


def _cluster_texts(text: str, clusters: list[int]) -> tuple[list[str], list[int]]:
    """What each glyph stands for (a cluster's first glyph for all of it), and the number of its cluster."""
    texts, letters = [], []
    number = -1
    before = -1
    for i, cluster in enumerate(clusters):
        if cluster == before:
            texts.append("")
        else:
            number += 1
            before = cluster
            end = next((c for c in clusters[i + 1 :] if c != cluster), None)
            texts.append(text[cluster:end])
        letters.append(number)
    return texts, letters


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
