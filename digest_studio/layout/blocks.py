"""The blocks of an article's body set to a column's width.

In: authored blocks and a width. Out: chunks for the flow, every word of the running text once, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Literal, NamedTuple

from digest_studio.base.diagnostics import Source
from digest_studio.display.items import Item, Link, Tag, TextLine, rule
from digest_studio.layout.context import Context
from digest_studio.layout.flow import Chunk, Resetting, Row
from digest_studio.layout.style import char_style, line_items, paragraph
from digest_studio.model import body
from digest_studio.text.setting import Line, Request
from digest_studio.text.styles import Measure, Paragraph, Run
from digest_studio.theme.types import TypeStyle

LEAST_TOGETHER = 2  # lines of a paragraph at a column's foot or head (widows and orphans)
MARKER_GAP = 0.3  # em between a list's widest marker and its text
WHOLE_BOX = 16  # rows of a box that is never divided
LEAST_OF_BOX = 5  # rows of a box on either side of a column's end, the free line at its edge included
BULLET = "•"
MOST_PULLED = 0.4  # of a page's lines: a pull quote that needs more, even in the smaller style, is no pull quote
PULL_RULE = 0.5  # points: a hair rule that still prints
DROP_CAP_GAP = 0.4  # em of the text between a drop cap and the lines beside it
SHOWN_ONLY = "\u200b"  # a zero-width space: the text of a glyph whose letter another glyph already stands for


class Scene(NamedTuple):
    """Where blocks are set: the article's id, file and language, the column's width, the theme's body styles."""

    ctx: Context
    article: str
    file: str
    language: str
    width: float
    body: str = "body"
    drop_cap: int = 0

    @property
    def baseline(self) -> float:
        return self.ctx.theme.grid.baseline

    def style(self, name: str) -> TypeStyle:
        return self.ctx.theme.styles[name]

    def source(self, line: int) -> Source:
        return Source(self.file, line)

    def tag(self, role: str, line: int) -> Tag:
        return Tag(role, f"{self.article}:{line}", self.language)


def set_blocks(scene: Scene, blocks: Sequence[body.Block], photo_chunks: Mapping[int, Chunk]) -> list[Chunk]:
    """Chunks for `blocks`; `photo_chunks` are the photographs pinned in the text, by their number from 1."""
    chunks: list[Chunk] = []
    forced: Literal["", "column", "page"] = ""
    opening = True
    for block in blocks:
        if isinstance(block, body.Break):
            forced = block.kind
            continue
        if isinstance(block, body.PhotoPin):
            new = [photo_chunks[block.number]._replace(kind="pinned")] if block.number in photo_chunks else []
        else:
            new = list(_set_block(scene, block, opening, bool(chunks)))
            opening = isinstance(block, body.Heading)
        if new and forced:
            new[0] = new[0]._replace(forced=forced)
            forced = ""
        chunks += new
    return chunks


def _set_block(scene: Scene, block: body.Block, opening: bool, after_something: bool) -> Iterator[Chunk]:
    match block:
        case body.Paragraph():
            drop = scene.drop_cap if not after_something else 0
            yield set_paragraph(scene, block, "body-first" if opening else scene.body, drop_cap=drop)
        case body.Heading():
            name = "h2" if block.level == 2 else "h3"
            yield set_heading(scene, name, block.spans, scene.tag(f"H{block.level}", block.line), block.line)
        case body.List():
            yield from _set_list(scene, block, 0)
        case body.Quotation():
            yield from _set_quotation(scene, block, "quote", "quote-by", "BlockQuote")
        case body.PullQuote():
            yield from _set_pull_quote(scene, block)
        case body.Box():
            yield from _set_box(scene, block)
        case body.PhotoPin() | body.Break():
            return


def set_paragraph(scene: Scene, block: body.Paragraph, name: str, drop_cap: int = 0) -> Chunk:
    """A paragraph of running text, with a drop cap of so many lines if asked for."""
    if drop_cap:
        with_cap = _set_drop_cap(scene, block, drop_cap)
        if with_cap:
            return with_cap
    return set_text_block(scene, name, block.spans, scene.tag("P", block.line), block.line)


def set_text_block(
    scene: Scene, name: str, spans: Sequence[body.Span] | str, tag: Tag, line: int, *, keep: bool = False,
) -> Chunk:
    """Text in the named style as a chunk: one row a line, widows and orphans kept together."""
    style = scene.style(name)
    para = paragraph(scene.ctx, style, spans, scene.language, scene.source(line))
    recipe = Resetting(para, style, Measure(scene.width - style.left - style.right), Request())
    return chunk_of(scene, recipe, tag, keep=keep)


def set_heading(scene: Scene, name: str, spans: Sequence[body.Span], tag: Tag, line: int) -> Chunk:
    """A heading in the named style, which stays with what follows."""
    return set_text_block(scene, name, spans, tag, line, keep=True)._replace(kind="heading")


def chunk_of(scene: Scene, recipe: Resetting, tag: Tag, *, keep: bool = False, extra: tuple[Item, ...] = ()) -> Chunk:
    """The chunk of a paragraph as `recipe` sets it; `extra` items come before the first line's (a drop cap, a bullet)."""
    style = recipe.style
    setting = scene.ctx.setter.set(recipe.paragraph, recipe.measure, recipe.request)
    count = len(setting.lines)
    step = max(1, ceil(style.leading / scene.baseline - 1e-6))
    baseline = scene.ctx.theme.baseline(step - 1)
    rows = []
    for n, line in enumerate(setting.lines):
        if n == 0 and recipe.prefix:
            line = _prefixed(line, recipe.prefix)
        items = line_items(line, style.left, baseline, style.size, tag)
        rows.append(Row(
            step, extra + items if n == 0 else items,
            breakable=n == 0 or (n >= LEAST_TOGETHER and count - n >= LEAST_TOGETHER),
            hyphenated=line.hyphenated,
        ))
    justified = recipe.paragraph.style.align == "justify"
    return Chunk(tuple(rows), before=int(style.before), after=int(style.after), keep=keep, name=tag.element,
                 recipe=recipe if justified and count > 1 else None)


def _prefixed(line: Line, prefix: str) -> Line:
    """The line with its first glyph standing for `prefix` and its own text."""
    first = line.runs[0]
    return line._replace(runs=(first._replace(text=(prefix + first.text[0], *first.text[1:])), *line.runs[1:]))


def reset_chunk(scene: Scene, chunk: Chunk, request: Request) -> Chunk:
    """A paragraph's chunk set again as `request` asks; items that stand before its first line are kept."""
    assert chunk.recipe is not None
    tag = next(i.tag for i in chunk.rows[-1].items if isinstance(i, TextLine))
    extra = _leading_items(chunk, tag)
    new = chunk_of(scene, chunk.recipe._replace(request=request), tag, keep=chunk.keep, extra=extra)
    rows = _never_before(new.rows, len(chunk.recipe.measure.first))
    return chunk._replace(rows=tuple(r._replace(panel=chunk.rows[0].panel) for r in rows), recipe=new.recipe)


def _leading_items(chunk: Chunk, tag: Tag) -> tuple[Item, ...]:
    """What `extra` gave to the chunk: its first row's items before the paragraph's own line."""
    items = chunk.rows[0].items
    own = [n for n, item in enumerate(items) if isinstance(item, TextLine) and item.tag == tag]
    return items[:own[-1]] if own else ()


def _set_drop_cap(scene: Scene, block: body.Paragraph, lines: int) -> Chunk | None:
    """The first letter as a capital `lines` lines high, standing on the last of them, the text beside it.

    None where the paragraph does not begin with a letter, or is too short to go round it.
    """
    first = block.spans[0] if block.spans else None
    if first is None or not first.text[:1].isalpha() or sum(len(s.text) for s in block.spans) < 120:
        return None
    cap_style, style = scene.style("dropcap"), scene.style("body-first")
    whole = paragraph(scene.ctx, style, block.spans, scene.language, scene.source(block.line))
    letter, rest = whole.runs[0].text[0], whole.runs[0].text[1:]
    cap = Paragraph((Run(letter, char_style(scene.ctx.theme, cap_style)),),
                    paragraph(scene.ctx, cap_style, letter, scene.language).style, scene.language, whole.source)
    (cap_run,) = scene.ctx.setter.set(cap, Measure(scene.width)).lines[0].runs
    prefix = letter if rest[:1].isalpha() else ""
    if prefix:
        cap_run = cap_run._replace(text=(SHOWN_ONLY,))
    room = scene.ctx.setter.natural_width(cap) + DROP_CAP_GAP * style.size
    tag = scene.tag("P", block.line)
    recipe = Resetting(
        whole._replace(runs=(whole.runs[0]._replace(text=rest.lstrip()), *whole.runs[1:])), style,
        Measure(scene.width, ((room, scene.width - room),) * lines), Request(), prefix,
    )
    chunk = chunk_of(scene, recipe, tag, extra=(TextLine(0.0, scene.ctx.theme.baseline(lines - 1), (cap_run,), tag),))
    if len(chunk.rows) <= lines:
        return None
    return chunk._replace(rows=_never_before(chunk.rows, lines))


def _never_before(rows: tuple[Row, ...], line: int) -> tuple[Row, ...]:
    """The rows with no break allowed inside the first `line` of them."""
    return tuple(r._replace(breakable=False) if 0 < n < line else r for n, r in enumerate(rows))


def _set_list(scene: Scene, block: body.List, level: int) -> Iterator[Chunk]:
    """A list: markers hang in the indent of the style `list`, or in as much as the widest needs; the second level by as
    much again."""
    style = scene.style("list")
    markers = [f"{block.start + n}." if block.ordered else BULLET if level == 0 else "–" for n in range(len(block.items))]
    labels = [paragraph(scene.ctx, replace(style, align="start"), m, scene.language, scene.source(block.line)) for m in markers]
    hang = max(style.left, *(scene.ctx.setter.natural_width(label) + MARKER_GAP * style.size for label in labels))
    inset = style.left * level + hang
    for number, item in enumerate(block.items):
        for n, part in enumerate(item.blocks):
            if isinstance(part, body.List):
                yield from _set_list(scene, part, level + 1)
                continue
            para = paragraph(scene.ctx, style, part.spans, scene.language, scene.source(part.line))
            recipe = Resetting(para, replace(style, left=inset, before=style.before if number == n == level == 0 else 0, after=0),
                               Measure(scene.width - inset - style.right), Request())
            tag = scene.tag("LI", part.line)
            extra: tuple[Item, ...] = ()
            if n == 0:
                runs = scene.ctx.setter.set(labels[number], Measure(scene.width)).lines[0].runs
                extra = (TextLine(inset - hang, scene.ctx.theme.baseline(0), runs, tag._replace(role="Lbl")),)
            chunk = chunk_of(scene, recipe, tag, extra=extra)
            final = level == 0 and number == len(block.items) - 1 and n == len(item.blocks) - 1
            yield chunk._replace(after=int(style.after)) if final else chunk


def _set_quotation(scene: Scene, block: body.Quotation, name: str, by: str, role: str) -> Iterator[Chunk]:
    style = scene.style(name)
    last = len(block.blocks) - 1
    for n, part in enumerate(block.blocks):
        chunk = set_text_block(scene, name, part.spans, scene.tag(role, part.line), part.line,
                               keep=n == last and bool(block.attribution))
        yield chunk._replace(before=int(style.before) if n == 0 else 0,
                      after=int(style.after) if n == last and not block.attribution else 0)
    if block.attribution:
        yield set_text_block(scene, by, block.attribution, scene.tag(role, block.line), block.line)


def pull_name(article: str, block: body.PullQuote) -> str:
    """The name of a pull quote's chunk: whether it found a place can be told by it."""
    return f"pull:{article}:{block.line}"


def _set_pull_quote(scene: Scene, block: body.PullQuote) -> Iterator[Chunk]:
    """A pull quote: a hair rule over repeated words, in one piece; none where it is too long to be one."""
    theme, style = scene.ctx.theme, scene.style("pull")
    for size in ("pull", "pull-small"):
        row = _pull_row(scene, block, scene.style(size))
        if row.lines <= MOST_PULLED * theme.lines:
            name = pull_name(scene.article, block)
            yield Chunk((row,), before=max(1, int(style.before)), after=max(1, int(style.after)), name=name, kind="figure")
            return


def _pull_row(scene: Scene, block: body.PullQuote, style: TypeStyle) -> Row:
    """The rule, the words in `style`, and who said them, as one row."""
    theme = scene.ctx.theme
    tag = Tag("Artifact", pull_name(scene.article, block), scene.language)
    depth = theme.grid.hang
    items: list[Item] = [rule(0.0, depth, scene.width, depth, PULL_RULE, theme.colours["ink"])]
    texts = [(style, part.spans) for part in block.blocks]
    if block.attribution:
        texts.append((scene.style("pull-by"), block.attribution))
    for part_style, spans in texts:
        para = paragraph(scene.ctx, part_style, spans, scene.language, scene.source(block.line))
        for line in scene.ctx.setter.set(para, Measure(scene.width - part_style.left - part_style.right)).lines:
            depth += part_style.leading
            items += line_items(line, part_style.left, depth, part_style.size, tag)
    return Row(ceil((depth - theme.grid.hang) / scene.baseline - 0.01) + 1, tuple(items))


def _set_box(scene: Scene, block: body.Box) -> Iterator[Chunk]:
    """A box on a tint, with a free line inside at its head and foot; a long one may be divided between its lines."""
    panel = f"box:{block.line}"
    inner: list[Chunk] = []
    if block.title:
        inner.append(set_text_block(scene, "box-title", block.title, scene.tag("H3", block.line), block.line, keep=True))
    style = scene.style("box-body")
    for n, part in enumerate(block.blocks):
        match part:
            case body.Paragraph():
                chunk = set_text_block(scene, "box-body", part.spans, scene.tag("P", part.line), part.line)
                inner.append(chunk._replace(before=0 if n else int(style.before)))
            case body.Heading():
                inner.append(set_text_block(scene, "box-title", part.spans, scene.tag("H3", part.line), part.line, keep=True))
            case body.List():
                inner += [_inset(c, style.left) for c in _set_list(scene._replace(width=scene.width - 2 * style.left), part, 0)]
    if block.attribution:
        inner.append(set_text_block(scene, "box-by", block.attribution, scene.tag("P", block.line), block.line))
    rows: list[Row] = [Row(1, (), panel=panel)]
    kept = True
    for n, chunk in enumerate(inner):
        space = max(chunk.before, inner[n - 1].after) if n else 0
        rows += [Row(1, (), panel=panel)] * space
        rows += [r._replace(panel=panel, breakable=r.breakable and not (kept and k == 0)) for k, r in enumerate(chunk.rows)]
        kept = chunk.keep
    rows.append(Row(1, (), panel=panel))
    last = len(rows) - LEAST_OF_BOX if len(rows) > WHOLE_BOX else 0
    divided = tuple(r._replace(breakable=n == 0 or (LEAST_OF_BOX <= n <= last and r.breakable)) for n, r in enumerate(rows))
    yield Chunk(divided, before=1, after=1, name=panel)


def _inset(chunk: Chunk, by: float) -> Chunk:
    """The chunk moved `by` points to the right."""
    rows = tuple(r._replace(items=tuple(_moved(i, by) for i in r.items)) for r in chunk.rows)
    return chunk._replace(rows=rows, recipe=None)


def _moved(item: Item, by: float) -> Item:
    match item:
        case TextLine():
            return item._replace(x=item.x + by)
        case Link():
            return item._replace(box=item.box.moved(by, 0.0))
        case _:
            return item
