"""Pages as PNG files, painted as the studio paints them; no display is needed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from digest_studio.display.document import Document, Page
from digest_studio.paint.qt.painter import PaintResources, paint_page
from digest_studio.paint.qt.pictures import DirectPictures

Progress = Callable[[int, int], None]
"""Told how many pages are done, and how many there are."""

_INCH = 72.0


def render_pages(
    document: Document,
    numbers: Collection[int] | None,
    dpi: float,
    directory: Path,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write the pages with these physical numbers (None: all) as `page-001.png`, … into `directory`, trimmed, at `dpi`.

    The directory is made if it is not there. Returns the files written. Raises OSError if one cannot be written.
    """
    directory.mkdir(parents=True, exist_ok=True)
    pages = [page for page in document.pages if numbers is None or page.number in numbers]
    with _application():
        return tuple(_painted(pages, dpi, directory, progress))


def _painted(pages: list[Page], dpi: float, directory: Path, progress: Progress | None) -> Iterator[Path]:
    resources = PaintResources(DirectPictures())
    for done, page in enumerate(pages, 1):
        target = directory / f"page-{page.number:03d}.png"
        _write(picture_of(page, dpi, resources), target)
        if progress:
            progress(done, len(pages))
        yield target


def picture_of(page: Page, dpi: float, resources: PaintResources) -> QImage:
    """The trimmed page at `dpi`, with its resolution noted."""
    scale = dpi / _INCH
    image = QImage(max(1, round(page.width * scale)), max(1, round(page.height * scale)), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_page(painter, page, scale, resources=resources)
    painter.end()
    return image


@contextmanager
def _application() -> Iterator[None]:
    """The application that Qt's fonts need: the one that runs, or one for the while, which wants no display."""
    made = None
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        made = QGuiApplication(sys.argv[:1])
    yield
    del made


def _write(image: QImage, target: Path) -> None:
    """Write the file whole or not at all."""
    part = target.with_name(f".{target.name}.part")
    try:
        writer = QImageWriter(str(part), QByteArray(b"png"))
        if not writer.write(image):
            raise OSError(errno.EIO, writer.errorString(), str(target))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
