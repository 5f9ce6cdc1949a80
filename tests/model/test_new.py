"""A new folder is an issue at once; the next issue begins with what stays from the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest_studio.base.diagnostics import Severity
from digest_studio.model.issue import AdEntry, ArticleEntry, ContentsEntry, Divider, Imprint, Section
from digest_studio.model.new import new_issue
from digest_studio.model.read import read_issue
from tests.model.folder import ISSUE, contents, make_folder, read


def test_a_new_issue_has_cover_contents_section_and_article(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "spring"
    assert new_issue(folder, publication="Harbour: Review", period="1/2025", theme="quarterly", language="en-GB") == ()
    found = read_issue(folder)
    assert found.problems == () and found.issue
    issue = found.issue
    assert (issue.publication, issue.period, issue.theme, issue.language) == ("Harbour: Review", "1/2025", "quarterly", "en-GB")
    contents_entry, section = issue.outline
    assert isinstance(contents_entry, ContentsEntry) and isinstance(section, Section)
    assert [item.article for item in section.items if isinstance(item, ArticleEntry)] == list(issue.articles)
    assert issue.cover and issue.cover.headlines[0].article in issue.articles


def test_the_next_issue_takes_what_stays(tmp_path: Path) -> None:
    last = make_folder(tmp_path / "spring", {"issue.yaml": ISSUE.replace("number: 1/2025", "number: 1/2025\n  issn: 1234-5678")})
    before = contents(last)
    folder = tmp_path / "summer"
    assert new_issue(folder, from_issue=last, period="Summer 2025") == ()
    _, issue = read(folder)
    _, old = read(last)
    assert (issue.publication, issue.period, issue.date, issue.pages) == ("Harbour Review", "Summer 2025", None, None)
    assert issue.masthead == old.masthead and issue.imprint == Imprint(issn="1234-5678")
    assert issue.theme_overrides == old.theme_overrides and issue.hyphenation == old.hyphenation
    assert {name: ad.file for name, ad in issue.ads.items()} == {name: ad.file for name, ad in old.ads.items()}
    assert (folder / "ads/bank.jpg").read_bytes() == before["ads/bank.jpg"]
    sections = [
        (entry.name, entry.divider, [type(item) for item in entry.items]) for entry in issue.outline if isinstance(entry, Section)
    ]
    assert sections == [("News", Divider(), [ArticleEntry, AdEntry]), ("Notes", None, [])]
    assert not set(issue.articles) & set(old.articles) and not list((folder / "photos").iterdir())
    assert [problem.severity for problem in read_issue(folder).problems] == [Severity.INFO] * 2
    assert contents(last) == before


def test_an_issue_that_cannot_be_read_is_no_beginning(tmp_path: Path) -> None:
    last = make_folder(tmp_path / "spring", {"issue.yaml": "format: 9"})
    assert [problem.rule for problem in new_issue(tmp_path / "summer", from_issue=last)] == ["format"]
    assert not (tmp_path / "summer").exists()


@pytest.mark.parametrize(("theme", "language"), [("../x", "en"), ("quarterly", "english words")])
def test_wishes_that_cannot_be(tmp_path: Path, theme: str, language: str) -> None:
    problems = new_issue(tmp_path / "new", theme=theme, language=language)
    assert [problem.rule for problem in problems] == ["wrong-value"] and not (tmp_path / "new").exists()


def test_only_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert new_issue(tmp_path) == ()
    before = contents(tmp_path)
    assert [problem.rule for problem in new_issue(tmp_path)] == ["folder-not-empty"]
    assert [problem.rule for problem in new_issue(tmp_path / "issue.yaml")] == ["folder-not-empty"]
    assert contents(tmp_path) == before
