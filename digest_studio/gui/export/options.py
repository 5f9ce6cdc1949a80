"""What may be asked of an edition besides its pages: only what concerns the chosen one is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QWidget

from digest_studio.app.editions import Wishes
from digest_studio.app.folding import MOST_PAPER, Folding, SheetWishes
from digest_studio.gui.flow import FlowLayout
from digest_studio.gui.inspector.form import quiet
from digest_studio.gui.style import RHYTHM

SIGNATURES = (None, 8, 16, 32)
"""Pages; None: the whole book is one."""


class Options(QWidget):
    """`wishes` is what they come to."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edition = ""
        self._flow = FlowLayout(self, 2 * RHYTHM)
        self.stamp = QLineEdit(self)
        self.stamp.setPlaceholderText(self.tr("none"))
        self.stamp.setMaximumWidth(22 * self.fontMetrics().averageCharWidth())
        self.stamp.setToolTip(self.tr("A word across every page, large and light: Not approved"))
        self.small = QCheckBox(self.tr("Small, for e-mail"), self)
        self.small.setToolTip(self.tr("Photographs with 150 pixels per inch"))
        self.marks = QCheckBox(self.tr("Printer's marks"), self)
        self.press = self._choice((self.tr("of the screen"), False), (self.tr("of the press"), True))
        self.up = self._choice(("2", 2), ("4", 4))
        names = [(self.tr("the whole book"), None), *((self.tr("%n page(s)", "", n), n) for n in SIGNATURES if n)]
        self.signature = self._choice(*names)
        self.signature.setToolTip(self.tr("Pages that are folded together; several signatures are put in each other"))
        self.paper = QDoubleSpinBox(self)
        self.paper.setRange(0.0, MOST_PAPER)
        self.paper.setSingleStep(0.01)
        self.paper.setSuffix(self.tr(" mm"))
        self.paper.setSpecialValueText(self.tr("not reckoned with"))
        self.paper.setToolTip(self.tr("How thick a leaf is: inner pages move towards the spine by that"))
        self._boxes = {
            "stamp": self._named(self.tr("Stamp"), self.stamp),
            "press": self._named(self.tr("Colours"), self.press),
            "up": self._named(self.tr("Pages on a side"), self.up),
            "signature": self._named(self.tr("Signature"), self.signature),
            "paper": self._named(self.tr("Paper"), self.paper),
            "marks": self.marks,
            "small": self.small,
        }
        for box in self._boxes.values():
            self._flow.addWidget(box)
        self._connect()

    def show_for(self, edition: str) -> bool:
        """Show the options of an edition; whether it has any."""
        if edition != self._edition:
            self._edition = edition
            self.press.setCurrentIndex(int(edition == "booklet"))
        shown = self._shown()
        for name, box in self._boxes.items():
            box.setVisible(name in shown)
        self._flow.invalidate()
        self._keep_height()
        return bool(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """As high as the lines of options are at this width, never less."""
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    @property
    def for_press(self) -> bool:
        """Whether photographs have to be converted."""
        return self._edition == "print" or ("press" in self._shown() and bool(self.press.currentData()))

    @property
    def wishes(self) -> Wishes:
        """What is asked of the edition; what is not shown is not asked for."""
        shown = self._shown()
        folding, colours = Folding(), None
        if "up" in shown:
            paper = self.paper.value() or None
            folding = Folding(up=self.up.currentData(), signature=self.signature.currentData(), paper=paper)
        if "press" in shown:
            colours = "press" if self.press.currentData() else "proof"
        marks = self.marks.isChecked() if "marks" in shown else None
        return Wishes(
            sheets=SheetWishes(folding, marks, colours),  # type: ignore[arg-type]
            stamp=self.stamp.text().strip() if "stamp" in shown else "",
            small=self.small.isChecked() and "small" in shown,
        )

    def _shown(self) -> tuple[str, ...]:
        match self._edition:
            case "proof":
                return ("stamp", "small")
            case "spreads":
                return ("press", "marks") if self.press.currentData() else ("press", "marks", "stamp", "small")
            case "booklet":
                return ("press", "marks", "up", "signature", "paper")
            case _:
                return ()

    def _connect(self) -> None:
        self.stamp.textChanged.connect(lambda _: self.changed.emit())
        self.paper.valueChanged.connect(lambda _: self.changed.emit())
        for box in (self.small, self.marks):
            box.toggled.connect(lambda _: self.changed.emit())
        for choice in (self.press, self.up, self.signature):
            choice.currentIndexChanged.connect(self._chosen)

    def _chosen(self, _index: int) -> None:
        self.show_for(self._edition)
        self.changed.emit()

    def _choice(self, *choices: tuple[str, object]) -> QComboBox:
        box = QComboBox(self)
        for text, value in choices:
            box.addItem(text, value)
        return box

    def _named(self, text: str, field: QWidget) -> QWidget:
        box = QWidget(self)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        label = quiet(text, box)
        label.setWordWrap(False)
        label.setBuddy(field)
        field.setAccessibleName(text)
        layout.addWidget(label)
        layout.addWidget(field)
        return box
