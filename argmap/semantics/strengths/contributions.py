"""How much each claim and relation of a map contributes to the strength of one claim."""

from collections.abc import Sequence
from math import prod
from typing import NamedTuple

from argmap.semantics.strengths.influences import DEFAULT, Influence, named
from argmap.semantics.strengths.network import Network
from argmap.semantics.strengths.solving import Solution, fixed_point, settle, solve


class Contributions(NamedTuple):
    """How fast the strength of a claim changes with each base score and each weight, by id.

    These are derivatives: what speaks for the claim in the end is positive, what speaks against
    it negative, and what has no bearing on it 0. Claims that are one have the same.
    """

    of_claim: dict[str, float]
    of_relation: dict[str, float]


class Removal(NamedTuple):
    """What a relation that bears on a claim makes of it.

    ``difference`` is the claim's strength less what it would be without the relation, or None if
    no strength would be found then.
    """

    relation: str
    difference: float | None


def contributions(network: Network, claim: str, semantics: str = DEFAULT) -> Contributions | None:
    """What each claim and relation contributes to a claim; None if no such numbers were found.

    One pass backwards: linear where nothing is circular, else as `solve`. Where several premises
    are equally weak, the first is taken for the weakest.
    """
    influence = named(semantics)
    solution = solve(network, influence)
    topic = network.claims[claim]
    if topic in solution.lost:
        return None
    backward = _Backward(network, influence, solution, topic)
    if not backward.found:
        return None
    by_base = backward.by_base
    return Contributions(
        {claim: by_base.get(node, 0.0) for claim, node in network.claims.items()},
        {
            relation: sum(
                by_base.get(node, 0.0) * network.together(node, solution.values) for node in nodes
            )
            for relation, nodes in network.relations.items()
            if nodes
        },
    )


def by_removal(network: Network, claim: str, semantics: str = DEFAULT) -> list[Removal] | None:
    """What each relation that bears on a claim makes of it; None if its strength was not found.

    As `solve`, and then for each relation once more for what depends on the claim and is depended
    on by it: for a claim in no circle this is the claim alone.
    """
    influence = named(semantics)
    values, lost, order = solve(network, influence)
    topic = network.claims[claim]
    if topic in lost:
        return None
    knot = next((knot for knot in order.knots if topic in knot), [topic])
    direct = {*network.attackers[topic], *network.supporters[topic]}
    removals = []
    before = values[topic]
    for relation, nodes in network.relations.items():
        if direct.isdisjoint(nodes):
            continue
        touched = {node: values[node] for node in (*knot, *nodes)}
        for node in nodes:
            values[node] = 0.0
        found = settle(network, influence, values, [node for node in knot if node not in nodes])
        removals.append(Removal(relation, before - values[topic] if found else None))
        for node, strength in touched.items():
            values[node] = strength
    return removals


class _Backward:
    """How fast the strength of a topic changes with the base score of each node before it."""

    def __init__(
        self, network: Network, influence: Influence, solution: Solution, topic: int
    ) -> None:
        self._network = network
        self._influence = influence
        self._values = solution.values
        self._by_strength = {topic: 1.0}
        self.by_base: dict[int, float] = {}
        self.found = True
        for knot in reversed(solution.order.knots):
            self._pass_knot(knot)
        for node in reversed(solution.order.straight):
            self._pass(node, self._by_strength.get(node, 0.0))

    def _pass(self, node: int, share: float) -> None:
        """Hand what a node contributes on to what it depends on."""
        if share:
            slope, parts = self._slopes(node)
            self.by_base[node] = share * slope
            for source, part in parts:
                self._by_strength[source] = self._by_strength.get(source, 0.0) + share * part

    def _pass_knot(self, knot: Sequence[int]) -> None:
        """The same for nodes that depend on each other: their shares are a fixed point."""
        start = [self._by_strength.get(node, 0.0) for node in knot]
        if not any(start):
            return
        place = {node: index for index, node in enumerate(knot)}
        slopes = [self._slopes(node) for node in knot]
        inner = [[(place[s], part) for s, part in parts if s in place] for _, parts in slopes]

        def once(now: Sequence[float]) -> list[float]:
            wanted = list(start)
            for share, parts in zip(now, inner, strict=True):
                for source, part in parts:
                    wanted[source] += share * part
            return wanted

        shares = fixed_point(once, start)
        if shares is None:
            self.found = False
            return
        for node, share, (slope, parts) in zip(knot, shares, slopes, strict=True):
            self.by_base[node] = share * slope
            for source, part in parts:
                if source not in place:
                    self._by_strength[source] = self._by_strength.get(source, 0.0) + share * part

    def _slopes(self, node: int) -> tuple[float, list[tuple[int, float]]]:
        """How fast a node's strength changes with its base score, and with each of its inputs."""
        network, values = self._network, self._values
        premises = network.premises[node]
        attackers, supporters = network.attackers[node], network.supporters[node]
        together = network.together(node, values)
        slopes = self._influence.slopes(
            network.bases[node] * together,
            [values[source] for source in attackers],
            [values[source] for source in supporters],
        )
        steepness = slopes.base * network.bases[node]
        if network.linked == "weakest":
            weakest = min(premises, key=values.__getitem__, default=-1)
            parts = [(weakest, steepness)] if premises else []
        else:
            parts = [
                (premise, steepness * prod(values[p] for p in premises[:at] + premises[at + 1 :]))
                for at, premise in enumerate(premises)
            ]
        parts += zip(attackers, slopes.attackers, strict=True)
        parts += zip(supporters, slopes.supporters, strict=True)
        return slopes.base, parts
