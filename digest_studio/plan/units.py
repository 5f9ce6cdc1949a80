"""The outline as a row of units: each takes whole pages, some ask for a side.

In: an issue and its articles' layouts. Out: units in reading order, with what each asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.geometry import Rect
from digest_studio.base.say import Said, say
from digest_studio.layout.result import ArticleLayout
from digest_studio.layout.shared import ad_boxes
from digest_studio.model.issue import Ad, AdEntry, ArticleEntry, ContentsEntry, Issue, Section
from digest_studio.plan.result import Kind
from digest_studio.theme.types import Theme

WHOLE_PAGES = ("full-page", "spread")


class Member(NamedTuple):
    """An article of a unit: its first page within the unit, from 0, and how many it takes."""

    id: str
    first: int
    pages: int


class Shared(NamedTuple):
    """An advertisement of part of a page: on which page of the unit, from 0, and where, in the type area's coordinates."""

    id: str
    page: int
    box: Rect


class Variant(NamedTuple):
    """One of the ways in which a unit may take pages: what it costs more than the cheapest of them, and what it asks for."""

    pages: int
    cost: float = 0.0
    starts_right: bool | None = None
    must: bool = False
    members: tuple[Member, ...] = ()
    shared: tuple[Shared, ...] = ()


class Unit(NamedTuple):
    """A thing that takes `pages` pages. `starts_right`: None, or whether its first page must be right-hand; `must`: that is
    a rule that blanks may serve (a spread), not only a wish. `movable`: it may change places within its section.

    `members`: the articles of a unit of articles, more than one where they share pages; its `id` is the first one's. `shared`:
    advertisements of part of a page that follow them, on pages of the unit. `variants`: the ways in which it may take pages,
    where there are several; the unit itself stands for the one that was taken.
    """

    kind: Kind
    pages: int
    id: str = ""
    section: str = ""
    starts_right: bool | None = None
    must: bool = False
    movable: bool = False
    source: Source | None = None
    members: tuple[Member, ...] = ()
    shared: tuple[Shared, ...] = ()
    variants: tuple[Variant, ...] = ()

    def as_variant(self, variant: Variant) -> Unit:
        """The unit in one of its ways."""
        pages, _, starts_right, must, members, shared = variant
        return self._replace(pages=pages, starts_right=starts_right, must=must, members=members, shared=shared)

    @property
    def varies(self) -> bool:
        """Whether it may take pages in several ways."""
        return self.one_article or self.kind == "contents"

    @property
    def one_article(self) -> bool:
        """Whether it is one article by itself, with the advertisements that may share its last page."""
        return len(self.members) == 1


def units_of(
    issue: Issue, theme: Theme, layouts: Mapping[str, ArticleLayout], contents_pages: int, problems: list[Diagnostic],
) -> tuple[Unit, ...]:
    """All units in the outline's order, the cover first; advertisements with a position of their own are left out."""
    units: list[Unit] = []
    if issue.cover is not None:
        units.append(Unit("cover", 1, starts_right=True))
    for entry in issue.outline:
        match entry:
            case ContentsEntry():
                units.append(Unit("contents", contents_pages, source=entry.source))
            case Section():
                units += _section_units(issue, entry, layouts, problems)
            case ArticleEntry() | AdEntry():
                units += _entry_units(issue, entry, "", layouts, problems)
    return tuple(_with_parts(issue, theme, _joined(units, layouts), problems))


def _with_parts(issue: Issue, theme: Theme, units: Sequence[Unit], problems: list[Diagnostic]) -> Iterator[Unit]:
    """Advertisements of part of a page, as many as follow each other, joined to the article before them, or to a unit of their
    own."""
    row: list[Unit] = []
    for fractional, run in groupby(units, key=lambda unit: unit.kind == "ad" and issue.ads[unit.id].size not in WHOLE_PAGES):
        if not fractional:
            row += run
            continue
        ads = []
        for unit in run:
            ad = issue.ads[unit.id]
            if ad.size in theme.ad_sizes and ad_boxes(theme, (ad.size,)):
                ads.append(unit)
            else:
                problems.append(_no_such_size(theme, ad, unit.source))
        before = row[-1] if row and row[-1].kind == "article" and ads and row[-1].section == ads[0].section else None
        pages, shared = packed(theme, [issue.ads[unit.id] for unit in ads])
        if before is not None:
            later = tuple(each._replace(page=each.page + before.pages) for each in shared)
            row[-1] = before._replace(pages=before.pages + pages, shared=later)
        elif ads:
            row.append(ads[0]._replace(pages=pages, shared=shared))
    return iter(row)


def packed(theme: Theme, ads: Sequence[Ad]) -> tuple[int, tuple[Shared, ...]]:
    """The advertisements on pages of their own, as many on each as fit: how many pages, and where each stands."""
    pages: list[list[Ad]] = []
    for ad in ads:
        if pages and ad_boxes(theme, [each.size for each in (*pages[-1], ad)]):
            pages[-1].append(ad)
        else:
            pages.append([ad])
    return len(pages), tuple(shared for n, page in enumerate(pages) for shared in boxed(theme, page, n))


def boxed(theme: Theme, ads: Sequence[Ad], page: int) -> tuple[Shared, ...]:
    """The advertisements together on one page of a unit."""
    boxes = ad_boxes(theme, [ad.size for ad in ads])
    assert boxes is not None
    return tuple(Shared(ad.id, page, box) for ad, box in zip(ads, boxes, strict=True))


def _joined(units: Sequence[Unit], layouts: Mapping[str, ArticleLayout]) -> list[Unit]:
    """Articles that begin on the last page of the article before them become one unit with it."""
    row: list[Unit] = []
    for unit in units:
        if unit.kind == "article" and layouts[unit.id].start:
            before = row.pop()
            member = Member(unit.id, before.pages - 1, unit.pages)
            row.append(before._replace(pages=before.pages + unit.pages - 1, members=(*before.members, member)))
        else:
            row.append(unit)
    return row


def _section_units(
    issue: Issue, section: Section, layouts: Mapping[str, ArticleLayout], problems: list[Diagnostic],
) -> Iterator[Unit]:
    if section.divider is not None and section.items:
        side = section.divider.side
        yield Unit("divider", 1, section.name, section.name, None if side == "any" else side == "right", source=section.source)
    for item in section.items:
        yield from _entry_units(issue, item, section.name, layouts, problems)


def _entry_units(
    issue: Issue, entry: ArticleEntry | AdEntry, section: str, layouts: Mapping[str, ArticleLayout], problems: list[Diagnostic],
) -> Iterator[Unit]:
    if isinstance(entry, ArticleEntry):
        layout = layouts.get(entry.article)
        if layout is not None:
            spread = False if layout.spread else None
            pages = len(layout.pages)
            yield Unit("article", pages, entry.article, section, spread, must=layout.spread, source=entry.source,
                       members=(Member(entry.article, 0, pages),))
        return
    ad = issue.ads.get(entry.ad)
    if ad is None or ad.position != "any":
        return
    if ad.size == "spread":
        yield Unit("ad", 2, ad.id, section, False, must=True, movable=not ad.fixed, source=entry.source)
    else:
        side = None if ad.side == "any" else ad.side == "right"
        movable = not ad.fixed and bool(section) and ad.size == "full-page"
        yield Unit("ad", 1, ad.id, section, side, movable=movable, source=entry.source)


def position_words(ad: Ad) -> Said:
    """Where an advertisement is booked that does not stand where the outline has it."""
    match ad.position:
        case "inside-front-cover":
            return say("inside front cover")
        case "inside-back-cover":
            return say("inside back cover")
        case _:
            return say("back cover")


def _no_such_size(theme: Theme, ad: Ad, source: Source | None) -> Diagnostic:
    return Diagnostic(
        "ad-size", say("advertisement {ad} is {size}, which has no place on a page of the theme {theme}", ad=ad.id, size=ad.size,
                       theme=theme.name),
        say("give the theme this size, or book another one"), source=source, ad=ad.id, value=ad.size,
    )
