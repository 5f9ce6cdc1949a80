"""Painting needs Qt and an application, but no display. Where Qt cannot be loaded the tests are skipped and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest_studio.display.document import Document
from tests.paint_qt import everything
from tests.qt import pytest_pycollect_makemodule

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

__all__ = ["pytest_pycollect_makemodule"]  # pytest finds it here


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    """The one application of the test run."""
    return qapp


@pytest.fixture(scope="session")
def page_of_everything(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """One page on which every kind of item stands, in its less usual forms too."""
    return everything.document_in(tmp_path_factory.mktemp("everything"))
