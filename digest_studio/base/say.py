"""Sentences for people. Each is English, and keeps what it was made from, so that the window can say it in another language.

    say("the article `{id}` is not known", id="tides")
    say_count("{count} line is over", "{count} lines are over", count=5)

Templates are literals: tools/translations.py collects them from the source. A value may be a sentence itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

S = TypeVar("S", bound="Said")


class Said(str):
    """An English sentence, or a part of one; `template` and `values` are what it was made from.

    `number` is what its words agree with (one line, two lines), None if there is no such number.
    """

    __slots__ = ("number", "template", "values")

    template: str
    values: dict[str, Any]
    number: int | None

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), str(self), self.template, self.values, self.number)


def say(template: str, /, **values: Any) -> Said:
    """`template` with its `{names}` filled in."""
    return filled(Said, template, values)


def say_count(one: str, many: str, /, *, count: int, **values: Any) -> Said:
    """A sentence that differs by `count`, which is a value of both templates; the second one is known to translators."""
    values["count"] = count
    return _made(Said, (one if count == 1 else many).format(**values), many, values, count)


def filled(kind: type[S], template: str, values: dict[str, Any]) -> S:
    """What `say` makes, of a kind of its own."""
    return _made(kind, template.format(**values) if values else template, template, values, None)


def listed(parts: Iterable[str], between: str = "; ") -> Said:
    """Several sentences, one after the other."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return _made(Said, between.join(values.values()), between.join(f"{{{name}}}" for name in values), values, None)


def reason(error: Exception) -> str:
    """What an exception says: the sentence that it was raised with if there is one, the system's words without its number."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Said) else str(error)


def _made(kind: type[S], text: str, template: str, values: dict[str, Any], number: int | None) -> S:
    made = str.__new__(kind, text)
    made.template, made.values, made.number = template, values, number
    return made


NOTHING = say("")
