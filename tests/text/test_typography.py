"""Typed text as each language sets it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.text.conventions import CONVENTIONS
from digest_studio.text.typography import typographic

# In what is expected, ~ is a no-break space and _ a narrow one.


def typed(text: str, language: str = "en") -> str:
    return typographic([text], language)[0].replace("\u00a0", "~").replace("\u202f", "_")


@pytest.mark.parametrize(("text", "expected"), [
    ('He said, "Yes."', "He said, “Yes.”"),
    ('"It\'s the \'90s," she said.', "“It’s the ’90s,” she said."),
    ("the members' and the state's", "the members’ and the state’s"),
    ('"They called it \'Voice of Asia\'."', "“They called it ‘Voice of Asia’.”"),
    ("'Quoted' and 'tis", "‘Quoted’ and ’tis"),
    ('("Aside")', "(“Aside”)"),
    ('an 18" screen, 5\'10" tall', "an 18″ screen, 5′10″ tall"),
    ("wait...", "wait…"),
    ("one -- two, one - two, one---two, one--two", "one – two, one – two, one—two, one—two"),
    ("1990-1995, 15--20, 7172-5765", "1990–1995, 15–20, 7172-5765"),
    ("10 km, 24 January, p. 12, No. 5, 45 %", "10~km, 24~January, p.~12, No.~5, 45~%"),
    ("5 kmph in 10 places", "5 kmph in 10 places"),
    ('see https://example.org/a--b?"c"', 'see https://example.org/a--b?"c"'),
    ("well-known", "well-known"),
    ("“Already” set – it’s fine…", "“Already” set – it’s fine…"),
])
def test_english(text: str, expected: str) -> None:
    assert typed(text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", 'Он сказал: "Это "дом" - мой".', "Он сказал: «Это „дом“~— мой»."),
    ("ru", "24 января 2024 г. А. С. Пушкин жил в доме № 5, 10 000 руб. же",
     "24~января 2024~г. А.~С.~Пушкин жил в~доме №~5, 10~000~руб.~же"),
    ("uk", '"Так" - 5 км', "«Так»~— 5~км"),
    ("kk", '"Қазақстан" - 24 қаңтар, 5 млн теңге', "«Қазақстан»~– 24~қаңтар, 5~млн теңге"),
    ("de", 'Er sagte: "Das ist \'gut\'" - z. B. 10 km', "Er sagte: „Das ist ‚gut‘“ – z.~B. 10~km"),
    ("fr", 'Il dit: "Oui!"; 10 000 km? 10:30 : l\'homme', "Il dit~: «~Oui_!~»_; 10_000~km_? 10:30~: l’homme"),
    ("fr-CH", '"Oui!"', "«_Oui_!_»"),
    ("fr-CA", '"Oui!"', "«~Oui!~»"),
    ("es", '"Sí"', "«Sí»"), ("es-MX", '"Sí"', "“Sí”"), ("pl", '"Tak" i 5 km', "„Tak” i~5~km"), ("sv", '"Ja"', "”Ja”"),
    ("el", '"Ναι"', "«Ναι»"), ("tr", '"İstanbul\'un" 5 Ocak', "“İstanbul’un” 5~Ocak"),
    ("uz", "O'zbekiston san'ati", "Oʻzbekiston san’ati"),
    ("hu", '"Igen"', "„Igen”"), ("xx", '"Yes"', "“Yes”"), ("en-GB", '"Yes"', "“Yes”"),
])
def test_other_languages(language: str, text: str, expected: str) -> None:
    assert typed(text, language) == expected


def test_a_quotation_may_run_over_spans() -> None:
    spans = ['He said "', "bold", ' words" -', "- and'", "s"]
    assert typographic(spans, "en") == ("He said “", "bold", " words” – ", "and’", "s")
    assert typographic(["", '"', "", '"', ""], "en") == ("", "“", "", "”", "")


TEXTS = st.lists(st.text(alphabet="ab1 0\"'-–—.…«»“”„‘’;:!?()№\u00a0\u202fвА", max_size=12), min_size=1, max_size=4)


@given(TEXTS, st.sampled_from([*CONVENTIONS, "xx"]))
def test_applying_it_twice_changes_nothing_more(texts: list[str], language: str) -> None:
    once = typographic(texts, language)
    assert len(once) == len(texts)
    assert typographic(once, language) == once


@given(TEXTS, st.sampled_from([*CONVENTIONS, "xx"]))
def test_letters_and_figures_stay_in_their_spans(texts: list[str], language: str) -> None:
    for before, after in zip(texts, typographic(texts, language), strict=True):
        assert [c for c in before if c.isalnum()] == [c for c in after if c.isalnum()]
