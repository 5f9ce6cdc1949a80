"""Finding and replacing in Markdown: in one text, and in all articles of an issue. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest_studio.model.edits import Edit, replace_body
from digest_studio.model.issue import Issue
from digest_studio.model.label import Label

AROUND = 60
"""Characters that a preview shows on either side of a hit."""
MOST_HITS = 2000
"""Hits that are listed; a search for one letter has more, and nobody reads them."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `pattern`: `text` is a regular expression."""

    text: str = ""
    case: bool = False
    words: bool = False
    pattern: bool = False

    def compiled(self) -> re.Pattern[str] | None:
        """The expression to search with; None for an empty query. Raises re.error for a pattern that is none."""
        if not self.text:
            return None
        expression = self.text if self.pattern else re.escape(self.text)
        if self.words:
            expression = rf"(?<!\w)(?:{expression})(?!\w)"
        return re.compile(expression, (0 if self.case else re.IGNORECASE) | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in an article's text, from `start` to `end`, in line `line` (from 1), with the words around it."""

    article: str
    start: int
    end: int
    line: int
    before: str
    found: str
    after: str


def hits_in(text: str, query: Query, article: str = "") -> Iterator[Hit]:
    """Every place in `text`. A match of nothing is no hit. Raises re.error."""
    expression = query.compiled()
    line, counted = 1, 0
    for match in expression.finditer(text) if expression else ():
        start, end = match.span()
        if start == end:
            continue
        line += text.count("\n", counted, start)
        counted = start
        before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
        after = text[end : end + AROUND].partition("\n")[0]
        yield Hit(article, start, end, line, before, match[0], after)


def hits_in_issue(issue: Issue, query: Query) -> tuple[Hit, ...]:
    """Every place in the texts of all articles, the pool's too; at most MOST_HITS. Raises re.error."""
    found: list[Hit] = []
    for name, article in issue.articles.items():
        for hit in hits_in(article.markdown, query, name):
            found.append(hit)
            if len(found) == MOST_HITS:
                return tuple(found)
    return tuple(found)


def replaced(text: str, query: Query, by: str) -> tuple[str, int]:
    """`text` with every hit replaced, and how many there were. In a pattern's replacement `\\1` is its first group."""
    expression = query.compiled()
    if expression is None:
        return text, 0
    count = 0

    def put(match: re.Match[str]) -> str:
        nonlocal count
        if match.start() == match.end():
            return match[0]
        count += 1
        return match.expand(by) if query.pattern else by

    return expression.sub(put, text), count


def replace_in_issue(issue: Issue, query: Query, by: str) -> tuple[Edit, int]:
    """All hits of all articles replaced, as one edit, and how many they were. Raises re.error."""
    made, total = issue, 0
    for name, article in issue.articles.items():
        text, count = replaced(article.markdown, query, by)
        if count:
            made = replace_body(made, name, text)[1]
            total += count
    return (Label("Replace “{old}” by “{new}”", old=query.text, new=by), made), total
