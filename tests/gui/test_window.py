"""The window: opening, undo by name, saving, what is remembered, what is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from digest_studio.gui.editor.conflicts import ConflictChoice
from digest_studio.gui.pages import Overlay
from digest_studio.gui.selection import Selection
from digest_studio.gui.window import FLAT_PLAN, PAGES, TEXT, MainWindow
from digest_studio.model.edits import set_article
from tests.gui.conftest import PATIENCE


def open_in(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignals([window.controller.made_changed, window.controller.problems_changed], timeout=PATIENCE):
        window.open_issue(folder)


def action(window: MainWindow, text: str) -> QAction:
    found = [each for each in window.findChildren(QAction) if each.text().replace("&", "").startswith(text)]
    assert found, text
    return found[0]


def retitle(window: MainWindow, title: str) -> None:
    assert window.controller.issue is not None
    window.controller.apply(set_article(window.controller.issue, "tides", {"title": title}))


def test_it_begins_with_the_welcome_view_and_no_panes(window: MainWindow) -> None:
    assert window.current_view == "welcome"
    assert not any(dock.isVisible() for dock in window.docks.values())
    assert not action(window, "Save").isEnabled()
    assert action(window, "Open …").isEnabled()


def test_an_issue_opens_on_its_pages_and_is_remembered(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    open_in(window, issue_folder, qtbot)
    assert window.current_view == "pages"
    assert window.docks["outline"].isVisible()
    assert window.docks["inspector"].isVisible()
    assert "Harbour Review" in window.windowTitle()
    assert window.settings.recent == (issue_folder,)


@pytest.mark.parametrize("name", ["pages", "flat-plan", "text"])
def test_every_view_comes_to_the_front(window: MainWindow, issue_folder: Path, qtbot: QtBot, name: str) -> None:
    open_in(window, issue_folder, qtbot)
    window.show_view(name)
    assert window.current_view == name


def test_steps_are_undone_and_redone_by_name(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    open_in(window, issue_folder, qtbot)
    assert not action(window, "Undo").isEnabled()
    retitle(window, "Ebb")
    assert window.isWindowModified()
    undo = action(window, "Undo")
    assert "Change title" in undo.text()
    undo.trigger()
    assert window.controller.issue is not None
    assert window.controller.issue.articles["tides"].title != "Ebb"
    assert not window.isWindowModified()
    action(window, "Redo").trigger()
    assert window.controller.issue.articles["tides"].title == "Ebb"


def test_saving_writes_the_folder_and_keeps_the_history(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    open_in(window, issue_folder, qtbot)
    retitle(window, "Ebb")
    with qtbot.waitSignal(window.controller.save_finished, timeout=PATIENCE) as saved:
        action(window, "Save").trigger()
    assert saved.args == [True]
    assert "title: Ebb" in (issue_folder / "articles" / "tides.md").read_text(encoding="utf-8")
    assert not window.isWindowModified()
    assert action(window, "Undo").isEnabled()


def test_what_changes_outside_is_taken_up_as_a_step(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    open_in(window, issue_folder, qtbot)
    file = issue_folder / "articles" / "tides.md"
    with qtbot.waitSignal(window.controller.issue_changed, timeout=PATIENCE):
        file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    assert window.controller.issue is not None
    assert window.controller.issue.articles["tides"].title.startswith("New ")
    assert window.controller.undo_label is not None


def test_unsaved_work_is_offered_after_a_crash(
    make_window: Callable[[], MainWindow], issue_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first = make_window()
    open_in(first, issue_folder, qtbot)
    retitle(first, "Ebb")
    journal = issue_folder / ".studio" / "journal"
    qtbot.waitUntil(journal.exists, timeout=PATIENCE)
    crashed = Path(shutil.copytree(issue_folder, tmp_path / "crashed"))  # as a killed studio leaves its folder
    (crashed / ".studio" / "lock").unlink()
    second = make_window()
    open_in(second, crashed, qtbot)
    assert second.controller.recovered is not None
    assert any("Change title" in label.text() for label in second.notices.findChildren(QLabel))
    button(second, "Restore").click()
    assert second.controller.issue is not None
    assert second.controller.issue.articles["tides"].title == "Ebb"
    assert not second.notices.isVisible()


def button(window: MainWindow, text: str) -> QPushButton:
    return next(each for each in window.notices.findChildren(QPushButton) if each.text() == text)


def test_a_second_studio_looks_only_until_it_takes_over(
    make_window: Callable[[], MainWindow], issue_folder: Path, qtbot: QtBot
) -> None:
    open_in(make_window(), issue_folder, qtbot)
    second = make_window()
    open_in(second, issue_folder, qtbot)
    assert second.controller.read_only
    retitle(second, "Ebb")
    assert not second.controller.dirty
    with qtbot.waitSignal(second.controller.opened, timeout=PATIENCE):
        button(second, "Take It Over").click()
    assert not second.controller.read_only


def test_a_folder_with_errors_is_shown_as_far_as_it_goes(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    file = issue_folder / "articles" / "winds.md"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    open_in(window, issue_folder, qtbot)
    assert window.current_view == "pages"
    assert window.controller.read_only
    assert window.docks["problems"].isVisible()
    assert any(problem.source and problem.source.file == "articles/winds.md" for problem in window.controller.problems)


def test_a_folder_that_is_no_issue_leaves_the_open_one(
    window: MainWindow, issue_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "nothing").mkdir()
    open_in(window, issue_folder, qtbot)
    with qtbot.waitSignal(window.controller.refused, timeout=PATIENCE):
        window.open_issue(tmp_path / "nothing")
    assert window.controller.folder == issue_folder
    assert window.current_view == "welcome"
    assert window.welcome.showing_problems


def test_window_overlays_and_zoom_are_remembered(make_window: Callable[[], MainWindow], issue_folder: Path, qtbot: QtBot) -> None:
    first = make_window()
    open_in(first, issue_folder, qtbot)
    action(first, "Baseline Grid").trigger()
    first.pages.zoom_to(1.25)
    first.docks["inspector"].hide()
    first.resize(740, 700)
    first.close()
    second = make_window()
    open_in(second, issue_folder, qtbot)
    assert second.settings.overlays == {Overlay.BASELINES.value}
    assert second.pages.zoom == 1.25
    assert not second.docks["inspector"].isVisible()
    assert second.height() == 700


def test_every_action_has_a_name_and_no_shortcut_twice(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    open_in(window, issue_folder, qtbot)
    taken: dict[str, str] = {}
    for each in window.findChildren(QAction):
        if each.isSeparator() or each.shortcutContext() != Qt.ShortcutContext.WindowShortcut:
            continue
        for key in each.shortcuts():
            text = key.toString()
            assert taken.setdefault(text, each.text()) == each.text(), text


@pytest.mark.parametrize("choice", ["Save", "Discard", "Cancel"])
def test_unsaved_work_is_asked_about_before_the_window_closes(
    window: MainWindow, issue_folder: Path, qtbot: QtBot, choice: str
) -> None:
    open_in(window, issue_folder, qtbot)
    before = (issue_folder / "articles" / "tides.md").read_text(encoding="utf-8")
    retitle(window, "Ebb")
    window.close()
    assert window.isVisible()
    box = window.findChild(QMessageBox)
    box.button(QMessageBox.StandardButton[choice]).click()
    qtbot.waitUntil(lambda: window.isVisible() == (choice == "Cancel"), timeout=PATIENCE)
    after = (issue_folder / "articles" / "tides.md").read_text(encoding="utf-8")
    assert (after == before) == (choice != "Save")


def test_closing_goes_back_to_the_welcome_view(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    open_in(window, issue_folder, qtbot)
    with qtbot.waitSignal(window.controller.closed):
        action(window, "Close Issue").trigger()
    assert window.current_view == "welcome"
    assert window.controller.issue is None
    window.resize(window.width(), window.height() - 40)
    assert not any(button.isVisible() for button in window.statusBar().findChildren(QToolButton))


@pytest.fixture
def large_type(qapp: QApplication) -> Iterator[None]:
    """The system's type at 150 %."""
    before = QFont(qapp.font())
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * 1.5)
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


def test_the_window_fits_a_small_screen_in_every_view(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    assert_small(window)
    open_in(window, issue_folder, qtbot)
    window.docks["problems"].show()
    for view in (PAGES, FLAT_PLAN, TEXT):
        window.show_view(view)
        assert_small(window)


@pytest.mark.usefixtures("large_type")
def test_nothing_of_the_inspector_is_cut_off_in_large_type(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    open_in(window, issue_folder, qtbot)
    inspector = window.docks["inspector"].widget()
    for selection in (Selection(), Selection("article", "tides"), Selection("photo", "tides", 0), Selection("ad", "ropes")):
        window.controller.select(selection)
        qtbot.waitUntil(lambda: inspector.form.width() <= inspector._scroll.viewport().width())
        assert inspector.form.minimumSizeHint().width() <= inspector._scroll.viewport().width()
    assert window.width() <= 1024


def assert_small(window: MainWindow) -> None:
    least = window.minimumSizeHint()
    assert (least.width() <= 1024, least.height() <= 700) == (True, True), least


def test_a_file_changed_here_and_outside_is_compared_and_chosen_from_every_view(
    window: MainWindow, issue_folder: Path, qtbot: QtBot
) -> None:
    open_in(window, issue_folder, qtbot)
    controller = window.controller
    for article in ("tides", "winds"):
        assert controller.issue is not None
        controller.apply(set_article(controller.issue, article, {"title": f"My {article}"}))
        file = issue_folder / f"articles/{article}.md"
        file.write_text(file.read_text("utf-8").replace("title:", "title: Their", 1), "utf-8")
    qtbot.waitUntil(lambda: len(controller.conflicts) == 2, timeout=PATIENCE)
    for view in (PAGES, FLAT_PLAN, TEXT):
        window.show_view(view)
        assert button(window, "Compare and Choose …").isVisible()
    button(window, "Compare and Choose …").click()
    for choice in ("theirs", "mine"):
        (dialog,) = [each for each in window.findChildren(ConflictChoice) if each.isVisible()]
        getattr(dialog, choice).click()
    assert not controller.conflicts
    assert not window.notices.isVisible()
    titles = {controller.issue.articles[name].title.partition(" ")[0] for name in ("tides", "winds")}
    assert titles == {"Their", "My"}
