"""One article or page kind becomes fragments in the type area's coordinates, with their cost.

In: authored values, a theme, shaped and broken text, image facts. Out: `ArticleLayout` (result.py) and the items of
special pages. Pure: the same values give the same pages, so all of it is memoised.
"""
