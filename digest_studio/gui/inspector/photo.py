"""The fields of a photograph: crop and focus on the picture itself, how finely it prints, and its words."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.crop import CropEditor, Framed
from digest_studio.gui.inspector.fields import LongField
from digest_studio.gui.inspector.form import FieldMaker, Form, button_row, tool
from digest_studio.gui.inspector.parse import SHAPE, TextForm
from digest_studio.gui.inspector.pictures import facts_of
from digest_studio.gui.inspector.resolution import Gauge, printed
from digest_studio.gui.selection import Selection
from digest_studio.model.alter import photo_at, set_photo
from digest_studio.model.issue import Issue, Photo

_ALT = TextForm(lambda value: value or "", lambda text: text.strip() or None)


class PhotoForm(Form):
    """One photograph, wherever it stands."""

    def __init__(self, controller: Controller, selection: Selection) -> None:
        super().__init__(controller, self.tr("Photograph"))
        assert selection.photo is not None
        self._selection = selection
        self._at = selection.photo
        self._fields = FieldMaker(
            self, self._photo, lambda issue, changes: set_photo(issue, self._at, changes), ("photo", self._at)
        )
        if selection.article is not None:
            whole = Selection("article", selection.article)
            self.add(tool(self, "arrow-left", self.tr("To its article"), lambda: controller.select(whole), words=True))
        self.crop = CropEditor(controller, self)
        self.crop.changed.connect(self._frame)
        self.crop.finished.connect(controller.settle)
        self.add(self.crop)
        self.gauge = Gauge(self)
        self.add(self.gauge)
        self._whole = tool(self, "scan", self.tr("Whole picture"), lambda: self._frame(Framed()), words=True)
        self._middle = tool(self, "focus", self.tr("Focus in the middle"), self._forget_focus, words=True)
        self.add(button_row(self, self._whole, self._middle))
        self._words()
        self.finish()

    def refresh(self, issue: Issue) -> None:
        super().refresh(issue)
        photo = self._photo(issue)
        self.summary.setText(photo.file)
        facts = facts_of(self.controller, photo.file)
        if facts is not None:
            self.summary.setText(f"{photo.file} · {facts.width} × {facts.height}")
        made = self.controller.made
        places = printed(made, self._selection, photo, facts) if made else ()
        coarsest = min(places, key=lambda place: place.ppi, default=None)
        self.gauge.show_printed(coarsest)
        self.crop.show_photo(facts, Framed(photo.crop, photo.focus), coarsest.seen if coarsest else None)
        self._whole.setEnabled(photo.crop is not None)
        self._middle.setEnabled(photo.focus is not None)
        self._decoration.setChecked(photo.alt == "")
        self._alt.setEnabled(photo.alt != "")

    def take(self, made: Made) -> None:
        if self.controller.issue is not None:
            self.refresh(self.controller.issue)

    def _photo(self, issue: Issue) -> Photo:
        photo = photo_at(issue, self._at)
        if photo is None:
            raise KeyError(self._at)
        return photo

    def _words(self) -> None:
        fields = self._fields
        places = (
            ("auto", self.tr("Automatic")),
            ("lead", self.tr("Lead")),
            ("full-width", self.tr("Full width")),
            ("column", self.tr("Column")),
            ("inline", self.tr("In the text")), ("bleed", self.tr("Off the page")),
        )  # fmt: skip
        self.pair((self.tr("Place"), fields.choice("place", *places)), (self.tr("Shape"), fields.line("shape", SHAPE, "3:2")))
        self.row(self.tr("Caption"), fields.text("caption"))
        self.row(self.tr("Credit"), fields.line("credit"))
        self._alt: LongField = fields.text("alt", _ALT, hint=self.tr("What the picture shows, for those who cannot see it"))
        self.row(self.tr("Description (alt)"), self._alt)
        self._decoration = QCheckBox(self.tr("Only decoration"), self)
        self._decoration.setToolTip(self.tr("Readers' programs leave the picture out; preflight asks for no description"))
        self._decoration.clicked.connect(self._decorate)
        self.add(self._decoration)

    def _frame(self, framed: Framed) -> None:
        """Crop and focus are one wish: they change, and are undone, together."""
        issue = self.controller.issue
        if issue is None:
            return
        photo = self._photo(issue)
        wished = {"crop": framed.crop, "focus": framed.focus}
        changes = {name: value for name, value in wished.items() if getattr(photo, name) != value}
        if changes:
            self.controller.apply(set_photo(issue, self._at, changes), ("frame", self._at))

    def _forget_focus(self) -> None:
        issue = self.controller.issue
        if issue is not None:
            self._frame(Framed(self._photo(issue).crop))

    def _decorate(self, checked: bool) -> None:
        issue = self.controller.issue
        if issue is not None:
            self.controller.apply(set_photo(issue, self._at, {"alt": "" if checked else None}))
