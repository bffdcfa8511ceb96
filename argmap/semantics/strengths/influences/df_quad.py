"""DF-QuAD: reasons add up as probabilities do, and one of strength 1 leaves no more to be said.

A. Rago, F. Toni, M. Aurisicchio and P. Baroni, Discontinuity-free decision support with
quantitative argumentation debates, KR 2016.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import prod
from operator import mul

from argmap.semantics.strengths.influences import Slopes


def strength(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """The base score moved by the difference between joint support and joint attack."""
    balance = prod(1 - each for each in attackers) - prod(1 - each for each in supporters)
    return base + (1 - base) * balance if balance > 0 else base + base * balance


def slopes(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    """The partial derivatives of `strength`; where attack equals support, those towards attack."""
    balance = prod(1 - each for each in attackers) - prod(1 - each for each in supporters)
    room = 1 - base if balance > 0 else base
    return Slopes(
        1 - abs(balance),
        [-room * rest for rest in _without_each(attackers)],
        [room * rest for rest in _without_each(supporters)],
    )


def _without_each(strengths: Sequence[float]) -> list[float]:
    """For each strength, how much all the others leave open together."""
    left = [1 - each for each in strengths]
    before = accumulate(left[:-1], mul, initial=1.0)
    after = [*accumulate(left[:0:-1], mul, initial=1.0)]
    return [one * other for one, other in zip(before, reversed(after), strict=False)][: len(left)]
