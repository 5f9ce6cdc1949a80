"""A paragraph's runs cut into pieces that one font can set in one script.

In: runs in their character styles. Out: `Piece`s in logical order, which together cover the text. A cluster (a letter with
its marks) that the style's font lacks goes to the next font that has all of it; what no font has is reported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from digest_studio.text.fonts import FontLibrary, is_visible
from digest_studio.text.hyphenate import language_script
from digest_studio.text.properties import COMMON, script_of
from digest_studio.text.styles import CharStyle, Run

_JOINERS = "\u200d\ufe0e\ufe0f"


class Piece(NamedTuple):
    """Text from `start` to `end` (offsets in the paragraph) of run number `run`, set in `font`. `level` is the bidirectional
    embedding level (even: left to right); nothing raises it yet."""

    start: int
    end: int
    run: int
    font: str
    script: str
    level: int = 0


def itemise(runs: tuple[Run, ...], language: str, library: FontLibrary) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The pieces, and the characters that no font has (each once, in order)."""
    pieces: list[Piece] = []
    missing: dict[str, None] = {}
    default = language_script(language)
    offset = 0
    for number, run in enumerate(runs):
        for start, end, font in _by_font(run, library, missing):
            for a, b, script in _by_script(run.text[start:end], default):
                pieces.append(Piece(offset + start + a, offset + start + b, number, font, script))
        offset += len(run.text)
    return tuple(pieces), tuple(missing)


def _by_font(run: Run, library: FontLibrary, missing: dict[str, None]) -> Iterator[tuple[int, int, str]]:
    """(start, end, font) over a run's text."""
    fonts = run.style.fonts
    first = library.open(fonts[0])
    lacking = first.lacking(run.text)
    if not lacking:
        yield 0, len(run.text), fonts[0]
        return
    start, font = 0, fonts[0]
    for at, cluster in _clusters(run.text):
        wanted = fonts[0]
        if not lacking.isdisjoint(cluster):
            wanted = _font_with(cluster, run.style, library)
            if not wanted:
                missing.update(dict.fromkeys(c for c in cluster if c in lacking and not _anywhere(c, run.style, library)))
                wanted = _font_with("\ufffd", run.style, library) or fonts[0]
        if wanted != font:
            if at > start:
                yield start, at, font
            start, font = at, wanted
    yield start, len(run.text), font


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Letters with the marks and joiners that belong to them."""
    start = 0
    for i in range(1, len(text) + 1):
        if i < len(text) and (text[i] in _JOINERS or text[i - 1] == "\u200d" or unicodedata.category(text[i])[0] == "M"):
            continue
        yield start, text[start:i]
        start = i


def _font_with(cluster: str, style: CharStyle, library: FontLibrary) -> str:
    for name in (*style.fonts, *library.fallbacks):
        font = library.open(name)
        if all(font.has(char) or not is_visible(char) for char in cluster):
            return name
    return ""


def _anywhere(char: str, style: CharStyle, library: FontLibrary) -> bool:
    return bool(_font_with(char, style, library))


def _by_script(text: str, default: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, script); characters of no script of their own go with those before them, at the start with those after."""
    found = {script_of(char) for char in set(text)} - COMMON
    if len(found) <= 1:
        yield 0, len(text), next(iter(found), default)
        return
    start, current = 0, ""
    for i, char in enumerate(text):
        script = script_of(char)
        if script in COMMON or script == current:
            continue
        if current:
            yield start, i, current
            start = i
        current = script
    yield start, len(text), current
