"""The outline: what its rows say, how they stay what they are over every change, and the ways of moving them about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from digest_studio.gui.controller import Controller
from digest_studio.gui.outline.model import OutlineModel
from digest_studio.gui.outline.pane import OutlinePane
from digest_studio.gui.outline.things import Thing
from digest_studio.gui.selection import NOTHING, Selection
from digest_studio.model.edits import Place, place_of, set_article
from digest_studio.model.issue import Section

MOVE = Qt.DropAction.MoveAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
TIDES, HARBOURS, WINDS = (Thing("article", name) for name in ("tides", "harbours", "winds"))
WATER, AIR = Thing("section", "Water"), Thing("section", "Air")
ROPES, LAMPS = Thing("ad", "ropes"), Thing("ad", "lamps")


def order(controller: Controller) -> list[str]:
    """The outline in a line each: a section's name, then its items."""
    assert controller.issue is not None
    said = []
    for entry in controller.issue.outline:
        if isinstance(entry, Section):
            items = [getattr(each, "article", "") or getattr(each, "ad", "") for each in entry.items]
            said.append(f"{entry.name}: {' '.join(items)}".strip())
        else:
            said.append(getattr(entry, "article", "") or getattr(entry, "ad", "") or "contents")
    return said


START = ["contents", "foreword", "Water: tides ropes harbours", "Air: winds briefing", "lamps"]


def titles(model: OutlineModel) -> list[str]:
    return [str(index.data()) for _, index in model.rows()]


def choose(pane: OutlinePane, *things: Thing) -> None:
    pane.view.choose(tuple(things))
    assert set(pane.view.things()) == set(things)


def drop(pane: OutlinePane, things: tuple[Thing, ...], row: int, onto: Thing | None) -> bool:
    """Drop things as the view does, before the `row`-th row below `onto`."""
    data = pane.model.mimeData([pane.model.index_of(thing) for thing in things])
    return pane.model.dropMimeData(data, MOVE, row, 0, pane.model.index_of(onto) if onto else QModelIndex())


def drag(pane: OutlinePane, data: QMimeData, at: QPoint) -> bool:
    """Let `data` enter, hover and drop at a point of the view, and the rows follow at once; whether it was taken."""
    taken = let_go(pane, data, at)
    pane.view._controller.pages_first.go_on()
    return taken


def let_go(pane: OutlinePane, data: QMimeData, at: QPoint) -> bool:
    """Let `data` enter, hover and drop at a point of the view; whether it was taken."""
    viewport, actions = pane.view.viewport(), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    QApplication.sendEvent(viewport, QDragEnterEvent(at, actions, data, LEFT, NO_KEY))
    hover = QDragMoveEvent(at, actions, data, LEFT, NO_KEY)
    QApplication.sendEvent(viewport, hover)
    event = QDropEvent(at.toPointF(), actions, data, LEFT, NO_KEY, QEvent.Type.Drop)
    QApplication.sendEvent(viewport, event)
    return bool(hover.isAccepted() and event.isAccepted())


def upper(pane: OutlinePane, thing: Thing) -> QPoint:
    """A point in the upper part of a row."""
    box = pane.view.visualRect(pane.model.index_of(thing))
    return QPoint(box.center().x(), box.top() + 4)


def lower(pane: OutlinePane, thing: Thing) -> QPoint:
    box = pane.view.visualRect(pane.model.index_of(thing))
    return QPoint(box.center().x(), box.bottom() - 4)


# --- what rows say


def test_rows_stand_in_reading_order_and_the_pool_behind_them(pane: OutlinePane) -> None:
    assert titles(pane.model) == [
        "Contents", "Foreword", "Water", "What the tide leaves behind", "Ropes Ltd", "Гавани северного моря", "Air",
        "The winds have names", "In brief", "Lamps Ltd", "Unplaced articles", "Unplaced advertisements", "Loose pictures",
    ]  # fmt: skip


def test_a_row_tells_page_length_status_and_fit(pane: OutlinePane, controller: Controller) -> None:
    assert controller.made is not None
    row = pane.model.row(pane.model.index_of(WINDS))
    assert row is not None
    line = next(line for line in controller.made.plan.contents if line.article == "winds")
    assert (row.first, row.folio, row.status) == (line.page, line.folio, "draft")
    assert row.pages == len(controller.made.plan.articles["winds"].pages)
    assert row.fit is not None and not row.fit.over
    section = pane.model.row(pane.model.index_of(WATER))
    assert section is not None and section.folio == f"{section.first}–{section.last}"


def test_a_text_that_is_too_long_for_its_pages_says_by_how_many_lines(
    qtbot: QtBot, pane: OutlinePane, controller: Controller
) -> None:
    assert controller.issue is not None
    tides = controller.issue.articles["tides"]
    long = replace(tides, pages=1, body=tides.body * 12)
    with qtbot.waitSignal(controller.problems_changed, timeout=20000):
        controller.apply(set_article(controller.issue, "tides", {"pages": 1, "body": long.body}))
    row = pane.model.row(pane.model.index_of(TIDES))
    assert row is not None and row.fit is not None and row.fit.over > 0
    assert str(row.fit.over) in str(pane.model.index_of(TIDES).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_not_placed_is_in_the_pool(pane: OutlinePane, controller: Controller) -> None:
    assert drop(pane, (TIDES, ROPES), -1, Thing("pool", "articles"))
    assert order(controller)[2] == "Water: harbours"
    assert pane.model.index_of(TIDES).parent().data() == "Unplaced articles"
    assert pane.model.index_of(Thing("ad", "ropes", -1)).parent().data() == "Unplaced advertisements"
    assert "not printed" in str(pane.model.index_of(TIDES).data(Qt.ItemDataRole.ToolTipRole))


# --- the model keeps its promises


def test_the_model_is_a_good_model_through_every_kind_of_change(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    tester = QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for things, row, onto in (
        ((TIDES,), 2, AIR), ((WINDS, HARBOURS), 0, WATER), ((AIR,), 0, None), ((WATER,), -1, Thing("pool", "articles")),
        ((TIDES, Thing("ad", "ropes", -1)), 0, None), ((LAMPS,), 1, AIR),
    ):  # fmt: skip
        assert drop(pane, things, row, onto)
        assert titles(pane.model) == titles(OutlineModel(controller)), "the rows that were changed are those made anew"
    while controller.undo_label:
        controller.undo()
        assert titles(pane.model) == titles(OutlineModel(controller))
    assert order(controller) == START
    assert tester.model() is pane.model


def test_selection_and_folding_last_over_moves(pane: OutlinePane) -> None:
    pane.view.collapse(pane.model.index_of(AIR))
    choose(pane, TIDES, HARBOURS)
    assert drop(pane, (AIR,), 0, None)
    assert set(pane.view.things()) == {TIDES, HARBOURS}
    assert not pane.view.isExpanded(pane.model.index_of(AIR))
    assert pane.view.isExpanded(pane.model.index_of(WATER))


def test_a_renamed_section_is_the_same_row(pane: OutlinePane, controller: Controller) -> None:
    pane.view.collapse(pane.model.index_of(WATER))
    assert pane.model.setData(pane.model.index_of(WATER), "Sea")
    assert order(controller)[2] == "Sea: tides ropes harbours"
    assert not pane.view.isExpanded(pane.model.index_of(Thing("section", "Sea")))
    assert not pane.model.setData(pane.model.index_of(AIR), "Sea"), "a name stands for one section"


def test_an_edit_brings_the_rows_up_to_date_once_and_touches_those_that_say_something_else(
    qtbot: QtBot, controller: Controller, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("digest_studio.gui.outline.model.LATEST_MS", 60_000)
    model = OutlineModel(controller)
    assert controller.issue is not None
    before = {row.thing: (row, index.internalId()) for row, index in model.rows()}
    rounds, touched = [], []
    model.refreshed.connect(lambda: rounds.append(1))
    model.dataChanged.connect(lambda first, last: touched.append(model.row(first)))
    with qtbot.waitSignal(controller.problems_changed, timeout=20000):
        controller.apply(set_article(controller.issue, "tides", {"body": controller.issue.articles["tides"].body * 4}))
        assert not rounds, "nothing stands elsewhere: pages come first"
    after = {row.thing: row for row, _ in model.rows()}
    assert len(rounds) == 1
    assert {row.thing for row in touched if row} == {thing for thing, row in after.items() if row != before[thing][0]} != set()
    assert len(touched) < len(after)
    assert {row.thing: index.internalId() for row, index in model.rows()} == {thing: each[1] for thing, each in before.items()}


def test_a_drop_moves_its_row_at_once_and_the_others_tell_their_pages_when_those_are_there(
    qtbot: QtBot, controller: Controller, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("digest_studio.gui.outline.model.LATEST_MS", 60_000)
    model = OutlineModel(controller)
    rounds = []
    model.refreshed.connect(lambda: rounds.append(1))
    with qtbot.waitSignal(controller.problems_changed, timeout=20000):
        assert model.dropMimeData(model.mimeData([model.index_of(TIDES)]), MOVE, 1, 0, model.index_of(AIR))
        assert model.index_of(TIDES).parent() == model.index_of(AIR)
        assert len(rounds) == 1
    assert len(rounds) == 2
    row = model.row(model.index_of(TIDES))
    assert row is not None and controller.made is not None
    assert row.first == next(line.page for line in controller.made.plan.contents if line.article == "tides")


def test_after_a_move_the_pages_are_shown_before_the_rows(
    qtbot: QtBot, pane: OutlinePane, controller: Controller,
) -> None:
    pane.view._held_back.setInterval(60_000)
    painted = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted.append(controller.made)
            return False

    ear = Ear()
    pane.view.viewport().installEventFilter(ear)
    qtbot.waitExposed(pane)
    choose(pane, TIDES)
    QApplication.processEvents()
    painted.clear()
    before = controller.made
    with qtbot.waitSignal(controller.made_changed, timeout=20000):
        pane.view.move("down")
    qtbot.waitUntil(lambda: bool(painted), timeout=20000)
    assert before not in painted


# --- dropping


@pytest.mark.parametrize(("things", "row", "onto", "expected"), [
    ((TIDES,), 3, WATER, ["Water: ropes harbours tides", "Air: winds briefing"]),
    ((TIDES,), 1, AIR, ["Water: ropes harbours", "Air: winds tides briefing"]),
    ((TIDES,), -1, AIR, ["Water: ropes harbours", "Air: winds briefing tides"]),
    ((TIDES, ROPES, HARBOURS), 1, AIR, ["Water:", "Air: winds tides ropes harbours briefing"]),
    ((AIR,), 2, None, ["Air: winds briefing", "Water: tides ropes harbours"]),
])  # fmt: skip
def test_a_drop_moves_what_is_carried(
    pane: OutlinePane, controller: Controller, things: tuple[Thing, ...], row: int, onto: Thing | None, expected: list[str]
) -> None:
    assert drop(pane, things, row, onto)
    assert order(controller)[2:4] == expected


def test_a_section_does_not_go_into_a_section_and_says_so(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    with qtbot.waitSignal(controller.message) as said:
        assert not drop(pane, (AIR,), 0, WATER)
    assert said.args == ["only articles and advertisements stand within Water", False]
    assert order(controller) == START


def test_a_fixed_advertisement_stays_where_it_is(pane: OutlinePane, controller: Controller) -> None:
    issue = controller.issue
    assert issue is not None
    controller.apply(("Fix", replace(issue, ads={**issue.ads, "ropes": replace(issue.ads["ropes"], fixed=True)})))
    assert not drop(pane, (ROPES,), 0, AIR)
    assert order(controller) == START


def test_the_mark_stands_where_the_drop_goes(pane: OutlinePane, controller: Controller) -> None:
    data = pane.model.mimeData([pane.model.index_of(TIDES)])
    assert drag(pane, data, upper(pane, WINDS))
    assert order(controller)[3] == "Air: tides winds briefing"
    assert pane.view.things() == (TIDES,), "what was dropped is chosen"
    assert drag(pane, pane.model.mimeData([pane.model.index_of(TIDES)]), lower(pane, HARBOURS))
    assert order(controller)[2] == "Water: ropes harbours tides"


def test_a_section_dropped_among_the_rows_of_another_goes_behind_it(pane: OutlinePane, controller: Controller) -> None:
    assert drag(pane, pane.model.mimeData([pane.model.index_of(WATER)]), upper(pane, WINDS))
    assert order(controller)[2:4] == ["Air: winds briefing", "Water: tides ropes harbours"]


def test_below_the_last_row_of_the_outline_the_pool_begins(pane: OutlinePane, controller: Controller) -> None:
    assert drag(pane, pane.model.mimeData([pane.model.index_of(TIDES)]), upper(pane, Thing("pool", "pictures")))
    assert order(controller)[2] == "Water: ropes harbours"
    assert pane.model.index_of(TIDES).parent().data() == "Unplaced articles"


def test_a_folded_section_opens_under_what_is_carried(qtbot: QtBot, pane: OutlinePane) -> None:
    pane.view.collapse(pane.model.index_of(AIR))
    data = pane.model.mimeData([pane.model.index_of(TIDES)])
    point = pane.view.visualRect(pane.model.index_of(AIR)).center()
    QCursor.setPos(pane.view.viewport().mapToGlobal(point))
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(pane.view.viewport(), kind(point, MOVE, data, LEFT, NO_KEY))
    qtbot.waitUntil(lambda: pane.view.isExpanded(pane.model.index_of(AIR)))


def test_what_comes_from_another_issue_is_not_taken(pane: OutlinePane, controller: Controller) -> None:
    data = pane.model.mimeData([pane.model.index_of(TIDES)])
    foreign = QMimeData()
    kind = pane.model.mimeTypes()[0]
    foreign.setData(kind, data.data(kind).replace(b"harbour", b"another"))
    assert not drag(pane, foreign, upper(pane, WINDS))
    foreign.setData(kind, b"{]")
    assert not drag(pane, foreign, upper(pane, WINDS))


# --- files


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_dropped_text_becomes_an_article_where_it_is_dropped(
    qtbot: QtBot, pane: OutlinePane, controller: Controller, tmp_path: Path
) -> None:
    text = tmp_path / "ice.md"
    text.write_text("---\ntitle: Ice in the bay\n---\nThe bay froze over.\n", "utf-8")
    with qtbot.waitSignal(controller.issue_changed):
        assert drag(pane, files(text), lower(pane, WATER))
    assert order(controller)[2] == "Water: ice tides ropes harbours"
    controller.undo()
    assert order(controller) == START


def test_a_picture_dropped_on_an_article_is_its_photo_and_elsewhere_waits_in_the_pool(
    qtbot: QtBot, pane: OutlinePane, controller: Controller, issue_folder: Path
) -> None:
    picture = issue_folder / "photos/shore.jpg"
    with qtbot.waitSignal(controller.issue_changed):
        assert drag(pane, files(picture), upper(pane, WINDS))
    assert controller.issue is not None and len(controller.issue.articles["winds"].photos) == 1
    with qtbot.waitSignal(controller.issue_changed):
        assert drag(pane, files(picture), upper(pane, Thing("pool", "pictures")))
    loose = next(iter(controller.loose))
    row = pane.model.index_of(Thing("picture", loose))
    assert row.parent().data() == "Loose pictures"
    assert drag(pane, pane.model.mimeData([row]), upper(pane, TIDES))
    assert controller.issue.articles["tides"].photos[-1].file == loose
    assert not controller.loose


def test_a_file_dropped_on_the_advertisements_becomes_one(
    qtbot: QtBot, pane: OutlinePane, controller: Controller, issue_folder: Path
) -> None:
    with qtbot.waitSignal(controller.issue_changed):
        assert drag(pane, files(issue_folder / "ads/ropes.pdf"), upper(pane, Thing("pool", "ads")))
    assert pane.model.rowCount(pane.model.index_of(Thing("pool", "ads"))) == 1


# --- by keyboard


def test_alt_and_arrows_take_a_row_through_every_place(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    choose(pane, HARBOURS)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(pane.view, key, Qt.KeyboardModifier.AltModifier)
        assert controller.issue is not None
        seen.append(place_of(controller.issue, "harbours"))
    assert seen == [
        Place(None, 3), Place("Air", 0), Place("Air", 1), Place(None, 4), Place("Air", 2), Place("Air", 1),
    ]  # fmt: skip
    assert pane.view.things() == (HARBOURS,)


def test_several_rows_and_sections_move_together(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    choose(pane, TIDES, HARBOURS)
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(controller)[2:5] == ["tides", "harbours", "Water: ropes"]
    controller.undo()
    choose(pane, AIR)
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(controller)[2:4] == ["Air: winds briefing", "Water: tides ropes harbours"]


def test_cut_and_paste_move(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    choose(pane, TIDES)
    qtbot.keyClick(pane.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert order(controller) == START, "what is cut stays until it is pasted"
    choose(pane, WINDS)
    qtbot.keyClick(pane.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert order(controller)[2:4] == ["Water: ropes harbours", "Air: winds tides briefing"]


def test_a_copied_advertisement_appears_once_more(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    choose(pane, ROPES)
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    choose(pane, AIR)
    qtbot.keyClick(pane.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert order(controller)[2:4] == ["Water: tides ropes harbours", "Air: winds briefing ropes"]


def test_delete_takes_out_and_undo_brings_back(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    choose(pane, TIDES)
    with qtbot.waitSignal(controller.message) as said:
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert said.args == ["Take “What the tide leaves behind” out", True]
    controller.undo()
    assert order(controller) == START


def test_a_section_is_added_behind_the_chosen_one_and_named_at_once(
    qtbot: QtBot, pane: OutlinePane, controller: Controller
) -> None:
    choose(pane, TIDES)
    pane.add_section_action.trigger()
    assert order(controller)[2:5] == ["Water: tides ropes harbours", "New Section:", "Air: winds briefing"]
    field = pane.view.viewport().findChild(QLineEdit)
    assert field is not None and field.selectedText() == "New Section"
    QTest.keyClicks(field, "Earth")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: order(controller)[3] == "Earth:")


# --- the context menu


def test_the_menu_moves_to_a_section(pane: OutlinePane, controller: Controller) -> None:
    choose(pane, TIDES)
    menu = pane.menu_at(upper(pane, TIDES))
    below = next(each.menu() for each in menu.actions() if each.menu() is not None)
    next(each for each in below.actions() if each.text() == "Air").trigger()
    assert order(controller)[2:4] == ["Water: ropes harbours", "Air: winds briefing tides"]


# --- filter and selection


def shown(pane: OutlinePane) -> list[str]:
    view = pane.view
    return [str(i.data()) for _, i in pane.model.rows()
            if not view.isRowHidden(i.row(), i.parent()) and not (
                i.parent().isValid() and view.isRowHidden(i.parent().row(), i.parent().parent()))]  # fmt: skip


@pytest.mark.parametrize(("typed", "found"), [
    ("vane", ["Air", "The winds have names"]),
    ("contradicts OTHERS", ["Air", "The winds have names"]),
    ("гавани", ["Water", "Гавани северного моря"]),
    ("air", ["Air", "The winds have names", "In brief"]),
    ("ropes", ["Water", "Ropes Ltd"]),
])  # fmt: skip
def test_the_filter_finds_by_title_text_byline_and_section(pane: OutlinePane, typed: str, found: list[str]) -> None:
    pane.filter.setText(typed)
    assert [each for each in found if each not in shown(pane)] == []
    pane.filter.clear()
    assert len(shown(pane)) == len(titles(pane.model))


def test_the_filter_finds_by_status_and_by_problem(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    issue = controller.issue
    assert issue is not None
    photos = (replace(issue.articles["tides"].photos[0], alt=None),)
    controller.apply(set_article(issue, "winds", {"status": "approved"}))
    pane.filter.setText("approved")
    assert shown(pane) == ["Air", "The winds have names"]
    assert controller.issue is not None
    controller.apply(set_article(controller.issue, "winds", {"photos": photos}))
    pane.filter.setText("no description")
    qtbot.waitUntil(lambda: shown(pane) == ["Air", "The winds have names"], timeout=20000)


def test_a_filter_that_finds_nothing_says_so(pane: OutlinePane) -> None:
    pane.filter.setText("zeppelin")
    assert shown(pane) == []
    labels = pane.view.viewport().findChildren(QLabel)
    assert any("zeppelin" in label.text() and label.isVisible() for label in labels)


def test_selection_goes_both_ways(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    pane.view.setFocus()
    assert controller.selection == NOTHING, "to get the focus is not to choose"
    with qtbot.waitSignal(controller.selection_changed):
        qtbot.mouseClick(pane.view.viewport(), LEFT, pos=upper(pane, WINDS))
    assert (controller.selection.kind, controller.selection.id) == ("article", "winds")
    controller.select(Selection("photo", "tides", 1, page=5))
    assert pane.view.things() == (TIDES,)
    assert controller.selection.kind == "photo", "to follow is not to choose"
    controller.select(NOTHING)
    assert pane.view.things() == ()


def test_a_double_click_edits(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    qtbot.mouseClick(pane.view.viewport(), LEFT, pos=upper(pane, WINDS))
    with qtbot.waitSignal(controller.edit_requested) as wanted:
        qtbot.mouseDClick(pane.view.viewport(), LEFT, pos=upper(pane, WINDS))
    assert wanted.args[0].id == "winds"


def test_several_rows_are_chosen_with_the_mouse(qtbot: QtBot, pane: OutlinePane) -> None:
    qtbot.mouseClick(pane.view.viewport(), LEFT, pos=upper(pane, TIDES))
    qtbot.mouseClick(pane.view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, upper(pane, WINDS))
    assert pane.view.things() == (TIDES, WINDS)
    assert pane.view.selectionModel().isSelected(pane.model.index_of(WINDS))
    pane.view.selectionModel().select(pane.model.index_of(WATER), QItemSelectionModel.SelectionFlag.Select)
    assert pane.view.things() == (WATER, WINDS), "what a section holds goes with it"


# --- what comes first


def test_after_a_drop_the_new_pages_are_shown_before_anything_else(
    qtbot: QtBot, pane: OutlinePane, controller: Controller
) -> None:
    heard: list[str] = []
    controller.pages_first._timer.setInterval(60_000)
    controller.pages_first.shown.connect(lambda *_: heard.append("pages"))
    controller.issue_changed.connect(lambda _: heard.append("issue"))
    controller.history_changed.connect(lambda: heard.append("history"))
    controller.message.connect(lambda *_: heard.append("message"))
    controller.made_changed.connect(lambda *_: heard.append("others"))
    before = titles(pane.model)
    assert let_go(pane, pane.model.mimeData([pane.model.index_of(TIDES)]), upper(pane, WINDS))
    assert order(controller)[3] == "Air: tides winds briefing", "the issue is changed at once"
    assert (heard, titles(pane.model)) == ([], before)
    qtbot.waitUntil(lambda: "others" in heard)
    assert heard[:5] == ["pages", "issue", "history", "message", "others"]
    assert titles(pane.model) != before
    assert pane.view.things() == (TIDES,), "what was dropped is chosen"


def test_rows_follow_a_drop_whose_pages_do_not_come(qtbot: QtBot, pane: OutlinePane, controller: Controller) -> None:
    controller._laid_out.disconnect()
    before = titles(pane.model)
    assert let_go(pane, pane.model.mimeData([pane.model.index_of(TIDES)]), upper(pane, WINDS))
    assert titles(pane.model) == before
    qtbot.waitUntil(lambda: titles(pane.model) != before)


def test_an_undo_that_comes_before_the_pages_is_told_in_its_order(pane: OutlinePane, controller: Controller) -> None:
    heard: list[str] = []
    controller.message.connect(lambda said, _: heard.append(said.partition(" ")[0]))
    before = titles(pane.model)
    assert let_go(pane, pane.model.mimeData([pane.model.index_of(TIDES)]), upper(pane, WINDS))
    controller.undo()
    assert heard == ["Move", "Undone:"]
    assert titles(pane.model) == before
