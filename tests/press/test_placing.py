"""What stands where it should not, what is out of proportion, what is not there: rules that look at whole pages."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from digest_studio.app.session import Made, Opened, make, open_issue
from digest_studio.base.geometry import Rect, mm
from digest_studio.display.document import Document
from digest_studio.display.items import ARTIFACT, Frame, Group, Item, Link, PlacedPdf, Tag, TextLine
from digest_studio.plan.result import Placement, Plan, PlannedPage
from digest_studio.preflight.ads import ads
from digest_studio.preflight.pages import contents, fonts, margins, on_ads, stretched
from digest_studio.preflight.press import Laid, press_preflight
from digest_studio.preflight.profile import MAGAZINE, Limits, Profile
from digest_studio.text.embedding import may_be_embedded
from tests import small_issue
from tests.paint.material import FONTS, HEIGHT, SERIF, WIDTH, document, page, photo, placed, run
from tests.press.material import output


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    opened = open_issue(small_issue.write(tmp_path_factory.mktemp("issue") / "harbour"))
    assert isinstance(opened, Opened)
    return make(opened)


PARAGRAPH = Tag("P")


def of_kind(kind: str) -> Plan:
    item = Placement(kind, Rect(0, 0, WIDTH, HEIGHT), "a")  # type: ignore[arg-type]
    return Plan((PlannedPage(1, "1", "1", True, (item,)), PlannedPage(2, "2", "2", False, (item,))), (), {})


def text(x: float, y: float, said: str = "Ropes", tag: Tag = PARAGRAPH) -> TextLine:
    return TextLine(x, y, (run(said),), tag)


def right_edge(said: str) -> float:
    return run(said).advance


def test_the_reference_pages_keep_their_margins(made: Made) -> None:
    assert not list(margins(made.document, made.plan, made.theme))
    assert not [p for p in press_preflight(laid(made), output()) if p.rule not in ("ad-colour", "image-resolution", "bleed")]


def laid(made: Made) -> Laid:
    return Laid(made.issue, made.plan, made.document, made.theme, made.images)


@pytest.mark.parametrize(("x", "y", "rules"), [
    (60, 400, []), (45, 400, []), (30, 400, ["text-gutter"]), (548, 400, ["text-margin"]), (60, 20, ["text-margin"]),
    (60, HEIGHT - 40, ["text-margin"]),
])
def test_text_of_an_article_stays_in_its_margins(made: Made, x: float, y: float, rules: list[str]) -> None:
    found = list(margins(document(text(x, y)), of_kind("article"), made.theme))
    assert [p.rule for p in found] == rules
    assert all(p.severity == "warning" and "“Ropes”" in p.message and p.box for p in found)


def test_the_gutter_is_at_the_spine_on_both_sides(made: Made) -> None:
    left = page(text(WIDTH - 30 - right_edge("Ropes"), 400), number=2)
    (problem,) = margins(document(left), of_kind("article"), made.theme)
    assert (problem.rule, problem.page) == ("text-gutter", 2)


@pytest.mark.parametrize("kind", ["cover", "article", "divider"])
def test_no_text_comes_too_near_to_the_trim_whatever_the_page(made: Made, kind: str) -> None:
    (problem,) = margins(document(text(WIDTH - right_edge("Ropes") - mm(2), 400, tag=ARTIFACT)), of_kind(kind), made.theme)
    assert (problem.rule, problem.severity, problem.value, problem.limit) == ("text-margin", "error", 2, 3)


def test_furniture_and_free_pages_may_leave_the_margins(made: Made) -> None:
    low = text(60, HEIGHT - 20)
    assert not list(margins(document(low), of_kind("cover"), made.theme))
    assert not list(margins(document(low._replace(tag=ARTIFACT)), of_kind("article"), made.theme))


def test_an_office_may_want_more_room_at_the_trim(made: Made) -> None:
    low = document(text(60, HEIGHT - mm(4), tag=ARTIFACT))
    assert not list(margins(low, of_kind("article"), made.theme))
    assert list(margins(low, of_kind("article"), made.theme, Limits(safe=5)))


def ad(*more: Item) -> Document:
    art = PlacedPdf("/ads/ropes.pdf", "d", 1, Rect(0, 0, WIDTH, HEIGHT), Rect(0, 0, WIDTH, HEIGHT))
    return document(art, Frame("ad:ropes", Rect(0, 0, WIDTH, HEIGHT)), *more)


def test_nothing_of_ours_stands_on_an_advertisement() -> None:
    bare = ad(text(60, HEIGHT - 20, "7"))
    (problem,) = on_ads(bare)
    assert (problem.rule, problem.ad, problem.page) == ("folio-on-ad", "ropes", 1)
    silent = ad()
    assert [p.value for p in on_ads(silent)] == ["1"]  # the page says that it has a folio
    free = silent._replace(pages=(silent.pages[0]._replace(folio=None),))
    assert not list(on_ads(free))


def test_advertisements_of_a_part_of_the_page_leave_the_folio_alone() -> None:
    half = Frame("ad:ropes", Rect(0, 0, WIDTH, HEIGHT / 2))
    assert not list(on_ads(document(half, text(60, HEIGHT - 20, "7"))))
    (problem,) = on_ads(document(half, text(60, 300, "A line too many")))
    assert "A line too many" in problem.message


def test_pictures_keep_their_proportions(tmp_path: Path) -> None:
    sea = photo(tmp_path / "sea.jpg", (600, 400))
    cropped = placed(sea, Rect(0, 0, 200, 200), crop=(0, 0, 2 / 3, 1))
    assert not list(stretched(document(placed(sea, Rect(0, 0, 300, 200)), cropped)))
    (problem,) = stretched(document(placed(sea, Rect(50, 50, 330, 200))))
    assert (problem.rule, problem.value, problem.limit, problem.box) == ("stretched", 10, 2, Rect(50, 50, 330, 200))
    assert not list(stretched(document(placed(sea, Rect(50, 50, 330, 200))), Limits(stretch=10)))


def licensed(folder: Path, kind: int) -> Path:
    """A font whose maker allows what `kind` says."""
    data = bytearray((FONTS / f"{SERIF}.ttf").read_bytes())
    for entry in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        if data[entry : entry + 4] == b"OS/2":
            start = int.from_bytes(data[entry + 8 : entry + 12], "big")
            data[start + 8 : start + 10] = struct.pack(">H", kind)
    path = folder / f"{kind}.ttf"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("kind", "refused"), [
    (0, ""), (2, "restricted"), (4, ""), (8, ""), (2 | 8, ""), (0x100, "whole"), (0x200, "bitmaps"),
])
def test_a_font_is_embedded_only_where_its_maker_allows_it(tmp_path: Path, kind: int, refused: str) -> None:
    path = licensed(tmp_path, kind)
    reason = may_be_embedded(path)
    assert refused in reason
    assert bool(reason) == bool(refused)
    said = run("Ropes")
    own = said._replace(font=said.font._replace(path=str(path)))
    found = list(fonts(document(TextLine(60, 60, (own,)), TextLine(60, 90, (own,)))))
    assert [p.rule for p in found] == (["font-licence"] if refused else [])


def test_the_contents_lists_every_article_with_its_page(made: Made) -> None:
    issue, plan, pages = made.issue, made.plan, made.document
    assert not list(contents(issue, plan, pages))
    line = next(line for line in plan.contents if line.article == "tides")
    wrong = tuple(line._replace(folio="99", page=99) if line.article == "tides" else line for line in plan.contents)
    (problem,) = contents(issue, plan._replace(contents=wrong), pages)
    assert (problem.article, problem.value, problem.limit) == ("tides", 99, line.page)
    fewer = tuple(line for line in plan.contents if line.article != "winds")
    assert [p.article for p in contents(issue, plan._replace(contents=fewer), pages)] == ["winds"]


def without_links(items: tuple[Item, ...], target: str) -> tuple[Item, ...]:
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            kept.append(item._replace(items=without_links(item.items, target)))
        elif not (isinstance(item, Link) and item.target == target):
            kept.append(item)
    return tuple(kept)


def test_a_line_that_is_planned_and_not_printed_is_missed(made: Made) -> None:
    pages = tuple(p._replace(items=without_links(p.items, "article:tides")) for p in made.document.pages)
    (problem,) = contents(made.issue, made.plan, made.document._replace(pages=pages))
    assert (problem.rule, problem.article) == ("contents", "tides")


def test_a_problem_knows_its_page_its_place_and_its_article(made: Made) -> None:
    strict = replace(MAGAZINE, limits=replace(MAGAZINE.limits, smallest_text=200.0))
    found = [p for p in press_preflight(laid(made), output(), strict) if p.rule == "fine-print"]
    assert found
    assert all(p.page and p.box and p.value is not None and p.limit == 200 and p.remedy for p in found)


def test_a_picture_advertisement_is_marked_where_it_stands(made: Made) -> None:
    (problem,) = [p for p in press_preflight(laid(made), output()) if p.rule == "ad-colour"]
    assert (problem.ad, problem.page) == ("lamps", len(made.plan.pages))
    assert problem.box == Rect(0, 0, made.theme.width, made.theme.height)


def test_a_picture_advertisement_of_another_shape_than_the_page_that_cuts_it(made: Made) -> None:
    lamps = made.images["ads/lamps.jpg"]
    wide = replace(lamps, width=lamps.height)
    images = {**made.images, "ads/lamps.jpg": wide}
    assert not [p for p in ads(made.issue, made.document, made.images) if p.rule == "ad-size" and p.ad == "lamps"]
    (problem,) = [p for p in ads(made.issue, made.document, images) if p.rule == "ad-size" and p.ad == "lamps"]
    assert (problem.value, problem.limit, problem.page) == ("210 × 210", "210 × 297", len(made.plan.pages))


def test_a_profile_says_how_serious_a_rule_is(made: Made) -> None:
    rules = {p.rule for p in press_preflight(laid(made), output())}
    assert {"bleed", "ad-colour"} <= rules
    eased = Profile("eased", rules={"bleed": "off", "ad-colour": "info"})
    found = press_preflight(laid(made), output(), eased)
    assert not [p for p in found if p.rule == "bleed"]
    assert {p.severity for p in found if p.rule == "ad-colour"} == {"info"}
