"""What an edit did, in plain words that can be said in another language."""

from __future__ import annotations

import re
from typing import Any

from digest_studio.base.say import Said, filled
from digest_studio.source.nodes import shown

LONGEST = 40
"""Characters of a title or a name that a label quotes."""

_PLAIN = re.compile(r"[^{}]*(?:\{[a-z]\w*\}[^{}]*)*")
"""A template whose fields are plain names."""
_DEEPEST = 3


class Label(Said):
    """A label in English; `template` and `values` are what it was made from, for who says it in another language."""

    __slots__ = ()

    def __new__(cls, template: str, **values: Any) -> Label:
        """`template` with its `{names}` filled in: texts on one line and cut, numbers and sentences as they are."""
        return filled(cls, template, {name: _short(value) for name, value in values.items()})


def _short(value: Any) -> Any:
    return shown(value, LONGEST) if isinstance(value, str) and not isinstance(value, Said) else value


def written(label: str) -> Any:
    """A label as plain data: what it is made from, or its text. Its inverse is `read_label`."""
    if not isinstance(label, Said) or label.number is not None or not _PLAIN.fullmatch(label.template):
        return str(label)
    return [isinstance(label, Label), label.template, {name: _plain(value) for name, value in label.values.items()}]


def _plain(value: Any) -> Any:
    return written(value) if isinstance(value, str) else value if isinstance(value, int) else str(value)


def read_label(data: Any, depth: int = _DEEPEST) -> str:
    """A label from data that anybody may have written. Raises ValueError for what is none."""
    match data:
        case str():
            return data
        case [bool(of_step), str(template), dict(values)] if depth and _is_harmless(template):
            read = {name: each if isinstance(each, int) else read_label(each, depth - 1) for name, each in values.items()}
            try:
                return filled(Label if of_step else Said, template, read)
            except (KeyError, ValueError) as error:
                raise ValueError("a field without a value") from error
        case _:
            raise ValueError("no label")


def _is_harmless(template: str) -> bool:
    """Whether filling it in only puts texts one after the other, each once: no more can come out than goes in."""
    fields = template.split("{")[1:]
    return bool(_PLAIN.fullmatch(template)) and len(fields) == len({each.partition("}")[0] for each in fields})
