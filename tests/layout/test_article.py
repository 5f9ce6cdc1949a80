"""Articles on their pages: what an author may rely on, shown with the real typesetter and both bundled themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from digest_studio.app.resources import resources
from digest_studio.assets.survey import survey
from digest_studio.base.diagnostics import Severity
from digest_studio.base.geometry import Rect
from digest_studio.display.document import walk
from digest_studio.display.items import Frame, Item, Link, PlacedImage, Shape, TextLine
from digest_studio.layout.choose import choose
from digest_studio.layout.context import Context
from digest_studio.layout.result import ArticleLayout
from digest_studio.model.issue import Issue
from digest_studio.model.read import read_issue
from digest_studio.text.engine import Typesetter
from digest_studio.text.fonts import FontLibrary
from digest_studio.text.hyphenate import Hyphenator
from digest_studio.theme.load import load_theme

WORDS = (
    "The harbour office keeps a book in which every ship that comes in is written down with its master and its cargo. "
    "Nobody reads the book, and nobody would dare to stop writing it. "
)
ISSUE = "format: 1\npublication: P\nperiod: Q\ntheme: {theme}\noutline:\n  - section: S\n    items: [a]\n"


class Desk:
    """A folder with one article, and what layout needs to know of it."""

    def __init__(self, folder: Path, theme: str = "secretariat") -> None:
        self.folder, self.theme = folder, theme
        for name in ("articles", "photos"):
            (folder / name).mkdir()
        for n in range(1, 7):
            Image.new("RGB", (2400, 1600), (40 * n, 90, 120)).save(folder / f"photos/{n}.jpg")
        (folder / "issue.yaml").write_text(ISSUE.format(theme=theme), encoding="utf-8")

    def lay_out(self, body: str, photos: int = 0, place: str = "", **front: str) -> ArticleLayout:
        """The article's layout; every photo has a caption that names its number."""
        lines = ["---", "title: A title", *(f"{key}: {value}" for key, value in front.items())]
        if photos:
            lines.append("photos:")
            more = f", place: {place}" if place else ""
            names = range(1, photos + 1)
            lines += [f"  - {{file: photos/{n}.jpg, caption: Picture {n}., alt: Picture {n}{more}}}" for n in names]
        (self.folder / "articles/a.md").write_text("\n".join([*lines, "---", body, ""]), encoding="utf-8")
        read = read_issue(self.folder)
        assert read.issue is not None, read.problems
        assert not [p for p in read.problems if p.severity is Severity.ERROR]
        return choose(self.context(read.issue), read.issue.articles["a"])

    def context(self, issue: Issue) -> Context:
        theme, problems = load_theme(self.theme, resources())
        assert theme is not None, problems
        setter = Typesetter(FontLibrary(resources() / "fonts"), Hyphenator(resources() / "hyphenation", {}))
        facts = survey(self.folder, [p.file for a in issue.articles.values() for p in a.photos], [])
        return Context(theme, setter, facts.images, facts.pdfs)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def items(layout: ArticleLayout, page: int | None = None) -> Iterator[tuple[Item, float, float]]:
    for number, shown in enumerate(layout.pages, 1):
        if page in (None, number):
            yield from walk(shown.items)


def text_of(line: TextLine) -> str:
    return "".join(t for run in line.runs for t in run.text)


def lines(layout: ArticleLayout, role: str, page: int | None = None) -> list[str]:
    return [text_of(i) for i, _, _ in items(layout, page) if isinstance(i, TextLine) and i.tag.role == role]


def running_text(layout: ArticleLayout, role: str = "P") -> str:
    """The words of a role, divided words joined again."""
    return " ".join(line.rstrip() for line in lines(layout, role)).replace("\u00ad ", "").replace("\u200b ", "")


def pictures(layout: ArticleLayout) -> list[tuple[int, str]]:
    """(page, file's name) of all pictures, those that bleed included."""
    found = [(n, Path(i.image.path).name) for n, p in enumerate(layout.pages, 1)
             for i, _, _ in walk(p.items) if isinstance(i, PlacedImage)]
    return sorted(found + [(n, Path(b.photo.file).name) for n, p in enumerate(layout.pages, 1) for b in p.bleeds])


@pytest.mark.parametrize("theme", ["secretariat", "quarterly"])
@pytest.mark.parametrize("photos", range(5))
@pytest.mark.parametrize("length", [2, 9, 30])
def test_every_word_and_every_photo_finds_a_place(tmp_path: Path, theme: str, photos: int, length: int) -> None:
    layout = Desk(tmp_path, theme).lay_out("\n\n".join(f"Paragraph {n}. {WORDS}" for n in range(length)), photos)
    assert layout.lines_over == 0
    expected = " ".join(f"Paragraph {n}. {WORDS.strip()}" for n in range(length))
    assert expected in running_text(layout)
    assert [name for _, name in sorted(pictures(layout), key=lambda p: p[1])] == [f"{n}.jpg" for n in range(1, photos + 1)]
    assert running_text(layout, "Caption").split() == [w for n in range(1, photos + 1) for w in ("Picture", f"{n}.")]


@pytest.mark.parametrize("theme", ["secretariat", "quarterly"])
def test_body_lines_stand_on_the_grid_of_every_column_and_page(tmp_path: Path, theme: str) -> None:
    desk = Desk(tmp_path, theme)
    layout = desk.lay_out("\n\n".join(["## A head", WORDS * 3, "> " + WORDS, "- one\n- two", "> [!box] Box\n> " + WORDS] * 4), 3)
    grid = load_theme(theme, resources())[0].grid  # type: ignore[union-attr]
    for item, _, dy in items(layout):
        if isinstance(item, TextLine) and item.tag.role in ("LI", "BlockQuote"):
            steps = (item.y + dy - grid.hang) / grid.baseline
            assert steps == pytest.approx(round(steps), abs=0.005)


def test_an_article_that_is_a_little_too_long_lowers_its_photo_instead_of_taking_a_page(desk: Desk) -> None:
    short = desk.lay_out("\n\n".join([WORDS * 2] * 6), 1, template="news/photo-top")
    longer = desk.lay_out("\n\n".join([WORDS * 2] * 9), 1, template="news/photo-top")
    height = [next(i.box.height for i, _, _ in items(layout) if isinstance(i, PlacedImage)) for layout in (short, longer)]
    assert (len(short.pages), len(longer.pages)) == (1, 1)
    assert height[0] > height[1]


def test_photos_side_by_side_are_equally_high(desk: Desk) -> None:
    Image.new("RGB", (1600, 1600)).save(desk.folder / "photos/2.jpg")
    layout = desk.lay_out(WORDS * 10, 2, template="news/photo-twins")
    boxes = [i.box for i, _, _ in items(layout) if isinstance(i, PlacedImage)]
    assert len({b.height for b in boxes}) == 1
    assert len({b.y for b in boxes}) == 1


def test_a_photo_stands_where_its_author_wants_it(desk: Desk) -> None:
    text = "\n\n".join([WORDS * 2] * 6)
    bleeding = desk.lay_out(text, 1, place="bleed")
    assert [b.photo.file for p in bleeding.pages for b in p.bleeds] == ["photos/1.jpg"]
    wide = desk.lay_out(text, 1, place="full-width")
    (box,) = [i.box for i, _, _ in items(wide) if isinstance(i, PlacedImage)]
    assert box.width == pytest.approx(wide.pages[0].box.width, abs=0.01)
    in_column = desk.lay_out(text, 1, place="column")
    (box,) = [i.box for i, _, _ in items(in_column) if isinstance(i, PlacedImage)]
    assert box.width < in_column.pages[0].box.width / 2


def test_a_feature_opens_with_a_whole_page_and_a_head_that_faces_it(desk: Desk) -> None:
    layout = desk.lay_out("\n\n".join([WORDS * 3] * 5), 1, template="feature/opener")
    assert layout.spread
    assert (layout.pages[0].furniture, layout.pages[1].furniture) == (False, True)
    (bleed,) = layout.pages[0].bleeds
    assert (bleed.left, bleed.right, bleed.top, bleed.bottom) == (True, True, True, True)
    assert lines(layout, "H1", 1) == []
    assert lines(layout, "H1", 2) == ["A title"]


def test_a_drop_cap_is_a_letter_of_its_word(desk: Desk) -> None:
    layout = desk.lay_out("\n\n".join([WORDS * 3] * 4), 1, template="feature/band")
    assert running_text(layout).startswith("The harbour office")
    texts = [(i, dy) for i, _, dy in items(layout) if isinstance(i, TextLine) and i.tag.role == "P"]
    cap, *four = [(i.x + i.runs[0].x, i.y + dy, i) for i, dy in texts[:5]]
    assert cap[1] == pytest.approx(four[2][1])  # it stands on the third line
    assert min(x for x, _, _ in four[:3]) > cap[0] + cap[2].runs[0].advance
    assert four[3][0] == pytest.approx(cap[0], abs=2)


def test_a_pinned_photo_stands_between_its_neighbours(desk: Desk) -> None:
    layout = desk.lay_out(f"First. {WORDS}\n\n![](photo:1)\n\nSecond. {WORDS}", 1)
    order = [text_of(i)[:6] if isinstance(i, TextLine) else "photo" for i, _, _ in items(layout)
             if isinstance(i, PlacedImage) or (isinstance(i, TextLine) and text_of(i).startswith(("First", "Second")))]
    assert order == ["First.", "photo", "Second"]


def test_forced_breaks_begin_a_column_and_a_page(desk: Desk) -> None:
    layout = desk.lay_out(f"One. {WORDS}\n\n[!column]\n\nTwo. {WORDS}\n\n[!page]\n\nThree. {WORDS}")
    starts = {}
    for number in (1, 2):
        for item, dx, dy in items(layout, number):
            if isinstance(item, TextLine) and text_of(item).startswith(("One.", "Two.", "Three.")):
                starts[text_of(item).split()[0]] = (number, round(dx), round(dy))
    assert starts["One."][2] == starts["Two."][2]
    assert starts["Two."][1] > starts["One."][1]
    assert starts["Three."][0] == 2


def test_a_pull_quote_is_not_running_text_and_one_that_is_too_long_is_told(desk: Desk) -> None:
    layout = desk.lay_out(f"{WORDS * 4}\n\n> [!pull]\n> Nobody reads the book.\n> — The clerk\n\n{WORDS * 4}")
    assert "Nobody reads the book." in running_text(layout, "Artifact")
    assert not layout.problems
    endless = desk.lay_out(f"{WORDS * 4}\n\n> [!pull]\n> {WORDS * 6}\n\n{WORDS * 4}")
    assert [(p.rule, p.severity, p.source.line) for p in endless.problems if p.source] == [("pull-quote", Severity.WARNING, 6)]


def test_a_box_has_its_tint_behind_all_its_lines(desk: Desk) -> None:
    layout = desk.lay_out(f"{WORDS * 3}\n\n> [!box] Tides\n> {WORDS}\n\n{WORDS * 3}")
    (tint,) = [i for i, _, _ in items(layout) if isinstance(i, Shape) and i.fill and i.fill.name == "tint"]
    xs, ys = ([getattr(s, axis) for s in tint.path if hasattr(s, axis)] for axis in "xy")
    panel = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    title = next((i, dx, dy) for i, dx, dy in items(layout) if isinstance(i, TextLine) and text_of(i) == "Tides")
    assert panel.x < title[0].x + title[1] < panel.right
    assert panel.y < title[0].y + title[2] < panel.bottom


def test_links_lie_over_their_words(desk: Desk) -> None:
    layout = desk.lay_out("See [the tide tables](https://harbour.example/tides) for more. " + WORDS)
    link = next(i for i, _, _ in items(layout) if isinstance(i, Link))
    assert (link.target, link.external) == ("https://harbour.example/tides", True)


def test_an_authors_closing_name_and_role_end_a_foreword(desk: Desk) -> None:
    layout = desk.lay_out(WORDS * 4, template="foreword", author='{name: Ann Keeper, role: Keeper, closing: "Yours,"}')
    assert lines(layout, "P")[-3:] == ["Yours,", "Ann Keeper", "Keeper"]


def test_a_briefings_items_keep_photo_head_and_text_together(desk: Desk) -> None:
    body = "\n\n".join(f"## Item {n}\n\nText {n}. {WORDS}" for n in range(1, 5))
    layout = desk.lay_out(body, 4, template="briefing")
    seen = [i for i, _, _ in items(layout) if isinstance(i, PlacedImage) or (isinstance(i, TextLine) and i.tag.role == "H2")]
    order = [Path(i.image.path).stem if isinstance(i, PlacedImage) else text_of(i) for i in seen]
    assert order == ["1", "Item 1", "2", "Item 2", "3", "Item 3", "4", "Item 4"]


def test_what_the_author_asks_for_in_pages_is_obeyed_or_told(desk: Desk) -> None:
    two = desk.lay_out("\n\n".join([WORDS * 3] * 8), 2, pages="2")
    assert len(two.pages) == 2
    one = desk.lay_out("\n\n".join([WORDS * 3] * 40), pages="1")
    assert len(one.pages) == 1
    assert one.lines_over > 0


def test_an_unknown_template_is_named_with_those_that_there_are(desk: Desk) -> None:
    layout = desk.lay_out(WORDS, template="novel")
    assert layout.template.startswith("news/")
    assert [(p.rule, "feature" in p.remedy) for p in layout.problems] == [("unknown-template", True)]


def test_a_character_that_no_font_has_is_told_with_its_line(desk: Desk) -> None:
    layout = desk.lay_out(f"{WORDS}\n\nAn old sign: \U00013000.")
    assert [(p.rule, p.value, str(p.source)) for p in layout.problems] == [("missing-glyph", "U+13000", "articles/a.md:6")]


def test_frames_name_what_stands_where(desk: Desk) -> None:
    layout = desk.lay_out(WORDS * 5, 1, template="news/photo-top")
    names = {i.name for i, _, _ in items(layout) if isinstance(i, Frame)}
    assert names == {"article:a", "a:photo:1"}
