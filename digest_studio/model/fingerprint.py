"""A short name for what an issue holds: the same content has the same, wherever its folder lies; another content another."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from digest_studio.model.issue import Issue

_UNSAID = frozenset(("folder", "source", "body"))
"""Fields that are no content of their own: places in files, and what the text as written says already."""

_DIGITS = 10


def fingerprint(issue: Issue, pictures: Mapping[str, str]) -> str:
    """Ten hex digits of everything that the issue says, and of its pictures: `pictures` has their digests by their names.

    Words, order, theme and settings count, placed or not; how the files are spaced and commented does not.
    """
    said = repr((_said(issue), sorted(pictures.items())))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _said(value: Any) -> Any:
    """The value as tuples and plain values, whose `repr` depends on nothing but the content."""
    names = _fields(value.__class__)
    if names is not None:
        return tuple([_said(getattr(value, name)) for name in names])
    if isinstance(value, Mapping):
        return tuple((key, _said(value[key])) for key in sorted(value))
    if isinstance(value, tuple):
        return tuple(map(_said, value))
    return value


@cache
def _fields(kind: Any) -> tuple[str, ...] | None:
    """The names of a dataclass's fields that are content; None of anything else."""
    if not dataclasses.is_dataclass(kind):
        return None
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in _UNSAID)
