"""From a problem to the place in the window where it can be put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.model.issue import AdEntry, Article, ArticleEntry, ContentsEntry, Issue, Section

CONFLICT = "changed-on-disk"
"""The rule of a file that changed here and outside."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a problem leads: what to select, and whether to its text, to the choice of a conflict, or to a page."""

    selection: Selection
    to: Literal["page", "text", "fields", "choice"] = "fields"
    file: str = ""


def goal_of(problem: Diagnostic, issue: Issue, body_lines: dict[str, int]) -> Goal:
    """Where `problem` is put right. `body_lines` gives, by article, the line of its file in which its text begins."""
    if problem.rule == CONFLICT and problem.source:
        return Goal(NOTHING, "choice", problem.source.file)
    article = issue.articles.get(_article_of(problem, issue))
    if article is not None:
        return _in_article(problem, article, body_lines.get(article.id, 1))
    found = _ad(problem, issue) or _by_source(problem.source, issue)
    if found is None and problem.page:
        return Goal(Selection("page", page=problem.page), "page")
    return Goal(replace(found or NOTHING, page=problem.page), "page" if problem.page else "fields")


def _article_of(problem: Diagnostic, issue: Issue) -> str:
    if problem.article:
        return problem.article
    files = {article.source.file: article.id for article in issue.articles.values() if article.source}
    return files.get(problem.source.file, "") if problem.source else ""


def _in_article(problem: Diagnostic, article: Article, body_line: int) -> Goal:
    line = problem.source.line if problem.source else 0
    if problem.rule == "text-over" or (line >= body_line and not _is_photo(problem, article)):
        at = line if line >= body_line else None
        return Goal(Selection("article", article.id, page=problem.page, line=at), "text")
    to: Literal["page", "fields"] = "page" if problem.page else "fields"
    for index, photo in enumerate(article.photos):
        if photo.source and photo.source == problem.source:
            return Goal(Selection("photo", article.id, index, problem.page), to)
    portrait = article.author.photo if article.author else None
    if portrait and portrait.source and portrait.source == problem.source:
        return Goal(Selection("photo", article.id, page=problem.page, owner="author"), to)
    return Goal(Selection("article", article.id, page=problem.page), to)


def _is_photo(problem: Diagnostic, article: Article) -> bool:
    return any(photo.source and photo.source == problem.source for photo in article.photos)


def _ad(problem: Diagnostic, issue: Issue) -> Selection | None:
    return Selection("ad", problem.ad, page=problem.page) if problem.ad in issue.ads and problem.ad else None


def _by_source(source: Source | None, issue: Issue) -> Selection | None:
    """What of issue.yaml stands in that line."""
    return next((chosen for at, chosen in _places(issue) if at == source), None) if source else None


def _places(issue: Issue) -> Iterator[tuple[Source | None, Selection]]:
    """Where in issue.yaml what can be selected stands; the narrower before the wider."""
    if issue.cover and issue.cover.photo:
        yield issue.cover.photo.source, Selection("photo", owner="cover")
    for entry in issue.outline:
        if isinstance(entry, Section):
            if entry.divider and entry.divider.photo:
                yield entry.divider.photo.source, Selection("photo", entry.name, owner="divider")
            yield entry.source, Selection("section", entry.name)
        elif isinstance(entry, ContentsEntry) and entry.photo:
            yield entry.photo.source, Selection("photo", owner="contents")
    for item, _ in issue.entries():
        if isinstance(item, ArticleEntry) and item.article in issue.articles:
            yield item.source, Selection("article", item.article)
        elif isinstance(item, AdEntry) and item.ad in issue.ads:
            yield item.source, Selection("ad", item.ad)
    for ad in issue.ads.values():
        yield ad.source, Selection("ad", ad.id)
