"""How even the word spaces of a PDF's running text are, read from the PDF alone.

    python tests/benchmarks/evenness.py FILE.pdf [--size POINTS]

Prints, for the justified lines of the commonest text size (or that of --size): how many there are; the word gap in em: mean,
standard deviation, widest; the share of loose lines (over 0.45 em) and of lines that end in a hyphen of the setter's;
the longest row of such lines. A line counts as justified when its end reaches the right edge of its column, which is
where most lines of the same left edge end; hanging punctuation may stick out by a little.

A gap is what lies between the end of one word's last glyph (its origin plus its advance) and the origin of the next word.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOOSE = 0.45  # em
EDGE = 0.12  # em that a justified line may miss its column's edge by, hanging punctuation aside
HANGING = 0.35  # em
HYPHENS = {"\u00ad", "\u0002", "\ufffe"}  # what breakers' hyphens read as
NEW_LINE = 0.3  # em that the baseline moves by at least


@dataclass
class Glyph:
    char: str
    x: float
    y: float
    end: float
    size: float


@dataclass
class TextLine:
    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def left(self) -> float:
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        return max(g.end for g in self.glyphs)

    @property
    def size(self) -> float:
        return Counter(round(g.size, 2) for g in self.glyphs).most_common(1)[0][0]

    def gaps(self) -> list[float]:
        """The word gaps in em. Spaces in the PDF are only marks of where words end; what counts is where glyphs stand."""
        found = []
        before: Glyph | None = None
        spaced = False
        for glyph in self.glyphs:
            if glyph.char.isspace():
                spaced = True
                continue
            if spaced and before is not None:
                found.append((glyph.x - before.end) / self.size)
            before, spaced = glyph, False
        return found


def glyphs_of_page(page: Any) -> Iterator[Glyph]:
    """The page's glyphs in the order of its content."""
    import ctypes

    from pypdfium2 import raw

    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    for i in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (10, 13) or raw.FPDFText_IsGenerated(text, i) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        raw.FPDFText_GetLooseCharBox(text, i, box)
        yield Glyph(chr(code), x.value, y.value, box.right, raw.FPDFText_GetFontSize(text, i))


def lines_of_page(page: Any) -> list[TextLine]:
    lines: list[TextLine] = []
    last: Glyph | None = None
    for glyph in glyphs_of_page(page):
        if last is None or abs(glyph.y - last.y) > NEW_LINE * glyph.size or not -glyph.size < glyph.x - last.end < 3 * glyph.size:
            lines.append(TextLine())
        lines[-1].glyphs.append(glyph)
        last = glyph
    for line in lines:
        while line.glyphs and line.glyphs[-1].char.isspace():
            line.glyphs.pop()
    return [line for line in lines if line.glyphs]


def justified(lines: list[TextLine], size: float) -> list[list[TextLine]]:
    """Runs of justified lines of one size that follow each other in a column."""
    ours = [line for line in lines if abs(line.size - size) < 0.01]
    edges: dict[int, Counter[int]] = defaultdict(Counter)
    for line in ours:
        edges[round(line.left / size)][round(line.right / (EDGE * size))] += 1
    runs: list[list[TextLine]] = [[]]
    for line in ours:
        near = Counter[int]()
        for shift in (-1, 0, 1, 2, -2):  # an indent or a hanging quote moves the left edge, not the column's
            near.update(edges.get(round(line.left / size) + shift, Counter()))
        edge, count = near.most_common(1)[0]
        beyond = line.right - edge * EDGE * size
        if count > 2 and -2 * EDGE * size <= beyond <= HANGING * size and line.gaps():
            runs[-1].append(line)
        else:
            runs.append([])
    return [run for run in runs if run]


@dataclass(frozen=True)
class Figures:
    lines: int
    mean: float
    deviation: float
    widest: float
    loose: float
    hyphenated: float
    ladder: int


def measure(path: Path, size: float | None = None) -> Figures:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = [lines_of_page(page) for page in document]
    if size is None:
        letters = Counter[float]()
        for line in (line for page in pages for line in page):
            letters[line.size] += len(line.glyphs)
        size = letters.most_common(1)[0][0]
    gaps, hyphens, ladder = [], 0, 0
    for page in pages:
        for run in justified(page, size):
            row = 0
            for line in run:
                gaps.append(statistics.mean(line.gaps()))
                row = row + 1 if line.glyphs[-1].char in HYPHENS else 0
                hyphens += row > 0
                ladder = max(ladder, row)
    count = len(gaps)
    return Figures(
        count, statistics.mean(gaps), statistics.pstdev(gaps), max(gaps), sum(gap > LOOSE for gap in gaps) / count,
        hyphens / count, ladder,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="How even the word spaces of a PDF's running text are.")
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--size", type=float, help="the text's size in points (default: the commonest)")
    wanted = parser.parse_args()
    found = measure(wanted.pdf, wanted.size)
    print(f"justified lines       {found.lines}")
    print(f"word gap, mean        {found.mean:.3f} em")
    print(f"  standard deviation  {found.deviation:.3f} em   (aim: at most 0.06)")
    print(f"  widest              {found.widest:.3f} em")
    print(f"loose (over {LOOSE} em)  {100 * found.loose:.1f} %     (aim: at most 1 %)")
    print(f"hyphenated            {100 * found.hyphenated:.1f} %     (aim: at most 25 %)")
    print(f"hyphens running       {found.ladder}         (aim: at most 2)")
    sys.exit(0)


if __name__ == "__main__":
    main()
