"""The checks, one function each, and `preflight`, which makes all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from digest_studio.assets.facts import ImageFacts
from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import say, say_count
from digest_studio.display.document import Document, walk
from digest_studio.display.items import PlacedImage
from digest_studio.model.issue import AdEntry, Issue
from digest_studio.plan.result import Plan
from digest_studio.preflight.pictures import Picture, pictures
from digest_studio.preflight.profile import MAGAZINE, Limits

NO_IMAGES: Mapping[str, ImageFacts] = {}
WHOLE_PAGES = ("full-page", "spread")


def preflight(
    issue: Issue, plan: Plan, document: Document, known: Iterable[Diagnostic] = (), images: Mapping[str, ImageFacts] = NO_IMAGES,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong, in page order: what reading the folder (`known`) and planning found, and these checks.

    `images`: the pictures' facts by their names; what is not among them is sought in the issue's folder.
    """
    found: list[Diagnostic] = [*known, *plan.problems]
    found += overflow(issue, plan)
    found += resolution(issue, document, images)
    if any(ad.size not in WHOLE_PAGES for ad in issue.ads.values()):
        from digest_studio.preflight.parts import other_shapes

        found += other_shapes(issue, document)
    found += descriptions(issue)
    found += page_count(issue, plan)
    found += unplaced(issue)
    found += undated(issue)
    pages = first_pages(plan)
    located = dict.fromkeys(locate(problem, pages) for problem in found)
    return tuple(sorted(located, key=lambda p: p.page or 0))


def first_pages(plan: Plan) -> dict[tuple[str, str], int]:
    """The first page of each article and advertisement, by (kind, id)."""
    pages: dict[tuple[str, str], int] = {}
    for page in plan.pages:
        for item in page.items:
            pages.setdefault((item.kind, item.id), page.number)
    return pages


def locate(problem: Diagnostic, pages: dict[tuple[str, str], int]) -> Diagnostic:
    """The problem with the page where its article or advertisement stands, if it names no page itself."""
    if problem.page is not None or not (problem.article or problem.ad):
        return problem
    place = ("article", problem.article) if problem.article else ("ad", problem.ad or "")
    page = pages.get((place[0], place[1] or ""))
    return replace(problem, page=page) if page else problem


def overflow(issue: Issue, plan: Plan) -> Iterator[Diagnostic]:
    """Text that found no place."""
    for name, layout in plan.articles.items():
        if layout.lines_over > 0:
            last = [p for p in plan.pages if any(i.kind == "article" and i.id == name for i in p.items)][-1:]
            yield Diagnostic(
                "text-over",
                say_count("{count} line of {article} do not fit in {template}",
                          "{count} lines of {article} do not fit in {template}",
                          count=layout.lines_over, article=name, template=layout.template),
                say("shorten the text, or give it more pages or another template"),
                source=issue.articles[name].source, article=name, page=last[0].number if last else None,
                value=layout.lines_over, limit=0,
            )


def resolution(
    issue: Issue, document: Document, images: Mapping[str, ImageFacts] = NO_IMAGES, limits: Limits = MAGAZINE.limits,
) -> Iterator[Diagnostic]:
    """Images with too few pixels for the size at which they are printed."""
    owners = {
        images[p.file].path if p.file in images else str(Path(issue.folder, p.file).resolve()): p for p in pictures(issue)
    }
    line_art = {facts.path for facts in images.values() if facts.mode == "1"}
    for page in document.pages:
        for item, dx, dy in walk(page.items):
            if not isinstance(item, PlacedImage):
                continue
            least = limits.line_art_ppi if item.image.path in line_art else limits.image_ppi
            if (ppi := effective_ppi(item)) < least.highest:
                path = item.image.path
                owner = owners.get(path) or owners.get(str(Path(path).resolve()), Picture(path, None, None))
                limit = int(least.error if ppi < least.error else least.warning)
                yield Diagnostic(
                    "image-resolution",
                    say("{file} has {ppi} pixels per inch at its printed size, {limit} are needed",
                        file=owner.file, ppi=ppi, limit=limit),
                    say("get a larger picture, show it smaller, or crop less"),
                    severity=Severity.ERROR if ppi < least.error else Severity.WARNING, source=owner.source, page=page.number,
                    box=item.box.moved(dx, dy), article=owner.article, ad=owner.ad, value=ppi, limit=limit,
                )


def effective_ppi(item: PlacedImage) -> int:
    """Pixels per printed inch of the shown part, the lesser of both directions."""
    x0, y0, x1, y1 = item.crop
    across = (x1 - x0) * item.image.width / (item.box.width / 72)
    down = (y1 - y0) * item.image.height / (item.box.height / 72)
    return int(min(across, down) + 1e-6)


def descriptions(issue: Issue) -> Iterator[Diagnostic]:
    """Pictures that nobody described."""
    for picture in pictures(issue):
        if picture.alt is None:
            yield Diagnostic(
                "missing-alt", say("{file} has no description", file=picture.file),
                say('add alt: what it shows, or alt: "" if it is decoration'),
                severity=Severity.WARNING, source=picture.source, article=picture.article, ad=picture.ad,
            )


def page_count(issue: Issue, plan: Plan) -> Iterator[Diagnostic]:
    """A number of pages that cannot be folded. (Another than was asked for is the planner's to tell.)"""
    count = len(plan.pages)
    if count % issue.page_multiple:
        yield Diagnostic(
            "page-multiple", say("{count} pages are not a multiple of {multiple}", count=count, multiple=issue.page_multiple),
            say("change pages: or page-multiple: in issue.yaml"), value=count, limit=issue.page_multiple,
        )


def unplaced(issue: Issue) -> Iterator[Diagnostic]:
    """Articles and advertisements in the pool: valid, and not printed."""
    for name in sorted(set(issue.articles) - issue.placed()):
        yield Diagnostic(
            "unplaced-article", say("{article} is not printed: no outline entry names it", article=name),
            say("add it to the outline"),
            severity=Severity.INFO, source=issue.articles[name].source, article=name,
        )
    booked = {entry.ad for entry, _ in issue.entries() if isinstance(entry, AdEntry)}
    for name in sorted(set(issue.ads) - booked):
        yield Diagnostic(
            "unplaced-ad", say("advertisement {ad} is not printed: no outline entry names it", ad=name),
            say("add it to the outline"),
            severity=Severity.INFO, source=issue.ads[name].source, ad=name,
        )


def undated(issue: Issue) -> Iterator[Diagnostic]:
    """An issue without a date: its proof, whose dates are the issue's, has none; PDF/X has to have one."""
    if issue.date is None:
        yield Diagnostic(
            "no-date", say("the issue has no date: its proof has none, and the print edition says 1 January 2000"),
            say("add the day of publication to issue.yaml: date: 2025-03-20"),
            severity=Severity.INFO, source=Source("issue.yaml"),
        )
