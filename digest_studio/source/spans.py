"""The inside of a paragraph: inline tokens -> spans; what may not stand there is reported, its words kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import Said, say
from digest_studio.source.body import Span
from digest_studio.source.nodes import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

LINK_SCHEMES = ("http", "https", "mailto", "tel")

PHOTO = re.compile(r"photo:([1-9][0-9]{0,3})")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_STRUCK = re.compile(r"~~\S[^~]*~~")
_HOST = re.compile(r"(?:www\.|[\w-]{1,60}\.[a-z]{2,20}(?:/|$))")

Spans = tuple[Span, ...]


class Report:
    """The problems of one article's body, and the links' targets. Lines are counted from 0 in the body."""

    def __init__(self, file: str, first_line: int) -> None:
        self._file = file
        self.first_line = first_line
        self.problems: list[Diagnostic] = []
        self.links: set[str] = set()

    def problem(self, rule: str, line: int, message: Said, remedy: Said) -> None:
        self.problems.append(Diagnostic(rule, message, remedy, source=Source(self._file, line + self.first_line)))

    def unsupported(self, line: int, thing: Said, remedy: Said) -> None:
        self.problem("unsupported-markdown", line, say("{thing} has no place in an article yet", thing=thing), remedy)

    def html(self, line: int, words: str) -> None:
        thing = say("raw HTML (`{words}`)", words=shown(words, 30))
        self.unsupported(line, thing, say("write Markdown, or escape the < as \\<"))

    def empty(self, line: int, thing: Said) -> None:
        self.problem("empty-markdown", line, say("{thing} without words", thing=thing), say("write its words, or delete it"))


def read_spans(children: Sequence[Token], line: int, report: Report) -> Spans:
    """The inline tokens as spans: neighbours of one kind are one span, the ends without white space."""
    out = _SpanList()
    for child in children:
        kind = child.type
        if kind == "text":
            _look_at_text(child.content, line, report)
            out.add(child.content)
        elif kind == "text_special":
            out.add(child.content)
        elif kind == "softbreak":
            out.add(" ")
            line += 1
        elif kind == "hardbreak":
            out.add("\n")
            line += 1
        elif kind in _STYLES:
            _STYLES[kind](out)
        elif kind == "link_open":
            target = str(child.attrs.get("href", ""))
            report.links.add(target)
            out.link = _link(target, line, report)
        elif kind == "link_close":
            out.link = None
        else:
            _forbidden(child, line, out, report)
            line += child.content.count("\n")
    return out.done()


def _look_at_text(text: str, line: int, report: Report) -> None:
    if "[^" in text and (match := _FOOTNOTE_MARK.search(text)):
        report.unsupported(
            line, say("a footnote (`{words}`)", words=shown(match[0])), say("put its words in the text, or in a box: `> [!box]`")
        )
    if "~~" in text and _STRUCK.search(text):
        report.unsupported(line, say("struck-out text"), say("delete it, or escape the ~ as \\~"))


def _forbidden(token: Token, line: int, out: _SpanList, report: Report) -> None:
    if token.type == "code_inline":
        report.unsupported(
            line, say("code (`{words}`)", words=shown(token.content, 30)), say("write the words without the grave accents")
        )
        out.add(token.content)
    elif token.type == "html_inline":
        report.html(line, token.content)
    elif token.type == "image":
        target = str(token.attrs.get("src", ""))
        if PHOTO.fullmatch(target):
            remedy = say("write it as a paragraph of its own, outside quotations and lists")
        else:
            remedy = say("list it under `photos:` in the front matter, and write `![](photo:1)` as a paragraph of its own")
        report.unsupported(line, say("a picture here (`{address}`)", address=shown(target, 40)), remedy)


def _link(target: str, line: int, report: Report) -> str | None:
    """The link's URL, if it leads somewhere from paper and screen alike."""
    try:
        parts = urlsplit(target)
    except ValueError:
        parts = None
    if parts and parts.scheme in LINK_SCHEMES and (parts.netloc if parts.scheme.startswith("http") else parts.path):
        return target
    remedy = (
        say("write https://{address}", address=target) if _HOST.match(target) else say("a link starts with https:// or mailto:")
    )
    report.problem("link-target", line, say("the link `{address}` leads nowhere", address=shown(target)), remedy)
    return None


class _SpanList:
    """Spans as they come: style and link of what is added next, neighbours of one kind joined."""

    def __init__(self) -> None:
        self.strong = 0
        self.emphasis = 0
        self.link: str | None = None
        self._runs: list[tuple[tuple[bool, bool, str | None], list[str]]] = []

    def add(self, text: str) -> None:
        if not text:
            return
        style = (self.strong > 0, self.emphasis > 0, self.link)
        if self._runs and self._runs[-1][0] == style:
            self._runs[-1][1].append(text)
        else:
            self._runs.append((style, [text]))

    def change(self, strong: int, emphasis: int) -> None:
        self.strong += strong
        self.emphasis += emphasis

    def done(self) -> Spans:
        texts = ["".join(parts) for _, parts in self._runs]
        while texts and not (stripped := texts[0].lstrip(" \n\t")):
            del texts[0], self._runs[0]
        if texts:
            texts[0] = stripped
        while texts and not (stripped := texts[-1].rstrip(" \n\t")):
            del texts[-1], self._runs[-1]
        if texts:
            texts[-1] = stripped
        return tuple(Span(text, *style) for text, (style, _) in zip(texts, self._runs, strict=True))


_STYLES: dict[str, Callable[[_SpanList], None]] = {
    "strong_open": lambda out: out.change(1, 0),
    "strong_close": lambda out: out.change(-1, 0),
    "em_open": lambda out: out.change(0, 1),
    "em_close": lambda out: out.change(0, -1),
}
