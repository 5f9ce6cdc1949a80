"""A paragraph shaped but not yet broken: all that a breaker and the making of lines need, at any measure.

A `Section` is the text between two forced breaks. Its words lie on one endless line; three numbers say where a word begins,
and the same three stand at every candidate for a line's end:
    x     natural place without the width of the spaces before it
    glue  how far it moves when letters give all they may (tracking, glyph width)
    space natural width of the word spaces before it
so that on a line it stands at x + r·glue + f·space with the line's ratio r and space factor f.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from digest_studio.text.hyphenate import SOFT_HYPHEN, Hyphenator
from digest_studio.text.itemise import Piece, itemise
from digest_studio.text.linebreak import Edges, edges, is_address, may_break_between, opportunities
from digest_studio.text.margins import HANGING
from digest_studio.text.shape import Strike, Strikes, Word
from digest_studio.text.styles import Hyphens, Paragraph, ParagraphStyle, Run

# Kinds of line ends: at a space, divided, after the author's hyphen or dash, in an address.
SPACE, HYPHEN, EXPLICIT, ADDRESS = range(4)
WHOLE = -1  # the offset of a line end that divides no word

# A place where a line may end, as a plain tuple for the breaker's sake:
#   end, end_glue, end_space        what the line before it has reached, hyphen and hanging included (end is x + space)
#   start, start_glue, start_space  where the next line begins
#   kind, word, offset              the line ends in that word, at `offset` in it or behind it (WHOLE)
Candidate = tuple[float, float, float, float, float, float, int, int, int]
END: Final = 0
START: Final = 3
KIND: Final = 6
WORD: Final = 7
OFFSET: Final = 8

_TOKEN = re.compile(r"([^ \u00a0]+)([ \u00a0]*)|([ \u00a0]+)")
_NO_HANG = (0.0, 0.0)


class Placed(NamedTuple):
    """A word on the endless line. `spaces` stand before it, from `space_x` on (their own place is that of `space` less
    their width); they are set in stretch `space_stretch`, the word in `stretch`."""

    word: Word
    stretch: int
    x: float
    glue: float
    space: float
    spaces: str
    space_x: float
    space_stretch: int


class Stretch(NamedTuple):
    """Words in one strike and run."""

    strike: Strike
    run: Run


@dataclass(slots=True)
class Section:
    """See the module's head. `trailing`: spaces at the end. `size`: the first word's, in points."""

    words: list[Placed] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    trailing: str = ""
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph's sections and the characters that no font has."""

    sections: tuple[Section, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A token as a strike and the rules of a paragraph make it: its word, what of it hangs out at a line's start and end, its
    edges for the line breaking rules, and the candidates in it, from the word's own start:
    (end, end_glue, start, start_glue, kind, offset)."""

    word: Word
    into: float
    out: float
    edges: Edges
    inner: tuple[tuple[float, float, float, float, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    """What an entry depends on beside its strike."""

    optical: bool
    hyphens: Hyphens | None
    language: str


class Shaper:
    """Shapes paragraphs; remembers every token it has met."""

    def __init__(self, strikes: Strikes, hyphenator: Hyphenator) -> None:
        self.strikes = strikes
        self.hyphenator = hyphenator
        self._entries: dict[tuple[Strike, _Rules], dict[str, Entry]] = {}

    def shape(self, paragraph: Paragraph) -> Shaped:
        """All sections of the paragraph, with their candidates."""
        runs = tuple([Run(run.text.replace("\t", " "), run.style, run.link) for run in paragraph.runs if run.text])
        text = "".join([run.text for run in runs])
        pieces, missing = itemise(runs, paragraph.language, self.strikes.library) if runs else ((), ())
        sections = []
        start = 0
        for part in text.split("\n"):
            end = start + len(part)
            sections.append(_Builder(self, paragraph, runs).section(text, start, end, pieces))
            start = end + 1
        return Shaped(tuple(sections), missing)

    def entries(self, strike: Strike, rules: _Rules) -> dict[str, Entry]:
        found = self._entries.get((strike, rules))
        if found is None:
            found = self._entries[strike, rules] = {}
        return found

    def entry(self, token: str, strike: Strike, rules: _Rules, points: tuple[int, ...] | None = None) -> Entry:
        """The token's entry, made anew; `points`: where it may be divided, if it is only part of a word."""
        shown = token.replace(SOFT_HYPHEN, "")
        word = strike.word(shown)
        into = hanging(rules.optical, strike, shown[:1])[0]
        out = hanging(rules.optical, strike, shown[-1:])[1]
        if points is None:
            points = self.hyphenator.divisions(token, rules.language, rules.hyphens) if rules.hyphens else ()
        inner = tuple(_inner(word, strike, rules, kind, offset) for offset, kind in _divisions(token, points))
        return Entry(word, into, out, edges(token), inner)


def hanging(optical: bool, strike: Strike, char: str) -> tuple[float, float]:
    """How far `char` hangs out at a line's start and end, in points."""
    left, right = HANGING.get(char, _NO_HANG)
    if not optical or (not left and not right):
        return _NO_HANG
    width = strike.word(char).width
    return left * width, right * width


def _divisions(token: str, points: tuple[int, ...]) -> list[tuple[int, int]]:
    """(offset, kind) of the candidates inside a token, in order; offsets do not count soft hyphens."""
    found = dict.fromkeys(points, HYPHEN)
    places = opportunities(token)
    if places:
        kind = ADDRESS if is_address(token) else EXPLICIT
        for place in places:
            if token[place - 1] != SOFT_HYPHEN:
                found.setdefault(place, kind)
    if SOFT_HYPHEN in token:
        return [(offset - token.count(SOFT_HYPHEN, 0, offset), found[offset]) for offset in sorted(found)]
    return sorted(found.items())


def _inner(
    word: Word, strike: Strike, rules: _Rules, kind: int, offset: int,
) -> tuple[float, float, float, float, int, int]:
    """The candidate at `offset` of a word, from the word's own start."""
    place = word.place(offset)
    if place is not None:
        end, end_glue = start, start_glue = place
    else:  # inside a ligature
        before, after = strike.word(word.text[:offset]), strike.word(word.text[offset:])
        end, end_glue = before.width, before.stretch
        start, start_glue = word.width - after.width, word.stretch - after.stretch
    if kind == HYPHEN:
        end += strike.hyphen_width(word.text[offset - 1]) - hanging(rules.optical, strike, strike.hyphen)[1]
    else:
        end -= hanging(rules.optical, strike, word.text[offset - 1])[1]
        start += hanging(rules.optical, strike, word.text[offset])[0]
    return end, end_glue, start, start_glue, kind, offset


class _Builder:
    """Lays a section's words on the endless line, one after the other."""

    def __init__(self, shaper: Shaper, paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
        self.shaper = shaper
        style = paragraph.style
        self.rules = _Rules(style.optical, style.hyphens, paragraph.language)
        self.limits = _letter_limits(style)
        self.runs = runs
        self.made = Section()
        self.x = self.glue = self.space = 0.0
        self.pending = ""  # spaces whose next word has not come yet
        self.pending_stretch = 0
        self.before: tuple[Entry, Strike] | None = None

    def section(self, text: str, start: int, end: int, pieces: tuple[Piece, ...]) -> Section:
        for piece in pieces:
            a, b = max(piece.start, start), min(piece.end, end)
            if a < b:
                run = self.runs[piece.run]
                strike = self.shaper.strikes.strike(piece.font, run.style, self.rules.language, piece.script, self.limits)
                self.made.stretches.append(Stretch(strike, run))
                self._add_piece(text, a, b, strike)
        self._finish()
        return self.made

    def _add_piece(self, text: str, start: int, end: int, strike: Strike) -> None:
        """The words of text[start:end], all in one strike."""
        entries = self.shaper.entries(strike, self.rules)
        stretch = len(self.made.stretches) - 1
        apart = _whole_words(text, start, end)
        for token, spaces, leading in _TOKEN.findall(text[start:end]):
            if leading:
                if not self.pending:
                    self.pending_stretch = stretch
                self.pending += leading
                continue
            entry = entries.get(token)
            if entry is None:
                entry = entries[token] = self.shaper.entry(token, strike, self.rules)
            if not apart:
                entry = self._entry_of_part(text, start, end, token, entry, strike)
            self._add(entry, strike, stretch)
            self.pending, self.pending_stretch = spaces, stretch

    def _add(self, entry: Entry, strike: Strike, stretch: int) -> None:
        """One word: the candidate before it, the spaces, itself, the candidates in it."""
        made = self.made
        x, glue, space = self.x, self.glue, self.space
        pending = self.pending
        space_x = x
        if self.before is not None:
            last, old = self.before
            if pending:
                lead, tail = old.gap(last.word.last, entry.word.first) if old is strike else (old.set_tracking, 0.0)
                space_x = x + lead
                after = x + lead + tail
                spaces = made.stretches[self.pending_stretch].strike.space * len(pending)
            else:
                after, spaces = x + old.set_tracking, 0.0
            if may_break_between(last.edges, pending, entry.edges):
                made.candidates.append((
                    x + space - last.out, glue, space, after + space + spaces + entry.into, glue, space + spaces,
                    SPACE if pending else EXPLICIT, len(made.words) - 1, WHOLE,
                ))
            x = after
            space += spaces
        elif pending:
            space += strike.space * len(pending)
        number = len(made.words)
        made.words.append(Placed(entry.word, stretch, x, glue, space, pending, space_x, self.pending_stretch))
        at = x + space
        for end, end_glue, start, start_glue, kind, offset in entry.inner:
            made.candidates.append((
                at + end, glue + end_glue, space, at + start, glue + start_glue, space, kind, number, offset))
        self.x, self.glue, self.space = x + entry.word.width, glue + entry.word.stretch, space
        self.before = (entry, strike)

    def _entry_of_part(self, text: str, start: int, end: int, token: str, entry: Entry, strike: Strike) -> Entry:
        """The entry of a token at the piece's border that is only part of a word: it is divided as the whole word is."""
        if self.rules.hyphens is None:
            return entry
        piece = text[start:end]
        at = start if piece.startswith(token) and not _is_space(text, start - 1) else end - len(token)
        if not text.startswith(token, at) or (_is_space(text, at - 1) and _is_space(text, at + len(token))):
            return entry
        first, last = at, at + len(token)
        while not _is_space(text, first - 1):
            first -= 1
        while not _is_space(text, last):
            last += 1
        points = self.shaper.hyphenator.divisions(text[first:last], self.rules.language, self.rules.hyphens)
        own = tuple(first + p - at for p in points if at < first + p < at + len(token))
        return self.shaper.entry(token, strike, self.rules, own)

    def _finish(self) -> None:
        """The section's own end, which is always a line's end."""
        made = self.made
        end = self.x + self.space
        out = 0.0
        if made.stretches:
            made.size = made.stretches[0].strike.size
        if self.before is not None:
            out = self.before[0].out
        made.trailing = self.pending
        made.candidates.append((
            end - out, self.glue, self.space, end, self.glue, self.space, SPACE, len(made.words) - 1, WHOLE))


def _letter_limits(style: ParagraphStyle) -> tuple[float, float]:
    """How far letters give: tracking and width, as in `Justify`; not at all where lines are not justified."""
    return (style.justify.tracking, style.justify.width) if style.align == "justify" else (0.0, 0.0)


def _is_space(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at] in " \u00a0\n"


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether no word runs over the borders of text[start:end]."""
    return (_is_space(text, start - 1) or _is_space(text, start)) and (_is_space(text, end) or _is_space(text, end - 1))
