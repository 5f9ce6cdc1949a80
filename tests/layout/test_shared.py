"""Advertisements of part of a page: where they stand, and how an article ends above and beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as runs
from hypothesis import strategies as st

from digest_studio.app.resources import resources
from digest_studio.assets.facts import ImageFacts
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import walk
from digest_studio.display.items import PlacedImage, TextLine
from digest_studio.layout.article import lay_out
from digest_studio.layout.context import Context
from digest_studio.layout.draft import Draft, Fit, Shelf
from digest_studio.layout.result import ArticleLayout
from digest_studio.layout.shared import ad_boxes, art_in, left_white, lines_taken, room_left
from digest_studio.model.body import Paragraph, Span
from digest_studio.model.issue import Article, Photo
from digest_studio.text.engine import Typesetter
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.hyphenate import Hyphenator
from digest_studio.theme.load import load_theme
from digest_studio.theme.types import Theme

PARTS = ("half-page", "half-page-vertical", "third-page", "quarter-page")
HALF, UPRIGHT, THIRD, QUARTER = PARTS
SENTENCE = "The harbour office keeps a book in which every ship that comes in is written down with its master and its cargo. "
DEEP = 0.97  # of a size: letters and their tails from top to bottom


FILE = "photos/sea.jpg"
PHOTO = ImageFacts(FILE, "0", "JPEG", 2400, 1600, "RGB")


def theme_of(name: str) -> Theme:
    theme, problems = load_theme(name, resources())
    assert theme is not None, problems
    return theme


THEMES = {name: theme_of(name) for name in ("secretariat", "quarterly")}
SETTER = Typesetter(FontLibrary(resources() / "fonts"), Hyphenator(resources() / "hyphenation", {}))


def apart(a: Rect, b: Rect, gap: float = 0.0) -> bool:
    return a.right + gap <= b.x or b.right + gap <= a.x or a.bottom + gap <= b.y or b.bottom + gap <= a.y


def article(sentences: int) -> Article:
    """Numbered sentences, five to a paragraph."""
    numbered = [f"Number {n} says: {SENTENCE}" for n in range(sentences)]
    body = tuple(Paragraph((Span("".join(numbered[n:n + 5]).strip()),), line=n + 1) for n in range(0, sentences, 5))
    return Article("a", "A title", body=body)


def draft_of(theme: Theme, template: str, made: Article) -> Draft:
    return Draft(Context(theme, SETTER, {FILE: PHOTO}, {}), made, template, Shelf())


def laid_out(theme: Theme, template: str, sentences: int, pages: int, ads: tuple[str, ...]) -> ArticleLayout:
    return lay_out(draft_of(theme, template, article(sentences)), Fit(pages, ads=ads))


def lines(layout: ArticleLayout, page: int) -> Iterator[Rect]:
    """The boxes of the page's lines of text."""
    for item, dx, dy in walk(layout.pages[page - 1].items):
        if isinstance(item, TextLine):
            size = max(run.size for run in item.runs)
            width = max(run.x + run.advance for run in item.runs)
            yield Rect(item.x + dx, item.y + dy - 0.75 * size, width, DEEP * size)


def words(layout: ArticleLayout) -> str:
    """The text as printed, without spaces and hyphens at lines' ends."""
    shown = (item for page in layout.pages for item, _, _ in walk(page.items) if isinstance(item, TextLine))
    return "".join("".join(run.text) for line in shown for run in line.runs).replace("\u00ad", "").replace(" ", "")


# --- where they stand


@pytest.mark.parametrize("sizes", [
    (HALF,), (UPRIGHT,), (THIRD,), (QUARTER,), (HALF, HALF), (UPRIGHT, UPRIGHT), (THIRD, THIRD, THIRD), (HALF, THIRD),
    (QUARTER, QUARTER), (QUARTER,) * 4, (UPRIGHT, QUARTER, QUARTER), (QUARTER, UPRIGHT), (QUARTER, HALF, QUARTER),
])  # fmt: skip
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_sizes_that_share_a_page(theme: Theme, sizes: tuple[str, ...]) -> None:
    boxes = ad_boxes(theme, sizes)

    assert boxes is not None
    assert [(b.width, b.height) for b in boxes] == [tuple(mm(length) for length in theme.ad_sizes[size]) for size in sizes]


@pytest.mark.parametrize("sizes", [
    (HALF, HALF, QUARTER), (UPRIGHT, HALF), (UPRIGHT, THIRD), (HALF, THIRD, THIRD), (THIRD,) * 4, (QUARTER,) * 5,
    (UPRIGHT, QUARTER, QUARTER, QUARTER),
])  # fmt: skip
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_sizes_that_are_too_much_for_a_page(theme: Theme, sizes: tuple[str, ...]) -> None:
    assert ad_boxes(theme, sizes) is None
    assert lines_taken(theme, sizes) is None


@runs(deadline=None)
@given(st.sampled_from(sorted(THEMES)), st.lists(st.sampled_from(PARTS), min_size=1, max_size=6))
def test_they_stand_apart_within_the_type_area_and_on_the_grid(name: str, sizes: list[str]) -> None:
    theme = THEMES[name]
    boxes = ad_boxes(theme, sizes)
    if boxes is None:
        return
    edges = [sum(theme.column(column, column)) for column in range(1, theme.grid.columns + 1)]
    feet = [theme.baseline(line) for line in range(theme.lines)]
    for n, box in enumerate(boxes):
        assert box.x >= -0.001
        assert box.y >= 0
        assert min(abs(box.right - edge) for edge in edges) < 0.01
        assert min(abs(box.bottom - foot) for foot in feet) < 0.01
        assert all(apart(box, other, gap=mm(theme.grid.gutter) - 0.01) for other in boxes[n + 1:])


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_one_alone_stands_at_the_foot_and_at_the_right(theme: Theme) -> None:
    for size in PARTS:
        (box,) = ad_boxes(theme, (size,)) or ()
        assert box.bottom == pytest.approx(theme.baseline(theme.lines - 1))
        assert box.right == pytest.approx(theme.measure)


def test_those_of_one_size_follow_each_other_as_they_are_read() -> None:
    upper_left, upper_right, lower_left, lower_right = ad_boxes(THEMES["secretariat"], (QUARTER,) * 4) or ()

    assert upper_left.y == upper_right.y < lower_left.y == lower_right.y
    assert upper_left.x == lower_left.x < upper_right.x == lower_right.x


def test_an_upright_half_stands_right_of_quarters_whatever_is_booked_first() -> None:
    theme = THEMES["secretariat"]
    above, upright, below = ad_boxes(theme, (QUARTER, UPRIGHT, QUARTER)) or ()

    assert upright.x == pytest.approx(theme.column(7, 12)[0])
    assert above.x == below.x == pytest.approx(0)
    assert above.bottom < below.y


def test_the_lines_that_they_take_of_each_column() -> None:
    theme = THEMES["secretariat"]

    assert lines_taken(theme, (HALF,)) == (28,) * 12
    assert lines_taken(theme, (UPRIGHT,)) == (0,) * 6 + (55,) * 6
    assert lines_taken(theme, (QUARTER,)) == (0,) * 6 + (28,) * 6
    assert lines_taken(theme, (HALF, HALF)) == (55,) * 12
    assert lines_taken(theme, ()) == (0,) * 12


def test_the_room_that_is_left_of_the_page() -> None:
    theme = THEMES["secretariat"]
    over, beside = lines_taken(theme, (HALF,)) or (), lines_taken(theme, (UPRIGHT,)) or ()

    assert room_left(theme, over) == Rect(0, 0, theme.measure, theme.baseline(26))
    assert room_left(theme, over, start=10).y == 130
    assert room_left(theme, beside).width == pytest.approx(mm(84))


def test_text_columns_half_under_an_advertisement_leave_white_beside_it() -> None:
    theme = THEMES["secretariat"]
    taken = lines_taken(theme, (UPRIGHT,)) or ()

    assert left_white(theme.templates["news/text"], taken, theme.lines) == 0
    assert left_white(theme.templates["briefing/columns"], taken, theme.lines) == pytest.approx(2 / 12)


# --- how its art fills it


def test_art_of_its_shape_fills_the_place() -> None:
    assert art_in(Rect(10, 20, 200, 100), 401, 200) == Rect(10, 20, 200, 100)


def test_art_of_another_shape_stands_in_the_middle() -> None:
    assert art_in(Rect(10, 20, 200, 100), 100, 100) == Rect(60, 20, 100, 100)


# --- an article that ends there


def assert_it_flows_round(theme: Theme, layout: ArticleLayout, text: str) -> None:
    """Every word once, no line nearer to an advertisement than half a gutter, none out of the type area."""
    assert layout.lines_over == 0
    assert words(layout) == text
    boxes = ad_boxes(theme, layout.ads) or ()
    for line in lines(layout, len(layout.pages)):
        assert all(apart(line, box, gap=mm(theme.grid.gutter) / 2) for box in boxes), line
        assert line.bottom < theme.baseline(theme.lines - 1) + theme.grid.hang


def text_of(made: Article) -> str:
    return ("A title" + "".join(span.text for p in made.body if isinstance(p, Paragraph) for span in p.spans)).replace(" ", "")


@pytest.mark.parametrize("ads", [
    (HALF,), (THIRD,), (QUARTER,), (QUARTER, QUARTER), (UPRIGHT,), (THIRD, THIRD), (UPRIGHT, QUARTER),
])  # fmt: skip
@pytest.mark.parametrize("name", THEMES)
def test_an_article_ends_round_each(name: str, ads: tuple[str, ...]) -> None:
    theme = THEMES[name]
    layout = laid_out(theme, "news/text", 46 if name == "secretariat" else 36, 2, ads)

    assert len(layout.pages) == 2
    assert layout.ads == ads
    assert_it_flows_round(theme, layout, text_of(article(46 if name == "secretariat" else 36)))


@runs(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from((HALF, THIRD, QUARTER)), min_size=1, max_size=3), st.integers(1, 60))
def test_whatever_is_as_long_as_it_likes_flows_round_whatever_is_booked(ads: list[str], sentences: int) -> None:
    theme = THEMES["secretariat"]
    pages = next((n for n in range(1, 4) if not laid_out(theme, "news/text", sentences, n, tuple(ads)).lines_over), None)

    if pages is not None:
        assert_it_flows_round(theme, laid_out(theme, "news/text", sentences, pages, tuple(ads)), text_of(article(sentences)))


@runs(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_of_an_article_touches_an_advertisement_in_any_template_that_holds_it(data: st.DataObject) -> None:
    theme = THEMES[data.draw(st.sampled_from(sorted(THEMES)))]
    name = data.draw(st.sampled_from(sorted(theme.templates)))
    ads = tuple(data.draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3)))
    count = data.draw(st.integers(0, min(theme.templates[name].photos[1], 4)))
    photos = (Photo(FILE, caption="Low water in the old harbour."),) * count
    pages, start = data.draw(st.sampled_from([(1, 0), (1, 12), (2, 0), (3, 0)]))
    draft = draft_of(theme, name, replace(article(data.draw(st.integers(1, 50))), photos=photos))
    fit = Fit(pages, data.draw(st.sampled_from([-1, 0, 1])), start, ads=ads)
    layout = lay_out(draft.beside(ads) if pages == 1 else draft, fit)
    boxes = ad_boxes(theme, ads) or ()

    if layout.lines_over == 0 and layout.ads:
        last = layout.pages[-1]
        pictures = [item.box.moved(dx, dy) for item, dx, dy in walk(last.items) if isinstance(item, PlacedImage)]
        for box in boxes:
            assert all(apart(line, box, gap=mm(theme.grid.gutter) / 2) for line in lines(layout, len(layout.pages)))
            assert all(apart(picture, box, gap=mm(theme.grid.gutter) / 2) for picture in pictures)
            assert all(apart(bleed.box, box, gap=mm(theme.grid.gutter) / 2) for bleed in last.bleeds)


@pytest.mark.parametrize("sentences", range(43, 55, 3))
def test_columns_end_even_above_a_half_page(sentences: int) -> None:
    layout = laid_out(THEMES["secretariat"], "news/text", sentences, 2, (HALF,))
    left, right = _feet(layout, 2)

    assert abs(left - right) < 13.5


def test_a_column_beside_a_quarter_goes_on_only_when_the_one_over_it_is_full() -> None:
    theme = THEMES["secretariat"]
    (box,) = ad_boxes(theme, (QUARTER,)) or ()

    left, right = _feet(laid_out(theme, "news/text", 48, 2, (QUARTER,)), 2)
    assert left < box.y
    assert abs(left - right) < 13.5

    left, right = _feet(laid_out(theme, "news/text", 62, 2, (QUARTER,)), 2)
    assert left > box.y
    assert box.y - 2.5 * 13 < right < box.y


def test_the_article_s_own_part_of_the_page_ends_above_the_advertisement() -> None:
    theme = THEMES["secretariat"]
    layout = laid_out(theme, "news/text", 46, 2, (HALF,))
    (box,) = ad_boxes(theme, (HALF,)) or ()

    assert layout.pages[0].box.bottom == pytest.approx(theme.baseline(54))
    assert layout.pages[1].box.bottom < box.y


@pytest.mark.parametrize("photos", [0, 1])
@pytest.mark.parametrize("name", THEMES)
def test_an_article_of_one_page_narrows_its_head_and_its_photograph_beside_an_upright_half(name: str, photos: int) -> None:
    theme = THEMES[name]
    made = replace(article(8), photos=(Photo(FILE, caption="Low water."),) * photos)
    draft = draft_of(theme, "news/photo-top" if photos else "news/text", made).beside((UPRIGHT,))
    layout = lay_out(draft, Fit(1, heights=-1, ads=(UPRIGHT,)))
    (box,) = ad_boxes(theme, layout.ads) or ()

    assert layout.lines_over == 0
    assert all(apart(line, box, gap=mm(theme.grid.gutter) / 2) for line in lines(layout, 1))
    pictures = [item.box.moved(dx, dy) for item, dx, dy in walk(layout.pages[0].items) if isinstance(item, PlacedImage)]
    assert len(pictures) == photos
    assert all(picture.right == pytest.approx(box.x - mm(theme.grid.gutter), abs=0.01) for picture in pictures)
    assert layout.pages[0].box.right < box.x


def test_only_an_advertisement_as_high_as_the_page_narrows_a_template() -> None:
    draft = draft_of(THEMES["secretariat"], "news/text", article(8))

    assert draft.beside((HALF,)) is draft
    assert draft.beside((QUARTER,)) is draft
    assert draft.beside(()) is draft
    assert draft.beside((UPRIGHT,)).template.head.columns == (1, 6)


def test_a_picture_at_the_foot_stands_above_the_advertisement() -> None:
    theme = THEMES["secretariat"]
    made = replace(article(4), photos=(Photo(FILE, caption="Low water."),) * 2)
    layout = lay_out(draft_of(theme, "news/photo-pair", made), Fit(1, heights=-1, ads=(THIRD,)))
    (box,) = ad_boxes(theme, (THIRD,)) or ()

    foot = max(item.box.bottom + dy for item, _, dy in walk(layout.pages[0].items) if isinstance(item, PlacedImage))
    assert layout.lines_over == 0
    assert box.y - 4 * 13 < foot < box.y - 13


@pytest.mark.parametrize("ads", [(UPRIGHT,), (HALF, HALF), (HALF, HALF, HALF)])
def test_an_article_of_one_page_has_no_room_for_them(ads: tuple[str, ...]) -> None:
    layout = laid_out(THEMES["secretariat"], "news/text", 4, 1, ads)

    assert layout.lines_over > 0


def test_an_article_that_ends_a_page_earlier_has_no_advertisements() -> None:
    layout = laid_out(THEMES["secretariat"], "news/text", 10, 2, (HALF,))

    assert len(layout.pages) == 1
    assert layout.ads == ()


def _feet(layout: ArticleLayout, page: int) -> Sequence[float]:
    """The last line's baseline of each text column, from left to right."""
    deepest: dict[float, float] = {}
    for item, dx, dy in walk(layout.pages[page - 1].items):
        if isinstance(item, TextLine):
            deepest[dx] = max(deepest.get(dx, 0.0), item.y + dy)
    return [deepest[x] for x in sorted(deepest)]
