"""Which article, advertisement and divider stands on which page; and the pages composed from it.

`plan_issue` decides (planner.py; simple.py orders the units, the searching planner will stand beside it); `compose` only
puts what layout has made at its place.
"""

from digest_studio.plan.compose import compose
from digest_studio.plan.planner import plan_issue

__all__ = ["compose", "plan_issue"]
