"""An article in one template, set once and tried at many fits.

In: article, template. Out: `Draft`, which knows the slots' photographs, the pages' frames and the flow of text at a `Fit`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from digest_studio.base.diagnostics import Source
from digest_studio.layout.blocks import Scene, reset_chunk
from digest_studio.layout.columns import tightened
from digest_studio.layout.context import Context
from digest_studio.layout.figures import Caption, Heights, heights, set_caption
from digest_studio.layout.flow import Flow
from digest_studio.layout.head import SetHead, set_head
from digest_studio.layout.matter import column_figure, set_matter
from digest_studio.layout.picture import shape_ratio
from digest_studio.layout.shared import lines_taken, narrowed
from digest_studio.layout.skyline import Block, Others, PageFrame, frame_page
from digest_studio.model import body
from digest_studio.model.issue import Article, Photo
from digest_studio.theme.types import Head, Slot, Template

GIVEN_SHAPE = 10.0  # how many times dearer it is to cut a photo to which its author gave a shape
NEAR_ENOUGH = 0.06  # of a picture may go where its frame is rounded to the grid
INLINE_LINES = (8, 22)  # least and most height of a photo that stands in a text column
BRIEFING_LINES = (8, 16)  # the same for a briefing's items


class Fit(NamedTuple):
    """What a candidate layout may choose: the number of pages, and the photographs' heights from -1 (least) over 0
    (their own shape) to 1 (most); `start` is the first free grid line on a page shared with the article before; `tight` lines
    are to be won by setting paragraphs a line shorter; `ads` are the sizes of advertisements at the foot of its last page."""

    pages: int
    heights: float = 0.0
    start: int = 0
    tight: int = 0
    ads: tuple[str, ...] = ()


class Used(NamedTuple):
    """A slot with the photo that stands in it."""

    slot: Slot
    photo: Photo
    number: int
    page: int
    heights: Heights
    caption: Caption

    @property
    def name(self) -> str:
        return f"photo:{self.number}"


class Shelf:
    """What the drafts of one article share: heads, captions and body are set once for a measure, not for every template."""

    def __init__(self) -> None:
        self.flows: dict[tuple[object, ...], Flow] = {}
        self._heads: dict[Head, SetHead] = {}
        self._captions: dict[tuple[int, float], Caption] = {}

    def head(self, ctx: Context, article: Article, head: Head) -> SetHead:
        if head not in self._heads:
            self._heads[head] = set_head(ctx, article, head)
        return self._heads[head]

    def caption(self, ctx: Context, photo: Photo, number: int, width: float, language: str) -> Caption:
        if (number, width) not in self._captions:
            self._captions[number, width] = set_caption(ctx, photo, width, language)
        return self._captions[number, width]


class Draft:
    """An article in one template, with all that does not depend on the fit: set once, tried at many fits."""

    def __init__(self, ctx: Context, article: Article, name: str, shelf: Shelf, template: Template | None = None) -> None:
        """`template`: the one called `name` as it is where an advertisement takes its side."""
        self.ctx, self.article, self.name, self.shelf = ctx, article, name, shelf
        self.template: Template = template or ctx.theme.templates[name]
        self.language = article.language or ctx.language
        self.width = ctx.theme.column(*self.template.columns[0])[1]
        source = article.source or Source(f"articles/{article.id}.md")
        self.scene = Scene(ctx, article.id, source.file, self.language, self.width, self.template.body, self.template.drop_cap)
        self._slottable = _slottable(article, self.template)
        self._inline: dict[tuple[int, ...], tuple[tuple[int, Heights], ...]] = {}
        self._flows: dict[tuple[tuple[tuple[int, int], ...], int], Flow] = {}
        self._taken: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._beside: dict[tuple[str, ...], Draft] = {}
        self._frames: dict[tuple[int, int, tuple[str, ...], tuple[int, ...]], tuple[PageFrame, ...]] = {}
        self._used: dict[int, tuple[tuple[Used, ...], tuple[int, ...]]] = {}

    @property
    def head(self) -> SetHead:
        """Kicker, title, standfirst and byline, set for this template."""
        return self.shelf.head(self.ctx, self.article, self.template.head)

    def used(self, pages: int) -> tuple[tuple[Used, ...], tuple[int, ...]]:
        """The slots of `pages` pages with their photographs, in order of weight; and the numbers of those that found
        no slot and go into the columns."""
        if pages not in self._used:
            self._used[pages] = self._find_used(pages)
        return self._used[pages]

    def _find_used(self, pages: int) -> tuple[tuple[Used, ...], tuple[int, ...]]:
        waiting = list(self._slottable)
        used: list[Used] = []
        for page in range(1, pages + 1):
            for slot in slots_of(self.template, page):
                if slot.source == "author":
                    author = self.article.author
                    if author and author.photo:
                        used.append(self._use(slot, author.photo, 0, page))
                elif waiting:
                    number = waiting.pop(0)
                    used.append(self._use(slot, self.article.photos[number - 1], number, page))
        return _in_rows(used), tuple(waiting)

    def _use(self, slot: Slot, photo: Photo, number: int, page: int) -> Used:
        width = self.ctx.theme.column(*slot.columns)[1]
        columns = slot.caption_columns if slot.caption == "beside" and slot.caption_columns else slot.columns
        caption_width = self.ctx.theme.column(*columns)[1]
        if slot.bleed == "page":
            caption_width = self.ctx.theme.column(1, max(1, self.ctx.theme.grid.columns // 2))[1]
        caption = Caption(None, 0)
        if slot.caption != "none":
            caption = self.shelf.caption(self.ctx, photo, number, caption_width, self.language)
        if slot.caption == "beside" or slot.bleed == "page":
            caption = caption._replace(lines=0)
        return Used(slot, photo, number, page, heights(self.ctx, photo, width, slot.lines), caption)

    def frames(self, fit: Fit) -> tuple[PageFrame, ...]:
        """The pages' frames at a fit."""
        tall = self.heights(fit)[0]
        key = (fit.pages, fit.start, fit.ads, tall)
        if key not in self._frames:
            self._frames[key] = self._frame_pages(fit, self.used(fit.pages)[0], tall)
        return self._frames[key]

    def heights(self, fit: Fit) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """The grid lines of the photographs in slots, and the numbers and grid lines of those in the columns. Many fits give the
        same."""
        used, spare = self.used(fit.pages)
        return (tuple([u.heights.at(fit.heights) for u in used]),
                tuple([(n, h.at(fit.heights)) for n, h in self._inline_heights(spare)]))

    def _frame_pages(self, fit: Fit, used: Sequence[Used], tall: tuple[int, ...]) -> tuple[PageFrame, ...]:
        """The pages' frames; without columns where the last page has no room for its advertisements, so that nothing fits."""
        taken = self.taken(fit.ads)
        frames = tuple(
            frame_page(
                self.ctx.theme, self.template, page,
                [Block(u.slot, lines, u.caption.lines) for u, lines in zip(used, tall, strict=True) if u.page == page],
                self.head.lines, Others(fit.start if page == 1 else 0, taken if page == fit.pages else ()),
            )
            for page in range(1, fit.pages + 1)
        )
        return tuple(frame._replace(columns=()) for frame in frames) if frames[-1].clash else frames

    def taken(self, ads: tuple[str, ...]) -> tuple[int, ...]:
        """The grid lines that advertisements of these sizes take of each column: all if one page cannot hold them; empty for
        none of them."""
        if not ads:
            return ()
        if ads not in self._taken:
            theme = self.ctx.theme
            self._taken[ads] = lines_taken(theme, ads) or (theme.lines,) * theme.grid.columns
        return self._taken[ads]

    def beside(self, ads: tuple[str, ...]) -> Draft:
        """The draft for an article of one page beside these advertisements: narrowed if one of them takes a side of the page;
        itself if none does, or its template cannot be narrowed."""
        if not ads:
            return self
        if ads not in self._beside:
            template = narrowed(self.ctx.theme, self.template, self.taken(ads))
            self._beside[ads] = Draft(self.ctx, self.article, self.name, self.shelf, template) if template else self
        return self._beside[ads]

    def flow(self, fit: Fit) -> Flow:
        """The body set to the column's width, with the photographs that stand in it at the fit's heights."""
        tall = self.heights(fit)[1]
        key = (tall, fit.tight)
        if key not in self._flows:
            flow = self._shared_flow(tall)
            self._flows[key] = tightened(flow, fit.tight, partial(reset_chunk, self.scene)) if fit.tight else flow
        return self._flows[key]

    def _shared_flow(self, tall: tuple[tuple[int, int], ...]) -> Flow:
        """The flow from the shelf: another template with columns as wide may have made it."""
        key = (self.scene.width, self.scene.body, self.scene.drop_cap, self.template.items, tall)
        if key not in self.shelf.flows:
            photos = self.article.photos
            figures = {n: column_figure(self.scene, photos[n - 1], n, lines) for n, lines in tall}
            self.shelf.flows[key] = Flow(set_matter(self.scene, self.article, figures, items=self.template.items))
        return self.shelf.flows[key]

    def _inline_heights(self, spare: tuple[int, ...]) -> tuple[tuple[int, Heights], ...]:
        """The photographs that stand in the columns, by number, with the heights that they may have there."""
        if spare not in self._inline:
            limits = BRIEFING_LINES if self.template.items else INLINE_LINES
            self._inline[spare] = tuple(
                (n, heights(self.ctx, photo, self.width, limits))
                for n, photo in enumerate(self.article.photos, 1) if n not in self._slottable or n in spare
            )
        return self._inline[spare]


def _slottable(article: Article, template: Template) -> tuple[int, ...]:
    """Numbers of the photos for the slots, heaviest first: not those pinned in the text or owned by an item."""
    photos = article.photos
    inline = {b.number for b in article.body if isinstance(b, body.PhotoPin)}
    if template.items:
        inline |= set(range(1, 1 + sum(isinstance(b, body.Heading) and b.level == 2 for b in article.body)))
    inline |= {n for n, p in enumerate(photos, 1) if p.place in ("inline", "column")}
    numbers = [n for n in range(1, len(photos) + 1) if n not in inline]
    return tuple(sorted(numbers, key=lambda n: photos[n - 1].place not in ("lead", "full-width", "bleed")))


def cropped(draft: Draft, fit: Fit) -> float:
    """How much of the photographs in slots is cut away at a fit: the sum of their lost parts; a photo whose author gave it
    a shape counts many times over, since its slot ought to give way."""
    theme, lost = draft.ctx.theme, 0.0
    for use in draft.used(fit.pages)[0]:
        if use.slot.bleed == "page":
            continue
        _, _, width, height = theme.frame(use.slot.columns, 0, use.heights.at(fit.heights))
        wished = shape_ratio(use.photo, draft.ctx.images.get(use.photo.file))
        shown = width / height
        part = 1.0 - min(wished / shown, shown / wished)
        lost += part * GIVEN_SHAPE if use.photo.shape != "auto" and part > NEAR_ENOUGH else part
    return lost


def misplaced(draft: Draft, pages: int) -> int:
    """How many photographs do not stand as their author asks: over the full width, or running off the trim."""
    full = draft.ctx.theme.grid.columns
    count = 0
    for use in draft.used(pages)[0]:
        across = use.slot.columns == (1, full)
        count += (use.photo.place == "full-width" and not across) + (use.photo.place == "bleed" and use.slot.bleed == "none")
    return count


def _in_rows(used: Sequence[Used]) -> tuple[Used, ...]:
    """Photographs that stand side by side get one height: what the row's crops all allow, near their own shapes."""
    rows: list[list[Used]] = []
    for use in used:
        before = rows[-1][-1] if rows else None
        if before and _beside(before, use):
            rows[-1].append(use)
        else:
            rows.append([use])
    return tuple(use._replace(heights=_common([u.heights for u in row])) for row in rows for use in row)


def _beside(left: Used, right: Used) -> bool:
    """Whether two slots make a row: the same edge of the same page, the same range of heights, one right of the other."""
    a, b = left.slot, right.slot
    return (left.page, a.at, a.lines, a.bleed) == (right.page, b.at, b.lines, b.bleed) and a.columns[1] < b.columns[0]


def _common(row: Sequence[Heights]) -> Heights:
    wish = round(sum(h.wish for h in row) / len(row))
    return Heights(min(wish, max(h.least for h in row)), wish, max(wish, min(h.most for h in row)))


def slots_of(template: Template, page: int) -> tuple[Slot, ...]:
    """The slots of an article's page: those with its number, else those for every later page."""
    own = tuple(s for s in template.slots if s.page == page)
    last = max((s.page for s in template.slots), default=0)
    return own if own or page <= last else tuple(s for s in template.slots if s.page == 0)
