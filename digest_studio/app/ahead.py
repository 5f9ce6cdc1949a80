"""Two processors for one export: a second process lays out half of the articles while this one lays out the rest.

Layout is a pure function of an article and its context, so a fork of this process can do it and send back what it made.
Where there is no fork, or only one processor, or too little to do, nothing happens here and the planner does it all.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Sequence

from digest_studio.layout.choose import choose, remember
from digest_studio.layout.context import Context
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Article, Issue
from digest_studio.plan.planner import Progress, placed_articles

LEAST_WORTH = 6_000  # characters of text under which a second process costs more than it spares

Job = tuple[Context, Article]


def lay_out_ahead(issue: Issue, ctx: Context, progress: Progress | None = None) -> bool:
    """Fill the context's memory of layouts, so that the planner finds every article laid out; whether that was done.

    Only for a process without threads of its own: a command, never the studio.
    """
    jobs = list(placed_articles(issue, ctx))
    if not hasattr(os, "fork") or processors() < 2 or sum(_work(a) for _, a in jobs) < LEAST_WORTH:
        return False
    ours, theirs = _halves(jobs)
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        _serve(theirs, sink)
    os.close(sink)
    for done, (own, article) in enumerate(ours, 1):
        choose(own, article)
        if progress:
            progress(done, len(jobs))
    with os.fdopen(source, "rb") as stream:
        answer = stream.read()
    if os.waitpid(child, 0)[1] != 0:
        return False
    for done, ((own, article), layout) in enumerate(zip(theirs, _read(answer), strict=True), len(ours) + 1):
        remember(own, article, layout)
        if progress:
            progress(done, len(jobs))
    return True


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _work(article: Article) -> int:
    """How much there is to lay out: characters, with something for each photograph."""
    return len(article.markdown) + 300 * len(article.photos) + 300


def _halves(jobs: Sequence[Job]) -> tuple[list[Job], list[Job]]:
    """The jobs in two lists of about equal work, the longest dealt first."""
    lists: tuple[list[Job], list[Job]] = ([], [])
    work = [0, 0]
    for job in sorted(jobs, key=lambda job: -_work(job[1])):
        lighter = work.index(min(work))
        lists[lighter].append(job)
        work[lighter] += _work(job[1])
    return lists


def _serve(jobs: Sequence[Job], sink: int) -> None:
    """In the second process: lay out, send, and be gone without this program's clean-up."""
    status = 1
    try:
        layouts = [choose(own, article) for own, article in jobs]
        with os.fdopen(sink, "wb") as stream:
            pickle.dump(layouts, stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _read(answer: bytes) -> list[ArticleLayout]:
    """What the second process sent: our own words through our own pipe, nothing from an issue's folder."""
    layouts: list[ArticleLayout] = pickle.loads(answer)  # noqa: S301
    return layouts
