"""From words to lines: itemise, hyphenate, shape, break.

In: `Paragraph` (styles.py) and `Measure`. Out: `Setting` (setting.py), lines of glyph runs from the measure's left edge.
`shape` does not know the measure and is cached by value; `break_lines` may be asked at many measures.
"""
