"""Which article, advertisement and divider stands on which page; and the pages composed from it.

`plan_issue` (simple.py; the searching planner will stand beside it) decides; `compose` paints nothing and decides nothing.
"""
