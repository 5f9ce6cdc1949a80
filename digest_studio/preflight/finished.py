"""A finished PDF read back: what is in the file, not what was meant to be in it. For the press it is PDF/X-4 (ISO 15930-7).

In: a path and what is expected. Out: diagnostics that name page and object. Reading is bounded: `assets.limits`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest_studio.assets.pdfboxes import Box, MalformedPdf, PageBoxes, entry, inherited, items, page_boxes
from digest_studio.assets.pdfcontent import content_of
from digest_studio.assets.pdfopen import EncryptedPdf, open_pdf, page_count
from digest_studio.assets.pdfpainted import Content, Where
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect, mm, to_mm
from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass
from digest_studio.preflight.painted import name_of, painted
from digest_studio.preflight.pdfx import document_problems
from digest_studio.preflight.profile import MAGAZINE, Profile

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

MAX_PAGES = 2_000
MOST_LOST = 5
"""Pages that cannot be looked at before the others are not tried: each may have taken seconds."""
ROUNDING = 0.01
"""Points by which boxes may miss each other."""
MARKS = ("/PrinterMark", "/TrapNet", "/Popup")
"""Annotations that may stand on the page."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file should be: the trimmed page in points and its bleed (None: any, the same on all pages), what the number of
    pages is a multiple of, and the number of each page within the issue (empty: all, from 1)."""

    trim: tuple[float, float] | None = None
    bleed: float = mm(3)
    multiple: int = 1
    numbers: tuple[int, ...] = ()


ANY = Expected()
WHOLE = slice(0, None)


def read_back(
    path: Path, expected: Expected = ANY, profile: Profile = MAGAZINE, part: slice = WHOLE,
) -> tuple[Diagnostic, ...]:
    """What a printer would object to in the file at `path`, in page order. Raises OSError if it cannot be read.

    `part`: which pages are looked at, so that several processes can share them; with the first goes the file as a whole.
    """
    try:
        with open_pdf(path) as pdf:
            found = list(_problems(pdf, expected, profile, part))
    except EncryptedPdf:
        found = [Diagnostic("encrypted-pdf", say("the PDF is encrypted"), say("save it without a password"))]
    except MalformedPdf as error:
        found = [Diagnostic("broken-pdf", say("the PDF cannot be read: {reason}", reason=error), say("export it again"))]
    return tuple(sorted(profile.weighed(found), key=lambda problem: problem.page or 0))


def _problems(pdf: Pdf, expected: Expected, profile: Profile, part: slice) -> Iterator[Diagnostic]:
    count = page_count(pdf)
    if count > MAX_PAGES:
        raise MalformedPdf(f"it has {count} pages")
    if not part.start:
        yield from _of_the_whole(pdf, count, expected.multiple)
    sizes: set[tuple[int, int]] = set()
    numbers: Sequence[int] = expected.numbers or range(1, count + 1)
    lost = 0
    for number, page in zip(numbers[part], pdf.pages[part], strict=False):
        found = tuple(page_problems(page.obj, number, expected, profile, sizes))
        yield from found
        lost += any(problem.rule == "pdf-content" for problem in found)
        if lost == MOST_LOST:
            message = say("{count} pages cannot be looked at; the pages after page {page} were not tried", count=lost,
                          page=number)
            yield _of_page("pdf-content", number, message, severity=Severity.WARNING)
            return


def _of_the_whole(pdf: Pdf, count: int, multiple: int) -> Iterator[Diagnostic]:
    """What is wrong with the file apart from its single pages."""
    yield from document_problems(pdf)
    if count % multiple:
        yield Diagnostic(
            "page-multiple", say("{count} pages are not a multiple of {multiple}", count=count, multiple=multiple),
            say("add or drop pages: sheets are printed on both sides and folded"), value=count, limit=multiple,
        )


def page_problems(
    page: Object, number: int, expected: Expected, profile: Profile, sizes: set[tuple[int, int]],
) -> Iterator[Diagnostic]:
    """What is wrong with a page. `sizes`: those of the pages before, in points; this page's joins them."""
    try:
        boxes = page_boxes(page)
    except MalformedPdf as error:
        yield _of_page("pdf-boxes", number, say("the page cannot be placed: {reason}", reason=error))
        return
    yield from _boxes(page, boxes, number, expected)
    yield from _size(boxes, number, expected, sizes)
    yield from _annotations(page, boxes, number)
    try:
        content = content_of(page)
    except MalformedPdf as error:
        message = say("the page cannot be looked at: {reason}", reason=error)
        yield _of_page("pdf-content", number, message, severity=Severity.WARNING)
        return
    yield from _blending(page, content, number)
    for where, problem in painted(content, profile.limits, number):
        yield problem if where is None else _placed(problem, where, boxes)


def _placed(problem: Diagnostic, where: Where, boxes: PageBoxes) -> Diagnostic:
    return replace(problem, box=on_page(where.box, boxes) if where.box else None)


def on_page(box: Box, boxes: PageBoxes) -> Rect:
    """A box of the page's user space in points from the trim, as shown."""
    trim, there = boxes.shown(boxes.trim), boxes.shown(box)
    return there.moved(-trim.x, -trim.y)


def _boxes(page: Object, boxes: PageBoxes, number: int, expected: Expected) -> Iterator[Diagnostic]:
    """TrimBox within BleedBox within MediaBox; CropBox as MediaBox; no UserUnit; enough bleed."""
    stated = {key: _stated(inherited(page, key) if key in ("/MediaBox", "/CropBox") else entry(page, key)) for key in _BOXES}
    trim, bleed, media = stated["/TrimBox"], stated["/BleedBox"], stated["/MediaBox"]
    if trim is None:
        message = say("the page has no TrimBox: nobody knows where it is cut")
        yield _of_page("pdf-boxes", number, message)
        return
    bleed = bleed or trim
    for inner, outer, names in ((trim, bleed, ("TrimBox", "BleedBox")), (bleed, media or bleed, ("BleedBox", "MediaBox"))):
        if not _within(inner, outer):
            message = say("the {inner} is not within the {outer}", inner=names[0], outer=names[1])
            yield _of_page("pdf-boxes", number, message)
    if stated["/CropBox"] not in (None, media):
        yield _of_page("pdf-boxes", number, say("the CropBox is not the MediaBox"))
    if stated["/ArtBox"] is not None:
        yield _of_page("pdf-boxes", number, say("there is an ArtBox beside the TrimBox"))
    if entry(page, "/UserUnit") not in (None, 1):
        yield _of_page("pdf-boxes", number, say("the page has units of its own (UserUnit)"))
    least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    if least < expected.bleed - 0.1:
        yield Diagnostic(
            "bleed", say("the page has {bleed:g} mm of bleed", bleed=to_mm(max(0.0, least), 1)),
            say("export it with {bleed:g} mm", bleed=to_mm(expected.bleed, 1)), page=number, value=to_mm(least, 1),
            limit=to_mm(expected.bleed, 1),
        )


_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


def _stated(value: Any) -> Box | None:
    try:
        x0, y0, x1, y1 = (float(side) for side in items(value))
    except (TypeError, ValueError):
        return None
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - ROUNDING and inner[1] >= outer[1] - ROUNDING
        and inner[2] <= outer[2] + ROUNDING and inner[3] <= outer[3] + ROUNDING
    )  # fmt: skip


def _size(boxes: PageBoxes, number: int, expected: Expected, sizes: set[tuple[int, int]]) -> Iterator[Diagnostic]:
    """Whether the trimmed page has the size that is expected, or that of the pages before."""
    trim = boxes.shown(boxes.trim)
    size = (round(trim.width), round(trim.height))
    wished = expected.trim or next(iter(sizes), size)
    sizes.add(size)
    if abs(trim.width - wished[0]) > mm(0.5) or abs(trim.height - wished[1]) > mm(0.5):
        has = f"{to_mm(trim.width, 1):g} × {to_mm(trim.height, 1):g}"
        right = f"{to_mm(wished[0], 1):g} × {to_mm(wished[1], 1):g}"
        message = say("the page is {size} mm large, not {expected} mm", size=has, expected=right)
        yield _of_page("pdf-size", number, message, value=has, limit=right)


def _annotations(page: Object, boxes: PageBoxes, number: int) -> Iterator[Diagnostic]:
    """Links and notes that stand on the printed sheet, and what a page does when it is opened."""
    bleed = boxes.bleed
    for annotation in items(entry(page, "/Annots"))[:1000]:
        box = _stated(entry(annotation, "/Rect"))
        kind = str(entry(annotation, "/Subtype") or "")
        outside = box is not None and (box[2] <= bleed[0] or box[0] >= bleed[2] or box[3] <= bleed[1] or box[1] >= bleed[3])
        if kind not in MARKS and not outside:
            message = say("an annotation ({kind}) stands on the sheet", kind=kind[1:] or "?")
            place = on_page(box, boxes) if box else None
            yield Diagnostic("pdf-annotation", message, say("flatten it, or take it away"), page=number, box=place)
            break
    if entry(page, "/AA") is not None:
        yield _of_page("pdf-script", number, say("the page has actions"))


def _blending(page: Object, content: Content, number: int) -> Iterator[Diagnostic]:
    """Transparency has to blend in the inks of the press."""
    for space, where in content.blends.items():
        if space != "CMYK" and not (space == "Gray" and "SMask" in where.path):  # how opaque a thing is has one part
            message = say("transparency blends in {space} ({object})", space=space, object=name_of(where))
            yield _of_page("pdf-blend", number, message, value=space, limit="CMYK")
    if content.transparent and entry(entry(page, "/Group"), "/CS") is None:
        message = say("something is transparent, and the page does not say in what colours it blends")
        yield _of_page("pdf-blend", number, message, limit="CMYK")


def _of_page(
    rule: str, number: int, message: Said, value: str | None = None, limit: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    return Diagnostic(rule, message, _REMEDY, severity, page=number, value=value, limit=limit)


_REMEDY = say("export it again as PDF/X-4")
