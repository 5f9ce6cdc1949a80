"""Presentation: spreads by key, wheel and click, and out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from digest_studio.gui.controller import Controller
from digest_studio.gui.pages.presentation import GROUND, Presentation


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
