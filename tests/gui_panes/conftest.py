"""A controller with the small issue open, its pages made; one for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.qt import without_qt

if without_qt():
    collect_ignore_glob = ["test_*.py"]
else:
    from digest_studio.gui.controller import Controller

    @pytest.fixture
    def controller(qtbot, issue_folder: Path) -> Iterator[Controller]:  # type: ignore[no-untyped-def]
        made = Controller()
        with qtbot.waitSignal(made.made_changed, timeout=30_000):
            made.open(issue_folder)
        yield made
        made.shut_down()
