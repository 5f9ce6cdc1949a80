"""A quiet word in the status bar when the plan of the folder alone is not the one that is shown.

While one works, the planner keeps what it chose before; from the folder alone it may choose otherwise, and so would whoever
exports it from the command line. The other plan can be looked at, taken, or left.
"""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from digest_studio.app.session import Made
from digest_studio.app.studio.asides import Fresh
from digest_studio.gui.controller import Controller


class FreshPlan(QToolButton):
    """Shown while there is something to decide; its menu has the ways on."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("While you work, the planner keeps its choices. From the folder alone it chose otherwise."))
        menu = QMenu(self)
        self.look = menu.addAction(self.tr("&Show It"))
        self.look.setCheckable(True)
        self.look.toggled.connect(self._look)
        self.accept = menu.addAction(self.tr("&Take It"))
        self.accept.triggered.connect(lambda *_: controller.asides.take_fresh())
        self.keep = menu.addAction(self.tr("&Keep the Plan as It Is"))
        self.keep.setToolTip(self.tr("Write template and pages of every article as they are now"))
        self.keep.triggered.connect(lambda *_: controller.asides.keep_plan())
        self.dismiss = menu.addAction(self.tr("&Dismiss"))
        self.dismiss.triggered.connect(lambda *_: controller.asides.dismiss_fresh())
        self.setMenu(menu)
        self.hide()
        controller.asides.fresh_changed.connect(self._take)
        controller.asides.preview_changed.connect(self._previewed)

    def _take(self, fresh: Fresh | None) -> None:
        count = len(fresh.articles) if fresh else 0
        self.setText(self.tr("A fresh plan would change %n article(s)", "", count))
        self.keep.setEnabled(not self._controller.read_only)
        self.setVisible(fresh is not None)

    def _look(self, on: bool) -> None:
        asides = self._controller.asides
        if on:
            asides.show_fresh(self.tr("Preview: the plan of the folder alone"))
        elif asides.fresh is not None and asides.shown is asides.fresh.made:
            asides.end_preview()

    def _previewed(self, made: Made | None, _words: str) -> None:
        fresh = self._controller.asides.fresh
        self.look.setChecked(made is not None and fresh is not None and made is fresh.made)
