"""What an article can be: for each number of pages its cheapest layout, and the cheapest of all.

In: an article and its wishes. Out: `Choices`. Candidates come in the order of what they cost by arithmetic (candidates.py). They
are poured, which tells whether they hold the text and what a reader would see amiss (flaws.py), until no other can be cheaper
than the cheapest so far: that one is an outcome. The planner, which looks at the whole issue, picks among the outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Any, NamedTuple

from digest_studio.base.colour import Colour
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import listed, say
from digest_studio.layout.article import lay_out, left_over, pour_text
from digest_studio.layout.candidates import Candidate, in_order, least_cost, least_high, least_pages, most_pages
from digest_studio.layout.columns import Poured
from digest_studio.layout.context import Context
from digest_studio.layout.draft import Draft, Shelf
from digest_studio.layout.flaws import flaws
from digest_studio.layout.glyphs import missing_glyphs
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Article

LIKELY = 5  # articles whose growth by a page is laid out before anybody asks, where that costs no time
LEAST_SHARED = 8  # grid lines under the head without which an article does not begin on a shared page


class Wish(NamedTuple):
    """What a planner asks an article to be: on so many pages, one spread or not, with advertisements on its last page."""

    pages: int
    spread: bool = False
    ads: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """An article as wished, and what it costs. `layout` None: nothing is poured yet, and it costs at least so much."""

    cost: float
    layout: ArticleLayout | None


def variants(ctx: Context, article: Article) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The names of the templates that the article's wish allows, and what is wrong with the wish."""
    names = tuple(ctx.theme.templates)
    wish = article.template
    family = "news" if wish == "auto" else wish
    if wish in names:
        return (wish,), ()
    found = tuple(n for n in names if n.split("/")[0] == family)
    if found:
        return found, ()
    families = sorted({n.split("/")[0] for n in names})
    problem = Diagnostic(
        "unknown-template", say("the theme {theme} has no template {wish!r}", theme=ctx.theme.name, wish=wish),
        say("use auto, a family ({families}) or one of its variants", families=listed(families, ", ")), source=article.source,
        article=article.id,
    )
    return tuple(n for n in names if n.startswith("news/")) or names, (problem,)


class Choices:
    """An article's outcomes, each made when it is asked for and then kept.

    `start`: the first free grid line of the page before, for templates that may begin there; 0 where there is none.
    """

    def __init__(self, ctx: Context, article: Article, start: int = 0) -> None:
        self.key = choices_key(ctx, article, start)
        self._ctx, self._article, self._start = ctx, article, start
        self._drafts: list[Draft] | None = None
        self._kept = ctx.kept.get(article.id) if ctx.kept else None
        self._said: tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]] | None = None
        self.default: ArticleLayout | None = None
        self.outcomes: dict[Wish, Outcome | None] = {}
        self.made_of_them: dict[object, Any] = {}  # what a planner makes of the outcomes, kept until one is poured

    @property
    def steadied(self) -> bool:
        """Whether the plan before has a say in what it is."""
        return self._kept is not None

    def cheapest(self) -> ArticleLayout:
        """The layout of the fewest pages that hold the article, and of least cost among those. Longer ones are the planner's to
        weigh; here they are looked at only where fewer pages turn out too small."""
        if self.default is None:
            self.default = self._cheapest()
        return self.default

    def alternatives(self) -> Mapping[Wish, Outcome]:
        """What else the article can be: on a spread or not, or a page longer than it needs."""
        layout = self.cheapest()
        pages = len(layout.pages)
        wishes = (Wish(pages, not layout.spread), Wish(pages + 1), Wish(pages + 1, spread=True))
        found = {wish: self.outcome(wish) for wish in wishes if not layout.start}
        return {wish: outcome for wish, outcome in found.items() if outcome is not None}

    def is_cheapest(self, wish: Wish) -> bool:
        """Whether the article as wished is what it is by itself."""
        layout = self.cheapest()
        return wish == Wish(len(layout.pages), layout.spread)

    def outcome(self, wish: Wish) -> Outcome | None:
        """The article as wished, if it was poured, else the least that it can cost; None if no template can."""
        if wish not in self.outcomes:
            least = min((least_cost(d, wish.pages, ads=wish.ads) for d in self._drafts_for(wish)), default=None)
            self.outcomes[wish] = None if least is None else Outcome(least, None)
        return self.outcomes[wish]

    def poured(self, wish: Wish) -> Outcome | None:
        """The article as wished, laid out; None if it cannot be."""
        known = self.outcome(wish)
        if known is not None and known.layout is None:
            self.made_of_them.clear()
            layout = self._best(self._drafts_for(wish), wish.pages, 0, wish.ads)
            filled = layout is not None and len(layout.pages) == wish.pages
            self.outcomes[wish] = None if layout is None or not filled else Outcome(layout.price, self._told(layout))
        return self.outcomes[wish]

    def drafts(self) -> list[Draft]:
        """The article in each template that suits it."""
        if self._drafts is None:
            shelf = Shelf()
            names = variants(self._ctx, self._article)[0]
            self._drafts = [Draft(self._ctx, self._article, name, shelf) for name in _suitable(self._ctx, self._article, names)]
        return self._drafts

    def _drafts_for(self, wish: Wish) -> list[Draft]:
        """The drafts that may be as wished; on one page beside an advertisement as high as the page, narrowed."""
        drafts = [draft for draft in self.drafts()
                  if draft.template.spread == wish.spread and least_pages(draft) <= wish.pages <= most_pages(draft)]
        return [draft.beside(wish.ads) for draft in drafts] if wish.ads and wish.pages == 1 else drafts

    def _cheapest(self) -> ArticleLayout:
        """The cheapest on the fewest pages that hold the article; where none do, the one that leaves out the fewest lines."""
        drafts = self.drafts()
        for pages in range(min(map(least_pages, drafts)), max(map(most_pages, drafts)) + 1):
            fitting = [draft for draft in drafts if least_pages(draft) <= pages <= most_pages(draft)]
            layout = self._best(fitting, pages, self._start)
            if layout is not None:
                return self._told(layout)
        fullest = (tried(least_high(draft, most_pages(draft), self._shared(draft))) for draft in drafts)
        return self._told(min(fullest, key=lambda each: each.lines_over).layout())

    def _best(self, drafts: list[Draft], pages: int, start: int, ads: tuple[str, ...] = ()) -> ArticleLayout | None:
        """The cheapest of the drafts' candidates that holds the text when it is poured."""
        places = [self._shared(draft) if start else 0 for draft in drafts]
        best = cheapest_poured(self._in_order(drafts, pages, places, ads))
        return best.layout() if best else None

    def _in_order(self, drafts: list[Draft], pages: int, places: Sequence[int], ads: tuple[str, ...]) -> Iterator[Candidate]:
        """The drafts' candidates, the cheapest first. A draft's are looked for only when none found so far costs less than that
        draft's least."""
        waiting: list[tuple[float, int, Candidate | None]]
        waiting = [(least_cost(draft, pages, places[n], ads), n, None) for n, draft in enumerate(drafts)]
        heapify(waiting)
        candidates = [in_order(draft, pages, places[n], ads) for n, draft in enumerate(drafts)]
        while waiting:
            _, n, candidate = heappop(waiting)
            if candidate is not None:
                yield candidate
            following = next(candidates[n], None)
            if following is not None:
                following = self._steadied(following)
                heappush(waiting, (following.total, n, following))

    def _shared(self, draft: Draft) -> int:
        """The line of the page before on which the draft may begin; 0 for a page of its own."""
        shares = draft.template.starts == "after" and self._start + draft.head.lines + LEAST_SHARED <= draft.ctx.theme.lines
        return self._start if shares else 0

    def _steadied(self, candidate: Candidate) -> Candidate:
        """The candidate with what it costs to leave the template of the plan before."""
        if self._kept is None or candidate.draft.name == self._kept.template:
            return candidate
        return candidate._replace(cost={**candidate.cost, "steady": self._ctx.theme.fitting.steady})

    def _told(self, layout: ArticleLayout) -> ArticleLayout:
        """The layout with what is wrong with the article's wish and glyphs, too."""
        if self._said is None:
            self._said = variants(self._ctx, self._article)[1], missing_glyphs(self._ctx, self._article)
        wish, glyphs = self._said
        return layout._replace(problems=(*wish, *layout.problems, *glyphs))


def choices_key(ctx: Context, article: Article, start: int) -> tuple[Article, int, Colour]:
    """What an article's choices depend on."""
    if start and not any(ctx.theme.templates[name].starts == "after" for name in variants(ctx, article)[0]):
        start = 0  # none of its templates looks at the page before
    return article, start, ctx.theme.colours["section"]


def choices(ctx: Context, article: Article, start: int = 0) -> Choices:
    """The article's choices: remembered by value, so that an article that only moves is never set again."""
    key = choices_key(ctx, article, start)
    known = ctx.layouts.get(article.id)
    if known is None or known.key != key:
        known = ctx.layouts[article.id] = Choices(ctx, article, key[1])
    return known


def choose(ctx: Context, article: Article, start: int = 0) -> ArticleLayout:
    """The article's cheapest layout by itself."""
    return choices(ctx, article, start).cheapest()


def found_out(several: Sequence[Choices]) -> list[tuple[ArticleLayout, Mapping[Wish, Outcome | None]]]:
    """Each article's cheapest layout and what else it can be, to be remembered in another process. What a planner is likeliest
    to ask for is poured: the articles that grow at the least cost."""
    growing = [(outcome.cost - known.cheapest().price, n, wish)
               for n, known in enumerate(several) for wish, outcome in known.alternatives().items()]
    for _, n, wish in sorted(growing)[:LIKELY]:
        several[n].poured(wish)
    return [(known.cheapest(), known.outcomes) for known in several]


def remember(ctx: Context, article: Article, layout: ArticleLayout, outcomes: Mapping[Wish, Outcome | None]) -> None:
    """Take what another process has found out about this article on pages of its own."""
    known = choices(ctx, article)
    known.default = layout
    known.outcomes.update(outcomes)


def _suitable(ctx: Context, article: Article, names: tuple[str, ...]) -> list[str]:
    """The templates made for the article's number of photos; where there is none, those that take the most of them."""
    templates = ctx.theme.templates

    def missed(name: str) -> int:
        count = sum(1 for p in article.photos if p.place not in ("inline", "column"))
        least, most = templates[name].photos
        return 0 if templates[name].items else max(least - count, 0) * 100 + max(count - most, 0)

    fewest = min(missed(n) for n in names)
    return [n for n in names if missed(n) == fewest]


class Tried(NamedTuple):
    """A candidate whose text is poured, with all that it costs."""

    candidate: Candidate
    poured: Poured

    @property
    def total(self) -> float:
        return self.candidate.total

    @property
    def lines_over(self) -> int:
        return left_over(self.candidate.draft, self.candidate.fit, self.poured)

    def layout(self) -> ArticleLayout:
        """Laid out, its parts of the cost to the hundredth."""
        layout = lay_out(self.candidate.draft, self.candidate.fit, self.poured)
        return layout._replace(cost={k: round(v, 2) for k, v in self.candidate.cost.items()})


def tried(candidate: Candidate) -> Tried:
    """The candidate poured; what a reader would see amiss is added to its cost, which pouring makes never less."""
    poured = pour_text(candidate.draft, candidate.fit)
    weights = candidate.draft.ctx.theme.fitting
    uneven, misplaced = flaws(poured)
    seen = {"columns": weights.columns * uneven, "placing": weights.placing * misplaced}
    return Tried(candidate._replace(cost={**candidate.cost, **seen}), poured)


def cheapest_poured(candidates: Iterator[Candidate]) -> Tried | None:
    """The cheapest of the candidates that holds the text when it is poured. They come in the order of what they cost by
    arithmetic: when that is no less than what the cheapest so far costs in all, none that is left can be cheaper."""
    best: Tried | None = None
    for candidate in candidates:
        if best is None or candidate.total < best.total:
            new = tried(candidate)
            if not new.lines_over and (best is None or new.total < best.total):
                best = new
        if best is not None and best.total <= candidate.total:
            break
    return best
