"""The flat plan as a table for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest_studio.base.geometry import Rect
from digest_studio.model.issue import Issue
from digest_studio.plan.ledger import Ledger, Length
from digest_studio.plan.result import Placement, Plan, PlannedPage
from digest_studio.plan.signatures import signatures

WIDEST_TITLE = 64  # columns of a terminal; with the other cells a line keeps under 110


def plan_lines(issue: Issue, plan: Plan, ledger: Ledger) -> Iterator[str]:
    """The flat plan as a table: a row for each thing on a page, a rule between spreads, then the planner's notes, repairs for
    articles that do not fit, and what other lengths of the issue would cost."""
    sheets = " + ".join(str(n) for n in signatures(len(plan.pages)))
    yield f"{issue.publication}, {issue.period}: {len(plan.pages)} pages ({sheets})"
    yield ""
    blank = Placement("blank", Rect(0, 0, 0, 0))
    rows = [[row(issue, page, item) for item in page.items or (blank,)] for page in plan.pages]
    table = [cells for group in rows for cells in group]
    head = ("page", "folio", "kind", "title", "template")
    widths = [max(len(cells[n]) for cells in [head, *table]) for n in range(len(head))]
    widths[3] = min(widths[3], WIDEST_TITLE)
    yield line(head, widths)
    for page, group in zip(plan.pages, rows, strict=True):
        if not page.right_hand or page is plan.pages[0]:
            yield line(["─" * w for w in widths], widths)
        yield from (line(cells, widths) for cells in group)
    if plan.notes:
        yield ""
        yield from plan.notes
    yield from repair_lines(ledger)
    yield ""
    yield from length_lines(ledger.lengths, len(plan.pages))


def repair_lines(ledger: Ledger) -> Iterator[str]:
    """What would make the articles fit that do not, with its price."""
    for entry in ledger.articles.values():
        if entry.over:
            yield ""
            yield f"{entry.article}: {entry.over} lines over. What makes it fit, and what that costs:"
            yield from (f"  {each.cost:6.1f}  {each.what} ({each.pages} pages, {each.template})" for each in entry.repairs)
            if not entry.repairs:
                yield "  no single change does; give it more pages or fewer words"


def length_lines(lengths: Sequence[Length], now: int) -> Iterator[str]:
    """What a signature more or less would cost."""
    for each in lengths:
        if each.pages != now:
            sheets = " + ".join(str(n) for n in signatures(each.pages))
            said = "cannot be reached" if each.cost is None else f"cost {each.cost:+.0f}"
            yield f"{each.pages} pages ({sheets}) {said}"


def row(issue: Issue, page: PlannedPage, item: Placement) -> tuple[str, str, str, str, str]:
    """The cells of one thing on a page."""
    match item.kind:
        case "article":
            title = " ".join(issue.articles[item.id].title.split())
        case "ad":
            title = issue.ads[item.id].advertiser or item.id
        case "divider":
            title = item.section or item.id
        case _:
            title = ""
    part = f"({item.part}/{item.parts})" if item.parts > 1 else ""
    return str(page.number), page.folio or "–", item.kind, f"{title} {part}".strip(), item.template or item.size


def line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """A row of the table: numbers to the right, words to the left."""
    numbers = [cell.rjust(width) for cell, width in zip(cells[:2], widths[:2], strict=True)]
    words = [shortened(cell, width).ljust(width) for cell, width in zip(cells[2:], widths[2:], strict=True)]
    return "  ".join([*numbers, *words]).rstrip()


def shortened(text: str, width: int) -> str:
    """`text` in at most `width` characters; the end stays, for there is what tells parts of an article apart."""
    return text if len(text) <= width else f"{text[:width - 8].rstrip()}… {text[-6:].lstrip()}"
