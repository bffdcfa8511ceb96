"""The order that reasoning puts claims in: premises before conclusions, layer on layer."""

from typing import NamedTuple

from argmap.graph.cycles import components
from argmap.graph.links import Links, links
from argmap.model.map import ArgumentMap

Component = tuple[str, ...]
"""Claims that bear on each other, in the order written; most often a single one.

The ends of a symmetric relation always share a component.
"""


class Condensed(NamedTuple):
    """The components of a map, premises before conclusions, each with its layer.

    Claims are given by their numbers in the links, in the order written.
    """

    links: Links
    components: list[list[int]]
    layers: list[int]


def condensed(links: Links) -> Condensed:
    """The components of a map by its links, and their layers.

    A component that bears on no other is in layer 0; any other is one layer beyond the furthest
    of those that it bears on. So the layer is the number of links in the longest chain of
    reasoning from it, links inside components not counted. O(n log n) for the order in components.
    """
    reasons = links.reasons
    found = [
        sorted(component) for component in components(range(len(reasons)), reasons.__getitem__)
    ]
    home = [0] * len(reasons)
    for place, component in enumerate(found):
        for claim in component:
            home[claim] = place
    layer = [0] * len(found)
    for place in range(len(found) - 1, -1, -1):
        beyond = layer[place] + 1
        for claim in found[place]:
            for reason in reasons[claim]:
                other = home[reason]
                if layer[other] < beyond and other != place:
                    layer[other] = beyond
    return Condensed(links, found, layer)


def condense(map: ArgumentMap) -> dict[Component, int]:
    """The components of a map, premises first, each with its layer; see `condensed`."""
    (claims, *_), found, layers = condensed(links(map))
    return {
        tuple(claims[claim] for claim in component): layer
        for component, layer in zip(found, layers, strict=True)
    }


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


def theses(map: ArgumentMap, known: Condensed | None = None) -> list[str]:
    """The claims that all the reasoning leads to, as written.

    In each component that bears on no other, these are the claims that are a premise of no
    one-way relation; where a circle leaves none such, its first claim. What `condensed` gave for
    the links of the map may be handed in, which saves doing it again.
    """
    (claims, *_), found, layers = known or condensed(links(map))
    leading = {
        premise
        for relation in map.relations.values()
        if not relation.symmetric
        for premise in relation.premises
    }
    first: list[int] = []
    for component, layer in zip(found, layers, strict=True):
        if layer == 0:
            final = [claim for claim in component if claims[claim] not in leading]
            first += final or component[:1]
    return [claims[claim] for claim in sorted(first)]


def is_final(map: ArgumentMap, claim: str) -> bool:
    """Whether nothing is drawn from a claim but what holds in both directions."""
    return all(relation.symmetric for relation in map.drawn_from(claim))
