"""Pages that are not articles: cover, contents, dividers, and the furniture of all others.

In: the issue, and where its articles stand (computed by the plan). Out: items in points from the trim's top left corner.
Their design is data (theme/special.py).
"""
