"""`export --changed-since OLD.pdf` and `--split-cover` as a user meets them, for proof and press."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pypdf
import pytest

from tests.conftest import Run
from tests.paint.material import text_of


@pytest.fixture(scope="module")
def export(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """`export`, with a cache of its own and in spite of what a printer would say."""
    cache = str(tmp_path_factory.mktemp("cache"))

    def process(*arguments: str | Path, **environment: str):  # type: ignore[no-untyped-def]
        return run("export", *arguments, "--force", XDG_CACHE_HOME=cache, **environment)

    return process


@pytest.fixture(scope="module")
def earlier(export: Run, original_issue: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What was exported before anything was changed, by edition."""
    folder = tmp_path_factory.mktemp("earlier")
    files = {edition: folder / f"{edition}.pdf" for edition in ("proof", "print")}
    for edition, path in files.items():
        assert export(original_issue, "--edition", edition, "-o", path).returncode in (0, 1)
    return files


def edited(folder: Path) -> None:
    article = folder / "articles" / "tides.md"
    article.write_text(article.read_text("utf-8").replace("everyone on the quay", "nobody on the quay"), "utf-8")


@pytest.mark.parametrize("edition", ["proof", "print"])
def test_only_pages_that_look_different_are_exported(
    export: Run, earlier: dict[str, Path], issue_folder: Path, tmp_path: Path, edition: str,
) -> None:  # fmt: skip
    old, new = earlier[edition], tmp_path / "new.pdf"
    edited(issue_folder)
    done = export(issue_folder, "--edition", edition, "-o", new, "--changed-since", old)
    assert done.returncode in (0, 1), done.stderr
    *said, target = done.stdout.splitlines()
    assert target == str(new)
    labels = pypdf.PdfReader(new).page_labels
    assert [line.split(" looks ")[0].split(":")[0] for line in said] == [f"page {label}" for label in labels]
    assert len(labels) == 1
    assert "nobody on the quay" in " ".join(text_of(new).split())


def test_nothing_is_written_where_nothing_changed(export: Run, issue_folder: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    assert export(issue_folder, "--edition", "proof", "-o", old, "--stamp", "First", "--small").returncode == 0
    done = export(issue_folder, "--edition", "proof", "-o", new, "--changed-since", old, "--stamp", "Second")
    assert done.returncode == 0
    assert "none looks different" in done.stdout
    assert not new.exists()


def test_the_earlier_file_may_be_the_one_that_is_written(export: Run, earlier: dict[str, Path], issue_folder: Path) -> None:
    target = Path(shutil.copy(earlier["proof"], issue_folder.parent / "harbour-proof.pdf"))
    edited(issue_folder)
    assert export(issue_folder, "--edition", "proof", "--changed-since", target, "-o", target).returncode == 0
    assert len(pypdf.PdfReader(target).pages) == 1


def test_unless_told_the_changed_pages_do_not_take_the_place_of_all(
    export: Run, earlier: dict[str, Path], issue_folder: Path,
) -> None:  # fmt: skip
    edited(issue_folder)
    done = export(issue_folder, "--edition", "proof", "--changed-since", earlier["proof"])
    assert done.stdout.splitlines()[-1] == str(issue_folder.parent / "harbour-proof-changed.pdf")


def test_a_proof_is_not_compared_with_the_press(
    export: Run, earlier: dict[str, Path], original_issue: Path, tmp_path: Path,
) -> None:  # fmt: skip
    new = tmp_path / "new.pdf"
    done = export(original_issue, "--edition", "print", "-o", new, "--changed-since", earlier["proof"])
    assert done.returncode == 2
    assert "compare it with --edition proof" in done.stderr
    assert not new.exists()


@pytest.mark.parametrize("data", [None, b"", b"%PDF-1.6\n1 0 obj\n<<>>\nendobj\n"])
def test_what_is_no_pdf_is_told_and_nothing_written(
    export: Run, original_issue: Path, tmp_path: Path, data: bytes | None,
) -> None:  # fmt: skip
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    if data is not None:
        old.write_bytes(data)
    done = export(original_issue, "--edition", "proof", "-o", new, "--changed-since", old)
    assert done.returncode == 2
    assert old.name in done.stderr
    assert "Traceback" not in done.stderr
    assert not new.exists()


def test_of_some_pages_only_those_that_changed_are_exported(
    export: Run, earlier: dict[str, Path], issue_folder: Path, tmp_path: Path,
) -> None:  # fmt: skip
    edited(issue_folder)
    new = tmp_path / "new.pdf"
    done = export(issue_folder, "--edition", "proof", "-o", new, "--changed-since", earlier["proof"], "--pages", "1-2")
    assert done.returncode == 0
    assert "none of these looks different" in done.stdout
    assert not new.exists()


@pytest.mark.parametrize("edition", ["proof", "print"])
def test_the_cover_is_a_file_of_its_own(
    export: Run, earlier: dict[str, Path], original_issue: Path, tmp_path: Path, edition: str,
) -> None:  # fmt: skip
    target, cover, whole = tmp_path / "issue.pdf", tmp_path / "issue-cover.pdf", earlier[edition]
    done = export(original_issue, "--edition", edition, "-o", target, "--split-cover")
    assert done.stdout.splitlines() == [str(target), str(cover)]
    labels = pypdf.PdfReader(whole).page_labels
    assert pypdf.PdfReader(cover).page_labels == [*labels[:2], *labels[-2:]]
    assert pypdf.PdfReader(target).page_labels == labels[2:-2]
    texts = [text_of(whole, n) for n in range(len(labels))]
    assert [text_of(cover, n) for n in range(4)] == [*texts[:2], *texts[-2:]]


def test_links_and_bookmarks_lead_to_no_other_file(export: Run, issue_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "issue.pdf"
    export(issue_folder, "--edition", "proof", "-o", target, "--split-cover")
    for path in (target, tmp_path / "issue-cover.pdf"):
        with pikepdf.open(path) as pdf:
            pages = {page.obj.objgen for page in pdf.pages}
            goals = [a.Dest[0].objgen for page in pdf.pages for a in page.obj.get("/Annots", []) if "/Dest" in a]
            with pdf.open_outline() as outline:
                marks = [mark for top in outline.root for mark in (top, *top.children)]
            goals += [mark.destination[0].objgen for mark in marks]
            assert goals
            assert set(goals) <= pages


def test_of_some_pages_only_the_files_that_have_any_are_written(export: Run, issue_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "issue.pdf"
    done = export(issue_folder, "--edition", "proof", "-o", target, "--split-cover", "--pages", "1-2")
    assert done.stdout.splitlines() == [str(tmp_path / "issue-cover.pdf")]
    assert not target.exists()


def test_an_issue_that_is_all_cover_is_not_split(run: Run, export: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "leaflet")
    outline = tmp_path / "leaflet" / "issue.yaml"
    pages = outline.read_text("utf-8")
    short = pages[: pages.index("outline:")] + "outline:\n  - contents\n"
    outline.write_text(short, "utf-8")
    done = export(tmp_path / "leaflet", "--edition", "proof", "--split-cover")
    assert done.returncode == 2
    assert "--split-cover" in done.stderr
