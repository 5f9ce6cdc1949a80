"""What the engine says is English, and keeps what it was made from, whatever happens to it."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import NOTHING, Said, listed, reason, say, say_count
from digest_studio.model.label import Label


def test_a_sentence_is_an_english_text() -> None:
    said = say("{file} has {ppi:.0f} pixels per inch", file="tide.jpg", ppi=112.4)
    assert said == "tide.jpg has 112 pixels per inch"
    assert (said.template, said.values) == ("{file} has {ppi:.0f} pixels per inch", {"file": "tide.jpg", "ppi": 112.4})
    assert json.dumps({"message": said}) == '{"message": "tide.jpg has 112 pixels per inch"}'
    assert {said, str(said)} == {str(said)}
    assert not NOTHING


def test_words_without_values_may_have_braces() -> None:
    assert say("write `contents: {photo: …}`") == "write `contents: {photo: …}`"


def test_a_sentence_agrees_with_its_number() -> None:
    said = [say_count("{count} line is over", "{count} lines are over", count=count) for count in (0, 1, 5)]
    assert said == ["0 lines are over", "1 line is over", "5 lines are over"]
    assert {(each.template, each.number) for each in said} == {("{count} lines are over", n) for n in (0, 1, 5)}


def test_several_sentences_are_one() -> None:
    parts = (say("a second `contents`"), "{brace}")
    said = listed(parts)
    assert said == "a second `contents`; {brace}"
    assert tuple(said.values.values()) == parts and said.template.format(**said.values) == said
    assert listed(()) == ""


@given(st.text(), st.integers() | st.floats(allow_nan=False) | st.text())
def test_a_sentence_survives_pipes_and_copies(text: str, value: object) -> None:
    inner = say("the article `{id}`", id=text)
    for said in (say("{inner} has {value}", inner=inner, value=value), Label("Move {name} to {n}", name=text, n=value)):
        for other in (pickle.loads(pickle.dumps(said)), copy.deepcopy(said), copy.copy(said)):
            assert type(other) is type(said)
            assert (other, other.template, other.values, other.number) == (said, said.template, said.values, said.number)


def test_a_problem_is_the_same_problem_however_it_is_told() -> None:
    found = Diagnostic("text-over", say("{count} lines are over", count=3), say("shorten it"), source=Source("a.md", 4))
    assert str(found) == "a.md:4: 3 lines are over (shorten it)"
    assert pickle.loads(pickle.dumps(found)) == found
    assert isinstance(replace(found, page=2).message, Said)


def test_an_exception_says_what_it_was_raised_with() -> None:
    said = say("the header ends early")
    assert reason(ValueError(said)) is said
    assert reason(ValueError("bad", 1)) == "('bad', 1)"
    assert reason(PermissionError(13, "Permission denied", "/x")) == "Permission denied"
    assert reason(OSError()) == ""
