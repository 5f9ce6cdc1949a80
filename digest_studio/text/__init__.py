"""From words to lines: itemise, hyphenate, shape, break.

In: `Paragraph` (styles.py) and `Measure`. Out: `Setting` (setting.py), lines of glyph runs from the measure's left edge.
engine.py puts the parts together; section.py explains the numbers that breaking and line making share.
"""
