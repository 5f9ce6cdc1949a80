"""A second process lays out half of the articles: what it sends back is what this process would have made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest_studio.app import ahead, elsewhere
from digest_studio.app.session import Opened, open_issue, with_artwork
from digest_studio.plan import compose, plan_issue


def opened(folder: Path) -> Opened:
    found = open_issue(folder)
    assert isinstance(found, Opened)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_pages_are_the_same_whoever_laid_them_out(original_issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LEAST_WORTH", 0)
    monkeypatch.setattr(elsewhere, "processors", lambda: 2)
    alone, together = opened(original_issue), opened(original_issue)
    called: list[str] = []
    ahead.lay_out_ahead(together.issue, together.context, lambda: called.append("meanwhile"))
    assert called == ["meanwhile"]
    assert set(together.context.layouts) == together.issue.placed()
    plans = [plan_issue(o.issue, o.context) for o in (alone, together)]
    assert [plan._replace(variants={}) for plan in plans[:1]] == [plan._replace(variants={}) for plan in plans[1:]]
    assert compose(alone.issue, alone.context, plans[0]) == compose(together.issue, together.context, plans[1])


@pytest.mark.parametrize(("characters", "processors"), [(10**9, 2), (0, 1)])
def test_little_work_or_one_processor_is_left_to_the_planner(
    original_issue: Path, monkeypatch: pytest.MonkeyPatch, characters: int, processors: int,
) -> None:
    monkeypatch.setattr(ahead, "LEAST_WORTH", characters)
    monkeypatch.setattr(elsewhere, "processors", lambda: processors)
    alone = opened(original_issue)
    ahead.lay_out_ahead(alone.issue, alone.context, lambda: None)
    assert not alone.context.layouts


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_second_process_that_dies_costs_nothing_but_its_time(original_issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LEAST_WORTH", 0)
    monkeypatch.setattr(elsewhere, "processors", lambda: 2)
    monkeypatch.setattr(elsewhere, "_send", lambda work, sink: os._exit(3))
    alone = opened(original_issue)
    ahead.lay_out_ahead(alone.issue, alone.context, lambda: None)
    assert set(plan_issue(alone.issue, alone.context).articles) == alone.issue.placed()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_folder_read_by_a_second_process_is_the_same_folder(original_issue: Path) -> None:
    called: list[str] = []
    here, there = opened(original_issue), open_issue(original_issue, lambda: called.append("meanwhile"))
    assert isinstance(there, Opened)
    assert (there.issue, there.problems) == (here.issue, here.problems)
    assert there.context.images == here.context.images
    assert with_artwork(there).context.pdfs == here.context.pdfs != {}
    assert called == ["meanwhile"]
