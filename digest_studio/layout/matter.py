"""An article's matter in reading order: its body, the photographs that stand in it, the author's closing at its end.

In: an article and a column's scene. Out: chunks for the flow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from digest_studio.base.geometry import Rect
from digest_studio.display.items import Item, Tag
from digest_studio.layout.blocks import Scene, set_blocks, set_heading
from digest_studio.layout.figures import figure_items, set_caption
from digest_studio.layout.flow import Chunk, Row
from digest_studio.layout.picture import placed
from digest_studio.layout.style import place_lines, set_text
from digest_studio.model import body
from digest_studio.model.issue import Article, Author, Photo

SIGNATURE_LINES = 4  # grid lines of a signature's image
ITEM_GAP = 2  # grid lines between the items of a briefing


def set_matter(scene: Scene, article: Article, figures: Mapping[int, Chunk], *, items: bool) -> list[Chunk]:
    """The article's chunks. `figures` are the photographs for the columns by number; `items`: it is a briefing."""
    if items:
        chunks = _set_items(scene, article, figures)
    else:
        chunks = set_blocks(scene, article.body, figures)
        pinned = {b.number for b in article.body if isinstance(b, body.PhotoPin)}
        chunks = _spread_out(chunks, [c for n, c in figures.items() if n not in pinned])
    author = article.author
    if author and (author.closing or author.name or author.role or author.signature):
        if chunks:
            chunks[-1] = chunks[-1]._replace(keep=True)
        chunks.append(_signature(scene, author))
    return chunks


def column_figure(scene: Scene, photo: Photo, number: int, lines: int) -> Chunk:
    """A photo of `lines` grid lines in the column, its caption below, in one piece."""
    grid = scene.ctx.theme.grid
    caption = set_caption(scene.ctx, photo, scene.width, scene.language)
    box = Rect(0.0, 0.0, scene.width, (lines - 1) * grid.baseline + grid.hang)
    items = figure_items(scene.ctx, photo, box, caption, f"{scene.article}:photo:{number}", scene.language)
    return Chunk((Row(lines + caption.lines, items),), before=1, after=1, name=f"photo:{number}", kind="figure")


def _set_items(scene: Scene, article: Article, figures: Mapping[int, Chunk]) -> list[Chunk]:
    """A briefing: every `##` item with its photo over its title, both kept with the text; what stands before the first
    leads in."""
    chunks: list[Chunk] = []
    for number, (title, blocks) in enumerate(_items(article.body)):
        if title is not None:
            head = set_heading(scene, "briefing-title", title.spans, scene.tag("H2", title.line), title.line)
            if number in figures:
                chunks.append(figures[number]._replace(before=ITEM_GAP, keep=True, item=True))
                chunks.append(head._replace(before=1))
            else:
                chunks.append(head._replace(before=ITEM_GAP, item=True))
        chunks += set_blocks(scene, blocks, {})
    return chunks


def _items(blocks: Sequence[body.Block]) -> list[tuple[body.Heading | None, list[body.Block]]]:
    """The body cut at its `##` heads; the first part has none."""
    parts: list[tuple[body.Heading | None, list[body.Block]]] = [(None, [])]
    for block in blocks:
        if isinstance(block, body.Heading) and block.level == 2:
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return parts


def _spread_out(chunks: list[Chunk], figures: list[Chunk]) -> list[Chunk]:
    """The figures put between the chunks at even distances, never between a heading and its text."""
    out = list(chunks)
    for n, figure in enumerate(figures):
        at = round((n + 1) * len(chunks) / (len(figures) + 1)) + n
        while 0 < at < len(out) and out[at - 1].keep:
            at += 1
        out.insert(min(at, len(out)), figure)
    return out


def _signature(scene: Scene, author: Author) -> Chunk:
    """The closing, the signature's image, the author's name and role, in one piece."""
    grid = scene.ctx.theme.grid
    depth = grid.hang - grid.baseline  # the last baseline so far
    items: list[Item] = []
    for style, words in (("author-closing", author.closing), ("", author.signature), ("author-name", author.name),
                         ("author-role", author.role)):
        if not words:
            continue
        if not style:
            items.append(_signature_picture(scene, author, depth + grid.baseline / 2))
            depth += SIGNATURE_LINES * grid.baseline
            continue
        text = set_text(scene.ctx, style, words, scene.width, language=scene.language)
        items += place_lines(text, 0.0, depth + text.style.leading, Tag("P", f"{scene.article}:{style}", scene.language))
        depth += len(text.setting.lines) * text.style.leading
    lines = ceil((depth - grid.hang) / grid.baseline - 0.01) + 1
    return Chunk((Row(lines, tuple(items)),), before=1, name="author")


def _signature_picture(scene: Scene, author: Author, y: float) -> Item:
    """The signature's image with its top at `y`: its height is given, its width follows its shape."""
    file = author.signature or ""
    height = (SIGNATURE_LINES - 1) * scene.baseline
    facts = scene.ctx.images.get(file)
    wide = height * facts.width / facts.height if facts else 3 * height
    box = Rect(0.0, y, min(scene.width, wide), height if wide <= scene.width else height * scene.width / wide)
    figure = Tag("Figure", f"{scene.article}:signature", scene.language, author.name)
    return placed(scene.ctx, Photo(file, alt=author.name), box, figure)
