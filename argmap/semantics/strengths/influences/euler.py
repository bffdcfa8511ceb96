"""The Euler-based semantics: a claim never falls below the square of its base score.

L. Amgoud and J. Ben-Naim, Evaluation of arguments in weighted bipolar graphs, ECSQARU 2017.
"""

from collections.abc import Sequence
from math import exp, fsum

from argmap.semantics.strengths.influences import Slopes

_LARGEST = 350.0  # e to this power can still be squared; beyond it nothing changes any more


def strength(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """The base score moved by the exponential of support less attack."""
    energy = fsum(supporters) - fsum(attackers)
    if energy == 0:
        return base  # as the formula says, but for its rounding
    return 1 - (1 - base * base) / (1 + base * exp(min(energy, _LARGEST)))


def slopes(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    """The partial derivatives of `strength`."""
    growth = exp(min(fsum(supporters) - fsum(attackers), _LARGEST))
    whole = 1 + base * growth
    change = (1 - base * base) * growth / (whole * whole)
    slope = change * base
    return Slopes(2 * base / whole + change, [-slope] * len(attackers), [slope] * len(supporters))
