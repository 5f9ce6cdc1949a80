"""Painting needs Qt and an application, but no display. Where Qt cannot be loaded the tests are skipped and say why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest_studio.display.document import Document
from tests.paint_qt import everything
from tests.qt import without_qt

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


class WithoutQt(pytest.Module):
    """A module of tests that cannot be imported."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        pytest.skip(without_qt(), allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return WithoutQt.from_parent(parent, path=module_path) if without_qt() else None


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    """The one application of the test run."""
    return qapp


@pytest.fixture(scope="session")
def page_of_everything(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """One page on which every kind of item stands, in its less usual forms too."""
    return everything.document_in(tmp_path_factory.mktemp("everything"))
