"""What is being dragged over the flat plan, and what the planner says to it at each slot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor

from digest_studio.app.session import Made
from digest_studio.gui.flatplan.painting import colour_of
from digest_studio.gui.flatplan.words import tr
from digest_studio.gui.outline.things import FORMAT, Thing, carried, decoded, pictures
from digest_studio.model.arrange import Carried, carry
from digest_studio.model.edits import Place
from digest_studio.model.issue import Issue
from digest_studio.plan.result import Plan
from digest_studio.plan.slots import Ground, Slot, Verdict, place_at, settle, verdict_at


@dataclass(frozen=True, slots=True)
class Carrying:
    """A drag over the pages of `made`. `things` are empty where files are dragged in from the desktop."""

    made: Made
    ground: Ground
    things: tuple[Thing, ...]
    taken: tuple[Carried, ...]

    @classmethod
    def of(cls, made: Made, data: QMimeData) -> Carrying | None:
        """The drag of `data`; None for what cannot be dropped here."""
        if data.hasFormat(FORMAT):
            things = decoded(made.issue, bytes(data.data(FORMAT).data()))
            taken = tuple(carried(made.issue, things))
            return cls(made, Ground(made.issue, made.plan, made.theme), things, taken) if things else None
        files = any(url.isLocalFile() for url in data.urls())
        return cls(made, Ground(made.issue, made.plan, made.theme), (), ()) if files else None

    def verdict(self, slot: Slot) -> Verdict:
        """What would come of a drop at a slot."""
        if not self.things:
            place = place_at(self.ground, slot)
            return Verdict(place, pages=len(self.made.plan.pages)) if isinstance(place, Place) else Verdict(refused=place)
        if pictures(self.things):
            return Verdict(refused=tr("A picture stands with an article: drop it on one in the outline"))
        if not self.taken:
            return Verdict(refused=tr("What is carried is no longer there"))
        return verdict_at(self.ground, self.taken, slot)

    def issue_at(self, slot: Slot) -> Issue | None:
        """The issue after a drop at a slot; None where nothing would be planned anew."""
        found = self.verdict(slot)
        if not self.taken or found.page is None or found.stays or found.place is None:
            return None
        return carry(self.made.issue, self.taken, found.place)[1]

    def settle(self, slot: Slot, after: Plan) -> None:
        """The drop at a slot was planned: what is said of it is what would come."""
        place = place_at(self.ground, slot)
        if isinstance(place, Place):
            settle(self.ground, self.taken, place, after)

    def colour(self, found: Verdict | None) -> QColor:
        """The colour in which a verdict is shown."""
        return colour_of(found, len(self.made.plan.pages))

    def place(self, slot: Slot | None) -> Place | None:
        """The place in the outline to which a drop at a slot leads; None where nothing comes of it."""
        found = self.verdict(slot) if slot is not None else None
        return found.place if found is not None and found.allowed and not found.stays else None
