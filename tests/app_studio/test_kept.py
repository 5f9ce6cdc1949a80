"""Pins that keeping a plan wrote are known again after the next start; the file that says so may say anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digest_studio.app.studio.desk import Desk, open_desk
from digest_studio.app.studio.hidden import HIDDEN
from digest_studio.app.studio.kept import KEPT, read_pins, write_pins
from digest_studio.model.edits import set_article
from digest_studio.model.pins import Pin, keep_plan, release

PINS = (Pin("tides", "template", "auto", "news/photo-top"), Pin("tides", "pages", None, 3))


def desk_of(folder: Path) -> Desk:
    desk = open_desk(folder)
    assert isinstance(desk, Desk)
    return desk


def test_a_plan_that_was_kept_and_saved_can_be_let_go_after_the_next_start(issue_folder: Path) -> None:
    desk = desk_of(issue_folder)
    before = desk.issue
    edit, pins = keep_plan(desk.issue, {"tides": ("news/photo-top", 3), "winds": ("news/plain", 2)})
    desk.apply(edit)
    desk.pins = pins
    assert desk.save() == ()
    desk.close()
    again = desk_of(issue_folder)
    assert again.pins == pins and again.issue.articles["tides"].pages == 3
    again.apply(release(again.issue, again.pins))
    assert all(again.issue.articles[name].template == before.articles[name].template for name in before.articles)
    assert again.save() == ()
    again.close()
    assert read_pins(issue_folder) == ()


def test_pins_that_an_editor_changed_are_his_own_after_saving(issue_folder: Path) -> None:
    desk = desk_of(issue_folder)
    edit, desk.pins = keep_plan(desk.issue, {"tides": ("news/photo-top", 3)})
    desk.apply(edit)
    desk.apply(set_article(desk.issue, "tides", {"pages": 4}))
    desk.save()
    desk.close()
    assert read_pins(issue_folder) == PINS[:1]


def test_a_folder_in_which_no_plan_was_kept_has_no_such_file(issue_folder: Path) -> None:
    desk = desk_of(issue_folder)
    desk.apply(set_article(desk.issue, "winds", {"byline": "Eva Roe"}))
    desk.save()
    desk.close()
    assert not (issue_folder / HIDDEN / KEPT).exists()


@pytest.mark.parametrize("text", [
    "", "null", "[", '{"article": "tides"}', '[{"article": "tides", "field": "title", "before": "a", "after": "b"}]',
    '[{"article": "tides", "field": "pages", "before": null, "after": "3"}]', "[" * 100_000, "\xff",
])  # fmt: skip
def test_whatever_else_the_file_says_is_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / HIDDEN).mkdir()
    (tmp_path / HIDDEN / KEPT).write_text(text, "latin-1")
    assert read_pins(tmp_path) == ()


def test_a_link_is_neither_followed_nor_written_through(tmp_path: Path) -> None:
    (tmp_path / HIDDEN).mkdir()
    other = tmp_path / "other.json"
    other.write_text(json.dumps([{"article": "a", "field": "pages", "before": None, "after": 2}]), "utf-8")
    (tmp_path / HIDDEN / KEPT).symlink_to(other)
    assert read_pins(tmp_path) == ()
    write_pins(tmp_path, PINS)
    assert read_pins(tmp_path) == PINS
    assert '"a"' in other.read_text("utf-8")
