"""Values defined by our `dataclass` behave as the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from digest_studio.base.values import dataclass

Make = Callable[[Any], Any]


class Body:
    """A point of a paragraph."""

    line: int
    text: str = "a"
    notes: dict[str, int] = dataclasses.field(default_factory=dict)
    hidden: str = dataclasses.field(default="", repr=False)


def made(decorate: Make) -> Any:
    """The class above, decorated; a new one each time, since decorating changes it."""
    return decorate(type("Point", (), {**{k: v for k, v in vars(Body).items() if k not in ("__dict__", "__weakref__")}}))


OURS, THEIRS = made(dataclass(frozen=True, slots=True)), made(dataclasses.dataclass(frozen=True, slots=True))


@dataclass(frozen=True, slots=True)
class Base:
    name: str


@dataclass(frozen=True, slots=True)
class Derived(Base):
    size: float = 1.0


@pytest.mark.parametrize("arguments", [(1,), (1, "b"), (2, "", {"a": 1}, "x")])
def test_what_is_said_of_a_value_is_what_the_standard_library_says(arguments: tuple[Any, ...]) -> None:
    ours, theirs = OURS(*arguments), THEIRS(*arguments)
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert [f.name for f in dataclasses.fields(ours)] == [f.name for f in dataclasses.fields(theirs)]
    assert type(ours).__match_args__ == type(theirs).__match_args__
    assert dataclasses.replace(ours, line=9) == OURS(9, *arguments[1:])


def test_values_are_compared_and_hashed_by_what_they_hold() -> None:
    assert Derived("a") == Derived("a", 1.0) != Derived("b")
    assert Derived("a") != Base("a")
    assert hash(Derived("a")) == hash(Derived("a", 1.0))
    assert len({Derived("a"), Derived("a", 1.0), Derived("a", 2.0)}) == 2


def test_what_is_not_to_be_compared_is_not() -> None:
    @dataclass(frozen=True, slots=True)
    class Note:
        text: str
        seen: int = dataclasses.field(default=0, compare=False)

    assert Note("a", 1) == Note("a", 2)
    assert len({Note("a", 1), Note("a", 2)}) == 1


def test_without_eq_a_value_is_only_equal_to_itself() -> None:
    own = made(dataclass(frozen=True, slots=True, eq=False))
    assert own(1) != own(1)


def test_a_value_cannot_be_changed_and_has_no_room_for_more() -> None:
    value = Derived("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.size = 2.0  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    assert not hasattr(value, "__dict__")


def test_each_value_has_a_default_of_its_own() -> None:
    assert OURS(1).notes is not OURS(1).notes


def test_what_is_missing_or_unknown_is_an_error_at_the_call() -> None:
    for arguments in ({}, {"name": "a", "colour": "red"}):
        with pytest.raises(TypeError):
            Derived(**arguments)  # type: ignore[arg-type]


def test_values_go_to_another_process_and_back() -> None:
    value = Derived("a", 2.0)
    assert pickle.loads(pickle.dumps(value)) == copy.copy(value) == copy.deepcopy(value) == value


def test_a_value_is_matched_by_its_fields() -> None:
    match Derived("a", 3.0):
        case Derived(name, size):
            assert (name, size) == ("a", 3.0)


def test_it_is_for_frozen_and_slotted_values_only() -> None:
    with pytest.raises(TypeError):
        dataclass(frozen=False, slots=True)
