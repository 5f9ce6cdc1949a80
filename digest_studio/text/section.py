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
from typing import Final, NamedTuple

from digest_studio.text.hyphenate import SOFT_HYPHEN, Hyphenator
from digest_studio.text.itemise import Piece, itemise
from digest_studio.text.linebreak import Edges, edges, is_address, is_plain, may_break_between, opportunities
from digest_studio.text.margins import HANGING
from digest_studio.text.shape import Strike, Strikes, Word
from digest_studio.text.styles import Hyphens, Paragraph, ParagraphStyle, Run

# Kinds of line ends: at a space, divided by the breaker, after a hyphen of the author's, after a dash or slash, in an address.
SPACE, HYPHEN, AUTHORS_HYPHEN, DASH, ADDRESS = range(5)
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

_TOKEN = re.compile(r"([^ \u00a0]+)([ \u00a0]*)|([ \u00a0]+)")  # a word and the spaces behind it, or spaces at the start
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_IDLE_SOFT_HYPHEN = re.compile("(?<![^ \u00a0\n])\u00ad+|\u00ad+(?![^ \u00a0\n\u00ad])")
MOST_TOKENS = 50_000  # remembered for each strike and paragraph style
_NO_HANG = (0.0, 0.0)


# A word on the endless line, as a plain tuple too:
#   word, stretch    the word, and the number of its stretch
#   x, glue, space   where it begins
#   before           spaces in front of it that belong to its own stretch; `space` counts them
#   after, lead      spaces behind it in its stretch, the first one `lead` points (kerning) from the word's end
Placed = tuple[Word, int, float, float, float, str, str, float]
BEFORE: Final = 5


class Stretch(NamedTuple):
    """Words in one strike and run."""

    strike: Strike
    run: Run


class Section:
    """See the module's head. `size`: the first word's, in points."""

    __slots__ = ("candidates", "size", "stretches", "words")

    def __init__(self) -> None:
        self.words: list[Placed] = []
        self.stretches: list[Stretch] = []
        self.candidates: list[Candidate] = []
        self.size = 0.0


class Shaped(NamedTuple):
    """A paragraph's sections and the characters that no font has."""

    sections: tuple[Section, ...]
    missing: tuple[str, ...]


class Entry(NamedTuple):
    """A token as a strike and the rules of a paragraph make it: its word, what of it hangs out at a line's start and end, its
    edges for the line breaking rules, the keys of its ends for `Shaper.joint`, and the candidates in it, from the word's own
    start: (end, end_glue, start, start_glue, kind, offset)."""

    word: Word
    into: float
    out: float
    edges: Edges
    head: str
    tail: str
    inner: tuple[tuple[float, float, float, float, int, int], ...]


class _Rules(NamedTuple):
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
        runs = tuple([run._replace(text=text) for run in paragraph.runs if (text := _cleaned(run.text))])
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
        if found is None or len(found) > MOST_TOKENS:
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
        ends = edges(token)
        head = f"{word.first}{ends.first}{'-' if ends.dash else '.' if ends.decimal else ''}"
        return Entry(word, into, out, ends, head, f"{word.last}{ends.last} ", inner)

    def joint(self, before: Entry, after: Entry, strike: Strike) -> tuple[float, float, bool]:
        """What one space between two words of a strike comes to: kerning before and after it, and whether a line may begin
        after it. Remembered by what meets at the space."""
        lead, tail = strike.gap(before.word.last, after.word.first)
        found = (lead, tail, may_break_between(before.edges, " ", after.edges))
        strike.joints[before.tail + after.head] = found
        return found


def _cleaned(text: str) -> str:
    """Control characters become spaces; a soft hyphen at a word's edge says nothing."""
    text = _CONTROLS.sub(" ", text)
    return _IDLE_SOFT_HYPHEN.sub("", text) if SOFT_HYPHEN in text else text


def hanging(optical: bool, strike: Strike, char: str) -> tuple[float, float]:
    """How far `char` hangs out at a line's start and end, in points."""
    left, right = HANGING.get(char, _NO_HANG)
    if not optical or (not left and not right):
        return _NO_HANG
    width = strike.word(char).width
    return left * width, right * width


def _kind_after(char: str) -> int:
    return AUTHORS_HYPHEN if char in "-\u2010" else DASH


def _divisions(token: str, points: tuple[int, ...]) -> list[tuple[int, int]]:
    """(offset, kind) of the candidates inside a token, in order; offsets do not count soft hyphens."""
    found = dict.fromkeys(points, HYPHEN)
    places = () if is_plain(token) else opportunities(token)
    if places:
        address = is_address(token)
        for place in places:
            if token[place - 1] != SOFT_HYPHEN:
                found.setdefault(place, ADDRESS if address else _kind_after(token[place - 1]))
    if SOFT_HYPHEN in token:
        return [(offset - token.count(SOFT_HYPHEN, 0, offset), found[offset]) for offset in sorted(found)]
    return sorted(found.items())


def _inner(
    word: Word, strike: Strike, rules: _Rules, kind: int, offset: int,
) -> tuple[float, float, float, float, int, int]:
    """The candidate at `offset` of a word, from the word's own start: what the parts will measure when they are shaped alone."""
    end, end_glue = strike.first_part(word, offset, kind == HYPHEN)
    start, start_glue = strike.before_last_part(word, offset)
    last = strike.hyphen if kind == HYPHEN else word.text[offset - 1]
    end -= hanging(rules.optical, strike, last)[1]
    start += hanging(rules.optical, strike, word.text[offset])[0]
    return end, end_glue, start, start_glue, kind, offset


class _Open(NamedTuple):
    """The last word on the line, not placed yet: what stands behind it is not known. It begins at x, glue, space."""

    entry: Entry
    strike: Strike
    stretch: int
    x: float
    glue: float
    space: float
    before: str


class _Builder:
    """Lays a section's words on the endless line, one after the other."""

    def __init__(self, shaper: Shaper, paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
        self.shaper = shaper
        style = paragraph.style
        self.rules = _Rules(style.optical, style.hyphens, paragraph.language)
        self.limits = _letter_limits(style)
        self.runs = runs
        self.made = Section()
        self.open: _Open | None = None
        self.after = ""  # the spaces behind the open word; before the first word: those in front of it

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
        """The words of text[start:end], all in one strike. The first and the last may be parts of words."""
        tokens = _TOKEN.findall(text[start:end])
        leading = tokens.pop(0)[2] if tokens[0][2] else ""
        if not tokens:
            self.after += leading
            return
        entries = self.shaper.entries(strike, self.rules)
        for token, _, _ in tokens:
            if token not in entries:
                entries[token] = self.shaper.entry(token, strike, self.rules)
        row = [(entries[token], spaces) for token, spaces, _ in tokens]
        if self.rules.hyphens is not None:
            self._enter_parts(text, (start + len(leading), end), strike, [token for token, _, _ in tokens], row)
        self._join(row[0][0], strike, leading)
        self._follow(row, strike)

    def _enter_parts(
        self, text: str, place: tuple[int, int], strike: Strike, tokens: list[str], row: list[tuple[Entry, str]],
    ) -> None:
        """A word set in several styles is divided as the whole word is: its parts get entries of their own."""
        start, end = place
        if not row[-1][1] and not _is_space(text, end):
            row[-1] = self._part_entry(text, end - len(tokens[-1]), end, strike), ""
        if not _is_space(text, start - 1):
            row[0] = self._part_entry(text, start, start + len(tokens[0]), strike), row[0][1]

    def _part_entry(self, text: str, start: int, end: int, strike: Strike) -> Entry:
        assert self.rules.hyphens is not None
        first, last = start, end
        while not _is_space(text, first - 1):
            first -= 1
        while not _is_space(text, last):
            last += 1
        points = self.shaper.hyphenator.divisions(text[first:last], self.rules.language, self.rules.hyphens)
        own = tuple(first + p - start for p in points if start < first + p < end)
        return self.shaper.entry(text[start:end], strike, self.rules, own)

    def _join(self, entry: Entry, strike: Strike, leading: str) -> None:
        """Opens the first word of a piece, behind the last one of another."""
        made = self.made
        stretch = len(made.stretches) - 1
        if self.open is None:
            before = self.after + leading
            self.open = _Open(entry, strike, stretch, 0.0, 0.0, strike.space * len(before), before)
        else:
            last = self.open
            lead, tail = last.strike.set_tracking, 0.0
            spaces = self.after + leading
            if len(spaces) == 1 and last.strike is strike:
                lead, tail = strike.gap(last.entry.word.last, entry.word.first)
            gap = last.strike.space * len(self.after) + strike.space * len(leading)
            x, glue, space = last.x + last.entry.word.width, last.glue + last.entry.word.stretch, last.space
            if may_break_between(last.entry.edges, spaces, entry.edges):
                made.candidates.append((
                    x + space - last.entry.out, glue, space, x + lead + tail + space + gap + entry.into, glue, space + gap,
                    SPACE if spaces else _kind_after(last.entry.word.text[-1]), len(made.words), WHOLE,
                ))
            self._place(last, self.after, lead)
            self.open = _Open(entry, strike, stretch, x + lead + tail, glue, space + gap, leading)
        self.after = ""
        _add_inner(made, self.open)

    def _follow(self, row: list[tuple[Entry, str]], strike: Strike) -> None:
        """The words of a piece behind its first, which is open. (The loop that shaping spends its time in.)"""
        assert self.open is not None
        made, joints, joint_of = self.made, strike.joints, self.shaper.joint
        words, candidates = made.words, made.candidates
        number = len(words)
        entry, _, stretch, x, glue, space, before = self.open
        spaces = row[0][1]
        for following, next_spaces in row[1:]:
            joint = joints.get(entry.tail + following.head) or joint_of(entry, following, strike)
            lead, tail, breakable = joint
            gap = strike.space
            if spaces != " ":
                gap *= len(spaces)
                breakable = may_break_between(entry.edges, spaces, following.edges)
            word = entry.word
            words.append((word, stretch, x, glue, space, before, spaces, lead))
            before = ""
            x += word.width
            glue += word.stretch
            after = space + gap
            if breakable:
                start = x + lead + tail + after + following.into
                candidates.append((x + space - entry.out, glue, space, start, glue, after, SPACE, number, WHOLE))
            x += lead + tail
            space = after
            number += 1
            for end, end_glue, start, start_glue, kind, offset in following.inner:
                at = x + space
                candidates.append((at + end, glue + end_glue, space, at + start, glue + start_glue, space, kind, number, offset))
            entry, spaces = following, next_spaces
        self.open = _Open(entry, strike, stretch, x, glue, space, before)
        self.after = spaces

    def _place(self, word: _Open, after: str, lead: float) -> None:
        self.made.words.append((word.entry.word, word.stretch, word.x, word.glue, word.space, word.before, after, lead))

    def _finish(self) -> None:
        """The section's own end, which is always a line's end."""
        made = self.made
        if self.open is None:
            made.candidates.append((0.0, 0.0, 0.0, 0.0, 0.0, 0.0, SPACE, -1, WHOLE))
            return
        last = self.open
        self._place(last, self.after, 0.0)
        made.size = made.stretches[0].strike.size
        end, glue = last.x + last.space + last.entry.word.width, last.glue + last.entry.word.stretch
        made.candidates.append((
            end - last.entry.out, glue, last.space, end, glue, last.space, SPACE, len(made.words) - 1, WHOLE))


def _add_inner(made: Section, word: _Open) -> None:
    """The candidates in a word that will be the next to be placed."""
    at, number = word.x + word.space, len(made.words)
    for end, end_glue, start, start_glue, kind, offset in word.entry.inner:
        made.candidates.append((
            at + end, word.glue + end_glue, word.space, at + start, word.glue + start_glue, word.space, kind, number, offset))


def _letter_limits(style: ParagraphStyle) -> tuple[float, float]:
    """How far letters give: tracking and width, as in `Justify`; not at all where lines are not justified."""
    return (style.justify.tracking, style.justify.width) if style.align == "justify" else (0.0, 0.0)


def _is_space(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at] in " \u00a0\n"

