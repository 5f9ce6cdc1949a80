"""The fields of a section, and of the contents."""

from __future__ import annotations

from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.fields import CheckField, ChoiceField, TextField
from digest_studio.gui.inspector.form import Form
from digest_studio.gui.inspector.parse import TextForm
from digest_studio.gui.inspector.places import PhotoPlace
from digest_studio.gui.selection import Selection
from digest_studio.model.alter import PhotoAt
from digest_studio.model.arrange import entry_at, rename_section, section_names, section_place, set_section
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Divider, Issue, Section, Side


class SectionForm(Form):
    """A section by its name, which is its identity: the form and the selection follow when it is renamed."""

    def __init__(self, controller: Controller, name: str) -> None:
        super().__init__(controller, self.tr("Section"))
        self.name = name
        named = self.bound(lambda issue: self._section(issue).name, self._rename, ("section", id(self), "name"))
        self.row(self.tr("Name"), TextField(named, TextForm(str, self._free_name)))
        self.heading(self.tr("Divider page"))
        with_page = self.bound(lambda issue: self._section(issue).divider is not None, self._divide, ("section", "divider"))
        self.check(CheckField(with_page, self.tr("Opens with a page of its own")))
        side = self.bound(lambda issue: self._divider(issue).side, self._put_side, ("section", "side"))
        sides = (("any", self.tr("Either")), ("left", self.tr("Left")), ("right", self.tr("Right")))
        self._side = ChoiceField(side, sides)
        self.row(self.tr("Side"), self._side)
        self._photo = PhotoPlace(controller, PhotoAt("divider", name))
        self.add(self._photo)
        self.finish()

    def refresh(self, issue: Issue) -> None:
        section = self._section(issue)
        super().refresh(issue)
        self.summary.setText(self.tr("%n article(s) and advertisement(s)", "", len(section.items)))
        self._photo.at = PhotoAt("divider", self.name)
        self._photo.refresh(issue)
        self._side.setEnabled(section.divider is not None)
        if self.controller.selection.id != self.name:
            self.controller.select(Selection("section", self.name))

    def _section(self, issue: Issue) -> Section:
        section = entry_at(issue, section_place(issue, self.name))
        assert isinstance(section, Section)
        return section

    def _divider(self, issue: Issue) -> Divider:
        return self._section(issue).divider or Divider()

    def _free_name(self, text: str) -> str:
        name, issue = text.strip(), self.controller.issue
        if not name:
            raise ValueError(self.tr("A section needs a name"))
        if issue is not None and name != self.name and name in section_names(issue):
            raise ValueError(self.tr("There is a section of that name"))
        return name

    def _rename(self, issue: Issue, name: str) -> Edit:
        edit = rename_section(issue, self.name, name)
        self.name = name
        return edit

    def _divide(self, issue: Issue, wanted: bool) -> Edit:
        return set_section(issue, self.name, {"divider": Divider() if wanted else None})

    def _put_side(self, issue: Issue, side: Side) -> Edit:
        return set_section(issue, self.name, {"divider": Divider(self._divider(issue).photo, side)})


class ContentsForm(Form):
    """The contents: their picture. Their lines are computed from where the articles stand."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller, self.tr("Contents"))
        self.summary.setText(self.tr("Titles and pages are computed. An article's fields say whether it is listed."))
        self.heading(self.tr("Photograph"))
        self.add(PhotoPlace(controller, PhotoAt("contents")), shows=True)
        self.finish()
