"""The desk: an issue is opened, edited, undone, saved; what comes from outside while it is open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest_studio.app.studio.desk import Change, Desk, NotOpened, ReadOnly, open_desk
from digest_studio.app.studio.watch import Findings, Watch
from digest_studio.model.arrange import carry, set_section
from digest_studio.model.edits import Place, place_of, replace_body, set_article
from digest_studio.model.read import read_issue


@pytest.fixture
def desk(issue_folder: Path) -> Iterator[Desk]:
    """The small issue, open."""
    opened = open_desk(issue_folder)
    assert isinstance(opened, Desk)
    yield opened
    opened.close()


def move_to_air(desk: Desk) -> Change | None:
    return desk.apply(carry(desk.issue, [Place("Water", 0)], Place("Air", 0)))


def retitle(desk: Desk, article: str, title: str, key: object = None) -> Change | None:
    return desk.apply(set_article(desk.issue, article, {"title": title}), key)


def outside(desk: Desk, name: str, old: str, new: str) -> None:
    """Another program changes a file."""
    path = desk.folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def settled(desk: Desk, watch: Watch | None = None) -> Findings:
    """What the watch finds when everything has come to rest."""
    watch = watch or Watch(desk.folder)
    watch.look(desk.read, desk.pictures())
    return watch.look(desk.read, desk.pictures())


# --- edits and their history


def test_an_edit_is_undone_and_redone_by_its_name(desk: Desk) -> None:
    change = move_to_air(desk)
    assert change is not None and change.outline and not change.articles
    assert desk.history.undo_label == "Move “What the tide leaves behind” to Air"
    assert place_of(desk.issue, "tides") == Place("Air", 0)
    assert (undone := desk.undo()) is not None and undone.label == change.label
    assert place_of(desk.issue, "tides") == Place("Water", 0)
    assert desk.history.redo_label == change.label
    desk.redo()
    assert place_of(desk.issue, "tides") == Place("Air", 0)


def test_an_edit_says_which_articles_it_changed(desk: Desk) -> None:
    change = retitle(desk, "winds", "The winds are named")
    assert change is not None
    assert change.articles == {"winds"} and not change.outline


def test_typing_is_one_step_until_it_settles(desk: Desk) -> None:
    for length in range(1, 5):
        retitle(desk, "winds", "Wind"[:length], key="winds.title")
    desk.settle()
    retitle(desk, "winds", "Winds", key="winds.title")
    desk.undo()
    assert desk.issue.articles["winds"].title == "Wind"
    desk.undo()
    assert desk.issue.articles["winds"].title == "The winds have names"


def test_undo_goes_back_beyond_a_saving(desk: Desk) -> None:
    retitle(desk, "winds", "One")
    assert desk.save() == ()
    assert not desk.dirty
    retitle(desk, "winds", "Two")
    desk.undo()
    assert not desk.dirty
    desk.undo()
    assert desk.dirty
    assert desk.save() == ()
    reread = read_issue(desk.folder).issue
    assert reread is not None and reread.articles["winds"].title == "The winds have names"


# --- saving


def test_saving_writes_only_what_changed(desk: Desk) -> None:
    before = {path: path.stat().st_mtime_ns for path in desk.folder.rglob("*") if path.is_file() and ".studio" not in path.parts}
    retitle(desk, "winds", "Winds and their names")
    assert desk.save() == ()
    changed = [path.name for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert changed == ["winds.md"]


def test_what_was_edited_while_saving_stays_unsaved(desk: Desk) -> None:
    retitle(desk, "winds", "Saved")
    job = desk.saving()
    assert not isinstance(job, tuple)
    retitle(desk, "winds", "Typed meanwhile")
    desk.saved(job.run())
    assert desk.dirty
    desk.undo()
    assert not desk.dirty
    assert "title: Saved" in (desk.folder / "articles/winds.md").read_text("utf-8")


def test_a_full_disk_is_a_problem_and_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("digest_studio.model.write.write_files", full)
    retitle(desk, "winds", "Winds")
    (problem,) = desk.save()
    assert "No space left" in problem.message
    assert desk.dirty
    monkeypatch.undo()
    assert desk.save() == ()


# --- others


def test_a_file_that_changes_outside_is_a_step_like_any_other(desk: Desk) -> None:
    outside(desk, "articles/winds.md", "The winds have names", "Named winds")
    (change,) = desk.take(settled(desk))
    assert change.label == "Changed outside: articles/winds.md"
    assert change.articles == {"winds"}
    assert desk.issue.articles["winds"].title == "Named winds"
    assert not desk.dirty
    desk.undo()
    assert desk.issue.articles["winds"].title == "The winds have names"
    assert desk.dirty
    assert desk.save() == ()
    assert "title: The winds have names" in (desk.folder / "articles/winds.md").read_text("utf-8")


def test_an_outline_that_changes_outside_is_taken_up_beside_articles_edited_here(desk: Desk) -> None:
    retitle(desk, "winds", "Mine")
    outside(desk, "issue.yaml", "tagline: Ships and weather", "tagline: Ships  # and more")
    (change,) = desk.take(settled(desk))
    assert change.label == "Changed outside: issue.yaml"
    assert (desk.issue.tagline, desk.issue.articles["winds"].title) == ("Ships", "Mine")
    assert desk.save() == ()
    assert "# and more" in (desk.folder / "issue.yaml").read_text("utf-8")


def test_our_own_saving_is_not_from_outside(desk: Desk) -> None:
    watch = Watch(desk.folder)
    settled(desk, watch)
    retitle(desk, "winds", "Winds")
    move_to_air(desk)
    assert desk.save() == ()
    assert settled(desk, watch).files == ()


def test_findings_made_before_a_saving_are_ignored(desk: Desk) -> None:
    outside(desk, "articles/tides.md", "What the tide leaves behind", "Tides")
    findings = settled(desk)
    retitle(desk, "winds", "Winds")
    assert desk.save() == ()
    assert desk.take(findings) == ()
    assert [change.label for change in desk.take(settled(desk))] == ["Changed outside: articles/tides.md"]


def test_a_new_article_from_outside_is_in_the_pool(desk: Desk) -> None:
    (desk.folder / "articles/stars.md").write_text("---\ntitle: Stars\n---\nThey shine.\n", "utf-8")
    (change,) = desk.take(settled(desk))
    assert change.label == "Added outside: articles/stars.md"
    assert "stars" in desk.issue.articles and place_of(desk.issue, "stars") is None


def test_a_half_written_file_is_not_taken_before_it_rests(desk: Desk) -> None:
    watch = Watch(desk.folder)
    settled(desk, watch)
    path = desk.folder / "articles/winds.md"
    whole = path.read_text("utf-8").replace("The winds have names", "Named winds")
    path.write_text(whole[:40], "utf-8")
    first = watch.look(desk.read)
    assert first.files == () and first.unsettled
    path.write_text(whole, "utf-8")
    os.utime(path, ns=(1, 1))
    assert watch.look(desk.read).files == ()
    (file,) = watch.look(desk.read).files
    assert file.data == whole.encode()


def test_an_unreadable_file_from_outside_is_a_problem_and_changes_nothing_here(desk: Desk) -> None:
    watch = Watch(desk.folder)
    outside(desk, "articles/winds.md", "title:", "titel:")
    assert desk.take(settled(desk, watch)) == ()
    assert desk.issue.articles["winds"].title == "The winds have names"
    assert any("cannot be taken up" in problem.message for problem in desk.request().problems.of(desk.issue))
    outside(desk, "articles/winds.md", "titel:", "title:")
    desk.take(settled(desk, watch))
    assert not any("cannot be taken up" in problem.message for problem in desk.request().problems.of(desk.issue))


class TestConflict:
    """An article that changed here and outside."""

    @pytest.fixture
    def conflicted(self, desk: Desk) -> Desk:
        retitle(desk, "winds", "Mine")
        outside(desk, "articles/winds.md", "The winds have names", "Theirs  # a remark")
        assert desk.take(settled(desk)) == ()
        return desk

    def test_nothing_is_lost_and_the_difference_is_shown(self, conflicted: Desk) -> None:
        (conflict,) = conflicted.conflicts
        assert conflict.file == "articles/winds.md"
        assert "-title: Mine" in conflict.diff() and "+title: Theirs" in conflict.diff()
        assert conflict.base is not None and "title: The winds have names" in conflict.base

    def test_it_must_be_decided_before_saving(self, conflicted: Desk) -> None:
        (problem,) = conflicted.save()
        assert (problem.rule, problem.source and problem.source.file) == ("changed-on-disk", "articles/winds.md")
        assert "Theirs" in (conflicted.folder / "articles/winds.md").read_text("utf-8")

    def test_mine_is_written_into_their_file(self, conflicted: Desk) -> None:
        conflicted.resolve("articles/winds.md", "mine")
        assert conflicted.save() == ()
        assert "title: Mine  # a remark" in (conflicted.folder / "articles/winds.md").read_text("utf-8")

    def test_theirs_is_a_step_that_can_be_undone(self, conflicted: Desk) -> None:
        conflicted.resolve("articles/winds.md", "theirs")
        assert conflicted.issue.articles["winds"].title == "Theirs"
        conflicted.undo()
        assert conflicted.issue.articles["winds"].title == "Mine"
        assert conflicted.save() == ()

    def test_it_is_over_when_they_take_their_change_back(self, conflicted: Desk) -> None:
        outside(conflicted, "articles/winds.md", "Theirs  # a remark", "The winds have names")
        conflicted.take(settled(conflicted))
        assert conflicted.conflicts == ()
        assert conflicted.save() == ()


def test_the_same_change_in_both_places_is_no_conflict(desk: Desk) -> None:
    retitle(desk, "winds", "Named winds")
    outside(desk, "articles/winds.md", "The winds have names", "Named winds")
    assert desk.take(settled(desk)) == ()
    assert desk.conflicts == ()
    assert desk.save() == ()


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_an_article_that_is_deleted_outside_is_a_choice(desk: Desk, choice: str) -> None:
    path = desk.folder / "articles/winds.md"
    path.unlink()
    desk.take(settled(desk))
    (conflict,) = desk.conflicts
    assert conflict.theirs is None
    desk.resolve(conflict.file, choice)  # type: ignore[arg-type]
    assert ("winds" in desk.issue.articles) == (choice == "mine")
    assert desk.save() == ()
    assert path.exists() == (choice == "mine")
    assert read_issue(desk.folder).issue is not None


def test_a_deleted_issue_yaml_is_put_back(desk: Desk) -> None:
    before = (desk.folder / "issue.yaml").read_bytes()
    (desk.folder / "issue.yaml").unlink()
    desk.take(settled(desk))
    desk.resolve("issue.yaml", "mine")
    assert (desk.folder / "issue.yaml").read_bytes() == before


def test_a_picture_that_changes_outside_is_looked_into_again(desk: Desk) -> None:
    watch = Watch(desk.folder)
    desk.take(settled(desk, watch))
    os.utime(desk.folder / "photos/sea.jpg", ns=(1, 1))
    (change,) = desk.take(settled(desk, watch))
    assert change.pictures == {"photos/sea.jpg"}
    assert desk.overlay["photos/sea.jpg"].stamp == 1


# --- reading only


def test_a_folder_with_errors_is_shown_and_not_written(issue_folder: Path) -> None:
    path = issue_folder / "articles/winds.md"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    desk = open_desk(issue_folder)
    assert isinstance(desk, Desk)
    assert desk.issue.articles["winds"].body, "its text can be read"
    assert any("titel" in problem.message for problem in desk.request().problems.of(desk.issue))
    with pytest.raises(ReadOnly):
        retitle(desk, "tides", "Tides")
    assert not (issue_folder / ".studio").exists()


def test_what_is_no_issue_is_not_opened(tmp_path: Path) -> None:
    refused = open_desk(tmp_path)
    assert isinstance(refused, NotOpened)
    assert refused.problems[0].rule == "no-issue"


def test_problems_of_a_text_are_those_of_the_text_as_it_is(desk: Desk) -> None:
    body = desk.issue.articles["winds"].markdown
    desk.apply(replace_body(desk.issue, "winds", body + "\n![](photo:7)\n"))
    found = [p for p in desk.request().problems.of(desk.issue) if p.rule == "photo-pin"]
    assert [problem.article for problem in found] == ["winds"]
    desk.undo()
    assert not [p for p in desk.request().problems.of(desk.issue) if p.rule == "photo-pin"]


def test_a_section_is_renamed_here_while_an_article_changes_outside(desk: Desk) -> None:
    desk.apply(set_section(desk.issue, "Air", {"name": "Sky"}))
    outside(desk, "articles/winds.md", "The winds have names", "Named winds")
    desk.take(settled(desk))
    assert desk.save() == ()
    reread = read_issue(desk.folder).issue
    assert reread is not None
    assert place_of(reread, "winds") == Place("Sky", 0)
    assert reread.articles["winds"].title == "Named winds"
