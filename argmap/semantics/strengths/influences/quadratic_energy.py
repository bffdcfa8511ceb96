"""Quadratic energy: attack and support are mirror images, and no single reason settles a claim.

N. Potyka, Continuous dynamical systems for weighted bipolar argumentation, KR 2018.
"""

from collections.abc import Sequence
from math import fsum

from argmap.semantics.strengths.influences import Slopes


def strength(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """The base score moved towards 1, or towards 0, by the energy of what bears on it."""
    energy = fsum(supporters) - fsum(attackers)
    square = energy * energy
    pull = square / (1 + square)
    return base + (1 - base) * pull if energy > 0 else base - base * pull


def slopes(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    """The partial derivatives of `strength`."""
    energy = fsum(supporters) - fsum(attackers)
    square = energy * energy
    room = 1 - base if energy > 0 else base
    slope = room * 2 * abs(energy) / (1 + square) ** 2
    return Slopes(1 / (1 + square), [-slope] * len(attackers), [slope] * len(supporters))
