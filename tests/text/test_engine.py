"""Paragraphs set by the typesetter: every character, every width, every wish."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest_studio.display.items import GlyphRun
from digest_studio.text.lines import UNSEEN
from digest_studio.text.setting import Line, Request
from digest_studio.text.styles import CharStyle, Hyphens, Justify, Measure, Paragraph, ParagraphStyle, Run
from tests.text.samples import (
    ENGLISH,
    GREEK,
    ITALIC,
    JUSTIFIED,
    KAZAKH,
    RAGGED,
    RUSSIAN,
    SERIF,
    lines_of,
    paragraph,
    text_of,
    typesetter,
)

WORDS = st.lists(st.sampled_from([
    "a", "I", "the", "of", "office", "affluent", "well-known", "Kassym-Jomart", "“Asia,”", "1,000", "(2024–2026)", "x²", "fi",
    "interdisciplinary", "CICA", "https://example.org/a/b", "naïve", "straightforward", "don’t", "Конференция", "қауіпсіздік",
    "Αθήνα", "☎", "É", "and/or", "5\u00a0km",
]), min_size=1, max_size=40)
STYLES = st.sampled_from([
    JUSTIFIED, RAGGED, JUSTIFIED._replace(hyphens=None, indent=12.0), JUSTIFIED._replace(optical=False),
    RAGGED._replace(align="centre"), RAGGED._replace(align="end", hyphens=None), ParagraphStyle(24.0, balance=True),
])


def end_of(line: Line) -> float:
    """Where the last glyph of a line ends, spaces and hanging left out (points from the measure's left edge)."""
    return line.runs[-1].x + line.runs[-1].advance


def glyph_ends(run: GlyphRun) -> Iterator[float]:
    yield from run.xs[1:]
    yield run.advance


@settings(max_examples=150, deadline=None)
@given(WORDS, STYLES, st.floats(40, 400), st.integers(0, 39), st.sampled_from([(), ((30.0, 60.0), (30.0, 60.0))]))
def test_every_character_stands_once_and_in_order(
    words: list[str], style: ParagraphStyle, width: float, italic: int, first: tuple[tuple[float, float], ...],
) -> None:
    """Whatever the style, in two runs, at any measure: the glyphs' texts are the paragraph's text."""
    text = " ".join(words)
    cut = min(italic * 3, len(text))
    runs = tuple(run for run in (Run(text[:cut], SERIF), Run(text[cut:], ITALIC)) if run.text)
    setting = typesetter().set(Paragraph(runs, style, "en"), Measure(width, first))
    assert text_of(setting) == text
    for line in setting.lines:
        for run in line.runs:
            assert len(run.glyphs) == len(run.xs) == len(run.text)


@settings(max_examples=100, deadline=None)
@given(WORDS, st.floats(60, 400), st.floats(0, 15))
def test_justified_lines_reach_both_edges(words: list[str], width: float, indent: float) -> None:
    """But for the last, and for those that are reported as too long or have no space to widen. Letters give no more than they
    may."""
    style = JUSTIFIED._replace(indent=indent, justify=Justify(0.8, 1.33, 0.01, 0.02))
    setting = typesetter().set(paragraph(" ".join(words), style), Measure(width))
    for number, line in enumerate(setting.lines):
        room = width - (indent if number == 0 else 0.0)
        assert line.width <= room + line.overfull + UNSEEN
        if number < len(setting.lines) - 1 and line.word_space and not line.overfull:
            assert line.width == pytest.approx(room)
        for run in line.runs:
            assert 0.98 - 1e-9 <= run.scale <= 1.02 + 1e-9
        assert line.word_space == 0.0 or line.word_space >= 0.8 * 0.233 - 1e-3


@pytest.mark.parametrize("width", [150.0, 227.0, 333.0])
@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (RUSSIAN, "ru"), (KAZAKH, "kk"), (GREEK, "el")])
def test_no_more_than_two_hyphens_running(text: str, language: str, width: float) -> None:
    setting = typesetter().set(paragraph(text, language=language), Measure(width))
    row = 0
    for line in setting.lines:
        row = row + 1 if line.hyphenated else 0
        assert row <= 2
    assert not any(line.overfull for line in setting.lines)
    narrow = typesetter().set(paragraph(text, language=language), Measure(110))
    assert any(line.hyphenated for line in narrow.lines)


def test_lines_that_must_not_end_in_a_hyphen() -> None:
    natural = typesetter().set(paragraph(ENGLISH), Measure(150))
    hyphened = [number for number, line in enumerate(natural.lines) if line.hyphenated]
    assert hyphened
    for number in hyphened:
        wished = typesetter().set(paragraph(ENGLISH), Measure(150), Request(unhyphenated=frozenset([number])))
        assert not wished.lines[number].hyphenated
        assert wished.demerits >= natural.demerits
        assert text_of(wished) == ENGLISH


def test_a_line_more_where_the_paragraph_allows_it() -> None:
    text = f"{ENGLISH} {ENGLISH}"
    natural = typesetter().set(paragraph(text), Measure(270))
    longer = typesetter().set(paragraph(text), Measure(270), Request(looseness=1))
    assert len(longer.lines) == len(natural.lines) + 1
    assert longer.demerits > natural.demerits
    assert max(line.word_space for line in longer.lines) < 0.40
    shorter = typesetter().set(paragraph(text), Measure(282), Request(looseness=-1))
    assert len(shorter.lines) == len(typesetter().set(paragraph(text), Measure(282)).lines) - 1
    hopeless = typesetter().set(paragraph("Three short words"), Measure(270), Request(looseness=1))
    assert len(hopeless.lines) == 1


def test_the_first_lines_stand_beside_a_drop_cap() -> None:
    setting = typesetter().set(paragraph(ENGLISH), Measure(227, ((40.0, 187.0), (40.0, 187.0))))
    assert [round(line.runs[0].x) for line in setting.lines[:3]] == [40, 40, 0]
    assert [round(line.width) for line in setting.lines[:3]] == [187, 187, 227]


def test_alignment() -> None:
    lines = {
        align: typesetter().set(paragraph(ENGLISH, RAGGED._replace(align=align, optical=False)), Measure(227)).lines  # type: ignore[arg-type]
        for align in ("start", "end", "centre")
    }
    for line in lines["start"]:
        assert line.runs[0].x == pytest.approx(0)
    for line in lines["end"]:
        assert line.runs[0].x + line.width == pytest.approx(227)
    for line in lines["centre"]:
        assert line.runs[0].x == pytest.approx((227 - line.width) / 2)
    natural = {round(line.word_space, 3) for line in lines["start"] if line.word_space}
    assert natural == {0.233}


def test_what_fits_no_line_is_reported() -> None:
    setting = typesetter().set(paragraph("Incomprehensibilities", RAGGED._replace(hyphens=None)), Measure(50))
    assert len(setting.lines) == 1
    assert setting.lines[0].overfull == pytest.approx(setting.lines[0].width - 50)


def test_forced_breaks_and_indents() -> None:
    setting = typesetter().set(paragraph("one two\nthree\n\nfour", JUSTIFIED._replace(indent=10.0)), Measure(100))
    assert lines_of(setting) == ["one two", "three", "", "four"]
    assert [line.runs[0].x if line.runs else None for line in setting.lines] == [10.0, 0.0, None, 0.0]
    assert all(line.word_space in (0.0, pytest.approx(0.233)) for line in setting.lines)


def test_punctuation_hangs_outside_the_measure() -> None:
    text = "“Quoted text stands at both edges.”"
    hung = typesetter().set(paragraph(text, RAGGED), Measure(300)).lines[0]
    plain = typesetter().set(paragraph(text, RAGGED._replace(optical=False)), Measure(300)).lines[0]
    assert hung.runs[0].x < -1 and plain.runs[0].x == 0
    assert hung.width < plain.width
    assert end_of(hung) - hung.runs[0].x == pytest.approx(plain.width)


def test_a_title_is_balanced_and_ends_no_line_in_an_article() -> None:
    style = ParagraphStyle(30.0, balance=True)
    char = CharStyle(("SourceSerif4Display-Semibold",), 28.0)
    text = "Secretary General discusses the preparations for a Ministerial Conference on Environmental Issues"
    setting = typesetter().set(paragraph(text, style, char=char), Measure(460))
    assert len(setting.lines) == 3
    for line in lines_of(setting):
        assert line.split()[-1] not in ("the", "for", "a", "on")
    widths = [line.width for line in setting.lines]
    assert max(widths) - min(widths) < 0.25 * 460
    assert not any(line.hyphenated for line in setting.lines)


def test_links_are_spans_of_lines() -> None:
    runs = (Run("See ", SERIF), Run("the secretariat’s pages", ITALIC, "https://example.org"), Run(" for more.", SERIF))
    setting = typesetter().set(Paragraph(runs, RAGGED, "en"), Measure(100))
    assert len(setting.lines) == 2
    spans = [span for line in setting.lines for span in line.links]
    assert [span.target for span in spans] == ["https://example.org"] * 2
    first, second = setting.lines
    link = next(run for run in first.runs if run.font.name == "SourceSerif4-It")
    assert (spans[0].start, spans[0].end) == pytest.approx((link.x, link.x + link.advance))
    assert second.links[0].start == pytest.approx(0, abs=0.5)


def test_a_word_in_two_styles_is_divided_as_one_word() -> None:
    runs = (Run("inter", ITALIC), Run("disciplinary", SERIF))
    setting = typesetter().set(Paragraph(runs, JUSTIFIED, "en"), Measure(48))
    whole = typesetter().set(paragraph("interdisciplinary"), Measure(48))
    assert lines_of(setting) == lines_of(whole)
    assert len(setting.lines) > 1


def test_answers_are_remembered_by_value() -> None:
    one = typesetter().set(paragraph(ENGLISH), Measure(200))
    same = typesetter().set(paragraph(str(ENGLISH)), Measure(200))
    assert one is same
    assert typesetter().natural_width(paragraph("one\ntwo three")) == pytest.approx(
        typesetter().set(paragraph("two three", RAGGED), Measure(500)).lines[0].width, abs=0.5)


def test_optimum_fit_is_even() -> None:
    """The aim of the engine in small: no loose line in a comfortable column, spaces that hardly differ."""
    setting = typesetter().set(paragraph(f"{ENGLISH} {ENGLISH} {ENGLISH}"), Measure(238))
    spaces = [line.word_space for line in setting.lines[:-1]]
    assert max(spaces) < 0.45
    mean = sum(spaces) / len(spaces)
    assert (sum((s - mean) ** 2 for s in spaces) / len(spaces)) ** 0.5 < 0.06


def test_hyphens_follow_the_style() -> None:
    narrow = Measure(60)
    strict = JUSTIFIED._replace(hyphens=Hyphens(min_word=9, before=4, after=5))
    for line in lines_of(typesetter().set(paragraph(ENGLISH, strict), narrow)):
        if line.endswith("-") and not line.endswith("blue-"):
            assert len(line.split()[-1].strip("-“")) >= 4
    whole = typesetter().set(paragraph(ENGLISH, JUSTIFIED._replace(hyphens=None)), narrow)
    assert not any(line.hyphenated for line in whole.lines)


def test_odd_characters_do_no_harm() -> None:
    """Control characters, lone soft hyphens, spaces only, nothing at all."""
    for text, expected in [
        ("a\tb\x0bc\u2028d", "a b c d"), ("\u00ad", ""), ("a \u00ad\u00ad b", "a  b"), ("end\u00ad", "end"), ("   ", ""),
        ("", ""), ("  lead", "  lead"), ("trail  ", "trail  "), ("a\u200bb", "a\u200bb"),
    ]:
        for style in (JUSTIFIED, RAGGED, ParagraphStyle(24.0, balance=True)):
            assert text_of(typesetter().set(paragraph(text, style), Measure(100))) == expected


def test_soft_hyphens_of_the_author_are_places_to_divide() -> None:
    setting = typesetter().set(paragraph("Extra\u00adordinarily", RAGGED), Measure(40))
    assert lines_of(setting) == ["Extra-", "ordinarily"]
    assert text_of(typesetter().set(paragraph("Extra\u00adordinarily", RAGGED), Measure(100))) == "Extraordinarily"
