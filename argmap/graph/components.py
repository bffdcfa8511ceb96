"""The strongly connected components of a graph."""

from collections.abc import Iterable
from math import inf

from argmap.graph.walk import Neighbours, Node


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


def _take(unplaced: list[Node], first: Node) -> list[Node]:
    """The nodes from the first on, taken off the end of the list."""
    component = [unplaced.pop()]
    while component[-1] != first:
        component.append(unplaced.pop())
    component.reverse()
    return component
