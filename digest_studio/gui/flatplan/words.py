"""What the flat plan says about a drop, before it and after it, in the user's language."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from digest_studio.gui.outline.things import Thing
from digest_studio.gui.words import said
from digest_studio.model.issue import Issue
from digest_studio.plan.result import Plan
from digest_studio.plan.slots import Verdict, moves

LONGEST = 40


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("FlatPlan", text, None, number)


def prospect(verdict: Verdict, issue: Issue, pages: int) -> tuple[str, ...]:
    """What a drop would do, in a few lines; `pages` are those of the issue as it is."""
    if verdict.refused:
        return (said(verdict.refused),)
    if verdict.stays:
        return (tr("It stands here"),)
    lines = []
    if verdict.page is not None:
        where = verdict.place.section if verdict.place else None
        page = str(issue.first_page + verdict.page - 1)
        lines.append(tr("To page {page}, in {section}").format(page=page, section=where) if where else tr(
            "To page {page}, outside the sections").format(page=page))  # fmt: skip
    lines.append(tr("%n other(s) move", verdict.moved) if verdict.moved else tr("Nothing else moves"))
    if verdict.pages != pages:
        lines.append(tr("The issue then has %n page(s)", verdict.pages))
    lines += [f"⚠ {said(warning)}" for warning in verdict.warnings]
    lines += [said(note) for note in verdict.notes]
    return tuple(lines)


def outcome(before: Plan, after: Plan, issue: Issue, things: Collection[Thing]) -> str:
    """What a drop did, in one line."""
    moved = moves(before, after)
    own = {(thing.kind, thing.id) for thing in things}
    others = [key for key in moved if key[:2] not in own]
    landed = [(key, new) for key, (_, new) in moved.items() if key[:2] in own and new is not None]
    parts = []
    if landed:
        (kind, name, _), page = min(landed, key=lambda each: each[1])
        folio = str(issue.first_page + page - 1)
        parts.append(tr("{title} is on page {page} now").format(title=_title(issue, kind, name), page=folio))
    if len(landed) > 1:
        parts.append(tr("%n more went with it", len(landed) - 1))
    parts.append(tr("%n other(s) moved", len(others)) if others else tr("nothing else moved"))
    if len(before.pages) != len(after.pages):
        parts.append(tr("the issue has %n page(s) now", len(after.pages)))
    return "; ".join(parts)


def _title(issue: Issue, kind: str, name: str) -> str:
    if kind == "article" and name in issue.articles:
        name = " ".join(issue.articles[name].title.split()) or name
    elif kind == "ad" and name in issue.ads:
        name = issue.ads[name].advertiser or name
    return f"“{name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + '…'}”"
