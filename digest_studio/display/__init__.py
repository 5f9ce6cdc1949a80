"""Finished pages: a small vocabulary of items that every painter paints and no painter measures.

In: nothing. Out: `Document`, `Page` and the items. Painters match exhaustively over `Item`.
"""
