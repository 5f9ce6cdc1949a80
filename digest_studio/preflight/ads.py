"""Booked advertisements: colours that are no ink, fonts that did not come along, artwork of another size or without bleed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from digest_studio.assets.facts import ImageFacts
from digest_studio.assets.pdfboxes import Box, PageBoxes
from digest_studio.assets.pdfspaces import SCREEN
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect, to_mm
from digest_studio.base.say import say
from digest_studio.display.document import Document
from digest_studio.display.items import Frame, PlacedImage, PlacedPdf
from digest_studio.model.issue import Ad, AdEntry, Issue
from digest_studio.preflight.artwork import OTHER_SHAPE, SPACES_OF_INK, Art, art_of, for_ads, page_problems
from digest_studio.preflight.bleeds import missing_bleed
from digest_studio.preflight.checks import WHOLE_PAGES
from digest_studio.preflight.parts import fills
from digest_studio.preflight.placing import Seen, cut, owner, seen
from digest_studio.preflight.profile import MAGAZINE, Limits

EXACT_SCALE = 0.005
"""Artwork that is scaled by less is as it was drawn."""


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
            yield from _cut_image(ad, facts, document)
        for (_, number), at in placed.items():
            if owner(at.page, at.box).ad == ad.id:
                yield from _pdf_ad(ad, number, at, limits)


def _image_ad(ad: Ad, facts: ImageFacts) -> Iterator[Diagnostic]:
    if facts.mode not in SPACES_OF_INK and not ad.convert:
        yield Diagnostic(
            "ad-colour", say("advertisement {ad} is in {mode}, not in CMYK", ad=ad.id, mode=facts.mode),
            say("ask the advertiser for it in CMYK, or let it be converted: convert: true"),
            source=ad.source, ad=ad.id, value=facts.mode,
        )


def _cut_image(ad: Ad, facts: ImageFacts, document: Document) -> Iterator[Diagnostic]:
    """A picture of another shape than the page that it fills: of its sides or of its head and foot something is cut off."""
    at = next((at for at in seen(document) if isinstance(at.item, PlacedImage) and at.item.tag.element == f"ad:{ad.id}"), None)
    if at is None or ad.size not in WHOLE_PAGES:
        return
    assert isinstance(at.item, PlacedImage)
    box = at.item.box
    if abs(facts.width / facts.height / (box.width / box.height) - 1) > OTHER_SHAPE:
        drawn = f"{to_mm(box.width, 0):g} × {to_mm(box.width * facts.height / facts.width, 0):g}"
        place = f"{to_mm(box.width, 0):g} × {to_mm(box.height, 0):g}"
        message = say("advertisement {ad} is, as wide as its place, {drawn} mm large, and is cut to {place} mm", ad=ad.id,
                      drawn=drawn, place=place)
        remedy = say("ask for it in the size of its place, {place} mm, or see that nothing is lost", place=place)
        yield Diagnostic("ad-size", message, remedy, Severity.WARNING, source=ad.source, page=at.page.number, box=at.box,
                         ad=ad.id, value=drawn, limit=place)


def _pdf_ad(ad: Ad, number: int, at: Seen, limits: Limits) -> Iterator[Diagnostic]:
    assert isinstance(at.item, PlacedPdf)
    art = art_of(Path(at.item.path), at.item.digest, number)
    if art is None:
        return  # told when it was looked into
    for box, problem in page_problems(_printed(art, at.item), for_ads(limits)):
        if ad.convert and (problem.rule == "ad-blend" or problem.value in SCREEN):
            continue  # it is converted while the file is written, which is then read back
        place = _on_page(box, art.boxes, at.item) if box else at.box
        yield replace(
            problem, message=say("advertisement {ad}: {problem}", ad=ad.id, problem=problem.message), source=ad.source, ad=ad.id,
            page=at.page.number, box=place, remedy=_REMEDIES.get(problem.rule, problem.remedy),
        )
    frame = next((f.box for f in at.page.items if isinstance(f, Frame) and f.name == f"ad:{ad.id}"), at.item.trim)
    if ad.size in WHOLE_PAGES or fills(at.item, frame, ad):  # else its shape is told already
        yield from _size(ad, art.boxes, at, frame, limits)
    yield from missing_bleed(cut(_art(art.boxes, at.item), at.box), at.page, say("advertisement {ad}", ad=ad.id), ad, limits)


_REMEDIES = {
    "ad-colour": say("ask the advertiser for PDF/X in CMYK, or let it be converted: convert: true"),
    "ad-font": say("ask the advertiser for PDF/X"),
}


def _printed(art: Art, item: PlacedPdf) -> Art:
    """The artwork with resolutions, sizes of type and lines as they are where it is scaled into its place."""
    scale = item.trim.width / art.boxes.shown(art.boxes.trim).width
    if art.content is None or abs(scale - 1) < EXACT_SCALE:
        return art
    content = art.content
    return art._replace(content=content._replace(
        pictures=tuple(drawn._replace(ppi=drawn.ppi / scale) for drawn in content.pictures),
        texts=tuple(text._replace(size=text.size * scale) for text in content.texts),
        thin=(content.thin[0] * scale, content.thin[1]) if content.thin else None,
    ))


def _on_page(box: Box, boxes: PageBoxes, item: PlacedPdf) -> Rect:
    """Where a part of the artwork is on the page."""
    trim, there = boxes.shown(boxes.trim), boxes.shown(box)
    scale = item.trim.width / trim.width
    left, top = item.trim.x + (there.x - trim.x) * scale, item.trim.y + (there.y - trim.y) * scale
    return cut(Rect(left, top, there.width * scale, there.height * scale), item.clip)


def _art(boxes: PageBoxes, item: PlacedPdf) -> Rect:
    """Where all of the artwork is, its bleed and what lies outside."""
    trim, media = boxes.shown(boxes.trim), boxes.shown(boxes.media)
    scale = item.trim.width / trim.width
    left, top = item.trim.x - (trim.x - media.x) * scale, item.trim.y - (trim.y - media.y) * scale
    return Rect(left, top, media.width * scale, media.height * scale)


def _size(ad: Ad, boxes: PageBoxes, at: Seen, frame: Rect, limits: Limits) -> Iterator[Diagnostic]:
    """Artwork that had to be scaled into its place, the `frame`; that of a spread goes over two pages."""
    assert isinstance(at.item, PlacedPdf)
    (width, height), shown = boxes.trimmed, at.item.trim
    scale = round(100 * shown.width / width, 1)
    if abs(scale - 100) > limits.stretch:
        drawn = f"{to_mm(width, 0):g} × {to_mm(height, 0):g}"
        across = 2 if ad.size == "spread" and len(ad.pages) == 1 else 1
        place = f"{to_mm(across * frame.width, 0):g} × {to_mm(frame.height, 0):g}"
        message = say("advertisement {ad} is drawn for {drawn} mm and is scaled to {scale:g} %", ad=ad.id, drawn=drawn,
                      scale=scale)
        remedy = say("ask for it in the size of its place, {place} mm, or see that nothing is lost", place=place)
        yield Diagnostic(
            "ad-size", message, remedy, Severity.WARNING, source=ad.source, page=at.page.number, box=at.box, ad=ad.id,
            value=scale, limit=100,
        )
