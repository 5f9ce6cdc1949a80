"""The fields of the issue as a whole, its cover, its masthead and its imprint."""

from __future__ import annotations

from digest_studio.app.resources import own_resources, resources
from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.form import FieldMaker, Form, tool
from digest_studio.gui.inspector.headlines import Headlines
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
from digest_studio.gui.inspector.photos import PhotoPlace
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
        self.finish()
        if controller.made is not None:
            self.take(controller.made)

    def take(self, made: Made) -> None:
        said = self.tr("%n page(s)", "", len(made.plan.pages))
        articles = self.tr("%n article(s)", "", len(made.issue.articles))
        self.summary.setText(f"{said} · {articles}")

    def _head(self) -> None:
        from digest_studio.theme.load import theme_names

        fields, tr = FieldMaker(self, lambda issue: issue, set_issue, "issue"), self.tr
        self.row(tr("Publication"), fields.line("publication", REQUIRED))
        self.row(tr("Tagline"), fields.line("tagline"))
        self.row(tr("Period"), fields.line("period", REQUIRED), tr("What the cover and the running foot print"))
        self.pair((tr("Date"), fields.line("date", DATE, tr("none"))), (tr("Language"), fields.line("language", LANGUAGE)))
        themes = [(name, name) for name in theme_names(resources(), own_resources())]
        typography = (("language", tr("As the language sets")), ("as-typed", tr("As typed")))
        self.pair((tr("Theme"), fields.choice("theme", *themes)), (tr("Typography"), fields.choice("typography", *typography)))
        self.pair(
            (tr("Pages"), fields.line("pages", PAGE_COUNT, tr("auto"))),
            (tr("Multiple of"), fields.line("page_multiple", PAGE_MULTIPLE)),
            (tr("First page"), fields.line("first_page", FIRST_PAGE)),
        )

    def _masthead(self) -> None:
        fields, tr = FieldMaker(self, lambda issue: issue.masthead or _NO_MASTHEAD, set_masthead, "masthead"), self.tr
        self.heading(tr("Masthead"))
        self.row(tr("Organisation"), fields.line("organisation"))
        self.row(tr("Address"), fields.text("address", LINES, (2, 5)), tr("A line of the address in each line"))
        self.pair((tr("Telephone"), fields.line("phone")), (tr("E-mail"), fields.line("email")))
        self.row(tr("Web"), fields.line("web"))
        self.row(tr("Social networks"), fields.text("social", SOCIAL, (1, 5), "mastodon: name@example.org"))

    def _imprint(self) -> None:
        fields, tr = FieldMaker(self, lambda issue: issue.imprint or _NO_IMPRINT, set_imprint, "imprint"), self.tr
        self.heading(tr("Imprint"))
        self.pair((tr("Number"), fields.line("number")), (tr("ISSN"), fields.line("issn")))
        self.row(tr("Editors"), fields.text("editors", LINES, (2, 6)), tr("A name in each line"))
        self.row(tr("Publisher"), fields.line("publisher"))
        self.row(tr("Text"), fields.text("text"))


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
