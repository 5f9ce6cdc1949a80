"""Titles: the fewest lines that hold the words, of lengths as even as can be, none ending in a word that leans on the next.

In: a section's candidates and words. Out: the chosen candidates, as from breaking.py. Words are never divided; the author's
own hyphens end a line only where nothing else fits.
"""

from __future__ import annotations

from collections.abc import Callable

from digest_studio.text.breaking import INFINITE, Broken
from digest_studio.text.section import AUTHORS_HYPHEN, END, HYPHEN, KIND, OFFSET, SPACE, START, WHOLE, WORD, Section

INNER_DEMERITS = 1_000.0  # a title's line that ends at a hyphen or in an address, in square points
# Articles, prepositions and conjunctions that should not end a title's line (lower case).
LEANING: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in {
        "en": "a an the and or but nor of in on at to for by with from as into over under via per vs. no. mr. mrs. ms. dr. st.",
        "fr": "le la les un une des du de d’ l’ à au aux et ou en dans par pour sur sous avec sans chez",
        "de": "der die das den dem des ein eine einen einem einer und oder in im an am auf zu zum zur von vom mit bei für aus "
              "über",
        "es": "el la los las un una unos unas de del a al y e o u en por para con sin sobre entre",
        "it": "il lo la i gli le un uno una di del dello della dei degli delle a al alla da dal in nel nella e o con su per "
              "tra fra",
        "pt": "o a os as um uma de do da dos das em no na nos nas e ou por para com sem sobre ao à",
        "nl": "de het een en of in op aan te van voor met bij uit over naar door",
        "sv": "en ett den det och i på av för med till från om vid", "da": "en et den det og i på af for med til fra om ved",
        "nb": "en et ei den det og i på av for med til fra om ved", "fi": "ja tai",
        "pl": "a i o u w z we ze na do od po za ku dla nad pod przy", "cs": "a i o u k s v z ke se ve ze na do od po za",
        "ru": "а и о у в к с я во ко со на по за до от из об не ни но или для при над под без про как что",
        "uk": "а і й о у в з я до на по за від із не ні але або для при над під без про як що",
        "be": "а і о у ў з да на па за ад не ні але або для пры над пад без пра як што",
        "el": "ο η το οι τα του της των τον την στο στη στην στον στα και ή με σε για από ένα ένας μία",
        "kk": "мен бен пен және да де", "tr": "ve ile bir de da", "az": "və ilə bir də da", "hu": "a az egy és vagy",
    }.items()
}


def leans(word: str, language: str) -> bool:
    """Whether a title's line should not end in `word`."""
    return word.lower() in LEANING.get(language.split("-", maxsplit=1)[0], ())


def balanced(section: Section, width_of: Callable[[int], float], indent: float, language: str) -> Broken:
    """The fewest lines and, of these, the most even ones (least sum of squared shortfalls)."""
    undivided = [n for n, c in enumerate(section.candidates[:-1]) if c[KIND] != HYPHEN]
    whole = [n for n in undivided if section.candidates[n][KIND] != AUTHORS_HYPHEN]
    upright = [n for n in whole if not leans(_word_before(section, n), language)]
    final = len(section.candidates) - 1
    for choice in (upright, whole, undivided):
        found = _evenest(section, [*choice, final], width_of, indent, overfull=False)
        if found is not None:
            return found
    found = _evenest(section, [*undivided, final], width_of, indent, overfull=True)
    assert found is not None
    return found


def _word_before(section: Section, number: int) -> str:
    """The word that a candidate follows; none if it stands inside one."""
    cand = section.candidates[number]
    return section.words[cand[WORD]][0].text if cand[KIND] == SPACE and cand[OFFSET] == WHOLE else ""


def _evenest(
    section: Section, usable: list[int], width_of: Callable[[int], float], indent: float, overfull: bool,
) -> Broken | None:
    """Line by line: the best way to end line k at each candidate. `overfull` lets a word stick out that fits no line."""
    cands = section.candidates
    final = len(cands) - 1
    reached: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for line in range(len(usable)):
        width = width_of(line)
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for origin, (cost, ends) in reached.items():
            start = cands[origin][START] if origin >= 0 else -indent
            fits = False
            for number in usable:
                if number <= origin:
                    continue
                slack = width - (cands[number][END] - start)
                if slack < -1e-6 and (fits or not overfull):
                    break
                fits = True
                total = cost + slack * slack + (INNER_DEMERITS if cands[number][KIND] != SPACE else 0.0)
                if total < following.get(number, (INFINITE, ()))[0]:
                    following[number] = (total, (*ends, number))
        if final in following:
            return Broken(following[final][1], following[final][0])
        reached = following
        if not reached:
            return None
    return None
