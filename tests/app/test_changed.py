"""Pages compared as they look, on real PDFs of two states of a document; and earlier files that are no honest PDFs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from digest_studio.app import changed
from digest_studio.app.changed import Changes, find_changes
from digest_studio.assets.pdfboxes import MalformedPdf
from digest_studio.assets.pdflook import Look, look_into_finished, looks
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Document, Page
from digest_studio.display.items import ARTIFACT, Group, Item, Tag, TextLine
from digest_studio.paint.pdf.edition import PROOF
from digest_studio.paint.pdf.over import over
from digest_studio.paint.pdf.writer import write, write_edition
from tests.paint.material import HEIGHT, document, photo, placed, run

WORDS = (
    "anchor", "buoy", "current", "dock", "ebb", "ferry", "gale", "harbour", "inlet", "jetty", "keel", "lantern", "mast", "nets",
    "oar", "pier", "quay", "rudder", "sail", "tide",
)  # fmt: skip
BODY = Tag("P", "body")


def story(name: str, lines: int = 30) -> tuple[TextLine, ...]:
    """The lines of an article that no other has."""
    chance = random.Random(name)
    texts = (" ".join(chance.choices(WORDS, k=9)) for _ in range(lines))
    return tuple(TextLine(60, 80 + 14 * n, (run(text),), BODY) for n, text in enumerate(texts))


def paged(*contents: tuple[Item, ...], turned: float = 0.0) -> Document:
    """A document of pages with folios at their outer edges; type on right-hand pages is `turned` points further to the right."""
    pages = []
    for number, items in enumerate(contents, 1):
        right = number % 2 == 1
        foot = TextLine(520.0 if right else 60.0, HEIGHT - 30, (run(str(number)),), ARTIFACT)
        shown = (Group(items, dx=turned if right else 0.0), foot)
        pages.append(Page(number, str(number), str(number), right, 595.0, HEIGHT, 8.5, shown))
    return document(*pages)


def compared(before: Document, after: Document, folder: Path, turned: float = 0.0) -> Changes:
    old, new = folder / "old.pdf", folder / "new.pdf"
    write(before, old)
    write(after, new)
    return find_changes(after, new, old, turned)


def told(changes: Changes) -> list[tuple[int, int | None, str]]:
    return [(page.number, page.before, page.kind) for page in changes.pages if page.kind != "same"]


ABCD = tuple(story(name) for name in "ABCD")


def test_what_is_the_same_is_the_same(tmp_path: Path) -> None:
    found = compared(paged(*ABCD), paged(*ABCD), tmp_path)
    assert told(found) == []
    assert found.gone == ()
    assert found.to_export(folios=True) == frozenset()


@pytest.mark.parametrize("wrong, right", [("tide", "tida"), ("tide", "tide."), ("tide.", "tide,"), ("o", "ö")])
def test_one_character_is_a_change(tmp_path: Path, wrong: str, right: str) -> None:
    before, after = ((*ABCD[1], TextLine(60, 600, (run(text),), BODY)) for text in (wrong, right))
    found = compared(paged(ABCD[0], before, ABCD[2]), paged(ABCD[0], after, ABCD[2]), tmp_path)
    assert told(found) == [(2, 2, "changed")]
    assert 0 < found.pages[1].part < 0.001


def test_a_page_put_in_moves_the_others(tmp_path: Path) -> None:
    a, b, c, d = ABCD
    found = compared(paged(a, b, c, d), paged(a, story("X"), story("Y"), b, c, d), tmp_path)
    assert told(found) == [(2, None, "new"), (3, None, "new"), (4, 2, "folio"), (5, 3, "folio"), (6, 4, "folio")]
    assert found.to_export(folios=False) == {2, 3}
    assert found.to_export(folios=True) == {2, 3, 4, 5, 6}


def test_a_moved_page_with_another_word_is_changed(tmp_path: Path) -> None:
    a, b, c, _ = ABCD
    altered = (*b[:-1], TextLine(60, b[-1].y, (run("altogether another line"),), BODY))
    found = compared(paged(a, b, c), paged(a, story("X"), story("Y"), altered, c), tmp_path)
    assert told(found) == [(2, None, "new"), (3, None, "new"), (4, 2, "changed"), (5, 3, "folio")]


@pytest.mark.parametrize("turned", [0.0, -5.67])
def test_pages_that_changed_sides_are_known_again(tmp_path: Path, turned: float) -> None:
    a, b, c, d = ABCD
    found = compared(paged(a, b, c, d, turned=turned), paged(a, story("X"), b, c, d, turned=turned), tmp_path, turned)
    assert told(found) == [(2, None, "new"), (3, 2, "folio"), (4, 3, "folio"), (5, 4, "folio")]


def test_a_page_taken_out_is_gone_and_two_may_change_places(tmp_path: Path) -> None:
    a, b, c, d = ABCD
    found = compared(paged(a, b, c, d), paged(c, b, a), tmp_path)
    assert told(found) == [(1, 3, "folio"), (3, 1, "folio")]
    assert found.gone == (4,)


def test_pages_without_words_or_folio_are_told_by_their_look(tmp_path: Path) -> None:
    picture = placed(photo(tmp_path / "sea.jpg"), Rect(-8.5, -8.5, 612, 859))
    full = paged((picture,)).pages[0]._replace(folio=None, items=(picture,))
    before = document(*paged(*ABCD[:2]).pages, full._replace(number=3))
    after = document(*paged(*ABCD[:2], story("X"), story("Y")).pages, full._replace(number=5))
    assert told(compared(before, after, tmp_path)) == [(3, None, "new"), (4, None, "new"), (5, 3, "moved")]


def test_pages_made_of_the_same_are_not_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = (paged(ABCD[0], (*ABCD[1], TextLine(60, 600, (run(text),), BODY)), ABCD[2]) for text in ("quay", "nets"))
    asked: list[list[int]] = []

    def told_looks(path: Path, wanted: list[tuple[int, float]]) -> Iterator[Look | None]:
        asked.append([number for number, _ in wanted])
        return looks(path, wanted)

    monkeypatch.setattr(changed, "looks", told_looks)
    assert told(compared(before, after, tmp_path)) == [(2, 2, "changed")]
    assert asked == [[2]]  # here; the earlier file's is asked for in the second process


def test_name_stamp_and_strip_do_not_count(tmp_path: Path) -> None:
    made = paged(*ABCD)
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    write_edition(made, old, over(PROOF, (run("Proof of March"),), (run("DRAFT"),)), None)
    write_edition(made, new, PROOF, None)
    assert told(find_changes(made, new, old)) == []


def test_another_size_is_another_look(tmp_path: Path) -> None:
    smaller = document(*(page._replace(width=500.0) for page in paged(*ABCD[:1]).pages))
    assert told(compared(smaller, paged(*ABCD[:1]), tmp_path)) == [(1, 1, "changed")]


def test_progress_hears_of_each_page_that_is_drawn(tmp_path: Path) -> None:
    made, old, new = paged(*ABCD), tmp_path / "old.pdf", tmp_path / "new.pdf"
    write(paged(*reversed(ABCD)), old)
    write(made, new)
    steps: list[tuple[int, int]] = []
    find_changes(made, new, old, progress=lambda done, known: steps.append((done, known)))
    assert steps == [(n, 4) for n in (1, 2, 3, 4)]


# --- earlier files that are none of ours ------------------------------------------------------------------------------


def nested_forms(path: Path) -> Path:
    """Ten forms that each paint the next one twenty times."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200)).obj
        inner = pdf.make_stream(b"0 0 1 1 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 200])
        for _ in range(10):
            holds = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
            form = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Form, "BBox": [0, 0, 200, 200], "Resources": holds}
            inner = pdf.make_stream(b"/F Do " * 20, **form)
        page.Contents = pdf.make_stream(b"/F Do")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
        pdf.save(path)
    return path


def test_a_page_too_large_to_draw_is_refused(tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(14000, 14000))
        pdf.save(old)
    write(paged(ABCD[0]), new)
    with pytest.raises(MalformedPdf, match="page 1 has a size"):
        find_changes(paged(ABCD[0]), new, old)


def test_a_page_that_takes_forever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed, "PATIENCE", 0.5)
    old, new = nested_forms(tmp_path / "old.pdf"), tmp_path / "new.pdf"
    write(paged(ABCD[0]), new)
    with pytest.raises(MalformedPdf, match="too much time or memory"):
        find_changes(paged(ABCD[0]), new, old)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:900])


def encrypt(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(encryption=pikepdf.Encryption(owner="o", user="u"))


@pytest.mark.parametrize("spoil, said", [
    (cut, "damaged"), (encrypt, "encrypted"), (lambda path: path.write_bytes(b""), "damaged"),
    (lambda path: path.write_bytes(b"%PDF-1.6\n" + bytes(5000)), "damaged"),
])  # fmt: skip
def test_broken_and_encrypted_files_are_told(tmp_path: Path, spoil: Callable[[Path], object], said: str) -> None:
    old = tmp_path / "old.pdf"
    write(paged(ABCD[0]), old)
    spoil(old)
    with pytest.raises(MalformedPdf, match=said):
        look_into_finished(old)


def test_what_a_file_says_of_itself(tmp_path: Path) -> None:
    plain, small = tmp_path / "plain.pdf", tmp_path / "small.pdf"
    write(paged(*ABCD), plain)
    write_edition(paged(ABCD[0])._replace(info={"PicturePpi": "150"}), small, replace(PROOF, picture_ppi=150), None)
    assert look_into_finished(plain) == (4, False, "")
    assert look_into_finished(small) == (1, False, "150")
