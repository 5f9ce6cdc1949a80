"""What is said about a page or sheet outside its bleed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from digest_studio.app.resources import own_resources, resources

if TYPE_CHECKING:
    from digest_studio.app.session import Made
    from digest_studio.display.items import TextLine
    from digest_studio.text.engine import Typesetter

SIZE = 7.0

SetLine = Callable[[str, float], "tuple[TextLine, ...]"]
"""A text, and the points that it may be wide: as a line from (0, 0)."""


def line_setter(made: Made) -> SetLine:
    """What sets lines in the theme's sans."""
    from digest_studio.display.items import TextLine
    from digest_studio.text.styles import CharStyle, Measure, Paragraph, ParagraphStyle, Run

    free = made.context is not None and made.context.kept is None  # the studio's sets pages in another thread meanwhile
    setter = made.context.setter if made.context is not None and free else _own_setter()
    family = made.theme.fonts.get("sans") or next(iter(made.theme.fonts.values()))
    style = CharStyle((family.regular,), SIZE)

    def line(text: str, width: float) -> tuple[TextLine, ...]:
        paragraph = Paragraph((Run(text, style),), ParagraphStyle(SIZE), made.issue.language)
        lines = setter.set(paragraph, Measure(width)).lines
        return tuple(TextLine(0.0, 0.0, line.runs) for line in lines[:1])

    return line


def _own_setter() -> Typesetter:
    from digest_studio.text.engine import Typesetter
    from digest_studio.text.fonts import FontLibrary
    from digest_studio.text.hyphenate import Hyphenator

    fonts = FontLibrary(resources() / "fonts", own=own_resources() / "fonts")
    return Typesetter(fonts, Hyphenator(resources() / "hyphenation", {}))


def said_of(made: Made, state: str = "") -> str:
    """Which issue it is, and in which state: the press and paper that its colours are for, or a proof's fingerprint."""
    said = f"{made.issue.publication}  {made.issue.period}"
    return f"{said}  {state}" if state else said
