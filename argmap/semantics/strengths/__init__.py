"""Gradual strengths: how strong each claim of a map is, as a number from 0 to 1, and why.

The strength of a claim comes from its base score and from the strengths of the steps that speak for
and against it; that of a step from its premises and from what bears on the step itself.
"""

from collections.abc import Container, Mapping
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.strengths.influences import DEFAULT, named
from argmap.semantics.strengths.network import Linked
from argmap.semantics.strengths.reading import NOTHING, network_of
from argmap.semantics.strengths.solving import solve


class Strengths(NamedTuple):
    """The strengths of a map's claims and relations, by id.

    None stands for a strength that was not found: that of a circle which does not settle, or of
    what depends on one. These claims are listed in ``unsettled``. A relation that holds in both
    directions has the strength of its stronger one; equivalences and what was withdrawn have none.
    """

    of_claim: dict[str, float | None]
    of_relation: dict[str, float | None]
    converged: bool
    unsettled: tuple[str, ...] = ()


def strengths(
    map: ArgumentMap,
    semantics: str = DEFAULT,
    *,
    linked: Linked = "weakest",
    overrides: Mapping[str, float] = NOTHING,
    withdrawn: Container[str] = (),
) -> Strengths:
    """How strong each claim and relation of a map is.

    ``overrides`` are other weights for claims and relations, by id; what is ``withdrawn`` counts
    for nothing. The cost is that of `network_of` and `solve`: linear where nothing is circular.
    """
    network = network_of(map, linked=linked, overrides=overrides, withdrawn=withdrawn)
    values, lost, _ = solve(network, named(semantics))
    of_claim = {
        claim: None if node in lost else values[node] for claim, node in network.claims.items()
    }
    of_relation = {
        relation: None if not lost.isdisjoint(nodes) else max(values[node] for node in nodes)
        for relation, nodes in network.relations.items()
        if nodes
    }
    unsettled = tuple(claim for claim, strength in of_claim.items() if strength is None)
    return Strengths(of_claim, of_relation, not lost, unsettled)
