"""What a theme must hold together: names that exist, sizes on the scale, frames within the grid.

In: a decoded theme and the nodes that it came from. Out: diagnostics with the place of each wrong value. Fields annotated
`StyleName`, `ColourName`, `FontName` and `Columns` (names.py) are found wherever they stand, so a new field is checked too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import pairwise
from math import floor
from typing import Any

from digest_studio.base.diagnostics import Diagnostic, Source
from digest_studio.base.geometry import mm, to_mm
from digest_studio.base.say import Said, say
from digest_studio.source.decode import did_you_mean, problem
from digest_studio.source.nodes import Map, Node, Scalar
from digest_studio.theme.special import Panel
from digest_studio.theme.types import Slot, Template, Theme

COLUMN_STYLES = (
    "body", "body-first", "lead", "h2", "h3", "quote", "quote-by", "list", "pull", "pull-by", "box-title", "box-body", "box-by",
    "author-name", "author-closing", "briefing-title",
)
"""Styles that stand in text columns: their leading is a whole number of the grid's baselines."""
OTHER_STYLES = (
    "kicker", "title-xl", "title-l", "title-m", "title-s", "standfirst", "byline", "caption", "credit", "author-role", "dropcap",
    "pull-small", "wordmark", "tagline", "period", "folio", "running-foot",
)
COLOURS = ("ink", "paper", "brand", "accent", "quiet", "hairline", "tint", "section")
FAMILIES = ("news", "feature", "foreword", "briefing")
WHOLE_PAGES = ("full-page", "spread")
DEAREST = 1e6
"""A planner's price beyond which sums are no longer exact to a hundredth."""
AD_SIZES = ("full-page", "half-page", "half-page-vertical", "third-page", "quarter-page", "spread")
SAFE_OPACITY = 0.75
"""A panel that lets more of the photograph through does not keep text legible on any picture."""
KINDS = ("StyleName", "ColourName", "FontName", "Columns")
_TOLERANCE = 1e-6

Path = tuple[str | int, ...]
Found = Iterator[tuple[str, Path, object]]


class _Report:
    """Collects problems, each at the value that a path of keys leads to."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self.problems: list[Diagnostic] = []

    def __call__(self, path: Path, message: Said, remedy: Said, rule: str = "bad-theme") -> None:
        found = problem(rule, place(self._root, path), message, remedy)
        if found not in self.problems:  # what a template is like may be wrong once, for all that are like it
            self.problems.append(found)


def check(theme: Theme, root: Node, font_files: frozenset[str]) -> list[Diagnostic]:
    """Every problem of a theme whose values have the right types. `font_files` are the names of the fonts there are."""
    report = _Report(root)
    _required(theme, report)
    _names(theme, font_files, report)
    _page(theme, report)
    _styles(theme, report)
    for name, template in theme.templates.items():
        _template(theme, name, template, report)
    _special(theme, report)
    _ad_sizes(theme, report)
    return report.problems


def place(root: Node, path: Path) -> Source | None:
    """The source of the value at `path`, or of the nearest value around it."""
    node = root
    for step in path:
        if isinstance(node, Map):
            inner = node.entries.get(str(step))
        else:
            inner = None if isinstance(node, Scalar) or not isinstance(step, int) else node.items[step]
        if inner is None:
            break
        node = inner
    return node.source


def _required(theme: Theme, report: _Report) -> None:
    for key, needed, there in (
        ("styles", COLUMN_STYLES + OTHER_STYLES, theme.styles), ("colours", COLOURS, theme.colours),
        ("ad-sizes", AD_SIZES, theme.ad_sizes),
    ):
        for word in needed:
            if word not in there:
                report((key,), say("`{key}` has no `{word}`", key=key, word=word),
                       say("add `{word}: …`", word=word), "missing-key")
    families = {name.partition("/")[0] for name in theme.templates}
    for family in FAMILIES:
        if family not in families:
            report(("templates",), say("there is no template of the family `{family}`", family=family),
                   say("add `{family}/…`", family=family), "missing-key")
    for word in theme.ad_sizes:
        if word not in AD_SIZES:
            report(("ad-sizes", word), say("`{word}` is no size of advertisements", word=word),
                   did_you_mean(word, AD_SIZES), "unknown-name")


def _names(theme: Theme, font_files: frozenset[str], report: _Report) -> None:
    """Looks up every name of a style, colour or font, and every pair of columns."""
    known: Mapping[str, tuple[Said, Mapping[str, object]]] = {
        "StyleName": (say("style"), theme.styles), "ColourName": (say("colour"), theme.colours),
        "FontName": (say("font"), theme.fonts),
    }
    for kind, path, value in _walk(theme, ()):
        if isinstance(value, tuple):
            first, last = value
            if not 1 <= first <= last <= theme.grid.columns:
                report(path, say("columns {first} to {last}", first=first, last=last),
                       say("the grid has columns 1 to {columns}", columns=theme.grid.columns), "bad-columns")
        else:
            what, there = known[kind]
            if value and value not in there:
                report(path, say("there is no {what} `{value}`", what=what, value=str(value)),
                       did_you_mean(str(value), there), "unknown-name")
    for name, family in theme.fonts.items():
        for field in fields(family):
            file = getattr(family, field.name)
            if file and file not in font_files:
                path = ("fonts", name, field.name.replace("_", "-"))
                report(path, say("there is no font file `{file}`", file=file), did_you_mean(file, font_files), "unknown-name")


@cache
def _annotated(cls: Any) -> tuple[tuple[str, str, str], ...]:
    """(field, key, kind) of a dataclass: kind is one of KINDS, or "" for a field that may hold such fields."""
    found = []
    for field in fields(cls):
        kinds = [kind for kind in KINDS if kind in str(field.type)]
        found.append((field.name, field.name.replace("_", "-"), kinds[0] if kinds else ""))
    return tuple(found)


def _walk(value: object, path: Path, kind: str = "") -> Found:
    """Every annotated name and pair of columns in `value`, with the keys that lead to it."""
    if isinstance(value, str) and kind in ("StyleName", "ColourName", "FontName"):
        yield kind, path, value
    elif isinstance(value, tuple):
        if kind == "Columns" and len(value) == 2 and all(isinstance(part, int) for part in value):
            yield kind, path, value
        else:
            for number, item in enumerate(value):
                yield from _walk(item, (*path, number), kind)
    elif isinstance(value, Mapping):
        for word, item in value.items():
            yield from _walk(item, (*path, word), kind)
    elif is_dataclass(value):
        for name, key, inner in _annotated(type(value)):  # type: ignore[arg-type]
            yield from _walk(getattr(value, name), (*path, key), inner)


def _page(theme: Theme, report: _Report) -> None:
    page, margins, grid = theme.page, theme.margins, theme.grid
    if min(page.width, page.height) <= 0 or page.bleed < 0:
        report(("page",), say("the page has no area"), say("width and height are mm, bleed 0 or more"))
    if grid.columns < 1 or grid.baseline <= 0 or grid.gutter < 0 or not 0 < grid.hang <= grid.baseline or grid.row < 1:
        report(("grid",), say("the grid cannot be drawn"), say("columns from 1, baseline above 0, hang at most a baseline"))
    elif theme.measure <= 0 or theme.column(1, 1)[1] <= 0 or margins.top + margins.bottom >= page.height:
        report(("margins",), say("the margins leave no type area"), say("make them smaller, or the page larger"))
    if list(theme.scale) != sorted(set(theme.scale)) or not theme.scale or theme.scale[0] <= 0:
        report(("scale",), say("the scale must rise from size to size"), say("write each size once, the smallest first"))
    if not 0 < theme.fill <= 1:
        report(("fill",), say("fill is {fill:g}", fill=theme.fill),
               say("it is the least filled part of a last page, above 0 and at most 1"))
    for name, prices in (("fitting", theme.fitting), ("planning", theme.planning)):
        for field in fields(prices):
            price = getattr(prices, field.name)
            if not 0 <= price < DEAREST:
                report((name, field.name), say("the price {name} is {price:g}", name=field.name, price=price),
                       say("prices are 0 or more, and below {dearest:g}", dearest=DEAREST))


def _styles(theme: Theme, report: _Report) -> None:
    baseline = theme.grid.baseline
    for name, style in theme.styles.items():
        if style.size not in theme.scale:
            nearest = min(theme.scale, key=lambda size: abs(size - style.size), default=style.size)
            message = say("{size:g} pt is not on the scale", size=style.size)
            report(("styles", name, "size"), message, say("the nearest size is {nearest:g}", nearest=nearest), "off-scale")
        if style.leading < 0.7 * style.size:
            message = say("lines of {size:g} pt would overlap on {leading:g} pt", size=style.size, leading=style.leading)
            report(("styles", name, "leading"), message, say("raise the leading"))
        steps = style.leading / baseline if baseline > 0 else 1.0
        if name in COLUMN_STYLES and abs(steps - round(steps)) > _TOLERANCE:
            message = say("`{name}` stands in columns; {leading:g} pt leaves the grid of {baseline:g}",
                          name=name, leading=style.leading, baseline=baseline)
            report(("styles", name, "leading"), message,
                   say("use {baseline:g} or {twice:g}", baseline=baseline, twice=2 * baseline), "off-grid")
    body = theme.styles.get("body")
    if body and body.leading != baseline:
        report(("styles", "body", "leading"), say("the body's leading is not the grid's baseline"),
               say("use {baseline:g}", baseline=baseline), "off-grid")


def _template(theme: Theme, name: str, template: Template, report: _Report) -> None:
    at: Path = ("templates", name)
    least, most = template.photos
    if name.count("/") != 1:
        report(at, say("`{name}` is no template's name", name=name), say("write it as family/variant"))
    if not 0 <= least <= most:
        report((*at, "photos"), say("photos {least} to {most}", least=least, most=most), say("write the least, then the most"))
    if template.pages[0] < 1 or 0 < template.pages[1] < template.pages[0]:
        remedy = say("write the least, then the most (0: no limit)")
        report((*at, "pages"), say("pages {least} to {most}", least=template.pages[0], most=template.pages[1]), remedy)
    if template.spread and template.pages[0] < 2:
        report((*at, "spread"), say("a spread has two pages"), say("write pages: [2, 0]"))
    if not template.columns or any(left[1] >= right[0] for left, right in pairwise(template.columns)):
        remedy = say("write them from left to right, as [[1, 6], [7, 12]]")
        report((*at, "columns"), say("text columns overlap or are missing"), remedy, "bad-columns")
    if not template.head.titles or template.head.title_lines < 1:
        report((*at, "head", "titles"), say("the head has no style for its title"), say("name at least one, the largest first"))
    slots = [slot for slot in template.slots if slot.source == "photo"]
    if not template.items and len(slots) < most and all(slot.page for slot in slots):
        report((*at, "slots"), say("{count} places for up to {most} photographs", count=len(slots), most=most),
               say("add slots, or one with `page: 0`"))
    for number, slot in enumerate(template.slots):
        _slot(theme, slot, (*at, "slots", number), report)


def _slot(theme: Theme, slot: Slot, at: Path, report: _Report) -> None:
    least, most = slot.lines
    if not 1 <= least <= most:
        report((*at, "lines"), say("lines {least} to {most}", least=least, most=most),
               say("write the least, then the most"), "bad-slot")
    elif slot.bleed != "page" and most > theme.lines:
        report((*at, "lines"), say("{most} lines do not fit", most=most),
               say("the type area has {most}", most=theme.lines), "bad-slot")
    if slot.page < 0:
        report((*at, "page"), say("page {page}", page=slot.page),
               say("pages are counted from 1; 0 is every later one"), "bad-slot")
    if slot.caption == "beside" and slot.bleed != "none":
        report((*at, "caption"), say("a picture that bleeds has its caption below"), say("write caption: below"), "bad-slot")
    elif slot.caption == "beside":
        beside = slot.caption_columns
        if beside is None:
            remedy = say("add caption-columns: [first, last]")
            report((*at, "caption"), say("a caption beside its picture needs columns"), remedy, "bad-slot")
        elif beside[0] <= slot.columns[1] and slot.columns[0] <= beside[1]:
            report((*at, "caption-columns"), say("the caption stands on its picture"),
                   say("use columns beside the picture's"), "bad-slot")


def _special(theme: Theme, report: _Report) -> None:
    special = theme.special
    panels: tuple[tuple[Path, Panel, bool], ...] = (
        (("special", "cover", "masthead"), special.cover.masthead, special.cover.under == "page"),
        (("special", "cover", "panel"), special.cover.panel, True),
        (("special", "divider", "panel"), special.divider.panel, True),
    )
    for path, panel, on_photo in panels:
        if not (SAFE_OPACITY if on_photo else 0) <= panel.opacity <= 1:
            remedy = say("on a photograph text is legible from {least:g} to 1", least=SAFE_OPACITY)
            report((*path, "opacity"), say("an opacity of {opacity:g}", opacity=panel.opacity), remedy, "illegible")
    if not special.contents.settings:
        report(("special", "contents", "settings"), say("the contents has no setting"), say("add at least one"))
    least, most = special.contents.photo_lines
    if not 1 <= least <= most <= theme.lines:
        remedy = say("least and most, up to {most}", most=theme.lines)
        report(("special", "contents", "photo-lines"), say("lines {least} to {most}", least=least, most=most), remedy, "bad-slot")


def _ad_sizes(theme: Theme, report: _Report) -> None:
    """Advertisements of part of a page stand within the type area, down to its last baseline."""
    if theme.grid.baseline <= 0:
        return  # told already
    room = (theme.measure, theme.baseline(theme.lines - 1))
    for word, size in theme.ad_sizes.items():
        if min(size) <= 0:
            report(("ad-sizes", word), say("`{word}` has no area", word=word), say("write its width and height in mm"))
        elif word not in WHOLE_PAGES and any(mm(length) > most + _TOLERANCE for length, most in zip(size, room, strict=True)):
            wide, high = (floor(10 * to_mm(length, 3)) / 10 for length in room)
            report(("ad-sizes", word), say("`{word}` is larger than the type area", word=word),
                   say("that has {width:g} × {height:g} mm", width=wide, height=high), "bad-ad-size")
