"""Articles without a place are laid out too, when nothing else is to be done: how long they would be is known, not guessed."""

from __future__ import annotations

from pathlib import Path
from queue import Queue

import pytest

from digest_studio.app.session import Made, Refused
from digest_studio.app.studio.door import Answer, LayoutDoor, Pages
from digest_studio.app.studio.workshop import Abandoned, Request, Workshop
from digest_studio.model.edits import place_of, replace_body, take_out
from digest_studio.model.issue import Issue
from digest_studio.model.read import read_issue
from digest_studio.plan.slots import Ground

PATIENCE = 30.0


@pytest.fixture
def issue(original_issue: Path) -> Issue:
    """The small issue with an article, which has photographs, taken out of its outline."""
    read = read_issue(original_issue).issue
    assert read is not None
    place = place_of(read, "tides")
    assert place is not None
    return take_out(read, place)[1]


def laid_out(workshop: Workshop, issue: Issue) -> Made:
    made = workshop.make(Request(issue))
    assert isinstance(made, Made)
    return made


def test_the_pool_comes_after_everything_else_and_its_length_is_guessed_no_more(issue: Issue) -> None:
    delivered: Queue[Pages | Answer | tuple[int, Refused]] = Queue()
    door = LayoutDoor(delivered.put)
    door.request(Request(issue))
    assert door.wait(PATIENCE)
    door.close()
    told = [each for _ in range(delivered.qsize()) if isinstance(each := delivered.get_nowait(), Pages)]
    assert not any(pages.made.plan.pool for pages in told[:-1])
    last = told[-1].made
    assert last.document is told[-2].made.document
    assert Ground(last.issue, told[0].made.plan, last.theme).pages_of("tides")[1], "guessed until then"
    assert Ground(last.issue, last.plan, last.theme).pages_of("tides") == (len(last.plan.pool["tides"].pages), False)


def test_what_is_known_of_the_pool_stays_known_until_the_article_changes(issue: Issue) -> None:
    workshop = Workshop()
    workshop.lay_out_pool(laid_out(workshop, issue), lambda: True)
    assert set(laid_out(workshop, issue).plan.pool) == {"tides"}
    other = replace_body(issue, "winds", "Short.")[1]
    assert set(laid_out(workshop, other).plan.pool) == {"tides"}
    longer = replace_body(issue, "tides", issue.articles["tides"].markdown * 4)[1]
    assert not laid_out(workshop, longer).plan.pool


def test_the_pools_photographs_are_laid_out_with_it(issue: Issue) -> None:
    for name in [name for name, article in issue.articles.items() if "photos/shore.jpg" in {p.file for p in article.photos}]:
        if (place := place_of(issue, name)) is not None:
            issue = take_out(issue, place)[1]
    workshop = Workshop()
    made = laid_out(workshop, issue)
    assert "photos/shore.jpg" not in made.images
    workshop.lay_out_pool(made, lambda: True)
    again = laid_out(workshop, issue)
    assert "photos/shore.jpg" in again.images
    assert not [problem for problem in again.problems if problem.article == "tides" and problem.rule != "unplaced-article"]


def test_the_pool_waits_where_newer_pages_are_asked_for(issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = Workshop()
    made = laid_out(workshop, issue)
    monkeypatch.setattr("digest_studio.layout.choose.choose", lambda *_: pytest.fail("it is laid out all the same"))
    with pytest.raises(Abandoned):
        workshop.lay_out_pool(made, lambda: False)
