"""Pictures of the studio's main states for the README: `python tools/screenshots.py [--issue FOLDER] [-o FOLDER]`.

Opens a copy of the issue (the sample issue, unless told) in a real window, 1440 × 900, and grabs it when its pages and their
pictures are there. Without a screen: xvfb-run -a -s "-screen 0 1600x1000x24" python tools/screenshots.py
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QLocale, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication

from digest_studio.app.resources import sample_issue
from digest_studio.assets.viewing import Viewing
from digest_studio.gui.application import make_application
from digest_studio.gui.controller import Controller
from digest_studio.gui.pages import Overlay
from digest_studio.gui.selection import Selection
from digest_studio.gui.settings import Settings
from digest_studio.gui.style import wear
from digest_studio.gui.window import FLAT_PLAN, PAGES, TEXT, MainWindow
from digest_studio.plan.result import Plan

SIZE = QSize(1440, 900)
QUIET_MS = 700
"""Without a new picture or page for so long, what is shown is complete."""


class Studio:
    """A window whose states are grabbed one after the other."""

    def __init__(self, place: Path, target: Path) -> None:
        self._target = target
        settings = Settings(QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat))
        self.window = MainWindow(Controller(), settings, place / "cache")
        self.window.resize(SIZE)
        self.window.show()

    @property
    def plan(self) -> Plan:
        made = self.window.controller.made
        assert made is not None
        return made.plan

    def open(self, folder: Path) -> None:
        loop = QEventLoop()
        self.window.controller.problems_changed.connect(loop.quit)
        self.window.open_issue(folder)
        loop.exec()
        self.window.controller.problems_changed.disconnect(loop.quit)

    def grab(self, name: str, prepare: Callable[[], object] = lambda: None) -> None:
        """Bring a state about, wait until nothing changes any more, and keep its picture."""
        prepare()
        self._settle()
        file = self._target / f"{name}.png"
        self.window.grab().save(str(file))
        print(file)

    def page_of(self, kind: str, number: int = 0) -> int:
        """The page of the `number`-th thing of that kind (from 0)."""
        pages = [page.number for page in self.plan.pages for item in page.items if item.kind == kind and item.part == 1]
        return pages[min(number, len(pages) - 1)]

    def _settle(self) -> None:
        loop, quiet = QEventLoop(), QTimer()
        quiet.setSingleShot(True)
        quiet.timeout.connect(loop.quit)
        pictures = self.window.controller.painting.pictures.ready  # type: ignore[attr-defined]
        for signal in (pictures, self.window.previews.ready, self.window.soft_proof.changed):
            signal.connect(lambda *_: quiet.start(QUIET_MS))
        quiet.start(QUIET_MS)
        loop.exec()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--issue", type=Path, default=sample_issue())
    options.add_argument("-o", "--output", type=Path, default=Path("docs/pictures"))
    chosen = options.parse_args()
    chosen.output.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale(QLocale.Language.English))
    application = make_application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(chosen.issue, Path(place) / chosen.issue.name, ignore=shutil.ignore_patterns(".studio")))
        studio = Studio(Path(place), chosen.output)
        states(application, studio, folder)
        studio.window.leave_at_once()


def states(application: QApplication, studio: Studio, folder: Path) -> None:
    """The states, in an order in which each is the next one's beginning."""
    window = studio.window
    studio.open(folder)
    article = next(item for page in studio.plan.pages for item in page.items if item.kind == "article" and item.parts > 1)

    def show_article() -> None:
        window.controller.select(Selection("article", article.id))

    studio.grab("studio-pages", show_article)
    studio.grab("studio-flat-plan", lambda: window.show_view(FLAT_PLAN))
    studio.grab("studio-text", lambda: (window.controller.edit(Selection("article", article.id)), window.show_view(TEXT)))
    window.show_view(PAGES)
    wear(application, dark=True)
    studio.grab("studio-dark", lambda: window.pages.show_page(studio.page_of("divider"), glide=False))
    wear(application, dark=False)
    overlays = frozenset({Overlay.TRIM, Overlay.COLUMNS, Overlay.BASELINES})
    studio.grab("studio-overlays", lambda: window.pages.set_overlays(overlays))
    window.pages.set_overlays(frozenset())
    window.soft_proof.look(Viewing(paper=True))
    studio.grab("studio-soft-proof", lambda: window.pages.show_page(1, glide=False))
    window.soft_proof.switch.setChecked(False)
    studio.grab("studio-welcome", window.close_issue)


if __name__ == "__main__":
    main()
