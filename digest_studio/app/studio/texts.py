"""The parts of an issue as the texts of their files, and back: what the journal keeps, and what a choice is shown as.

The texts are written anew, without the author's comments: quick, and read by the same reader as the files themselves. Saving
does not use them; it splices what differs into the files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from digest_studio.base.diagnostics import Diagnostic
from digest_studio.model import checks, encode
from digest_studio.model.forms import HOOKS
from digest_studio.model.issue import Article, Issue
from digest_studio.model.read import ARTICLES, HYPHENATION, ISSUE, THEME, parse_article
from digest_studio.model.values import FORMAT, ID, format_problem, issue_values
from digest_studio.source import emit
from digest_studio.source.decode import decode
from digest_studio.source.nodes import Map
from digest_studio.source.paths import TextFile, decode_text
from digest_studio.source.yaml import parse_yaml

_ARTICLE_FILE = re.compile(rf"{ARTICLES}/({ID.pattern})\.md")


def article_text(article: Article) -> str:
    """An article's file, written anew."""
    front = [emit.entry(key, value, 0, "\n") for key, value in encode.front_matter(article).items()]
    return "\n".join(["---", *front, "---", article.markdown])


def issue_text(issue: Issue) -> str:
    """issue.yaml, written anew."""
    values = {"format": FORMAT, **encode.issue_values(issue)}
    return "\n".join(emit.entry(key, value, 0, "\n") for key, value in values.items() if value != {}) + "\n"


def article_file(article: Article) -> str:
    """The name of an article's file within the folder."""
    return article.source.file if article.source else f"{ARTICLES}/{article.id}.md"


def article_of_file(name: str) -> str | None:
    """The id of the article in the file `name`; None for any other file."""
    match = _ARTICLE_FILE.fullmatch(name)
    return match[1] if match else None


def same_article(one: Article | None, other: Article | None) -> bool:
    """Whether two articles say the same, wherever it is written."""
    if one is other or one is None or other is None:
        return one is other
    return one.markdown == other.markdown and encode.front_matter(one) == encode.front_matter(other)


def same_settings(one: Issue, other: Issue) -> bool:
    """Whether issue.yaml says the same of two issues."""
    return encode.issue_values(one) == encode.issue_values(other)


def changed_texts(before: Issue, after: Issue) -> dict[str, str | None]:
    """The files in which two issues differ, as `after` has them; None for one that it does not have."""
    found: dict[str, str | None] = {}
    for name, article in after.articles.items():
        known = before.articles.get(name)
        if article is not known and not same_article(article, known):
            found[article_file(article)] = article_text(article)
    for name, article in before.articles.items():
        if name not in after.articles:
            found[article_file(article)] = None
    if after.theme_overrides != before.theme_overrides:
        found[THEME] = after.theme_overrides
    if not same_settings(before, after):
        found[ISSUE] = issue_text(after)
    return found


def text_of(issue: Issue, name: str) -> str | None:
    """What `issue` has to say in the file `name`; None when it has no such file."""
    if name == ISSUE:
        return issue_text(issue)
    if name == THEME:
        return issue.theme_overrides
    article = issue.articles.get(article_of_file(name) or "")
    return article_text(article) if article else None


def with_text(issue: Issue, name: str, data: bytes | None) -> tuple[Issue | None, tuple[Diagnostic, ...]]:
    """The issue with another text in the file `name` (None: without the file); no issue when the text cannot be read.

    An article that goes stays in the outline, whose problem it then is.
    """
    if data is None:
        return _without(issue, name), ()
    file = decode_text(name, data)
    if isinstance(file, Diagnostic):
        return None, (file,)
    if name == ISSUE:
        return parse_settings(file, issue)
    if name == THEME:
        return replace(issue, theme_overrides=file.text), ()
    if name.startswith(f"{HYPHENATION}/"):
        words = tuple(word for line in file.text.splitlines() if (word := line.strip()) and not word.startswith("#"))
        return replace(issue, hyphenation={**issue.hyphenation, Path(name).stem: words}), ()
    article_id = article_of_file(name)
    if article_id is None:
        raise ValueError(name)
    article, problems = parse_article(file, article_id)
    if article is None or any(problem.fatal for problem in problems):
        return None, tuple(problems)
    return replace(issue, articles={**issue.articles, article_id: article}), tuple(problems)


def _without(issue: Issue, name: str) -> Issue:
    if name == THEME:
        return replace(issue, theme_overrides=None)
    if name.startswith(f"{HYPHENATION}/"):
        kept = {language: words for language, words in issue.hyphenation.items() if language != Path(name).stem}
        return replace(issue, hyphenation=kept)
    gone = article_of_file(name)
    return replace(issue, articles={key: article for key, article in issue.articles.items() if key != gone})


def parse_settings(file: TextFile, issue: Issue) -> tuple[Issue | None, tuple[Diagnostic, ...]]:
    """The issue with everything that a text of issue.yaml says, and its articles as they are."""
    node, found = parse_yaml(file.text, file.name)
    problems = list(found)
    if node is None or (wrong := format_problem(node)) is not None or not isinstance(node, Map):
        return None, (*problems, *((wrong,) if node is not None and wrong else ()))
    entries = {"ads": Map({}, {}, node.source), **node.entries}
    entries.pop("format", None)
    given: Mapping[str, object] = {
        name: getattr(issue, name) for name in ("folder", "articles", "theme_overrides", "hyphenation")
    }
    made = decode(Map(entries, node.keys, node.source), Issue, problems, hooks=HOOKS, given=given)
    if made is not None:
        problems += issue_values(made, node)
        problems += checks.outline(made, frozenset(made.articles), frozenset(made.ads))
    fatal = [problem for problem in problems if problem.fatal and problem.rule not in ("unknown-article", "unknown-ad")]
    return None if made is None or fatal else made, tuple(problems)
