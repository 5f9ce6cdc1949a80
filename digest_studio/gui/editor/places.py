"""From a place in an article's Markdown to its place on the pages, and back. Pure.

Set lines know the block they belong to: a tag's element is `article:line`, the line of the article's file where the block
begins. Within a block, letters are counted: marks of Markdown are few, so the place is right to a word or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest_studio.app.session import Made
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page, walk
from digest_studio.display.items import TextLine
from digest_studio.gui.fit import page_numbers
from digest_studio.model.issue import Article

_WORD = re.compile(r"\w+")
NEAR = 160
"""Characters around the reckoned place in which a clicked word is looked for."""
ABOVE, BELOW = 12.0, 5.0
"""Points around a baseline that belong to its line."""


@dataclass(frozen=True, slots=True)
class OnPage:
    """A place on a page: its physical number, and a box in points from the trim."""

    page: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the body: from character `start` to `end`; `line` is how its set lines name it."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Set:
    """A set line of a block: on which page, where, and what it says."""

    page: int
    box: Rect
    text: str


def blocks_of(article: Article, lines: frozenset[int]) -> tuple[Block, ...]:
    """The blocks that set lines name by `lines`, as places in the article's Markdown. The names count lines of the file."""
    starts = [0, *(match.end() for match in re.finditer("\n", article.markdown))]
    shift = article.body_line
    named = [line for line in sorted(lines) if 0 <= line - shift < len(starts)]
    ends = [starts[line - shift] for line in named[1:]] + [len(article.markdown)]
    return tuple(Block(line, starts[line - shift], end) for line, end in zip(named, ends, strict=True))


class Places:
    """An article's text as it is set on the pages of `made`."""

    def __init__(self, made: Made, article: str) -> None:
        self._article = article
        self._set: dict[int, list[_Set]] = {}
        numbers = set(page_numbers(made, article))
        for page in made.document.pages:
            if page.number in numbers:
                for line, placed in _set_lines(page, article):
                    self._set.setdefault(line, []).append(placed)
        written = made.issue.articles.get(article)
        self._markdown = written.markdown if written else ""
        self._blocks = blocks_of(written, frozenset(self._set)) if written else ()
        self._pages = sorted(numbers)

    def on_page(self, position: int) -> OnPage | None:
        """Where the character at `position` of the Markdown stands."""
        block = next((block for block in reversed(self._blocks) if block.start <= position), None)
        if block is None:
            return OnPage(self._pages[0], Rect(0, 0, 0, 0)) if self._pages else None
        lines = self._set[block.line]
        length = sum(len(line.text) for line in lines)
        wanted = length * (position - block.start) / max(1, len(self._markdown[block.start : block.end].rstrip()))
        passed = 0
        for line in lines:
            passed += len(line.text)
            if wanted < passed:
                return OnPage(line.page, line.box)
        return OnPage(lines[-1].page, lines[-1].box)

    def at(self, page: int, x: float, y: float) -> int | None:
        """The position in the Markdown of what is set at a point of a page; None where no text of the article is."""
        for block in self._blocks:
            passed = 0
            for line in self._set[block.line]:
                box = line.box
                if line.page == page and box.x <= x <= box.right and box.y <= y <= box.bottom:
                    within = int(len(line.text) * (x - box.x) / max(box.width, 1.0))
                    return self._position(block, passed + within, line.text, within)
                passed += len(line.text)
        return None

    def _position(self, block: Block, letters: int, line: str, within: int) -> int:
        """The word of `line` at `within`, found in the source near where its letters are counted to stand."""
        source = self._markdown[block.start : block.end]
        length = sum(len(each.text) for each in self._set[block.line])
        reckoned = int(len(source.rstrip()) * letters / max(1, length))
        words = [match for match in _WORD.finditer(line) if match.start() <= within]
        if not words:
            return block.start + reckoned
        word = words[-1][0]
        near = [m.start() for m in re.finditer(re.escape(word), source) if abs(m.start() - reckoned) <= NEAR]
        return block.start + (min(near, key=lambda start: abs(start - reckoned)) if near else reckoned)


def _set_lines(page: Page, article: str) -> Iterator[tuple[int, _Set]]:
    """The page's lines of the article's body, by the line that names their block, in reading order."""
    for item, dx, dy in walk(page.items):
        if not isinstance(item, TextLine):
            continue
        owner, _, number = item.tag.element.rpartition(":")
        if owner == article and number.isdecimal() and item.runs:
            left = min(run.x for run in item.runs)
            right = max(run.x + run.advance for run in item.runs)
            box = Rect(item.x + dx + left, item.y + dy - ABOVE, right - left, ABOVE + BELOW)
            text = "".join(part for run in item.runs for part in run.text)
            yield int(number), _Set(page.number, box, text)
