"""An article becomes pages: pictures and head stand on the grid, the text is poured into the columns that are left.

`lay_out` is the coordinating function. In: article, template, how many pages, the fit of the photographs' heights. Out:
`ArticleLayout`, in the type area's coordinates. Which template and how many pages is somebody else's choice (choose.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.geometry import Rect
from digest_studio.display.items import Frame, Group, Item, Tag, TextLine, rectangle
from digest_studio.layout.blocks import Scene, reset_chunk, set_blocks, set_text_block
from digest_studio.layout.columns import ColumnArea, FilledColumn, Poured, pour
from digest_studio.layout.context import Context
from digest_studio.layout.figures import Caption, Heights, caption_items, figure_items, heights, set_caption
from digest_studio.layout.flow import Chunk, Flow, Row
from digest_studio.layout.head import SetHead, set_head
from digest_studio.layout.picture import figure_tag, placed
from digest_studio.layout.result import ArticleLayout, ArticlePage, BleedImage
from digest_studio.layout.skyline import Block, PageFrame, Standing, frame_page
from digest_studio.model import body
from digest_studio.model.issue import Article, Author, Photo
from digest_studio.theme.types import Head, Slot, Template, Theme

INLINE_LINES = (8, 22)  # least and most height of a photo that stands in a text column
BRIEFING_LINES = (8, 16)  # the same for a briefing's items
SIGNATURE_LINES = 4
END_MARK = 0.5  # em of the text: the little square that ends an article


@dataclass(frozen=True, slots=True)
class Fit:
    """What a candidate layout may choose: the number of pages, and the photographs' heights from -1 (least) over 0
    (their own shape) to 1 (most); `start` is the first free grid line on a page shared with the article before."""

    pages: int
    heights: float = 0.0
    start: int = 0


@dataclass(frozen=True, slots=True)
class Used:
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
    """What the drafts of one article share: its head and its body are set once for every measure, not for every template."""

    def __init__(self) -> None:
        self.flows: dict[tuple[object, ...], Flow] = {}
        self._heads: dict[Head, SetHead] = {}

    def head(self, ctx: Context, article: Article, head: Head) -> SetHead:
        if head not in self._heads:
            self._heads[head] = set_head(ctx, article, head)
        return self._heads[head]


class Draft:
    """An article in one template, with all that does not depend on the fit: set once, tried at many fits."""

    def __init__(self, ctx: Context, article: Article, name: str, shelf: Shelf) -> None:
        self.ctx, self.article, self.name, self.shelf = ctx, article, name, shelf
        self.template: Template = ctx.theme.templates[name]
        self.language = article.language or ctx.language
        self.head: SetHead = shelf.head(ctx, article, self.template.head)
        self.width = ctx.theme.column(*self.template.columns[0])[1]
        source = article.source or Source(f"articles/{article.id}.md")
        self.scene = Scene(ctx, article.id, source.file, self.language, self.width, self.template.body, self.template.drop_cap)
        self._blocks = article.body
        self._used: dict[int, tuple[tuple[Used, ...], tuple[int, ...]]] = {}

    def used(self, pages: int) -> tuple[tuple[Used, ...], tuple[int, ...]]:
        """The slots of `pages` pages with their photographs, in order of weight; and the numbers of those that found
        no slot and go into the columns."""
        if pages not in self._used:
            self._used[pages] = self._find_used(pages)
        return self._used[pages]

    def _find_used(self, pages: int) -> tuple[tuple[Used, ...], tuple[int, ...]]:
        slotted = [n for n in self._slottable()]
        used: list[Used] = []
        for page in range(1, pages + 1):
            for slot in slots_of(self.template, page):
                if slot.source == "author":
                    author = self.article.author
                    if author and author.photo:
                        used.append(self._use(slot, author.photo, 0, page))
                elif slotted:
                    number = slotted.pop(0)
                    used.append(self._use(slot, self.article.photos[number - 1], number, page))
        return tuple(used), tuple(slotted)

    def _slottable(self) -> list[int]:
        """Numbers of the photos for the slots, heaviest first: not those pinned in the text or owned by an item."""
        photos = self.article.photos
        inline = {b.number for b in self.article.body if isinstance(b, body.PhotoPin)}
        if self.template.items:
            inline |= set(range(1, 1 + sum(isinstance(b, body.Heading) and b.level == 2 for b in self.article.body)))
        inline |= {n for n, p in enumerate(photos, 1) if p.place in ("inline", "column")}
        numbers = [n for n in range(1, len(photos) + 1) if n not in inline]
        return sorted(numbers, key=lambda n: photos[n - 1].place not in ("lead", "full-width", "bleed"))

    def _use(self, slot: Slot, photo: Photo, number: int, page: int) -> Used:
        x, width = self.ctx.theme.column(*slot.columns)
        columns = slot.caption_columns if slot.caption == "beside" and slot.caption_columns else slot.columns
        caption_width = self.ctx.theme.column(*columns)[1]
        if slot.bleed == "page":
            caption_width = self.ctx.theme.column(1, max(1, self.ctx.theme.grid.columns // 2))[1]
        caption = Caption(None, 0) if slot.caption == "none" else set_caption(self.ctx, photo, caption_width, self.language)
        if slot.caption == "beside" or slot.bleed == "page":
            caption = replace(caption, lines=0)
        return Used(slot, photo, number, page, heights(self.ctx, photo, width, slot.lines), caption)

    def frames(self, fit: Fit, used: Sequence[Used]) -> tuple[PageFrame, ...]:
        """The pages' frames at a fit."""
        return tuple(
            frame_page(
                self.ctx.theme, self.template, page,
                [Block(u.slot, u.heights.at(fit.heights), u.caption.lines) for u in used if u.page == page],
                self.head.lines, fit.start if page == 1 else 0,
            )
            for page in range(1, fit.pages + 1)
        )

    def flow(self, fit: Fit, spare: tuple[int, ...]) -> Flow:
        """The body set to the column's width, with the photographs that stand in it at the fit's heights."""
        inline = self._inline(spare)
        tall = {n: heights(self.ctx, p, self.width, limits).at(fit.heights) for n, (p, limits) in inline.items()}
        key = (self.scene.width, self.scene.body, self.scene.drop_cap, self.template.items, *sorted(tall.items()))
        if key not in self.shelf.flows:
            figures = {n: self._inline_figure(inline[n][0], n, t) for n, t in tall.items()}
            self.shelf.flows[key] = Flow(self._chunks(figures))
        return self.shelf.flows[key]

    def _inline(self, spare: tuple[int, ...]) -> dict[int, tuple[Photo, tuple[int, int]]]:
        photos = self.article.photos
        slotted = set(self._slottable())
        limits = BRIEFING_LINES if self.template.items else INLINE_LINES
        return {n: (p, limits) for n, p in enumerate(photos, 1) if n not in slotted or n in spare}

    def _inline_figure(self, photo: Photo, number: int, lines: int) -> Chunk:
        """A photo of `lines` grid lines in the column, its caption below, in one piece."""
        grid = self.ctx.theme.grid
        caption = set_caption(self.ctx, photo, self.width, self.language)
        box = Rect(0.0, 0.0, self.width, (lines - 1) * grid.baseline + grid.hang)
        items = figure_items(self.ctx, photo, box, caption, f"{self.article.id}:photo:{number}", self.language)
        return Chunk((Row(lines + caption.lines, items),), before=1, after=1, name=f"photo:{number}")

    def _chunks(self, figures: dict[int, Chunk]) -> list[Chunk]:
        """The article's chunks in reading order: the body, photographs in it, the author's closing at its end."""
        if self.template.items:
            chunks = self._items(figures)
        else:
            chunks = set_blocks(self.scene, self._blocks, figures)
            pinned = {b.number for b in self._blocks if isinstance(b, body.PhotoPin)}
            chunks = _spread_out(chunks, [c for n, c in figures.items() if n not in pinned])
        author = self.article.author
        if author and chunks and (author.closing or author.name or author.role or author.signature):
            chunks[-1] = replace(chunks[-1], keep=True)
            chunks.append(self._signature(author))
        return chunks

    def _items(self, figures: dict[int, Chunk]) -> list[Chunk]:
        """A briefing: every `##` item with its photo over its title, kept together."""
        chunks: list[Chunk] = []
        item, group = 0, list[body.Block]()
        for block in (*self._blocks, None):
            if block is not None and not (isinstance(block, body.Heading) and block.level == 2):
                group.append(block)
                continue
            new = [replace(c, before=0) if n == 0 and item else c for n, c in enumerate(set_blocks(self.scene, group, {}))]
            chunks += new
            if block is None:
                break
            item, group = item + 1, []
            before = 2 if chunks else 0
            if item in figures:
                chunks.append(replace(figures[item], before=before, keep=True, after=1))
                before = 0
            title = set_text_block(self.scene, "briefing-title", block.spans, self.scene.tag("H2", block.line), block.line, keep=True)
            chunks.append(replace(title, before=max(before, int(title.before)) if before else 1))
        return chunks

    def _signature(self, author: Author) -> Chunk:
        """The closing, the signature's image, the author's name and role, in one piece."""
        rows: list[Row] = []
        grid = self.ctx.theme.grid
        if author.closing:
            rows += set_text_block(self.scene, "author-closing", author.closing, self.scene.tag("P", 0), 0).rows
        if author.signature:
            box = Rect(0.0, grid.hang, min(self.width, 3 * SIGNATURE_LINES * grid.baseline), (SIGNATURE_LINES - 1) * grid.baseline)
            facts = self.ctx.images.get(author.signature)
            if facts is not None:
                box = replace(box, width=min(box.width, box.height * facts.width / facts.height))
            picture = placed(self.ctx, Photo(author.signature, alt=author.name), box, Tag("Figure", f"{self.article.id}:signature", self.language, author.name))
            rows.append(Row(SIGNATURE_LINES, (picture,)))
        for style, text in (("author-name", author.name), ("author-role", author.role)):
            if text:
                rows += set_text_block(self.scene, style, text, self.scene.tag("P", 0), 0).rows
        return Chunk(tuple(replace(r, breakable=n == 0) for n, r in enumerate(rows)), before=1, name="author")


def slots_of(template: Template, page: int) -> tuple[Slot, ...]:
    """The slots of an article's page: those with its number, else those for every later page."""
    own = tuple(s for s in template.slots if s.page == page)
    last = max((s.page for s in template.slots), default=0)
    return own if own or page <= last else tuple(s for s in template.slots if s.page == 0)




def _spread_out(chunks: list[Chunk], figures: list[Chunk]) -> list[Chunk]:
    """The figures put between the chunks at even distances, never between a heading and its text."""
    out = list(chunks)
    for n, figure in enumerate(figures):
        at = round((n + 1) * len(chunks) / (len(figures) + 1)) + n
        while 0 < at < len(out) and out[at - 1].keep:
            at += 1
        out.insert(min(at, len(out)), figure)
    return out


def lay_out(draft: Draft, fit: Fit) -> ArticleLayout:
    """Lay the article out on `fit.pages` pages: stand pictures and head, pour the text, make the display items."""
    used, spare = draft.used(fit.pages)
    frames = draft.frames(fit, used)
    poured = pour(draft.flow(fit, spare), [f.columns for f in frames], lambda chunk, request: reset_chunk(draft.scene, chunk, request))
    last = max((n for n, p in enumerate(poured.pages) if any(c.used for c in p)), default=0)
    last = max(last, max((u.page - 1 for u in used), default=0), draft.template.head.page - 1)
    pages = []
    for number, frame in enumerate(frames[:last + 1], 1):
        columns = poured.pages[number - 1] if number <= len(poured.pages) else ()
        on_page = [u for u in used if u.page == number]
        pages.append(_page(draft, frame, on_page, columns, poured, number == last + 1))
    return ArticleLayout(
        article=draft.article.id, template=draft.name, pages=tuple(pages), lines_over=poured.left_over,
        spent=_spent(fit, poured), spread=draft.template.spread, problems=_problems(draft, poured),
    )


def _spent(fit: Fit, poured: Poured) -> dict[str, float]:
    spent: dict[str, float] = {}
    if fit.heights:
        spent["photo-heights"] = round(fit.heights, 2)
    if poured.reset:
        spent["paragraphs-reset"] = poured.reset
    return spent


def _problems(draft: Draft, poured: Poured) -> tuple[Diagnostic, ...]:
    """What the article's reader would miss: text without a place, characters without a glyph."""
    article, problems = draft.article, []
    if poured.left_over:
        problems.append(Diagnostic(
            "overflow", f"{poured.left_over} lines of “{article.title.strip()}” find no place in {draft.name}",
            "give it another page, a smaller photograph, or fewer words", source=article.source, article=article.id,
            value=poured.left_over, limit=0,
        ))
    return tuple(problems)


def _page(
    draft: Draft, frame: PageFrame, used: Sequence[Used], columns: Sequence[FilledColumn], poured: Poured, last: bool,
) -> ArticlePage:
    theme = draft.ctx.theme
    items: list[Item] = []
    bleeds: list[BleedImage] = []
    if frame.head is not None:
        items.append(Group(draft.head.items, 0.0, frame.head * theme.grid.baseline))
    for use, standing in zip(used, frame.standing, strict=True):
        if standing is not None:
            picture, bleed = _stood(draft, use, standing)
            items += picture
            bleeds += bleed
    end = 0
    for column in columns:
        items += _column_items(theme, poured.flow, column)
        if column.used:
            end = max(end, column.area.top + column.used)
    if last and draft.template.end_mark:
        items += _end_mark(draft, columns, poured.flow)
    room = sum(c.area.room for c in columns)
    box = Rect(0.0, 0.0, theme.measure, theme.baseline(theme.lines - 1))
    items.append(Frame(f"article:{draft.article.id}", box))
    return ArticlePage(tuple(items), box, tuple(bleeds), sum(c.used for c in columns) / room if room else 1.0, end,
                       furniture=not any(u.slot.bleed == "page" for u in used))


def _stood(draft: Draft, use: Used, standing: Standing) -> tuple[tuple[Item, ...], tuple[BleedImage, ...]]:
    """A slot's picture and caption: as items, and as a picture that bleeds."""
    ctx, slot = draft.ctx, use.slot
    box = Rect(*ctx.theme.frame(slot.columns, standing.line, standing.lines))
    name = f"{draft.article.id}:{use.name}"
    if slot.bleed == "none":
        below = use.caption if slot.caption == "below" else Caption(None, 0)
        items = figure_items(ctx, use.photo, box, below, name, draft.language)
        if slot.caption == "beside" and slot.caption_columns and use.caption.text:
            deep = (len(use.caption.text.setting.lines) - 1) * use.caption.text.style.leading
            items += caption_items(ctx, use.caption, ctx.theme.column(*slot.caption_columns)[0], box.bottom - deep, name, draft.language)
        return items, ()
    whole = slot.bleed == "page"
    edges = dict(left=whole or slot.columns[0] == 1, right=whole or slot.columns[1] == ctx.theme.grid.columns,
                 top=whole or standing.line == 0, bottom=whole)
    bleed = BleedImage(use.photo, box, **edges, tag=figure_tag(use.photo, name))
    if whole:
        return _caption_on_picture(draft, use.caption, name), (bleed,)
    return caption_items(ctx, use.caption, box.x, box.bottom + ctx.theme.grid.baseline, name, draft.language), (bleed,)


def _caption_on_picture(draft: Draft, caption: Caption, name: str) -> tuple[Item, ...]:
    """A caption at the foot of a picture that covers the page, on a panel of paper so that it can be read on any."""
    if caption.text is None:
        return ()
    theme = draft.ctx.theme
    pad = theme.grid.hang
    lines = caption.text.setting.lines
    bottom = theme.baseline(theme.lines - 1)
    first = bottom - (len(lines) - 1) * caption.text.style.leading
    wide = max(line.width for line in lines)
    panel = Rect(0.0, first - caption.text.style.size - pad, wide + 2 * pad, bottom - first + caption.text.style.size + 2 * pad)
    return (rectangle(panel, theme.colours["paper"], opacity=0.9), *caption_items(draft.ctx, caption, pad, first, name, draft.language))


def _column_items(theme: Theme, flow: Flow, column: FilledColumn) -> list[Item]:
    """The rows of a column at their places, boxes' tints behind them."""
    items: list[Item] = []
    line = column.area.top
    step = theme.grid.baseline
    panel, panel_top = "", 0
    rows: list[Item] = []
    for n in range(column.start, column.stop):
        row = flow.rows[n]
        if n > column.start:
            line += flow.before[n]
        if row.panel != panel:
            items += _panel(theme, column.area, panel, panel_top, line - flow.before[n])
            panel, panel_top = row.panel, line
        if row.items:
            rows.append(Group(row.items, column.area.x, line * step))
        line += row.lines
    return [*items, *_panel(theme, column.area, panel, panel_top, line), *rows]


def _panel(theme: Theme, area: ColumnArea, panel: str, top: int, bottom: int) -> list[Item]:
    """A box's tint from the capitals of its first line to the baseline of its last."""
    if not panel:
        return []
    y = top * theme.grid.baseline
    return [rectangle(Rect(area.x, y, area.width, theme.baseline(bottom - 1) - y), theme.colours["tint"])]


def _end_mark(draft: Draft, columns: Sequence[FilledColumn], flow: Flow) -> list[Item]:
    """A small square after the last line of the text; in the gutter where the line is full."""
    theme = draft.ctx.theme
    column = next((c for c in reversed(columns) if c.stop > c.start), None)
    if column is None or column.stop != len(flow) or flow.rows[-1].panel:
        return []
    lines = [i for i in flow.rows[-1].items if isinstance(i, TextLine)]
    if not lines:
        return []
    runs = lines[-1].runs
    size = END_MARK * theme.styles["body"].size
    x = min(lines[-1].x + runs[-1].x + runs[-1].advance + size, column.area.width + 0.3 * size)
    y = (column.area.top + column.used) * theme.grid.baseline - theme.grid.baseline + theme.grid.hang
    return [rectangle(Rect(column.area.x + x, y - size, size, size), theme.colours["accent"])]
