"""Half of the articles laid out by a second process while this one lays out the rest.

Layout is a pure function of an article and its context, so it does not matter who calls it. Where there is too little to do,
nothing happens here and the planner does it all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest_studio.app.elsewhere import Elsewhere, worthwhile
from digest_studio.layout.choose import choices, choose, found_out, remember
from digest_studio.layout.context import Context
from digest_studio.model.issue import Article, Issue
from digest_studio.plan.planner import Progress, measure_lists, placed_articles

OUR_WORK = 6_000  # characters of text that take as long as the lists and what is looked into meanwhile
LEAST_WORTH = 6_000  # characters of text under which a second process costs more than it spares

Job = tuple[Context, Article]


def lay_out_ahead(
    issue: Issue, ctx: Context, meanwhile: Callable[[], None], progress: Progress | None = None,
) -> bool:
    """Fill the context's memory of layouts, so that the planner finds every article laid out; whether that was done.

    `meanwhile` is called when the second process is at work.
    """
    jobs = list(placed_articles(issue, ctx))
    if sum(_work(article) for _, article in jobs) < LEAST_WORTH or not worthwhile():
        return False
    ours, theirs = _halves(jobs)
    layouts = Elsewhere(lambda: found_out([choices(own, article) for own, article in theirs]))
    meanwhile()
    for done, (own, article) in enumerate(ours, 1):
        choose(own, article)
        if progress:
            progress(done, len(jobs))
    measure_lists(issue, ctx)
    for done, ((own, article), layout) in enumerate(zip(theirs, layouts.result(), strict=True), len(ours) + 1):
        remember(own, article, *layout)
        if progress:
            progress(done, len(jobs))
    return True


def _work(article: Article) -> int:
    """How much there is to lay out: characters, with something for each photograph."""
    return len(article.markdown) + 300 * len(article.photos) + 300


def _halves(jobs: Sequence[Job]) -> tuple[list[Job], list[Job]]:
    """The jobs in two lists of about equal work, the longest dealt first; the first also has other things to do."""
    lists: tuple[list[Job], list[Job]] = ([], [])
    work = [OUR_WORK, 0]
    for job in sorted(jobs, key=lambda job: -_work(job[1])):
        lighter = work.index(min(work))
        lists[lighter].append(job)
        work[lighter] += _work(job[1])
    return lists
