"""The reader's spreads as a file: what faces what, where it is cut, and that everything still leads to its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from digest_studio.app.press import look_over
from digest_studio.app.session import Made, Opened, export, make, open_issue
from digest_studio.app.spreads import export_spreads, spreads_for_press
from digest_studio.base.geometry import mm
from tests.end_to_end.printed import Printed

BLEED = mm(3)


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def small(original_issue: Path) -> Made:
    opened = open_issue(original_issue)
    assert isinstance(opened, Opened)
    return make(opened)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spreads")


@pytest.fixture(scope="module")
def proof(small: Made, folder: Path) -> Printed:
    assert export(small, folder / "proof.pdf") == ()
    return Printed(folder / "proof.pdf")


@pytest.fixture(scope="module")
def spreads(small: Made, folder: Path) -> Printed:
    assert export_spreads(small, folder / "spreads.pdf") == ()
    return Printed(folder / "spreads.pdf")


def words(text: str) -> Counter[str]:
    return Counter(text.replace("\ufffe", "\u00ad").replace("\x02", "\u00ad").split())


def test_the_cover_stands_alone_then_two_pages_face_each_other(proof: Printed, spreads: Printed) -> None:
    assert len(proof) % 2 == 0
    assert len(spreads) == len(proof) // 2 + 1
    left, bottom, right, top = proof.trim(0)
    width, height = right - left, top - bottom
    for number in range(len(spreads)):
        x0, y0, x1, y1 = spreads.trim(number)
        alone = number in (0, len(spreads) - 1)
        assert x1 - x0 == pytest.approx(width if alone else 2 * width, abs=0.01)
        assert y1 - y0 == pytest.approx(height, abs=0.01)
        text = spreads.document[number].get_textpage()
        halves = [text.get_text_bounded(left=x0, bottom=y0, right=x0 + width, top=y1)]
        if not alone:
            halves.append(text.get_text_bounded(left=x0 + width, bottom=y0, right=x1, top=y1))
        first = 2 * number - 1 if number else 0
        assert [words(half) for half in halves] == [words(proof.texts[first + n]) for n in range(len(halves))]


def test_labels_name_both_pages(proof: Printed, spreads: Printed) -> None:
    assert spreads.labels[0] == proof.labels[0]
    assert spreads.labels[1] == f"{proof.labels[1]}–{proof.labels[2]}"
    assert spreads.labels[-1] == proof.labels[-1]


def test_links_and_bookmarks_lead_to_the_spread_on_which_their_page_stands(proof: Printed, spreads: Printed) -> None:
    def spread_of(page: int | None) -> int | None:
        return None if page is None else (page + 1) // 2

    assert len(proof.links) >= 10
    expected = [(spread_of(link.page), link.text.strip(), spread_of(link.target), link.address) for link in proof.links]
    assert [(link.page, link.text.strip(), link.target, link.address) for link in spreads.links] == expected
    titles = [(mark.title, mark.level, spread_of(mark.page)) for mark in proof.bookmarks]
    assert [(mark.title, mark.level, mark.page) for mark in spreads.bookmarks] == titles


def test_the_contents_name_the_folios_that_stand_on_the_spreads(small: Made, spreads: Printed) -> None:
    contents = next(page.number for page in small.plan.pages if page.items[0].kind == "contents")
    listed = {(link.target, link.text.split()[1]) for link in spreads.links if link.page == contents // 2 and " " in link.text}
    for entry in small.plan.contents:
        there = entry.page // 2
        assert (there, entry.title.split()[0]) in listed
        assert entry.folio is not None
        assert entry.folio in spreads.texts[there].split()
        assert entry.folio in spreads.texts[contents // 2].split()


def test_bleed_is_kept_outside_and_cut_at_the_spine(small: Made, folder: Path, spreads: Printed) -> None:
    with pikepdf.open(folder / "spreads.pdf") as pdf:
        for page in pdf.pages:
            bleed, trim = ([float(v) for v in page.obj[box]] for box in ("/BleedBox", "/TrimBox"))
            assert [b - t for b, t in zip(bleed, trim, strict=True)] == pytest.approx([-BLEED, -BLEED, BLEED, BLEED], abs=0.01)
    width = small.theme.width
    for number in range(1, len(spreads) - 1):
        for picture in spreads.pictures(number):  # none crosses the fold
            assert picture.right <= width + 0.01 or picture.left >= width - 0.01


def test_some_pages_stand_with_their_neighbours_if_those_are_wanted_too(small: Made, folder: Path) -> None:
    assert export_spreads(small, folder / "some.pdf", {1, 2, 3, 4, 7}) == ()
    one, two, three, four, *_, seven = [page.label for page in small.plan.pages[:7]]
    assert Printed(folder / "some.pdf").labels == [one, f"{two}–{three}", four, seven]


def test_the_same_issue_gives_the_same_bytes(small: Made, folder: Path, spreads: Printed) -> None:
    export_spreads(small, folder / "again.pdf")
    assert (folder / "again.pdf").read_bytes() == (folder / "spreads.pdf").read_bytes()


def test_marks_show_the_fold_and_what_it_is(small: Made, folder: Path) -> None:
    assert export_spreads(small, folder / "marked.pdf", marks=True) == ()
    pdf = Printed(folder / "marked.pdf")
    assert small.issue.publication in pdf.texts_below(1, 1.0)[0]
    folds = [n for n in range(len(pdf)) if dashes_over(pdf, n, small.theme.width)]
    assert folds == list(range(1, len(pdf) - 1))


def dashes_over(pdf: Printed, number: int, x: float) -> bool:
    """Whether dashes stand above the bleed at `x` from the trim's left."""
    from pypdfium2 import raw

    left, _, _, top = pdf.trim(number)
    boxes = [item.get_bounds() for item in pdf.document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)]
    return sum(y0 > top + BLEED and abs((x0 + x1) / 2 - left - x) < 0.1 and x1 - x0 < 1 for x0, y0, x1, _ in boxes) == 3


def test_it_is_a_proof_that_says_which_state_of_the_issue_it_shows(small: Made, folder: Path, spreads: Printed) -> None:
    with pikepdf.open(folder / "spreads.pdf") as pdf:
        mark = str(pdf.docinfo["/Fingerprint"])
    told = export_spreads(small, folder / "stamped.pdf", {2, 3}, stamp="Not approved", small=True)
    assert {problem.severity for problem in told} <= {"info"}
    with pikepdf.open(folder / "stamped.pdf") as pdf:
        assert str(pdf.docinfo["/Fingerprint"]) == mark
        assert str(pdf.docinfo["/PicturePpi"]) == "150"
        (page,) = pdf.pages
        assert artifacts(page) == {"/Watermark", "/Footer"}


def artifacts(page: pikepdf.Page) -> set[str]:
    """The kinds of the artifacts on a page that say theirs."""
    marked = [part.operands for part in pikepdf.parse_content_stream(page) if str(part.operator) == "BDC"]
    return {str(operands[1].Subtype) for operands in marked if "/Subtype" in operands[1]}


def test_for_the_press_it_is_pdf_x_4_without_links(small: Made, folder: Path) -> None:
    ready = look_over(small)
    target = folder / "press.pdf"
    told = spreads_for_press(ready, target, {1, 2, 3}, marks=True)
    assert not {problem.rule for problem in told} - {problem.rule for problem in ready.problems}
    with pikepdf.open(target) as pdf:
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFX"
        assert "/Outlines" not in pdf.Root
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            assert "/Annots" not in page.obj
            assert float(page.obj.BleedBox[0]) == 36
