"""Campaigns of a demonstration: portals that nobody has, seen by nobody, judged by real rules.

`seeing` makes up what an automatic look would have found, the same at every start; `telling` leads
two campaigns to their publication and leaves a third one open. All of it is said to be made up.
"""

from motcua.simulation.judged.telling import campaigns

__all__ = ["campaigns"]
