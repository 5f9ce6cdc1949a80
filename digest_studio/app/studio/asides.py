"""What is asked about an issue's pages beside making them: the ledger of an article, the pages after an edit that is only tried,
the plan that the folder alone would give, what other lengths would cost.

In: the pages that were made last. Out: values. What is laid out for an answer leaves no trace in what the next pages are made
with; every article is looked up before it is laid out, and there an answer that nobody waits for is given up (`Abandoned`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from digest_studio.app.session import Made, Opened, lay_out
from digest_studio.base.values import dataclass

if TYPE_CHECKING:
    from digest_studio.layout.choose import Choices
    from digest_studio.layout.context import Context
    from digest_studio.model.issue import Issue
    from digest_studio.plan.ledger import Entry, Length
    from digest_studio.plan.result import Plan

Value = TypeVar("Value")


class Abandoned(Exception):
    """Nobody waits for this work any more."""


class WatchedLayouts(dict[str, Value]):
    """The layouts that are remembered. Every article is looked up here before it is laid out: the place to give up."""

    def __init__(self, wanted: Callable[[], bool], known: Mapping[str, Value] | None = None) -> None:
        super().__init__(known or {})
        self._wanted = wanted

    def get(self, key: str, default: Value | None = None) -> Value | None:  # type: ignore[override]
        if not self._wanted():
            raise Abandoned
        return super().get(key, default)


@dataclass(frozen=True, slots=True, eq=False)
class Fresh:
    """The plan of the folder alone, and its pages; `articles`: those that stand on other pages in it, or in other templates."""

    made: Made
    articles: tuple[str, ...]


def entry_of(made: Made, article: str, wanted: Callable[[], bool]) -> Entry | None:
    """An article's entry in the ledger, with what else it could be if it were not pinned; None for one that is not placed."""
    from digest_studio.model.pins import unpinned
    from digest_studio.plan import ledger

    layout = made.plan.articles.get(article)
    if layout is None or made.context is None:
        return None
    return ledger.entry_of(made.issue, aside(made.context, wanted), layout, unpinned(made.issue.articles[article]))


def tried(made: Made, issue: Issue, wanted: Callable[[], bool]) -> Made:
    """The pages of another issue with the same pictures, not checked; a page that is as it was is that very object."""
    assert made.context is not None
    return _laid_out(made, issue, aside(made.context, wanted))


def planned(made: Made, issue: Issue, wanted: Callable[[], bool]) -> Plan:
    """The plan of another issue with the same pictures."""
    from digest_studio.plan import plan_issue

    assert made.context is not None
    return plan_issue(issue, aside(made.context, wanted))


def fresh(made: Made, known: Mapping[str, Choices], wanted: Callable[[], bool]) -> tuple[Fresh | None, Mapping[str, Choices]]:
    """What a plan from the folder alone would change, None if nothing; and what each article can be in it, to be `known` when
    this is asked again."""
    from digest_studio.plan import plan_issue
    from digest_studio.plan.result import differing

    assert made.context is not None
    shared = {name: each for name, each in made.context.layouts.items() if not each.steadied}
    ctx = replace(aside(made.context, wanted, {**known, **shared}), kept=None)
    plan = plan_issue(made.issue, ctx)
    articles = differing(made.plan, plan)
    found = Fresh(_laid_out(made, made.issue, ctx), articles) if articles else None
    return found, dict(ctx.layouts)


def lengths_of(made: Made, wanted: Callable[[], bool]) -> tuple[Length, ...]:
    """What the issue would cost a signature shorter or longer."""
    from digest_studio.plan.ledger import lengths

    assert made.context is not None
    free = {name: each for name, each in made.context.layouts.items() if not each.steadied}
    return lengths(made.issue, aside(made.context, wanted, free), made.plan)


def aside(ctx: Context, wanted: Callable[[], bool], layouts: Mapping[str, Choices] | None = None) -> Context:
    """A context that knows what this one knows, and keeps to itself what it learns of articles and pages."""
    known = ctx.layouts if layouts is None else layouts
    kept = None if ctx.kept is None else dict(ctx.kept)
    return replace(ctx, layouts=WatchedLayouts(wanted, known), kept=kept, pages=dict(ctx.pages))


def _laid_out(made: Made, issue: Issue, ctx: Context) -> Made:
    found = lay_out(Opened(issue, ctx, ()))
    known = {page.number: page for page in made.document.pages}
    pages = tuple(old if (old := known.get(page.number)) == page else page for page in found.document.pages)
    return replace(found, document=found.document._replace(pages=pages))
