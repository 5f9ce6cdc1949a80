"""What is asked beside the pages: the ledger, edits that are only tried, a fresh plan. None of it leaves a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from digest_studio.app.session import Made, Refused
from digest_studio.app.studio import asides
from digest_studio.app.studio.asides import Abandoned, Fresh
from digest_studio.app.studio.door import ENTRY, FRESH, TRIED, Answer, LayoutDoor, Pages
from digest_studio.app.studio.workshop import Request, Workshop
from digest_studio.model.arrange import Carried, carry
from digest_studio.model.edits import Place, replace_body, set_article
from digest_studio.model.issue import Ad, AdEntry, Issue, Section
from digest_studio.model.pins import keep_plan, pin_article
from digest_studio.model.read import read_issue
from digest_studio.plan.ledger import Entry
from digest_studio.plan.result import Plan, differing
from digest_studio.plan.slots import Ground, Verdict, first_pages, moves, settle, verdict

PATIENCE = 30.0
"""Seconds after which a test gives up; none waits that long."""


def always() -> bool:
    return True


@pytest.fixture(scope="module")
def issue(original_issue: Path) -> Issue:
    read = read_issue(original_issue).issue
    assert read is not None
    return read


def made_by(workshop: Workshop, issue: Issue) -> Made:
    made = workshop.make(Request(issue))
    assert isinstance(made, Made)
    return made


def choices_of(plan: Plan) -> dict[str, tuple[str, int]]:
    return {name: (layout.template, len(layout.pages)) for name, layout in plan.articles.items()}


SENTENCE = "The harbour lies still tonight, and nobody waits for the ebb. "


def typed(issue: Issue, sentences: int) -> Issue:
    """The issue with a long paragraph more in the article about harbours."""
    return replace_body(issue, "harbours", issue.articles["harbours"].markdown + "\n\n" + SENTENCE * sentences)[1]


@pytest.fixture(scope="module")
def longer(issue: Issue) -> Issue:
    """With so much typed that the steady plan is not the one that the folder alone would give."""
    for sentences in range(33, 40):
        workshop = Workshop()
        made_by(workshop, issue)
        if workshop.fresh(made_by(workshop, typed(issue, sentences)), always):
            return typed(issue, sentences)
    raise AssertionError("no drift")


@pytest.fixture
def drifted(issue: Issue, longer: Issue) -> tuple[Workshop, Made]:
    workshop = Workshop()
    made_by(workshop, issue)
    return workshop, made_by(workshop, longer)


def test_an_edit_that_is_only_tried_leaves_no_trace(issue: Issue) -> None:
    workshop = Workshop()
    made = made_by(workshop, issue)
    assert made.context is not None
    other = pin_article(issue, "tides", "news/photo-top", 2)[1]
    kept, layouts = dict(made.context.kept or {}), dict(made.context.layouts)
    tried = asides.tried(made, other, always)
    assert tried.document == made_by(Workshop(), other).document
    assert (made.context.kept, dict(made.context.layouts)) == (kept, layouts)
    assert made_by(workshop, issue).document.pages == made.document.pages


def test_pages_that_a_tried_edit_leaves_alone_are_the_very_same(issue: Issue) -> None:
    made = made_by(Workshop(), issue)
    tried = asides.tried(made, set_article(issue, "winds", {"byline": "Eva Roe"})[1], always)
    same = [old is new for old, new in zip(made.document.pages, tried.document.pages, strict=True)]
    assert same.count(False) == 1


def test_the_entry_of_a_pinned_article_tells_what_it_could_be_unpinned(issue: Issue) -> None:
    made = made_by(Workshop(), issue)
    free = asides.entry_of(made, "tides", always)
    assert free is not None
    pinned = made_by(Workshop(), pin_article(issue, "tides", free.template, free.pages)[1])
    entry = asides.entry_of(pinned, "tides", always)
    assert entry is not None
    assert {(each.template, each.pages) for each in entry.alternatives} == {(e.template, e.pages) for e in free.alternatives}
    assert asides.entry_of(made, "nobody", always) is None


def test_an_answer_that_nobody_waits_for_is_given_up(issue: Issue) -> None:
    made = made_by(Workshop(), issue)
    with pytest.raises(Abandoned):
        asides.entry_of(made, "tides", lambda: False)
    with pytest.raises(Abandoned):
        asides.tried(made, set_article(issue, "winds", {"byline": "Eva Roe"})[1], lambda: False)


def test_a_fresh_plan_is_told_where_it_differs_and_is_that_of_the_folder(drifted: tuple[Workshop, Made]) -> None:
    workshop, made = drifted
    fresh = workshop.fresh(made, always)
    assert isinstance(fresh, Fresh)
    alone = made_by(Workshop(), made.issue)
    assert fresh.made.document == alone.document
    assert fresh.articles == differing(made.plan, alone.plan)
    assert made_by(workshop, made.issue).document == made.document, "looking changes nothing"


def test_where_nothing_was_steadied_a_fresh_plan_is_no_other(issue: Issue) -> None:
    workshop = Workshop()
    assert workshop.fresh(made_by(workshop, issue), always) is None


def test_a_plan_afresh_is_that_of_the_folder_and_is_steady_from_then_on(drifted: tuple[Workshop, Made]) -> None:
    workshop, made = drifted
    workshop.plan_afresh()
    taken = made_by(workshop, made.issue)
    assert taken.document == made_by(Workshop(), made.issue).document
    assert workshop.fresh(taken, always) is None
    assert made_by(workshop, made.issue).plan.pages == taken.plan.pages


def test_a_kept_plan_is_what_the_folder_alone_gives(drifted: tuple[Workshop, Made]) -> None:
    _, made = drifted
    (_, pinned), pins = keep_plan(made.issue, choices_of(made.plan))
    assert pins
    alone = made_by(Workshop(), pinned).plan
    assert not differing(made.plan, alone)


def test_answers_come_through_the_door(issue: Issue) -> None:
    told: Queue[Pages | Answer | tuple[int, Refused]] = Queue()
    door = LayoutDoor(told.put)
    door.request(Request(issue))
    assert door.wait(PATIENCE)
    asked = [door.ask_entry("winds"), door.ask_entry("tides")]
    tried = door.try_out(set_article(issue, "winds", {"byline": "Eva Roe"})[1])
    assert door.wait(PATIENCE)
    door.close()
    answers = {each.lane: each for each in told.queue if isinstance(each, Answer)}
    assert (answers[ENTRY].number, answers[TRIED].number) == (asked[1], tried)
    entry = answers[ENTRY].value
    assert isinstance(entry, Entry) and entry.article == "tides"
    assert sum(isinstance(each, Answer) and each.lane == ENTRY for each in told.queue) == 1, "only the newest is answered"
    assert isinstance(answers[TRIED].value, Made)
    assert answers[FRESH].value is None


# --- what a slot says of a drop, and what the drop then does


def drops(issue: Issue) -> Iterator[tuple[Place, Place]]:
    """Every article and advertisement of a section, to every place of every section."""
    sections = [entry for entry in issue.outline if isinstance(entry, Section)]
    for origin in sections:
        for n in range(len(origin.items)):
            for target in sections:
                for position in range(len(target.items) + 1):
                    yield Place(origin.name, n), Place(target.name, position)


def outcome(before: Plan, after: Plan, name: str) -> tuple[int | None, int, int]:
    """The page on which what was dropped begins, how many others begin elsewhere, and the number of pages."""
    page = min((page for (_, each, _), page in first_pages(after).items() if each == name), default=None)
    others = [key for key, (old, _) in moves(before, after).items() if key[1] != name and old is not None]
    return page, len(others), len(after.pages)


def told(said: Verdict) -> tuple[int | None, int, int]:
    return said.page, said.moved, said.pages


def with_parts(issue: Issue) -> Issue:
    """The issue with advertisements of part of a page in both sections."""
    part = Ad("half", "ads/ropes.pdf", size="half-page")
    ads = {**issue.ads, "half": part, "third": replace(part, id="third", size="third-page")}
    outline = tuple(
        replace(entry, items=(*entry.items[:1], AdEntry("half" if entry.name == "Water" else "third"), *entry.items[1:]))
        if isinstance(entry, Section) else entry for entry in issue.outline
    )  # fmt: skip
    return replace(issue, ads=ads, outline=outline)


def name_at(issue: Issue, place: Place) -> str:
    section = next(entry for entry in issue.outline if isinstance(entry, Section) and entry.name == place.section)
    entry = section.items[place.position]
    return entry.ad if isinstance(entry, AdEntry) else entry.article


def steady(workshop: Workshop, issue: Issue) -> Made:
    """The issue's pages as the flat plan has them: looked over, with every length that articles could have."""
    return workshop.lay_out_pool(made_by(workshop, issue), always)


def test_what_a_slot_foretells_comes_true(issue: Issue) -> None:
    made = steady(Workshop(), issue)
    ground = Ground(issue, made.plan, made.theme)
    seen = 0
    for origin, target in drops(issue):
        said = verdict(ground, [origin], target)
        if said.allowed and not said.stays:
            after = asides.planned(made, carry(issue, [origin], target)[1], always)
            assert told(said) == outcome(made.plan, after, name_at(issue, origin)), (origin, target)
            seen += 1
    assert seen > 8


def test_with_parts_of_pages_a_slot_says_what_would_come_once_it_is_planned(issue: Issue) -> None:
    parts = with_parts(issue)
    made = steady(Workshop(), parts)
    ground = Ground(parts, made.plan, made.theme)
    for origin, target in list(drops(parts))[::3]:
        carried: list[Carried] = [origin]
        if verdict(ground, carried, target).stays:
            continue
        dropped = carry(parts, carried, target)[1]
        said = settle(ground, carried, target, asides.planned(made, dropped, always))
        assert verdict(ground, carried, target) == said, "it is what the slot says from then on"
        workshop = Workshop()
        made_by(workshop, parts)
        after = made_by(workshop, dropped)
        assert told(said) == outcome(made.plan, after.plan, name_at(parts, origin)), (origin, target)
        new = {problem.rule for problem in after.plan.problems} - {problem.rule for problem in made.plan.problems}
        assert bool(said.refused or said.warnings) >= bool(new & {"side", "page-count", "not-facing"})


def test_what_may_never_be_dropped_is_not_planned(issue: Issue) -> None:
    made = steady(Workshop(), issue)
    ground = Ground(issue, made.plan, made.theme)
    lamps = next(Place(None, n) for n, each in enumerate(issue.outline) if isinstance(each, AdEntry))
    said = verdict(ground, [lamps], Place("Water", 0))
    assert said.refused and settle(ground, [lamps], Place("Water", 0), made.plan) is said
