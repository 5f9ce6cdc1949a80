"""The one object that the panes talk to: the open issue, its pages as far as they are made, the selection.

A pane reads the properties, listens to the signals, and gives edits to `apply`. Pages come from the desk's door, on whose
thread nothing of Qt is touched: results cross into the window's thread by a queued signal.
"""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from digest_studio.app.session import Made, Refused
from digest_studio.app.studio import history as steps
from digest_studio.app.studio.door import Delivered, Door, LayoutDoor
from digest_studio.app.studio.history import History, State
from digest_studio.app.studio.problems import FolderProblems
from digest_studio.app.studio.workshop import Request
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.model.issue import Issue
from digest_studio.model.read import ReadResult, read_issue
from digest_studio.model.write import Saved, save

if TYPE_CHECKING:
    from digest_studio.model.edits import Edit
    from digest_studio.paint.qt.painter import PaintResources

OPEN, SAVE = "open", "save"


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
    closed = Signal()
    save_finished = Signal(bool)
    """A saving ended, and whether everything is on disk."""
    edit_requested = Signal(object)
    """A selection whose text or fields are to be edited: a double click."""
    page_requested = Signal(int)
    """A physical page that is to be shown."""

    _laid_out = Signal(int, object)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: ReadResult | None = None
        self._history: History | None = None
        self._made: Made | None = None
        self._problems: tuple[Diagnostic, ...] = ()
        self._selection = NOTHING
        self._painting: PaintResources | None = None
        self._folder_problems = FolderProblems()
        self._awaited = 0
        self._laid_out.connect(self._take_pages, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._take_work, Qt.ConnectionType.QueuedConnection)
        self._layout: LayoutDoor | None = None
        self._door = Door(self._done.emit, (OPEN, SAVE))

    # What there is

    @property
    def issue(self) -> Issue | None:
        return self._history.state.issue if self._history else None

    @property
    def folder(self) -> Path | None:
        return Path(self.issue.folder) if self.issue else None

    @property
    def made(self) -> Made | None:
        """The last pages that were made; they may lag behind the issue."""
        return self._made

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        return self._problems

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def dirty(self) -> bool:
        """Whether there is anything that is not saved."""
        return self._history is not None and self._history.dirty

    @property
    def read_only(self) -> bool:
        return False

    @property
    def undo_label(self) -> str | None:
        return self._history.undo_label if self._history else None

    @property
    def redo_label(self) -> str | None:
        return self._history.redo_label if self._history else None

    @property
    def painting(self) -> PaintResources:
        """What all panes paint pages with. `painting.pictures.ready` tells when more pictures are there."""
        if self._painting is None:
            from digest_studio.paint.qt.background import BackgroundPictures
            from digest_studio.paint.qt.painter import PaintResources

            self._painting = PaintResources(BackgroundPictures(self))
        return self._painting

    # What can be done

    @Slot(object)
    def open(self, folder: Path) -> None:
        """Opens the issue in `folder`; `opened` or `refused` follows."""
        self.busy_changed.emit(self.tr("Opening {name} …").format(name=folder.name))
        self._door.put(OPEN, lambda _: (folder, read_issue(folder)))

    @Slot(object)
    def apply(self, edit: Edit, key: Hashable = None) -> None:
        """Takes an edit (what was done, the issue after it) as a step; steps in a row with one key are undone together."""
        label, issue = edit
        if self._history is None or issue is self.issue:
            return
        self._go(steps.push(self._history, label, State(issue, self._history.state.loose), key))

    @Slot()
    def undo(self) -> None:
        if self._history and self.undo_label:
            label = self.undo_label
            self._go(steps.undo(self._history))
            self.message.emit(self.tr("Undone: {step}").format(step=label), False)

    @Slot()
    def redo(self) -> None:
        if self._history and self.redo_label:
            label = self.redo_label
            self._go(steps.redo(self._history))
            self.message.emit(self.tr("Done again: {step}").format(step=label), True)

    @Slot()
    def save(self) -> None:
        """Writes what changed, in the background."""
        if self._history is None or self._read is None:
            return
        read, state = self._read, self._history.state
        self.busy_changed.emit(self.tr("Saving …"))
        self._door.put(SAVE, lambda _: (state, save(read, state.issue)))

    @Slot(object)
    def select(self, selection: Selection) -> None:
        if selection != self._selection:
            self._selection = selection
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
        self._read = self._history = self._made = None
        self._problems = ()
        self.select(NOTHING)
        if self._layout is not None:
            self._layout.close()
            self._layout = None
        self.closed.emit()

    def shut_down(self) -> None:
        """Ends all threads; the program is about to end."""
        self._door.close(finish=True)
        if self._layout is not None:
            self._layout.close()
        if self._painting is not None:
            self._painting.pictures.stop()  # type: ignore[attr-defined]

    # What comes of it

    def _go(self, history: History) -> None:
        self._history = history
        self.issue_changed.emit(history.state.issue)
        self.history_changed.emit()
        self._request_pages()

    def _request_pages(self) -> None:
        if self._layout is None:
            self._layout = LayoutDoor(self._laid_out.emit)
        if self.issue:
            self._awaited = self._layout.request(Request(self.issue, problems=self._folder_problems))

    @Slot(int, object)
    def _take_pages(self, number: int, made: Made | Refused) -> None:
        if self._history is None:
            return
        if number == self._awaited:
            self.busy_changed.emit("")
        self._problems = made.problems
        if isinstance(made, Made):
            changed = changed_pages(self._made, made)
            self._made = made
            self.made_changed.emit(made, changed)
        self.problems_changed.emit(made.problems)

    @Slot(object)
    def _take_work(self, delivered: Delivered) -> None:
        self.busy_changed.emit("")
        match delivered.value:
            case (Path() as folder, ReadResult() as read):
                self._take_folder(folder, read)
            case (State() as state, Saved() as saved):
                self._take_saved(state, saved)
            case _ if delivered.failure:
                self.message.emit(str(delivered.failure), False)
                if delivered.lane == SAVE:
                    self.save_finished.emit(False)

    def _take_folder(self, folder: Path, read: ReadResult) -> None:
        if read.issue is None:
            self.refused.emit(folder, read.problems)
            return
        self._read = read
        self._folder_problems = FolderProblems(read)
        self._made = None
        self.select(NOTHING)
        self.busy_changed.emit(self.tr("Laying out the pages …"))
        self._go(steps.opened(read.issue))
        self.opened.emit(folder)

    def _take_saved(self, state: State, saved: Saved) -> None:
        if saved.problems:
            self.message.emit(str(saved.problems[0]), False)
            self.save_finished.emit(False)
            return
        self._read = saved.read
        if self._history:
            self._history = steps.mark_saved(self._history, state)
        self.history_changed.emit()
        self.message.emit(self.tr("Saved"), False)
        self.save_finished.emit(True)


def changed_pages(before: Made | None, after: Made) -> frozenset[int]:
    """The numbers of pages that are not as they were, those that are gone included."""
    old = {page.number: page for page in before.document.pages} if before else {}
    new = {page.number: page for page in after.document.pages}
    return frozenset(number for number in old.keys() | new.keys() if old.get(number) is not new.get(number))
