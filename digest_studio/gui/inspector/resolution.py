"""How finely a photograph prints where it stands: pixels per inch, live while its crop is dragged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digest_studio.app.session import Made
from digest_studio.assets.facts import ImageFacts
from digest_studio.base.geometry import Rect, to_mm
from digest_studio.gui.pages.marks import boxes
from digest_studio.gui.selection import Selection
from digest_studio.gui.style import ERROR, RHYTHM, WARNING
from digest_studio.layout.picture import crop_for, effective_ppi, image_ref
from digest_studio.model.issue import Photo
from digest_studio.preflight.profile import Limits

FINE = 300
"""Pixels per inch of good offset print."""
LEAST = Limits().image_ppi
"""What preflight asks of photographs."""
_WRAPPED = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap.value)
FINE_COLOUR = QColor("#3d8b5f")


@dataclass(frozen=True, slots=True)
class Printed:
    """A photograph on a page: the page's number, the box in points, pixels per inch, the part that is seen."""

    page: int
    box: Rect
    ppi: int
    seen: tuple[float, float, float, float]


def printed(made: Made, selection: Selection, photo: Photo, facts: ImageFacts | None) -> tuple[Printed, ...]:
    """Every place where the photograph stands, with the crop and focus that `photo` has now."""
    return tuple(_printed(made, selection, photo, facts)) if facts else ()


def _printed(made: Made, selection: Selection, photo: Photo, facts: ImageFacts) -> Iterator[Printed]:
    kind = "article" if selection.owner == "author" else selection.owner
    numbers = {
        page.number for page in made.plan.pages for item in page.items
        if item.kind == kind and (not selection.id or item.id == selection.id)
    }  # fmt: skip
    anywhere = Selection("photo", selection.id, selection.index, None, selection.owner)
    for page in made.document.pages:
        for box in boxes(page, anywhere) if page.number in numbers else ():
            seen = crop_for(facts.width, facts.height, box.width / box.height, photo.focus, photo.crop)
            yield Printed(page.number, box, int(effective_ppi(image_ref(facts), seen, box) + 1e-6), seen)


def verdict(ppi: int) -> QColor:
    """The colour of a resolution: what preflight says of it, and good from 300."""
    if ppi < LEAST.error:
        return ERROR
    return WARNING if ppi < LEAST.warning else FINE_COLOUR


class Gauge(QWidget):
    """Pixels per inch in figures and as a bar, with a mark at 300."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printed: Printed | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Resolution"))

    def show_printed(self, printed: Printed | None) -> None:
        self.printed = printed
        self.updateGeometry()
        self.setAccessibleDescription(self.text())
        self.setToolTip(
            self.tr("{fine} pixels per inch print well; below {warning} preflight warns, below {error} it is an error.").format(
                fine=FINE, warning=round(LEAST.warning), error=round(LEAST.error)
            )
        )
        self.update()

    def text(self) -> str:
        """The figures."""
        if self.printed is None:
            return self.tr("Not on a page")
        box = self.printed.box
        return self.tr("{ppi} ppi at {width} × {height} mm, page {page}").format(
            ppi=self.printed.ppi, width=round(to_mm(box.width)), height=round(to_mm(box.height)), page=self.printed.page
        )

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, self.heightForWidth(160))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._words_height(width) + 2 * RHYTHM

    def _words_height(self, width: int) -> int:
        """The figures stand in two lines where one is too narrow."""
        return self.fontMetrics().boundingRect(0, 0, width, 1 << 16, _WRAPPED, self.text()).height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        line = self._words_height(self.width())
        painter.setPen(self.palette().windowText().color() if self.isEnabled() else self.palette().placeholderText().color())
        painter.drawText(self.rect(), _WRAPPED, self.text())
        bar = QRectF(0, line + 4, self.width(), 4)
        painter.fillRect(bar, self.palette().midlight())
        if self.printed is not None:
            filled = min(1.0, self.printed.ppi / (2 * FINE)) * bar.width()
            painter.fillRect(QRectF(bar.left(), bar.top(), filled, bar.height()), verdict(self.printed.ppi))
        painter.fillRect(QRectF(bar.center().x() - 0.5, bar.top() - 2, 1, bar.height() + 4), self.palette().windowText())
