"""What can be taken by the hand in the outline and the flat plan, and how it travels from one to the other. Knows no widget.

A thing is named by what it is, not by where it stands: what is carried stays the same when the issue changes meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from digest_studio.model.arrange import Carried, Pooled, placed_entries
from digest_studio.model.edits import Place
from digest_studio.model.issue import AdEntry, ArticleEntry, ContentsEntry, Issue, OutlineEntry, Section

FORMAT = "application/x-digest-studio-things"
"""The MIME type under which things travel; their drag never leaves the studio."""
POOLED = -1
"""The number of an advertisement that is not placed."""

KINDS = ("article", "ad", "section", "contents", "picture")


class Thing(NamedTuple):
    """An article, an ad, a section, a loose picture by name, or the contents; `number` counts its appearances from 0."""

    kind: str
    id: str = ""
    number: int = 0


def things_in(issue: Issue) -> list[tuple[Thing, Place, OutlineEntry]]:
    """Everything that the outline names, in reading order, with its place."""
    counts: dict[Thing, int] = {}
    found = []
    for place, entry in placed_entries(issue):
        match entry:
            case ArticleEntry(article=name):
                thing = Thing("article", name)
            case AdEntry(ad=name):
                thing = Thing("ad", name)
            case Section(name=name):
                thing = Thing("section", name)
            case ContentsEntry():
                thing = Thing("contents")
        number = counts[thing] = counts.get(thing, -1) + 1
        found.append((thing._replace(number=number), place, entry))
    return found


def places_of(issue: Issue, things: Iterable[Thing]) -> list[Place]:
    """The places of those that stand in the outline, in reading order."""
    wanted = set(things)
    return [place for thing, place, _ in things_in(issue) if thing in wanted]


def carried(issue: Issue, things: Iterable[Thing]) -> list[Carried]:
    """The things as an edit takes them: those of the outline in reading order, then those of the pool."""
    things = list(things)
    made: list[Carried] = list(places_of(issue, things))
    placed = issue.placed()
    for thing in things:
        if thing.kind == "article" and thing.id in issue.articles and thing.id not in placed:
            made.append(Pooled("article", thing.id))
        elif thing.kind == "ad" and thing.number == POOLED and thing.id in issue.ads:
            made.append(Pooled("ad", thing.id))
    return made


def pictures(things: Iterable[Thing]) -> list[str]:
    """The loose pictures among the things."""
    return [thing.id for thing in things if thing.kind == "picture"]


def encoded(issue: Issue, things: Iterable[Thing]) -> bytes:
    return json.dumps({"issue": issue.folder, "things": [list(thing) for thing in things]}).encode()


def decoded(issue: Issue, data: bytes) -> tuple[Thing, ...]:
    """The things, if they are this issue's; none of what is no message of ours."""
    try:
        message = json.loads(data)
        if message["issue"] != issue.folder:
            return ()
        return tuple(Thing(str(kind), str(name), int(number)) for kind, name, number in message["things"] if kind in KINDS)
    except (ValueError, TypeError, KeyError):
        return ()
