"""Outline: the issue's sections with their articles and advertisements in reading order, and the pool beside them.

In: the controller's issue, pages and problems. Out: edits, files to be brought in, what is selected.

    things   what can be carried, and how it travels      rows      what each row says (pure)
    moving   what a drop, a paste or a key does (pure)    model     the rows as Qt's item model
    view     the tree with its drags and keys             delegate  paints a row
    pane     filter, tree, actions, context menu          drag      what hangs at the pointer
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digest_studio.gui.controller import Controller


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The pane."""
    from digest_studio.gui.outline.pane import OutlinePane

    return OutlinePane(controller, parent)
