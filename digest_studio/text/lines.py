"""Broken sections as lines of glyph runs: every glyph at its final place.

In: a section, the candidates where its lines end, widths. Out: `Line`s. The breaker measured divided words by their whole
shapes; here the parts are shaped anew, and what the line really lacks is spread over its letters and spaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat

from digest_studio.display.items import GlyphRun
from digest_studio.text.breaking import Limits
from digest_studio.text.section import HYPHEN, KIND, OFFSET, WHOLE, WORD, Section, Stretch, hanging
from digest_studio.text.setting import Line, LinkSpan
from digest_studio.text.shape import Strike, Word
from digest_studio.text.styles import Paragraph

ROUNDING = 1e-6  # points


@dataclass(slots=True)
class _Natural:
    """A line's glyphs before justification. A glyph stands at x + r·glue + f·space (section.py); `marks`: (glyph number,
    stretch) where stretches begin; `end`: (x, glue, space) behind the last word; `raised`: heights of single glyphs."""

    glyphs: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    glue: list[float] = field(default_factory=list)
    space: list[float] = field(default_factory=list)
    raised: dict[int, float] = field(default_factory=dict)
    marks: list[tuple[int, Stretch]] = field(default_factory=list)
    end: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: `left` from the measure's edge, `width` of the line (indent taken off)."""

    left: float
    width: float


def make_lines(paragraph: Paragraph, section: Section, ends: tuple[int, ...], places: list[Place], limits: Limits) -> list[Line]:
    """The section's lines; `places` has one for each."""
    made = []
    word, offset = 0, 0
    for number, (end, place) in enumerate(zip(ends, places, strict=True)):
        cand = section.candidates[end]
        hyphened = cand[KIND] == HYPHEN
        natural = _natural(section, (word, offset), (cand[WORD], cand[OFFSET]), hyphened)
        last = number == len(ends) - 1
        made.append(_line(paragraph, natural, place, limits, last, hyphened))
        word, offset = (cand[WORD] + 1, 0) if cand[OFFSET] == WHOLE else (cand[WORD], cand[OFFSET])
    return made


def _natural(section: Section, start: tuple[int, int], end: tuple[int, int], hyphened: bool) -> _Natural:
    """The glyphs from (word, offset) to (word, offset), with the spaces that follow; a divided word's parts are shaped anew."""
    first, skip = start
    last, cut = end
    line = _Natural()
    words = section.words
    if last < first:
        return line
    origin_x, origin_glue, origin_space = words[first].x, words[first].glue, words[first].space
    if first == 0:  # spaces typed before the first word
        origin_space -= section.stretches[words[0].stretch].strike.space * len(words[0].spaces)
    current = -1
    for number in range(first, last + 1):
        word, stretch, x, glue, space, spaces, space_x, space_stretch = words[number]
        x, glue, space = x - origin_x, glue - origin_glue, space - origin_space
        if spaces and (number > first or not number):
            if space_stretch != current:
                current = space_stretch
                line.marks.append((len(line.glyphs), section.stretches[current]))
            _add_spaces(line, spaces, section.stretches[current].strike, (space_x - origin_x, glue, space))
        if stretch != current:
            current = stretch
            line.marks.append((len(line.glyphs), section.stretches[current]))
        if (number == first and skip) or (number == last and cut != WHOLE):
            whole = word
            from_, to = skip if number == first else 0, cut if number == last else WHOLE
            word = _part(section.stretches[stretch].strike, word, from_, to, hyphened)
            if number == first and skip and number < last:  # what follows keeps its distance from the word's end
                origin_x += whole.width - word.width
                origin_glue += whole.stretch - word.stretch
        if word.ys:
            line.raised.update(enumerate(word.ys, len(line.glyphs)))
        line.glyphs += word.glyphs
        line.texts += word.texts
        line.xs += [x + at for at in word.xs]
        line.glue += [glue + at for at in word.glue]
        line.space += repeat(space, len(word.glyphs))
        line.end = (x + word.width, glue + word.stretch, space)
    if cut == WHOLE:
        _add_trailing(line, section, last)
    return line


def _part(strike: Strike, word: Word, skip: int, cut: int, hyphened: bool) -> Word:
    """Part of a word from offset `skip` to `cut`, shaped anew, with the breaker's hyphen if it ends in one."""
    if cut == WHOLE:
        return strike.word(word.text[skip:])
    return strike.before_hyphen(word.text[skip:cut]) if hyphened else strike.word(word.text[skip:cut])


def _add_spaces(line: _Natural, spaces: str, strike: Strike, at: tuple[float, float, float]) -> None:
    """The glyphs of spaces that end where the next word's `space` says."""
    x, glue, space = at
    count = len(spaces)
    line.glyphs += repeat(strike.space_glyph, count)
    line.texts += spaces
    line.xs += repeat(x, count)
    line.glue += repeat(glue, count)
    line.space += [space - strike.space * left for left in range(count, 0, -1)]


def _add_trailing(line: _Natural, section: Section, last: int) -> None:
    """The spaces at a line's end: for whoever copies the text; nothing stands behind them."""
    following = section.words[last + 1] if last + 1 < len(section.words) else None
    spaces = following.spaces if following else section.trailing
    if spaces:
        strike = line.marks[-1][1].strike
        x, glue, space = line.end
        _add_spaces(line, spaces, strike, (x, glue, space + strike.space * len(spaces)))


def _line(paragraph: Paragraph, natural: _Natural, place: Place, limits: Limits, last: bool, hyphened: bool) -> Line:
    """The line at its place: slack spread, punctuation hung, runs made."""
    if not natural.glyphs:
        return Line((), 0.0)
    x_end, glue_end, space_end = natural.end
    out_left, out_right = _hangs(paragraph, natural, hyphened)
    length = x_end + space_end - out_left - out_right
    slack = place.width - length
    r, factor, overfull = _spread(slack, glue_end, space_end, limits, paragraph.style.align == "justify" and not last)
    end = x_end + r * glue_end + factor * space_end
    width = end - out_left - out_right
    align = paragraph.style.align
    shift = place.width - width if align == "end" else (place.width - width) / 2 if align == "centre" else 0.0
    left = place.left + shift - out_left
    if r or factor != 1.0:
        xs = [x + r * g + factor * s for x, g, s in zip(natural.xs, natural.glue, natural.space, strict=True)]
    else:
        xs = [x + s for x, s in zip(natural.xs, natural.space, strict=True)] if space_end else natural.xs
    scale = 1.0 + r * paragraph.style.justify.width if r else 1.0
    runs = _runs(paragraph, natural, xs, end, left, scale)
    strike = natural.marks[0][1].strike
    word_space = factor * strike.space / strike.size if space_end else 0.0
    links = _links(natural, runs)
    return Line(runs, width, hyphened, word_space, overfull if overfull > ROUNDING else 0.0, links)


def _hangs(paragraph: Paragraph, natural: _Natural, hyphened: bool) -> tuple[float, float]:
    """What hangs out at the left and right of the line."""
    last = len(natural.texts) - 1
    while last > 0 and natural.texts[last] in ("", " ", "\u00a0"):
        last -= 1
    strike = next(stretch.strike for start, stretch in reversed(natural.marks) if start <= last)
    end = strike.hyphen if hyphened else natural.texts[last][-1:]
    optical = paragraph.style.optical
    left = hanging(optical, natural.marks[0][1].strike, natural.texts[0][:1])[0]
    return left, hanging(optical, strike, end)[1]


def _spread(slack: float, glue: float, space: float, limits: Limits, justify: bool) -> tuple[float, float, float]:
    """(ratio of the letters, factor of the spaces, points too long) that make the line lack nothing."""
    if slack < 0.0:
        give = space * limits.shrink + glue
        if not give:
            return 0.0, 1.0, -slack
        r = max(slack / give, -1.0)
        return r, 1.0 + r * limits.shrink, max(0.0, -slack - give)
    if not justify:
        return 0.0, 1.0, 0.0
    give = space * limits.stretch + glue
    if slack <= give:
        r = slack / give if give else 0.0
        return r, 1.0 + r * limits.stretch, 0.0
    if not space:
        return (1.0 if glue else 0.0), 1.0, 0.0
    return (1.0 if glue else 0.0), 1.0 + (slack - glue) / space, 0.0


def _runs(
    paragraph: Paragraph, natural: _Natural, xs: list[float], end: float, left: float, scale: float,
) -> tuple[GlyphRun, ...]:
    """The line's glyphs, one run for each stretch."""
    made = []
    marks = natural.marks
    count = len(xs)
    for number, (start, stretch) in enumerate(marks):
        stop = marks[number + 1][0] if number + 1 < len(marks) else count
        if start == stop:
            continue
        x = xs[start] if start else 0.0
        run_end = xs[stop] if stop < count else end
        style = stretch.run.style
        ys: tuple[float, ...] = ()
        if natural.raised or style.rise:
            ys = tuple(style.rise + natural.raised.get(i, 0.0) for i in range(start, stop))
        made.append(GlyphRun(
            font=stretch.strike.font.ref, size=stretch.strike.size, glyphs=tuple(natural.glyphs[start:stop]),
            xs=tuple([at - x for at in xs[start:stop]]) if x else tuple(xs[start:stop]), text=tuple(natural.texts[start:stop]),
            colour=style.colour, x=left + x, advance=run_end - x, scale=scale, ys=ys, language=paragraph.language,
        ))
    return tuple(made)


def _links(natural: _Natural, runs: tuple[GlyphRun, ...]) -> tuple[LinkSpan, ...]:
    """The parts of the line that belong to links; neighbouring runs of one link are one span."""
    if all(stretch.run.link is None for _, stretch in natural.marks):
        return ()
    stops = [start for start, _ in natural.marks[1:]] + [len(natural.glyphs)]
    shown = [stretch for (start, stretch), stop in zip(natural.marks, stops, strict=True) if start < stop]
    spans: list[LinkSpan] = []
    for stretch, run in zip(shown, runs, strict=True):
        link = stretch.run.link
        if link is None:
            continue
        if spans and spans[-1].target == link and abs(spans[-1].end - run.x) < ROUNDING:
            spans[-1] = LinkSpan(spans[-1].start, run.x + run.advance, link)
        else:
            spans.append(LinkSpan(run.x, run.x + run.advance, link))
    return tuple(spans)
