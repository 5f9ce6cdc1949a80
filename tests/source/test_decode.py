"""Values are read by the types of their fields; every problem of a file comes at once, with a remedy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

import pytest

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.source.decode import BAD, Hooks, decode
from digest_studio.source.nodes import Map, Node, Scalar
from digest_studio.source.yaml import parse_yaml


@dataclass(frozen=True)
class Picture:
    file: str
    focus: tuple[float, float] | None = None
    source: Source | None = None


@dataclass(frozen=True)
class Advertiser:
    id: str
    name: str = ""


@dataclass(frozen=True)
class Story:
    title: str
    day: date | None = None
    first_page: int = 1
    weight: float = 1.0
    marks: bool = False
    side: Literal["left", "right"] = "left"
    words: tuple[str, ...] = ()
    picture: Picture | None = None
    pictures: tuple[Picture, ...] = ()
    advertisers: Mapping[str, Advertiser] = field(default_factory=dict)
    sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    width: int | Literal["auto"] = "auto"
    page: tuple[int, ...] = field(default=(1,), metadata={"key": "pages"})


def read(text: str, **how: Any) -> tuple[Story | None, list[str]]:
    node, found = parse_yaml(text, "a.yaml")
    assert node and not found
    problems: list[Diagnostic] = []
    story = decode(node, Story, problems, **how)
    assert all(problem.fatal and problem.remedy for problem in problems)
    return story, [str(problem) for problem in problems]


def test_every_kind_of_field() -> None:
    text = """\
title: 2024
day: 2024-04-05
first-page: 3
weight: 2
marks: on
side: right
words: [yes, 1/2024]
picture: {file: a.jpg, focus: [0.5, 1]}
pictures:
  - file: b.jpg
advertisers: {bank: {name: Bank}, other: {}}
sizes: {full: [210, 297.5]}
width: 12
pages: [2, 3]
"""
    story, problems = read(text)
    assert problems == []
    assert story == Story(
        "2024", date(2024, 4, 5), 3, 2.0, True, "right", ("yes", "1/2024"),
        Picture("a.jpg", (0.5, 1.0), Source("a.yaml", 8)), (Picture("b.jpg", None, Source("a.yaml", 10)),),
        {"bank": Advertiser("bank", "Bank"), "other": Advertiser("other")}, {"full": (210.0, 297.5)}, 12, (2, 3),
    )  # fmt: skip
    assert story is not None and type(story.weight) is float


def test_a_key_without_a_value_is_not_given() -> None:
    assert read("title: a\nday:\nwords:\nside:\npicture: ~\n") == (Story("a"), [])


def test_all_problems_come_at_once() -> None:
    text = """\
tittle: a
day: 2024-02-30
first-page: two
weight: .inf
marks: maybe
side: rihgt
words: one
picture: {file: a.jpg, foucs: 2}
width: wide
sizes: {full: [1]}
pictures: [{focus: [0, 0]}]
"""
    story, problems = read(text)
    assert story is None
    assert [problem.split(": ", 1)[1] for problem in problems] == [
        "unknown key `tittle` (did you mean `title`?)",
        "`day` must be a date of the calendar, not `2024-02-30` (write it as 2024-04-05)",
        "`first-page` must be a whole number, not `two` (write digits, without quotes)",
        "`weight` must be a number, not `.inf` (write digits, without a unit or quotes)",
        "`marks` must be true or false, not `maybe` (write true or false)",
        "`side` cannot be `rihgt` (did you mean `right`?)",
        "`words` must be a list, not `one` (write [ … ], or one `- ` a line)",
        "unknown key `foucs` (did you mean `focus`?)",
        "`width` cannot be `wide` (there is auto)",
        "`full` must be a list of 2, not 1 (write […, …])",
        "`file` is missing (add `file: …`)",
        "`title` is missing (add `title: …`)",
    ]
    lines = [problem.split(":")[1] for problem in problems]
    assert lines == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "1"]


def test_a_partial_reading_keeps_what_is_right() -> None:
    story, problems = read("words: [a, [b], c]\nside: up\npictures: [{file: a.jpg}, {}]\n", partial=True)
    assert len(problems) == 4
    assert story == Story("", words=("a", "c"), pictures=(Picture("a.jpg", None, Source("a.yaml", 3)),))


def test_short_forms_come_as_hooks() -> None:
    def picture(node: Node, problems: list[Diagnostic]) -> object:
        return Map({"file": node}, {"file": node.source}, node.source) if isinstance(node, Scalar) else node

    hooks: Hooks = {Picture: picture, Advertiser: lambda node, problems: Advertiser("fixed")}
    story, problems = read("title: a\npictures: [a.jpg, {file: b.jpg}]\nadvertisers: {x: 1}\n", hooks=hooks)
    assert story and problems == []
    assert [each.file for each in story.pictures] == ["a.jpg", "b.jpg"]
    assert story.advertisers == {"x": Advertiser("fixed")}
    assert read("title: a\npicture: x\n", hooks={Picture: lambda node, problems: BAD})[0] is None


def test_given_fields_are_no_keys_of_the_file() -> None:
    assert read("first-page: 2\n", given={"title": "known"}) == (Story("known", first_page=2), [])
    story, problems = read("title: a\n", given={"title": "known"})
    assert story is None and problems[0].startswith("a.yaml:1: unknown key `title`")


@pytest.mark.parametrize("text", ["[a]", "words"])
def test_something_else_than_keys(text: str) -> None:
    story, problems = read(text)
    assert story is None and "where keys are needed" in problems[0]
