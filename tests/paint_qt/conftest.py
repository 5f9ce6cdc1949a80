"""Painting needs Qt and an application, but no display. Where Qt cannot be loaded the tests are skipped and say why."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest_studio.display.document import Document
from tests.paint_qt import everything

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def missing() -> str:
    """Why Qt cannot be loaded: as a rule one of its system libraries, libegl1 or libgl1; "" if it can."""
    try:
        importlib.import_module("PySide6.QtGui")
    except ImportError as error:
        return f"Qt cannot be loaded: {error}"
    return ""


class WithoutQt(pytest.Module):
    """A module of tests that cannot be imported."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        pytest.skip(missing(), allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return WithoutQt.from_parent(parent, path=module_path) if missing() else None


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    """The one application of the test run."""
    return qapp


@pytest.fixture(scope="session")
def page_of_everything(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """One page on which every kind of item stands, in its less usual forms too."""
    return everything.document_in(tmp_path_factory.mktemp("everything"))
