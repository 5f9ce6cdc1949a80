"""Painting an issue's pages: `python tests/benchmarks/painting.py ISSUE [--dpi 100] [--rounds 30]`.

For the page with most words and for the page with most photographs: painting for the first time (text made ready, pictures
decoded) and again with everything kept, and a wheel's turn of zoom, where text is kept and pictures are shown in another
size. Prints the median and the 95th percentile in milliseconds. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from digest_studio.app.session import Refused, make, open_issue
from digest_studio.display.document import Page, walk
from digest_studio.display.items import PlacedImage, TextLine
from digest_studio.paint.qt.painter import PaintResources, paint_page
from digest_studio.paint.qt.pictures import DirectPictures


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("issue", type=Path)
    options.add_argument("--dpi", type=float, default=100)
    options.add_argument("--rounds", type=int, default=30)
    chosen = options.parse_args()
    opened = open_issue(chosen.issue)
    if isinstance(opened, Refused):
        sys.exit("\n".join(map(str, opened.problems)))
    pages = make(opened).document.pages
    application = QGuiApplication(sys.argv[:1])
    wordy, pictured = max(pages, key=words), max(pages, key=photographs)
    scale = chosen.dpi / 72
    for page in (wordy, pictured):
        print(f"page {page.number}: {words(page)} words, {photographs(page)} photographs, at {chosen.dpi:g} dpi")
        report("first", [first(page, scale) for _ in range(chosen.rounds)])
        report("again", again(page, scale, chosen.rounds))
        report("next zoom", zoomed(page, scale, chosen.rounds))
    del application


def words(page: Page) -> int:
    lines = (item for item, _, _ in walk(page.items) if isinstance(item, TextLine))
    return sum(len("".join("".join(run.text) for run in line.runs).split()) for line in lines)


def photographs(page: Page) -> int:
    return sum(isinstance(item, PlacedImage) for item, _, _ in walk(page.items))


def first(page: Page, scale: float) -> float:
    return paint(canvas(page, scale), page, scale, PaintResources(DirectPictures()))


def again(page: Page, scale: float, rounds: int) -> list[float]:
    resources = PaintResources(DirectPictures())
    sheet = canvas(page, scale)
    paint(sheet, page, scale, resources)
    return [paint(sheet, page, scale, resources) for _ in range(rounds)]


def zoomed(page: Page, scale: float, rounds: int) -> list[float]:
    """Each time at another scale, by a hundredth, with pictures of one size: as in a window while better ones are made."""
    resources = PaintResources(Fixed(DirectPictures()))
    sheet = canvas(page, scale * 2)
    paint(sheet, page, scale, resources)
    return [paint(sheet, page, scale * (1 + n / 100), resources) for n in range(1, rounds + 1)]


class Fixed:
    """Pictures in the size in which they were asked for first."""

    def __init__(self, source: DirectPictures) -> None:
        self._source = source
        self._first: dict[object, QImage | None] = {}

    def get(self, wanted):  # type: ignore[no-untyped-def]
        if wanted.subject not in self._first:
            self._first[wanted.subject] = self._source.get(wanted)
        return self._first[wanted.subject]


def canvas(page: Page, scale: float) -> QImage:
    return QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)


def paint(sheet: QImage, page: Page, scale: float, resources: PaintResources) -> float:
    """Milliseconds."""
    painter = QPainter(sheet)
    start = time.perf_counter()
    paint_page(painter, page, scale, resources=resources)
    taken = time.perf_counter() - start
    painter.end()
    return taken * 1000


def report(name: str, times: list[float]) -> None:
    times.sort()
    print(f"  {name:10} p50 {statistics.median(times):6.2f} ms   p95 {times[int(len(times) * 0.95)]:6.2f} ms")


if __name__ == "__main__":
    main()
