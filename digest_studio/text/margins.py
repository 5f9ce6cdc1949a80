"""Optical margins: how much of a glyph's width hangs outside the column when it stands at a line's end.

Values after composition practice (pdfTeX's microtype, Typst): light marks hang so far that the column's edge looks straight.
"""

from __future__ import annotations

# char -> (at the line's start, at its end), fractions of the glyph's width
HANGING: dict[str, tuple[float, float]] = {
    ".": (0.0, 0.75), ",": (0.0, 0.75), "…": (0.0, 0.2), "·": (0.0, 0.5),
    ":": (0.0, 0.45), ";": (0.0, 0.4), "!": (0.0, 0.2), "?": (0.0, 0.15),
    "-": (0.5, 0.52), "\u2010": (0.5, 0.52), "–": (0.2, 0.2), "—": (0.2, 0.2),
    "“": (0.5, 0.5), "”": (0.5, 0.5), "„": (0.5, 0.4), "‘": (0.6, 0.6), "’": (0.6, 0.6), "‚": (0.5, 0.5),
    "«": (0.3, 0.3), "»": (0.3, 0.3), "‹": (0.35, 0.35), "›": (0.35, 0.35), '"': (0.5, 0.5), "'": (0.5, 0.5),
    "(": (0.1, 0.0), ")": (0.0, 0.1), "[": (0.08, 0.0), "]": (0.0, 0.08), "*": (0.4, 0.4), "•": (0.3, 0.0),
    "A": (0.04, 0.04), "T": (0.05, 0.05), "V": (0.05, 0.05), "W": (0.04, 0.04), "Y": (0.05, 0.05),
    "А": (0.04, 0.04), "Т": (0.05, 0.05), "У": (0.04, 0.04), "Г": (0.0, 0.05),
    "r": (0.0, 0.04), "t": (0.0, 0.04), "y": (0.0, 0.03), "г": (0.0, 0.05), "т": (0.03, 0.03),
}
