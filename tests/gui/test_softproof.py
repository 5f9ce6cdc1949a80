"""The soft proof in the window: its menu and strip, what the pages look like, the inks under the mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digest_studio.assets.viewing import Viewing
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.items import Group, PlacedPdf
from digest_studio.gui.pages.inks import Inks, only_about_right
from digest_studio.gui.settings import Settings
from digest_studio.gui.softproof import SoftProof
from digest_studio.gui.window import FLAT_PLAN, PAGES, MainWindow

PATIENCE = 30_000


@pytest.fixture
def studio(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> MainWindow:
    """The window with the small issue, its first pages painted."""
    opened(window, issue_folder, qtbot)
    return window


def opened(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.controller.problems_changed, timeout=PATIENCE):
        window.open_issue(folder)


def corner(window: MainWindow) -> QPoint:
    """A place on the paper in the first page's corner, in the viewport."""
    lying = window.pages.board.spreads[1].pages[0]
    window.pages.show_page(lying.page.number, glide=False)
    return window.pages.box_in_view(lying.trim).topLeft().toPoint() + QPoint(6, 6)


def colour_at(window: MainWindow, at: QPoint) -> tuple[int, int, int]:
    picture: QImage = window.pages.viewport().grab().toImage()
    colour = picture.pixelColor(at)
    return colour.red(), colour.green(), colour.blue()


def waits_for(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=PATIENCE)


def test_paper_white_is_the_papers(studio: MainWindow, qtbot: QtBot) -> None:
    at = corner(studio)
    assert colour_at(studio, at) == (255, 255, 255)
    studio.soft_proof.look(Viewing(paper=True))
    waits_for(qtbot, lambda: colour_at(studio, at) == (239, 241, 244))
    studio.soft_proof.switch.trigger()
    assert colour_at(studio, at) == (255, 255, 255)


def test_the_window_does_not_wait_for_a_proof(studio: MainWindow) -> None:
    at = corner(studio)
    studio.soft_proof.look(Viewing(paper=True))
    assert colour_at(studio, at) == (255, 255, 255)  # the screen's, until the proof is there


def test_the_strip_is_above_the_pages_alone(studio: MainWindow) -> None:
    assert not studio.soft_proof.strip.isVisible()
    studio.soft_proof.switch.trigger()
    assert studio.soft_proof.strip.isVisible()
    studio.show_view(FLAT_PLAN)
    assert not studio.soft_proof.strip.isVisible()
    studio.show_view(PAGES)
    assert studio.soft_proof.strip.isVisible()


def test_the_profile_is_named(studio: MainWindow, qtbot: QtBot) -> None:
    studio.soft_proof.switch.trigger()
    (name,) = studio.soft_proof.strip.findChildren(QLabel)
    waits_for(qtbot, lambda: name.accessibleDescription() == "ISO Coated v2 300% (basICColor)")
    assert name.accessibleName() == "Output profile"
    assert "Ink over 300 %" in [each.text().replace("&", "") for each in studio.soft_proof.strip.actions()]


def test_a_profile_that_is_not_there_is_said(window: MainWindow, issue_folder: Path, qtbot: QtBot) -> None:
    issue = issue_folder / "issue.yaml"
    issue.write_text(issue.read_text(encoding="utf-8") + "\npress: {profile: coated-nowhere}\n", encoding="utf-8")
    opened(window, issue_folder, qtbot)
    window.soft_proof.switch.trigger()
    (name,) = window.soft_proof.strip.findChildren(QLabel)
    waits_for(qtbot, lambda: "coated-nowhere" in name.accessibleDescription())


def test_plates_are_put_together_at_will(studio: MainWindow) -> None:
    plates = studio.soft_proof.plates
    plates["C"].trigger()
    assert studio.soft_proof.viewing == Viewing("MYK")
    plates["K"].trigger()
    assert studio.soft_proof.viewing == Viewing("MY")
    plates["C"].trigger()
    assert studio.soft_proof.viewing == Viewing("CMY")
    assert [plate for plate, made in plates.items() if made.isChecked()] == ["C", "M", "Y"]


@pytest.mark.parametrize(("key", "plates"), [(Qt.Key.Key_1, "C"), (Qt.Key.Key_4, "K"), (Qt.Key.Key_0, "CMYK")])
def test_keys_show_one_plate_or_all(studio: MainWindow, qtbot: QtBot, key: Qt.Key, plates: str) -> None:
    studio.soft_proof.look(Viewing("MY"))
    modifiers = Qt.KeyboardModifier
    qtbot.keyClick(studio, key, modifiers.ControlModifier | modifiers.AltModifier | modifiers.ShiftModifier)
    assert studio.soft_proof.viewing == Viewing(plates)
    qtbot.keyClick(studio, Qt.Key.Key_Escape)  # Shift is no longer held


def test_a_plate_chosen_with_shift_is_alone(studio: MainWindow, qtbot: QtBot) -> None:
    studio.soft_proof.switch.trigger()
    button = studio.soft_proof.strip.widgetForAction(studio.soft_proof.plates["M"])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    assert studio.soft_proof.viewing == Viewing("M")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert studio.soft_proof.viewing == Viewing("")


def test_too_much_ink_gives_way_to_plates(studio: MainWindow) -> None:
    over = next(each for each in studio.soft_proof.actions if "Limit" in each.text() or "over" in each.text())
    over.trigger()
    assert studio.soft_proof.viewing == Viewing(over=True)
    studio.soft_proof.plates["Y"].trigger()
    assert studio.soft_proof.viewing == Viewing("CMK")


def test_what_was_chosen_is_remembered(studio: MainWindow, settings: Settings, make_window: Callable[[], MainWindow]) -> None:
    studio.soft_proof.look(Viewing("MK", paper=True))
    again = make_window().soft_proof
    assert again.viewing == Viewing("MK", paper=True)
    again.switch.setChecked(False)
    later = make_window().soft_proof
    assert later.viewing is None
    assert later.plates["M"].isChecked()
    assert not later.plates["C"].isChecked()


def test_without_an_issue_there_is_nothing_to_prove(window: MainWindow) -> None:
    assert not any(each.isEnabled() for each in window.soft_proof.actions)


def test_an_issue_opens_with_the_soft_proof_as_it_was_left(
    settings: Settings, make_window: Callable[[], MainWindow], issue_folder: Path, qtbot: QtBot
) -> None:
    settings.soft_proof = frozenset({"on", "paper", *"CMYK"})
    window = make_window()
    opened(window, issue_folder, qtbot)
    at = corner(window)
    waits_for(qtbot, lambda: colour_at(window, at) == (239, 241, 244))


def test_the_inks_under_the_mouse_are_told(studio: MainWindow, qtbot: QtBot) -> None:
    label = next(each for each in studio.statusBar().findChildren(QLabel) if each.accessibleName() == "Ink under the mouse")
    at = QPointF(corner(studio))
    studio.soft_proof.switch.trigger()
    assert not label.isVisible()
    qtbot.mouseMove(studio.pages.viewport(), at.toPoint())
    waits_for(qtbot, lambda: studio.pages.inks_at(at) == Inks(0, 0, 0, 0))
    waits_for(qtbot, label.isVisible)
    assert label.text() == "C 0   M 0   Y 0   K 0   Σ 0 %"
    QApplication.sendEvent(studio.pages.viewport(), QEvent(QEvent.Type.Leave))
    assert not label.isVisible()


def test_inks_of_an_advertisement_that_cannot_be_separated_are_told_with_reserve() -> None:
    box = Rect(10, 20, 30, 40)
    ad = PlacedPdf("bank.pdf", "0", 1, box, box)
    page = Page(1, "1", "1", True, 100, 100, 0, (Group((ad,), dx=5),))
    assert only_about_right(page, 16, 21, frozenset("0"))
    assert not only_about_right(page, 12, 21, frozenset("0"))
    assert not only_about_right(page, 16, 21, frozenset())  # it could be separated


def test_what_about_right_means_is_said(window: MainWindow) -> None:
    label = next(each for each in window.statusBar().findChildren(QLabel) if each.accessibleName() == "Ink under the mouse")
    bar = window._bar
    bar.show_inks(Inks(10, 20, 30, 40, about=True), 300)
    assert label.text() == "≈ C 10   M 20   Y 30   K 40   Σ 100 %"
    assert "could not be separated" in label.toolTip()
    bar.show_inks(Inks(10, 20, 30, 40), 300)
    assert label.toolTip() == ""


def test_names_and_tips_are_there_for_who_does_not_see(studio: MainWindow) -> None:
    soft: SoftProof = studio.soft_proof
    assert soft.strip.accessibleName() == "Soft Proof"
    assert all(each.toolTip() for each in soft.actions)
    buttons = [soft.strip.widgetForAction(each) for each in soft.plates.values()]
    assert [each.accessibleName() for each in buttons] == ["Cyan", "Magenta", "Yellow", "Black"]


def test_the_spread_in_the_middle_is_proved_first_and_its_neighbours_after_it(studio: MainWindow, qtbot: QtBot) -> None:
    view = studio.pages
    corner(studio)
    middle = [lying.page.number for lying in view.board.spreads[view.board.spread_of(view.current_page) or 0].pages]
    proved: list[int] = []
    soft = studio.soft_proof
    soft.switch.trigger()
    make = soft.proofs.get

    def there() -> list[int]:
        rasters = [view._raster(lying) for spread in view.board.spreads for lying in spread.pages]
        pieces = [raster.piece(part) for raster in rasters for part in raster.parts(QRect(0, 0, *raster.size))]
        return [piece.page.number for piece in pieces if soft.viewing and make(piece, soft.viewing, ask=False)]

    soft.proofs.ready.connect(lambda: proved.extend([n for n in there() if n not in proved]))
    waits_for(qtbot, lambda: any(view.board.spread_of(number) not in view._seen for number in proved))
    assert set(proved[: len(middle)]) == set(middle)
