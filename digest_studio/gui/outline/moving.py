"""What a drop, a paste or a key does to the outline: edits of the issue, and why there are none. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from digest_studio.gui.outline.things import Thing, carried, pictures, places_of
from digest_studio.model.alter import add_photos
from digest_studio.model.arrange import carry, entry_at, may_stand, section_place, unplace
from digest_studio.model.edits import Edit, Place
from digest_studio.model.issue import AdEntry, Issue, Photo, Section
from digest_studio.model.label import Label

Way = Literal["up", "down", "out", "into"]


def dropped(issue: Issue, things: Sequence[Thing], place: Place) -> Edit | str:
    """Puts things before `place`; or why they may not stand there."""
    taken = carried(issue, things)
    if pictures(things):
        return Label("a picture stands with an article: drop it on one")
    if not taken:
        return Label("what is carried is no longer there")
    if not may_stand(issue, taken, place.section):
        return Label("only articles and advertisements stand within {section}", section=place.section or "")
    return fixed(issue, things) or carry(issue, taken, place)


def taken_out(issue: Issue, things: Sequence[Thing]) -> Edit | str:
    """Takes things out of the outline, to the pool."""
    places = places_of(issue, things)
    return unplace(issue, places) if places else Label("it is in the pool already")


def illustrated(issue: Issue, things: Sequence[Thing], article: str) -> Edit | str:
    """Gives loose pictures to an article."""
    found = pictures(things)
    if not found or len(found) < len(things):
        return Label("an article takes pictures only")
    return add_photos(issue, article, tuple(Photo(name) for name in found))


def fixed(issue: Issue, things: Sequence[Thing]) -> str:
    """Why things may not be moved by hand; "" if they may."""
    for place in places_of(issue, things):
        entry = entry_at(issue, place)
        ad = issue.ads.get(entry.ad) if isinstance(entry, AdEntry) else None
        if ad is not None and ad.fixed:
            return Label("fixed: {ad} may not be moved from its place in the outline", ad=ad.advertiser or ad.id)
    return ""


def nudged(issue: Issue, things: Sequence[Thing], way: Way) -> Edit | str:
    """Moves things by one place, together; "" when there is nowhere to go.

    `up` and `down` go through all places, in and out of sections; `out` leaves the section, `into` enters the one above.
    """
    taken = carried(issue, things)
    places = [each for each in taken if isinstance(each, Place)]
    if not places:
        return ""
    items_only = may_stand(issue, places, "")
    match way:
        case "up":
            target = _above(issue, places[0], items_only)
        case "down":
            target = _below(issue, places[-1], items_only)
        case "out":
            target = _outside(issue, places[-1])
        case "into":
            target = _within(issue, places[0]) if items_only else None
    return (fixed(issue, things) or carry(issue, places, target)) if target else ""


def _above(issue: Issue, place: Place, items_only: bool) -> Place | None:
    if place.section is not None:
        return Place(place.section, place.position - 1) if place.position else section_place(issue, place.section)
    if not place.position:
        return None
    above = issue.outline[place.position - 1]
    if isinstance(above, Section) and items_only:
        return Place(above.name, len(above.items))
    return Place(None, place.position - 1)


def _below(issue: Issue, place: Place, items_only: bool) -> Place | None:
    if place.section is not None:
        at = section_place(issue, place.section).position
        section = issue.outline[at]
        assert isinstance(section, Section)
        return Place(place.section, place.position + 2) if place.position + 1 < len(section.items) else Place(None, at + 1)
    if place.position + 1 >= len(issue.outline):
        return None
    below = issue.outline[place.position + 1]
    return Place(below.name, 0) if isinstance(below, Section) and items_only else Place(None, place.position + 2)


def _outside(issue: Issue, place: Place) -> Place | None:
    return Place(None, section_place(issue, place.section).position + 1) if place.section is not None else None


def _within(issue: Issue, place: Place) -> Place | None:
    """The end of the section above what stands outside sections, or else the beginning of the one below."""
    if place.section is not None:
        return None
    above = [entry for entry in issue.outline[: place.position] if isinstance(entry, Section)]
    below = [entry for entry in issue.outline[place.position :] if isinstance(entry, Section)]
    if above:
        return Place(above[-1].name, len(above[-1].items))
    return Place(below[0].name, 0) if below else None
