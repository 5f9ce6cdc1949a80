"""Division of words: by patterns as pyphen divides them, by syllables, by exceptions, within limits."""

from __future__ import annotations

import itertools
import random
import re
from pathlib import Path

import pyphen
import pytest

from digest_studio.text.hyphenate import Hyphenator, language_script
from digest_studio.text.styles import Hyphens
from tests.text.samples import ENGLISH, GREEK, RESOURCES, RUSSIAN

DIRECTORY = RESOURCES / "hyphenation"
LIMITS = Hyphens()
PYPHEN = {
    "be": "be_BY", "bg": "bg_BG", "ca": "ca", "cs": "cs_CZ", "da": "da_DK", "de": "de_DE", "el": "el_GR", "en-GB": "en_GB",
    "en-US": "en_US", "es": "es", "et": "et_EE", "fr": "fr", "hr": "hr_HR", "hu": "hu_HU", "it": "it_IT", "lt": "lt",
    "lv": "lv_LV", "mn": "mn_MN", "nb": "nb_NO", "nl": "nl_NL", "pl": "pl_PL", "pt": "pt_BR", "ro": "ro_RO", "ru": "ru_RU",
    "sk": "sk_SK", "sl": "sl_SI", "sv": "sv", "uk": "uk_UA",
}


@pytest.fixture(scope="module")
def hyphenator() -> Hyphenator:
    return Hyphenator(DIRECTORY, {"en": ("ana-lyst", "Digest")})


def divided(hyphenator: Hyphenator, word: str, language: str, limits: Hyphens = LIMITS) -> str:
    points = [0, *hyphenator.divisions(word, language, limits), len(word)]
    return "-".join(word[a:b] for a, b in itertools.pairwise(points))


def test_every_bundled_language_is_compared() -> None:
    assert {path.stem for path in (DIRECTORY / "patterns").glob("*.txt")} == set(PYPHEN)


@pytest.mark.parametrize("tag", PYPHEN)
def test_patterns_divide_as_pyphens_do(tag: str, hyphenator: Hyphenator) -> None:
    """Words made of the patterns' own letters, so that every corner is met; ours leave out what adds nothing, and the points
    where a division would change the spelling."""
    dictionary = pyphen.HyphDict(Path(pyphen.__file__).parent / "dictionaries" / f"hyph_{PYPHEN[tag]}.dic")
    rng = random.Random(tag)
    parts = [part for pattern in rng.sample(sorted(dictionary.patterns), 240) if (part := pattern.strip(".")).isalpha()]
    words = ["".join(rng.sample(parts, rng.randint(1, 3))) for _ in range(300)]
    compared = 0
    for word in words:
        if word != word.lower():
            continue
        expected = dictionary.positions(word)
        if any(getattr(point, "data", None) for point in expected):
            continue
        assert hyphenator.points(word, tag) == tuple(p for p in expected if 0 < p < len(word)), word
        compared += 1
    assert compared > 150


@pytest.mark.parametrize(("language", "text", "dictionary"), [
    ("en", ENGLISH, "en_US"), ("ru", RUSSIAN, "ru_RU"), ("el", GREEK, "el_GR"),
])
def test_words_of_real_text(language: str, text: str, dictionary: str, hyphenator: Hyphenator) -> None:
    peer = pyphen.Pyphen(lang=dictionary, left=2, right=3)
    for word in re.findall(r"\w+", text):
        if len(word) >= 5:
            assert divided(hyphenator, word, language) == peer.inserted(word), word


@pytest.mark.parametrize(("language", "words"), [
    # Türk Dil Kurumu's own examples, and names
    ("tr", ["al-dı", "alt-lık", "kork-mak", "iş-bir-li-ği", "Cum-hu-ri-ye-ti", "sa-at-ler-ce", "elekt-ro-nik", "İs-tan-bul’un"]),
    ("kk", ["ын-ты-мақ-тас-тық", "қа-уіп-сіз-дік", "ха-лы-қа-ра-лық", "Қа-зақ-стан", "ұйым-дас-ты-ру", "тау-лар", "оқу-шы",
            "конь-ки", "ми-нистр-лі-гі"]),
    ("ky", ["ын-ты-мак-таш-тык", "коп-суз-дук", "Кыр-гыз-стан"]),
    ("uz", ["bosh-qa-ruv", "ting-lov-chi", "O‘zbe-kis-ton", "de-ngiz"]),
    ("az", ["Azər-bay-can", "əmək-daş-lıq", "təh-lü-kə-siz-lik"]),
    ("fi", ["val-ta-kun-ta", "kan-sain-vä-li-nen"]),
])
def test_languages_with_syllable_rules(language: str, words: list[str], hyphenator: Hyphenator) -> None:
    limits = Hyphens(min_word=4, before=2, after=2)
    assert [divided(hyphenator, word.replace("-", ""), language, limits) for word in words] == words


@pytest.mark.parametrize("word", [
    "UNESCO", "CICA", "iPhone", "YouTube", "abc123def", "https://international.example.org", "international@example.org",
    "short-lived", "either/or", "2024–2026", "four", "Конференция", "Ελληνικά", "naїve",
])
def test_what_is_never_divided_in_english(word: str, hyphenator: Hyphenator) -> None:
    assert hyphenator.divisions(word, "en", LIMITS) == ()


def test_words_of_another_script_are_left_alone(hyphenator: Hyphenator) -> None:
    assert divided(hyphenator, "Organization", "ru") == "Organization"
    assert divided(hyphenator, "Организация", "kk-Latn") == "Организация"
    assert divided(hyphenator, "Организация", "ru") == "Ор-га-ни-за-ция"


def test_punctuation_around_and_apostrophes_within(hyphenator: Hyphenator) -> None:
    assert divided(hyphenator, "“chairmanship’s”,", "en") == "“chair-man-ship’s”,"
    assert divided(hyphenator, "(organization)", "en") == "(or-ga-ni-za-tion)"
    assert divided(hyphenator, "l’organisation", "fr") == "l’or-ga-ni-sa-tion"


def test_long_words_in_capitals_are_words(hyphenator: Hyphenator) -> None:
    assert divided(hyphenator, "ORGANIZATION", "en") == "OR-GA-NI-ZA-TION"


def test_limits(hyphenator: Hyphenator) -> None:
    assert divided(hyphenator, "organization", "en", Hyphens(5, 3, 5)) == "orga-ni-zation"
    assert divided(hyphenator, "organization", "en", Hyphens(13, 2, 3)) == "organization"


def test_exceptions_win_the_issues_own_first(hyphenator: Hyphenator) -> None:
    assert divided(hyphenator, "Kazakhstan", "en-GB") == "Ka-zakh-stan"
    assert divided(hyphenator, "analyst", "en") == "ana-lyst"
    assert divided(hyphenator, "digest", "en") == "digest"
    assert divided(Hyphenator(DIRECTORY), "analyst", "en") == "an-a-lyst"
    assert divided(Hyphenator(DIRECTORY, {"en": ("Kazakh-stan",)}), "Kazakhstan", "en") == "Kazakh-stan"


def test_soft_hyphens_are_all_that_counts_where_they_are(hyphenator: Hyphenator) -> None:
    assert hyphenator.divisions("organ\u00adization", "en", LIMITS) == (5,)


def test_a_language_without_rules_is_not_divided(hyphenator: Hyphenator) -> None:
    assert hyphenator.divisions("organization", "xx", LIMITS) == ()
    assert hyphenator.divisions("organization", "zh", LIMITS) == ()


def test_scripts_of_languages() -> None:
    assert [language_script(tag) for tag in ("en", "ru", "kk", "kk-Latn", "uz-Cyrl", "el", "sr-Latn-RS")] == [
        "Latn", "Cyrl", "Cyrl", "Latn", "Cyrl", "Grek", "Latn"]
