"""The flat plan: spreads in rows, what a drag is told at each slot, what a drop does, and the plan on one sheet of paper."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digest_studio.display.document import Page
from digest_studio.gui.colours import STATUS
from digest_studio.gui.controller import Controller
from digest_studio.gui.flatplan.captions import captions
from digest_studio.gui.flatplan.pane import FlatPlanPane
from digest_studio.gui.flatplan.sheet import fitted, lay_out
from digest_studio.gui.flatplan.words import prospect
from digest_studio.gui.outline.things import FORMAT, Thing, encoded
from digest_studio.gui.style import PASTEBOARD, is_dark
from digest_studio.model.edits import Place, place_of, set_article
from digest_studio.plan.slots import Slot, first_pages, moves

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALL = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
TIDES, WINDS, LAMPS = Thing("article", "tides"), Thing("article", "winds"), Thing("ad", "lamps")


def pages(count: int) -> list[Page]:
    return [Page(n, str(n), str(n), n % 2 == 1, 595.0, 842.0, 8.5, ()) for n in range(1, count + 1)]


def page_of(controller: Controller, name: str) -> int:
    assert controller.made is not None
    return next(page for (_, each, _), page in first_pages(controller.made.plan).items() if each == name)


def at(pane: FlatPlanPane, page: int, part: float = 0.5) -> QPoint:
    """A point on a page's thumbnail, `part` of its width from its left."""
    cell = pane.view.sheet.cell(page)
    assert cell is not None
    y = cell.box.y + cell.box.height / 2
    bar = pane.view.verticalScrollBar()
    bar.setValue(round(y) - pane.view.viewport().height() // 2)
    return QPoint(round(cell.box.x + cell.box.width * part), round(y) - bar.value())


def carrying(controller: Controller, *things: Thing) -> QMimeData:
    data = QMimeData()
    assert controller.issue is not None
    data.setData(FORMAT, encoded(controller.issue, things))
    return data


def hover(pane: FlatPlanPane, data: QMimeData, point: QPoint) -> bool:
    """Let `data` enter and hover; whether a drop would be taken."""
    viewport = pane.view.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(point, ALL, data, LEFT, NO_KEY))
    event = QDragMoveEvent(point, ALL, data, LEFT, NO_KEY)
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def drop(pane: FlatPlanPane, data: QMimeData, point: QPoint) -> None:
    hover(pane, data, point)
    event = QDropEvent(point.toPointF(), ALL, data, LEFT, NO_KEY, QEvent.Type.Drop)
    QApplication.sendEvent(pane.view.viewport(), event)


# --- where thumbnails lie


@given(st.integers(1, 60), st.floats(200, 3000), st.floats(40, 400))
def test_pages_lie_in_reading_order_and_never_over_each_other(count: int, width: float, height: float) -> None:
    sheet = lay_out(pages(count), width, height)
    assert [cell.page.number for cell in sheet.cells] == list(range(1, count + 1))
    for one, other in zip(sheet.cells, sheet.cells[1:], strict=False):
        beside = one.box.y == other.box.y and one.box.right <= other.box.x + 1e-6
        assert beside or one.box.bottom + sheet.labels <= other.box.y
    for cell in sheet.cells:
        centre = cell.box.x + cell.box.width / 2, cell.box.y + cell.box.height / 2
        assert sheet.at(*centre) is cell
        assert sheet.slot_at(cell.box.x + 1, centre[1]) == Slot(cell.page.number, after=False)
        assert sheet.slot_at(cell.box.right - 1, centre[1]) == Slot(cell.page.number, after=True)


def test_facing_pages_touch_and_the_cover_stands_at_the_right(pane: FlatPlanPane) -> None:
    cells = pane.view.sheet.cells
    assert cells[1].box.right == pytest.approx(cells[2].box.x)
    below = next(cell for cell in cells[2:] if cell.box.y > cells[0].box.y)
    assert cells[0].box.x == pytest.approx(below.box.right), "above the right-hand page of the row below"


@given(st.integers(1, 480))
def test_every_issue_goes_onto_one_sheet(count: int) -> None:
    sheet = fitted(pages(count), 1200, 800, 12, 9)
    assert sheet.height <= 800
    assert all(cell.box.right <= 1200 and cell.box.x >= 0 for cell in sheet.cells)


# --- colours and labels


def test_captions_name_what_begins_on_a_page(controller: Controller) -> None:
    assert controller.made is not None
    found = captions(controller.made, "section")
    winds = found[page_of(controller, "winds")]
    assert (winds.title, winds.thing, winds.section) == ("The winds have names", WINDS, "Air")
    tides = found[page_of(controller, "tides")]
    assert tides.colour != winds.colour and tides.colour is not None


def test_colours_tell_the_status(qtbot: QtBot, pane: FlatPlanPane, controller: Controller) -> None:
    assert controller.issue is not None
    with qtbot.waitSignal(controller.made_changed, timeout=20000):
        controller.apply(set_article(controller.issue, "winds", {"status": "approved"}))
    assert controller.made is not None
    assert captions(controller.made, "status")[page_of(controller, "winds")].colour == STATUS["approved"]
    pane.colouring.setCurrentIndex(pane.colouring.findData("status"))
    assert any("Approved" in label.text() for label in pane.findChildren(QLabel))
    cell = pane.view.sheet.cell(page_of(controller, "winds"))
    assert cell is not None
    middle = at(pane, cell.page.number)
    shown = pane.view.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()
    bar = (shown.pixelColor(round(middle.x() * ratio), round((middle.y() + cell.box.height / 2 + n) * ratio)) for n in range(12))
    assert STATUS["approved"].name() in [colour.name() for colour in bar]


def test_every_page_in_view_is_painted(qtbot: QtBot, pane: FlatPlanPane, controller: Controller) -> None:
    """The back cover's advertisement, a yellow field, shows when its file is decoded."""
    assert controller.made is not None
    where = at(pane, len(controller.made.plan.pages), 0.05)
    yellow = QColor("#f2c14e")

    def shown() -> bool:
        seen = pane.view.viewport().grab().toImage().pixelColor(where)
        return max(abs(a - b) for a, b in zip(seen.getRgb(), yellow.getRgb(), strict=True)) < 12

    qtbot.waitUntil(shown, timeout=10000)
    assert pane.view.viewport().grab().toImage().pixelColor(2, 2) == PASTEBOARD[is_dark()]


# --- choosing


def test_a_click_chooses_and_a_double_click_turns_to_the_page(qtbot: QtBot, pane: FlatPlanPane, controller: Controller) -> None:
    page = page_of(controller, "winds")
    qtbot.mouseClick(pane.view.viewport(), LEFT, pos=at(pane, page))
    assert (controller.selection.kind, controller.selection.id, controller.selection.page) == ("article", "winds", page)
    with qtbot.waitSignal(controller.page_requested) as asked:
        qtbot.mouseDClick(pane.view.viewport(), LEFT, pos=at(pane, page))
    assert asked.args == [page]


def test_arrows_go_from_page_to_page(qtbot: QtBot, pane: FlatPlanPane, controller: Controller) -> None:
    qtbot.mouseClick(pane.view.viewport(), LEFT, pos=at(pane, 1))
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    assert controller.selection.page == 3
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert controller.selection.page == 2


# --- dragging


def test_an_article_goes_where_it_is_dropped_and_one_line_says_what_moved(
    qtbot: QtBot, pane: FlatPlanPane, controller: Controller
) -> None:
    data, target = carrying(controller, WINDS), at(pane, page_of(controller, "tides"), 0.1)
    with qtbot.waitSignal(controller.message, timeout=20000) as told:
        drop(pane, data, target)
    assert controller.issue is not None and controller.made is not None
    assert place_of(controller.issue, "winds") == Place("Water", 0)
    line, undoable = told.args
    assert undoable and line.startswith(f"“The winds have names” is on page {page_of(controller, 'winds')} now; ")
    assert controller.undo_label == "Move “The winds have names” to Water"


def test_what_is_said_before_a_drop_is_what_it_does(qtbot: QtBot, pane: FlatPlanPane, controller: Controller) -> None:
    data, target = carrying(controller, WINDS), at(pane, page_of(controller, "tides"), 0.1)
    with qtbot.waitSignal(controller.asides.planned, timeout=20000):
        assert hover(pane, data, target)
    made, drag = controller.made, pane.view._carrying
    assert made is not None and drag is not None and pane.view._aim is not None
    said = drag.verdict(pane.view._aim)
    foretold = prospect(said, made.issue, len(made.plan.pages))
    with qtbot.waitSignal(controller.message, timeout=20000) as told:
        drop(pane, data, target)
    assert controller.made is not None and said.page == page_of(controller, "winds")
    others = [key for key in moves(made.plan, controller.made.plan) if key[1] != "winds"]
    assert said.moved == len(others) > 0
    assert f"{said.moved} other(s) move" in foretold and f"{said.moved} other(s) moved" in told.args[0]


def test_nothing_is_dropped_between_the_pages_of_an_article(pane: FlatPlanPane, controller: Controller) -> None:
    assert controller.made is not None and controller.issue is not None
    long = next(name for name, layout in controller.made.plan.articles.items() if len(layout.pages) > 1)
    data, target = carrying(controller, Thing("article", "briefing")), at(pane, page_of(controller, long), 0.9)
    before = controller.issue
    assert not hover(pane, data, target)
    drop(pane, data, target)
    assert controller.issue is before


def test_the_slot_says_why_not_in_the_rules_words(pane: FlatPlanPane, controller: Controller) -> None:
    assert controller.made is not None
    from digest_studio.gui.flatplan.carrying import Carrying
    from digest_studio.gui.flatplan.words import prospect

    taken = Carrying.of(controller.made, carrying(controller, LAMPS))
    assert taken is not None
    found = taken.verdict(Slot(page_of(controller, "tides"), after=False))
    assert prospect(found, controller.made.issue, len(controller.made.plan.pages)) == (
        "position: Lamps Ltd is booked for the back cover and stands nowhere else",
    )
    welcome = Carrying.of(controller.made, carrying(controller, WINDS))
    assert welcome is not None
    lines = prospect(welcome.verdict(Slot(page_of(controller, "tides"), after=False)), controller.made.issue, 0)
    assert lines[0] == f"To page {page_of(controller, 'tides')}, in Water"


def test_while_something_is_carried_the_slots_show_it(pane: FlatPlanPane, controller: Controller) -> None:
    point = at(pane, page_of(controller, "tides"), 0.1)
    before = pane.view.viewport().grab().toImage()
    assert hover(pane, carrying(controller, WINDS), point)
    during = pane.view.viewport().grab().toImage()
    assert during != before
    assert not hover(pane, carrying(controller, LAMPS), point)
    assert pane.view.viewport().grab().toImage() not in (before, during)


def test_what_is_dropped_where_it_stands_changes_nothing(pane: FlatPlanPane, controller: Controller) -> None:
    page = page_of(controller, "winds")
    assert not hover(pane, carrying(controller, WINDS), at(pane, page, 0.1))


def test_a_file_from_the_desktop_becomes_an_article_at_that_page(
    qtbot: QtBot, pane: FlatPlanPane, controller: Controller, tmp_path: Path
) -> None:
    text = tmp_path / "ice.md"
    text.write_text("---\ntitle: Ice in the bay\n---\nThe bay froze over.\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(text))])
    with qtbot.waitSignal(controller.issue_changed, timeout=20000):
        drop(pane, data, at(pane, page_of(controller, "tides"), 0.1))
    assert controller.issue is not None
    assert place_of(controller.issue, "ice") == Place("Water", 0)


def test_alt_and_arrows_move_what_is_chosen(qtbot: QtBot, pane: FlatPlanPane, controller: Controller) -> None:
    qtbot.mouseClick(pane.view.viewport(), LEFT, pos=at(pane, page_of(controller, "winds")))
    with qtbot.waitSignal(controller.message, timeout=20000) as told:
        qtbot.keyClick(pane.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert told.args[1]
    assert controller.issue is not None
    assert place_of(controller.issue, "winds") != Place("Air", 0)


# --- paper


def test_the_plan_is_exported_as_one_page_with_every_folio_on_it(
    qtbot: QtBot, pane: FlatPlanPane, controller: Controller, tmp_path: Path
) -> None:
    path = tmp_path / "plan.pdf"
    sheeter = pane.export(path)
    assert sheeter is not None
    with qtbot.waitSignal(sheeter.finished, timeout=60000) as finished:
        pass
    assert finished.args == [True]
    read = pypdf.PdfReader(path)
    assert len(read.pages) == 1
    page = read.pages[0]
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (1191, 842)
    assert controller.made is not None
    assert len(page.images) >= len(controller.made.plan.pages)
    text = page.extract_text().replace("\t", " ")
    assert "Harbour Review — Spring 2025" in text
    assert [label for n in range(1, len(controller.made.plan.pages) + 1) if (label := str(n)) not in text] == []


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, pane: FlatPlanPane, controller: Controller, tmp_path: Path) -> None:
    with qtbot.waitSignal(controller.message, timeout=60000, check_params_cb=lambda text, _: "could not be written" in text):
        pane.export(tmp_path / "nowhere" / "plan.pdf")
