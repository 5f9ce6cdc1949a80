"""The panes where they stand: in the main window, with its menus and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from digest_studio.gui.controller import Controller
from digest_studio.gui.editor.pane import TextView
from digest_studio.gui.inspector.pane import Inspector
from digest_studio.gui.inspector.photo import PhotoForm
from digest_studio.gui.inspector.photos import PhotoList
from digest_studio.gui.selection import Selection
from digest_studio.gui.settings import Settings
from digest_studio.gui.window import TEXT, MainWindow


@pytest.fixture
def window(qtbot, tmp_path: Path, issue_folder: Path):
    made = MainWindow(Controller(), Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)))
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.controller.made_changed, timeout=30_000):
        made.open_issue(issue_folder)
    yield made
    made.controller.shut_down()
    made.deleteLater()


def text_view(window: MainWindow) -> TextView:
    view = window.view(TEXT)
    assert isinstance(view, TextView)
    return view


def test_editing_a_text_by_its_menu_keys(qtbot, window):
    window.controller.edit(Selection("article", "winds"))
    assert window.current_view == TEXT
    view = text_view(window)
    assert view.article == "winds"
    before = view.edit.text()
    window.activateWindow()
    view.edit.setFocus()
    qtbot.waitUntil(view.edit.hasFocus)
    qtbot.keyClicks(view.edit, "Up. ")
    assert window.controller.issue.articles["winds"].markdown == "Up. " + before
    qtbot.keyClick(view.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.edit.text() == before
    qtbot.keyClick(view.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.edit.text() == "Up. " + before
    qtbot.keyClick(view.edit, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.find_bar.isVisible()


def test_a_photo_to_be_edited_opens_in_the_inspector(window):
    window.controller.edit(Selection("photo", "tides", 1))
    pane = window.docks["inspector"].widget()
    assert isinstance(pane, Inspector)
    assert isinstance(pane.form, PhotoForm)


def test_closing_the_issue_empties_the_panes(qtbot, window):
    window.controller.edit(Selection("article", "winds"))
    window.controller.close()
    assert text_view(window).article == ""
    assert window.docks["inspector"].widget().form is None


def test_the_delete_key_takes_a_photo_away(qtbot, window):
    window.controller.select(Selection("article", "tides"))
    photos = window.docks["inspector"].widget().findChild(PhotoList)
    window.activateWindow()
    photos.list.setFocus()
    qtbot.waitUntil(photos.list.hasFocus)
    photos.list.setCurrentRow(0)
    qtbot.keyClick(photos.list, Qt.Key.Key_Delete)
    assert [photo.file for photo in window.controller.issue.articles["tides"].photos] == ["photos/shore.jpg"]
