"""The real window under a real mouse: `python tests/benchmarks/window.py ISSUE [--events 500]`.

Two series. Letters are typed into the text view, with the page beside. Articles are dragged with the mouse to another place of
their section in the outline, with the pages view in front, and let go. Timed is from the event, a key press or the drop that
the mouse's release makes, to the end of the painting after which every page in view is new. What lies between is the window's
work, the layout in its thread, and the way back; "work" is the processor time that the whole process spent in it, which leaves
out waiting for others. Letters follow each other at once; before an article is let go, the window has come to rest, since no
hand is faster. Prints the median, the 95th percentile and the longest in milliseconds. The issue is copied first. Nothing is
asserted. The mouse is xdotool's, so an X server is needed:

    xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb python tests/benchmarks/window.py ISSUE
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from digest_studio.app.session import Made
from digest_studio.gui.application import SWITCH, make_application
from digest_studio.gui.controller import Controller
from digest_studio.gui.editor.beside import PageBeside
from digest_studio.gui.editor.text import MarkdownEdit
from digest_studio.gui.outline.things import Thing
from digest_studio.gui.pages import PagesView
from digest_studio.gui.pauses import keep_pauses_short
from digest_studio.gui.selection import Selection
from digest_studio.gui.settings import Settings
from digest_studio.gui.window import PAGES, TEXT, MainWindow
from digest_studio.model.edits import place_of
from digest_studio.model.issue import ArticleEntry, Issue, Section

PATIENCE_MS = 5000
STEP = 16
"""Pixels between two points of a drag: more than Qt's threshold for a drag to begin."""
NUDGE_MS = 60
"""Until the mouse is moved again while the window has not seen it over the row: a drag that begins misses some moves."""


class Ear:
    """Whom the end of a painting is told; nobody, as a rule."""

    told: Callable[[], object] | None = None


def watched(kind: type[PagesView]) -> None:
    """Make the end of each painting of `kind` known, unless the rest of what is in view follows in another."""
    original = kind.paintEvent

    def paint(self: PagesView, event: QEvent) -> None:
        original(self, event)
        if Ear.told is not None and not self._again.isActive():
            Ear.told()

    kind.paintEvent = paint  # type: ignore[method-assign, assignment]


class Stopwatch:
    """Times from an event to the end of the painting that shows the new pages."""

    def __init__(self, controller: Controller) -> None:
        self.times: list[float] = []
        self.works: list[float] = []
        self.missed = 0
        self._controller = controller
        self._before: Made | None = None
        self._loop = QEventLoop()
        self._began: tuple[float, float] | None = None
        self._ended: tuple[float, float] | None = None

    def time(self, act: Callable[[], object]) -> None:
        """Do something that calls `begin` when its event comes, now or later, and wait until what it changed is painted."""
        self._began = self._ended = None
        guard = QTimer()
        guard.setSingleShot(True)
        guard.timeout.connect(self._loop.quit)
        guard.start(PATIENCE_MS)
        act()
        if self._ended is None:
            self._loop.exec()
        Ear.told = None
        if self._began and self._ended:
            self.times.append((self._ended[0] - self._began[0]) * 1000)
            self.works.append((self._ended[1] - self._began[1]) * 1000)
        else:
            self.missed += 1

    def begin(self) -> None:
        self._before = self._controller.made
        Ear.told = self._painted
        self._began = time.perf_counter(), time.process_time()

    def tell(self, what: str) -> None:
        for name, values in ((what, self.times), ("  work", self.works)):
            ordered = sorted(values)
            middle, most = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
            print(f"{name}: median {middle:.1f} ms, 95 % {most:.1f} ms, longest {ordered[-1]:.1f} ms ({len(ordered)} events)")
        if self.missed:
            print(f"  {self.missed} more changed nothing in view")

    def _painted(self) -> None:
        if self._controller.made is not self._before and self._ended is None:
            self._ended = time.perf_counter(), time.process_time()
            self._loop.quit()


class Hand(QObject):
    """A hand at the mouse: presses on a point of a widget, carries to another, and lets go when the widget has seen it there."""

    def __init__(self, viewport: QObject, dropped: Callable[[], object]) -> None:
        super().__init__()
        self._mouse = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)
        self._dropped = dropped
        self._start, self._end = QPoint(), QPoint()
        self._nudges = 0
        self._again = QTimer(self)
        self._again.setInterval(NUDGE_MS)
        self._again.timeout.connect(self._nudge)
        viewport.installEventFilter(self)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Between two points of the screen."""
        self._start, self._end, self._nudges = start, end, 0
        self._do(f"mousemove {start.x()} {start.y()}", "mousedown 1")
        self._again.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Drop:
            self._dropped()
        elif event.type() == QEvent.Type.DragMove and self._again.isActive():
            over = watched.mapToGlobal(event.position().toPoint())  # type: ignore[attr-defined]
            if over == self._end:
                self._again.stop()
                QTimer.singleShot(NUDGE_MS, lambda: self._do("mouseup 1"))
        return False

    def _nudge(self) -> None:
        self._nudges += 1
        if self._nudges < 4:
            self._do(f"mousemove {self._start.x() + self._nudges * STEP} {self._start.y() + self._nudges}")
        else:
            self._do(f"mousemove {self._end.x() - 1} {self._end.y()}", f"mousemove {self._end.x()} {self._end.y()}")

    def _do(self, *commands: str) -> None:
        assert self._mouse.stdin is not None
        self._mouse.stdin.write("\n".join(commands) + "\n")
        self._mouse.stdin.flush()

    def rest(self) -> None:
        self._mouse.communicate()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("issue", type=Path)
    options.add_argument("--events", type=int, default=500)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(chosen.issue, Path(place) / "issue", ignore=shutil.ignore_patterns(".studio")))
        for kind in (PagesView, PageBeside):
            watched(kind)
        sys.setswitchinterval(SWITCH)
        application = make_application()
        settings = Settings(QSettings(str(Path(place) / "settings.ini"), QSettings.Format.IniFormat))
        window = MainWindow(Controller(), settings, Path(place) / "cache")
        keep_pauses_short(window.controller)
        window.move(0, 0)
        window.resize(1600, 1000)
        window.show()
        until_looked_over(window, lambda: window.open_issue(folder))
        assert window.controller.made is not None
        print(f"{len(window.controller.made.document.pages)} pages")
        rest(1500)
        type_letters(window, chosen.events)
        drag_articles(window, chosen.events)
        window.leave_at_once()
        application.processEvents()


def type_letters(window: MainWindow, events: int) -> None:
    """Into the longest text that is placed."""
    chance = random.Random(1)
    issue = window.controller.issue
    assert issue is not None
    article = max(issue.articles.values(), key=lambda each: len(each.markdown) if place_of(issue, each.id) else 0).id
    window.controller.edit(Selection("article", article))
    window.show_view(TEXT)
    rest(1500)
    text = window.view(TEXT).findChild(MarkdownEdit)
    text.setFocus()
    typing = Stopwatch(window.controller)

    def press(letter: str) -> None:
        typing.begin()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(text, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    for _ in range(events):
        letter = chance.choice("etaoin shrdlu")
        typing.time(lambda letter=letter: press(letter))
        QApplication.processEvents()
    typing.tell("a typed letter")


def drag_articles(window: MainWindow, events: int) -> None:
    """Each to another place in its section."""
    chance = random.Random(1)
    window.show_view(PAGES)
    view = window.docks["outline"].widget().view  # type: ignore[attr-defined]
    moving = Stopwatch(window.controller)
    hand = Hand(view.viewport(), moving.begin)
    for _ in range(events):
        assert window.controller.issue is not None
        origin, goal, behind = move(window.controller.issue, chance)
        one, other = (view.model().index_of(thing) for thing in (origin, goal))
        view.scrollTo(other)
        view.scrollTo(one)
        window.controller.select(Selection("article", origin.id))
        rest(400)  # the page glides into view
        boxes = [view.visualRect(index) for index in (one, other)]
        if not all(view.viewport().rect().contains(box) for box in boxes):
            continue
        drop = QPoint(boxes[1].center().x(), boxes[1].bottom() - 6 if behind else boxes[1].top() + 6)
        start, end = (view.viewport().mapToGlobal(point) for point in (boxes[0].center(), drop))
        until_looked_over(window, lambda start=start, end=end: moving.time(lambda: hand.drag(start, end)))
    hand.rest()
    moving.tell("an article dropped")


def move(issue: Issue, chance: random.Random) -> tuple[Thing, Thing, bool]:
    """Which article goes where: before or behind another of its section, no more than six rows away."""
    sections = [entry for entry in issue.outline if isinstance(entry, Section)]
    lists = [[item.article for item in section.items if isinstance(item, ArticleEntry)] for section in sections]
    articles = chance.choice([each for each in lists if len(each) > 1])
    one = chance.randrange(len(articles))
    other = chance.choice([n for n in range(max(0, one - 6), min(len(articles), one + 7)) if n != one])
    return Thing("article", articles[one]), Thing("article", articles[other]), other > one


def until_looked_over(window: MainWindow, act: Callable[[], object]) -> None:
    """Do something, and wait until its pages are there and checked."""
    loop = QEventLoop()
    told: list[bool] = []
    heard = window.controller.problems_changed.connect(lambda _: (told.append(True), loop.quit()))
    act()
    if not told:
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        loop.exec()
    window.controller.problems_changed.disconnect(heard)


def rest(milliseconds: int) -> None:
    """Let pictures come, timers end and animations glide."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
