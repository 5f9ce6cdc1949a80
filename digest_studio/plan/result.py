"""The flat plan: which page carries what, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect
from digest_studio.layout.result import ArticleLayout

if TYPE_CHECKING:
    from digest_studio.plan.units import Variant

Kind = Literal["cover", "contents", "divider", "article", "ad", "blank"]


class Placement(NamedTuple):
    """One thing on a page. `id` is the article's or ad's id, or the section's name; `box` in points from the trim."""

    kind: Kind
    box: Rect
    id: str = ""
    part: int = 1
    parts: int = 1
    template: str = ""
    size: str = ""
    section: str = ""


class PlannedPage(NamedTuple):
    """A page: physical number from 1, the folio that is printed (None: none), what stands on it."""

    number: int
    folio: str | None
    label: str
    right_hand: bool
    items: tuple[Placement, ...]


class ContentsLine(NamedTuple):
    """A line of the contents: where the article stands is computed, never typed. `section` "" is outside sections."""

    section: str
    article: str
    title: str
    page: int
    folio: str | None


class Plan(NamedTuple):
    """A finished plan. `variants`: the lengths that each article could have had, where the planner looked at them; `cost`: what
    the order costs beyond each article's cheapest layout; `pool`: layouts of articles without a place, where they were made."""

    pages: tuple[PlannedPage, ...]
    contents: tuple[ContentsLine, ...]
    articles: Mapping[str, ArticleLayout]
    notes: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    variants: Mapping[str, tuple[Variant, ...]] = {}
    cost: float = 0.0
    pool: Mapping[str, ArticleLayout] = {}


def differing(before: Plan, after: Plan) -> tuple[str, ...]:
    """The articles that stand on other pages in `after`, or in another template."""
    old, new = _places(before), _places(after)
    return tuple(name for name in new if old.get(name) != new[name])


def _places(plan: Plan) -> dict[str, tuple[str, list[int]]]:
    """Each article's template and pages."""
    found: dict[str, tuple[str, list[int]]] = {}
    for page in plan.pages:
        for item in page.items:
            if item.kind == "article":
                found.setdefault(item.id, (item.template, []))[1].append(page.number)
    return found
