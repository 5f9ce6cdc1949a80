"""The problems pane: what is wrong, in order, and a click that leads there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.gui.problems.model import PROBLEM, ProblemModel, place_words
from digest_studio.gui.problems.pane import ProblemsPane
from digest_studio.gui.problems.places import goal_of
from digest_studio.gui.selection import Selection
from digest_studio.model.edits import replace_body


def rows(model: ProblemModel) -> dict[str, list[str]]:
    """The messages below each head."""
    return {
        model.item(head).text(): [model.item(head).child(row).text() for row in range(model.item(head).rowCount())]
        for head in range(model.rowCount())
    }


def index_of(model: ProblemModel, rule: str) -> QModelIndex:
    for head in range(model.rowCount()):
        parent = model.index(head, 0)
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if index.data(PROBLEM).rule == rule:
                return index
    raise AssertionError(rule)


def test_errors_come_before_warnings_before_notes():
    model = ProblemModel()
    model.show((
        Diagnostic("b", "a note", severity=Severity.INFO), Diagnostic("a", "an error"),
        Diagnostic("c", "a warning", severity=Severity.WARNING), Diagnostic("a", "another error"),
    ))
    assert rows(model) == {"Errors  2": ["an error", "another error"], "Warnings  1": ["a warning"], "Notes  1": ["a note"]}


def test_the_place_is_the_file_its_line_and_the_page():
    assert place_words(Diagnostic("x", "y", source=Source("articles/tides.md", 12), page=7)) == "articles/tides.md:12 · page 7"
    assert place_words(Diagnostic("x", "y")) == ""


def test_an_issue_without_problems_is_told_to_be_well(qtbot, controller):
    pane = ProblemsPane(controller)
    qtbot.addWidget(pane)
    pane._show(())
    assert not pane.view.isVisibleTo(pane)
    assert "All is well" in pane._well._said.text()


def test_a_mistake_in_a_text_is_listed_while_it_is_there_and_a_click_leads_to_its_line(qtbot, controller):
    pane = ProblemsPane(controller)
    qtbot.addWidget(pane)
    pane.resize(800, 300)
    pane.show()
    body = controller.issue.articles["winds"].markdown
    with qtbot.waitSignal(controller.problems_changed, check_params_cb=lambda told: any("table" in p.message for p in told)):
        controller.apply(replace_body(controller.issue, "winds", body + "\n| a | b |\n|---|---|\n| 1 | 2 |\n"))
    table = next(p for p in controller.problems if "table" in p.message)
    index = index_of(pane.model, table.rule)
    with qtbot.waitSignal(controller.edit_requested) as asked:
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=pane.view.visualRect(index).center())
    (chosen,) = asked.args
    assert (chosen.kind, chosen.id) == ("article", "winds")
    assert chosen.line == table.source.line
    line = chosen.line - controller.body_line("winds")
    assert controller.issue.articles["winds"].markdown.split("\n")[line].startswith("|")
    with qtbot.waitSignal(controller.problems_changed):
        controller.undo()
    assert not any("table" in p.message for p in controller.problems)


def test_a_picture_too_coarse_leads_to_the_photo_on_its_page(controller):
    tides = controller.issue.articles["tides"]
    problem = Diagnostic("image-resolution", "too few pixels", source=tides.photos[1].source, article="tides", page=6)
    goal = goal_of(problem, controller.issue, {"tides": 40})
    assert goal.selection == Selection("photo", "tides", 1, 6)
    assert goal.to == "page"


def test_an_advertisement_leads_to_its_fields(controller):
    goal = goal_of(Diagnostic("missing-file", "gone", ad="ropes"), controller.issue, {})
    assert (goal.selection, goal.to) == (Selection("ad", "ropes"), "fields")


def test_a_line_of_the_issues_file_leads_to_what_stands_there(controller):
    problem = Diagnostic("missing-alt", "no description", source=controller.issue.cover.photo.source)
    assert goal_of(problem, controller.issue, {}).selection == Selection("photo", owner="cover")


def test_enter_leads_to_the_place_too(qtbot, controller, issue_folder: Path):
    pane = ProblemsPane(controller)
    qtbot.addWidget(pane)
    pane.model.show((Diagnostic("blank", "an empty page", page=3),))
    pane.view.setCurrentIndex(index_of(pane.model, "blank"))
    with qtbot.waitSignal(controller.page_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args == [3]
    assert controller.selection == Selection("page", page=3)


def test_what_a_printer_would_object_to_is_listed_too_and_leads_to_its_page(qtbot, controller):
    pane = ProblemsPane(controller)
    qtbot.addWidget(pane)
    qtbot.waitUntil(lambda: any(p.rule == "ad-colour" for p in controller.problems), timeout=30_000)
    pane._go_to(index_of(pane.model, "ad-colour"))
    assert (controller.selection.kind, controller.selection.id) == ("ad", "lamps")
    assert controller.selection.page == len(controller.made.plan.pages)
    assert not [p for p in controller.made.problems if p.rule == "ad-colour"]  # the proof's own are kept apart
