"""What is to be decided about an open issue, said above its pages: never in a dialog over them.

What a studio that died did not save; who else has the issue open; files that changed here and outside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.style import NOTE, RHYTHM, WARNING
from digest_studio.gui.words import said

SHOWN_STEPS = 3


class Notices(QWidget):
    """As many notices as there are things to decide; no height when there are none."""

    problems_wanted = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        controller.standing_changed.connect(self.refresh)
        controller.opened.connect(self.refresh)
        controller.closed.connect(self.refresh)

    def refresh(self) -> None:
        """Say what there is to say now."""
        layout = self.layout()
        assert layout is not None
        while (taken := layout.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for notice in (self._recovery(), self._read_only(), self._conflicts()):
            if notice is not None:
                layout.addWidget(notice)
        self.setVisible(layout.count() > 0)

    def _recovery(self) -> QWidget | None:
        recovered = self._controller.recovered
        if recovered is None:
            return None
        steps = [said(label) for label in recovered.labels]
        shown = ", ".join(steps[-SHOWN_STEPS:]) + (" …" if len(steps) > SHOWN_STEPS else "")
        text = self.tr("The studio ended without saving ({when}). Not saved: {steps}.")
        what = [(file.name, file.diff()) for file in recovered.files]
        return _Notice(
            text.format(when=recovered.when.replace("T", " ")[:16], steps=shown),
            (
                (self.tr("Restore"), self._controller.restore),
                (self.tr("Show Changes"), lambda: _Differences(self.tr("Changes That Were Not Saved"), what, self).show()),
                (self.tr("Give Up"), self._controller.discard_recovered),
            ),
            self,
        )

    def _read_only(self) -> QWidget | None:
        reason, folder = self._controller.read_only, self._controller.folder
        if not reason or folder is None:
            return None
        actions: list[tuple[str, Callable[[], object]]] = []
        if self._controller.held_elsewhere:
            actions.append((self.tr("Take It Over"), lambda: self._controller.open(folder, by_force=True)))
        else:
            actions.append((self.tr("Show Problems"), self.problems_wanted.emit))
            actions.append((self.tr("Open Again"), lambda: self._controller.open(folder)))
        return _Notice(self.tr("To look at only: {reason}.").format(reason=reason), actions, self)

    def _conflicts(self) -> QWidget | None:
        conflicts = self._controller.conflicts
        if not conflicts:
            return None
        names = ", ".join(conflict.file for conflict in conflicts)
        text = self.tr("Changed here and by another program: {files}. Choose before saving.").format(files=names)
        return _Notice(text, ((self.tr("Compare and Choose …"), self._choose),), self, WARNING.name())

    def _choose(self) -> None:
        from digest_studio.gui.editor.conflicts import choose_first

        choose_first(self._controller, self.window())


class _Notice(QFrame):
    """One line with its ways on."""

    def __init__(
        self, text: str, actions: Sequence[tuple[str, Callable[[], object]]], parent: QWidget, colour: str = NOTE.name(),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setStyleSheet(f"#notice {{ border-left: 4px solid {colour}; }}")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        layout.setSpacing(RHYTHM)
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        layout.addWidget(label, 1)
        for said_, done in actions:
            button = QPushButton(said_, self)
            button.clicked.connect(lambda _, done=done: done())
            layout.addWidget(button)


class _Differences(QDialog):
    """Files with their differences, one at a time; not modal."""

    def __init__(self, title: str, files: Sequence[tuple[str, Sequence[str]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._files = dict(files)
        self._names = QListWidget(self)
        self._names.addItems(list(self._files))
        self._names.setFixedWidth(200)
        self._names.setAccessibleName(self.tr("Files"))
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(self.tr("Differences"))
        panes = QHBoxLayout()
        panes.addWidget(self._names)
        panes.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(panes, 1)
        self._names.currentTextChanged.connect(self._show)
        self._names.setCurrentRow(0)
        self.resize(880, 560)

    def _show(self, name: str) -> None:
        self._text.setPlainText("\n".join(self._files.get(name, ())))
