"""Does the PDF keep to its theme: the type scale, the baseline grid, the columns?

    python -m tests.end_to_end.geometry ISSUE PDF

Measured from the PDF; the theme's numbers are read from its theme.yaml and the issue's.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from tests.end_to_end.authored import Authored, read
from tests.end_to_end.printed import Glyph, Printed
from tests.end_to_end.reading import FOOT, article_starts

PT_PER_MM = 72 / 25.4
THEMES = Path(__file__).resolve().parents[2] / "resources" / "themes"
GRID_TOLERANCE = 0.1
SIZE_TOLERANCE = 0.01
EDGE_TOLERANCE = 0.3
HANG = 3.0  # points by which hanging punctuation may stand out of a column


@dataclass(frozen=True)
class Measures:
    """A theme's measures in points."""

    scale: list[float]
    width: float
    height: float
    inside: float
    outside: float
    top: float
    baseline: float
    hang: float
    columns: int
    gutter: float
    body_size: float
    body_fonts: tuple[str, ...]
    small_size: float
    small_insets: list[float]

    def lefts(self, right_hand: bool) -> list[float]:
        """The left edges of the columns on a page."""
        left = self.inside if right_hand else self.outside
        return [left + n * (self.unit + self.gutter) for n in range(self.columns)]

    def rights(self, right_hand: bool) -> list[float]:
        return [left + self.unit for left in self.lefts(right_hand)]

    @property
    def unit(self) -> float:
        measure = self.width - self.inside - self.outside
        return (measure - self.gutter * (self.columns - 1)) / self.columns


def measures(folder: Path, theme: str) -> Measures:
    """The measures of the issue's theme with its own overrides."""
    data = yaml.safe_load((THEMES / theme / "theme.yaml").read_text(encoding="utf-8"))
    own = folder / "theme.yaml"
    if own.exists():
        data = merged(data, yaml.safe_load(own.read_text(encoding="utf-8")) or {})
    page, margins, grid, styles = data["page"], data["margins"], data["grid"], data["styles"]
    fonts = data["fonts"][styles["body"]["font"]]
    small = styles["caption"]["size"]
    mm = {key: margins[key] * PT_PER_MM for key in ("inside", "outside", "top")}
    return Measures(
        data["scale"], page["width"] * PT_PER_MM, page["height"] * PT_PER_MM, mm["inside"], mm["outside"], mm["top"],
        grid["baseline"], grid["hang"], grid["columns"], grid["gutter"] * PT_PER_MM, styles["body"]["size"],
        tuple(fonts.values()) if isinstance(fonts, dict) else (fonts,), small,
        [0.0, *(style["left"] for style in styles.values() if style.get("size") == small and "left" in style)],
    )


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Maps merge, lists replace."""
    both = {k: merged(base[k], v) if isinstance(v, dict) and isinstance(base.get(k), dict) else v for k, v in over.items()}
    return {**base, **both}


def failures(folder: Path, pdf: Path) -> list[str]:
    """Everything that leaves scale, grid or columns."""
    authored, printed = read(folder), Printed(pdf)
    theme = measures(folder, authored.theme)
    pages = article_pages(authored, printed)
    signatures = {pixel_size(folder / text.signature) for text in authored.articles if text.signature}
    return [
        *sizes(printed, theme, authored.ad_files),
        *baselines(printed, theme, pages),
        *picture_edges(printed, theme, pages, signatures),
        *line_edges(printed, theme, pages),
    ]


def pixel_size(file: Path) -> tuple[int, int]:
    with Image.open(file) as image:
        return image.size


def article_pages(authored: Authored, printed: Printed) -> list[int]:
    """The pages (from 0) on which articles stand: from each start to the next bookmark, less pages without words."""
    starts = set(article_starts(authored, printed).values())
    stops = sorted({*starts, *(m.page for m in printed.bookmarks), len(printed)})
    pages = {n for start in starts for n in range(start, next(stop for stop in stops if stop > start))}
    return sorted(n for n in pages if printed.texts[n].strip())


def sizes(printed: Printed, theme: Measures, ads: list[Path]) -> Iterator[str]:
    """Only the scale's sizes occur, but in advertisements, which bring their own."""
    adverts = [[g.text for n in range(len(advert)) for g in advert.glyphs(n) if g.text.strip()] for advert in map(Printed, ads)]
    for n in range(len(printed)):
        glyphs = without([g for g in printed.glyphs(n) if g.text.strip()], adverts)
        for size in sorted({round(g.size, 3) for g in glyphs}):
            if min(abs(size - step) for step in theme.scale) > SIZE_TOLERANCE:
                yield f"page {n + 1}: {size} pt is not on the scale"


def without(glyphs: list[Glyph], adverts: list[list[str]]) -> list[Glyph]:
    """The glyphs less those of advertisements: each one's stand in a row, as in its own file."""
    for advert in adverts:
        texts = [g.text for g in glyphs]
        start = next((n for n in range(len(texts)) if advert and texts[n:n + len(advert)] == advert), None)
        if start is not None:
            glyphs = glyphs[:start] + glyphs[start + len(advert):]
    return glyphs


def baselines(printed: Printed, theme: Measures, pages: list[int]) -> Iterator[str]:
    """Body text stands on the grid, on all pages at the same heights."""
    found = 0
    for n in pages:
        lines = {round(g.y, 2) for g in printed.glyphs(n) if is_body(g, theme)}
        found += len(lines)
        for y in sorted(lines):
            steps = (y - theme.top - theme.hang) / theme.baseline
            off = abs(steps - round(steps)) * theme.baseline
            if off > GRID_TOLERANCE:
                yield f"page {n + 1}: the line at {y:.2f} pt is {off:.2f} pt off the grid"
    if found < len(pages):
        yield "hardly any body text is found: the theme's body style and the PDF's fonts do not agree"


def is_body(glyph: Glyph, theme: Measures) -> bool:
    plain = glyph.font.partition("+")[2] or glyph.font
    return abs(glyph.size - theme.body_size) < SIZE_TOLERANCE and plain in theme.body_fonts and bool(glyph.text.strip())


def picture_edges(
    printed: Printed, theme: Measures, pages: list[int], signatures: set[tuple[int, int]],
) -> Iterator[str]:
    """Pictures begin and end at columns or at the page's edge; a signature only begins there."""
    for n in pages:
        lefts, rights = theme.lefts(is_right(printed, n)), theme.rights(is_right(printed, n))
        for picture in printed.pictures(n):
            if picture.left > 0.5 and near(picture.left, lefts) > EDGE_TOLERANCE:
                yield f"page {n + 1}: a picture begins at {picture.left:.2f} pt, which is no column's edge"
            ends = picture.right < theme.width - 0.5 and picture.pixels not in signatures
            if ends and near(picture.right, rights) > EDGE_TOLERANCE:
                yield f"page {n + 1}: a picture ends at {picture.right:.2f} pt, which is no column's edge"


def line_edges(printed: Printed, theme: Measures, pages: list[int]) -> Iterator[str]:
    """Small lines (captions, attributions) begin at a column, or at their style's inset from one."""
    for n in pages:
        places = [left + inset for left in theme.lefts(is_right(printed, n)) for inset in theme.small_insets]
        for line in small_lines(printed, theme, n):
            if near(line[0].x, places) > HANG and line[0].y < theme.height * FOOT:
                text = "".join(glyph.text for glyph in line)[:40]
                yield f"page {n + 1}: the small line “{text}” begins at {line[0].x:.2f} pt, which is no column's edge"


def is_right(printed: Printed, number: int) -> bool:
    """Whether a page is a right-hand one: its label is odd."""
    label = printed.labels[number]
    return int(label) % 2 == 1 if label.isdigit() else number % 2 == 0


def small_lines(printed: Printed, theme: Measures, number: int) -> Iterator[list[Glyph]]:
    """Upright lines in captions' size."""
    upright = (glyph for glyph in printed.glyphs(number) if abs(glyph.angle) < 1 and glyph.text.strip())
    small = (glyph for glyph in upright if abs(glyph.size - theme.small_size) < SIZE_TOLERANCE)
    for _, line in groupby(small, key=lambda g: round(g.y, 1)):
        yield list(line)


def near(value: float, edges: list[float]) -> float:
    return min(abs(value - edge) for edge in edges)


def main() -> None:
    found = failures(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(found) or "Everything keeps to the theme.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
