"""The page beside the text: it follows the cursor, and a click on it puts the cursor there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from digest_studio.app.session import Made
from digest_studio.gui.controller import Controller
from digest_studio.gui.editor.places import OnPage, Places
from digest_studio.gui.pages.view import PagesView
from digest_studio.gui.style import ACCENT

PAUSE_MS = 80
"""After the last key or the last new page, until the page follows: while one types, it need not look at each letter."""
_MARK = QColor(ACCENT.red(), ACCENT.green(), ACCENT.blue(), 46)


class PageBeside(PagesView):
    """The pages with the line marked in which the cursor stands."""

    position_wanted = Signal(int)
    """A position in the article's Markdown that was clicked on its page."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self._article = ""
        self._position = 0
        self._places: Places | None = None
        self._marked: OnPage | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._follow)
        self.set_fit("page")
        self.setAccessibleName(self.tr("The page of the text"))
        self.clicked.connect(self._clicked)
        controller.made_changed.connect(self._made)

    def follow(self, article: str, position: int) -> None:
        """Show where that character of the article's Markdown is set."""
        if article != self._article:
            self._article, self._places, self._marked = article, None, None
        self._position = position
        self._soon.start()

    @property
    def marked(self) -> OnPage | None:
        """The line that is marked."""
        return self._marked

    def position_at(self, page: int, x: float, y: float) -> int | None:
        """The position in the article's Markdown of what is set at a point of a page."""
        places = self._known_places()
        return places.at(page, x, y) if places else None

    def _known_places(self) -> Places | None:
        made = self.controller.made
        if self._places is None and made is not None and self._article:
            self._places = Places(made, self._article)
        return self._places

    def _made(self, made: Made, changed: frozenset[int]) -> None:
        self._places = None
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._soon.start()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        places = self._known_places()
        self._marked = places.on_page(self._position) if places else None
        if self._marked is not None:
            self.show_box(self._marked.page, self._marked.box)
        self.viewport().update()

    def _clicked(self, page: int, x: float, y: float) -> None:
        position = self.position_at(page, x, y)
        if position is not None:
            self.position_wanted.emit(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        lying = self.board.lying(self._marked.page) if self._marked else None
        if lying is not None and self._marked is not None and self._marked.box.width:
            box: QRectF = self.box_in_view(self._marked.box.moved(lying.trim.x, lying.trim.y))
            painter = QPainter(self.viewport())
            painter.fillRect(box.adjusted(-2, 0, 2, 0), _MARK)
            painter.fillRect(QRectF(box.left() - 6, box.top(), 2, box.height()), ACCENT)
