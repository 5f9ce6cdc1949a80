"""The outline as rows: what each says of its page, length, status and fit. Pure: in an issue as laid out, out a tree of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.gui.outline.things import POOLED, Thing, things_in
from digest_studio.gui.words import said
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.edits import Place
from digest_studio.model.issue import Ad, AdEntry, Article, Issue
from digest_studio.plan.slots import Ground, first_pages

Group = Literal["articles", "ads", "pictures"]
POOL: tuple[Group, ...] = ("articles", "ads", "pictures")


@dataclass(frozen=True, slots=True)
class Fit:
    """How an article fills its pages: lines that find no place, or the empty part of its last page (0 to 1) with the lines that
    it still takes."""

    over: int = 0
    empty: float = 0.0
    under: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `thing` is what it stands for (kinds `pool` and `hint` besides those that can be carried).

    `place`: where it stands; None in the pool. `first`, `last`: its physical pages, if it is printed; `folio`: its page, or its
    pages, as readers count; `pages`: how many, 0 if that is not known; `guessed`: no layout says so.
    """

    thing: Thing
    title: str
    place: Place | None = None
    first: int | None = None
    last: int | None = None
    folio: str = ""
    pages: int = 0
    guessed: bool = False
    status: str = ""
    template: str = ""
    fit: Fit | None = None
    ad: Ad | None = None
    worst: Severity | None = None
    problems: tuple[str, ...] = ()
    children: tuple[Row, ...] = field(default=(), compare=False)


def rows_of(issue: Issue, made: Made | None, loose: Collection[str], problems: Sequence[Diagnostic]) -> tuple[Row, ...]:
    """The outline's rows, then the pool: articles and advertisements without a place, and loose pictures."""
    reader = _Reader(issue, made, problems)
    found: list[Row] = []
    inside: dict[str, list[Row]] = {}
    for thing, place, _ in things_in(issue):
        row = reader.row(thing, place)
        (found if place.section is None else inside.setdefault(place.section, [])).append(row)
    outline = [reader.section(row, inside.get(row.title, ())) if row.thing.kind == "section" else row for row in found]
    return (*(outline or [Row(Thing("hint"), "")]), *reader.pool(loose))


class _Reader:
    """Reads rows off an issue and its plan."""

    def __init__(self, issue: Issue, made: Made | None, problems: Sequence[Diagnostic]) -> None:
        self._issue = issue
        self._made = made
        self._first = first_pages(made.plan) if made else {}
        self._labels = {page.number: page.label for page in made.plan.pages} if made else {}
        self._shared = _shared_pages(made)
        self._ground = Ground(made.issue, made.plan, made.theme) if made else None
        self._problems: dict[tuple[str, str], list[Diagnostic]] = {}
        for problem in problems:
            if problem.rule in ("unplaced-article", "unplaced-ad"):
                continue
            if problem.article or problem.ad:
                key = ("article", problem.article) if problem.article else ("ad", problem.ad or "")
                self._problems.setdefault((key[0], key[1] or ""), []).append(problem)

    def row(self, thing: Thing, place: Place | None) -> Row:
        """The row of a thing. What the outline names and the issue does not have is a row too: positions count them."""
        match thing.kind:
            case "article" if thing.id in self._issue.articles:
                return self._article(thing, place, self._issue.articles[thing.id])
            case "ad" if thing.id in self._issue.ads:
                return self._ad(thing, place, self._issue.ads[thing.id])
            case "section":
                return Row(thing, thing.id, place)
            case "contents":
                pages = self._ground.contents_pages if self._ground else 0
                return Row(thing, "", place, *self._pages(("contents", "", 0), pages), pages)
            case _:
                return Row(thing, thing.id, place, worst=Severity.ERROR)

    def section(self, row: Row, children: Sequence[Row]) -> Row:
        """A section's row with its rows, and the pages from its divider to its last."""
        opening = self._first.get(("divider", row.title, 0))
        firsts = [each.first for each in children if each.first is not None]
        lasts = [each.last for each in children if each.last is not None]
        first, last = opening or min(firsts, default=None), max(lasts, default=opening)
        folio = _folios(self._labels, first, last)
        return Row(row.thing, row.title, row.place, first, last, folio, children=tuple(children))

    def pool(self, loose: Collection[str]) -> Iterator[Row]:
        placed = self._issue.placed()
        booked = {entry.ad for entry, _ in self._issue.entries() if isinstance(entry, AdEntry)}
        found: dict[Group, list[Thing]] = {
            "articles": [Thing("article", name) for name in self._issue.articles if name not in placed],
            "ads": [Thing("ad", name, POOLED) for name in self._issue.ads if name not in booked],
            "pictures": [Thing("picture", name) for name in sorted(loose)],
        }
        for group, things in found.items():
            rows = [Row(t, t.id.rpartition("/")[2]) if t.kind == "picture" else self.row(t, None) for t in things]
            yield Row(Thing("pool", group), "", children=tuple(rows))

    def _article(self, thing: Thing, place: Place | None, article: Article) -> Row:
        layout = self._layout(article)
        pages, guessed = (len(layout.pages), False) if layout else self._guess(article)
        problems = self._problems.get(("article", article.id), [])
        return Row(
            thing, " ".join(article.title.split()) or article.id, place, *self._pages(("article", article.id, 0), pages), pages,
            guessed, article.status, layout.template if layout else "", self._fit(article), None, _worst(problems),
            tuple(problem.message for problem in problems),
        )  # fmt: skip

    def _ad(self, thing: Thing, place: Place | None, ad: Ad) -> Row:
        pages = 2 if ad.size == "spread" else 1
        problems = self._problems.get(("ad", ad.id), [])
        return Row(
            thing, ad.advertiser or ad.id, place, *self._pages(("ad", ad.id, thing.number), pages), pages, ad=ad,
            worst=_worst(problems), problems=tuple(problem.message for problem in problems),
        )  # fmt: skip

    def _guess(self, article: Article) -> tuple[int, bool]:
        if self._ground is None or self._ground.issue.articles.get(article.id) is not article:
            return 0, True
        return self._ground.pages_of(article.id)

    def _pages(self, key: tuple[str, str, int], pages: int) -> tuple[int | None, int | None, str]:
        """First and last page of what is printed, and its first as readers count."""
        first = self._first.get(key)
        return (None, None, "") if first is None else (first, first + max(1, pages) - 1, self._labels.get(first, ""))

    def _layout(self, article: Article) -> ArticleLayout | None:
        """The article as it is set; in the pool, as it would be, once it was laid out as it is now."""
        if self._made is None:
            return None
        placed = self._made.plan.articles.get(article.id)
        same = self._made.issue.articles.get(article.id) is article
        return placed or (self._made.plan.pool.get(article.id) if same else None)

    def _fit(self, article: Article) -> Fit | None:
        """How an article fills its pages. A page that another article ends is not its to fill."""
        layout = self._layout(article)
        if self._made is None or layout is None:
            return None
        last = layout.pages[-1]
        used = last.used
        empty = 1 - used if used < self._made.theme.fill and article.id not in self._shared else 0.0
        return Fit(layout.lines_over, empty, max(0, last.room - last.lines) if empty else 0)


def _shared_pages(made: Made | None) -> frozenset[str]:
    """The articles under whose end another one begins."""
    found = set()
    for page in made.plan.pages if made else ():
        ending = [item.id for item in page.items if item.kind == "article" and item.part == item.parts]
        if len([item for item in page.items if item.kind == "article"]) > 1:
            found |= set(ending)
    return frozenset(found)


def _folios(labels: dict[int, str], first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return ""
    return labels.get(first, "") if first == last else f"{labels.get(first, '')}–{labels.get(last, '')}"


def _worst(problems: Sequence[Diagnostic]) -> Severity | None:
    severities = {problem.severity for problem in problems}
    return next((each for each in Severity if each in severities), None) if severities else None


class Finder:
    """Finds rows by what is typed: every word must occur in title, text, byline, status, or in what is wrong."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[Article, str]] = {}

    def matches(self, wanted: str, row: Row, issue: Issue, status: str) -> bool:
        """Whether the row itself is meant; `status` is its status in the user's language."""
        words = wanted.casefold().split()
        told = f"{row.title} {row.thing.id} {row.status} {status} {' '.join(map(said, row.problems))}".casefold()
        article = issue.articles.get(row.thing.id) if row.thing.kind == "article" else None
        text = self._text(article) if article else ""
        return all(word in told or word in text for word in words)

    def _text(self, article: Article) -> str:
        known = self._texts.get(article.id)
        if known is None or known[0] is not article:
            heads = (article.title, article.contents_title or "", article.kicker, article.standfirst, article.byline)
            self._texts[article.id] = known = (article, "\n".join((*heads, article.markdown)).casefold())
        return known[1]


def all_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows and everything below them."""
    for row in rows:
        yield row
        yield from all_rows(row.children)
