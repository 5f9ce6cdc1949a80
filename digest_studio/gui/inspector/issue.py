"""The fields of the issue as a whole, its cover, its masthead and its imprint."""

from __future__ import annotations

from digest_studio.app.resources import own_resources, resources
from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.form import FieldMaker, Form, tool
from digest_studio.gui.inspector.headlines import Headlines
from digest_studio.gui.inspector.lengths import Lengths
from digest_studio.gui.inspector.parse import (
    DATE,
    FIRST_PAGE,
    LANGUAGE,
    LINES,
    PAGE_COUNT,
    PAGE_MULTIPLE,
    REQUIRED,
    SOCIAL,
)
from digest_studio.gui.inspector.places import PhotoPlace
from digest_studio.gui.inspector.press import add_press
from digest_studio.gui.selection import Selection
from digest_studio.model.alter import PhotoAt, set_imprint, set_issue, set_masthead
from digest_studio.model.issue import Imprint, Masthead

_NO_MASTHEAD, _NO_IMPRINT = Masthead(), Imprint()


class IssueForm(Form):
    """What issue.yaml says apart from the outline and the advertisements."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller, self.tr("Issue"))
        self._head()
        self.heading(self.tr("Cover"))
        _cover(self)
        self._masthead()
        self._imprint()
        add_press(self)
        self.finish()
        if controller.made is not None:
            self.take(controller.made)

    def take(self, made: Made) -> None:
        said = self.tr("%n page(s)", "", len(made.plan.pages))
        articles = self.tr("%n article(s)", "", len(made.issue.articles))
        self.summary.setText(f"{said} · {articles}")
        self.lengths.take(made)

    def _head(self) -> None:
        from digest_studio.theme.load import theme_names

        fields = FieldMaker(self, lambda issue: issue, set_issue, "issue")
        self.row(self.tr("Publication"), fields.line("publication", REQUIRED))
        self.row(self.tr("Tagline"), fields.line("tagline"))
        self.row(self.tr("Period"), fields.line("period", REQUIRED), self.tr("What the cover and the running foot print"))
        self.pair(
            (self.tr("Date"), fields.line("date", DATE, self.tr("none"))),
            (self.tr("Language"), fields.line("language", LANGUAGE)),
        )
        themes = [(name, name) for name in theme_names(resources(), own_resources())]
        typography = (("language", self.tr("As the language sets")), ("as-typed", self.tr("As typed")))
        self.pair(
            (self.tr("Theme"), fields.choice("theme", *themes)),
            (self.tr("Typography"), fields.choice("typography", *typography)),
        )
        self.pair(
            (self.tr("Pages"), fields.line("pages", PAGE_COUNT, self.tr("auto"))),
            (self.tr("Multiple of"), fields.line("page_multiple", PAGE_MULTIPLE)),
            (self.tr("First page"), fields.line("first_page", FIRST_PAGE)),
        )
        self.lengths = Lengths(self.controller, self)
        self.add(self.lengths)

    def _masthead(self) -> None:
        fields = FieldMaker(self, lambda issue: issue.masthead or _NO_MASTHEAD, set_masthead, "masthead")
        self.heading(self.tr("Masthead"))
        self.row(self.tr("Organisation"), fields.line("organisation"))
        self.row(self.tr("Address"), fields.text("address", LINES, (2, 5)), self.tr("A line of the address in each line"))
        self.pair((self.tr("Telephone"), fields.line("phone")), (self.tr("E-mail"), fields.line("email")))
        self.row(self.tr("Web"), fields.line("web"))
        self.row(self.tr("Social networks"), fields.text("social", SOCIAL, (1, 5), "mastodon: name@example.org"))

    def _imprint(self) -> None:
        fields = FieldMaker(self, lambda issue: issue.imprint or _NO_IMPRINT, set_imprint, "imprint")
        self.heading(self.tr("Imprint"))
        self.pair((self.tr("Number"), fields.line("number")), (self.tr("ISSN"), fields.line("issn")))
        self.row(self.tr("Editors"), fields.text("editors", LINES, (2, 6)), self.tr("A name in each line"))
        self.row(self.tr("Publisher"), fields.line("publisher"))
        self.row(self.tr("Text"), fields.text("text"))


class CoverForm(Form):
    """The cover alone."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller, self.tr("Cover"))
        whole = Selection()
        self.add(tool(self, "settings", self.tr("Publication and period"), lambda: controller.select(whole), words=True))
        _cover(self)
        self.finish()


def _cover(form: Form) -> None:
    """The cover's photograph and lines."""
    form.add(PhotoPlace(form.controller, PhotoAt("cover")), shows=True)
    form.add(Headlines(form.controller, form), shows=True)
