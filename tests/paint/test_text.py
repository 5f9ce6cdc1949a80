"""Text in the PDF: found and copied as it was written, standing where it was set, in subset fonts."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageChops, ImageStat

from digest_studio.display.items import FontRef, GlyphRun, Group, TextLine
from digest_studio.paint.pdf.fonts import to_unicode
from tests.paint.material import (
    BLEED,
    BOLD,
    FONTS,
    HEIGHT,
    MATHS,
    RED,
    SERIF,
    colour_at,
    document,
    line,
    pixels,
    run,
    text_of,
    written,
)


@pytest.mark.parametrize(
    "text",
    [
        "The office’s efficient waffle affair",
        "Қазақстан Республикасы – Ελλάδα",
        "“Quoted” — naïve façade, 1234567890 № §",
        "AVATAR To Wa P.",
    ],
)
def test_text_is_extracted_as_it_was_written(tmp_path: Path, text: str) -> None:
    assert text_of(written(document(line(text)), tmp_path)) == text


def test_a_ligature_is_extracted_as_its_letters(tmp_path: Path) -> None:
    set_text = run("office")
    assert "ffi" in set_text.text, "the font should have this ligature"
    assert text_of(written(document(TextLine(50, 100, (set_text,))), tmp_path)) == "office"


def test_small_capitals_are_extracted_as_small_letters(tmp_path: Path) -> None:
    capitals = run("secretariat", features={"smcp": True})
    assert capitals.glyphs != run("secretariat").glyphs, "the font should have small capitals"
    assert text_of(written(document(TextLine(50, 100, (capitals,))), tmp_path)) == "secretariat"


def test_one_glyph_may_stand_for_several_texts(tmp_path: Path) -> None:
    """A hyphen of the author's and one of the line breaker's are the same glyph: only the second vanishes on extraction."""
    hyphenated = run("well-kno-")
    soft = GlyphRun(
        hyphenated.font, 10, hyphenated.glyphs, hyphenated.xs, (*hyphenated.text[:-1], "\u00ad"), hyphenated.colour,
    )  # fmt: skip
    pdf = written(document(TextLine(50, 100, (soft,)), line("wn", y=112)), tmp_path)
    maps = [bytes(m.read_bytes()) for m in font_objects(pdf, "/ToUnicode")]
    assert b"<002D>" in maps[0] and b"<00AD>" in maps[0]
    with pypdfium2.PdfDocument(pdf) as opened:
        text = opened[0].get_textpage()
        found = text.get_text_range()
        text.close()
    assert found.startswith("well-kno"), found
    assert "well-kno-wn" not in found


def test_characters_beyond_the_first_plane(tmp_path: Path) -> None:
    assert text_of(written(document(line("𝔸𝔹 ∑", name=MATHS)), tmp_path)) == "𝔸𝔹 ∑"


def test_glyphs_without_text_say_nothing(tmp_path: Path) -> None:
    whole = run("abc")
    cluster = GlyphRun(whole.font, 10, whole.glyphs, whole.xs, ("abc", "", ""), whole.colour)
    assert text_of(written(document(TextLine(50, 100, (cluster,)), line("rest", y=120)), tmp_path)) == "abc\nrest"


@pytest.mark.parametrize(("tracking", "scale"), [(0.0, 1.0), (0.37, 1.0), (-0.05, 0.98), (0.0, 1.02)])
def test_every_glyph_stands_where_it_was_set(tmp_path: Path, tracking: float, scale: float) -> None:
    set_text = run("Nonesuch Avenue sets affairs; difficult words justify", 9.5, tracking=tracking, scale=scale)
    pdf = written(document(TextLine(50, 100, (set_text,))), tmp_path)
    with pypdfium2.PdfDocument(pdf) as opened:
        text = opened[0].get_textpage()
        origins = [origin(text, i) for i in range(text.count_chars())]
        text.close()
    starts = [x for x, part in zip(set_text.xs, set_text.text, strict=True) for _ in part[:1]]
    firsts = [i for part, i in zip(set_text.text, running(set_text.text), strict=True) if part]
    for x, i in zip(starts, firsts, strict=True):
        assert origins[i][0] == pytest.approx(BLEED + 50 + x, abs=0.02)
        assert origins[i][1] == pytest.approx(HEIGHT + BLEED - 100, abs=0.01)


def test_raised_glyphs(tmp_path: Path) -> None:
    raised = run("area2y", rise=(0, 0, 0, 0, 3.5, 0))
    pdf = written(document(TextLine(50, 100, (raised,))), tmp_path)
    with pypdfium2.PdfDocument(pdf) as opened:
        text = opened[0].get_textpage()
        levels = [round(origin(text, i)[1] - (HEIGHT + BLEED - 100), 2) for i in range(6)]
        text.close()
    assert levels == [0, 0, 0, 0, 3.5, 0]


def test_colour_and_turning(tmp_path: Path) -> None:
    """A block letter (as a bar) in red, its baseline turned upwards about the group's origin."""
    dash = TextLine(0, 0, (run("—" * 4, 40, BOLD, colour=RED),))
    upwards = pixels(written(document(Group((dash,), 200, 400, turn=90)), tmp_path), scale=1)
    bar = 200 - 40 * 0.26  # an em dash lies about a quarter of the size above the baseline
    assert colour_at(upwards, bar, 400 - 80) == "red"
    assert colour_at(upwards, bar, 400 + 10) == "white"


def test_fonts_are_embedded_as_subsets(tmp_path: Path) -> None:
    pdf = written(document(line("few letters"), line("bold", y=120, name=BOLD)), tmp_path)
    names = [str(f) for f in font_objects(pdf, "/BaseFont")]
    assert sorted(name.split("+")[1] for name in names) == ["SourceSerif4-Bold", "SourceSerif4-Regular"]
    for name in names:
        tag = name.lstrip("/").split("+")[0]
        assert len(tag) == 6 and tag.isupper()
    assert pdf.stat().st_size < 40_000


def test_one_font_file_is_embedded_once_whatever_it_is_called(tmp_path: Path) -> None:
    set_text = run("same")
    renamed = GlyphRun(
        type(set_text.font)("another name", set_text.font.path), 12, set_text.glyphs, set_text.xs, set_text.text, set_text.colour
    )
    pdf = written(document(TextLine(50, 100, (set_text, renamed))), tmp_path)
    assert len(font_objects(pdf, "/BaseFont")) == 1


@given(st.dictionaries(st.integers(1, 0xFFFF), st.text(max_size=4), max_size=250))
def test_the_unicode_map_names_every_code_once(texts: dict[int, str]) -> None:
    cmap = to_unicode(list(texts.items())).decode("ascii")
    found = {}
    for row in cmap.splitlines():
        if row.startswith("<") and "><" in row and row != "<0000><FFFF>":
            code, text = row[1:-1].split("><")
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert found == {code: text.encode("utf-16", "replace").decode("utf-16") for code, text in texts.items()}


def test_fonts_with_postscript_outlines(tmp_path: Path) -> None:
    """Their codes are glyph ids; still each glyph is extracted as what it stands for where it stands."""
    otf = postscript_font(tmp_path / "serif.otf")
    truetype = run("well-kno-")
    text = (*truetype.text[:-1], "\u00ad")
    soft = GlyphRun(FontRef("otf", str(otf)), 40, truetype.glyphs, tuple(4 * x for x in truetype.xs), text, RED)
    pdf = written(document(TextLine(50, 100, (soft,))), tmp_path)
    assert b"/FontFile3" in pdf.read_bytes()
    assert pypdf.PdfReader(pdf).pages[0].extract_text() == "well-kno-", "without the statement a hyphen"
    with pypdfium2.PdfDocument(pdf) as opened:
        page_text = opened[0].get_textpage()
        assert page_text.get_text_range().startswith("well-kno")
        assert not page_text.get_text_range().endswith("-")
        page_text.close()
    picture = pixels(pdf)
    same = GlyphRun(truetype.font, 40, soft.glyphs, soft.xs, soft.text, RED)
    as_truetype = pixels(written(document(TextLine(50, 100, (same,))), tmp_path))
    assert ImageStat.Stat(picture).mean[1] < 254.9, "there is something red"
    assert ImageStat.Stat(ImageChops.difference(picture, as_truetype)).mean[1] < 0.05


def postscript_font(path: Path) -> Path:
    """Source Serif with its first glyphs' outlines drawn anew as PostScript's, in the same order."""
    fonttools = pytest.importorskip("fontTools.fontBuilder", reason="makes the font that is tested")
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.ttLib import TTFont

    source = TTFont(FONTS / f"{SERIF}.ttf")
    order = source.getGlyphOrder()
    glyphs = source.getGlyphSet()
    charstrings = {}
    for glyph in order:
        pen = T2CharStringPen(glyphs[glyph].width, glyphs)
        glyphs[glyph].draw(pen)
        charstrings[glyph] = pen.getCharString()
    builder = fonttools.FontBuilder(source["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(source.getBestCmap())
    builder.setupCFF("Serif-PostScript", {}, charstrings, {})
    builder.setupHorizontalMetrics(source["hmtx"].metrics)
    builder.setupHorizontalHeader(ascent=1000, descent=-300)
    builder.setupNameTable({"familyName": "Serif", "psName": "Serif-PostScript"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


def origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    """The origin of a character on the page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value


def running(texts: tuple[str, ...]) -> list[int]:
    """Where each text begins among all characters."""
    starts, total = [], 0
    for part in texts:
        starts.append(total)
        total += len(part)
    return starts


def font_objects(pdf: Path, key: str) -> list[pikepdf.Object]:
    with pikepdf.open(pdf) as opened:
        found = [font[key] for font in opened.pages[0].Resources.Font.values()]
        return [bytes_kept(value) for value in found]


def bytes_kept(value: pikepdf.Object) -> pikepdf.Object:
    """The value, readable when the file is closed."""
    if isinstance(value, pikepdf.Stream):
        return pikepdf.Stream(KEPT, value.read_bytes())
    return value


KEPT = pikepdf.new()
