"""The one object that the panes talk to: the open issue, its pages as far as they are made, the selection.

A pane reads the properties, listens to the signals, and gives edits to `apply`. Pages come from the desk's door, on whose
thread nothing of Qt is touched: results cross into the window's thread by a queued signal.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot

from digest_studio.app.session import Made, Refused
from digest_studio.app.studio.desk import Change, Desk, NotOpened, ReadOnly
from digest_studio.app.studio.door import Answer, LayoutDoor, Pages
from digest_studio.app.studio.recovery import Recovered
from digest_studio.app.studio.saving import Saved
from digest_studio.app.studio.staging import Brought, Target
from digest_studio.app.studio.watch import Findings
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.asides import Asides, changed_pages
from digest_studio.gui.errands import Errands
from digest_studio.gui.pages_first import PagesFirst
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.gui.words import said, told
from digest_studio.model.issue import Issue

if TYPE_CHECKING:
    from digest_studio.app.studio.outside import Conflict
    from digest_studio.model.edits import Edit
    from digest_studio.paint.qt.painter import PaintResources


class Controller(QObject):
    """Owns the open issue. Everything here runs in the window's thread and returns at once."""

    issue_changed = Signal(object)
    """The issue (model.Issue), after any edit, undo or redo, and when one was opened."""
    made_changed = Signal(object, object)
    """The issue laid out (app.session.Made), and which pages (frozenset of numbers) differ from the last time."""
    problems_changed = Signal(object)
    """Everything that is wrong (tuple of Diagnostic), also when no page can be made."""
    selection_changed = Signal(object)
    history_changed = Signal()
    busy_changed = Signal(str)
    """What is being done; "" when nothing is."""
    message = Signal(str, bool)
    """A line for the status bar, and whether it offers to undo."""
    opened = Signal(object)
    """The folder (Path) of an issue that was just opened."""
    refused = Signal(object, object)
    """A folder (Path) that cannot be opened, and why (tuple of Diagnostic)."""
    standing_changed = Signal()
    """Whether the issue may be changed, what was recovered, or which conflicts there are: `read_only`, `recovered`, …"""
    save_finished = Signal(bool)
    """A saving ended, and whether everything is on disk."""
    closed = Signal()
    edit_requested = Signal(object)
    """A selection whose text or fields are to be edited: a double click."""
    page_requested = Signal(int)
    """A physical page that is to be shown."""

    _laid_out = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._made: Made | None = None
        self._problems: tuple[Diagnostic, ...] = ()
        self._selection = NOTHING
        self._painting: PaintResources | None = None
        self._awaited = 0
        self._newest = 0
        self._checked = False
        self._laid_out.connect(self._take_pages, Qt.ConnectionType.QueuedConnection)
        self._layout: LayoutDoor | None = None
        self.asides = Asides(self)
        self.pages_first = PagesFirst(self)
        self._errands = Errands(self)
        self._errands.opened.connect(self._take_folder)
        self._errands.saved.connect(self._take_saved)
        self._errands.found.connect(self._take_findings)
        self._errands.brought.connect(self._take_brought)
        self._errands.failed.connect(self._take_failure)

    # What there is

    @property
    def issue(self) -> Issue | None:
        return self._desk.issue if self._desk else None

    @property
    def folder(self) -> Path | None:
        return self._desk.folder if self._desk else None

    @property
    def made(self) -> Made | None:
        """The last pages that were made; they may lag behind the issue."""
        return self._made

    @property
    def up_to_date(self) -> bool:
        """Whether the pages are the issue's as it is now, and looked over."""
        return self._checked and self._made is not None and self._made.issue is self.issue

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        return self._problems

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def dirty(self) -> bool:
        """Whether there is anything that is not saved."""
        return self._desk is not None and self._desk.dirty

    @property
    def read_only(self) -> str:
        """Who or what forbids changes, in the user's language; "" when the issue may be changed."""
        return said(self._desk.why_read_only or "") if self._desk else ""

    @property
    def held_elsewhere(self) -> bool:
        """Whether somebody else has the issue open, from whom it may be taken over."""
        return self._desk is not None and self._desk.holder is not None

    @property
    def recovered(self) -> Recovered | None:
        """What a studio that died did not save: to be restored or given up."""
        return self._desk.recovered if self._desk else None

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Files that changed here and outside, to be decided before saving."""
        return self._desk.conflicts if self._desk else ()

    @property
    def loose(self) -> frozenset[str]:
        """Pictures in the pool: brought in, and named by nothing."""
        return self._desk.loose if self._desk else frozenset()

    @property
    def undo_label(self) -> str | None:
        """What `undo` takes back, in the user's language; None when there is nothing."""
        label = self._desk.history.undo_label if self._desk else None
        return said(label) if label else None

    @property
    def redo_label(self) -> str | None:
        label = self._desk.history.redo_label if self._desk else None
        return said(label) if label else None

    @property
    def painting(self) -> PaintResources:
        """What all panes paint pages with; its pictures are a `BackgroundPictures`, whose `ready` tells when there are more."""
        if self._painting is None:
            from digest_studio.paint.qt.background import BackgroundPictures
            from digest_studio.paint.qt.painter import PaintResources

            self._painting = PaintResources(BackgroundPictures(self))
        return self._painting

    def picture_path(self, name: str) -> Path | None:
        """Where the picture `name` of the issue lies now: in the folder, or staged until the issue is saved."""
        if self._desk is None:
            return None
        located = self._desk.overlay.get(name)
        return located.path if located else self._desk.folder / name

    def body_line(self, article: str) -> int:
        """The line of its file, from 1, in which an article's body begins."""
        return self._desk.body_line(article) if self._desk else 1

    # What can be done

    @Slot(object)
    def open(self, folder: Path, *, by_force: bool = False) -> None:
        """Opens the issue in `folder`; `opened` or `refused` follows. `by_force`: also if somebody else has it open."""
        self.busy_changed.emit(self.tr("Opening {name} …").format(name=folder.name))
        if self._desk is not None and self._desk.folder == folder.absolute():
            self.close()
        self._errands.open(folder, by_force=by_force)

    @Slot(object)
    def apply(self, edit: Edit, key: Hashable = None) -> None:
        """Takes an edit (what was done, the issue after it) as a step; steps in a row with one key are undone together."""
        if self._desk is None:
            return
        try:
            self._take_change(self._desk.apply(edit, key))
        except ReadOnly:
            self.message.emit(self.tr("Not changed: {reason}").format(reason=self.read_only), False)

    def settle(self) -> None:
        """Ends a burst of edits with one key, as when a field loses the focus."""
        if self._desk is not None:
            self._desk.settle()

    @Slot()
    def undo(self) -> None:
        self.pages_first.go_on()
        if self._desk is not None and (label := self.undo_label):
            self._take_change(self._desk.undo())
            self.message.emit(self.tr("Undone: {step}").format(step=label), False)

    @Slot()
    def redo(self) -> None:
        self.pages_first.go_on()
        if self._desk is not None and (label := self.redo_label):
            self._take_change(self._desk.redo())
            self.message.emit(self.tr("Done again: {step}").format(step=label), True)

    @Slot()
    def save(self) -> None:
        """Writes what changed, in the background; `save_finished` follows."""
        if self._desk is None or self.read_only:
            self.save_finished.emit(False)
            return
        job = self._desk.saving()
        if isinstance(job, tuple):
            self._not_saved(job)
            return
        self.busy_changed.emit(self.tr("Saving …"))
        self._errands.save(job)

    def bring_in(self, paths: Sequence[Path], target: Target) -> None:
        """Brings dropped files into the issue, as one step; they are copied in the background."""
        if self._desk is None or self.read_only:
            return
        self.busy_changed.emit(self.tr("Bringing in %n file(s) …", "", len(paths)))
        self._errands.bring_in(self._desk, tuple(paths), target)

    def restore(self) -> None:
        """Takes up what the last studio did not save."""
        if self._desk is not None:
            self._take_change(self._desk.restore())
            self.standing_changed.emit()

    def discard_recovered(self) -> None:
        """Gives up what the last studio did not save."""
        if self._desk is not None:
            self._desk.discard()
            self.standing_changed.emit()

    def resolve(self, file: str, choice: Literal["mine", "theirs"]) -> None:
        """Decides about a file that changed here and outside."""
        if self._desk is not None:
            self._take_change(self._desk.resolve(file, choice))
            self.history_changed.emit()
            self.standing_changed.emit()

    @Slot(object)
    def select(self, selection: Selection) -> None:
        before, self._selection = self._selection, selection
        if selection != before:
            self.selection_changed.emit(selection)

    @Slot(object)
    def edit(self, selection: Selection) -> None:
        """Selects, and asks for the pane in which it is edited."""
        self.select(selection)
        self.edit_requested.emit(selection)

    @Slot(int)
    def go_to_page(self, number: int) -> None:
        """Asks for a page to be shown."""
        self.page_requested.emit(number)

    @Slot()
    def close(self) -> None:
        """Lets go of the issue, saved or not."""
        self.pages_first.go_on()
        desk, self._desk, self._made, self._problems = self._desk, None, None, ()
        self.select(NOTHING)
        if desk is not None:
            self._errands.close(desk)
            self.closed.emit()

    def shut_down(self) -> None:
        """Ends all threads; the program is about to end."""
        if self._desk is not None:
            self._errands.close(self._desk)
            self._desk = None
        self._errands.shut_down()
        if self._layout is not None:
            self._layout.close()
        if self._painting is not None:
            self._painting.pictures.stop()  # type: ignore[attr-defined]

    # What comes of it

    def _take_change(self, change: Change | None) -> None:
        if change is None or self._desk is None:
            return
        self._request_pages()
        self.pages_first.tell(change.after)
        self._errands.write_journal(self._desk)

    def plan_afresh(self) -> None:
        """Asks for pages that are planned from the folder alone, not by the plan before."""
        self._request_pages(afresh=True)

    def _request_pages(self, *, afresh: bool = False) -> None:
        if self._layout is None:
            self._layout = LayoutDoor(self._laid_out.emit)
        if self._desk is not None:
            self.asides.pages_wanted(self._layout, self._desk)
            ask = self._layout.request_afresh if afresh else self._layout.request
            self._awaited = ask(self._desk.request())
            self._newest = self._newest or self._awaited

    @Slot(object)
    def _take_pages(self, told: Pages | Answer | tuple[int, Refused]) -> None:
        if isinstance(told, Answer):
            self.asides.take(told)
            return
        number, made, checked = (told.number, told.made, told.checked) if isinstance(told, Pages) else (*told, True)
        if self._desk is None or number < self._newest:
            return
        self._newest = number
        if number == self._awaited:
            self.busy_changed.emit("")
        if isinstance(made, Made):
            changed = changed_pages(self._made, made)
            replanned = self._made is None or made.plan is not self._made.plan
            self._made, self._checked = made, checked
            if not checked or changed or replanned:
                self.pages_first.show(made, changed, newest=number == self._awaited)
        if checked:
            self._problems = told.problems if isinstance(told, Pages) else made.problems
            self.problems_changed.emit(self._problems)

    def _take_folder(self, folder: Path, desk: Desk | NotOpened) -> None:
        self.busy_changed.emit("")
        if isinstance(desk, NotOpened):
            self.refused.emit(folder, desk.problems)
            return
        self.close()
        self._desk, self._newest = desk, 0
        self._errands.watch(desk)
        self.busy_changed.emit(self.tr("Laying out the pages …"))
        self.opened.emit(desk.folder)
        self.issue_changed.emit(desk.issue)
        self.history_changed.emit()
        self.standing_changed.emit()
        self._request_pages()

    def _take_saved(self, saved: Saved) -> None:
        self.busy_changed.emit("")
        if self._desk is None:
            return
        change = self._desk.saved(saved)
        if saved.problems:
            self._not_saved(saved.problems)
            return
        if change is not None and change.pictures:
            self._request_pages()
        self._errands.write_journal(self._desk)
        self.history_changed.emit()
        self.message.emit(self.tr("Saved: %n file(s) written", "", len(saved.written)), False)
        self.save_finished.emit(True)

    def _not_saved(self, problems: tuple[Diagnostic, ...]) -> None:
        self.message.emit(self.tr("Not saved: {reason}").format(reason=told(problems[0]) if problems else ""), False)
        self.standing_changed.emit()
        self.save_finished.emit(False)

    def _take_findings(self, findings: Findings) -> None:
        if self._desk is None:
            return
        before = self.conflicts
        changes = self._desk.take(findings)
        for change in changes:
            self._take_change(change)
            self.message.emit(said(change.label), change.before is not change.after)
        if self.conflicts != before:
            self.standing_changed.emit()

    def _take_brought(self, brought: Brought, target: Target) -> None:
        self.busy_changed.emit("")
        if self._desk is None:
            return
        change = self._desk.bring_in(brought, target)
        self._take_change(change)
        if brought.problems:
            self.message.emit(told(brought.problems[0]), change is not None)
        elif change is not None:
            self.message.emit(said(change.label), True)

    def _take_failure(self, lane: str, problem: Diagnostic) -> None:
        self.busy_changed.emit("")
        self.message.emit(told(problem), False)
        if lane == Errands.SAVE:
            self.save_finished.emit(False)
