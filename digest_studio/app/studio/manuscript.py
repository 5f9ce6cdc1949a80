"""A dropped text -> an article. Markdown with our front matter is taken as it is; other texts get a title from their words.

In: the file's bytes. Out: an article with a given id, without a place in the issue; or why the text cannot be read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import say
from digest_studio.model.body import Paragraph
from digest_studio.model.issue import Article
from digest_studio.model.read import parse_article, split_article
from digest_studio.source.markdown import parse_body
from digest_studio.source.paths import TextFile, decode_text

MARKDOWN = (".md", ".markdown")
MANUSCRIPTS = (*MARKDOWN, ".txt", ".text")
LONGEST_TITLE = 140
"""Characters of a first line that can be a title."""

_HEADING = re.compile(r"\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)", re.MULTILINE)
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def manuscript(path: Path, data: bytes, article_id: str) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article in a dropped text, and what is wrong with it."""
    file = decode_text(path.name, _as_utf8(data))
    if isinstance(file, Diagnostic):
        return None, (replace(file, fatal=False),)
    if not file.text.strip():
        return None, (Diagnostic("drop", say("the file is empty"), say("drop a file with a text"), source=Source(path.name)),)
    name = f"articles/{article_id}.md"
    if not isinstance(split_article(file), Diagnostic):
        return _with_front_matter(file, name, article_id, path.stem)
    text = file.text.replace("\r\n", "\n").replace("\r", "\n")
    title, body = _markdown(text) if path.suffix.lower() in MARKDOWN else _plain(text)
    return _article(article_id, name, title or _title_of(path.stem), body.strip("\n") + "\n"), ()


def _with_front_matter(file: TextFile, name: str, article_id: str, stem: str) -> tuple[Article, tuple[Diagnostic, ...]]:
    """An article in our own form. Front matter of another program is read as far as it can be, and what is lost is told."""
    article, problems = parse_article(TextFile(name, file.text, file.data), article_id)
    told = tuple(replace(p, fatal=False, severity=Severity.WARNING) for p in problems if p.fatal)
    if article is None:
        parts = split_article(file)
        assert not isinstance(parts, Diagnostic)
        return _article(article_id, name, _title_of(stem), parts.body), told
    title = article.title.strip() or _title_of(stem)
    return replace(article, title=title, source=Source(name)), told


def _article(article_id: str, name: str, title: str, markdown: str) -> Article:
    body, _ = parse_body(markdown, name)
    return Article(article_id, title, body, source=Source(name), markdown=markdown)


def _markdown(text: str) -> tuple[str, str]:
    """The title that a `# heading` at the beginning gives, and the rest."""
    match = _HEADING.match(text)
    return (_words(match[1]), text[match.end() :]) if match else ("", text)


def _words(markdown: str) -> str:
    """A line of Markdown without its marks: titles are plain."""
    blocks, _ = parse_body(markdown, "")
    return "".join(span.text for block in blocks if isinstance(block, Paragraph) for span in block.spans) or markdown.strip()


def _plain(text: str) -> tuple[str, str]:
    """A text without markup: its title if the first line stands alone and is short, and paragraphs in Markdown.

    Where no line is empty, every line is a paragraph.
    """
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n+", text.strip()) if block.strip()]
    if len(blocks) == 1:
        blocks = [line.strip() for line in text.split("\n") if line.strip()]
    title = ""
    if len(blocks) > 1 and len(blocks[0]) <= LONGEST_TITLE and "\n" not in blocks[0]:
        title = blocks.pop(0)
    return title, "\n\n".join(_escaped(block) for block in blocks)


def _escaped(block: str) -> str:
    """A paragraph whose characters mean nothing but themselves."""
    lines = "\n".join(line.strip() for line in block.split("\n"))
    return _NUMBERED.sub(r"\1\\\2", re.sub(r"^([#+-])", r"\\\1", _SPECIAL.sub(r"\\\1", lines), flags=re.MULTILINE))


def _title_of(stem: str) -> str:
    words = re.sub(r"[\s_-]+", " ", stem).strip()
    return words[:1].upper() + words[1:] or "Untitled"


def _as_utf8(data: bytes) -> bytes:
    """A text with the byte order mark of UTF-16, as UTF-8."""
    encoding = _MARKS.get(data[:2])
    if encoding is None:
        return data
    try:
        return data.decode(encoding).encode()
    except UnicodeDecodeError:
        return data
