"""Saving touches what changed and nothing else: not a comment, not a quotation mark, not a line end, not another file."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest_studio.model import edits
from digest_studio.model.body import Paragraph
from digest_studio.model.edits import Edit, Place
from digest_studio.model.issue import AdEntry, Article, ArticleEntry, Author, Headline, Imprint, Issue, Photo, Section
from digest_studio.model.read import read_issue
from digest_studio.model.write import save
from tests.model.folder import ISSUE, TIDE, contents, make_folder, read


def diff(before: str, after: str) -> list[str]:
    """The lines that went (-), then those that came (+)."""
    return sorted(
        (line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"),
        key=lambda line: line[0] == "+",
    )


def saved(folder: Path, edit: Edit) -> dict[str, list[str]]:
    """Saves an edit of the folder's issue; the lines that changed, by file. Reading again must give the edited issue."""
    before = contents(folder)
    result, _ = read(folder)
    done = save(result, edit[1])
    assert done.problems == ()
    after = contents(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {str(path.relative_to(folder)) for path in done.written}
    _, again = read(folder)
    assert stripped(again) == stripped(edit[1])
    return {name: diff(before.get(name, b"").decode(), after[name].decode()) for name in changed}


def stripped(issue: Issue) -> str:
    """An issue as text without lines."""
    articles = [
        (article.id, replace(article, source=None, body=(), body_line=1,
                             photos=tuple(replace(p, source=None) for p in article.photos),
                             author=article.author and replace(article.author, source=None, photo=None)))
        for article in issue.articles.values()
    ]  # fmt: skip
    entries = [
        (type(e).__name__, getattr(e, "article", getattr(e, "ad", "")), getattr(e, "contents", ""), s and s.name)
        for e, s in issue.entries()
    ]
    sections = [(s.name, s.divider and s.divider.side) for s in issue.outline if isinstance(s, Section)]
    whole = replace(issue, articles={}, outline=(), ads={}, cover=None)
    lines = [(h.article, h.text) for h in issue.cover.headlines] if issue.cover else []
    ads = [replace(ad, source=None) for ad in issue.ads.values()]
    return repr((sorted(articles), entries, sections, whole, lines, ads)).replace("\\r\\n", "\\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


def test_an_unchanged_issue_writes_nothing(folder: Path) -> None:
    times = {name: (folder / name).stat().st_mtime_ns for name in contents(folder)}
    result, issue = read(folder)
    assert save(result, issue).written == ()
    assert save(result, replace(issue, articles=dict(issue.articles))).written == ()
    assert times == {name: (folder / name).stat().st_mtime_ns for name in contents(folder)}


def test_a_moved_article_takes_its_comments_along(folder: Path) -> None:
    _, issue = read(folder)
    lines = "      # ask the harbour master\n      - tide       # waits for the photograph\n"
    rest = "      - ad: bank\n      - {article: boats, contents: false}\n"
    assert lines + rest in ISSUE
    saved(folder, edits.place_article(issue, "tide", Place("News", 2)))
    moved = (folder / "issue.yaml").read_text()
    assert moved == ISSUE.replace(lines + rest, rest + lines)
    saved(folder, edits.place_article(read(folder)[1], "tide", Place(None, 0)))
    first = "  # ask the harbour master\n  - article: tide       # waits for the photograph\n"
    assert (folder / "issue.yaml").read_text() == ISSUE.replace(lines, "").replace("outline:\n", "outline:\n" + first)
    saved(folder, edits.place_article(read(folder)[1], "tide", Place("News", 0)))
    assert (folder / "issue.yaml").read_text() == ISSUE.replace(lines, lines.replace("- tide", "- article: tide"))


def test_comments_come_along_into_a_list_in_brackets(folder: Path) -> None:
    _, issue = read(folder)
    saved(folder, edits.place_article(issue, "tide", Place("Notes", 1)))
    lines = (folder / "issue.yaml").read_text().split("  # the quiet part\n")[1].split("\n")
    assert lines[:6] == [
        "  - section: Notes",
        "    items:",
        "      - bells",
        "      # ask the harbour master",
        "      - tide       # waits for the photograph",
        '      - "buoys"',
    ]


def test_an_article_moves_into_a_list_in_brackets_and_out(folder: Path) -> None:
    _, issue = read(folder)
    there = saved(folder, edits.place_article(issue, "spare", Place("Notes", 1)))["issue.yaml"]
    assert '+     items: [bells, spare, "buoys"]' in there
    back = saved(folder, edits.place_article(read(folder)[1], "buoys", Place("News", 0)))["issue.yaml"]
    assert [line for line in back if line[0] == "+"] == ["+       - buoys", "+     items: [bells, spare]"]


def test_a_moved_section_takes_everything_along(folder: Path) -> None:
    _, issue = read(folder)
    changes = saved(folder, edits.move_entry(issue, Place(None, 3), Place(None, 0)))["issue.yaml"]
    lines = ["  # the quiet part", "  - section: Notes", '    items: [bells, "buoys"]']
    assert [line[2:] for line in changes if line[0] == "+" and line.strip("+ ")] == lines


def test_advertisements_are_placed_moved_and_taken_out(folder: Path) -> None:
    _, issue = read(folder)
    assert saved(folder, edits.place_ad(issue, "ferry", Place("News", 1))) == {"issue.yaml": ["+       - ad: ferry"]}
    saved(folder, edits.move_entry(read(folder)[1], Place("News", 1), Place(None, 1)))
    taken = edits.take_out(read(folder)[1], Place(None, 1))
    saved(folder, taken)
    assert (folder / "issue.yaml").read_text() == ISSUE


def test_an_article_from_the_pool_gets_a_line(folder: Path) -> None:
    _, issue = read(folder)
    label, edited = edits.place_article(issue, "spare", Place("News", 1))
    assert label == "Place “Spare”"
    assert saved(folder, (label, edited)) == {"issue.yaml": ["+       - spare"]}


def test_a_section_may_become_empty_and_full_again(folder: Path) -> None:
    for article in ("bells", "buoys"):
        _, issue = read(folder)
        place = edits.place_of(issue, article)
        assert place
        saved(folder, edits.take_out(issue, place))
    for _ in range(3):
        saved(folder, edits.take_out(read(folder)[1], Place("News", 0)))
    _, issue = read(folder)
    assert [entry.items for entry in issue.outline if isinstance(entry, Section)] == [(), ()]
    saved(folder, edits.place_article(issue, "bells", Place("News", 0)))
    saved(folder, edits.place_article(read(folder)[1], "buoys", Place("Notes", 0)))


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"title": "New: tide"}, ['- title: "The tide: a year\'s work"', '+ title: "New: tide"']),
        ({"kicker": "Sea"}, ["- kicker: Water     # short", "+ kicker: Sea     # short"]),
        ({"kicker": "Sea: salt"}, ["- kicker: Water     # short", '+ kicker: "Sea: salt"     # short']),
        ({"kicker": ""}, ["- kicker: Water     # short"]),
        ({"byline": "Ana", "pages": 2}, ["+ byline: Ana", "+ pages: 2"]),
        ({"date": None}, ["- date: 2025-03-01"]),
        ({"standfirst": "One.\nTwo.\n"}, None),
        ({"author": None}, ["- author: {name: Ana, photo: photos/cover.jpg}"]),
        ({"photos": ()}, None),
    ],
)  # fmt: skip
def test_front_matter_changes_by_lines(folder: Path, changes: dict[str, object], lines: list[str] | None) -> None:
    _, issue = read(folder)
    found = saved(folder, edits.set_article(issue, "tide", changes))["articles/tide.md"]
    assert lines is None or found == lines


def test_inside_braces_and_lists(folder: Path) -> None:
    _, issue = read(folder)
    tide = issue.articles["tide"]
    assert tide.author
    author = replace(tide.author, role="Pilot, retired")
    assert saved(folder, edits.set_article(issue, "tide", {"author": author}))["articles/tide.md"] == [
        "- author: {name: Ana, photo: photos/cover.jpg}",
        '+ author: {name: Ana, photo: photos/cover.jpg, role: "Pilot, retired"}',
    ]
    first, second = tide.photos
    photos = (replace(first, focus=(0.5, 0.25), caption="High.\n", alt=""), replace(second, alt="Tide"))
    assert saved(folder, edits.set_article(read(folder)[1], "tide", {"photos": photos}))["articles/tide.md"] == [
        "-       Low water.",
        "-       High water.",
        "-     focus: [0.5, 0.40]",
        "-   - photos/cover.jpg",
        "+       High.",
        "+     focus: [0.5, 0.25]",
        '+     alt: ""',
        "+   - {file: photos/cover.jpg, alt: Tide}",
    ]


def test_photos_change_places_with_their_comments(folder: Path) -> None:
    _, issue = read(folder)
    first, second = issue.articles["tide"].photos
    other = replace(second, file="ads/bank.jpg")
    saved(folder, edits.set_article(issue, "tide", {"photos": (first, other)}))
    saved(folder, edits.set_article(read(folder)[1], "tide", {"photos": (other, first)}))
    text = (folder / "articles/tide.md").read_text()
    assert "photos:\n  - ads/bank.jpg\n  # opens the story\n  - file: photos/cover.jpg\n    caption: |\n" in text


def test_the_body_changes_apart_from_the_front_matter(folder: Path) -> None:
    _, issue = read(folder)
    markdown = issue.articles["tide"].markdown.replace("The *tide*", "A **tide**")
    label, edited = edits.replace_body(issue, "tide", markdown)
    assert label.startswith("Edit “The tide")
    assert isinstance(edited.articles["tide"].body[0], Paragraph)
    assert saved(folder, (label, edited)) == {"articles/tide.md": ["- The *tide* came in.", "+ A **tide** came in."]}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_line_ends_and_marks_stay(tmp_path: Path, end: str, mark: str, last: str) -> None:
    def dressed(text: str) -> str:
        return mark + text.rstrip("\n").replace("\n", end) + last.replace("\n", end)

    folder = make_folder(tmp_path, {"issue.yaml": dressed(ISSUE), "articles/tide.md": dressed(TIDE)})
    _, issue = read(folder)
    _, issue = edits.place_article(issue, "tide", Place(None, 1))
    _, issue = edits.set_article(issue, "tide", {"byline": "Ana", "kicker": "Sea"})
    issue = replace(issue, tagline="On the water")
    _, issue = edits.replace_body(issue, "tide", issue.articles["tide"].markdown + "\nMore.\n")
    saved(folder, ("", issue))
    for name in ("issue.yaml", "articles/tide.md"):
        data = (folder / name).read_bytes()
        assert data.startswith(mark.encode()) and data.count(b"\n") == data.count(end.encode())
        assert data.count(b"\xef\xbb\xbf") == len(mark)
    assert (folder / "issue.yaml").read_bytes().endswith(f"tagline: On the water{last.replace(chr(10), end)}".encode())


def test_new_keys_of_the_issue(folder: Path) -> None:
    _, issue = read(folder)
    assert issue.cover and issue.masthead
    issue = replace(
        issue, pages=44, imprint=Imprint("2/2025", editors=("Ana", "Rui, Dr.")),
        masthead=replace(issue.masthead, email="a@b.org"),
        cover=replace(issue.cover, headlines=(Headline(text="Only: this"), *issue.cover.headlines[:1])),
    )  # fmt: skip
    changes = saved(folder, ("", issue))["issue.yaml"]
    assert {"- pages: auto", "+ pages: 44"} <= set(changes)
    assert '+   editors: [Ana, "Rui, Dr."]' in changes
    assert "    - article: tide          # the long one" in (folder / "issue.yaml").read_text().splitlines()


def test_a_new_article_is_a_new_file(folder: Path) -> None:
    _, issue = read(folder)
    body = "Fresh *words*.\n"
    new = Article(
        "gulls",
        "Gulls: a study",
        (),
        byline="Ana",
        photos=(Photo("photos/cover.jpg", alt=""),),
        author=Author("Ana"),
        markdown="",
    )
    _, issue = edits.replace_body(replace(issue, articles={**issue.articles, "gulls": new}), "gulls", body)
    _, issue = edits.place_article(issue, "gulls", Place("News", 0))
    result, _ = read(folder)
    assert [path.name for path in save(result, issue).written] == ["gulls.md", "issue.yaml"]
    _, again = read(folder)
    assert again.articles["gulls"].title == "Gulls: a study" and again.articles["gulls"].markdown == body


def test_the_themes_overrides_are_written_as_they_are(folder: Path) -> None:
    _, issue = read(folder)
    assert list(saved(folder, ("", replace(issue, theme_overrides="# ours\nfill: 0.5\n")))) == ["theme.yaml"]


def test_an_article_that_the_issue_lacks_stays_in_its_file(folder: Path) -> None:
    result, issue = read(folder)
    before = contents(folder)
    assert save(result, replace(issue, articles={k: v for k, v in issue.articles.items() if k != "spare"})).written == ()
    assert contents(folder) == before


@pytest.mark.parametrize("what", ["changed", "deleted"])
def test_another_programs_change_is_not_overwritten(folder: Path, what: str) -> None:
    result, issue = read(folder)
    _, issue = edits.set_article(issue, "tide", {"kicker": "Sea"})
    _, issue = edits.set_article(issue, "boats", {"kicker": "Sea"})
    path = folder / "articles/tide.md"
    path.write_text("somebody's work") if what == "changed" else path.unlink()
    before = contents(folder)
    done = save(result, issue)
    assert done.written == () and contents(folder) == before
    assert [(problem.rule, str(problem.source)) for problem in done.problems] == [("changed-on-disk", "articles/tide.md")]
    assert what in done.problems[0].message


def test_saving_goes_on_from_what_was_saved(folder: Path) -> None:
    result, issue = read(folder)
    for kicker in ("One", "Two"):
        _, issue = edits.set_article(issue, "tide", {"kicker": kicker})
        done = save(result, issue)
        assert [path.name for path in done.written] == ["tide.md"]
        result = done.read
    assert save(result, issue).written == ()


def test_a_form_that_cannot_be_spliced_is_written_anew_and_nothing_else(tmp_path: Path) -> None:
    text = ISSUE.replace("      - ad: bank\n      - {article", "      -\n        ad: bank\n      -   # odd\n        {article")
    folder = make_folder(tmp_path, {"issue.yaml": text})
    _, issue = read(folder)
    changes = saved(folder, edits.place_article(issue, "tide", Place("News", 2)))
    assert list(changes) == ["issue.yaml"]
    after = (folder / "issue.yaml").read_text()
    assert after.split("outline:")[0] == text.split("outline:")[0]
    assert after[after.index("ads:") :] == text[text.index("ads:") :]


def _places(issue: Issue) -> list[Place]:
    sections = [(None, len(issue.outline)), *((e.name, len(e.items)) for e in issue.outline if isinstance(e, Section))]
    return [Place(name, position) for name, count in sections for position in range(count)]


def _edited(data: st.DataObject, issue: Issue) -> Issue:
    """One random edit."""
    words = st.text(
        st.characters(codec="utf-8", exclude_characters="\x00\r", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20
    )
    names = sorted(issue.articles)
    kind = data.draw(st.sampled_from(["move", "place", "ad", "take", "field", "body", "top"]))
    if kind == "move":
        origin = data.draw(st.sampled_from(_places(issue)))
        lists: dict[str | None, tuple[object, ...]] = {
            None: issue.outline,
            **{e.name: e.items for e in issue.outline if isinstance(e, Section)},
        }
        entry = lists[origin.section][origin.position]
        if not isinstance(entry, ArticleEntry | AdEntry):
            return edits.move_entry(issue, origin, Place(None, data.draw(st.integers(0, len(issue.outline) - 1))))[1]
        target = Place(data.draw(st.sampled_from(list(lists))), data.draw(st.integers(0, 4)))
        return edits.move_entry(issue, origin, target)[1]
    if kind == "place":
        return edits.place_article(issue, data.draw(st.sampled_from(names)), Place("News", data.draw(st.integers(0, 3))))[1]
    if kind == "ad":
        return edits.place_ad(issue, data.draw(st.sampled_from(sorted(issue.ads))), Place(None, data.draw(st.integers(0, 3))))[1]
    if kind == "take":
        items = [place for place in _places(issue) if place.section]
        return edits.take_out(issue, data.draw(st.sampled_from(items)))[1] if items else issue
    if kind == "top":
        return replace(issue, tagline=data.draw(words), pages=data.draw(st.none() | st.integers(1, 99)))
    name = data.draw(st.sampled_from(names))
    if kind == "body":
        return edits.replace_body(issue, name, data.draw(words.map("Text {} more\n".format)))[1]
    field = data.draw(st.sampled_from(["title", "kicker", "standfirst", "byline", "contents_title"]))
    value = data.draw(words.filter(lambda text: bool(text.strip())) if field == "title" else words)
    return edits.set_article(issue, name, {field: value})[1]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_edits_in_any_order_are_what_is_read_again(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = make_folder(tmp_path_factory.mktemp("issue"))
    result, issue = read(folder)
    always_placed = True  # an entry that is not placed when the folder is saved takes its comment with it
    for _ in range(data.draw(st.integers(1, 4))):
        issue = _edited(data, issue)
        for _ in range(data.draw(st.integers(0, 2))):
            issue = _edited(data, issue)
        done = save(result, issue)
        assert done.problems == ()
        result = done.read
        always_placed = always_placed and edits.place_of(issue, "foreword") is not None
    found = read_issue(folder)
    assert found.issue, [str(problem) for problem in found.problems]
    assert stripped(found.issue) == stripped(issue)
    comments = ["# Harbour Review, spring", "# as on the masthead", "# the quiet part"]
    comments += ["# first, before anything else"] if always_placed else []
    text = (folder / "issue.yaml").read_text()
    assert [comment for comment in comments if comment not in text] == []
