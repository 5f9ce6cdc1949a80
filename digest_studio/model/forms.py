"""The short and the mixed forms of the issue's files, as hooks for `decode`; values are checked where their line is known.

A photo may be a path, a cover line a text, an outline entry a word or one of four mappings.
"""

from __future__ import annotations

import re

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, listed, say
from digest_studio.model.issue import (
    Ad,
    AdEntry,
    Article,
    ArticleEntry,
    ContentsEntry,
    Headline,
    Issue,
    OutlineEntry,
    Photo,
    Section,
)
from digest_studio.source.decode import BAD, Hooks, decode, did_you_mean, problem
from digest_studio.source.nodes import Map, Node, Scalar, Sequence, shown

MAX_ASPECT = 20
"""A picture's width to its height, or the reverse: beyond it there is a line, not a picture."""

_RATIO = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,4})?):([0-9]{1,5}(?:\.[0-9]{1,4})?)")
_ENTRY_KEYS = ("section", "article", "ad", "contents")
_QUOTES = say("put a text that contains `: ` in quotes")


def photo(node: Node, problems: list[Diagnostic]) -> object:
    """A photo: its path, or the map."""
    if isinstance(node, Scalar):
        node = Map({"file": node}, {"file": node.source}, node.source)
    made = decode(node, Photo, problems)
    if made is None or not isinstance(node, Map):
        return BAD
    found = [*_wrong_area(made, node), *_wrong_shape(made, node)]
    problems += found
    return BAD if found else made


def _wrong_area(made: Photo, node: Map) -> list[Diagnostic]:
    """What is wrong with `focus` and `crop`."""
    found = []
    for key, fractions in (("focus", made.focus), ("crop", made.crop)):
        if fractions and not all(0 <= fraction <= 1 for fraction in fractions):
            message = say("`{key}` goes from 0 to 1: it is a part of the picture's width and height", key=key)
            found.append(problem("wrong-value", node.entries[key].source, message, say("write 0.5 for the middle")))
    if found or not made.crop:
        return found
    left, top, right, bottom = made.crop
    if left >= right or top >= bottom:
        remedy = say("write [left, top, right, bottom], each smaller than its opposite")
        return [problem("wrong-value", node.entries["crop"].source, say("`crop` keeps nothing of the picture"), remedy)]
    if made.focus and not (left <= made.focus[0] <= right and top <= made.focus[1] <= bottom):
        remedy = say("move `focus` into `crop`, or widen `crop`")
        return [problem("wrong-value", node.entries["focus"].source, say("`focus` stands outside `crop`"), remedy)]
    return []


def _wrong_shape(made: Photo, node: Map) -> list[Diagnostic]:
    if made.shape in ("auto", "original"):
        return []
    source = node.entries["shape"].source
    match = _RATIO.fullmatch(made.shape)
    if match is None:
        return [
            problem(
                "unknown-value",
                source,
                say("`shape` cannot be `{shape}`", shape=shown(made.shape)),
                say("write auto, original or a ratio such as 3:2"),
            )
        ]
    width, height = float(match[1]), float(match[2])
    if not width or not height or not 1 / MAX_ASPECT <= width / height <= MAX_ASPECT:
        return [
            problem(
                "wrong-value",
                source,
                say("`shape` {shape} is no picture's shape", shape=made.shape),
                say("stay between 1:{most} and {most}:1", most=MAX_ASPECT),
            )
        ]
    return []


def headline(node: Node, problems: list[Diagnostic]) -> object:
    """A cover line: `article: id`, or free text."""
    if isinstance(node, Scalar):
        return (
            Headline(text=node.raw, source=node.source)
            if node.raw
            else _bad(problems, "wrong-type", node.source, say("a cover line is empty"), say("delete it"))
        )
    if isinstance(node, Map) and list(node.entries) == ["article"]:
        target = node.entries["article"]
        if isinstance(target, Scalar) and target.raw:
            return Headline(article=target.raw, source=node.source)
    return _bad(problems, "wrong-type", node.source, say("a cover line is `article: id` or a text"), _QUOTES)


def without_auto(node: Node, problems: list[Diagnostic]) -> object:
    """`pages: auto` is the same as no `pages`."""
    if not isinstance(node, Map):
        return node
    pages = node.entries.get("pages")
    if not (isinstance(pages, Scalar) and pages.raw == "auto"):
        return node
    entries = {key: child for key, child in node.entries.items() if key != "pages"}
    return Map(entries, node.keys, node.source, node.start, node.end)


def ad(node: Node, problems: list[Diagnostic]) -> object:
    """`page: 2` is short for `page: [2]`."""
    if not isinstance(node, Map) or not isinstance(page := node.entries.get("page"), Scalar) or page.value is None:
        return node
    return Map({**node.entries, "page": Sequence((page,), page.source)}, node.keys, node.source, node.start, node.end)


def outline_entry(node: Node, problems: list[Diagnostic]) -> object:
    """An entry of the outline itself: `contents`, `article:`, `section:` or `ad:`."""
    if isinstance(node, Scalar) and node.raw == "contents":
        return ContentsEntry(source=node.source)
    if isinstance(node, Scalar) and node.raw:
        message = say("`{words}` stands alone; only `contents` does, outside sections", words=shown(node.raw))
        return _bad(problems, "outline", node.source, message, say("write `article: {words}`", words=shown(node.raw)))
    return _entry(node, problems, _ENTRY_KEYS)


def section_item(node: Node, problems: list[Diagnostic]) -> object:
    """An item of a section: an article's id as a bare word, `article:` or `ad:`."""
    if isinstance(node, Scalar) and node.raw:
        return ArticleEntry(node.raw, source=node.source)
    return _entry(node, problems, ("article", "ad"))


def _entry(node: Node, problems: list[Diagnostic], allowed: tuple[str, ...]) -> object:
    """The entry of the kind that one of its keys names."""
    kinds = say("{some} or `{last}:`", some=", ".join(f"`{key}:`" for key in allowed[:-1]), last=allowed[-1])
    if not isinstance(node, Map):
        return _bad(problems, "outline", node.source, say("an entry is empty or a list"), say("write {kinds}", kinds=kinds))
    kind = next((key for key in _ENTRY_KEYS if key in node.entries), None)
    if kind is None:
        first = next(iter(node.entries), "")
        remedy = did_you_mean(first, allowed) if first else say("write {kinds}", kinds=kinds)
        return _bad(
            problems,
            "outline",
            node.source,
            say("`{word}` is no entry of an outline", word=shown(first)),
            listed((remedy, _QUOTES), " "),
        )
    if kind not in allowed:
        return _bad(
            problems,
            "outline",
            node.source,
            say("`{kind}:` cannot stand inside a section", kind=kind),
            say("move it out; here stands {kinds}", kinds=kinds),
        )
    if kind == "contents":
        return _contents(node, problems)
    return (
        decode(node, {"section": Section, "article": ArticleEntry, "ad": AdEntry}[kind], problems, hooks=HOOKS, partial=True)
        or BAD
    )


def _contents(node: Map, problems: list[Diagnostic]) -> object:
    """`contents: {photo: …}`."""
    inner = node.entries["contents"]
    for key in node.entries:
        if key != "contents":
            remedy = say("write `contents: {photo: …}`") if key == "photo" else did_you_mean(key, _ENTRY_KEYS[:3])
            return _bad(problems, "unknown-key", node.keys[key], say("`{key}` stands beside `contents`", key=shown(key)), remedy)
    if isinstance(inner, Scalar) and inner.value is None:
        return ContentsEntry(source=node.source)
    return decode(inner, ContentsEntry, problems, hooks=HOOKS, partial=True) or BAD


def _bad(problems: list[Diagnostic], rule: str, source: Source, message: Said, remedy: Said) -> object:
    problems.append(problem(rule, source, message, remedy))
    return BAD


HOOKS: Hooks = {
    Photo: photo,
    Headline: headline,
    Article: without_auto,
    Issue: without_auto,
    Ad: ad,
    OutlineEntry: outline_entry,
    ArticleEntry | AdEntry: section_item,
}
