"""Plan and problems as JSON for other programs: the schemas of `plan --json` and `check --json`. Boxes in mm from the trim."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.plan.ledger import Entry, Ledger
from digest_studio.plan.result import Placement, Plan
from digest_studio.plan.signatures import signatures


def plan_json(plan: Plan, ledger: Ledger) -> str:
    """The flat plan, with what each article cost and could be."""
    return dump({
        "page_count": len(plan.pages),
        "signatures": signatures(len(plan.pages)),
        "pages": [
            {
                "number": page.number, "folio": page.folio, "side": "right" if page.right_hand else "left",
                "items": [placement(item) for item in page.items],
            }
            for page in plan.pages
        ],
        "contents": [
            {"section": line.section, "article": line.article, "title": line.title, "page": line.page, "folio": line.folio}
            for line in plan.contents
        ],
        "articles": {name: article(entry) for name, entry in ledger.articles.items()},
        "cost": round(plan.cost, 1),
        "lengths": [
            {"page_count": each.pages, "signatures": signatures(each.pages), "cost": each.cost} for each in ledger.lengths
        ],
        "notes": list(plan.notes),
    })


def article(entry: Entry) -> dict[str, Any]:
    """An article's entry in the ledger. Costs are the planner's; those of alternatives and repairs are what they cost more."""
    return {
        "pages": entry.pages, "template": entry.template, "lines_over": entry.over, "lines_under": entry.under,
        "spent": dict(entry.spent), "cost": {name: cost for name, cost in entry.cost.items() if cost},
        "alternatives": [each._asdict() for each in entry.alternatives],
        "repairs": [
            {"kind": each.kind, "what": each.what, "cost": each.cost, "pages": each.pages, "template": each.template}
            for each in entry.repairs
        ],
    }


def placement(item: Placement) -> dict[str, Any]:
    """One thing on a page; only what says something about its kind."""
    box = list(item.box.in_mm())
    kind: dict[str, Any] = {"kind": item.kind}
    box = list(item.box.in_mm())
    match item.kind:
        case "article":
            return kind | {"id": item.id, "part": item.part, "parts": item.parts, "template": item.template, "box": box}
        case "ad":
            return kind | {"id": item.id, "size": item.size, "box": box}
        case "divider":
            return kind | {"section": item.section or item.id}
        case _:
            return kind


def problems_json(problems: Iterable[Diagnostic]) -> str:
    """Every problem, and how many errors and warnings there are."""
    listed = list(problems)
    return dump({
        "problems": [problem(p) for p in listed],
        "errors": sum(p.severity is Severity.ERROR for p in listed),
        "warnings": sum(p.severity is Severity.WARNING for p in listed),
    })


def problem(found: Diagnostic) -> dict[str, Any]:
    source = found.source
    return {
        "rule": found.rule, "severity": found.severity.value, "page": found.page,
        "box": list(found.box.in_mm()) if found.box else None, "article": found.article, "ad": found.ad,
        "file": source.file if source else None, "line": (source.line or None) if source else None,
        "value": found.value, "limit": found.limit, "message": found.message, "remedy": found.remedy,
    }


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
