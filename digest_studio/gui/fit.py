"""How an article fits, in a few words: its pages, lines over, lines free."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from digest_studio.app.session import Made
from digest_studio.layout.result import ArticleLayout

translate = QCoreApplication.translate


def page_numbers(made: Made, article: str) -> list[int]:
    """The physical pages on which an article stands."""
    return [page.number for page in made.plan.pages if any(i.kind == "article" and i.id == article for i in page.items)]


def pages_words(made: Made, article: str) -> str:
    """On which pages it stands."""
    pages = page_numbers(made, article)
    if not pages:
        return translate("Fit", "In the pool: not printed")
    if len(pages) == 1:
        return translate("Fit", "Page {first}").format(first=pages[0])
    return translate("Fit", "Pages {first}–{last}").format(first=pages[0], last=pages[-1])


def layout_of(made: Made, article: str) -> ArticleLayout | None:
    """An article as it is set, or, in the pool, as it would be; None while that is not known."""
    return made.plan.articles.get(article) or made.plan.pool.get(article)


def lines_free(made: Made, article: str) -> int:
    """How many lines of text its last page still takes, all columns together."""
    layout = layout_of(made, article)
    return max(0, layout.pages[-1].room - layout.pages[-1].lines) if layout is not None and layout.pages else 0


def fit_words(made: Made, article: str) -> str:
    """Lines that found no place, or that are free."""
    layout = layout_of(made, article)
    if layout is None:
        return ""
    if layout.lines_over > 0:
        return translate("Fit", "%n line(s) over", None, layout.lines_over)
    free = lines_free(made, article)
    if free > 1:
        return translate("Fit", "about %n line(s) free", None, free)
    return translate("Fit", "fits")


def badge_words(layout: ArticleLayout) -> str:
    """How many pages an article takes, and how they hold it."""
    pages = translate("Fit", "%n page(s)", None, len(layout.pages))
    if layout.lines_over > 0:
        over = translate("Fit", "%n line(s) over", None, layout.lines_over)
        return f"{pages}, {over}"
    return translate("Fit", "{pages}, last page {percent} % full").format(
        pages=pages, percent=round(100 * min(1.0, layout.pages[-1].used))
    )


def spent_words(layout: ArticleLayout) -> str:
    """What gave to make an article fit, in plain words."""
    said = [words for name, amount in layout.spent.items() if (words := _spent(name, amount))]
    return "; ".join(said) if said else translate("Fit", "nothing had to give")


def cost_words(layout: ArticleLayout) -> str:
    """What an article costs, and for what, the dearest part first; parts of less than a half are not told."""
    parts = sorted(layout.cost.items(), key=lambda part: -part[1])
    said = [f"{_part(name)} {cost:.0f}" for name, cost in parts if round(cost)]
    return translate("Fit", "Price {cost}: {parts}").format(cost=f"{layout.price:.0f}", parts=", ".join(said))


def _part(name: str) -> str:
    """A part of the cost in plain words."""
    return {
        "pages": translate("Fit", "pages"),
        "white": translate("Fit", "empty space"),
        "thin": translate("Fit", "last page thinly filled"),
        "heights": translate("Fit", "photographs higher or lower than their shape"),
        "resolution": translate("Fit", "resolution"),
        "crop": translate("Fit", "parts of photographs cut away"),
        "spare-photos": translate("Fit", "photographs that the template has no slot for"),
        "places": translate("Fit", "photographs not where their author asks"),
        "setting": translate("Fit", "tighter setting"),
        "columns": translate("Fit", "uneven columns"),
        "placing": translate("Fit", "heading or picture badly placed"),
        "over": translate("Fit", "lines without a place"),
        "steady": translate("Fit", "another layout than before"),
    }.get(name, name)


def _spent(name: str, amount: float) -> str:
    if name == "paragraphs-reset":
        return translate("Fit", "%n paragraph(s) set tighter", None, round(amount))
    if name != "photo-heights":
        return ""
    if amount <= -1:
        return translate("Fit", "photographs as low as they may be")
    if amount >= 1:
        return translate("Fit", "photographs as high as they may be")
    percent = round(100 * abs(amount))
    lower = translate("Fit", "photographs lower than their own shape, by {percent} % of what is allowed")
    higher = translate("Fit", "photographs higher than their own shape, by {percent} % of what is allowed")
    return (lower if amount < 0 else higher).format(percent=percent)


def price_words(cost: float, page: float) -> str:
    """What a layout costs more than another, in a word; `page`: what the theme lets a page cost."""
    if cost < 0:
        return translate("Fit", "better")
    if cost < page / 20:
        return translate("Fit", "costs nothing")
    return (translate("Fit", "cheap"), translate("Fit", "fair"), translate("Fit", "dear"), translate("Fit", "very dear"))[
        price_level(cost, page) - 1
    ]


def price_level(cost: float, page: float) -> int:
    """The same from 0, for nothing, to 4."""
    return sum(cost >= page * part for part in (0.05, 0.3, 1.0, 3.0))
