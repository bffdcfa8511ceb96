"""Walking a map from claim to claim, with the direction of reasoning and against it.

A claim *bears on* another if it is a premise of a relation that leads there: to the claim itself,
to a step that leads to it, to a step on that step, and so on. The ends of a symmetric relation
bear on each other.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation, Stance

Node = TypeVar("Node", bound=Hashable)
Neighbours = Callable[[Node], Iterable[Node]]


class Bearing(NamedTuple):
    """One relation as it bears on a claim, directly or by way of the steps it is aimed at.

    ``premises`` are the claims at its other end. ``stance`` is what it comes to for the claim: an
    undercut of a support speaks against it, an undercut of a rebuttal for it.
    """

    relation: Relation
    premises: tuple[str, ...]
    stance: Stance


def breadth_first(start: Node, neighbours: Neighbours[Node]) -> Iterator[Node]:
    """Every node that can be reached from the start, which comes first; each once, nearest first.

    Lazy, and linear in the nodes and neighbours seen.
    """
    seen = {start}
    waiting = [start]
    for node in waiting:  # grows under way
        yield node
        for neighbour in neighbours(node):
            if neighbour not in seen:
                seen.add(neighbour)
                waiting.append(neighbour)


def depth_first(start: Node, neighbours: Neighbours[Node]) -> Iterator[Node]:
    """Every node that can be reached from the start, which comes first; each once, in pre-order.

    Lazy, and linear in the nodes and neighbours seen.
    """
    seen = {start}
    yield start
    trail = [iter(neighbours(start))]
    while trail:
        for node in trail[-1]:
            if node not in seen:
                seen.add(node)
                yield node
                trail.append(iter(neighbours(node)))
                break
        else:
            trail.pop()


def distances(start: Node, neighbours: Neighbours[Node]) -> dict[Node, int]:
    """The least number of links from the start to each node that it reaches, nearest first."""
    distance = {start: 0}
    waiting = [start]
    for node in waiting:  # grows under way
        for neighbour in neighbours(node):
            if neighbour not in distance:
                distance[neighbour] = distance[node] + 1
                waiting.append(neighbour)
    return distance


def opposite(stance: Stance) -> Stance:
    """The other stance."""
    return "for" if stance == "against" else "against"


def bearings(map: ArgumentMap, claim: str) -> Iterator[Bearing]:
    """All that bears on a claim in one link, as written; what is aimed at a step follows it.

    Linear in what it yields. Over all claims of a map that is linear in the map, but for a
    symmetric relation of k ends, which k claims each see with k - 1 premises.
    """
    for relation in _once(map, claim):
        yield from borne(map, relation, claim)


def borne(map: ArgumentMap, relation: Relation, claim: str) -> Iterator[Bearing]:
    """A relation that leads to a claim, as it bears on it, and all that is aimed at its step."""
    waiting: list[tuple[Relation, str, Stance]] = [(relation, claim, "for")]
    while waiting:
        relation, target, step = waiting.pop()
        stance = step if relation.stance == "for" else opposite(step)
        premises = map.premises_for(relation, target)
        if relation.symmetric:
            premises = tuple(end for end in premises if end in map.claims)
        yield Bearing(relation, premises, stance)
        waiting += [(on_step, relation.id, stance) for on_step in _once(map, relation.id)][::-1]


def reasons(map: ArgumentMap, claim: str) -> list[str]:
    """The claims that bear on a claim in one link, for or against it; cost as `bearings`."""
    return list(
        dict.fromkeys(premise for bearing in bearings(map, claim) for premise in bearing.premises)
    )


def conclusions(map: ArgumentMap, claim: str) -> list[str]:
    """The claims that a claim bears on in one link, for or against them.

    The reverse of `reasons`: each of two claims is in the one's list if and only if the other is
    in the other's. Linear in what the claim is a premise of and the steps on steps above it.
    """
    return _conclusions(map, claim, {})


def grounds_of(map: ArgumentMap, claim: str) -> dict[str, int]:
    """The claims that bear on a claim at any remove, nearest first, with the distance in links.

    The claim itself is not among them, even in a circle.
    """
    distance = distances(claim, lambda other: reasons(map, other))
    del distance[claim]
    return distance


def consequences_of(map: ArgumentMap, claim: str) -> dict[str, int]:
    """The claims that a claim bears on at any remove, nearest first, with the distance in links.

    The claim itself is not among them, even in a circle.
    """
    known: dict[str, tuple[str, ...]] = {}
    distance = distances(claim, lambda other: _conclusions(map, other, known))
    del distance[claim]
    return distance


def _once(map: ArgumentMap, target: str) -> Iterable[Relation]:
    """What bears on a target; once each, though a claim be both ends of a symmetric relation."""
    return {relation.id: relation for relation in map.bearing_on(target)}.values()


def _conclusions(map: ArgumentMap, claim: str, known: dict[str, tuple[str, ...]]) -> list[str]:
    found: dict[str, None] = {}
    for relation in map.drawn_from(claim):
        if relation.symmetric:
            ends = map.premises_for(relation, claim)
            found.update(dict.fromkeys(end for end in ends if end in map.claims))
        if relation.target_type == "relation":
            found.update(dict.fromkeys(_ends(map, relation.target, known)))
        elif not relation.symmetric:
            found[relation.target] = None
    return list(found)


def _ends(map: ArgumentMap, step: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The claims that a step, given by its id, leads to; remembered for each step on the way."""
    way = []
    while step not in known:
        relation = map.relations[step]
        way.append(relation)
        if relation.target_type == "claim":
            break
        step = relation.target
    ends = known.get(step, ())
    for relation in reversed(way):
        if relation.target_type == "claim":
            ends = (relation.target,)
        if relation.symmetric:
            ends = tuple(dict.fromkeys((*relation.premises, *ends)))
        known[relation.id] = ends
    return ends
