"""The collector of cycles leaves an open issue alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digest_studio.gui.controller import Controller
from digest_studio.gui.pauses import keep_pauses_short
from tests.gui.conftest import PATIENCE


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """As it was, afterwards."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_what_an_open_issue_is_made_of_is_not_looked_through_until_it_is_closed(
    controller: Controller, issue_folder: Path, qtbot: QtBot,
) -> None:
    keep_pauses_short(controller)
    with qtbot.waitSignal(controller.problems_changed, timeout=PATIENCE):
        controller.open(issue_folder)
    assert controller.made is not None
    assert gc.get_freeze_count() > 0
    assert not any(each is controller.made for each in gc.get_objects())
    controller.close()
    assert gc.get_freeze_count() == 0
