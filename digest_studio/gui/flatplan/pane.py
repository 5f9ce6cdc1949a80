"""The flat plan's pane: the thumbnails, and a bar with their colours, size, printing and export."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from digest_studio.gui.actions import ActionText, action
from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane
from digest_studio.gui.flatplan.captions import Colouring, legend
from digest_studio.gui.flatplan.printing import Sheeter, a3_landscape, pdf_device
from digest_studio.gui.flatplan.thumbs import LARGEST, SMALLEST
from digest_studio.gui.flatplan.view import FlatPlanView
from digest_studio.gui.style import ICON, RHYTHM

GLIDES = "flat-plan/animate"
"""The setting that says whether pages glide to their new places."""


class FlatPlanPane(QWidget):
    """All spreads at a glance."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._sheeter: Sheeter | None = None
        self.view = FlatPlanView(controller, self)
        self.colouring = self._colouring_field()
        self._legend = QLabel(self)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setWordWrap(True)
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._legend.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._size = self._size_slider()
        self._empty = EmptyPane(self.tr("No pages yet. Put an article into a section of the outline, and its pages appear here."))
        self._lay_out()
        self.setFocusProxy(self.view)
        controller.made_changed.connect(lambda *_: self._refresh())
        controller.closed.connect(self._refresh)
        self._refresh()

    # Making

    def _colouring_field(self) -> QComboBox:
        field = QComboBox(self)
        for text, value in ((self.tr("Section"), "section"), (self.tr("Status"), "status"), (self.tr("None"), "none")):
            field.addItem(text, value)
        field.setAccessibleName(self.tr("Colours by"))
        field.setToolTip(self.tr("What the colours below the pages tell apart"))
        field.currentIndexChanged.connect(lambda _: self._recolour())
        return field

    def _size_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(SMALLEST, LARGEST)
        slider.setValue(self.view.page_height)
        slider.setMinimumWidth(64)
        slider.setMaximumWidth(120)
        slider.setAccessibleName(self.tr("Size of the pages"))
        slider.setToolTip(self.tr("Size of the pages (Ctrl and the wheel)"))
        slider.valueChanged.connect(self.view.set_page_height)
        self.view.resized.connect(slider.setValue)
        return slider

    def _glide_box(self) -> QCheckBox:
        box = QCheckBox(self.tr("Animate"), self)
        box.setToolTip(self.tr("Let pages glide to their new places"))
        box.setChecked(QSettings().value(GLIDES, True, bool) is True)
        self.view.animated = box.isChecked()
        box.toggled.connect(self._set_glides)
        return box

    def _set_glides(self, on: bool) -> None:
        self.view.animated = on
        QSettings().setValue(GLIDES, on)

    def _lay_out(self) -> None:
        export = self._button(ActionText(self.tr("Export as PDF …"), self.tr("The flat plan on one page")), "file-output")
        export.clicked.connect(self._ask_for_pdf)
        printer = self._button(ActionText(self.tr("Print …"), self.tr("Print the flat plan on one sheet")), "printer")
        printer.clicked.connect(self._ask_for_printer)
        self._of_pages = (export, printer)
        colours = QLabel(self.tr("Colours"), self)
        colours.setBuddy(self.colouring)
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * RHYTHM, RHYTHM, 2 * RHYTHM, RHYTHM)
        bar.setSpacing(RHYTHM)
        bar.addWidget(colours)
        bar.addWidget(self.colouring)
        bar.addStretch(1)
        bar.addWidget(self._glide_box())
        bar.addWidget(self._size)
        bar.addWidget(export)
        bar.addWidget(printer)
        below = QWidget(self)
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        self._legend.setContentsMargins(2 * RHYTHM, 0, 2 * RHYTHM, RHYTHM)
        layout.addWidget(self._legend)
        layout.addWidget(below, 1)

    def _button(self, text: ActionText, image: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action(self, text, None, (), image))
        button.setAutoRaise(True)
        button.setIconSize(QSize(ICON, ICON))
        button.setAccessibleName(text.text.removesuffix(" …"))
        return button

    # Following

    def _refresh(self) -> None:
        made = self._controller.made
        has_pages = made is not None and bool(made.plan.pages)
        self._stack.setCurrentWidget(self.view if has_pages else self._empty)
        for button in self._of_pages:
            button.setEnabled(has_pages)
        self._show_legend()

    def _recolour(self) -> None:
        self.view.set_colouring(self._wish)
        self._show_legend()

    @property
    def _wish(self) -> Colouring:
        return cast(Colouring, self.colouring.currentData())

    def _show_legend(self) -> None:
        made = self._controller.made
        entries = legend(made, self._wish) if made else ()
        self._legend.setText("&nbsp;&nbsp; ".join(
            f'<span style="color:{colour.name()}">■</span>&nbsp;{_unbroken(name)}'
            for name, colour in entries
        ))  # fmt: skip
        self._legend.setVisible(bool(entries))

    # Paper

    def _ask_for_pdf(self) -> None:
        made = self._controller.made
        if made is None:
            return
        suggested = Path.home() / f"{self._name()}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export the Flat Plan"), str(suggested), self.tr("PDF (*.pdf)"))
        if chosen:
            self.export(Path(chosen))

    def export(self, path: Path) -> Sheeter | None:
        """Write the flat plan as a PDF of one page; it is at `path` when the sheeter has `finished`."""
        made = self._controller.made
        if made is None:
            return None
        device = pdf_device(path, self._name())
        sheeter = self._sheet()
        sheeter.finished.connect(lambda done: self._tell(
            self.tr("The flat plan is in {name}").format(name=path.name) if done
            else self.tr("The flat plan could not be written to {name}").format(name=path)))  # fmt: skip
        sheeter.start(device)
        return sheeter

    def _ask_for_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self._controller.made is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name())
        printer.setPageLayout(a3_landscape())
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._print(printer))
        dialog.show()

    def _print(self, printer: object) -> None:
        sheeter = self._sheet()
        sheeter.finished.connect(lambda done: self._tell(
            self.tr("The flat plan was sent to the printer") if done else self.tr("The printer does not answer")))  # fmt: skip
        sheeter.start(printer)  # type: ignore[arg-type]

    def _sheet(self) -> Sheeter:
        """What draws the sheet; the window shows how far it is."""
        made = self._controller.made
        assert made is not None
        sheeter = Sheeter(self._controller, made, self._wish, self)
        said = self.tr("Drawing the flat plan: page {done} of {count} …")
        sheeter.progressed.connect(lambda done, count: self._controller.busy_changed.emit(said.format(done=done, count=count)))
        sheeter.finished.connect(lambda _: self._controller.busy_changed.emit(""))
        sheeter.finished.connect(sheeter.deleteLater)
        return sheeter

    def _tell(self, text: str) -> None:
        self._controller.message.emit(text, False)

    def _name(self) -> str:
        issue = self._controller.issue
        name = f"{issue.publication} {issue.period}" if issue else ""
        return self.tr("{issue}, flat plan").format(issue=name).replace("/", "-")


def _unbroken(text: str) -> str:
    """Text in HTML that is not broken into lines."""
    return escape(text).replace(" ", "&nbsp;")
