"""Advertisements of part of a page whose artwork has another shape than their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect, mm, to_mm
from digest_studio.base.say import say
from digest_studio.display.document import Document, Page, walk
from digest_studio.display.items import Frame, PlacedImage, PlacedPdf
from digest_studio.model.issue import Ad, Issue
from digest_studio.preflight.checks import WHOLE_PAGES

_EXACT = 0.01  # points


def other_shapes(issue: Issue, document: Document) -> Iterator[Diagnostic]:
    """Artwork that does not fill its part of the page, each once."""
    parts = {f"ad:{ad.id}": ad for ad in issue.ads.values() if ad.size not in WHOLE_PAGES}
    for page in document.pages if parts else ():
        for item in page.items:
            if isinstance(item, Frame) and item.name in parts and (art := art_on(page, item.name)):
                ad = parts.pop(item.name)
                if not fills(art, item.box, ad):
                    yield _other_shape(ad, art, item.box, page)


def art_on(page: Page, name: str) -> PlacedPdf | PlacedImage | None:
    """The artwork of the advertisement whose frame has this name."""
    for item, _, _ in walk(page.items):
        if isinstance(item, PlacedPdf | PlacedImage) and item.tag.element == name:
            return item
    return None


def fills(art: PlacedPdf | PlacedImage, box: Rect, ad: Ad) -> bool:
    """Whether the artwork reaches its box on every side, an image with its bleed."""
    shown, whole = (art.trim, box) if isinstance(art, PlacedPdf) else (art.box, box.expanded(mm(ad.bleed)))
    return abs(shown.width - whole.width) < _EXACT and abs(shown.height - whole.height) < _EXACT


def _other_shape(ad: Ad, art: PlacedPdf | PlacedImage, box: Rect, page: Page) -> Diagnostic:
    place = f"{to_mm(box.width, 1):g} × {to_mm(box.height, 1):g}"
    if isinstance(art, PlacedPdf):
        drawn = _drawn(art)
        message = say("advertisement {ad} is drawn for {drawn} mm and stands in the middle of its place of {place} mm",
                      ad=ad.id, drawn=drawn, place=place)
    else:
        shown = art.box.expanded(-mm(ad.bleed))
        drawn = f"{to_mm(shown.width, 1):g} × {to_mm(shown.height, 1):g}"
        message = say("advertisement {ad} is {drawn} mm large in the middle of its place of {place} mm, which has another shape",
                      ad=ad.id, drawn=drawn, place=place)
    remedy = say("ask the advertiser for it in {place} mm, or book the size that it has", place=place)
    return Diagnostic("ad-size", message, remedy, Severity.WARNING, source=ad.source, page=page.number, box=box, ad=ad.id,
                      value=drawn, limit=place)


def _drawn(art: PlacedPdf) -> str:
    """The artwork's own size in mm."""
    from digest_studio.assets.pdfboxes import page_boxes
    from digest_studio.assets.pdfopen import open_pdf, page_object

    with open_pdf(Path(art.path)) as pdf:
        boxes = page_boxes(page_object(pdf, art.page))
    width, height = boxes.trimmed
    return f"{to_mm(width, 1):g} × {to_mm(height, 1):g}"
