"""The window with the small issue: settings, cache and documents of their own, threads ended after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.qt import without_qt

if without_qt():
    collect_ignore_glob = ["test_*.py"]
if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from digest_studio.gui.controller import Controller
    from digest_studio.gui.pages import PagesView
    from digest_studio.gui.settings import Settings
    from digest_studio.gui.welcome import Previews
    from digest_studio.gui.window import MainWindow

PATIENCE = 30_000
"""Milliseconds after which a signal that does not come fails a test."""


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    from PySide6.QtCore import QSettings

    from digest_studio.gui.settings import Settings

    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    from digest_studio.gui.controller import Controller

    made = Controller()
    yield made
    made.shut_down()


@pytest.fixture
def opened(controller: Controller, issue_folder: Path, qtbot: QtBot) -> Controller:
    """A controller with the small issue open and laid out."""
    with qtbot.waitSignals([controller.made_changed, controller.problems_changed], timeout=PATIENCE):
        controller.open(issue_folder)
    return controller


@pytest.fixture
def view(opened: Controller, qtbot: QtBot) -> PagesView:
    """The pages view on the small issue, 1000 × 800 pixels."""
    from digest_studio.gui.pages import PagesView

    made = PagesView(opened)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def previews(qapp: object, tmp_path: Path) -> Iterator[Previews]:
    from digest_studio.gui.welcome import Previews

    made = Previews(tmp_path / "cache")
    yield made
    made.stop()


@pytest.fixture
def make_window(settings: Settings, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """Makes windows that share their settings, as one after the other does."""
    from digest_studio.gui.controller import Controller
    from digest_studio.gui.window import MainWindow

    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(Controller(), settings, tmp_path / "cache")
        window.show()
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.leave_at_once()


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    return make_window()
