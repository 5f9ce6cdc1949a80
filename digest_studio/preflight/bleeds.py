"""What touches the trim has to run over it: pictures, areas, lines and advertisements that end too early."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.geometry import Rect, mm, to_mm
from digest_studio.base.say import say
from digest_studio.display.document import Document, Page
from digest_studio.display.items import PlacedImage, Shape
from digest_studio.layout.shared import TOUCHING
from digest_studio.model.issue import Ad
from digest_studio.preflight.inks import problem_at
from digest_studio.preflight.placing import seen
from digest_studio.preflight.profile import MAGAZINE, Limits

NO_ADS: Mapping[str, Ad] = {}


def bleeds(document: Document, art: Mapping[str, Ad] = NO_ADS, limits: Limits = MAGAZINE.limits) -> Iterator[Diagnostic]:
    """Pictures, areas and lines that touch the trim and end before the bleed does. `art`: advertisements by their images'
    paths."""
    for at in seen(document):
        match at.item:
            case PlacedImage(image=image):
                ad = art.get(image.path)
                name = say("advertisement {ad}", ad=ad.id) if ad else Path(image.path).name
                yield from missing_bleed(at.box, at.page, name, ad, limits)
            case Shape():
                yield from missing_bleed(at.box, at.page, say("a coloured area") if at.item.fill else say("a line"), None, limits)


def missing_bleed(box: Rect, page: Page, name: str, ad: Ad | None, limits: Limits = MAGAZINE.limits) -> Iterator[Diagnostic]:
    """What a thing that is seen in `box` lacks of bleed."""
    reach = (-box.x, -box.y, box.right - page.width, box.bottom - page.height)
    if box.right <= 0 or box.bottom <= 0 or box.x >= page.width or box.y >= page.height:
        return
    short = [there for there in reach if -TOUCHING < there < page.bleed - mm(limits.bleed_missing)]
    if short:
        missing = to_mm(page.bleed - min(short), 1)
        remedy = say("let it run over the trim, or keep it away from it")
        if ad:
            remedy = say("ask for it with bleed, and say how much it has (bleed:)")
        problem = Diagnostic(
            "bleed", say("{name} touches the trim and lacks {missing:g} mm of bleed", name=name, missing=missing), remedy,
            source=ad.source if ad else None, ad=ad.id if ad else None,
            value=to_mm(max(0.0, min(short)), 1), limit=to_mm(page.bleed, 1),
        )
        yield problem_at(page, box, problem)
