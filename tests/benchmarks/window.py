"""The real window, driven by events: `python tests/benchmarks/window.py ISSUE [--events 500]`.

Typed keys go to the text view, with the page beside; an article is moved by an edit of the outline, as at the release of the
mouse, with the pages view in front. Timed is from the event to the end of the painting that shows the new page. What lies
between is the window's work, the layout in its thread, and the way back. Prints the median, the 95th percentile and the
longest in milliseconds. The issue is copied first. Nothing is asserted. Without a screen, run it by

    xvfb-run -a -s "-screen 0 1600x1000x24" python tests/benchmarks/window.py ISSUE
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from digest_studio.gui.application import SWITCH, make_application
from digest_studio.gui.controller import Controller
from digest_studio.gui.editor.beside import PageBeside
from digest_studio.gui.editor.text import MarkdownEdit
from digest_studio.gui.pages import PagesView
from digest_studio.gui.selection import Selection
from digest_studio.gui.settings import Settings
from digest_studio.gui.window import PAGES, TEXT, MainWindow
from digest_studio.model.edits import Place, move_entry, place_of
from digest_studio.model.issue import ArticleEntry, Issue, Section

PATIENCE_MS = 5000



class Ear:
    """Whom the end of a painting is told; nobody, as a rule."""

    told: Callable[[], object] | None = None


def watched(kind: type[PagesView]) -> None:
    """Make the end of each painting of `kind` known."""
    original = kind.paintEvent

    def paint(self: PagesView, event: QEvent) -> None:
        original(self, event)
        if Ear.told is not None:
            Ear.told()

    kind.paintEvent = paint  # type: ignore[method-assign, assignment]


class Stopwatch:
    """Times from an event to the painting that follows the new pages, and how long the window's thread is away."""

    def __init__(self, controller: Controller) -> None:
        self.times: list[float] = []
        self._controller = controller
        self._before = controller.made
        self._loop = QEventLoop()
        self._ended = 0.0

    def time(self, event: Callable[[], object]) -> None:
        self._before = self._controller.made
        Ear.told = self._painted
        guard = QTimer()
        guard.setSingleShot(True)
        guard.timeout.connect(self._loop.quit)
        guard.start(PATIENCE_MS)
        start = time.perf_counter()
        event()
        self._loop.exec()
        self.times.append((self._ended - start) * 1000)
        Ear.told = None
        QApplication.processEvents()

    def tell(self, what: str) -> None:
        ordered = sorted(self.times)
        middle, most = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        print(f"{what}: median {middle:.1f} ms, 95 % {most:.1f} ms, longest {ordered[-1]:.1f} ms ({len(ordered)} events)")

    def _painted(self) -> None:
        if self._controller.made is not self._before:
            self._ended = time.perf_counter()
            self._loop.quit()


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
        window.resize(1600, 1000)
        window.show()
        wait_for(window, lambda: window.open_issue(folder))
        measure(window, chosen.events)
        window.leave_at_once()
        application.processEvents()


def measure(window: MainWindow, events: int) -> None:
    """Both series."""
    chance = random.Random(1)
    issue = window.controller.issue
    assert issue is not None
    pages = window.controller.made.document.pages if window.controller.made else ()
    print(f"{len(pages)} pages")
    article = max(issue.articles.values(), key=lambda each: len(each.markdown) if place_of(issue, each.id) else 0).id
    rest(800)
    window.controller.edit(Selection("article", article))
    window.show_view(TEXT)
    rest(1500)
    text = window.view(TEXT).findChild(MarkdownEdit)
    text.setFocus()
    typing = Stopwatch(window.controller)
    for number in range(events):
        letter = chance.choice("etaoin shrdlu")
        typing.time(lambda letter=letter: type_key(text, letter))
        if number % 50 == 49:
            QApplication.processEvents()
    typing.tell("a typed key")

    window.show_view(PAGES)
    rest(500)
    moving = Stopwatch(window.controller)
    for _ in range(events):
        there = moves(window.controller.issue, chance)
        number = first_page(window, there[2])
        window.pages.show_page(number, glide=False)
        QApplication.processEvents()
        moving.time(lambda there=there: window.controller.apply(move_entry(window.controller.issue, there[0], there[1])))
    moving.tell("an article moved")


def moves(issue: Issue | None, chance: random.Random) -> tuple[Place, Place, str]:
    """From where to where, and which article: always another place of its section."""
    assert issue is not None
    sections = [entry for entry in issue.outline if isinstance(entry, Section) and len(entry.items) > 1]
    section = chance.choice(sections)
    one, other = chance.sample(range(len(section.items)), 2)
    entry = section.items[one]
    name = entry.article if isinstance(entry, ArticleEntry) else ""
    return Place(section.name, one), Place(section.name, other), name


def first_page(window: MainWindow, article: str) -> int:
    made = window.controller.made
    assert made is not None
    return next((line.number for line in made.plan.pages for item in line.items if item.id == article), 1)


def type_key(widget: MarkdownEdit, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def wait_for(window: MainWindow, event: Callable[[], object]) -> None:
    """Until the first pages are there."""
    loop = QEventLoop()
    window.controller.problems_changed.connect(loop.quit)
    event()
    loop.exec()
    window.controller.problems_changed.disconnect(loop.quit)


def rest(milliseconds: int) -> None:
    """Let pictures come and timers end before measuring."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
