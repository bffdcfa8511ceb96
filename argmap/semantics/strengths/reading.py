"""The network that an argument map comes to."""

from collections.abc import Container, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.semantics.strengths.network import Linked, Network

ASSUMED = 0.5
"""The base score of a claim without a weight: neither for nor against, as in the literature."""
NOTHING: Mapping[str, float] = MappingProxyType({})


def network_of(
    map: ArgumentMap,
    *,
    linked: Linked = "weakest",
    overrides: Mapping[str, float] = NOTHING,
    withdrawn: Container[str] = (),
) -> Network:
    """The claims of a map and its steps, with what speaks for and against each.

    The base score of a claim is its weight, else 0.5, but 0 where ``assumed: false`` is written
    and nothing speaks for it. The base score of a step is its weight, else 1, times what its
    premises come to. Conflicts go from each end to each other end; claims that are said to be
    equivalent are one. ``overrides`` replace weights. A withdrawn claim has strength 0, a withdrawn
    relation is left out. Linear, but that conflicts of k ends are k·(k-1) attacks.
    """
    return _Reading(map, linked, overrides, withdrawn).network


class _Reading:
    """A network in the making."""

    def __init__(
        self,
        map: ArgumentMap,
        linked: Linked,
        overrides: Mapping[str, float],
        withdrawn: Container[str],
    ) -> None:
        self._map = map
        self._overrides = overrides
        relations = [r for r in map.relations.values() if r.id not in withdrawn]
        shared = _Shared(map)
        for relation in relations:
            if relation.kind == "equivalence":
                for one, other in _pairs(relation):
                    shared.join(one, other)
        first = {claim: shared.first(claim) for claim in map.claims}
        numbers = {claim: place for place, claim in enumerate(dict.fromkeys(first.values()))}
        nodes = {claim: numbers[first[claim]] for claim in map.claims}
        steps: dict[str, tuple[int, ...]] = {}
        self.network = Network(
            [0.0] * len(numbers),
            [()] * len(numbers),
            [[] for _ in numbers],
            [[] for _ in numbers],
            nodes,
            steps,
            linked,
        )
        for relation in relations:
            steps[relation.id] = tuple(self._steps(relation))
        for relation in relations:
            self._connect(relation)
        self._set_bases()
        for claim, node in nodes.items():
            if claim in withdrawn:
                self.network.bases[node] = 0.0
                self.network.supporters[node].clear()

    def _steps(self, relation: Relation) -> Iterator[int]:
        """Make the nodes of a relation."""
        if relation.kind == "equivalence":
            return
        steps = [relation.premises]
        if relation.symmetric:
            steps = [(premise,) for premise in _ends(relation)]
        weight = self._overrides.get(relation.id, relation.weight)
        network = self.network
        for premises in steps:
            yield len(network.bases)
            network.bases.append(1.0 if weight is None else _bounded(weight))
            network.premises.append(tuple([network.claims[premise] for premise in premises]))
            network.attackers.append([])
            network.supporters.append([])

    def _connect(self, relation: Relation) -> None:
        """Let the nodes of a relation bear on what it leads to."""
        network = self.network
        steps = network.relations[relation.id]
        bearing = network.supporters if relation.stance == "for" else network.attackers
        if relation.target_type == "relation":
            for target in network.relations.get(relation.target, ()):
                bearing[target] += steps
        elif not relation.symmetric:
            bearing[network.claims[relation.target]] += steps
        if relation.symmetric and steps:
            ends = [network.claims[end] for end in _ends(relation)]
            for target in ends:
                others = zip(ends, steps, strict=True)
                bearing[target] += [step for source, step in others if source != target]

    def _set_bases(self) -> None:
        """Give each claim its base score; claims that share a node have the first one's weight."""
        stated: dict[int, float] = {}
        unassumed: set[int] = set()
        for claim in self._map.claims.values():
            node = self.network.claims[claim.id]
            if claim.weight is not None:
                stated.setdefault(node, claim.weight)
            if claim.data.get("assumed") is False:
                unassumed.add(node)
        supported = {
            self.network.claims[relation.target]
            for relation in self._map.relations.values()
            if relation.target_type == "claim"
            and relation.stance == "for"
            and not relation.symmetric
        }
        for node in self.network.claims.values():
            usual = 0.0 if node in unassumed - supported else ASSUMED
            self.network.bases[node] = _bounded(stated.get(node, usual))
        for id, node in self.network.claims.items():
            if id in self._overrides:
                self.network.bases[node] = _bounded(self._overrides[id])


class _Shared:
    """Which claims are one: each group is known by the claim of it that is written first."""

    def __init__(self, map: ArgumentMap) -> None:
        self._place = {claim: place for place, claim in enumerate(map.claims)}
        self._above = {claim: claim for claim in map.claims}

    def first(self, claim: str) -> str:
        """The first claim of a claim's group. Nearly constant on average: paths are halved."""
        above = self._above
        while above[claim] != claim:
            above[claim] = above[above[claim]]
            claim = above[claim]
        return claim

    def join(self, one: str, other: str) -> None:
        """Make one group of two."""
        early, late = sorted((self.first(one), self.first(other)), key=self._place.__getitem__)
        self._above[late] = early


def _ends(relation: Relation) -> tuple[str, ...]:
    """The claims that a relation joins, each once."""
    target = (relation.target,) if relation.target_type == "claim" else ()
    return tuple(dict.fromkeys((*relation.premises, *target)))


def _pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    """Each claim that a relation joins, with the next."""
    ends = _ends(relation)
    return pairwise(ends)


def _bounded(weight: float) -> float:
    """The weight, or the nearest number of [0, 1] where a file has it otherwise."""
    return min(1.0, max(0.0, weight))
