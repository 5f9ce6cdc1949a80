"""An article's body as authored: blocks of spans, each with the line where it starts."""

from __future__ import annotations

from typing import Literal

from digest_studio.base.values import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one kind. "\\n" is a hard break. `link` is a URL (with its scheme, or mailto:)."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: tuple[Span, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 2 or 3."""

    level: int
    spans: tuple[Span, ...]
    line: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item: its paragraphs and at most one more level of lists."""

    blocks: tuple[Paragraph | List, ...]
    line: int


@dataclass(frozen=True, slots=True)
class List:
    ordered: bool
    start: int
    items: tuple[ListItem, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Quotation:
    blocks: tuple[Paragraph, ...]
    attribution: tuple[Span, ...]
    line: int


@dataclass(frozen=True, slots=True)
class PullQuote:
    """Repeated text, not part of the running text."""

    blocks: tuple[Paragraph, ...]
    attribution: tuple[Span, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Box:
    """A text set apart, with a title that may be empty."""

    title: tuple[Span, ...]
    blocks: tuple[Paragraph | Heading | List, ...]
    attribution: tuple[Span, ...]
    line: int


@dataclass(frozen=True, slots=True)
class PhotoPin:
    """The n-th photo (from 1) stands here."""

    number: int
    line: int


@dataclass(frozen=True, slots=True)
class Break:
    kind: Literal["column", "page"]
    line: int


Block = Paragraph | Heading | List | Quotation | PullQuote | Box | PhotoPin | Break
