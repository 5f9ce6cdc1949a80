"""Where lines may be broken: Unicode's own test, and what print wants beyond it."""

from __future__ import annotations

import itertools
import lzma
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest_studio.text.linebreak import edges, is_address, is_plain, may_break_between, opportunities, standard_breaks

DATA = Path(__file__).parent / "data" / "LineBreakTest.txt.xz"


def cases() -> list[tuple[str, list[int], str]]:
    found = []
    for line in lzma.decompress(DATA.read_bytes()).decode("utf-8").splitlines():
        rule, _, comment = line.partition("#")
        marks = rule.split()
        if not marks:
            continue
        text = "".join(chr(int(code, 16)) for code in marks[1::2])
        breaks = [i for i, mark in enumerate(marks[0::2]) if mark == "÷" and 0 < i < len(text)]
        found.append((text, breaks, comment))
    return found


def test_every_case_of_unicodes_line_break_test() -> None:
    every = cases()
    assert len(every) > 7000
    wrong = [(text, breaks, standard_breaks(text), comment) for text, breaks, comment in every if standard_breaks(text) != breaks]
    assert not wrong, f"{len(wrong)} of {len(every)}, the first: {wrong[0]}"


def pieces(text: str) -> list[str]:
    places = [0, *opportunities(text), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(places)]


@pytest.mark.parametrize(("text", "expected"), [
    ("a well-known fact", ["a ", "well-", "known ", "fact"]),
    ("the X-ray and e-mail", ["the ", "X-ray ", "and ", "e-mail"]),
    ("in 2024–2026, about .5 and 1,000.5 km", ["in ", "2024–2026, ", "about ", ".5 ", "and ", "1,000.5 ", "km"]),
    ("Moscow–Astana line", ["Moscow–", "Astana ", "line"]),
    ("one—two", ["one—", "two"]),
    ("one — two", ["one — ", "two"]),
    ("and/or km/h w/o", ["and/", "or ", "km/h ", "w/o"]),
    ("“Yes,” he (the man) said.", ["“Yes,” ", "he ", "(the ", "man) ", "said."]),
    ("100\u00a0km to go", ["100\u00a0km ", "to ", "go"]),
    ("$100 and 45% of №5", ["$100 ", "and ", "45% ", "of ", "№5"]),
    ("Көшбасшылар кездесуі – 2024", ["Көшбасшылар ", "кездесуі – ", "2024"]),
])
def test_breaks_a_compositor_would_make(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_addresses_break_at_their_own_places() -> None:
    assert pieces("see https://www.s-cica.org/page/news?id=12.") == [
        "see ", "https://", "www", ".s", "-cica", ".org/", "page/", "news", "?id=", "12."]
    assert pieces("or s-cica@s-cica.org now") == ["or ", "s", "-cica@", "s", "-cica", ".org ", "now"]


def test_what_an_address_is() -> None:
    assert is_address("https://example.org/a") and is_address("(www.example.org)") and is_address("me@example.org")
    assert not is_address("example") and not is_address("e.g.") and not is_address("and/or")


WORDS = st.text(alphabet="aЖש1東—–-/.,;:!?()«»“”‘’…%$№°\u0301\u200dあ☎", min_size=1, max_size=5)


@settings(max_examples=1000, deadline=None)
@given(WORDS, WORDS)
def test_the_edges_of_words_tell_what_their_text_tells(before: str, after: str) -> None:
    """Words are looked at once each; what happens at the spaces between them must be the same as in the whole text."""
    between = may_break_between(edges(before), " ", edges(after))
    assert between == (len(before) + 1 in opportunities(f"{before} {after}"))
    inside = [p for p in opportunities(f"{before} {after}") if p < len(before)]
    assert inside == opportunities(before)


@given(WORDS)
def test_plain_words_have_no_break_inside(word: str) -> None:
    if is_plain(word):
        assert opportunities(word) == []
