"""Broken sections as lines of glyph runs: every glyph at its final place.

In: a section, the candidates where its lines end, widths. Out: `Line`s. The breaker measured divided words by their whole
shapes; here the parts are shaped anew, and what the line really lacks is spread over its letters and spaces.
"""

from __future__ import annotations

from typing import NamedTuple

from digest_studio.display.items import GlyphRun
from digest_studio.text.breaking import Limits
from digest_studio.text.section import BEFORE, HYPHEN, WHOLE, Placed, Section, Stretch, hanging
from digest_studio.text.setting import Line, LinkSpan
from digest_studio.text.styles import Paragraph

ROUNDING = 1e-6  # points
UNSEEN = 0.1  # points that a line may be too long by without a word: the middle of a word divided twice is not foreseen


class Place(NamedTuple):
    """Where a line stands: `left` from the measure's edge, `width` of the line (indent taken off)."""

    left: float
    width: float


class Spread(NamedTuple):
    """How a line is filled: the letters' ratio r, the factor f of its spaces, the points by which it is too long."""

    r: float
    f: float
    overfull: float


def make_lines(paragraph: Paragraph, section: Section, ends: tuple[int, ...], places: list[Place], limits: Limits) -> list[Line]:
    """The section's lines; `places` has one for each."""
    made = []
    start = (0, 0)
    for number, (end, place) in enumerate(zip(ends, places, strict=True)):
        *_, kind, word, offset = section.candidates[end]
        words = _words(section, start, (word, offset), kind == HYPHEN)
        if words:
            justified = paragraph.style.align == "justify" and number < len(ends) - 1
            made.append(_LineMaker(paragraph, section, words, place).line(limits, justified, hyphenated=kind == HYPHEN))
        else:
            made.append(Line((), 0.0))
        start = (word + 1, 0) if offset == WHOLE else (word, offset)
    return made


def _words(section: Section, start: tuple[int, int], end: tuple[int, int], hyphened: bool) -> list[Placed]:
    """The words from (word, offset) to (word, offset), with a divided word's parts shaped anew."""
    first, skip = start
    last, cut = end
    words = section.words[first : last + 1]
    if skip and (first < last or cut == WHOLE):
        words[0] = _last_part(section, words[0], skip)
    if cut != WHOLE:
        words[-1] = _first_part(section, words[-1], skip if first == last else 0, cut, hyphened)
    elif last + 1 < len(section.words) and section.words[last + 1][BEFORE]:
        word, stretch, x, glue, space, before, after, lead = words[-1]
        words[-1] = (word, stretch, x, glue, space, before, after + section.words[last + 1][BEFORE], lead)
    return words


def _first_part(section: Section, placed: Placed, skip: int, cut: int, hyphened: bool) -> Placed:
    """A word from `skip` to `cut`, with the breaker's hyphen if it ends in one."""
    word, stretch, x, glue, space, before, _, _ = placed
    text = word.text[skip:cut]
    strike = section.stretches[stretch].strike
    return (strike.before_hyphen(text) if hyphened else strike.word(text)), stretch, x, glue, space, before, "", 0.0


def _last_part(section: Section, placed: Placed, skip: int) -> Placed:
    """A word from `skip` on. It ends where the whole word ends, so that what follows keeps its distance."""
    whole, stretch, x, glue, space, _, after, lead = placed
    part = section.stretches[stretch].strike.word(whole.text[skip:])
    return part, stretch, x + whole.width - part.width, glue + whole.stretch - part.stretch, space, "", after, lead


class _LineMaker:
    """Makes one line of its words."""

    def __init__(self, paragraph: Paragraph, section: Section, words: list[Placed], place: Place) -> None:
        self.paragraph = paragraph
        self.stretches = section.stretches
        self.words = words
        self.place = place
        _, stretch, x, glue, space, before, _, _ = words[0]
        self.leading = before if words[0] is section.words[0] else ""  # spaces typed before the section's first word
        self.origin = (x, glue, 0.0 if self.leading else space)
        self.first, self.last = section.stretches[stretch].strike, section.stretches[words[-1][1]].strike

    def line(self, limits: Limits, justified: bool, hyphenated: bool) -> Line:
        """The line: slack spread, punctuation hung, runs made."""
        word, _, x, glue, space, _, _, _ = self.words[-1]
        letters = x + word.width - self.origin[0]
        glue += word.stretch - self.origin[1]
        space -= self.origin[2]
        out_left, out_right = self._hangs()
        spread = spread_slack(self.place.width - letters - space + out_left + out_right, glue, space, limits, justified)
        end = letters + spread.r * glue + spread.f * space
        width = end - out_left - out_right
        align = self.paragraph.style.align
        room = self.place.width - width
        left = self.place.left - out_left + (room if align == "end" else room / 2 if align == "centre" else 0.0)
        runs, links = self._runs(spread, left, end)
        word_space = spread.f * self.first.space / self.first.size if space else 0.0
        return Line(runs, width, hyphenated, word_space, spread.overfull if spread.overfull > UNSEEN else 0.0, links)

    def _hangs(self) -> tuple[float, float]:
        """What hangs out at the left and right of the line."""
        optical = self.paragraph.style.optical
        left = 0.0 if self.leading else hanging(optical, self.first, self.words[0][0].text[0])[0]
        return left, hanging(optical, self.last, self.words[-1][0].text[-1])[1]

    def _runs(self, spread: Spread, left: float, end: float) -> tuple[tuple[GlyphRun, ...], tuple[LinkSpan, ...]]:
        """The line's glyphs, one run for each stretch."""
        r, f, _ = spread
        origin_x, origin_glue, origin_space = self.origin
        made = _Runs(self.paragraph, 1.0 + r * self.paragraph.style.justify.width if r else 1.0, left)
        glyphs, texts, xs = made.lists
        current = -1
        for word, stretch, x, glue, space, before, after, lead in self.words:
            x += r * (glue - origin_glue) + f * (space - origin_space) - origin_x
            if stretch != current:
                inside = before if current >= 0 else self.leading
                current = stretch
                step = f * self.stretches[current].strike.space
                glyphs, texts, xs = made.begin(self.stretches[current], x - step * len(inside))
                if inside:
                    made.add_spaces(inside, x - step * len(inside), step)
            if word.ys:
                made.raised.update(enumerate(word.ys, len(glyphs)))
            glyphs += word.glyphs
            texts += word.texts
            xs += [x + at + r * g for at, g in zip(word.xs, word.glue)] if r else [x + at for at in word.xs]  # noqa: B905
            if after != " ":
                del glyphs[-1], texts[-1]
                made.add_spaces(after, xs.pop() + lead, f * self.stretches[current].strike.space)
            elif lead:
                xs[-1] += lead
        made.finish(end)
        return tuple(made.runs), tuple(made.links)


class _Runs:
    """Collects glyphs (places from the line's left end) and closes a run where the stretch changes."""

    def __init__(self, paragraph: Paragraph, scale: float, left: float) -> None:
        self.language = paragraph.language
        self.scale = scale
        self.left = left
        self.runs: list[GlyphRun] = []
        self.links: list[LinkSpan] = []
        self.stretch: Stretch | None = None
        self.start = 0.0
        self.raised: dict[int, float] = {}
        self.lists: tuple[list[int], list[str], list[float]] = ([], [], [])

    def begin(self, stretch: Stretch, x: float) -> tuple[list[int], list[str], list[float]]:
        """A run from `x` on; to be filled: its glyphs, their texts, their places."""
        if self.stretch is not None:
            self.finish(x)
        self.stretch, self.start = stretch, x
        self.raised = {}
        self.lists = ([], [], [])
        return self.lists

    def add_spaces(self, spaces: str, x: float, step: float) -> None:
        """Spaces from `x` on, each `step` wide."""
        assert self.stretch is not None
        glyphs, texts, xs = self.lists
        for number, char in enumerate(spaces):
            glyphs.append(self.stretch.strike.space_glyph)
            texts.append(char)
            xs.append(x + number * step)

    def finish(self, end: float) -> None:
        """Closes the run, which reaches to `end`."""
        assert self.stretch is not None
        strike, run = self.stretch
        start = self.start
        glyphs, texts, xs = self.lists
        ys: tuple[float, ...] = ()
        if self.raised or run.style.rise:
            ys = tuple(run.style.rise + self.raised.get(i, 0.0) for i in range(len(xs)))
        self.runs.append(GlyphRun(
            font=strike.font.ref, size=strike.size, glyphs=tuple(glyphs),
            xs=tuple([x - start for x in xs]) if start else tuple(xs), text=tuple(texts),
            colour=run.style.colour, x=self.left + start, advance=end - start, scale=self.scale, ys=ys, language=self.language,
        ))
        if run.link is not None:
            self._add_link(run.link, self.left + start, self.left + end)

    def _add_link(self, target: str, start: float, end: float) -> None:
        """Neighbouring runs of one link are one span."""
        if self.links and self.links[-1].target == target and abs(self.links[-1].end - start) < ROUNDING:
            start = self.links.pop().start
        self.links.append(LinkSpan(start, end, target))


def spread_slack(slack: float, glue: float, space: float, limits: Limits, justified: bool) -> Spread:
    """What makes a line of this glue and word space lack nothing. Lines that are not justified are only ever made shorter."""
    if slack < 0.0:
        give = space * limits.shrink + glue
        if not give:
            return Spread(0.0, 1.0, -slack)
        r = max(slack / give, -1.0)
        return Spread(r, 1.0 + r * limits.shrink, max(0.0, -slack - give))
    if not justified:
        return Spread(0.0, 1.0, 0.0)
    give = space * limits.stretch + glue
    if slack <= give:
        r = slack / give if give else 0.0
        return Spread(r, 1.0 + r * limits.stretch, 0.0)
    return Spread(1.0 if glue else 0.0, 1.0 + (slack - glue) / space if space else 1.0, 0.0)
