"""Which template, how many pages, how high the photographs: the cheapest of an article's candidate layouts.

In: an article and its wishes. Out: one `ArticleLayout` with its cost by parts. Candidates are judged by arithmetic on their
frames (cheap) in order of their cost; the first that really holds the text when it is poured is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import say
from digest_studio.layout.article import lay_out
from digest_studio.layout.context import Context
from digest_studio.layout.draft import Draft, Fit, Shelf, cropped, misplaced
from digest_studio.layout.glyphs import missing_glyphs
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Article

PAGE_COST = 40.0  # a page more is dearer than photographs at their least or most
WHITE_COST = 60.0  # a last page's free part, squared, beyond what the theme lets stand
HEIGHT_COST = 10.0  # a photograph far from its own shape
CROP_COST = 6.0  # a photograph that is wholly cut away, so to speak: half of one costs half of that
SPARE_COST = 15.0  # a photograph that the template has no slot for
PLACE_COST = 30.0  # a photograph that its author wants full-width or bleeding and that is not
OVER_COST = 1000.0  # a line without a place: only when nothing else is left
FITS = tuple(n / 20 for n in range(20, -21, -1))  # photographs' heights that are tried, most first
LEAST_SHARED = 8  # grid lines under the head without which an article does not begin on a shared page
MOST_MORE = 2  # pages more than arithmetic says that are tried when breaks cost too many lines
MOST_PAGES = 40  # an article that needs more than so many pages is several articles


class Candidate(NamedTuple):
    """A draft at a fit, with its estimated cost by parts."""

    draft: Draft
    fit: Fit
    cost: Mapping[str, float]

    @property
    def total(self) -> float:
        return sum(self.cost.values())


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
        say("use auto, a family ({families}) or one of its variants", families=", ".join(families)),
        source=article.source, article=article.id,
    )
    return tuple(n for n in names if n.startswith("news/")) or names, (problem,)


def choose(ctx: Context, article: Article, start: int = 0) -> ArticleLayout:
    """The article's layout: memoised by value, so that an article that only moves is never set again.

    `start`: the first free grid line of the page before, for templates that may begin there; 0 where there is none.
    """
    if start and not any(ctx.theme.templates[name].starts == "after" for name in variants(ctx, article)[0]):
        start = 0  # none of its templates looks at the page before
    key = (article, start, ctx.theme.colours["section"])
    known = ctx.layouts.get(article.id)
    if known is not None and known[0] == key:
        return known[1]
    layout = _choose(ctx, article, start)
    ctx.layouts[article.id] = (key, layout)
    return layout


def remember(ctx: Context, article: Article, layout: ArticleLayout) -> None:
    """Take a layout that `choose` has made elsewhere, in another process, for this article on a page of its own."""
    ctx.layouts[article.id] = ((article, 0, ctx.theme.colours["section"]), layout)


def _choose(ctx: Context, article: Article, start: int) -> ArticleLayout:
    """The cheapest candidate that holds the text. Candidates of a page more are dearer whatever else they spare, so they are
    looked at only where those of fewer pages turn out too small."""
    names, problems = variants(ctx, article)
    shelf = Shelf()
    suitable = [Draft(ctx, article, name, shelf) for name in _suitable(ctx, article, names)]
    best: ArticleLayout | None = None
    for more in range(MOST_MORE + 1):
        drafts = suitable if more else _shortest(suitable)
        for candidate in sorted((c for d in drafts for c in _candidates(d, start, more)), key=lambda c: c.total):
            layout = _poured(candidate)
            if best is None or layout.lines_over < best.lines_over:
                best = layout
            if not best.lines_over:
                return best._replace(problems=(*problems, *best.problems, *missing_glyphs(ctx, article)))
    assert best is not None
    return best._replace(problems=(*problems, *best.problems, *missing_glyphs(ctx, article)))


def _shortest(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those whose template is made for more pages than another one needs."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_least_pages):
        if any(_fewest_pages(other) < _least_pages(draft) for other in kept):
            break
        kept.append(draft)
    return kept


def _least_pages(draft: Draft) -> int:
    """The fewest pages that the author and the template allow."""
    return draft.article.pages or max(draft.template.pages[0], 2 if draft.template.spread else 1)


def _fewest_pages(draft: Draft, start: int = 0) -> int:
    """The fewest pages that hold the article with its photographs as low as they may be; the most allowed if none do."""
    first = _least_pages(draft)
    last = draft.article.pages or draft.template.pages[1] or MOST_PAGES
    return next((pages for pages in range(first, last) if _over(draft, Fit(pages, -1.0, start)) <= 0), last)


def _suitable(ctx: Context, article: Article, names: tuple[str, ...]) -> list[str]:
    """The templates made for the article's number of photos; where there is none, those that take the most of them."""
    templates = ctx.theme.templates

    def missed(name: str) -> int:
        count = sum(1 for p in article.photos if p.place not in ("inline", "column"))
        least, most = templates[name].photos
        return 0 if templates[name].items else max(least - count, 0) * 100 + max(count - most, 0)

    fewest = min(missed(n) for n in names)
    return [n for n in names if missed(n) == fewest]


def _candidates(draft: Draft, start: int, more: int) -> Iterator[Candidate]:
    """The draft at the fewest pages that can hold it and `more`, the photographs as high as the text lets them be."""
    shares = draft.template.starts == "after" and start + draft.head.lines + LEAST_SHARED <= draft.ctx.theme.lines
    start = start if shares else 0
    fewest = _fewest_pages(draft, start)
    if not more or fewest + more <= (draft.article.pages or draft.template.pages[1] or MOST_PAGES):
        yield _fitted(draft, Fit(fewest + more, start=start))


def _fitted(draft: Draft, fit: Fit) -> Candidate:
    """The greatest heights at which the fit's pages hold the text; the least where even they do not.

    Higher photographs leave less room, so the greatest fit is found by halving.
    """
    low, high = 0, len(FITS) - 1
    while low < high:
        middle = (low + high) // 2
        if _over(draft, fit._replace(heights=FITS[middle])) <= 0:
            high = middle
        else:
            low = middle + 1
    fit = fit._replace(heights=FITS[low])
    return Candidate(draft, fit, _cost(draft, fit))


def _over(draft: Draft, fit: Fit) -> int:
    """The grid lines by which the text is longer than the columns (less than 0: room is left), free lines between blocks
    counted as if no column began there."""
    return draft.flow(fit).total - sum(area.room for frame in draft.frames(fit) for area in frame.columns)


def _cost(draft: Draft, fit: Fit) -> dict[str, float]:
    over = _over(draft, fit)
    per_page = draft.ctx.theme.lines * len(draft.template.columns)
    white = max(0.0, -over / per_page - 0.05)
    spare = 0 if draft.template.items else len(draft.used(fit.pages)[1])
    return {
        "pages": PAGE_COST * fit.pages,
        "white": WHITE_COST * white * white + 20 * white,
        "heights": HEIGHT_COST * abs(fit.heights) ** 2,
        "crop": CROP_COST * cropped(draft, fit),
        "spare-photos": SPARE_COST * spare,
        "places": PLACE_COST * misplaced(draft, fit.pages),
        "over": OVER_COST * max(0, over),
    }


def _poured(candidate: Candidate) -> ArticleLayout:
    """The candidate laid out; where breaks cost lines that arithmetic did not see, with lower photographs."""
    fits = [f for f in FITS if f <= candidate.fit.heights]
    layout = lay_out(candidate.draft, candidate.fit)
    for height in fits[1:]:
        if not layout.lines_over:
            break
        layout = lay_out(candidate.draft, candidate.fit._replace(heights=height))
    return layout._replace(cost={k: round(v, 2) for k, v in candidate.cost.items()})
