"""The soft proof, pages as the press will print them: its menu, the strip above the pages, what the user chose the last time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from digest_studio.app.press import output_of
from digest_studio.assets.viewing import PLATES, Viewing
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.actions import ActionText, action
from digest_studio.gui.style import RHYTHM, icon
from digest_studio.gui.words import sentence

if TYPE_CHECKING:
    from digest_studio.app.session import Made
    from digest_studio.assets.outputs import OutputProfile
    from digest_studio.gui.controller import Controller
    from digest_studio.gui.settings import Settings
    from digest_studio.paint.qt.proofs import BackgroundProofs

_LEAST_NAME = 40
"""Pixels that a profile's name has at least."""

ON, PAPER, OVER = "on", "paper", "over"
"""What the settings know, besides the letters of plates."""


class SoftProof(QObject):
    """What is shown of the pages' inks, if anything is. The thread that makes proofs begins when they are first wanted."""

    changed = Signal()
    """Pages look different: `viewing` is another, or their output profile is."""

    def __init__(self, controller: Controller, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._controller = controller
        self._settings = settings
        self._proofs: BackgroundProofs | None = None
        self._made_for: tuple[object, ...] | None = None
        self.output: OutputProfile | None = None
        self._chosen = _viewing_of(settings)
        self._name = _Elided(parent)
        self._actions()
        self.menu = self._menu(parent)
        self.strip = self._strip(parent)
        controller.made_changed.connect(lambda made, _: self._follow(made))
        controller.closed.connect(self._forget)
        self._tick()

    @property
    def viewing(self) -> Viewing | None:
        """How the pages' inks are looked at; None: pages are in the screen's colours."""
        return self._chosen if self.switch.isChecked() else None

    @property
    def proofs(self) -> BackgroundProofs:
        """Who makes the proofs."""
        if self._proofs is None:
            from digest_studio.paint.qt.proofs import BackgroundProofs

            self._proofs = BackgroundProofs(self)
            self._proofs.output_changed.connect(self._take_output)
            self._proofs.ready.connect(self.changed)
        return self._proofs

    @property
    def ink_limit(self) -> float:
        """The most ink in per cent that the paper takes."""
        return self.output.ink_limit if self.output else 400.0

    @property
    def actions(self) -> tuple[QAction, ...]:
        return self.switch, *self.plates.values(), *self._alone, self._all, self._paper, self._over

    def stop(self) -> None:
        """End the thread; the program is about to end."""
        if self._proofs is not None:
            self._proofs.stop()

    # What the user chooses

    def _actions(self) -> None:
        plain = self.tr("Show colours as they will be printed, on the pages and in the presentation")
        names = {"C": self.tr("&Cyan"), "M": self.tr("&Magenta"), "Y": self.tr("&Yellow"), "K": self.tr("Blac&k")}
        self.switch = self._action(self.tr("&Soft Proof"), plain, "Ctrl+Shift+Y")
        self.switch.setChecked(ON in self._settings.soft_proof)
        self.switch.toggled.connect(self._switched)
        several = self.tr("Show this plate, or leave it out; with Shift, show it alone")
        self.plates = {plate: self._action(name, several) for plate, name in names.items()}
        for plate, made in self.plates.items():
            made.triggered.connect(partial(self._choose_plate, plate))
        self._alone = [self._one(name, plate, f"Ctrl+Alt+Shift+{n}") for n, (plate, name) in enumerate(names.items(), 1)]
        everything = ActionText(self.tr("&All Plates"), self.tr("Show all inks together"))
        shown = partial(self._look_at, plates=PLATES, over=False)
        self._all = action(self._window, everything, shown, ("Ctrl+Alt+Shift+0",))
        self._paper = self._action(self.tr("Paper &White"), self.tr("White is the paper's, and black no deeper than its ink"))
        self._paper.triggered.connect(lambda on: self._look_at(paper=on))
        self._over = self._action(self.tr("&Ink over the Limit"), self.tr("Mark where there is more ink than the paper takes"))
        self._over.triggered.connect(lambda on: self._look_at(over=on))

    def _action(self, text: str, tip: str, *keys: str) -> QAction:
        return action(self._window, ActionText(text, tip), None, keys, checkable=True)

    def _one(self, name: str, plate: str, key: str) -> QAction:
        tip = self.tr("Show this plate alone, grey as on film")
        return action(self._window, ActionText(name, tip), partial(self._look_at, plates=plate, over=False), (key,))

    def _choose_plate(self, plate: str, *_: object) -> None:
        """Add the plate or leave it out."""
        alone = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        letters = plate if alone else set(self._chosen.plates) ^ {plate}
        self._look_at(plates="".join(each for each in PLATES if each in letters), over=False)

    def _look_at(self, *, plates: str | None = None, paper: bool | None = None, over: bool | None = None) -> None:
        """Look at what is chosen with other plates, paper or warning."""
        now = self._chosen
        self.look(Viewing(
            now.plates if plates is None else plates, now.paper if paper is None else paper, now.over if over is None else over
        ))  # fmt: skip

    def look(self, viewing: Viewing) -> None:
        """Show inks in this way, from now on."""
        self._chosen = viewing
        self._tick()
        if not self.switch.isChecked():
            self.switch.setChecked(True)
            return
        self._keep()
        self.changed.emit()

    def _switched(self, on: bool) -> None:
        self._keep()
        if on and self._controller.made is not None:
            self._follow(self._controller.made)
        if not on and self._proofs is not None:
            self._proofs.cancel_waiting()
        self.changed.emit()

    def _keep(self) -> None:
        chosen, flags = self._chosen, {ON: self.switch.isChecked(), PAPER: self._chosen.paper, OVER: self._chosen.over}
        self._settings.soft_proof = frozenset(chosen.plates) | {name for name, on in flags.items() if on}

    def _tick(self) -> None:
        """Let the actions show what is chosen."""
        for plate, made in self.plates.items():
            made.setChecked(plate in self._chosen.plates)
        self._paper.setChecked(self._chosen.paper)
        self._over.setChecked(self._chosen.over)

    # The output profile

    def _follow(self, made: Made) -> None:
        """Make proofs for the profile of the issue that is shown."""
        if not self.switch.isChecked():
            return
        issue, theme = made.issue.press, made.theme.press
        wanted = made.issue.folder, issue.profile or theme.profile, issue.intent or theme.intent
        if wanted != self._made_for:
            self._made_for = wanted
            self.proofs.prove_for(partial(output_of, made))

    def _forget(self) -> None:
        self._made_for = self.output = None
        self._say("", "")

    def _take_output(self, found: OutputProfile | Diagnostic) -> None:
        self.output = None if isinstance(found, Diagnostic) else found
        if isinstance(found, Diagnostic):
            self._say(sentence(found.message), sentence(found.remedy))
        else:
            self._say(found.description, found.info)
            self._over.setText(self.tr("&Ink over {limit:.0f} %").format(limit=found.ink_limit))
        self.changed.emit()

    def _say(self, text: str, tip: str) -> None:
        self._name.say(text)
        self._name.setToolTip("\n".join(filter(None, (text, tip))))

    # What is seen of it

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("Soft &Proof"), parent)
        menu.setToolTipsVisible(True)
        menu.addAction(self.switch)
        menu.addSeparator()
        menu.addActions(list(self.plates.values()))
        alone = menu.addMenu(self.tr("&One Plate Alone"))
        alone.addActions(self._alone)
        menu.addAction(self._all)
        menu.addSeparator()
        menu.addActions([self._paper, self._over])
        return menu

    def _strip(self, parent: QWidget) -> QToolBar:
        strip = QToolBar(self.tr("Soft Proof"), parent)
        strip.setAccessibleName(strip.windowTitle())
        strip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        strip.addActions([*self.plates.values(), self._all])
        for plate, made in self.plates.items():
            made.setIconText(plate)
            strip.widgetForAction(made).setAccessibleName(made.text().replace("&", ""))
        strip.addSeparator()
        strip.addActions([self._paper, self._over])
        strip.addSeparator()
        self._name.setAccessibleName(self.tr("Output profile"))
        strip.addWidget(self._name)
        more = strip.findChild(QToolButton, "qt_toolbar_ext_button")  # Qt's own, which shows what has no room
        assert more is not None
        more.setIcon(icon("chevron-down"))
        more.setToolTip(self.tr("More"))
        return strip


class _Elided(QLabel):
    """A line that takes the room that is left, at the right of it, and is cut where that is too little."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def say(self, text: str) -> None:
        self._whole = text
        self.setAccessibleDescription(text)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_LEAST_NAME, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - RHYTHM))


def _viewing_of(settings: Settings) -> Viewing:
    """What the user chose the last time."""
    names = settings.soft_proof
    return Viewing("".join(plate for plate in PLATES if plate in names) or PLATES, PAPER in names, OVER in names)
