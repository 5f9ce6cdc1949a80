"""Ways through the PDF: links, bookmarks; each leads where the thing stands."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from digest_studio.base.diagnostics import Severity
from digest_studio.base.geometry import Rect
from digest_studio.display.document import Bookmark
from digest_studio.display.items import Anchor, Group, Link
from digest_studio.paint.pdf.writer import write
from tests.paint.material import BLEED, HEIGHT, document, page, written


def annotations(pdf: pypdf.PdfReader, index: int = 0) -> list[dict[str, object]]:
    return [a.get_object() for a in pdf.pages[index].get("/Annots", [])]  # type: ignore[misc]


def target(pdf: pypdf.PdfReader, dest: object) -> tuple[int, float, float]:
    """The page (from 1) and the point from its trim's corner to which a destination leads."""
    reference, kind, x, y, _ = dest  # type: ignore[misc]
    assert kind == "/XYZ"
    return pdf.get_page_number(reference.get_object()) + 1, float(x) - BLEED, HEIGHT + BLEED - float(y)


def test_a_link_leads_to_its_anchor(tmp_path: Path) -> None:
    first = page(Link(Rect(40, 60, 100, 12), "article:road-map", contents="Road map, page 3"))
    third = page(Group((Anchor("article:road-map", 0, 20),), 50, 100), number=3)
    pdf = pypdf.PdfReader(written(document(first, page(number=2), third), tmp_path))
    (link,) = annotations(pdf)
    assert target(pdf, link["/Dest"]) == (3, 50, 120)
    assert link["/Contents"] == "Road map, page 3"
    assert [float(side) for side in link["/Rect"]] == [BLEED + 40, HEIGHT + BLEED - 72, BLEED + 140, HEIGHT + BLEED - 60]  # type: ignore[attr-defined]
    assert [float(side) for side in link["/Border"]] == [0, 0, 0]  # type: ignore[attr-defined]


def test_links_in_turned_groups_lie_where_they_are_seen(tmp_path: Path) -> None:
    turned = Group((Link(Rect(0, 0, 100, 20), "there"), Anchor("there", 100, 0)), 300, 300, turn=90)
    pdf = pypdf.PdfReader(written(document(turned), tmp_path))
    (link,) = annotations(pdf)
    x0, y0, x1, y1 = (float(side) for side in link["/Rect"])  # type: ignore[attr-defined]
    assert (x0 - BLEED, HEIGHT + BLEED - y1, x1 - BLEED, HEIGHT + BLEED - y0) == (300, 200, 320, 300)
    assert target(pdf, link["/Dest"]) == (1, 300, 200)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("mailto:office@example.org", "mailto:office@example.org"),
        ("https://example.org/(Қазақ)", "https://example.org/(%D2%9A%D0%B0%D0%B7%D0%B0%D2%9B)"),
    ],
)
def test_addresses_become_links(tmp_path: Path, address: str, kept: str) -> None:
    pdf = pypdf.PdfReader(written(document(Link(Rect(0, 0, 10, 10), address, external=True)), tmp_path))
    (link,) = annotations(pdf)
    assert link["/A"]["/URI"] == kept  # type: ignore[index]
    assert link["/A"]["/S"] == "/URI"  # type: ignore[index]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "example.org"])
def test_other_addresses_are_no_links(tmp_path: Path, address: str) -> None:
    (problem,) = write(document(Link(Rect(0, 0, 10, 10), address, external=True)), tmp_path / "out.pdf")
    assert (problem.rule, problem.severity, problem.page) == ("link-address", Severity.WARNING, 1)
    assert annotations(pypdf.PdfReader(tmp_path / "out.pdf")) == []


def test_a_link_to_a_page_that_is_not_there_is_mentioned(tmp_path: Path) -> None:
    (problem,) = write(document(Link(Rect(0, 0, 10, 10), "article:gone")), tmp_path / "out.pdf")
    assert (problem.rule, problem.severity) == ("link-target", Severity.INFO)


def test_bookmarks_are_nested_and_lead_to_their_anchors(tmp_path: Path) -> None:
    bookmarks = (
        Bookmark("Contents", "contents"),
        Bookmark("January", "section:January", (Bookmark("Ғылым (science)", "article:a"), Bookmark("Second", "article:b"))),
    )
    anchors = ["contents", "section:January", "article:a", "article:b"]
    pages = [page(Anchor(name, 0, 0), number=i + 1) for i, name in enumerate(anchors)]
    pdf = pypdf.PdfReader(written(document(*pages, bookmarks=bookmarks), tmp_path))
    contents, january, children = pdf.outline
    assert [entry.title for entry in (contents, january, *children)] == ["Contents", "January", "Ғылым (science)", "Second"]
    assert [pdf.get_destination_page_number(entry) for entry in (contents, january, *children)] == [0, 1, 2, 3]


def test_bookmarks_of_missing_pages_are_left_out_but_not_what_stands_below_them(tmp_path: Path) -> None:
    bookmarks = (Bookmark("gone", "x"), Bookmark("January", "y", (Bookmark("kept", "article:a"), Bookmark("gone", "z"))))
    pdf = pypdf.PdfReader(written(document(page(Anchor("article:a", 0, 0)), bookmarks=bookmarks), tmp_path))
    january, (kept,) = pdf.outline
    assert (january.title, kept.title) == ("January", "kept")


def test_a_document_without_bookmarks_has_no_outline(tmp_path: Path) -> None:
    assert pypdf.PdfReader(written(document(page()), tmp_path)).outline == []
