"""The flat plan: which page carries what, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect
from digest_studio.layout.result import ArticleLayout

Kind = Literal["cover", "contents", "divider", "article", "ad", "blank"]


@dataclass(frozen=True, slots=True)
class Placement:
    """One thing on a page. `id` is the article's or ad's id, or the section's name; `box` in points from the trim."""

    kind: Kind
    box: Rect
    id: str = ""
    part: int = 1
    parts: int = 1
    template: str = ""
    size: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page: physical number from 1, the folio that is printed (None: none), what stands on it."""

    number: int
    folio: str | None
    label: str
    right_hand: bool
    items: tuple[Placement, ...]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: where the article stands is computed, never typed. `section` "" is outside sections."""

    section: str
    article: str
    title: str
    page: int
    folio: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    pages: tuple[PlannedPage, ...]
    contents: tuple[ContentsLine, ...]
    articles: Mapping[str, ArticleLayout]
    notes: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
