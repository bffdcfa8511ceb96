"""Why a claim stands, falls or is undecided: the shortest reason that is no circle.

Labels have levels, and each follows from labels of lower levels, so that a reason always comes to
an end (compare the min-max numbers of strong admissibility, Caminada and Dunne 2019). What stands
needs one step for it and an answer to every step against it; what falls needs one step against it
that stands, or an answer to every step for it. What is undecided is so because of a circle, or of
a question that the map leaves open: the way to the nearest one is told.
"""

from argmap.semantics.why.explained import why
from argmap.semantics.why.reason import Reason, Rule

__all__ = ["Reason", "Rule", "why"]
