"""The flat plan of whole folders: shared pages, spreads, advertisements, and what is said where a wish cannot be met."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest_studio.app.session import Made, Opened, make, open_issue
from digest_studio.display.document import walk
from digest_studio.display.items import PlacedPdf


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


def test_a_fractional_advertisement_is_not_placed_and_the_message_says_what_can_be_done(issue_folder: Path) -> None:
    change(issue_folder, ("size: full-page, side: right", "size: half-page, side: right"))
    plan = made(issue_folder)
    (problem,) = [p for p in plan.problems if p.rule == "fractional-ad"]
    assert (problem.ad, problem.severity, problem.value) == ("ropes", "error", "half-page")
    assert "full-page" in problem.remedy
    assert "ropes" not in [i.id for p in plan.plan.pages for i in p.items]


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


def test_the_first_pages_number_decides_which_pages_are_right_hand(issue_folder: Path) -> None:
    change(issue_folder, ("format: 1", "format: 1\nfirst-page: 2"))
    plan = made(issue_folder)
    assert [(p.number, p.label, p.right_hand) for p in plan.plan.pages[:3]] == [(1, "2", False), (2, "3", True), (3, "4", False)]
