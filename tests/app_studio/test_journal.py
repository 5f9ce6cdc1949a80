"""What was not saved survives the death of the studio at any moment; a journal of anybody else does no harm."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import random
import shutil
import subprocess
import sys
import time
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest_studio.app.studio import journal as journals
from digest_studio.app.studio.desk import Desk, open_desk
from digest_studio.app.studio.journal import MAGIC, Entry, encoded, read_entries
from digest_studio.app.studio.texts import changed_texts
from digest_studio.model.alter import add_photos
from digest_studio.model.arrange import add_section, carry, free_section_name, placed_entries
from digest_studio.model.edits import Place, place_of, set_article
from digest_studio.model.issue import ArticleEntry, Photo
from digest_studio.model.label import Label
from digest_studio.model.read import read_issue
from tests.conftest import ROOT

KILLS = 5


def opened(folder: Path) -> Desk:
    desk = open_desk(folder)
    assert isinstance(desk, Desk)
    return desk


def write_down(desk: Desk) -> None:
    unsaved = desk.journalling()
    assert unsaved is not None
    desk.write_down(unsaved)


def crashed(folder: Path) -> None:
    """A studio that moved an article, retitled another, and died."""
    desk = opened(folder)
    desk.apply(carry(desk.issue, [Place("Water", 0)], Place("Air", 0)))
    write_down(desk)
    desk.apply(set_article(desk.issue, "winds", {"title": "Named winds"}))
    write_down(desk)
    die(desk)


def die(desk: Desk) -> None:
    """As if the process were gone: the lock's holder does not live, the file is closed by the system."""
    desk.close(keep_unsaved=True)


@pytest.mark.parametrize("every", [0, 1, 3], ids=["never saving", "always saving", "saving now and then"])
def test_a_studio_killed_at_any_moment_loses_nothing_that_was_written_down(issue_folder: Path, every: int) -> None:
    rng = random.Random(every)
    for _ in range(KILLS):
        last = killed(issue_folder, every, rng.randint(1, 25), rng.random() / 200)
        reread = read_issue(issue_folder)
        assert reread.issue is not None, f"no file is half written: {reread.problems}"
        desk = opened(issue_folder)
        assert desk.why_read_only is None, "the lock of the dead bars nobody"
        desk.restore()
        title = desk.issue.articles["winds"].title
        assert title in (f"Title {last}", f"Title {last + 1}"), "what was said, or the one after it"
        sentences = [line for line in desk.issue.articles["tides"].markdown.splitlines() if line.startswith("Sentence")]
        assert sentences == [f"Sentence {title.split()[1]}."]
        die(desk)


def killed(folder: Path, every: int, lines: int, pause: float) -> int:
    """Kills a studio at work after it has said some lines, and a moment; the last number that it said."""
    command = [sys.executable, str(Path(__file__).with_name("scribbler.py")), str(folder), str(every)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(lines)]
    spun_until(time.perf_counter() + pause)
    process.kill()
    said += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    return int([line for line in said if line.endswith("\n")][-1])


def spun_until(moment: float) -> None:
    """So that the kill meets any point of the work, not only the one after a line."""
    while time.perf_counter() < moment:
        pass


def test_the_next_start_says_what_was_not_saved(issue_folder: Path) -> None:
    crashed(issue_folder)
    recovered = opened(issue_folder).recovered
    assert recovered is not None
    assert recovered.labels == ("Move “What the tide leaves behind” to Air", "Change title of “The winds have names”")
    move, change = recovered.labels
    assert isinstance(move, Label) and isinstance(change, Label), "they can be said in another language"
    assert move.template == "Move {name} to {section}" and change.values["fields"].values["part0"].template == "title"
    assert [file.name for file in recovered.files] == ["articles/winds.md", "issue.yaml"]
    assert recovered.summary.startswith("articles/winds.md (+1 −1), issue.yaml (+")
    assert "+title: Named winds" in recovered.files[0].diff()


def test_restoring_is_a_step_and_saving_it_ends_the_journal(issue_folder: Path) -> None:
    crashed(issue_folder)
    desk = opened(issue_folder)
    change = desk.restore()
    assert change is not None and change.label == "Restore what was not saved"
    assert desk.issue.articles["winds"].title == "Named winds"
    assert place_of(desk.issue, "tides") == Place("Air", 0)
    assert desk.save() == ()
    write_down(desk)
    desk.close()
    assert opened(issue_folder).recovered is None
    reread = read_issue(issue_folder).issue
    assert reread is not None and place_of(reread, "tides") == Place("Air", 0)


def test_what_is_discarded_is_not_offered_again(issue_folder: Path) -> None:
    crashed(issue_folder)
    desk = opened(issue_folder)
    desk.discard()
    assert desk.issue.articles["winds"].title == "The winds have names"
    die(desk)
    assert opened(issue_folder).recovered is None


def test_an_undecided_offer_is_made_again(issue_folder: Path) -> None:
    crashed(issue_folder)
    desk = opened(issue_folder)
    assert desk.journalling() is None, "nothing is written over it"
    desk.close()
    assert opened(issue_folder).recovered is not None


def test_a_file_that_changed_after_the_crash_is_a_conflict(issue_folder: Path) -> None:
    crashed(issue_folder)
    path = issue_folder / "articles/winds.md"
    path.write_text(path.read_text("utf-8").replace("The winds have names", "Theirs"), "utf-8")
    desk = opened(issue_folder)
    assert desk.recovered is not None
    assert [file.name for file in desk.recovered.files if file.changed_since] == ["articles/winds.md"]
    desk.restore()
    assert [conflict.file for conflict in desk.conflicts] == ["articles/winds.md"]
    assert [problem.rule for problem in desk.save()] == ["changed-on-disk"]
    desk.resolve("articles/winds.md", "mine")
    assert desk.save() == ()
    assert "Named winds" in path.read_text("utf-8")


def test_undoing_everything_leaves_no_journal(issue_folder: Path) -> None:
    desk = opened(issue_folder)
    desk.apply(set_article(desk.issue, "winds", {"title": "Named winds"}))
    write_down(desk)
    assert (issue_folder / ".studio/journal").exists()
    desk.undo()
    write_down(desk)
    assert not (issue_folder / ".studio/journal").exists()


def test_a_long_journal_begins_anew_and_holds_everything(issue_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "COMPACT_BYTES", 2000)
    desk = opened(issue_folder)
    desk.apply(set_article(desk.issue, "tides", {"byline": "Somebody"}))
    for number in range(60):
        desk.apply(set_article(desk.issue, "winds", {"title": f"Title {number}"}))
        write_down(desk)
    die(desk)
    assert (issue_folder / ".studio/journal").stat().st_size < 8000
    desk = opened(issue_folder)
    desk.restore()
    assert (desk.issue.articles["winds"].title, desk.issue.articles["tides"].byline) == ("Title 59", "Somebody")


WORK = ("title", "move", "photo", "section", "undo", "undo", "redo", "save", "write down")


@given(st.lists(st.sampled_from(WORK), max_size=14))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
def test_after_any_work_the_next_start_restores_the_state_last_written_down(original_issue: Path, row: list[str]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(original_issue, Path(place) / "harbour"))
        desk = opened(folder)
        for number, action in enumerate(row):
            work(desk, action, number)
        write_down(desk)
        expected, dirty = desk.issue, desk.dirty
        die(desk)
        again = opened(folder)
        again.restore()
        assert changed_texts(again.issue, expected) == {}
        assert dirty or again.recovered is None
        assert again.save() == ()
        saved = read_issue(folder).issue
        assert saved is not None and changed_texts(saved, expected) == {}
        die(again)


def work(desk: Desk, action: str, number: int) -> None:
    """One thing that somebody does in the studio."""
    match action:
        case "title":
            desk.apply(set_article(desk.issue, "winds", {"title": f"Title: {number} # 'x'"}))
        case "move":
            entries = [place for place, entry in placed_entries(desk.issue) if isinstance(entry, ArticleEntry)]
            desk.apply(carry(desk.issue, [entries[number % len(entries)]], Place("Air", 0)))
        case "photo":
            desk.apply(add_photos(desk.issue, "tides", (Photo("photos/keeper.jpg", caption=f"{number}\nlines"),), 0))
        case "section":
            desk.apply(add_section(desk.issue, free_section_name(desk.issue, "More: {x}"), 0))
        case "undo":
            desk.undo()
        case "redo":
            desk.redo()
        case "save":
            assert desk.save() == ()
        case _:
            write_down(desk)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_torn_end_is_ignored(tmp_path: Path, data: st.DataObject) -> None:
    texts = st.text(max_size=30)
    files = st.dictionaries(texts, texts | st.none(), max_size=3)
    entries = data.draw(st.lists(st.builds(Entry, texts, texts, files), max_size=5))
    records = [encoded(entry) for entry in entries]
    whole = MAGIC + b"".join(records)
    cut = data.draw(st.integers(0, len(whole)))
    (tmp_path / "journal").write_bytes(whole[:cut])
    kept = sum(len(MAGIC) + sum(map(len, records[: n + 1])) <= cut for n in range(len(records)))
    assert read_entries(tmp_path) == (tuple(entries[:kept]), False)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_flipped_byte_ends_the_journal_there(tmp_path: Path, data: st.DataObject) -> None:
    entries = [Entry(f"Step {n}", "", {"issue.yaml": f"period: {n}"}) for n in range(4)]
    whole = bytearray(MAGIC + b"".join(map(encoded, entries)))
    at = data.draw(st.integers(len(MAGIC), len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    (tmp_path / "journal").write_bytes(whole)
    found, _ = read_entries(tmp_path)
    assert found == tuple(entries[: len(found)]) and len(found) < 4


def whole(text: bytes) -> bytes:
    """A journal with one record of `text`, with the right length and digest."""
    body = zlib.compress(text)
    return MAGIC + journals._HEAD.pack(len(body), hashlib.sha256(body).digest()) + body


def record(values: object) -> bytes:
    """A journal with one record that says `values`."""
    return whole(json.dumps(values).encode())


def entry(**files: str | None) -> dict[str, object]:
    return {"label": "x", "time": "", "files": files, "based": {}, "loose": []}


HOSTILE = {
    "pickle": pickle.dumps({"label": "x"}),
    "another program's": b"SQLite format 3\0" * 100,
    "no mapping": record([1, 2, 3]),
    "other keys": record({"label": "x"}),
    "a label of other things": record({**entry(), "label": [True, "Edit {a}", {"a": [True]}]}),
    "a label that looks into objects": record({**entry(), "label": [True, "Edit {a.__class__}", {"a": "x"}]}),
    "a label without end": record({**entry(), "label": [True, "{a}" * 1000, {"a": [True, "{a}" * 1000, {"a": "x" * 1000}]}]}),
    "a label without its values": record({**entry(), "label": [True, "Edit {a}", {"b": "x"}]}),
    "numbers for texts": record({"label": 1, "time": 2, "files": {"issue.yaml": 3}, "based": {}, "loose": []}),
    "nesting": whole(b"[" * 100_000),
    "bomb": whole(b" " * (journals.MAX_RECORD_BYTES * 3)),
    "a path that leaves": record({**entry(), "files": {"../../home/evil.md": "---\ntitle: x\n---\n"}}),
    "an absolute path": record({**entry(), "files": {"/etc/passwd": "x"}}),
    "an issue that is none": record({**entry(), "files": {"issue.yaml": "{{{{"}}),
    "an issue that is gone": record({**entry(), "files": {"issue.yaml": None}}),
    "an article that is none": record({**entry(), "files": {"articles/winds.md": "\0\0\0"}}),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_journal_is_told_of_and_not_used(issue_folder: Path, data: bytes) -> None:
    before = read_issue(issue_folder)
    (issue_folder / ".studio").mkdir()
    (issue_folder / ".studio/journal").write_bytes(data)
    desk = opened(issue_folder)
    assert desk.recovered is None
    assert [problem.rule for problem in desk.problems] == ["journal"]
    assert desk.issue == before.issue
    desk.apply(set_article(desk.issue, "winds", {"title": "Named winds"}))
    write_down(desk)
    die(desk)
    recovered = opened(issue_folder).recovered
    assert recovered is not None and [file.name for file in recovered.files] == ["articles/winds.md"]


def test_a_journal_that_is_a_link_is_not_followed(issue_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_bytes(MAGIC)
    (issue_folder / ".studio").mkdir()
    (issue_folder / ".studio/journal").symlink_to(target)
    desk = opened(issue_folder)
    assert [problem.rule for problem in desk.problems] == ["journal"]
    desk.apply(set_article(desk.issue, "winds", {"title": "Named winds"}))
    write_down(desk)
    assert target.read_bytes() == MAGIC


def test_a_studio_folder_that_is_a_link_is_read_only(issue_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (issue_folder / ".studio").symlink_to(tmp_path / "elsewhere")
    desk = opened(issue_folder)
    assert desk.why_read_only is not None and "link" in desk.why_read_only
    assert not any((tmp_path / "elsewhere").iterdir())
