"""What may be asked of a booklet's sheets."""

from __future__ import annotations

from math import nan

import pytest

from digest_studio.app.folding import Folding, creep, folding_mistake, signatures_of
from digest_studio.base.geometry import mm


@pytest.mark.parametrize(("folding", "said"), [
    (Folding(signature=10), "8 would be right"),
    (Folding(up=4, signature=12), "16 would be right"),
    (Folding(signature=0), "4 would be right"),
    (Folding(signature=-8), "4 would be right"),
    (Folding(signature=10**9), "512 would be right"),
    (Folding(up=3), "2 or 4"),
    (Folding(creep=40), "from 0 to 10"),
    (Folding(creep=-1), "from 0 to 10"),
    (Folding(creep=nan), "not possible"),
    (Folding(paper=3), "0.1 is usual"),
    (Folding(paper=0), "0.1 is usual"),
    (Folding(creep=1, paper=0.1), "give one of the two"),
])
def test_numbers_that_cannot_be_folded_are_told_with_what_would_be_right(folding: Folding, said: str) -> None:
    assert said in folding_mistake(folding)


@pytest.mark.parametrize("folding", [
    Folding(), Folding(signature=4), Folding(up=4, signature=8), Folding(signature=512), Folding(creep=0), Folding(paper=0.1),
])
def test_sound_numbers_are_taken(folding: Folding) -> None:
    assert folding_mistake(folding) == ""


def test_a_book_is_one_signature_unless_told_otherwise() -> None:
    assert signatures_of(44, Folding()) == (44,)
    assert signatures_of(44, Folding(up=4)) == (48,)
    assert signatures_of(44, Folding(signature=16)) == (16, 16, 8, 4)
    assert signatures_of(44, Folding(gathered=True)) == (16, 16, 8, 4)
    assert signatures_of(8, Folding(signature=32)) == (8,)


def test_creep_follows_from_paper_and_from_how_the_signatures_lie() -> None:
    assert creep(Folding(paper=0.1), (44,)) == pytest.approx(mm(1.0))  # eleven leaves, ten of them around the innermost
    assert creep(Folding(paper=0.1, gathered=True), (16, 16, 8, 4)) == pytest.approx(mm(0.3))
    assert creep(Folding(creep=1.2), (44,)) == pytest.approx(mm(1.2))
    assert creep(Folding(), (44,)) == 0
