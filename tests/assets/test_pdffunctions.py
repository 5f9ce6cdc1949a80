"""A PDF's functions: each kind, several parameters, programs; what is broken or without end."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary

from digest_studio.assets.pdffunctions import Uncomputable, function_of
from digest_studio.assets.pdfprogram import MOST_WORDS, BrokenProgram, program


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.new() as made:
        yield made


def sampled(pdf: pikepdf.Pdf, data: bytes, sizes: list[int], bits: int = 8, results: int = 1) -> pikepdf.Object:
    domain = Array([0, 1] * len(sizes))
    return pdf.make_stream(
        data, FunctionType=0, Domain=domain, Range=Array([0, 1] * results), Size=Array(sizes), BitsPerSample=bits
    )


def exponential(start: list[float], end: list[float], power: float = 1) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(start), C1=Array(end), N=power)


def ran(text: str, *values: float) -> tuple[float, ...]:
    return program(text.encode("ascii"))[0](values)


def test_an_exponential_function_goes_from_one_colour_to_another() -> None:
    call = function_of(exponential([0, 1], [1, 0.5], 2)).call
    assert call((0,)) == (0, 1)
    assert call((0.5,)) == (0.25, 0.875)
    assert call((7,)) == (1, 0.5)  # it ends where its domain does


def test_stitched_functions_follow_each_other() -> None:
    both = Array([exponential([0], [1]), exponential([1], [0.5])])
    function = Dictionary(FunctionType=3, Domain=Array([0, 1]), Functions=both, Bounds=Array([0.25]), Encode=Array([0, 1, 1, 0]))
    call = function_of(function).call
    assert [call((x,))[0] for x in (0, 0.125, 0.25, 1)] == [0, 0.5, 0.5, 1]


def test_between_samples_it_is_linear(pdf: pikepdf.Pdf) -> None:
    call = function_of(sampled(pdf, bytes((0, 255, 0)), [3])).call
    assert [call((x,))[0] for x in (0, 0.25, 0.5, 0.75, 1)] == [0, 0.5, 1, 0.5, 0]


@given(x=st.floats(0, 1), y=st.floats(0, 1))
def test_of_two_parameters_the_first_goes_fastest(pdf: pikepdf.Pdf, x: float, y: float) -> None:
    """Corners 0, 1, 0, 0: the product of one and what the other lacks."""
    call = function_of(sampled(pdf, bytes((0, 255, 0, 0)), [2, 2])).call
    assert call((x, y))[0] == pytest.approx(x * (1 - y))


@pytest.mark.parametrize(("bits", "data"), [
    (1, b"\x40"), (2, b"\x30"), (4, b"\x0f\x00"), (12, b"\x00\x0f\xff\x00\x00"), (16, b"\0\0\xff\xff\0\0"),
    (32, b"\0" * 4 + b"\xff" * 4 + b"\0" * 4),
])  # fmt: skip
def test_samples_may_have_any_number_of_bits(pdf: pikepdf.Pdf, bits: int, data: bytes) -> None:
    call = function_of(sampled(pdf, data, [3], bits)).call
    assert [call((x,))[0] for x in (0, 0.5, 1)] == pytest.approx([0, 1, 0])


def test_an_array_of_functions_gives_a_colour() -> None:
    assert function_of(Array([exponential([0], [1]), exponential([1], [0])])).call((0.25,)) == (0.25, 0.75)


def test_a_program_tints_a_spot_colour() -> None:
    assert ran("{ dup 0.9 mul exch 0.8 mul 0 3 1 roll 0 }", 0.5) == (0, 0.45, 0.4, 0)


@pytest.mark.parametrize(("text", "found"), [
    ("3 4 add 2 sub 5 mul 2 div", [12.5]), ("7 2 idiv -7 2 mod", [3, -1]), ("2 3 exp 9 sqrt", [8, 3]), ("100 log 1 ln", [2, 0]),
    ("90 sin 0 cos 1 1 atan", [1, 1, 45]), ("-1.5 abs 1.2 ceiling 1.8 floor 2.5 round -2.7 truncate", [1.5, 2, 1, 3, -2]),
    ("1 2 lt 1 1 eq and 2 1 ge or not", [0]), ("6 3 and 6 3 or 6 3 xor 1 4 bitshift", [2, 7, 5, 16]),
    ("1 2 3 2 copy", [1, 2, 3, 2, 3]), ("7 8 9 2 index", [7, 8, 9, 7]), ("1 2 3 3 -1 roll", [2, 3, 1]), ("1 2 exch pop", [2]),
    ("1 2 gt { 5 } { 6 } ifelse true { 7 } if % said aside\n", [6, 7]), ("3.7 cvi 2 cvr -8 neg", [3, 2, 8]),
])  # fmt: skip
def test_every_operator(text: str, found: list[float]) -> None:
    assert ran("{" + text + "}") == pytest.approx(tuple(found))


@pytest.mark.parametrize("text", [
    "", "{", "{ } }", "1", "{ 1 { 2 } }", "{ bark }", "{ 1 { 2 } ifelse }", "{" * 100, "{" + "1 " * MOST_WORDS + "}",
])  # fmt: skip
def test_what_is_no_program_is_refused(text: str) -> None:
    with pytest.raises(BrokenProgram):
        program(text.encode("ascii"))


@pytest.mark.parametrize("text", ["{ pop }", "{ 0 div }", "{ -1 sqrt }", "{ 9 copy }", "{ 2 9 1 roll }", "{" + "dup " * 400 + "}",
                                  "{ 2 " + "dup mul " * 2000 + "cvi }"])  # fmt: skip
def test_what_cannot_be_run_is_told_when_it_is(text: str) -> None:
    run, _ = program(text.encode("ascii"))
    with pytest.raises(BrokenProgram):
        run(() if text == "{ pop }" else (1.0,))


def test_broken_functions_are_refused(pdf: pikepdf.Pdf) -> None:
    itself = pdf.make_indirect(Dictionary(FunctionType=3, Domain=Array([0, 1]), Bounds=Array(), Encode=Array([0, 1])))
    itself.Functions = Array([itself])
    short, wide = sampled(pdf, b"ab", [3]), sampled(pdf, b"", [60000, 60000])
    for function in (itself, short, wide, Dictionary(FunctionType=9, Domain=Array([0, 1])), Dictionary(FunctionType=2, N=1)):
        with pytest.raises(Uncomputable):
            function_of(function)
