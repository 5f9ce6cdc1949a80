"""An article's candidate layouts: many, each with its price by parts, and the cheapest found without looking at them all."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest_studio.app.session import Opened, open_issue
from digest_studio.layout.candidates import cheapest, considered, least_cost, least_pages, lines_over, most_pages, priced
from digest_studio.layout.choose import Choices, Tried, Wish, tried
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
    whole = tried(candidate)
    assert set(whole.candidate.cost) == {*candidate.cost, "columns", "placing"}
    assert whole.total == pytest.approx(sum(whole.candidate.cost.values())) and whole.total >= candidate.total
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


def every_poured(ctx: Context, article: Article, pages: int) -> list[Tried]:
    """Every candidate of the article on so many pages, poured, if it holds the text."""
    found = []
    for draft in drafts(ctx, article):
        if least_pages(draft) <= pages <= most_pages(draft):
            fits = [(fit, lines_over(draft, fit)) for fit in considered(draft, pages)]
            found += [tried(priced(draft, fit, over)) for fit, over in fits if over <= 0]
    return [each for each in found if not each.lines_over]


PARAGRAPH = "The ebb begins and the flood will follow it. "
PULL = "> [!pull]\n> The water was never still, and nobody at the quay had asked it to be."
paragraphs = st.lists(st.integers(2, 5).map(lambda count: PARAGRAPH * count), min_size=1, max_size=14)
others = st.lists(st.sampled_from([PULL, "## A heading", "### One below it", "- one\n- two\n- three"]), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs, others, st.randoms(use_true_random=False), st.sampled_from(["tides", "harbours"]),
       st.sampled_from([0.0, 1.0, 6.0]), st.sampled_from([0.0, 3.0, 20.0]))
def test_what_is_chosen_is_the_least_of_all_candidates_poured(
    opened: Opened, text: list[str], between: list[str], rng: random.Random, name: str, columns: float, placing: float,
) -> None:
    theme = opened.context.theme
    fitting = replace(theme.fitting, columns=columns, placing=placing)
    ctx = replace(opened.context, theme=replace(theme, fitting=fitting), layouts={})
    for block in between:
        text.insert(rng.randrange(len(text)), block)
    article = replace_body(opened.issue, name, "\n\n".join(text))[1].articles[name]
    known = Choices(ctx, article)
    layout = known.cheapest()
    every = every_poured(ctx, article, len(layout.pages))
    assert layout.lines_over or layout.price == pytest.approx(min(each.total for each in every), abs=0.1)
    longer = known.poured(Wish(len(layout.pages) + 1))
    if longer is not None and longer.layout is not None:
        flat = [each for each in every_poured(ctx, article, len(layout.pages) + 1) if not each.candidate.draft.template.spread]
        whole = [each for each in flat if len(each.layout().pages) == len(layout.pages) + 1]
        assert longer.cost <= min(each.total for each in whole) + 0.1
        assert longer.cost == pytest.approx(min(each.total for each in flat), abs=0.1)


@pytest.mark.parametrize("number", [1, 2, 5])
def test_a_theme_that_minds_uneven_columns_pays_for_even_ones_in_other_parts(opened: Opened, number: int) -> None:
    """A pull quote that no column can divide leaves one short; another template or height of the photograph evens them."""
    theme = opened.context.theme
    strict = replace(opened.context, theme=replace(theme, fitting=replace(theme.fitting, columns=60.0)), layouts={})
    text = [PARAGRAPH * (2 + (number * n) % 3) for n in range(1, 14)]
    text.insert(5 + number % 4, "> [!pull]\n> The water was never still, and nobody at the quay had asked it to be.")
    article = replace_body(opened.issue, "harbours", "\n\n".join(text))[1].articles["harbours"]
    free, even = (Choices(ctx, article).cheapest() for ctx in (opened.context, strict))
    assert free.cost["columns"] >= 3 * theme.fitting.columns and not even.cost["columns"]
    assert (free.template, free.spent) != (even.template, even.spent)
    assert even.price > free.price - free.cost["columns"]


def test_the_cheapest_of_an_article_is_the_cheapest_of_all_its_templates(opened: Opened) -> None:
    article = opened.issue.articles["winds"]
    layout = Choices(opened.context, article).cheapest()
    pages = len(layout.pages)
    costs = [each.total for each in every_poured(opened.context, article, pages)]
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
