"""Nodes -> frozen dataclasses, by their annotations; every problem at once, each with its line and a remedy.

A key `page-multiple` fills the field `page_multiple`. Two fields are filled by themselves where a class has them: `source`
(a `Source`) with the node's place, and `id` with the key under which the value stands in a mapping. Short forms (a photo may be a
path) come as hooks. Understood are str, int, float, bool, date, Literal, `X | None`, `tuple[X, ...]`, `tuple[X, Y]`,
`Mapping[str, X]` and dataclasses, nested at will. A key without a value counts as not given where it is optional.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass
from digest_studio.source.nodes import Map, Node, Scalar, Sequence, shown

T = TypeVar("T")
Hook = Callable[[Node, list[Diagnostic]], object]
"""Given a node: another node, to be read in its place; a finished value; or BAD, when it has reported a problem."""
Hooks = Mapping[object, Hook]
"""Hooks by the type that they read: a dataclass, or a union as annotated."""

MAX_PROBLEMS = 200
"""Problems told of one tree; a file of another kind has thousands, and nobody reads them."""


class _Bad:
    """The type of BAD."""


BAD: Final = _Bad()
_NO_HOOKS: Hooks = {}
_NO_VALUES: Mapping[str, object] = {}


def decode(
    node: Node,
    cls: type[T],
    problems: list[Diagnostic],
    *,
    hooks: Hooks = _NO_HOOKS,
    given: Mapping[str, object] = _NO_VALUES,
    partial: bool = False,
) -> T | None:
    """`node` as a `cls`, or None when something in it is wrong; what is wrong is added to `problems`.

    `given` are fields of `cls` that the caller knows and that are no keys of the file. With `partial`, what is wrong is
    left out (and a required text or list of `cls` itself is empty), so that the rest can be checked in the same run.
    """
    value = _plan(cls).read(node, _Reading(problems, hooks, partial), given, root=True)
    return value if isinstance(value, cls) else None


def problem(rule: str, source: Source | None, message: Said, remedy: Said) -> Diagnostic:
    """A problem of the values of a file: from such a file nothing can be made."""
    return Diagnostic(rule, message, remedy, source=source, fatal=True)


def did_you_mean(word: str, known: Collection[str], used: Collection[str] = ()) -> Said:
    """A remedy: the nearest of the known words, else of those that are in use already, else all the known ones."""
    from difflib import get_close_matches

    for words in (known, used):
        for spelling in (word[:80], word[:80].lower()):
            if nearest := get_close_matches(spelling, words, n=1, cutoff=0.6):
                return say("did you mean `{nearest}`?", nearest=nearest[0])
    words = sorted(known)
    if not words:
        return say("delete it")
    return say("there is {words}, …" if len(words) > 12 else "there is {words}", words=", ".join(words[:12]))


class _Reading:
    """What one call of `decode` carries along."""

    __slots__ = ("_problems", "hooks", "partial")

    def __init__(self, problems: list[Diagnostic], hooks: Hooks, partial: bool) -> None:
        self._problems = problems
        self.hooks = hooks
        self.partial = partial

    def bad(self, rule: str, source: Source, message: Said, remedy: Said) -> _Bad:
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(problem(rule, source, message, remedy))
        return BAD

    def hooked(self, kind: object, node: Node) -> object:
        """What the hook for `kind` makes of the node; the node itself without one."""
        hook = self.hooks.get(kind)
        return hook(node, self._problems) if hook else node


Reader = Callable[[Node, str, _Reading], object]
"""Reads a node; the text is the key under which it stands, for messages. Returns BAD after reporting a problem."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    read: Reader
    required: bool
    nullable: bool
    blank: object = BAD
    """What stands for a required value that is wrong, in a partial reading."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a dataclass is read; made once for each class."""

    cls: type
    fields: Mapping[str, _Field]
    keeps_source: bool
    keeps_id: bool

    def read(self, node: Node, reading: _Reading, given: Mapping[str, object] = _NO_VALUES, *, root: bool = False) -> object:
        node_or_value = reading.hooked(self.cls, node)
        if not isinstance(node_or_value, Scalar | Sequence | Map):
            return node_or_value
        node = node_or_value
        if not isinstance(node, Map):
            keys = ", ".join(f"{key}:" for key in list(self.fields)[:6])
            return reading.bad(
                "wrong-type",
                node.source,
                say("{found} stands where keys are needed", found=_kind(node)),
                say("write {keys} …", keys=keys),
            )
        values: dict[str, Any] = dict(given)
        good = self._read_keys(node, reading, given, values)
        for key, field in self.fields.items():
            if not field.required or field.name in values:
                continue
            if key not in node.entries:
                reading.bad("missing-key", node.source, say("`{key}` is missing", key=key), say("add `{key}: …`", key=key))
            good = False
            values[field.name] = field.blank if root else BAD
        if good or (reading.partial and not any(value is BAD for value in values.values())):
            return self._made(values, node, reading)
        return BAD

    def _read_keys(self, node: Map, reading: _Reading, given: Mapping[str, object], values: dict[str, Any]) -> bool:
        """Reads every key into `values`; whether nothing was wrong."""
        good = True
        for key, child in node.entries.items():
            field = self.fields.get(key)
            if field is None or field.name in given:
                self._unknown(key, node, reading, given)
                good = False
            elif field.nullable or field.required or not (isinstance(child, Scalar) and child.value is None):
                value = field.read(child, key, reading)
                if value is BAD:
                    good = False
                else:
                    values[field.name] = value
        return good

    def _unknown(self, key: str, node: Map, reading: _Reading, given: Mapping[str, object]) -> None:
        known = [key for key, field in self.fields.items() if field.name not in given]
        remedy = did_you_mean(key, [word for word in known if word not in node.entries], known)
        reading.bad("unknown-key", node.keys.get(key, node.source), say("unknown key `{key}`", key=shown(key)), remedy)

    def _made(self, values: dict[str, Any], node: Map, reading: _Reading) -> object:
        if self.keeps_source and "source" not in values:
            values["source"] = node.source
        return self.cls(**values)


def _make_plan(cls: Any) -> _Plan:
    """The plan of a dataclass. Annotations are evaluated in the class's module; `source` and `id` are no keys."""
    space = vars(sys.modules[cls.__module__])
    reserved = {
        field.name for field in fields(cls) if field.name == "id" or (field.name == "source" and "Source" in str(field.type))
    }
    planned = {}
    for field in fields(cls):
        if field.name in reserved or not field.init:
            continue
        # An annotation is our own source code, never input.
        kind = eval(field.type, space) if isinstance(field.type, str) else field.type  # noqa: S307
        required = field.default is MISSING and field.default_factory is MISSING
        key = field.metadata.get("key", field.name.replace("_", "-"))
        blank: object = "" if kind is str else () if get_origin(kind) is tuple else BAD
        planned[key] = _Field(field.name, _reader(kind), required, NoneType in get_args(kind), blank)
    return _Plan(cls, planned, "source" in reserved, "id" in reserved)


_plan: Callable[[Any], _Plan] = cache(_make_plan)


def _make_reader(kind: Any) -> Reader:
    """The reader of an annotation."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _literal(parts)
    if origin in (Union, UnionType):
        return _union(kind, parts)
    if origin is tuple:
        return _list(_reader(parts[0])) if parts[1:] == (...,) else _fixed(tuple(map(_reader, parts)))
    if origin in (Mapping, dict):
        return _mapping(parts[1])
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda node, _key, reading: _plan(kind).read(node, reading)
    if kind is Any or kind is object:
        return lambda node, _key, _reading: node
    raise TypeError(f"no reader for {kind!r}")


_reader: Callable[[Any], Reader] = cache(_make_reader)


def _kind(node: Node) -> Said:
    """What a node is, in a person's words."""
    if isinstance(node, Map):
        return say("a mapping")
    if isinstance(node, Sequence):
        return say("a list")
    return say("`{raw}`", raw=shown(node.raw)) if node.value is not None or node.raw else say("nothing")


def _text(node: Node, key: str, reading: _Reading) -> object:
    if isinstance(node, Scalar) and (node.value is not None or node.raw not in ("", "~")):
        return node.raw
    if isinstance(node, Scalar) and node.value is None:
        return reading.bad("wrong-type", node.source, say("`{key}` has no value", key=key), say("write text after it"))
    return reading.bad(
        "wrong-type",
        node.source,
        say("`{key}` must be text, not {found}", key=key, found=_kind(node)),
        say("put the text in quotes"),
    )


def _whole(node: Node, key: str, reading: _Reading) -> object:
    if isinstance(node, Scalar) and type(node.value) is int:
        return node.value
    return reading.bad(
        "wrong-type",
        node.source,
        say("`{key}` must be a whole number, not {found}", key=key, found=_kind(node)),
        say("write digits, without quotes"),
    )


def _number(node: Node, key: str, reading: _Reading) -> object:
    if isinstance(node, Scalar) and type(node.value) in (int, float) and isfinite(node.value):  # type: ignore[arg-type]
        return float(node.value)  # type: ignore[arg-type]
    return reading.bad(
        "wrong-type",
        node.source,
        say("`{key}` must be a number, not {found}", key=key, found=_kind(node)),
        say("write digits, without a unit or quotes"),
    )


def _truth(node: Node, key: str, reading: _Reading) -> object:
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    return reading.bad(
        "wrong-type",
        node.source,
        say("`{key}` must be true or false, not {found}", key=key, found=_kind(node)),
        say("write true or false"),
    )


def _date(node: Node, key: str, reading: _Reading) -> object:
    if isinstance(node, Scalar):
        if isinstance(node.value, date):
            return node.value
        try:
            return date.fromisoformat(node.raw)
        except ValueError:
            pass
    return reading.bad(
        "wrong-type",
        node.source,
        say("`{key}` must be a date of the calendar, not {found}", key=key, found=_kind(node)),
        say("write it as 2024-04-05"),
    )


_SIMPLE: Mapping[object, Reader] = {str: _text, int: _whole, float: _number, bool: _truth, date: _date}


def _literal(words: tuple[object, ...]) -> Reader:
    by_text = {str(word).lower() if isinstance(word, bool) else str(word): word for word in words}

    def read(node: Node, key: str, reading: _Reading) -> object:
        if isinstance(node, Scalar) and node.raw in by_text:
            return by_text[node.raw]
        remedy = (
            did_you_mean(node.raw, by_text) if isinstance(node, Scalar) else say("there is {words}", words=", ".join(by_text))
        )
        return reading.bad("unknown-value", node.source, say("`{key}` cannot be {found}", key=key, found=_kind(node)), remedy)

    return read


def _union(kind: object, parts: tuple[Any, ...]) -> Reader:
    """One of several types: the first that reads the node without a problem; else the last one's problems are told."""
    optional = NoneType in parts
    readers = tuple(_reader(part) for part in parts if part is not NoneType)

    def read(node: Node, key: str, reading: _Reading) -> object:
        found = reading.hooked(kind, node)
        if not isinstance(found, Scalar | Sequence | Map):
            return found
        if optional and isinstance(found, Scalar) and found.value is None:
            return None
        for reader in readers[:-1]:
            value = reader(found, key, _Reading([], reading.hooks, False))
            if value is not BAD:
                return value
        return readers[-1](found, key, reading)

    return read


def _list(read_item: Reader) -> Reader:
    def read(node: Node, key: str, reading: _Reading) -> object:
        if not isinstance(node, Sequence):
            return reading.bad(
                "wrong-type",
                node.source,
                say("`{key}` must be a list, not {found}", key=key, found=_kind(node)),
                say("write [ … ], or one `- ` a line"),
            )
        values = [read_item(item, key, reading) for item in node.items]
        good = [value for value in values if value is not BAD]
        return tuple(good) if reading.partial or len(good) == len(values) else BAD

    return read


def _fixed(readers: tuple[Reader, ...]) -> Reader:
    def read(node: Node, key: str, reading: _Reading) -> object:
        if not isinstance(node, Sequence) or len(node.items) != len(readers):
            found = f"{len(node.items)}" if isinstance(node, Sequence) else _kind(node)
            remedy = say("write [{form}]", form=", ".join("…" for _ in readers))
            return reading.bad(
                "wrong-type",
                node.source,
                say("`{key}` must be a list of {count}, not {found}", key=key, count=len(readers), found=found),
                remedy,
            )
        values = tuple([reader(item, key, reading) for reader, item in zip(readers, node.items, strict=True)])
        return BAD if any(value is BAD for value in values) else values

    return read


def _mapping(kind: Any) -> Reader:
    """A mapping by any words; a dataclass with a field `id` learns its word."""
    named = isinstance(kind, type) and is_dataclass(kind) and any(field.name == "id" for field in fields(kind))
    read_value = _reader(kind)

    def read(node: Node, key: str, reading: _Reading) -> object:
        if not isinstance(node, Map):
            return reading.bad(
                "wrong-type",
                node.source,
                say("`{key}` must be a mapping, not {found}", key=key, found=_kind(node)),
                say("write `name: value`"),
            )
        if named:
            values = {word: _plan(kind).read(child, reading, {"id": word}) for word, child in node.entries.items()}
        else:
            values = {word: read_value(child, word, reading) for word, child in node.entries.items()}
        good = {word: value for word, value in values.items() if value is not BAD}
        return good if reading.partial or len(good) == len(values) else BAD

    return read
