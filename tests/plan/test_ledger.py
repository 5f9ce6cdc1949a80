"""The ledger: what each article took and could be, repairs that were tried, and what other lengths of the issue cost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digest_studio.app.session import Made, Opened, make, open_issue
from digest_studio.layout.choose import Choices
from digest_studio.model.edits import replace_body, set_article
from digest_studio.model.issue import Issue
from digest_studio.plan.ledger import entry_of, ledger, lengths
from digest_studio.plan.planner import context_of


@pytest.fixture(scope="module")
def opened(original_issue: Path) -> Opened:
    found = open_issue(original_issue)
    assert isinstance(found, Opened)
    return found


def remade(opened: Opened, issue: Issue) -> Made:
    return make(Opened(issue, replace(opened.context, layouts={}, pages={}), opened.problems))


def crowded(opened: Opened, article: str = "tides", over: int = 3) -> Made:
    """The issue with an article that must fill one page and has at least so many lines over."""
    issue = set_article(opened.issue, article, {"pages": 1})[1]
    paragraphs = opened.issue.articles[article].markdown.split("\n\n")
    text = "\n\n".join(paragraphs)
    for n in range(200):
        longer = replace_body(issue, article, text)[1]
        made = remade(opened, longer)
        if made.plan.articles[article].lines_over >= over:
            return made
        text += ("\n\n" if n % 4 == 0 else " ") + "The harbour lies still tonight. It is a good place to wait for the ebb."
    raise AssertionError("never full")


def test_an_entry_tells_what_an_article_takes_and_what_was_spent(opened: Opened) -> None:
    made = make(opened)
    assert made.context is not None
    found = ledger(made.issue, made.context, made.plan)
    assert set(found.articles) == made.issue.placed()
    for name, layout in made.plan.articles.items():
        entry = found.articles[name]
        assert (entry.pages, entry.template, entry.over) == (len(layout.pages), layout.template, layout.lines_over)
        last = layout.pages[-1]
        assert entry.under == last.room - last.lines >= 0
        assert entry.cost["pages"] == made.theme.fitting.page * entry.pages
        assert (entry.template, entry.pages) not in [(each.template, each.pages) for each in entry.alternatives]


def test_an_alternative_costs_what_it_would_cost_as_a_pin(opened: Opened) -> None:
    made = make(opened)
    assert made.context is not None
    for name in ("tides", "harbours"):
        layout = made.plan.articles[name]
        entry = entry_of(made.issue, made.context, layout)
        other = next(each for each in entry.alternatives if each.pages == entry.pages)
        pinned = set_article(made.issue, name, {"template": other.template, "pages": other.pages})[1]
        own = context_of(made.issue, made.context, name)
        cost = sum(Choices(own, pinned.articles[name]).cheapest().cost.values())
        assert cost - sum(layout.cost.values()) == pytest.approx(other.cost, abs=0.2)


def test_every_repair_makes_the_article_fit_and_the_cheapest_comes_first(opened: Opened) -> None:
    made = crowded(opened)
    assert made.context is not None
    entry = entry_of(made.issue, made.context, made.plan.articles["tides"])
    assert entry.over >= 3
    assert {repair.kind for repair in entry.repairs} >= {"pages", "cut"}
    assert [repair.cost for repair in entry.repairs] == sorted(repair.cost for repair in entry.repairs)
    for repair in entry.repairs:
        mended = remade(opened, repair.applied(made.issue, "tides")).plan.articles["tides"]
        assert mended.lines_over == 0, repair.what


def test_a_cut_leaves_out_whole_sentences_and_no_more_of_them_than_needed(opened: Opened) -> None:
    made = crowded(opened, over=1)
    assert made.context is not None
    entry = entry_of(made.issue, made.context, made.plan.articles["tides"])
    cut = next(repair for repair in entry.repairs if repair.kind == "cut")
    before, after = made.issue.articles["tides"].markdown, cut.markdown
    assert after is not None
    gone = len(before.split()) - len(after.split())
    assert 0 < gone <= 90
    assert "cut about" in cut.what
    assert after.split()[0] == before.split()[0]


def test_an_article_that_fits_needs_no_repair(opened: Opened) -> None:
    made = make(opened)
    assert made.context is not None
    assert all(not entry.repairs for entry in ledger(made.issue, made.context, made.plan).articles.values())


def test_another_length_of_the_issue_is_priced_by_planning_it(opened: Opened) -> None:
    made = make(opened)
    assert made.context is not None
    now = len(made.plan.pages)
    found = {each.pages: each.cost for each in lengths(made.issue, made.context, made.plan)}
    assert list(found) == [now - 4, now, now + 4]
    assert found[now] == 0.0
    longer = remade(opened, replace(opened.issue, pages=now + 4)).plan
    assert len(longer.pages) == now + 4
    assert found[now + 4] == pytest.approx(longer.cost - made.plan.cost, abs=0.2)
    assert found[now - 4] is None
