"""Problems and the flat plan, printed for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect
from digest_studio.cli.signatures import signatures
from digest_studio.model.issue import Issue
from digest_studio.plan.result import Placement, Plan, PlannedPage

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


def plan_lines(issue: Issue, plan: Plan) -> Iterator[str]:
    """The flat plan as a table: a row for each thing on a page, a rule between spreads, then the planner's notes."""
    sheets = " + ".join(str(n) for n in signatures(len(plan.pages)))
    yield f"{issue.publication}, {issue.period}: {len(plan.pages)} pages ({sheets})"
    yield ""
    blank = Placement("blank", Rect(0, 0, 0, 0))
    rows = [[row(issue, page, item) for item in page.items or (blank,)] for page in plan.pages]
    table = [cells for group in rows for cells in group]
    head = ("page", "folio", "kind", "title", "template")
    widths = [max(len(cells[n]) for cells in [head, *table]) for n in range(len(head))]
    yield line(head, widths)
    for page, group in zip(plan.pages, rows, strict=True):
        if not page.right_hand or page is plan.pages[0]:
            yield line(["─" * w for w in widths], widths)
        yield from (line(cells, widths) for cells in group)
    if plan.notes:
        yield ""
        yield from plan.notes


def row(issue: Issue, page: PlannedPage, item: Placement) -> tuple[str, str, str, str, str]:
    """The cells of one thing on a page."""
    part = f" ({item.part}/{item.parts})" if item.parts > 1 else ""
    match item.kind:
        case "article":
            title = " ".join(issue.articles[item.id].title.split())
        case "ad":
            title = issue.ads[item.id].advertiser or item.id
        case "divider":
            title = item.section or item.id
        case _:
            title = ""
    return str(page.number), page.folio or "–", item.kind, title + part, item.template or item.size


def line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """A row of the table: numbers to the right, words to the left."""
    numbers = [cell.rjust(width) for cell, width in zip(cells[:2], widths[:2], strict=True)]
    words = [cell.ljust(width) for cell, width in zip(cells[2:], widths[2:], strict=True)]
    return "  ".join([*numbers, *words]).rstrip()
