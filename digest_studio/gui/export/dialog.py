"""The dialog: what is to be written, what preflight says of it, how far it is, where it lies."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from digest_studio.app.page_range import BadRange, page_range
from digest_studio.app.session import Made
from digest_studio.base.diagnostics import Severity
from digest_studio.gui.controller import Controller
from digest_studio.gui.export.job import Exported, ExportJob
from digest_studio.gui.export.reveal import show_in_folder
from digest_studio.gui.inspector.form import quiet
from digest_studio.gui.problems.model import ProblemModel
from digest_studio.gui.problems.rows import ProblemRow
from digest_studio.gui.style import ERROR, RHYTHM, icon

SLOWEST = 0.06
"""Seconds for a page with photographs, before any export has shown how fast this machine is."""


class ExportDialog(QDialog):
    """Closed while it writes, it gives the writing up."""

    pace = SLOWEST
    """Seconds a page, as the last export took."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.job: ExportJob | None = None
        self._began = 0.0
        self._count = 0
        self._leaving = False
        self._written: Path | None = None
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(640)
        self._build()
        controller.made_changed.connect(self._look)
        controller.problems_changed.connect(self._look)
        self._look()

    # Building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(2 * RHYTHM)
        self._wishes = QWidget(self)
        grid = QGridLayout(self._wishes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * RHYTHM)
        grid.setVerticalSpacing(RHYTHM)
        grid.setColumnStretch(1, 1)
        for row, (name, widget) in enumerate((
            (self.tr("Edition"), self._editions()), (self.tr("Pages"), self._pages()), (self.tr("File"), self._file()),
        )):  # fmt: skip
            label = QLabel(name, self)
            label.setContentsMargins(0, 4, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        layout.addWidget(self._wishes)
        self._verdict = QLabel(self)
        self._verdict.setWordWrap(True)
        layout.addWidget(self._verdict)
        layout.addWidget(self._preflight(), 1)
        self.told = quiet("", self)
        layout.addWidget(self.told)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        layout.addWidget(self.bar)
        layout.addWidget(self._buttons())

    def _editions(self) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        later = self.tr("Not in this version yet")
        editions = (
            (self.tr("Proof"), self.tr("for reading and correcting: colours of the screen, links, bookmarks"), True),
            (self.tr("Print"), self.tr("for the press: PDF/X-4, CMYK, marks"), False),
            (self.tr("Accessible"), self.tr("for screen readers: tagged, PDF/UA"), False),
            (self.tr("Spreads"), self.tr("for reading on a wide screen"), False),
            (self.tr("Booklet"), self.tr("for an office printer, folded"), False),
        )
        for name, what, there in editions:
            button = QRadioButton(f"{name} — {what}" if there else f"{name} — {what} ({later.lower()})", box)
            button.setEnabled(there)
            button.setChecked(there)
            button.setToolTip("" if there else later)
            layout.addWidget(button)
        return box

    def _pages(self) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.pages = QLineEdit(box)
        self.pages.setPlaceholderText(self.tr("all, or 4-9,12"))
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.textChanged.connect(lambda _: self._look())
        self._bad_pages = QLabel(box)
        self._bad_pages.setStyleSheet(f"color: {ERROR.name()};")
        self._bad_pages.hide()
        layout.addWidget(self.pages)
        layout.addWidget(self._bad_pages)
        return box

    def _file(self) -> QWidget:
        box = QWidget(self)
        layout = QGridLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        folder = self._controller.folder
        self.file = QLineEdit(str(folder.parent / f"{folder.name}-proof.pdf") if folder else "", box)
        self.file.setAccessibleName(self.tr("File"))
        self.file.textChanged.connect(lambda _: self._look())
        choose = QPushButton(self.tr("Choose …"), box)
        choose.clicked.connect(self._choose)
        self._replaces = quiet("", box)
        layout.addWidget(self.file, 0, 0)
        layout.addWidget(choose, 0, 1)
        layout.addWidget(self._replaces, 1, 0, 1, 2)
        return box

    def _preflight(self) -> QWidget:
        self._problems = ProblemModel(self)
        self._list = QTreeView(self)
        self._list.setModel(self._problems)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        self._list.setItemDelegate(ProblemRow(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setFrameShape(QFrame.Shape.StyledPanel)
        self._list.setMinimumHeight(140)
        self._list.setAccessibleName(self.tr("What preflight says"))
        return self._list

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        self.show_button = QPushButton(icon("folder-open"), self.tr("Show in Folder"), box)
        self.show_button.clicked.connect(lambda: self._written and show_in_folder(self._written))
        self.open_button = QPushButton(icon("external-link"), self.tr("Open"), box)
        self.open_button.clicked.connect(self._open)
        self.cancel_button = QPushButton(self.tr("Cancel"), box)
        self.cancel_button.clicked.connect(self._cancel)
        self.export_button = QPushButton(self.tr("Export"), box)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.start)
        for button in (self.show_button, self.open_button):
            button.hide()
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.cancel_button)
        layout.addWidget(self.export_button)
        return box

    # What is wished

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), self.file.text(), "PDF (*.pdf)")
        if name:
            self.file.setText(name if name.lower().endswith(".pdf") else f"{name}.pdf")

    @property
    def target(self) -> Path | None:
        text = self.file.text().strip()
        return Path(text).expanduser() if text else None

    def _numbers(self, made: Made) -> frozenset[int] | None:
        """The pages that are wished; None: all. Raises BadRange."""
        text = self.pages.text().strip()
        return page_range(text, len(made.plan.pages)) if text else None

    def _look(self, *_: object) -> None:
        """Say what will come of the wishes."""
        if self.job is not None:
            return
        made = self._controller.made
        numbers, wrong = None, ""
        if made is not None:
            try:
                numbers = self._numbers(made)
            except BadRange as error:
                wrong = str(error)
        self._bad_pages.setText(wrong[:1].upper() + wrong[1:])
        self._bad_pages.setVisible(bool(wrong))
        target = self.target
        exists = target is not None and target != self._written and target.is_file()
        self._replaces.setText(self.tr("The file is there; it is replaced when the new one is complete.") if exists else "")
        self._replaces.setVisible(exists)
        self.export_button.setEnabled(made is not None and not wrong and target is not None)
        self._say_verdict()
        if made is not None and self._written is None:
            count = len(made.plan.pages) if numbers is None else len(numbers)
            seconds = max(1, round(count * self.pace))
            self.told.setText(self.tr("{pages} pages; it will take about {seconds} s.").format(pages=count, seconds=seconds))

    def _say_verdict(self) -> None:
        problems = self._controller.problems
        if self._problems.show(problems):
            self._list.expandAll()
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        warnings = sum(problem.severity is Severity.WARNING for problem in problems)
        self._list.setVisible(bool(problems))
        if errors:
            text = self.tr("Preflight: errors: {errors}, warnings: {warnings}. A proof can be made; it marks what is wrong.")
        elif warnings:
            text = self.tr("Preflight: no errors, warnings: {warnings}.")
        else:
            text = self.tr("Preflight: all is well.")
        self._verdict.setText(text.format(errors=errors, warnings=warnings))

    # The work

    def start(self) -> None:
        """Write the file, of the pages as they are; while new ones are being made, those."""
        made, target = self._controller.made, self.target
        if made is None or target is None or self.job is not None:
            return
        self._leaving = False
        self._set_busy(True)
        if made.issue is not self._controller.issue:
            self.told.setText(self.tr("Laying out the last changes …"))
            self._controller.made_changed.connect(self._start_when_made)
            return
        self._start(made, target)

    def _start_when_made(self, made: Made, _changed: object) -> None:
        if made.issue is self._controller.issue and self.target is not None:
            self._controller.made_changed.disconnect(self._start_when_made)
            self._start(made, self.target)

    def _start(self, made: Made, target: Path) -> None:
        try:
            numbers = self._numbers(made)
        except BadRange as error:
            self._failed(str(error))
            return
        self._count = len(made.plan.pages) if numbers is None else len(numbers)
        self._began = monotonic()
        self.told.setText(self.tr("Painting the pages …"))
        self.job = ExportJob(made, target, numbers, self)
        self.job.progressed.connect(self._progressed)
        self.job.done.connect(self._done)
        self.job.failed.connect(self._failed)
        self.job.cancelled.connect(self._cancelled)
        self.job.start()

    def _set_busy(self, busy: bool) -> None:
        self._wishes.setEnabled(not busy)
        self.export_button.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        self.show_button.hide()
        self.open_button.hide()
        self.cancel_button.setText(self.tr("Cancel"))

    def _progressed(self, done: int, known: int) -> None:
        self.bar.setRange(0, known)
        self.bar.setValue(done)
        left = (monotonic() - self._began) * (known - done) / max(1, done)
        words = self.tr("Writing photographs and fonts …")
        if left >= 1.5:
            words = self.tr("Writing photographs and fonts; about {seconds} s left").format(seconds=round(left))
        self.told.setText(words)

    def _done(self, exported: Exported) -> None:
        self.job = None
        ExportDialog.pace = exported.seconds / max(1, self._count)
        self._written = exported.target
        self._set_busy(False)
        size = QLocale().formattedDataSize(exported.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        said = self.tr("Written: {file}, {size}, {pages} pages in {seconds} s").format(
            file=exported.target.name, size=size, pages=self._count, seconds=QLocale().toString(exported.seconds, "f", 1)
        )
        if exported.problems:
            told = self.tr("Not everything could be painted: {problem}").format(problem=exported.problems[0])
            said = f"{said}\n{told}"
        self.told.setText(said)
        self._controller.message.emit(said.partition("\n")[0], False)
        self.show_button.show()
        self.open_button.show()
        self.cancel_button.setText(self.tr("Close"))
        self._look()
        if self._leaving:
            super().reject()

    def _failed(self, reason: str) -> None:
        self.job = None
        self._set_busy(False)
        self.told.setText(self.tr("Not written: {reason}. The old file is as it was.").format(reason=reason))

    def _cancelled(self) -> None:
        self.job = None
        self._set_busy(False)
        self.told.setText(self.tr("Cancelled. The old file is as it was."))
        if self._leaving:
            super().reject()

    def _cancel(self) -> None:
        if self.job is not None:
            self.told.setText(self.tr("Giving up …"))
            self.job.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """Escape, or the window's own close: first the work ends, then the dialog."""
        if self.job is not None:
            self._leaving = True
            self._cancel()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.job is not None:
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
