"""An article becomes pages: pictures and head stand on the grid, the text is poured into the columns that are left.

`lay_out` is the coordinating function. In: a draft (article in a template) and a fit (pages, photographs' heights). Out:
`ArticleLayout`, in the type area's coordinates. Which draft and which fit is somebody else's choice (choose.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.geometry import Rect
from digest_studio.base.say import say
from digest_studio.display.items import Frame, Group, Item, TextLine, rectangle
from digest_studio.layout.blocks import pull_name, reset_chunk
from digest_studio.layout.columns import ColumnArea, FilledColumn, Poured, pour
from digest_studio.layout.draft import Draft, Fit, Used
from digest_studio.layout.figures import Caption, caption_items, figure_items
from digest_studio.layout.flow import Flow, Row
from digest_studio.layout.picture import figure_tag
from digest_studio.layout.result import ArticleLayout, ArticlePage, BleedImage
from digest_studio.layout.shared import room_left
from digest_studio.layout.skyline import PageFrame, Standing
from digest_studio.model import body
from digest_studio.theme.types import Theme

CUT_BOX = 0.4  # grid lines of tint beyond a line of text at which a box is divided
END_MARK = 0.5  # em of the text: the little square that ends an article


def pour_text(draft: Draft, fit: Fit) -> Poured:
    """The article's text poured into the columns that pictures and head leave."""
    return pour(draft.flow(fit), [f.columns for f in draft.frames(fit)], partial(reset_chunk, draft.scene))


def lay_out(draft: Draft, fit: Fit, poured: Poured | None = None) -> ArticleLayout:
    """Lay the article out on `fit.pages` pages: stand pictures and head, pour the text (unless it is `poured`), make the display
    items."""
    used, _ = draft.used(fit.pages)
    frames = draft.frames(fit)
    poured = poured or pour_text(draft, fit)
    last = max((n for n, p in enumerate(poured.pages) if any(c.used for c in p)), default=0)
    last = max(last, max((u.page - 1 for u in used), default=0), draft.template.head.page - 1)
    pages = []
    for number, frame in enumerate(frames[:last + 1], 1):
        columns = poured.pages[number - 1] if number <= len(poured.pages) else ()
        on_page = [u for u in used if u.page == number]
        pages.append(_page(draft, frame, on_page, columns, poured, number == last + 1, _box(draft, fit, number)))
    return ArticleLayout(
        article=draft.article.id, template=draft.name, pages=tuple(pages), lines_over=left_over(draft, fit, poured),
        spent=_spent(fit, poured), spread=draft.template.spread, start=fit.start,
        problems=_problems(draft, poured), ads=fit.ads if last + 1 == fit.pages else (),
    )


def left_over(draft: Draft, fit: Fit, poured: Poured) -> int:
    """The lines that found no place; 1 for what has no text where advertisements leave no room for its head and pictures."""
    return poured.left_over or int(draft.frames(fit)[-1].clash)


def _box(draft: Draft, fit: Fit, page: int) -> Rect:
    """The part of the type area that is the article's on its page `page`: under the article before, above advertisements."""
    theme = draft.ctx.theme
    start = fit.start if page == 1 else 0
    if fit.ads and page == fit.pages:
        return room_left(theme, draft.taken(fit.ads), start)
    top = start * theme.grid.baseline
    return Rect(0.0, top, theme.measure, theme.baseline(theme.lines - 1) - top)


def _spent(fit: Fit, poured: Poured) -> dict[str, float]:
    spent: dict[str, float] = {}
    if fit.heights:
        spent["photo-heights"] = round(fit.heights, 2)
    if poured.reset:
        spent["paragraphs-reset"] = poured.reset
    return spent


def _problems(draft: Draft, poured: Poured) -> tuple[Diagnostic, ...]:
    """What the article's reader would miss: a pull quote that is too long. (Lines over are preflight's to tell.)"""
    article = draft.article
    names = {chunk.name for chunk in poured.flow.chunks}
    return tuple(
        Diagnostic(
            "pull-quote", say("this pull quote is too long to stand apart and is left out"),
            say("shorten it to a sentence or two"),
            Severity.WARNING, Source(draft.scene.file, block.line), article=article.id,
        )
        for block in article.body if isinstance(block, body.PullQuote) and pull_name(article.id, block) not in names
    )


def _page(
    draft: Draft, frame: PageFrame, used: Sequence[Used], columns: Sequence[FilledColumn], poured: Poured, last: bool,
    box: Rect,
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
    room, lines = sum(c.area.room for c in columns), sum(c.used for c in columns)
    items.append(Frame(f"article:{draft.article.id}", box))
    return ArticlePage(tuple(items), box, tuple(bleeds), lines / room if room else 1.0, end,
                       furniture=not any(u.slot.bleed == "page" for u in used), lines=lines, room=room)


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
            x = ctx.theme.column(*slot.caption_columns)[0]
            items += caption_items(ctx, use.caption, x, box.bottom - deep, name, draft.language)
        return items, ()
    whole = slot.bleed == "page"
    bleed = BleedImage(
        use.photo, box, left=whole or slot.columns[0] == 1, right=whole or slot.columns[1] == ctx.theme.grid.columns,
        top=whole or standing.line == 0, bottom=whole, tag=figure_tag(use.photo, name),
        name=name,
    )
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
    paper = rectangle(panel, theme.colours["paper"], opacity=0.9)
    return (paper, *caption_items(draft.ctx, caption, pad, first, name, draft.language))


def _column_items(theme: Theme, flow: Flow, column: FilledColumn) -> list[Item]:
    """The rows of a column at their places, boxes' tints behind them."""
    step = theme.grid.baseline
    tints: list[Item] = []
    texts: list[Item] = []
    panel: list[tuple[Row, int]] = []
    line = column.area.top
    for n in range(column.start, column.stop):
        row = flow.rows[n]
        if n > column.start:
            line += flow.before[n]
        if panel and row.panel != panel[0][0].panel:
            tints.append(_tint(theme, column.area, panel))
            panel = []
        if row.panel:
            panel.append((row, line))
        if row.items:
            texts.append(Group(row.items, column.area.x, line * step))
        line += row.lines
    if panel:
        tints.append(_tint(theme, column.area, panel))
    return [*tints, *texts]


def _tint(theme: Theme, area: ColumnArea, rows: Sequence[tuple[Row, int]]) -> Item:
    """A box's tint from the capitals of its first line to the baseline of its last; a little more where a column's end
    cuts it between lines of text."""
    (first, top), (last, bottom) = rows[0], rows[-1]
    above = CUT_BOX * theme.grid.baseline if first.items else 0.0
    below = CUT_BOX * theme.grid.baseline if last.items else 0.0
    y = top * theme.grid.baseline - above
    return rectangle(Rect(area.x, y, area.width, theme.baseline(bottom + last.lines - 1) + below - y), theme.colours["tint"])


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
