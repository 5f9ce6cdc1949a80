"""Properties of characters: line breaking class (UAX #14) and script (UAX #24), looked up once for each character."""

from __future__ import annotations

from bisect import bisect_right

from digest_studio.text.unicode_tables import CLASS_STARTS, CLASSES, SCRIPT_NAMES, SCRIPT_STARTS, SCRIPTS

COMMON = frozenset(("Zyyy", "Zinh", "Zzzz"))


class _LineClasses(dict[int, str]):
    """A table for str.translate: code point to class letter."""

    def __missing__(self, code: int) -> str:
        found = self[code] = CLASSES[bisect_right(CLASS_STARTS, code) - 1]
        return found


class _Scripts(dict[str, str]):
    def __missing__(self, char: str) -> str:
        found = self[char] = SCRIPT_NAMES[SCRIPTS[bisect_right(SCRIPT_STARTS, ord(char)) - 1]]
        return found


_line_classes = _LineClasses()
_scripts = _Scripts()


def line_classes(text: str) -> str:
    """The line breaking classes of `text`, one letter a character (the letters stand in tools/unicode_tables.py)."""
    return text.translate(_line_classes)


def script_of(char: str) -> str:
    """The ISO 15924 tag of the character's script; `Zyyy` and `Zinh` belong to whatever surrounds them."""
    return _scripts[char]


def script_of_text(text: str, default: str = "Latn") -> str:
    """The script of the first character that has one of its own."""
    for char in text:
        script = _scripts[char]
        if script not in COMMON:
            return script
    return default
