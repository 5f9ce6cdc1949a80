"""What stands where it should not, and what is not there: text out of its margins or on an advertisement, pictures out of
proportion, fonts that may not go along, a contents that lacks something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect, mm, to_mm
from digest_studio.base.say import say
from digest_studio.display.document import Document, Page, walk
from digest_studio.display.hit import placed_frames
from digest_studio.display.items import Link, PlacedImage, TextLine
from digest_studio.model.issue import ArticleEntry, ContentsEntry, Issue
from digest_studio.plan.result import Plan
from digest_studio.preflight.inks import found
from digest_studio.preflight.placing import Seen, apart, seen, seen_on
from digest_studio.preflight.profile import MAGAZINE, Limits
from digest_studio.text.embedding import may_be_embedded
from digest_studio.theme.types import Theme

FREE = frozenset(("cover", "divider", "ad", "blank"))
"""Pages whose design puts text where it likes; it only keeps away from the trim."""

HANGING = 0.6
"""Ems by which punctuation may hang out of a column."""
RISING = 0.1
"""Ems by which large letters may rise over the type area, whose edge is their capitals'."""

QUOTED = 40
"""Characters of a line that are quoted."""

COVERED = 0.9
"""The part of a page that an advertisement covers which has it for itself."""


def margins(document: Document, plan: Plan, theme: Theme, limits: Limits = MAGAZINE.limits) -> Iterator[Diagnostic]:
    """Text that stands too near to the trim or to the spine, or outside the margins; furniture stands there by design."""
    kinds = {planned.number: {item.kind for item in planned.items} for planned in plan.pages}
    areas = {
        page.number: None if kinds.get(page.number, set()) <= FREE else _type_area(page, theme) for page in document.pages
    }
    for at in seen(document):
        if isinstance(at.item, TextLine) and not at.turned:
            area = areas[at.page.number] if at.item.tag.role != "Artifact" else None
            if not _well_within(at, area, mm(limits.safe)):
                yield from _margin(at, area, limits)


def _well_within(at: Seen, area: Rect | None, safe: float) -> bool:
    """Whether a line keeps away from the trim and within `area`, as all but a few do."""
    x, y, right, bottom = at.box.x, at.box.y, at.box.right, at.box.bottom
    if area is not None and (x < area.x or y < area.y or right > area.right or bottom > area.bottom):
        return False
    return x >= safe and y >= safe and right <= at.page.width - safe and bottom <= at.page.height - safe


def _type_area(page: Page, theme: Theme) -> Rect:
    height = page.height - theme.top - mm(theme.margins.bottom)
    return Rect(theme.left(page.right_hand), theme.top, theme.measure, height)


def _margin(at: Seen, area: Rect | None, limits: Limits) -> Iterator[Diagnostic]:
    """Whether a line keeps the least distance to the trim, and stays in `area` if there is one."""
    page, box = at.page, at.box
    spine, outer = ("left", "right") if page.right_hand else ("right", "left")
    room = {"left": box.x, "right": page.width - box.right, "top": box.y, "bottom": page.height - box.bottom}
    side = min(room, key=lambda name: room[name])
    if room[side] < mm(limits.safe) - 0.01:
        said = _quoted(at)
        rule = "text-gutter" if side == spine else "text-margin"
        away = to_mm(max(0.0, room[side]), 1)
        message = say("the text “{text}” stands {away:g} mm from the trim", text=said, away=away)
        if side == spine:
            message = say("the text “{text}” stands {away:g} mm from the spine", text=said, away=away)
        remedy = say("keep text {safe:g} mm away from it", safe=limits.safe)
        yield found(rule, message, remedy, at, measured=(to_mm(room[side], 1), limits.safe))
        return
    if area is None or not isinstance(at.item, TextLine):
        return
    size = max(run.size for run in at.item.runs)
    over = {
        spine: (area.x - box.x if spine == "left" else box.right - area.right) - HANGING * size,
        outer: (box.right - area.right if outer == "right" else area.x - box.x) - HANGING * size,
        "top": area.y - box.y - RISING * size, "bottom": box.bottom - area.bottom - RISING * size,
    }
    side = max(over, key=lambda name: over[name])
    if over[side] > 0.5:
        said = _quoted(at)
        rule = "text-gutter" if side == spine else "text-margin"
        most = {spine: area.x if spine == "left" else page.width - area.right, "top": area.y}.get(side, room[side] + over[side])
        message = say("the text “{text}” runs {over:g} mm into the margin", text=said, over=to_mm(over[side], 1))
        if side == spine:
            message = say("the text “{text}” runs {over:g} mm into the gutter", text=said, over=to_mm(over[side], 1))
        remedy = say("divide the word, shorten the line, or give the text another template")
        yield found(rule, message, remedy, at, Severity.WARNING, (to_mm(room[side], 1), to_mm(most, 1)))


def _quoted(at: Seen) -> str:
    """The beginning of a line, so that it can be found."""
    assert isinstance(at.item, TextLine)
    text = " ".join("".join(part for run in at.item.runs for part in run.text).split())
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"


def on_ads(document: Document) -> Iterator[Diagnostic]:
    """Folios on pages that an advertisement has for itself, and any text over one."""
    for page in document.pages:
        whole = Rect(0.0, 0.0, page.width, page.height)
        for frame in (frame for frame in placed_frames(page) if frame.name.startswith("ad:")):
            ad = frame.name.removeprefix("ad:")
            covers = frame.box.width * frame.box.height >= COVERED * page.width * page.height
            over = [at for at in seen_on(page) if isinstance(at.item, TextLine) and not apart(at.box, frame.box)]
            if covers and page.folio is not None and not over:
                yield Diagnostic(
                    "folio-on-ad", say("the page of advertisement {ad} has the folio {folio}", ad=ad, folio=page.folio),
                    say("give the advertiser the whole page"), page=page.number, box=whole, ad=ad, value=page.folio,
                )
            for at in over[:1]:
                if _is_of_ad(at, covers):
                    continue
                message = say("the text “{text}” stands on advertisement {ad}", text=_quoted(at), ad=ad)
                yield found("folio-on-ad", message, say("keep the advertiser's place free"), at)


def _is_of_ad(at: Seen, covers: bool) -> bool:
    """Whether a line is our own word in an advertisement's place: the name of artwork that is missing. On a page that the
    advertisement `covers`, a folio is marked like it."""
    return isinstance(at.item, TextLine) and at.item.tag.role == "Artifact" and (not covers or at.page.folio is None)


def stretched(document: Document, limits: Limits = MAGAZINE.limits) -> Iterator[Diagnostic]:
    """Pictures whose width and height are scaled differently."""
    for at in seen(document):
        if isinstance(at.item, PlacedImage):
            x0, y0, x1, y1 = at.item.crop
            image = at.item.image
            across = at.item.box.width / ((x1 - x0) * image.width)
            down = at.item.box.height / ((y1 - y0) * image.height)
            out = round(100 * (max(across, down) / min(across, down) - 1), 1)
            if out > limits.stretch:
                message = say("{file} is drawn out by {out:g} %", file=Path(image.path).name, out=out)
                remedy = say("crop it to the shape of its place instead")
                yield found("stretched", message, remedy, at, measured=(out, limits.stretch))


def fonts(document: Document) -> Iterator[Diagnostic]:
    """Fonts whose makers do not allow that they are embedded, each where it is first used."""
    told: set[tuple[str, int]] = set()
    for at in seen(document):
        for run in at.item.runs if isinstance(at.item, TextLine) else ():
            place = (run.font.path, run.font.face)
            if place not in told:
                told.add(place)
                refusal = may_be_embedded(Path(run.font.path), run.font.face)
                if refusal:
                    message = say("the font {font} may not be embedded: {reason}", font=run.font.name, reason=refusal)
                    yield found("font-licence", message, say("take another font, or buy a licence that allows it"), at)


def contents(issue: Issue, plan: Plan, document: Document) -> Iterator[Diagnostic]:
    """Articles that the printed contents lacks, and page numbers in it that are not those of the pages."""
    entry = next((entry for entry, _ in issue.entries() if isinstance(entry, ContentsEntry)), None)
    pages = [planned.number for planned in plan.pages if any(item.kind == "contents" for item in planned.items)]
    if entry is None or not pages:
        return
    listed = {line.article: line for line in plan.contents}
    linked = {
        item.target.removeprefix("article:")
        for page in document.pages if page.number in pages
        for item, _, _ in walk(page.items) if isinstance(item, Link)
    }  # fmt: skip
    starts: dict[str, tuple[int, str | None]] = {}
    for planned in plan.pages:
        for item in planned.items:
            if item.kind == "article":
                starts.setdefault(item.id, (planned.number, planned.folio))
    for name in (e.article for e, _ in issue.entries() if isinstance(e, ArticleEntry) and e.contents and e.article in starts):
        line = listed.get(name)
        if line is None or name not in linked:
            yield Diagnostic(
                "contents", say("the contents does not list {article}", article=name),
                say("report this: the contents is made of the outline"), source=entry.source, page=pages[0], article=name,
            )
        elif line.page != starts[name][0] or starts[name][1] not in (None, line.folio):  # some pages print no folio
            yield Diagnostic(
                "contents", say("the contents says page {said} for {article}, which stands on {page}", article=name,
                                said=line.folio or line.page, page=starts[name][0]),
                say("report this: the contents is made of the pages"), source=entry.source, page=pages[0], article=name,
                value=line.page, limit=starts[name][0],
            )
