"""The typesetter: a paragraph and a measure in, set lines out; both steps are remembered by value.

    shape   runs -> words -> glyphs on one endless line   (does not know the measure)
    break   where the lines end                           (at any measure)
    lines   glyphs at their final places
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import TypeVar

from digest_studio.text import breaking
from digest_studio.text.balance import balanced
from digest_studio.text.breaking import WITHOUT_LIMIT, Broken, Limits, Wishes, shows_hyphen
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.hyphenate import Hyphenator
from digest_studio.text.lines import Place, make_lines
from digest_studio.text.section import END, Section, Shaped, Shaper
from digest_studio.text.setting import Line, MissingGlyph, Request, Setting
from digest_studio.text.shape import Strikes
from digest_studio.text.styles import Measure, Paragraph, ParagraphStyle, Run

# How far a line may stretch in each pass (its ratio); the first pass that has an answer is taken. The first spares the breaker
# the many loose lines that a wide column never needs; the next are for narrow ones and for wishes.
PASSES = (2.0, 4.0, 16.0, WITHOUT_LIMIT)
WISHED_TOLERANCE = 1.5  # a line more or fewer is worth no line that shows
RAG_EMS = 4.0  # a ragged line this much shorter than the measure is as bad as one with all its stretching used
NATURALLY = Request()
MOST_SHAPED = 4_000
MOST_SETTINGS = 20_000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class _Remembered(OrderedDict[Key, Value]):
    """The last `limit` answers."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def keep(self, key: Key, value: Value) -> Value:
        self[key] = value
        if len(self) > self.limit:
            self.popitem(last=False)
        return value


class Typesetter:
    """Sets paragraphs in a library's fonts. Not safe for use by several threads at once."""

    def __init__(self, library: FontLibrary, hyphenation: Hyphenator) -> None:
        self.library = library
        self.hyphenation = hyphenation
        self._shaper = Shaper(Strikes(library), hyphenation)
        self._shaped: _Remembered[tuple[tuple[Run, ...], ParagraphStyle, str], Shaped] = _Remembered(MOST_SHAPED)
        self._settings: _Remembered[tuple[object, ...], Setting] = _Remembered(MOST_SETTINGS)

    def shape(self, paragraph: Paragraph) -> Shaped:
        """The paragraph's glyphs and the places where lines may end, whatever the measure."""
        key = (paragraph.runs, paragraph.style, paragraph.language)
        found = self._shaped.get(key)
        return found if found is not None else self._shaped.keep(key, self._shaper.shape(paragraph))

    def set(self, paragraph: Paragraph, measure: Measure, request: Request = NATURALLY) -> Setting:
        """The paragraph's lines at a measure. Never fails: what cannot be made to fit is overfull."""
        key = (paragraph.runs, paragraph.style, paragraph.language, measure, request)
        found = self._settings.get(key)
        return found if found is not None else self._settings.keep(key, self._set(paragraph, measure, request))

    def missing(self, paragraph: Paragraph) -> tuple[MissingGlyph, ...]:
        """The characters that no font of the library has."""
        return tuple(MissingGlyph(char, paragraph.source) for char in self.shape(paragraph).missing)

    def natural_width(self, paragraph: Paragraph) -> float:
        """The width of the paragraph on one line in points (of its widest part, if line breaks are forced)."""
        return max((section.candidates[-1][END] for section in self.shape(paragraph).sections), default=0.0)

    def _set(self, paragraph: Paragraph, measure: Measure, request: Request) -> Setting:
        lines: list[Line] = []
        demerits = 0.0
        sections = self.shape(paragraph).sections
        for number, section in enumerate(sections):
            looseness = request.looseness if number == len(sections) - 1 else 0
            job = _Job(paragraph, section, measure, len(lines), looseness, request.unhyphenated)
            result = job.broken()
            places = [job.place(line) for line in range(len(result.ends))]
            lines += make_lines(paragraph, section, result.ends, places, job.limits)
            demerits += result.demerits
        return Setting(tuple(lines), demerits)


class _Job:
    """One section to be broken at one measure; its first line is number `first` of the paragraph."""

    def __init__(
        self, paragraph: Paragraph, section: Section, measure: Measure, first: int, looseness: int, unhyphenated: frozenset[int],
    ) -> None:
        style = paragraph.style
        self.paragraph, self.section, self.measure = paragraph, section, measure
        self.first = first
        self.looseness = looseness
        self.indent = style.indent if first == 0 else 0.0
        self.unhyphenated = frozenset(n - first for n in unhyphenated if n >= first)
        self.limits = _limits(style, section.size)

    def place(self, line: int) -> Place:
        """Where line number `line` of the section stands."""
        number = self.first + line
        offset, width = self.measure.first[number] if number < len(self.measure.first) else (0.0, self.measure.width)
        indent = self.indent if line == 0 else 0.0
        return Place(offset + indent, width - indent)

    def width(self, line: int) -> float:
        """The line's width, the first one's indent not taken off (the breaker counts it)."""
        number = self.first + line
        return self.measure.first[number][1] if number < len(self.measure.first) else self.measure.width

    def broken(self) -> Broken:
        style = self.paragraph.style
        if len(self.section.candidates) == 1 and not self.section.words:
            return Broken((0,), 0.0)
        if style.balance:
            return balanced(self.section, self.width, self.indent, self.paragraph.language)
        natural = self._exact(0) if self.limits.rag or self._beside_something() else self._common()
        return self._loosened(natural) if self.looseness else natural

    def _beside_something(self) -> bool:
        """Whether the section's first lines have widths of their own."""
        return len(self.measure.first) > self.first

    def _common(self) -> Broken:
        """One width, no wish for a number of lines: one sweep, unless its answer breaks a rule that the sweep does not know."""
        for number, tolerance in enumerate(PASSES):
            found = breaking.fast(self.section.candidates, self.measure.width, self.indent, self.limits, tolerance)
            if found is not None:
                return found if self._obeys(found) else self._exact(number)
        raise AssertionError("the last pass always has an answer")

    def _obeys(self, found: Broken) -> bool:
        """Whether hyphens run no longer than they may, and not where they must not."""
        row = 0
        for line, end in enumerate(found.ends):
            row = row + 1 if shows_hyphen(self.section.candidates[end]) else 0
            if row > self.limits.ladder or (row and line in self.unhyphenated):
                return False
        return True

    def _exact(self, first_pass: int) -> Broken:
        """All wishes but the number of lines obeyed, from the pass `first_pass` on."""
        for tolerance in PASSES[first_pass:]:
            found = breaking.exact(self.section.candidates, self._wishes(), self.limits, tolerance)
            if found:
                return breaking.broken(min(found, key=lambda node: node.demerits))
        raise AssertionError("the last pass always has an answer")

    def _loosened(self, natural: Broken) -> Broken:
        """As many lines more or fewer as wished, or as near to that as the tolerances allow."""
        wanted = len(natural.ends) + self.looseness
        nearest = natural
        for node in breaking.exact(self.section.candidates, self._wishes(), self.limits, WISHED_TOLERANCE):
            if abs(node.line - wanted) < abs(len(nearest.ends) - wanted):
                nearest = breaking.broken(node)
        return nearest

    def _wishes(self) -> Wishes:
        uneven = self._beside_something()
        numbered = bool(self.looseness or self.unhyphenated or uneven)
        return Wishes(self.width, self.indent, self.unhyphenated, numbered, not uneven)


def _limits(style: ParagraphStyle, size: float) -> Limits:
    runt = max(style.indent, breaking.RUNT_EMS * size)
    if style.align != "justify":
        return Limits(0.0, 0.0, RAG_EMS * size, runt, style.hyphens.ladder if style.hyphens else 0)
    justify = style.justify
    ladder = style.hyphens.ladder if style.hyphens else 0
    return Limits(justify.space_max - 1.0, 1.0 - justify.space_min, 0.0, runt, ladder)
