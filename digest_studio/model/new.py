"""A new issue's folder: one that exports as it is, or the next issue of a publication.

From an earlier issue come publication, tagline, language, typography, page multiple, masthead, imprint (not its number),
press, theme, theme.yaml, hyphenation, sections and booked advertisements with their files and places; never its articles,
photos or cover. Its sections are there at once, empty ones too: they are valid, and not printed until something stands in them.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.say import say
from digest_studio.model import encode
from digest_studio.model.issue import (
    AdEntry,
    Article,
    ArticleEntry,
    ContentsEntry,
    Cover,
    Divider,
    Headline,
    Issue,
    OutlineEntry,
    Section,
)
from digest_studio.model.read import ARTICLES, HYPHENATION, ISSUE, THEME, read_issue
from digest_studio.model.values import FORMAT, ID, is_language
from digest_studio.source import emit
from digest_studio.source.atomic import write_files
from digest_studio.source.decode import problem
from digest_studio.source.nodes import shown

PUBLICATION = "Our Digest"
PERIOD = "First issue"
NEXT_PERIOD = "Next issue"
SECTION = "News"
FIRST = "first-article"

_HEAD = """\
# The issue: what it is, and what stands in it in reading order. Every article is a file in articles/; put photographs
# into photos/ and advertisements into ads/. Make the PDF with: digest-studio export THIS-FOLDER
"""
_ARTICLE = Article(
    FIRST,
    "Put the news into this first line",
    (),
    kicker="How to begin",
    standfirst="A standfirst says in two sentences what the reader will learn, and why it matters today.",
    byline="The editors",
    status="draft",
    markdown="""\
This is an article. Its title, standfirst and byline stand between the two lines of dashes at the top of the file; the
text follows below them. An empty line starts a new paragraph. Words can be *emphasised* or **strong**, and addresses
such as <https://example.org> become links.

Write the photographs of the article into the head of the file, in the order of their weight, each with a caption, a
credit, and a description for those who cannot see it. The pages are laid out by themselves: how many photographs there
are, and how long the text is, decides how the article will look.

> [!pull]
> A pull quote repeats the best sentence of the text.

## A heading makes a long text easy to enter

Lists, quotations and boxes are written as one writes them in an e-mail:

- a line that begins with a dash is an item of a list;
- a line that begins with the greater-than sign belongs to a quotation.

Copy this file for every article, give it a short name, and put that name into the outline in issue.yaml. An article
that no outline names stays in the folder and is not printed.

> [!box] Before it goes to the printer
> Run the check: it names every missing picture, every line that does not fit and every letter that no font has, with
> the file and the line where you can mend it.
""",
)


def new_issue(
    folder: Path,
    *,
    theme: str | None = None,
    publication: str | None = None,
    period: str | None = None,
    tagline: str | None = None,
    language: str | None = None,
    from_issue: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Makes an issue in `folder`, which must be empty or not there yet. Any problem returned means that nothing was made.

    What is not given comes from the earlier issue `from_issue`, or is a plain beginning. Raises OSError.
    """
    if refusal := _refusal(folder, theme, language):
        return (refusal,)
    earlier = None
    if from_issue:
        read = read_issue(from_issue)
        if read.issue is None:
            return read.problems
        earlier = read.issue
    issue = _next(earlier, folder, period) if earlier else _first(folder)
    wishes = {"theme": theme, "publication": publication, "period": period, "tagline": tagline, "language": language}
    issue = replace(issue, **{name: wish for name, wish in wishes.items() if wish})  # type: ignore[arg-type]
    if earlier:
        _copy_files(Path(earlier.folder), earlier, folder)
    write_files({folder / name: text.encode() for name, text in _texts(issue).items()})
    for place in ("photos", "ads"):
        (folder / place).mkdir(exist_ok=True)
    return ()


def _refusal(folder: Path, theme: str | None, language: str | None) -> Diagnostic | None:
    """Why no issue can be made there. Hidden files (.git) do not count."""
    source = Source(str(folder))
    if folder.exists() and not folder.is_dir():
        return problem("folder-not-empty", source, say("there is a file of this name"), say("name a new folder"))
    if folder.is_dir() and (found := next((path.name for path in folder.iterdir() if not path.name.startswith(".")), None)):
        return problem(
            "folder-not-empty",
            source,
            say("the folder is not empty: there is {file}", file=shown(found)),
            say("name a new folder"),
        )
    if theme and not ID.fullmatch(theme):
        return problem(
            "wrong-value",
            source,
            say("`{theme}` is no theme's name", theme=shown(theme)),
            say("a name has letters, digits, - and _"),
        )
    if language and not is_language(language):
        return problem(
            "wrong-value",
            source,
            say("`{language}` is no language tag", language=shown(language)),
            say("write a BCP 47 tag: en, ru, kk, pt-BR"),
        )
    return None


def _first(folder: Path) -> Issue:
    outline = (ContentsEntry(), Section(SECTION, (ArticleEntry(FIRST),)))
    return Issue(str(folder), PUBLICATION, PERIOD, outline, {FIRST: _ARTICLE}, {}, cover=_cover())


def _next(earlier: Issue, folder: Path, period: str | None) -> Issue:
    """The issue after `earlier`."""
    imprint = replace(earlier.imprint, number="") if earlier.imprint else None
    return replace(
        earlier,
        folder=str(folder),
        period=period or NEXT_PERIOD,
        date=None,
        pages=None,
        imprint=imprint,
        cover=_cover(),
        outline=_with_first_article(tuple(_kept(earlier))),
        articles={FIRST: _ARTICLE},
    )


def _cover() -> Cover:
    return Cover(headlines=(Headline(article=FIRST),))


def _kept(earlier: Issue) -> list[OutlineEntry]:
    """The outline without articles and pictures."""
    kept: list[OutlineEntry] = []
    for entry in earlier.outline:
        if isinstance(entry, ContentsEntry):
            kept.append(ContentsEntry())
        elif isinstance(entry, AdEntry):
            kept.append(entry)
        elif isinstance(entry, Section):
            divider = Divider(side=entry.divider.side) if entry.divider else None
            kept.append(Section(entry.name, tuple(item for item in entry.items if isinstance(item, AdEntry)), divider))
    return kept


def _with_first_article(outline: tuple[OutlineEntry, ...]) -> tuple[OutlineEntry, ...]:
    """The outline with the first article in its first section."""
    entry = ArticleEntry(FIRST)
    for at, section in enumerate(outline):
        if isinstance(section, Section):
            return (*outline[:at], replace(section, items=(entry, *section.items)), *outline[at + 1 :])
    return (*outline, Section(SECTION, (entry,)))


def _texts(issue: Issue) -> Mapping[str, str]:
    """The folder's texts by name, issue.yaml last: a folder without it is not an issue yet."""
    values = {"format": FORMAT} | {key: value for key, value in encode.issue_values(issue).items() if value != {}}
    order = ("format", "publication", "tagline", "period", "language", "theme")
    keys = [key for key in order if key in values] + [key for key in values if key not in (*order, "outline", "ads")]
    keys += [key for key in ("outline", "ads") if key in values]
    lines = [emit.entry(key, values[key], 0, "\n") for key in keys]
    head = [emit.entry(key, value, 0, "\n") for key, value in encode.front_matter(_ARTICLE).items()]
    article = "\n".join(["---", *head, "---", _ARTICLE.markdown])
    return {f"{ARTICLES}/{FIRST}.md": article, ISSUE: _HEAD + "\n".join(lines) + "\n"}


def _copy_files(origin: Path, earlier: Issue, folder: Path) -> None:
    """The files that an issue takes from the one before: artwork, the theme's overrides, hyphenated words."""
    names = [ad.file for ad in earlier.ads.values()]
    names += [f"{HYPHENATION}/{language}.txt" for language in earlier.hyphenation]
    names += [THEME] if earlier.theme_overrides is not None else []
    for name in names:
        if (origin / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(origin / name, folder / name)
