"""How an article fits, in a few words: its pages, lines over, lines free."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from digest_studio.app.session import Made
from digest_studio.display.document import walk
from digest_studio.display.items import TextLine
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
    """About how many lines of text its last page still takes: its set lines, by the filled part of its columns."""
    layout = layout_of(made, article)
    if layout is None or not layout.pages:
        return 0
    last = layout.pages[-1]
    lines = sum(isinstance(item, TextLine) and item.tag.element.startswith(f"{article}:") for item, _, _ in walk(last.items))
    return round(lines * (1 - last.used) / last.used) if 0 < last.used < 1 else 0


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
