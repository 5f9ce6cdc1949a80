"""What the desk says, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from digest_studio.model.label import Label


def said(label: str) -> str:
    """A step's label. One with a pattern is translated by it."""
    if not isinstance(label, Label):
        return QCoreApplication.translate("Label", label)
    return QCoreApplication.translate("Label", label.pattern).format(**label.values)
