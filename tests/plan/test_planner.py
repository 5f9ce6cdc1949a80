"""The flat plan of whole folders: shared pages, spreads, advertisements, and what is said where a wish cannot be met."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digest_studio.app.session import Made, Opened, make, open_issue
from digest_studio.base.diagnostics import Severity
from digest_studio.base.geometry import Rect
from digest_studio.display.document import walk
from digest_studio.display.items import PlacedPdf
from digest_studio.plan import plan_issue


def made(folder: Path) -> Made:
    opened = open_issue(folder)
    assert isinstance(opened, Opened), opened.problems
    return make(opened)


def change(folder: Path, *pairs: tuple[str, str]) -> None:
    file = folder / "issue.yaml"
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def page_of(plan: Made, name: str) -> int:
    return next(p.number for p in plan.plan.pages for i in p.items if i.id == name)


def boxes_on(plan: Made, page: int) -> dict[str, Rect]:
    return {item.id: item.box for item in plan.plan.pages[page - 1].items}


def test_a_half_page_shares_the_page_with_the_end_of_the_article_before_it(issue_folder: Path) -> None:
    change(issue_folder, ("size: full-page, side: right", "size: half-page"))
    plan = made(issue_folder)
    page = page_of(plan, "ropes")
    tides = plan.plan.articles["tides"]
    assert page == page_of(plan, "tides") + len(tides.pages) - 1
    boxes = boxes_on(plan, page)
    assert boxes["tides"].bottom < boxes["ropes"].y
    assert not any(p.ad == "ropes" and p.severity is Severity.ERROR for p in plan.problems)
    assert f"page {page}: advertisement ropes shares the page with the end of tides" in plan.plan.notes
    assert plan.plan.pages[page - 1].folio


def test_halves_in_a_row_fill_a_page_together_where_no_article_ends_above_them(issue_folder: Path) -> None:
    change(issue_folder, ("size: full-page, side: right", "size: half-page"), ("size: full-page", "size: half-page"),
           ("position: back-cover", "position: any"), ("\n  - ad: lamps", ""),
           ("[tides, {ad: ropes}, harbours]", "[{ad: ropes}, {ad: lamps}, tides, harbours]"))
    plan = made(issue_folder)
    page = page_of(plan, "ropes")
    assert page == page_of(plan, "lamps")
    boxes = boxes_on(plan, page)
    assert set(boxes) == {"ropes", "lamps"} and boxes["ropes"].bottom <= boxes["lamps"].y
    assert plan.plan.pages[page - 1].folio


def test_a_size_that_the_theme_has_no_place_for_is_told_and_left_out(issue_folder: Path) -> None:
    change(issue_folder, ("size: full-page, side: right", "size: half-page"))
    opened = open_issue(issue_folder)
    assert isinstance(opened, Opened)
    without = replace(opened.context, theme=replace(opened.context.theme, ad_sizes={}))
    plan = plan_issue(opened.issue, without)
    assert [(p.rule, p.ad) for p in plan.problems if p.rule == "ad-size"] == [("ad-size", "ropes")]
    assert "ropes" not in [i.id for p in plan.pages for i in p.items]


def test_a_spread_advertisement_stands_on_facing_pages_each_with_its_half(issue_folder: Path) -> None:
    change(issue_folder, ("size: full-page, side: right", "size: spread"))
    plan = made(issue_folder)
    first = page_of(plan, "ropes")
    left, right = plan.document.pages[first - 1:first + 1]
    assert (left.right_hand, right.right_hand) == (False, True)
    verso, recto = [item for page in (left, right) for item, _, _ in walk(page.items) if isinstance(item, PlacedPdf)]
    assert recto.trim == verso.trim.moved(-left.width, 0.0)  # one picture, cut by the fold
    assert verso.trim.x + verso.trim.width / 2 == pytest.approx(left.width)


def test_an_article_begins_under_the_one_before_it_if_its_template_says_so(issue_folder: Path) -> None:
    (issue_folder / "theme.yaml").write_text(
        "templates:\n  news/after:\n    like: news/text\n    starts: after\n    pages: [1, 0]\n", encoding="utf-8")
    winds = issue_folder / "articles/winds.md"
    winds.write_text(winds.read_text("utf-8").replace("title:", "template: news/after\ntitle:", 1), encoding="utf-8")
    change(issue_folder, ("items: [winds, briefing]", "items: [calm, winds, briefing]"))
    calm_text = "---\ntitle: Calm\n---\nNo wind at all today, and none tomorrow.\n"
    (issue_folder / "articles/calm.md").write_text(calm_text, encoding="utf-8")
    plan = made(issue_folder)
    assert page_of(plan, "calm") == page_of(plan, "winds")
    calm, winds_item = [i for p in plan.plan.pages for i in p.items if i.id in ("calm", "winds")][:2]
    assert (calm.id, winds_item.id) == ("calm", "winds")
    assert winds_item.box.y > calm.box.y
    assert {line.article: line.page for line in plan.plan.contents}["winds"] == page_of(plan, "calm")


def test_advertisements_that_must_not_face_each_other_are_told_of(issue_folder: Path) -> None:
    change(issue_folder, ("size: full-page, side: right}", "size: full-page, not-facing: [other]}\n"
                          "  other: {file: ads/ropes.pdf, advertiser: Other, alt: Other, size: full-page}"),
           ("items: [tides, {ad: ropes}, harbours]", "items: [tides, {ad: ropes}, {ad: other}, harbours]"))
    plan = made(issue_folder)
    pages = {page_of(plan, "ropes"), page_of(plan, "other")}
    facing = min(pages) % 2 == 0
    assert [p.rule for p in plan.problems if p.rule == "not-facing"] == (["not-facing"] if facing else [])


def test_the_contents_takes_a_page_more_where_that_saves_a_blank_one(issue_folder: Path) -> None:
    """Every article as long as it is wished to be, and a page is left over; the list is set roomier on two pages."""
    for name, pages in (("foreword", 1), ("tides", 2), ("harbours", 1), ("winds", 1), ("briefing", 2)):
        file = issue_folder / f"articles/{name}.md"
        file.write_text(file.read_text("utf-8").replace("title:", f"pages: {pages}\ntitle:", 1), encoding="utf-8")
    notes = "notes: [" + ", ".join(f"note{n}" for n in range(12)) + "]"
    for n in range(12):
        note = f"---\ntitle: Note {n}\npages: 1\n---\nShort.\n"
        (issue_folder / f"articles/note{n}.md").write_text(note, encoding="utf-8")
    change(issue_folder, ("items: [winds, briefing]", f"items: [winds, briefing, {notes[8:]}"))
    plan = made(issue_folder).plan
    assert sum(item.kind == "contents" for page in plan.pages for item in page.items) == 2
    assert not any(item.kind == "blank" for page in plan.pages for item in page.items)
    assert any(note.startswith("page 2: the contents takes 2 pages where it takes 1 by itself") for note in plan.notes)


def test_the_first_pages_number_decides_which_pages_are_right_hand(issue_folder: Path) -> None:
    change(issue_folder, ("format: 1", "format: 1\nfirst-page: 2"))
    plan = made(issue_folder)
    assert [(p.number, p.label, p.right_hand) for p in plan.plan.pages[:3]] == [(1, "2", False), (2, "3", True), (3, "4", False)]
