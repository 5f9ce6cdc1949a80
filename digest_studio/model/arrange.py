"""Edits of the outline as one drags things about: several at once, sections too, from the pool and back.

Each is pure and returns an `Edit`. A `Place` to go to is counted in the outline as it stands before the edit, which is what
an insertion mark between two rows shows. Wishes that no outline can hold (a section within a section) raise ValueError;
`may_stand` says so before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass
from digest_studio.model.edits import Edit, Place
from digest_studio.model.issue import Ad, AdEntry, Article, ArticleEntry, ContentsEntry, Cover, Issue, OutlineEntry, Section
from digest_studio.model.label import LONGEST, Label
from digest_studio.model.wording import field_names, quoted
from digest_studio.source.nodes import shown


@dataclass(frozen=True, slots=True)
class Pooled:
    """An article or a booked advertisement by its id, wherever it stands or does not stand."""

    kind: Literal["article", "ad"]
    id: str


Carried = Place | Pooled
"""What is taken by the hand: a row of the outline, or something of the pool."""


def entry_at(issue: Issue, place: Place) -> OutlineEntry:
    """What stands at a place. Raises IndexError and KeyError."""
    return _lists(issue)[place.section][place.position]


def may_stand(issue: Issue, carried: Iterable[Carried], section: str | None) -> bool:
    """Whether all of `carried` may stand in that section (None: in the outline itself)."""
    return section is None or all(isinstance(_entry(issue, each), ArticleEntry | AdEntry) for each in carried)


def carry(issue: Issue, carried: Sequence[Carried], target: Place) -> Edit:
    """Moves rows and places things of the pool, all together before `target`, in the order in which they are given.

    An article of the pool that stands somewhere by now is moved from there: an article stands in the outline once.
    """
    if not may_stand(issue, carried, target.section):
        raise ValueError("a section holds articles and advertisements only")
    carried = _outermost(issue, carried)
    places = [each for each in carried if isinstance(each, Place)]
    entries = [_entry(issue, each) for each in carried]
    position = target.position - sum(p.section == target.section and p.position < target.position for p in places)
    made = _without(issue, places)
    there = _lists(made)[target.section]
    made = _with_entries(made, target.section, (*there[:position], *entries, *there[position:]))
    return _carried_label(issue, entries, places, target.section), made


def unplace(issue: Issue, places: Collection[Place]) -> Edit:
    """Takes rows out of the outline: articles and advertisements stay in the pool, a section's items with them."""
    entries = [entry_at(issue, place) for place in sorted(places, key=_reading_order)]
    if len(entries) == 1 and isinstance(entries[0], Section):
        return remove_section(issue, entries[0].name)
    label = Label("Take {name} out", name=name_of(issue, entries[0])) if len(entries) == 1 else Label(
        "Take {count} entries out", count=len(entries)
    )
    return label, _without(issue, places)


def move_section(issue: Issue, section: str, position: int) -> Edit:
    """Moves a section before the outline's `position`-th entry."""
    return carry(issue, [section_place(issue, section)], Place(None, position))


def section_place(issue: Issue, section: str) -> Place:
    """Where a section stands. Raises KeyError."""
    for position, entry in enumerate(issue.outline):
        if isinstance(entry, Section) and entry.name == section:
            return Place(None, position)
    raise KeyError(section)


def add_section(issue: Issue, name: str, position: int | None = None) -> Edit:
    """Opens an empty section before the outline's `position`-th entry, or at its end. The name must be free."""
    if name in section_names(issue):
        raise ValueError(f"there is a section {name!r}")
    at = len(issue.outline) if position is None else position
    made = replace(issue, outline=(*issue.outline[:at], Section(name), *issue.outline[at:]))
    return Label("Add the section “{section}”", section=name), made


def remove_section(issue: Issue, name: str) -> Edit:
    """Removes a section; its articles and advertisements stay in the pool."""
    return Label("Remove the section “{section}”", section=name), _without(issue, [section_place(issue, name)])


def rename_section(issue: Issue, name: str, new: str) -> Edit:
    """Gives a section another name, which must be free."""
    if new != name and new in section_names(issue):
        raise ValueError(f"there is a section {new!r}")
    label = Label("Rename the section “{section}” to “{new}”", section=name, new=new)
    return label, set_section(issue, name, {"name": new})[1]


def section_names(issue: Issue) -> tuple[str, ...]:
    return tuple(entry.name for entry in issue.outline if isinstance(entry, Section))


def free_section_name(issue: Issue, wished: str) -> str:
    """`wished`, with a number if there is such a section."""
    names = section_names(issue)
    return next(name for n in range(1, len(names) + 2) if (name := wished if n == 1 else f"{wished} {n}") not in names)


def set_section(issue: Issue, name: str, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of a section, named as in `Section`."""
    position = section_place(issue, name).position
    section = replace(issue.outline[position], **changes)
    made = replace(issue, outline=(*issue.outline[:position], section, *issue.outline[position + 1 :]))
    return Label("Change {fields} of the section “{section}”", fields=field_names(changes), section=name), made


def set_in_contents(issue: Issue, article: str, listed: bool) -> Edit:
    """Lists a placed article in the contents, or keeps it out."""
    place = _article_place(issue, Pooled("article", article))
    label = Label("List {name} in the contents" if listed else "Keep {name} out of the contents", name=_title(issue, article))
    if place is None:
        return label, issue
    entry = ArticleEntry(article, listed, entry_at(issue, place).source)
    there = _lists(issue)[place.section]
    return label, _with_entries(issue, place.section, (*there[: place.position], entry, *there[place.position + 1 :]))


# --- new articles and advertisements


def add_article(issue: Issue, article: Article, target: Place | None = None) -> Edit:
    """Adds an article with a new id: to the pool, or before `target`."""
    if article.id in issue.articles:
        raise ValueError(f"there is an article {article.id!r}")
    made = replace(issue, articles={**issue.articles, article.id: article})
    if target:
        made = carry(made, [Pooled("article", article.id)], target)[1]
    return Label("Add {name}", name=_title(made, article.id)), made


def add_ad(issue: Issue, ad: Ad, target: Place | None = None) -> Edit:
    """Books an advertisement with a new id: in the pool, or before `target`."""
    if ad.id in issue.ads:
        raise ValueError(f"there is an advertisement {ad.id!r}")
    made = replace(issue, ads={**issue.ads, ad.id: ad})
    if target:
        made = carry(made, [Pooled("ad", ad.id)], target)[1]
    return Label("Add the advertisement {ad}", ad=ad.advertiser or ad.id), made


def remove_ad(issue: Issue, ad: str) -> Edit:
    """Cancels an advertisement: out of the outline and of the bookings, and nobody need avoid it any more."""
    kept = {
        name: replace(other, not_facing=tuple(each for each in other.not_facing if each != ad))
        for name, other in issue.ads.items()
        if name != ad
    }
    places = [place for place, entry in placed_entries(issue) if isinstance(entry, AdEntry) and entry.ad == ad]
    made = replace(_without(issue, places), ads=kept)
    return Label("Remove the advertisement {ad}", ad=issue.ads[ad].advertiser or ad), made


def without_article(issue: Issue, article: str) -> Issue:
    """The issue without an article whose file is gone: out of the outline and of the cover's lines too."""
    place = _article_place(issue, Pooled("article", article))
    made = _without(issue, [place]) if place else issue
    cover = made.cover
    if isinstance(cover, Cover) and any(line.article == article for line in cover.headlines):
        cover = replace(cover, headlines=tuple(line for line in cover.headlines if line.article != article))
    return replace(made, cover=cover, articles={name: each for name, each in made.articles.items() if name != article})


def set_ad(issue: Issue, ad: str, changes: Mapping[str, Any]) -> Edit:
    """Sets fields of an advertisement, named as in `Ad`."""
    changed = replace(issue.ads[ad], **changes)
    label = Label("Change {fields} of the advertisement {ad}", fields=field_names(changes), ad=changed.advertiser or ad)
    return label, replace(issue, ads={**issue.ads, ad: changed})


# --- words


def name_of(issue: Issue, entry: OutlineEntry) -> Said:
    """What an entry is called in a label."""
    match entry:
        case ArticleEntry():
            return _title(issue, entry.article)
        case AdEntry():
            return say("the advertisement {ad}", ad=shown(entry.ad, LONGEST))
        case Section():
            return say("the section “{section}”", section=shown(entry.name, LONGEST))
        case ContentsEntry():
            return say("the contents")


def _carried_label(issue: Issue, entries: Sequence[OutlineEntry], origins: Sequence[Place], section: str | None) -> Label:
    """What was moved or, from the pool, placed; with the section that it came to. Whole patterns: they are translated."""
    count, name, moved = len(entries), name_of(issue, entries[0]), bool(origins)
    if section is None or (moved and all(place.section == section for place in origins)):
        if count == 1:
            return Label("Move {name}" if moved else "Place {name}", name=name)
        return Label("Move {count} entries" if moved else "Place {count} entries", count=count)
    if count == 1:
        return Label("Move {name} to {section}" if moved else "Place {name} in {section}", name=name, section=section)
    return Label(
        "Move {count} entries to {section}" if moved else "Place {count} entries in {section}", count=count, section=section
    )


def _title(issue: Issue, article: str) -> Said:
    known = issue.articles.get(article)
    return quoted(known.title if known and known.title.split() else article)


# --- the outline as lists


def placed_entries(issue: Issue) -> list[tuple[Place, OutlineEntry]]:
    """Every entry with its place, sections before their items."""
    found: list[tuple[Place, OutlineEntry]] = []
    for position, entry in enumerate(issue.outline):
        found.append((Place(None, position), entry))
        if isinstance(entry, Section):
            found += [(Place(entry.name, n), item) for n, item in enumerate(entry.items)]
    return found


def _lists(issue: Issue) -> dict[str | None, tuple[OutlineEntry, ...]]:
    """The outline's own entries under None, each section's items under its name."""
    return {None: issue.outline, **{entry.name: entry.items for entry in issue.outline if isinstance(entry, Section)}}


def _entry(issue: Issue, carried: Carried) -> OutlineEntry:
    if isinstance(carried, Place):
        return entry_at(issue, carried)
    return AdEntry(carried.id) if carried.kind == "ad" else ArticleEntry(carried.id)


def _outermost(issue: Issue, carried: Sequence[Carried]) -> list[Carried]:
    """What is carried, each once, without the items of sections that are carried themselves. An article of the pool that
    stands somewhere is that place."""
    found = dict.fromkeys(_article_place(issue, each) or each if isinstance(each, Pooled) else each for each in carried)
    sections = {e.name for each in found if isinstance(each, Place) and isinstance(e := entry_at(issue, each), Section)}
    return [each for each in found if not (isinstance(each, Place) and each.section in sections)]


def _article_place(issue: Issue, pooled: Pooled) -> Place | None:
    if pooled.kind == "ad":
        return None
    return next((p for p, e in placed_entries(issue) if isinstance(e, ArticleEntry) and e.article == pooled.id), None)


def _reading_order(place: Place) -> tuple[str, int]:
    return place.section or "", place.position


def _without(issue: Issue, places: Collection[Place]) -> Issue:
    """The issue without what stands at `places`."""
    gone: dict[str | None, set[int]] = {}
    for place in places:
        gone.setdefault(place.section, set()).add(place.position)
    inside = issue
    for section, positions in gone.items():
        if section is not None:
            items = _lists(issue)[section]
            inside = _with_entries(inside, section, [each for n, each in enumerate(items) if n not in positions])
    outside = gone.get(None, set())
    return replace(inside, outline=tuple(each for n, each in enumerate(inside.outline) if n not in outside))


def _with_entries(issue: Issue, section: str | None, entries: Sequence[OutlineEntry]) -> Issue:
    if section is None:
        return replace(issue, outline=tuple(entries))
    items = tuple(entry for entry in entries if isinstance(entry, ArticleEntry | AdEntry))
    outline = tuple(
        replace(entry, items=items) if isinstance(entry, Section) and entry.name == section else entry for entry in issue.outline
    )
    return replace(issue, outline=outline)
