"""YAML becomes values that know their lines; what could multiply, name a type or mean two things is refused."""

from __future__ import annotations

from datetime import date

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.source import emit
from digest_studio.source.nodes import Map, Scalar, Sequence, plain
from digest_studio.source.yaml import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS, merge_nodes, parse_yaml


def read(text: str) -> object:
    node, problems = parse_yaml(text, "a.yaml")
    assert problems == (), [str(problem) for problem in problems]
    return None if node is None else plain(node)


def refused(text: str, offset: int = 0) -> list[tuple[str, int]]:
    """The rule and line of every problem; all of them must be fatal and say what would be right."""
    _, problems = parse_yaml(text, "a.yaml", offset)
    assert all(problem.fatal and problem.remedy and problem.source for problem in problems)
    return [(problem.rule, problem.source.line) for problem in problems if problem.source]


def test_what_people_write_means_what_they_mean() -> None:
    text = "number: 1/2024\nyear: 2024\nmarks: yes\nday: 2024-04-05\nratio: 3:2\nroom: 010\nfocus: [.5, 1e-1]\n"
    text += "no value:\nnot a day: 2024-02-30\n"
    assert read(text) == {
        "number": "1/2024", "year": 2024, "marks": True, "day": date(2024, 4, 5), "ratio": "3:2", "room": 10,
        "focus": [0.5, 0.1], "no value": None, "not a day": "2024-02-30",
    }  # fmt: skip


def test_text_keeps_its_spelling_beside_its_value() -> None:
    node, _ = parse_yaml('a: 2024\nb: yes\nc: "1\\u00e9"\nd: |\n  two\n  lines\ne: folded\n  text\n', "a.yaml")
    assert isinstance(node, Map)
    raw = {key: child.raw for key, child in node.entries.items() if isinstance(child, Scalar)}
    assert raw == {"a": "2024", "b": "yes", "c": "1é", "d": "two\nlines\n", "e": "folded text"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_value_knows_its_line_and_its_characters(end: str) -> None:
    text = end.join(["# remark", "title: “Ő” 😀 x", "list:", "  - {file: a.jpg}", "  - 'b'", ""])
    node, _ = parse_yaml(text, "a.md", offset_line=10)
    assert isinstance(node, Map)
    items = node.entries["list"]
    assert isinstance(items, Sequence)
    places = [node.entries["title"], *items.items]
    found = [(child.source.line, text[child.start : child.end]) for child in places]
    assert found == [(12, "“Ő” 😀 x"), (14, "{file: a.jpg}"), (15, "'b'")]
    assert text[slice(*node.key_spans["list"])] == "list"
    assert node.keys["list"].line == 13


def test_a_duplicate_key_is_an_error_and_hides_no_other() -> None:
    assert refused("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n") == [("duplicate-key", 3), ("duplicate-key", 4)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x 1\nb: *x", ("yaml-anchor", 1)),
        ("a: 1\nb: *x", ("yaml-anchor", 2)),
        ("a: 1\n<<: {b: 2}", ("yaml-anchor", 2)),
        ("a: !!python/object/apply:os.system [ls]", ("yaml-tag", 1)),
        ("a: !secret x", ("yaml-tag", 1)),
        ("a: 1\n---\nb: 2", ("yaml-documents", 2)),
        ("? [a]\n: b", ("yaml-syntax", 1)),
        ("a: b: c", ("yaml-syntax", 1)),
        ("a: 1\n\tb: 2", ("yaml-syntax", 2)),
        ('a: 1\nb: "open', ("yaml-syntax", 2)),
        ("a: [1, 2\nb: 3", ("yaml-syntax", 2)),
        ("a: 1\nb: x\x07y", ("yaml-syntax", 2)),
        ("a: 1\nb: x\ud800y", ("yaml-syntax", 2)),
        ("a: 1\nb: \x00", ("yaml-syntax", 2)),
        ("[" * (MAX_DEPTH + 1), ("yaml-limit", 1)),
        ("[" * 100_000, ("yaml-syntax", 1)),
        ("".join(" " * level + "a:\n" for level in range(MAX_DEPTH + 2)), ("yaml-limit", MAX_DEPTH + 1)),
    ],
)  # fmt: skip
def test_what_is_refused_is_named_with_its_line(text: str, problem: tuple[str, int]) -> None:
    assert refused(text) == [problem]


def test_a_bomb_of_aliases_never_unfolds() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert refused("\n".join(levels)) == [("yaml-anchor", 1)]


def test_values_and_problems_are_bounded() -> None:
    assert refused("- a\n" * (MAX_NODES + 10)) == [("yaml-limit", MAX_NODES)]
    assert len(refused("a: 1\n" * 1000)) == MAX_PROBLEMS


def test_lines_of_front_matter_are_the_files_lines() -> None:
    assert refused("title: x\ntitle: y\n", offset=1) == [("duplicate-key", 3)]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n"])
def test_an_empty_text_is_no_document(text: str) -> None:
    assert parse_yaml(text, "a.yaml") == (None, ())


def test_without_the_c_library_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, {b: 'c'}]\nd: |\n  x\ne:\n"
    fast = parse_yaml(text, "a.yaml")
    monkeypatch.setattr(pyyaml, "__with_libyaml__", False)
    assert parse_yaml(text, "a.yaml") == fast


def test_mappings_merge_and_everything_else_is_replaced() -> None:
    base, _ = parse_yaml("a: {x: 1, y: [1, 2]}\nb: 2\n", "theme.yaml")
    over, _ = parse_yaml("a: {y: [3]}\nc: 4\n", "mine.yaml")
    assert base and over
    merged = merge_nodes(base, over)
    assert plain(merged) == {"a": {"x": 1, "y": [3]}, "b": 2, "c": 4}
    assert isinstance(merged, Map)
    inner = merged.entries["a"]
    assert isinstance(inner, Map)
    assert [inner.entries[key].source.file for key in ("x", "y")] == ["theme.yaml", "mine.yaml"]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.dates() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS.filter(bool), VALUES, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read_again(values: dict[str, object], newline: str) -> None:
    values.pop("<<", None)
    text = newline.join(emit.entry(key, value, 0, newline) for key, value in values.items())
    node, problems = parse_yaml(text, "a.yaml")
    assert problems == ()
    assert (plain(node) if node else {}) == values


@given(st.text(max_size=200) | st.text("ab:-[]{}\"'|>&*!?#,% \n\t", max_size=200))
def test_no_text_raises(text: str) -> None:
    node, problems = parse_yaml(text, "a.yaml")
    assert all(problem.source and problem.source.line >= 1 for problem in problems)
    assert node is None or plain(node) is not ...
