"""Outline: the issue's sections with their articles and advertisements, in reading order."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The pane."""
    text = QCoreApplication.translate("outline", "The issue's sections with their articles and advertisements.")
    return EmptyPane(text, parent)
