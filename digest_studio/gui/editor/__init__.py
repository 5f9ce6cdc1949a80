"""Text: an article's Markdown, and the page that it becomes.

In: the controller's issue, pages and problems. Out: edits of bodies, in bursts of typing that are undone together.

    pane     the view                         text        the editor widget          highlighter   Markdown in colours
    find     finding and replacing (pure)     findbar     its bar, with a preview    conflicts     mine or theirs
    places   Markdown <-> pages (pure)        beside      the page that follows the cursor
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.editor.pane import TextView


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The view."""
    return TextView(controller, parent)
