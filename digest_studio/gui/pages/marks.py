"""Frames' names, as layout gives them, and selections: what a click means, and what is outlined for a selection."""

from __future__ import annotations

from dataclasses import replace

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.hit import hit, placed_frames
from digest_studio.gui.selection import Selection
from digest_studio.model.issue import Issue

PHOTO = ":photo"


def selected_by(name: str, page: int) -> Selection:
    """What the frame `name` on page `page` stands for."""
    whole, _, rest = name.partition(PHOTO)
    kind, _, key = whole.partition(":")
    match kind, bool(key), name.endswith(PHOTO):
        case ("cover" | "contents"), False, True:
            return Selection("photo", page=page, owner=kind)
        case ("cover" | "contents"), False, False:
            return Selection(kind, page=page)
        case "divider", True, True:
            return Selection("photo", key, page=page, owner="divider")
        case "divider", True, False:
            return Selection("section", key, page=page)
        case ("article" | "ad"), True, False:
            return Selection(kind, key, page=page)
    number = rest.removeprefix(":")
    if not number.isdecimal():
        return Selection("page", page=page)
    if number == "0":  # the author's portrait has no number of its own
        return Selection("photo", whole, page=page, owner="author")
    return Selection("photo", whole, int(number) - 1, page)


def name_of(selection: Selection) -> str:
    """The name of the frames that stand for a selection; "" if none does."""
    match selection.kind, selection.owner:
        case "photo", "article":
            return f"{selection.id}{PHOTO}:{selection.index + 1}"
        case "photo", "author":
            return f"{selection.id}{PHOTO}:0"
        case "photo", "divider":
            return f"divider:{selection.id}{PHOTO}"
        case "photo", owner:
            return f"{owner}{PHOTO}"
        case "section", _:
            return f"divider:{selection.id}"
        case ("article" | "ad") as kind, _:
            return f"{kind}:{selection.id}"
        case ("cover" | "contents") as kind, _:
            return kind
        case _:
            return ""


def under(page: Page, x: float, y: float) -> tuple[Selection, ...]:
    """Everything that may be selected at a point of a page (points from the trim's corner), the topmost first.

    An article's photo comes before the article, also where it covers the whole page.
    """
    found = [selected_by(frame.name, page.number) for frame in hit(page, x, y)]
    found.sort(key=lambda each: not (each.kind == "photo" and each.owner in ("article", "author")))
    return (*found, Selection("page", page=page.number))


def boxes(page: Page, selection: Selection) -> tuple[Rect, ...]:
    """The frames on `page` that stand for the selection."""
    if selection.kind == "page":
        return (Rect(0.0, 0.0, page.width, page.height),) if selection.page == page.number else ()
    name = name_of(selection)
    return tuple(frame.box for frame in placed_frames(page) if frame.name == name) if name else ()


def same_thing(one: Selection, other: Selection) -> bool:
    """Whether two selections mean the same thing, on whichever page."""
    return replace(one, page=None) == replace(other, page=None)


def title_of(name: str, issue: Issue) -> str:
    """A frame's name for people; "" where it would say nothing."""
    chosen = selected_by(name, 0)
    match chosen.kind:
        case "article":
            article = issue.articles.get(chosen.id)
            return article.title.replace("\n", " ") if article else chosen.id
        case "ad":
            ad = issue.ads.get(chosen.id)
            return ad.advertiser if ad and ad.advertiser else chosen.id
        case "section":
            return chosen.id
        case _:
            return ""
