"""Artwork of an advertisement by itself, as the Ghent Workgroup's MagazineAds has it: what its advertiser is asked to mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from digest_studio.assets.facts import ImageFacts
from digest_studio.assets.images import look_into_image
from digest_studio.assets.pdfboxes import Box, MalformedPdf, PageBoxes, page_boxes
from digest_studio.assets.pdfcontent import content_of
from digest_studio.assets.pdfopen import open_pdf, page_object
from digest_studio.assets.pdfpainted import Content
from digest_studio.assets.pdfs import look_into_pdf
from digest_studio.assets.problems import Problem
from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.geometry import Rect, mm, to_mm
from digest_studio.base.say import say
from digest_studio.preflight.inkmean import ink_of_file, ink_of_page
from digest_studio.preflight.painted import name_of, painted
from digest_studio.preflight.profile import MAGAZINE, Limits

INK, SMALLEST_TEXT = 305.0, 9.0
"""Of an advertisement: per cent of ink on one spot or as a mean, and points of white or multi-ink text; the issue itself has
320 and 8."""
RASTER_PPI = 450.0
"""Pixels per inch of a page that is one picture, text and all, under which it is a warning."""

OTHER_SHAPE = 0.02
"""A picture whose proportion differs from its place's by more is of another shape."""

SPACES_OF_INK = frozenset(("1", "L", "LA", "La", "I", "I;16", "I;16B", "CMYK"))
"""Pillow's modes of pictures that need no conversion."""

_RULES = {"pdf-colour": "ad-colour", "pdf-font": "ad-font"}


class Art(NamedTuple):
    """A page of artwork looked into: its boxes and what it is painted with; `unread` says why that cannot be told."""

    boxes: PageBoxes
    content: Content | None
    unread: str = ""


def for_ads(limits: Limits) -> Limits:
    """An issue's limits, as strict as those of advertisements are where they are stricter."""
    most = INK if limits.ink is None else min(limits.ink, INK)
    mean = min(limits.ink_mean, INK)
    return replace(limits, ink=most, ink_mean=mean, smallest_text=max(limits.smallest_text, SMALLEST_TEXT))


@lru_cache(maxsize=64)
def art_of(path: Path, digest: str, number: int) -> Art | None:
    """Page `number` of the file at `path`, whose content has the fingerprint `digest`; None if it cannot be opened."""
    try:
        with open_pdf(path) as pdf:
            page = page_object(pdf, number)
            boxes = page_boxes(page)
            try:
                return Art(boxes, content_of(page))
            except MalformedPdf as error:
                return Art(boxes, None, str(error))
    except (OSError, MalformedPdf):
        return None


def page_problems(art: Art, limits: Limits) -> Iterator[tuple[Box | None, Diagnostic]]:
    """What is wrong with what a page is painted with, each with its place in the page's user space."""
    if art.content is None:
        message = say("its page cannot be looked at: {reason}", reason=art.unread)
        yield None, Diagnostic("ad-file", message, say("ask the advertiser for PDF/X"), Severity.WARNING)
        return
    if is_raster(art):
        limits = replace(limits, image_ppi=replace(limits.image_ppi, warning=RASTER_PPI))
    for where, problem in painted(art.content, limits, 0):
        rule = _RULES.get(problem.rule, problem.rule)
        yield (where.box if where else None), replace(problem, rule=rule, page=None)
    for space, where in art.content.blends.items():
        if space not in ("CMYK", "") and not (space == "Gray" and "SMask" in where.path):
            message = say("transparency blends in {space} ({object})", space=space, object=name_of(where))
            remedy = say("let transparency blend in CMYK, or flatten it")
            yield where.box, Diagnostic("ad-blend", message, remedy, Severity.WARNING, value=space, limit="CMYK")


def is_raster(art: Art) -> bool:
    """Whether the page is one picture and nothing else: text in it is as coarse as its pixels."""
    content = art.content
    if content is None or len(content.pictures) != 1 or content.texts or content.fills:
        return False
    box, trim = content.pictures[0].where.box, art.boxes.trim
    area = (trim[2] - trim[0]) * (trim[3] - trim[1])
    return box is not None and (box[2] - box[0]) * (box[3] - box[1]) >= 0.9 * area


def check_artwork(
    path: Path, place: tuple[float, float] | None = None, bleed: float = 3.0, limits: Limits = MAGAZINE.limits, number: int = 1,
) -> tuple[Diagnostic, ...]:
    """All that an advertiser should be told of the file at `path`. `place`: the trimmed size that is booked, in points (None:
    the file's own); `bleed`: mm. Raises OSError if it cannot be read."""
    with path.open("rb") as file:
        head = file.read(1024)
    source = Source(path.name)
    limits = for_ads(limits)
    try:
        if b"%PDF-" in head:
            return tuple(replace(found, source=source) for found in _pdf(path, place, bleed, limits, number))
        facts, oddity = look_into_image(path)
    except Problem as problem:
        return (problem.diagnostic(path.name),)
    odd = (oddity.diagnostic(path.name, Severity.WARNING),) if oddity else ()
    return (*odd, *(replace(found, source=source) for found in _image(facts, place, bleed, limits)))


def _pdf(path: Path, place: tuple[float, float] | None, bleed: float, limits: Limits, number: int) -> Iterator[Diagnostic]:
    facts, errors, oddities = look_into_pdf(path, (number,))
    yield from (error.diagnostic(path.name) for error in errors)
    yield from (oddity.diagnostic(path.name, Severity.WARNING) for oddity in oddities)
    if number not in facts:
        return
    known = facts[number]
    if known.pages != 1:
        message = say("the PDF has {count} pages", count=known.pages)
        yield Diagnostic("ad-pages", message, say("send one page in a file"), Severity.WARNING, value=known.pages, limit=1)
    art = art_of(path, known.digest, number)
    if art is None:
        return
    trim = known.trim
    if place is not None and (abs(trim.width - place[0]) > mm(1) or abs(trim.height - place[1]) > mm(1)):
        yield wrong_size((trim.width, trim.height), place)
    lacking = least_bleed(known.bleed, trim)
    if lacking < mm(bleed) - 0.5:
        remedy = say("let everything at the edge run {bleed:g} mm over it, and state TrimBox and BleedBox", bleed=bleed)
        message = say("it has {has:g} mm of bleed", has=to_mm(max(0.0, lacking), 1))
        yield Diagnostic("bleed", message, remedy, value=to_mm(max(0.0, lacking), 1), limit=bleed)
    yield from (problem for _, problem in page_problems(art, limits))
    yield from _ink_of_page(path, number, art, limits)


def _ink_of_page(path: Path, number: int, art: Art, limits: Limits) -> Iterator[Diagnostic]:
    """Pictures in a page that take too much ink."""
    pictures = art.content.pictures if art.content else ()
    ppi_of = {drawn.where.number: drawn.ppi for drawn in pictures if drawn.space == "CMYK" and drawn.where.number}
    if not ppi_of:
        return
    with open_pdf(path) as pdf:
        heavy = [ink for _, ink in ink_of_page(page_object(pdf, number), ppi_of) if ink > limits.ink_mean]
    if heavy:
        yield _heavy(max(heavy), limits)


def _heavy(ink: float, limits: Limits) -> Diagnostic:
    message = say("a picture takes {ink:.0f} % of ink, as a mean over 15 mm; {most:.0f} % dry in time", ink=ink,
                  most=limits.ink_mean)
    remedy = say("convert it for coated paper (ISO Coated v2 300 % or PSO Coated v3)")
    return Diagnostic("ink", message, remedy, value=round(ink), limit=round(limits.ink_mean))


def least_bleed(bleed: Rect, trim: Rect) -> float:
    """Points from the trim to the nearest edge of the bleed."""
    return min(trim.x - bleed.x, trim.y - bleed.y, bleed.right - trim.right, bleed.bottom - trim.bottom)


def wrong_size(has: tuple[float, float], place: tuple[float, float]) -> Diagnostic:
    """Artwork that is drawn for another place; sizes in points."""
    drawn = f"{to_mm(has[0], 0):g} × {to_mm(has[1], 0):g}"
    booked = f"{to_mm(place[0], 0):g} × {to_mm(place[1], 0):g}"
    message = say("it is drawn for {drawn} mm, and {booked} mm are booked", drawn=drawn, booked=booked)
    return Diagnostic("ad-size", message, say("send it in the size of its place"), value=drawn, limit=booked)


def _image(facts: ImageFacts, place: tuple[float, float] | None, bleed: float, limits: Limits) -> Iterator[Diagnostic]:
    if facts.mode not in SPACES_OF_INK:
        message = say("the picture is in {mode}, not in CMYK", mode=facts.mode)
        yield Diagnostic("ad-colour", message, say("send it in CMYK, best as PDF/X"), value=facts.mode, limit="CMYK")
    ink = ink_of_file(Path(facts.path), 300.0)
    if ink is not None and ink > limits.ink_mean:
        yield _heavy(ink, limits)
    if place is None:
        return
    inches = [(side + 2 * mm(bleed)) / 72 for side in place]
    ppi = int(min(facts.width / inches[0], facts.height / inches[1]) + 1e-6)
    least = limits.line_art_ppi if facts.mode == "1" else replace(limits.image_ppi, warning=RASTER_PPI)
    if ppi < least.highest:
        limit = int(least.error if ppi < least.error else least.warning)
        message = say("at the size of its place it has {ppi} pixels per inch, {limit} are needed", ppi=ppi, limit=limit)
        severity = Severity.ERROR if ppi < least.error else Severity.WARNING
        remedy = say("send it as PDF/X, so that its text stays sharp, or in more pixels")
        yield Diagnostic("image-resolution", message, remedy, severity, value=ppi, limit=limit)
    ratio, wished = facts.width / facts.height, inches[0] / inches[1]
    if abs(ratio / wished - 1) > OTHER_SHAPE:
        wide, high = place[0] + 2 * mm(bleed), place[1] + 2 * mm(bleed)
        yield other_shape((wide, wide / ratio), (wide, high), bleed)


def other_shape(has: tuple[float, float], place: tuple[float, float], bleed: float) -> Diagnostic:
    """A picture, as large as it would be printed, of another shape than its place with its `bleed` (mm); sizes in points."""
    drawn = f"{to_mm(has[0], 0):g} × {to_mm(has[1], 0):g}"
    booked = f"{to_mm(place[0], 0):g} × {to_mm(place[1], 0):g}"
    message = say("as wide as its place it is {drawn} mm, and {booked} mm are booked", drawn=drawn, booked=booked)
    remedy = say("send it in {booked} mm, without bleed", booked=booked)
    if bleed:
        remedy = say("send it in {booked} mm, {bleed:g} mm of bleed on every side included", booked=booked, bleed=bleed)
    return Diagnostic("ad-size", message, remedy, Severity.WARNING, value=drawn, limit=booked)
