"""What stands below a thumbnail: whose page it is, and in which colour. Pure, but for the colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor

from digest_studio.app.session import Made
from digest_studio.gui.colours import ADVERTISEMENT, STATUS, section_colours
from digest_studio.gui.flatplan.words import tr
from digest_studio.gui.outline.things import Thing
from digest_studio.model.issue import Issue
from digest_studio.plan.result import Placement, PlannedPage
from digest_studio.plan.slots import first_pages

Colouring = Literal["section", "status", "none"]
Numbers = Mapping[tuple[str, str, int], int]
"""Which appearance (from 0) of a thing begins on a page, by kind, id and page."""


@dataclass(frozen=True, slots=True)
class Caption:
    """`title`: of what begins on the page, "" where nothing does; `thing`: what a drag takes up from it, if anything."""

    label: str
    title: str
    colour: QColor | None
    thing: Thing | None
    section: str = ""


def captions(made: Made, colouring: Colouring) -> dict[int, Caption]:
    """Every page's caption, by its physical number."""
    sections = section_colours(made.issue, made.theme)
    numbers = {(kind, name, page): count for (kind, name, count), page in first_pages(made.plan).items()}
    return {page.number: _caption(made.issue, page, colouring, sections, numbers) for page in made.plan.pages}


def _caption(
    issue: Issue, page: PlannedPage, colouring: Colouring, sections: Mapping[str, QColor], numbers: Numbers,
) -> Caption:
    begins = next((item for item in page.items if item.part == 1 and item.kind != "blank"), None)
    item = begins or next(iter(page.items), None)
    if item is None or item.kind == "blank":
        return Caption(page.label, "", None, None)
    title = title_of(issue, item) if begins is not None else ""
    thing = thing_on(item, page.number, numbers)
    return Caption(page.label, title, _colour(issue, item, colouring, sections), thing, item.section)


def thing_on(item: Placement, page: int, numbers: Numbers) -> Thing | None:
    """What can be carried away from a page."""
    match item.kind:
        case "article":
            return Thing("article", item.id)
        case "ad":
            return Thing("ad", item.id, numbers.get(("ad", item.id, page - item.part + 1), 0))
        case "divider":
            return Thing("section", item.id)
        case "contents":
            return Thing("contents")
        case _:
            return None


def title_of(issue: Issue, item: Placement) -> str:
    """A placement's name, in the words of the issue."""
    match item.kind:
        case "article":
            article = issue.articles.get(item.id)
            return " ".join(article.title.split()) if article else item.id
        case "ad":
            ad = issue.ads.get(item.id)
            return ad.advertiser or item.id if ad else item.id
        case "divider":
            return item.id
        case _:
            return ""


def _colour(issue: Issue, item: Placement, colouring: Colouring, sections: Mapping[str, QColor]) -> QColor | None:
    if colouring == "none":
        return None
    if item.kind == "ad":
        return ADVERTISEMENT
    if colouring == "status":
        article = issue.articles.get(item.id) if item.kind == "article" else None
        return STATUS[article.status] if article else None
    return sections.get(item.section)


def legend(made: Made, colouring: Colouring) -> tuple[tuple[str, QColor], ...]:
    """What the colours mean, in the order of the issue."""
    if colouring == "none":
        return ()
    if colouring == "status":
        names = {"draft": tr("Draft"), "edited": tr("Edited"), "approved": tr("Approved")}
        found = [(names[status], colour) for status, colour in STATUS.items()]
    else:
        found = list(section_colours(made.issue, made.theme).items())
    return (*found, (tr("Advertisement"), ADVERTISEMENT))
