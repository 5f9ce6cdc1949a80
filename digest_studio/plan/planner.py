"""From the issue to its flat plan. `plan_issue` reads as the algorithm; search.py finds the order of least cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect
from digest_studio.base.say import say
from digest_studio.layout.choose import Choices, Wish, choices
from digest_studio.layout.context import Context, Kept
from digest_studio.layout.result import ArticleLayout
from digest_studio.layout.special.contents import contents_lengths, contents_pages
from digest_studio.layout.special.divider import left_out
from digest_studio.layout.special.listing import MOST_COUNTS, by_section, remembered
from digest_studio.model.issue import Ad, Article, ArticleEntry, Issue, Section
from digest_studio.plan.lengths import CONTENTS, contents_variants, variants_of
from digest_studio.plan.order import Order, arrange, order_of
from digest_studio.plan.result import ContentsLine, Placement, Plan, PlannedPage
from digest_studio.plan.search import is_right
from digest_studio.plan.units import Unit, Variant, units_of
from digest_studio.plan.words import starts
from digest_studio.theme.types import Theme

SHARED_GAP = 2  # grid lines between two articles on one page


Progress = Callable[[int, int], None]
"""Told how many articles are laid out, and how many there are."""


def plan_issue(issue: Issue, ctx: Context, progress: Progress | None = None) -> Plan:
    """Lay out the placed articles, order everything, number the pages, and read the contents off the result."""
    known = _choices(issue, ctx, progress)
    layouts = {name: each.cheapest() for name, each in known.items()}
    problems: list[Diagnostic] = []
    listed = _contents(issue, {}, ctx.theme)
    units = units_of(issue, ctx.theme, layouts, contents_pages(ctx, issue, listed), problems)
    order, layouts, variants = _fitted(issue, ctx, units, known, listed)
    pages = _pages(issue, ctx, order, layouts)
    first = {
        member.id: page + member.first
        for unit, page in zip(order.units, starts(order.units), strict=True) for member in unit.members
    }
    problems += [p for layout in layouts.values() for p in layout.problems]
    contents = _contents(issue, first, ctx.theme)
    problems += [*order.problems, *facing(issue, pages), *_unlisted(issue, ctx, contents)]
    if ctx.kept is not None:
        ctx.kept.update((name, Kept(layout.template, len(layout.pages))) for name, layout in layouts.items())
        ctx.kept.update((CONTENTS, Kept("", unit.pages)) for unit in order.units if unit.kind == "contents")
    return Plan(pages, contents, layouts, (*order.notes, *_thin(layouts, ctx.theme)),
                tuple(_with_page(p, first) for p in problems), variants, order.cost)


def _choices(issue: Issue, ctx: Context, progress: Progress | None) -> dict[str, Choices]:
    """What every placed article can be, the cheapest laid out. An article may begin under the one before it in its section, if
    its template says so."""
    known: dict[str, Choices] = {}
    coloured = by_section(ctx, issue)
    placed = issue.placed()
    free, section_before = 0, None
    for entry, section in issue.entries():
        if not isinstance(entry, ArticleEntry) or entry.article not in issue.articles:
            free = 0
            continue
        own = coloured[section.name] if section else ctx
        each = choices(own, issue.articles[entry.article], free if section is section_before else 0)
        known[entry.article] = each
        free, section_before = each.cheapest().pages[-1].end + SHARED_GAP, section
        if progress:
            progress(len(known), len(placed))
    return known


def _fitted(
    issue: Issue, ctx: Context, units: tuple[Unit, ...], known: Mapping[str, Choices], listed: Sequence[ContentsLine],
) -> tuple[Order, dict[str, ArticleLayout], Mapping[str, tuple[Variant, ...]]]:
    """The order of least cost with every article at a length of its choices, the contents at one of its own, and the layouts
    that it takes.

    Where each article's cheapest layout keeps every rule, nothing can be cheaper. Else their other lengths come in at the least
    that they can cost; those that the order takes are poured, which tells their true cost, until it takes none that is not.
    """
    weights = ctx.theme.planning
    layouts = {name: each.cheapest() for name, each in known.items()}
    if not ctx.kept and not any(unit.shared for unit in units):
        arranged = arrange(issue, units, weights)
        if not arranged.found.cost:
            return order_of(issue, arranged), layouts, {}
    has_contents = any(unit.kind == "contents" for unit in units)
    of_contents = {CONTENTS: contents_variants(ctx, contents_lengths(ctx, issue, listed))} if has_contents else {}
    while True:
        variants = of_contents | {unit.id: variants_of(ctx, known[unit.id], [issue.ads[s.id] for s in unit.shared])
                                  for unit in units if unit.one_article}
        arranged = arrange(issue, [u._replace(variants=variants[u.id]) if u.varies else u for u in units], weights)
        taken = {unit.id: _wish(issue, unit) for unit in arranged.found.row if unit.one_article}
        outcomes = {name: known[name].outcome(wish) for name, wish in taken.items() if not known[name].is_cheapest(wish)}
        unsure = [name for name, outcome in outcomes.items() if outcome is not None and outcome.layout is None]
        if not unsure:
            found = {name: outcome.layout for name, outcome in outcomes.items() if outcome and outcome.layout}
            return order_of(issue, arranged), {**layouts, **found}, variants
        for name in unsure:
            known[name].poured(taken[name])


def _wish(issue: Issue, unit: Unit) -> Wish:
    """What an article is in a unit: its pages, and the advertisements on its last one."""
    (article,) = unit.members
    beside = tuple(issue.ads[each.id].size for each in unit.shared if each.page < article.pages)
    return Wish(article.pages, unit.must, beside)


def measure_lists(issue: Issue, ctx: Context) -> None:
    """Set what contents and dividers list, which does not depend on where anything stands, so that planning finds it set."""
    listed = _contents(issue, {}, ctx.theme)
    contents_pages(ctx, issue, listed)
    list(_unlisted(issue, ctx, listed))


def placed_articles(issue: Issue, ctx: Context) -> Iterator[tuple[Context, Article]]:
    """The articles that a plan will lay out, in reading order, each with the context in its section's colour."""
    coloured = by_section(ctx, issue)
    for entry, section in issue.entries():
        if isinstance(entry, ArticleEntry) and entry.article in issue.articles:
            yield coloured[section.name] if section else ctx, issue.articles[entry.article]


def context_of(issue: Issue, ctx: Context, article: str) -> Context:
    """The context of an article's section, in its colour."""
    coloured = by_section(ctx, issue)
    sections = (section for entry, section in issue.entries() if isinstance(entry, ArticleEntry) and entry.article == article)
    section = next(sections, None)
    return coloured[section.name] if section else ctx


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


def _pages(issue: Issue, ctx: Context, order: Order, layouts: Mapping[str, ArticleLayout]) -> tuple[PlannedPage, ...]:
    """Every page of the plan; one that shows the same as before is the same object."""
    pages: list[PlannedPage] = []
    for unit in order.units:
        for part in range(1, unit.pages + 1):
            number = len(pages) + 1
            laid = [layouts[member.id] for member in unit.members]
            ads = [each.id for each in unit.shared] or ([unit.id] if unit.kind == "ad" else [])
            sizes = [issue.ads[ad].size for ad in ads]
            key = (issue.first_page, unit.kind, unit.id, unit.section, unit.pages, unit.members, unit.shared, part, laid, sizes)
            known = ctx.planned.get(number)
            if known is None or known[0] != key:
                ctx.planned[number] = known = key, _page(issue, ctx.theme, (unit, part), number, layouts)
            pages.append(known[1])
    return tuple(pages)


def _page(
    issue: Issue, theme: Theme, place: tuple[Unit, int], number: int, layouts: Mapping[str, ArticleLayout]
) -> PlannedPage:
    """Page `number`, which shows a part of a unit."""
    unit, part = place
    right = is_right(number, issue.first_page % 2 == 1)
    label = folio_of(issue, number)
    items = tuple(_placements(issue, theme, unit, part, right, layouts))
    printed = unit.kind == "contents" or (bool(unit.members or unit.shared) and all(_numbered(i, layouts) for i in items))
    return PlannedPage(number, label if printed else None, label, right, items)


def _numbered(item: Placement, layouts: Mapping[str, ArticleLayout]) -> bool:
    """Whether a page with this on it carries a folio: not where an article's picture covers it."""
    return item.kind != "article" or layouts[item.id].pages[item.part - 1].furniture


def _placements(
    issue: Issue, theme: Theme, unit: Unit, part: int, right: bool, layouts: Mapping[str, ArticleLayout],
) -> Iterator[Placement]:
    """What stands on the `part`-th page of a unit."""
    trim = Rect(0.0, 0.0, theme.width, theme.height)
    area = Rect(theme.left(right), theme.top, theme.measure, theme.baseline(theme.lines - 1))
    if unit.kind == "article":
        for member in unit.members:
            own = part - member.first
            if 1 <= own <= member.pages:
                layout = layouts[member.id]
                box = layout.pages[own - 1].box.moved(area.x, area.y)
                yield Placement("article", box, member.id, own, member.pages, layout.template, section=unit.section)
    if unit.shared:
        for each in unit.shared:
            if each.page == part - 1:
                yield Placement("ad", each.box.moved(area.x, area.y), each.id, size=issue.ads[each.id].size, section=unit.section)
    elif unit.kind == "ad":
        yield Placement("ad", trim, unit.id, part, unit.pages, size=issue.ads[unit.id].size, section=unit.section)
    elif unit.kind != "article":
        box = area if unit.kind == "contents" else trim
        yield Placement(unit.kind, box, unit.id, part, unit.pages, section=unit.section)


def facing(issue: Issue, pages: Sequence[PlannedPage]) -> list[Diagnostic]:
    """Advertisements that face one they must not share a spread with."""
    found = []
    for left, right in pairwise(pages):
        if left.right_hand:
            continue
        ads: list[tuple[Ad, PlannedPage]] = [(issue.ads[i.id], p) for p in (left, right) for i in p.items if i.kind == "ad"]
        for ad, page in ads:
            for other, _ in ads:
                if other.id in ad.not_facing:
                    found.append(Diagnostic(
                        "not-facing",
                        say("advertisement {ad} faces {other} on pages {left} and {right}",
                            ad=ad.id, other=other.id, left=left.number, right=right.number),
                        say("move one of them to another place in the outline"), Severity.WARNING, ad.source,
                        page=page.number, ad=ad.id,
                    ))
    return found


def _unlisted(issue: Issue, ctx: Context, contents: Sequence[ContentsLine]) -> Iterator[Diagnostic]:
    """Sections with more articles than their divider can list."""
    for section in issue.outline:
        if isinstance(section, Section) and section.divider is not None:
            lines = [line for line in contents if line.section == section.name]
            key = (section.name, section.divider, *(line.title for line in lines))
            count = remembered(ctx.counts, key, partial(left_out, ctx, section, lines), MOST_COUNTS)
            if count:
                yield Diagnostic(
                    "divider",
                    say("the divider of {section} has no room for {count} of its articles; the contents lists them",
                        section=section.name, count=count),
                    say("divide the section, or give its articles shorter titles for the contents"), Severity.INFO,
                    section.source, value=count, limit=0,
                )


def _thin(layouts: Mapping[str, ArticleLayout], theme: Theme) -> list[str]:
    """Why a last page is emptier than the theme likes."""
    return [
        say("{article}: its last page is {percent} % full with photographs as high as they may be",
            article=layout.article, percent=round(100 * layout.pages[-1].used))
        for layout in layouts.values() if layout.pages[-1].used < theme.fill
    ]


def _with_page(problem: Diagnostic, first: Mapping[str, int]) -> Diagnostic:
    """The diagnostic with its article's page."""
    if problem.page is None and problem.article is not None and problem.article in first:
        return replace(problem, page=first[problem.article])
    return problem
