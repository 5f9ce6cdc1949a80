"""What would happen if something were put between two pages: shown at each slot of the flat plan while it is dragged there.

In: a finished plan and what is carried. Out, for each slot, a `Verdict`: the planner can place it there, and what moves; or it
cannot, and the rule that forbids it. The planner itself is asked, on units of known length: nothing is typeset. An article of
the pool, which is not laid out, is taken to be as long as its words make the other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from math import ceil
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect
from digest_studio.base.say import listed
from digest_studio.layout.result import ArticleLayout, ArticlePage
from digest_studio.model.arrange import Carried, carry, entry_at, may_stand, name_of, placed_entries
from digest_studio.model.edits import Place
from digest_studio.model.issue import AdEntry, ArticleEntry, ContentsEntry, Issue, OutlineEntry, Section
from digest_studio.model.label import Label
from digest_studio.plan.order import Order, order_units
from digest_studio.plan.planner import facing
from digest_studio.plan.result import Placement, Plan, PlannedPage
from digest_studio.plan.search import is_right
from digest_studio.plan.units import Unit, position_words, units_of
from digest_studio.plan.words import starts
from digest_studio.theme.types import Theme

USUAL_WORDS = 450
"""Words of a page, where no article is laid out that would tell."""

RULES = frozenset(("page-count", "side", "not-facing", "ad-position", "ad-size", "divider"))
"""What the planner's problems are about; others are an article's own."""

_BOX = Rect(0.0, 0.0, 0.0, 0.0)

Key = tuple[str, str, int]
"""A thing in the plan: its kind, its id, and which of its appearances, from 0."""


class Slot(NamedTuple):
    """The gap before page `page`, or after it, which belongs to what stands on that page."""

    page: int
    after: bool


class Verdict(NamedTuple):
    """What becomes of a drop. `refused`: the rule that forbids it, or "". `page`: where what is carried would begin.

    `moved`: how many other things would begin on another page; `pages`: of the issue then. `warnings`: wishes of others that
    would not be met any more. `notes`: what the planner would do about it. `stays`: nothing would change.
    """

    place: Place | None = None
    refused: str = ""
    page: int | None = None
    moved: int = 0
    pages: int = 0
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    stays: bool = False

    @property
    def allowed(self) -> bool:
        return not self.refused


@dataclass(frozen=True, eq=False)
class Ground:
    """A plan as something is taken up from it. `pages` of the contents come with it, and every article's layout."""

    issue: Issue
    plan: Plan
    theme: Theme
    _verdicts: dict[tuple[tuple[Carried, ...], Place], Verdict] = field(default_factory=dict)

    @cached_property
    def row(self) -> _Row:
        return _planned(self, self.issue)

    @cached_property
    def contents_pages(self) -> int:
        return sum(item.kind == "contents" for page in self.plan.pages for item in page.items)

    @cached_property
    def words_per_page(self) -> float:
        laid_out = self.plan.articles
        words = sum(len(self.issue.articles[name].markdown.split()) for name in laid_out if name in self.issue.articles)
        pages = sum(len(layout.pages) for layout in laid_out.values())
        return words / pages if words else USUAL_WORDS

    @cached_property
    def places(self) -> list[Place | None]:
        """Where each unit of the row stands in the outline; None for what the outline does not place."""
        return list(_unit_places(self.issue, self.row.order.units))

    def pages_of(self, article: str) -> tuple[int, bool]:
        """How many pages an article takes, and whether that is only guessed."""
        layout = self.plan.articles.get(article) or self.plan.pool.get(article)
        if layout is not None:
            return len(layout.pages), False
        known = self.issue.articles.get(article)
        return max(1, ceil(len(known.markdown.split()) / self.words_per_page)) if known else 1, True


class _Row(NamedTuple):
    """An issue's units in order, and every problem that the planner has with them."""

    order: Order
    problems: tuple[Diagnostic, ...]


def verdict_at(ground: Ground, carried: Sequence[Carried], slot: Slot) -> Verdict:
    """What would happen if `carried` were dropped at a slot between pages."""
    place = place_at(ground, slot)
    return verdict(ground, carried, place) if isinstance(place, Place) else Verdict(refused=place)


def verdict(ground: Ground, carried: Sequence[Carried], place: Place) -> Verdict:
    """What would happen if `carried` were put before `place`, which is counted in the outline as it is."""
    key = (tuple(carried), place)
    if key not in ground._verdicts:
        ground._verdicts[key] = _verdict(ground, carried, place)
    return ground._verdicts[key]


def settle(ground: Ground, carried: Sequence[Carried], place: Place, after: Plan) -> Verdict:
    """The verdict by `after`, the plan with the drop really made. It takes the place of what was foretold from known lengths: how
    an article holds advertisements beside which it never stood, and how it shares a page, only laying it out can tell."""
    foretold = verdict(ground, carried, place)
    if foretold.page is None or foretold.stays:
        return foretold  # forbidden before anything is planned
    names = {_name(ground.issue, each) for each in carried}
    old, new = ([p for p in plan.problems if p.rule in RULES] for plan in (ground.plan, after))
    news = _new_problems(old, new)
    against = [p for p in news if p.severity is Severity.ERROR or {p.ad, p.article} & names]
    moved = moves(ground.plan, after)
    found = Verdict(
        place, listed(p.message for p in against), _landing(first_pages(after), carried, ground.issue),
        sum(key[1] not in names and before is not None for key, (before, _) in moved.items()), len(after.pages),
        tuple(p.message for p in news), tuple(note for note in after.notes if note not in ground.plan.notes),
    )
    ground._verdicts[tuple(carried), place] = found
    return found


def place_at(ground: Ground, slot: Slot) -> Place | str:
    """The place in the outline that a slot stands for; or why there is none: something would be split."""
    units, places = ground.row.order.units, ground.places
    first_pages = starts(units)
    index = max((n for n, page in enumerate(first_pages) if page <= slot.page), default=None)
    if index is None:
        return Place(None, 0)
    unit, part = units[index], slot.page - first_pages[index] + 1
    if unit.kind in ("article", "contents", "ad") and part != (unit.pages if slot.after else 1):
        return _split(ground.issue, unit)
    match unit.kind:
        case "cover":
            return Place(None, 0) if slot.after else Label("the cover is the first page")
        case "blank":
            return _after(ground, index - 1)
        case "divider":
            place = places[index]
            assert place is not None
            return Place(unit.id, 0) if slot.after else place
        case _:
            return _beside(ground, index, slot.after)


def moves(before: Plan, after: Plan) -> dict[Key, tuple[int | None, int | None]]:
    """What begins on another page than before, with both pages; None for what was not, or is not, in the plan."""
    old, new = first_pages(before), first_pages(after)
    return {key: (old.get(key), new.get(key)) for key in {**old, **new} if old.get(key) != new.get(key)}


def first_pages(plan: Plan) -> dict[Key, int]:
    """Where each thing of a plan begins, blank pages left out."""
    found: dict[Key, int] = {}
    counts: dict[tuple[str, str], int] = {}
    for page in plan.pages:
        for item in page.items:
            if item.part == 1 and item.kind != "blank":
                count = counts.get((item.kind, item.id), 0)
                counts[item.kind, item.id] = count + 1
                found[item.kind, item.id, count] = page.number
    return found


# --- the verdict


def _verdict(ground: Ground, carried: Sequence[Carried], place: Place) -> Verdict:
    forbidden = next((why for each in carried if (why := _forbidden(ground, each))), "")
    if forbidden:
        return Verdict(place, forbidden)
    if not may_stand(ground.issue, carried, place.section):
        return Verdict(place, Label("only articles and advertisements stand within {section}", section=place.section or ""))
    issue = carry(ground.issue, carried, place)[1]
    if issue.outline == ground.issue.outline:
        return Verdict(place, stays=True, pages=ground.row.order.page_count)
    old, new = ground.row, _planned(ground, issue)
    news = _new_problems(old.problems, new.problems)
    names = {_name(ground.issue, each) for each in carried}
    against = [p for p in news if p.severity is Severity.ERROR or {p.ad, p.article} & names]
    before, after = _starts(old.order.units), _starts(new.order.units)
    moved = {key for key in before if after.get(key) != before[key] and key[1] not in names}
    return Verdict(
        place, listed(p.message for p in against), _landing(after, carried, ground.issue), len(moved), new.order.page_count,
        tuple(p.message for p in news), tuple(note for note in new.order.notes if note not in old.order.notes),
    )


def _forbidden(ground: Ground, carried: Carried) -> str:
    """Why something may not be placed by hand, wherever; "" if it may."""
    placed = isinstance(carried, Place)
    if isinstance(carried, Place):
        entry = entry_at(ground.issue, carried)
        name = entry.ad if isinstance(entry, AdEntry) else None
    else:
        name = carried.id if carried.kind == "ad" else None
    ad = ground.issue.ads.get(name) if name else None
    if ad is None:
        return ""
    if ad.position != "any":
        return Label("position: {ad} is booked for the {where} and stands nowhere else",
                     ad=ad.advertiser or ad.id, where=position_words(ad))
    if ad.fixed and placed:
        return Label("fixed: {ad} may not be moved from its place in the outline", ad=ad.advertiser or ad.id)
    return ""


def _new_problems(old: Sequence[Diagnostic], new: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those problems of `new` that `old` does not have, on whichever page."""
    known = {_kind_of(problem) for problem in old}
    return [problem for problem in new if _kind_of(problem) not in known]


def _kind_of(problem: Diagnostic) -> tuple[str, str]:
    return problem.rule, re.sub(r"\bpages? [\d ,and]+", "", problem.message)


def _landing(after: Mapping[Key, int], carried: Sequence[Carried], issue: Issue) -> int | None:
    """The first page of what is carried, after the drop."""
    names = {_name(issue, each) for each in carried}
    return min((page for (_, name, _), page in after.items() if name in names), default=None)


def _name(issue: Issue, carried: Carried) -> str:
    """The id of what is carried, or the section's name."""
    if not isinstance(carried, Place):
        return carried.id
    match entry_at(issue, carried):
        case ArticleEntry(article=name) | AdEntry(ad=name) | Section(name=name):
            return name
        case _:
            return ""


def _planned(ground: Ground, issue: Issue) -> _Row:
    """The issue as the planner would order it."""
    problems: list[Diagnostic] = []
    units = [_as_long_as_planned(ground, unit) for unit in
             units_of(issue, ground.theme, _layouts(ground, issue), ground.contents_pages, problems)]
    order = order_units(issue, units, ground.theme.planning)
    return _Row(order, (*problems, *order.problems, *facing(issue, tuple(_pages(issue, order)))))


def _as_long_as_planned(ground: Ground, unit: Unit) -> Unit:
    """The unit with the lengths that the planner has found for it, if the same advertisements follow it."""
    variants = ground.plan.variants.get(unit.id, ()) if unit.varies else ()
    same = all({each.id for each in variant.shared} == {each.id for each in unit.shared} for variant in variants)
    return unit._replace(variants=variants) if same else unit


def _layouts(ground: Ground, issue: Issue) -> dict[str, ArticleLayout]:
    """The layouts of the articles in `issue`: an article that would lose the page that it shares begins on one of its own."""
    before, after = _predecessors(ground.issue), _predecessors(issue)
    made = {}
    for name in after:
        layout = ground.plan.articles.get(name)
        if layout is None:
            pages = (ArticlePage((), _BOX),) * ground.pages_of(name)[0]
            layout = ArticleLayout(name, "", pages)
        elif layout.start and before.get(name) != after[name]:
            layout = layout._replace(start=0)
        made[name] = layout
    return made


def _predecessors(issue: Issue) -> dict[str, OutlineEntry | None]:
    """Each placed article with what stands before it in its section."""
    found: dict[str, OutlineEntry | None] = {}
    for _, entries in groupby(issue.entries(), key=lambda each: each[1].name if each[1] else ""):
        last: OutlineEntry | None = None
        for entry, _ in entries:
            if isinstance(entry, ArticleEntry) and entry.article in issue.articles:
                found[entry.article] = last
            last = entry
    return found


def _pages(issue: Issue, order: Order) -> Iterator[PlannedPage]:
    """The pages of a row, as far as the rule of facing advertisements looks at them."""
    number = 0
    for unit in order.units:
        for part in range(1, unit.pages + 1):
            number += 1
            items = (Placement("ad", _BOX, unit.id, part, unit.pages),) if unit.kind == "ad" else ()
            yield PlannedPage(number, None, str(number), is_right(number, issue.first_page % 2 == 1), items)


def _starts(units: Sequence[Unit]) -> dict[Key, int]:
    """Where each thing of a row begins, blank pages left out."""
    found: dict[Key, int] = {}
    counts: dict[tuple[str, str], int] = {}
    for unit, page in zip(units, starts(units), strict=True):
        parts = [*(("article", m.id, m.first) for m in unit.members), *(("ad", s.id, s.page) for s in unit.shared)]
        for kind, name, first in parts or [(unit.kind, unit.id, 0)]:
            if kind != "blank":
                count = counts.get((kind, name), 0)
                counts[kind, name] = count + 1
                found[kind, name, count] = page + first
    return found


# --- from pages to the outline


def _unit_places(issue: Issue, units: Sequence[Unit]) -> Iterator[Place | None]:
    """Each unit's place in the outline; of a unit of several articles, the first one's."""
    waiting: dict[tuple[str, str, str], list[Place]] = {}
    for place, entry in placed_entries(issue):
        match entry:
            case ArticleEntry(article=name):
                key = ("article", name, "")
            case AdEntry(ad=name):
                key = ("ad", name, place.section or "")
            case Section(name=name):
                key = ("divider", name, "")
            case ContentsEntry():
                key = ("contents", "", "")
        waiting.setdefault(key, []).append(place)
    for unit in units:
        booked = unit.kind == "ad" and issue.ads[unit.id].position != "any"
        found = waiting.get((unit.kind, unit.id, unit.section if unit.kind == "ad" else ""))
        yield found.pop(0) if found and not booked else None


def _after(ground: Ground, index: int) -> Place:
    """The place behind the last thing of the outline among the units up to `index`."""
    for n in range(index, -1, -1):
        unit, place = ground.row.order.units[n], ground.places[n]
        if place is not None:
            if unit.kind == "divider":
                return Place(unit.id, 0)
            return Place(place.section, place.position + max(1, len(unit.members)))
    return Place(None, 0)


def _beside(ground: Ground, index: int, after: bool) -> Place | str:
    """Before or behind a unit of the outline; why not, for one that has its page by its booking."""
    unit, place = ground.row.order.units[index], ground.places[index]
    if place is None:
        ad = ground.issue.ads[unit.id]
        return Label("position: this page is booked by {ad}, {where}", ad=ad.advertiser or ad.id, where=position_words(ad))
    return Place(place.section, place.position + max(1, len(unit.members))) if after else place


def _split(issue: Issue, unit: Unit) -> str:
    """What would be torn apart."""
    if unit.kind == "contents":
        return Label("the contents would be split")
    entry = ArticleEntry(unit.id) if unit.kind == "article" else AdEntry(unit.id)
    if unit.must:
        return Label("the spread of {name} would be split", name=name_of(issue, entry))
    return Label("{name} would be split: it has {count} pages", name=name_of(issue, entry), count=unit.pages)
