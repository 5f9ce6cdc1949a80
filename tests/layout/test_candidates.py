"""An article's candidate layouts: many, each with its price by parts, and the cheapest found without looking at them all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from digest_studio.app.session import Opened, open_issue
from digest_studio.layout.candidates import cheapest, considered, least_cost, least_pages, lines_over, most_pages, priced
from digest_studio.layout.choose import Choices, Wish
from digest_studio.layout.context import Context, Kept
from digest_studio.layout.draft import Draft
from digest_studio.model.edits import replace_body, set_article
from digest_studio.model.issue import Article, Issue


@pytest.fixture(scope="module")
def opened(original_issue: Path) -> Opened:
    found = open_issue(original_issue)
    assert isinstance(found, Opened)
    return found


def drafts(ctx: Context, article: Article) -> list[Draft]:
    return Choices(ctx, article).drafts()


def lengthened(issue: Issue, name: str, times: float) -> Article:
    """The article with its text some times over."""
    words = issue.articles[name].markdown.split("\n\n")
    whole = (words * 8)[:max(1, round(len(words) * times))]
    return replace_body(issue, name, "\n\n".join(whole))[1].articles[name]


def test_an_article_with_a_photograph_has_at_least_fifty_candidates(opened: Opened) -> None:
    for article in opened.issue.articles.values():
        if article.photos:
            found = [(d.name, fit) for d in drafts(opened.context, article)
                     for pages in (least_pages(d), least_pages(d) + 1) if pages <= most_pages(d) for fit in considered(d, pages)]
            assert len(set(found)) >= 50, article.id


def test_a_candidate_s_price_is_the_sum_of_its_named_parts(opened: Opened) -> None:
    (draft, *_) = drafts(opened.context, opened.issue.articles["winds"])
    fit = next(considered(draft, 1))
    candidate = priced(draft, fit, lines_over(draft, fit))
    assert set(candidate.cost) == {"pages", "spare-photos", "places", "white", "thin", "heights", "resolution", "crop", "setting",
                                   "over"}
    assert candidate.total == pytest.approx(sum(candidate.cost.values()))


@pytest.mark.parametrize("name", ["tides", "harbours", "winds", "briefing", "foreword"])
@pytest.mark.parametrize("times", [0.4, 1.0, 1.7, 3.0])
def test_no_candidate_that_holds_the_text_is_cheaper_than_the_one_found(opened: Opened, name: str, times: float) -> None:
    article = lengthened(opened.issue, name, times)
    for draft in drafts(opened.context, article):
        for pages in range(least_pages(draft), min(least_pages(draft) + 2, most_pages(draft)) + 1):
            every = [priced(draft, fit, lines_over(draft, fit)) for fit in considered(draft, pages)]
            untight = [c for c in every if c.over <= 0 and not c.fit.tight]
            holding = untight or [c for c in every if c.over <= 0]
            found = cheapest(draft, pages)
            if holding:
                assert found.over <= 0
                assert found.total == pytest.approx(min(c.total for c in holding))
                assert least_cost(draft, pages) <= found.total + 1e-9
            else:
                assert found.over > 0


def test_the_cheapest_of_an_article_is_the_cheapest_of_all_its_templates(opened: Opened) -> None:
    article = opened.issue.articles["winds"]
    layout = Choices(opened.context, article).cheapest()
    pages = len(layout.pages)
    costs = [cheapest(d, pages).total for d in drafts(opened.context, article) if least_pages(d) <= pages <= most_pages(d)]
    assert sum(layout.cost.values()) == pytest.approx(min(costs), abs=0.1)


def test_a_few_lines_are_won_by_a_tighter_setting_before_a_page_is_added(opened: Opened) -> None:
    """Text that grows by two words at a time spends setting, where a paragraph gives a line, and then a page."""
    words = re.findall(r"[\w,.;’]+", opened.issue.articles["tides"].markdown) * 20
    rows = [_spent(opened, words[start:]) for start in range(0, 60, 3)]
    assert all(row[-1][0] == 2 for row in rows)
    assert any((1, True) in row for row in rows)


def _spent(opened: Opened, words: list[str]) -> list[tuple[int, bool]]:
    """Pages, and whether setting was spent, for longer and longer texts up to the first of two pages."""
    spent: list[tuple[int, bool]] = []
    count = 1100
    while not spent or spent[-1][0] == 1:
        text = "\n\n".join(" ".join(words[n:min(n + 150 + n % 31, count)]) for n in range(0, count, 181))
        layout = Choices(opened.context, replace_body(opened.issue, "winds", text)[1].articles["winds"]).cheapest()
        spent.append((len(layout.pages), layout.cost["setting"] > 0))
        count += 2
    return spent


def test_the_weights_are_the_theme_s(opened: Opened) -> None:
    """A designer who hates cropping gets photographs in their own shape, and more white."""
    theme = opened.context.theme
    strict = replace(opened.context, theme=replace(theme, fitting=replace(theme.fitting, height=1000.0, crop=1000.0)), layouts={})
    article = lengthened(opened.issue, "tides", 0.4)
    free, kept = (Choices(ctx, article).cheapest() for ctx in (opened.context, strict))
    assert abs(kept.spent.get("photo-heights", 0.0)) < abs(free.spent.get("photo-heights", 0.0))


def test_an_article_is_laid_out_as_wished_or_not_at_all(opened: Opened) -> None:
    known = Choices(opened.context, opened.issue.articles["tides"])
    pages = len(known.cheapest().pages)
    longer = known.poured(Wish(pages + 1))
    assert longer is not None and longer.layout is not None
    assert len(longer.layout.pages) == pages + 1 and longer.cost > sum(known.cheapest().cost.values())
    assert known.poured(Wish(pages + 9)) is None


def test_an_article_keeps_the_template_of_the_plan_before_while_it_is_nearly_as_good(opened: Opened) -> None:
    article = opened.issue.articles["winds"]
    first = Choices(opened.context, article).cheapest()
    others = sorted((cheapest(d, len(first.pages)).total, d.name) for d in drafts(opened.context, article)
                    if d.name != first.template and least_pages(d) <= len(first.pages) <= most_pages(d))
    near = [name for cost, name in others if cost - sum(first.cost.values()) < opened.context.theme.fitting.steady]
    for name in near[:1]:
        steady = replace(opened.context, kept={"winds": Kept(name, len(first.pages))}, layouts={})
        assert Choices(steady, article).cheapest().template == name


def test_pins_always_win(opened: Opened) -> None:
    pinned = set_article(opened.issue, "winds", {"pages": 3})[1].articles["winds"]
    assert len(Choices(opened.context, pinned).cheapest().pages) <= 3
    assert Choices(opened.context, pinned).outcome(Wish(2)) is None
