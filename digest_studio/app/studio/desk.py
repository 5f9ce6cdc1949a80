"""An open issue: what there is now, what was before, what is on disk. The one object of the studio that changes.

Every function that changes it returns what changed; none starts a thread, draws or waits. What may take long comes in pairs:
a job to be run anywhere (`saving`, `journalling`, `staging.stage`, `Watch.look`), and a function that takes its outcome in
(`saved`, `bring_in`, `take`). All functions are called on one thread.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from digest_studio.app.studio import history as steps
from digest_studio.app.studio.hidden import hidden_folder
from digest_studio.app.studio.history import History, State
from digest_studio.app.studio.journal import Journal, Unsaved
from digest_studio.app.studio.kept import read_pins
from digest_studio.app.studio.lock import Holder, Lock, take_lock
from digest_studio.app.studio.outside import Conflict, Outside, merged
from digest_studio.app.studio.problems import FolderProblems, body_line
from digest_studio.app.studio.recovery import Recovered, recover
from digest_studio.app.studio.saving import Saved, SaveJob, signature
from digest_studio.app.studio.staging import Brought, Target, brought_in, clear_staged, staged_files, used_files
from digest_studio.app.studio.texts import article_file
from digest_studio.app.studio.watch import Findings
from digest_studio.app.studio.workshop import Located, Request
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.say import Said, reason, say
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Issue
from digest_studio.model.label import Label
from digest_studio.model.pins import Pin, standing
from digest_studio.model.read import ReadResult, read_issue


class ReadOnly(Exception):
    """The issue may be looked at, not changed; the window offers no edit then."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """What one call changed. `label` is the step's; `before` and `after` are the same issue when only files changed."""

    label: str
    before: Issue
    after: Issue
    pictures: frozenset[str] = frozenset()

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that are new, gone or others."""
        old, new = self.before.articles, self.after.articles
        return frozenset(name for name in {*old, *new} if old.get(name) is not new.get(name))

    @property
    def outline(self) -> bool:
        """Whether the outline or the advertisements are others."""
        return self.before.outline is not self.after.outline or self.before.ads is not self.after.ads


@dataclass(frozen=True, slots=True)
class NotOpened:
    """A folder of which nothing can be shown, and why."""

    problems: tuple[Diagnostic, ...]


@dataclass(slots=True, eq=False)
class Desk:
    """Made by `open_desk`. `read` is the folder as last read or saved; `why_read_only` says who or what forbids changes; `pins`
    are those that keeping a plan wrote, remembered when the issue is saved."""

    folder: Path
    read: ReadResult
    history: History
    lock: Lock | None = None
    holder: Holder | None = None
    why_read_only: Said | None = None
    problems: tuple[Diagnostic, ...] = ()
    recovered: Recovered | None = None
    overlay: Mapping[str, Located] = field(default_factory=dict)
    pins: tuple[Pin, ...] = ()
    _outside: Outside = field(default_factory=Outside)
    _entered: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    _saving: bool = False
    _journal: Journal | None = None
    _folder_problems: FolderProblems = field(default_factory=FolderProblems)

    # --- what there is

    @property
    def issue(self) -> Issue:
        return self.history.state.issue

    @property
    def dirty(self) -> bool:
        return self.history.dirty

    @property
    def loose(self) -> frozenset[str]:
        """Pictures that were brought in and that nothing in the issue names."""
        return self.history.state.loose

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Files that changed here and outside, to be decided before saving."""
        return tuple(self._outside.conflicts.values())

    def request(self) -> Request:
        """What the layout door is to be asked for."""
        problems = (*self._outside.problems(), *self.problems)
        known = self._folder_problems
        if known.read is not self.read or known.outside != problems:
            self._folder_problems = known = FolderProblems(self.read, problems)
        return Request(self.issue, self.overlay, known)

    def body_line(self, article: str) -> int:
        """The line of its file, from 1, in which an article's body begins: problems count lines of files."""
        return body_line(self.read.files, article_file(self.issue.articles[article]))

    def pictures(self) -> frozenset[str]:
        """The names of the pictures that are worth watching."""
        return used_files(self.issue)

    # --- edits

    def apply(self, edit: Edit, key: Hashable = None) -> Change | None:
        """Takes an edit up as a step; steps in a row with one `key` are one burst. None: nothing changed."""
        label, issue = edit
        return self._step(label, State(issue, self.loose), key)

    def settle(self) -> None:
        """The burst of edits is over: the next one is a step of its own."""
        self.history = steps.settled(self.history)

    def undo(self) -> Change | None:
        label = self.history.undo_label
        return self._go(label or "", steps.undo(self.history))

    def redo(self) -> Change | None:
        label = self.history.redo_label
        return self._go(label or "", steps.redo(self.history))

    def go_to(self, step: int) -> Change | None:
        """Goes to a step of the history by its number."""
        return self._go(self.history.steps[step].label, steps.go_to(self.history, step))

    def bring_in(self, brought: Brought, target: Target) -> Change | None:
        """Takes up what was staged, as one step; undoing it takes the files out again."""
        self._must_write()
        if not brought.count:
            return None
        (label, issue), loose = brought_in(self.issue, brought, target)
        self.overlay = {**self.overlay, **(brought.located or {})}
        return self._step(label, State(issue, self.loose | loose))

    def _step(self, label: str, state: State, key: Hashable = None) -> Change | None:
        self._must_write()
        named = state.loose - used_files(state.issue) if state.loose else state.loose
        return self._go(label, steps.push(self.history, label, replace(state, loose=named), key))

    def _go(self, label: str, history: History) -> Change | None:
        before, self.history = self.history, history
        if history.state is before.state:
            return None
        return Change(label, before.state.issue, history.state.issue)

    def _must_write(self) -> None:
        if self.why_read_only is not None:
            raise ReadOnly(self.why_read_only)

    # --- saving

    def saving(self) -> SaveJob | tuple[Diagnostic, ...]:
        """The job that saves what there is now, or why it may not be saved yet."""
        self._must_write()
        if conflicts := self._outside.conflicts:
            return tuple(conflict.problem for conflict in conflicts.values())
        self._saving = True
        return SaveJob(self.folder, self.read, self.history.state, self._entered, standing(self.issue, self.pins))

    def saved(self, outcome: Saved) -> Change | None:
        """Takes in what a saving did. The pictures that it moved are located anew."""
        self._saving = False
        if outcome.problems:
            return None
        self.read, self._entered = outcome.read, outcome.entered
        self.history = steps.mark_saved(self.history, outcome.job.state)
        places = {name: self.folder / name for name in outcome.came}
        places |= {name: path for name, path in staged_files(self.folder).items() if name in outcome.went}
        self._relocate(places)
        return Change("Save", self.issue, self.issue, frozenset(places))

    def save(self) -> tuple[Diagnostic, ...]:
        """Saves here and now; what is wrong, in which case nothing was saved."""
        job = self.saving()
        if isinstance(job, tuple):
            return job
        outcome = job.run()
        self.saved(outcome)
        return outcome.problems

    def _relocate(self, places: Mapping[str, Path]) -> None:
        stamps = {name: known.stamp for name, known in self.overlay.items()}
        moved = {name: Located(path, stamps.get(name, 0) + 1) for name, path in places.items()}
        self.overlay = {**self.overlay, **moved}

    # --- others

    def take(self, findings: Findings) -> tuple[Change, ...]:
        """Takes up what changed on disk: as steps where nothing was changed here, as conflicts where something was.

        Findings that are older than the last saving are ignored; the next look makes them anew.
        """
        if findings.read is not self.read or self._saving or self.why_read_only is not None:
            return ()
        changes = []
        for file in findings.files:
            taken = self._outside.taken(file, self.read, self.issue)
            self.read = taken.read
            if taken.issue is not None and taken.label is not None:
                changes.append(self._outside_step(taken.label, taken.issue))
        self._outside.drop_settled({file.name for file in findings.files})
        if pictures := self._foreign(findings.pictures):
            self._relocate({name: self.folder / name for name in pictures})
            label = Label("Changed outside: {count} pictures", count=len(pictures))
            changes.append(Change(label, self.issue, self.issue, pictures))
        return tuple(change for change in changes if change)

    def resolve(self, file: str, choice: Literal["mine", "theirs"]) -> Change | None:
        """Decides a conflict. "mine": saving will write over what is there now. "theirs": a step takes it up."""
        self._must_write()
        conflict = self._outside.conflicts[file]
        self.read = self._outside.rebased(self.read, conflict)
        del self._outside.conflicts[file]
        if choice == "mine" or conflict.whole_issue_gone:
            self.history = steps.mark_unsaved(self.history)
            return None
        issue = merged(self.issue, conflict.theirs_issue, file)
        return self._outside_step(Label("Taken from outside: {file}", file=file), issue)

    def _outside_step(self, label: str, issue: Issue) -> Change | None:
        history = steps.push_outside(self.history, label, State(issue, self.loose))
        return self._go(label, history)

    def _foreign(self, pictures: Iterable[str]) -> frozenset[str]:
        """Those pictures that it was not us who changed."""
        return frozenset(name for name in pictures if self._entered.get(name) != signature(self.folder / name))

    # --- the journal

    def journalling(self) -> Unsaved | None:
        """What the journal is to hold now, for `write_down` on any one thread; None while nothing may be written."""
        if self._journal is None or self.recovered is not None:
            return None
        assert self.read.issue is not None
        return Unsaved(self.history, self.read.issue, self.read.files)

    def write_down(self, unsaved: Unsaved, *, sync: bool = False) -> tuple[Diagnostic, ...]:
        """Brings the journal up to date; why it could not. The one function that may run on another thread, one call at a
        time and none while the desk is closed or a recovery is decided. `sync`: so that it survives a power cut too."""
        if self._journal is None:
            return ()
        try:
            self._journal.record(unsaved)
            if sync:
                self._journal.sync()
        except OSError as error:
            message = say("unsaved changes are not kept for a crash: {reason}", reason=reason(error))
            return (Diagnostic("journal", message, say("save often, and make room on the disk"), Severity.WARNING),)
        return ()

    def restore(self) -> Change | None:
        """Takes up what the last studio did not save, as one step. Files that changed since become conflicts."""
        self._must_write()
        recovered, self.recovered = self.recovered, None
        if recovered is None:
            return None
        change = self._step(Label("Restore what was not saved"), recovered.state)
        for file in recovered.files:
            if file.changed_since:
                self._outside.add_recovered(file.name, self.read, self.issue)
        return change

    def discard(self) -> None:
        """Throws away what the last studio did not save, its staged files too."""
        self._must_write()
        self.recovered = None
        if self._journal is not None:
            self._journal.clear()
        clear_staged(self.folder)

    def close(self, *, keep_unsaved: bool = False) -> None:
        """Leaves the folder to others. What is unsaved is thrown away, or kept for the next start."""
        if self._journal is not None:
            if keep_unsaved or self.recovered is not None:
                self._journal.close()
            else:
                self._journal.clear()
                clear_staged(self.folder)
        if self.lock is not None:
            self.lock.release()
        self.why_read_only = self.why_read_only or say("the issue is closed")
        self.lock = self._journal = None


def open_desk(folder: Path, *, by_force: bool = False) -> Desk | NotOpened:
    """Opens an issue. One that somebody else has open, or that cannot be read whole, is opened to be looked at.

    `by_force` takes the folder over from whoever has it open.
    """
    folder = folder.absolute()
    read = read_issue(folder)
    issue = read.issue or read.partial
    if issue is None:
        return NotOpened(read.problems)
    desk = Desk(folder, read, steps.opened(issue))
    if read.issue is None:
        desk.why_read_only = say("the folder has errors: mend them, and open it again")
        return desk
    try:
        hidden = hidden_folder(folder)
        lock = take_lock(hidden, by_force=by_force)
    except OSError as error:
        desk.why_read_only = say("the folder cannot be written: {reason}", reason=reason(error))
        return desk
    if isinstance(lock, Holder):
        desk.holder, desk.why_read_only = lock, say("{holder} has the issue open", holder=lock.words)
        return desk
    desk.lock, desk._journal, desk.pins = lock, Journal(hidden), read_pins(folder)
    _after_crash(desk)
    return desk


def _after_crash(desk: Desk) -> None:
    """What a crashed studio left: its journal, to be offered; staged files without one are nobody's."""
    desk.recovered, desk.problems = recover(desk.folder, desk.read)
    if desk.recovered is None:
        clear_staged(desk.folder)
    else:
        desk.overlay = {name: Located(path) for name, path in staged_files(desk.folder).items()}
