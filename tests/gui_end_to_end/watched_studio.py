"""The studio in a process of its own, telling on its standard output what a test waits for: a line of JSON for each event.

    rows     where the outline's rows are on the screen, by kind and id: after pages were made
    hover    where the pointer is on the screen, while something is dragged over the outline or the flat plan
    left     that a drag left there, or was given up
    pages    where the flat plan's thumbnails are on the screen, by page: when F12 was pressed, which shows it
    outline  what the outline holds, by section: after every change
    saved    that everything is on disk
    written down  that the journal holds what is not saved
    recovered  the labels of what a studio that died had not saved, when that is offered; F11 takes it
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, QTimer
from PySide6.QtGui import QShortcut

from digest_studio.app.studio.desk import Desk
from digest_studio.app.studio.journal import Unsaved
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.application import make_application
from digest_studio.gui.controller import Controller
from digest_studio.gui.settings import Settings
from digest_studio.gui.window import FLAT_PLAN, MainWindow
from digest_studio.model.issue import Issue, Section


def tell(event: str, value: object) -> None:
    print(json.dumps([event, value]), flush=True)


def tell_of_the_journal() -> None:
    """Have the desk tell when it has written down what is not saved."""
    write_down = Desk.write_down

    def told(desk: Desk, unsaved: Unsaved, *, sync: bool = False) -> tuple[Diagnostic, ...]:
        problems = write_down(desk, unsaved, sync=sync)
        tell("written down", None)
        return problems

    Desk.write_down = told  # type: ignore[method-assign]


class Hovering(QObject):
    """Tells of drags over a widget."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.DragMove:
            point = watched.mapToGlobal(event.position().toPoint())  # type: ignore[attr-defined]
            tell("hover", [point.x(), point.y()])
        elif event.type() == QEvent.Type.DragLeave:
            tell("left", None)
        return False


def main(folder: Path, settings: Path) -> int:
    tell_of_the_journal()
    application = make_application()
    controller = Controller()
    window = MainWindow(controller, Settings(QSettings(str(settings), QSettings.Format.IniFormat)))
    window.move(0, 0)
    window.resize(1280, 800)
    watching = Hovering()

    def rows() -> None:
        pane = window.docks["outline"].widget()
        places = {}
        for row, index in pane.model.rows():
            box = pane.view.visualRect(index)
            point = pane.view.viewport().mapToGlobal(QPoint(box.center().x(), box.top()))
            places[f"{row.thing.kind} {row.thing.id}"] = [point.x(), point.y(), box.height()]
        tell("rows", places)

    def pages() -> None:
        view = window.view(FLAT_PLAN).view  # type: ignore[attr-defined]
        view.viewport().installEventFilter(watching)
        places = {}
        for cell in view.sheet.cells:
            corner = view.viewport().mapToGlobal(QPoint(round(cell.box.x), round(cell.box.y)))
            places[cell.page.number] = [corner.x(), corner.y(), round(cell.box.width), round(cell.box.height)]
        tell("pages", places)

    def show_flat_plan() -> None:
        window.show_view(FLAT_PLAN)
        QTimer.singleShot(0, pages)

    def changed(issue: Issue) -> None:
        sections = [entry for entry in issue.outline if isinstance(entry, Section)]
        tell("outline", {s.name: [getattr(i, "article", "") or getattr(i, "ad", "") for i in s.items] for s in sections})

    def made() -> None:
        window.docks["outline"].widget().view.viewport().installEventFilter(watching)
        QTimer.singleShot(0, rows)

    def offered() -> None:
        if controller.recovered is not None:
            tell("recovered", list(controller.recovered.labels))

    controller.standing_changed.connect(offered)
    controller.opened.connect(lambda _: offered())
    QShortcut("F11", window).activated.connect(controller.restore)
    controller.issue_changed.connect(changed)
    controller.made_changed.connect(lambda *_: made())
    controller.save_finished.connect(lambda done: tell("saved", done))
    QShortcut("F12", window).activated.connect(show_flat_plan)
    window.show()
    window.open_issue(folder)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
