"""What reading the folder would say of an issue that is being edited: the same checks, made of the issue in memory.

An article that is as it was read keeps what its reader said; any other is checked anew, once for each of its versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from digest_studio.app.studio.texts import article_file
from digest_studio.base.diagnostics import Diagnostic
from digest_studio.base.values import dataclass
from digest_studio.model import checks
from digest_studio.model.issue import Article, Issue
from digest_studio.model.read import ISSUE, ReadResult, split_article
from digest_studio.source.markdown import parse_body
from digest_studio.source.paths import TextFile

_LIVE = frozenset({"missing-file", "unplaced-article", "unplaced-ad", "unsafe-path"})
"""What preflight and the survey of pictures say again and again, of the issue as it is."""


@dataclass(frozen=True, slots=True, eq=False)
class FolderProblems:
    """The problems of one reading. `outside` are those of files that changed on disk and could not be taken up."""

    read: ReadResult | None = None
    outside: tuple[Diagnostic, ...] = ()
    _known: dict[str, tuple[Article, tuple[Diagnostic, ...]]] = field(default_factory=dict)

    def of(self, issue: Issue) -> tuple[Diagnostic, ...]:
        """Every problem of the texts of `issue`."""
        if self.read and self.read.issue is None:
            return (*self.read.problems, *self.outside)
        base = self.read.issue if self.read else None
        by_file: dict[str, list[Diagnostic]] = {}
        for problem in self.read.problems if self.read else ():
            by_file.setdefault(problem.source.file if problem.source else "", []).append(problem)
        found: list[Diagnostic] = list(checks.outline(issue, frozenset(issue.articles), frozenset(issue.ads)))
        found += checks.headlines(issue, frozenset(issue.articles))
        articles = {article_file(article) for article in (base.articles.values() if base else ())}
        found += (problem for name, told in by_file.items() if name not in articles and name != ISSUE for problem in told)
        for name, article in issue.articles.items():
            if base and base.articles.get(name) is article:
                found += by_file.get(article_file(article), ())
            else:
                found += self._of_article(article)
        found += self.outside
        return tuple(replace(p, fatal=False) if p.fatal else p for p in found if p.rule not in _LIVE)

    def _of_article(self, article: Article) -> tuple[Diagnostic, ...]:
        known = self._known.get(article.id)
        if known is None or known[0] is not article:
            name = article_file(article)
            body, problems = parse_body(article.markdown, name, body_line(self.read.files if self.read else {}, name))
            found = checks.article(replace(article, body=body))
            told = (*(replace(problem, article=article.id) for problem in problems), *found)
            self._known[article.id] = known = (article, told)
        return known[1]


def body_line(files: Mapping[str, TextFile], name: str) -> int:
    """The line in which an article's body starts in its file; 1 where there is no file yet."""
    parts = split_article(files[name]) if name in files else None
    return 1 if parts is None or isinstance(parts, Diagnostic) else parts.body_line
