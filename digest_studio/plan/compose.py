"""The pages composed from the plan: display items at their places, and the document around them.

In: issue, context, plan. Out: `Document`. Nothing is decided here, nothing is set anew that layout has set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from digest_studio.assets.facts import PdfFacts
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Bookmark, Document, Page
from digest_studio.display.items import Anchor, Frame, Group, Item, PlacedImage, PlacedPdf, Tag, rule
from digest_studio.layout.context import Context
from digest_studio.layout.picture import WHOLE, image_ref, placed, placeholder
from digest_studio.layout.result import ArticlePage, BleedImage
from digest_studio.layout.shared import art_in, rule_above
from digest_studio.layout.special.contents import contents, contents_word
from digest_studio.layout.special.cover import CoverLine, cover
from digest_studio.layout.special.divider import divider
from digest_studio.layout.special.furniture import furniture
from digest_studio.model.issue import Ad, ContentsEntry, Headline, Issue, Photo, Section
from digest_studio.plan.result import ContentsLine, Placement, Plan, PlannedPage

AD_RULE = 0.5
"""Thickness of the rule over an advertisement of part of a page, in points."""

Lists = Callable[[], tuple[tuple[Item, ...], ...]]
"""The contents' pages, made when the first of them is asked for."""


def compose(issue: Issue, ctx: Context, plan: Plan) -> Document:
    """Every page's items, in the order in which they are painted and read."""
    lists = cache(partial(_contents_pages, issue, ctx, plan))
    pages = tuple(_page(issue, ctx, plan, planned, lists) for planned in plan.pages)
    return Document(
        pages, title=f"{issue.publication}, {issue.period}", language=issue.language,
        author=issue.masthead.organisation if issue.masthead else "", subject=issue.tagline,
        date=issue.date.isoformat() if issue.date else "", bookmarks=_bookmarks(issue, ctx, plan),
    )


def _page(issue: Issue, ctx: Context, plan: Plan, planned: PlannedPage, lists: Lists) -> Page:
    """The page as planned; the same object as before where it shows the same, so that whoever painted it need not again."""
    shown = (planned, issue.publication, issue.period, *(_shown(issue, plan, item) for item in planned.items))
    known = ctx.pages.get(planned.number)
    if known is not None and known[0] == shown:
        return known[1]
    items: list[Item] = []
    for placement in planned.items:
        items += _placed_items(issue, ctx, plan, planned, placement, lists)
    if planned.folio is not None:
        items += furniture(ctx, issue, planned.folio, planned.right_hand)
    theme = ctx.theme
    page = Page(planned.number, planned.folio, planned.label, planned.right_hand, theme.width, theme.height,
                mm(theme.page.bleed), tuple(items))
    ctx.pages[planned.number] = (shown, page)
    return page


def _shown(issue: Issue, plan: Plan, item: Placement) -> object:
    """Everything that a placement shows beside its own values."""
    match item.kind:
        case "article":
            return plan.articles[item.id]
        case "ad":
            return issue.ads[item.id]
        case "divider":
            return (_section(issue, item.id), _lines_of(plan, item.id))
        case "contents":
            return (plan.contents, issue.masthead, issue.imprint, _contents_entry(issue))
        case "cover":
            return (issue.cover, issue.tagline, _cover_lines(issue))
        case "blank":
            return None


def _placed_items(
    issue: Issue, ctx: Context, plan: Plan, planned: PlannedPage, placement: Placement, lists: Lists,
) -> Iterator[Item]:
    """The items of one thing on a page, the anchor that leads there first."""
    match placement.kind:
        case "cover":
            yield Anchor("cover", 0.0, 0.0)
            yield from cover(ctx, issue, _cover_lines(issue))
        case "contents":
            if placement.part == 1:
                yield Anchor("contents", 0.0, 0.0)
            yield from lists()[placement.part - 1]
        case "divider":
            yield Anchor(f"section:{placement.id}", 0.0, 0.0)
            yield from divider(ctx, issue, _section(issue, placement.id), _lines_of(plan, placement.id), planned.right_hand)
        case "article":
            page = plan.articles[placement.id].pages[placement.part - 1]
            if placement.part == 1:
                yield Anchor(f"start:{placement.id}", 0.0, 0.0)
                if ctx.theme.templates[placement.template].head.page > 1:  # the opener's picture comes before its title
                    yield Anchor(f"article:{placement.id}", 0.0, 0.0)
            yield from article_items(ctx, page, planned.right_hand)
        case "ad":
            yield from ad_items(ctx, issue.ads[placement.id], placement.part, placement.box)
        case "blank":
            return


def _section(issue: Issue, name: str) -> Section:
    return next(s for s in issue.outline if isinstance(s, Section) and s.name == name)


def _lines_of(plan: Plan, section: str) -> tuple[ContentsLine, ...]:
    return tuple(line for line in plan.contents if line.section == section)


def _contents_entry(issue: Issue) -> ContentsEntry | None:
    return next((e for e in issue.outline if isinstance(e, ContentsEntry)), None)


def article_items(ctx: Context, page: ArticlePage, right_hand: bool) -> Iterator[Item]:
    """An article's page on a left- or right-hand page: pictures that bleed at the trim, everything else in the type area."""
    left = ctx.theme.left(right_hand)
    for bleed in page.bleeds:
        yield from _bled(ctx, bleed, left)
    yield Group(page.items, left, ctx.theme.top)


def _bled(ctx: Context, bleed: BleedImage, left: float) -> tuple[Item, Frame]:
    """The picture with the sides that bleed taken to the bleed box's edges, and its frame."""
    theme = ctx.theme
    over = mm(theme.page.bleed)
    box = bleed.box.moved(left, theme.top)
    x0 = -over if bleed.left else box.x
    y0 = -over if bleed.top else box.y
    x1 = theme.width + over if bleed.right else box.right
    y1 = theme.height + over if bleed.bottom else box.bottom
    shown = Rect(x0, y0, x1 - x0, y1 - y0)
    return placed(ctx, bleed.photo, shown, bleed.tag), Frame(bleed.name, shown)


def ad_items(ctx: Context, ad: Ad, part: int, box: Rect) -> Iterator[Item]:
    """An advertisement in its box: a page of its own (the trim), one page of a spread, or a part of a page."""
    theme = ctx.theme
    trim = Rect(0.0, 0.0, theme.width, theme.height)
    tag = Tag("Figure", f"ad:{ad.id}", alt=ad.alt or ad.advertiser)
    if box == trim:
        yield from _page_of_ad(ctx, ad, part, trim, tag)
    else:
        yield from _part_of_page(ctx, ad, box, tag)
        yield from _ad_rule(ctx, box)
    yield Frame(f"ad:{ad.id}", box)


def _page_of_ad(ctx: Context, ad: Ad, part: int, trim: Rect, tag: Tag) -> Iterator[Item]:
    """A full-page advertisement, or one page of a spread: the art's trim on the page's trim, its bleed kept."""
    clip = trim.expanded(mm(ctx.theme.page.bleed))
    art = trim
    if ad.size == "spread" and len(ad.pages) == 1:
        art = Rect(0.0 if part == 1 else -trim.width, 0.0, 2 * trim.width, trim.height)
    number = ad.pages[min(part, len(ad.pages)) - 1]
    facts = ctx.pdfs.get((ad.file, number))
    if facts is not None:
        yield PlacedPdf(facts.path, facts.digest, number, _fitted(facts, art), clip, tag, ad.convert)
    elif ad.file in ctx.images:
        whole = art.expanded(mm(ad.bleed))
        yield Group((placed(ctx, Photo(ad.file, alt=ad.alt), whole, tag),), clip=clip)
    else:
        yield placeholder(ctx, ad.file, trim, tag)


def _part_of_page(ctx: Context, ad: Ad, box: Rect, tag: Tag) -> Iterator[Item]:
    """An advertisement of part of a page: the art's trim fills the box where it has its proportion, else it stands in its
    middle; its bleed is cut off."""
    number = ad.pages[0]
    facts, image = ctx.pdfs.get((ad.file, number)), ctx.images.get(ad.file)
    if facts is not None:
        art = art_in(box, facts.trim.width, facts.trim.height)
        yield PlacedPdf(facts.path, facts.digest, number, art, _cut(art, box), tag, ad.convert)
    elif image is not None:
        over = mm(ad.bleed)
        whole = art_in(box.expanded(over), image.width, image.height)
        picture = PlacedImage(image_ref(image), whole, WHOLE, tag)
        yield Group((picture,), clip=_cut(whole.expanded(-over), box))
    else:
        yield placeholder(ctx, ad.file, box, tag)


def _cut(box: Rect, to: Rect) -> Rect:
    """The part of `box` within `to`."""
    x0, y0 = max(box.x, to.x), max(box.y, to.y)
    return Rect(x0, y0, min(box.right, to.right) - x0, min(box.bottom, to.bottom) - y0)


def _ad_rule(ctx: Context, box: Rect) -> Iterator[Item]:
    """The theme's hairline between an advertisement and the text over it."""
    theme = ctx.theme
    y = rule_above(theme, box.moved(0.0, -theme.top)) if theme.ad_rule else None
    if y is not None:
        yield rule(box.x, theme.top + y, box.right, theme.top + y, AD_RULE, theme.colours[theme.ad_rule])


def _fitted(facts: PdfFacts, art: Rect) -> Rect:
    """Where the artwork's trim lands: in its own size when it is the page's to within a millimetre, else scaled to fit."""
    if abs(facts.trim.width - art.width) < mm(1) and abs(facts.trim.height - art.height) < mm(1):
        width, height = facts.trim.width, facts.trim.height
    else:
        scale = min(art.width / facts.trim.width, art.height / facts.trim.height)
        width, height = facts.trim.width * scale, facts.trim.height * scale
    return Rect(art.x + (art.width - width) / 2, art.y + (art.height - height) / 2, width, height)


def _cover_lines(issue: Issue) -> tuple[CoverLine, ...]:
    return tuple(_cover_line(issue, h) for h in (issue.cover.headlines if issue.cover else ()))


def _cover_line(issue: Issue, headline: Headline) -> CoverLine:
    """A headline's words, and the article's anchor if it names one that is placed."""
    if headline.article is None or headline.article not in issue.articles:
        return CoverLine(headline.text, None)
    article = issue.articles[headline.article]
    anchor = f"article:{article.id}" if article.id in issue.placed() else None
    return CoverLine(" ".join(article.title.split()), anchor)


def _contents_pages(issue: Issue, ctx: Context, plan: Plan) -> tuple[tuple[Item, ...], ...]:
    entry = _contents_entry(issue)
    if entry is None:
        return ()
    taken = [page for page in plan.pages if any(item.kind == "contents" for item in page.items)]
    return contents(ctx, issue, plan.contents, entry.photo, bool(taken) and taken[0].right_hand, len(taken))


def _bookmarks(issue: Issue, ctx: Context, plan: Plan) -> tuple[Bookmark, ...]:
    """The PDF's outline: cover, contents, articles outside sections, sections with their articles."""
    marks: list[Bookmark] = []
    children: dict[str, list[Bookmark]] = {}
    for page in plan.pages:
        for item in page.items:
            if item.part > 1 or item.kind in ("blank", "ad"):
                continue
            if item.kind == "cover":
                marks.append(Bookmark(issue.publication, "cover"))
            elif item.kind == "contents":
                marks.append(Bookmark(contents_word(ctx), "contents"))
            elif item.section:
                if item.section not in children:
                    children[item.section] = []
                    anchor = f"section:{item.section}" if item.kind == "divider" else f"start:{item.id}"
                    marks.append(Bookmark(item.section, anchor))
                if item.kind == "article":
                    children[item.section].append(_article_mark(issue, item))
            else:
                marks.append(_article_mark(issue, item))
    return tuple(Bookmark(m.title, m.anchor, tuple(children.get(m.title, ()))) if m.title in children else m for m in marks)


def _article_mark(issue: Issue, item: Placement) -> Bookmark:
    return Bookmark(" ".join(issue.articles[item.id].title.split()), f"start:{item.id}")
