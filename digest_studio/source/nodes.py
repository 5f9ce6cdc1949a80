"""YAML as values that remember where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from digest_studio.base.diagnostics import Source
from digest_studio.base.values import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A resolved scalar (str, int, float, bool, None or datetime.date) and its place.

    `raw` is its text without quotes, escapes and folds: what a reader of text wants, whatever it resolves to ("2024",
    "yes"). `start` and `end` are its character offsets in the text.
    """

    value: object
    source: Source
    raw: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list. In block style, `end` is the end of its last item."""

    items: tuple[Node, ...]
    source: Source
    start: int = 0
    end: int = 0
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping in the file's order; `keys` gives each key's own place, `key_spans` its character offsets."""

    entries: Mapping[str, Node]
    keys: Mapping[str, Source]
    source: Source
    start: int = 0
    end: int = 0
    flow: bool = False
    key_spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


Node = Scalar | Sequence | Map


def plain(node: Node) -> object:
    """A node's values without their places: dict, list, str, int, float, bool, None, date."""
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value


def shown(text: str, most: int = 60) -> str:
    """`text` on one line and cut to `most` characters, as messages quote it."""
    line = " ".join(text[: most + 1].split())
    return line if len(text) <= most else line[: most - 1] + "…"
