"""Where a word may be divided with a hyphen: patterns (Liang's method), syllable rules, an author's exceptions.

In: a word as it stands between spaces, with its punctuation, a BCP 47 language and the limits of the type style.
Out: offsets into that word. Patterns are files of resources/hyphenation (tools/hyphenation_patterns.py writes them);
a language without any is not hyphenated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from digest_studio.text.linebreak import is_address
from digest_studio.text.properties import script_of
from digest_studio.text.styles import Hyphens
from digest_studio.text.syllables import SPELLINGS, syllable_points

SOFT_HYPHEN = "\u00ad"
LONGEST_ACRONYM = 6  # words in capitals up to this length are taken for acronyms and stay whole
MOST_WORDS = 50_000  # remembered for each language
_LETTERS = re.compile(r"[^\W\d_]+")
_UNDIVIDED = re.compile(r"[\d_\-\u2010\u2011\u2012\u2013\u2014/@\\]")
_SCRIPTS = dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"), "Cyrl") | {
    "el": "Grek", "hy": "Armn", "ka": "Geor", "he": "Hebr", "ar": "Arab", "fa": "Arab", "ur": "Arab",
}
_SAME_AS = {
    "en": "en-US", "en-AU": "en-GB", "en-IE": "en-GB", "en-IN": "en-GB", "en-NZ": "en-GB", "en-ZA": "en-GB",
    "no": "nb", "nn": "nb",
}


def language_script(language: str) -> str:
    """The script a language is written in: the tag's own (`uz-Cyrl`), else the usual one."""
    parts = language.split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    return _SCRIPTS.get(parts[0].lower(), "Latn")


class Patterns:
    """A language's patterns: letters (a point is a word's edge) to digits for the gaps that end at the pattern's end."""

    def __init__(self, path: Path) -> None:
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
        keys = lines[0].split(" ")
        self._values = dict(zip(keys, lines[1].split(" "), strict=True))
        # The longest pattern with the same two first letters; keys are sorted, so the last of a pair need not be the longest.
        self._reach: dict[str, int] = {}
        reach = self._reach
        for key in keys:
            head = key[:2]
            if len(key) > reach.get(head, 1):
                reach[head] = len(key)

    def points(self, word: str) -> tuple[int, ...]:
        """The offsets in `word` (lower case) with an odd value (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983)."""
        framed = f".{word}."
        size = len(framed)
        levels = ["0"] * (size + 1)
        values, reach_of = self._values, self._reach.get
        for start in range(size - 1):
            stop = start + reach_of(framed[start : start + 2], 1) + 1
            for end in range(start + 1, stop if stop <= size else size + 1):
                part = framed[start:end]
                if part in values:
                    digits = values[part]
                    gap = end + 1 - len(digits)
                    for digit in digits:
                        if digit > levels[gap]:  # noqa: PLR1730 - a call of max() would be twice as slow
                            levels[gap] = digit
                        gap += 1
        return tuple([gap - 1 for gap in range(2, size - 1) if levels[gap] in "13579"])


class _Language:
    """What is known of a language: its script, its exceptions, how its words are divided."""

    def __init__(self, tag: str, directory: Path, own: Mapping[str, tuple[str, ...]]) -> None:
        self.tag = tag
        base = tag.split("-", maxsplit=1)[0]
        self.script = language_script(tag)
        self.turkic = base in ("tr", "az")
        self.spelling = SPELLINGS.get(base)
        tags = [*dict.fromkeys((base, tag))]
        self.exceptions: dict[str, tuple[int, ...]] = {}
        for name in tags:
            self.exceptions.update(_read_exceptions(directory / "exceptions" / f"{name}.txt"))
        for name in tags:
            self.exceptions.update(_parse_exceptions(own.get(name, ())))
        paths = [directory / "patterns" / f"{_SAME_AS.get(name, name)}.txt" for name in reversed(tags)]
        path = next((path for path in paths if path.is_file()), None) if self.spelling is None else None
        self.patterns = Patterns(path) if path is not None else None

    def points(self, word: str) -> tuple[int, ...]:
        """Every point that patterns or syllables give a word in lower case; no limits, no exceptions."""
        if self.spelling is not None:
            return syllable_points(word, self.spelling)
        return self.patterns.points(word) if self.patterns is not None else ()

    def lower(self, word: str) -> str:
        if self.turkic:
            word = word.replace("İ", "i").replace("I", "ı")
        return word.lower()

    def has_letters_of(self, word: str) -> bool:
        """Whether all of a word's letters are of the language's script."""
        if word.isascii():
            return self.script == "Latn"
        return all(script_of(char) == self.script for char in word)


class Hyphenator:
    """Divides words. `directory` holds patterns/ and exceptions/; `exceptions` (language -> words with hyphens) are the
    issue's own and win over the bundled ones, and both over patterns."""

    def __init__(self, directory: Path, exceptions: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._directory = directory
        self._own = exceptions or {}
        self._languages: dict[str, _Language] = {}
        self._known: dict[tuple[str, Hyphens], dict[str, tuple[int, ...]]] = {}

    def divisions(self, token: str, language: str, limits: Hyphens) -> tuple[int, ...]:
        """The offsets at which the author's or the language's rules let `token` be divided by a hyphen."""
        known = self._known.get((language, limits))
        if known is None or len(known) > MOST_WORDS:
            known = self._known[language, limits] = {}
        found = known.get(token)
        if found is None:
            found = known[token] = self._divide(token, self._language(language), limits)
        return found

    def points(self, word: str, language: str) -> tuple[int, ...]:
        """Every point that the language's patterns or syllables give a word in lower case; no limits, no exceptions."""
        return self._language(language).points(word)

    def _language(self, tag: str) -> _Language:
        found = self._languages.get(tag)
        if found is None:
            found = self._languages[tag] = _Language(tag, self._directory, self._own)
        return found

    def _divide(self, token: str, language: _Language, limits: Hyphens) -> tuple[int, ...]:
        if SOFT_HYPHEN in token:
            return tuple(m.start() for m in re.finditer(SOFT_HYPHEN, token) if 0 < m.start() < len(token) - 1)
        if token.isalpha():
            return _word_points(token, language, limits)
        if _UNDIVIDED.search(token) or is_address(token):
            return ()
        found: list[int] = []
        for match in _LETTERS.finditer(token):
            start = match.start()
            found += [start + point for point in _word_points(match[0], language, limits)]
        return tuple(found)


def _word_points(word: str, language: _Language, limits: Hyphens) -> tuple[int, ...]:
    """The points of a word of letters, within the limits: an exception's own, else those of patterns or syllables."""
    if len(word) < limits.min_word or not language.has_letters_of(word):
        return ()
    lower = language.lower(word)
    if len(lower) != len(word):
        return ()
    points = language.exceptions.get(lower)
    if points is None:
        if not word[1:].islower() and (not word.isupper() or len(word) <= LONGEST_ACRONYM):
            return ()  # "YouTube", "UNESCO"
        points = language.points(lower)
    last = len(word) - limits.after
    return tuple([p for p in points if limits.before <= p <= last])


def _read_exceptions(path: Path) -> dict[str, tuple[int, ...]]:
    if not path.is_file():
        return {}
    lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
    return _parse_exceptions(tuple(line for line in lines if line and not line.startswith("#")))


def _parse_exceptions(words: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """`Ka-zakh-stan` -> {"kazakhstan": (2, 6)}; a word without hyphens is never divided."""
    table = {}
    for word in words:
        points: list[int] = []
        for part in word.split("-")[:-1]:
            points.append((points[-1] if points else 0) + len(part))
        table[word.replace("-", "").lower()] = tuple(points)
    return table
