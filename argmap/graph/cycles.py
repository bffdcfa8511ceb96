"""Circles in the reasoning, and the strongly connected components that they lie in."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from argmap.graph.walk import Neighbours, Node, bearings
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, SYMMETRIC, Kind

ONE_WAY: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind not in SYMMETRIC)
"""The kinds that can make a circle; a symmetric relation is one by itself, and means none."""


def components(nodes: Iterable[Node], neighbours: Neighbours[Node]) -> list[list[Node]]:
    """The strongly connected components of what the nodes reach, neighbours before nodes.

    Every component stands after all those that it leads to. Linear in nodes and neighbours.

    R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
    """
    number: dict[Node, int] = {}
    low: dict[Node, float] = {}
    found: list[list[Node]] = []
    unplaced: list[Node] = []
    for root in nodes:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        unplaced.append(root)
        trail = [(root, iter(neighbours(root)))]
        while trail:
            node, rest = trail[-1]
            for neighbour in rest:
                if neighbour not in number:
                    number[neighbour] = low[neighbour] = len(number)
                    unplaced.append(neighbour)
                    trail.append((neighbour, iter(neighbours(neighbour))))
                    break
                low[node] = min(low[node], low[neighbour])
            else:
                trail.pop()
                if trail:
                    above = trail[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == number[node]:
                    found.append(_take(unplaced, node))
                    low.update(dict.fromkeys(found[-1], float("inf")))
    return found


def cycles(map: ArgumentMap, kinds: Collection[Kind] = ONE_WAY) -> list[tuple[str, ...]]:
    """One circle for each knot of claims that bear on each other, and each that does on itself.

    A circle is given by its claims: each bears on the next by a relation of these kinds, the
    last on the first. It begins with the first claim written of its knot and is the shortest
    through that one. Circles of one claim are given besides. Linear.
    """
    graph: dict[str, list[str]] = {claim: [] for claim in map.claims}
    for claim in map.claims:
        for bearing in bearings(map, claim):
            if bearing.relation.kind in kinds:
                for premise in bearing.premises:
                    graph[premise].append(claim)
    return _circles(graph)


def support_cycles(map: ArgumentMap) -> list[tuple[str, ...]]:
    """The circles, as in `cycles`, in which each claim is a reason for the next.

    Supports and entailments count; equivalences do not, since stating one both ways is no
    circular reasoning. Linear.
    """
    graph: dict[str, list[str]] = {claim: [] for claim in map.claims}
    for claim in map.claims:
        for bearing in bearings(map, claim):
            if bearing.relation.kind in {"support", "entailment"} and bearing.stance == "for":
                for premise in bearing.premises:
                    graph[premise].append(claim)
    return _circles(graph)


def _take(unplaced: list[Node], first: Node) -> list[Node]:
    """The nodes from the first on, taken off the end of the list."""
    component = [unplaced.pop()]
    while component[-1] != first:
        component.append(unplaced.pop())
    component.reverse()
    return component


def _circles(graph: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The circles of a graph, ordered by where in it their first claim stands."""
    position = {claim: place for place, claim in enumerate(graph)}
    circles: list[tuple[str, ...]] = [
        (claim,) for claim, onward in graph.items() if claim in onward
    ]
    for component in components(graph, graph.__getitem__):
        if len(component) > 1:
            first = min(component, key=position.__getitem__)
            circles.append(_shortest_circle(graph, first, set(component)))
    return sorted(circles, key=lambda circle: (position[circle[0]], len(circle)))


def _shortest_circle(
    graph: Mapping[str, Sequence[str]], first: str, component: set[str]
) -> tuple[str, ...]:
    """The shortest way from a claim through its component back to it; it has two claims or more."""
    before: dict[str, str] = {}
    waiting = [first]
    for claim in waiting:  # grows under way
        for onward in graph[claim]:
            if onward == first and claim != first:
                return _way(before, first, claim)
            if onward in component and onward != first and onward not in before:
                before[onward] = claim
                waiting.append(onward)
    raise AssertionError(f"{first!r} is on no circle")  # it shares a component with another


def _way(before: Mapping[str, str], first: str, last: str) -> tuple[str, ...]:
    way = [last]
    while way[-1] != first:
        way.append(before[way[-1]])
    return tuple(reversed(way))
