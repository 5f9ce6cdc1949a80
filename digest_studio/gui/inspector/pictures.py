"""Pictures in the inspector: what is known of them, and their pixels in the size of a thumbnail."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from digest_studio.assets.facts import ImageFacts
from digest_studio.display.items import ImageRef
from digest_studio.gui.controller import Controller
from digest_studio.gui.style import paint_icon
from digest_studio.paint.qt.pictures import Photo as Wanted

Crop = tuple[float, float, float, float]


def facts_of(controller: Controller, name: str) -> ImageFacts | None:
    """The facts of an image of the issue; None if it is missing, broken, or none."""
    made = controller.made
    if made is not None and name in made.images:
        return made.images[name]
    path = controller.picture_path(name)
    if path is None:
        return None
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return _looked_into(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _looked_into(path: Path, changed: int, size: int) -> ImageFacts | None:
    """Of a picture that no page shows yet: its header is read here and now, once for each version of the file."""
    from digest_studio.assets.images import look_into_image
    from digest_studio.assets.problems import Problem

    try:
        return look_into_image(path)[0]
    except (OSError, Problem):
        return None


def pixels_of(controller: Controller, facts: ImageFacts, width: float, height: float) -> QImage | None:
    """The whole picture for a box of (width, height) device pixels, or as much as there is yet."""
    fit = min(width / facts.width, height / facts.height)
    return pixels_at(controller, facts, facts.width * fit, facts.height * fit)


def pixels_at(controller: Controller, facts: ImageFacts, width: float, height: float) -> QImage | None:
    """The whole picture at (width, height) device pixels."""
    ref = ImageRef(facts.path, facts.digest, facts.width, facts.height)
    return controller.painting.pictures.get(Wanted.of_size(ref, width, height))


def paint_thumbnail(painter: QPainter, controller: Controller, name: str, box: QRectF, crop: Crop | None = None) -> None:
    """The picture, cut to fill `box`; an icon in a quiet frame where it cannot be shown."""
    facts = facts_of(controller, name)
    picture = None
    if facts is not None:
        ratio = painter.device().devicePixelRatioF()
        x0, y0, x1, y1 = crop or (0.0, 0.0, 1.0, 1.0)
        width, height = (x1 - x0) * facts.width, (y1 - y0) * facts.height
        fill = max(box.width() / width, box.height() / height)
        picture = pixels_at(controller, facts, facts.width * fill * ratio, facts.height * fill * ratio)
        if picture is not None and not picture.isNull():
            shown_w, shown_h = box.width() / fill / facts.width, box.height() / fill / facts.height
            left = min(max((x0 + x1 - shown_w) / 2, 0.0), 1 - shown_w)
            top = min(max((y0 + y1 - shown_h) / 2, 0.0), 1 - shown_h)
            source = QRectF(left * picture.width(), top * picture.height(), shown_w * picture.width(), shown_h * picture.height())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, picture, source)
            return
    painter.fillRect(box, QColor("#d0d0ce"))
    image = QRectF(box.center().x() - 8, box.center().y() - 8, 16, 16)
    paint_icon(painter, "image" if facts else "file-warning", image, QColor("#77797c"))
