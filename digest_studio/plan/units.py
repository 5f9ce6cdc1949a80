"""The outline as a row of units: each takes whole pages, some ask for a side.

In: an issue and its articles' layouts. Out: units in reading order, with what each asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, say
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Ad, AdEntry, ArticleEntry, ContentsEntry, Issue, Section
from digest_studio.plan.result import Kind

WHOLE_PAGES = ("full-page", "spread")


class Member(NamedTuple):
    """An article of a unit: its first page within the unit, from 0, and how many it takes."""

    id: str
    first: int
    pages: int


class Variant(NamedTuple):
    """One of the ways in which a unit may take pages: what it costs more than the cheapest of them, and what it asks for."""

    pages: int
    cost: float = 0.0
    starts_right: bool | None = None
    must: bool = False
    members: tuple[Member, ...] = ()


class Unit(NamedTuple):
    """A thing that takes `pages` pages. `starts_right`: None, or whether its first page must be right-hand; `must`: that is
    a rule that blanks may serve (a spread), not only a wish. `movable`: it may change places within its section.

    `members`: the articles of a unit of articles, more than one where they share pages; its `id` is the first one's.
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
    variants: tuple[Variant, ...] = ()

    def as_variant(self, variant: Variant) -> Unit:
        """The unit in one of its ways."""
        return self._replace(pages=variant.pages, starts_right=variant.starts_right, must=variant.must, members=variant.members)


def units_of(
    issue: Issue, layouts: Mapping[str, ArticleLayout], contents_pages: int, problems: list[Diagnostic],
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
    return tuple(_joined(units, layouts))


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
    if ad.size not in WHOLE_PAGES:
        problems.append(_fractional(ad, entry.source))
        return
    if ad.size == "spread":
        yield Unit("ad", 2, ad.id, section, False, must=True, movable=not ad.fixed, source=entry.source)
    else:
        side = None if ad.side == "any" else ad.side == "right"
        yield Unit("ad", 1, ad.id, section, side, movable=not ad.fixed and bool(section), source=entry.source)


def position_words(ad: Ad) -> Said:
    """Where an advertisement is booked that does not stand where the outline has it."""
    match ad.position:
        case "inside-front-cover":
            return say("inside front cover")
        case "inside-back-cover":
            return say("inside back cover")
        case _:
            return say("back cover")


def _fractional(ad: Ad, source: Source | None) -> Diagnostic:
    return Diagnostic(
        "fractional-ad",
        say("advertisement {ad} is {size}: only full-page and spread advertisements can be placed yet", ad=ad.id, size=ad.size),
        say("book it as full-page, or take it out of the outline until shared pages come"),
        source=source, ad=ad.id, value=ad.size, limit="full-page",
    )
