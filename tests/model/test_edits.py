"""An edit gives another issue and the words for it; the issue before stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest_studio.model import edits
from digest_studio.model.edits import Place
from digest_studio.model.issue import AdEntry, ArticleEntry, Issue, Section
from tests.model.folder import make_folder, read


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    return read(make_folder(tmp_path))[1]


def order(issue: Issue) -> list[str]:
    """The outline in short: sections in capitals, advertisements with a plus."""
    words = []
    for entry in issue.outline:
        items = entry.items if isinstance(entry, Section) else (entry,)
        words += [entry.name.upper()] if isinstance(entry, Section) else []
        words += [
            item.article if isinstance(item, ArticleEntry) else f"+{item.ad}" if isinstance(item, AdEntry) else "c"
            for item in items
        ]
    return words


def test_positions_are_counted_without_what_moves(issue: Issue) -> None:
    before = order(issue)
    assert before == ["c", "foreword", "NEWS", "tide", "+bank", "boats", "NOTES", "bells", "buoys", "+bank"]
    label, moved = edits.place_article(issue, "tide", Place("News", 2))
    assert label == "Move “The tide: a year's work”"
    assert order(moved) == ["c", "foreword", "NEWS", "+bank", "boats", "tide", "NOTES", "bells", "buoys", "+bank"]
    assert order(issue) == before


def test_an_entry_keeps_what_it_says_wherever_it_stands(issue: Issue) -> None:
    _, moved = edits.place_article(issue, "boats", Place(None, 0))
    first = moved.outline[0]
    assert isinstance(first, ArticleEntry) and not first.contents
    assert edits.place_of(moved, "boats") == Place(None, 0)


def test_the_pool(issue: Issue) -> None:
    assert edits.place_of(issue, "spare") is None
    label, placed = edits.place_article(issue, "spare", Place("Notes", 0))
    assert label == "Place “Spare”" and edits.place_of(placed, "spare") == Place("Notes", 0)
    _, taken = edits.take_out(placed, Place("Notes", 0))
    assert order(taken) == order(issue) and "spare" in taken.articles


def test_sections_hold_no_sections(issue: Issue) -> None:
    with pytest.raises(ValueError, match="section"):
        edits.move_entry(issue, Place(None, 2), Place("Notes", 0))


def test_fields_and_bodies(issue: Issue) -> None:
    label, changed = edits.set_article(issue, "tide", {"contents_title": "Tide", "kicker": "Sea"})
    assert label == "Change contents title, kicker of “The tide: a year's work”"
    assert changed.articles["tide"].contents_title == "Tide"
    assert changed.articles["boats"] is issue.articles["boats"]
    same = edits.replace_body(issue, "tide", issue.articles["tide"].markdown)[1]
    assert same is issue


def test_what_an_edited_body_says_keeps_the_lines_of_its_file(tmp_path: Path, issue: Issue) -> None:
    tide = issue.articles["tide"]
    _, changed = edits.replace_body(issue, "tide", f"{tide.markdown}\n\nA last word.\n")
    lines = [block.line for block in changed.articles["tide"].body]
    assert lines[: len(tide.body)] == [block.line for block in tide.body]
    file = (tmp_path / "articles/tide.md").read_text("utf-8").splitlines()
    assert file[lines[0] - 1] == tide.markdown.strip().splitlines()[0]
    _, moved = edits.replace_body(issue, "tide", f"{tide.markdown} ", body_line=tide.body_line + 3)
    assert moved.articles["tide"].body[0].line == lines[0] + 3
