"""Where a text may be broken into lines: Unicode's UAX #14 (15.0), then what print wants otherwise.

In: text. Out: the offsets before which a new line may begin. Rules that look at two classes (with or without spaces
between) are `_may_break`; its answers are remembered. Regular expressions find the places worth asking about, so that a
text of plain words costs one question a word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from digest_studio.text.properties import line_classes

HARD = "!\r\n^"
_DIGITS = "0123456789"
# Pairs without a space between that never allow a break, whatever stands around them: letters and figures followed by
# anything but what may stand at the head of a line; openings and glue followed by anything.
_PLACES = re.compile(
    r"[!\r\n^](?=.)|[^!\r\n^ ]? +(?=[^ ])|[z@](?=[^ ])|[b-](?=g)"
    r"|[^ AHN(\[qgw](?=[^ ,})\]xqgwzib/n-])|[AHN](?=[^ AHN,})\]xqgwzib/n%$(-])", re.S,
)
_PLAIN = re.compile(r"[q(]*[AHN]+[,})xq]*")
_ATTACHED = re.compile(r"(?<=[^ !\r\n^z~j])[~j]+|(?<=[~j])[~j]+")
# LB25 (in the form of the test file: whole numbers with their signs), LB21a.
_NUMBER = re.compile(r"[%$](?=[(\[-]N)|N[/,]+(?=N)|N[/,]*[})\]]?(?=[%$])")
_HEBREW_HYPHEN = re.compile(r"H[-b](?=.)")
_FLAGS = re.compile(r"rr+")


class _Verdicts(dict[str, bool]):
    """left class + optional space + right class -> may a line begin before the right one?"""

    def __missing__(self, key: str) -> bool:
        found = self[key] = _may_break(key[0], len(key) == 3 or key[0] == " ", key[-1])
        return found


def _may_break(left: str, spaced: bool, right: str) -> bool:
    """The rules of UAX #14 that need no more than two classes; `spaced`: spaces stand between."""
    if left in HARD:  # LB4, LB5
        return not (left == "\r" and right == "\n")
    if right in HARD or right == "z":  # LB6, LB7
        return False
    if left == "z":  # LB8
        return True
    if right == "w" or right in "x})],/":  # LB11, LB13
        return False
    if left in "([":  # LB14
        return False
    if spaced:
        together = (
            (left == "q" and right in "([")  # LB15
            or (left in "})]" and right == "n")  # LB16
            or (left == "2" and right == "2")  # LB17
        )
        return not together  # LB18
    return not _joined(left, right)


def _joined(left: str, right: str) -> bool:
    """LB11 to LB31 for neighbours without a space: whether they stay together."""
    if left in "wg" or (right == "g" and left not in "b-"):  # LB11, LB12, LB12a
        return True
    if (left in "})]" and right == "n") or left == right == "2" or "q" in (left, right):  # LB16, LB17, LB19
        return True
    if "@" in (left, right):  # LB20
        return False
    return (
        right in "b-n" or left == "d"  # LB21
        or (left == "/" and right == "H")  # LB21b
        or right == "i"  # LB22
        or (left in "AH" and right == "N") or (left == "N" and right in "AH")  # LB23
        or (left == "$" and right in "Ipem") or (left in "Ipem" and right == "%")  # LB23a
        or (left in "%$" and right in "AH") or (left in "AH" and right in "%$")  # LB24
        or (left in "%$([-N" and right == "N") or (left == "N" and right in "%$")  # LB25
        or (left == "L" and right in "LVWX") or (left in "VW" and right in "VT") or (left in "TX" and right == "T")  # LB26
        or (left in "LVTWX" and right == "%") or (left == "$" and right in "LVTWX")  # LB27
        or (left in "AH" and right in "AH")  # LB28
        or (left == "," and right in "AH")  # LB29
        or (left in "AHN" and right == "(") or (left == ")" and right in "AHN")  # LB30
        or (left in "ep" and right == "m")  # LB30b
    )


_verdicts = _Verdicts()


def standard_breaks(text: str) -> list[int]:
    """The offsets before which UAX #14 allows or demands a line to begin (its end not counted)."""
    classes = line_classes(text)
    if "~" in classes or "j" in classes:
        return _breaks_with_marks(classes)
    return _breaks(classes)


def _breaks(classes: str) -> list[int]:
    verdicts = _verdicts
    found = []
    for match in _PLACES.finditer(classes):
        end = match.end()
        if verdicts[match[0][:2] + classes[end]]:
            found.append(end)
    kept_together: set[int] = set()
    if "%" in classes or "$" in classes or "/" in classes or "," in classes:
        kept_together.update(m.end() for m in _NUMBER.finditer(classes))
    if "H" in classes:
        kept_together.update(m.end() for m in _HEBREW_HYPHEN.finditer(classes))
    if "rr" in classes:  # LB30a: flags are pairs
        for match in _FLAGS.finditer(classes):
            kept_together.update(range(match.start() + 1, match.end(), 2))
    return [place for place in found if place not in kept_together] if kept_together else found


def _breaks_with_marks(classes: str) -> list[int]:
    """LB8a, LB9, LB10: combining marks belong to what precedes them; nothing breaks after a zero width joiner."""
    attached = {i for m in _ATTACHED.finditer(classes) for i in range(*m.span())}
    kept = [i for i in range(len(classes)) if i not in attached]
    bare = "".join("A" if classes[i] in "~j" else classes[i] for i in kept)
    return [kept[place] for place in _breaks(bare) if classes[kept[place] - 1] != "j"]


def is_plain(word: str) -> bool:
    """Whether no line may begin inside a word, as its classes alone show: letters and figures, then closing marks."""
    return _PLAIN.fullmatch(line_classes(word)) is not None


class Edges(NamedTuple):
    """What a word shows to its neighbours: the classes of its first and last character (marks not counted), the word itself if
    it is a dash, and whether it begins with a point and a figure (.5)."""

    first: str
    last: str
    dash: bool
    decimal: bool


def edges(word: str) -> Edges:
    """The edges of a word without spaces."""
    classes = line_classes(word)
    bare = classes.rstrip("~j") or "A"
    first = "A" if classes[0] in "~j" else classes[0]
    return Edges(first, bare[-1], word in ("\u2013", "\u2014"), _DECIMAL.match(word) is not None)


def may_break_between(before: Edges, spaces: str, after: Edges) -> bool:
    """Whether a line may begin with the second of two words, with these spaces between; the same as `opportunities` says.

    Without spaces the words are parts of one, set in two styles: they may part after a hyphen or dash, or as UAX #14 says.
    """
    if not spaces:
        return _verdicts[before.last + after.first]
    if "\u00a0" in spaces or after.dash:
        return False
    return after.decimal or _verdicts[f"{before.last} {after.first}"]


# What print wants otherwise.

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+[a-z]{2,}/\S*", re.I)
# The Chicago Manual of Style (7.46): after a colon or a double slash, before other marks; `&`, `=` either side, here after.
_URL_BREAKS = re.compile(r"(?<=//)(?=[^/])|(?<=[\w)])(?=[.?%~#_-]\w)|(?<=[^/:]/)(?=[^/])|(?<=[&=@])(?=\w)|(?<=\w:)(?=[^/\d])")
_SPACED_DASH = re.compile(r" +(?=[\u2013\u2014](?:[ \u00a0\n]|$))")
_SPACED_DECIMAL = re.compile(r" (?=[.,]\d)")
_DECIMAL = re.compile(r"[.,]\d")
_SHORTEST_PART = 2  # letters before and after a hyphen or slash of the author's at which a line may end: "X-ray" stays whole
_WORD_BEFORE = re.compile(r"\w*$")
_WORD_AFTER = re.compile(r"\w*")


def is_address(word: str) -> bool:
    """Whether `word` is (or starts with) a web or mail address: broken without hyphens, at its own places."""
    return ("." in word or ":" in word) and _URL.match(word.lstrip("(<[«“\"'")) is not None


def opportunities(text: str) -> list[int]:
    """The offsets before which a line may begin, as print wants them.

    Beyond UAX #14: no break inside a range of figures, before an unspaced em dash or a spaced dash, between a point and
    its figures (but before “.5”), at hyphens and slashes that would leave a single letter; addresses break at their own places.
    """
    places = [p for p in standard_breaks(text) if text[p - 1] in " \n" or _fit_for_print(text, p)]
    if " \u2013" in text or " \u2014" in text:
        dashes = {m.end() for m in _SPACED_DASH.finditer(text)}
        places = [p for p in places if p not in dashes]
    if " ." in text or " ," in text:
        places = sorted({*places, *(m.end() for m in _SPACED_DECIMAL.finditer(text))})
    if "://" in text or "www." in text or "@" in text or "/" in text:
        places = _with_addresses(text, places)
    return places


def _fit_for_print(text: str, place: int) -> bool:
    """Whether a break that UAX #14 allows without a space is one that a compositor would make."""
    before, after = text[place - 1], text[place]
    if after == "\u2014" or (before in ".," and after in _DIGITS):
        return False
    if before == "\u2013" and after in _DIGITS and text[place - 2 : place - 1].isdigit():
        return False
    if before in "-\u2010/":
        left = _WORD_BEFORE.search(text, max(0, place - 1 - 40), place - 1)
        right = _WORD_AFTER.match(text, place)
        assert left is not None and right is not None
        return len(left[0]) >= _SHORTEST_PART and len(right[0]) >= _SHORTEST_PART
    return True


def _with_addresses(text: str, places: list[int]) -> list[int]:
    found = set(places)
    for match in _URL.finditer(text):
        start, end = match.span()
        found -= set(range(start + 1, end))
        found |= {start + m.start() for m in _URL_BREAKS.finditer(match[0].rstrip(".,;:!?)»”"))}
    return sorted(found)
