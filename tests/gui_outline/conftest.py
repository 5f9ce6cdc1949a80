"""An outline pane over the small issue, without a window of its own. Where Qt cannot be loaded the tests are skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.qt import without_qt

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from digest_studio.gui.controller import Controller
    from digest_studio.gui.outline.pane import OutlinePane


class WithoutQt(pytest.Module):
    """A module of tests that cannot be imported."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        pytest.skip(without_qt(), allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return WithoutQt.from_parent(parent, path=module_path) if without_qt() else None


@pytest.fixture
def controller(qtbot: QtBot, issue_folder: Path) -> Iterator[Controller]:
    """The small issue, open and laid out."""
    from digest_studio.gui.controller import Controller

    made = Controller()
    with qtbot.waitSignal(made.problems_changed, timeout=20000):
        made.open(issue_folder)
    yield made
    made.shut_down()


@pytest.fixture
def pane(qtbot: QtBot, controller: Controller) -> OutlinePane:
    """The outline, shown."""
    from digest_studio.gui.outline.pane import OutlinePane

    made = OutlinePane(controller)
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    return made
