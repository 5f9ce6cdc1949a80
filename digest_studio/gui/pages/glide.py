"""A scroll bar that glides: wheel steps add up to one movement that starts at once and comes to rest softly."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QScrollBar

STEP_MS = 160
"""A wheel's step, a turn to the next spread: under what is felt as waiting."""
FLICK_MS = 600


class Glide(QObject):
    """Moves a scroll bar. Whoever moves the bar otherwise calls `stop` first."""

    def __init__(self, bar: QScrollBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._target = 0
        self._movement = QVariantAnimation(self)
        self._movement.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._movement.valueChanged.connect(lambda value: bar.setValue(round(float(value))))

    def by(self, pixels: float, duration: int = STEP_MS) -> None:
        """Move on by so many pixels, from where the movement under way would end."""
        start = self._target if self._moving else self._bar.value()
        self.to(start + pixels, duration)

    def to(self, value: float, duration: int = STEP_MS) -> None:
        self._target = max(self._bar.minimum(), min(self._bar.maximum(), round(value)))
        self._movement.stop()
        self._movement.setStartValue(float(self._bar.value()))
        self._movement.setEndValue(float(self._target))
        self._movement.setDuration(duration)
        self._movement.start()

    def flick(self, pixels_per_second: float) -> None:
        """Run out after a hand that let go while moving."""
        self.by(pixels_per_second * FLICK_MS / 3000, FLICK_MS)

    def stop(self) -> None:
        self._movement.stop()

    @property
    def _moving(self) -> bool:
        return self._movement.state() == QVariantAnimation.State.Running
