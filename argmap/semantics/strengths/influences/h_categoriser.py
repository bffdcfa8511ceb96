"""The weighted h-categoriser: attackers divide the base score, and support counts for nothing.

P. Besnard and A. Hunter, A logic-based theory of deductive arguments, Artificial Intelligence
128 (2001); with base scores: L. Amgoud et al., Acceptability semantics for weighted argumentation
frameworks, IJCAI 2017.
"""

from collections.abc import Sequence
from math import fsum

from argmap.semantics.strengths.influences import Slopes


def strength(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """The base score divided by one more than the sum of the attackers."""
    del supporters
    return base / (1 + fsum(attackers))


def slopes(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    """The partial derivatives of `strength`."""
    share = 1 / (1 + fsum(attackers))
    return Slopes(share, [-base * share * share] * len(attackers), [0.0] * len(supporters))
