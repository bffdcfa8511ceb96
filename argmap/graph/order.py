"""The order that reasoning puts claims in: premises before conclusions, layer on layer."""

from typing import NamedTuple

from argmap.graph.components import Peeled, peel
from argmap.graph.links import Links, links
from argmap.model.map import ArgumentMap

Component = tuple[str, ...]
"""Claims that bear on each other, in the order written; most often a single one.

The ends of a symmetric relation always share a component.
"""


class Condensed(NamedTuple):
    """The components of a map, and the layer of each of its claims.

    Claims are given by their numbers in the links. A claim that bears on no other is in layer 0,
    any other one layer beyond the furthest of those that it bears on, and so is a whole component.
    So the layer is the number of links in the longest chain of reasoning from a claim, links inside
    components not counted.
    """

    links: Links
    peeled: Peeled
    layers: list[int]

    def components(self) -> list[list[int]]:
        """The components, premises before conclusions."""
        below, core, above = self.peeled
        return [*([claim] for claim in below), *core, *([claim] for claim in above)]


def condensed(links: Links) -> Condensed:
    """The components of a map by its links, and their layers; linear."""
    reasons = links.reasons
    layers = [0] * len(reasons)
    found = Condensed(links, peel(reasons, reasons.turned(len(reasons))), layers)
    for component in reversed(found.components()):
        layer = max([layers[claim] for claim in component])
        within = component if len(component) == 1 else set(component)
        for claim in component:
            layers[claim] = layer
            for reason in reasons[claim]:
                if layers[reason] <= layer and reason not in within:
                    layers[reason] = layer + 1
    return found


def condense(map: ArgumentMap) -> dict[Component, int]:
    """The components of a map, premises first, each with its layer; see `Condensed`.

    O(n log n) for the order in components.
    """
    found = condensed(links(map))
    claims = found.links.claims
    return {
        tuple(claims[claim] for claim in sorted(component)): found.layers[component[0]]
        for component in found.components()
    }


def premises_first(map: ArgumentMap) -> list[Component]:
    """The components of a map in topological order: each before all others that it bears on."""
    return list(condense(map))


def layers(map: ArgumentMap) -> list[list[str]]:
    """The claims of a map by layer, from the theses on; in each layer as written.

    A claim lies in a later layer than every claim that it bears on, or in the same one if they
    share a component.
    """
    (claims, *_), _, layer = condensed(links(map))
    found: list[list[str]] = [[] for _ in range(max(layer, default=-1) + 1)]
    for claim, depth in zip(claims, layer, strict=True):
        found[depth].append(claim)
    return found


def theses(map: ArgumentMap, known: Condensed | None = None) -> list[str]:
    """The claims that all the reasoning leads to, as written.

    In each component that bears on no other, these are the claims that are a premise of no
    one-way relation; where a circle leaves none such, its first claim. What `condensed` gave for
    the links of the map may be handed in, which saves doing it again.
    """
    (claims, *_), (_, core, _), layers = known or condensed(links(map))
    first = {claim for claim, layer in enumerate(layers) if layer == 0}
    for knot in core:
        if len(knot) > 1 and layers[knot[0]] == 0:
            first.difference_update(knot)
            first.update([c for c in knot if is_final(map, claims[c])] or [min(knot)])
    return [claims[claim] for claim in sorted(first)]


def is_final(map: ArgumentMap, claim: str) -> bool:
    """Whether nothing is drawn from a claim but what holds in both directions."""
    return all(relation.symmetric for relation in map.drawn_from(claim))
