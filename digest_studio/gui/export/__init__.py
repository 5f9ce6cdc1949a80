"""Export: edition, pages and file; what preflight says before; progress; the old file stays whole until the new one is.

In: the controller's pages. Out: a PDF.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.export.dialog import ExportDialog


def make(controller: Controller, parent: QWidget | None) -> QDialog:
    """The dialog, to be shown by who asked for it."""
    dialog = ExportDialog(controller, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
