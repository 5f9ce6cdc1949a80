"""What is to be written: the edition, the pages, the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from digest_studio.app.editions import EDITIONS
from digest_studio.app.page_range import page_range
from digest_studio.gui.export.options import Options
from digest_studio.gui.export.words import edition_words
from digest_studio.gui.inspector.form import quiet
from digest_studio.gui.style import ERROR, RHYTHM


class Wishes(QWidget):
    """Proposes a file beside the issue's folder, named after the edition, until the user names another."""

    changed = Signal()

    def __init__(self, folder: Path | None, edition: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._editions = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * RHYTHM)
        grid.setVerticalSpacing(2 * RHYTHM)
        grid.setColumnStretch(1, 1)
        self.options = Options(self)
        for row, (name, widget) in enumerate((
            (self.tr("Edition"), self._edition_box()), (self.tr("Options"), self.options), (self.tr("Pages"), self._pages_box()),
            (self.tr("File"), self._file_box()),
        )):  # fmt: skip
            label = QLabel(name, self)
            label.setContentsMargins(0, 4, 0, 0)
            if widget is self.options:
                self._options_label = label
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        self._buttons.get(edition, next(iter(self._buttons.values()))).setChecked(True)
        self._proposed = self._proposal()
        self.file.setText(self._proposed)
        self._show_options()
        self._editions.buttonToggled.connect(self._chosen)
        self.options.changed.connect(self.changed)
        self.pages.textChanged.connect(lambda _: self.changed.emit())
        self.file.textChanged.connect(lambda _: self.changed.emit())

    @property
    def edition(self) -> str:
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def choose(self, edition: str) -> None:
        self._buttons[edition].setChecked(True)

    @property
    def target(self) -> Path | None:
        text = self.file.text().strip()
        return Path(text).expanduser() if text else None

    def numbers(self, count: int) -> frozenset[int] | None:
        """The pages that are wished of `count`; None: all. Raises BadRange."""
        text = self.pages.text().strip()
        return page_range(text, count) if text else None

    def tell(self, wrong: str, replaces: bool) -> None:
        """Say what is wrong with the pages ("": nothing), and whether a file would be replaced."""
        self.bad_pages.setText(wrong[:1].upper() + wrong[1:])
        self.bad_pages.setVisible(bool(wrong))
        self.replaces.setVisible(replaces)

    def _proposal(self) -> str:
        return str(self._folder.parent / f"{self._folder.name}-{self.edition}.pdf") if self._folder else ""

    def _chosen(self, _button: object, checked: bool) -> None:
        if not checked:
            return
        self._show_options()
        before, self._proposed = self._proposed, self._proposal()
        if self.file.text() == before:
            self.file.setText(self._proposed)
        self.changed.emit()

    def _show_options(self) -> None:
        there = self.options.show_for(self.edition)
        self.options.setVisible(there)
        self._options_label.setVisible(there)

    def _edition_box(self) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * RHYTHM)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(EDITIONS):
            title, what = edition_words(name)
            button = QRadioButton(title, box)
            button.setToolTip(what)
            button.setAccessibleDescription(what)
            self._editions.addButton(button)
            self._buttons[name] = button
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_about(what, button, box), row, 1)
        box.setMinimumHeight(box.sizeHint().height())
        return box

    def _pages_box(self) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.pages = QLineEdit(box)
        self.pages.setPlaceholderText(self.tr("all, or 4-9,12"))
        self.pages.setAccessibleName(self.tr("Pages"))
        self.bad_pages = QLabel(box)
        self.bad_pages.setStyleSheet(f"color: {ERROR.name()};")
        self.bad_pages.hide()
        layout.addWidget(self.pages)
        layout.addWidget(self.bad_pages)
        return box

    def _file_box(self) -> QWidget:
        box = QWidget(self)
        layout = QGridLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.file = QLineEdit(box)
        self.file.setAccessibleName(self.tr("File"))
        choose = QPushButton(self.tr("Choose …"), box)
        choose.clicked.connect(self._choose)
        self.replaces = quiet(self.tr("The file is there; it is replaced when the new one is complete."), box)
        layout.addWidget(self.file, 0, 0)
        layout.addWidget(choose, 0, 1)
        layout.addWidget(self.replaces, 1, 0, 1, 2)
        return box

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), self.file.text(), "PDF (*.pdf)")
        if name:
            self.file.setText(name if name.lower().endswith(".pdf") else f"{name}.pdf")


def _about(what: str, button: QRadioButton, parent: QWidget) -> QLabel:
    """What an edition is for; a click on it chooses the edition."""
    label = quiet(what, parent)
    label.setWordWrap(False)
    label.mouseReleaseEvent = lambda _: button.setChecked(True)  # type: ignore[method-assign]
    return label
