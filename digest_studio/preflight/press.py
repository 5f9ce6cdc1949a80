"""What a printer would send back: ink, advertisements in colours of the screen, pictures that end at the trim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from digest_studio.assets.facts import ImageFacts
from digest_studio.assets.outputs import OutputProfile
from digest_studio.assets.pdfboxes import MalformedPdf, page_boxes
from digest_studio.assets.pdfcolours import colours_used
from digest_studio.assets.pdffonts import fonts_lacking
from digest_studio.assets.pdfopen import open_pdf, page_object
from digest_studio.base.colour import Colour
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect, to_mm
from digest_studio.display.document import Document, Page
from digest_studio.display.items import Close, CurveTo, Group, Item, PlacedImage, PlacedPdf, Shape, TextLine
from digest_studio.model.issue import Ad, AdEntry, Issue

# Ghent Workgroup 2022, SheetCMYK: text this black may have this much ink in all, in per cent; more cannot be held in register.
RICH_BLACK = 85.0
RICH_BLACK_TEXT = 280.0

# From the same: what is knocked out of other inks, or made of several, has to be this large not to close up, in points.
SMALLEST_TEXT = 8.0
THINNEST_LINE = 0.25

NO_ADS: Mapping[str, Ad] = {}

TOUCHING = 1.0
"""Points from the trim within which a thing is meant to run off the page."""
SHORT = 0.5
"""Points that may be missing of the bleed: rounding, no more."""

_INK_MODES = frozenset(("1", "L", "LA", "La", "I", "I;16", "I;16B", "CMYK"))
"""Pillow's modes of pictures that need no conversion."""



def press_preflight(
    issue: Issue, document: Document, output: OutputProfile, images: Mapping[str, ImageFacts],
) -> tuple[Diagnostic, ...]:
    """What is wrong for a press that `output` describes, in page order."""
    art = {images[ad.file].path: ad for ad in issue.ads.values() if ad.file in images}
    found = [*inks(document, output), *fine_print(document), *ads(issue, document, images), *bleeds(document, art)]
    return tuple(sorted(found, key=lambda problem: problem.page or 0))


# Ink


def inks(document: Document, output: OutputProfile) -> Iterator[Diagnostic]:
    """Colours that no press holds, each where it is first used."""
    seen: set[tuple[Colour, bool]] = set()
    for page in document.pages:
        for colour, is_text in _colours(page.items):
            if (colour, is_text) not in seen:
                seen.add((colour, is_text))
                yield from _ink(colour, is_text, page.number, output)


def _colours(items: tuple[Item, ...]) -> Iterator[tuple[Colour, bool]]:
    """Every colour in use, and whether it is text's."""
    for item in items:
        match item:
            case Group():
                yield from _colours(item.items)
            case TextLine():
                yield from ((run.colour, True) for run in item.runs)
            case Shape():
                yield from ((colour, False) for colour in (item.fill, item.stroke) if colour is not None)


def _ink(colour: Colour, is_text: bool, page: int, output: OutputProfile) -> Iterator[Diagnostic]:
    total, black = 100 * sum(colour.cmyk), 100 * colour.cmyk[3]
    name = colour.name or "colour"
    if total > output.ink_limit + 0.1:
        yield Diagnostic(
            "ink", f"{name} has {total:.0f} % of ink; {output.description} takes {output.ink_limit:.0f} %",
            "give it less ink in the theme's colours", page=page, value=round(total), limit=round(output.ink_limit),
        )
    elif is_text and black >= RICH_BLACK and total > RICH_BLACK_TEXT:
        yield Diagnostic(
            "rich-black-text", f"text in {name} has {total:.0f} % of ink; black text may have {RICH_BLACK_TEXT:.0f} %",
            "set it in black alone", page=page, value=round(total), limit=round(RICH_BLACK_TEXT),
        )
    if colour.overprint and total == 0:
        yield Diagnostic(
            "white-overprint", f"{name} is white and overprints: it would not be seen",
            "take overprint: away in the theme's colours", page=page,
        )


def fine_print(document: Document) -> Iterator[Diagnostic]:
    """White or many-coloured text and lines that close up or show their inks side by side, each kind where it first is."""
    seen: set[tuple[Colour, float, bool]] = set()
    for page in document.pages:
        for colour, size, is_text in _sizes(page.items):
            limit = SMALLEST_TEXT if is_text else THINNEST_LINE
            if size < limit - 0.005 and _inks_used(colour) != 1 and (colour, size, is_text) not in seen:
                seen.add((colour, size, is_text))
                what = "white" if _inks_used(colour) == 0 else f"{_inks_used(colour)} inks"
                kind = "text" if is_text else "a line"
                yield Diagnostic(
                    "fine-print", f"{kind} of {size:g} pt is in {what}, which needs {limit:g} pt",
                    "make it larger, or set it in one ink", severity=Severity.WARNING, page=page.number, value=size, limit=limit,
                )


def _inks_used(colour: Colour) -> int:
    return sum(part > 0 for part in colour.cmyk)


def _sizes(items: tuple[Item, ...]) -> Iterator[tuple[Colour, float, bool]]:
    """Colour and size of all text, colour and width of all lines."""
    for item in items:
        match item:
            case Group():
                yield from _sizes(item.items)
            case TextLine():
                yield from ((run.colour, run.size, True) for run in item.runs if run.glyphs)
            case Shape(stroke=Colour() as colour):
                yield colour, item.line_width, False


# Advertisements


def ads(issue: Issue, document: Document, images: Mapping[str, ImageFacts]) -> Iterator[Diagnostic]:
    """Booked advertisements in colours that are no ink, or whose art ends at the trim."""
    pages = {(item.path, item.page): (item, page) for page in reversed(document.pages) for item in _pdfs(page.items)}
    booked = {entry.ad for entry, _ in issue.entries() if isinstance(entry, AdEntry)}
    for ad in (issue.ads[name] for name in sorted(booked & set(issue.ads))):
        facts = images.get(ad.file)
        if facts is not None:
            yield from _image_ad(ad, facts)
        for (path, number), (item, page) in pages.items():
            if Path(path) == Path(issue.folder, ad.file).absolute():
                yield from _pdf_ad(ad, number, item, page)


def _pdfs(items: tuple[Item, ...]) -> Iterator[PlacedPdf]:
    for item in items:
        if isinstance(item, Group):
            yield from _pdfs(item.items)
        elif isinstance(item, PlacedPdf):
            yield item


def _image_ad(ad: Ad, facts: ImageFacts) -> Iterator[Diagnostic]:
    if facts.mode not in _INK_MODES and not ad.convert:
        yield Diagnostic(
            "ad-colour", f"advertisement {ad.id} is in {facts.mode}, not in CMYK",
            "ask the advertiser for it in CMYK, or let it be converted: convert: true",
            source=ad.source, ad=ad.id, value=facts.mode,
        )


def _pdf_ad(ad: Ad, number: int, item: PlacedPdf, page: Page) -> Iterator[Diagnostic]:
    path = Path(item.path)
    try:
        used, lacking = colours_used(path, number), fonts_lacking(path, number)
        with open_pdf(path) as pdf:
            boxes = page_boxes(page_object(pdf, number))
    except (OSError, MalformedPdf):
        return  # told when it was looked into
    remedy = "ask the advertiser for PDF/X in CMYK"
    if ad.convert:
        remedy += "; PDFs cannot be converted yet, only images"
    elif used == {"RGB"}:
        remedy += ", or for a CMYK image"
    for colour in sorted(used):
        what = f"uses {colour}, not CMYK alone" if colour in ("RGB", "Lab") else f"uses the spot colour {colour}"
        yield Diagnostic(
            "ad-colour", f"advertisement {ad.id} {what}", remedy, source=ad.source, page=page.number, ad=ad.id, value=colour,
        )
    for font in sorted(lacking):
        yield Diagnostic(
            "ad-font", f"advertisement {ad.id} is set in {font}, which is not embedded", "ask the advertiser for PDF/X",
            source=ad.source, page=page.number, ad=ad.id, value=font,
        )
    trim, media = boxes.shown(boxes.trim), boxes.shown(boxes.media)
    scale = item.trim.width / trim.width
    left, top = item.trim.x - (trim.x - media.x) * scale, item.trim.y - (trim.y - media.y) * scale
    art = Rect(left, top, media.width * scale, media.height * scale)
    yield from _bleed(_cut(art, item.clip), page, f"advertisement {ad.id}", ad)


# Bleed


def bleeds(document: Document, art: Mapping[str, Ad] = NO_ADS) -> Iterator[Diagnostic]:
    """Pictures and areas that touch the trim and end before the bleed does. `art`: advertisements by their images' paths."""
    for page in document.pages:
        for item, box in _areas(page.items, lambda box: box, None):
            path = item.image.path if isinstance(item, PlacedImage) else ""
            ad = art.get(path)
            name = f"advertisement {ad.id}" if ad else Path(path).name or "a coloured area"
            yield from _bleed(box, page, name, ad)


def _bleed(box: Rect, page: Page, name: str, ad: Ad | None = None) -> Iterator[Diagnostic]:
    reach = (-box.x, -box.y, box.right - page.width, box.bottom - page.height)
    if box.right <= 0 or box.bottom <= 0 or box.x >= page.width or box.y >= page.height:
        return
    short = [there for there in reach if -TOUCHING < there < page.bleed - SHORT]
    if short:
        missing = to_mm(page.bleed - min(short), 1)
        yield Diagnostic(
            "bleed", f"{name} touches the trim and lacks {missing:g} mm of bleed",
            "ask for it with bleed, and say how much it has (bleed:)" if ad
            else "let it run over the trim, or keep it away from it",
            source=ad.source if ad else None, page=page.number,
            box=box, ad=ad.id if ad else None, value=to_mm(max(0.0, min(short)), 1), limit=to_mm(page.bleed, 1),
        )


def _areas(
    items: tuple[Item, ...], place: Callable[[Rect], Rect], clip: Rect | None,
) -> Iterator[tuple[PlacedImage | Shape, Rect]]:
    """Pictures and filled shapes with their boxes on the page, as far as they are seen."""
    for item in items:
        match item:
            case Group():
                inside = _inside(item, place)
                inner = inside(item.clip) if item.clip else None
                yield from _areas(item.items, inside, _cut(inner, clip) if inner else clip)
            case PlacedImage():
                yield item, _cut(place(item.box), clip)
            case Shape(fill=Colour()) if item.path:
                yield item, _cut(place(_bounds(item)), clip)


def _inside(group: Group, place: Callable[[Rect], Rect]) -> Callable[[Rect], Rect]:
    """Where the boxes of a group's items are on the page; turned counter-clockwise, y downwards."""

    def placed(box: Rect) -> Rect:
        match group.turn % 360:
            case 90:
                box = Rect(box.y, -box.right, box.height, box.width)
            case 180:
                box = Rect(-box.right, -box.bottom, box.width, box.height)
            case 270:
                box = Rect(-box.bottom, box.x, box.height, box.width)
        return place(box.moved(group.dx, group.dy))

    return placed


def _bounds(shape: Shape) -> Rect:
    points = [point for segment in shape.path if not isinstance(segment, Close) for point in _points(segment)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _points(segment: Item | tuple[float, ...]) -> Iterator[tuple[float, float]]:
    if isinstance(segment, CurveTo):
        yield from ((segment.x1, segment.y1), (segment.x2, segment.y2))
    yield (segment[-2], segment[-1])  # type: ignore[misc]


def _cut(box: Rect, clip: Rect | None) -> Rect:
    """The part of `box` within `clip`."""
    if clip is None:
        return box
    x0, y0 = max(box.x, clip.x), max(box.y, clip.y)
    return Rect(x0, y0, max(0.0, min(box.right, clip.right) - x0), max(0.0, min(box.bottom, clip.bottom) - y0))
