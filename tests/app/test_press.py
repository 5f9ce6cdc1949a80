"""A file for the press is read back by two processes of a command: they find what one would."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest

from digest_studio.app import press
from digest_studio.app.press import ForPress, export_for_press, look_over, read_again
from digest_studio.app.session import Opened, make, open_issue


@pytest.fixture
def ready(original_issue: Path) -> ForPress:
    opened = open_issue(original_issue)
    assert isinstance(opened, Opened)
    return look_over(make(opened))


def add_note(page: pikepdf.Page) -> None:
    page.Annots = [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[100, 100, 120, 120])]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_two_processes_find_what_one_finds(ready: ForPress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, document = tmp_path / "issue.pdf", ready.made.document
    export_for_press(ready, target)
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        add_note(pdf.pages[0])
        add_note(pdf.pages[-1])
        pdf.save()
    alone = read_again(ready, target, document)
    notes = [problem.page for problem in alone if problem.rule == "pdf-annotation"]
    assert notes == [1, len(document.pages)]
    monkeypatch.setattr(press, "LEAST_SHARED", 2)
    monkeypatch.setattr(press, "worthwhile", lambda: True)
    monkeypatch.setattr(press, "active_count", lambda: 1)
    assert read_again(ready, target, document) == alone


def test_a_file_that_cannot_be_read_is_told_of_once(ready: ForPress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "issue.pdf"
    target.write_bytes(b"%PDF-1.6 and no more")
    monkeypatch.setattr(press, "LEAST_SHARED", 2)
    monkeypatch.setattr(press, "worthwhile", lambda: hasattr(os, "fork"))
    monkeypatch.setattr(press, "active_count", lambda: 1)
    assert [problem.rule for problem in read_again(ready, target, ready.made.document)] == ["broken-pdf"]
