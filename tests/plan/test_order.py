"""The row of units: sides, spreads, positions, the page multiple, and a note for all that it did."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digest_studio.model.issue import Ad, AdEntry, Issue, Section
from digest_studio.plan.order import Order, order_units
from digest_studio.plan.search import is_right
from digest_studio.plan.units import Member, Unit
from digest_studio.plan.words import starts
from digest_studio.theme.weights import Planning


def issue(**more: object) -> Issue:
    return replace(Issue("", "Digest", "Spring", (), {}, {}), **more)


def article(name: str, pages: int = 1, section: str = "S") -> Unit:
    return Unit("article", pages, name, section)


def advertisement(name: str, side: str = "right", section: str = "S", fixed: bool = False) -> Unit:
    return Unit("ad", 1, name, section, {"right": True, "left": False, "any": None}[side], movable=not fixed)


def spread(name: str, section: str) -> Unit:
    return Unit("article", 2, name, section, starts_right=False, must=True)


WEIGHTS = Planning()
COVER = Unit("cover", 1, starts_right=True)


def page_of(order: Order, name: str) -> int:
    return starts(order.units)[[u.id for u in order.units].index(name)]


def test_an_advertisement_moves_within_its_section_to_stand_on_its_side() -> None:
    order = order_units(issue(), [COVER, advertisement("bank"), article("a"), article("b", 2)], WEIGHTS)
    assert page_of(order, "bank") == 3
    assert order.notes[0] == "page 3: advertisement bank moved after a to stand on a right-hand page"
    assert not order.problems


def test_a_fixed_advertisement_stays_and_its_wish_is_reported() -> None:
    order = order_units(issue(), [COVER, advertisement("bank", fixed=True), article("a"), article("b", 2)], WEIGHTS)
    assert page_of(order, "bank") == 2
    assert [(p.rule, p.page, p.ad) for p in order.problems] == [("side", 2, "bank")]


def test_what_would_bring_it_to_its_side_is_named_and_does() -> None:
    """Both changes are planned before they are named."""

    def planned(pages: int, fixed: bool) -> Order:
        a = article("a", pages)._replace(members=(Member("a", 0, pages),))
        return order_units(issue(), [COVER, a, advertisement("bank", fixed=fixed), article("b")], WEIGHTS)

    assert planned(2, fixed=True).problems[0].remedy == "allow it to stand after b, or give a 3 pages"
    assert not planned(3, fixed=True).problems
    free = planned(2, fixed=False)
    assert not free.problems and [unit.id for unit in free.units if unit.id] == ["a", "b", "bank"]


def test_an_advertisement_does_not_leave_its_section() -> None:
    order = order_units(issue(), [COVER, advertisement("bank", section="A"), article("a", section="B")], WEIGHTS)
    assert page_of(order, "bank") == 2
    assert order.problems[0].rule == "side"


def test_a_feature_opens_on_facing_pages_and_a_blank_serves_it_last_of_all() -> None:
    feature = Unit("article", 4, "feature", "S", starts_right=False, must=True)
    with_ad = order_units(issue(), [COVER, article("a"), feature, advertisement("bank", "any")], WEIGHTS)
    assert page_of(with_ad, "feature") == 4
    assert with_ad.units[2].id == "bank"
    without = order_units(issue(), [COVER, article("a"), feature], WEIGHTS)
    assert without.units[2].kind == "blank"
    assert "page 3: left blank so that feature opens on facing pages" in without.notes


def test_blanks_fill_up_to_the_page_multiple_before_the_back_cover() -> None:
    booked = issue(ads={"back": Ad("back", "a.pdf", position="back-cover")}, outline=(AdEntry("back"),))
    order = order_units(booked, [COVER, article("a", 4)], WEIGHTS)
    assert [u.kind for u in order.units] == ["cover", "article", "blank", "blank", "ad"]
    assert order.page_count == 8
    assert order.notes == ("pages 6 to 7 are left blank to make 8 pages, a multiple of 4",)


def test_covers_inside_pages_are_where_they_are_booked() -> None:
    ads = {n: Ad(n, "a.pdf", position=n) for n in ("inside-front-cover", "inside-back-cover", "back-cover")}
    booked = issue(ads=ads, outline=(Section("S", tuple(AdEntry(n) for n in ads)),))
    order = order_units(booked, [COVER, article("a", 3)], WEIGHTS)
    assert [page_of(order, name) for name in ads] == [2, 7, 8]


def test_a_page_count_that_cannot_be_met_is_an_error_with_the_count_that_can() -> None:
    order = order_units(issue(pages=4), [COVER, article("a", 5)], WEIGHTS)
    assert [(p.rule, p.value, p.limit) for p in order.problems] == [("page-count", 8, 4)]


units = st.lists(
    st.one_of(
        st.builds(article, st.uuids().map(str), st.integers(1, 3), st.sampled_from("AB")),
        st.builds(advertisement, st.uuids().map(str), st.sampled_from(("left", "right", "any")), st.sampled_from("AB")),
        st.builds(spread, st.uuids().map(str), st.sampled_from("AB")),
    ),
    max_size=12,
).map(lambda row: [COVER, *sorted(row, key=lambda u: u.section)])


@given(units, st.sampled_from((1, 2, 4, 8)))
def test_whatever_the_outline_articles_keep_their_order_and_spreads_their_pages(row: list[Unit], multiple: int) -> None:
    order = order_units(issue(page_multiple=multiple), row, WEIGHTS)
    assert [u for u in order.units if u.kind == "article"] == [u for u in row if u.kind == "article"]
    assert sorted(u.id for u in order.units if u.kind == "ad") == sorted(u.id for u in row if u.kind == "ad")
    assert order.page_count % multiple == 0
    for unit, page in zip(order.units, starts(order.units), strict=True):
        assert not (unit.must and is_right(page, True))
        wrong = unit.starts_right is not None and is_right(page, True) != unit.starts_right
        assert not wrong or any(p.page == page for p in order.problems)
