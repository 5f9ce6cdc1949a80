"""Things made of display items, kept as long as they are in use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


class Kept(Generic[Item, Made]):
    """What `make` made of each item, for the `limit` items used last.

    Items are told apart by identity: they are frozen, layout shares the same ones between pages and edits, and hashing a
    line's glyphs at each paint would cost more than it saves. The item is held too, so that its identity stays its own.
    """

    def __init__(self, make: Callable[[Item], Made], limit: int) -> None:
        self._make = make
        self._limit = limit
        self._entries: OrderedDict[int, tuple[Item, Made]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, item: Item) -> Made:
        key = id(item)
        entry = self._entries.get(key)
        if entry is not None:
            self._entries.move_to_end(key)
            return entry[1]
        made = self._make(item)
        self._entries[key] = (item, made)
        if len(self._entries) > self._limit:
            self._entries.popitem(last=False)
        return made
