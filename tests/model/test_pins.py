"""Pins of a kept plan: an editor's own are never overwritten, and what was written can be taken away again."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest_studio.model.edits import set_article
from digest_studio.model.issue import Issue
from digest_studio.model.pins import Pin, keep_plan, merged, pin_article, release, standing, unpin_article
from digest_studio.model.read import read_issue

PLAN = {"foreword": ("foreword/portrait", 1), "tides": ("news/photo-top", 3), "winds": ("news/plain", 2)}


@pytest.fixture(scope="module")
def issue(original_issue: Path) -> Issue:
    read = read_issue(original_issue).issue
    assert read is not None
    return read


def wishes(issue: Issue, article: str) -> tuple[str, int | None]:
    return issue.articles[article].template, issue.articles[article].pages


def test_keeping_a_plan_pins_template_and_pages_of_every_article_in_it(issue: Issue) -> None:
    (label, kept), pins = keep_plan(issue, PLAN)
    assert label == "Keep this plan"
    assert {name: wishes(kept, name) for name in PLAN} == PLAN
    assert wishes(kept, "harbours") == wishes(issue, "harbours")
    assert len(pins) == 2 * len(PLAN)


def test_what_an_editor_has_pinned_stays_and_stays_his_own(issue: Issue) -> None:
    own = set_article(issue, "tides", {"template": "news/long-pair"})[1]
    own = set_article(own, "winds", {"pages": 4})[1]
    (_, kept), pins = keep_plan(own, PLAN)
    assert wishes(kept, "tides") == ("news/long-pair", 3)
    assert wishes(kept, "winds") == ("news/plain", 4)
    released = release(kept, pins)[1]
    assert released.articles == own.articles


def test_pins_that_were_changed_since_are_left_alone(issue: Issue) -> None:
    (_, kept), pins = keep_plan(issue, PLAN)
    changed = set_article(kept, "tides", {"pages": 5})[1]
    assert Pin("tides", "pages", None, 3) not in standing(changed, pins)
    released = release(changed, pins)[1]
    assert wishes(released, "tides") == ("auto", 5)
    assert wishes(released, "winds") == wishes(issue, "winds")


def test_keeping_twice_writes_nothing_more(issue: Issue) -> None:
    (_, kept), pins = keep_plan(issue, PLAN)
    (_, again), more = keep_plan(kept, PLAN)
    assert again is kept and more == ()
    assert merged(pins, more) == pins


def test_keeping_again_what_was_released_is_told_once(issue: Issue) -> None:
    (_, kept), pins = keep_plan(issue, {"tides": ("news/photo-top", 3)})
    (_, other), more = keep_plan(release(kept, pins)[1], {"tides": ("news/photo-side", 2)})
    assert release(other, merged(pins, more))[1].articles == issue.articles
    assert len(merged(pins, more)) == 2


def test_pins_of_an_article_that_is_gone_are_forgotten(issue: Issue) -> None:
    assert standing(issue, [Pin("nobody", "pages", None, 2)]) == ()


def test_one_article_is_pinned_and_left_to_the_planner_again(issue: Issue) -> None:
    label, pinned = pin_article(issue, "tides", "news/photo-side", 2)
    assert label == "Pin “What the tide leaves behind” to news/photo-side"
    assert wishes(pinned, "tides") == ("news/photo-side", 2)
    label, free = unpin_article(pinned, "tides")
    assert label == "Let the planner choose for “What the tide leaves behind”"
    assert wishes(free, "tides") == ("auto", None)


def test_an_article_that_is_let_go_stays_in_its_family(issue: Issue) -> None:
    pinned = pin_article(issue, "tides", "feature/opening", 4)[1]
    assert wishes(unpin_article(pinned, "tides")[1], "tides") == ("feature", None)
    assert unpin_article(issue, "briefing")[1] is issue
