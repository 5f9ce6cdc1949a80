"""Edits of an open issue: `python tests/benchmarks/editing.py ISSUE [--rounds 200]`.

Two edits, as the studio makes them: a word in the middle of an article's body is changed, and an article is moved within the
outline. Timed is everything from the edit to the issue's new display pages: edit, plan, compose. Prints the median and the
95th percentile in milliseconds. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from digest_studio.app.session import Opened, Refused, open_issue
from digest_studio.model.edits import Place, place_article, place_of, replace_body
from digest_studio.model.issue import Issue
from digest_studio.plan import compose, plan_issue


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("issue", type=Path)
    options.add_argument("--rounds", type=int, default=200)
    chosen = options.parse_args()
    opened = open_issue(chosen.issue)
    if isinstance(opened, Refused):
        sys.exit("\n".join(map(str, opened.problems)))
    laid_out(opened.issue, opened)
    rng = random.Random(1)  # the same edits in every run
    for name, edits in (("one word edited", word_edits), ("an article moved", moves)):
        times = sorted(timed(opened, edits(opened.issue, rng), chosen.rounds))
        median, late = statistics.median(times), times[int(len(times) * 0.95)]
        print(f"{name:18} p50 {median:6.1f} ms   p95 {late:6.1f} ms   of {len(times)}")


def timed(opened: Opened, edits: Iterator[Callable[[], Issue]], rounds: int) -> Iterator[float]:
    """Milliseconds from each edit to the issue's new pages."""
    for _ in range(rounds):
        edit = next(edits)
        start = time.perf_counter()
        laid_out(edit(), opened)
        yield (time.perf_counter() - start) * 1000


def laid_out(issue: Issue, opened: Opened) -> None:
    plan = plan_issue(issue, opened.context)
    compose(issue, opened.context, plan)


def word_edits(issue: Issue, rng: random.Random) -> Iterator[Callable[[], Issue]]:
    """One word after another replaced, in articles drawn by lot; each edit starts from the issue as the last one left it."""
    placed = sorted(issue.placed())
    current = issue
    while True:
        name = rng.choice(placed)
        words = current.articles[name].markdown.split(" ")
        plain = [n for n, word in enumerate(words) if word.isalpha()]
        words[rng.choice(plain)] = rng.choice(("window", "harbour", "astonishing", "go", "government"))

        def edit(before: Issue = current, article: str = name, text: str = " ".join(words)) -> Issue:
            return replace_body(before, article, text)[1]

        yield edit
        current = edit()


def moves(issue: Issue, rng: random.Random) -> Iterator[Callable[[], Issue]]:
    """Articles drawn by lot, each moved to the beginning of its section and, the next time, to its end."""
    placed = sorted(issue.placed())
    while True:
        name = rng.choice(placed)
        place = place_of(issue, name)
        if place is not None:
            for position in (0, 3):
                yield partial(moved, issue, name, Place(place.section, position))


def moved(issue: Issue, article: str, place: Place) -> Issue:
    return place_article(issue, article, place)[1]


if __name__ == "__main__":
    main()
