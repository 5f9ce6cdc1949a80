"""What stands in the report: the head with the verdict, what was found by rule, then page after page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from digest_studio.app.report.sheets import (
    BOTTOM,
    HEAD,
    LEFT,
    LINE,
    PLAIN,
    QUIET,
    RIGHT,
    SAID,
    SMALL,
    TITLE,
    VERDICT,
    Sheets,
    disc,
    framed,
)
from digest_studio.app.report.thumbnails import Thumbnail
from digest_studio.base.colour import Colour
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect
from digest_studio.display.items import PlacedImage, Tag, rectangle
from digest_studio.preflight.profile import RULES

THUMB_WIDTH, THUMB_HEIGHT = 140.0, 199.0
TEXT = LEFT + THUMB_WIDTH + 22.0
GAP = 16.0
LEAST_ROOM = 130.0
"""Points that a page's block wants before it begins on a sheet."""
SMALLEST = 7.0
"""Points of the side of a mark: smaller ones would not be seen."""

COLOURS = {
    Severity.ERROR: Colour((0.1, 0.95, 0.9, 0.05), (0.78, 0.13, 0.13), "error"),
    Severity.WARNING: Colour((0.1, 0.55, 1, 0.05), (0.80, 0.47, 0.02), "warning"),
    Severity.INFO: Colour((0.8, 0.45, 0.1, 0.05), (0.20, 0.42, 0.66), "note"),
}
GOOD = Colour((0.75, 0.2, 0.9, 0.1), (0.16, 0.50, 0.26), "good")
_RANK = list(Severity)


class Subject(NamedTuple):
    """What the report is about: a title, and facts for the line under it. `names`: how pages are called, by number."""

    title: str
    facts: tuple[tuple[str, str], ...]
    names: Mapping[int, str]


def fill(sheets: Sheets, subject: Subject, problems: Sequence[Diagnostic], pictures: Mapping[int, Thumbnail]) -> None:
    """Put everything on sheets. `pictures`: by page number."""
    _head(sheets, subject, problems)
    _summary(sheets, problems)
    ranked = sorted(problems, key=lambda p: (p.page or 0, _RANK.index(p.severity), p.box.y if p.box else 0.0))
    for number, group in groupby(ranked, key=lambda p: p.page or 0):
        _block(sheets, subject.names.get(number, f"Page {number}"), list(group), pictures.get(number))


def _head(sheets: Sheets, subject: Subject, problems: Sequence[Diagnostic]) -> None:
    sheets.y += sheets.text("PREFLIGHT REPORT", SMALL) + 2
    sheets.y += sheets.text(subject.title, TITLE) + 10
    errors, warnings = (sum(p.severity is severity for p in problems) for severity in (Severity.ERROR, Severity.WARNING))
    colour = COLOURS[Severity.ERROR] if errors else COLOURS[Severity.WARNING] if warnings else GOOD
    height = 30.0
    sheets.put(rectangle(Rect(LEFT, sheets.y, 4, height), colour))
    at, sheets.y = sheets.y, sheets.y + (height - VERDICT.leading) / 2
    sheets.text(_verdict(errors, warnings), VERDICT, LEFT + 14)
    sheets.y = at + height + 12
    column = (RIGHT - LEFT) / 2
    for number, (name, value) in enumerate(subject.facts):
        x = LEFT + column * (number % 2)
        sheets.text(name, SMALL, x, 90)
        deep = sheets.text(value, PLAIN, x + 84, column - 92)
        if number % 2 or number == len(subject.facts) - 1:
            sheets.y += max(deep, SMALL.leading) + 2
    sheets.y += GAP


def _verdict(errors: int, warnings: int) -> str:
    def counted(number: int, word: str) -> str:
        return f"{number} {word}" + ("" if number == 1 else "s")

    if errors:
        more = f" and {counted(warnings, 'warning')}" if warnings else ""
        return f"Not ready for the press: {counted(errors, 'error')}{more}"
    return f"Ready for the press, with {counted(warnings, 'warning')}" if warnings else "Ready for the press: nothing is wrong"


def _summary(sheets: Sheets, problems: Sequence[Diagnostic]) -> None:
    """A line for each rule that found something: how often, and on which pages."""
    by_rule: dict[tuple[int, str], list[Diagnostic]] = {}
    for problem in problems:
        by_rule.setdefault((_RANK.index(problem.severity), problem.rule), []).append(problem)
    for (rank, rule), found in sorted(by_rule.items()):
        pages = _pages(found)
        wide = RIGHT - LEFT - 300
        deep = max(sheets.height(pages, SMALL, wide), PLAIN.leading)
        if sheets.room < deep + 8:
            sheets.turn()
        sheets.rule()
        sheets.y += 4
        sheets.put(disc(LEFT + 4, sheets.y + 6.2, 3.2, COLOURS[_RANK[rank]]))
        sheets.text(str(RULES.get(rule, rule)), PLAIN, LEFT + 16, 230)
        sheets.text(f"{len(found)} ×", PLAIN, LEFT + 252, 44)
        sheets.text(pages, SMALL, LEFT + 300, wide)
        sheets.y += deep + 3
    if by_rule:
        sheets.rule()
    sheets.y += GAP


def _pages(problems: Sequence[Diagnostic]) -> str:
    numbers = sorted({p.page for p in problems if p.page})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}" if numbers else "the whole issue"


def _block(sheets: Sheets, name: str, problems: list[Diagnostic], picture: Thumbnail | None) -> None:
    """A page: its picture with the places marked, its problems beside it."""
    thumb = _thumb_size(picture) if picture else (0.0, 0.0)
    x = TEXT if picture else LEFT
    first = _item_height(sheets, problems[0], x)
    if sheets.room < max(LEAST_ROOM if picture else 50.0, thumb[1] + 30, first + 30):
        sheets.turn()
    _block_head(sheets, name, problems)
    top, lowest = sheets.y, sheets.y + thumb[1]
    if picture:
        _thumbnail(sheets, picture, Rect(LEFT, top, *thumb), problems)
    for number, problem in enumerate(problems, 1):
        if sheets.y + _item_height(sheets, problem, x) > BOTTOM:
            sheets.turn()
            _block_head(sheets, f"{name}, continued", problems)
            lowest, x = sheets.y, LEFT
        _item(sheets, number, problem, x)
    sheets.y = max(sheets.y, lowest) + GAP


def _block_head(sheets: Sheets, name: str, problems: Sequence[Diagnostic]) -> None:
    sheets.rule(COLOURS[problems[0].severity], 1.2)
    sheets.y += 5
    sheets.y += sheets.text(name, HEAD) + 5


def _thumb_size(picture: Thumbnail) -> tuple[float, float]:
    width = min(THUMB_WIDTH, THUMB_HEIGHT / picture.ratio)
    return width, width * picture.ratio


def _thumbnail(sheets: Sheets, picture: Thumbnail, box: Rect, problems: Sequence[Diagnostic]) -> None:
    """The page with its trim and the numbered places."""
    trim = Rect(
        box.x + picture.trim.x * box.width, box.y + picture.trim.y * box.height, picture.trim.width * box.width,
        picture.trim.height * box.height,
    )
    sheets.put(PlacedImage(picture.image, box, tag=Tag("Figure", alt="The page with its problems marked")))
    sheets.put(framed(box, LINE, 0.5))
    if trim.x > box.x + 0.5:
        sheets.put(framed(trim, QUIET, 0.25))
    scale = trim.width / picture.size[0]
    taken: list[tuple[float, float]] = []
    for number, problem in enumerate(problems, 1):
        if problem.box is None:
            continue
        place = _mark(problem.box, trim, scale, box)
        colour = COLOURS[problem.severity]
        sheets.put(rectangle(place, colour, opacity=0.14), framed(place, colour, 1.1))
        sheets.badge(str(number), _free(place.x, place.y, taken, box), colour)


def _mark(box: Rect, trim: Rect, scale: float, bounds: Rect) -> Rect:
    """Where a place of the page is on its picture: not too small to be seen, not outside."""
    x, y = trim.x + box.x * scale, trim.y + box.y * scale
    width, height = max(box.width * scale, SMALLEST), max(box.height * scale, SMALLEST)
    x -= (width - box.width * scale) / 2
    y -= (height - box.height * scale) / 2
    left, top = min(max(x, bounds.x + 0.6), bounds.right - SMALLEST), min(max(y, bounds.y + 0.6), bounds.bottom - SMALLEST)
    right, bottom = min(x + width, bounds.right - 0.6), min(y + height, bounds.bottom - 0.6)
    return Rect(left, top, max(right - left, SMALLEST), max(bottom - top, SMALLEST))


def _free(x: float, y: float, taken: list[tuple[float, float]], bounds: Rect) -> tuple[float, float]:
    """A place for a badge at a mark's corner where no other is."""
    x, y = min(max(x, bounds.x + 6), bounds.right - 6), min(max(y, bounds.y + 6), bounds.bottom - 6)
    while any(abs(x - a) < 11 and abs(y - b) < 11 for a, b in taken) and x < bounds.right - 17:
        x += 12
    taken.append((x, y))
    return x, y


def _item(sheets: Sheets, number: int, problem: Diagnostic, x: float) -> None:
    colour = COLOURS[problem.severity]
    sheets.badge(str(number), (x + 5.6, sheets.y + 6.6), colour)
    x, width = x + 18, RIGHT - x - 18
    sheets.y += sheets.text(_sentence(problem.message), SAID, x, width)
    if problem.remedy:
        sheets.y += sheets.text(_sentence(problem.remedy), PLAIN, x, width)
    if where := _where(problem):
        sheets.y += sheets.text(where, SMALL, x, width)
    sheets.y += 7


def _item_height(sheets: Sheets, problem: Diagnostic, x: float) -> float:
    width = RIGHT - x - 18
    parts = ((_sentence(problem.message), SAID), (_sentence(problem.remedy), PLAIN), (_where(problem), SMALL))
    return 7 + sum(sheets.height(text, style, width) for text, style in parts if text)


def _sentence(text: str) -> str:
    first = text.partition(" ")[0]
    if not any(sign in first for sign in "/._"):  # a file keeps its name
        text = f"{text[:1].upper()}{text[1:]}"
    return f"{text}." if text else ""


def _where(problem: Diagnostic) -> str:
    """What was measured and allowed, and whose it is."""
    said = [str(RULES.get(problem.rule, problem.rule))]
    if problem.value is not None and problem.limit is not None:
        said.append(f"measured {_shown(problem.value)}, limit {_shown(problem.limit)}")
    if problem.article:
        said.append(f"article {problem.article}")
    if problem.ad:
        said.append(f"advertisement {problem.ad}")
    if problem.source:
        said.append(str(problem.source))
    if problem.box:
        x, y, _, _ = problem.box.in_mm()
        said.append(f"at {x:.0f}, {y:.0f} mm".replace("-", "\N{MINUS SIGN}"))
    return "  ·  ".join(said)


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


