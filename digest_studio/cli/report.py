"""Problems, printed for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from digest_studio.base.diagnostics import Diagnostic, Severity

HEADS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Notes"}


def problem_lines(problems: Iterable[Diagnostic]) -> Iterator[str]:
    """The problems in groups, errors first: `file:line: what is wrong (what would be right)`, with the page if known."""
    order = list(Severity)
    ranked = sorted(problems, key=lambda p: order.index(p.severity))
    for severity, group in groupby(ranked, key=lambda p: p.severity):
        listed = list(group)
        yield f"{HEADS[severity]} ({len(listed)})"
        for problem in listed:
            page = f" [page {problem.page}]" if problem.page and problem.source else ""
            yield f"  {problem}{page}"


def count_line(problems: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `nothing wrong`."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = sum(p.severity is Severity.WARNING for p in problems)
    parts = [plural(n, what) for n, what in ((errors, "error"), (warnings, "warning")) if n]
    return ", ".join(parts) or "nothing wrong"


def plural(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
