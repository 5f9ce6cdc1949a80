"""Proofs made in the background: of the newest wish, by the newest profile, never older than the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from digest_studio.assets.inks import OVER, viewed
from digest_studio.assets.outputs import OutputProfile
from digest_studio.assets.viewing import Viewing
from digest_studio.base.colour import Colour
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect
from digest_studio.base.say import say
from digest_studio.display.document import Page
from digest_studio.display.items import rectangle
from digest_studio.paint.qt.piece import Piece
from digest_studio.paint.qt.proofs import BackgroundProofs, Proof
from tests.press.material import output

PLAIN = Viewing()
SHEET = Rect(0, 0, 40, 30)
TEAL, HEAVY = Colour((0.9, 0.3, 0.4, 0.2), (0.0, 0.4, 0.4)), Colour((1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0))


def piece(colour: Colour = TEAL, number: int = 1) -> Piece:
    """A page of one colour, a pixel a point."""
    made = Page(number, "1", "1", True, SHEET.width, SHEET.height, 0, (rectangle(SHEET, colour),))
    return Piece(made, 1.0, SHEET, 0, 0, 40, 30)


@pytest.fixture
def proofs(qapp: object, qtbot: QtBot) -> Iterator[BackgroundProofs]:
    made = BackgroundProofs()
    with qtbot.waitSignal(made.output_changed):
        made.prove_for(output)
    yield made
    made.stop()


def proved(proofs: BackgroundProofs, qtbot: QtBot, wanted: Piece, viewing: Viewing = PLAIN) -> Proof:
    """The piece's proof, once it is there."""
    found: list[Proof] = []

    def there() -> bool:
        proof = proofs.get(wanted, viewing)
        found[:] = [proof] if proof is not None and proof.viewing == viewing else []
        return bool(found)

    qtbot.waitUntil(there, timeout=20_000)
    return found[0]


def colour_of(proof: Proof) -> tuple[int, int, int]:
    shown = QColor(proof.pixels.toImage().pixelColor(20, 15))
    return shown.red(), shown.green(), shown.blue()


def test_a_proof_looks_as_its_inks_do(proofs: BackgroundProofs, qtbot: QtBot) -> None:
    for viewing in (Viewing(), Viewing(paper=True), Viewing("C"), Viewing("MY"), Viewing(over=True)):
        proof = proved(proofs, qtbot, piece(), viewing)
        assert colour_of(proof) == viewed(proof.inks, output(), viewing).getpixel((20, 15))


def test_a_proof_knows_its_inks(proofs: BackgroundProofs, qtbot: QtBot) -> None:
    assert proved(proofs, qtbot, piece()).ink_at(20, 15) == pytest.approx((90, 30, 40, 20), abs=0.3)


def test_too_much_ink_is_marked(proofs: BackgroundProofs, qtbot: QtBot) -> None:
    assert colour_of(proved(proofs, qtbot, piece(HEAVY), Viewing(over=True))) == OVER


def test_nobody_waits_for_a_proof(proofs: BackgroundProofs) -> None:
    assert proofs.get(piece(), Viewing()) is None


def test_a_changed_page_is_not_shown_as_it_was(proofs: BackgroundProofs, qtbot: QtBot) -> None:
    proved(proofs, qtbot, piece())
    assert proofs.get(piece(HEAVY), Viewing()) is None


def test_until_it_is_looked_at_in_another_way_it_is_shown_as_it_was(proofs: BackgroundProofs, qtbot: QtBot) -> None:
    same = piece()
    before = proved(proofs, qtbot, same)
    assert proofs.get(same, Viewing(paper=True)) is before
    assert proved(proofs, qtbot, same, Viewing(paper=True)).inks is before.inks  # painted once


def test_another_profile_forgets_the_proofs(proofs: BackgroundProofs, qtbot: QtBot) -> None:
    same = piece(Colour((0.7, 0.6, 0.6, 0.3), (0.2, 0.2, 0.2)))
    assert colour_of(proved(proofs, qtbot, same, Viewing(over=True))) != OVER
    with qtbot.waitSignal(proofs.output_changed):
        proofs.prove_for(lambda: replace(output(), ink_limit=200.0))
    assert colour_of(proved(proofs, qtbot, same, Viewing(over=True))) == OVER


def test_without_a_profile_there_is_no_proof_but_a_reason(proofs: BackgroundProofs, qtbot: QtBot) -> None:
    reason = Diagnostic("press-profile", say("there is no output profile {name}", name="gone.icc"))
    with qtbot.waitSignal(proofs.output_changed) as told:
        proofs.prove_for(lambda: reason)
    assert told.args == [reason]
    assert proofs.get(piece(), Viewing()) is None


@pytest.mark.parametrize(("preferred", "first"), [([], 3), ([1], 1)])
def test_what_is_preferred_comes_first_or_else_the_newest(
    proofs: BackgroundProofs, qtbot: QtBot, preferred: list[int], first: int
) -> None:
    loading = Event()
    order: list[int] = []

    def load() -> OutputProfile:
        loading.wait(20)
        return output()

    wishes = [piece(number=number) for number in (1, 2, 3)]
    proofs.prove_for(load)
    proofs.prefer(piece(number=number) for number in preferred)
    for wish in wishes:
        proofs.get(wish, Viewing())
    proofs.ready.connect(lambda: order.extend(
        each.page.number for each in wishes if each.page.number not in order and proofs.get(each, Viewing())
    ))  # fmt: skip
    loading.set()
    qtbot.waitUntil(lambda: len(order) == 3, timeout=20_000)
    assert order[0] == first


def test_a_damaged_profile_harms_nothing(proofs: BackgroundProofs, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(proofs.output_changed):
        proofs.prove_for(lambda: replace(output(), data=output().data[:2000]))
    proofs.get(piece(), Viewing())
    with qtbot.waitSignal(proofs.output_changed):
        proofs.prove_for(output)
    assert colour_of(proved(proofs, qtbot, piece()))
