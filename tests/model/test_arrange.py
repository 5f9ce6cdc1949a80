"""Edits of the outline and of fields: pure, each with its words; and for any row of them nothing is lost or doubled."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.model import alter, arrange
from digest_studio.model.alter import PhotoAt
from digest_studio.model.arrange import Pooled, carry, placed_entries, unplace
from digest_studio.model.edits import Place, place_of
from digest_studio.model.issue import (
    Ad,
    AdEntry,
    Article,
    ArticleEntry,
    ContentsEntry,
    Cover,
    Divider,
    Headline,
    Issue,
    OutlineEntry,
    Photo,
    Section,
)
from digest_studio.model.label import Label
from digest_studio.model.read import read_issue
from digest_studio.model.write import save
from digest_studio.source.markdown import parse_body

ARTICLES = ("ski", "lunch", "visit", "forum", "pooled")


def article(name: str) -> Article:
    return Article(name, f"{name.title()} tour", ())


ISSUE = Issue(
    "", "Digest", "Spring",
    (
        ContentsEntry(),
        Section("January", (ArticleEntry("ski"), AdEntry("bank"), ArticleEntry("lunch"))),
        Section("March", (ArticleEntry("visit"),)),
        ArticleEntry("forum"),
    ),
    {name: article(name) for name in ARTICLES},
    {"bank": Ad("bank", "ads/bank.pdf"), "air": Ad("air", "ads/air.pdf", not_facing=("bank",))},
    cover=Cover(headlines=(Headline(article="ski"), Headline(text="Free"))),
)  # fmt: skip


def names(issue: Issue, section: str | None) -> list[str]:
    """The entries of a section, or of the outline itself."""
    items = {entry.name: entry.items for entry in issue.outline if isinstance(entry, Section)}
    return [short(entry) for entry in (items[section] if section else issue.outline)]


def short(entry: OutlineEntry) -> str:
    match entry:
        case ArticleEntry(article=name) | AdEntry(ad=name) | Section(name=name):
            return name
        case ContentsEntry():
            return "contents"


# --- moving


def test_an_article_moves_to_the_place_of_the_mark() -> None:
    label, made = carry(ISSUE, [Place("January", 0)], Place("March", 1))
    assert label == "Move “Ski tour” to March"
    assert names(made, "March") == ["visit", "ski"]
    assert names(made, "January") == ["bank", "lunch"]


@pytest.mark.parametrize(
    ("origin", "mark", "order"),
    [
        (0, 3, "bank lunch ski"),
        (0, 2, "bank ski lunch"),
        (2, 0, "lunch ski bank"),
        (1, 1, "ski bank lunch"),
        (1, 2, "ski bank lunch"),
    ],
)
def test_the_mark_is_counted_with_the_entry_still_there(origin: int, mark: int, order: str) -> None:
    label, made = carry(ISSUE, [Place("January", origin)], Place("January", mark))
    assert names(made, "January") == order.split()
    assert " to " not in label


def test_several_move_together_in_the_order_given() -> None:
    label, made = carry(ISSUE, [Place("January", 2), Place("March", 0), Place("January", 0)], Place("January", 1))
    assert label == "Move 3 entries to January"
    assert names(made, "January") == ["lunch", "visit", "ski", "bank"]
    assert names(made, "March") == []


def test_rows_and_things_of_the_pool_go_together() -> None:
    _, made = carry(ISSUE, [Pooled("article", "pooled"), Place(None, 3), Pooled("ad", "air")], Place("March", 0))
    assert names(made, "March") == ["pooled", "forum", "air", "visit"]


def test_from_the_pool() -> None:
    label, made = carry(ISSUE, [Pooled("article", "pooled")], Place("March", 0))
    assert label == "Place “Pooled tour” in March"
    assert place_of(made, "pooled") == Place("March", 0)


def test_an_article_of_the_pool_that_stands_already_is_not_doubled() -> None:
    _, made = carry(ISSUE, [Pooled("article", "ski")], Place("March", 0))
    assert (names(made, "January"), names(made, "March")) == (["bank", "lunch"], ["ski", "visit"])


def test_what_belongs_to_an_entry_moves_with_it() -> None:
    issue = arrange.set_in_contents(ISSUE, "ski", False)[1]
    _, made = carry(issue, [Place("January", 0)], Place("March", 0))
    assert arrange.entry_at(made, Place("March", 0)) == ArticleEntry("ski", contents=False)


def test_a_section_moves_with_its_items() -> None:
    label, made = arrange.move_section(ISSUE, "March", 1)
    assert label == "Move the section “March”"
    assert names(made, None) == ["contents", "March", "January", "forum"]


def test_a_section_and_its_own_item_move_as_the_section() -> None:
    _, made = carry(ISSUE, [Place(None, 1), Place("January", 0), Place(None, 2)], Place(None, 4))
    assert names(made, None) == ["contents", "forum", "January", "March"]
    assert names(made, "January") == ["ski", "bank", "lunch"]


def test_a_section_cannot_stand_in_a_section() -> None:
    assert not arrange.may_stand(ISSUE, [Place(None, 1)], "March")
    assert arrange.may_stand(ISSUE, [Place("January", 0), Pooled("ad", "air")], "March")
    with pytest.raises(ValueError, match="articles and advertisements only"):
        carry(ISSUE, [Place(None, 0)], Place("March", 0))


def test_into_the_pool() -> None:
    label, made = unplace(ISSUE, [Place("January", 0)])
    assert label == "Take “Ski tour” out"
    assert place_of(made, "ski") is None and "ski" in made.articles
    label, made = unplace(ISSUE, [Place("January", 2), Place("January", 0), Place(None, 3)])
    assert label == "Take 3 entries out"
    assert (names(made, "January"), names(made, None)) == (["bank"], ["contents", "January", "March"])


# --- sections, articles, advertisements


def test_sections_come_go_and_are_renamed() -> None:
    label, made = arrange.add_section(ISSUE, "May", 1)
    assert (label, names(made, None)) == ("Add the section “May”", ["contents", "May", "January", "March", "forum"])
    label, made = arrange.rename_section(made, "May", "June")
    assert label == "Rename the section “May” to “June”"
    label, made = arrange.remove_section(made, "January")
    assert (label, names(made, None)) == ("Remove the section “January”", ["contents", "June", "March", "forum"])
    assert set(made.articles) == set(ARTICLES), "its articles are in the pool"
    for edit in (lambda: arrange.add_section(ISSUE, "March"), lambda: arrange.rename_section(ISSUE, "January", "March")):
        with pytest.raises(ValueError, match="there is a section"):
            edit()
    assert arrange.free_section_name(ISSUE, "March") == "March 2"


def test_fields_of_a_section_and_of_an_advertisement() -> None:
    label, made = arrange.set_section(ISSUE, "March", {"divider": Divider(side="left")})
    assert label == "Change divider of the section “March”"
    assert alter.photo_at(made, PhotoAt("divider", "March")) is None
    label, made = arrange.set_ad(ISSUE, "air", {"not_facing": ()})
    assert (label, made.ads["air"].not_facing) == ("Change not facing of the advertisement air", ())


def test_a_new_article_and_a_new_advertisement_stand_where_they_are_dropped() -> None:
    label, made = arrange.add_article(ISSUE, article("new"), Place("March", 0))
    assert (label, names(made, "March")) == ("Add “New tour”", ["new", "visit"])
    label, made = arrange.add_ad(ISSUE, Ad("shop", "ads/shop.pdf", "The Shop"))
    assert label == "Add the advertisement The Shop" and "shop" in made.ads
    with pytest.raises(ValueError, match="there is an article"):
        arrange.add_article(ISSUE, article("ski"))


def test_a_removed_advertisement_is_gone_everywhere() -> None:
    _, made = arrange.remove_ad(ISSUE, "bank")
    assert list(made.ads) == ["air"] and made.ads["air"].not_facing == ()
    assert names(made, "January") == ["ski", "lunch"]


def test_an_article_whose_file_is_gone_leaves_outline_and_cover() -> None:
    made = arrange.without_article(ISSUE, "ski")
    assert "ski" not in made.articles and place_of(made, "ski") is None
    assert made.cover is not None and [line.text for line in made.cover.headlines] == ["Free"]


# --- photographs and fields


def with_photos(*files: str, markdown: str = "") -> Issue:
    body, _ = parse_body(markdown, "")
    changed = replace(ISSUE.articles["ski"], photos=tuple(map(Photo, files)), markdown=markdown, body=body)
    return replace(ISSUE, articles={**ISSUE.articles, "ski": changed})


def test_pins_keep_their_photographs() -> None:
    issue = with_photos("a", "b", "c", markdown="One.\n\n![](photo:2)\n\nTwo.\n\n![](photo:3)\n")
    label, made = alter.add_photos(issue, "ski", (Photo("x"),), 1)
    assert label == "Add x to “Ski tour”"
    assert made.articles["ski"].markdown == "One.\n\n![](photo:3)\n\nTwo.\n\n![](photo:4)\n"
    label, made = alter.remove_photo(issue, "ski", 1)
    assert label == "Take b away from “Ski tour”"
    assert made.articles["ski"].markdown == "One.\n\n\n\nTwo.\n\n![](photo:2)\n"
    label, made = alter.move_photo(issue, "ski", 2, 0)
    assert label == "Move c in “Ski tour”"
    assert [photo.file for photo in made.articles["ski"].photos] == ["c", "a", "b"]
    assert made.articles["ski"].markdown == "One.\n\n![](photo:3)\n\nTwo.\n\n![](photo:1)\n"


@pytest.mark.parametrize(
    "at",
    [PhotoAt("article", "ski", 1), PhotoAt("author", "ski"), PhotoAt("cover"), PhotoAt("contents"), PhotoAt("divider", "March")],
)
def test_a_photograph_is_put_and_cropped_wherever_it_stands(at: PhotoAt) -> None:
    issue = with_photos("a", "b")
    _, made = alter.put_photo(issue, at, Photo("photos/new.jpg"))
    label, made = alter.set_photo(made, at, {"focus": (0.2, 0.3), "alt": "A view"})
    assert label == "Change focus, alt of photos/new.jpg"
    assert alter.photo_at(made, at) == Photo("photos/new.jpg", alt="A view", focus=(0.2, 0.3))
    _, without = alter.put_photo(made, at, None)
    assert alter.photo_at(without, at) is None


def test_fields_of_issue_cover_masthead_imprint_and_author() -> None:
    label, made = alter.set_issue(ISSUE, {"first_page": 3, "period": "Autumn"})
    assert (label, made.first_page, made.period) == ("Change first page, period of the issue", 3, "Autumn")
    assert alter.set_masthead(ISSUE, {"phone": "1"})[1].masthead is not None
    assert alter.set_imprint(ISSUE, {"issn": "1"})[1].imprint is not None
    assert alter.set_cover(ISSUE, {"headlines": ()})[1].cover == Cover()
    label, made = alter.set_author(ISSUE, "ski", {"name": "Ann"})
    assert label == "Change the author's name of “Ski tour”"


def test_a_label_can_be_said_in_another_language() -> None:
    label, _ = carry(ISSUE, [Place("January", 0)], Place("March", 1))
    assert isinstance(label, Label)
    assert "Переместить {name} в {section}".format(**label.values) == "Переместить “Ski tour” в March"
    assert label.template == "Move {name} to {section}"


def test_a_label_is_one_short_line_with_braces_and_all() -> None:
    label = Label("Move {name}", name="{a}\n" * 100)
    assert "\n" not in label and len(label) < 60 and "{a}" in label


# --- any row of edits


@st.composite
def edits(draw: st.DrawFn, issue: Issue) -> Issue:
    """An issue after one edit drawn by lot."""
    places = [place for place, _ in placed_entries(issue)]
    things = [*places, *(Pooled("article", name) for name in issue.articles)]
    sections: list[str | None] = [None, *arrange.section_names(issue)]
    match draw(st.sampled_from(["carry", "carry", "carry", "unplace", "section"])):
        case "carry":
            carried = draw(st.lists(st.sampled_from(things), min_size=1, max_size=3))
            section = draw(st.sampled_from(sections))
            if not arrange.may_stand(issue, carried, section):
                return issue
            return carry(issue, carried, Place(section, draw(st.integers(0, len(names(issue, section))))))[1]
        case "unplace" if places:
            return unplace(issue, draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True)))[1]
        case _:
            position = draw(st.integers(0, len(issue.outline)))
            return arrange.add_section(issue, arrange.free_section_name(issue, "New"), position)[1]


@given(st.data())
def test_no_article_is_ever_lost_or_placed_twice(data: st.DataObject) -> None:
    issue = ISSUE
    for _ in range(data.draw(st.integers(1, 12))):
        issue = data.draw(edits(issue))
        placed = Counter(entry.article for entry, _ in issue.entries() if isinstance(entry, ArticleEntry))
        assert all(count == 1 for count in placed.values())
        assert set(issue.articles) == set(ARTICLES)
        found = arrange.section_names(issue)
        assert len(set(found)) == len(found)


def test_any_arrangement_is_what_is_read_after_saving(issue_folder: Path) -> None:
    read = read_issue(issue_folder)
    assert read.issue is not None
    issue = carry(read.issue, [Place("Water", 2), Place("Air", 0)], Place("Water", 0))[1]
    issue = arrange.add_section(issue, "Fire: a remark # and more", 1)[1]
    issue = carry(issue, [Pooled("article", "briefing")], Place("Fire: a remark # and more", 0))[1]
    issue = alter.add_photos(issue, "winds", (Photo("photos/sea.jpg", alt="The sea"),))[1]
    issue = alter.set_masthead(issue, {"phone": "+7 7172"})[1]
    assert save(read, issue).problems == ()
    again = read_issue(issue_folder).issue
    assert again is not None
    assert [short(e) for _, e in placed_entries(again)] == [short(e) for _, e in placed_entries(issue)]
    assert again.articles["winds"].photos[0].alt == "The sea"
    assert again.masthead is not None and again.masthead.phone == "+7 7172"
