"""Changes to YAML text that leave everything else as its author wrote it: comments, order, quotes, spaces, line ends.

`edit(text, node, old, new)` gets the text, its nodes, and the values before and after as plain dicts, lists and scalars;
`old` says what the text means, in fewer keys perhaps (a default that is written out, a short form). Only what differs is
touched: a scalar between its offsets, a key's lines, an item's lines with the comments above it. An item of a list that
stands in another list now (an article in another section) takes its lines along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from digest_studio.base.values import dataclass
from digest_studio.source import emit
from digest_studio.source.nodes import Map, Node, Scalar
from digest_studio.source.nodes import Sequence as NodeSequence


class Unsplittable(Exception):
    """The text is written in a way that cannot be changed in parts; its value must be written anew."""


@dataclass(frozen=True, slots=True)
class Splice:
    """`text` instead of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a block list: its whole lines from `start` to `end`, with the comments above; its dash at column `indent`."""

    node: Node
    value: Any
    start: int
    end: int
    indent: int


def edit(text: str, node: Node, old: Any, new: Any) -> str:
    """`text` with the changes from `old` to `new`. Raises Unsplittable."""
    editor = _Editor(text, node, old, new)
    return apply(text, editor.changes(node, old, new))


def replace_value(text: str, key_span: tuple[int, int], node: Node, key: str, new: Any) -> str:
    """`text` with the whole entry `key` of a block mapping written anew."""
    start = key_span[0]
    indent = start - _line_start(text, start)
    return apply(text, [Splice(start, max(node.end, key_span[1] + 1), emit.entry(key, new, indent, line_end(text)))])


def apply(text: str, splices: Sequence[Splice], offset: int = 0) -> str:
    """`text`, which starts at `offset` of what the splices count in, with all of them done. Raises Unsplittable."""
    parts = []
    at = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        start = splice.start - offset
        if start < at:
            raise Unsplittable
        parts += [text[at:start], splice.text]
        at = splice.end - offset
    return "".join([*parts, text[at:]])


def line_end(text: str) -> str:
    """The line end that `text` uses."""
    return "\r\n" if "\r\n" in text else "\n"


class _Editor:
    def __init__(self, text: str, root: Node, old: Any, new: Any) -> None:
        self._text = text
        self._newline = line_end(text)
        self._root = (root, old, new)
        self._donors: dict[object, _Item] | None = None

    def changes(self, node: Node, old: Any, new: Any, *, flow: bool = False) -> list[Splice]:
        """The splices that make `node` say `new` instead of `old`."""
        if old == new:
            return []
        if isinstance(node, Map) and isinstance(old, Mapping) and isinstance(new, Mapping):
            return self._map(node, old, new, flow or node.flow)
        if isinstance(node, NodeSequence) and isinstance(old, list) and isinstance(new, list) and len(old) == len(node.items):
            return self._flow_list(node, old, new) if flow or node.flow else self._block_list(node, old, new)
        return [self._replaced(node, new, flow)]

    # --- scalars and whole values

    def _replaced(self, node: Node, new: Any, flow: bool) -> Splice:
        written = self._text[node.start : node.end]
        value = next(iter(new.values())) if isinstance(new, emit.Short) and len(new) == 1 else new
        if not isinstance(node, Scalar) or isinstance(value, Mapping | list):
            return Splice(node.start, node.end, emit.inline(value, flow=flow))
        if written[:1] in ("|", ">") and isinstance(value, str):
            return Splice(node.start, node.end, self._block_text(node, value))
        return Splice(node.start, node.end, emit.scalar(value, flow=flow, style=written[:1] if written[:1] in ("'", '"') else ""))

    def _block_text(self, node: Scalar, value: str) -> str:
        """A text in place of a literal or folded one: literal, as deep as it was."""
        line = self._text[node.start : node.end].split("\n")
        depth = next((len(each) - len(each.lstrip(" ")) for each in line[1:] if each.strip()), 0)
        return (depth and emit.literal(value, depth, self._newline)) or emit.scalar(value)

    # --- mappings

    def _map(self, node: Map, old: Mapping[str, Any], new: Mapping[str, Any], flow: bool) -> list[Splice]:
        gone = [key for key in old if key not in new and key in node.entries]
        splices = [self._without(node, key, flow) for key in gone]
        added = []
        for key, value in new.items():
            if key in old and old[key] == value:
                continue
            child = node.entries.get(key)
            if child is None:
                added.append(key)
            elif child.start == child.end and isinstance(child, Scalar):
                splices.append(self._filled(node, key, value, flow))
            else:
                splices += self.changes(child, old.get(key), value, flow=flow)
        if added:
            splices.append(self._with(node, {key: new[key] for key in added}, gone, flow))
        return splices

    def _filled(self, node: Map, key: str, value: Any, flow: bool) -> Splice:
        """A value for a key that had none."""
        colon = self._text.index(":", node.key_spans[key][1])
        return Splice(colon + 1, colon + 1, " " + emit.inline(value, flow=flow))

    def _with(self, node: Map, added: Mapping[str, Any], gone: Sequence[str], flow: bool) -> Splice:
        """New keys after their siblings, in the mapping's own indentation."""
        kept = [key for key in node.entries if key not in gone]
        if not kept:
            raise Unsplittable
        if flow:
            at = node.entries[kept[-1]].end
            return Splice(
                at, at, "".join(f", {emit.scalar(key, flow=True)}: {emit.inline(each, flow=True)}" for key, each in added.items())
            )
        indent = self._column(node.key_spans[kept[0]][0])
        last = kept[-1]
        at = self._line_after(max(node.entries[last].end, node.key_spans[last][1]))
        lines = "".join(
            " " * indent + emit.entry(key, each, indent, self._newline) + self._newline for key, each in added.items()
        )
        if self._text[at - 1 : at] != "\n":
            return Splice(at, at, self._newline + lines.removesuffix(self._newline))
        return Splice(at, at, lines)

    def _without(self, node: Map, key: str, flow: bool) -> Splice:
        """A mapping without one of its keys; comments above the key stay."""
        keys = list(node.entries)
        place = keys.index(key)
        start = node.key_spans[key][0]
        if len(keys) == 1:
            raise Unsplittable
        if flow and place:
            return Splice(max(node.entries[keys[place - 1]].end, node.key_spans[keys[place - 1]][1]), self._end(node, key), "")
        if flow or self._text[_line_start(self._text, start) : start].strip():
            return Splice(start, node.key_spans[keys[place + 1]][0], "")
        return Splice(_line_start(self._text, start), self._line_after(self._end(node, key)), "")

    def _end(self, node: Map, key: str) -> int:
        return max(node.entries[key].end, node.key_spans[key][1])

    # --- lists

    def _flow_list(self, node: NodeSequence, old: list[Any], new: list[Any]) -> list[Splice]:
        match = self._matched(old, new)
        if match == list(range(len(old))):
            return self._pairs(node, old, new, flow=True)
        parts = [self._flow_item(node, old, at, value) for at, value in zip(match, new, strict=True)]
        moved = {place: self._donor(value) for place, (at, value) in enumerate(zip(match, new, strict=True)) if at is None}
        if any(item and "#" in self._text[item.start : item.end] for item in moved.values()):
            return [self._as_block(node, [moved.get(place) or part for place, part in enumerate(parts)], new)]
        return [Splice(node.start, node.end, f"[{', '.join(parts)}]")]

    def _flow_item(self, node: NodeSequence, old: list[Any], at: int | None, value: Any) -> str:
        if at is None:
            return emit.inline(value, flow=True)
        child = node.items[at]
        return apply(self._text[child.start : child.end], self.changes(child, old[at], value, flow=True), child.start)

    def _as_block(self, node: NodeSequence, parts: list[_Item | str], new: list[Any]) -> Splice:
        """A list in brackets as one of lines, because an item that moves into it has comments. `parts`: items, or their words."""
        line = _line_start(self._text, node.start)
        before = self._text[line : node.start]
        if ":" not in before or self._text[node.end : self._line_after(node.end)].strip() or "{" in before or "[" in before:
            raise Unsplittable
        indent = len(before) - len(before.lstrip(" -")) + 2
        lines = [
            self._lines(part, value, indent) if isinstance(part, _Item) else " " * indent + f"- {part}{self._newline}"
            for part, value in zip(parts, new, strict=True)
        ]
        text = self._newline + "".join(lines).removesuffix(self._newline)
        return Splice(line + len(before.rstrip(" ")), node.end, text)

    def _matched(self, old: list[Any], new: list[Any]) -> list[int | None]:
        """For each new item the old one that it was: the same, or one that it replaces in its place; None for any other."""
        free: dict[object, list[int]] = {}
        for at, value in enumerate(old):
            free.setdefault(_hashable(_identity(value)), []).append(at)
        match: list[int | None] = []
        for value in new:
            same = free.get(_hashable(_identity(value)))
            match.append(same.pop(0) if same else None)
        if len(old) == len(new):
            used = set(match)
            for place, value in enumerate(new):
                if match[place] is None and place not in used and _may_become(old[place], value) and self._donor(value) is None:
                    match[place] = place
        return match

    def _pairs(self, node: NodeSequence, old: list[Any], new: list[Any], *, flow: bool) -> list[Splice]:
        return [
            splice
            for child, before, after in zip(node.items, old, new, strict=True)
            for splice in self.changes(child, before, after, flow=flow)
        ]

    def _block_list(self, node: NodeSequence, old: list[Any], new: list[Any]) -> list[Splice]:
        match = self._matched(old, new)
        if match == list(range(len(old))):
            return self._pairs(node, old, new, flow=False)
        items = self._items(node, old)
        start, end, indent = items[0].start, items[-1].end, items[0].indent
        if not new:
            return [Splice(start, end, " " * indent + "[]" + self._newline)]
        lines = [
            self._lines(items[at] if at is not None else self._donor(value), value, indent)
            for at, value in zip(match, new, strict=True)
        ]
        text = "".join(lines)
        if self._text[end - 1 : end] != "\n":
            text = text.removesuffix(self._newline)
        return [Splice(start, end, text)]

    def _lines(self, item: _Item | None, value: Any, indent: int) -> str:
        """An item's lines, saying `value`, with its dash at `indent`."""
        if item is None:
            return " " * indent + emit.item(value, indent, self._newline) + self._newline
        if isinstance(item.node, Scalar) and isinstance(value, Mapping) and not isinstance(value, emit.Short):
            words = emit.entry(*next(iter(value.items())), 0, "") if len(value) == 1 else emit.inline(value)
            splices = [Splice(item.node.start, item.node.end, words)]
        else:
            splices = self.changes(item.node, item.value, value)
        text = apply(self._text[item.start : item.end], splices, item.start)
        if not text.endswith("\n"):
            text += self._newline
        return _shifted(text, indent - item.indent)

    def _items(self, node: NodeSequence, values: list[Any]) -> list[_Item]:
        """The items of a block list, as whole lines; together they are all lines from the first to the last."""
        starts = []
        after = 0
        for child in node.items:
            dash = self._text.rfind("-", 0, child.start)
            line = _line_start(self._text, dash)
            if dash < 0 or self._text[dash + 1 : child.start].strip() or self._text[line:dash].strip(" "):
                raise Unsplittable
            starts.append((self._with_comments(line, after), dash - line))
            after = self._line_after(child.end)
        ends = [start for start, _ in starts[1:]] + [self._line_after(node.items[-1].end)]
        return [
            _Item(child, value, start, end, indent)
            for child, value, (start, indent), end in zip(node.items, values, starts, ends, strict=True)
        ]

    def _with_comments(self, line: int, after: int) -> int:
        """Where the comment lines right above the line that starts at `line` begin, none of them before `after`."""
        while line > after:
            above = _line_start(self._text, line - 1)
            if not self._text[above:line].lstrip(" ").startswith("#"):
                break
            line = above
        return line

    def _donor(self, value: Any) -> _Item | None:
        """The item that says this, and that its own list has no more."""
        if self._donors is None:
            self._donors = {}
            for item in self._gone(*self._root):
                self._donors.setdefault(_hashable(_identity(item.value)), item)
        return self._donors.get(_hashable(_identity(value)))

    def _gone(self, node: Node, old: Any, new: Any) -> Iterator[_Item]:
        """The items of block lists below `node` that stand there no more."""
        if isinstance(node, Map) and isinstance(old, Mapping):
            for key, child in node.entries.items():
                yield from self._gone(child, old.get(key), new.get(key) if isinstance(new, Mapping) else None)
        elif isinstance(node, NodeSequence) and isinstance(old, list) and len(old) == len(node.items):
            left = [(_identity(value), value) for value in new] if isinstance(new, list) else []
            items = self._items(node, old) if node.items and not node.flow else ()
            for at, (child, value) in enumerate(zip(node.items, old, strict=True)):
                partner = next((pair for pair in left if pair[0] == _identity(value)), None)
                if partner:
                    left.remove(partner)
                elif items:
                    yield items[at]
                yield from self._gone(child, value, partner[1] if partner else None)

    # --- lines

    def _column(self, offset: int) -> int:
        """The column of `offset`; what stands before it on its line is spaces or a dash."""
        return offset - _line_start(self._text, offset)

    def _line_after(self, offset: int) -> int:
        """Where the line after the one with `offset` starts; the text's end without one."""
        end = self._text.find("\n", offset)
        return len(self._text) if end < 0 else end + 1


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _shifted(text: str, by: int) -> str:
    """Lines moved to the right by `by` columns, or to the left."""
    if not by:
        return text
    lines = text.split("\n")
    if by > 0:
        return "\n".join(" " * by + line if line.strip() else line for line in lines)
    if any(line.strip() and line[:-by].strip(" ") for line in lines):
        raise Unsplittable
    return "\n".join(line[-by:] if line.strip() else line for line in lines)


def _identity(value: Any) -> object:
    """What makes an item the same item when its other values change."""
    if isinstance(value, Mapping):
        for key in ("section", "ad", "article", "file"):
            if key in value:
                return key, value[key]
        return tuple(value)
    return value


def _may_become(old: Any, new: Any) -> bool:
    """Whether an item may be the old one changed: a text, or a photo with another file; but one article is not another."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return "file" in old and "file" in new
    return not isinstance(old, Mapping) and not isinstance(new, Mapping)


def _hashable(value: object) -> object:
    return value if isinstance(value, str | tuple | int | float | None) else repr(value)
