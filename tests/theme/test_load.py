"""A theme is data: read from theme.yaml, checked as a whole, and overridden by an issue's own theme.yaml."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from digest_studio.base.geometry import mm
from digest_studio.text.fonts import FontLibrary
from digest_studio.theme.check import COLOURS, COLUMN_STYLES, FAMILIES, OTHER_STYLES
from digest_studio.theme.load import load_theme, read_theme, theme_names
from digest_studio.theme.types import Theme

RESOURCES = Path(__file__).parents[2] / "resources"
THEMES = theme_names(RESOURCES)


def load(name: str, overrides: str | None = None) -> Theme:
    theme, problems = load_theme(name, RESOURCES, overrides)
    assert not problems, "\n".join(map(str, problems))
    assert theme is not None
    return theme


def complaints(overrides: str, name: str = "secretariat") -> list[str]:
    """What is said about a theme with these overrides."""
    theme, problems = load_theme(name, RESOURCES, overrides)
    assert theme is None and problems
    return [str(problem) for problem in problems]


def test_two_themes_are_bundled() -> None:
    assert THEMES == ("quarterly", "secretariat")


@pytest.mark.parametrize("name", THEMES)
def test_every_bundled_theme_loads_clean_and_has_what_the_engine_asks_for(name: str) -> None:
    theme = load(name)
    assert theme.name == name
    assert set(COLUMN_STYLES + OTHER_STYLES) <= set(theme.styles)
    assert set(COLOURS) <= set(theme.colours)
    assert {template.partition("/")[0] for template in theme.templates} == set(FAMILIES)


@pytest.mark.parametrize("name", THEMES)
def test_news_has_at_least_five_variants_and_a_place_for_any_number_of_photographs_from_none_to_four(name: str) -> None:
    news = [template for word, template in load(name).templates.items() if word.startswith("news/")]
    assert len(news) >= 5
    for photos in range(5):
        assert any(t.photos[0] <= photos <= t.photos[1] and t.pages[0] == 1 for t in news), f"one page, {photos} photographs"
        assert any(t.photos[0] <= photos <= t.photos[1] and t.pages[0] > 1 for t in news), f"more pages, {photos} photographs"


def test_what_the_planner_pays_for_is_the_theme_s_to_say() -> None:
    theme = load("secretariat", "fitting: {white: 50}\nplanning: {turn: 0}\n")
    assert (theme.fitting.white, theme.planning.turn) == (50, 0)
    assert theme.fitting.page == load("secretariat").fitting.page


@pytest.mark.parametrize(("wrong", "said"), [
    ("fitting: {white: -1}", "the price white is -1"), ("planning: {blank: 1e9}", "the price blank is 1e+09"),
    ("planning: {blnk: 3}", "blank"), ("planning: {blank: dear}", "dear"),
])
def test_a_price_is_a_number_that_is_not_negative(wrong: str, said: str) -> None:
    assert any(said in line for line in complaints(wrong))


@pytest.mark.parametrize("name", THEMES)
def test_only_the_scale_s_sizes_are_used_and_text_keeps_to_the_grid(name: str) -> None:
    theme = load(name)
    assert {style.size for style in theme.styles.values()} <= set(theme.scale)
    assert theme.styles["body"].leading == theme.grid.baseline
    for style in COLUMN_STYLES:
        assert theme.styles[style].leading % theme.grid.baseline == pytest.approx(0)


@pytest.mark.parametrize("name", THEMES)
def test_photographs_of_one_row_can_have_one_height(name: str) -> None:
    """Slots side by side at one edge of one page allow the same heights, so that their feet align."""
    for word, template in load(name).templates.items():
        for first in template.slots:
            for second in template.slots:
                same_edge = (first.page, first.at, first.source) == (second.page, second.at, second.source)
                if same_edge and first.columns[1] < second.columns[0]:
                    assert first.lines == second.lines, word


@pytest.mark.parametrize("name", THEMES)
def test_a_feature_may_open_on_a_spread_with_its_photograph_on_the_whole_left_hand_page(name: str) -> None:
    opener = load(name).templates["feature/opener"]
    assert opener.spread and opener.head.page == 2 and opener.drop_cap == 3
    assert (opener.slots[0].page, opener.slots[0].bleed) == (1, "page")


def test_the_secretariat_s_measures_are_those_of_the_brief() -> None:
    theme = load("secretariat")
    assert (theme.page.width, theme.page.height, theme.page.bleed) == (210, 297, 3)
    assert theme.measure == pytest.approx(mm(172))
    assert {style.size for name, style in theme.styles.items() if name != "dropcap"} == {8, 10, 13, 17, 23, 31, 42, 56}
    left, width = theme.column(7, 12)
    assert left + width == pytest.approx(theme.measure)
    assert theme.frame((1, 12), 0, 2)[3] == pytest.approx(13 + 6.7), "from the capitals of one line to the baseline of the next"


@pytest.mark.parametrize("name", THEMES)
def test_a_drop_cap_is_as_high_as_its_lines(name: str) -> None:
    theme = load(name)
    library = FontLibrary(RESOURCES / "fonts")
    style = theme.styles["dropcap"]
    height = library.metrics(theme.fonts[style.font].face(style.face)).cap_height * style.size
    for template in theme.templates.values():
        if template.drop_cap:
            assert height == pytest.approx(theme.baseline(template.drop_cap - 1), abs=0.2)


def test_colours_are_cmyk_in_per_cent_with_a_screen_equivalent() -> None:
    accent = load("secretariat").colours["accent"]
    assert accent.cmyk == pytest.approx((0, 0.36, 0.92, 0))
    assert accent.rgb == pytest.approx((0xF2 / 255, 0xA7 / 255, 0x1B / 255))
    assert load("secretariat").colours["ink"].overprint


def test_in_a_section_its_own_colour_takes_the_place_of_the_colour_section() -> None:
    theme = load("quarterly")
    assert theme.in_section(None) is theme
    seen = [theme.in_section(number).colours["section"].name for number in range(6)]
    assert seen == ["ultramarine", "vermilion", "leaf", "plum", "petrol", "ultramarine"]
    assert theme.in_section(0).colours["accent"].name == "ultramarine", "the theme writes `accent: section`"
    assert theme.in_section(0).colours["brand"] == theme.colours["brand"]
    plain = load("secretariat")
    assert plain.in_section(2) is plain, "a theme without section colours is the same everywhere"


def test_a_style_like_another_keeps_everything_that_it_does_not_say_itself() -> None:
    styles = load("secretariat").styles
    assert (styles["body"].indent, styles["body-first"].indent) == (13, 0)
    assert styles["body-first"].align == styles["body"].align == "justify"


def test_an_issue_s_theme_merges_maps_and_replaces_lists() -> None:
    theme = load("secretariat", "styles: {body: {indent: 10}}\ntemplates:\n  news/text: {columns: [[1, 12]]}\n")
    assert (theme.styles["body"].indent, theme.styles["body"].size) == (10, 10)
    assert theme.templates["news/text"].columns == ((1, 12),)
    assert theme.templates["news/photo-top"].columns == ((1, 12),), "it is like news/text, as overridden"
    assert theme.templates["news/text"].head == load("secretariat").templates["news/text"].head


def test_an_empty_override_changes_nothing() -> None:
    assert load("secretariat", "# nothing yet\n") == load("secretariat")


def test_an_issue_may_add_a_style_a_colour_and_a_template() -> None:
    theme = load("secretariat", "colours: {rose: {cmyk: [0, 60, 20, 0], rgb: \"#f08090\"}}\n"
                                "styles: {h2: {colour: rose}, note: {like: caption, colour: rose}}\n"
                                "templates: {news/wide: {like: news/text, columns: [[3, 10]]}}\n")
    assert theme.colours["rose"].name == "rose"
    assert theme.styles["note"].size == 8
    assert "news/wide" in theme.templates


@pytest.mark.parametrize(("overrides", "complaint"), [
    ("colours:\n  brnad: {cmyk: [0, 0, 0, 50], rgb: grey}", "theme.yaml:2: `grey` is no screen colour"),
    ("colours:\n  brand: {cmyk: [0, 0, 0, 150], rgb: \"#888888\"}", "theme.yaml:2: an ink of 150 %"),
    ("colours:\n  brand: bramd", "theme.yaml:2: there is no `bramd`"),
    ("styles:\n  h2:\n    size: 11", "theme.yaml:3: 11 pt is not on the scale (the nearest size is 10)"),
    ("styles:\n  h2: {colour: brnad}", "theme.yaml:2: there is no colour `brnad` (did you mean `brand`?)"),
    ("styles:\n  h2: {font: sams}", "theme.yaml:2: there is no font `sams` (did you mean `sans`?)"),
    ("styles:\n  h2: {leading: 12}", "theme.yaml:2: `h2` stands in columns; 12 pt leaves the grid of 13 (use 13 or 26)"),
    ("styles:\n  h2: {sise: 10}", "theme.yaml:2: unknown key `sise` (did you mean `size`?)"),
    ("styles:\n  h2: {like: h2}", "theme.yaml:2: `h2 → h2` leads back to itself (take one out)"),
    ("styles:\n  h2: {like: h9}", "theme.yaml:2: there is no `h9` ("),
    ("styles:\n  title-m: {leading: 10}", "theme.yaml:2: lines of 23 pt would overlap on 10 pt (raise the leading)"),
    ("fonts:\n  sans: {regular: SourceSans3-Reguler}",
     "theme.yaml:2: there is no font file `SourceSans3-Reguler` (did you mean `SourceSans3-Regular`?)"),
    ("grid: {baseline: 12}", "`body` stands in columns; 13 pt leaves the grid of 12"),
    ("margins:\n  inside: 120\n  outside: 100", "the margins leave no type area (make them smaller, or the page larger)"),
    ("scale: [10, 8]", "theme.yaml:1: the scale must rise from size to size"),
    ("ad-sizes:\n  full-pages: [1, 2]", "theme.yaml:2: `full-pages` is no size of advertisements (did you mean `full-page`?)"),
    ("ad-sizes:\n  half-page: [180, 100]", "theme.yaml:2: `half-page` is larger than the type area (that has 172 × 250 mm)"),
    ("ad-sizes:\n  third-page: [172, 0]", "theme.yaml:2: `third-page` has no area (write its width and height in mm)"),
    ("ad-rule: hareline", "theme.yaml:1: there is no colour `hareline` (did you mean `hairline`?)"),
    ("templates:\n  news/text:\n    columns: [[1, 6], [7, 13]]", "theme.yaml:3: columns 7 to 13 (the grid has columns 1 to 12)"),
    ("templates:\n  news/text: {columns: [[1, 7], [7, 12]]}", "theme.yaml:2: text columns overlap"),
    ("templates:\n  news/text: {body: bodi}", "theme.yaml:2: there is no style `bodi` (did you mean `body`?)"),
    ("templates:\n  news/text: {head: {titles: []}}", "theme.yaml:2: the head has no style for its title"),
    ("templates:\n  news/photo-top:\n    slots:\n      - columns: [1, 12]\n        lines: [14, 90]",
     "theme.yaml:5: 90 lines do not fit (the type area has 55)"),
    ("templates:\n  news/photo-top:\n    photos: [1, 3]", "1 places for up to 3 photographs"),
    ("templates:\n  news/photo-under: {slots: [{columns: [1, 9], lines: [9, 9], caption: beside, caption-columns: [9, 12]}]}",
     "theme.yaml:2: the caption stands on its picture"),
    ("templates:\n  news/photo-lead:\n    slots: [{columns: [3, 12], lines: [18, 38], bleed: sides, caption: beside}]",
     "theme.yaml:3: a picture that bleeds has its caption below"),
    ("templates:\n  news: {like: news/text}", "theme.yaml:2: `news` is no template's name (write it as family/variant)"),
    ("templates:\n  feature/opener: {pages: [1, 0]}", "a spread has two pages (write pages: [2, 0])"),
    ("special:\n  cover:\n    panel: {opacity: 0.4}",
     "theme.yaml:3: an opacity of 0.4 (on a photograph text is legible from 0.75 to 1)"),
    ("special:\n  divider:\n    titles: [divider-titel]",
     "theme.yaml:3: there is no style `divider-titel` (did you mean `divider-title`?)"),
    ("colour: {}", "theme.yaml:1: unknown key `colour` (did you mean `colours`?)"),
    ("- a list", "theme.yaml:1: the file holds no keys"),
    ("styles: [", "theme.yaml:1: this is not YAML"),
])
def test_what_is_wrong_is_told_with_its_line_and_what_would_be_right(overrides: str, complaint: str) -> None:
    assert any(complaint in told for told in complaints(overrides)), complaints(overrides)


def test_all_problems_come_in_one_run() -> None:
    told = complaints("styles:\n  h2: {size: 11}\n  h3: {colour: nocolour}\ntemplates:\n  news/text: {columns: [[1, 40]]}\n")
    assert [line.partition(": ")[0] for line in told] == ["theme.yaml:2", "theme.yaml:3", "theme.yaml:5"]


def test_a_problem_of_the_theme_itself_names_the_theme_s_file() -> None:
    text = (RESOURCES / "themes" / "secretariat" / "theme.yaml").read_text("utf-8")
    text = text.replace("columns: 12, gutter", "colums: 12, gutter")
    theme, problems = read_theme("mine", text, RESOURCES)
    assert theme is None
    assert any(str(problem).startswith("themes/mine/theme.yaml:6: unknown key `colums`") for problem in problems)


def test_a_theme_without_a_style_that_the_engine_needs_is_refused() -> None:
    text = (RESOURCES / "themes" / "secretariat" / "theme.yaml").read_text("utf-8").replace("  byline: {", "  byeline: {")
    _, problems = read_theme("mine", text, RESOURCES)
    assert [str(p) for p in problems] == ["themes/mine/theme.yaml:33: `styles` has no `byline` (add `byline: …`)"]


@pytest.mark.parametrize("name", ["secretary", "../secretariat", "", "quarterly/..", "/etc"])
def test_an_unknown_theme_is_named_and_no_path_is_followed(name: str) -> None:
    theme, problems = load_theme(name, RESOURCES)
    assert theme is None
    assert f"there is no theme `{name}`" in str(problems[0])


def test_the_nearest_theme_is_proposed() -> None:
    _, problems = load_theme("secretary", RESOURCES)
    assert "did you mean `secretariat`?" in str(problems[0])


def test_a_theme_of_ones_own_is_found_beside_the_bundled_ones(tmp_path: Path) -> None:
    text = (RESOURCES / "themes" / "secretariat" / "theme.yaml").read_text("utf-8")
    (tmp_path / "themes" / "house").mkdir(parents=True)
    (tmp_path / "fonts").mkdir()
    shutil.copy(RESOURCES / "fonts" / "SourceSans3-Bold.ttf", tmp_path / "fonts" / "House-Bold.ttf")
    own = text.replace("bold: SourceSerif4Display-Semibold,", "bold: House-Bold,", 1)
    (tmp_path / "themes" / "house" / "theme.yaml").write_text(own, encoding="utf-8")
    theme, problems = load_theme("house", RESOURCES, own=tmp_path)
    assert theme is not None, problems
    assert theme.fonts["display"].bold == "House-Bold"
    library = FontLibrary(RESOURCES / "fonts", own=tmp_path / "fonts")
    assert library.ref("House-Bold").path == str(tmp_path / "fonts" / "House-Bold.ttf")
    assert theme_names(RESOURCES, tmp_path) == ("house", "quarterly", "secretariat")
    _, (unknown,) = load_theme("hause", RESOURCES, own=tmp_path)
    assert "house" in unknown.remedy


def test_a_bundled_themes_name_cannot_be_taken(tmp_path: Path) -> None:
    (tmp_path / "themes" / "secretariat").mkdir(parents=True)
    (tmp_path / "themes" / "secretariat" / "theme.yaml").write_text("nonsense: true\n", encoding="utf-8")
    assert load_theme("secretariat", RESOURCES, own=tmp_path)[0] is not None
