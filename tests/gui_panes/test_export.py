"""The export dialog: writes the pages wished, says how far it is, and leaves the old file whole when it is given up."""

from __future__ import annotations

import threading
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from digest_studio.app import editions
from digest_studio.app.editions import EDITIONS, LookedOver, Wishes
from digest_studio.app.folding import Folding
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.gui.export import looking
from digest_studio.gui.export.dialog import ExportDialog
from digest_studio.gui.export.job import ExportJob
from digest_studio.gui.export.pace import Course, Pace
from digest_studio.model.edits import set_article


def pages_of(file: Path) -> list[str]:
    """The text of each page of a PDF, as a reader gets it."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.fixture
def dialog(qtbot, controller, monkeypatch: pytest.MonkeyPatch) -> ExportDialog:
    monkeypatch.setattr(ExportDialog, "last_edition", "")
    made = ExportDialog(controller)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))


def looked_over(qtbot, dialog: ExportDialog) -> str:
    """Wait until preflight has answered, and give back its verdict."""
    qtbot.waitUntil(lambda: dialog._answer is not None, timeout=20_000)
    return dialog.verdict.said.text()


def written(qtbot, dialog: ExportDialog) -> str:
    """Export, wait until the file is there, and give back what is said then."""
    dialog.start()
    qtbot.waitUntil(lambda: dialog.job is None and not dialog.waiting, timeout=20_000)
    return dialog.told.text()


def test_the_file_is_proposed_beside_the_folder(dialog, issue_folder: Path):
    assert dialog.wishes.target == issue_folder.parent / "harbour-proof.pdf"


def test_export_writes_all_pages(qtbot, dialog, controller, issue_folder: Path):
    said = written(qtbot, dialog)
    pages = pages_of(dialog.wishes.target)
    assert len(pages) == len(controller.made.plan.pages)
    assert any("mud-larks" in page for page in pages)
    assert "harbour-proof.pdf" in said
    assert dialog.show_button.isVisible()


def test_only_the_pages_wished_are_written(qtbot, dialog):
    dialog.wishes.pages.setText("5-6")
    written(qtbot, dialog)
    assert len(pages_of(dialog.wishes.target)) == 2


def test_a_range_that_is_none_is_told_and_cannot_be_exported(dialog):
    dialog.wishes.pages.setText("99")
    assert "There is no page 99" in dialog.wishes.bad_pages.text()
    assert not dialog.export_button.isEnabled()
    dialog.wishes.pages.setText("2")
    assert dialog.export_button.isEnabled()


def test_changes_that_are_not_laid_out_yet_are_waited_for(qtbot, dialog, controller):
    controller.apply(set_article(controller.issue, "winds", {"title": "Zephyrs"}))
    written(qtbot, dialog)
    assert any("Zephyrs" in page for page in pages_of(dialog.wishes.target))


@pytest.fixture
def may_write(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Proofs begin to be written when this is set."""
    event = threading.Event()
    proof = editions.proof

    def held(made, wishes):  # type: ignore[no-untyped-def]
        found = proof(made, wishes)
        write = found.write

        def late(*arguments):  # type: ignore[no-untyped-def]
            assert event.wait(20)
            return write(*arguments)

        return found._replace(write=late)

    monkeypatch.setattr(looking, "EDITIONS", {**EDITIONS, "proof": held})
    return event


def test_cancel_leaves_the_old_file_as_it_was(qtbot, dialog, may_write: threading.Event):
    dialog.wishes.target.write_bytes(b"the old file")
    dialog._look()
    assert "replaced when the new one is complete" in dialog.wishes.replaces.text()
    dialog.start()
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    dialog._cancel()
    may_write.set()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=20_000)
    assert "Cancelled" in dialog.told.text()
    assert dialog.wishes.target.read_bytes() == b"the old file"
    assert [path.name for path in dialog.wishes.target.parent.glob(".*.part")] == []
    assert dialog.export_button.isEnabled()


def test_closing_the_dialog_gives_the_work_up_and_closes_when_it_has_ended(qtbot, dialog, may_write: threading.Event):
    dialog.wishes.target.write_bytes(b"the old file")
    dialog.start()
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    dialog.close()
    may_write.set()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert dialog.job is None
    assert dialog.wishes.target.read_bytes() == b"the old file"
    assert [path.name for path in dialog.wishes.target.parent.glob(".*.part")] == []


def test_a_file_that_cannot_be_written_is_told(qtbot, dialog, tmp_path: Path):
    dialog.wishes.file.setText(str(tmp_path / "nowhere" / "x.pdf"))
    assert "Not written" in written(qtbot, dialog)


def test_giving_up_while_the_last_changes_are_waited_for_writes_nothing(dialog, controller):
    controller.apply(set_article(controller.issue, "winds", {"title": "Zephyrs"}))
    dialog.start()
    assert dialog.waiting
    dialog._cancel()
    assert "Cancelled" in dialog.told.text()
    assert not dialog.wishes.target.exists()


def test_progress_is_told_by_stages(qtbot, controller, tmp_path: Path):
    write = EDITIONS["proof"](controller.made, Wishes()).write
    job = ExportJob(write, tmp_path / "x.pdf", None)
    seen = []
    job.progressed.connect(lambda stage, done, known: seen.append((stage, done, known)))
    with qtbot.waitSignal(job.done, timeout=20_000) as done:
        job.start()
    assert [stage for stage, _, _ in seen] == sorted(stage for stage, _, _ in seen)
    assert {stage for stage, _, _ in seen} == {"painting", "writing"}
    assert all(0 < at <= known for _, at, known in seen)
    assert done.args[0].size == (tmp_path / "x.pdf").stat().st_size


def test_every_edition_that_can_be_written_is_offered(qtbot, controller, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("digest_studio.gui.export.wishes.EDITIONS", {**EDITIONS, "poster": editions.proof})
    dialog = ExportDialog(controller)
    qtbot.addWidget(dialog)
    dialog.wishes.choose("poster")
    assert dialog.wishes.target.name == "harbour-poster.pdf"


def test_another_edition_proposes_another_file_but_leaves_the_users_own(dialog, tmp_path: Path):
    dialog.wishes.choose("print")
    assert dialog.wishes.target.name == "harbour-print.pdf"
    dialog.wishes.file.setText(str(tmp_path / "mine.pdf"))
    dialog.wishes.choose("proof")
    assert dialog.wishes.target == tmp_path / "mine.pdf"


def test_what_a_printer_would_send_back_is_only_exported_all_the_same(qtbot, dialog, own_cache):
    assert "can" not in looked_over(qtbot, dialog)
    dialog.wishes.choose("print")
    said = looked_over(qtbot, dialog)
    assert "A printer would send this back" in said
    assert not dialog.export_button.isEnabled()
    assert dialog.verdict.all_the_same.isVisible()
    dialog.verdict.all_the_same.setChecked(True)
    written(qtbot, dialog)
    with pikepdf.open(dialog.wishes.target) as pdf:
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFX"


def test_an_edition_that_cannot_be_made_is_not_begun(qtbot, dialog, monkeypatch: pytest.MonkeyPatch):
    lost = LookedOver((Diagnostic("profile", "there is no such profile"),), None, strict=True)
    monkeypatch.setattr(looking, "EDITIONS", {**EDITIONS, "print": lambda *_: lost})
    dialog.wishes.choose("print")
    assert "cannot be written" in looked_over(qtbot, dialog)
    assert not dialog.verdict.all_the_same.isVisible()
    assert not dialog.export_button.isEnabled()


def test_the_course_of_an_export_is_reckoned_by_its_last_one_and_mended_by_what_is_measured():
    course = Course(Pace(0.1, 0.8, 0.1), pages=10, began=0.0)
    assert course.step("painting", 10, 20, 0.5) == pytest.approx((0.05, 9.5))
    assert course.step("painting", 20, 20, 1.0) == pytest.approx((0.1, 9.0))
    assert course.step("converting", 50, 100, 9.0).left == pytest.approx(8.0 + 1.0)
    assert course.step("writing", 4, 4, 17.5) == pytest.approx((1.0, 0.0))
    assert course.pace() == pytest.approx((0.1, 0.8, 0.85))


def test_options_of_the_chosen_edition_alone_are_offered_and_asked_for(dialog):
    options = dialog.wishes.options
    assert options.stamp.isVisible() and not options.up.isVisible()
    options.stamp.setText("Not approved")
    assert options.wishes.stamp == "Not approved"
    dialog.wishes.choose("booklet")
    assert options.up.isVisible() and not options.stamp.isVisible()
    options.up.setCurrentIndex(1)
    options.paper.setValue(0.1)
    assert options.wishes.sheets.folding == Folding(up=4, paper=0.1)
    assert options.wishes.sheets.colours == "press"
    assert options.wishes.stamp == ""
    dialog.wishes.choose("print")
    assert not options.isVisible()
    assert options.wishes == Wishes()


def test_what_is_asked_of_an_edition_is_what_is_written(qtbot, dialog, monkeypatch: pytest.MonkeyPatch):
    asked = []

    def proof(made, wishes):  # type: ignore[no-untyped-def]
        asked.append(wishes)
        return editions.proof(made, wishes)

    monkeypatch.setattr(looking, "EDITIONS", {**EDITIONS, "proof": proof})
    dialog.wishes.options.stamp.setText("Unchecked")
    dialog.wishes.options.small.setChecked(True)
    assert "Written" in written(qtbot, dialog)
    assert asked[-1] == Wishes(stamp="Unchecked", small=True)


def test_a_booklet_for_an_office_printer_has_sheets(qtbot, dialog, controller):
    dialog.wishes.choose("booklet")
    dialog.wishes.options.press.setCurrentIndex(0)
    assert "Written" in written(qtbot, dialog)
    assert len(pages_of(dialog.wishes.target)) * 2 == len(controller.made.plan.pages)


def test_what_is_wrong_with_the_finished_file_is_told_and_listed(qtbot, dialog, monkeypatch: pytest.MonkeyPatch):
    lost = Diagnostic("broken-image", "The image is no longer there")

    def proof(made, wishes):  # type: ignore[no-untyped-def]
        found = editions.proof(made, wishes)
        return found._replace(write=lambda *arguments: (*found.write(*arguments), lost))

    monkeypatch.setattr(looking, "EDITIONS", {**EDITIONS, "proof": proof})
    assert "The image is no longer there" in written(qtbot, dialog)
    assert "1 error" in dialog.verdict.said.text()
