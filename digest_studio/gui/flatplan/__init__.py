"""Flat plan: all spreads at a glance, and whether the planner can place here what is being carried.

In: the controller's pages and selection. Out: edits of the outline. What may stand where, plan/slots.py says.

    sheet     where the thumbnails lie (pure)     captions  what stands below them, in which colours
    thumbs    the scrolling view                  view      choosing, dragging, dropping in it
    carrying  a drag, and the planner's verdicts  painting  labels, marks of slots, the note at the pointer
    printing  the plan on one sheet of paper      words     what a drop would do, and what it did
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digest_studio.gui.controller import Controller


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The pane."""
    from digest_studio.gui.flatplan.pane import FlatPlanPane

    return FlatPlanPane(controller, parent)
