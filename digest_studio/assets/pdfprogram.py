"""Programs of numbers, as a PDF writes tints of spot colours (PostScript calculator functions; ISO 32000-1, 7.10.5)."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Sequence

from digest_studio.base.say import say

Values = tuple[float, ...]
Number = float | bool
Stack = list[Number]
Step = Callable[[Stack], None]

MOST_WORDS = 20_000
"""Of a program: it has no loops, and an honest one for eight inks has a thousand."""
MOST_DEPTH = 30
"""Of braces within braces."""
_MOST_STACK = 200

_WORD = re.compile(rb"[{}]|[^\s{}]+")


class BrokenProgram(ValueError):
    """It cannot be run."""


def program(text: bytes) -> tuple[Callable[[Sequence[float]], Values], int]:
    """A program as a function, and how many words it has. Raises BrokenProgram, as the function does when it is called."""
    words = [word for line in text.splitlines() for word in _WORD.findall(line.partition(b"%")[0])]
    if not words or words[0] != b"{" or len(words) > MOST_WORDS:
        raise BrokenProgram(say("a gradient's program cannot be run"))
    steps, end = _block(words, 1, 0)
    if end != len(words):
        raise BrokenProgram(say("a gradient's program cannot be run"))

    def run(values: Sequence[float]) -> Values:
        stack: Stack = list(values)
        try:
            _run(steps, stack)
        except (IndexError, ValueError, TypeError, ArithmeticError) as error:
            raise BrokenProgram(say("a gradient's program cannot be run")) from error
        return tuple(float(value) for value in stack)

    return run, len(words)


def _run(steps: Sequence[Step], stack: Stack) -> None:
    for step in steps:
        step(stack)
        if len(stack) > _MOST_STACK:
            raise ValueError


def _block(words: list[bytes], at: int, depth: int) -> tuple[list[Step], int]:
    """The steps from word `at` up to the closing brace, and the word after that."""
    if depth > MOST_DEPTH:
        raise BrokenProgram(say("a gradient's program cannot be run"))
    steps: list[Step] = []
    blocks: list[list[Step]] = []
    while at < len(words):
        word = words[at]
        at += 1
        match word:
            case b"{":
                block, at = _block(words, at, depth + 1)
                blocks.append(block)
            case b"}" if not blocks:
                return steps, at
            case b"if" if len(blocks) == 1:
                steps.append(_choice(blocks.pop(), []))
            case b"ifelse" if len(blocks) == 2:
                otherwise = blocks.pop()
                steps.append(_choice(blocks.pop(), otherwise))
            case _ if not blocks:
                steps.append(_OPERATORS.get(word) or _number(word))
            case _:
                break
    raise BrokenProgram(say("a gradient's program cannot be run"))


def _choice(then: list[Step], otherwise: list[Step]) -> Step:
    return lambda stack: _run(then if stack.pop() else otherwise, stack)


def _number(word: bytes) -> Step:
    try:
        value = float(word)
    except ValueError as error:
        raise BrokenProgram(say("a gradient's program cannot be run")) from error
    return lambda stack: stack.append(value)


def _of_one(function: Callable[[Number], float]) -> Step:
    """Floating numbers all the way: whole ones of any length would take any time."""
    return lambda stack: stack.append(float(function(stack.pop())))


def _of_two(function: Callable[[Number, Number], float]) -> Step:
    def step(stack: Stack) -> None:
        second = stack.pop()
        stack.append(float(function(stack.pop(), second)))

    return step


def _compared(holds: Callable[[Number, Number], bool]) -> Step:
    def step(stack: Stack) -> None:
        second = stack.pop()
        stack.append(holds(stack.pop(), second))

    return step


def _bitwise(of_bits: Callable[[int, int], int]) -> Step:
    """Of two truths, or of two whole numbers."""

    def step(stack: Stack) -> None:
        second, first = stack.pop(), stack.pop()
        made = of_bits(int(first), int(second))
        stack.append(bool(made) if isinstance(first, bool) else float(made))

    return step


def _not(stack: Stack) -> None:
    value = stack.pop()
    stack.append(not value if isinstance(value, bool) else float(~int(value)))


def _copy(stack: Stack) -> None:
    count = int(stack.pop())
    if not 0 <= count <= len(stack):
        raise ValueError
    if count:
        stack.extend(stack[-count:])


def _index(stack: Stack) -> None:
    back = int(stack.pop())
    if back < 0:
        raise ValueError
    stack.append(stack[-1 - back])


def _roll(stack: Stack) -> None:
    by, count = int(stack.pop()), int(stack.pop())
    if not 0 <= count <= len(stack):
        raise ValueError
    if count:
        by %= count
        part = stack[-count:]
        stack[-count:] = part[count - by :] + part[: count - by]


def _shifted(value: Number, by: Number) -> float:
    return int(value) << int(by) if 0 <= by < 32 else int(value) >> int(min(-by, 32))


def _drop(stack: Stack) -> None:
    stack.pop()


_OPERATORS: dict[bytes, Step] = {
    b"abs": _of_one(abs), b"neg": _of_one(operator.neg), b"ceiling": _of_one(math.ceil), b"floor": _of_one(math.floor),
    b"round": _of_one(lambda value: math.floor(value + 0.5)), b"truncate": _of_one(math.trunc), b"sqrt": _of_one(math.sqrt),
    b"sin": _of_one(lambda degrees: math.sin(math.radians(degrees))),
    b"cos": _of_one(lambda degrees: math.cos(math.radians(degrees))),
    b"ln": _of_one(math.log), b"log": _of_one(math.log10), b"cvi": _of_one(math.trunc), b"cvr": _of_one(float), b"not": _not,
    b"add": _of_two(operator.add), b"sub": _of_two(operator.sub), b"mul": _of_two(operator.mul),
    b"div": _of_two(operator.truediv), b"idiv": _of_two(lambda one, other: math.trunc(math.trunc(one) / math.trunc(other))),
    b"mod": _of_two(lambda one, other: math.fmod(math.trunc(one), math.trunc(other))),
    b"atan": _of_two(lambda one, other: math.degrees(math.atan2(one, other)) % 360), b"exp": _of_two(math.pow),
    b"eq": _compared(operator.eq), b"ne": _compared(operator.ne), b"gt": _compared(operator.gt), b"ge": _compared(operator.ge),
    b"lt": _compared(operator.lt), b"le": _compared(operator.le),
    b"and": _bitwise(operator.and_), b"or": _bitwise(operator.or_), b"xor": _bitwise(operator.xor),
    b"bitshift": _of_two(_shifted), b"true": lambda stack: stack.append(True), b"false": lambda stack: stack.append(False),
    b"pop": _drop, b"dup": lambda stack: stack.append(stack[-1]), b"exch": lambda stack: stack.append(stack.pop(-2)),
    b"copy": _copy, b"index": _index, b"roll": _roll,
}  # fmt: skip
