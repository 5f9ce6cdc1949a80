"""Hostile images and PDFs: each gets its diagnostic, in bounded time and memory.

All of a kind are looked into (and, if the survey lets them pass, painted) in one process of its own, whose processor time
the system limits and whose peak of memory is looked up at the end.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image

from digest_studio.assets import png as png_format
from digest_studio.assets import webp as webp_format
from digest_studio.assets.jpeg import MalformedJpeg, read_header
from digest_studio.assets.survey import survey
from digest_studio.base.diagnostics import Severity
from digest_studio.base.geometry import Rect
from digest_studio.display.items import ImageRef, Item, PlacedImage, PlacedPdf
from digest_studio.paint.pdf.writer import write
from tests.assets.material import jpeg, looked_into, only_problem, pdf, picture, png, png_chunk, segment, tiff
from tests.paint.material import document

BOX = Rect(0, 0, 100, 100)
SECONDS = 5
MEMORY = 300 << 20
LONG, SHORT, BYTES = 4, 3, 7

REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing.jpg": (b"", "broken-image"),
    "text.jpg": (b"Dear editor, the photo is attached.", "broken-image"),
    "text.txt": (b"Dear editor", "wrong-format"),
    "nul.png": (bytes(4096), "broken-image"),
    "drawing.svg": (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "wrong-format"),
    "drawing.png": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "wrong-format"),
    "moving.gif": (b"GIF89a" + bytes(20), "wrong-format"),
    "telephone.heic": (b"\0\0\0\x18ftypheic" + bytes(20), "wrong-format"),
    "telephone.jpg": (b"\0\0\0\x1cftypavif" + bytes(20), "wrong-format"),
    "layers.psd": (b"8BPS" + bytes(20), "wrong-format"),
    "old.bmp": (b"BM" + bytes(60), "wrong-format"),
    "ad.jpg": (b"%PDF-1.4\n", "wrong-format"),
    "wide.jpg": (jpeg(65535, 100), "image-too-large"),
    "large.jpg": (jpeg(30_000, 30_000), "image-too-large"),
    "flat.jpg": (jpeg(640, 0), "broken-image"),
    "arithmetic.jpg": (jpeg(64, 64, frame=0xC9), "broken-image"),
    "lossless.jpg": (jpeg(64, 64, frame=0xC3), "broken-image"),
    "twelve-bits.jpg": (jpeg(64, 64, bits=12), "broken-image"),
    "two-colours.jpg": (jpeg(64, 64, components=2), "broken-image"),
    "only-header.jpg": (jpeg(64, 64)[:-2], "broken-image"),
    "endless-header.jpg": (b"\xff\xd8" + segment(0xFE, bytes(65533)) * 300, "broken-image"),
    "short-segment.jpg": (b"\xff\xd8\xff\xe0\x00\x01" + bytes(99), "broken-image"),
    "large.png": (png(60_000, 60_000), "image-too-large"),
    "deep.png": (png(10_000, 10_000, bits=16), "image-too-large"),
    "clear.png": (png(10_000, 10_000, colour=6), "image-too-large"),
    "colourless.png": (png(10, 10, colour=5), "broken-image"),
    "cut.png": (png(10, 10)[:-12], "broken-image"),
    "large.tif": (tiff((256, LONG, 1, 40_000), (257, LONG, 1, 40_000), (258, SHORT, 1, 8)), "image-too-large"),
    "far.tif": (b"II*\0\xff\xff\xff\x7f", "broken-image"),
    "cut.tif": (tiff((256, LONG, 1, 9), (257, LONG, 1, 9), (273, LONG, 1, 8), (279, LONG, 1, 999)), "broken-image"),
    "many-strips.tif": (tiff((256, LONG, 1, 9), (257, LONG, 1, 9), (273, LONG, 2_000_000, 8)) + bytes(9_000_000), "broken-image"),
    "large-tags.tif": (tiff(*((i, BYTES, 30_000_000, 8) for i in range(50_000, 50_020))) + bytes(31 << 20), "broken-image"),
    "floats.tif": (tiff((256, LONG, 1, 9), (257, LONG, 1, 9), (258, SHORT, 1, 32), (262, SHORT, 1, 1)), "broken-image"),
    "cut.webp": (b"RIFF\xff\xff\0\0WEBPVP8 " + bytes(30), "broken-image"),
    "empty.webp": (b"RIFF\x04\0\0\0WEBP", "broken-image"),
    "large.webp": (b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0" + bytes(4) + b"\xff\x3e\0\xff\x3e\0", "image-too-large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_each_is_refused_with_a_remedy(tmp_path: Path, name: str) -> None:
    data, rule = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    found = looked_into(path)
    problem = only_problem(found)
    assert (problem.rule, problem.severity) == (rule, Severity.ERROR)
    assert problem.remedy
    assert problem.source is not None and problem.source.file == name
    assert found.images == {}


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    for name in ("folder.jpg", "pipe.jpg"):
        assert only_problem(looked_into(tmp_path / name)).rule == "broken-image"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything may be read")
def test_what_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.jpg")
    path.chmod(0)
    assert only_problem(looked_into(path)).rule == "unreadable-file"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_an_image_cut_anywhere_is_refused(tmp_path: Path, name: str) -> None:
    whole = picture(tmp_path / f"whole-{name}", size=(60, 50)).read_bytes()
    path = tmp_path / name
    for length in range(0, len(whole) - 1, max(1, len(whole) // 50)):
        path.write_bytes(whole[:length])
        assert looked_into(path).problems, f"cut after {length} of {len(whole)} bytes"


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_headers_of_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start, read, error in (
        (b"\xff\xd8", read_header, MalformedJpeg),
        (png_format.SIGNATURE + struct.pack(">I4s", 13, b"IHDR"), png_format.read_header, png_format.MalformedPng),
        (b"RIFF\0\0\0\0WEBP", webp_format.read_header, webp_format.MalformedWebp),
    ):
        with contextlib.suppress(error):
            read(start + data)


DAMAGED = ["a.jpg", "a.png", "alpha.png", "a.tif", "packed.tif", "a.webp", "a.pdf"]


@pytest.mark.parametrize("name", DAMAGED)
def test_files_with_damage_anywhere_never_raise(tmp_path: Path, name: str) -> None:
    """They are refused, marked on the page, or printed as they are."""
    if name == "a.pdf":
        comment = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
        whole = pdf(tmp_path / "whole.pdf", Annots=Array([comment])).read_bytes()
    else:
        options = {"compression": "tiff_lzw"} if name == "packed.tif" else {}
        whole = picture(tmp_path / f"whole-{name}", "RGBA" if "alpha" in name else "RGB", (60, 50), **options).read_bytes()
    path, chance = tmp_path / name, random.Random(name)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 12))):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(5)] = chance.randbytes(chance.randrange(5))
        path.write_bytes(data)
        found = survey(tmp_path, [] if name == "a.pdf" else [name], [(name, 1)] if name == "a.pdf" else [])
        items: list[Item] = [PlacedImage(ImageRef(f.path, f.digest, f.width, f.height), BOX) for f in found.images.values()]
        items += [PlacedPdf(f.path, f.digest, f.page, BOX, BOX) for f in found.pdfs.values()]
        assert items or found.problems
        write(document(*items), tmp_path / "out.pdf")


LOOK = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from digest_studio.assets.survey import survey
from digest_studio.base.geometry import Rect
from digest_studio.display.items import ImageRef, PlacedImage, PlacedPdf
from digest_studio.paint.pdf.writer import write
from tests.paint.material import document
path = Path(sys.argv[1])
pdf = path.suffix == ".pdf"
found = survey(path.parent, [] if pdf else [path.name], [(path.name, 1)] if pdf else [])
rules = [problem.rule for problem in found.problems]
box = Rect(0, 0, 100, 100)
items = [PlacedImage(ImageRef(f.path, f.digest, f.width, f.height), box) for f in found.images.values()]
items += [PlacedPdf(f.path, f.digest, f.page, box, box) for f in found.pdfs.values()]
rules += [problem.rule for problem in write(document(*items), path.with_name("out.pdf"))]
peak = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024
print(json.dumps([rules, peak]))
"""


def look(path: Path) -> list[str]:
    """The rules that `path` breaks when it is looked into and painted, in bounded time and memory."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(seconds=SECONDS), str(path)],
        check=False, capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, f"{path.name}: {done.returncode} {done.stderr}"
    rules, peak = json.loads(done.stdout)
    assert peak < MEMORY, f"{path.name}: {peak >> 20} MB"
    return list(rules)


def assert_each_costs_little(files: Iterator[tuple[Path, list[str]]]) -> None:
    """All are tried before any is complained of."""
    expected, found = {}, {}
    for path, rules in files:
        expected[path.name], found[path.name] = rules, look(path)
        path.unlink()
    assert found == expected


def zeros(size: int) -> bytes:
    """`size` zeros, compressed."""
    squeezer = zlib.compressobj(1)
    block = bytes(1 << 20)
    return b"".join([*(squeezer.compress(block) for _ in range(size >> 20)), squeezer.flush()])


def hostile_images(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Images that are small on disk and large, or broken, inside; and what should be said of them."""

    def file(name: str, data: bytes) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    def bomb(width: int, height: int, colour: int, bits: int, data: bytes) -> bytes:
        start = png(width, height, colour, bits)
        return start[:33] + png_chunk(b"IDAT", data) + png_chunk(b"IEND", b"")

    yield file("more-rows-than-said.png", bomb(100, 100, 2, 8, zeros(400 << 20))), ["broken-image"]
    yield file("fewer-rows-than-said.png", bomb(15_000, 15_000, 2, 8, zeros(1 << 20))), ["broken-image"]
    yield file("fewer-rows-to-decode.png", bomb(2000, 2000, 6, 16, zeros(8 << 20))), ["broken-image"]
    honest = png(9, 9, rows=bytes(252))
    yield file("profile.png", honest[:33] + png_chunk(b"iCCP", b"x\0\0" + zeros(400 << 20)) + honest[33:]), []
    largest = Image.new("RGBA", (5200, 5200), (1, 2, 3, 4))
    largest.save(folder / "largest.png", compress_level=1)
    yield folder / "largest.png", []
    largest.convert("RGB").save(folder / "largest.tif", compression="tiff_lzw", tiffinfo={278: 5200})
    yield folder / "largest.tif", []
    largest.crop((0, 0, 3700, 3700)).save(folder / "largest.webp", lossless=True, method=0)
    yield folder / "largest.webp", []
    del largest
    garbage = bytearray(picture(folder / "garbage.tif", size=(900, 900), compression="tiff_lzw").read_bytes())
    garbage[1000:200_000] = bytes(range(256)) * 777 + bytes(88)
    yield file("garbage.tif", bytes(garbage)), ["broken-image"]
    yield file("padded.jpg", jpeg(64, 64)[:-2] + b"\x55" * (99 << 20)), ["broken-image"]
    with (folder / "huge.jpg").open("wb") as sparse:
        sparse.truncate(200 << 20)
    yield folder / "huge.jpg", ["image-too-large"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and rlimits")
def test_hostile_images_cost_little(tmp_path: Path) -> None:
    assert_each_costs_little(hostile_images(tmp_path))


def hostile_pdfs(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    def changed(name: str, data: bytes) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    def by_hand(name: str, *objects: bytes) -> Path:
        body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (i + 1, data) for i, data in enumerate(objects))
        return changed(name, b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1))

    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]%b>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    yield by_hand("looped.pdf", catalogue, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), ["broken-pdf"]
    yield (
        by_hand("gigantic.pdf", catalogue, pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000000 1000000000]>>"),
        ["broken-pdf"],
    )
    yield by_hand("tiny.pdf", catalogue, pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 1]>>"), ["broken-pdf"]
    yield by_hand("parents.pdf", catalogue, pages, b"<</Type/Page/Parent 3 0 R>>"), []  # qpdf: without a box, US letter
    yield by_hand("boxless.pdf", catalogue, pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 (a) /b]>>"), []
    deep = b"/Resources<</A" + b"[" * 100_000 + b"]" * 100_000 + b">>"
    yield by_hand("deep.pdf", catalogue, pages, leaf % deep), ["broken-pdf"]
    spread = b"".join(b"<</N %d 0 R>>\n" % (i + 5) for i in range(9))
    yield by_hand("no-content.pdf", catalogue, pages, leaf % b"/Contents 99 0 R/Resources 98 0 R"), []
    yield by_hand("content-is-the-page.pdf", catalogue, pages, leaf % b"/Contents[3 0 R 2 0 R]/Resources 3 0 R", spread), []
    yield changed("garbage.pdf", b"%PDF-1.7\n" + b"1 0 obj<</A 1 0 R>>endobj\n" * 1_000_000), ["broken-pdf"]
    yield changed("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 200_000), ["broken-pdf"]
    chain = [b"<</Next %d 0 R>>" % (i + 5) for i in range(60_000)]
    yield by_hand("chain.pdf", catalogue, pages, leaf % b"/Resources<</Properties<</P 4 0 R>>>>", *chain), ["broken-pdf"]
    yield pdf(folder / "many-pages.pdf", pages=2500), ["pdf-too-large"]
    with pikepdf.open(pdf(folder / "bomb.pdf"), allow_overwriting_input=True) as opened:
        parts = []
        for _ in range(2):
            part = pikepdf.Stream(opened, zeros(400 << 20))
            part["/Filter"] = Name.FlateDecode
            parts.append(opened.make_indirect(part))
        opened.pages[0].obj.Contents = Array(parts)
        opened.save()
    yield folder / "bomb.pdf", ["broken-pdf"]
    packed = zeros(400 << 20)
    table = b"<</Type/XRef/Size 9/W[1 2 2]/Root 1 0 R/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    head = b"%PDF-1.7\n1 0 obj\n" + table + packed + b"\nendstream\nendobj\n"
    yield changed("table.pdf", head + b"startxref\n9\n%%EOF"), ["broken-pdf"]
    with pikepdf.open(pdf(folder / "scripts.pdf"), allow_overwriting_input=True) as opened:
        opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="while (true);")
        opened.save()
    yield folder / "scripts.pdf", ["pdf-script"]
    with (folder / "huge.pdf").open("wb") as sparse:
        sparse.truncate(200 << 20)
    yield folder / "huge.pdf", ["pdf-too-large"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and rlimits")
def test_hostile_pdfs_cost_little(tmp_path: Path) -> None:
    assert_each_costs_little(hostile_pdfs(tmp_path))
