"""The sample issue keeps what it promises: it reads cleanly, shows every form, prints on full pages, and its facts hold."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from digest_studio.app.session import Made, Refused, make, open_issue
from digest_studio.base.diagnostics import Severity
from digest_studio.model.body import Box, Heading, List, Paragraph, PullQuote, Quotation, Span
from digest_studio.model.issue import Article, ContentsEntry, Issue, Section

FOLDER = Path(__file__).resolve().parents[2] / "sample_issue"
MM = 72 / 25.4


@pytest.fixture(scope="module")
def made() -> Made:
    opened = open_issue(FOLDER)
    assert not isinstance(opened, Refused), [str(p) for p in opened.problems]
    return make(opened)


@pytest.fixture(scope="module")
def issue(made: Made) -> Issue:
    return made.issue


def spans(article: Article) -> Iterator[Span]:
    for block in article.body:
        if isinstance(block, Paragraph | Heading):
            yield from block.spans


def test_it_is_made_without_an_error(made: Made) -> None:
    assert [str(p) for p in made.problems if p.severity is Severity.ERROR] == []


def test_it_is_a_digest_of_at_least_24_pages_in_fours(made: Made) -> None:
    pages = len(made.document.pages)
    assert pages >= 24
    assert pages % 4 == 0


def test_every_article_is_printed(issue: Issue) -> None:
    assert issue.placed() == frozenset(issue.articles)


def test_three_monthly_sections_have_their_dividers(issue: Issue) -> None:
    months = [e for e in issue.outline if isinstance(e, Section) and e.name in ("January", "February", "March")]
    assert [m.name for m in months] == ["January", "February", "March"]
    assert all(m.divider and m.divider.photo for m in months)


def test_cover_contents_masthead_and_foreword_are_complete(issue: Issue) -> None:
    assert issue.cover and issue.cover.photo and 2 <= len(issue.cover.headlines) <= 5
    assert any(isinstance(e, ContentsEntry) and e.photo for e in issue.outline)
    assert issue.masthead and issue.masthead.address and issue.masthead.social
    assert issue.imprint and issue.imprint.issn
    author = issue.articles["foreword"].author
    assert author and author.photo and author.signature and author.closing


@pytest.mark.parametrize("family", ["foreword", "feature", "briefing", "news"])
def test_every_family_of_templates_occurs(issue: Issue, family: str) -> None:
    assert any(a.template.split("/")[0] == family for a in issue.articles.values())


@pytest.mark.parametrize("form", [Heading, List, Quotation, PullQuote, Box])
def test_every_form_of_the_body_occurs(issue: Issue, form: type) -> None:
    assert any(isinstance(b, form) for a in issue.articles.values() for b in a.body)


def test_both_kinds_of_lists_and_a_second_level_occur(issue: Issue) -> None:
    lists = [b for a in issue.articles.values() for b in a.body if isinstance(b, List)]
    assert {b.ordered for b in lists} == {True, False}
    assert any(isinstance(inner, List) for b in lists for item in b.items for inner in item.blocks)


def test_bold_italic_links_and_greek_occur(issue: Issue) -> None:
    every = [s for a in issue.articles.values() for s in spans(a)]
    assert any(s.strong for s in every) and any(s.emphasis for s in every) and any(s.link for s in every)
    assert any("α" in s.text for s in every)


def test_one_article_is_in_russian_and_names_stand_in_two_scripts(issue: Issue) -> None:
    assert [a.id for a in issue.articles.values() if a.language == "ru"] == ["ice-and-orion"]
    foreword = "".join(s.text for s in spans(issue.articles["foreword"]))
    assert "Асы" in foreword and "Варна" in foreword and "Есекқырған" in foreword


def test_every_photo_has_alt_text_and_every_article_photo_caption_and_credit(issue: Issue) -> None:
    for article in issue.articles.values():
        for photo in article.photos:
            assert photo.alt and photo.caption and photo.credit, (article.id, photo.file)


@pytest.mark.parametrize("name", ["torches", "night-train"])
def test_a_pdf_advertisement_is_vector_cmyk_with_trim_and_bleed(name: str) -> None:
    with pikepdf.open(FOLDER / "ads" / f"{name}.pdf") as pdf:
        page = pdf.pages[0]
        trim = [float(v) for v in page.TrimBox]
        media = [float(v) for v in page.MediaBox]
        content = (
            page.Contents.read_bytes()
            if isinstance(page.Contents, pikepdf.Stream)
            else b"".join(s.read_bytes() for s in page.Contents)
        )
    assert trim[2] - trim[0] == pytest.approx(210 * MM, abs=0.01)
    assert trim[3] - trim[1] == pytest.approx(297 * MM, abs=0.01)
    assert trim[0] - media[0] == pytest.approx(3 * MM, abs=0.01)
    operators = {token.split(b" ")[-1] for token in content.split(b"\n")}
    assert b"k" in operators
    assert not operators & {b"rg", b"RG", b"Do"}


def test_the_advertisement_of_a_third_is_as_large_as_the_theme_says(made: Made) -> None:
    with pikepdf.open(FOLDER / "ads/cirrus.pdf") as pdf:
        left, bottom, right, top = (float(v) for v in pdf.pages[0].TrimBox)
    assert (right - left, top - bottom) == pytest.approx(tuple(v * MM for v in made.theme.ad_sizes["third-page"]), abs=0.01)


def test_the_image_advertisement_is_a_cmyk_page_with_bleed_at_300_pixels_an_inch(issue: Issue) -> None:
    ad = issue.ads["curtains"]
    with Image.open(FOLDER / ad.file) as image:
        assert image.mode == "CMYK"
        assert image.size == (2551, 3579)
        assert image.info["dpi"] == (300, 300)
    assert ad.bleed == 3


def test_it_stays_small_enough_for_a_repository() -> None:
    assert sum(f.stat().st_size for f in FOLDER.rglob("*") if f.is_file()) < 25_000_000


def test_the_dates_and_figures_of_the_texts_agree_with_the_ephemeris(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("astronomy", reason="pip install astronomy-engine to check the sample's facts")
    monkeypatch.syspath_prepend(str(FOLDER / "pictures"))
    facts = importlib.import_module("facts")
    try:
        assert [f"{f.words}: {f.stated:g}, computed {f.computed:g}" for f in facts.facts() if not f.right] == []
    finally:
        for name in ("facts", "tides"):
            sys.modules.pop(name, None)


def test_no_page_is_left_blank(made: Made) -> None:
    assert [page.number for page in made.plan.pages for item in page.items if item.kind == "blank"] == []
    assert all(page.items for page in made.plan.pages)
