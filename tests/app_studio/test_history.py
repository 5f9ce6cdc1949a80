"""The history against a plain list of what was done, with any row of edits, undos, redos and savings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digest_studio.app.studio import history as steps
from digest_studio.app.studio.history import History, State
from digest_studio.model.issue import Issue

EMPTY = Issue("", "Digest", "0", (), {}, {})

Action = tuple[str, int]
actions = st.lists(
    st.tuples(st.sampled_from(["edit", "type", "undo", "redo", "save", "outside", "settle"]), st.integers(0, 2)), max_size=60
)


def issue(number: int) -> Issue:
    return replace(EMPTY, period=str(number))


class Model:
    """The same as plain lists: periods of the issue, where we are, and what is on disk (None: what no step has)."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, object]] = [(0, None)]
        self.at = 0
        self.saved: int | None = 0
        self.open = False

    def edit(self, number: int, key: object) -> None:
        if self.open and key is not None and self.rows[self.at][1] == key and self.at != self.saved:
            self.rows[self.at] = (number, key)
            return
        if self.saved is not None and self.saved > self.at:
            self.saved = None
        self.rows = [*self.rows[: self.at + 1], (number, key)]
        self.at += 1
        self.open = key is not None


def acted(history: History, model: Model, action: Action, number: int) -> History:
    name, key = action
    match name:
        case "edit":
            model.edit(number, None)
            return steps.push(history, f"Edit {number}", State(issue(number)))
        case "type":
            model.edit(number, key)
            return steps.push(history, f"Type {key}", State(issue(number)), key)
        case "undo":
            model.at, model.open = max(model.at - 1, 0), False
            return steps.undo(history)
        case "redo":
            model.at, model.open = min(model.at + 1, len(model.rows) - 1), False
            return steps.redo(history)
        case "save":
            model.saved, model.open = model.at, False
            return steps.mark_saved(history, history.state)
        case "outside":
            clean = model.saved == model.at
            model.edit(number, None)
            model.saved = model.at if clean else None
            return steps.push_outside(history, f"Changed outside {number}", State(issue(number)))
        case _:
            model.open = False
            return steps.settled(history)


@given(actions)
def test_history_is_a_row_of_issues_and_a_place_in_it(row: list[Action]) -> None:
    history, model = steps.opened(issue(0)), Model()
    for number, action in enumerate(row, 1):
        history = acted(history, model, action, number)
        assert [step.state.issue.period for step in history.steps] == [str(period) for period, _ in model.rows]
        assert history.index == model.at
        assert history.dirty == (model.saved != model.at)


@given(actions)
def test_undoing_everything_and_redoing_it_leads_back(row: list[Action]) -> None:
    history, model = steps.opened(issue(0)), Model()
    for number, action in enumerate(row, 1):
        history = acted(history, model, action, number)
    back = history
    for _ in range(history.index):
        assert back.undo_label is not None
        back = steps.undo(back)
    assert back.undo_label is None
    assert back.state.issue.period == "0"
    for _ in range(history.index):
        back = steps.redo(back)
    assert back.state is history.state


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = steps.opened(issue(0))
    assert steps.push(history, "Nothing", history.state) is history


def test_typing_after_a_saving_is_a_new_step() -> None:
    history = steps.push(steps.opened(issue(0)), "Type", State(issue(1)), "title")
    history = steps.mark_saved(history, history.state)
    history = steps.push(history, "Type", State(issue(2)), "title")
    assert [step.state.issue.period for step in history.steps] == ["0", "1", "2"]
    assert not steps.undo(history).dirty


def test_thousands_of_steps_are_kept() -> None:
    history = steps.opened(issue(0))
    for number in range(1, 5001):
        history = steps.push(history, f"Edit {number}", State(issue(number)))
    assert len(history.labels) == 5001
    assert steps.go_to(history, 1).undo_label == "Edit 1"
