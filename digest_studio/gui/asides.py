"""What is asked beside the pages: an article's ledger, how pages would look after an edit, the plan of the folder alone.

In: questions of panes. Out: signals, when the answers come from behind the door; of each question only the newest is answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from digest_studio.app.session import Made
from digest_studio.app.studio.asides import Fresh
from digest_studio.app.studio.door import ENTRY, FRESH, LENGTHS, PLANNED, TRIED, Answer, LayoutDoor
from digest_studio.model.pins import keep_plan, merged, release, standing

if TYPE_CHECKING:
    from digest_studio.app.studio.desk import Desk
    from digest_studio.gui.controller import Controller
    from digest_studio.layout.result import ArticleLayout
    from digest_studio.model.edits import Edit
    from digest_studio.model.issue import Article, Issue
    from digest_studio.plan.ledger import Entry, Length


class Asides(QObject):
    """Belongs to the controller, which hands in the door when there is one, and what comes through it."""

    entry_came = Signal(object)
    """An article's entry in the ledger (plan.ledger.Entry)."""
    lengths_came = Signal(object)
    """What other lengths of the issue would cost (tuple of plan.ledger.Length)."""
    planned = Signal(object, object)
    """An issue that is only tried, and its plan (plan.result.Plan)."""
    preview_changed = Signal(object, str)
    """Pages to be shown in the place of the issue's own (Made), and what they try; None when that is over."""
    fresh_changed = Signal(object)
    """The plan of the folder alone (app.studio.asides.Fresh) where it differs from the pages and that was not dismissed; None."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._door: LayoutDoor | None = None
        self._entry: tuple[Article, ArticleLayout, Entry] | None = None
        self._lengths: tuple[Made, tuple[Length, ...]] | None = None
        self._asked: dict[str, int] = {}
        self._trying = ""
        self._planning: Issue | None = None
        self._shown: Made | None = None
        self._fresh: Fresh | None = None
        self._dismissed: frozenset[str] = frozenset()
        self._desk: Desk | None = None
        controller.closed.connect(self._forget)

    # The ledger

    def ask_entry(self, article: str) -> None:
        """Ask for an article's entry; `entry_came` follows, at once if nothing of it has changed."""
        made = self._controller.made
        layout = made.plan.articles.get(article) if made else None
        if self._door is None or made is None or layout is None:
            return
        known = self._entry
        if known is not None and known[0] is made.issue.articles.get(article) and known[1] is layout:
            self._asked.pop(ENTRY, None)
            self.entry_came.emit(known[2])
        else:
            self._asked[ENTRY] = self._door.ask_entry(article)

    def entry_holds(self, entry: Entry) -> bool:
        """Whether an entry is told of its article as it is at this moment, so that its repairs may be made."""
        issue = self._controller.issue
        return (self._entry is not None and self._entry[2] is entry and issue is not None
                and issue.articles.get(entry.article) is self._entry[0])  # fmt: skip

    def ask_lengths(self) -> None:
        """Ask what other lengths of the issue would cost; `lengths_came` follows."""
        made = self._controller.made
        if self._lengths is not None and made is not None and self._lengths[0].document is made.document:
            self.lengths_came.emit(self._lengths[1])
        elif self._door is not None:
            self._asked[LENGTHS] = self._door.ask_lengths()

    # Plans that are only tried

    def ask_plan(self, issue: Issue) -> None:
        """Ask how an issue would be planned that is only tried; `planned` follows."""
        if self._door is not None:
            self._planning = issue
            self._asked[PLANNED] = self._door.try_plan(issue)

    # Previews

    @property
    def shown(self) -> Made | None:
        """The pages that are shown in the place of the issue's own."""
        return self._shown

    def preview(self, edit: Edit, words: str) -> None:
        """Show how the pages would be after an edit, as soon as they are made, until `end_preview`."""
        if self._door is not None:
            self._trying = words
            self._asked[TRIED] = self._door.try_out(edit[1])

    def end_preview(self) -> None:
        """Show the issue's own pages again."""
        self._asked.pop(TRIED, None)
        if self._shown is not None:
            self._shown = None
            self.preview_changed.emit(None, "")

    def _show(self, made: Made, words: str) -> None:
        self._shown = made
        self.preview_changed.emit(made, words)

    # The plan of the folder alone

    @property
    def fresh(self) -> Fresh | None:
        """The plan of the folder alone, where it differs from the one that is shown and was not dismissed."""
        return None if self._fresh is None or self._dismissed.issuperset(self._fresh.articles) else self._fresh

    def show_fresh(self, words: str) -> None:
        """Show the pages of the plan of the folder alone."""
        made = self._controller.made
        if self._fresh is not None and made is not None and made.issue is self._fresh.made.issue:
            self._show(self._fresh.made, words)

    def take_fresh(self) -> None:
        """Plan the open issue as the folder alone would be planned."""
        self._controller.plan_afresh()

    def dismiss_fresh(self) -> None:
        """Say no more of these articles."""
        self.end_preview()
        self._dismissed = frozenset(self._fresh.articles) if self._fresh else frozenset()
        self.fresh_changed.emit(self.fresh)

    def keep_plan(self) -> None:
        """Write the plan that is shown as pins of its articles, as one step."""
        made, issue = self._controller.made, self._controller.issue
        if made is None or issue is None or self._desk is None or self._controller.read_only:
            return
        chosen = {
            name: (layout.template, len(layout.pages)) for name, layout in made.plan.articles.items() if name in issue.articles
        }
        edit, written = keep_plan(issue, chosen)
        self._desk.pins = merged(self._desk.pins, written)
        self._controller.apply(edit)
        if edit[1] is issue:
            self._controller.message.emit(self.tr("Every article is pinned already"), False)
        else:
            articles = len({pin.article for pin in written})
            self._controller.message.emit(self.tr("The plan is kept: %n article(s) pinned", "", articles), True)

    def let_choose(self) -> None:
        """Take away the pins that `keep_plan` wrote and that nobody has changed since, as one step."""
        issue, pins = self._controller.issue, self._desk.pins if self._desk else ()
        if issue is not None and self.may_let_choose:
            articles = len({pin.article for pin in standing(issue, pins)})
            self._controller.apply(release(issue, pins))
            self._controller.message.emit(self.tr("The planner chooses again for %n article(s)", "", articles), True)

    @property
    def may_let_choose(self) -> bool:
        """Whether there are pins of `keep_plan` that still stand."""
        issue, pins = self._controller.issue, self._desk.pins if self._desk else ()
        return bool(pins) and not self._controller.read_only and issue is not None and bool(standing(issue, pins))

    # What the controller hands in

    def pages_wanted(self, door: LayoutDoor, desk: Desk) -> None:
        """Pages of the desk's issue are asked for at the door: what is shown in their place is over."""
        self._door, self._desk = door, desk
        self.end_preview()

    @Slot(object)
    def take(self, answer: Answer) -> None:
        """Pass an answer on, unless nobody waits for it any more."""
        made = self._controller.made
        if made is None or answer.about.document is not made.document:
            return
        if answer.lane == FRESH:
            self._fresh = answer.value if isinstance(answer.value, Fresh) else None
            self.fresh_changed.emit(self.fresh)
            return
        if answer.number != self._asked.get(answer.lane):
            return
        del self._asked[answer.lane]
        if answer.value is None:
            return
        match answer.lane:
            case "tried" if isinstance(answer.value, Made):
                self._show(answer.value, self._trying)
            case "entry":
                entry: Entry = answer.value  # type: ignore[assignment]
                self._entry = (answer.about.issue.articles[entry.article], answer.about.plan.articles[entry.article], entry)
                self.entry_came.emit(entry)
            case "planned":
                self.planned.emit(self._planning, answer.value)
            case "lengths":
                self._lengths = (answer.about, answer.value)  # type: ignore[assignment]
                self.lengths_came.emit(answer.value)

    def _forget(self) -> None:
        self._entry = self._lengths = self._fresh = self._shown = None
        self._asked.clear()
        self._desk, self._dismissed = None, frozenset()
        self.fresh_changed.emit(None)


def changed_pages(before: Made | None, after: Made) -> frozenset[int]:
    """The numbers of pages that are not as they were, those that are gone included."""
    old = {page.number: page for page in before.document.pages} if before else {}
    new = {page.number: page for page in after.document.pages}
    return frozenset(number for number in old.keys() | new.keys() if old.get(number) is not new.get(number))
