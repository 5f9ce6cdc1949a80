"""The one picture of a cover, a divider, the contents, an author, a signature: to be chosen, dropped, opened, taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digest_studio.app.studio.staging import Target
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.choose import ask_for_picture, bring_picture, choose_picture
from digest_studio.gui.inspector.dropping import dropped_pictures
from digest_studio.gui.inspector.form import button_row, tool
from digest_studio.gui.inspector.pictures import facts_of, paint_thumbnail
from digest_studio.gui.selection import Selection
from digest_studio.gui.style import ACCENT
from digest_studio.model.alter import PhotoAt, photo_at, put_photo, set_author
from digest_studio.model.edits import Edit
from digest_studio.model.issue import Issue, Photo

HEIGHT = 144
"""Pixels of a picture in the pane, at most."""
SIGNATURE_HEIGHT = 56


class PicturePlace(QWidget):
    """Shows the picture and its buttons. Its subclasses say which picture it is."""

    def __init__(self, controller: Controller, height: int, opened: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.controller = controller
        self.setAcceptDrops(True)
        self._preview = _Preview(controller, height, opened, self)
        self._put = tool(self, "image", self.tr("Choose a picture"), self._choose, words=True)
        self._of_picture = [tool(self, "trash-2", self.tr("Take away"), self.clear)]
        if opened is not None:
            self._of_picture.insert(0, tool(self, "crop", self.tr("Crop and caption"), opened))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._preview)
        layout.addWidget(button_row(self, self._put, *self._of_picture))

    # What its subclasses say

    @property
    def target(self) -> Target:
        """Where a file goes that is dropped here."""
        raise NotImplementedError

    def picture(self, issue: Issue) -> Photo | None:
        raise NotImplementedError

    def edit(self, issue: Issue, name: str | None) -> Edit:
        """Puts the picture of that name there; None: none."""
        raise NotImplementedError

    # What it does

    def refresh(self, issue: Issue) -> None:
        photo = self.picture(issue)
        self._preview.show_photo(photo)
        self._preview.setVisible(photo is not None)
        self._put.setText(self.tr("Choose a picture") if photo is None else self.tr("Replace"))
        for button in self._of_picture:
            button.setVisible(photo is not None)

    def put(self, name: str) -> None:
        """Put the picture of that name there; what was said of another one goes with that one."""
        self._apply(name)

    def clear(self) -> None:
        self._apply(None)

    def _apply(self, name: str | None) -> None:
        issue = self.controller.issue
        if issue is not None:
            self.controller.apply(self.edit(issue, name))

    def _choose(self) -> None:
        below = self._put.mapToGlobal(QPoint(0, self._put.height()))
        choose_picture(self.controller, self, below, self.put, self._ask)

    def _ask(self) -> None:
        ask_for_picture(self.controller, self, self.put, self.target)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._preview.set_aimed_at(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._preview.set_aimed_at(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._preview.set_aimed_at(False)
        files = dropped_pictures(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            bring_picture(self.controller, files[0], self.put, self.target)


class PhotoPlace(PicturePlace):
    """A photograph that stands alone; a click on it leads to its crop."""

    def __init__(self, controller: Controller, at: PhotoAt) -> None:
        super().__init__(controller, HEIGHT, self._open)
        self.at = at

    @property
    def target(self) -> Target:
        return Target("photo", at=self.at)

    def picture(self, issue: Issue) -> Photo | None:
        return photo_at(issue, self.at)

    def edit(self, issue: Issue, name: str | None) -> Edit:
        return put_photo(issue, self.at, None if name is None else Photo(name))

    def _open(self) -> None:
        owner = self.at
        self.controller.select(Selection("photo", owner.id, owner.number, owner=owner.owner))


class SignaturePlace(PicturePlace):
    """The picture of an author's signature."""

    def __init__(self, controller: Controller, article: str) -> None:
        super().__init__(controller, SIGNATURE_HEIGHT)
        self._article = article

    @property
    def target(self) -> Target:
        return Target("signature", article=self._article)

    def picture(self, issue: Issue) -> Photo | None:
        author = issue.articles[self._article].author
        return Photo(author.signature) if author and author.signature else None

    def edit(self, issue: Issue, name: str | None) -> Edit:
        return set_author(issue, self._article, {"signature": name})


class _Preview(QFrame):
    """A picture as wide as the pane, if it is not too high for that; a click opens it."""

    def __init__(self, controller: Controller, height: int, opened: Callable[[], object] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._photo: Photo | None = None
        self._opened = opened
        self._aimed_at = False
        self.setFixedHeight(height)
        if opened is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(self.tr("Crop and caption"))
        controller.painting.pictures.ready.connect(self._repaint)  # type: ignore[attr-defined]

    def show_photo(self, photo: Photo | None) -> None:
        self._photo = photo
        self.update()

    def set_aimed_at(self, aimed_at: bool) -> None:
        """Whether a picture that is dragged would be dropped here."""
        self._aimed_at = aimed_at
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._opened is not None:
            self._opened()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._photo is None:
            return
        painter = QPainter(self)
        box = self._box()
        painter.fillRect(box, Qt.GlobalColor.white)
        paint_thumbnail(painter, self._controller, self._photo.file, box, self._photo.crop)
        if self._aimed_at:
            painter.setPen(QPen(ACCENT, 4))
            painter.drawRect(box)

    def _box(self) -> QRectF:
        """The part that may be seen, as large as there is room for."""
        facts = facts_of(self._controller, self._photo.file) if self._photo else None
        room = QRectF(self.rect())
        if facts is None or self._photo is None:
            return QRectF(0, 0, min(60, room.width()), min(44, room.height()))
        left, top, right, bottom = self._photo.crop or (0.0, 0.0, 1.0, 1.0)
        width, height = (right - left) * facts.width, (bottom - top) * facts.height
        fit = min(room.width() / width, room.height() / height)
        return QRectF(0, 0, width * fit, height * fit)

    def _repaint(self, wanted: object) -> None:
        self.update()
