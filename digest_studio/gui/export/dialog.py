"""The dialog: what is to be written, what preflight says of it, how far it is, where it lies."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import ClassVar

from PySide6.QtCore import QLocale, QSize, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from digest_studio.app.page_range import BadRange
from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.export.job import Exported, ExportJob
from digest_studio.gui.export.looking import Answer, Looking
from digest_studio.gui.export.pace import FOR_PRESS, PLAIN, Course, Pace, Stage
from digest_studio.gui.export.reveal import show_in_folder
from digest_studio.gui.export.verdict import Verdict
from digest_studio.gui.export.wishes import Wishes
from digest_studio.gui.inspector.form import quiet
from digest_studio.gui.style import BESIDE_WORDS, RHYTHM, icon
from digest_studio.gui.words import told

_FINE = 1000
"""Steps of the bar."""
_WORTH_TELLING = 1.5
"""Seconds left from which they are told."""


class ExportDialog(QDialog):
    """Closed while it writes, it gives the writing up."""

    paces: ClassVar[dict[tuple[str, bool], Pace]] = {}
    """By edition and whether it is for the press, as the last export took."""
    last_edition = ""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.job: ExportJob | None = None
        self.waiting = False
        """For the last changes to be laid out and looked over, before the work begins."""
        self._answer: Answer | None = None
        self._course = Course(Pace(0.0, 0.0, 0.0), 0, 0.0)
        self._count = 0
        self._leaving = False
        self._written: Path | None = None
        self.setWindowTitle(self.tr("Export"))
        self._build()
        self._looking = Looking(self)
        self._looking.answered.connect(self._take_answer)
        self.wishes.changed.connect(self._look)
        self.verdict.changed.connect(self._look)
        controller.made_changed.connect(self._look)
        controller.problems_changed.connect(self._look)
        self._look()

    # Building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(2 * RHYTHM)
        self.wishes = Wishes(self._controller.folder, self.last_edition, self)
        layout.addWidget(self.wishes)
        self.verdict = Verdict(self)
        layout.addWidget(self.verdict, 1)
        self.told = quiet("", self)
        layout.addWidget(self.told)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        layout.addWidget(self.bar)
        layout.addWidget(self._buttons())
        self.resize(self.sizeHint().expandedTo(QSize(680, 560)))

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
            button.setIconSize(QSize(16 + BESIDE_WORDS, 16))
            button.hide()
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.cancel_button)
        layout.addWidget(self.export_button)
        return box

    # What is wished

    def _look(self, *_: object) -> None:
        """Say what will come of the wishes; begin the work that waits for this."""
        if self.job is not None:
            return
        made = self._controller.made
        self._ask(made)
        if self.waiting:
            self._go_on()
            return
        numbers, wrong = None, ""
        if made is not None:
            try:
                numbers = self.wishes.numbers(len(made.plan.pages))
            except BadRange as error:
                wrong = str(error)
        target = self.wishes.target
        self.wishes.tell(wrong, target is not None and target != self._written and target.is_file())
        self.export_button.setEnabled(made is not None and not wrong and target is not None and self._may_be_written())
        if made is not None and self._written is None:
            count = len(made.plan.pages) if numbers is None else len(numbers)
            text = self.tr("%n page(s); it will take about {seconds} s.", "", count)
            self.told.setText(text.format(seconds=max(1, round(self._pace().of(count)))))

    def _ask(self, made: Made | None) -> None:
        """Have the pages looked over for the edition, unless that is done."""
        if made is None:
            self.verdict.show_words(self.tr("The pages are not laid out yet."))
        elif self._answer is None or not self._answer.is_of(self.wishes.edition, self.wishes.options.wishes, made):
            if self._answer is None or self._answer.edition != self.wishes.edition:
                self.verdict.wait()
            self._answer = None
            self._looking.ask(self.wishes.edition, self.wishes.options.wishes, made)

    def _take_answer(self, answer: Answer) -> None:
        if self.job is None and answer.is_of(self.wishes.edition, self.wishes.options.wishes, self._controller.made):
            self._answer = answer
            self.verdict.show_found(answer.looked_over)
            self._look()

    def _may_be_written(self) -> bool:
        """Whether preflight, as far as it is known, or the user lets it."""
        if self._answer is None:
            return True
        found = self._answer.looked_over
        return not found.stopped or (found.write is not None and self.verdict.all_the_same.isChecked())

    def _pace(self) -> Pace:
        return self.paces.get(self._kind) or (FOR_PRESS if self.wishes.options.for_press else PLAIN)

    @property
    def _kind(self) -> tuple[str, bool]:
        return self.wishes.edition, self.wishes.options.for_press

    # The work

    def start(self) -> None:
        """Write the file, of the pages as they are; while new ones are being made, those."""
        if self.job is None and not self.waiting and self._controller.made is not None and self.wishes.target is not None:
            self.waiting, self._leaving = True, False
            ExportDialog.last_edition = self.wishes.edition
            self._set_busy(True)
            self._look()

    def _go_on(self) -> None:
        """Begin to write once the last changes are laid out and looked over."""
        made, target = self._controller.made, self.wishes.target
        if made is None or target is None:
            self._failed(self.tr("there are no pages"))
        elif not self._controller.up_to_date:
            self.told.setText(self.tr("Laying out the last changes …"))
        elif self._answer is None:
            self.told.setText(self.tr("Preflight is looking the pages over …"))
        elif self._answer.looked_over.write is None or not self._may_be_written():
            self._failed(self.tr("preflight found errors"))
        else:
            self._write(made, target, self._answer)

    def _write(self, made: Made, target: Path, answer: Answer) -> None:
        assert answer.looked_over.write is not None
        try:
            numbers = self.wishes.numbers(len(made.plan.pages))
        except BadRange as error:
            self._failed(str(error))
            return
        self.waiting = False
        self._count = len(made.plan.pages) if numbers is None else len(numbers)
        self._course = Course(self._pace(), self._count, monotonic())
        self.bar.setRange(0, _FINE)
        self.bar.setValue(0)
        self.told.setText(self.tr("Painting the pages …"))
        self.job = ExportJob(answer.looked_over.write, target, numbers, self)
        self.job.progressed.connect(self._progressed)
        self.job.done.connect(self._done)
        self.job.failed.connect(self._failed)
        self.job.cancelled.connect(self._cancelled)
        self.job.start()

    def _set_busy(self, busy: bool) -> None:
        self.wishes.setEnabled(not busy)
        self.verdict.setEnabled(not busy)
        self.export_button.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        self.show_button.hide()
        self.open_button.hide()
        self.cancel_button.setText(self.tr("Cancel"))

    def _progressed(self, stage: Stage, done: int, known: int) -> None:
        standing = self._course.step(stage, done, known, monotonic())
        self.bar.setValue(max(self.bar.value(), round(standing.part * _FINE)))
        what = {
            "painting": self.tr("Painting the pages: {done} of {known}"),
            "converting": self.tr("Converting the photographs: {done} of {known}"),
            "writing": self.tr("Writing the file"),
        }[stage].format(done=done, known=known)
        if stage == "writing" and done == known and self.wishes.options.for_press:
            what = self.tr("Reading the finished file back")
        if standing.left >= _WORTH_TELLING:
            self.told.setText(self.tr("{what}; about {seconds} s left").format(what=what, seconds=round(standing.left)))
        else:
            self.told.setText(f"{what} …")

    def _done(self, exported: Exported) -> None:
        self.job = None
        self.paces[self._kind] = self._course.pace()
        self._written = exported.target
        self._set_busy(False)
        self.told.setText(self._what_was_written(exported))
        self._controller.message.emit(self.told.text().partition("\n")[0], False)
        self.show_button.show()
        self.open_button.show()
        self.cancel_button.setText(self.tr("Close"))
        self._look()
        if exported.problems and self._answer is not None:
            found = self._answer.looked_over
            self.verdict.show_found(found._replace(problems=(*found.problems, *exported.problems)))
        if self._leaving:
            super().reject()

    def _what_was_written(self, exported: Exported) -> str:
        locale = QLocale()
        size = locale.formattedDataSize(exported.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        text = self.tr("Written: {file}, {size}, %n page(s) in {seconds} s", "", self._count)
        words = text.format(file=exported.target.name, size=size, seconds=locale.toString(exported.seconds, "f", 1))
        if exported.problems:
            words += "\n" + self.tr("In the finished file: {problem}").format(problem=told(exported.problems[0]))
        return words

    def _failed(self, reason: str) -> None:
        self._ended(self.tr("Not written: {reason}. The old file is as it was.").format(reason=reason))

    def _cancelled(self) -> None:
        self._ended(self.tr("Cancelled. The old file is as it was."))

    def _ended(self, words: str) -> None:
        """Nothing was written."""
        self.job, self.waiting = None, False
        self._set_busy(False)
        self._look()
        self.told.setText(words)
        if self._leaving:
            super().reject()

    def _cancel(self) -> None:
        if self.job is not None:
            self.told.setText(self.tr("Giving up …"))
            self.job.cancel()
        elif self.waiting:
            self._cancelled()
        else:
            super().reject()

    def reject(self) -> None:
        """Escape, or the window's own close: first the work ends, then the dialog."""
        self._leaving = True
        self._cancel()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.job is not None:
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
