"""The window's actions: every one in a menu, with its icon, its shortcut and a tip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from digest_studio.gui.style import icon

Key = QKeySequence.StandardKey | str
Keys = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class ActionText:
    """What an action says, already in the user's language."""

    text: str
    tip: str = ""


def action(
    parent: QWidget, said: ActionText, done: Callable[..., object] | None = None, keys: Keys = (), image: str = "",
    checkable: bool = False,
) -> QAction:
    """An action of `parent`. `keys` are its shortcuts, the first of which the menu shows; `image` names an icon."""
    made = QAction(said.text, parent)
    made.setShortcuts([each for key in keys for each in bindings(key)])
    made.setCheckable(checkable)
    if said.tip:
        made.setToolTip(said.tip)
        made.setStatusTip(said.tip)
    if image:
        made.setIcon(icon(image))
    if done is not None:
        (made.toggled if checkable else made.triggered).connect(done if checkable else lambda *_: done())
    return made


def bindings(key: Key) -> list[QKeySequence]:
    """The platform's key sequences for a standard key, or the one that is written out."""
    return [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
