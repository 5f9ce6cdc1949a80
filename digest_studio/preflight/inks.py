"""Colours, type and lines that a press does not hold, each where it is first seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digest_studio.assets.outputs import OutputProfile
from digest_studio.base.colour import Colour
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.geometry import Rect
from digest_studio.base.say import Said, say, say_count
from digest_studio.display.document import Document, Page
from digest_studio.display.items import Shape, TextLine
from digest_studio.preflight.placing import Seen, owner, seen
from digest_studio.preflight.profile import MAGAZINE, Limits

RICH_BLACK = 0.85
"""With so much black a colour counts as black (Ghent Workgroup 2022)."""

_SLACK = 0.005
"""Points or per cent that rounding may take from a size."""


def inks(document: Document, output: OutputProfile, limits: Limits = MAGAZINE.limits) -> Iterator[Diagnostic]:
    """Colours with more ink than the paper takes, black text of several inks, white that overprints."""
    told: set[tuple[Colour, bool]] = set()
    for at in seen(document):
        for colour, is_text in _colours(at):
            if (colour, is_text) not in told:
                told.add((colour, is_text))
                yield from _ink(colour, is_text, at, output, limits)


def _colours(at: Seen) -> Iterator[tuple[Colour, bool]]:
    """The colours in which something is painted, and whether they are text's."""
    match at.item:
        case TextLine():
            yield from ((run.colour, True) for run in at.item.runs)
        case Shape():
            yield from ((colour, False) for colour in (at.item.fill, at.item.stroke) if colour is not None)


def _ink(colour: Colour, is_text: bool, at: Seen, output: OutputProfile, limits: Limits) -> Iterator[Diagnostic]:
    total, black = 100 * sum(colour.cmyk), colour.cmyk[3]
    most = output.ink_limit if limits.ink is None else limits.ink
    name = colour.name or say("a colour")
    if total > most + 0.1:
        message = say("{colour} has {total} % of ink; {output} takes {most} %", colour=name, total=round(total),
                      output=output.description, most=round(most))
        yield found("ink", message, say("give it less ink in the theme's colours"), at, measured=(round(total), round(most)))
    elif is_text and black >= RICH_BLACK and total > limits.rich_black_text:
        most = limits.rich_black_text
        message = say("text in {colour} has {total} % of ink; black text may have {most} %", colour=name, total=round(total),
                      most=round(most))
        yield found("rich-black-text", message, say("set it in black alone"), at, measured=(round(total), round(most)))
    if colour.overprint and total == 0:
        message = say("{colour} is white and overprints: it would not be seen", colour=name)
        yield found("white-overprint", message, say("take overprint: away in the theme's colours"), at)


def fine_print(document: Document, limits: Limits = MAGAZINE.limits) -> Iterator[Diagnostic]:
    """White or many-coloured text that closes up or shows its inks side by side, black text that does not overprint, and lines
    so thin that they break up on the plate."""
    told: set[tuple[object, ...]] = set()
    looked_at: set[tuple[Colour, float]] = set()
    for at in seen(document):
        for problem in (*_small_text(at, limits, looked_at), *_thin_lines(at, limits)):
            key = (problem.rule, problem.message)
            if key not in told:
                told.add(key)
                yield problem


def _small_text(at: Seen, limits: Limits, looked_at: set[tuple[Colour, float]]) -> Iterator[Diagnostic]:
    """What is wrong with colours and sizes that are not among those `looked_at`; they join them."""
    if not isinstance(at.item, TextLine):
        return
    for run in at.item.runs:
        colour, size = run.colour, run.size
        if (colour, size) in looked_at or not run.glyphs:
            continue
        looked_at.add((colour, size))
        count = _inks_used(colour)
        name = colour.name or say("a colour")
        if count != 1 and size < limits.smallest_text - _SLACK:
            inks = say("white ({colour})", colour=name)
            if count:
                inks = say_count("{count} ink ({colour})", "{count} inks ({colour})", count=count, colour=name)
            message = say("text of {size:g} pt is in {inks}, which needs {least:g} pt", size=size, inks=inks,
                          least=limits.smallest_text)
            remedy = say("make it larger, or set it in one ink")
            yield found("fine-print", message, remedy, at, Severity.WARNING, (size, limits.smallest_text))
        elif count == 1 and colour.cmyk[3] == 1 and not colour.overprint and size < limits.overprint_text - _SLACK:
            message = say("black text of {size:g} pt ({colour}) does not overprint: a white edge shows where plates are out of "
                          "register", size=size, colour=name)
            remedy = say("write overprint: true at the colour in the theme")
            yield found("black-knockout", message, remedy, at, Severity.WARNING, (size, limits.overprint_text))


def _thin_lines(at: Seen, limits: Limits) -> Iterator[Diagnostic]:
    """Strokes, and areas so narrow that they are lines."""
    if not isinstance(at.item, Shape):
        return
    thick = at.item.line_width if at.item.stroke else min(at.box.width, at.box.height)
    colour = at.item.stroke or at.item.fill
    if colour is not None and thick < limits.thinnest_line - _SLACK and max(at.box.width, at.box.height) > 0:
        name = colour.name or say("a colour")
        message = say("a line of {thick:.3g} pt in {colour} is thinner than {least:g} pt", thick=thick, colour=name,
                      least=limits.thinnest_line)
        yield found("hairline", message, say("make it thicker"), at, measured=(round(thick, 3), limits.thinnest_line))


def _inks_used(colour: Colour) -> int:
    return sum(part > 0 for part in colour.cmyk)


def found(
    rule: str, message: Said, remedy: Said, at: Seen, severity: Severity = Severity.ERROR,
    measured: tuple[float | str | None, float | str | None] = (None, None),
) -> Diagnostic:
    """A problem of what is seen at a place, with that place and whose it is."""
    return problem_at(at.page, at.box, Diagnostic(rule, message, remedy, severity, value=measured[0], limit=measured[1]))


def problem_at(page: Page, box: Rect, problem: Diagnostic) -> Diagnostic:
    """The problem with its page, its place there and whose it is."""
    whose = owner(page, box)
    return replace(problem, page=page.number, box=box, article=problem.article or whose.article, ad=problem.ad or whose.ad)
