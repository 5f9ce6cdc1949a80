"""What other lengths of the issue would cost, and the signatures that they make: reckoned when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.fit import price_level, price_words
from digest_studio.gui.inspector.form import quiet, tool
from digest_studio.gui.inspector.ledger import Offer, Offers
from digest_studio.gui.style import RHYTHM
from digest_studio.model.alter import set_issue
from digest_studio.plan.ledger import Length
from digest_studio.plan.signatures import signatures


class Lengths(QWidget):
    """A question; then a row for each length. One that can be reached is looked at by pointing, and wished for by a click."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._offers = Offers(controller, self)
        self._wanted = False
        self._made: Made | None = None
        self.ask = tool(self, "ruler", self.tr("What would other lengths cost?"), self._ask, words=True)
        self.rows: tuple[QWidget, ...] = ()
        self._waiting = quiet(self.tr("Reckoning …"), self)
        self._waiting.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(RHYTHM // 2)
        self._column.addWidget(self.ask)
        self._column.addWidget(self._waiting)
        controller.asides.lengths_came.connect(self._take_lengths)

    def take(self, made: Made) -> None:
        """New pages: what was asked once is reckoned anew."""
        if self._wanted and (self._made is None or made.document is not self._made.document):
            self._controller.asides.ask_lengths()
        self._made = made

    def _ask(self) -> None:
        self._wanted = True
        self._waiting.setVisible(not self.rows)
        self._controller.asides.ask_lengths()

    def _take_lengths(self, lengths: Sequence[Length]) -> None:
        if not self._wanted or self._controller.made is None:
            return
        self._waiting.hide()
        for each in self.rows:
            self._column.removeWidget(each)
            self._offers.remove(each)
        now = len(self._controller.made.plan.pages)
        self.rows = tuple(self._row(each, now) for each in lengths)
        for each in self.rows:
            self._column.addWidget(each)

    def _row(self, length: Length, now: int) -> QWidget:
        sheets = " + ".join(map(str, signatures(length.pages)))
        if length.cost is None:
            return quiet(self.tr("%n page(s): cannot be reached", "", length.pages), self)
        if length.pages == now:
            return quiet(self.tr("%n page(s) in signatures of {sheets}: as it is", "", length.pages).format(sheets=sheets), self)
        assert self._controller.made is not None
        page = self._controller.made.theme.fitting.page
        words = self.tr("%n page(s) in signatures of {sheets}", "", length.pages).format(sheets=sheets)
        offer = Offer(words, price_words(length.cost, page), price_level(length.cost, page), self)
        tried = self.tr("Preview: {what}").format(what=words)
        self._offers.add(offer, partial(set_issue, changes={"pages": length.pages}), tried)
        return offer
