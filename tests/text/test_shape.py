"""Glyphs: what they are, what text they stand for, where they stand."""

from __future__ import annotations

import itertools

import pytest
import uharfbuzz as hb

from digest_studio.base.diagnostics import Source
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.styles import CharStyle, Measure, Paragraph, Run
from tests.text.samples import GREEK, KAZAKH, RAGGED, RESOURCES, RUSSIAN, SERIF, paragraph, typesetter

WIDE = Measure(5_000)


def runs_of(text: str, char: CharStyle = SERIF, language: str = "en"):  # type: ignore[no-untyped-def]
    return typesetter().set(paragraph(text, RAGGED, language, char), WIDE).lines[0].runs


def harfbuzz(text: str, font: str, language: str = "en", script: str = "Latn") -> list[tuple[int, float]]:
    """(glyph, x in units of the em) of a whole line, shaped at once."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", script, language
    hb.shape(hb.Font(hb.Face(hb.Blob.from_file_path(str(RESOURCES / "fonts" / f"{font}.ttf")))), buffer)
    x, found = 0.0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found.append((info.codepoint, x + position.x_offset))
        x += position.x_advance
    return found


@pytest.mark.parametrize(("text", "language", "script"), [
    ("A Tower of AVA T. Yves, W. Vote “Yes” — Type f f ’ T ‘A’ L ’Y 7 of 11, 1 1 Pay. V o", "en", "Latn"),
    ("Type A, To you. LT V. P. Yoga Watt o’ Y ‘ A", "en", "Latn"),
    (RUSSIAN, "ru", "Cyrl"), (KAZAKH, "kk", "Cyrl"), (GREEK, "el", "Grek"),
])
@pytest.mark.parametrize("font", ["SourceSerif4-Regular", "SourceSans3-Regular", "Commissioner-Regular"])
def test_words_shaped_alone_stand_where_a_line_shaped_at_once_has_them(text: str, language: str, script: str, font: str) -> None:
    """Kerning across spaces is there, and in its place."""
    (run,) = runs_of(text, CharStyle((font,), 10.0), language)
    upem = FontLibrary(RESOURCES / "fonts").open(font).upem
    expected = harfbuzz(text, font, language, script)
    assert list(run.glyphs) == [glyph for glyph, _ in expected]
    assert list(run.xs) == pytest.approx([x * 10.0 / upem for _, x in expected], abs=1e-6)


def test_a_ligature_stands_for_its_letters() -> None:
    (run,) = runs_of("office fly", SERIF)
    assert "".join(run.text) == "office fly"
    pairs = dict(zip(run.text, run.glyphs, strict=True))
    assert "ffi" in pairs or "ff" in pairs or "fi" in pairs
    (plain,) = runs_of("office fly", CharStyle(SERIF.fonts, 10.0, features=("-liga",)))
    assert list(plain.text) == list("office fly")


def test_small_capitals_and_old_style_figures_are_other_glyphs_of_the_same_text() -> None:
    (plain,) = runs_of("Nato 2024")
    (small,) = runs_of("Nato 2024", CharStyle(SERIF.fonts, 10.0, features=("smcp", "c2sc", "onum")))
    assert plain.text == small.text == tuple("Nato 2024")
    assert all(a != b for a, b, char in zip(plain.glyphs, small.glyphs, plain.text, strict=True) if char != " ")


def test_letterspacing_is_between_all_characters_and_parts_ligatures() -> None:
    (plain,) = runs_of("ab cd", CharStyle(SERIF.fonts, 10.0, features=("-kern",)))
    (spaced,) = runs_of("ab cd", CharStyle(SERIF.fonts, 10.0, features=("-kern",), tracking=100.0))
    assert [b - a for a, b in zip(plain.xs, spaced.xs, strict=True)] == pytest.approx([0, 1, 2, 3, 4])
    assert spaced.advance - plain.advance == pytest.approx(4)
    (office,) = runs_of("office", CharStyle(SERIF.fonts, 10.0, tracking=50.0))
    assert list(office.text) == list("office")


def test_marks_share_the_cluster_of_their_letter() -> None:
    (run,) = runs_of("x\u0301y", SERIF)
    assert "".join(run.text) == "x\u0301y"
    assert run.text[0] == "x\u0301"


def test_scripts_in_one_paragraph_share_the_line() -> None:
    runs = runs_of("CICA и Ελλάδα, Қазақстан 2024")
    assert "".join(t for run in runs for t in run.text) == "CICA и Ελλάδα, Қазақстан 2024"
    assert {run.font.name for run in runs} == {"SourceSerif4-Regular"}
    for before, after in itertools.pairwise(runs):
        assert after.x == pytest.approx(before.x + before.advance)


def test_a_character_the_font_lacks_comes_from_another_font() -> None:
    runs = runs_of("Call ☎ now")
    assert [(run.font.name, "".join(run.text)) for run in runs] == [
        ("SourceSerif4-Regular", "Call "), ("NotoSansSymbols2-Regular", "☎"), ("SourceSerif4-Regular", " now")]
    assert all(glyph for run in runs for glyph in run.glyphs)


def test_a_character_no_font_has_is_reported_with_its_place_and_never_an_empty_box() -> None:
    para = Paragraph((Run("peace, שלום", SERIF),), RAGGED, "en", Source("articles/peace.md", 12))
    missing = typesetter().missing(para)
    assert [m.character for m in missing] == ["ש", "ל", "ו", "ם"]
    assert {str(m.source) for m in missing} == {"articles/peace.md:12"}
    runs = typesetter().set(para, WIDE).lines[0].runs
    assert all(glyph for run in runs for glyph in run.glyphs)
    assert "".join(t for run in runs for t in run.text) == "peace, שלום"
    assert typesetter().missing(paragraph(KAZAKH, language="kk")) == ()


def test_private_characters_are_missing_too() -> None:
    para = paragraph("a \ue123 b")
    assert [m.character for m in typesetter().missing(para)] == ["\ue123"]
    assert all(glyph for run in typesetter().set(para, WIDE).lines[0].runs for glyph in run.glyphs)


def test_a_divided_word_shows_a_hyphen_that_stands_for_a_soft_one() -> None:
    setting = typesetter().set(paragraph("Extra\u00adordinary", RAGGED), Measure(35))
    assert [list(line.runs[0].text) for line in setting.lines] == [[*"Extra", "\u00ad"], list("ordinary")]


def test_raised_text() -> None:
    (run,) = runs_of("2", CharStyle(SERIF.fonts, 6.0, rise=3.5))
    assert run.ys == (3.5,)


def test_metrics_are_fractions_of_an_em() -> None:
    library = FontLibrary(RESOURCES / "fonts")
    metrics = library.metrics("SourceSerif4-Regular")
    assert (metrics.cap_height, metrics.x_height) == pytest.approx((0.670, 0.475))
    assert metrics.ascent == pytest.approx(1.036) and metrics.descent == pytest.approx(0.335)
    for name in library.names():
        assert 0.3 < library.metrics(name).x_height < library.metrics(name).cap_height < 1
    assert library.has("SourceSans3-Black") and not library.has("Arial")
    assert library.ref("SourceSans3-Black").path.endswith("SourceSans3-Black.ttf")
