"""Problems: What stands in the way of printing, each with its remedy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The pane."""
    return EmptyPane(QCoreApplication.translate("problems", "What stands in the way of printing, each with its remedy."), parent)
