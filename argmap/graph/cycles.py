"""Circles in the reasoning, and the strongly connected components that they lie in."""

from collections.abc import Collection, Iterable, Mapping
from math import inf

from argmap.graph.links import Links, links
from argmap.graph.rows import Rows
from argmap.graph.walk import Neighbours, Node
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, SYMMETRIC, Kind

ONE_WAY: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind not in SYMMETRIC)
"""The kinds that can make a circle; a symmetric relation is one by itself, and means none."""


def components(nodes: Iterable[Node], neighbours: Neighbours[Node]) -> list[list[Node]]:
    """The strongly connected components of what the nodes reach, neighbours before nodes.

    Every component stands after all those that it leads to. Linear in nodes and neighbours.

    H. Gabow, Path-based depth-first search for strong and biconnected components, Information
    Processing Letters 74 (2000).
    """
    number: dict[Node, float] = {}
    """In the order in which nodes are come to; infinite once they are in a component."""
    begins: list[float] = []
    """The numbers of the nodes at which the components begin that are not found yet."""
    found: list[list[Node]] = []
    unplaced: list[Node] = []
    for root in nodes:
        if root in number:
            continue
        trail = [(root, iter(neighbours(root)))]
        _enter(root, number, begins, unplaced)
        while trail:
            node, rest = trail[-1]
            for neighbour in rest:
                known = number.get(neighbour)
                if known is None:
                    _enter(neighbour, number, begins, unplaced)
                    trail.append((neighbour, iter(neighbours(neighbour))))
                    break
                while known < begins[-1]:
                    begins.pop()
            else:
                trail.pop()
                if number[node] == begins[-1]:
                    begins.pop()
                    found.append(_take(unplaced, node))
                    number.update(dict.fromkeys(found[-1], inf))
    return found


def _enter(
    node: Node, number: dict[Node, float], begins: list[float], unplaced: list[Node]
) -> None:
    number[node] = len(number)
    begins.append(number[node])
    unplaced.append(node)


def cycles(map: ArgumentMap, kinds: Collection[Kind] = ONE_WAY) -> list[tuple[str, ...]]:
    """One circle for each knot of claims that bear on each other, and each that does on itself.

    A circle is given by its claims: each bears on the next by a relation of these kinds, the
    last on the first. It begins with the first claim written of its knot and is the shortest
    through that one. Circles of one claim are given besides. Linear.
    """
    return _circles(links(map, kinds))


def support_cycles(map: ArgumentMap) -> list[tuple[str, ...]]:
    """The circles, as in `cycles`, in which each claim is a reason for the next.

    Supports and entailments count; equivalences do not, since stating one both ways is no
    circular reasoning. Linear.
    """
    return _circles(links(map, ("support", "entailment"), "for"))


def _take(unplaced: list[Node], first: Node) -> list[Node]:
    """The nodes from the first on, taken off the end of the list."""
    component = [unplaced.pop()]
    while component[-1] != first:
        component.append(unplaced.pop())
    component.reverse()
    return component


def _circles(links: Links) -> list[tuple[str, ...]]:
    """The circles of a graph, ordered by where in it their first claim stands."""
    onward = links.reasons.turned(len(links.claims))
    circles: list[tuple[int, ...]] = [
        (claim,) for claim, further in enumerate(onward) if claim in further
    ]
    circles += (
        _shortest_circle(onward, min(component), set(component))
        for component in components(range(len(onward)), onward.__getitem__)
        if len(component) > 1
    )
    circles.sort(key=lambda circle: (circle[0], len(circle)))
    return [tuple(links.claims[claim] for claim in circle) for circle in circles]


def _shortest_circle(onward: Rows, first: int, component: set[int]) -> tuple[int, ...]:
    """The shortest way from a claim through its component back to it; it has two claims or more."""
    before: dict[int, int] = {}
    waiting = [first]
    for claim in waiting:  # grows under way
        for further in onward[claim]:
            if further == first and claim != first:
                return _way(before, first, claim)
            if further in component and further != first and further not in before:
                before[further] = claim
                waiting.append(further)
    raise AssertionError(f"{first} is on no circle")  # it shares a component with another


def _way(before: Mapping[int, int], first: int, last: int) -> tuple[int, ...]:
    way = [last]
    while way[-1] != first:
        way.append(before[way[-1]])
    return tuple(reversed(way))
