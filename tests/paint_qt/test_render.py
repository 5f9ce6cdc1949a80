"""Pages as PNG files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from digest_studio.base.geometry import Rect
from digest_studio.display.items import rectangle
from digest_studio.paint.qt.render import render_pages
from tests.paint.material import BLEED, HEIGHT, RED, WIDTH, document, page

DIGEST = document(*(page(rectangle(Rect(-BLEED, -BLEED, 100, 100), RED), number=n) for n in range(1, 13)))


def test_every_page_becomes_a_file_named_by_its_number(tmp_path: Path) -> None:
    files = render_pages(DIGEST, None, 20, tmp_path / "pages")
    assert [file.name for file in files] == [f"page-{n:03d}.png" for n in range(1, 13)]
    assert sorted(file.name for file in (tmp_path / "pages").iterdir()) == [file.name for file in files]


def test_some_pages_can_be_asked_for(tmp_path: Path) -> None:
    assert [file.name for file in render_pages(DIGEST, {2, 11}, 20, tmp_path)] == ["page-002.png", "page-011.png"]


@pytest.mark.parametrize("dpi", [50, 144])
def test_a_picture_is_the_trimmed_page_at_the_resolution_asked_for(tmp_path: Path, dpi: float) -> None:
    (file,) = render_pages(DIGEST, {1}, dpi, tmp_path)
    with Image.open(file) as picture:
        assert picture.size == (round(WIDTH * dpi / 72), round(HEIGHT * dpi / 72))
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)
        assert picture.convert("RGB").getpixel((0, 0)) == (255, 0, 0)


def test_the_same_pages_give_the_same_files(tmp_path: Path) -> None:
    first, second = (render_pages(DIGEST, {1}, 72, tmp_path / name)[0].read_bytes() for name in ("a", "b"))
    assert first == second


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    render_pages(DIGEST, {3, 4, 5}, 10, tmp_path, lambda done, known: heard.append((done, known)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "page-001.png").mkdir()
    with pytest.raises(OSError, match=r"page-001\.png"):
        render_pages(DIGEST, {1}, 10, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["page-001.png"]


def test_no_display_and_no_running_application_is_needed(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from digest_studio.paint.qt.render import render_pages;"
        f"from tests.paint_qt.test_render import DIGEST; render_pages(DIGEST, {{1}}, 10, Path({str(tmp_path)!r}))"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, cwd=root, env={"PATH": "/usr/bin:/bin"})
    assert (tmp_path / "page-001.png").is_file()
