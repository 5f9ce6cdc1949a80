"""What an issue's folder says, read without a line of Digest Studio: the words that its PDF must hold.

In: a folder. Out: `Authored`. YAML by PyYAML, Markdown by markdown-it; only the few forms of our own are understood here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

JOINED = re.compile("(?<=[^\\W\\d_])[-\u2010\u2011]\\s*\n\\s*")
BROKEN = re.compile("\u00ad\\s*")
HYPHENS = str.maketrans("", "", "-\u2010\u2011\u00ad'\u2018\u2019\u02bc`\u00b4")
NUMBER_RANGE = re.compile(r"(?<=\d)[-\u2010\u2011]\s*(?=\d)")


def folded(text: str) -> list[str]:
    """The words of `text`: case, ligatures, quotes, hyphens and all other punctuation folded away."""
    text = unicodedata.normalize("NFKC", NUMBER_RANGE.sub(" ", JOINED.sub("", BROKEN.sub("", text)).replace("--", " ")))
    text = unicodedata.normalize("NFC", text.translate(HYPHENS).casefold())
    return re.findall(r"[^\W_]+", text)


@dataclass(frozen=True)
class Text:
    """One article's texts. `units` are each read whole and in order; `captions`, `repeated` (pull quotes) and `markers` (the
    numbers of lists) stand anywhere."""

    id: str
    title: str
    contents_title: str
    units: list[str]
    captions: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)
    signature: str = ""


@dataclass(frozen=True)
class Authored:
    """The texts of an issue: articles in reading order, furniture, cover lines (article or text), names of sections."""

    theme: str
    articles: list[Text]
    in_contents: list[str]
    sections: list[str]
    dividers: list[str]
    furniture: list[str]
    headlines: list[dict[str, str] | str]
    ad_files: list[Path]


def read(folder: Path) -> Authored:
    """Read issue.yaml and the articles that its outline names."""
    issue = yaml.safe_load((folder / "issue.yaml").read_text(encoding="utf-8"))
    entries = [flat for entry in issue["outline"] for flat in outline_entries(entry)]
    ids = [name for kind, name, _ in entries if kind == "article"]
    sections = [e for e in issue["outline"] if isinstance(e, dict) and "section" in e]
    masthead = issue.get("masthead") or {}
    return Authored(
        issue.get("theme", "secretariat"), [article(folder, name) for name in ids],
        [name for kind, name, listed in entries if kind == "article" and listed],
        [s["section"] for s in sections], [s["section"] for s in sections if s.get("divider")],
        [str(issue[key]) for key in ("publication", "period", "tagline") if issue.get(key)] + [str(v) for v in masthead.values()],
        (issue.get("cover") or {}).get("headlines", []),
        [folder / ad["file"] for ad in (issue.get("ads") or {}).values() if ad["file"].lower().endswith(".pdf")],
    )


def outline_entries(entry: Any) -> Iterator[tuple[str, str, bool]]:
    """(kind, name, listed in the contents) of the entries of the outline and of its sections."""
    match entry:
        case str():
            yield ("contents", entry, False) if entry == "contents" else ("article", entry, True)
        case {"section": _}:
            for item in entry.get("items", []):
                yield from outline_entries(item)
        case {"article": name}:
            yield "article", name, entry.get("contents", True)
        case {"ad": name}:
            yield "ad", name, False


def article(folder: Path, name: str) -> Text:
    """Front matter and body of an article."""
    _, front, body = (folder / "articles" / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    head = yaml.safe_load(front)
    title = str(head["title"])
    running, boxes, repeated = body_texts(body)
    tokens = MarkdownIt("commonmark").parse(body)
    links = [str(t.attrs["href"]) for line in tokens for t in line.children or [] if t.type == "link_open"]
    markers = [t.info for t in tokens if t.type == "list_item_open" and t.info]
    author = head.get("author") or {}
    heads = [str(head[key]) for key in ("kicker", "standfirst", "byline") if head.get(key)]
    tail = [str(author[key]) for key in ("closing", "name", "role") if author.get(key)]
    captions = [str(p[key]) for p in head.get("photos", []) if isinstance(p, dict) for key in ("caption", "credit") if p.get(key)]
    if isinstance(author.get("photo"), dict):
        captions += [str(author["photo"][key]) for key in ("caption", "credit") if author["photo"].get(key)]
    units = [title, *heads, running, *boxes, *tail]
    return Text(name, title, str(head.get("contents-title") or title), units, captions, repeated, links, markers,
                author.get("signature") or "")


def body_texts(markdown: str) -> tuple[str, list[str], list[str]]:
    """The running text, the boxes, the pull quotes of an article's body."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    running: list[str] = []
    boxes: list[str] = []
    repeated: list[str] = []
    target, depth = running, 0
    for n, token in enumerate(tokens):
        if token.type == "blockquote_open":
            depth += 1
            first = next((t.content for t in tokens[n:] if t.type == "inline"), "")
            if depth == 1 and (marker := re.match(r"\[!(pull|box)\]", first)):
                target = []
                (repeated if marker[1] == "pull" else boxes).append("")
        elif token.type == "blockquote_close":
            depth -= 1
            if depth == 0 and target is not running:
                kept = repeated if "[!pull]" in target[0] else boxes
                kept[-1] = re.sub(r"\[!(pull|box)\]", "", "\n".join(target))
                target = running
        elif token.type == "inline" and token.content.strip() not in ("[!column]", "[!page]"):
            target.append(inline(token))
    return "\n".join(running), boxes, repeated


def inline(token: Token) -> str:
    """The words of a line of Markdown; pictures have none."""
    parts = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)
