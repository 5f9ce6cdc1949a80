"""Small pictures of issues and themes: kept in the user's cache folder, made in the background when they are not there.

Pictures are PNG files that also say publication and period. Only folders that the user opened before are looked into.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QPointF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from digest_studio import __version__
from digest_studio.app.resources import sample_issue
from digest_studio.app.session import Made
from digest_studio.app.studio.door import Delivered, Door
from digest_studio.app.studio.workshop import Request, Workshop
from digest_studio.display.document import Page
from digest_studio.model.read import read_issue

COVER_HEIGHT = 440
"""Pixels: twice what is shown, for screens with fine pixels."""
LOOK_HEIGHT = 520
LOOK_PAGES = 3
"""Of a theme: the cover and the first article pages."""

_LANE = "previews"
_PUBLICATION, _PERIOD = "publication", "period"


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture, null where none could be made, and what the issue is called."""

    picture: QImage
    publication: str = ""
    period: str = ""


class Previews(QObject):
    """Hands out previews; `ready` names what has come: a folder or a theme."""

    ready = Signal(object)
    _done = Signal(object)

    def __init__(self, cache: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
        self._cache = cache or Path(place) / "previews"
        self._known: dict[object, Preview] = {}
        self._waiting: deque[tuple[object, Callable[[], Preview]]] = deque()
        self._in_work: set[object] = set()
        self._door: Door | None = None
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def cover(self, folder: Path) -> Preview | None:
        """An issue's cover as far as it is known; a newer one is made when the folder has changed since."""
        if folder not in self._known:
            file = self._file(str(folder))
            if file.is_file():
                self._known[folder] = _read(file)
            if not _is_fresh(file, folder):
                self._ask(folder, lambda: _cover_of_folder(folder, file))
        return self._known.get(folder)

    def keep_cover(self, folder: Path, made: Made) -> None:
        """Make the cover anew from pages that are there."""
        if not made.document.pages:
            return
        page, issue, file = made.document.pages[0], made.issue, self._file(str(folder))
        self._ask(folder, lambda: _written(Preview(_painted((page,), COVER_HEIGHT), issue.publication, issue.period), file))

    def look(self, theme: str) -> Preview | None:
        """Pages of the sample issue in a theme."""
        if theme not in self._known:
            file = self._file(f"theme {theme} {__version__}")
            if file.is_file():
                self._known[theme] = _read(file)
            else:
                self._ask(theme, lambda: _look(theme, file))
        return self._known.get(theme)

    def stop(self) -> None:
        if self._door is not None:
            self._door.close()
            self._door = None

    def _file(self, name: str) -> Path:
        return self._cache / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.png"

    def _ask(self, key: object, work: Callable[[], Preview]) -> None:
        if key not in self._in_work:
            self._in_work.add(key)
            self._waiting.append((key, work))
            self._next()

    def _next(self) -> None:
        """One after the other: the door keeps only the newest request that waits."""
        if self._door is None:
            self._door = Door(self._done.emit, (_LANE,), "previews")
        if self._waiting and len(self._waiting) == len(self._in_work):
            key, work = self._waiting.popleft()
            self._door.put(_LANE, lambda _: (key, work()))

    def _take(self, done: Delivered) -> None:
        if isinstance(done.value, tuple):
            key, preview = done.value
            self._in_work.discard(key)
            self._known[key] = preview
            self.ready.emit(key)
        else:
            self._in_work = {key for key, _ in self._waiting}
        self._next()


def _is_fresh(file: Path, folder: Path) -> bool:
    """Whether the picture is newer than the issue; also when the issue is gone."""
    try:
        return file.stat().st_mtime >= (folder / "issue.yaml").stat().st_mtime
    except OSError:
        return not folder.is_dir()


def _cover_of_folder(folder: Path, file: Path) -> Preview:
    read = read_issue(folder)
    issue = read.issue or read.partial
    if issue is None:
        return Preview(QImage())
    made = Workshop().make(Request(issue))
    pages = made.document.pages[:1] if isinstance(made, Made) else ()
    return _written(Preview(_painted(pages, COVER_HEIGHT), issue.publication, issue.period), file)


def _look(theme: str, file: Path) -> Preview:
    issue = read_issue(sample_issue()).issue
    if issue is None:
        return Preview(QImage())
    made = Workshop().make(Request(replace(issue, theme=theme)))
    if not isinstance(made, Made):
        return Preview(QImage())
    telling = {planned.number for planned in made.plan.pages if any(item.kind == "article" for item in planned.items)}
    pages = [page for page in made.document.pages if page.number == 1 or page.number in telling]
    return _written(Preview(_painted(tuple(pages[:1] + pages[2 : 1 + LOOK_PAGES]), LOOK_HEIGHT)), file)


def _painted(pages: tuple[Page, ...], height: int) -> QImage:
    """Pages side by side, the first one alone; transparent around."""
    from digest_studio.paint.qt.painter import PaintResources
    from digest_studio.paint.qt.pictures import DirectPictures
    from digest_studio.paint.qt.render import picture_of

    if not pages:
        return QImage()
    resources = PaintResources(DirectPictures())
    painted = [picture_of(page, height / page.height * 72.0, resources) for page in pages]
    gap = height // 20 if len(painted) > 1 else 0
    whole = QImage(sum(each.width() for each in painted) + gap, height, QImage.Format.Format_ARGB32_Premultiplied)
    whole.fill(QColor(0, 0, 0, 0))
    painter = QPainter(whole)
    x = 0
    for number, each in enumerate(painted):
        painter.drawImage(QPointF(x, 0), each)
        x += each.width() + (gap if number == 0 else 0)
    painter.end()
    return whole


def _written(preview: Preview, file: Path) -> Preview:
    """Keep the preview; that it cannot be kept is no harm."""
    picture = preview.picture
    picture.setText(_PUBLICATION, preview.publication)
    picture.setText(_PERIOD, preview.period)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return preview
    part = file.with_suffix(".part")
    if QImageWriter(str(part), QByteArray(b"png")).write(picture):
        part.replace(file)
    return preview


def _read(file: Path) -> Preview:
    picture = QImage(str(file))
    return Preview(picture, picture.text(_PUBLICATION), picture.text(_PERIOD))
