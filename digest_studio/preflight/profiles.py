"""A preflight profile's name -> the profile: bundled, of the user's own folder, or a file in the issue's.

A profile stands on another one (`like:`, else on `magazine`) and says only what is different. Problems name file and line; what
is wrong with it leaves the magazine's limits in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import say
from digest_studio.preflight.profile import BASE, MAGAZINE, RULES, Limits, Profile
from digest_studio.source.decode import decode, did_you_mean, problem
from digest_studio.source.nodes import Map, Node, Scalar
from digest_studio.source.paths import MAX_YAML_BYTES, TextFile, read_text
from digest_studio.source.yaml import merge_nodes, parse_yaml

FOLDER = "preflight"
"""Where profiles lie in the resources and in the user's folder."""
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_SUFFIXES = (".yaml", ".yml")

Loaded = tuple[Profile, tuple[Diagnostic, ...]]


def profile_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """The names of the profiles in these folders' `preflight`, in alphabetical order."""
    return tuple(sorted({file.stem for folder in folders for file in (folder / FOLDER).glob("*.yaml")}))


def load_profile(name: str, issue_folder: Path | None, folders: Sequence[Path]) -> Loaded:
    """The profile `name`, and what is wrong with it, none of it fatal. `folders`: resources, then the user's own.

    A name with the suffix .yaml is a file in the issue's folder.
    """
    if name == BASE:
        return MAGAZINE, ()
    problems: list[Diagnostic] = []
    root = _tree(name, issue_folder, folders, (), problems)
    profile = None
    if root is not None and not problems:
        profile = decode(root, Profile, problems, given={"name": name})
        if profile is not None:
            problems += _unknown(root)
            problems += _senseless(root, profile.limits)
    eased = tuple(replace(found, fatal=False) for found in problems)
    return (MAGAZINE if profile is None or problems else profile), eased


def _tree(
    name: str, issue_folder: Path | None, folders: Sequence[Path], seen: tuple[str, ...], problems: list[Diagnostic],
) -> Node | None:
    """A profile's values laid on those of the profile that it is like."""
    text = _text(name, issue_folder, folders)
    if isinstance(text, Diagnostic):
        problems.append(text)
        return None
    root, found = parse_yaml(text.text, text.name)
    problems += found
    if root is None or not isinstance(root, Map):
        if not found:
            message = say("the preflight profile has no keys")
            problems.append(problem("wrong-type", Source(text.name), message, say("write `limits:` or `rules:`")))
        return None
    like = root.entries.get("like")
    own: Node = replace(root, entries={key: node for key, node in root.entries.items() if key != "like"})
    below = like.raw if isinstance(like, Scalar) else BASE
    if name == BASE:
        return own
    if below in (*seen, name):
        message = say("`{way}` leads back to itself", way=" → ".join((*seen, name, below)))
        problems.append(problem("circular-like", like.source if like else root.source, message, say("take one out")))
        return None
    if below not in (known := profile_names(folders)):
        message = say("there is no preflight profile `{name}`", name=below)
        problems.append(problem("preflight-profile", like.source if like else root.source, message, did_you_mean(below, known)))
        return None
    base = _tree(below, None, folders, (*seen, name), problems)
    return None if base is None else merge_nodes(base, own)


def _text(name: str, issue_folder: Path | None, folders: Sequence[Path]) -> TextFile | Diagnostic:
    if name.lower().endswith(_SUFFIXES) and issue_folder is not None:
        return read_text(issue_folder, name, MAX_YAML_BYTES)
    places = [folder / FOLDER for folder in folders if (folder / FOLDER / f"{name}.yaml").is_file()]
    if not _NAME.fullmatch(name) or not places:
        message = say("there is no preflight profile `{name}`", name=name)
        return problem("preflight-profile", None, message, did_you_mean(name, profile_names(folders)))
    return read_text(places[0], f"{name}.yaml", MAX_YAML_BYTES)


def _unknown(root: Node) -> Iterator[Diagnostic]:
    """Rules that there are not."""
    rules = root.entries.get("rules") if isinstance(root, Map) else None
    if isinstance(rules, Map):
        for word, node in rules.entries.items():
            if word not in RULES:
                source = rules.keys.get(word, node.source)
                yield problem("unknown-key", source, say("there is no rule `{rule}`", rule=word), did_you_mean(word, RULES))


def _senseless(root: Node, limits: Limits) -> Iterator[Diagnostic]:
    """Limits that nothing can keep, or that are under each other."""
    section = root.entries.get("limits") if isinstance(root, Map) else None
    nodes = section.entries if isinstance(section, Map) else {}
    for key, node in nodes.items():
        value = getattr(limits, key.replace("-", "_"))
        numbers = (value.error, value.warning) if hasattr(value, "warning") else (value,)
        if any(number is not None and not 0 <= number <= 10_000 for number in numbers):
            message = say("`{key}` is beyond what can be measured", key=key)
            yield problem("bad-value", node.source, message, say("write a number from 0 to 10000"))
        elif len(numbers) == 2 and numbers[0] > numbers[1]:
            message = say("`{key}` is an error before it is a warning", key=key)
            yield problem("bad-value", node.source, message, say("the limit for errors is the lower one"))
