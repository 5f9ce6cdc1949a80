"""Before an issue is open: recent issues, new ones, and folders with errors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.say import say
from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane
from digest_studio.gui.settings import Settings
from digest_studio.gui.troubles import TroubleList
from digest_studio.gui.welcome import Previews, Welcome
from digest_studio.gui.welcome.new import NewIssue
from digest_studio.gui.welcome.sample import copy_of_sample
from digest_studio.gui.welcome.shelf import RecentIssues, Shelf
from digest_studio.model.read import read_issue
from tests.gui.conftest import PATIENCE


@pytest.fixture
def make_welcome(controller: Controller, settings: Settings, previews: Previews, qtbot: QtBot) -> Callable[[], Welcome]:
    def make() -> Welcome:
        made = Welcome(controller, settings, previews)
        qtbot.addWidget(made)
        made.resize(1000, 700)
        made.show()
        return made

    return make


def test_without_recent_issues_it_says_what_will_be_there(make_welcome: Callable[[], Welcome]) -> None:
    welcome = make_welcome()
    assert welcome.findChild(EmptyPane).isVisible()
    assert not welcome.findChild(Shelf).isVisible()


def test_recent_issues_show_their_covers_and_names(
    settings: Settings, previews: Previews, issue_folder: Path, qtbot: QtBot
) -> None:
    settings.add_recent(issue_folder)
    recent = RecentIssues(settings, previews)
    recent.refresh()
    with qtbot.waitSignal(previews.ready, timeout=PATIENCE) as came:
        assert recent.index(0).data() == issue_folder.name
    assert came.args == [issue_folder]
    assert recent.index(0).data() == "Harbour Review, Spring 2025"
    preview = previews.cover(issue_folder)
    assert preview is not None
    assert not preview.picture.isNull()


def test_covers_are_kept_for_the_next_start(
    settings: Settings, previews: Previews, issue_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(previews.ready, timeout=PATIENCE):
        previews.cover(issue_folder)
    again = Previews(tmp_path / "cache")
    preview = again.cover(issue_folder)
    again.stop()
    assert preview is not None
    assert (preview.publication, preview.period) == ("Harbour Review", "Spring 2025")


def test_a_recent_issue_opens_by_click_and_by_key(
    make_welcome: Callable[[], Welcome], settings: Settings, issue_folder: Path, qtbot: QtBot
) -> None:
    settings.add_recent(issue_folder)
    welcome = make_welcome()
    shelf = welcome.findChild(Shelf)
    box = shelf.visualRect(shelf.model().index(0, 0))
    with qtbot.waitSignal(welcome.issue_wanted) as wanted:
        qtbot.mouseClick(shelf.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert wanted.args == [issue_folder]
    shelf.setCurrentIndex(shelf.model().index(0, 0))
    with qtbot.waitSignal(welcome.issue_wanted):
        qtbot.keyClick(shelf, Qt.Key.Key_Return)


def test_an_issue_that_is_gone_says_so(settings: Settings, previews: Previews, tmp_path: Path) -> None:
    settings.add_recent(tmp_path / "gone")
    recent = RecentIssues(settings, previews)
    recent.refresh()
    assert "not there any more" in recent.index(0).data(Qt.ItemDataRole.ToolTipRole)
    recent.forget(tmp_path / "gone")
    assert recent.rowCount() == 0
    assert settings.recent == ()


def test_the_last_issue_opened_comes_first_and_once(settings: Settings, tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        settings.add_recent(tmp_path / name)
    assert settings.recent == (tmp_path / "a", tmp_path / "b")


def test_buttons_ask_for_what_they_say(make_welcome: Callable[[], Welcome], qtbot: QtBot) -> None:
    welcome = make_welcome()
    buttons = {button.text(): button for button in welcome.findChildren(QToolButton)}
    for text, signal in (("New Issue …", welcome.new_wanted), ("Open …", welcome.open_wanted),
                         ("Open the Sample Issue", welcome.sample_wanted)):  # fmt: skip
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(buttons[text], Qt.MouseButton.LeftButton)


def test_a_folder_that_cannot_be_read_is_explained(make_welcome: Callable[[], Welcome], tmp_path: Path) -> None:
    (tmp_path / "issue.yaml").write_text("format: [", encoding="utf-8")
    welcome = make_welcome()
    welcome.show_problems(tmp_path, read_issue(tmp_path).problems)
    assert welcome.showing_problems
    row = welcome.problems.topLevelItem(0)
    assert row is not None
    assert row.text(0).startswith("issue.yaml:")
    assert row.text(1)
    assert row.text(2)
    assert welcome.problems.open_file.isEnabled()


def test_a_new_issue_is_made_from_what_was_typed(previews: Previews, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewIssue(previews)
    qtbot.addWidget(dialog)
    dialog.publication.setText("Harbour Review")
    dialog.period.setText("Summer 2025")
    assert Path(dialog.folder.text()).name == "harbour-review-summer-2025"
    dialog.folder.setText(str(tmp_path / "summer"))
    with qtbot.waitSignal(dialog.made) as made:
        dialog.make_issue()
    issue = read_issue(made.args[0]).issue
    assert issue is not None
    assert (issue.publication, issue.period, issue.theme) == ("Harbour Review", "Summer 2025", "secretariat")


def test_a_folder_that_is_taken_is_refused_and_left_alone(previews: Previews, issue_folder: Path, qtbot: QtBot) -> None:
    before = (issue_folder / "issue.yaml").read_bytes()
    dialog = NewIssue(previews)
    qtbot.addWidget(dialog)
    dialog.publication.setText("Harbour Review")
    dialog.folder.setText(str(issue_folder))
    dialog.make_issue()
    assert dialog.trouble
    assert (issue_folder / "issue.yaml").read_bytes() == before


def test_themes_are_shown_by_pages_of_the_sample_issue(previews: Previews, qtbot: QtBot) -> None:
    with qtbot.waitSignal(previews.ready, timeout=PATIENCE):
        assert previews.look("quarterly") is None
    look = previews.look("quarterly")
    assert look is not None
    assert look.picture.width() > look.picture.height()


def test_the_sample_is_opened_as_a_copy_of_ones_own(issue_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = copy_of_sample(issue_folder, tmp_path / "documents")
    assert read_issue(copy).issue is not None
    (copy / "issue.yaml").write_text("mine", encoding="utf-8")
    assert copy_of_sample(issue_folder, tmp_path / "documents") == copy
    assert (copy / "issue.yaml").read_text(encoding="utf-8") == "mine"


def test_a_long_problem_is_read_whole(qtbot: QtBot, tmp_path: Path) -> None:
    messages = (say("it is a file"), say("it is longer than {most} characters", most="many " * 40))
    problems = [Diagnostic("x", message) for message in messages]
    listed = TroubleList()
    qtbot.addWidget(listed)
    listed.resize(500, 300)
    listed.show_problems(tmp_path, problems)
    with qtbot.waitExposed(listed):
        listed.show()
    short, long = (listed.visualItemRect(listed.topLevelItem(row)).height() for row in range(2))
    assert long > 3 * short
