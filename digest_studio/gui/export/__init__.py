"""Export: edition, pages and file, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane


def make(controller: Controller, parent: QWidget | None) -> QDialog:
    """The dialog, to be shown by who asked for it."""
    dialog = QDialog(parent)
    QVBoxLayout(dialog).addWidget(EmptyPane(QCoreApplication.translate("export", "The PDF of the issue."), dialog))
    return dialog
