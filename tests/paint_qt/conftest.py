"""Painting needs Qt and an application, but no display."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6.QtGui", reason="Qt's system libraries (libegl1, libgl1, …) are missing", exc_type=ImportError)

from PySide6.QtGui import QGuiApplication

from digest_studio.display.document import Document
from tests.paint_qt import everything


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    """The one application of the test run."""
    return qapp


@pytest.fixture(scope="session")
def page_of_everything(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """One page on which every kind of item stands, in its less usual forms too."""
    return everything.document_in(tmp_path_factory.mktemp("everything"))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
