"""Names inside the folder lead to plain files inside the folder; texts are UTF-8 and of a size that a person writes."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.source.paths import TextFile, decode_text, find_file, read_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "issue"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "Cover.jpg").write_bytes(b"jpeg")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    return folder


def problem(folder: Path, name: str) -> Diagnostic:
    found = find_file(folder, name, Source("issue.yaml", 7))
    assert isinstance(found, Diagnostic) and found.remedy
    assert found.source == Source("issue.yaml", 7)
    return found


def test_a_file_of_the_folder_is_found(folder: Path) -> None:
    assert find_file(folder, "photos/Cover.jpg") == folder / "photos/Cover.jpg"
    assert find_file(folder, "./photos//Cover.jpg") == folder / "photos/Cover.jpg"


def test_a_link_inside_the_folder_is_fine(folder: Path) -> None:
    (folder / "link.jpg").symlink_to("photos/Cover.jpg")
    assert find_file(folder, "link.jpg") == folder / "link.jpg"


@pytest.mark.parametrize(
    "name",
    [
        "", " a.jpg", "/etc/passwd", "../secret.jpg", "photos/../../secret.jpg", "photos\\Cover.jpg", "C:/a.jpg", "~/a.jpg",
        "https://x.org/a.jpg", "photos/a\0.jpg", "photos/a\n.jpg", "a/" * 600 + "b", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_names_that_leave_the_folder_are_refused_unread(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "realpath", lambda path: pytest.fail(f"looked at {path}"))
    found = problem(folder, name)
    assert found.rule == "unsafe-path" and found.fatal


def test_links_out_of_the_folder_are_refused(folder: Path) -> None:
    (folder / "photos" / "out.jpg").symlink_to("../../secret.jpg")
    (folder / "up").symlink_to("..")
    for name in ("photos/out.jpg", "up/secret.jpg"):
        assert problem(folder, name).rule == "unsafe-path"


def test_what_is_no_plain_file_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe.jpg")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.jpg")
        assert problem(folder, "socket.jpg").rule == "unsafe-path"
    assert problem(folder, "pipe.jpg").rule == "unsafe-path"
    assert problem(folder, "photos").rule == "missing-file"


@pytest.mark.parametrize(
    ("name", "meant"),
    [("photos/cover.jpg", "photos/Cover.jpg"), ("photos/Covr.jpg", "photos/Cover.jpg"), ("Cover.jpg", "photos/Cover.jpg")],
)
def test_a_missing_file_is_not_fatal_and_the_nearest_is_named(folder: Path, name: str, meant: str) -> None:
    found = problem(folder, name)
    assert found.rule == "missing-file" and not found.fatal
    assert found.remedy == f"did you mean {meant}?"


def test_another_number_is_another_picture(folder: Path) -> None:
    for number in (2, 41):
        (folder / "photos" / f"{number}.jpg").touch()
    found = problem(folder, "photos/1.jpg")
    assert found.remedy == "put the file there, or correct the path" and found.value == "photos/1.jpg"


def test_a_link_to_itself_is_missing(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    assert problem(folder, "loop").rule == "missing-file"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_is_read_and_its_mark_kept(mark: bytes) -> None:
    file = decode_text("a.md", mark + "é\r\n".encode())
    assert isinstance(file, TextFile)
    assert (file.text, file.encoded(file.text)) == ("é\r\n", file.data)


@pytest.mark.parametrize(
    ("data", "line", "word"),
    [
        ("a\n".encode("utf-16"), 1, "UTF-16"),
        ("a\n".encode("utf-16-be"), 1, "UTF-16"),
        ("a\n".encode("utf-32"), 1, "UTF-32"),
        ("one\ncafé here".encode("latin-1"), 2, "Latin-1"),
        ("title\nПривет, мир".encode("cp1251"), 2, "Windows-1251"),
        (b"text without end\nand\0one byte", 2, "NUL"),
    ],
)
def test_another_encoding_is_named_with_its_line(data: bytes, line: int, word: str) -> None:
    found = decode_text("a.md", data)
    assert isinstance(found, Diagnostic) and found.fatal
    assert found.source == Source("a.md", line)
    assert word in found.message and found.remedy


def test_a_text_beyond_the_limit_is_not_read(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"x" * 101)
    found = read_text(folder, "a.md", 100)
    assert isinstance(found, Diagnostic) and (found.rule, found.limit) == ("too-large", 100)
    (folder / "a.md").write_bytes(b"x" * 100)
    assert isinstance(read_text(folder, "a.md", 100), TextFile)
