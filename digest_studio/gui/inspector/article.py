"""The fields of an article."""

from __future__ import annotations

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.fit import pages_words
from digest_studio.gui.inspector.fields import CheckField
from digest_studio.gui.inspector.form import FieldMaker, Form, tool
from digest_studio.gui.inspector.ledger import Alternatives, LedgerPart
from digest_studio.gui.inspector.parse import DATE, OPTIONAL, OPTIONAL_LANGUAGE, PAGE_COUNT, REQUIRED
from digest_studio.gui.inspector.photos import PhotoList
from digest_studio.gui.inspector.places import PhotoPlace, SignaturePlace
from digest_studio.gui.inspector.templates import TemplatePicker
from digest_studio.gui.selection import Selection
from digest_studio.model.alter import PhotoAt, set_author
from digest_studio.model.arrange import set_in_contents
from digest_studio.model.edits import set_article
from digest_studio.model.issue import ArticleEntry, Author, Issue

_NOBODY = Author()


class ArticleForm(Form):
    """What an article's front matter says."""

    def __init__(self, controller: Controller, article: str) -> None:
        super().__init__(controller, self.tr("Article"))
        self._article = article
        self._fields = FieldMaker(
            self, lambda issue: issue.articles[article], lambda issue, changes: set_article(issue, article, changes),
            ("article", article),
        )  # fmt: skip
        self.ledger = LedgerPart(controller, article, self)
        self.add(self.ledger)
        self.add(tool(self, "pencil", self.tr("Edit the text"),
                      lambda: controller.edit(Selection("article", article)), words=True))  # fmt: skip
        self._words()
        self._template()
        self.heading(self.tr("Photographs"))
        self.add(PhotoList(controller, article), shows=True)
        self._author()
        self.finish()
        if controller.made is not None:
            self.take(controller.made)

    def refresh(self, issue: Issue) -> None:
        super().refresh(issue)
        self._listed.setEnabled(self._article in issue.placed())

    def take(self, made: Made) -> None:
        layout = made.plan.articles.get(self._article)
        said = [pages_words(made, self._article)]
        if layout is not None:
            said += [layout.template]
        self.summary.setText(" · ".join(part for part in said if part))
        self._picker.show_theme(made.theme)
        self.alternatives.take(made)
        self.ledger.take(made)

    def _words(self) -> None:
        fields = self._fields
        self.row(self.tr("Title"), fields.text("title", REQUIRED, (1, 4)), self.tr("A line break is kept"))
        self.row(self.tr("Title in the contents"), fields.line("contents_title", OPTIONAL, self.tr("as the title")))
        self.row(self.tr("Kicker"), fields.line("kicker"))
        self.row(self.tr("Standfirst"), fields.text("standfirst"))
        self.row(self.tr("Byline"), fields.line("byline"))
        states = (("draft", self.tr("Draft")), ("edited", self.tr("Edited")), ("approved", self.tr("Approved")))
        self.pair(
            (self.tr("Status"), fields.choice("status", *states)),
            (self.tr("Date"), fields.line("date", DATE, self.tr("none"))),
        )
        self.pair(
            (self.tr("Language"), fields.line("language", OPTIONAL_LANGUAGE, self.tr("the issue's"))),
            (self.tr("Pages"), fields.line("pages", PAGE_COUNT, self.tr("auto"))),
        )
        article = self._article
        listed = self.bound(
            lambda issue: _is_listed(issue, article), lambda issue, value: set_in_contents(issue, article, value),
            ("listed", article),
        )  # fmt: skip
        self._listed = CheckField(listed, self.tr("List in the contents"))
        self.check(self._listed)

    def _template(self) -> None:
        self.heading(self.tr("Template"))
        self.alternatives = Alternatives(self.controller, self._article, self)
        self.add(self.alternatives, shows=True)
        self._picker = TemplatePicker(self._fields.bound("template"))
        self.add(self._picker, shows=True)

    def _author(self) -> None:
        article = self._article
        fields = FieldMaker(
            self, lambda issue: issue.articles[article].author or _NOBODY,
            lambda issue, changes: set_author(issue, article, changes), ("author", article),
        )  # fmt: skip
        self.heading(self.tr("Author"))
        self.pair((self.tr("Name"), fields.line("name")), (self.tr("Role"), fields.line("role")))
        self.row(self.tr("Closing"), fields.line("closing"))
        self.label(self.tr("Portrait"))
        self.add(PhotoPlace(self.controller, PhotoAt("author", article)), shows=True)
        self.label(self.tr("Signature"))
        self.add(SignaturePlace(self.controller, article), shows=True)


def _is_listed(issue: Issue, article: str) -> bool:
    return any(isinstance(entry, ArticleEntry) and entry.article == article and entry.contents for entry, _ in issue.entries())
