"""A real mouse in a real window: articles are dragged, and the folder's issue.yaml says where they stand."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest

from digest_studio.model.edits import Place, place_of
from digest_studio.model.read import read_issue
from tests.conftest import ROOT, Run
from tests.end_to_end import reading
from tests.end_to_end.printed import Printed
from tests.qt import without_qt

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING or without_qt()), reason=f"needs {', '.join(MISSING) or without_qt()}")

PATIENCE = 60
"""Seconds until a test gives up waiting for an event."""
STEP = 16
"""Pixels between two points of a drag: more than Qt's threshold for a drag to begin."""


@dataclass
class Studio:
    """A running studio with a hand at its mouse."""

    folder: Path
    display: str
    events: Queue[list[Any] | None]
    process: subprocess.Popen[str]

    def wait_for(self, event: str, patience: float = PATIENCE) -> Any:
        """The next event of that name. Raises queue.Empty when nothing at all is told for so long."""
        while (told := self.events.get(timeout=patience)) is not None:
            if told[0] == event:
                return told[1]
        raise AssertionError(f"the studio ended before {event}")

    def hand(self, *words: str | int) -> None:
        """Let xdotool do something."""
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, check=True, env={**os.environ, "DISPLAY": self.display}, timeout=PATIENCE)

    def carry(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, and carry until the window has seen the pointer at the end. A drag that is only beginning when the pointer
        has arrived sees it when it moves again."""
        self.hand("mousemove", "--sync", *start, "mousedown", 1)
        for n in range(1, 4):
            self.hand("mousemove", "--sync", start[0] + n * STEP, start[1] + n)
        for _ in range(PATIENCE):
            self.hand("mousemove", "--sync", end[0] - STEP, end[1], "mousemove", "--sync", *end)
            with suppress(Empty):
                while self.wait_for("hover", patience=1) != list(end):
                    pass
                return
        raise AssertionError("the drag never came to its end")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Carry, and let go."""
        self.carry(start, end)
        self.hand("mouseup", 1)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)


@contextmanager
def launched(display: str, folder: Path, settings: Path) -> Iterator[Studio]:
    """An issue in a window of a studio of its own."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    environment.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, "-m", "tests.gui_end_to_end.watched_studio", folder, settings]
    events: Queue[list[Any] | None] = Queue()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
        listener = Thread(target=listen, args=(running, events))
        listener.start()
        try:
            yield Studio(folder, display, events, running)
        finally:
            running.terminate()
            listener.join(PATIENCE)


@pytest.fixture
def studio(display: str, issue_folder: Path, tmp_path: Path) -> Iterator[Studio]:
    """The small issue in a window."""
    with launched(display, issue_folder, tmp_path / "settings.ini") as running:
        yield running


def listen(running: subprocess.Popen[str], events: Queue[list[Any] | None]) -> None:
    assert running.stdout is not None
    for line in running.stdout:
        events.put(json.loads(line))
    events.put(None)


def saved_place(studio: Studio, article: str) -> Place | None:
    """Where the folder says that an article stands."""
    issue = read_issue(studio.folder).issue
    assert issue is not None
    return place_of(issue, article)


def test_an_article_is_dragged_to_another_section_and_stands_there_in_the_file_and_in_the_contents(
    studio: Studio, run: Run, tmp_path: Path,
) -> None:
    rows = studio.wait_for("rows")
    tides, winds = rows["article tides"], rows["article winds"]
    studio.drag((tides[0], tides[1] + 12), (winds[0], winds[1] + winds[2] - 6))
    assert studio.wait_for("outline")["Air"] == ["winds", "tides", "briefing"]
    studio.hand("key", "ctrl+s")
    assert studio.wait_for("saved") is True
    assert saved_place(studio, "tides") == Place("Air", 1)
    assert run("export", studio.folder, "--edition", "proof", "-o", tmp_path / "x.pdf").returncode == 0
    assert reading.failures(studio.folder, tmp_path / "x.pdf") == []  # the contents' numbers among them
    contents = Printed(tmp_path / "x.pdf").texts[1]
    assert contents.index("Air") < contents.index("The winds have names") < contents.index("What the tide leaves")
    studio.hand("key", "ctrl+z")
    assert studio.wait_for("outline")["Air"] == ["winds", "briefing"]


def test_escape_gives_a_drag_up(studio: Studio) -> None:
    rows = studio.wait_for("rows")
    tides, winds = rows["article tides"], rows["article winds"]
    studio.carry((tides[0], tides[1] + 12), (winds[0], winds[1] + winds[2] - 6))
    studio.hand("key", "Escape")
    studio.wait_for("left")
    studio.hand("mouseup", 1)
    studio.drag((winds[0], winds[1] + 12), (tides[0], tides[1] + 6))
    assert studio.wait_for("outline") == {"Water": ["winds", "tides", "ropes", "harbours"], "Air": ["briefing"]}


def test_from_the_outline_onto_the_flat_plan(studio: Studio) -> None:
    rows = studio.wait_for("rows")
    studio.hand("mousemove", "--sync", rows["section Air"][0], rows["section Air"][1] + 12, "click", 1, "key", "F12")
    pages = studio.wait_for("pages")
    x, y, width, height = pages["5"]  # the first page of “tides”, behind the divider
    winds = rows["article winds"]
    studio.drag((winds[0], winds[1] + 12), (x + width // 8, y + height // 2))
    assert studio.wait_for("outline") == {"Water": ["winds", "tides", "ropes", "harbours"], "Air": ["briefing"]}


def test_a_studio_that_is_killed_offers_what_was_not_saved(display: str, issue_folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.ini"
    with launched(display, issue_folder, settings) as first:
        rows = first.wait_for("rows")
        tides, winds = rows["article tides"], rows["article winds"]
        first.drag((tides[0], tides[1] + 12), (winds[0], winds[1] + winds[2] - 6))
        assert first.wait_for("outline")["Air"] == ["winds", "tides", "briefing"]
        first.wait_for("written down")
        first.process.kill()
    assert saved_place(first, "tides") == Place("Water", 0)
    with launched(display, issue_folder, settings) as second:
        assert second.wait_for("recovered")
        air = second.wait_for("rows")["section Air"]
        second.hand("mousemove", "--sync", air[0], air[1] + 12, "click", 1, "key", "F11")
        assert second.wait_for("outline")["Air"] == ["winds", "tides", "briefing"]
