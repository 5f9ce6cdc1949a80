"""The fields of an advertisement."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from digest_studio.app.session import Made
from digest_studio.app.studio.staging import Target
from digest_studio.base.geometry import Rect
from digest_studio.gui.controller import Controller
from digest_studio.gui.inspector.choose import IMAGES, ask_for_files, bring_picture
from digest_studio.gui.inspector.fields import Bound, CheckField
from digest_studio.gui.inspector.form import FieldMaker, Form, tool
from digest_studio.gui.inspector.parse import ARTWORK_PAGES, BLEED, OPTIONAL
from digest_studio.gui.inspector.pictures import facts_of, pixels_of
from digest_studio.gui.style import paint_icon
from digest_studio.model.arrange import set_ad
from digest_studio.model.issue import Ad, Issue
from digest_studio.paint.qt.pictures import Artwork


class AdForm(Form):
    """What was booked, and where it may stand."""

    def __init__(self, controller: Controller, ad: str) -> None:
        super().__init__(controller, self.tr("Advertisement"))
        self._ad = ad
        self._fields = FieldMaker(
            self, lambda issue: issue.ads[ad], lambda issue, changes: set_ad(issue, ad, changes), ("ad", ad)
        )
        self._preview = _ArtworkPreview(controller, ad, self)
        self.add(self._preview, shows=True)
        self.add(tool(self, "file-image", self.tr("Other artwork"), self._replace, words=True))
        self._booking()
        self._place()
        self.finish()
        if controller.made is not None:
            self.take(controller.made)

    def take(self, made: Made) -> None:
        pages = [page.number for page in made.plan.pages if any(i.kind == "ad" and i.id == self._ad for i in page.items)]
        ad = made.issue.ads.get(self._ad)
        where = self.tr("Page {pages}").format(pages=", ".join(map(str, pages))) if pages else self.tr("In the pool: not printed")
        parts = [where]
        if ad is not None:
            width, height = made.theme.ad_sizes[ad.size]
            parts += [self.tr("{width} × {height} mm").format(width=f"{width:g}", height=f"{height:g}"), ad.file]
        self.summary.setText(" · ".join(parts))

    def _booking(self) -> None:
        fields = self._fields
        sizes = (
            ("full-page", self.tr("Full page")),
            ("half-page", self.tr("Half page")),
            ("half-page-vertical", self.tr("Half page, upright")),
            ("third-page", self.tr("Third of a page")),
            ("quarter-page", self.tr("Quarter of a page")),
            ("spread", self.tr("Spread")),
        )  # fmt: skip
        self.row(self.tr("Advertiser"), fields.line("advertiser"))
        self.row(self.tr("Size"), fields.choice("size", *sizes))
        self.pair(
            (self.tr("Artwork's page"), fields.line("pages", ARTWORK_PAGES)),
            (self.tr("Bleed in an image, mm"), fields.line("bleed", BLEED)),
        )
        self.row(self.tr("Description (alt)"), fields.text("alt", OPTIONAL, hint=self.tr("What it shows and says")))

    def _place(self) -> None:
        fields = self._fields
        sides = (("any", self.tr("Either")), ("left", self.tr("Left")), ("right", self.tr("Right")))
        positions = (
            ("any", self.tr("Anywhere")), ("back-cover", self.tr("Back cover")), ("inside-front-cover", self.tr("Inside front")),
            ("inside-back-cover", self.tr("Inside back")),
        )  # fmt: skip
        self.heading(self.tr("Place"))
        self.pair((self.tr("Side"), fields.choice("side", *sides)), (self.tr("Position"), fields.choice("position", *positions)))
        fixed = CheckField(fields.bound("fixed"), self.tr("Fixed"))
        self.check(fixed, self.tr("It may not be moved from its place in the outline"))
        self.check(CheckField(fields.bound("convert"), self.tr("Convert colours")), self.tr("Unfit colours may be converted"))
        self.heading(self.tr("Not facing"))
        self.add(_NotFacing(fields.bound("not_facing"), self._ad, self), shows=True)

    def _replace(self) -> None:
        kinds = f"{self.tr('Artwork')} (*.pdf {IMAGES})"
        for path in ask_for_files(self.controller, self, kinds, several=False):
            self.take_artwork(path)

    def take_artwork(self, path: Path) -> None:
        """Make a file the artwork; what was booked stays."""
        bring_picture(self.controller, path, self._fields.bound("file").put, Target("artwork", ad=self._ad))


class _NotFacing(QListWidget):
    """The other advertisements, with a tick at those that may not share a spread with it."""

    def __init__(self, bound: Bound, ad: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bound = bound
        self._ad = ad
        self.setAccessibleName(self.tr("Not facing"))
        self.setToolTip(self.tr("Those that may not share a spread with it"))
        self.setStyleSheet("QListWidget::item { padding: 3px 2px; }")
        self.itemChanged.connect(self._take)

    def refresh(self, issue: Issue) -> None:
        chosen: tuple[str, ...] = self._bound.read(issue)
        others = [ad for ad in issue.ads.values() if ad.id != self._ad]
        self.blockSignals(True)
        self.clear()
        for ad in others:
            item = QListWidgetItem(ad.advertiser or ad.id)
            item.setData(Qt.ItemDataRole.UserRole, ad.id)
            item.setCheckState(Qt.CheckState.Checked if ad.id in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        if not others:
            empty = QListWidgetItem(self.tr("There is no other advertisement"))
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(empty)
        self.blockSignals(False)
        rows = min(max(1, self.count()), 5)
        self.setFixedHeight(rows * (self.sizeHintForRow(0) or 20) + 2 * self.frameWidth() + 2)

    def _take(self, _item: QListWidgetItem) -> None:
        items = (self.item(row) for row in range(self.count()))
        ticked = [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
        self._bound.put(tuple(name for name in ticked if name))


class _ArtworkPreview(QFrame):
    """The artwork's page, or the image."""

    def __init__(self, controller: Controller, ad: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._id = ad
        self._ad: Ad | None = None
        self.setFixedHeight(160)
        self.setAccessibleName(self.tr("Artwork"))
        controller.painting.pictures.ready.connect(self._repaint)  # type: ignore[attr-defined]

    def refresh(self, issue: Issue) -> None:
        self._ad = issue.ads[self._id]
        self.setToolTip(self._ad.file)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = self._pixels() if self._ad else None
        room = QRectF(self.rect())
        if picture is None or picture.isNull():
            painter.fillRect(room, self.palette().midlight())
            centre = QRectF(room.center().x() - 12, room.center().y() - 12, 24, 24)
            paint_icon(painter, "file-image", centre, self.palette().placeholderText().color())
            return
        fit = min(room.width() / picture.width(), room.height() / picture.height())
        width, height = picture.width() * fit, picture.height() * fit
        box = QRectF(0.0, 0.0, width, height)
        painter.fillRect(box, Qt.GlobalColor.white)
        painter.drawImage(box, picture)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _pixels(self) -> QImage | None:
        assert self._ad is not None
        ratio = self.devicePixelRatioF()
        if not self._ad.file.lower().endswith(".pdf"):
            facts = facts_of(self._controller, self._ad.file)
            return pixels_of(self._controller, facts, self.width() * ratio, self.height() * ratio) if facts else None
        path = self._controller.picture_path(self._ad.file)
        if path is None or not path.is_file():
            return None
        across, down = self._shape()
        height = round(self.height() * ratio)
        stamp = f"{path}:{path.stat().st_mtime_ns}"
        page = Rect(0.0, 0.0, 1.0, 1.0)
        wanted = Artwork(str(path), stamp, self._ad.pages[0], page, max(1, round(height * across / down)), height)
        return self._controller.painting.pictures.get(wanted)

    def _shape(self) -> tuple[float, float]:
        """Width and height of the artwork's page, as its size says."""
        made, ad = self._controller.made, self._ad
        if made is None or ad is None:
            return 1.0, 1.414
        theme = made.theme
        return theme.ad_sizes.get(ad.size, (theme.page.width, theme.page.height))

    def _repaint(self, wanted: object) -> None:
        self.update()
