"""From the issue to its flat plan. `plan_issue` reads as the algorithm; simple.py holds the planner that is used now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect
from digest_studio.layout.choose import choose
from digest_studio.layout.context import Context
from digest_studio.layout.result import ArticleLayout
from digest_studio.layout.special.contents import contents_pages
from digest_studio.model.issue import Ad, ArticleEntry, Issue
from digest_studio.plan.result import ContentsLine, Placement, Plan, PlannedPage
from digest_studio.plan.simple import Order, is_right, order_units, starts
from digest_studio.plan.units import Unit, units_of
from digest_studio.theme.types import Theme


def plan_issue(issue: Issue, ctx: Context) -> Plan:
    """Lay out the placed articles, order everything, number the pages, and read the contents off the result."""
    layouts = {
        e.article: choose(ctx, issue.articles[e.article])
        for e, _ in issue.entries() if isinstance(e, ArticleEntry) and e.article in issue.articles
    }
    problems: list[Diagnostic] = []
    length = contents_pages(ctx, issue, _contents(issue, {}, ctx.theme))
    units = units_of(issue, layouts, length, problems)
    order = order_units(issue, units, [])
    pages = _pages(issue, ctx.theme, order, layouts)
    first = {unit.id: page for unit, page in zip(order.units, starts(order.units), strict=True) if unit.kind == "article"}
    problems += [p for layout in layouts.values() for p in layout.problems]
    problems += [*order.problems, *_facing(issue, pages)]
    return Plan(pages, _contents(issue, first, ctx.theme), layouts, (*order.notes, *_thin(layouts, ctx.theme)),
                tuple(_with_page(p, first) for p in problems))


def folio_of(issue: Issue, page: int) -> str:
    """The number of physical page `page` as it is printed, counted and labelled."""
    return str(issue.first_page + page - 1)


def _contents(issue: Issue, first: Mapping[str, int], theme: Theme) -> tuple[ContentsLine, ...]:
    """The contents' lines. Before the pages are known (`first` empty) only their titles are right, which is all that their
    depth needs."""
    lines = []
    for entry, section in issue.entries():
        if isinstance(entry, ArticleEntry) and entry.contents and entry.article in issue.articles:
            article = issue.articles[entry.article]
            title = article.contents_title or " ".join(article.title.split())
            page = first.get(entry.article, 1)
            lines.append(ContentsLine(section.name if section else "", article.id, title, page, folio_of(issue, page)))
    return tuple(lines)


def _pages(issue: Issue, theme: Theme, order: Order, layouts: Mapping[str, ArticleLayout]) -> tuple[PlannedPage, ...]:
    pages: list[PlannedPage] = []
    for unit in order.units:
        for part in range(1, unit.pages + 1):
            number = len(pages) + 1
            right = is_right(number, issue.first_page % 2 == 1)
            label = folio_of(issue, number)
            printed = _has_folio(unit, part, layouts)
            pages.append(PlannedPage(number, label if printed else None, label, right, (_placement(issue, theme, unit, part, right, layouts),)))
    return tuple(pages)


def _has_folio(unit: Unit, part: int, layouts: Mapping[str, ArticleLayout]) -> bool:
    """Folios stand on articles' pages and on the contents; not on pictures that cover the page."""
    if unit.kind == "article":
        return layouts[unit.id].pages[part - 1].furniture
    return unit.kind == "contents"


def _placement(
    issue: Issue, theme: Theme, unit: Unit, part: int, right: bool, layouts: Mapping[str, ArticleLayout],
) -> Placement:
    trim = Rect(0.0, 0.0, theme.width, theme.height)
    box, template, size = trim, "", ""
    if unit.kind == "article":
        layout = layouts[unit.id]
        box = layout.pages[part - 1].box.moved(theme.left(right), theme.top)
        template = layout.template
    elif unit.kind == "contents":
        box = Rect(theme.left(right), theme.top, theme.measure, theme.baseline(theme.lines - 1))
    elif unit.kind == "ad":
        size = issue.ads[unit.id].size
    return Placement(unit.kind, box, unit.id, part, unit.pages, template, size, unit.section)


def _facing(issue: Issue, pages: Sequence[PlannedPage]) -> list[Diagnostic]:
    """Advertisements that face one they must not share a spread with."""
    found = []
    for left, right in zip(pages, pages[1:], strict=False):
        if left.right_hand:
            continue
        ads: list[tuple[Ad, PlannedPage]] = [(issue.ads[i.id], p) for p in (left, right) for i in p.items if i.kind == "ad"]
        for ad, page in ads:
            for other, _ in ads:
                if other.id in ad.not_facing:
                    found.append(Diagnostic(
                        "not-facing", f"advertisement {ad.id} faces {other.id} on pages {left.number} and {right.number}",
                        "move one of them to another place in the outline", Severity.WARNING, ad.source, page=page.number, ad=ad.id,
                    ))
    return found


def _thin(layouts: Mapping[str, ArticleLayout], theme: Theme) -> list[str]:
    """Why a last page is emptier than the theme likes."""
    return [
        f"{layout.article}: its last page is {round(100 * layout.pages[-1].used)} % full; photographs are as high as their crops allow"
        for layout in layouts.values() if layout.pages[-1].used < theme.fill
    ]


def _with_page(problem: Diagnostic, first: Mapping[str, int]) -> Diagnostic:
    """The diagnostic with its article's page."""
    if problem.page is None and problem.article in first:
        return replace(problem, page=first[problem.article])
    return problem
