"""The pane beside the pages: the form of what is selected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.empty import EmptyPane
from digest_studio.gui.inspector.form import Form
from digest_studio.gui.inspector.section import SectionForm
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.gui.style import RHYTHM
from digest_studio.model.alter import photo_at
from digest_studio.model.arrange import section_names
from digest_studio.model.issue import ContentsEntry, Issue

NARROWEST = 240
"""Pixels."""


class Inspector(QWidget):
    """Shows one form at a time; it is made when its kind of thing is selected, and goes with the selection."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.form: Form | None = None
        self._subject: Selection | None = None
        self._locked = QLabel(self)
        self._locked.setWordWrap(True)
        self._locked.setContentsMargins(2 * RHYTHM, RHYTHM, 2 * RHYTHM, RHYTHM)
        self._locked.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._locked.setAutoFillBackground(True)
        self._scroll = _Column(self)
        self._empty = EmptyPane("", self)
        forms = QWidget(self)
        self._stack = QStackedLayout(forms)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._locked)
        layout.addWidget(forms, 1)
        self.setFocusProxy(self._scroll)
        controller.selection_changed.connect(self._show)
        controller.issue_changed.connect(self._refresh)
        controller.made_changed.connect(self._take)
        controller.standing_changed.connect(self._stand)
        controller.closed.connect(lambda: self._show(NOTHING))
        self._show(controller.selection)
        self._stand()

    def _show(self, selection: Selection) -> None:
        subject = replace(selection, page=None)
        if isinstance(self.form, SectionForm) and subject == Selection("section", self.form.name):
            self._subject = subject
            return
        if subject == self._subject and self.form is not None:
            return
        self._subject = subject
        issue = self._controller.issue
        self._drop_form()
        if issue is not None and _is_there(issue, subject):
            self.form = _form_of(self._controller, subject)
        if self.form is None:
            self._empty.set_text(self._what_belongs_here())
            self._stack.setCurrentWidget(self._empty)
            return
        assert issue is not None
        self.form.refresh(issue)
        self.form.setEnabled(not self._controller.read_only)
        self._scroll.setWidget(self.form)
        self._stack.setCurrentWidget(self._scroll)

    def _drop_form(self) -> None:
        if self.form is not None:
            self._scroll.takeWidget()
            self.form.deleteLater()
            self.form = None

    def _refresh(self, issue: Issue) -> None:
        if self.form is None:
            self._subject = None
            self._show(self._controller.selection)
            return
        assert self._subject is not None
        if isinstance(self.form, SectionForm):
            self._subject = Selection("section", self.form.name)
        if _is_there(issue, self._subject):
            self.form.refresh(issue)
        else:
            self._controller.select(NOTHING)

    def _take(self, made: Made, changed: frozenset[int]) -> None:
        if self.form is not None and self._controller.issue is not None:
            self.form.take(made)

    def _stand(self) -> None:
        why = self._controller.read_only
        self._locked.setText(self.tr("Nothing can be changed: {reason}").format(reason=why))
        self._locked.setVisible(bool(why))
        if self.form is not None:
            self.form.setEnabled(not why)

    def _what_belongs_here(self) -> str:
        if self._controller.issue is None:
            return self.tr("The fields of what is selected stand here. Open an issue first.")
        return self.tr(
            "Click an article, a photograph or an advertisement on a page or in the outline: its fields stand here. "
            "With nothing selected, these are the issue's own."
        )


class _Column(QScrollArea):
    """Scrolls a form up and down; it is wide enough for the form, of which nothing is ever cut off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        least = super().minimumSizeHint()
        form = self.widget()
        width = form.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() if form else 0
        return QSize(max(width, NARROWEST), least.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _is_there(issue: Issue, subject: Selection) -> bool:
    """Whether what is selected is part of the issue."""
    match subject.kind:
        case "article":
            return subject.id in issue.articles
        case "ad":
            return subject.id in issue.ads
        case "section":
            return subject.id in section_names(issue)
        case "contents":
            return any(isinstance(entry, ContentsEntry) for entry in issue.outline)
        case "photo":
            try:
                return subject.photo is not None and photo_at(issue, subject.photo) is not None
            except KeyError:
                return False
        case _:
            return True


def _form_of(controller: Controller, subject: Selection) -> Form | None:
    """The form for a selection; None for what has no fields."""
    match subject.kind:
        case "article":
            from digest_studio.gui.inspector.article import ArticleForm

            return ArticleForm(controller, subject.id)
        case "photo":
            from digest_studio.gui.inspector.photo import PhotoForm

            return PhotoForm(controller, subject)
        case "ad":
            from digest_studio.gui.inspector.ad import AdForm

            return AdForm(controller, subject.id)
        case "section":
            return SectionForm(controller, subject.id)
        case "contents":
            from digest_studio.gui.inspector.section import ContentsForm

            return ContentsForm(controller)
        case "cover":
            from digest_studio.gui.inspector.issue import CoverForm

            return CoverForm(controller)
        case "issue":
            from digest_studio.gui.inspector.issue import IssueForm

            return IssueForm(controller)
        case "page":
            return None
