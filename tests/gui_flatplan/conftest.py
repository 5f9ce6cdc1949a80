"""A flat plan over the small issue, without a window of its own. Where Qt cannot be loaded the tests are skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.qt import laid_out, pytest_pycollect_makemodule

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from digest_studio.gui.controller import Controller
    from digest_studio.gui.flatplan.pane import FlatPlanPane

__all__ = ["pytest_pycollect_makemodule"]  # pytest finds it here


@pytest.fixture
def controller(qtbot: QtBot, issue_folder: Path) -> Iterator[Controller]:
    """The small issue, open and laid out."""
    yield from laid_out(qtbot, issue_folder)


@pytest.fixture
def pane(qtbot: QtBot, controller: Controller) -> FlatPlanPane:
    """The flat plan, shown."""
    from digest_studio.gui.flatplan.pane import FlatPlanPane

    made = FlatPlanPane(controller)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made
