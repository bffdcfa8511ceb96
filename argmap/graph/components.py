"""The strongly connected components of a graph, and where in it there are circles."""

from collections.abc import Iterable
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from argmap.graph.walk import Neighbours, Node

if TYPE_CHECKING:
    from argmap.graph.rows import Rows


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


class Peeled(NamedTuple):
    """The claims of a map, by number, each once.

    ``below`` are those that no circle bears on, and ``above`` those that bear on no circle and are
    not below; the ``core`` are the components of all others. Taken in this order, every claim comes
    after all that bear on it, but for those in a component with it.
    """

    below: list[int]
    core: list[list[int]]
    above: list[int]

    def knots(self, reasons: "Rows") -> list[list[int]]:
        """The components that are circles: of several claims, or of one that bears on itself."""
        return [each for each in self.core if len(each) > 1 or each[0] in reasons[each[0]]]


def peel(reasons: "Rows", conclusions: "Rows") -> Peeled:
    """The claims of a map peeled off from below and from above, until circles are left. Linear.

    ``reasons`` are the claims that bear on each, ``conclusions`` those that each bears on.
    """
    left = bytearray(b"\x01" * len(reasons))
    below = _peel(left, reasons.lengths(), conclusions)
    above: list[int] = []
    if len(below) < len(reasons):
        above = _peel(left, _counts(conclusions, left), reasons)
        above.reverse()
    core = components(
        (claim for claim, is_left in enumerate(left) if is_left),
        lambda claim: [reason for reason in reasons[claim] if left[reason]],
    )
    return Peeled(below, core, above)


def _peel(left: bytearray, waits_for: list[int], next_ones: "Rows") -> list[int]:
    """Take off, again and again, what waits for nothing that is left."""
    off = [claim for claim, number in enumerate(waits_for) if left[claim] and not number]
    for claim in off:  # grows under way
        left[claim] = 0
        for other in next_ones[claim]:
            waits_for[other] -= 1
            if not waits_for[other]:
                off.append(other)
    return off


def _counts(rows: "Rows", left: bytearray) -> list[int]:
    """How many of what is left are in the row of each that is left."""
    return [
        sum(left[other] for other in row) if is_left else 0
        for row, is_left in zip(rows, left, strict=True)
    ]
