"""A folder is read whole: the issue as it was written, and every problem of every file in one run."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from digest_studio.base.diagnostics import Severity
from digest_studio.model.body import Paragraph, PhotoPin, PullQuote
from digest_studio.model.issue import AdEntry, ArticleEntry, ContentsEntry, Headline, Masthead, Section
from digest_studio.model.read import read_issue
from tests.model.folder import ISSUE, TIDE, article, make_folder, read

ARTICLE = "did you mean `article`? put a text that contains `: ` in quotes"
PAGE = "write the number of a page of the PDF; a spread may have two, [1, 2]"


def told(folder: Path) -> list[str]:
    """Every problem as `file:line rule`, the informative ones left out."""
    found = read_issue(folder).problems
    return [f"{problem.source} {problem.rule}" for problem in found if problem.severity is not Severity.INFO]


def changed(folder: Path, *changes: tuple[str, str], name: str = "issue.yaml", text: str = ISSUE) -> Path:
    """The issue with some words of one file replaced."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return make_folder(folder, {name: text})


def test_the_issue_is_what_was_written(tmp_path: Path) -> None:
    _, issue = read(make_folder(tmp_path))
    assert (issue.publication, issue.period, issue.date, issue.pages) == ("Harbour Review", "Spring 2025", date(2025, 4, 5), None)
    assert issue.masthead == Masthead("Harbour Trust", ("1 Quay Street", "Porto"), social={"x": "harbour"})
    assert issue.imprint and issue.imprint.number == "1/2025"
    assert issue.cover and issue.cover.photo and issue.cover.photo.file == "photos/cover.jpg"
    assert [(line.article, line.text) for line in issue.cover.headlines] == [("tide", ""), (None, "Boats, bells and buoys")]
    entries = [entry for entry, _ in issue.entries()]
    names = [entry.article if isinstance(entry, ArticleEntry) else getattr(entry, "ad", "contents") for entry in entries]
    assert names == ["contents", "foreword", "tide", "bank", "boats", "bells", "buoys", "bank"]
    assert [entry.contents for entry in entries if isinstance(entry, ArticleEntry)] == [False, True, False, True, True]
    assert [entry.source.line for entry in entries if isinstance(entry, AdEntry) and entry.source] == [26, 32]
    assert issue.ads["ferry"].not_facing == ("bank",) and issue.ads["bank"].pages == (1,)
    assert issue.hyphenation == {"en": ("har-bour", "mast-head")}
    assert issue.theme_overrides == "colours: {}\n"


def test_an_article_is_what_was_written(tmp_path: Path) -> None:
    _, issue = read(make_folder(tmp_path))
    tide = issue.articles["tide"]
    assert (tide.title, tide.standfirst, tide.date) == ("The tide: a year's work", "Folded over two lines.\n", date(2025, 3, 1))
    assert [(photo.focus, photo.caption) for photo in tide.photos] == [((0.5, 0.4), "Low water.\nHigh water.\n"), (None, "")]
    assert tide.author and tide.author.photo and tide.author.photo.file == "photos/cover.jpg"
    assert [(type(block), block.line) for block in tide.body] == [(Paragraph, 20), (PhotoPin, 22), (PullQuote, 24)]
    assert TIDE.endswith(tide.markdown)


def test_what_is_not_printed_is_said_and_is_no_error(tmp_path: Path) -> None:
    text = ISSUE.replace('    items: [bells, "buoys"]\n', "")
    found = read_issue(make_folder(tmp_path, {"issue.yaml": text}))
    assert found.issue and "bells" in found.issue.articles
    assert [(problem.rule, problem.article or problem.ad, problem.severity) for problem in found.problems] == [
        ("empty-section", None, Severity.INFO),
        ("unplaced-ad", "ferry", Severity.INFO),
        ("unplaced-article", "bells", Severity.INFO),
        ("unplaced-article", "buoys", Severity.INFO),
        ("unplaced-article", "spare", Severity.INFO),
    ]


def test_every_error_of_a_folder_comes_in_one_run(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        ("publication", "publicaton"),
        ("date: 2025-04-05", "date: tomorrow"),
        ("- article: foreword", "- article: forword"),
        ("- tide       #", "- tidee       #"),
        ("- ad: bank\n      - {", "- ad: banc\n      - {"),
        ('"buoys"', "foreword, foreword"),
        ("half-page", "half"),
    )
    for name, text in {
        "boats": "---\ntitel: x\n---\n",
        "bells": "no front matter",
        "buoys": "---\ntitle: a: b\n---\n",
        "spare": "---\ntitle: x\nphotos: [{file: a.jpg, crop: [0, 0, 2, 1]}]\n---\n\n| a |\n|---|\n",
    }.items():
        (folder / "articles" / f"{name}.md").write_text(text)
    (folder / "articles" / "tide.md").write_bytes("---\ntitle: café\n---\n".encode("latin-1"))
    assert told(folder) == [
        "issue.yaml:2 missing-key", "issue.yaml:3 unknown-key", "issue.yaml:5 wrong-type", "issue.yaml:19 unknown-article",
        "issue.yaml:25 unknown-article", "issue.yaml:26 unknown-ad", "issue.yaml:31 outline", "issue.yaml:37 unknown-value",
        "articles/bells.md:1 front-matter", "articles/boats.md:2 unknown-key", "articles/boats.md:2 missing-key",
        "articles/buoys.md:2 yaml-syntax", "articles/spare.md:3 wrong-value", "articles/spare.md:7 unsupported-markdown",
        "articles/tide.md:2 unreadable-text",
    ]  # fmt: skip
    assert read_issue(folder).issue is None


@pytest.mark.parametrize(
    ("change", "expected", "remedy"),
    [
        (("format: 1", "format: 2"), "issue.yaml:2 format", "open it with a newer version of Digest Studio"),
        (("format: 1\n", ""), "issue.yaml:1 format", "add `format: 1` as the first line"),
        (("- contents", "- contents\n  - contents"), "issue.yaml:18 outline", "keep one"),
        (("- contents", "- foreword"), "issue.yaml:17 outline", "write `article: foreword`"),
        (("- contents", "- artcle: foreword"), "issue.yaml:17 outline", ARTICLE),
        (("section: Notes", "section: News"), "issue.yaml:30 outline", "give it another name, or join them"),
        (("- tide ", "- section: x "), "issue.yaml:25 outline", "move it out; here stands `article:` or `ad:`"),
        (("article: tide ", "article: tides "), "issue.yaml:14 unknown-article", "did you mean `tide`?"),
        (("- Boats,", "- Visits: Boats,"), "issue.yaml:15 wrong-type", "put a text that contains `: ` in quotes"),
        (("pages: auto", "pages: 0"), "issue.yaml:6 wrong-value", "write a number from 1 to 2000"),
        (("pages: auto", "page-multiple: 1000000"), "issue.yaml:6 wrong-value", "write a number from 1 to 64"),
        (("pages: auto", "first-page: -1"), "issue.yaml:6 wrong-value", "write a number from 1 to 99999"),
        (("pages: auto", "language: en_GB"), "issue.yaml:6 wrong-value", "did you mean `en-GB`?"),
        (("pages: auto", "theme: ../../x"), "issue.yaml:6 wrong-value", "a name has letters, digits, - and _"),
        (("pages: auto", "period: x"), "issue.yaml:6 duplicate-key", "keep one"),
        (("side: any", "side: top"), "issue.yaml:22 unknown-value", "there is any, left, right"),
        (("page: 1}", "page: [1, 2]}"), "issue.yaml:34 wrong-value", PAGE),
        (("not-facing: [bank]", "not-facing: [bnak]"), "issue.yaml:38 unknown-ad", "did you mean `bank`?"),
        (("photo: photos/cover", "photo: ../photos/cover"), "issue.yaml:12 unsafe-path",
         "copy the file into the issue's folder, and write its path from there"),
    ],
)  # fmt: skip
def test_what_makes_the_folder_unreadable(tmp_path: Path, change: tuple[str, str], expected: str, remedy: str) -> None:
    found = read_issue(changed(tmp_path, change))
    assert [f"{problem.source} {problem.rule}" for problem in found.problems] == [expected]
    assert found.problems[0].remedy == remedy
    assert found.problems[0].fatal and found.issue is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("photos/cover.jpg", "photos/missing.jpg"), "articles/tide.md:11 missing-file"),
        (("photo:2", "photo:3"), "articles/tide.md:22 photo-pin"),
        (("![](photo:2)", "![](photo:2)\n\n![](photo:2)"), "articles/tide.md:24 photo-pin"),
        (("The *tide*", "# The tide"), "articles/tide.md:20 unsupported-markdown"),
        (("date: 2025-03-01", "template: briefing"), "articles/tide.md:11 briefing-photos"),
    ],
)
def test_what_only_marks_a_place(tmp_path: Path, change: tuple[str, str], expected: str) -> None:
    folder = changed(tmp_path, change, name="articles/tide.md", text=TIDE)
    assert told(folder) == [expected]
    found = read_issue(folder)
    assert found.issue is not None
    assert [problem.article for problem in found.problems if problem.severity is Severity.ERROR] == ["tide"]


@pytest.mark.parametrize(
    "value",
    ["focus: [0.5, 1.4]", "crop: [0.5, 0, 0.4, 1]", "crop: [0, 0, 0.4, 1]\n    focus: [0.5, 0.5]", "shape: 3x2", "shape: 1:90"],
)
def test_a_photos_coordinates_and_shape(tmp_path: Path, value: str) -> None:
    found = read_issue(changed(tmp_path, ("focus: [0.5, 0.40]", value), name="articles/tide.md", text=TIDE))
    assert [problem.source.line for problem in found.problems if problem.fatal and problem.source] == [15 + value.count("\n")]


def test_a_ratio_is_no_time_of_day(tmp_path: Path) -> None:
    _, issue = read(changed(tmp_path, ("focus: [0.5, 0.40]", "shape: 3:2"), name="articles/tide.md", text=TIDE))
    assert issue.articles["tide"].photos[0].shape == "3:2"


def test_a_briefing_owns_its_photos_by_items(tmp_path: Path) -> None:
    text = "---\ntitle: x\ntemplate: briefing/two\nphotos: [photos/cover.jpg]\n---\nIntro.\n\n## One\n\na\n\n## Two\n\nb\n"
    assert told(make_folder(tmp_path, {"articles/boats.md": text})) == []


def test_front_matter_needs_both_its_lines(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path, {"articles/boats.md": "---\ntitle: x\n\nWords.\n", "articles/bells.md": "", "articles/buoys.md": "---\n---\nx"}
    )
    assert told(folder) == [
        "articles/bells.md:1 front-matter",
        "articles/boats.md:1 front-matter",
        "articles/buoys.md:1 front-matter",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(tmp_path: Path, end: str) -> None:
    text = TIDE.replace("The *tide*", "# The tide").replace("\n", end)
    assert told(make_folder(tmp_path, {"articles/tide.md": "\ufeff" + text})) == ["articles/tide.md:20 unsupported-markdown"]


def test_a_file_whose_name_is_no_id_is_not_an_article(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path, {"articles/my notes.md": "x", "articles/.hidden.md": "x", "articles/notes.txt": "x", "README": "x"}
    )
    found = read_issue(folder)
    assert found.issue is not None
    assert [(str(problem.source), problem.severity) for problem in found.problems if problem.severity is not Severity.INFO] == [
        ("articles/my notes.md", Severity.WARNING)
    ]


def test_hyphenated_words_are_checked(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path, {"hyphenation/en.txt": "pro-ject\ntwo words\nl'a-mi\n-x\n", "hyphenation/english words.txt": "x"}
    )
    assert told(folder) == [
        "hyphenation/en.txt:2 hyphenation",
        "hyphenation/en.txt:4 hyphenation",
        "hyphenation/english words.txt hyphenation",
    ]
    _, issue = read(folder)
    assert issue.hyphenation == {"en": ("pro-ject", "l'a-mi")}


def test_a_folder_that_is_no_issue(tmp_path: Path) -> None:
    make_folder(tmp_path / "inner")
    assert [problem.remedy for problem in read_issue(tmp_path).problems] == [f"did you mean {tmp_path / 'inner'}?"]
    for folder in (tmp_path / "nowhere", tmp_path / "inner" / "issue.yaml", tmp_path / "inner" / "ads"):
        found = read_issue(folder)
        assert found.issue is None and [problem.rule for problem in found.problems] == ["no-issue"]


def test_the_studios_own_folder_is_never_read(tmp_path: Path) -> None:
    make_folder(tmp_path, {".studio/issue.yaml": "::"})
    os.mkfifo(tmp_path / ".studio" / "pipe")
    assert told(tmp_path) == []


def test_a_minimal_issue(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text(article("A"))
    (tmp_path / "issue.yaml").write_text("format: 1\npublication: 2024\nperiod: 1/2\noutline: [{article: a}, contents]\n")
    _, issue = read(tmp_path)
    assert (issue.publication, issue.period, issue.ads, issue.cover) == ("2024", "1/2", {}, None)
    assert [type(entry) for entry in issue.outline] == [ArticleEntry, ContentsEntry]
    assert not any(isinstance(entry, Section) for entry in issue.outline)
    assert Headline(article="a") != Headline(text="a")
