"""A form of the inspector: labels over their fields, in groups with quiet heads. What kind of thing it shows stands on top."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.flow import FlowLayout
from digest_studio.gui.inspector.fields import Bound, ChoiceField, Field, LongField, TextField, named
from digest_studio.gui.inspector.parse import PLAIN, TextForm
from digest_studio.gui.style import BESIDE_WORDS, ERROR, RHYTHM, icon
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Issue

HALF = RHYTHM // 2


class Refreshed(Protocol):
    """A part of a form that shows something of the issue."""

    def refresh(self, issue: Issue) -> None:
        """Show what the issue says now. Raises KeyError when its subject is gone."""


class Form(QWidget):
    """Built by its subclasses' `build`; `refresh` after every change of the issue, `take` after new pages."""

    def __init__(self, controller: Controller, kind: str) -> None:
        super().__init__()
        self.controller = controller
        self._parts: list[Refreshed] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 3 * RHYTHM)
        self._layout.setSpacing(RHYTHM)
        head = QLabel(kind, self)
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        head.setFont(font)
        self.summary = quiet("", self)
        self._layout.addWidget(head)
        self._layout.addWidget(self.summary)
        self._layout.addSpacing(HALF)

    def finish(self) -> None:
        """After everything is added."""
        self._layout.addStretch(1)

    def refresh(self, issue: Issue) -> None:
        """Show the issue. Raises KeyError when what the form is about is gone."""
        for part in self._parts:
            part.refresh(issue)

    def take(self, made: Made) -> None:
        """New pages were made."""

    # Parts

    def heading(self, text: str) -> None:
        """A new group."""
        self._layout.addSpacing(RHYTHM)
        line = QFrame(self)
        line.setFixedHeight(1)
        line.setStyleSheet("background: palette(mid); border: 0;")
        self._layout.addWidget(line)
        label = QLabel(text, self)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._layout.addWidget(label)

    def label(self, text: str) -> None:
        """The name of what is added next."""
        self._layout.addWidget(quiet(text, self))

    def row(self, label: str, field: Field, tip: str = "") -> None:
        self._layout.addWidget(self._labelled(label, field, tip))

    def pair(self, *fields: tuple[str, Field]) -> None:
        """Short fields side by side."""
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(RHYTHM)
        grid.setVerticalSpacing(2)
        for column, (text, field) in enumerate(fields):
            for row, part in enumerate(self._parts_of(text, field, "", box)):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignBottom if row == 0 else Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self._layout.addWidget(box)

    def check(self, field: Field, tip: str = "") -> None:
        """A field that says its name itself."""
        field.setToolTip(tip)
        self._parts.append(field)
        self._layout.addWidget(field)

    def add(self, widget: QWidget, *, shows: bool = False) -> None:
        """Anything else; `shows`: it has a `refresh`."""
        self._layout.addWidget(widget)
        if shows:
            self._parts.append(widget)  # type: ignore[arg-type]

    def _labelled(self, text: str, field: Field, tip: str = "") -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in self._parts_of(text, field, tip, box):
            layout.addWidget(part)
        return box

    def _parts_of(self, text: str, field: Field, tip: str, parent: QWidget) -> list[QWidget]:
        """A field's label, the field, and, where something may be typed that cannot be meant, the place to say so."""
        label = quiet(text, parent)
        label.setBuddy(field)
        named(field, text, tip)
        self._parts.append(field)
        return [label, field, *([_complaint(field, parent)] if isinstance(field, TextField | LongField) else [])]

    # Making of bound fields

    def bound(self, read: Callable[[Issue], Any], write: Callable[[Issue, Any], Edit], key: Hashable) -> Bound:
        return Bound(self.controller, read, write, key)


class FieldMaker:
    """Fields of one subject: `of` gives its value (an Article, an Ad …), `write` an edit of some of its fields."""

    def __init__(
        self, form: Form, of: Callable[[Issue], Any], write: Callable[[Issue, dict[str, Any]], Edit], key: Hashable
    ) -> None:
        self._form, self._of, self._write, self._key = form, of, write, key

    def bound(self, name: str) -> Bound:
        return self._form.bound(
            lambda issue: getattr(self._of(issue), name),
            lambda issue, value: self._write(issue, {name: value}),
            (self._key, name),
        )

    def line(self, name: str, form: TextForm = PLAIN, hint: str = "") -> TextField:
        return TextField(self.bound(name), form, hint)

    def text(self, name: str, form: TextForm = PLAIN, lines: tuple[int, int] = (2, 8), hint: str = "") -> LongField:
        return LongField(self.bound(name), form, lines, hint)

    def choice(self, name: str, *choices: tuple[Any, str]) -> ChoiceField:
        return ChoiceField(self.bound(name), choices)


def quiet(text: str, parent: QWidget) -> QLabel:
    """A label that steps back."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def tool(parent: QWidget, image: str, text: str, done: Callable[[], object], *, words: bool = False) -> QToolButton:
    """A small button with an icon, and with `words` its name beside."""
    button = QToolButton(parent)
    button.setIcon(icon(image))
    button.setIconSize(QSize(16, 16))
    button.setText(text)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    if words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16 + BESIDE_WORDS, 16))
    button.clicked.connect(lambda *_: done())
    return button


def button_row(parent: QWidget, *buttons: QWidget) -> QWidget:
    """Buttons in a line, in two where there is no room for that."""
    box = QWidget(parent)
    layout = FlowLayout(box, HALF)
    for button in buttons:
        layout.addWidget(button)
    return box


def _complaint(field: TextField | LongField, parent: QWidget) -> QLabel:
    """What is wrong with what was typed, below the field, as long as it is."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setStyleSheet(f"color: {ERROR.name()};")
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.hide()

    def tell(text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    field.wrong.connect(tell)
    return label
