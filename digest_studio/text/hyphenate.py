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
        self._longest = max(map(len, keys))

    def points(self, word: str) -> tuple[int, ...]:
        """The offsets in `word` (lower case) with an odd value (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983)."""
        framed = f".{word}."
        size = len(framed)
        levels = ["0"] * (size + 1)
        value_of = self._values.get
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                digits = value_of(framed[start:end])
                if digits is not None:
                    gap = end + 1 - len(digits)
                    for digit in digits:
                        if digit > levels[gap]:
                            levels[gap] = digit
                        gap += 1
        return tuple(gap - 1 for gap in range(2, size - 1) if levels[gap] in "13579")


class Hyphenator:
    """Divides words. `directory` holds patterns/ and exceptions/; `exceptions` (language -> words with hyphens) are the
    issue's own and win over everything."""

    def __init__(self, directory: Path, exceptions: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._directory = directory
        self._own = {language: _parse_exceptions(words) for language, words in (exceptions or {}).items()}
        self._bundled: dict[str, dict[str, tuple[int, ...]]] = {}
        self._patterns: dict[str, Patterns | None] = {}
        self._known: dict[tuple[str, Hyphens], dict[str, tuple[int, ...]]] = {}

    def divisions(self, token: str, language: str, limits: Hyphens) -> tuple[int, ...]:
        """The offsets at which the author's or the language's rules let `token` be divided by a hyphen."""
        known = self._known.setdefault((language, limits), {})
        found = known.get(token)
        if found is None:
            found = known[token] = self._divide(token, language, limits)
        return found

    def _divide(self, token: str, language: str, limits: Hyphens) -> tuple[int, ...]:
        if SOFT_HYPHEN in token:
            return tuple(m.start() for m in re.finditer(SOFT_HYPHEN, token) if 0 < m.start() < len(token) - 1)
        if len(token) < limits.min_word or _UNDIVIDED.search(token) or is_address(token):
            return ()
        script = language_script(language)
        found: list[int] = []
        for match in _LETTERS.finditer(token):
            word, start = match[0], match.start()
            if any(script_of(char) != script for char in word):
                continue
            found.extend(start + point for point in self._word_points(word, language, limits))
        return tuple(found)

    def _word_points(self, word: str, language: str, limits: Hyphens) -> tuple[int, ...]:
        """The points of a word of letters, within the limits; an exception's points as its author gave them."""
        lower = _lower(word, language)
        if len(lower) != len(word):
            return ()
        exception = self._exception(lower, language)
        if exception is not None:
            return exception
        capitals = word.isupper()
        if len(word) < limits.min_word or (capitals and len(word) <= LONGEST_ACRONYM):
            return ()
        if not capitals and not word[1:].islower():
            return ()  # "YouTube", "iPhone"
        last = len(word) - limits.after
        return tuple(p for p in self.points(lower, language) if limits.before <= p <= last)

    def points(self, word: str, language: str) -> tuple[int, ...]:
        """Every point that the language's patterns or syllables give a word in lower case; no limits."""
        spelling = SPELLINGS.get(language.split("-")[0])
        if spelling is not None:
            return syllable_points(word, spelling)
        patterns = self._language_patterns(language)
        return patterns.points(word) if patterns is not None else ()

    def _language_patterns(self, language: str) -> Patterns | None:
        if language not in self._patterns:
            self._patterns[language] = None
            for tag in dict.fromkeys((_SAME_AS.get(language, language), _SAME_AS.get(_base(language), _base(language)))):
                path = self._directory / "patterns" / f"{tag}.txt"
                if path.is_file():
                    self._patterns[language] = Patterns(path)
                    break
        return self._patterns[language]

    def _exception(self, word: str, language: str) -> tuple[int, ...] | None:
        for tag in dict.fromkeys((language, _base(language))):
            for table in (self._own.get(tag), self._bundled_exceptions(tag)):
                if table and word in table:
                    return table[word]
        return None

    def _bundled_exceptions(self, language: str) -> dict[str, tuple[int, ...]]:
        if language not in self._bundled:
            path = self._directory / "exceptions" / f"{language}.txt"
            lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
            words = (line.strip() for line in lines if not line.startswith("#"))
            self._bundled[language] = _parse_exceptions(tuple(word for word in words if word))
        return self._bundled[language]


def _base(language: str) -> str:
    return language.split("-")[0]


def _lower(word: str, language: str) -> str:
    if _base(language) in ("tr", "az"):
        word = word.replace("İ", "i").replace("I", "ı")
    return word.lower()


def _parse_exceptions(words: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """`Ka-zakh-stan` -> {"kazakhstan": (2, 6)}; a word without hyphens is never divided."""
    table = {}
    for word in words:
        points: list[int] = []
        for part in word.split("-")[:-1]:
            points.append((points[-1] if points else 0) + len(part))
        table[word.replace("-", "").lower()] = tuple(points)
    return table
