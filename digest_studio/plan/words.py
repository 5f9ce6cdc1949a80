"""What the planner did, and which rules it could not keep, in words: each with the smallest change that would keep it.

In: the outline's row and the row of least cost. Out: notes and diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.say import Said, say
from digest_studio.plan.search import Rules, is_right, search
from digest_studio.plan.units import Unit

MOST_TRIED = 4
"""Articles whose length is tried to bring something to its side, the nearest first."""


def starts(row: Sequence[Unit], first: int = 1) -> list[int]:
    """Each unit's first page; the row's first unit stands on page `first`."""
    return list(accumulate((unit.pages for unit in row[:-1]), initial=first)) if row else []


def unmet(row: Sequence[Unit], first_right: bool, first: int = 1) -> list[int]:
    """The indices of the units in a row from page `first` on that stand on the wrong side."""
    pages = starts(row, first)
    return [n for n, u in enumerate(row) if u.starts_right is not None and is_right(pages[n], first_right) != u.starts_right]


# --- what was done


def moves(outline: Sequence[Unit], row: Sequence[Unit], rules: Rules) -> Iterator[Said]:
    """What the planner did to the outline, page by page: advertisements moved, articles given a page more, pages left blank."""
    lengths = {unit.id: unit.members[0].pages for unit in outline if unit.one_article}
    before = _gaps(outline)
    now = _gaps(row)
    pages = starts(row)
    for n, (unit, page) in enumerate(zip(row, pages, strict=True)):
        if unit.kind == "blank":
            yield say("page {page}: left blank so that {other} opens on facing pages", page=page, other=row[n + 1].id)
        elif unit.kind == "contents":
            yield from _contents(unit, page, outline)
        elif unit.one_article:
            yield from _length(unit, page, lengths[unit.id])
        elif unit.movable and before[unit.section, unit.id] != now[unit.section, unit.id]:
            yield say("page {page}: advertisement {ad} moved {where} {why}", page=page, ad=unit.id, where=_beside(row, n),
                      why=_reason_of_move(row, pages, n, before[unit.section, unit.id] - now[unit.section, unit.id], rules))


def _contents(unit: Unit, page: int, outline: Sequence[Unit]) -> Iterator[Said]:
    """What is to be said of the contents' length."""
    own = next(each.pages for each in outline if each.kind == "contents")
    if unit.pages != own:
        yield say("page {page}: the contents takes {pages} pages where it takes {own} by itself, which costs less than blank "
                  "pages, turned spreads or a wrong side", page=page, pages=unit.pages, own=own)


def _length(unit: Unit, page: int, fewest: int) -> Iterator[Said]:
    """What is to be said of an article's length and of the advertisements on its last page."""
    pages = unit.members[0].pages
    if pages > fewest:
        yield say("page {page}: {article} takes {pages} pages where {fewest} would do, which costs less than blank pages, turned "
                  "spreads or a wrong side", page=page, article=unit.id, pages=pages, fewest=fewest)
    for each in unit.shared:
        if each.page < pages:
            yield say("page {page}: advertisement {ad} shares the page with the end of {article}",
                      page=page + each.page, ad=each.id, article=unit.id)


def _gaps(row: Sequence[Unit]) -> dict[tuple[str, str], int]:
    """How many units that keep their order stand before each movable one, by section and id."""
    count = 0
    found = {}
    for unit in row:
        if unit.movable:
            found[unit.section, unit.id] = count
        elif unit.kind != "blank":
            count += 1
    return found


def _reason_of_move(row: Sequence[Unit], pages: Sequence[int], n: int, back: int, rules: Rules) -> Said:
    """What would be wrong if the advertisement still stood where the outline has it, `back` units further on (less than 0:
    earlier). Only what stands between the two places would be moved."""
    target, step = n, 1 if back > 0 else -1
    while back and 0 <= target + step < len(row):
        target += step
        back -= step * (not row[target].movable and row[target].kind != "blank")
    low, high = min(n, target), max(n, target) + 1
    now = row[low:high]
    moved = [*now[1:], now[0]] if n == low else [now[-1], *now[:-1]]
    first, right = pages[low], rules.first_right
    met = {unit.id for unit in now} - {now[m].id for m in unmet(now, right, first)}
    wrong = next((m for m in unmet(moved, right, first) if moved[m].id in met), None)
    if wrong is not None:
        return _reason(moved, wrong)
    open_now = {unit.id for unit in _turned(now, right, first)}
    other = next((unit.id for unit in _turned(moved, right, first) if unit.id not in open_now), None)
    return say("to keep the issue in order") if other is None else say("so that {other} lies open at once", other=other)


def _turned(row: Sequence[Unit], first_right: bool, first: int) -> Iterator[Unit]:
    """Articles of an even number of pages that begin on a right-hand page, in a row from page `first` on."""
    for unit, page in zip(row, starts(row, first), strict=True):
        if unit.kind == "article" and unit.pages % 2 == 0 and is_right(page, first_right):
            yield unit


def _beside(row: Sequence[Unit], at: int) -> Said:
    if at and row[at - 1].kind in ("article", "ad"):
        return say("after {other}", other=row[at - 1].id)
    return say("before {other}", other=row[at + 1].id)


def _reason(row: Sequence[Unit], n: int) -> Said:
    unit = row[n]
    if unit.kind == "ad":
        return say("to stand on a right-hand page" if unit.starts_right else "to stand on a left-hand page")
    return say("so that {other} starts on a right-hand page" if unit.starts_right
               else "so that {other} starts on a left-hand page", other=unit.id)


# --- what cannot be kept


def unmet_sides(outline: Sequence[Unit], row: Sequence[Unit], rules: Rules) -> Iterator[Diagnostic]:
    """Units that stand on the wrong side, each with the smallest change that would bring it to its own."""
    pages = starts(row)
    for n in unmet(row, rules.first_right):
        unit = row[n]
        yield Diagnostic(
            "side",
            say("{what} asks for a right-hand page and stands on page {page}" if unit.starts_right
                else "{what} asks for a left-hand page and stands on page {page}", what=_called(unit), page=pages[n]),
            _remedy(outline, row, n, rules), Severity.WARNING, unit.source,
            page=pages[n], ad=unit.id if unit.kind == "ad" else None, limit="right" if unit.starts_right else "left",
        )


def _called(unit: Unit) -> str:
    match unit.kind:
        case "ad":
            return say("advertisement {ad}", ad=unit.id)
        case "divider":
            return say("the divider of {section}", section=unit.id)
        case "cover":
            return say("cover")
        case _:
            return unit.id or unit.kind


def _remedy(outline: Sequence[Unit], row: Sequence[Unit], n: int, rules: Rules) -> Said:
    """The smallest changes that bring the unit to its side, each planned to see that it does."""
    ways = [way for way in (_another_place(outline, row[n], rules), _another_length(outline, row, n, rules)) if way]
    if len(ways) == 2:
        return say("{one}, or {other}", one=ways[0], other=ways[1])
    return ways[0] if ways else say("move it past an article with an odd number of pages, or allow any side")


def _another_place(outline: Sequence[Unit], unit: Unit, rules: Rules) -> Said | None:
    """Where an advertisement would go that may not move, if it might."""
    if unit.kind != "ad" or unit.movable or not unit.section:
        return None
    row = search([each._replace(movable=True) if _is(each, unit) else each for each in outline], rules).row
    n = _on_its_side(row, unit, rules)
    return say("allow it to stand {where}", where=_beside(row, n)) if n is not None else None


def _another_length(outline: Sequence[Unit], row: Sequence[Unit], n: int, rules: Rules) -> Said | None:
    """The nearest article before the unit that would bring it to its side with a page more."""
    before = [unit for unit in reversed(row[:n]) if unit.one_article and not unit.shared]
    for article in before[:MOST_TRIED]:
        longer = article._replace(pages=article.pages + 1, variants=())
        found = search([longer if _is(each, article) else each for each in outline], rules)
        if _on_its_side(found.row, row[n], rules) is not None:
            return say("give {article} {pages} pages", article=article.id, pages=longer.pages)
    return None


def _is(one: Unit, other: Unit) -> bool:
    return (one.kind, one.id, one.section) == (other.kind, other.id, other.section)


def _on_its_side(row: Sequence[Unit], unit: Unit, rules: Rules) -> int | None:
    """Where the unit stands in the row, if its page is on the side that it asks for."""
    n = next(n for n, each in enumerate(row) if _is(each, unit))
    return n if n not in unmet(row, rules.first_right) else None
