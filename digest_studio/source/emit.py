"""Values -> YAML as a careful author would write them: plain where that is safe, else quoted; flow inside a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from digest_studio.source.yaml import resolve

WIDTH = 100
"""Characters of a line beyond which a list or mapping is written over several lines."""

_INDICATORS = "!&*?-:,[]{}#|>@`\"'%=<"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Short(dict[str, object]):
    """A mapping that may be written as its only value when it has one key: a photo is a path, an entry a word."""


def scalar(value: object, *, flow: bool = False, style: str = "") -> str:
    """`value` on one line. `style` is the quotation mark of the text that it replaces, kept where it can be."""
    if not isinstance(value, str):
        return _word(value)
    text = value
    if _UNPRINTABLE.search(text):
        return _double(text)
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"' or not _is_plain(text, flow):
        return _double(text)
    return text


def literal(text: str, indent: int, newline: str) -> str | None:
    """`text` as a literal block (`|`) whose lines stand `indent` deep, without a last line end; None when it cannot be one."""
    lines = text.removesuffix("\n").split("\n")
    if _UNPRINTABLE.search(text.replace("\n", "")) or not lines[0].strip() or lines[0].startswith(" ") or not lines[-1].strip():
        return None
    header = "|" if text.endswith("\n") else "|-"
    return newline.join([header, *(" " * indent + line if line else "" for line in lines)])


def inline(value: object, *, flow: bool = False) -> str:
    """`value` inside a line: scalars as they are, lists and mappings in brackets and braces."""
    if isinstance(value, Short) and len(value) == 1:
        return inline(next(iter(value.values())), flow=flow)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {inline(item, flow=True)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(inline(item, flow=True) for item in value) + "]"
    return scalar(value, flow=flow)


def entry(key: str, value: object, indent: int, newline: str) -> str:
    """`key: value` whose first line's indentation is written already; further lines stand deeper than `indent`."""
    line = f"{scalar(key)}: {inline(value)}"
    if isinstance(value, str) and "\n" in value.strip("\n") and (block := literal(value, indent + 2, newline)):
        return f"{scalar(key)}: {block}"
    if not value or isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return line
    if len(line) + indent <= WIDTH and not _lists_mappings(value):
        return line
    pad = newline + " " * (indent + 2)
    if isinstance(value, Mapping):
        return f"{scalar(key)}:{pad}" + pad.join(entry(word, each, indent + 2, newline) for word, each in value.items())
    return f"{scalar(key)}:{pad}" + pad.join(item(each, indent + 2, newline) for each in value)


def item(value: object, indent: int, newline: str) -> str:
    """`- value`, a list's item whose dash stands at `indent`."""
    if not isinstance(value, Mapping) or not value or (isinstance(value, Short) and len(value) == 1):
        return f"- {inline(value)}"
    pad = newline + " " * (indent + 2)
    return "- " + pad.join(entry(key, each, indent + 2, newline) for key, each in value.items())


def _lists_mappings(value: object) -> bool:
    """Whether a list of mappings stands in `value`: one line an item is easier to read, and to compare."""
    if isinstance(value, Mapping):
        return any(_lists_mappings(each) for each in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return any(isinstance(each, Mapping) for each in value)
    return False


def _word(value: object) -> str:
    """A value that is no text."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_plain(text: str, flow: bool) -> bool:
    """Whether `text` reads back as itself without quotes (YAML 1.2.2, 7.3.3)."""
    if not text or text != text.strip() or text[0] in _INDICATORS or resolve(text) != text:
        return False
    if ": " in text or " #" in text or text.endswith(":") or text in ("---", "..."):
        return False
    return not (flow and any(mark in text for mark in ",[]{}:"))


def _double(text: str) -> str:
    written = "".join(_ESCAPES.get(character, character) for character in text)
    return '"' + _UNPRINTABLE.sub(lambda match: _escape(ord(match[0])), written) + '"'


def _escape(code: int) -> str:
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
