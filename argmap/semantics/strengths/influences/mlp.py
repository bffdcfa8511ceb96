"""The semantics of a multi-layer perceptron: base scores are biases, strengths are logistic.

N. Potyka, Interpreting neural networks as quantitative argumentation frameworks, AAAI 2021.
"""

from collections.abc import Sequence
from math import exp, fsum

from argmap.semantics.strengths.influences import Slopes

_LARGEST = 350.0  # e to this power can still be squared; beyond it nothing changes any more


def strength(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """The logistic function of the base score's log-odds and support less attack."""
    energy = fsum(supporters) - fsum(attackers)
    if energy == 0:
        return base  # as the formula says, but for its rounding
    growth = exp(max(-_LARGEST, min(energy, _LARGEST)))
    return base * growth / (1 - base + base * growth)


def slopes(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    """The partial derivatives of `strength`."""
    growth = exp(max(-_LARGEST, min(fsum(supporters) - fsum(attackers), _LARGEST)))
    whole = 1 - base + base * growth
    change = growth / (whole * whole)
    slope = change * base * (1 - base)
    return Slopes(change, [-slope] * len(attackers), [slope] * len(supporters))
