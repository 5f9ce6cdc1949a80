"""The text view: typing changes the pages, the page follows the cursor, find and replace, mine or theirs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl

from digest_studio.display.document import walk
from digest_studio.display.items import TextLine
from digest_studio.gui.editor.conflicts import MY_WORDS, THEIR_WORDS, ConflictChoice, choose, compared
from digest_studio.gui.editor.find import Query, hits_in, hits_in_issue, replace_in_issue, replaced
from digest_studio.gui.editor.pane import TextView
from digest_studio.gui.editor.places import Places
from digest_studio.gui.editor.text import difference, index_of, units
from digest_studio.gui.selection import Selection
from digest_studio.model.edits import replace_body, set_article


@pytest.fixture
def view(qtbot, controller) -> TextView:
    made = TextView(controller)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    controller.select(Selection("article", "winds"))
    return made


def test_without_an_article_it_says_what_belongs_there(qtbot, controller):
    made = TextView(controller)
    qtbot.addWidget(made)
    assert made.article == ""
    assert made._stack.currentIndex() == 0


def test_typing_is_laid_out_and_undone_in_one_step(qtbot, view, controller):
    before = controller.issue.articles["winds"].markdown
    view.edit.moveCursor(view.edit.textCursor().MoveOperation.End)
    with qtbot.waitSignal(controller.made_changed, check_params_cb=lambda made, _: "Quoll" in str(made.issue.articles["winds"])):
        qtbot.keyClicks(view.edit, " Quoll.")
    assert controller.issue.articles["winds"].markdown == before + " Quoll."
    assert controller.undo_label == "Edit “The winds have names”"
    controller.undo()
    assert view.edit.text() == before
    assert controller.undo_label is None


def test_no_break_spaces_survive_an_edit(qtbot, view, controller):
    controller.apply(replace_body(controller.issue, "winds", "1\u00a0May 🌬 wind"))
    view.edit.moveCursor(view.edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(view.edit, "s")
    assert controller.issue.articles["winds"].markdown == "1\u00a0May 🌬 winds"


def test_what_changes_elsewhere_leaves_the_cursor_where_it_was(view, controller):
    text = controller.issue.articles["winds"].markdown
    place = text.index("story")
    view.edit.go_to(place)
    controller.apply(replace_body(controller.issue, "winds", "Long ago. " + text))
    assert view.edit.text()[view.edit.textCursor().position() :].startswith("story")


@given(st.text(), st.text(), st.text(), st.text())
def test_the_difference_makes_the_new_text_of_the_old(head, old, new, tail):
    one, other = head + old + tail, head + new + tail
    start, end, put = difference(one, other)
    assert one[: index_of(one, start)] + put + one[index_of(one, end) :] == other
    assert units(one) >= len(one)


# --- places


def test_every_word_of_a_long_article_is_found_on_its_page_and_back(controller):
    text = controller.issue.articles["tides"].markdown
    places = Places(controller.made, "tides")
    for match in list(re.finditer(r"local pride|mud-larks|clay pipes|letters in bottles|chart datum|\d+\. time", text)):
        found = places.on_page(match.start())
        page = next(page for page in controller.made.document.pages if page.number == found.page)
        near = [
            "".join(part for run in item.runs for part in run.text) for item, dx, dy in walk(page.items)
            if isinstance(item, TextLine) and abs(item.y + dy - 12 - found.box.y) < 30
        ]  # fmt: skip
        assert any(match[0].split()[-1].strip(".") in line.replace("\xad", "") for line in near), match[0]
        back = places.at(found.page, found.box.x + 1, found.box.y + 5)
        assert abs(back - match.start()) < 120


def test_places_hold_after_an_edit_too(qtbot, controller):
    text = controller.issue.articles["tides"].markdown
    with qtbot.waitSignal(controller.made_changed, check_params_cb=lambda made, _: "A new start" in
                          made.issue.articles["tides"].markdown):  # fmt: skip
        controller.apply(replace_body(controller.issue, "tides", "A new start.\n\n" + text))
    places = Places(controller.made, "tides")
    first, heading = places.on_page(3), places.on_page(controller.issue.articles["tides"].markdown.index("The mud-larks"))
    assert first.page <= heading.page
    assert (first.page, first.box.y) != (heading.page, heading.box.y)


def test_the_page_beside_follows_the_cursor(qtbot, view, controller):
    controller.select(Selection("article", "tides"))
    text = controller.issue.articles["tides"].markdown
    view.edit.go_to(len(text) - 5)
    last = Places(controller.made, "tides").on_page(len(text) - 5)
    qtbot.waitUntil(lambda: view.beside.marked == last)
    view.edit.go_to(0)
    first = Places(controller.made, "tides").on_page(0)
    qtbot.waitUntil(lambda: view.beside.marked == first)
    assert first.page < last.page or first.box.y < last.box.y


def test_a_click_on_the_pages_text_puts_the_cursor_there(view, controller):
    controller.select(Selection("article", "tides"))
    place = controller.issue.articles["tides"].markdown.index("The mud-larks")
    there = Places(controller.made, "tides").on_page(place)
    controller.edit(Selection("article", "tides", page=there.page, at=(there.box.x + 2, there.box.y + 6)))
    assert view.edit.textCursor().position() == place


def test_the_view_that_is_made_by_a_double_click_has_its_cursor_there(qtbot, controller):
    controller.select(Selection("article", "tides"))
    place = controller.issue.articles["tides"].markdown.index("The mud-larks")
    there = Places(controller.made, "tides").on_page(place)
    controller.edit(Selection("article", "tides", at=(there.box.x + 2, there.box.y + 6), page=there.page))
    made = TextView(controller)
    qtbot.addWidget(made)
    assert made.edit.textCursor().position() == place


def test_a_problems_line_is_underlined_and_gone_to(qtbot, view, controller):
    body = controller.issue.articles["winds"].markdown
    with qtbot.waitSignal(controller.problems_changed, check_params_cb=lambda told: any("table" in p.message for p in told)):
        controller.apply(replace_body(controller.issue, "winds", body + "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"))
    (line,) = view.edit._told
    assert view.edit.document().findBlockByNumber(line).text().startswith("|")
    problem = view.edit._told[line][0]
    controller.edit(Selection("article", "winds", line=problem.source.line))
    assert view.edit.textCursor().blockNumber() == line


def test_words_and_lines_are_counted(view, controller):
    assert re.match(r"\d+ word", view.counted.text())


def test_lines_that_found_no_place_are_told(qtbot, view, controller):
    def over(made, _):
        layout = made.plan.articles.get("winds")
        return layout is not None and layout.lines_over > 0

    body = controller.issue.articles["winds"].markdown
    with qtbot.waitSignal(controller.made_changed, check_params_cb=over):
        long = set_article(replace_body(controller.issue, "winds", body * 12)[1], "winds", {"pages": 1})
        controller.apply(long)
    lines = controller.made.plan.articles["winds"].lines_over
    assert f"{lines} line(s) over" in view.counted.text()


# --- find and replace


def test_words_are_found_with_their_lines_and_surroundings():
    text = "A wind.\nThe Wind rewinds."
    (first, second, third) = hits_in(text, Query("wind"))
    assert (first.line, second.line, third.found) == (1, 2, "wind")
    assert (second.before, second.after) == ("The ", " rewinds.")
    assert len(list(hits_in(text, Query("wind", words=True)))) == 2
    assert len(list(hits_in(text, Query("wind", case=True)))) == 2


def test_a_pattern_replaces_with_its_groups_and_plain_text_with_itself():
    assert replaced("10 km, 12 km", Query(r"(\d+) km", pattern=True), r"\1 kilometres") == ("10 kilometres, 12 kilometres", 2)
    assert replaced("a.b", Query("."), r"\1") == (r"a\1b", 1)


@given(st.text(max_size=60), st.text(min_size=1, max_size=4), st.text(max_size=4))
def test_replacing_plain_text_is_what_strings_do(text, old, new):
    assert replaced(text, Query(old, case=True), new) == (text.replace(old, new), text.count(old))


def test_replacing_in_the_whole_issue_is_one_step(qtbot, view, controller):
    hits = hits_in_issue(controller.issue, Query("logbooks"))
    assert {hit.article for hit in hits} >= {"foreword", "tides", "winds"}
    view.find_text()
    view.find_bar.wanted.setText("logbooks")
    view.find_bar.everywhere.setChecked(True)
    view.find_bar.by.setText("journals")
    view.find_bar.search()
    assert view.find_bar.list.topLevelItemCount() == len({hit.article for hit in hits})
    assert view.find_bar.hits == hits
    qtbot.mouseClick(view.find_bar._all, Qt.MouseButton.LeftButton)
    assert not hits_in_issue(controller.issue, Query("logbooks"))
    assert controller.undo_label == "Replace “logbooks” by “journals”"
    assert "journals" in view.edit.text()
    controller.undo()
    assert hits_in_issue(controller.issue, Query("logbooks")) == hits


def test_replacing_nothing_changes_nothing(controller):
    (_, after), count = replace_in_issue(controller.issue, Query("zzzz"), "y")
    assert (after, count) == (controller.issue, 0)


def test_return_goes_from_hit_to_hit_and_round(qtbot, view, controller):
    view.find_text()
    view.find_bar.wanted.setText("wind")
    starts = []
    for _ in range(len(list(hits_in(view.edit.text(), Query("wind")))) + 1):
        qtbot.keyClick(view.find_bar.wanted, Qt.Key.Key_Return)
        starts.append(view.edit.textCursor().selectionStart())
    assert starts[-1] == starts[0]
    assert starts[:-1] == sorted(set(starts[:-1]))


def test_a_click_on_a_place_found_shows_that_article(view, controller):
    view.find_text()
    view.find_bar.everywhere.setChecked(True)
    view.find_bar.wanted.setText("гавани")
    view.find_bar.search()
    view.find_bar._show_hit(view.find_bar.list.topLevelItem(0).child(0))
    assert view.article == "harbours"
    assert view.edit.textCursor().selectedText().lower() == "гавани"


def test_a_broken_pattern_is_told(view):
    view.find_text()
    view.find_bar.pattern.setChecked(True)
    view.find_bar.wanted.setText("(")
    view.find_bar.search()
    assert "Not a pattern" in view.find_bar.told.text()


def test_pictures_dropped_on_the_text_become_photographs_and_links_stay_text(qtbot, view, controller, tmp_path: Path):
    elsewhere = tmp_path / "gale.jpg"
    elsewhere.write_bytes((controller.folder / "photos/shore.jpg").read_bytes())
    article, before = view.article, view.edit.text()
    count = len(controller.issue.articles[article].photos)
    files, link = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(elsewhere))])
    assert view.edit.canInsertFromMimeData(files)
    illustrated = lambda issue: len(issue.articles[article].photos) == count + 1  # noqa: E731
    with qtbot.waitSignal(controller.issue_changed, timeout=10_000, check_params_cb=illustrated):
        view.edit.insertFromMimeData(files)
    assert view.edit.text() == before
    link.setUrls([QUrl("https://harbour.example")])
    link.setText("https://harbour.example")
    view.edit.insertFromMimeData(link)
    assert "https://harbour.example" in view.edit.text()


# --- others


@pytest.fixture
def conflict(qtbot, view, controller, issue_folder: Path):
    """The same article changed here and by another program."""
    file = issue_folder / "articles/winds.md"
    controller.apply(replace_body(controller.issue, "winds", "Mine."))
    with qtbot.waitSignal(controller.standing_changed, timeout=10_000, check_params_cb=lambda: bool(controller.conflicts)):
        file.write_text(file.read_text("utf-8").replace("Every wind", "Each wind"), "utf-8")
    return controller.conflicts[0]


def test_a_conflict_is_shown_with_its_difference_and_theirs_can_be_taken_and_undone(qtbot, view, controller, conflict):
    dialog = choose(controller, conflict.file, view)
    assert isinstance(dialog, ConflictChoice)
    dialog.theirs.click()
    assert not controller.conflicts
    assert "Each wind" in view.edit.text()
    controller.undo()
    assert view.edit.text() == "Mine."


def test_mine_can_be_kept(qtbot, view, controller, conflict):
    choose(controller, conflict.file, view).mine.click()
    assert not controller.conflicts
    assert view.edit.text() == "Mine."
    assert controller.dirty


def test_the_words_that_differ_stand_out_in_a_comparison():
    lines = list(compared(["@@ -1 +1 @@", " same", "-Every wind has a name.", "+Each wind has a name.", "+One more."]))
    assert lines[1] == [(" same", None)]
    assert [text for line in lines[2:] for text, _ in line] == ["-Every wind has a name.", "+Each wind has a name.", "+One more."]
    (mine, theirs) = compared(["-Every wind has a name.", "+Each wind has a name."])
    assert [text for text, colour in mine if colour is MY_WORDS] == ["Every"]
    assert [text for text, colour in theirs if colour is THEIR_WORDS] == ["Each"]
