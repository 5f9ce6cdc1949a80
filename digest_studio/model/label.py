"""What an edit did, in plain words that can be said in another language."""

from __future__ import annotations

from digest_studio.source.nodes import shown

LONGEST = 40
"""Characters of a title or a name that a label quotes."""


class Label(str):
    """A label in English; `pattern` and `values` are what it was made from, for who says it in another language."""

    __slots__ = ("pattern", "values")

    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, **values: object) -> Label:
        """`pattern` with its `{names}` filled in: texts on one line and cut, numbers as they are."""
        short = {name: shown(value, LONGEST) if isinstance(value, str) else value for name, value in values.items()}
        made = super().__new__(cls, pattern.format(**short))
        made.pattern = pattern
        made.values = short
        return made
