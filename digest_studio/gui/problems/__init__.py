"""Problems: what is wrong with the issue, live, and the way to each place.

In: the controller's problems. Out: a selection, a page, a line of an article's text.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.problems.pane import ProblemsPane


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The pane."""
    return ProblemsPane(controller, parent)
