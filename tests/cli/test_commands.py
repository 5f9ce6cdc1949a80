"""The command line as a user meets it: each test runs the program as a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.conftest import ROOT, Run
from tests.end_to_end.printed import Printed


def test_unless_told_otherwise_the_printer_s_edition_is_written(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "spring").returncode == 0
    done = run("export", tmp_path / "spring", XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'spring-print.pdf'}\n")
    with pikepdf.open(tmp_path / "spring-print.pdf") as pdf:
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFX"
    assert not list(tmp_path.glob("*-proof.pdf"))


def test_help_teaches_and_version_is_told(run: Run) -> None:
    text = run("--help").stdout
    assert all(f"digest-studio {command} " in text for command in ("new", "export", "check", "plan"))
    assert "proof" in run("export", "--help").stdout
    assert re.fullmatch(r"Digest Studio \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "sample_issue"], ["sample_issue"]])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_studio_says_so_and_what_else_there_is(run: Run, arguments: list[str]) -> None:
    done = run(*arguments, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert "there is no display" in done.stderr
    assert "digest-studio export" in done.stderr


def test_a_folder_that_is_not_there_opens_no_window(run: Run) -> None:
    done = run("open", "sample_isue")
    assert done.returncode == 2
    assert "sample_issue" in done.stderr


@pytest.mark.parametrize(("arguments", "meant"), [
    (["exprot", "sample_issue"], "export"), (["export", "sample_isue"], "sample_issue"),
    (["check", "--jsn", "sample_issue"], "--json"), (["new", "x", "--theme", "secretaria"], "secretariat"),
    (["plan", "sample_issue/issue.yaml"], "sample_issue"),
])
def test_a_slip_of_the_pen_is_understood(run: Run, arguments: list[str], meant: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert meant in done.stderr
    assert done.stdout == ""


def test_editions_that_come_later_say_so(run: Run, issue_folder: Path) -> None:
    done = run("export", issue_folder, "--edition", "accessible")
    assert done.returncode == 2
    assert "comes later" in done.stderr
    assert not list(issue_folder.parent.glob("*.pdf"))


def test_export_writes_beside_the_folder_and_names_the_file(run: Run, issue_folder: Path) -> None:
    done = run("export", issue_folder, "--edition", "proof")
    assert done.returncode == 0, done.stderr
    target = issue_folder.parent / "harbour-proof.pdf"
    assert Path(done.stdout.strip()) == target
    assert len(Printed(target)) % 4 == 0
    assert "\r" not in done.stderr  # no progress bar in a pipe


def test_the_folder_may_be_the_current_one(run: Run, issue_folder: Path) -> None:
    assert run("export", ".", "--edition", "proof", cwd=issue_folder).returncode == 0
    assert (issue_folder.parent / "harbour-proof.pdf").exists()


def test_some_pages_make_a_pdf_of_their_own(run: Run, issue_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "some.pdf"
    done = run("export", issue_folder, "--edition", "proof", "-o", target, "--pages", "1,3-4")
    assert done.returncode == 0, done.stderr
    printed = Printed(target)
    assert printed.labels == ["1", "3", "4"]
    assert all(link.target is not None or link.address for link in printed.links)


def test_pages_that_are_not_there_are_refused(run: Run, issue_folder: Path) -> None:
    done = run("export", issue_folder, "--edition", "proof", "--pages", "3-400")
    assert done.returncode == 2
    assert "--pages 3-400: there is no page 400" in done.stderr


def test_a_missing_photo_is_marked_and_reported(run: Run, issue_folder: Path) -> None:
    (issue_folder / "photos/shore.jpg").unlink()
    done = run("export", issue_folder, "--edition", "proof", "-q")
    assert done.returncode == 1
    assert "photos/shore.jpg" in done.stderr
    assert re.search(r"articles/tides\.md:\d+: ", done.stderr)
    text = " ".join(Printed(issue_folder.parent / "harbour-proof.pdf").texts)
    assert "shore.jpg" in text


def test_all_errors_of_a_folder_come_in_one_run(run: Run, issue_folder: Path) -> None:
    issue = issue_folder / "issue.yaml"
    issue.write_text(issue.read_text("utf-8").replace("tagline:", "tagine:").replace("date: 2025", "date: 20x5"), "utf-8")
    (issue_folder / "articles/winds.md").write_text("---\nbyline: nobody\n---\nText\n", "utf-8")
    done = run("export", issue_folder, "--edition", "proof")
    assert done.returncode == 2
    assert "tagline" in done.stderr
    assert "issue.yaml:5:" in done.stderr
    assert "articles/winds.md" in done.stderr
    assert re.search(r"\d+ errors", done.stderr)
    assert not list(issue_folder.parent.glob("*.pdf"))


def test_check_prints_the_schema_of_the_contract(run: Run, issue_folder: Path) -> None:
    Image.new("RGB", (300, 200)).save(issue_folder / "photos/shore.jpg")
    (issue_folder / "articles/spare.md").write_text("---\ntitle: Spare\n---\nText.\n", "utf-8")
    done = run("check", issue_folder, "--edition", "proof", "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    problems = {problem["rule"]: problem for problem in report["problems"]}
    assert report["errors"] == sum(p["severity"] == "error" for p in report["problems"]) > 0
    low = problems["image-resolution"]
    assert set(low) == {"rule", "severity", "page", "box", "article", "ad", "file", "line", "value", "limit", "message", "remedy"}
    assert (low["severity"], low["limit"]) == ("error", 150)
    assert low["value"] < 150
    assert low["page"] > 1
    assert len(low["box"]) == 4
    assert problems["unplaced-article"]["article"] == "spare"
    assert problems["unplaced-article"]["severity"] == "info"


def test_check_of_a_sound_issue_finds_nothing_wrong(run: Run, original_issue: Path) -> None:
    done = run("check", original_issue, "--edition", "proof")
    assert done.returncode == 0
    assert done.stdout.strip().endswith("nothing wrong")


def test_plan_prints_the_schema_of_the_contract(run: Run, original_issue: Path) -> None:
    plan = json.loads(run("plan", original_issue, "--json").stdout)
    assert set(plan) == {"page_count", "signatures", "pages", "contents", "articles", "notes", "cost", "lengths"}
    first = plan["pages"][0]
    assert (first["number"], first["folio"], first["side"]) == (1, None, "right")
    assert first["items"][0]["kind"] == "cover"
    items = [item for page in plan["pages"] for item in page["items"]]
    ad = next(item for item in items if item["kind"] == "ad" and item["id"] == "ropes")
    assert ad == {"kind": "ad", "id": "ropes", "size": "full-page", "box": [0, 0, 210, 297]}
    tides = next(item for item in items if item.get("id") == "tides")
    assert set(tides) == {"kind", "id", "part", "parts", "template", "box"}
    assert 18 <= tides["box"][0] <= 20
    assert plan["contents"][0] == {
        "section": "Water", "article": "tides", "title": "What the tide leaves",
        "page": plan["contents"][0]["page"], "folio": str(plan["contents"][0]["page"]),
    }
    assert set(plan["articles"]["tides"]) == {
        "pages", "template", "lines_over", "lines_under", "spent", "cost", "alternatives", "repairs",
    }
    ropes = next(page for page in plan["pages"] if any(item.get("id") == "ropes" for item in page["items"]))
    assert ropes["side"] == "right"


def test_plan_for_people_names_every_article(run: Run, original_issue: Path) -> None:
    text = run("plan", original_issue).stdout
    for words in ("What the tide leaves behind", "Гавани северного моря", "Ropes Ltd", "cover", "contents"):
        assert words in text


def test_a_pipe_closed_early_is_no_error(original_issue: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m digest_studio plan --json "{original_issue}" | head -c 10', shell=True, cwd=ROOT,
        capture_output=True, text=True, check=False,
    )
    assert done.stderr == ""


def test_new_exports_as_it_is(run: Run, tmp_path: Path) -> None:
    made = run("new", tmp_path / "first", "--publication", "The Mole", "--period", "May 2025")
    assert made.returncode == 0, made.stderr
    assert Path(made.stdout.strip()) == tmp_path / "first"
    done = run("export", tmp_path / "first", "--edition", "proof")
    assert done.returncode == 0, done.stderr
    assert "the mole" in Printed(tmp_path / "first-proof.pdf").texts[0].casefold()


def test_new_from_takes_the_masthead_and_not_the_articles(run: Run, original_issue: Path, tmp_path: Path) -> None:
    assert run("new", tmp_path / "next", "--from", original_issue, "--period", "Summer 2025").returncode == 0
    assert run("export", tmp_path / "next", "--edition", "proof").returncode in (0, 1)
    text = " ".join(Printed(tmp_path / "next-proof.pdf").texts)
    assert "Harbour Society" in text
    assert "Summer 2025" in text
    assert "Twice a day" not in text


def test_new_does_not_touch_a_folder_in_use(run: Run, issue_folder: Path) -> None:
    before = (issue_folder / "issue.yaml").read_bytes()
    assert run("new", issue_folder).returncode == 2
    assert (issue_folder / "issue.yaml").read_bytes() == before


def test_an_unwritable_place_is_said_in_a_sentence(run: Run, original_issue: Path, tmp_path: Path) -> None:
    done = run("export", original_issue, "--edition", "proof", "-o", tmp_path / "no/such/folder/x.pdf")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "no/such/folder" in done.stderr


def test_interrupted_leaves_the_old_file_whole(original_issue: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "x.pdf"
    target.parent.mkdir()
    target.write_bytes(b"old")
    script = (
        "import os, signal, sys\n"
        "from digest_studio.__main__ import main\n"
        "import digest_studio.paint.pdf.writer as writer\n"
        "inner = writer.PdfFile.save\n"
        "def save(self, output, progress):\n"
        "    output.write(b'half')\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    inner(self, output, progress)\n"
        "writer.PdfFile.save = save\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "export", str(original_issue), "--edition", "proof", "-o", str(target)], cwd=ROOT,
        capture_output=True, text=True, check=False, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert done.returncode == 130, done.stderr
    assert "interrupted" in done.stderr
    assert [path.name for path in target.parent.iterdir()] == ["x.pdf"]
    assert target.read_bytes() == b"old"


def test_no_window_library_is_imported(original_issue: Path, tmp_path: Path) -> None:
    """Nor ReportLab before there is something to paint."""
    script = (
        "import sys\n"
        "from digest_studio.__main__ import main\n"
        "status = main(sys.argv[1:])\n"
        "print(sorted(m for m in ('PySide6', 'tkinter', 'numpy', 'reportlab') if m in sys.modules), file=sys.stderr)\n"
    )
    for arguments, loaded in ((["plan", original_issue], []), (["check", original_issue], []),
                              (["export", original_issue, "-o", tmp_path / "x.pdf"], ["reportlab"])):
        command = [sys.executable, "-c", script, *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stderr.splitlines()[-1] == str(loaded)


def test_a_terminal_shows_progress(original_issue: Path, tmp_path: Path) -> None:
    try:
        main, terminal = os.openpty()
    except OSError as error:
        pytest.skip(f"there is no terminal to be had: {error}")
    termios.tcsetwinsize(terminal, (24, 100))
    command = [sys.executable, "-m", "digest_studio", "export", str(original_issue), "--edition", "proof"]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "x.pdf")], cwd=ROOT, stdout=subprocess.PIPE, stderr=terminal, check=False,
    )
    os.close(terminal)
    shown = os.read(main, 100_000).decode(errors="replace")
    os.close(main)
    assert done.returncode == 0
    assert "Laying out the articles" in shown
    assert "Writing the PDF" in shown


def test_the_sample_may_be_copied_and_exported_elsewhere(run: Run, tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "sample_issue", tmp_path / "sky", ignore=shutil.ignore_patterns("__pycache__"))
    done = run("export", folder, "--edition", "proof")
    assert done.returncode == 0, done.stderr
    assert len(Printed(tmp_path / "sky-proof.pdf")) >= 24
