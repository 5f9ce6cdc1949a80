"""Characters that no font has: found before they would print as empty boxes.

In: an article. Out: a diagnostic for each such character, with the line where it is written first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import say
from digest_studio.layout.context import Context
from digest_studio.layout.style import char_style, paragraph
from digest_studio.model import body
from digest_studio.model.issue import Article
from digest_studio.theme.types import TypeStyle

Text = tuple[str, str | Sequence[body.Span], Source | None]


def missing_glyphs(ctx: Context, article: Article) -> tuple[Diagnostic, ...]:
    """An error for each character of the article that neither its style's fonts nor the fallbacks have."""
    found: dict[str, Diagnostic] = {}
    known: dict[str, set[str]] = {}
    for style, text, source in _texts(article):
        if _covered(ctx, ctx.theme.styles[style], text, known):
            continue
        for missing in ctx.setter.missing(paragraph(ctx, ctx.theme.styles[style], text, article.language, source)):
            character = missing.character
            found.setdefault(character, Diagnostic(
                "missing-glyph", say("no font has the character {character!r} (U+{code:04X})",
                                     character=character, code=ord(character[0])),
                say("write it in another way, or put a font that has it into the theme"), source=missing.source or source,
                article=article.id, value=f"U+{ord(character[0]):04X}",
            ))
    return tuple(found.values())


def _covered(ctx: Context, style: TypeStyle, text: str | Sequence[body.Span], known: dict[str, set[str]]) -> bool:
    """Whether the style's own fonts have every character, as they nearly always do: then nothing needs to be shaped.

    `known` remembers by font the characters that it has.
    """
    for span in (body.Span(text),) if isinstance(text, str) else text:
        if span.text.isascii():  # the fallback fonts have all of that
            continue
        font = char_style(ctx.theme, style, span.strong, span.emphasis).fonts[0]
        has = known.setdefault(font, set())
        new = {char for char in set(span.text) - has if not char.isspace()}
        if not all(map(ctx.setter.library.open(font).has, new)):
            return False
        has |= new
    return True


def _texts(article: Article) -> Iterator[Text]:
    """Every text of the article with the type style whose fonts will print it."""
    source = article.source
    yield "title-l", article.title, source
    yield "kicker", article.kicker, source
    yield "standfirst", article.standfirst, source
    yield "byline", article.byline, source
    for photo in article.photos:
        yield "caption", photo.caption, photo.source or source
        yield "caption", photo.credit, photo.source or source
    if article.author:
        yield "author-name", article.author.name, source
        yield "author-role", article.author.role, source
        yield "author-closing", article.author.closing, source
    file = source.file if source else f"articles/{article.id}.md"
    for block in article.body:
        yield from _block_texts(block, file)


def _block_texts(block: body.Block | body.ListItem, file: str) -> Iterator[Text]:
    match block:
        case body.Paragraph(spans, line):
            yield "body", spans, Source(file, line)
        case body.Heading(_, spans, line):
            yield "h2", spans, Source(file, line)
        case body.List(items=items):
            for item in items:
                yield from _block_texts(item, file)
        case body.ListItem(blocks=inner):
            for entry in inner:
                yield from _block_texts(entry, file)
        case body.Quotation() | body.PullQuote() | body.Box():
            yield from _apart_texts(block, file)
        case body.PhotoPin() | body.Break():
            return


def _apart_texts(block: body.Quotation | body.PullQuote | body.Box, file: str) -> Iterator[Text]:
    """The texts of a block that is set apart."""
    yield "quote-by", block.attribution, Source(file, block.line)
    if isinstance(block, body.Box):
        yield "box-title", block.title, Source(file, block.line)
    for part in block.blocks:
        yield from _block_texts(part, file)
