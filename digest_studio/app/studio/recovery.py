"""What a crashed studio left behind -> what the next one offers to restore."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path

from digest_studio.app.studio.hidden import HIDDEN
from digest_studio.app.studio.history import State
from digest_studio.app.studio.journal import JOURNAL, Entry, digest, read_entries
from digest_studio.app.studio.texts import article_of_file, text_of, with_text
from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass
from digest_studio.model.read import ISSUE, THEME, ReadResult

MAX_LABELS = 200
"""Steps that are told by name; whoever did more knows it."""

_LOOSE = re.compile(r"photos/[^/\\\x00-\x1f]{1,120}")


@dataclass(frozen=True, slots=True)
class RecoveredFile:
    """A file that was not saved: its text on disk and as it would become (None: no file), both as the studio writes them.

    `changed_since`: it is another on disk than it was when the studio died.
    """

    name: str
    before: str | None
    after: str | None
    changed_since: bool = False

    @property
    def lines(self) -> tuple[int, int]:
        """How many lines are added, and how many are gone."""
        added = gone = 0
        for line in self.diff():
            added += line.startswith("+") and not line.startswith("+++")
            gone += line.startswith("-") and not line.startswith("---")
        return added, gone

    def diff(self) -> tuple[str, ...]:
        """The lines of a unified diff."""
        return unified(self.name, self.before, self.after)


@dataclass(frozen=True, slots=True, eq=False)
class Recovered:
    """What was not saved: the steps' labels, when the last one was made (ISO 8601), the files, and the state itself."""

    labels: tuple[str, ...]
    when: str
    files: tuple[RecoveredFile, ...]
    state: State

    @property
    def summary(self) -> str:
        """`articles/ski-tour.md (+2 −1), issue.yaml (+1 −1)`."""
        return ", ".join("{} (+{} −{})".format(file.name, *file.lines) for file in self.files)


def unified(name: str, before: str | None, after: str | None) -> tuple[str, ...]:
    """The lines of a unified diff of a file."""
    one, other = ((text or "").splitlines() for text in (before, after))
    return tuple(difflib.unified_diff(one, other, name, name, lineterm=""))


def recover(folder: Path, read: ReadResult) -> tuple[Recovered | None, tuple[Diagnostic, ...]]:
    """What the journal in `folder` holds beyond what is on disk; None for nothing. A journal that is broken is told of."""
    issue = read.issue
    entries, damaged = read_entries(folder / HIDDEN)
    problems = [_told(say("it is damaged, or was not written by Digest Studio"))] if damaged else []
    if issue is None or not entries:
        return None, tuple(problems)
    made, loose = issue, entries[-1].loose
    files = []
    for name, text in sorted(_last_texts(entries).items(), key=lambda each: each[0] == ISSUE):
        if not (name in (ISSUE, THEME) or article_of_file(name)) or (text is None and name == ISSUE):
            problems.append(_told(say("it names a file that is none of an issue: {file!r}", file=name[:60])))
            continue
        next_issue, found = with_text(made, name, None if text is None else text.encode("utf-8", "replace"))
        if next_issue is None:
            why = found[0].message if found else ""
            problems.append(_told(say("its text of {name} cannot be read: {problem}", name=name, problem=why)))
            continue
        on_disk, wished = text_of(issue, name), text_of(next_issue, name)
        if on_disk != wished:
            since = digest(read.files[name].data if name in read.files else None) != _last_base(entries, name)
            files.append(RecoveredFile(name, on_disk, wished, since))
        made = next_issue
    state = State(made, frozenset(name for name in loose if _LOOSE.fullmatch(name)))
    if not files and not state.loose:
        return None, tuple(problems)
    labels = tuple(dict.fromkeys(entry.label for entry in entries[-MAX_LABELS:]))
    return Recovered(labels, entries[-1].time, tuple(files), state), tuple(problems)


def _last_texts(entries: tuple[Entry, ...]) -> Mapping[str, str | None]:
    texts: dict[str, str | None] = {}
    for entry in entries:
        texts.update(entry.files)
    return texts


def _last_base(entries: tuple[Entry, ...], name: str) -> str:
    return next((entry.based[name] for entry in reversed(entries) if name in entry.based), "")


def _told(why: Said) -> Diagnostic:
    message = say("the journal of unsaved changes is not used: {why}", why=why)
    return Diagnostic("journal", message, say("delete it if it stays"), Severity.WARNING, Source(f"{HIDDEN}/{JOURNAL}"))


