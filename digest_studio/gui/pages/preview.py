"""What stands over the pages while they show something that is only tried."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from digest_studio.gui.style import ACCENT

_TOP = 12
"""Pixels from the viewport's top."""


class PreviewSign(QLabel):
    """Says what is tried, in the middle of the viewport's top; hidden while there is nothing to say."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(f"background: {ACCENT.name()}; color: white; border-radius: 4px; padding: 4px 12px;")
        self.hide()
        viewport.installEventFilter(self)

    def say(self, words: str) -> None:
        """Show the words; "" hides the sign."""
        self.setText(words)
        self.setVisible(bool(words))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        width = self._viewport.width()
        self.resize(min(self.sizeHint().width(), max(1, width - 2 * _TOP)), self.sizeHint().height())
        self.move((width - self.width()) // 2, _TOP)
