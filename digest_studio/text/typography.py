"""Typed text as a compositor sets it: quotes, apostrophes, dashes, ellipses and spaces, by the language's convention.

In: the texts of a paragraph's spans (a quotation may open in one and close in another). Out: as many texts. Text that is
typographic already stays as it is; applying this twice changes nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from digest_studio.text.conventions import NARROW, NBSP, Convention, convention

Replacement = str | Callable[[re.Match[str]], str]

_ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+\.[\w.-]+", re.I)
_OPENING_CONTEXT = " \u00a0\u202f\n([{–—-/«“„‘‚"
_ELIDED = re.compile(r"(?:\d0s|tis|twas|em|til|cause|n|round|bout)\b", re.I)
_OPENERS, _CLOSERS = "“„«‘‚‹", "”»’›"


class _Spans:
    """A paragraph's text as one string, with the places where its spans meet; both change together."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "".join(texts)
        self.ends: list[int] = []
        for text in texts:
            self.ends.append((self.ends[-1] if self.ends else 0) + len(text))

    def replace(self, pattern: re.Pattern[str], new: Replacement) -> None:
        """re.sub that spares addresses. A border inside a match moves behind what replaced it."""
        edits = []
        for match in pattern.finditer(self.text):
            made = new(match) if callable(new) else match.expand(new)
            if made != match[0] and not self.in_address(match.start()):
                edits.append((match.start(), match.end(), made))
        self.edit(edits)

    def edit(self, edits: list[tuple[int, int, str]]) -> None:
        """Replaces stretches of the text (in order, apart from each other)."""
        if not edits:
            return
        parts: list[str] = []
        at = shift = 0
        ends = list(self.ends)
        for start, end, new in edits:
            parts += (self.text[at:start], new)
            at = end
            grown = len(new) - (end - start)
            for i, border in enumerate(self.ends):
                if border >= end and border > start:
                    ends[i] += grown
                elif border > start:
                    ends[i] += start + len(new) - border
            shift += grown
        self.text = "".join((*parts, self.text[at:]))
        self.ends = ends

    def in_address(self, place: int) -> bool:
        if "@" not in self.text and "://" not in self.text and "www." not in self.text:
            return False
        return any(m.start() <= place < m.end() for m in _ADDRESS.finditer(self.text))

    def texts(self) -> tuple[str, ...]:
        starts = [0, *self.ends]
        return tuple(self.text[a:b] for a, b in zip(starts, self.ends, strict=False))


def typographic(texts: Sequence[str], language: str) -> tuple[str, ...]:
    """The texts of one paragraph's spans, set as `language` (BCP 47) wants them."""
    rules = _rules(language)
    spans = _Spans(texts)
    for sign, pattern, new in rules.marks:
        if sign in spans.text:
            spans.replace(pattern, new)
    if "'" in spans.text or '"' in spans.text:
        _set_quotes(spans, rules.convention, language)
    for sign, pattern, new in rules.spaces:
        if sign in spans.text:
            spans.replace(pattern, new)
    spans.edit([(place, place + 1, NBSP) for place in _bound_spaces(spans.text, rules)])
    return spans.texts()


Rule = tuple[str, re.Pattern[str], Replacement]  # a sign that must be there, what to find, what to put


class _Rules(NamedTuple):
    """A language's rules, compiled. Words that follow a number, precede a name, lean forwards or backwards: as sets."""

    convention: Convention
    marks: tuple[Rule, ...]
    spaces: tuple[Rule, ...]
    units: frozenset[str]
    titles: frozenset[str]
    short_words: frozenset[str]
    particles: frozenset[str]


@cache
def _rules(language: str) -> _Rules:
    chosen = convention(language)
    dash = chosen.spaced_dash
    marks: list[Rule] = [
        ("...", re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
        (" -", re.compile(r"(?<=\S) -{1,2} (?=\S)"), dash),
        ("---", re.compile(r"(?<!-)---(?!-)"), "—"),
        ("--", re.compile(r"(?<=\d)--(?=\d)"), "–"),
        ("--", re.compile(r"(?<!-)--(?!-)"), "—"),
        ("-", re.compile(r"(?<![-\d])((?:1[5-9]|20)\d\d)-((?:1[5-9]|20)\d\d)(?![-\w])"), r"\1–\2"),
    ]
    if dash.startswith(NBSP):
        marks += [(f" {sign}", re.compile(rf"(?<=\S) (?={sign} )"), NBSP) for sign in "–—"]
    return _Rules(
        chosen, tuple(marks), tuple(_space_rules(chosen)), frozenset(chosen.units.split() + chosen.months.split()),
        frozenset(chosen.titles.split()), frozenset(chosen.short_words.split()), frozenset(chosen.particles.split()),
    )


def _space_rules(chosen: Convention) -> list[Rule]:
    """Spaces that a language puts before or inside marks, whatever was typed, and those within grouped figures."""
    rules: list[Rule] = []
    any_space = f"[ {NBSP}{NARROW}]"
    if chosen.inside_quotes:
        rules.append(("«", re.compile(rf"«{any_space}*(?=[^\s»])"), f"«{chosen.inside_quotes}"))
        rules.append(("»", re.compile(rf"(?<=[^\s«]){any_space}*»"), f"{chosen.inside_quotes}»"))
    if chosen.high_marks:
        before = re.compile(rf"(?<=[^\s;!?«(\[…]){any_space}*(?=[;!?])")
        rules += [(sign, before, chosen.high_marks) for sign in ";!?"]
    if chosen.colon:
        rules.append((":", re.compile(rf"(?<=[^\s:«(\[]){any_space}*(?=:(?:\s|$))"), chosen.colon))
    if chosen.grouped:
        grouped = re.compile(rf"(?<![\d.,])(?<!\d{any_space})\d{{1,3}}(?:{any_space}\d{{3}})+(?!\d)")
        rules.append((" ", grouped, lambda m: m[0].replace(" ", chosen.grouped)))
    return rules


_INITIALS = re.compile(r"[(«“„]?(?:[^\W\d_]\.){1,3}")
_PUNCTUATION = ".,;:!?…)»”’" + NBSP + NARROW


def _bound_spaces(text: str, rules: _Rules) -> list[int]:
    """The places of spaces that may not break: before units and months, after titles, initials and words of one letter."""
    units, titles, short, particles = rules.units, rules.titles, rules.short_words, rules.particles
    found = []
    words = text.split(" ")
    at = -1
    numbered = False  # whether the word is the unit of a number: "2024 г." is no town
    for before, after in pairwise(words):
        at += len(before) + 1
        was_numbered, numbered = numbered, before[-1:].isdigit()
        if not before or not after:
            continue
        last = before[-1]
        if last.isdigit():
            bound = after in units or after.rstrip(_PUNCTUATION) in units
        elif last == ".":
            initial = rules.convention.initials and _is_initial(before, after)
            bound = not was_numbered and (initial or before.lstrip("(«“„") in titles)
        else:
            bound = before in titles or (before.lower() in short if short else False)
        if bound or (particles and after.rstrip(_PUNCTUATION) in particles):
            found.append(at)
    return found


def _is_initial(before: str, after: str) -> bool:
    """Whether `before` is part of an abbreviation that goes on (z. B., т. е.), or somebody's initials and `after` a name."""
    if len(before) > 7 or _INITIALS.fullmatch(before) is None:
        return False
    if after[1:2] == "." and after[0].isalpha():
        return True
    return len(after) > 2 and after[0].isupper() and before.lstrip("(«“„")[0].isupper()


_QUOTE_MARKS = re.compile(r"[\"'“”„‘’‚«»‹›]")


def _set_quotes(spans: _Spans, chosen: Convention, language: str) -> None:
    """Straight quotes and apostrophes, in one sweep that knows how deep in quotations it is."""
    text = spans.text
    edits = []
    depth: list[str] = []  # the straight marks (or typed openers) that are open
    for match in _QUOTE_MARKS.finditer(text):
        at, char = match.start(), match[0]
        if char in _OPENERS:
            depth.append(char)
        elif char in _CLOSERS:
            if depth and not (char == "’" and depth[-1] not in "‘‚"):
                depth.pop()
        elif not spans.in_address(at):
            new = _double(text, at, depth, chosen) if char == '"' else _single(text, at, depth, chosen, language)
            edits.append((at, at + 1, new))
    spans.edit(edits)


def _opens(text: str, at: int) -> bool:
    """Whether a mark at `at` stands where a quotation begins."""
    before = text[:at].rstrip("'\"")[-1:] or " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before in _OPENING_CONTEXT and not after.isspace()


def _double(text: str, at: int, depth: list[str], chosen: Convention) -> str:
    opens = _opens(text, at) and not (depth and depth[-1] == '"' and text[at - 1 : at] in "—–-/" and text[at - 1 : at])
    if not opens and '"' not in depth and text[at - 1 : at].isdigit():
        return "″"
    if opens:
        inner = any(mark in '"“„«' for mark in depth)
        depth.append('"')
        return chosen.quotes[2] if inner else chosen.quotes[0]
    while depth and depth[-1] != '"':
        depth.pop()
    if depth:
        depth.pop()
    inner = any(mark in '"“„«' for mark in depth)
    return chosen.quotes[3] if inner else chosen.quotes[1]


def _single(text: str, at: int, depth: list[str], chosen: Convention, language: str) -> str:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isalpha() and after.isalpha():
        return "ʻ" if language.startswith("uz") and before in "oOgG" else "’"
    if before.isdigit() and "'" not in depth and (after.isdigit() or after in "\"″"):
        return "′"
    if _opens(text, at):
        if _ELIDED.match(text, at + 1) or not _closes_later(text, at + 1):
            return "’"
        depth.append("'")
        return "‘" if chosen.quotes[0] == "“" else chosen.quotes[2]
    if "'" in depth:
        while depth.pop() != "'":
            pass
        return "’" if chosen.quotes[0] == "“" else chosen.quotes[3]
    return "’"


def _closes_later(text: str, start: int) -> bool:
    """Whether a single mark further on can close a quotation: something stands before it and no letter follows."""
    return re.compile(r"[\w.,;:!?…)]'(?!\w)").search(text, start) is not None
