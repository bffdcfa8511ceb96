"""The strengths of a network: exact where nothing is circular, by iteration where it is."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from argmap.graph.components import components
from argmap.semantics.strengths.influences import Influence
from argmap.semantics.strengths.network import Network

_CLOSE = 1e-12  # to stop at; a thousandth of what is promised, as the error may exceed the residual
_PROMISED = 1e-9
_EFFORT = 5_000_000  # evaluations of nodes: some ten seconds
_FEWEST, _MOST = 1_000, 20_000  # rounds
_PATIENCE = 8  # in units of time, of which a round takes as much as its damping says
_SLOWEST = 2.0**-10


class Order(NamedTuple):
    """The nodes of a network, each after all that it depends on.

    ``straight`` nodes depend on nothing circular. ``knots`` come after them: components of nodes
    that depend on each other, and single nodes that depend on such.
    """

    straight: list[int]
    knots: list[list[int]]


class Solution(NamedTuple):
    """The strength of each node, but for the ``lost`` ones, for which none was found."""

    values: list[float]
    lost: set[int]
    order: Order


def solve(network: Network, influence: Influence) -> Solution:
    """The strengths of all nodes.

    Linear where nothing is circular. Nodes that depend on each other take rounds that are linear in
    them, mostly some tens; at most 20,000, or 1,000 where that is above five million evaluations of
    nodes. Those that do not settle are lost, with all that depends on them.
    """
    order = ordered(network)
    values = [0.0] * len(network.bases)
    lost: set[int] = set()
    for node in order.straight:
        values[node] = value(network, influence, values, node)
    for knot in order.knots:
        inputs = (source for node in knot for source in network.inputs(node))
        if not lost.isdisjoint(inputs) or not settle(network, influence, values, knot):
            lost.update(knot)
    return Solution(values, lost, order)


def ordered(network: Network) -> Order:
    """The nodes in an order in which their strengths can be found. Linear."""
    count = len(network.bases)
    onward: list[list[int]] = [[] for _ in range(count)]
    open = [0] * count
    for node in range(count):
        inputs = network.inputs(node)
        open[node] = len(inputs)
        for source in inputs:
            onward[source].append(node)
    straight = [node for node in range(count) if not open[node]]
    for node in straight:  # grows under way
        for target in onward[node]:
            open[target] -= 1
            if not open[target]:
                straight.append(target)
    rest = [node for node in range(count) if open[node]]
    inside = {node: [source for source in network.inputs(node) if open[source]] for node in rest}
    return Order(straight, components(rest, inside.__getitem__))


def value(network: Network, influence: Influence, values: Sequence[float], node: int) -> float:
    """The strength of a node, given those of all that it depends on directly."""
    base = network.bases[node]
    if network.premises[node]:
        base *= network.together(node, values)
    attackers, supporters = network.attackers[node], network.supporters[node]
    if not attackers and not supporters:
        return base  # under every semantics; most steps are such
    return influence.strength(
        base,
        [values[source] for source in attackers],
        [values[source] for source in supporters],
    )


def settle(
    network: Network, influence: Influence, values: list[float], knot: Sequence[int]
) -> bool:
    """Set the strengths of nodes that depend on each other; whether they were found.

    Where several strengths would do, these are the ones that are reached from the base scores.
    """
    if len(knot) == 1 and knot[0] not in network.inputs(knot[0]):
        values[knot[0]] = value(network, influence, values, knot[0])
        return True
    for node in knot:
        values[node] = network.bases[node]

    def once(now: Sequence[float]) -> list[float]:
        for node, strength in zip(knot, now, strict=True):
            values[node] = strength
        return [value(network, influence, values, node) for node in knot]

    found = fixed_point(once, [network.bases[node] for node in knot])
    for node, strength in zip(knot, found or (), strict=False):
        values[node] = strength
    return found is not None


def fixed_point(
    once: Callable[[Sequence[float]], list[float]], start: Sequence[float]
) -> list[float] | None:
    """What ``once`` leaves as it is, to 1e-9, if iteration from the start finds it.

    Each round goes part of the way to what ``once`` says: at first all of it, and half as far
    whenever the rounds have stopped coming closer.
    """
    now = list(start)
    damping, best, waited = 1.0, float("inf"), 0.0
    for _ in range(max(_FEWEST, min(_MOST, _EFFORT // len(now)))):
        wanted = once(now)
        residual = max(abs(there - here) for there, here in zip(wanted, now, strict=True))
        if residual <= _CLOSE:
            return now
        waited += damping
        if residual < 0.99 * best:
            best, waited = residual, 0.0
        elif waited >= _PATIENCE:
            if residual <= _PROMISED:
                return now
            damping, best, waited = max(damping / 2, _SLOWEST), float("inf"), 0.0
        now = [here + damping * (there - here) for there, here in zip(wanted, now, strict=True)]
    return now if residual <= _PROMISED else None
