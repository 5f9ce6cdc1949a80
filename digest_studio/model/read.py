"""An issue's folder -> the issue, and every problem of the folder in one run.

`issue` is None exactly when a problem is fatal: when a file cannot be read or says what the format does not know. Any
other problem (a missing photo, a table in an article) leaves the issue whole, with its place marked.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import say
from digest_studio.base.values import dataclass
from digest_studio.model import checks
from digest_studio.model.forms import HOOKS
from digest_studio.model.issue import Article, Issue
from digest_studio.model.values import ID, article_values, format_problem, is_language, issue_values
from digest_studio.source.decode import decode, problem
from digest_studio.source.markdown import parse_body
from digest_studio.source.nodes import Map, Node, shown
from digest_studio.source.paths import (
    MAX_ARTICLE_BYTES,
    MAX_FOLDER_BYTES,
    MAX_LIST_BYTES,
    MAX_YAML_BYTES,
    TextFile,
    read_text,
)
from digest_studio.source.yaml import parse_yaml

ISSUE = "issue.yaml"
ARTICLES = "articles"
THEME = "theme.yaml"
HYPHENATION = "hyphenation"
MAX_FILES = 2000
"""Articles in a folder; a yearbook of a hundred sections has a few hundred."""
MAX_PROBLEMS = 500
"""Problems told of a folder. More have one cause, and nobody reads them."""

_CLOSE = re.compile(r"(?:(?<=\n)|(?<=\r))---[ \t]*(?:\r\n|\n|\r|\Z)")
_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """`files` are the texts as read, by their names in the folder: what `write.save` starts from. `partial` is what could be
    read of an issue with a fatal problem, to be looked at and never to be written."""

    issue: Issue | None
    problems: tuple[Diagnostic, ...]
    files: Mapping[str, TextFile]
    partial: Issue | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """An article's text cut in two. `yaml` starts at the character `yaml_start`, `body` at `body_start`, in `body_line`."""

    yaml: str
    yaml_start: int
    body: str
    body_start: int
    body_line: int


def read_issue(folder: Path) -> ReadResult:
    """Reads the issue in `folder`. Raises nothing for what its author wrote."""
    reading = _Reading(folder)
    if not reading.is_issue():
        return ReadResult(None, tuple(reading.problems), {})
    node = reading.issue_node()
    articles = reading.articles()
    hyphenation = reading.hyphenation()
    theme = reading.text(THEME, MAX_YAML_BYTES) if (folder / THEME).exists() else None
    issue = reading.issue(node, articles, theme, hyphenation) if node else None
    problems = tuple(sorted(reading.problems, key=_place)[:MAX_PROBLEMS])
    if any(found.fatal for found in reading.problems):
        return ReadResult(None, _with_fatal(problems, reading.problems), reading.files, partial=issue)
    return ReadResult(issue, problems, reading.files)


def split_article(file: TextFile) -> Parts | Diagnostic:
    """The front matter and the body of an article's text."""
    opening = _OPEN.match(file.text)
    if opening is None:
        remedy = say("start the file with a line `---`, `title: …` and a second `---`")
        message = say("the file is empty" if not file.text.strip() else "the front matter is missing")
        return problem("front-matter", Source(file.name, 1), message, remedy)
    closing = _CLOSE.search(file.text, opening.end())
    if closing is None:
        remedy = say("end it with a line of its own, `---`, before the text")
        return problem("front-matter", Source(file.name, 1), say("the front matter has no end"), remedy)
    line = len(_LINE_END.findall(file.text, 0, closing.end())) + 1
    yaml = file.text[opening.end() : closing.start()]
    return Parts(yaml, opening.end(), file.text[closing.end() :], closing.end(), line)


def parse_article(file: TextFile, article_id: str) -> tuple[Article | None, list[Diagnostic]]:
    """An article from its text, or None when its front matter is wrong; and what is wrong in front matter and body."""
    parts = split_article(file)
    if isinstance(parts, Diagnostic):
        return None, [replace(parts, article=article_id)]
    node, found = parse_yaml(parts.yaml, file.name, 1)
    problems = list(found)
    body, found = parse_body(parts.body, file.name, parts.body_line)
    given = {"id": article_id, "body": body, "markdown": parts.body, "body_line": parts.body_line}
    made = _made_article(node, given, file.name, problems)
    problems += found
    if made and not any(each.fatal for each in problems):
        problems += checks.article(made)
    return made, [replace(each, article=article_id) for each in problems]


def _made_article(node: Node | None, given: Mapping[str, object], file: str, problems: list[Diagnostic]) -> Article | None:
    if node is None:
        if not problems:
            problems.append(
                problem("front-matter", Source(file, 1), say("the front matter is empty"), say("write at least `title: …`"))
            )
        return None
    made = decode(node, Article, problems, hooks=HOOKS, given=given, partial=True)
    if made and isinstance(node, Map):
        problems += article_values(made, node)
    return made


class _Reading:
    """One reading of a folder: what was read and what was wrong, gathered file by file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Diagnostic] = []
        self.files: dict[str, TextFile] = {}

    def is_issue(self) -> bool:
        """Whether there is a folder with an issue.yaml."""
        if not self._folder.is_dir():
            what = say("it is a file" if self._folder.exists() else "there is no such folder")
            self.problems.append(
                problem("no-issue", Source(str(self._folder)), what, say("name the folder that has issue.yaml in it"))
            )
            return False
        if not os.path.lexists(self._folder / ISSUE):
            remedy = say("start one with `digest-studio new {folder}`", folder=shown(str(self._folder)))
            near = sorted(path.parent.name for path in self._folder.glob(f"*/{ISSUE}"))
            if near:
                remedy = say("did you mean {found}?", found=str(self._folder / near[0]))
            self.problems.append(problem("no-issue", Source(ISSUE), say("there is no issue.yaml in this folder"), remedy))
            return False
        return True

    def text(self, name: str, limit: int) -> TextFile | None:
        """The text of a file, kept for writing; None after recording why it cannot be read."""
        found = read_text(self._folder, name, limit)
        if isinstance(found, Diagnostic):
            self.problems.append(replace(found, fatal=True))
            return None
        self.files[name] = found
        return found

    def issue_node(self) -> Map | None:
        """issue.yaml as nodes, when its format is ours."""
        file = self.text(ISSUE, MAX_YAML_BYTES)
        if file is None:
            return None
        node, found = parse_yaml(file.text, ISSUE)
        self.problems += found
        if node is None:
            if not found:
                self.problems.append(
                    problem(
                        "format", Source(ISSUE, 1), say("the file is empty"), say("write `format: 1`, `publication: …` and so on")
                    )
                )
            return None
        wrong = format_problem(node)
        if wrong:
            self.problems.append(wrong)
        newer = wrong is not None and isinstance(node, Map) and "format" in node.entries
        return node if isinstance(node, Map) and not newer else None

    def articles(self) -> dict[str, Article | None]:
        """Every article of the folder by its id, in the order of the ids; None for those that could not be read."""
        found: dict[str, Article | None] = {}
        size = 0
        for name in self._names(ARTICLES, ".md"):
            stem = unicodedata.normalize("NFC", name[:-3])
            if not ID.fullmatch(stem):
                remedy = say("rename it: letters, digits, - and _")
                message = say("the file's name is no id, so the article is not read")
                self.problems.append(Diagnostic("article-name", message, remedy, Severity.WARNING, Source(f"{ARTICLES}/{name}")))
                continue
            file = self.text(f"{ARTICLES}/{name}", min(MAX_ARTICLE_BYTES, MAX_FOLDER_BYTES - size))
            found[stem] = None
            if file:
                size += len(file.data)
                found[stem], problems = parse_article(file, stem)
                self.problems += problems
        return found

    def hyphenation(self) -> dict[str, tuple[str, ...]]:
        """The words of every hyphenation/<lang>.txt by language."""
        found = {}
        for name in self._names(HYPHENATION, ".txt"):
            if not is_language(name[:-4]):
                message, remedy = say("the file's name is no language tag"), say("name it after its language: en.txt, ru.txt")
                self.problems.append(Diagnostic("hyphenation", message, remedy, source=Source(f"{HYPHENATION}/{name}")))
            elif file := self.text(f"{HYPHENATION}/{name}", MAX_LIST_BYTES):
                found[name[:-4]] = tuple(self._words(file))
        return found

    def _words(self, file: TextFile) -> list[str]:
        words = []
        for number, line in enumerate(_LINE_END.split(file.text), 1):
            word = line.strip()
            if not word or word.startswith("#"):
                continue
            if _HYPHENATED.fullmatch(word):
                words.append(word)
            elif len(self.problems) < MAX_PROBLEMS:
                remedy = say("write one word a line with its hyphens: pro-ject; a # starts a remark")
                self.problems.append(
                    Diagnostic(
                        "hyphenation", say("`{word}` is no word", word=shown(word)), remedy, source=Source(file.name, number)
                    )
                )
        return words

    def _names(self, place: str, suffix: str) -> list[str]:
        """The names in a folder of the issue that end with `suffix`, in order; too many are a problem."""
        folder = self._folder / place
        if not folder.is_dir():
            return []
        if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(self._folder)):
            message = say("the folder {place} is a link that leads out of the issue's folder", place=place)
            self.problems.append(problem("unsafe-path", Source(place), message, say("copy its files into the folder")))
            return []
        names = sorted(
            entry.name for entry in os.scandir(folder) if entry.name.endswith(suffix) and not entry.name.startswith(".")
        )
        if len(names) > MAX_FILES:
            message = say("there are {count:,} files", count=len(names))
            self.problems.append(
                problem("too-large", Source(place), message, say("an issue has at most {most:,}", most=MAX_FILES))
            )
            return []
        return names

    def issue(
        self,
        node: Map,
        articles: Mapping[str, Article | None],
        theme: TextFile | None,
        hyphenation: Mapping[str, tuple[str, ...]],
    ) -> Issue | None:
        """The issue from its parts, checked as a whole."""
        problems: list[Diagnostic] = []
        bare = {"ads": Map({}, {}, node.source), **node.entries}
        bare.pop("format", None)
        given = {
            "folder": str(self._folder),
            "articles": {name: article for name, article in articles.items() if article},
            "theme_overrides": theme.text if theme else None,
            "hyphenation": hyphenation,
        }
        made = decode(Map(bare, node.keys, node.source), Issue, problems, hooks=HOOKS, given=given, partial=True)
        if made:
            problems += issue_values(made, node)
            known = frozenset(articles)
            ads = bare["ads"]
            problems += checks.outline(made, known, frozenset(ads.entries if isinstance(ads, Map) else ()))
            problems += checks.headlines(made, known)
            problems += checks.files(made, self._folder)
            if not any(found.fatal for found in (*self.problems, *problems)):
                problems += checks.pool(made)
        self.problems[:0] = problems
        return made


def _place(found: Diagnostic) -> tuple[bool, str, int]:
    """Where a problem stands: issue.yaml first, then the files by name, line by line."""
    source = found.source or Source("")
    return source.file != ISSUE, source.file, source.line


def _with_fatal(told: tuple[Diagnostic, ...], problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems told, with a fatal one among them: it says why there is no issue."""
    if any(found.fatal for found in told):
        return told
    return (next(found for found in problems if found.fatal), *told[:-1])
