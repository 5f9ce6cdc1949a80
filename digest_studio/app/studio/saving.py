"""Saving as a job of its own: frozen, runs on any thread, and says what became of it.

Order: staged pictures get their second name in the folder; the texts are written; then the first names go, and what an earlier
saving of this session brought in and the issue no longer names goes back. A crash between any two of them leaves a folder that
can be read, and a journal that still has everything.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path

from digest_studio.app.artwork import renew_report, report_name
from digest_studio.app.studio.hidden import HIDDEN, make_folder
from digest_studio.app.studio.history import State
from digest_studio.app.studio.kept import write_pins
from digest_studio.app.studio.staging import STAGED, staged_files, used_files
from digest_studio.app.studio.texts import article_file
from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, reason, say
from digest_studio.base.values import dataclass
from digest_studio.model.issue import Issue
from digest_studio.model.pins import Pin
from digest_studio.model.read import ReadResult
from digest_studio.model.write import save
from digest_studio.source.paths import TextFile

Signature = tuple[int, int]
"""Bytes and time of the last change: what tells that nobody touched a file since."""
NOT_THERE: Signature = (0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Saved:
    """What a saving did. With a problem the folder is as it was. `read` is the folder as it is now.

    `entered` are all files that this session brought into the folder; `came` and `went` those of this saving.
    """

    job: SaveJob
    read: ReadResult
    written: tuple[Path, ...] = ()
    entered: Mapping[str, Signature] = field(default_factory=dict)
    came: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class SaveJob:
    """An issue to be saved over the folder as it was read; `entered` as the last saving left it, `pins` to be remembered."""

    folder: Path
    read: ReadResult
    state: State
    entered: Mapping[str, Signature]
    pins: tuple[Pin, ...] = ()

    def run(self) -> Saved:
        """Saves. Raises nothing for what can go wrong with disks."""
        wanted = used_files(self.state.issue) | self.state.loose
        came: list[str] = []
        try:
            for name, path in staged_files(self.folder).items():
                if name in wanted:
                    _link(self.folder, path, name)
                    came.append(name)
            saved = save(self.read, self.state.issue)
        except FileExistsError as error:
            self._take_back_links(came)
            name = Path(str(error.filename)).name
            return self._failed(
                "file-exists", say("there is a file {name} by now that another program made", name=name), say("rename it there")
            )
        except OSError as error:
            self._take_back_links(came)
            return self._failed(
                "cannot-save", say("nothing was saved: {reason}", reason=reason(error)), say("make room or allow writing")
            )
        if saved.problems:
            self._take_back_links(came)
            return Saved(self, self.read, entered=self.entered, problems=saved.problems)
        write_pins(self.folder, self.pins)
        return self._entered(saved.read, saved.written, came, wanted)

    def _entered(self, read: ReadResult, written: tuple[Path, ...], came: list[str], wanted: frozenset[str]) -> Saved:
        """After the texts are written: staged names go, and what the issue no longer names goes back."""
        for name in came:
            (self.folder / HIDDEN / STAGED / name).unlink(missing_ok=True)
            _report_follows(self.folder / HIDDEN / STAGED / name, self.folder / name)
        self._renew_reports(came)
        texts = {path.relative_to(self.folder).as_posix() for path in written}
        ours = {*came, *(name for name in texts if name in self.entered or name not in self.read.files)}
        entered = {**self.entered, **{name: signature(self.folder / name) for name in ours}}
        wanted = wanted | {article_file(article) for article in self.state.issue.articles.values()}
        went = frozenset(self._gone_back(entered, wanted, read))
        entered = {name: was for name, was in entered.items() if name not in went}
        files = {name: file for name, file in read.files.items() if name not in went}
        read = replace(read, issue=self._on_disk(files), files=files)
        return Saved(self, read, written, entered, frozenset(came), went)

    def _renew_reports(self, came: list[str]) -> None:
        """The reports on artwork that came, or is booked otherwise than before, are held against the place that is booked now."""
        issue = self.state.issue
        before = self.read.issue.ads if self.read.issue else {}
        for ad in issue.ads.values():
            was = before.get(ad.id)
            if ad.file in came or (was is not None and (was.size, was.pages, was.bleed) != (ad.size, ad.pages, ad.bleed)):
                with suppress(OSError):
                    renew_report(self.folder, issue, ad)

    def _on_disk(self, files: Mapping[str, TextFile]) -> Issue:
        """The issue as saved, and the articles that it lacks and whose files stay: what the folder holds now."""
        issue = self.state.issue
        before = self.read.issue.articles if self.read.issue else {}
        stayed = {name: each for name, each in before.items() if name not in issue.articles and article_file(each) in files}
        return replace(issue, articles={**issue.articles, **stayed}) if stayed else issue

    def _gone_back(self, entered: Mapping[str, Signature], wanted: frozenset[str], read: ReadResult) -> Iterator[str]:
        """Takes out what this session brought in, the issue no longer names, and nobody touched."""
        for name, was in entered.items():
            path = self.folder / name
            if name in wanted or was == NOT_THERE or signature(path) != was:
                continue
            with suppress(OSError):
                if name in read.files:
                    path.unlink()
                else:
                    path.replace(_staged_place(self.folder, name))
                    _report_follows(path, _staged_place(self.folder, name))
                yield name

    def _take_back_links(self, came: list[str]) -> None:
        for name in came:
            with suppress(OSError):
                (self.folder / name).unlink()

    def _failed(self, rule: str, message: Said, remedy: Said) -> Saved:
        problem = Diagnostic(rule, message, remedy, source=Source(str(self.folder)))
        return Saved(self, self.read, entered=self.entered, problems=(problem,))


def signature(path: Path) -> Signature:
    """A file's signature, NOT_THERE for none."""
    try:
        status = path.stat()
    except OSError:
        return NOT_THERE
    return status.st_size, status.st_mtime_ns


def _staged_place(folder: Path, name: str) -> Path:
    place = folder / HIDDEN / STAGED / Path(name).parent
    for part in (folder / HIDDEN, place.parent, place):
        make_folder(part)
    return folder / HIDDEN / STAGED / name


def _report_follows(old: Path, new: Path) -> None:
    """An advertisement's report goes where its artwork went."""
    report = old.with_name(report_name(old.name))
    if report.is_file():
        with suppress(OSError):
            report.replace(new.with_name(report_name(new.name)))


def _link(folder: Path, staged: Path, name: str) -> None:
    """Gives a staged file its name in the folder too, if that is free. Raises OSError."""
    target = folder / name
    target.parent.mkdir(exist_ok=True)
    if not Path(os.path.realpath(target.parent)).is_relative_to(os.path.realpath(folder)):
        raise PermissionError(
            1, say("the folder {folder} is a link that leads out of the issue", folder=target.parent.name), str(target)
        )
    try:
        os.link(staged, target)
    except FileExistsError:
        if not staged.samefile(target):  # it is, after a crash within a saving
            raise
    except OSError:  # another file system, or one without links
        with staged.open("rb") as source, target.open("xb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())
