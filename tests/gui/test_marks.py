"""Frames' names and selections mean the same thing, both ways."""

from __future__ import annotations

import pytest

from digest_studio.gui.controller import Controller
from digest_studio.gui.pages.marks import boxes, name_of, selected_by, title_of, under
from digest_studio.gui.selection import Selection
from digest_studio.model.alter import PhotoAt


@pytest.mark.parametrize(("name", "meant"), [
    ("cover", Selection("cover", page=7)),
    ("cover:photo", Selection("photo", page=7, owner="cover")),
    ("contents", Selection("contents", page=7)),
    ("contents:photo", Selection("photo", page=7, owner="contents")),
    ("article:road-map", Selection("article", "road-map", page=7)),
    ("ad:bank", Selection("ad", "bank", page=7)),
    ("divider:In the Spotlight", Selection("section", "In the Spotlight", page=7)),
    ("divider:In the Spotlight:photo", Selection("photo", "In the Spotlight", page=7, owner="divider")),
    ("road-map:photo:2", Selection("photo", "road-map", 1, 7)),
    ("foreword:photo:0", Selection("photo", "foreword", 0, 7, owner="author")),
])
def test_a_frame_stands_for_a_selection_and_the_other_way_round(name: str, meant: Selection) -> None:
    assert selected_by(name, 7) == meant
    assert name_of(meant) == name


def test_a_frame_nobody_knows_selects_its_page() -> None:
    assert selected_by("mystery", 7) == Selection("page", page=7)


def test_a_photo_tells_where_the_model_has_it() -> None:
    assert selected_by("road-map:photo:2", 7).photo == PhotoAt("article", "road-map", 1)
    assert selected_by("road-map:photo:2", 7).article == "road-map"
    assert selected_by("cover:photo", 1).article is None


def test_every_frame_of_an_issue_is_found_under_its_own_middle(opened: Controller) -> None:
    assert opened.made is not None
    seen = set()
    for page in opened.made.document.pages:
        for name in ("cover", "contents", "article", "ad"):
            for selection in (each for each in under(page, page.width / 2, page.height / 2) if each.kind == name):
                assert boxes(page, selection)
                seen.add(name)
    assert seen == {"cover", "contents", "article", "ad"}


def test_the_page_itself_is_always_there_to_be_selected(opened: Controller) -> None:
    assert opened.made is not None
    page = opened.made.document.pages[0]
    assert under(page, 1, 1)[-1] == Selection("page", page=1)


def test_frames_are_named_by_what_people_call_them(opened: Controller) -> None:
    issue = opened.issue
    assert issue is not None
    assert title_of("article:tides", issue) == issue.articles["tides"].title.replace("\n", " ")
    assert title_of("ad:ropes", issue) == "Ropes Ltd"
    assert title_of("divider:Water", issue) == "Water"
