"""How a number of pages is folded."""

from __future__ import annotations

SHEETS = (16, 8, 4)  # pages of a folded sheet, the largest first


def signatures(pages: int) -> list[int]:
    """The folded sheets that make up `pages`, the largest first: 44 is 16, 16, 8, 4. What no sheet holds comes last."""
    made = []
    for sheet in SHEETS:
        made += [sheet] * (pages // sheet)
        pages %= sheet
    return made + ([pages] if pages else [])
