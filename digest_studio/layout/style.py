"""Authored text in the theme's styles: spans become runs, a named style becomes a paragraph's rules."""

from __future__ import annotations

from collections.abc import Sequence

from digest_studio.base.diagnostics import Source
from digest_studio.base.geometry import Rect
from digest_studio.display.items import Item, Link, Tag, TextLine
from digest_studio.layout.context import Context, SetText
from digest_studio.model.body import Span
from digest_studio.text.setting import Line, Request
from digest_studio.text.styles import CharStyle, Measure, Paragraph, ParagraphStyle, Run
from digest_studio.text.typography import typographic
from digest_studio.theme.types import Face, Theme, TypeStyle

MOST_TEXTS = 20_000  # set texts that are remembered (titles, captions, furniture): an issue has some hundreds
FACES: dict[tuple[bool, bool], Face] = {
    (False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold-italic",
}


def char_style(theme: Theme, style: TypeStyle, strong: bool = False, emphasis: bool = False) -> CharStyle:
    """The character style of a span: the named style's face, made bold or italic (emphasis in italics is roman)."""
    base = style.face
    bold = strong or base in ("bold", "bold-italic")
    italic = emphasis != (base in ("italic", "bold-italic"))
    family = theme.fonts[style.font]
    return CharStyle(
        fonts=(family.face(FACES[bold, italic]),), size=style.size, colour=theme.colours[style.colour],
        features=style.features, tracking=style.tracking,
    )


def paragraph(
    ctx: Context, style: TypeStyle, text: str | Sequence[Span], language: str | None = None, source: Source | None = None,
    *, link: str | None = None, indent: float | None = None,
) -> Paragraph:
    """A paragraph to be set in `style`. `link` makes all of it a link (an anchor's name); spans may carry URLs of their own."""
    language = language or ctx.language
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    words = [s.text for s in spans]
    if ctx.typographic:
        words = list(typographic(words, language))
    if style.case == "upper":
        words = [w.upper() for w in words]
    runs = tuple(
        Run(word, char_style(ctx.theme, style, s.strong, s.emphasis), link or s.link)
        for word, s in zip(words, spans, strict=True) if word
    )
    rules = ParagraphStyle(
        leading=style.leading, align=style.align, indent=style.indent if indent is None else indent,
        hyphens=ctx.theme.hyphens if style.hyphenate else None, justify=ctx.theme.justify, balance=style.balance,
    )
    return Paragraph(runs, rules, language, source)


def set_text(
    ctx: Context, name: str, text: str | Sequence[Span], width: float, *, language: str | None = None,
    source: Source | None = None, link: str | None = None,
) -> SetText:
    """Text in the theme's style `name` at `width` points (less the style's own left and right insets). Remembered."""
    style = ctx.theme.styles[name]
    key = (style, ctx.theme.colours[style.colour], text if isinstance(text, str) else tuple(text), width, language, link)
    known = ctx.texts.get(key)
    if known is None:
        if len(ctx.texts) >= MOST_TEXTS:
            ctx.texts.clear()
        known = ctx.texts[key] = _set_text(ctx, style, text, width, language, source, link)
    return known


def _set_text(
    ctx: Context, style: TypeStyle, text: str | Sequence[Span], width: float, language: str | None, source: Source | None,
    link: str | None,
) -> SetText:
    para = paragraph(ctx, style, text, language, source, link=link)
    setting = ctx.setter.set(para, Measure(width - style.left - style.right), Request())
    return SetText(setting, style, len(setting.lines) * style.leading)


def place_lines(text: SetText, x: float, baseline: float, tag: Tag) -> tuple[Item, ...]:
    """The set lines as display items, the first on `baseline` (points), from the left edge `x`; links included."""
    style = text.style
    return tuple(
        item for n, line in enumerate(text.setting.lines)
        for item in line_items(line, x + style.left, baseline + n * style.leading, style.size, tag)
    )


def line_items(line: Line, x: float, y: float, size: float, tag: Tag) -> tuple[Item, ...]:
    """A set line and its links as display items."""
    text = TextLine(x, y, line.runs, tag)
    if not line.links:
        return (text,)
    return (text, *(
        Link(Rect(x + s.start, y - 0.8 * size, s.end - s.start, 1.05 * size), s.target, external=is_external(s.target))
        for s in line.links
    ))


def is_external(target: str) -> bool:
    """Whether a link leads out of the document: a URL, not an anchor such as "article:road-map"."""
    return "://" in target or target.startswith("mailto:")
