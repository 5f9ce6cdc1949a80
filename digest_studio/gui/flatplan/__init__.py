"""Flat plan: All spreads at a glance."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The pane."""
    return EmptyPane(QCoreApplication.translate("flatplan", "All spreads at a glance."), parent)
