"""Small pictures of a PDF's pages: its bleed with what is in it, each with the place of its trim."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from digest_studio.app.guarded import Lost, streamed
from digest_studio.assets.pdfboxes import MalformedPdf, PageBoxes, page_boxes
from digest_studio.assets.pdfopen import open_pdf, page_object
from digest_studio.base.geometry import Rect
from digest_studio.display.items import ImageRef

PPI = 220.0
"""Pixels per inch on the report's paper."""
QUALITY = 82
MOST = 300
"""Pages that are drawn; a report that is longer is read by nobody."""


PATIENCE = 20.0
"""Seconds for a page: the file may be anybody's."""
MEMORY = 640 << 20


class Thumbnail(NamedTuple):
    """A page's picture. `trim`: where the trim is within it, as fractions; `size`: the trimmed page in points."""

    image: ImageRef
    trim: Rect
    size: tuple[float, float]

    @property
    def ratio(self) -> float:
        """Height per width."""
        return self.image.height / self.image.width


def thumbnails(pdf: Path, indices: Collection[int], folder: Path, width: float) -> dict[int, Thumbnail]:
    """Pictures of the pages with these indices (from 0), `width` points wide in print, as files in `folder`.

    A page that cannot be drawn, or not in time, has none; nor has what comes after one that takes too long.
    """
    found: dict[int, Thumbnail] = {}
    with suppress(Lost):
        found.update(streamed(lambda: _each(pdf, indices, folder, width), PATIENCE, MEMORY))
    return found


def _each(pdf: Path, indices: Collection[int], folder: Path, width: float) -> Iterator[tuple[int, Thumbnail]]:
    import pypdfium2

    try:
        with open_pdf(pdf) as opened, pypdfium2.PdfDocument(pdf) as document:
            for index in sorted(indices)[:MOST]:
                try:
                    boxes = page_boxes(page_object(opened, index + 1))
                    yield index, _drawn(document, index, boxes, folder, width)
                except (MalformedPdf, pypdfium2.PdfiumError):
                    continue
    except (OSError, MalformedPdf, pypdfium2.PdfiumError):
        return


def _drawn(document: Any, index: int, boxes: PageBoxes, folder: Path, width: float) -> Thumbnail:
    """Draw what is within the BleedBox."""
    page = document[index]
    page.set_cropbox(*boxes.bleed)
    page.close()
    page = document[index]  # a new page is shown by its new box
    shown, trim = boxes.shown(boxes.bleed), boxes.shown(boxes.trim)
    scale = PPI / 72 * width / shown.width
    picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    page.close()
    path = folder / f"{index + 1}.jpg"
    picture.save(path, "JPEG", quality=QUALITY)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    place = Rect(
        (trim.x - shown.x) / shown.width, (trim.y - shown.y) / shown.height, trim.width / shown.width, trim.height / shown.height
    )
    return Thumbnail(ImageRef(str(path), digest, *picture.size), place, (trim.width, trim.height))
