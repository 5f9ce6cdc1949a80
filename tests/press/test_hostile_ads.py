"""Advertisements that are broken, locked, scripted or without end, in an issue that is checked and exported for the press.

Each gets its diagnostic, in bounded time and memory (`tests/assets/test_hostile.py` tries many more by themselves).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.press.test_advertisements import ADS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs limits of the system")

ROOT = Path(__file__).parents[2]
SECONDS = 40
"""Of a processor, for the whole command; an honest advertisement takes one."""
MEMORY = 500 << 20

Change = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def form(pdf: pikepdf.Pdf, code: bytes, **resources: object) -> pikepdf.Object:
    made = pdf.make_stream(code, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 300, 400])
    made.Resources = Dictionary(**resources)
    return made


def with_layer(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A hidden layer, named L among the page's resources."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="hidden"))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer]))
    pdf.pages[0].resources.Properties = Dictionary(L=layer)
    return layer


def multiplied(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Forms that draw a form ten times each, nine deep."""
    inner = form(pdf, b"0 0 9 9 re f")
    for _ in range(9):
        inner = form(pdf, b"/X Do " * 10, XObject=Dictionary(X=inner))
    page.add_resource(inner, Name.XObject, Name.X)
    page.contents_add(b"/X Do")
    with_layer(pdf)


def drawing_itself(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    layer = with_layer(pdf)
    made = form(pdf, b"/OC /L BDC 0 0 9 9 re f EMC /X Do", Properties=Dictionary(L=layer))
    made.Resources.XObject = Dictionary(X=made)
    page.add_resource(made, Name.XObject, Name.X)
    page.contents_add(b"/X Do")


def member_of_itself(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    with_layer(pdf)
    membership = pdf.make_indirect(Dictionary(Type=Name.OCMD))
    membership.OCGs = Array([membership, membership])
    expression = pdf.make_indirect(Array([Name.Or]))
    expression.append(expression)
    expression.append(expression)
    page.resources.Properties.M = membership
    page.resources.Properties.E = pdf.make_indirect(Dictionary(Type=Name.OCMD, VE=expression))
    page.contents_add(b"/OC /M BDC 0 0 9 9 re f EMC /OC /E BDC 0 0 9 9 re f EMC")


def content_without_end(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    squeezer = zlib.compressobj(9)
    packed = b"".join([*(squeezer.compress(b"0 0 m " * 170_000) for _ in range(400)), squeezer.flush()])
    with_layer(pdf)
    endless = pdf.make_stream(b"")
    endless.write(packed, filter=Name.FlateDecode)
    page.obj.Contents = endless


def scripted(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="while (true);")
    pdf.Root.AA = Dictionary(WP=Dictionary(S=Name.Launch, F="rm"))
    page.obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.alert(1)"))


HOSTILE: dict[str, tuple[Change, set[str]]] = {
    "multiplied": (multiplied, {"ad-file"}),
    "drawing itself": (drawing_itself, {"pdf-layers"}),
    "member of itself": (member_of_itself, {"pdf-layers"}),
    "content without end": (content_without_end, {"ad-file"}),
    "scripted": (scripted, {"pdf-script"}),
}
EXPORTED = {"drawing itself", "member of itself", "content without end"}


WATCH = """
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", *sys.argv[2:]])
_, status, usage = os.wait4(child.pid, 0)
open(sys.argv[1], "w").write(f"{os.waitstatus_to_exitcode(status)} {usage.ru_maxrss}")
"""
"""Runs a program from a small process: the most memory that a child had counts what its parent had when it was begun."""


def command(*words: str | Path) -> tuple[int, str, str, int]:
    """Status, what was said, and most bytes of memory of a command that may take SECONDS of a processor."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS})); "
    program = limited + "from digest_studio.__main__ import program; program()"
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told")
        done = subprocess.run([sys.executable, "-c", WATCH, told, program, *map(str, words)], capture_output=True, text=True,
                              encoding="utf-8", cwd=ROOT, check=True)
        status, most = map(int, told.read_text().split())
    return status, done.stdout, done.stderr, most * 1024


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def checked(issue: Path) -> set[str]:
    """The rules that the issue breaks."""
    status, said, complained, peak = command("check", issue, "--edition", "print", "--json")
    assert status in (1, 2), complained
    assert "Traceback" not in complained
    assert peak < MEMORY, f"{peak >> 20} MB"
    return {problem["rule"] for problem in json.loads(said)["problems"]}


def exported(issue: Path, target: Path) -> None:
    """Export the issue: what cannot be placed is marked, and the file is sound."""
    status, _, complained, peak = command("export", issue, "--edition", "print", "--force", "-o", target)
    assert status in (1, 2), complained
    assert "Traceback" not in complained
    assert peak < MEMORY, f"{peak >> 20} MB"
    with pikepdf.open(target) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("name", HOSTILE)
def test_it_has_its_diagnostic_at_little_cost(name: str, issue_folder: Path, tmp_path: Path) -> None:
    change, expected = HOSTILE[name]
    with pikepdf.open(ADS[0]) as pdf:
        change(pdf, pdf.pages[0])
        pdf.save(issue_folder / "ads" / "ropes.pdf")
    assert expected <= checked(issue_folder)
    if name in EXPORTED:
        exported(issue_folder, tmp_path / "out.pdf")


@pytest.mark.parametrize("name", ["locked", "restricted", "half"])
def test_what_cannot_be_opened_is_told(name: str, issue_folder: Path, tmp_path: Path) -> None:
    art = issue_folder / "ads" / "ropes.pdf"
    if name == "half":
        whole = ADS[0].read_bytes()
        art.write_bytes(whole[: len(whole) // 3])
    else:
        with pikepdf.open(ADS[0]) as pdf:
            pdf.save(art, encryption=pikepdf.Encryption(owner="o", user="u" if name == "locked" else ""))
    assert ("encrypted-pdf" if name != "half" else "broken-pdf") in checked(issue_folder)
    exported(issue_folder, tmp_path / "out.pdf")
