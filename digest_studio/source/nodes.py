"""YAML as values that remember where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digest_studio.base.diagnostics import Source


@dataclass(frozen=True, slots=True)
class Scalar:
    """A resolved scalar (str, int, float, bool, None or datetime.date) and its place.

    `raw` is the scalar as written; `start` and `end` its character offsets in the file.
    """

    value: object
    source: Source
    raw: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    source: Source
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping in the file's order; `keys` gives each key's own place."""

    entries: Mapping[str, Node]
    keys: Mapping[str, Source]
    source: Source
    start: int = 0
    end: int = 0


Node = Scalar | Sequence | Map
