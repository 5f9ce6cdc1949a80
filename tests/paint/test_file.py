"""The file as a whole: sound, the same every time, written whole or not at all, in bounded memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdf
import pytest

from digest_studio.base.geometry import Rect
from digest_studio.base.progress import Progress, Stages
from digest_studio.display.document import Bookmark, Document
from digest_studio.display.items import Anchor, Link, rectangle
from digest_studio.paint.pdf.writer import write
from tests.paint.material import BOLD, RED, document, line, page, photo, placed, written


def full(folder: Path) -> Document:
    """A document with something of everything."""
    folder.mkdir(exist_ok=True)
    picture = placed(photo(folder / "a.jpg"))
    first = page(
        line("The office’s affairs"), line("Қазақстан", y=130, name=BOLD), picture,
        rectangle(Rect(0, 0, 90, 90), RED, opacity=0.5),
        Anchor("top", 0, 0), Link(Rect(0, 0, 50, 50), "end", contents="on"),
    )  # fmt: skip
    second = page(
        placed(photo(folder / "b.png")),
        Anchor("end", 0, 0),
        Link(Rect(0, 0, 9, 9), "https://example.org", external=True),
        number=2,
    )
    return document(
        first, second, title="Digest — №1", author="Secretariat", subject="January–March", keywords=("Asia", "digest & more"),
        date="2024-04-05", bookmarks=(Bookmark("Top", "top", (Bookmark("End", "end"),)),), info={"Fingerprint": "abc123"},
    )  # fmt: skip


def test_other_tools_find_nothing_wrong(tmp_path: Path) -> None:
    pdf = written(full(tmp_path), tmp_path)
    with pikepdf.open(pdf) as opened:
        assert opened.check_pdf_syntax() == []
        assert opened.pdf_version == "1.6"
        numbers = {o.objgen[0] for o in opened.objects if not isinstance(o, int)}
        assert not numbers - reachable(opened), "every object is in use"


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    pdf = written(full(tmp_path), tmp_path)
    subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)


@pytest.mark.skipif(not shutil.which("mutool"), reason="mutool is not installed")
def test_mupdf_finds_nothing_wrong(tmp_path: Path) -> None:
    pdf = written(full(tmp_path), tmp_path)
    done = subprocess.run(["mutool", "draw", "-o", tmp_path / "%d.png", pdf], check=True, capture_output=True, text=True)
    said = [row for row in done.stderr.splitlines() if not row.startswith("page ") and "ICC support" not in row]
    assert said == []


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    """Wherever its pictures lie, and whatever the clock says."""
    (tmp_path / "elsewhere").mkdir()
    first, second = tmp_path / "first.pdf", tmp_path / "elsewhere" / "second.pdf"
    write(full(tmp_path / "a"), first)
    write(full(tmp_path / "another folder"), second)
    assert first.read_bytes() == second.read_bytes()
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Almaty"}
    code = "from pathlib import Path; from tests.paint.test_file import full; from digest_studio.paint.pdf.writer import write;"
    code += f"write(full(Path({str(tmp_path / 'a')!r})), Path({str(second)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=Path(__file__).parents[2])
    assert first.read_bytes() == second.read_bytes()


def test_another_document_has_another_id(tmp_path: Path) -> None:
    ids = [pypdf.PdfReader(written(document(line(text)), tmp_path)).trailer["/ID"] for text in ("one", "two")]
    assert ids[0] != ids[1]


def test_document_information_and_metadata_agree(tmp_path: Path) -> None:
    pdf = pypdf.PdfReader(written(full(tmp_path), tmp_path))
    info, xmp = pdf.metadata, pdf.xmp_metadata
    assert info is not None and xmp is not None
    assert info.title == xmp.dc_title["x-default"] == "Digest — №1"
    assert [info.author] == xmp.dc_creator == ["Secretariat"]
    assert info.subject == xmp.dc_description["x-default"] == "January–March"
    assert info["/Keywords"] == xmp.pdf_keywords == "Asia, digest & more"
    assert xmp.dc_subject == ["Asia", "digest & more"]
    assert info.creator == xmp.xmp_creator_tool
    assert str(info.creator).startswith("Digest Studio")
    assert info.producer == xmp.pdf_producer
    assert info["/Fingerprint"] == "abc123"
    assert info.creation_date == info.modification_date
    assert str(info.creation_date) == "2024-04-05 00:00:00+00:00"
    assert str(xmp.xmp_create_date) == str(xmp.xmp_modify_date) == "2024-04-05 00:00:00"
    assert pdf.root_object["/Lang"] == "en"


def test_a_document_without_a_date_has_none(tmp_path: Path) -> None:
    data = written(document(line("undated")), tmp_path).read_bytes()
    assert b"CreationDate" not in data and b"CreateDate" not in data


def test_metadata_survive_odd_characters(tmp_path: Path) -> None:
    odd = 'a <b> & "c" \x00\x1b (d\\) \ud800'
    pdf = pypdf.PdfReader(written(document(line("x"), title=odd), tmp_path))
    assert pdf.metadata is not None and pdf.metadata.title is not None and pdf.xmp_metadata is not None
    assert pdf.metadata.title.startswith('a <b> & "c"')
    assert pdf.xmp_metadata.dc_title["x-default"].startswith('a <b> & "c"')


def test_progress_goes_up_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write(full(tmp_path), tmp_path / "out.pdf", progress=lambda done, known: told.append((done, known)))
    done = [step for step, _ in told]
    assert done == sorted(done)
    assert told[-1][0] == told[-1][1]
    assert all(step <= known for step, known in told)


def test_stages_are_told_apart_and_each_goes_up_to_its_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    def hear(stage: str) -> Progress:
        return lambda done, known: told.append((stage, done, known))

    stages = Stages(hear("painting"), hear("converting"), hear("writing"))
    material = full(tmp_path)
    write(material, tmp_path / "out.pdf", progress=stages)
    painted = [(done, known) for stage, done, known in told if stage == "painting"]
    assert painted == [(n, len(material.pages)) for n in range(1, len(material.pages) + 1)]
    assert [stage for stage, _, _ in told] == ["painting"] * len(painted) + ["writing"] * (len(told) - len(painted))
    assert told[-1][1] == told[-1][2]


def test_who_listens_may_give_the_work_up_while_pages_are_painted(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the old file")

    def stop(_done: int, _known: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(full(tmp_path / "material"), target, progress=Stages(stop, stop, stop))
    assert target.read_bytes() == b"the old file"


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_export_leaves_the_old_file_whole(tmp_path: Path, failure: BaseException) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the old file")

    def stop(done: int, known: int) -> None:
        if done > known // 2:
            raise failure

    with pytest.raises(type(failure)):
        write(full(tmp_path / "material"), target, progress=stop)
    assert target.read_bytes() == b"the old file"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["material", "out.pdf"]


def test_an_export_killed_leaves_the_old_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the old file")
    code = (
        "import os, signal; from pathlib import Path; from tests.paint.test_file import full;"
        "from digest_studio.paint.pdf.writer import write;"
        f"write(full(Path({str(tmp_path / 'm')!r})), Path({str(target)!r}),"
        " progress=lambda done, known: done > known // 2 and os.kill(os.getpid(), signal.SIGKILL))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode != 0
    assert target.read_bytes() == b"the old file"


def test_a_folder_that_cannot_be_written_is_an_oserror(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write(document(line("x")), tmp_path / "nowhere" / "out.pdf")


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(real)
    write(document(line("x")), tmp_path / "link.pdf")
    assert (tmp_path / "link.pdf").is_symlink()
    assert real.read_bytes().startswith(b"%PDF-1.6")


@pytest.mark.skipif(sys.platform == "win32", reason="no umask there")
def test_the_file_gets_ordinary_permissions(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        assert written(document(line("x")), tmp_path).stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)


MEMORY = """
import json, sys
from pathlib import Path
from digest_studio.base.geometry import Rect
from digest_studio.display.items import ImageRef, PlacedImage
from digest_studio.paint.pdf.writer import write
from tests.paint.material import document, line, page

def peak():  # ru_maxrss would count what the parent process once had
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024

photos = sorted(Path(sys.argv[1]).glob("*.jpg"))
pages = [
    page(*(line("Forty lines of text on every page", y=20 * i) for i in range(40)),
         PlacedImage(ImageRef(str(photo), photo.name, 64, 48), Rect(0, 0, 100, 100)), number=i + 1)
    for i, photo in enumerate(photos)
]
before = peak()
assert write(document(*pages), Path(sys.argv[2])) == ()
print(json.dumps([before, peak()]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="no /proc there")
def test_memory_does_not_grow_with_the_photos(tmp_path: Path) -> None:
    """50 photos of 2 MB, 100 MB in all."""
    data = photo(tmp_path / "one.jpg").read_bytes()
    photos = tmp_path / "photos"
    photos.mkdir()
    for i in range(50):
        comment = (b"\xff\xfe\xff\xff" + bytes([i]) * 65533) * 31  # segments of 64 kB that decoders skip
        (photos / f"{i:03}.jpg").write_bytes(data[:2] + comment + data[2:])
    target = tmp_path / "out.pdf"
    arguments = [sys.executable, "-c", MEMORY, str(photos), str(target)]
    done = subprocess.run(arguments, check=True, capture_output=True, cwd=Path(__file__).parents[2])
    before, peak = json.loads(done.stdout)
    assert target.stat().st_size > 100_000_000
    assert peak - before < 20 << 20
    assert peak < 80 << 20


def reachable(pdf: pikepdf.Pdf) -> set[int]:
    """Numbers of the objects that the trailer leads to."""
    seen: set[int] = set()
    waiting: list[object] = [pdf.trailer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
            if value.is_indirect:
                if value.objgen[0] in seen:
                    continue
                seen.add(value.objgen[0])
            waiting += list(value) if isinstance(value, pikepdf.Array) else [v for _, v in value.items()]
    return seen
