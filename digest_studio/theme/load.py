"""theme.yaml -> Theme. In: a theme's name, the resources' folder, the issue's own theme.yaml. Out: a checked theme, or
every problem.

The issue's overrides are laid on the theme's nodes before anything is read, so each problem has the file and line of the
text that caused it. `like: other` (styles, templates) and a colour that names another one are resolved on nodes, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from digest_studio.base.colour import Colour
from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import say
from digest_studio.base.values import dataclass
from digest_studio.source.decode import BAD, decode, did_you_mean, problem
from digest_studio.source.nodes import Map, Node, Scalar
from digest_studio.source.yaml import merge_nodes, parse_yaml
from digest_studio.theme.check import check
from digest_studio.theme.types import Theme

FILE = "theme.yaml"
"""The file's name, in a theme's folder and in an issue's."""
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")

Loaded = tuple[Theme | None, tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class _Ink:
    """A colour as written: CMYK in per cent, sRGB in hex."""

    cmyk: tuple[float, float, float, float]
    rgb: str
    name: str = ""
    overprint: bool = False


def theme_names(*resources: Path) -> tuple[str, ...]:
    """The names of the themes in these folders, in alphabetical order."""
    return tuple(sorted({entry.parent.name for folder in resources for entry in (folder / "themes").glob(f"*/{FILE}")}))


def load_theme(name: str, resources: Path, overrides: str | None = None, own: Path | None = None) -> Loaded:
    """The theme `name` with the issue's `overrides` (the text of its theme.yaml) laid on it; None if anything is wrong.

    `own`: the user's folder, with `themes` and `fonts` as in the resources'; a bundled theme's name is not to be taken.
    """
    folders = (resources,) if own is None else (resources, own)
    file = next((f for folder in folders if (f := folder / "themes" / name / FILE).is_file()), None)
    if not _NAME.fullmatch(name) or file is None:
        remedy = did_you_mean(name, theme_names(*folders))
        return None, (problem("unknown-theme", None, say("there is no theme `{name}`", name=name), remedy),)
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return None, (
            problem(
                "unreadable-file",
                Source(str(file)),
                say("the theme cannot be read: {error}", error=str(error)),
                say("save it as UTF-8"),
            ),
        )
    return read_theme(name, text, *folders, overrides=overrides)


def read_theme(name: str, text: str, *folders: Path, overrides: str | None = None) -> Loaded:
    """As `load_theme`, from a theme's text; its fonts lie in the folders' `fonts`."""
    root, found = parse_yaml(text, f"themes/{name}/{FILE}")
    problems = list(found)
    if overrides is not None:
        over, found = parse_yaml(overrides, FILE)
        problems += found
        if over is not None and not isinstance(over, Map):
            problems.append(
                problem("wrong-type", over.source, say("the file holds no keys"), say("write `colours: …` as in a theme"))
            )
        elif over is not None and root is not None:
            root = merge_nodes(root, over)
    if root is None or problems:
        return None, tuple(problems)
    followers = _followers(root)
    root = _resolve(root, problems)
    theme = decode(root, Theme, problems, hooks={Colour: _colour}, given={"name": name, "extra": {}, "followers": followers})
    if theme is not None:
        fonts = frozenset(path.stem for folder in folders for path in (folder / "fonts").glob("*.?tf"))
        problems += check(theme, root, fonts)
    in_order = sorted(problems, key=lambda found: (found.source.file, found.source.line) if found.source else ("", 0))
    return (None if problems else theme), tuple(in_order)


def _colour(node: Node, problems: list[Diagnostic]) -> object:
    """Reads a colour's CMYK in per cent and its screen colour as #rrggbb."""
    ink = decode(node, _Ink, problems)
    if ink is None:
        return BAD
    bad = [part for part in ink.cmyk if not 0 <= part <= 100]
    if bad:
        problems.append(
            problem("bad-colour", node.source, say("an ink of {ink:g} %", ink=bad[0]), say("inks are per cent, from 0 to 100"))
        )
    if not _HEX.fullmatch(ink.rgb):
        problems.append(
            problem(
                "bad-colour", node.source, say("`{colour}` is no screen colour", colour=ink.rgb), say('write it as "#0b4152"')
            )
        )
        return BAD
    if bad:
        return BAD
    cyan, magenta, yellow, black = (part / 100 for part in ink.cmyk)
    red, green, blue = (int(ink.rgb[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return Colour((cyan, magenta, yellow, black), (red, green, blue), ink.name, ink.overprint)


def _resolve(root: Node, problems: list[Diagnostic]) -> Node:
    """The tree with every `like` filled in and every colour's name put where it stands."""
    if not isinstance(root, Map):
        return root
    entries = dict(root.entries)
    for key in ("styles", "templates"):
        group = entries.get(key)
        if isinstance(group, Map):
            entries[key] = replace(group, entries={word: _like(group, word, (), problems) for word in group.entries})
    colours = entries.get("colours")
    if isinstance(colours, Map):
        entries["colours"] = replace(colours, entries={word: _named(colours, word, (), problems) for word in colours.entries})
    return replace(root, entries=entries)


def _followers(root: Node) -> tuple[str, ...]:
    """The colours that are written as `section`."""
    colours = root.entries.get("colours") if isinstance(root, Map) else None
    if not isinstance(colours, Map):
        return ()
    return tuple(word for word, node in colours.entries.items() if isinstance(node, Scalar) and node.raw == "section")


def _like(group: Map, word: str, seen: tuple[str, ...], problems: list[Diagnostic]) -> Node:
    """The entry `word` laid on the entry that its `like` names, and that on its own, without the key `like`."""
    node = group.entries[word]
    if not isinstance(node, Map) or "like" not in node.entries:
        return node
    own: Node = replace(node, entries=_without(node.entries, "like"))
    like = node.entries["like"]
    if not _refers(like, group, (*seen, word), "like", problems):
        return own
    return merge_nodes(_like(group, like.raw, (*seen, word), []), own) if isinstance(like, Scalar) else own


def _named(colours: Map, word: str, seen: tuple[str, ...], problems: list[Diagnostic]) -> Node:
    """The colour `word`, or the one that it names, with its name among its keys."""
    node = colours.entries[word]
    if isinstance(node, Scalar) and _refers(node, colours, (*seen, word), word, problems):
        return _named(colours, node.raw, (*seen, word), [])
    if isinstance(node, Map) and "name" not in node.entries:
        source = colours.keys.get(word, node.source)
        return replace(node, entries={**node.entries, "name": Scalar(word, source, word)})
    return node


def _refers(node: Node, group: Map, seen: tuple[str, ...], key: str, problems: list[Diagnostic]) -> bool:
    """Whether `node` names an entry of `group` that does not lead back to itself; else the problem is told."""
    if not isinstance(node, Scalar):
        problems.append(
            problem("wrong-type", node.source, say("`{key}` must be a name", key=key), say("write the name of another one"))
        )
        return False
    if node.raw not in group.entries:
        remedy = did_you_mean(node.raw, [word for word in group.entries if word not in seen])
        problems.append(problem("unknown-name", node.source, say("there is no `{name}`", name=node.raw), remedy))
        return False
    if node.raw in seen:
        round_trip = " → ".join((*seen, node.raw))
        problems.append(
            problem(
                "circular-like",
                node.source,
                say("`{names}` leads back to itself", names=round_trip),
                say("take one out"),
            )
        )
        return False
    return True


def _without(entries: Mapping[str, Node], key: str) -> dict[str, Node]:
    return {word: node for word, node in entries.items() if word != key}
