"""What others changed against what was changed here, file by file: taken up, or a choice. Never a silent loss.

A file unchanged here is taken as it is outside. One that says the same as here is only remembered. One that changed in both
places, or is gone, is a `Conflict` until somebody decides. One that cannot be read is a problem, and stays as it is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from digest_studio.app.studio.recovery import unified
from digest_studio.app.studio.texts import article_of_file, same_article, same_settings, text_of, with_text
from digest_studio.app.studio.watch import OutsideFile
from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import say
from digest_studio.model.arrange import without_article
from digest_studio.model.issue import Issue
from digest_studio.model.label import Label
from digest_studio.model.read import HYPHENATION, ISSUE, THEME, ReadResult
from digest_studio.source.atomic import write_files
from digest_studio.source.paths import TextFile, decode_text


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """A file that changed here and outside. Texts are as the studio writes them; None: there is no such file.

    `base` is what both started from; None too when nobody knows any more. `theirs_issue` is the folder's issue as it is outside.
    """

    file: str
    ours: str | None
    theirs: str | None
    base: str | None
    theirs_issue: Issue = field(repr=False)
    data: bytes | None = field(repr=False)
    found: tuple[Diagnostic, ...] = field(default=(), repr=False)

    @property
    def problem(self) -> Diagnostic:
        if self.ours:
            message = say("the file was deleted by another program, and was changed here too" if self.data is None
                          else "the file was changed by another program, and was changed here too")
        else:
            message = say("the file was deleted outside" if self.data is None else "the file was changed outside")
        return Diagnostic("changed-on-disk", message, say("choose which one is to stay"), source=Source(self.file))

    @property
    def whole_issue_gone(self) -> bool:
        """issue.yaml itself was deleted: there is nothing to take from outside."""
        return self.file == ISSUE and self.data is None

    def diff(self) -> tuple[str, ...]:
        """From ours to theirs, the lines of a unified diff."""
        return unified(self.file, self.ours, self.theirs)


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """The folder as it is known now, and, where there is a step to make, its label and the issue after it."""

    read: ReadResult
    label: str | None = None
    issue: Issue | None = None


@dataclass(slots=True, eq=False)
class Outside:
    """What of the outside is undecided: conflicts and unreadable files, by their names."""

    conflicts: dict[str, Conflict] = field(default_factory=dict)
    unreadable: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)

    def problems(self) -> tuple[Diagnostic, ...]:
        return tuple(self._problems())

    def _problems(self) -> Iterator[Diagnostic]:
        for name, told in self.unreadable.items():
            for problem in told:
                message = say("the file changed outside and cannot be taken up: {problem}", problem=problem.message)
                yield replace(problem, message=message, source=problem.source or Source(name), fatal=False)
        yield from (conflict.problem for conflict in self.conflicts.values())

    def taken(self, file: OutsideFile, read: ReadResult, ours: Issue) -> Taken:
        """One file that is not as it was read."""
        base = read.issue
        assert base is not None, "only an issue that was read is watched"
        self.unreadable.pop(file.name, None)
        if file.problem is not None:
            self.unreadable[file.name] = (file.problem,)
            return Taken(read)
        if file.name == ISSUE and file.data is None:
            return self._conflict(file, read, ours, base, ())
        theirs, found = with_text(base, file.name, file.data)
        if theirs is None:
            self.unreadable[file.name] = tuple(problem for problem in found if problem.fatal) or found
            return Taken(read)
        if _same(ours, theirs, file.name):
            self.conflicts.pop(file.name, None)
            return Taken(_rebased(read, file.name, file.data, theirs, found))
        gone = file.data is None and article_of_file(file.name) is not None
        if gone or not _same(ours, base, file.name):
            return self._conflict(file, read, ours, theirs, found)
        self.conflicts.pop(file.name, None)
        if file.data is None:
            label = Label("Deleted outside: {file}", file=file.name)
        else:
            known = file.name in read.files
            label = Label("Changed outside: {file}" if known else "Added outside: {file}", file=file.name)
        return Taken(_rebased(read, file.name, file.data, theirs, found), label, merged(ours, theirs, file.name))

    def _conflict(
        self, file: OutsideFile, read: ReadResult, ours: Issue, theirs: Issue, found: tuple[Diagnostic, ...]
    ) -> Taken:
        assert read.issue is not None
        base = text_of(read.issue, file.name) if file.name in read.files else None
        their_text = None if file.data is None else text_of(theirs, file.name)
        ours_text = text_of(ours, file.name)
        self.conflicts[file.name] = Conflict(file.name, ours_text, their_text, base, theirs, file.data, found)
        return Taken(read)

    def add_recovered(self, name: str, read: ReadResult, ours: Issue) -> None:
        """A restored file that changed on disk after the crash: nobody knows any more what both started from."""
        assert read.issue is not None
        data = read.files[name].data if name in read.files else None
        self.conflicts[name] = Conflict(name, text_of(ours, name), text_of(read.issue, name), None, read.issue, data)

    def drop_settled(self, still: set[str]) -> None:
        """Forgets what is not found any more: somebody put the file back as it was read."""
        self.unreadable = {name: told for name, told in self.unreadable.items() if name in still}
        self.conflicts = {name: each for name, each in self.conflicts.items() if name in still or each.base is None}

    def rebased(self, read: ReadResult, conflict: Conflict) -> ReadResult:
        """The folder as it is outside, after a conflict is decided. An issue.yaml that is gone is put back. Raises OSError."""
        if conflict.whole_issue_gone:
            write_files({self._folder(read) / ISSUE: read.files[ISSUE].data})
            return read
        return _rebased(read, conflict.file, conflict.data, conflict.theirs_issue, conflict.found)

    def _folder(self, read: ReadResult) -> Path:
        assert read.issue is not None
        return Path(read.issue.folder)


def merged(ours: Issue, theirs: Issue, name: str) -> Issue:
    """Our issue with what `theirs` says in one file."""
    if name == ISSUE:
        return replace(theirs, articles=ours.articles, theme_overrides=ours.theme_overrides, hyphenation=ours.hyphenation)
    if name == THEME:
        return replace(ours, theme_overrides=theirs.theme_overrides)
    if name.startswith(f"{HYPHENATION}/"):
        return replace(ours, hyphenation=theirs.hyphenation)
    article = article_of_file(name)
    assert article is not None
    if article not in theirs.articles:
        return without_article(ours, article)
    return _with_article(ours, theirs, article)


def _with_article(ours: Issue, theirs: Issue, article: str) -> Issue:
    """Our issue with their article, or without one; the outline is not looked at."""
    if article in theirs.articles:
        return replace(ours, articles={**ours.articles, article: theirs.articles[article]})
    return replace(ours, articles={name: each for name, each in ours.articles.items() if name != article})


def _same(one: Issue, other: Issue, name: str) -> bool:
    """Whether two issues say the same in one file."""
    if name == ISSUE:
        return same_settings(one, other)
    if name == THEME:
        return one.theme_overrides == other.theme_overrides
    if name.startswith(f"{HYPHENATION}/"):
        return one.hyphenation == other.hyphenation
    article = article_of_file(name) or ""
    return same_article(one.articles.get(article), other.articles.get(article))


def _rebased(
    read: ReadResult, name: str, data: bytes | None, theirs: Issue, found: tuple[Diagnostic, ...]
) -> ReadResult:
    """The folder as it was read, with one file as it is now."""
    assert read.issue is not None
    files = {known: file for known, file in read.files.items() if known != name}
    if data is not None:
        file = decode_text(name, data)
        assert isinstance(file, TextFile), "it was read"
        files[name] = file
    problems = (*(p for p in read.problems if p.source is None or p.source.file != name), *found)
    article = article_of_file(name)
    issue = _with_article(read.issue, theirs, article) if article else merged(read.issue, theirs, name)
    return replace(read, issue=issue, files=files, problems=problems)
