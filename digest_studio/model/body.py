"""An article's body as authored. The types stand in source/body.py, beside the reader that makes them."""

from digest_studio.source.body import (
    Block,
    Box,
    Break,
    Heading,
    List,
    ListItem,
    Paragraph,
    PhotoPin,
    PullQuote,
    Quotation,
    Span,
)

__all__ = [
    "Block",
    "Box",
    "Break",
    "Heading",
    "List",
    "ListItem",
    "Paragraph",
    "PhotoPin",
    "PullQuote",
    "Quotation",
    "Span",
]
