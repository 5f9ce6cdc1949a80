"""The status bar: the last message with its way back, what is being done, the number of problems, the zoom."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.gui.controller import Controller
from digest_studio.gui.fresh import FreshPlan
from digest_studio.gui.pages.inks import Inks
from digest_studio.gui.style import BESIDE_WORDS, ERROR, icon

_IMAGES = {Severity.ERROR: "circle-x", Severity.WARNING: "triangle-alert", Severity.INFO: "info"}
INKS = "C {:.0f}   M {:.0f}   Y {:.0f}   K {:.0f}   Σ {:.0f} %"
"""Per cent of each ink, and of all."""


class StatusBar(QStatusBar):
    """What happens, in one line."""

    problems_wanted = Signal()
    page_wanted = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = _button(self, self.tr("Undo"))
        self._undo.clicked.connect(controller.undo)
        self._undo.hide()
        self._busy = QLabel(self)
        self._busy.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._problems = _button(self, "")
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._problems.setIconSize(QSize(16 + BESIDE_WORDS, 16))
        self._problems.setToolTip(self.tr("Show the problems"))
        self._problems.clicked.connect(self.problems_wanted)
        self._problems.hide()
        self.addWidget(self._said)
        self.addWidget(self._undo)
        self.addWidget(self._busy)
        self._inks = QLabel(self)
        self._inks.setAccessibleName(self.tr("Ink under the mouse"))
        self._inks.setMinimumWidth(self.fontMetrics().horizontalAdvance("≈ " + INKS.format(100, 100, 100, 100, 400)))
        self._inks.hide()
        self.addPermanentWidget(self._inks)
        self.addPermanentWidget(FreshPlan(controller, self))
        self.addPermanentWidget(self._problems)
        self._page = _button(self, "")
        self._page.setToolTip(self.tr("Go to a page"))
        self._page.clicked.connect(self.page_wanted)
        self._page.hide()
        self.addPermanentWidget(self._page)
        self.zoom = _button(self, "")
        self.zoom.setToolTip(self.tr("Zoom"))
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.hide()
        self.addPermanentWidget(self.zoom)
        controller.message.connect(self._say)
        controller.history_changed.connect(self._undo.hide)
        controller.busy_changed.connect(self._busy.setText)
        controller.problems_changed.connect(self._count)
        controller.closed.connect(self._clear)

    def show_page(self, number: int, count: int) -> None:
        """The page in the middle of the window."""
        self._page.setText(self.tr("Page {number} of {count}").format(number=number, count=count))
        self._page.show()

    def show_inks(self, inks: Inks | None, limit: float) -> None:
        """The inks under the mouse in per cent and in all, in another colour where they are more than `limit`."""
        self._inks.setVisible(inks is not None)
        if inks is not None:
            self._inks.setText(("≈ " if inks.about else "") + INKS.format(*inks[:4], inks.total))
            about = self.tr("This advertisement's PDF could not be separated: it is drawn for the screen first, and its inks are "
                            "only about right")  # fmt: skip
            self._inks.setToolTip(about if inks.about else "")
            palette = self.palette()
            if inks.total > limit + 1:
                palette.setColor(palette.ColorRole.WindowText, ERROR)
            self._inks.setPalette(palette)

    def show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{zoom:.0%}")
        self.zoom.show()

    def _clear(self) -> None:
        self._say("", False)
        self._problems.hide()
        self.zoom.hide()
        self._page.hide()

    def _say(self, text: str, undoable: bool) -> None:
        self._said.setText(text)
        self._undo.setVisible(undoable)

    def _count(self, problems: tuple[Diagnostic, ...]) -> None:
        counts = Counter(problem.severity for problem in problems)
        worst = next((each for each in _IMAGES if counts[each]), None)
        said = {
            Severity.ERROR: self.tr("%n error(s)", "", counts[Severity.ERROR]),
            Severity.WARNING: self.tr("%n warning(s)", "", counts[Severity.WARNING]),
            Severity.INFO: self.tr("%n note(s)", "", counts[Severity.INFO]),
        }
        self._problems.setIcon(icon(_IMAGES[worst] if worst else "circle-check"))
        self._problems.setText(", ".join(said[each] for each in _IMAGES if counts[each]) or self.tr("No problems"))
        self._problems.show()


def _button(parent: QWidget, text: str) -> QToolButton:
    made = QToolButton(parent)
    made.setText(text)
    made.setAutoRaise(True)
    made.setIconSize(QSize(16, 16))
    return made
