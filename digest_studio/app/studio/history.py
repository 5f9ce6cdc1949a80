"""The history of an issue: a row of steps, of which one is now. Frozen; every function returns the next history.

A step holds the whole issue as it was after it; issues share what did not change, so that a step costs what it changed.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from digest_studio.base.values import dataclass
from digest_studio.model.issue import Issue


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What can be undone: the issue, and the pictures brought in that nothing in it names yet (paths within the folder)."""

    issue: Issue
    loose: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What was done, and what there was then. Steps in a row with one `key` are one burst, and undone together."""

    label: str
    state: State
    key: Hashable = None


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """`steps[0]` is the issue as opened. `saved` is the step that is on disk, None when no step is.

    `open_burst`: the last thing done was a step with a key, which the next step with that key continues.
    """

    steps: tuple[Step, ...]
    index: int = 0
    saved: int | None = 0
    open_burst: bool = False

    @property
    def state(self) -> State:
        return self.steps[self.index].state

    @property
    def dirty(self) -> bool:
        """Whether what there is now is not what is on disk."""
        return self.index != self.saved

    @property
    def undo_label(self) -> str | None:
        """What `undo` takes back; None when there is nothing."""
        return self.steps[self.index].label if self.index else None

    @property
    def redo_label(self) -> str | None:
        return self.steps[self.index + 1].label if self.index + 1 < len(self.steps) else None

    @property
    def labels(self) -> tuple[str, ...]:
        """Every step's label; the first is the issue as opened."""
        return tuple(step.label for step in self.steps)


def opened(issue: Issue, label: str = "Open") -> History:
    """The history of an issue that was just read."""
    return History((Step(label, State(issue)),))


def push(history: History, label: str, state: State, key: Hashable = None) -> History:
    """One step more; what was undone is forgotten. A step that continues a burst takes the place of the one before it."""
    if state.issue is history.state.issue and state.loose == history.state.loose:
        return history
    index = history.index
    if history.open_burst and key is not None and key == history.steps[index].key and index != history.saved:
        steps = (*history.steps[:index], replace(history.steps[index], state=state))
        return replace(history, steps=steps)
    saved = history.saved if history.saved is None or history.saved <= index else None
    return History((*history.steps[: index + 1], Step(label, state, key)), index + 1, saved, key is not None)


def push_outside(history: History, label: str, state: State) -> History:
    """A step that others made on disk. Where nothing was unsaved, what is there now is what is on disk."""
    made = push(history, label, state)
    return replace(made, saved=None if history.dirty else made.index)


def undo(history: History) -> History:
    return go_to(history, max(history.index - 1, 0))


def redo(history: History) -> History:
    return go_to(history, min(history.index + 1, len(history.steps) - 1))


def go_to(history: History, index: int) -> History:
    """The history at its `index`-th step."""
    if not 0 <= index < len(history.steps):
        raise IndexError(index)
    return replace(history, index=index, open_burst=False)


def settled(history: History) -> History:
    """The burst is over: the next step stands for itself."""
    return replace(history, open_burst=False)


def mark_saved(history: History, state: State) -> History:
    """What is on disk is `state`: the step that has it, or none of them any more."""
    saved = next((n for n, step in enumerate(history.steps) if step.state is state), None)
    return replace(history, saved=saved, open_burst=False)


def mark_unsaved(history: History) -> History:
    """What is on disk is no step of the history: somebody else wrote there."""
    return replace(history, saved=None)
