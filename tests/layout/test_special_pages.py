"""Cover, contents, dividers and furniture in both bundled themes: pure functions of the issue and where its articles stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from digest_studio.assets.facts import ImageFacts
from digest_studio.base.geometry import mm
from digest_studio.display.document import walk
from digest_studio.display.items import Item, Link, PlacedImage, Shape, TextLine
from digest_studio.layout.context import Context, SetText
from digest_studio.layout.special import contents as special_contents
from digest_studio.layout.special.contents import contents, contents_pages
from digest_studio.layout.special.cover import CoverLine, cover
from digest_studio.layout.special.divider import divider, left_out
from digest_studio.layout.special.furniture import furniture
from digest_studio.layout.special.listing import Entry, balanced, pour, set_entries
from digest_studio.layout.special.sheet import Sheet
from digest_studio.model.issue import ContentsEntry, Cover, Divider, Imprint, Issue, Masthead, Photo, Section
from digest_studio.plan.result import ContentsLine
from digest_studio.text.engine import Typesetter
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.hyphenate import Hyphenator
from digest_studio.text.setting import Setting
from digest_studio.theme.load import load_theme

RESOURCES = Path(__file__).parents[2] / "resources"
LAKE = Photo("photos/lake.jpg", alt="A lake", focus=(0.5, 0.3))
LONG = ("Secretary General discusses preparations for the Ministerial Conference on Environmental Issues with the Minister of "
        "Ecology and Natural Resources of Kazakhstan in the headquarters")
ISSUE = Issue(
    folder="", publication="Harbour Digest", period="January–March 2024", tagline="News of the port", articles={}, ads={},
    outline=tuple(Section(name, (), Divider(LAKE)) for name in ("January", "February", "March")), cover=Cover(LAKE),
    masthead=Masthead(
        "The Harbour Trust", ("1 Quay", "Port"), "+1 555", "post@harbour.example", "www.harbour.example", {"x": "harbour"},
    ),
    imprint=Imprint("1/2024", "1234-5678", ("Ann Lee", "Bo Ek"), "Harbour Press", "All views are the authors'."),
)
HEADLINES = (
    CoverLine("The new quay opens", "article:quay"), CoverLine("A year of ferries", "article:ferries"),
    CoverLine("Tides explained"),
)
both_themes = pytest.mark.parametrize("theme", ["secretariat", "quarterly"])


@cache
def setter() -> Typesetter:
    return Typesetter(FontLibrary(RESOURCES / "fonts"), Hyphenator(RESOURCES / "hyphenation", {}))


def context(theme: str) -> Context:
    loaded, _ = load_theme(theme, RESOURCES)
    assert loaded is not None
    lake = ImageFacts("/issue/photos/lake.jpg", "lake", "JPEG", 4000, 3000, "RGB")
    return Context(loaded, setter(), {LAKE.file: lake}, {}, language="en")


def listing(count: int, title: str = "The {} ferry of the year leaves the harbour", sections: int = 3) -> list[ContentsLine]:
    names = ("January", "February", "March", "April")
    return [
        ContentsLine(names[n * sections // count], f"a{n}", title.format(n), 4 + n, str(4 + n)) for n in range(count)
    ]


def lines(items: Sequence[Item]) -> Iterator[tuple[str, float, float, float]]:
    """Every set line: its words, left edge, baseline and type size."""
    for item, dx, dy in walk(tuple(items)):
        if isinstance(item, TextLine) and item.runs:
            words = "".join("".join(run.text) for run in item.runs)
            yield words, item.x + dx + item.runs[0].x, item.y + dy, item.runs[0].size


def words(items: Sequence[Item]) -> str:
    return " ".join(text for text, *_ in lines(items))


def of(kind: type, items: Sequence[Item]) -> list:  # type: ignore[type-arg]
    return [item for item, _, _ in walk(tuple(items)) if isinstance(item, kind)]


def right_edges(items: Sequence[Item]) -> float:
    return max(
        item.x + dx + run.x + run.advance
        for item, dx, _ in walk(tuple(items)) if isinstance(item, TextLine) for run in item.runs
    )


def every_page(theme: str) -> Iterator[Sequence[Item]]:
    ctx = context(theme)
    yield cover(ctx, ISSUE, HEADLINES)
    yield from contents(ctx, ISSUE, listing(24), LAKE)
    for section in ISSUE.outline:
        assert isinstance(section, Section)
        yield divider(ctx, ISSUE, section, listing(7), True)
    yield furniture(ctx, ISSUE, "12", False)


@both_themes
def test_only_sizes_of_the_theme_s_scale_are_set_and_every_line_stays_on_its_page(theme: str) -> None:
    ctx = context(theme)
    for page in every_page(theme):
        for text, x, y, size in lines(page):
            assert size in ctx.theme.scale, text
            assert x > 0 and 0 < y < ctx.theme.height, text
        assert right_edges(page) < ctx.theme.width


@both_themes
def test_text_and_rules_start_at_the_grid_s_columns(theme: str) -> None:
    """On cover and contents every line set from the left starts at a column's left edge."""
    ctx = context(theme)
    sheet = Sheet(ctx, True)
    edges = [sheet.span((n, n))[0] for n in range(1, ctx.theme.grid.columns + 1)]
    ranged_right = {"12", ISSUE.period} | {line.folio for line in listing(24)}
    for page in (cover(ctx, ISSUE, HEADLINES), contents(ctx, ISSUE, listing(24), right_hand=True)[0]):
        for text, x, _, size in lines(page):
            if text not in ranged_right:
                assert min(abs(x - edge) for edge in edges) < 0.11 * size, text  # optical margins hang a little


@both_themes
def test_the_cover_shows_the_photograph_to_the_bleed_s_edges_and_names_everything(theme: str) -> None:
    ctx = context(theme)
    items = cover(ctx, ISSUE, HEADLINES)
    (picture,) = of(PlacedImage, items)
    whole = Sheet(ctx, True).whole
    assert whole.x == approx(-mm(3))
    assert (picture.box.x, picture.box.right, picture.box.bottom) == approx((whole.x, whole.right, whole.bottom))
    shown = words(items).casefold()
    for part in (ISSUE.publication, ISSUE.tagline, ISSUE.period, *(line.text for line in HEADLINES)):
        assert part.casefold() in shown


@both_themes
def test_headlines_lead_to_their_articles_and_stand_in_rank(theme: str) -> None:
    items = cover(context(theme), ISSUE, HEADLINES)
    assert [link.target for link in of(Link, items)] == ["article:quay", "article:ferries"]
    sizes = {text: size for text, _, _, size in lines(items)}
    first = next(size for text, size in sizes.items() if text.startswith("The new"))
    assert all(size < first for text, size in sizes.items() if text.startswith(("A year", "Tides")))


@both_themes
def test_cover_text_stands_on_a_panel_that_is_legible_on_any_photograph(theme: str) -> None:
    """Under every line on the cover lies a panel of one colour, nearly solid, painted before it."""
    panels: list[Shape] = []
    for item in cover(context(theme), ISSUE, HEADLINES):
        if isinstance(item, Shape) and item.fill:
            panels.append(item)
        if isinstance(item, TextLine) and item.runs:
            under = [p for p in panels if _inside(p, item.x + item.runs[0].x, item.y)]
            assert under and under[-1].opacity >= 0.75
            assert _contrast(under[-1].fill.rgb, item.runs[0].colour.rgb) >= 4.5  # type: ignore[union-attr]


def _inside(panel: Shape, x: float, y: float) -> bool:
    xs = [s.x for s in panel.path if hasattr(s, "x")]
    ys = [s.y for s in panel.path if hasattr(s, "y")]
    return min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG 2.2 contrast ratio."""
    def luminance(rgb: tuple[float, ...]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@both_themes
def test_a_cover_without_a_photograph_is_typographic_and_one_with_a_missing_file_is_marked(theme: str) -> None:
    ctx = context(theme)
    bare = cover(ctx, replace(ISSUE, cover=None), HEADLINES)
    assert not of(PlacedImage, bare) and "Tides explained" in words(bare)
    missing = cover(ctx, replace(ISSUE, cover=Cover(Photo("photos/gone.jpg"))), HEADLINES)
    assert "photos/gone.jpg" in words(missing)


@both_themes
def test_a_long_name_is_set_smaller_and_a_cover_may_be_without_headlines(theme: str) -> None:
    ctx = context(theme)
    long = replace(ISSUE, publication="The Quarterly Review of Harbours and Ferries")
    sizes = [size for text, _, _, size in lines(cover(ctx, long, ())) if text.casefold().startswith("the quarterly")]
    assert sizes and sizes[0] < ctx.theme.styles["wordmark"].size
    assert right_edges(cover(ctx, long, ())) <= ctx.theme.width - mm(ctx.theme.margins.outside) + 1


@both_themes
@pytest.mark.parametrize("count", [1, 9, 24, 60])
def test_the_contents_names_every_article_once_with_its_page_and_leads_there(theme: str, count: int) -> None:
    ctx = context(theme)
    entries = listing(count)
    pages = contents(ctx, ISSUE, entries)
    links = [link.target for page in pages for link in of(Link, page) if link.target.startswith("article:")]
    assert links == [f"article:{entry.article}" for entry in entries]
    set_lines = [text for page in pages for text, *_ in lines(page)]
    for entry in entries:
        assert set_lines.count(str(entry.folio)) == 1
    assert len(pages) == contents_pages(ctx, ISSUE, entries)


@both_themes
def test_how_many_pages_the_contents_takes_does_not_depend_on_page_numbers(theme: str) -> None:
    ctx = context(theme)
    for count in (3, 12, 24, 40):
        entries = listing(count, LONG)
        bare = [entry._replace(page=0, folio=None) for entry in entries]
        assert contents_pages(ctx, ISSUE, bare) == contents_pages(ctx, ISSUE, entries) == len(contents(ctx, ISSUE, entries))


@both_themes
def test_how_the_contents_is_set_is_chosen_once_for_the_same_titles(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ctx = context(theme)
    poured: list[int] = []
    monkeypatch.setattr(special_contents, "set_entries", lambda *given: poured.append(1) or set_entries(*given))
    contents_pages(ctx, ISSUE, listing(60, LONG))
    for later in (0, 1, 2):  # the same articles, on other pages
        poured.clear()
        moved = [entry._replace(page=entry.page + later, folio=str(entry.page + later)) for entry in listing(60, LONG)]
        contents_pages(ctx, ISSUE, moved)
        contents(ctx, ISSUE, moved)
        assert len(poured) == 1


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=40), st.lists(st.integers(1, 30), min_size=1, max_size=4))
def test_a_list_is_said_not_to_fit_only_where_pouring_it_fails(titles: list[tuple[int, bool]], rooms: list[int]) -> None:
    text = SetText(Setting((), 0.0), context("secretariat").theme.styles["body"], 0.0)
    entries = [
        Entry(f"a{n}", "", opens, text, text, 100.0, 1.1 * lines - 0.1, 1.1 * lines + 0.3, 0.7 if opens else 0.0)
        for n, (lines, opens) in enumerate(titles)
    ]
    columns = balanced(entries, rooms, 1.5)
    assert (columns is None) == (pour(entries, rooms) is None)
    assert columns is None or [placed.entry for column in columns for placed in column] == entries


@both_themes
@pytest.mark.parametrize(("count", "title", "most"), [(24, LONG, 2), (60, LONG[:85], 2), (60, LONG, 3), (160, LONG, 8)])
def test_long_titles_shrink_to_two_pages_or_go_on_within_the_type_area(theme: str, count: int, title: str, most: int) -> None:
    ctx = context(theme)
    pages = contents(ctx, ISSUE, listing(count, title, 4))
    assert 1 < len(pages) <= most
    foot = ctx.theme.top + ctx.theme.baseline(ctx.theme.lines - 1)
    assert all(y <= foot + 0.01 for page in pages for _, _, y, _ in lines(page))


@both_themes
def test_a_short_list_takes_one_page_and_no_titles_overlap(theme: str) -> None:
    ctx = context(theme)
    (page,) = contents(ctx, ISSUE, listing(6, LONG), LAKE)
    titles = sorted({(round(x), y) for text, x, y, _ in lines(page) if text[0].isalpha()})
    for (x, y), (next_x, next_y) in pairwise(titles):
        assert x != next_x or next_y - y > 8


@both_themes
def test_masthead_and_imprint_are_printed_whole_with_their_links(theme: str) -> None:
    page = contents(context(theme), ISSUE, listing(8))[-1]
    for part in ("The Harbour Trust", "1 Quay", "+1 555", "post@harbour.example", "www.harbour.example", "X: harbour",
                 "Harbour Digest 1/2024", "ISSN 1234-5678", "Ann Lee, Bo Ek", "Harbour Press", "All views"):
        assert part in words(page)
    external = {link.target for link in of(Link, page) if link.external}
    assert external == {"mailto:post@harbour.example", "https://www.harbour.example", "https://x.com/harbour"}


@both_themes
def test_the_contents_photograph_stands_between_list_and_masthead(theme: str) -> None:
    issue = replace(ISSUE, outline=(ContentsEntry(LAKE), *ISSUE.outline))
    ctx = context(theme)
    assert contents_pages(ctx, issue, listing(20)) == len(contents(ctx, issue, listing(20), LAKE))
    page = contents(ctx, issue, listing(20), LAKE)[-1]
    (picture,) = of(PlacedImage, page)
    links = [link.box.bottom for link in of(Link, page) if link.target.startswith("article:")]
    masthead = min(y for text, _, y, _ in lines(page) if text.startswith("The Harbour"))
    assert max(links) < picture.box.y and picture.box.bottom < masthead - 8


@both_themes
def test_contents_on_a_left_and_a_right_hand_page_keep_their_margins(theme: str) -> None:
    ctx = context(theme)
    shift = ctx.theme.left(True) - ctx.theme.left(False)
    left, right = contents(ctx, ISSUE, listing(8))[0], contents(ctx, ISSUE, listing(8), right_hand=True)[0]
    for (_, x, y, _), (_, other, same, _) in zip(lines(left), lines(right), strict=True):
        assert (other - x, same) == approx((shift, y))


@both_themes
def test_the_contents_is_headed_in_the_issue_s_language(theme: str) -> None:
    ctx = context(theme)
    assert "Содержание" in words(contents(replace(ctx, language="ru"), ISSUE, listing(4))[0])
    assert "Contents" in words(contents(replace(ctx, language="eo"), ISSUE, listing(4))[0])


@both_themes
def test_a_divider_sets_the_section_s_name_largest_and_low_with_its_articles_linked(theme: str) -> None:
    ctx = context(theme)
    section = ISSUE.outline[0]
    assert isinstance(section, Section)
    entries = listing(7, sections=1)
    items = divider(ctx, ISSUE, section, entries, True)
    assert [link.target for link in of(Link, items)] == [f"article:{entry.article}" for entry in entries]
    name, _, y, size = max(lines(items), key=lambda line: line[3])
    assert name == "January" and size >= 56
    assert y > ctx.theme.height / 2
    (picture,) = of(PlacedImage, items)
    assert (picture.box.x, picture.box.y) == approx((-mm(3), -mm(3)))


@both_themes
@pytest.mark.parametrize("name", ["May", "In the Spotlight", "Ministerial conferences and working visits of the spring season"])
def test_any_section_s_name_fits_its_divider_with_photograph_and_without(theme: str, name: str) -> None:
    ctx = context(theme)
    for photo in (LAKE, Photo("photos/gone.jpg"), None):
        section = Section(name, (), Divider(photo) if photo else None)
        for count in (0, 1, 12):
            items = divider(ctx, ISSUE, section, listing(count, LONG) if count else [], False)
            assert right_edges(items) < ctx.theme.width - mm(5)
            assert all(y > 20 for _, _, y, _ in lines(items))
            assert len(of(Link, items)) == count


@both_themes
def test_what_a_divider_cannot_hold_stays_to_the_contents_and_is_counted(theme: str) -> None:
    ctx = context(theme)
    section = ISSUE.outline[0]
    assert isinstance(section, Section)
    entries = listing(80, LONG, 1)
    items = divider(ctx, ISSUE, section, entries, False)
    assert all(y > 20 for _, _, y, _ in lines(items))
    assert len(of(Link, items)) == 80 - left_out(ctx, section, entries)
    assert left_out(ctx, section, entries[:12]) == 0


def test_in_a_theme_with_section_colours_contents_and_dividers_wear_them() -> None:
    ctx = context("quarterly")
    figures = {
        item.runs[0].colour.name for item in of(TextLine, contents(ctx, ISSUE, listing(6))[0])
        if item.runs and "".join(item.runs[0].text) in {str(n) for n in range(4, 10)}
    }
    assert figures == {"ultramarine", "vermilion", "leaf"}
    for section, colour in zip(ISSUE.outline, ("ultramarine", "vermilion", "leaf"), strict=True):
        assert isinstance(section, Section)
        assert colour in {shape.fill.name for shape in of(Shape, divider(ctx, ISSUE, section, [], True)) if shape.fill}


@both_themes
@pytest.mark.parametrize("right_hand", [True, False])
def test_the_folio_stands_outside_at_the_foot_with_publication_and_period(theme: str, right_hand: bool) -> None:
    ctx = context(theme)
    items = furniture(ctx, ISSUE, "12", right_hand)
    found = {text: (x, y) for text, x, y, _ in lines(items)}
    running = next(text for text in found if "Harbour Digest" in text and ISSUE.period in text)
    assert (found["12"][0] > found[running][0]) == right_hand
    margin = ctx.theme.width - mm(ctx.theme.margins.outside)
    assert (right_edges(items) if right_hand else ctx.theme.width - found["12"][0]) == approx(margin, abs=1)
    assert found["12"][1] > ctx.theme.top + ctx.theme.baseline(ctx.theme.lines - 1), "below the type area"
    assert {item.tag.role for item in of(TextLine, items)} == {"Artifact"}
