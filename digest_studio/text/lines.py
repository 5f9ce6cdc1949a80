"""Broken sections as lines of glyph runs: every glyph at its final place.

In: a section, the candidates where its lines end, widths. Out: `Line`s. The breaker measured divided words by their whole
shapes; here the parts are shaped anew, and what the line really lacks is spread over its letters and spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

from digest_studio.display.items import GlyphRun
from digest_studio.text.breaking import Limits
from digest_studio.text.section import HYPHEN, WHOLE, Section, Stretch, hanging
from digest_studio.text.setting import Line, LinkSpan
from digest_studio.text.shape import Word
from digest_studio.text.styles import Paragraph

ROUNDING = 1e-6  # points


@dataclass(slots=True)
class _Natural:
    """A line's glyphs before justification: places as in a section, from the line's own start. `marks`: (glyph number,
    stretch) where stretches begin. `size`: (x, glue, space) at the end of the last visible glyph."""

    glyphs: list[int]
    texts: list[str]
    xs: list[float]
    glue: list[float]
    space: list[float]
    ys: list[float]
    marks: list[tuple[int, Stretch]]
    size: tuple[float, float, float]


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
        hyphened = cand.kind == HYPHEN
        natural = _natural(section, (word, offset), (cand.word, cand.offset), hyphened)
        last = number == len(ends) - 1
        made.append(_line(paragraph, natural, place, limits, last, hyphened))
        word, offset = (cand.word + 1, 0) if cand.offset == WHOLE else (cand.word, cand.offset)
    return made


def _natural(section: Section, start: tuple[int, int], end: tuple[int, int], hyphened: bool) -> _Natural:
    """The glyphs from (word, offset) to (word, offset); a divided word's parts are shaped anew."""
    first, skip = start
    last, cut = end
    if last < 0:
        return _Natural([], [], [], [], [], [], [], (0.0, 0.0, 0.0))
    line = _Natural([], [], [], [], [], [], [], (0.0, 0.0, 0.0))
    if first == last and (skip or cut != WHOLE):
        _append_part(line, section, first, skip, cut, hyphened, (0.0, 0.0, 0.0))
        if cut == WHOLE:
            _append_range(line, section, section.starts[first][0] + len(section.words[first].glyphs), _after(section, last), first)
        return line
    begin = section.starts[first]
    origin = begin[1:]
    if skip:
        whole = section.words[first]
        part = _append_part(line, section, first, skip, WHOLE, False, (0.0, 0.0, 0.0))
        origin = (begin[1] + whole.width - part.width, begin[2] + whole.stretch - part.stretch, begin[3])
        from_glyph = begin[0] + len(whole.glyphs)
    else:
        from_glyph = begin[0] if first else 0
    to_glyph = _after(section, last) if cut == WHOLE else section.starts[last][0]
    _append_range(line, section, from_glyph, to_glyph, first, origin)
    at = section.starts[last]
    reached = (at[1] - origin[0], at[2] - origin[1], at[3] - origin[2])
    if cut == WHOLE:
        whole = section.words[last]
        line.size = (reached[0] + whole.width, reached[1] + whole.stretch, reached[2])
    else:
        _append_part(line, section, last, 0, cut, hyphened, reached)
    return line


def _after(section: Section, word: int) -> int:
    """The number of the glyph at which the word after `word` begins: spaces stay with the line they end."""
    return section.starts[word + 1][0] if word + 1 < len(section.starts) else len(section.glyphs)


def _append_range(
    line: _Natural, section: Section, start: int, end: int, word: int, origin: tuple[float, float, float] | None = None,
) -> None:
    """Glyphs `start` to `end` of the section, shifted by `origin`."""
    x, glue, space = origin if origin is not None else section.starts[word][1:]
    offset = len(line.glyphs) - start
    stretches = section.stretches
    if start < end:
        number = section.stretch_of[word]
        if not line.marks or line.marks[-1][1] is not stretches[number]:
            line.marks.append((start + offset, stretches[number]))
        number += 1
        while number < len(stretches) and stretches[number].start < end:
            if stretches[number].start > start:
                line.marks.append((stretches[number].start + offset, stretches[number]))
            elif stretches[number].start == start:
                if line.marks[-1][0] == start + offset:  # else the mark is a divided word's rest, which keeps it
                    line.marks.pop()
                line.marks.append((start + offset, stretches[number]))
            number += 1
    line.glyphs += section.glyphs[start:end]
    line.texts += section.texts[start:end]
    line.xs += [at - x for at in section.xs[start:end]] if x else section.xs[start:end]
    line.glue += [at - glue for at in section.glue[start:end]] if glue else section.glue[start:end]
    line.space += [at - space for at in section.space[start:end]] if space else section.space[start:end]
    if section.ys:
        line.ys += [section.ys.get(i, 0.0) for i in range(start, end)]
    elif line.ys:
        line.ys += repeat(0.0, end - start)


def _append_part(
    line: _Natural, section: Section, number: int, skip: int, cut: int, hyphened: bool, at: tuple[float, float, float],
) -> Word:
    """Part of a word from offset `skip` to `cut`, shaped anew."""
    stretch = section.stretches[section.stretch_of[number]]
    text = section.words[number].text[skip : None if cut == WHOLE else cut]
    part = stretch.strike.before_hyphen(text) if hyphened else stretch.strike.word(text)
    if not line.marks or line.marks[-1][1] is not stretch:
        line.marks.append((len(line.glyphs), stretch))
    if part.ys or line.ys:
        line.ys += repeat(0.0, len(line.glyphs) - len(line.ys))
        line.ys += part.ys or repeat(0.0, len(part.glyphs))
    line.glyphs += part.glyphs
    line.texts += part.texts
    line.xs += [at[0] + x for x in part.xs]
    line.glue += [at[1] + x for x in part.glue]
    line.space += repeat(at[2], len(part.glyphs))
    line.size = (at[0] + part.width, at[1] + part.stretch, at[2])
    return part


def _line(paragraph: Paragraph, natural: _Natural, place: Place, limits: Limits, last: bool, hyphened: bool) -> Line:
    """The line at its place: slack spread, punctuation hung, runs made."""
    if not natural.glyphs:
        return Line((), 0.0)
    x_end, glue_end, space_end = natural.size
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
        xs = [x + s for x, s in zip(natural.xs, natural.space, strict=True)]
    scale = 1.0 + r * paragraph.style.justify.width if r else 1.0
    runs = _runs(paragraph, natural, xs, end, left, scale)
    strike = natural.marks[0][1].strike
    word_space = factor * strike.space / strike.size if space_end else 0.0
    links = _links(natural, runs)
    return Line(runs, width, hyphened, word_space, overfull if overfull > ROUNDING else 0.0, links)


def _hangs(paragraph: Paragraph, natural: _Natural, hyphened: bool) -> tuple[float, float]:
    """What hangs out at the left and right of the line."""
    first, last = 0, len(natural.texts) - 1
    while last > 0 and natural.texts[last] in (" ", "\u00a0", ""):
        last -= 1
    strike = natural.marks[-1][1].strike
    end = strike.hyphen if hyphened else natural.texts[last][-1:]
    left = hanging(paragraph.style, natural.marks[0][1].strike, natural.texts[first][:1])[0]
    return left, hanging(paragraph.style, strike, end)[1] if end.strip() else 0.0


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
        if natural.ys or style.rise:
            raised = natural.ys[start:stop] or repeat(0.0, stop - start)
            ys = tuple(style.rise + y for y in raised)
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
