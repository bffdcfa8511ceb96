"""Circles in the reasoning."""

from collections.abc import Collection, Mapping, Sequence

from argmap.graph.components import Peeled, peel
from argmap.graph.links import Links, links
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, SYMMETRIC, Kind

ONE_WAY: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind not in SYMMETRIC)
"""The kinds that can make a circle; a symmetric relation is one by itself, and means none."""


def cycles(map: ArgumentMap, kinds: Collection[Kind] = ONE_WAY) -> list[tuple[str, ...]]:
    """One circle for each knot of claims that bear on each other, and each that does on itself.

    A circle is given by its claims: each bears on the next by a relation of these kinds, the
    last on the first. It begins with the first claim written of its knot and is the shortest
    through that one. Circles of one claim are given besides. Linear.
    """
    return circles(links(map, kinds))


def support_cycles(map: ArgumentMap) -> list[tuple[str, ...]]:
    """The circles, as in `cycles`, in which each claim is a reason for the next.

    Supports and entailments count; equivalences do not, since stating one both ways is no
    circular reasoning. Linear.
    """
    return circles(links(map, ("support", "entailment"), "for"))


def circles(links: Links, peeled: Peeled | None = None) -> list[tuple[str, ...]]:
    """The circles of these links, as in `cycles`; `peel` may have been done before."""
    reasons = links.reasons
    peeled = peeled or peel(reasons, reasons.turned(len(reasons)))
    found: list[tuple[int, ...]] = []
    for knot in map(sorted, peeled.knots(reasons)):
        onward: dict[int, list[int]] = {claim: [] for claim in knot}
        for claim in knot:
            for reason in reasons[claim]:
                if reason in onward:
                    onward[reason].append(claim)
        found += ((claim,) for claim in knot if claim in onward[claim])
        if len(knot) > 1:
            found.append(_shortest_circle(onward, knot[0]))
    found.sort(key=lambda circle: (circle[0], len(circle)))
    return [tuple(links.claims[claim] for claim in circle) for circle in found]


def _shortest_circle(onward: Mapping[int, Sequence[int]], first: int) -> tuple[int, ...]:
    """The shortest way from a claim of a knot back to it; the knot has two claims or more."""
    before: dict[int, int] = {}
    waiting = [first]
    for claim in waiting:  # grows under way
        for further in onward[claim]:
            if further == first and claim != first:
                return _way(before, first, claim)
            if further != first and further not in before:
                before[further] = claim
                waiting.append(further)
    raise AssertionError(f"{first} is on no circle")  # it shares a component with another


def _way(before: Mapping[int, int], first: int, last: int) -> tuple[int, ...]:
    way = [last]
    while way[-1] != first:
        way.append(before[way[-1]])
    return tuple(reversed(way))
