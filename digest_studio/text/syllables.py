"""Division of words in languages whose spelling shows the syllables: a few rules stand for patterns.

In all of them a syllable has one vowel, and a consonant before a vowel begins that vowel's syllable. Hence a word may be
divided before every consonant that a vowel follows, and, where `hiatus` allows, between two vowels.

Sources of the rules:
- Turkish: Türk Dil Kurumu, Yazım Kılavuzu, "Hece Yapısı ve Satır Sonunda Kelimelerin Bölünmesi": a consonant between vowels
  goes with the second, of two consonants the first stays, of three the first two stay (al-dı, alt-lık).
- Azerbaijani, Turkmen, Tatar: the same rule in their spelling guides.
- Kazakh and Kyrgyz: «Қазақ тілі орфографиясының негізгі ережелері», тасымал: by syllables; й, ь and ъ stay with the letter
  before them; у beside a vowel is a consonant (қа-уіп, тау-лар), after a consonant a vowel (оқу, су-ық).
- Uzbek (Latin): «Oʻzbek tilining asosiy imlo qoidalari», koʻchirish: by syllables; sh, ch, ng, oʻ and gʻ are not divided.
- Finnish: Kielitoimiston ohjepankki, "Tavutus": a boundary stands before every consonant that a vowel follows.
"""

from __future__ import annotations

from typing import NamedTuple


class Spelling(NamedTuple):
    """What the rules need to know of an alphabet (lower case)."""

    vowels: str
    hiatus: bool = True
    digraphs: tuple[str, ...] = ()
    attached: str = ""  # letters and marks that stay with the letter before them
    glides: str = ""  # vowels that are consonants beside another vowel


_TURKISH = Spelling("aeıioöuüâîû")
_KAZAKH = Spelling("аәеёиоөұүыіэюяу", attached="ьъ", glides="у")
SPELLINGS: dict[str, Spelling] = {
    "tr": _TURKISH,
    "az": Spelling("aeəıioöuü"),
    "tk": Spelling("aäeioöuüy"),
    "uz": Spelling("aeiou", digraphs=("sh", "ch", "ng"), attached="ʻʼ‘’'"),
    "kk": _KAZAKH,
    "ky": Spelling("аеёиоөуүыэюя", hiatus=False, attached="ьъ"),
    "tt": Spelling("аәеёиоөуүыэюя", attached="ьъ", glides="у"),
    "fi": Spelling("aeiouyäöå", hiatus=False),
}


def _is_vowel(word: str, i: int, spelling: Spelling) -> bool:
    """Whether letter i sounds as a vowel: a glide does so only after a consonant."""
    if word[i] in spelling.glides:
        return i > 0 and word[i - 1] not in spelling.vowels
    return word[i] in spelling.vowels


def syllable_points(word: str, spelling: Spelling) -> tuple[int, ...]:
    """The offsets in `word` (lower case) at which a syllable begins, the first one left out."""
    points = []
    seen_vowel = False
    for i in range(len(word)):
        if not _is_vowel(word, i, spelling):
            continue
        if seen_vowel:
            onset = _onset(word, i, spelling)
            if onset < i or (spelling.hiatus and _is_vowel(word, i - 1, spelling)):
                points.append(onset)
        seen_vowel = True
    return tuple(points)


def _onset(word: str, vowel: int, spelling: Spelling) -> int:
    """Where the syllable of the vowel begins: at the consonant before it, with its digraph and marks; else at itself."""
    start = vowel - 1
    while start > 0 and word[start] in spelling.attached:
        start -= 1
    if _is_vowel(word, start, spelling):
        return vowel
    if word[start] in "ьъ":
        return vowel
    if word[start - 1 : start + 1] in spelling.digraphs:
        start -= 1
    return start
