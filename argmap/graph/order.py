"""The order that reasoning puts claims in: premises before conclusions, layer on layer."""

from collections.abc import Mapping

from argmap.graph.cycles import components
from argmap.graph.walk import reasons
from argmap.model.map import ArgumentMap

Component = tuple[str, ...]
"""Claims that bear on each other, in the order written; most often a single one.

The ends of a symmetric relation always share a component.
"""


def condense(map: ArgumentMap) -> dict[Component, int]:
    """The components of a map, premises before conclusions, each with its layer.

    A component that bears on no other is in layer 0; any other is one layer beyond the furthest
    of those that it bears on. So the layer is the number of links in the longest chain of
    reasoning from it, links inside components not counted. O(n log n) for the order in components.
    """
    graph = {claim: reasons(map, claim) for claim in map.claims}
    position = {claim: place for place, claim in enumerate(graph)}
    found = [
        tuple(sorted(component, key=position.__getitem__))
        for component in components(graph, graph.__getitem__)
    ]
    home = {claim: place for place, component in enumerate(found) for claim in component}
    layer = [0] * len(found)
    for place in range(len(found) - 1, -1, -1):
        for claim in found[place]:
            for reason in graph[claim]:
                if home[reason] != place:
                    layer[home[reason]] = max(layer[home[reason]], layer[place] + 1)
    return dict(zip(found, layer, strict=True))


def premises_first(map: ArgumentMap) -> list[Component]:
    """The components of a map in topological order: each before all others that it bears on."""
    return list(condense(map))


def layers(map: ArgumentMap) -> list[list[str]]:
    """The claims of a map by layer, from the theses on; in each layer as written.

    A claim lies in a later layer than every claim that it bears on, or in the same one if they
    share a component.
    """
    depth = {claim: layer for component, layer in condense(map).items() for claim in component}
    found: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for claim in map.claims:
        found[depth[claim]].append(claim)
    return found


def theses(map: ArgumentMap, condensed: Mapping[Component, int] | None = None) -> list[str]:
    """The claims that all the reasoning leads to, as written.

    In each component that bears on no other, these are the claims that are a premise of no
    one-way relation; where a circle leaves none such, its first claim. What `condense` gave for
    the map may be handed in, which saves doing it again.
    """
    found: set[str] = set()
    for component, layer in (condense(map) if condensed is None else condensed).items():
        if layer == 0:
            found.update([c for c in component if is_final(map, c)] or component[:1])
    return [claim for claim in map.claims if claim in found]


def is_final(map: ArgumentMap, claim: str) -> bool:
    """Whether nothing is drawn from a claim but what holds in both directions."""
    return all(relation.symmetric for relation in map.drawn_from(claim))
