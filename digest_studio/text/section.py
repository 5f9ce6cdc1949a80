"""A paragraph shaped but not yet broken: all that a breaker and the making of lines need, at any measure.

A `Section` is the text between two forced breaks. Its glyphs lie on one endless line; three numbers place a glyph, and the
same three stand at every candidate for a line's end:
    x     natural place without the width of spaces before it
    glue  how far it moves when letters give all they may (tracking, glyph width)
    space natural width of the word spaces before it
so that on a line it stands at x + r·glue + f·space with the line's ratio r and space factor f.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digest_studio.text.hyphenate import SOFT_HYPHEN, Hyphenator
from digest_studio.text.itemise import Piece, itemise
from digest_studio.text.linebreak import is_address, opportunities
from digest_studio.text.margins import HANGING
from digest_studio.text.shape import Strike, Strikes, Word
from digest_studio.text.styles import Paragraph, ParagraphStyle, Run

SPACE, HYPHEN, EXPLICIT, ADDRESS = range(4)  # kinds of line ends: at a space, divided, after the author's hyphen, in a URL
WHOLE = -1  # the offset of a line end that divides no word

_TOKEN = re.compile(r"([^ \u00a0]+)([ \u00a0]*)|([ \u00a0]+)")
_NO_HANG = (0.0, 0.0)


class Candidate(NamedTuple):
    """A place where a line may end. `end_*`: what the line before it has reached there, hyphen and hanging included;
    `start_*`: where the next line begins. Widths `end` and `start` are x + space. The line ends in word number `word`,
    at `offset` in it or behind it (WHOLE)."""

    end: float
    end_glue: float
    end_space: float
    start: float
    start_glue: float
    start_space: float
    kind: int
    word: int
    offset: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a section's glyphs in one strike and run, from glyph number `start`."""

    start: int
    strike: Strike
    run: Run


@dataclass(slots=True)
class Section:
    """See the module's head. `starts[i]`: (glyph number, x, glue, space) of word i; `words[i]` and its stretch's number."""

    words: list[Word]
    stretch_of: list[int]
    starts: list[tuple[int, float, float, float]]
    stretches: list[Stretch]
    glyphs: list[int]
    texts: list[str]
    xs: list[float]
    glue: list[float]
    space: list[float]
    ys: dict[int, float]
    candidates: list[Candidate]
    size: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph's sections and the characters that no font has."""

    sections: tuple[Section, ...]
    missing: tuple[str, ...]


def shape_paragraph(paragraph: Paragraph, strikes: Strikes, hyphenator: Hyphenator) -> Shaped:
    """All sections of the paragraph, shaped, with their candidates."""
    runs = tuple(Run(run.text.replace("\t", " "), run.style, run.link) for run in paragraph.runs if run.text)
    text = "".join(run.text for run in runs)
    pieces, missing = itemise(runs, paragraph.language, strikes.library) if runs else ((), ())
    sections = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        sections.append(_Builder(paragraph, runs, strikes, hyphenator).section(text, start, end, pieces))
        start = end + 1
    return Shaped(tuple(sections), missing)


def hanging(style: ParagraphStyle, strike: Strike, char: str) -> tuple[float, float]:
    """How far `char` hangs out at a line's start and end, in points."""
    if not style.optical:
        return _NO_HANG
    left, right = HANGING.get(char, _NO_HANG)
    if not left and not right:
        return _NO_HANG
    width = strike.word(char).width
    return left * width, right * width


class _Builder:
    """Lays a section's words on the endless line, one after the other."""

    def __init__(self, paragraph: Paragraph, runs: tuple[Run, ...], strikes: Strikes, hyphenator: Hyphenator) -> None:
        self.style = paragraph.style
        self.language = paragraph.language
        self.runs = runs
        self.strikes = strikes
        self.hyphenator = hyphenator
        self.x = self.glue = self.space = 0.0
        self.own_spaces = False  # whether the pending spaces are the new stretch's, not the old one's
        self.begun: tuple[Strike, Run] | None = None  # a stretch whose first word has not come yet
        self.made = Section([], [], [], [], [], [], [], [], [], {}, [], 0.0)

    def section(self, text: str, start: int, end: int, pieces: tuple[Piece, ...]) -> Section:
        made = self.made
        places = iter([*(start + p for p in opportunities(text[start:end])), end + 1])
        place = next(places)
        pending = ""
        for piece in pieces:
            a, b = max(piece.start, start), min(piece.end, end)
            if a >= b:
                continue
            strike = self._begin_stretch(piece)
            for match in _TOKEN.finditer(text, a, b):
                token = match[1]
                if token is None:
                    self.own_spaces = not pending
                    pending += match[3]
                    continue
                at = match.start()
                ready = place <= at
                inner = []
                while place < at + len(token):
                    if place > at:
                        inner.append(place - at)
                    place = next(places)
                word = strike.word(token.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in token else token)
                self._space_before(word, strike, pending, ready)
                self._add(word)
                self._inner_candidates(word, strike, self._divisions(text, at, token, inner))
                self._advance(word)
                pending, self.own_spaces = match[2], False
        self._finish(pending)
        return made

    def _begin_stretch(self, piece: Piece) -> Strike:
        run = self.runs[piece.run]
        justify = self.style.justify if self.style.align == "justify" else None
        limits = (justify.tracking, justify.width) if justify else (0.0, 0.0)
        strike = self.strikes.strike(piece.font, run.style, self.language, piece.script, limits)
        self.begun = (strike, run)
        if not self.made.size:
            self.made.size = strike.size
        return strike

    def _space_before(self, word: Word, strike: Strike, pending: str, ready: bool) -> None:
        """The spaces before `word`, and the candidate there."""
        made = self.made
        if not made.words:
            if pending:
                self._open_stretch()
                self._add_spaces(pending, strike, 0.0)
            return
        before = made.words[-1]
        old = made.stretches[made.stretch_of[-1]].strike
        end_x, end_glue, end_space = self.x, self.glue, self.space
        if pending:
            lead, tail = old.gap(before.last, word.first) if old is strike else (old.set_tracking, 0.0)
            if self.own_spaces:
                self._open_stretch()
            self._add_spaces(pending, strike if self.own_spaces else old, lead)
            self.x += lead + tail
        elif old.set_tracking:
            self.x += old.set_tracking
        if ready:
            out = hanging(self.style, old, before.text[-1])[1]
            into = hanging(self.style, strike, word.text[0])[0]
            made.candidates.append(Candidate(
                end_x + end_space - out, end_glue, end_space, self.x + self.space + into, self.glue, self.space,
                SPACE if pending else EXPLICIT, len(made.words) - 1, WHOLE,
            ))

    def _add_spaces(self, spaces: str, strike: Strike, lead: float) -> None:
        made = self.made
        for char in spaces:
            made.glyphs.append(strike.space_glyph)
            made.texts.append(char)
            made.xs.append(self.x + lead)
            made.glue.append(self.glue)
            made.space.append(self.space)
            self.space += strike.space

    def _open_stretch(self) -> None:
        if self.begun is not None:
            self.made.stretches.append(Stretch(len(self.made.glyphs), *self.begun))
            self.begun = None

    def _add(self, word: Word) -> None:
        made = self.made
        self._open_stretch()
        x, glue = self.x, self.glue
        made.starts.append((len(made.glyphs), x, glue, self.space))
        made.stretch_of.append(len(made.stretches) - 1)
        made.words.append(word)
        if word.ys:
            made.ys.update((len(made.glyphs) + i, y) for i, y in enumerate(word.ys) if y)
        made.glyphs += word.glyphs
        made.texts += word.texts
        made.xs += [x + at for at in word.xs]
        made.glue += [glue + at for at in word.glue]
        made.space += [self.space] * len(word.glyphs)

    def _advance(self, word: Word) -> None:
        self.x += word.width
        self.glue += word.stretch

    def _divisions(self, text: str, at: int, token: str, inner: list[int]) -> Iterator[tuple[int, int]]:
        """(offset, kind) of the candidates inside a token; offsets do not count soft hyphens."""
        kind = ADDRESS if inner and is_address(token) else EXPLICIT
        found = dict.fromkeys(inner, kind)
        limits = self.style.hyphens
        if limits is not None:
            end = at + len(token)
            if (at == 0 or text[at - 1] in " \u00a0\n") and (end == len(text) or text[end] in " \u00a0\n"):
                points = self.hyphenator.divisions(token, self.language, limits)
            else:
                points = self._points_across_styles(text, at, end)
            for point in points:
                found.setdefault(point, HYPHEN)
        elif not inner:
            return
        soft = SOFT_HYPHEN in token
        for offset in sorted(found):
            shown = offset - token.count(SOFT_HYPHEN, 0, offset) if soft else offset
            yield shown, HYPHEN if soft and token[offset - 1 : offset + 1].count(SOFT_HYPHEN) else found[offset]

    def _points_across_styles(self, text: str, at: int, end: int) -> tuple[int, ...]:
        """The divisions of a word set in several styles that fall into the part from `at` to `end`."""
        assert self.style.hyphens is not None
        first, last = at, end
        while first > 0 and text[first - 1] not in " \u00a0\n":
            first -= 1
        while last < len(text) and text[last] not in " \u00a0\n":
            last += 1
        points = self.hyphenator.divisions(text[first:last], self.language, self.style.hyphens)
        return tuple(first + p - at for p in points if at < first + p < end)

    def _inner_candidates(self, word: Word, strike: Strike, divisions: Iterator[tuple[int, int]]) -> None:
        made = self.made
        x, glue, space = self.x + self.space, self.glue, self.space
        number = len(made.words) - 1
        for offset, kind in divisions:
            place = word.place(offset)
            if place is not None:
                end = start = place[0]
                end_glue = start_glue = place[1]
            else:  # inside a ligature
                before, after = strike.word(word.text[:offset]), strike.word(word.text[offset:])
                end, end_glue = before.width, before.stretch
                start, start_glue = word.width - after.width, word.stretch - after.stretch
            if kind == HYPHEN:
                end += strike.hyphen_width(word.text[offset - 1]) - hanging(self.style, strike, strike.hyphen)[1]
            else:
                end -= hanging(self.style, strike, word.text[offset - 1])[1]
            made.candidates.append(Candidate(
                x + end, glue + end_glue, space, x + start, glue + start_glue, space, kind, number, offset,
            ))

    def _finish(self, pending: str) -> None:
        """The section's own end, which is always a line's end."""
        made = self.made
        out = 0.0
        end = self.x + self.space
        if made.words:
            strike = made.stretches[made.stretch_of[-1]].strike
            out = hanging(self.style, strike, made.words[-1].text[-1])[1]
            if pending:
                self._add_spaces(pending, strike, 0.0)
        made.candidates.append(Candidate(
            end - out, self.glue, self.space, end, self.glue, self.space, SPACE, len(made.words) - 1, WHOLE,
        ))
