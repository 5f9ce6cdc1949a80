"""What an edit did, in plain words that can be said in another language."""

from __future__ import annotations

from typing import Any

from digest_studio.base.say import Said, filled
from digest_studio.source.nodes import shown

LONGEST = 40
"""Characters of a title or a name that a label quotes."""


class Label(Said):
    """A label in English; `template` and `values` are what it was made from, for who says it in another language."""

    __slots__ = ()

    def __new__(cls, template: str, **values: Any) -> Label:
        """`template` with its `{names}` filled in: texts on one line and cut, numbers and sentences as they are."""
        return filled(cls, template, {name: _short(value) for name, value in values.items()})


def _short(value: Any) -> Any:
    return shown(value, LONGEST) if isinstance(value, str) and not isinstance(value, Said) else value
