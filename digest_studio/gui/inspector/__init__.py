"""Inspector: the fields of what is selected, laid out while one types or drags.

In: the controller's selection and issue. Out: edits, one for each change, coalesced by field.

    pane     which form is shown            fields   bound widgets            parse    typed text <-> values
    article, photo, ad, section, issue      crop, resolution, sketches, templates, photos, headlines   parts of forms
    ledger   how an article fits, repairs, what else it could be      lengths   what other lengths of the issue would cost
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.pane import Inspector


def make(controller: Controller, parent: QWidget | None) -> QWidget:
    """The pane."""
    return Inspector(controller, parent)
