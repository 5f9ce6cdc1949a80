"""Preflight's checks, on values: what each finds, where, and what it lets pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document, Page
from digest_studio.display.items import Group, ImageRef, PlacedImage
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Ad, AdEntry, Article, ArticleEntry, Author, Cover, Divider, Issue, Photo, Section
from digest_studio.plan.result import Placement, Plan, PlannedPage
from digest_studio.preflight.checks import effective_ppi, preflight
from digest_studio.preflight.pictures import pictures

HERE = Source("articles/a.md", 4)
ARTICLE = Article("a", "A", (), photos=(Photo("photos/1.jpg", alt="One", source=HERE),), source=Source("articles/a.md", 1))
ISSUE = Issue(
    "/issue", "P", "Q", (Section("S", (ArticleEntry("a"), AdEntry("x"))),), {"a": ARTICLE}, {"x": Ad("x", "ads/x.jpg", alt="X")},
    page_multiple=1, date=date(2025, 3, 20),
)


def planned(count: int = 2, lines_over: int = 0) -> Plan:
    box = Rect(0, 0, 100, 100)
    things = [Placement("article", box, "a"), Placement("ad", box, "x")] + [Placement("blank", box)] * (count - 2)
    pages = tuple(PlannedPage(n, str(n), str(n), n % 2 == 1, (thing,)) for n, thing in enumerate(things, 1))
    return Plan(pages, (), {"a": ArticleLayout("a", "news/text", (), lines_over)})


def document(*items: PlacedImage | Group) -> Document:
    return Document((Page(1, "1", "1", True, 500, 700, 9, items),), "T", "en")


def image(width: int, height: int, box: Rect, crop: tuple[float, float, float, float] = (0, 0, 1, 1)) -> PlacedImage:
    return PlacedImage(ImageRef("/issue/photos/1.jpg", "d", width, height), box, crop)


def rules(*problems: Diagnostic) -> list[str]:
    return [problem.rule for problem in problems]


def test_a_sound_issue_has_no_problem() -> None:
    assert preflight(ISSUE, planned(), document(image(600, 600, Rect(0, 0, 144, 144)))) == ()


@pytest.mark.parametrize(("pixels", "severity"), [(299, Severity.ERROR), (300, Severity.WARNING), (449, Severity.WARNING)])
def test_too_few_pixels_for_two_inches(pixels: int, severity: Severity) -> None:
    (problem,) = preflight(ISSUE, planned(), document(image(pixels, pixels, Rect(10, 20, 144, 144))))
    assert (problem.rule, problem.severity, problem.page) == ("image-resolution", severity, 1)
    assert (problem.article, problem.source) == ("a", HERE)
    assert problem.box == Rect(10, 20, 144, 144)


def test_what_is_cropped_away_does_not_count() -> None:
    assert effective_ppi(image(1000, 500, Rect(0, 0, 72, 72), (0.25, 0, 0.75, 1))) == 500
    assert effective_ppi(image(1000, 500, Rect(0, 0, 72, 72), (0.25, 0.25, 0.5, 0.5))) == 125


def test_pictures_in_groups_are_found_at_their_place() -> None:
    group = Group((image(100, 100, Rect(1, 2, 72, 72)),), dx=10, dy=20)
    (problem,) = preflight(ISSUE, planned(), document(group))
    assert problem.box == Rect(11, 22, 72, 72)


def test_lines_over_name_the_page_and_the_number() -> None:
    (problem,) = preflight(ISSUE, planned(lines_over=7), document())
    assert (problem.rule, problem.value, problem.page, problem.severity) == ("text-over", 7, 1, Severity.ERROR)
    assert "7 lines" in problem.message


def test_pictures_without_a_description_are_warned_of_and_decoration_is_not() -> None:
    photos = (Photo("photos/1.jpg"), Photo("photos/2.jpg", alt=""))
    plain = replace(ARTICLE, photos=photos, author=Author("N", photo=Photo("n.jpg")))
    (problem,) = preflight(replace(ISSUE, articles={"a": plain}), planned(), document())
    assert (problem.rule, problem.severity, problem.page) == ("missing-alt", Severity.WARNING, 1)
    assert "photos/1.jpg" in problem.message


def test_what_no_outline_names_is_a_note() -> None:
    issue = replace(ISSUE, articles={**ISSUE.articles, "b": replace(ARTICLE, id="b")}, ads={**ISSUE.ads, "y": Ad("y", "y.pdf")})
    found = preflight(issue, planned(), document())
    assert rules(*found) == ["unplaced-article", "unplaced-ad"]
    assert {problem.severity for problem in found} == {Severity.INFO}


def test_page_counts_that_cannot_be_folded() -> None:
    assert rules(*preflight(replace(ISSUE, page_multiple=4), planned(6), document())) == ["page-multiple"]


def test_problems_come_once_in_page_order_with_their_pages() -> None:
    of_ad = Diagnostic("missing-file", "ads/x.jpg is not there", ad="x")
    of_issue = Diagnostic("theme", "a word about the theme")
    of_article = Diagnostic("missing-file", "photos/1.jpg is not there", article="a")
    found = preflight(ISSUE, planned(), document(), (of_ad, of_article, of_issue, of_ad))
    assert [problem.page for problem in found] == [None, 1, 2]
    assert found[0] == of_issue


def test_pictures_are_listed_in_reading_order() -> None:
    author = Author("N", photo=Photo("n.jpg"), signature="s.png")
    issue = replace(
        ISSUE, cover=Cover(Photo("c.jpg")), articles={"a": replace(ARTICLE, author=author)},
        outline=(Section("S", (ArticleEntry("a"), AdEntry("x")), Divider(Photo("d.jpg"))), AdEntry("x"), ArticleEntry("gone")),
        ads={"x": Ad("x", "x.PDF", pages=(2,))},
    )
    listed = [(picture.file, picture.page) for picture in pictures(issue)]
    assert listed == [("c.jpg", 0), ("d.jpg", 0), ("photos/1.jpg", 0), ("n.jpg", 0), ("s.png", 0), ("x.PDF", 2), ("x.PDF", 2)]


def test_an_issue_without_a_date_is_told_so() -> None:
    found = preflight(replace(ISSUE, date=None), planned(), document(image(600, 600, Rect(0, 0, 144, 144))))
    assert [(p.rule, p.severity, p.source) for p in found] == [("no-date", Severity.INFO, Source("issue.yaml"))]
