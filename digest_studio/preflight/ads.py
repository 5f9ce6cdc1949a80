"""Booked advertisements: colours that are no ink, fonts that did not come along, artwork of another size or without bleed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from digest_studio.assets.facts import ImageFacts
from digest_studio.assets.pdfboxes import MalformedPdf, PageBoxes, page_boxes
from digest_studio.assets.pdfcolours import colours_used
from digest_studio.assets.pdffonts import fonts_lacking
from digest_studio.assets.pdfopen import open_pdf, page_object
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect, to_mm
from digest_studio.base.say import say
from digest_studio.display.document import Document
from digest_studio.display.items import PlacedPdf
from digest_studio.model.issue import Ad, AdEntry, Issue
from digest_studio.preflight.bleeds import missing_bleed
from digest_studio.preflight.placing import Seen, cut, seen
from digest_studio.preflight.profile import MAGAZINE, Limits

_INK_MODES = frozenset(("1", "L", "LA", "La", "I", "I;16", "I;16B", "CMYK"))
"""Pillow's modes of pictures that need no conversion."""


def ads(
    issue: Issue, document: Document, images: Mapping[str, ImageFacts], limits: Limits = MAGAZINE.limits,
) -> Iterator[Diagnostic]:
    """What is wrong with the booked advertisements' artwork, by the advertisements' names."""
    placed: dict[tuple[str, int], Seen] = {}
    for at in seen(document):
        if isinstance(at.item, PlacedPdf):
            placed.setdefault((at.item.path, at.item.page), at)
    booked = {entry.ad for entry, _ in issue.entries() if isinstance(entry, AdEntry)}
    for ad in (issue.ads[name] for name in sorted(booked & set(issue.ads))):
        facts = images.get(ad.file)
        if facts is not None:
            yield from _image_ad(ad, facts)
        for (path, number), at in placed.items():
            if Path(path) == Path(issue.folder, ad.file).absolute():
                yield from _pdf_ad(ad, number, at, limits)


def _image_ad(ad: Ad, facts: ImageFacts) -> Iterator[Diagnostic]:
    if facts.mode not in _INK_MODES and not ad.convert:
        yield Diagnostic(
            "ad-colour", say("advertisement {ad} is in {mode}, not in CMYK", ad=ad.id, mode=facts.mode),
            say("ask the advertiser for it in CMYK, or let it be converted: convert: true"),
            source=ad.source, ad=ad.id, value=facts.mode,
        )


def _pdf_ad(ad: Ad, number: int, at: Seen, limits: Limits) -> Iterator[Diagnostic]:
    assert isinstance(at.item, PlacedPdf)
    path = Path(at.item.path)
    try:
        used, lacking = colours_used(path, number), fonts_lacking(path, number)
        with open_pdf(path) as pdf:
            boxes = page_boxes(page_object(pdf, number))
    except (OSError, MalformedPdf):
        return  # told when it was looked into
    remedy = say("ask the advertiser for PDF/X in CMYK")
    if ad.convert:
        remedy = say("ask the advertiser for PDF/X in CMYK; PDFs cannot be converted yet, only images")
    elif used == {"RGB"}:
        remedy = say("ask the advertiser for PDF/X in CMYK, or for a CMYK image")
    for colour in sorted(used):
        message = say("advertisement {ad} uses the spot colour {colour}", ad=ad.id, colour=colour)
        if colour in ("RGB", "Lab"):
            message = say("advertisement {ad} uses {colour}, not CMYK alone", ad=ad.id, colour=colour)
        yield _of_ad("ad-colour", ad, at, message, remedy, value=colour)
    for font in sorted(lacking):
        message = say("advertisement {ad} is set in {font}, which is not embedded", ad=ad.id, font=font)
        yield _of_ad("ad-font", ad, at, message, say("ask the advertiser for PDF/X"), value=font)
    yield from _size(ad, boxes, at, limits)
    yield from missing_bleed(cut(_art(boxes, at.item), at.box), at.page, say("advertisement {ad}", ad=ad.id), ad, limits)


def _art(boxes: PageBoxes, item: PlacedPdf) -> Rect:
    """Where all of the artwork is, its bleed and what lies outside."""
    trim, media = boxes.shown(boxes.trim), boxes.shown(boxes.media)
    scale = item.trim.width / trim.width
    left, top = item.trim.x - (trim.x - media.x) * scale, item.trim.y - (trim.y - media.y) * scale
    return Rect(left, top, media.width * scale, media.height * scale)


def _size(ad: Ad, boxes: PageBoxes, at: Seen, limits: Limits) -> Iterator[Diagnostic]:
    """Artwork that had to be scaled into its place."""
    assert isinstance(at.item, PlacedPdf)
    trim, shown = boxes.shown(boxes.trim), at.item.trim
    scale = round(100 * shown.width / trim.width, 1)
    if abs(scale - 100) > limits.stretch:
        drawn = f"{to_mm(trim.width, 0):g} × {to_mm(trim.height, 0):g}"
        place = f"{to_mm(shown.width, 0):g} × {to_mm(shown.height, 0):g}"
        message = say("advertisement {ad} is drawn for {drawn} mm and is scaled to {scale:g} %", ad=ad.id, drawn=drawn,
                      scale=scale)
        remedy = say("ask for it in the size of its place, {place} mm, or see that nothing is lost", place=place)
        yield _of_ad("ad-size", ad, at, message, remedy, Severity.WARNING, scale)


def _of_ad(
    rule: str, ad: Ad, at: Seen, message: str, remedy: str, severity: Severity = Severity.ERROR, value: float | str | None = None,
) -> Diagnostic:
    return Diagnostic(
        rule, message, remedy, severity, source=ad.source, page=at.page.number, box=at.box, ad=ad.id, value=value,
        limit=100 if rule == "ad-size" else None,
    )
