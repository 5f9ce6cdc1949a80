"""The ledger: for each article what it takes, what was spent to fit it and what else it could be; for the issue, what other
lengths would cost.

In: an issue, its context, its finished plan. Out: entries to be shown. It is made when somebody asks: what else an article could
be is searched then, and repairs are tried by composing them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from digest_studio.layout.candidates import in_order, least_pages, most_pages
from digest_studio.layout.choose import Choices, cheapest_poured, choices
from digest_studio.layout.context import Context
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Article, Issue
from digest_studio.plan.planner import context_of, plan_issue
from digest_studio.plan.repairs import Repair, repairs
from digest_studio.plan.result import Plan


class Alternative(NamedTuple):
    """Another layout that an article could have, and what it would cost more than the one it has (less: below 0)."""

    template: str
    pages: int
    cost: float


class Entry(NamedTuple):
    """An article in the ledger. `over`: lines without a place; `under`: free lines of its last page, all columns together.

    `spent`: what gave, by name; `cost`: by the planner's named parts.
    """

    article: str
    pages: int
    template: str
    over: int
    under: int
    spent: Mapping[str, float]
    cost: Mapping[str, float]
    alternatives: tuple[Alternative, ...] = ()
    repairs: tuple[Repair, ...] = ()


class Ledger(NamedTuple):
    """The whole ledger: an entry for each placed article, and the lengths that the issue could have."""

    articles: Mapping[str, Entry]
    lengths: tuple[Length, ...]


class Length(NamedTuple):
    """A number of pages that the issue could have, and what it would cost more than the one it has; None if it cannot."""

    pages: int
    cost: float | None


def ledger(issue: Issue, ctx: Context, plan: Plan) -> Ledger:
    """The ledger of a finished plan."""
    entries = {name: entry_of(issue, ctx, layout) for name, layout in plan.articles.items()}
    return Ledger(entries, lengths(issue, ctx, plan))


def entry_of(issue: Issue, ctx: Context, layout: ArticleLayout, free: Article | None = None) -> Entry:
    """An article's entry, with the repairs of one that does not fit. `free`: the article with fewer wishes, whose alternatives
    are told in the place of its own."""
    own = context_of(issue, ctx, layout.article)
    known = choices(own, free or issue.articles[layout.article], layout.start)
    under = layout.pages[-1].room - layout.pages[-1].lines
    found = repairs(issue, own, layout) if layout.lines_over else ()
    return Entry(layout.article, len(layout.pages), layout.template, layout.lines_over, under, layout.spent, layout.cost,
                 alternatives(known, layout), found)


def alternatives(known: Choices, layout: ArticleLayout) -> tuple[Alternative, ...]:
    """What else the article could be on as many pages, one fewer or one more, the cheapest first, each poured."""
    now, pages = sum(cost for name, cost in layout.cost.items() if name != "steady"), len(layout.pages)
    found = []
    for draft in known.drafts():
        for count in (pages - 1, pages, pages + 1):
            if least_pages(draft) <= count <= most_pages(draft) and (draft.name, count) != (layout.template, pages):
                best = cheapest_poured(in_order(draft, count))
                if best is not None:
                    found.append(Alternative(draft.name, count, round(best.total - now, 1)))
    return tuple(sorted(found, key=lambda each: (each.cost, each.template)))


def lengths(issue: Issue, ctx: Context, plan: Plan) -> tuple[Length, ...]:
    """What the issue would cost a signature shorter or longer, each planned to the end."""
    now = len(plan.pages)
    fresh = replace(ctx, kept=None)
    here = plan_issue(issue, fresh)
    found = []
    for pages in (now - issue.page_multiple, now, now + issue.page_multiple):
        if pages == len(here.pages):
            found.append(Length(pages, 0.0))
            continue
        other = plan_issue(replace(issue, pages=pages), fresh) if pages > 0 else here
        possible = len(other.pages) == pages and not any(p.rule == "page-count" for p in other.problems)
        found.append(Length(pages, round(other.cost - here.cost, 1) if possible else None))
    return tuple(found)
