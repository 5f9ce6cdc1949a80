"""An article's Markdown -> blocks of spans. What a page has no place for is a problem with its line; its words are kept
wherever they are words, so that the marked place still shows them.

markdown-it-py does CommonMark; this module walks its tokens. The parser also knows HTML and code, only to name them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, say
from digest_studio.source.body import Block, Box, Break, Heading, List, ListItem, Paragraph, PhotoPin, PullQuote, Quotation, Span
from digest_studio.source.decode import did_you_mean
from digest_studio.source.nodes import shown
from digest_studio.source.spans import PHOTO, Report, Spans, read_spans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_NESTING = 30
"""Levels that the parser follows. Two levels of lists in a box need six; deeper ones are problems long before."""
MAX_BRACKETS = 10_000
"""`[` in one article: eighty pages have a few hundred links. The parser takes 25 µs to see that one opens nothing."""
MAX_PROBLEMS = 50
"""Problems told of one article: a file that is not an article has thousands."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MARKER = re.compile(r"\[!([^\]\s]*)\][ \t]*")
_QUOTE_MARKERS = ("pull", "box")
_BREAK_MARKERS = ("column", "page")
_FOOTNOTE_TEXT = re.compile(r"^ {0,3}(?:> ?)*\[\^[^\[\]\s]{1,40}\]:", re.MULTILINE)
_TABLE_RULE = re.compile(r"^(?=[ \t>:|-]*\|)(?=[ \t>:|]*-)[ \t>:|-]+$", re.MULTILINE)
_TASK = re.compile(r"\[[ xX]\]\s")
_ATTRIBUTION = re.compile(r"—[ \t\u00a0]*")


def parse_body(text: str, file: str, first_line: int = 1) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks of `text`, which starts in line `first_line` of `file`, and every problem in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    environment: dict[str, Any] = {}
    report = Report(file, first_line)
    if (brackets := text.count("[")) > MAX_BRACKETS:
        message = say("there are {brackets:,} opening brackets; this is no article", brackets=brackets)
        remedy = say("delete what is no text")
        return (), (Diagnostic("too-large", message, remedy, source=Source(file, first_line), limit=MAX_BRACKETS, fatal=True),)
    words = _FOOTNOTE_TEXT.sub(lambda match: match[0].replace("[^", "\\[^"), _CONTROL.sub(" ", text))
    tokens = _parser().parse(words, environment)
    _look_at_lines(text, report)
    blocks = tuple(_Walker(tokens, report).blocks())
    _look_at_references(environment.get("references", {}), report)
    problems = sorted(report.problems, key=lambda problem: problem.source.line if problem.source else 0)
    return blocks, tuple(problems[:MAX_PROBLEMS])


@cache
def _parser() -> MarkdownIt:
    """CommonMark. Links of every scheme pass, to be judged here; escaped characters stay apart from plain text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).disable("text_join")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _look_at_lines(text: str, report: Report) -> None:
    """What CommonMark itself would take for words: tables and the text of footnotes."""
    for match in islice(_CONTROL.finditer(text), MAX_PROBLEMS):
        message = say("the control character U+{code:04X} cannot be printed", code=ord(match[0]))
        report.problem("control-character", text.count("\n", 0, match.start()), message, say("delete it"))
    for pattern, thing, remedy in (
        (_FOOTNOTE_TEXT, say("a footnote"), say("put its words in the text, or in a box: `> [!box]`")),
        (_TABLE_RULE, say("a table"), say("write it as a list, or make a picture of it")),
    ):
        for match in islice(pattern.finditer(text), MAX_PROBLEMS):
            report.unsupported(text.count("\n", 0, match.start()), thing, remedy)


def _look_at_references(references: Mapping[str, Any], report: Report) -> None:
    """`[Note]: words` is a link's target in CommonMark, and not printed; where no link uses it, words were meant."""
    for label, target in references.items():
        if target["href"] not in report.links:
            message = say("`[{label}]: …` is the target of no link, and would not be printed", label=shown(label.lower()))
            report.problem(
                "markdown-form", target["map"][0], message, say("escape it as \\[ where words are meant, else delete it")
            )


class _Walker:
    """Goes once through the block tokens. Lines are counted from 0 in the body until a block or a problem is made."""

    def __init__(self, tokens: Sequence[Token], report: Report) -> None:
        self._tokens = tokens
        self._at = 0
        self._report = report

    # --- the tree: each method reads from an opening token to its closing one

    def blocks(self) -> list[Block]:
        """The body's blocks."""
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.type == "blockquote_open":
                found.extend(self._quotation())
            elif token.type == "paragraph_open":
                found.extend(self._top_paragraph())
            else:
                found.extend(self._simple_block())
        return found

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _inside(self, closing: str) -> bool:
        """Whether more stands before the closing token; steps over it when not."""
        if self._tokens[self._at].type != closing:
            return True
        self._at += 1
        return False

    def _simple_block(self) -> list[Paragraph | Heading | List]:
        """Whatever may stand in a box as well as in the body: a paragraph, a heading, a list; else a problem."""
        token = self._tokens[self._at]
        line = _line(token)
        if token.type == "paragraph_open":
            paragraph = self._paragraph()
            return [paragraph] if paragraph else []
        if token.type == "heading_open":
            return self._heading()
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return [self._list(1)]
        self._at += 1
        if token.type in ("code_block", "fence"):
            fenced = token.type == "fence"
            self._report.unsupported(
                line, say("code"), say("take the ``` away" if fenced else "start the lines at the margin, without four spaces")
            )
            words = " ".join(token.content.split())
            return [Paragraph((Span(words),), line + self._report.first_line)] if words else []
        if token.type == "hr":
            self._report.unsupported(line, say("a rule"), say("delete it, or write a `##` heading"))
        elif token.type == "html_block":
            self._report.html(line, token.content)
        return []

    def _heading(self) -> list[Paragraph | Heading | List]:
        opening, inline = self._next(), self._next()
        self._at += 1
        line, level = _line(opening), int(opening.tag[1])
        if opening.markup in ("=", "-"):
            remedy = say("write `## ` before the heading; leave an empty line before a `---` that is none")
            last = opening.map[1] - 1 if opening.map else line
            self._report.unsupported(last, say("a heading underlined with {markup}", markup=opening.markup * 3), remedy)
        elif level == 1:
            self._report.unsupported(
                line, say("a `#` heading"), say("the title stands in the front matter; heads in the text are ## and ###")
            )
        elif level > 3:
            self._report.unsupported(line, say("a heading of level {level}", level=level), say("write ## or ###"))
        spans = read_spans(inline.children or [], line, self._report)
        if not spans:
            self._report.empty(line, say("a heading"))
            return []
        return [Heading(min(max(level, 2), 3), spans, line + self._report.first_line)]

    def _top_paragraph(self) -> list[Block]:
        """A paragraph, or what is written as one: a pinned photo, a break."""
        inline = self._tokens[self._at + 1]
        children = inline.children or []
        line = _line(inline)
        if len(children) == 1 and children[0].type == "image" and (pin := self._pin(children[0], line)):
            self._at += 3
            return [pin]
        if (marker := _marker(children)) and marker[1] in _BREAK_MARKERS and inline.content.strip() == marker[0].strip():
            self._at += 3
            return [Break("column" if marker[1] == "column" else "page", line + self._report.first_line)]
        paragraph = self._paragraph()
        return [paragraph] if paragraph else []

    def _pin(self, image: Token, line: int) -> PhotoPin | None:
        match = PHOTO.fullmatch(str(image.attrs.get("src", "")))
        if match is None:
            return None
        if image.content or image.attrs.get("title"):
            self._report.problem(
                "markdown-form",
                line,
                say("a pinned photo has words of its own"),
                say("its alt text and caption stand in the front matter"),
            )
        return PhotoPin(int(match[1]), line + self._report.first_line)

    def _paragraph(self) -> Paragraph | None:
        opening, inline = self._next(), self._next()
        self._at += 1
        children = inline.children or []
        line = _line(opening)
        if marker := _marker(children):
            self._misplaced(marker[1], line)
        return self._made_paragraph(children, line)

    def _misplaced(self, word: str, line: int) -> None:
        """A `[!word]` where none can stand."""
        if word in _QUOTE_MARKERS:
            remedy = say("write it as the first line of a quotation, `> [!{word}]`", word=word)
        elif word in _BREAK_MARKERS:
            remedy = say("write it as a paragraph of its own, outside quotations and lists")
        else:
            remedy = did_you_mean(f"[!{word}]", [f"[!{known}]" for known in _QUOTE_MARKERS + _BREAK_MARKERS])
        self._report.problem("markdown-form", line, say("`[!{word}]` does nothing here", word=shown(word)), remedy)

    def _made_paragraph(self, children: Sequence[Token], line: int) -> Paragraph | None:
        spans = read_spans(children, line, self._report)
        return Paragraph(spans, line + self._report.first_line) if spans else None

    def _list(self, level: int) -> List:
        opening = self._next()
        ordered = opening.type == "ordered_list_open"
        closing = opening.type.replace("_open", "_close")
        if level == 3:
            self._report.unsupported(_line(opening), say("a third level of lists"), say("write it as two levels"))
        items = []
        while self._inside(closing):
            items.append(self._item(level))
        start = opening.attrs.get("start", 1)
        return List(ordered, int(start) if ordered else 1, tuple(items), _line(opening) + self._report.first_line)

    def _item(self, level: int) -> ListItem:
        opening = self._next()
        line = _line(opening)
        found: list[Paragraph | List] = []
        while self._inside("list_item_close"):
            kind = self._tokens[self._at].type
            if kind in ("bullet_list_open", "ordered_list_open"):
                inner = self._list(level + 1)
                found.extend([inner] if level == 1 else _as_paragraphs([inner]))
            elif kind == "paragraph_open":
                found.extend(self._item_paragraph(first=not found))
            else:
                found.extend(self._misplaced_block(say("a list")))
        if not found:
            self._report.empty(line, say("a list item"))
        return ListItem(tuple(found), line + self._report.first_line)

    def _item_paragraph(self, first: bool) -> list[Paragraph]:
        paragraph = self._paragraph()
        if paragraph and first and _TASK.match(paragraph.spans[0].text):
            self._report.unsupported(
                paragraph.line - self._report.first_line, say("a box to tick"), say("write the item without [ ]")
            )
        return [paragraph] if paragraph else []

    def _misplaced_block(self, inside: Said) -> list[Paragraph]:
        """Reads a block that may not stand inside a list or a quotation; its words stay as paragraphs."""
        token = self._tokens[self._at]
        line = _line(token)
        if token.type == "blockquote_open":
            self._report.unsupported(line, say("a quotation in {inside}", inside=inside), say("write it as a block of its own"))
            return _as_paragraphs(self._quotation())
        known = len(self._report.problems)
        found = self._simple_block()
        if len(self._report.problems) == known and found:
            names = {Heading: say("a heading"), List: say("a list")}
            self._report.unsupported(
                line,
                say("{thing} in {inside}", thing=names.get(type(found[0]), say("this")), inside=inside),
                say("write it as a block of its own"),
            )
        return _as_paragraphs(found)

    # --- quotations

    def _quotation(self) -> list[Block]:
        """A quotation, a pull quote or a box: told apart by the first line."""
        line = _line(self._next())
        kind, title = self._quotation_head()
        found: list[Paragraph | Heading | List] = []
        attribution: Spans = ()
        while self._inside("blockquote_close"):
            token = self._tokens[self._at]
            if token.type == "paragraph_open" and self._tokens[self._at + 3].type == "blockquote_close":
                paragraph, attribution = self._last_paragraph()
                found.extend([paragraph] if paragraph else [])
            elif token.type == "paragraph_open" or (kind == "box" and token.type != "blockquote_open"):
                found.extend(self._simple_block())
            else:
                found.extend(self._misplaced_block(_quoted(kind)))
        return self._made_quotation(kind, title, tuple(found), attribution, line)

    def _made_quotation(
        self, kind: str, title: Spans, found: tuple[Paragraph | Heading | List, ...], attribution: Spans, line: int
    ) -> list[Block]:
        if not found:
            self._report.empty(line, _quoted(kind))
            return []
        if kind == "box":
            return [Box(title, found, attribution, line + self._report.first_line)]
        quotation = PullQuote if kind == "pull" else Quotation
        return [quotation(tuple(_as_paragraphs(found)), attribution, line + self._report.first_line)]

    def _quotation_head(self) -> tuple[str, Spans]:
        """The kind (pull, box or "") and a box's title; takes the first line's tokens away."""
        if self._tokens[self._at].type != "paragraph_open":
            return "", ()
        inline = self._tokens[self._at + 1]
        children = inline.children or []
        marker = _marker(children)
        if marker is None or marker[1] not in _QUOTE_MARKERS:
            return "", ()
        text, kind = marker
        end = next((n for n, child in enumerate(children) if child.type in ("softbreak", "hardbreak")), len(children))
        head, rest = list(children[:end]), list(children[end + 1 :])
        first = head[0].copy(content=head[0].content[len(text) :])
        title = read_spans([first, *head[1:]], _line(inline), self._report)
        if kind == "pull" and title:
            self._report.problem(
                "markdown-form",
                _line(inline),
                say("words stand beside `[!pull]`"),
                say("start the pull quote's words on the next line"),
            )
            rest, title = [first, *children[1:]], ()
        if rest:
            inline.children = rest
            start = _line(inline) + (0 if rest[0] is first else 1)
            inline.map = [start, start + 1]
            self._tokens[self._at].map = inline.map
        else:
            self._at += 3
        return kind, title

    def _last_paragraph(self) -> tuple[Paragraph | None, Spans]:
        """A quotation's last paragraph, and the attribution that its last line may be."""
        inline = self._tokens[self._at + 1]
        children = inline.children or []
        breaks = [n for n, child in enumerate(children) if child.type in ("softbreak", "hardbreak")]
        start = breaks[-1] + 1 if breaks else 0
        last = children[start:]
        match = _ATTRIBUTION.match(last[0].content) if last and last[0].type == "text" else None
        if match is None or not (match.end() < len(last[0].content) or len(last) > 1):
            return self._paragraph(), ()
        line = _line(inline)
        named = last[0].copy(content=last[0].content[match.end() :])
        attribution = read_spans([named, *last[1:]], line + len(breaks), self._report)
        inline.children = list(children[: max(start - 1, 0)])
        return self._paragraph(), attribution


def _quoted(kind: str) -> Said:
    """What a quotation is called."""
    return {"box": say("a box"), "pull": say("a pull quote")}.get(kind, say("a quotation"))


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _marker(children: Sequence[Token]) -> tuple[str, str] | None:
    """The text and the word of a `[!word]` at a paragraph's start."""
    if not children or children[0].type != "text":
        return None
    match = _MARKER.match(children[0].content)
    return (match[0], match[1]) if match else None


def _as_paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """The words of blocks that stand where they may not, in their order, as paragraphs."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Heading):
            found.append(Paragraph(block.spans, block.line))
        elif isinstance(block, List):
            found.extend(paragraph for item in block.items for paragraph in _as_paragraphs(item.blocks))
        elif isinstance(block, Quotation | PullQuote | Box):
            heads = (block.title,) if isinstance(block, Box) else ()
            found.extend(Paragraph(spans, block.line) for spans in heads if spans)
            found.extend(_as_paragraphs(block.blocks))
            found.extend(Paragraph(spans, block.line) for spans in (block.attribution,) if spans)
    return found
