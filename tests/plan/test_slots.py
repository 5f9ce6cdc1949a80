"""Slots of the flat plan: what the planner would do with something dropped there, or the rule that forbids it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digest_studio.app.session import Made, Opened, make, open_issue
from digest_studio.model.arrange import Pooled, carry, unplace
from digest_studio.model.edits import Place, place_of
from digest_studio.model.issue import Ad, AdEntry, Issue, Section
from digest_studio.plan.slots import Ground, Slot, Verdict, first_pages, moves, place_at, verdict, verdict_at


@pytest.fixture(scope="module")
def opened(original_issue: Path) -> Opened:
    """The small issue: cover, contents, foreword, Water (divider, tides, ropes on a right-hand page, harbours), Air (winds,
    briefing), lamps on the back cover."""
    found = open_issue(original_issue)
    assert isinstance(found, Opened)
    return found


@pytest.fixture(scope="module")
def made(opened: Opened) -> Made:
    return make(opened)


def remade(opened: Opened, issue: Issue) -> Made:
    return make(replace(opened, issue=issue) if hasattr(opened, "__dataclass_fields__") else opened._replace(issue=issue))


def ground_of(opened: Opened, **changes: object) -> Ground:
    changed = remade(opened, replace(opened.issue, **changes))
    return Ground(changed.issue, changed.plan, changed.theme)


def page_of(made: Made, name: str) -> int:
    return next(page for (_, each, _), page in first_pages(made.plan).items() if each == name)


def place(made: Made, article: str) -> Place:
    found = place_of(made.issue, article)
    assert found is not None
    return found


def test_a_verdict_says_on_which_page_an_article_would_begin_and_what_would_move(opened: Opened, made: Made) -> None:
    ground = Ground(made.issue, made.plan, made.theme)
    said = verdict(ground, [place(made, "winds")], Place("Water", 0))
    after = remade(opened, carry(made.issue, [place(made, "winds")], Place("Water", 0))[1])
    assert said.allowed and said.page == page_of(after, "winds")
    others = {key for key in moves(made.plan, after.plan) if key[1] != "winds"}
    assert said.moved == len(others) > 0
    assert said.pages == len(after.plan.pages)


def test_where_it_is_nothing_would_change(made: Made) -> None:
    ground, winds = Ground(made.issue, made.plan, made.theme), place(made, "winds")
    assert verdict(ground, [winds], winds).stays
    assert verdict(ground, [winds], Place(winds.section, winds.position + 1)).stays


def test_an_article_is_not_split_by_what_is_dropped_between_its_pages(made: Made) -> None:
    ground = Ground(made.issue, made.plan, made.theme)
    long = next(name for name, layout in made.plan.articles.items() if len(layout.pages) > 1)
    first = page_of(made, long)
    said = verdict_at(ground, [place(made, "briefing")], Slot(first, after=True))
    assert "would be split" in said.refused and made.issue.articles[long].title[:8] in said.refused
    assert verdict_at(ground, [place(made, "briefing")], Slot(first + 1, after=False)).refused == said.refused


def test_every_slot_leads_into_the_section_of_its_page(made: Made) -> None:
    ground = Ground(made.issue, made.plan, made.theme)
    tides, winds = page_of(made, "tides"), page_of(made, "winds")
    assert place_at(ground, Slot(tides, after=False)) == place(made, "tides")
    divider = page_of(made, "Water")
    assert place_at(ground, Slot(divider, after=True)) == Place("Water", 0)
    water = next(n for n, each in enumerate(made.issue.outline) if isinstance(each, Section))
    assert place_at(ground, Slot(divider, after=False)) == Place(None, water)
    before = place_at(ground, Slot(winds - 1, after=True))
    assert isinstance(before, Place) and before.section == "Water"
    assert place_at(ground, Slot(1, after=True)) == Place(None, 0)
    assert "first page" in str(place_at(ground, Slot(1, after=False)))


def test_the_page_of_a_booked_position_is_nobody_elses(made: Made) -> None:
    said = verdict_at(Ground(made.issue, made.plan, made.theme), [place(made, "winds")], Slot(len(made.plan.pages), after=False))
    assert said.refused == "position: this page is booked by Lamps Ltd, back cover"


def test_an_advertisement_booked_for_a_position_stands_nowhere_else(made: Made) -> None:
    lamps = next(Place(None, n) for n, each in enumerate(made.issue.outline) if isinstance(each, AdEntry))
    said = verdict(Ground(made.issue, made.plan, made.theme), [lamps], Place("Water", 0))
    assert said.refused == "position: Lamps Ltd is booked for the back cover and stands nowhere else"


def test_a_fixed_advertisement_stays(opened: Opened) -> None:
    ropes = replace(opened.issue.ads["ropes"], fixed=True)
    ground = ground_of(opened, ads={**opened.issue.ads, "ropes": ropes})
    said = verdict(ground, [Place("Water", 1)], Place("Air", 0))
    assert said.refused == "fixed: Ropes Ltd may not be moved from its place in the outline"


def test_a_side_that_no_move_can_meet_forbids_the_place_in_the_rules_words(opened: Opened) -> None:
    """Alone in a section with nothing to change places with, an advertisement stands where it stands."""
    left = Ad("left", "ads/ropes.pdf", size="full-page", side="left")
    right = replace(left, id="right", side="right")
    ground = ground_of(opened, outline=(*opened.issue.outline, Section("Alone", ())), ads={**opened.issue.ads, "left": left,
                                                                                         "right": right})  # fmt: skip
    said = {name: verdict(ground, [Pooled("ad", name)], Place("Alone", 0)) for name in ("left", "right")}
    refused, allowed = sorted(said.values(), key=lambda each: not each.refused)
    assert allowed.allowed and allowed.page is not None
    name = next(n for n, each in said.items() if each is refused)
    assert refused.refused.startswith(f"advertisement {name} asks for a {name}-hand page and stands on page")


def test_advertisements_that_may_not_face_each_other_are_kept_apart(opened: Opened) -> None:
    """Two pages in a row are a spread or the two sides of a leaf, according to what stands before them."""
    one = Ad("one", "ads/ropes.pdf", size="full-page", not_facing=("two",), fixed=True)
    others = {name: replace(one, id=name, not_facing=()) for name in ("two", "odd")}
    ads = {**opened.issue.ads, "one": one, **others}
    lengths = {name: len(layout.pages) for name, layout in make(opened).plan.articles.items()}
    articles = {name: replace(each, pages=lengths.get(name)) for name, each in opened.issue.articles.items()}
    said = []
    for before in ((), (AdEntry("odd"),)):
        ground = ground_of(opened, outline=(*opened.issue.outline, Section("Trade", (*before, AdEntry("one")))), ads=ads,
                           articles=articles)
        said.append(verdict(ground, [Pooled("ad", "two")], Place("Trade", len(before) + 1)))
    apart, facing = sorted(said, key=lambda each: len(each.warnings))
    assert apart.allowed and not apart.warnings
    assert "advertisement one faces two on pages" in facing.warnings[0]


def test_a_page_count_that_is_wished_for_may_not_be_exceeded(opened: Opened, made: Made) -> None:
    ground = ground_of(opened, pages=len(made.plan.pages))
    blanks = sum(item.kind == "blank" for page in ground.plan.pages for item in page.items)
    many = range(blanks + 9)  # more than articles can grow shorter by
    ads = {f"more{n}": Ad(f"more{n}", "ads/ropes.pdf", size="full-page") for n in many}
    ground = Ground(replace(ground.issue, ads={**ground.issue.ads, **ads}), ground.plan, ground.theme)
    fits = verdict(ground, [Pooled("ad", name) for name in list(ads)[:blanks]], Place("Air", 0)) if blanks else None
    assert fits is None or (fits.allowed and fits.pages == len(made.plan.pages))
    said = verdict(ground, [Pooled("ad", name) for name in ads], Place("Air", 0))
    assert "is wished to have" in said.refused


def test_a_section_stands_between_sections(made: Made) -> None:
    air = next(n for n, each in enumerate(made.issue.outline) if isinstance(each, Section) and each.name == "Air")
    said = verdict(Ground(made.issue, made.plan, made.theme), [Place(None, air)], Place("Water", 1))
    assert said.refused == "only articles and advertisements stand within Water"
    assert verdict(Ground(made.issue, made.plan, made.theme), [Place(None, air)], Place(None, 1)).allowed


def test_an_article_of_the_pool_is_taken_to_be_as_long_as_its_words(opened: Opened, made: Made) -> None:
    pooled = remade(opened, unplace(made.issue, [place(made, "tides")])[1])
    ground = Ground(pooled.issue, pooled.plan, pooled.theme)
    assert ground.pages_of("winds") == (len(made.plan.articles["winds"].pages), False)
    pages, guessed = ground.pages_of("tides")
    assert guessed and pages >= 1
    said: Verdict = verdict(ground, [Pooled("article", "tides")], Place("Air", 0))
    assert said.allowed and said.page == page_of(pooled, "winds")
