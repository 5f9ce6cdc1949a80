"""Fields that are bound to the issue: each shows one value of it, and makes an edit of every change at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.parse import PLAIN, TextForm
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Issue


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """One value of the issue. Changes with one `key` in a row are undone together. `read` may raise KeyError."""

    controller: Controller
    read: Callable[[Issue], Any]
    write: Callable[[Issue, Any], Edit]
    key: Hashable

    def put(self, value: Any) -> None:
        """Make the value the issue's, unless it is."""
        issue = self.controller.issue
        if issue is not None and self.read(issue) != value:
            self.controller.apply(self.write(issue, value), self.key)


def written(document: QTextDocument) -> str:
    """The text of a document as it was typed; `toPlainText` would make spaces of no-break spaces."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def is_history(event: QEvent) -> bool:
    """Whether a key means undo or redo: the issue's history takes it, a field has none of its own."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class TextField(QLineEdit):
    """A line of text. What cannot be meant is told by `wrong` and not taken over."""

    wrong = Signal(str)

    def __init__(self, bound: Bound, form: TextForm = PLAIN, hint: str = "") -> None:
        super().__init__()
        self._bound = bound
        self._form = form
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._take)
        self.editingFinished.connect(bound.controller.settle)

    def refresh(self, issue: Issue) -> None:
        value = self._bound.read(issue)
        if not self.hasFocus() or not _says(self._form, self.text(), value):
            text = self._form.show(value)
            if text != self.text():
                self.setText(text)
                self.setCursorPosition(0)
            self.wrong.emit("")

    def _take(self, text: str) -> None:
        _take(self._bound, self._form, text, self.wrong)

    def event(self, event: QEvent) -> bool:
        if is_history(event):
            event.ignore()
            return False
        return super().event(event)


class LongField(QPlainTextEdit):
    """Text of several lines, as high as it needs within bounds. Tab leaves it."""

    wrong = Signal(str)

    def __init__(self, bound: Bound, form: TextForm = PLAIN, lines: tuple[int, int] = (2, 8), hint: str = "") -> None:
        super().__init__()
        self._bound = bound
        self._form = form
        self._lines = lines
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._take)
        self.document().documentLayout().documentSizeChanged.connect(self._grown)

    def refresh(self, issue: Issue) -> None:
        value = self._bound.read(issue)
        if not _says(self._form, written(self.document()), value):
            self.blockSignals(True)
            self.setPlainText(self._form.show(value))
            self.blockSignals(False)
            self.wrong.emit("")

    def _grown(self) -> None:
        """As high as the text, with a bar only beyond the most lines."""
        bars = Qt.ScrollBarPolicy
        fits = self.document().size().height() <= self._lines[1]
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if fits else bars.ScrollBarAsNeeded)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        least, most = self._lines
        shown = min(max(int(self.document().size().height()), least), most)
        frame = 2 * self.frameWidth() + 2 * int(self.document().documentMargin())
        return QSize(120, shown * self.fontMetrics().lineSpacing() + frame + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._bound.controller.settle()

    def event(self, event: QEvent) -> bool:
        if is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def _take(self) -> None:
        _take(self._bound, self._form, written(self.document()), self.wrong)


class ChoiceField(QComboBox):
    """One of a few values. The wheel scrolls the pane, unless the field has the focus."""

    def __init__(self, bound: Bound, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self._bound = bound
        self._values = [value for value, _ in choices]
        self.addItems([text for _, text in choices])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._take)

    def refresh(self, issue: Issue) -> None:
        value = self._bound.read(issue)
        if value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))

    def _take(self, index: int) -> None:
        self._bound.put(self._values[index])
        self._bound.controller.settle()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckField(QCheckBox):
    """Yes or no."""

    def __init__(self, bound: Bound, text: str) -> None:
        super().__init__(text)
        self._bound = bound
        self.setAccessibleName(text)
        self.clicked.connect(self._take)

    def refresh(self, issue: Issue) -> None:
        self.setChecked(bool(self._bound.read(issue)))

    def _take(self, checked: bool) -> None:
        self._bound.put(checked)
        self._bound.controller.settle()


Field = TextField | LongField | ChoiceField | CheckField


def _says(form: TextForm, text: str, value: Any) -> bool:
    """Whether a text, as it stands in a field, means the value."""
    try:
        return bool(form.parse(text) == value)
    except ValueError:
        return False


def _take(bound: Bound, form: TextForm, text: str, wrong: Any) -> None:
    try:
        value = form.parse(text)
    except ValueError as error:
        wrong.emit(str(error))
        return
    wrong.emit("")
    bound.put(value)


def named(widget: QWidget, name: str, tip: str = "") -> None:
    """Give a widget its name for people who do not see it, and a tip for those who do."""
    widget.setAccessibleName(name)
    if tip:
        widget.setToolTip(tip)
