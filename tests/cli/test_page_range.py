"""`--pages`: which pages a user means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.cli.page_range import BadRange, page_range


@pytest.mark.parametrize(("text", "pages"), [
    ("4", {4}),
    ("4-6", {4, 5, 6}),
    ("4-6,12", {4, 5, 6, 12}),
    (" 2 , 2-3 ", {2, 3}),
    ("18-", {18, 19, 20}),
])
def test_pages_and_ranges(text: str, pages: set[int]) -> None:
    assert page_range(text, 20) == pages


@pytest.mark.parametrize(("text", "word"), [
    ("", "empty part"), ("4,,5", "empty part"), ("four", "four"), ("0-3", "from 0"), ("9-4", "backwards"), ("4-21", "has 20"),
    ("-3", "-3"),
])
def test_what_is_wrong_is_said(text: str, word: str) -> None:
    with pytest.raises(BadRange, match=word):
        page_range(text, 20)


@given(st.sets(st.integers(1, 60), min_size=1))
def test_any_list_of_pages_means_those_pages(pages: set[int]) -> None:
    assert page_range(",".join(map(str, pages)), 60) == pages
