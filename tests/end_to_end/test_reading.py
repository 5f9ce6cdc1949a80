"""The proof itself: it finds what is lost, doubled or out of order, and is not fooled by hyphens, quotes and ligatures."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.end_to_end.authored import Text, body_texts, folded
from tests.end_to_end.reading import article_words, whole

AUTHORED = "The pilots of a well-known harbour know “the channel” by heart."
TEXT = Text("pilots", "Pilots", "Pilots", ["Pilots", AUTHORED], captions=["A pilot."], repeated=["By heart and by hand."])
SOUND = "12 Pilots The pilots of a well-\nknown har\u00ad\nbour know 'the channel' A pilot. by heart. By heart and by hand."


def wrong(printed: str) -> list[str]:
    return list(article_words([TEXT], folded(printed), Counter({"12": 1})))


def test_hyphens_quotes_furniture_captions_and_pull_quotes_are_no_failure() -> None:
    assert wrong(SOUND) == []
    assert wrong(SOUND.replace(" By heart and by hand.", "")) == []


@pytest.mark.parametrize(("changed", "to"), [
    ("know ", ""),  # a word lost
    ("know ", "know know "),  # a word doubled
    ("of a", "a of"),  # two words exchanged
    ("har\u00ad\nbour", "har\u00ad\n"),  # the rest of a divided word lost
    ("A pilot.", ""),  # a caption lost
    ("by hand.", "by hand. by hand."),  # more than the author wrote
])
def test_words_lost_doubled_or_out_of_order_are_found(changed: str, to: str) -> None:
    assert changed in SOUND
    assert wrong(SOUND.replace(changed, to))


def test_a_drop_cap_and_a_broken_address_are_put_together() -> None:
    assert whole(["as", "we", "harbourexample"], ["a", "s", "we", "harbour", "example"]) == (["as", "we", "harbourexample"], None)


@pytest.mark.parametrize(("one", "other"), [
    ("efﬁcient", "efficient"), ("co-operate", "cooperate"), ("it’s", "it's"), ("2024–2026", "2024-2026"), ("a--b", "a — b"),
    ("Straße", "STRASSE"), ("Қазақ", "қазақ"),
])
def test_the_same_words_written_differently(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_boxes_and_pull_quotes_are_told_from_the_running_text() -> None:
    pull, box, quotation = "> [!pull]\n> Pull.", "> [!box] Title\n> Inside.", "> Quoted.\n> — By"
    running, boxes, repeated = body_texts("\n\n".join(["One *two*.", pull, box, quotation, "[!page]", "- three"]))
    assert folded(running) == ["one", "two", "quoted", "by", "three"]
    assert [folded(box) for box in boxes] == [["title", "inside"]]
    assert [folded(quote) for quote in repeated] == [["pull"]]
