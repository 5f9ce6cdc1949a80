"""Hostile text gets its diagnostic, in a process that may take five seconds of work and 300 MB of memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.model.folder import TIDE, article, make_folder

ROOT = Path(__file__).parents[2]
SECONDS = 5
MEGABYTES = 300

READ = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
resource.setrlimit(resource.RLIMIT_AS, ({MEGABYTES} << 20, {MEGABYTES} << 20))
from pathlib import Path
from digest_studio.model.read import read_issue
found = read_issue(Path(sys.argv[1]))
print(found.issue is not None)
for problem in found.problems:
    print(problem.source, problem.rule)
usage = resource.getrusage(resource.RUSAGE_SELF)
sys.stderr.write(f"{{usage.ru_utime + usage.ru_stime:.2f}} s, {{usage.ru_maxrss >> 10}} MB\\n")
"""


def told(folder: Path) -> list[str]:
    """What reading the folder says, in a process with limits: whether there is an issue, then every problem."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(folder)], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    print(done.stderr)
    return done.stdout.splitlines()


def large(path: Path, start: bytes, piece: bytes, size: int = 100 << 20) -> None:
    """A file of `size` bytes that repeats `piece`."""
    with path.open("wb") as file:
        file.write(start)
        block = piece * ((1 << 20) // len(piece))
        for _ in range(size // len(block) + 1):
            file.write(block)


PHOTO = "photos/cover.jpg"
BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
)
TEXTS: dict[str, tuple[str, str, str]] = {
    "a bomb of aliases": ("issue.yaml", BOMB, "issue.yaml:1 yaml-anchor"),
    "a bomb in front matter": ("articles/tide.md", f"---\n{BOMB}\n---\n", "articles/tide.md:2 yaml-anchor"),
    "a tag that runs": ("issue.yaml", "a: !!python/object/apply:os.system ['touch x']", "issue.yaml:1 yaml-tag"),
    "lists in lists": ("issue.yaml", "a: " + "[" * 500_000, "issue.yaml:1 yaml-syntax"),
    "mappings in mappings": ("issue.yaml", "".join(" " * n + "a:\n" for n in range(1200)), "issue.yaml:25 yaml-limit"),
    "a million values": ("issue.yaml", "a: [" + "1," * 500_000 + "]", "issue.yaml:1 yaml-limit"),
    "a key a hundred thousand times": ("issue.yaml", "a: 1\n" * 100_000, "issue.yaml:2 duplicate-key"),
    "an endless number": ("issue.yaml", "format: " + "9" * 900_000, "issue.yaml:1 format"),
    "a document in a document": ("issue.yaml", "format: 1\n---\nformat: 1\n", "issue.yaml:2 yaml-documents"),
    "an empty issue": ("issue.yaml", "", "issue.yaml:1 format"),
    "an empty article": ("articles/tide.md", "", "articles/tide.md:1 front-matter"),
    "a path to the system": ("articles/tide.md", TIDE.replace(PHOTO, "/etc/passwd", 1), "articles/tide.md:11 unsafe-path"),
    "a path upwards": ("articles/tide.md", TIDE.replace(PHOTO, "a/../../b.jpg", 1), "articles/tide.md:11 unsafe-path"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_texts_that_attack(tmp_path: Path, name: str) -> None:
    file, text, expected = TEXTS[name]
    found = told(make_folder(tmp_path, {file: text}))
    assert found[0] == "False" and expected in found
    assert len(found) < 300


def _utf_16(folder: Path) -> None:
    (folder / "articles/tide.md").write_bytes(TIDE.encode("utf-16"))


def _latin_1(folder: Path) -> None:
    (folder / "articles/tide.md").write_bytes(TIDE.replace("year", "année").encode("latin-1", "replace"))


def _zeros(folder: Path) -> None:
    (folder / "articles/tide.md").write_bytes(bytes(200_000))


def _pipe(folder: Path) -> None:
    (folder / "articles/tide.md").unlink()
    os.mkfifo(folder / "articles/tide.md")


def _issue_pipe(folder: Path) -> None:
    (folder / "issue.yaml").unlink()
    os.mkfifo(folder / "issue.yaml")


def _photo_pipe(folder: Path) -> None:
    (folder / "photos/cover.jpg").unlink()
    os.mkfifo(folder / "photos/cover.jpg")


def _device(folder: Path) -> None:
    (folder / "articles/tide.md").unlink()
    (folder / "articles/tide.md").symlink_to("/dev/zero")


def _link_out(folder: Path) -> None:
    (folder / "articles/tide.md").unlink()
    (folder / "articles/tide.md").symlink_to("/etc/passwd")


def _folder_link_out(folder: Path) -> None:
    (folder / "hyphenation/en.txt").unlink()
    (folder / "hyphenation").rmdir()
    (folder / "hyphenation").symlink_to("/etc")


def _large_article(folder: Path) -> None:
    large(folder / "articles/tide.md", TIDE.encode(), b"Words and *words* [and](https://x.org) words.\n\n")


def _large_issue(folder: Path) -> None:
    large(folder / "issue.yaml", b"", b"# a line\n")


def _large_words(folder: Path) -> None:
    large(folder / "hyphenation/en.txt", b"", b"hy-phen\n")


def _many_articles(folder: Path) -> None:
    for number in range(2100):
        (folder / f"articles/a{number}.md").write_text(article("A"))


def _much_text(folder: Path) -> None:
    for number in range(20):
        (folder / f"articles/a{number}.md").write_text(article("A") + "Some words and more of them.\n\n" * 8000)


@pytest.mark.parametrize(
    ("attack", "expected"),
    [
        (_utf_16, "articles/tide.md:1 unreadable-text"),
        (_latin_1, "articles/tide.md:3 unreadable-text"),
        (_zeros, "articles/tide.md:1 unreadable-text"),
        (_pipe, "articles/tide.md unsafe-path"),
        (_issue_pipe, "issue.yaml unsafe-path"),
        (_photo_pipe, "articles/tide.md:11 unsafe-path"),
        (_device, "articles/tide.md unsafe-path"),
        (_link_out, "articles/tide.md unsafe-path"),
        (_folder_link_out, "hyphenation unsafe-path"),
        (_large_article, "articles/tide.md too-large"),
        (_large_issue, "issue.yaml too-large"),
        (_large_words, "hyphenation/en.txt too-large"),
        (_many_articles, "articles too-large"),
        (_much_text, "articles/a9.md too-large"),
    ],
)
def test_files_that_attack(tmp_path: Path, attack: Callable[[Path], None], expected: str) -> None:
    folder = make_folder(tmp_path)
    attack(folder)
    found = told(folder)
    assert found[0] == "False" and expected in found


BODIES = {
    "brackets": "[", "words in brackets": "[a] words and words in a line\n", "pictures": "![", "emphasis": "*a_", "links": "[a](",
    "quotes": ">", "angles": "<", "ticks": "`a``b", "escapes": "\\", "entities": "&#x", "items": "- a\n", "nested items": "- ",
    "tables": "|-", "comments": "<!--", "definitions": "[a]: b word word word word word\n", "spaces": " ", "tabs": "\t",
    "underlined": "a\n---\n", "struck": "~~a", "controls": "\x01", "returns": "\r", "rules": "***\n",
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_bodies_that_attack(tmp_path: Path, name: str) -> None:
    """The worst Markdown that is small enough to be read; whether it has problems is not the point, but that it ends."""
    text = "---\ntitle: x\n---\n"
    piece = BODIES[name]
    found = told(make_folder(tmp_path, {"articles/tide.md": text + piece * ((256 * 1024 - len(text)) // len(piece.encode()))}))
    assert found[0] == "True" or found[1:] == ["articles/tide.md:4 too-large"]
    assert len(found) < 60
