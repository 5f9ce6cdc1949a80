"""Presentation: spreads by key, wheel and click, and out; as printed, if the soft proof is on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from digest_studio.assets.viewing import Viewing
from digest_studio.gui.controller import Controller
from digest_studio.gui.pages.presentation import GROUND, Presentation
from digest_studio.gui.window import MainWindow

PATIENCE = 30_000


@pytest.fixture
def shown(opened: Controller, qtbot: QtBot) -> Presentation:
    made = Presentation(opened, 4)
    made.resize(800, 450)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_begins_with_the_page_that_was_in_view(shown: Presentation) -> None:
    assert shown.spread == 2
    shown.close()


def test_keys_turn_it(shown: Presentation, opened: Controller, qtbot: QtBot) -> None:
    keys = Qt.Key
    at = []
    for key in (keys.Key_Right, keys.Key_Space, keys.Key_Left, keys.Key_Home, keys.Key_PageUp, keys.Key_End, keys.Key_Down):
        qtbot.keyClick(shown, key)
        at.append(shown.spread)
    assert opened.made is not None
    last = len(opened.made.document.pages) // 2
    assert at == [3, 4, 3, 0, 0, last, last]
    shown.close()


def test_a_click_on_the_left_turns_back_elsewhere_on(shown: Presentation, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(700, 200))
    assert shown.spread == 3
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(50, 200))
    assert shown.spread == 2
    shown.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Q])
def test_escape_leaves(shown: Presentation, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(shown.destroyed):
        qtbot.keyClick(shown, key)


def test_nothing_but_the_trimmed_pages_is_seen(shown: Presentation) -> None:
    picture = shown.grab().toImage()
    assert picture.pixelColor(3, 3) == GROUND
    assert picture.pixelColor(400, 225) != GROUND
    shown.close()


@pytest.fixture
def presented(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> Presentation:
    """The presentation of a window with the small issue, its soft proof with the paper's white."""
    with qtbot.waitSignal(window.controller.problems_changed, timeout=PATIENCE):
        window.open_issue(issue_folder)
    window.soft_proof.look(Viewing(paper=True))
    window.present()
    made = window._presentation
    qtbot.waitExposed(made)
    made.show_spread(1)  # the cover is a picture
    return made


def paper(shown: Presentation) -> tuple[int, int, int]:
    """The colour of the corner of the spread in view."""
    place, _, part = next(shown._parts(shown.spread))
    colour = shown.grab().toImage().pixelColor(place + part.topLeft() + QPoint(4, 4))
    return colour.red(), colour.green(), colour.blue()


def test_it_obeys_the_soft_proof_and_its_keys(presented: Presentation, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: paper(presented) == (239, 241, 244), timeout=PATIENCE)
    qtbot.keyClick(presented, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert paper(presented) == (255, 255, 255)
    qtbot.keyClick(presented, Qt.Key.Key_Escape)  # and Shift is no longer held


def test_the_next_spread_is_proved_before_it_is_turned_to(presented: Presentation, qtbot: QtBot) -> None:
    ahead = [(raster, part) for _, raster, part in presented._parts(presented.spread + 1)]
    qtbot.waitUntil(lambda: paper(presented) == (239, 241, 244), timeout=PATIENCE)
    proofs = presented._soft_proof.proofs  # type: ignore[union-attr]

    def proved() -> bool:
        return all(proofs.get(raster.piece(part), Viewing(paper=True), ask=False) for raster, part in ahead)

    qtbot.waitUntil(proved, timeout=PATIENCE)
    presented.turn(1)
    assert [(raster, part) for _, raster, part in presented._parts(presented.spread)] == ahead
    presented.close()
