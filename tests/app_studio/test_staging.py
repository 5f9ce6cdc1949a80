"""Files dropped on the studio: what becomes of them, where they lie until the issue is saved, how undo takes them out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from digest_studio.app.session import Made
from digest_studio.app.studio.desk import Change, Desk, open_desk
from digest_studio.app.studio.manuscript import manuscript
from digest_studio.app.studio.staging import Target, safe_stem, stage, unused_pictures
from digest_studio.app.studio.watch import Watch
from digest_studio.app.studio.workshop import Workshop
from digest_studio.base.geometry import mm
from digest_studio.display.document import walk
from digest_studio.display.items import PlacedImage, PlacedPdf
from digest_studio.model.alter import PhotoAt, photo_at
from digest_studio.model.arrange import carry, set_ad
from digest_studio.model.body import Paragraph
from digest_studio.model.edits import Place, place_of
from digest_studio.model.issue import Photo
from digest_studio.model.read import read_issue
from tests.small_issue import picture, vector_ad

WINDS = Target("article", article="winds")


@pytest.fixture
def desk(issue_folder: Path) -> Iterator[Desk]:
    opened = open_desk(issue_folder)
    assert isinstance(opened, Desk)
    yield opened
    opened.close()


@pytest.fixture
def desktop(tmp_path: Path) -> Path:
    """Files as they lie on somebody's desktop."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    picture(folder / "Turm (alt) №1.JPG", (1800, 1200), "#335577")
    picture(folder / "sea.jpg", (600, 400), "#112233")
    vector_ad(folder / "Bank.pdf")
    (folder / "report.md").write_text("# The *new* lighthouse\n\nIt is tall.\n", "utf-8")
    (folder / "letter.txt").write_text("A letter to the editor\n\n* I protest_\n\n3. Or not.\n", "utf-8")
    return folder


def drop(desk: Desk, target: Target, *paths: Path) -> Change | None:
    brought = stage(desk.folder, paths, desk.issue, target)
    assert [p for p in brought.problems if p.rule != "ad-report"] == []
    return desk.bring_in(brought, target)


def placed_files(workshop: Workshop, desk: Desk) -> set[Path]:
    """The files of all pictures and artwork on the pages."""
    made = workshop.make(desk.request())
    assert isinstance(made, Made)
    items = [item for page in made.document.pages for item, _, _ in walk(page.items)]
    return {Path(i.image.path if isinstance(i, PlacedImage) else i.path) for i in items if isinstance(i, PlacedImage | PlacedPdf)}


def test_an_image_dropped_on_an_article_is_its_photo_on_the_page_before_it_is_saved(desk: Desk, desktop: Path) -> None:
    workshop = Workshop()
    placed_files(workshop, desk)
    change = drop(desk, WINDS, desktop / "Turm (alt) №1.JPG")
    assert change is not None
    assert change.label == "Add photos/Turm-alt-1.jpg to “The winds have names”"
    (photo,) = desk.issue.articles["winds"].photos
    staged = desk.folder / ".studio/staged" / photo.file
    assert staged in placed_files(workshop, desk)
    assert not (desk.folder / photo.file).exists()
    assert desk.save() == ()
    assert (desk.folder / photo.file).read_bytes() == (desktop / "Turm (alt) №1.JPG").read_bytes()
    assert not staged.exists()
    assert desk.folder / photo.file in placed_files(workshop, desk)
    assert staged not in placed_files(workshop, desk)


def test_a_staged_picture_that_is_too_small_is_told_of_by_its_name_and_article(desk: Desk, desktop: Path) -> None:
    drop(desk, WINDS, desktop / "sea.jpg")
    made = Workshop().make(desk.request())
    assert isinstance(made, Made)
    found = [problem for problem in made.problems if problem.rule == "image-resolution" and problem.article == "winds"]
    assert [(problem.article, problem.message.split()[0]) for problem in found] == [("winds", "photos/sea-2.jpg")]


def test_undo_takes_dropped_files_out_again_and_redo_brings_them_back(desk: Desk, desktop: Path) -> None:
    drop(desk, WINDS, desktop / "sea.jpg")
    name = desk.issue.articles["winds"].photos[0].file
    desk.undo()
    assert desk.save() == ()
    assert not (desk.folder / name).exists()
    desk.redo()
    assert desk.save() == ()
    assert (desk.folder / name).exists()


def test_undo_beyond_a_saving_takes_the_files_out_of_the_folder_and_redo_puts_them_back(desk: Desk, desktop: Path) -> None:
    before = {path for path in desk.folder.rglob("*") if ".studio" not in path.parts}
    drop(desk, WINDS, desktop / "sea.jpg")
    drop(desk, Target(), desktop / "report.md")
    assert desk.save() == ()
    saved = {path for path in desk.folder.rglob("*") if ".studio" not in path.parts}
    assert {path.name for path in saved - before} == {"sea-2.jpg", "report.md"}
    desk.undo()
    desk.undo()
    assert desk.save() == ()
    assert {path for path in desk.folder.rglob("*") if ".studio" not in path.parts} == before
    desk.redo()
    desk.redo()
    assert desk.save() == ()
    assert {path for path in desk.folder.rglob("*") if ".studio" not in path.parts} == saved
    reread = read_issue(desk.folder).issue
    assert reread is not None and reread.articles["report"].title == "The new lighthouse"


def test_a_file_that_somebody_touched_is_not_taken_out(desk: Desk, desktop: Path) -> None:
    drop(desk, WINDS, desktop / "sea.jpg")
    assert desk.save() == ()
    path = desk.folder / desk.issue.articles["winds"].photos[0].file
    picture(path, (900, 700), "#445566")
    desk.undo()
    assert desk.save() == ()
    assert path.exists()


def test_a_dropped_image_takes_a_name_that_is_free(desk: Desk, desktop: Path) -> None:
    before = (desk.folder / "photos/sea.jpg").read_bytes()
    drop(desk, WINDS, desktop / "sea.jpg")
    drop(desk, WINDS, desktop / "sea.jpg")
    assert [photo.file for photo in desk.issue.articles["winds"].photos] == ["photos/sea-2.jpg", "photos/sea-3.jpg"]
    assert desk.save() == ()
    assert (desk.folder / "photos/sea.jpg").read_bytes() == before


def test_a_name_that_is_taken_meanwhile_is_not_overwritten(desk: Desk, desktop: Path) -> None:
    drop(desk, WINDS, desktop / "sea.jpg")
    (desk.folder / "photos/sea-2.jpg").write_bytes(b"theirs")
    (problem,) = desk.save()
    assert problem.rule == "file-exists"
    assert (desk.folder / "photos/sea-2.jpg").read_bytes() == b"theirs"
    assert "sea-2" not in (desk.folder / "articles/winds.md").read_text("utf-8"), "nothing was saved"


def test_a_pdf_is_an_advertisement_where_it_is_dropped(desk: Desk, desktop: Path) -> None:
    workshop = Workshop()
    drop(desk, Target("outline", place=Place("Air", 1)), desktop / "Bank.pdf")
    assert desk.issue.ads["bank"].file == "ads/Bank.pdf"
    assert desk.folder / ".studio/staged/ads/Bank.pdf" in placed_files(workshop, desk)
    desk.apply(set_ad(desk.issue, "bank", {"advertiser": "Example Bank"}))
    assert desk.save() == ()
    assert desk.folder / "ads/Bank.pdf" in placed_files(workshop, desk)


def test_images_dropped_on_the_advertisements_become_some(desk: Desk, desktop: Path) -> None:
    drop(desk, Target("ads"), desktop / "sea.jpg", desktop / "Bank.pdf")
    assert {ad.file for ad in desk.issue.ads.values()} >= {"ads/sea.jpg", "ads/Bank.pdf"}
    assert desk.history.undo_label == "Bring in 2 files"


def test_an_image_dropped_on_the_outline_waits_to_be_used(desk: Desk, desktop: Path) -> None:
    change = drop(desk, Target(), desktop / "sea.jpg")
    assert change is not None and desk.loose == {"photos/sea-2.jpg"}
    assert unused_pictures(desk.folder, desk.issue, desk.loose) == ("photos/sea-2.jpg",)
    assert desk.dirty
    assert desk.save() == ()
    assert (desk.folder / "photos/sea-2.jpg").exists()
    desk.undo()
    assert desk.loose == frozenset()
    assert desk.save() == ()
    assert not (desk.folder / "photos/sea-2.jpg").exists()


def test_dropped_files_survive_a_crash(desk: Desk, desktop: Path) -> None:
    drop(desk, WINDS, desktop / "sea.jpg")
    drop(desk, Target(), desktop / "Turm (alt) №1.JPG")
    unsaved = desk.journalling()
    assert unsaved is not None
    desk.write_down(unsaved)
    loose = desk.loose
    desk.close(keep_unsaved=True)
    again = open_desk(desk.folder)
    assert isinstance(again, Desk) and again.recovered is not None
    again.restore()
    assert again.loose == loose
    assert again.folder / ".studio/staged/photos/sea-2.jpg" in placed_files(Workshop(), again)
    assert again.save() == ()
    assert (again.folder / "photos/sea-2.jpg").exists()
    again.close()


def test_what_was_staged_is_gone_after_closing_without_saving(desk: Desk, desktop: Path) -> None:
    drop(desk, WINDS, desktop / "sea.jpg")
    desk.close()
    assert not (desk.folder / ".studio/staged").exists()


def test_markdown_becomes_an_article_where_it_is_dropped(desk: Desk, desktop: Path) -> None:
    drop(desk, Target("outline", place=Place("Air", 0)), desktop / "report.md")
    assert place_of(desk.issue, "report") == Place("Air", 0)
    assert desk.issue.articles["report"].title == "The new lighthouse"
    assert desk.save() == ()
    again = Watch(desk.folder)
    again.look(desk.read)
    assert again.look(desk.read).files == (), "our own new file is no news"


def test_what_is_no_part_of_an_issue_is_told_of(desk: Desk, desktop: Path) -> None:
    (desktop / "folder").mkdir()
    (desktop / "empty.md").write_text("", "utf-8")
    (desktop / "movie.gif").write_bytes(b"GIF89a" + b"\0" * 50)
    (desktop / "old.txt").write_bytes("Привет из порта".encode("cp1251"))
    (desktop / "broken.jpg").write_bytes(b"no picture")
    os.mkfifo(desktop / "pipe")
    paths = [desktop / name for name in ("folder", "empty.md", "movie.gif", "old.txt", "broken.jpg", "pipe", "nothing")]
    brought = stage(desk.folder, paths, desk.issue, Target())
    assert brought.count == 0
    assert [problem.source.file for problem in brought.problems if problem.source] == [path.name for path in paths]
    assert "Windows-1251" in brought.problems[3].message
    assert desk.bring_in(brought, Target()) is None


def test_a_staging_folder_that_is_a_link_is_not_written(desk: Desk, desktop: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (desk.folder / ".studio/staged").symlink_to(tmp_path / "elsewhere")
    brought = stage(desk.folder, [desktop / "sea.jpg"], desk.issue, WINDS)
    assert brought.count == 0 and len(brought.problems) == 1
    assert not any((tmp_path / "elsewhere").iterdir())


def test_a_photo_moves_with_its_article_and_stays_staged(desk: Desk, desktop: Path) -> None:
    drop(desk, WINDS, desktop / "sea.jpg")
    place = place_of(desk.issue, "winds")
    assert place is not None
    desk.apply(carry(desk.issue, [place], Place("Water", 0)))
    assert desk.folder / ".studio/staged/photos/sea-2.jpg" in placed_files(Workshop(), desk)


# --- names and texts


@given(st.text())
def test_a_safe_name_is_one_part_of_a_path_on_every_system(stem: str) -> None:
    name = safe_stem(stem)
    assert name and len(name) <= 65
    assert not set(name) & set('/\\:*?"<>|. \0\n')
    assert not name.startswith("-")
    assert name.casefold() not in ("con", "nul", "aux", "prn", "com1")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_becomes_an_article_or_a_problem(text: str) -> None:
    for name in ("draft.txt", "draft.md"):
        article, problems = manuscript(Path(name), text.encode(), "draft")
        assert (article is not None and article.title.strip()) or problems


def test_a_plain_text_means_what_it_says(tmp_path: Path) -> None:
    text = b"A letter\r\n\r\n* I *protest*_\r\n# 5 <b>\r\n\r\n3. Or [not].\r\n"
    article, _ = manuscript(tmp_path / "letter.txt", text, "letter")
    assert article is not None
    assert article.title == "A letter"
    assert all(isinstance(block, Paragraph) for block in article.body)
    words = ["".join(span.text for span in block.spans) for block in article.body if isinstance(block, Paragraph)]
    assert words == ["* I *protest*_ # 5 <b>", "3. Or [not]."]


def test_a_text_without_empty_lines_has_a_paragraph_a_line() -> None:
    article, _ = manuscript(Path("wire.txt"), b"Storm over the coast\nShips are late.\nFerries are not.\n", "wire")
    assert article is not None
    assert (article.title, len(article.body)) == ("Storm over the coast", 2)


def test_front_matter_of_ours_is_kept_and_that_of_others_is_told_of() -> None:
    ours, problems = manuscript(Path("a.md"), b"---\ntitle: Named\nbyline: Ann\n---\nText.\n", "a")
    assert ours is not None and (ours.title, ours.byline, problems) == ("Named", "Ann", ())
    blog, problems = manuscript(Path("sea-breeze.md"), b"---\nlayout: post\ntags: [a]\n---\nText.\n", "a")
    assert blog is not None and blog.title == "Sea breeze" and "Text." in blog.markdown
    assert any("layout" in problem.message for problem in problems)


def test_an_image_is_dropped_between_an_articles_photographs(desk: Desk, desktop: Path) -> None:
    drop(desk, Target("article", article="tides", number=1), desktop / "sea.jpg")
    assert [p.file for p in desk.issue.articles["tides"].photos] == ["photos/sea.jpg", "photos/sea-2.jpg", "photos/shore.jpg"]
    desk.undo()
    assert [p.file for p in desk.issue.articles["tides"].photos] == ["photos/sea.jpg", "photos/shore.jpg"]


@pytest.mark.parametrize("at", [PhotoAt("cover"), PhotoAt("author", "tides")])
def test_an_image_takes_the_place_of_a_photograph_as_one_step(desk: Desk, desktop: Path, at: PhotoAt) -> None:
    before = photo_at(desk.issue, at)
    drop(desk, Target("photo", at=at), desktop / "sea.jpg", desktop / "Turm (alt) №1.JPG")
    assert photo_at(desk.issue, at) == Photo("photos/sea-2.jpg")
    assert desk.loose == {"photos/Turm-alt-1.jpg"}
    desk.undo()
    assert photo_at(desk.issue, at) == before
    assert not desk.loose


def test_an_image_becomes_a_signature_but_no_pdf_does(desk: Desk, desktop: Path) -> None:
    target = Target("signature", article="tides")
    drop(desk, target, desktop / "sea.jpg")
    author = desk.issue.articles["tides"].author
    assert author is not None and author.signature == "photos/sea-2.jpg"
    refused = stage(desk.folder, [desktop / "Bank.pdf"], desk.issue, target)
    assert refused.count == 0
    assert "no photograph" in str(refused.problems[0])


def test_other_artwork_takes_the_place_of_an_advertisements(desk: Desk, desktop: Path) -> None:
    booked = set(desk.issue.ads)
    drop(desk, Target("artwork", ad="ropes"), desktop / "Bank.pdf")
    assert desk.issue.ads["ropes"].file == "ads/Bank.pdf"
    assert set(desk.issue.ads) == booked


def test_an_advertisement_brings_a_report_for_its_advertiser_that_goes_where_it_goes(desk: Desk, desktop: Path) -> None:
    canvas = Canvas(str(desktop / "screen.pdf"), pagesize=(420, 595))
    canvas.setFillColorRGB(0.2, 0.4, 0.9)
    canvas.drawString(60, 300, "Ropes of every kind")
    canvas.save()
    brought = stage(desk.folder, (desktop / "screen.pdf",), desk.issue, Target("ads"))
    (problem,) = brought.problems
    assert (problem.rule, problem.severity) == ("ad-report", "warning")
    assert "ads/screen.pdf.report.txt" in problem.message
    staged = desk.folder / ".studio/staged/ads/screen.pdf.report.txt"
    assert "Helvetica" in staged.read_text("utf-8")
    desk.bring_in(brought, Target("ads"))
    assert desk.save() == ()
    assert "Helvetica" in (desk.folder / "ads/screen.pdf.report.txt").read_text("utf-8")
    assert not staged.exists()
    desk.undo()
    assert desk.save() == ()
    assert not list((desk.folder / "ads").glob("screen*"))


def part_of_page(path: Path, width: float, height: float) -> Path:
    """An advertisement in black ink, as large as it is said in mm, without bleed."""
    canvas = Canvas(str(path), pagesize=(mm(width), mm(height)))
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.rect(20, 20, 60, 40, stroke=0, fill=1)
    canvas.save()
    return path


def test_a_pdf_in_a_size_of_the_theme_is_booked_in_it_and_asked_for_no_bleed(desk: Desk, desktop: Path) -> None:
    drop(desk, Target("ads"), part_of_page(desktop / "cafe.pdf", 172, 75.7))
    assert desk.issue.ads["cafe"].size == "third-page"
    report = (desk.folder / ".studio/staged/ads/cafe.pdf.report.txt").read_text("utf-8")
    assert "Booked size:   172 × 75.7 mm, no bleed" in report
    assert "Nothing is wrong with it" in report


def test_other_artwork_is_held_against_what_is_booked_and_the_report_anew_when_that_changes(desk: Desk, desktop: Path) -> None:
    drop(desk, Target("artwork", ad="ropes"), part_of_page(desktop / "cafe.pdf", 172, 121.6))
    assert desk.save() == ()
    report = desk.folder / "ads/cafe.pdf.report.txt"
    assert "172 × 122 mm, and 210 × 297 mm are booked" in report.read_text("utf-8")
    desk.apply(set_ad(desk.issue, "ropes", {"size": "half-page"}))
    assert desk.save() == ()
    assert "Booked size:   172 × 121.6 mm, no bleed" in report.read_text("utf-8")
    assert "Nothing is wrong with it" in report.read_text("utf-8")
