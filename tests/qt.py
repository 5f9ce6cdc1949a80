"""Whether Qt can be loaded: its system libraries are not on every machine that tests the engine."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from digest_studio.gui.controller import Controller

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@cache
def without_qt() -> str:
    """Why Qt cannot be loaded: as a rule one of its system libraries, libegl1 or libgl1; "" if it can."""
    try:
        importlib.import_module("PySide6.QtGui")
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return f"Qt cannot be loaded: {error}"
    return ""


class WithoutQt(pytest.Module):
    """A module of tests that cannot be imported."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        pytest.skip(without_qt(), allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """For a conftest to import: where Qt cannot be loaded, its folder's tests are skipped and say why."""
    return WithoutQt.from_parent(parent, path=module_path) if without_qt() else None


def laid_out(qtbot: QtBot, folder: Path) -> Iterator[Controller]:
    """A controller with an issue open, its pages made and looked over; shut down afterwards.

    What was copied leaves the clipboard with it: the program leaves by _exit, but pytest takes the interpreter down first and
    Qt's clipboard after it, and a QMimeData made in Python does not outlive its interpreter (a segmentation fault).
    """
    from PySide6.QtGui import QGuiApplication

    from digest_studio.gui.controller import Controller

    made = Controller()
    with qtbot.waitSignal(made.problems_changed, timeout=20000):
        made.open(folder)
    yield made
    made.shut_down()
    QGuiApplication.clipboard().clear()
