"""YAML text -> nodes that know their places, or diagnostics. Built from the parser's events, never from its objects.

Anchors, aliases, merge keys and tags are refused as events come in, so nothing in the text can multiply or name a type.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Any

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, say
from digest_studio.source.nodes import Map, Node, Scalar, Sequence, shown

MAX_DEPTH = 24
"""Levels of lists and mappings: an issue has at most seven, a theme eight; deeper is not a document of ours."""
MAX_NODES = 100_000
"""Values in one text: an issue of 400 pages has about 3,000. 100,000 are built in less than half a second."""
MAX_PROBLEMS = 50
"""Problems told of one text: whoever has more has one cause, and nobody reads on."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML 1.2.2, 5.1 Character Set leaves out, and the byte order mark."""
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WORDS: dict[str, object] = {"": None, "~": None} | {
    spelling: value
    for word, value in {"null": None, "true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}.items()
    for spelling in (word, word.capitalize(), word.upper())
}

_REMEDIES = (
    ("mapping values are not allowed", say("put a value that contains `: ` in quotes, and check the indentation")),
    ("found a tab", say("indent with spaces, not tabs")),
    ("found character that cannot start", say("put a value that starts with @, %, ` or a tab in quotes; indent with spaces")),
    ("unexpected end of stream", say("close the quotation mark")),
    ("did not find expected ',' or", say("close the bracket or brace")),
    ("unknown escape character", say("write \\\\ for a backslash, or use single quotes")),
    (
        "did not find expected key",
        say("put a value with quotation marks or brackets inside in quotes, and check the indentation"),
    ),
    ("did not find expected '-'", say("items of one list start with `- ` in one column")),
    ("block sequence entries are not allowed", say("start a list on a line of its own")),
    ("maximum nesting depth", say("write it flatter")),
    ("could not find expected ':'", say("write `key: value`")),
    ("did not find expected comment or line break", say("start the text on the line after | or >")),
)
_LIBYAML: dict[str, Said] = {
    said: said
    for said in (
        say("mapping values are not allowed in this context"),
        say("block sequence entries are not allowed in this context"),
        say("found character that cannot start any token"),
        say("found a tab character where an indentation space is expected"),
        say("found unexpected end of stream"),
        say("found unknown escape character"),
        say("could not find expected ':'"),
        say("did not find expected key"),
        say("did not find expected '-' indicator"),
        say("did not find expected ',' or ']'"),
        say("did not find expected ',' or '}'"),
        say("did not find expected node content"),
        say("did not find expected comment or line break"),
        say("did not find expected <document start>"),
        say("did not find expected alphabetic or numeric character"),
        say("while parsing a block mapping"),
        say("while parsing a block collection"),
        say("while parsing a flow mapping"),
        say("while parsing a flow sequence"),
        say("while parsing a flow node"),
        say("while parsing a block node"),
        say("while scanning an anchor"),
        say("while scanning an alias"),
        say("while scanning a block scalar"),
    )
}
"""What the parser says, by its words."""


def parse_yaml(text: str, file: str, offset_line: int = 0) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document in `text`, or None for an empty or a broken one, and what is wrong with it.

    `offset_line` is how many lines of the file come before `text` (front matter). Every problem here is fatal: an
    issue cannot be made from a part of its values. With a problem that does not stop the reading (a duplicate key),
    the node is returned too.
    """
    builder = _Builder(text, file, offset_line)
    try:
        node = builder.document()
    except _Stop:
        return None, tuple(builder.problems)
    return node, tuple(builder.problems)


def merge_nodes(base: Node, over: Node) -> Node:
    """`over` laid on `base`: mappings merge, everything else is replaced; each value keeps its own place."""
    if not (isinstance(base, Map) and isinstance(over, Map)):
        return over
    entries = dict(base.entries)
    for key, value in over.entries.items():
        entries[key] = merge_nodes(entries[key], value) if key in entries else value
    return Map(entries, {**base.keys, **over.keys}, over.source)


def resolve(text: str) -> object:
    """A plain scalar's value: None, bool, int, float, date or the text itself.

    As PyYAML's safe loader, but only decimal numbers (no octal `010`, no sexagesimal `5:30`), and no time of day.
    """
    if not text or text[0] in "~nNtTyYoOfF":
        return _WORDS.get(text, text)
    if text[0] not in "+-.0123456789":
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if match := _DATE.fullmatch(text):
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError:
            return text
    return text


class _Stop(Exception):
    """Reading cannot go on; the problem is recorded."""


class _Builder:
    """One pass over the events, with a stack of open collections of its own: depth costs no Python frames."""

    def __init__(self, text: str, file: str, offset_line: int) -> None:
        self._text = text
        self._file = file
        self._first_line = offset_line + 1
        self._line_ends = [match.end() for match in _LINE_ENDS.finditer(text)]
        self.problems: list[Diagnostic] = []
        self._count = 0

    def source(self, offset: int) -> Source:
        return Source(self._file, bisect_right(self._line_ends, offset) + self._first_line)

    def _problem(self, rule: str, offset: int, message: Said, remedy: Said) -> None:
        self.problems.append(Diagnostic(rule, message, remedy, source=self.source(offset), fatal=True))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _Stop

    def _stop(self, rule: str, offset: int, message: Said, remedy: Said) -> _Stop:
        self.problems.append(Diagnostic(rule, message, remedy, source=self.source(offset), fatal=True))
        return _Stop()

    def _events(self) -> Iterator[tuple[str, Any]]:
        """(kind, event) until the text ends; what the parser refuses is recorded and stops the reading."""
        import yaml

        if match := _FORBIDDEN.search(self._text):
            message = say("the character U+{code:04X} cannot stand in YAML", code=ord(match[0]))
            raise self._stop("yaml-syntax", match.start(), message, say("delete it"))
        parser: Any = yaml.CSafeLoader(self._text) if yaml.__with_libyaml__ else yaml.SafeLoader(self._text)
        try:
            while parser.check_event():
                event = parser.get_event()
                yield type(event).__name__, event
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from None
        finally:
            parser.dispose()

    def _syntax(self, error: Any) -> _Stop:
        problem = str(error.problem or "this is not YAML")
        remedy = next((remedy for part, remedy in _REMEDIES if part in problem), say("see how the lines around it are written"))
        mark = error.context_mark if "end of stream" in problem and error.context_mark else error.problem_mark
        told = _LIBYAML.get(problem, problem)
        if error.context and "did not find" in problem:
            context = _LIBYAML.get(error.context, error.context)
            message = say("this is not YAML: {context}: {problem}", context=context, problem=told)
        else:
            message = say("this is not YAML: {problem}", problem=told)
        return self._stop("yaml-syntax", mark.index if mark else 0, message, remedy)

    def document(self) -> Node | None:
        """The tree of the first document; a second one is refused."""
        open_collections: list[_Open] = []
        root: Node | None = None
        for kind, event in self._events():
            if kind == "ScalarEvent":
                node: Node = self._scalar(event)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                self._check(event)
                if len(open_collections) >= MAX_DEPTH:
                    raise self._stop(
                        "yaml-limit",
                        event.start_mark.index,
                        say("more than {most} levels", most=MAX_DEPTH),
                        say("write it flatter"),
                    )
                open_collections.append(_Open(kind == "MappingStartEvent", event.start_mark.index, bool(event.flow_style)))
                continue
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                node = self._close(open_collections.pop(), event.end_mark.index)
            elif kind == "AliasEvent":
                raise self._stop(
                    "yaml-anchor",
                    event.start_mark.index,
                    say("`*{anchor}` repeats a value by its anchor", anchor=shown(event.anchor)),
                    say("write the value again, or put a text that starts with * in quotes"),
                )
            elif kind == "DocumentStartEvent" and root is not None:
                raise self._stop(
                    "yaml-documents", event.start_mark.index, say("a second document starts here"), say("delete the `---`")
                )
            else:
                continue
            if open_collections:
                self._add(open_collections[-1], node)
            else:
                root = node
        return None if isinstance(root, Scalar) and root.start == root.end else root

    def _check(self, event: Any) -> None:
        """Refuses tags, anchors and too many values."""
        offset = event.start_mark.index
        self._count += 1
        if self._count > MAX_NODES:
            raise self._stop(
                "yaml-limit",
                offset,
                say("more than {most:,} values", most=MAX_NODES),
                say("split the file, or remove what is generated"),
            )
        if event.anchor is not None:
            raise self._stop(
                "yaml-anchor",
                offset,
                say("`&{anchor}` is an anchor", anchor=shown(event.anchor)),
                say("write the value where it is needed, or put a text that starts with & in quotes"),
            )
        if event.tag is not None:
            raise self._stop(
                "yaml-tag",
                offset,
                say(
                    "`{tag}` is a tag; values here have no types of their own",
                    tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!")),
                ),
                say("delete it, or put a text that starts with ! in quotes"),
            )

    def _scalar(self, event: Any) -> Scalar:
        self._check(event)
        start, end, text = event.start_mark.index, event.end_mark.index, event.value
        value = resolve(text) if event.style is None or event.style == "" else text
        if event.style in ("|", ">"):
            end = start + len(self._text[start:end].rstrip())
        return Scalar(value, self.source(start), text, start, end)

    def _add(self, parent: _Open, node: Node) -> None:
        """Puts a value into its open collection; in a mapping, keys and values alternate."""
        if not parent.mapping:
            parent.items.append(node)
            return
        if parent.key is None:
            parent.key = self._key(node)
            return
        key, parent.key = parent.key, None
        name = key.raw
        if name in parent.entries:
            self._problem(
                "duplicate-key",
                key.start,
                say("`{name}` is there twice; the first is in line {line}", name=shown(name), line=parent.keys[name].line),
                say("keep one"),
            )
            return
        parent.entries[name] = node
        parent.keys[name] = key.source
        parent.spans[name] = (key.start, key.end)

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise self._stop("yaml-syntax", node.start, say("a key is a list or a mapping"), say("write a word as the key"))
        if node.raw == "<<":
            raise self._stop(
                "yaml-anchor", node.start, say("`<<` merges another mapping"), say("write the keys where they are needed")
            )
        if node.value is None and not node.raw:
            raise self._stop("yaml-syntax", node.start, say("a key is empty"), say("write `key: value`"))
        return node

    def _close(self, done: _Open, end: int) -> Node:
        source = self.source(done.start)
        if done.mapping:
            if not done.flow:
                end = max((node.end for node in done.entries.values()), default=done.start)
            return Map(done.entries, done.keys, source, done.start, end, done.flow, done.spans)
        if not done.flow:
            end = done.items[-1].end if done.items else done.start
        return Sequence(tuple(done.items), source, done.start, end, done.flow)


class _Open:
    """A collection whose end has not come yet."""

    __slots__ = ("entries", "flow", "items", "key", "keys", "mapping", "spans", "start")

    def __init__(self, mapping: bool, start: int, flow: bool) -> None:
        self.mapping = mapping
        self.start = start
        self.flow = flow
        self.items: list[Node] = []
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Source] = {}
        self.spans: dict[str, tuple[int, int]] = {}
        self.key: Scalar | None = None
