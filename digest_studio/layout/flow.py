"""A column's worth of things in a row: chunks (set blocks) made of rows that stand on the grid.

In: chunks, each a block of the article set to one column width. Out: `Flow`, the rows one after another with where a
column may end, and `fill`, how many rows a column of so many grid lines takes. All vertical measures are grid lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from digest_studio.display.items import Item
from digest_studio.text.setting import Request
from digest_studio.text.styles import Measure, Paragraph
from digest_studio.theme.types import TypeStyle

LONGEST_KEPT = 30  # lines that are kept together at any price; a longer stretch (a long box) may be divided anywhere


class Row(NamedTuple):
    """`lines` grid lines that stay together; items from the column's left edge and the first line's top, in points.

    `breakable`: a column may end before this row. `panel` names the box whose tint lies behind the row.
    """

    lines: int
    items: tuple[Item, ...]
    breakable: bool = True
    hyphenated: bool = False
    panel: str = ""


class Resetting(NamedTuple):
    """What is needed to set a paragraph's chunk again, looser, tighter, or without a hyphen at a line.

    `prefix` is text that a drop cap shows and the first glyph of the first line stands for too, so that a word begun
    by a drop cap is found and copied whole.
    """

    paragraph: Paragraph
    style: TypeStyle
    measure: Measure
    request: Request
    prefix: str = ""


class Chunk(NamedTuple):
    """A block set to a width. `before`: lines kept free above unless it heads a column; `keep`: stays with the next.

    `forced` starts a new column or page; `recipe` is there for chunks that are one justified paragraph. `kind`: what a reader
    sees at a glance: a heading, or a figure among the text (a picture, a pull quote); `pinned` is one that its author put there.
    `item`: an item of a briefing begins with it.
    """

    rows: tuple[Row, ...]
    before: int = 0
    after: int = 0
    keep: bool = False
    forced: Literal["", "column", "page"] = ""
    name: str = ""
    recipe: Resetting | None = None
    kind: Literal["", "heading", "figure", "pinned"] = ""
    item: bool = False


class Flow:
    """Chunks laid in a row, with the arrays that `fill` walks over. Frozen in use: a changed chunk makes a new flow."""

    __slots__ = ("before", "breakable", "chunk_of", "chunks", "first_row", "forced", "lines", "rows", "total")

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = tuple(chunks)
        self.rows: list[Row] = []
        self.lines: list[int] = []
        self.before: list[int] = []
        self.breakable: list[bool] = []
        self.forced: list[str] = []
        self.chunk_of: list[int] = []
        self.first_row: list[int] = []
        space, kept, forced = 0, False, ""
        for number, chunk in enumerate(self.chunks):
            self.first_row.append(len(self.rows))
            forced = chunk.forced or forced
            for n, row in enumerate(chunk.rows):
                self.rows.append(row)
                self.lines.append(row.lines)
                self.before.append(max(space, chunk.before) if n == 0 else 0)
                self.breakable.append(row.breakable and not (n == 0 and kept))
                self.forced.append(forced if n == 0 else "")
                self.chunk_of.append(number)
            if chunk.rows:
                space, kept, forced = chunk.after, chunk.keep, ""
        if self.breakable:
            self.breakable[0] = True
        self.total = sum(self.lines) + sum(self.before[1:])

    def __len__(self) -> int:
        return len(self.rows)

    def depth(self, start: int, stop: int) -> int:
        """The lines that rows `start` to `stop` take in one column."""
        return sum(self.lines[start:stop]) + sum(self.before[start + 1:stop])

    def fill(self, start: int, room: int) -> tuple[int, int]:
        """Rows from `start` that a column of `room` lines takes: (the first row that stays out, lines used).

        A column ends where a break is allowed. Where none is, the column stays empty for what comes next; only a stretch
        of more than `LONGEST_KEPT` lines is divided where it must be.
        """
        used, best = 0, (start, 0)
        stop = start
        while stop < len(self.rows):
            if stop > start and self.forced[stop]:
                return stop, used
            more = self.lines[stop] + (self.before[stop] if stop > start else 0)
            if used + more > room:
                break
            if stop > start and self.breakable[stop]:
                best = (stop, used)
            used += more
            stop += 1
        if stop == len(self.rows) or (stop > start and self.breakable[stop]):
            return stop, used
        if best[0] > start:
            return best
        return (stop, used) if self._kept(start) > LONGEST_KEPT else (start, 0)

    def _kept(self, start: int) -> int:
        """The lines from row `start` to the first allowed break."""
        stop = start + 1
        while stop < len(self.rows) and not self.breakable[stop]:
            stop += 1
        return self.depth(start, stop)

    def replaced(self, number: int, chunk: Chunk) -> Flow:
        """The flow with chunk `number` set in another way."""
        return Flow((*self.chunks[:number], chunk, *self.chunks[number + 1:]))
