"""The export dialog: writes the pages wished, says how far it is, and leaves the old file whole when it is given up."""

from __future__ import annotations

import threading
from pathlib import Path

import pypdfium2
import pytest

from digest_studio.app.session import export
from digest_studio.gui.export import job
from digest_studio.gui.export.dialog import ExportDialog
from digest_studio.gui.export.job import ExportJob
from digest_studio.model.edits import set_article


def pages_of(file: Path) -> list[str]:
    """The text of each page of a PDF, as a reader gets it."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.fixture
def dialog(qtbot, controller) -> ExportDialog:
    made = ExportDialog(controller)
    qtbot.addWidget(made)
    made.show()
    return made


def written(qtbot, dialog: ExportDialog) -> str:
    """Export, wait until the file is there, and give back what is said then."""
    dialog.start()
    qtbot.waitUntil(lambda: dialog.job is None and not dialog.bar.isVisible(), timeout=20_000)
    return dialog.told.text()


def test_the_file_is_proposed_beside_the_folder(dialog, issue_folder: Path):
    assert dialog.target == issue_folder.parent / "harbour-proof.pdf"


def test_export_writes_all_pages(qtbot, dialog, controller, issue_folder: Path):
    said = written(qtbot, dialog)
    pages = pages_of(dialog.target)
    assert len(pages) == len(controller.made.plan.pages)
    assert any("mud-larks" in page for page in pages)
    assert "harbour-proof.pdf" in said
    assert dialog.show_button.isVisible()


def test_only_the_pages_wished_are_written(qtbot, dialog):
    dialog.pages.setText("5-6")
    written(qtbot, dialog)
    assert len(pages_of(dialog.target)) == 2


def test_a_range_that_is_none_is_told_and_cannot_be_exported(dialog):
    dialog.pages.setText("99")
    assert "There is no page 99" in dialog._bad_pages.text()
    assert not dialog.export_button.isEnabled()
    dialog.pages.setText("2")
    assert dialog.export_button.isEnabled()


def test_changes_that_are_not_laid_out_yet_are_waited_for(qtbot, dialog, controller):
    controller.apply(set_article(controller.issue, "winds", {"title": "Zephyrs"}))
    written(qtbot, dialog)
    assert any("Zephyrs" in page for page in pages_of(dialog.target))


@pytest.fixture
def may_write(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Exports begin to write when this is set."""
    event = threading.Event()

    def held(*arguments: object) -> object:
        assert event.wait(20)
        return export(*arguments)

    monkeypatch.setattr(job, "export", held)
    return event


def test_cancel_leaves_the_old_file_as_it_was(qtbot, dialog, may_write: threading.Event):
    dialog.target.write_bytes(b"the old file")
    dialog._look()
    assert "replaced when the new one is complete" in dialog._replaces.text()
    dialog.start()
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    dialog._cancel()
    may_write.set()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=20_000)
    assert "Cancelled" in dialog.told.text()
    assert dialog.target.read_bytes() == b"the old file"
    assert [path.name for path in dialog.target.parent.glob(".*.part")] == []
    assert dialog.export_button.isEnabled()


def test_closing_the_dialog_gives_the_work_up_and_closes_when_it_has_ended(qtbot, dialog, may_write: threading.Event):
    dialog.target.write_bytes(b"the old file")
    dialog.start()
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    dialog.close()
    may_write.set()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert dialog.job is None
    assert dialog.target.read_bytes() == b"the old file"
    assert [path.name for path in dialog.target.parent.glob(".*.part")] == []


def test_a_file_that_cannot_be_written_is_told(qtbot, dialog, tmp_path: Path):
    dialog.file.setText(str(tmp_path / "nowhere" / "x.pdf"))
    assert "Not written" in written(qtbot, dialog)


def test_progress_is_told_from_the_windows_thread(qtbot, controller, tmp_path: Path):
    job = ExportJob(controller.made, tmp_path / "x.pdf", None)
    seen = []
    job.progressed.connect(lambda done, known: seen.append((done, known)))
    with qtbot.waitSignal(job.done, timeout=20_000) as done:
        job.start()
    assert seen
    assert all(0 < at <= known for at, known in seen)
    assert done.args[0].size == (tmp_path / "x.pdf").stat().st_size


def test_other_editions_say_why_they_cannot_be_chosen(dialog):
    from PySide6.QtWidgets import QRadioButton

    buttons = dialog.findChildren(QRadioButton)
    assert [button.isEnabled() for button in buttons] == [True, False, False, False, False]
    assert all(button.toolTip() for button in buttons[1:])
