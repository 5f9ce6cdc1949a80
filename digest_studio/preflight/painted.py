"""What a page of a PDF is painted with, held against limits: pictures, colours, fonts, type, lines."""

from __future__ import annotations

from collections.abc import Iterator

from digest_studio.assets.pdfpainted import Content, Where
from digest_studio.assets.pdfspaces import SCREEN
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.base.say import Said, say, say_count
from digest_studio.preflight.inks import RICH_BLACK
from digest_studio.preflight.profile import Limits

INK = 320.0
"""Per cent of ink on one spot where neither a profile nor an office says another limit."""
SLACK = 0.02
"""Points by which sizes of type and lines may be under their limits: files round them."""

Placed = tuple[Where | None, Diagnostic]


def painted(content: Content, limits: Limits, number: int) -> Iterator[Placed]:
    """What is wrong with page `number`, each with its place in the page's user space."""
    yield from _pictures(content, limits, number)
    yield from _colours(content, number)
    yield from _fonts(content, number)
    yield from _texts(content, limits, number)
    yield from _areas(content, limits, number)


def _pictures(content: Content, limits: Limits, number: int) -> Iterator[Placed]:
    for drawn in content.pictures:
        if drawn.width < 16 or drawn.height < 16:
            continue  # dots of patterns and rules, not pictures
        least = limits.line_art_ppi if drawn.bits == 1 else limits.image_ppi
        ppi, what = int(drawn.ppi + 1e-6), name_of(drawn.where)
        if ppi < least.highest:
            limit = int(least.error if ppi < least.error else least.warning)
            message = say("the picture {object} has {ppi} pixels per inch at its printed size, {limit} are needed", object=what,
                          ppi=ppi, limit=limit)
            severity = Severity.ERROR if ppi < least.error else Severity.WARNING
            remedy = say("take a larger picture, or show it smaller")
            yield drawn.where, _problem("image-resolution", number, message, remedy, severity, (ppi, limit))
        out = round(100 * (drawn.stretch - 1), 1)
        if out > limits.stretch:
            message = say("the picture {object} is drawn out by {out:g} %", object=what, out=out)
            remedy = say("crop it to the shape of its place instead")
            yield drawn.where, _problem("stretched", number, message, remedy, Severity.WARNING, (out, limits.stretch))


def _colours(content: Content, number: int) -> Iterator[Placed]:
    for colour, where in content.colours.items():
        if colour in ("CMYK", "Gray", "Pattern", "Separation", "DeviceN"):
            continue
        message = say("the spot colour {colour} is used ({object})", colour=colour, object=name_of(where))
        if colour in SCREEN:
            message = say("{colour} is used, not CMYK alone ({object})", colour=colour, object=name_of(where))
        yield where, _problem("pdf-colour", number, message, say("convert it to CMYK"), measured=(colour, "CMYK"))


def _fonts(content: Content, number: int) -> Iterator[Placed]:
    for font in content.fonts:
        if font.kind == "Type3":
            message = say("text is set in {font}, a font of Type 3", font=plain_name(font.name))
        elif not font.embedded:
            message = say("text is set in {font}, which is not embedded", font=plain_name(font.name))
        else:
            continue
        yield font.where, _problem("pdf-font", number, message, say("embed the font as OpenType"), measured=(font.name, None))


def _texts(content: Content, limits: Limits, number: int) -> Iterator[Placed]:
    told: set[tuple[str, object]] = set()
    for written in content.texts:
        if written.inks is None or written.size < 0.1:
            continue
        used, size = sum(part > 0 for part in written.inks), round(written.size, 2)
        total, black = 100 * sum(written.inks), written.inks[3]
        found: Diagnostic | None = None
        if written.overprint and total == 0:
            found = _problem("white-overprint", number, say("white text overprints: it is not seen"), _KNOCK_OUT)
        elif black >= RICH_BLACK and total > limits.rich_black_text:
            most = round(limits.rich_black_text)
            message = say("black text has {total} % of ink; it may have {most} %", total=round(total), most=most)
            found = _problem("rich-black-text", number, message, say("set it in black alone"), measured=(round(total), most))
        elif used != 1 and size < limits.smallest_text - SLACK:
            inks = say("white") if used == 0 else say_count("{count} ink", "{count} inks", count=used)
            message = say("text of {size:g} pt in {font} is in {inks}, which needs {least:g} pt", size=size,
                          font=plain_name(written.font), inks=inks, least=limits.smallest_text)
            remedy = say("make it larger, or set it in one ink")
            found = _problem("fine-print", number, message, remedy, Severity.WARNING, (size, limits.smallest_text))
        elif used == 1 and black == 1 and not written.overprint and size < limits.overprint_text - SLACK:
            message = say("black text of {size:g} pt does not overprint: a white edge shows where plates are out of register",
                          size=size)
            remedy = say("let black text overprint")
            found = _problem("black-knockout", number, message, remedy, Severity.WARNING, (size, limits.overprint_text))
        if found is not None and (found.rule, found.value) not in told:
            told.add((found.rule, found.value))
            yield written.where, found


def _areas(content: Content, limits: Limits, number: int) -> Iterator[Placed]:
    most = INK if limits.ink is None else limits.ink
    heavy = {where: round(100 * sum(inks)) for (inks, _), where in content.fills.items() if round(100 * sum(inks)) > most}
    if heavy:
        where, total = max(heavy.items(), key=lambda found: found[1])
        message = say("a colour has {total} % of ink; the limit is {most} % ({object})", total=total, most=round(most),
                      object=name_of(where))
        yield where, _problem("ink", number, message, say("give it less ink"), measured=(total, round(most)))
    for where in [where for (inks, overprint), where in content.fills.items() if overprint and not any(inks)][:1]:
        message = say("a white area overprints: it is not seen ({object})", object=name_of(where))
        yield where, _problem("white-overprint", number, message, _KNOCK_OUT)
    if content.thin is not None and content.thin[0] < limits.thinnest_line - SLACK:
        width, where = content.thin
        message = say("a line of {thick:.3g} pt is thinner than {least:g} pt ({object})", thick=width, least=limits.thinnest_line,
                      object=name_of(where))
        measured = (round(width, 3), limits.thinnest_line)
        yield where, _problem("hairline", number, message, say("make it thicker"), measured=measured)


def plain_name(font: str) -> str:
    """A font's name without the tag that says which part of it is embedded (ISO 32000-1, 9.6.4)."""
    tag, plus, name = font.partition("+")
    return name if plus and len(tag) == 6 else font


def name_of(where: Where) -> str:
    """An object as it can be found in the file: the way to it, and its number."""
    return f"{where.path}, {where.number} 0 R" if where.number else where.path


_KNOCK_OUT = say("let it knock out")


def _problem(
    rule: str, number: int, message: Said, remedy: Said, severity: Severity = Severity.ERROR,
    measured: tuple[float | str | None, float | str | None] = (None, None),
) -> Diagnostic:
    return Diagnostic(rule, message, remedy, severity, page=number, value=measured[0], limit=measured[1])
