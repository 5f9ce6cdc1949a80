"""The README's pictures of pages: `python tools/page_pictures.py`. Needs the `dev` extra.

Exports the sample issue and writes docs/images/<name>.png: the cover and some spreads, cut to the trim, as they lie open.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from digest_studio.app.resources import sample_issue
from digest_studio.app.session import Made, Refused, export, make, open_issue

IMAGES = ROOT / "docs/images"
DPI = 72
EDGE = (205, 205, 205)


def main() -> None:
    opened = open_issue(sample_issue())
    if isinstance(opened, Refused):
        sys.exit("\n".join(map(str, opened.problems)))
    made = make(opened)
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "sample.pdf"
        export(made, pdf)
        document = pypdfium2.PdfDocument(pdf)
        IMAGES.mkdir(parents=True, exist_ok=True)
        for name, pages in chosen(made):
            picture = side_by_side([trimmed(document[n - 1]) for n in pages])
            picture.quantize(192, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)
            print(f"docs/images/{name}.png: {' and '.join(map(str, pages))}")
        document.close()


SHOWN = (  # name of the picture, kind of page, beginning of its template
    ("contents", "contents", ""), ("feature", "article", "feature/"), ("divider", "divider", ""), ("news", "article", "news/"),
    ("briefing", "article", "briefing/"),
)


def chosen(made: Made) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Names and pages: the cover, and the spread of the first page of each kind that is worth showing."""
    yield "cover", (1,)
    placed = [(page.number, item) for page in made.plan.pages for item in page.items]
    for name, kind, template in SHOWN:
        first = next((n for n, item in placed if item.kind == kind and item.template.startswith(template)), None)
        if first:
            left = first - first % 2
            yield name, tuple(n for n in (left, left + 1) if 1 <= n <= len(made.plan.pages))


def trimmed(page: pypdfium2.PdfPage) -> Image.Image:
    """A page cut to its trim."""
    left, bottom, right, top = page.get_trimbox()
    x0, y0, x1, y1 = page.get_mediabox()
    image = page.render(scale=2 * DPI / 72, crop=(left - x0, bottom - y0, x1 - right, y1 - top)).to_pil()
    return image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Pages as they lie open, in a thin frame."""
    spread = Image.new("RGB", (sum(p.width for p in pages) + 2, pages[0].height + 2), EDGE)
    x = 1
    for page in pages:
        spread.paste(page, (x, 1))
        x += page.width
    return spread


if __name__ == "__main__":
    main()
