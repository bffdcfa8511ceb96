"""What a strength is made of: all that contributes to it, and what each reason makes of it."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.strengths.contributions import Removal, by_removal, contributions
from argmap.semantics.strengths.influences import DEFAULT, named
from argmap.semantics.strengths.network import Linked
from argmap.semantics.strengths.reading import NOTHING, network_of
from argmap.semantics.strengths.shapley import Shapley, shapley
from argmap.semantics.strengths.solving import solve


class Made(NamedTuple):
    """The strength of a claim, and what it is made of.

    ``contributions`` are the claims and relations that contribute, with the slope of each, the
    steepest first; ``removals`` are what the relations on the claim make of it. Without a strength
    there are none. ``shapley`` are the shares of all claims, if they were asked for and found.
    """

    claim: str
    strength: float | None
    contributions: list[tuple[str, float]]
    removals: list[Removal]
    shapley: Shapley | None = None


def making(
    map: ArgumentMap,
    claim: str,
    semantics: str = DEFAULT,
    *,
    linked: Linked = "weakest",
    overrides: Mapping[str, float] = NOTHING,
    withdrawn: Container[str] = (),
    orders: int = 0,
) -> Made:
    """What the strength of a claim is made of, with shares from so many orders if any.

    The cost is that of `contributions`, and with ``orders`` of `shapley`.
    """
    network = network_of(map, linked=linked, overrides=overrides, withdrawn=withdrawn)
    slopes = contributions(network, claim, semantics)
    removals = by_removal(network, claim, semantics)
    if slopes is None or removals is None:
        return Made(claim, None, [], [])
    together = {**slopes.of_claim, **slopes.of_relation}
    telling = [(id, slope) for id, slope in together.items() if slope and id != claim]
    telling.sort(key=lambda each: -abs(each[1]))
    node = network.claims[claim]
    strength = solve(network, named(semantics)).values[node]
    shares = shapley(network, claim, semantics, orders=orders) if orders else None
    return Made(claim, strength, telling, removals, shares)
